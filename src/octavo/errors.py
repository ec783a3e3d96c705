"""Places, findings and the error tree; imports nothing of octavo.

::

    OctavoError                 exit status
    ├── SourceError             1   the sources are at fault: carries findings
    ├── BuildError              1   an artefact could not be made of sound sources
    └── UsageError              2   the command line asks for what there is not

Anything else that reaches the command line is a bug in octavo (status 3); an
interrupt is 130.  A *finding* is one thing wrong at one place.  A stage gathers
all its findings and raises them together, so that one run shows everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from typing import ClassVar, Literal, NamedTuple

Severity = Literal["error", "warning"]


class Location(NamedTuple):
    """A place in a source file, as an editor shows it.

    ``path`` is relative to the work, with forward slashes.  ``line`` and
    ``column`` count from 1, columns in characters; 0 means the file as a whole.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing wrong (or doubtful) at one place.

    ``code`` is stable and names the rule (``OCT-term-unknown``); ``hint`` says
    what was expected or how to mend it.
    """

    location: Location
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"


class OctavoError(Exception):
    """The root of every error that octavo raises on purpose."""

    exit_code: ClassVar[int] = 1


class SourceError(OctavoError):
    """The sources are at fault; ``findings`` says where and how."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings: tuple[Finding, ...] = tuple(sorted(set(findings)))
        super().__init__("; ".join(f"{f.location}: {f.message}" for f in self.findings))

    def __reduce__(self) -> tuple[type[SourceError], tuple[tuple[Finding, ...]]]:
        """Cross from one process to another whole."""
        return type(self), (self.findings,)


class _HintedError(OctavoError):
    """An error that says in ``hint`` what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.hint = hint
        super().__init__(message)

    def __reduce__(self) -> tuple[type[_HintedError], tuple[str, str]]:
        """Cross from one process to another whole."""
        return type(self), (str(self), self.hint)


class BuildError(_HintedError):
    """An artefact could not be made, though the sources were read."""


class UsageError(_HintedError):
    """The command line names something that is not there."""

    exit_code = 2


class Findings:
    """Gathers the findings of one stage."""

    def __init__(self) -> None:
        self._found: list[Finding] = []

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._found)

    def error(self, location: Location, code: str, message: str, hint: str = "") -> None:
        """Note a fault that stops the build after this stage."""
        self._found.append(Finding(location, f"OCT-{code}", message, hint))

    def warning(self, location: Location, code: str, message: str, hint: str = "") -> None:
        """Note a doubt that is shown, and is a fault with ``--strict``."""
        self._found.append(Finding(location, f"OCT-{code}", message, hint, "warning"))

    def extend(self, findings: Iterable[Finding]) -> None:
        """Take over findings made elsewhere."""
        self._found.extend(findings)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The faults, in the order of their places."""
        return tuple(sorted(f for f in set(self._found) if f.severity == "error"))

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The doubts, in the order of their places."""
        return tuple(sorted(f for f in set(self._found) if f.severity == "warning"))

    def raise_errors(self) -> None:
        """End the stage: raise everything found if any of it is a fault.

        Raises:
            SourceError: with warnings and faults together.
        """
        if self.errors:
            raise SourceError(self._found)

    @contextmanager
    def stage(self) -> Iterator[Findings]:
        """Collect inside the block, raise at its end."""
        yield self
        self.raise_errors()


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``did you mean 'x'?`` for the nearest known word, or nothing."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean '{near[0]}'?" if near else ""
