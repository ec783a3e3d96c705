"""Every term of the glossary is marked in the text, or in the definition of one that is.

One that is not is printed in no edition.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from octavo.errors import Severity, did_you_mean
from octavo.lint.manuscript import Fault, Manuscript
from octavo.model import TermMark
from octavo.tree import find, note_texts, running

SEVERITY: Final[Severity] = "warning"


def check(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield each term that nobody meets; a mark that nearly names it is a fault of its own."""
    work = manuscript.work
    terms = {term.id: term for term in work.records.glossary}
    named = [
        mark.term
        for chapter in work.chapters
        for mark in find((*running(chapter), *note_texts(chapter)), TermMark)
    ]
    met: set[str] = set()
    misspelt = {name for name in named if name not in terms}
    waiting = list(named)
    while waiting:
        name = waiting.pop()
        if name in terms and name not in met:
            met.add(name)
            waiting += [mark.term for mark in find(terms[name].definition, TermMark)]
    for term in terms.values():
        if term.id not in met and not did_you_mean(term.id, misspelt):
            message = f"no text marks the term '{term.id}'"
            hint = f"write [words]{{term={term.id}}} where it first stands, or take the record out"
            yield Fault(term.location, message, hint)
