"""Every person of the records is named in the book."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from octavo.errors import Severity, did_you_mean
from octavo.lint.manuscript import Fault, Manuscript
from octavo.lint.uses import texts
from octavo.model import PersonMark
from octavo.tree import find

SEVERITY: Final[Severity] = "warning"


def check(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield each person that no text names; a mark that nearly does is a fault of its own."""
    named = {mark.person for mark in find(texts(manuscript.work), PersonMark)}
    people = manuscript.work.records.people
    misspelt = named - {person.id for person in people}
    for person in people:
        if person.id not in named and not did_you_mean(person.id, misspelt):
            message = f"no text names the person '{person.id}'"
            hint = f"write [words]{{person={person.id}}}, or take the record out"
            yield Fault(person.location, message, hint)
