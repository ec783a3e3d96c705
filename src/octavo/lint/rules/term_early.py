"""A term is marked where its reader first meets it, so that it is explained there.

Titles and extracts are left alone: the first cannot be marked, the second are not the editor's.

Bad:   The Stavka met. … The [Stavka]{term=stavka} issued a directive.
Good:  The [Stavka]{term=stavka} met. … The Stavka issued a directive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from octavo.errors import Location, Severity
from octavo.lint.manuscript import Fault, Manuscript
from octavo.lint.passages import Mark, Passage
from octavo.model import Term, TermMark

SEVERITY: Final[Severity] = "warning"
_READ: Final = frozenset({"text"})


def check(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield the first use of each term that comes before its first mark."""
    marked = _first_marks(manuscript.passages)
    phrases = _phrases(manuscript.work.records.glossary)
    pattern = _pattern(phrases)
    if pattern is None:
        return
    met: set[str] = set()
    for passage in manuscript.passages:
        if passage.kind not in _READ:
            continue
        marks = [mark for mark in passage.marks if isinstance(mark.node, TermMark)]
        for at, to, term in _uses(passage, marks, pattern, phrases):
            if to < 0:
                met.add(term)
            elif term in marked and term not in met:
                met.add(term)
                words = passage.text[at:to]
                yield Fault(
                    passage.run.at(at),
                    f"'{words}' stands before its first mark at {marked[term]}",
                    f"mark it here: [{words}]{{term={term}}}",
                )


def _first_marks(passages: tuple[Passage, ...]) -> dict[str, Location]:
    """Return where each term is first marked."""
    first: dict[str, Location] = {}
    for passage in passages:
        for mark in passage.marks:
            if isinstance(mark.node, TermMark) and passage.kind in _READ:
                first.setdefault(mark.node.term, mark.node.location)
    return first


def _phrases(glossary: tuple[Term, ...]) -> Mapping[str, str]:
    """Return the term of each phrase that means one, in small letters."""
    return {
        " ".join(words.casefold().replace("'", "’").split()): term.id
        for term in glossary
        for words in (term.term, *term.forms)
    }


def _pattern(phrases: Mapping[str, str]) -> re.Pattern[str] | None:
    if not phrases:
        return None
    longest_first = sorted(phrases, key=lambda words: (-len(words), words))
    each = (r"\s+".join(map(re.escape, words.split())) for words in longest_first)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(each)})(?![\w-])", re.IGNORECASE)


def _uses(
    passage: Passage, marks: list[Mark], pattern: re.Pattern[str], phrases: Mapping[str, str]
) -> Iterator[tuple[int, int, str]]:
    """Yield terms as they come: a mark with the end -1, a bare use with both ends."""
    found = [(mark.start, -1, _term(mark)) for mark in marks]
    for match in pattern.finditer(passage.text.replace("'", "’")):
        at, to = match.span()
        if not any(mark.start < to and at < mark.end for mark in marks):
            found.append((at, to, phrases[" ".join(match[0].casefold().split())]))
    yield from sorted(found)


def _term(mark: Mark) -> str:
    assert isinstance(mark.node, TermMark)  # noqa: S101  (only such marks come here)
    return mark.node.term
