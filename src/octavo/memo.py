"""Memos: what a step made of the same values before, it need not make again.

A stage that can be taken in steps (a chapter parsed, a unit set) takes a :class:`Memo` and hands
each step over as a name, the values it takes and a function that makes the result.  What a memo
does with it is no business of the stage: :data:`DIRECT` makes everything anew; the engine's looks
into its store first.  Steps are pure: the result depends on the values alone.

A step that looks things up while it works (a template asks for what its nodes name) cannot give
them beforehand.  It is *traced*: it reports what it read, and its result holds as long as all of
that is still the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Read:
    """One thing looked up: ``key`` in ``table``, and the fingerprint of what stood there."""

    table: str
    key: str
    found: str


@dataclass(frozen=True, slots=True)
class Traced(Generic[T]):
    """A result, and all that was looked up for it."""

    result: T
    reads: tuple[Read, ...]


class Memo(Protocol):
    """Knows what steps have made.

    ``rule`` names the kind of step ("parse a chapter"), ``name`` what this one is about
    ("chapters/03-order.md"): both are for people, and part of the key with ``values``.
    """

    def recall(self, rule: str, name: str, values: object, make: Callable[[], T]) -> T:
        """Return what ``make`` returns, or returned before for the same values."""
        ...

    def trace(
        self,
        rule: str,
        name: str,
        values: object,
        make: Callable[[], Traced[T]],
        now: Callable[[str, str], str],
    ) -> T:
        """Return the result of ``make``, or an earlier one all of whose reads still hold.

        ``now(table, key)`` is the fingerprint of what stands there now.
        """
        ...


class _Direct:
    """Remembers nothing."""

    def recall(self, rule: str, name: str, values: object, make: Callable[[], T]) -> T:
        del rule, name, values
        return make()

    def trace(
        self,
        rule: str,
        name: str,
        values: object,
        make: Callable[[], Traced[T]],
        now: Callable[[str, str], str],
    ) -> T:
        del rule, name, values, now
        return make().result


DIRECT: Memo = _Direct()
