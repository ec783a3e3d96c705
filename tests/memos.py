"""A memo for tests: it remembers in memory, as pickles, and tells what had to be made."""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Callable
from typing import TypeVar, cast

from octavo.fingerprint import fingerprint
from octavo.memo import Read, Traced

T = TypeVar("T")
Key = tuple[str, str, str]


class Remembering:
    """Recalls what it has seen; ``made`` are the names of the steps that were taken since.

    ``recalled`` may be shared by several, to which the same files and templates are given.
    """

    def __init__(self, recalled: dict[Key, bytes] | None = None) -> None:
        self.made: list[str] = []
        self._recalled = {} if recalled is None else recalled
        self._traced: defaultdict[Key, list[tuple[tuple[Read, ...], bytes]]] = defaultdict(list)

    def recall(self, rule: str, name: str, values: object, make: Callable[[], T]) -> T:
        """Recall a step by its values."""
        key = (rule, name, fingerprint(values))
        if key not in self._recalled:
            self.made.append(name)
            self._recalled[key] = pickle.dumps(make())
        return cast("T", pickle.loads(self._recalled[key]))  # noqa: S301  (our own)

    def trace(
        self,
        rule: str,
        name: str,
        values: object,
        make: Callable[[], Traced[T]],
        now: Callable[[str, str], str],
    ) -> T:
        """Recall a step by its values and its reads."""
        key = (rule, name, fingerprint(values))
        for reads, kept in self._traced[key]:
            if all(now(read.table, read.key) == read.found for read in reads):
                return cast("T", pickle.loads(kept))  # noqa: S301  (our own)
        self.made.append(name)
        traced = make()
        self._traced[key].append((traced.reads, pickle.dumps(traced.result)))
        return traced.result

    def copy(self) -> Remembering:
        """Return another that recalls the same, and has made nothing."""
        other = Remembering(dict(self._recalled))
        other._traced = defaultdict(list, {key: list(kept) for key, kept in self._traced.items()})
        return other

    def took(self) -> list[str]:
        """Return the names of the steps taken, sorted, and forget them."""
        taken, self.made = sorted(self.made), []
        return taken
