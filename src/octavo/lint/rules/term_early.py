"""A term is marked where its reader first meets it, so that it is explained there.

Titles and extracts are left alone: the first cannot be marked, the second are not the editor's.

Bad:   The Stavka met. … The [Stavka]{term=stavka} issued a directive.
Good:  The [Stavka]{term=stavka} met. … The Stavka issued a directive.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from octavo.errors import Location, Severity
from octavo.lint.manuscript import Fault, Manuscript
from octavo.lint.passages import Mark, Passage
from octavo.model import Term, TermMark

SEVERITY: Final[Severity] = "warning"
_READ: Final = frozenset({"text"})
_WORD: Final = re.compile(r"[\w-]+")


def check(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield the first use of each term that comes before its first mark."""
    passages = [passage for passage in manuscript.passages if passage.kind in _READ]
    marked = _first_marks(passages)
    phrases = _Phrases(manuscript.work.records.glossary)
    met: set[str] = set()
    for passage in passages:
        marks = _marks(passage)
        bare = [(use, term) for use, term in phrases.uses(passage) if not _in_any(use, marks)]
        places = [((mark.start, -1), term) for mark, term in marks]
        for (at, to), term in sorted((*bare, *places)):
            if term in met or term not in marked:
                continue
            met.add(term)
            if to >= 0:
                words = " ".join(passage.text[at:to].split())
                yield Fault(
                    passage.run.at(at),
                    f"'{words}' stands before its first mark at {marked[term]}",
                    f"mark it here: [{words}]{{term={term}}}",
                )


def _first_marks(passages: Iterable[Passage]) -> dict[str, Location]:
    """Return where each term is first marked."""
    first: dict[str, Location] = {}
    for passage in passages:
        for mark, term in _marks(passage):
            first.setdefault(term, mark.node.location)
    return first


def _marks(passage: Passage) -> list[tuple[Mark, str]]:
    return [(mark, mark.node.term) for mark in passage.marks if isinstance(mark.node, TermMark)]


def _in_any(use: tuple[int, int], marks: Iterable[tuple[Mark, str]]) -> bool:
    at, to = use
    return any(mark.start < to and at < mark.end for mark, _ in marks)


class _Phrases:
    """The terms and their forms, by their first word; the longest comes first."""

    def __init__(self, glossary: tuple[Term, ...]) -> None:
        self._by_word: defaultdict[str, list[tuple[re.Pattern[str], str]]] = defaultdict(list)
        spelled = {words: term.id for term in glossary for words in (term.term, *term.forms)}
        for words in sorted(spelled, key=lambda words: (-len(words), words)):
            if first := _WORD.match(words):
                each = (re.escape(word) for word in words.replace("'", "’").split())
                pattern = re.compile(r"\s+".join(each) + r"(?![\w-])", re.IGNORECASE)
                self._by_word[first[0].casefold()].append((pattern, spelled[words]))

    def uses(self, passage: Passage) -> Iterator[tuple[tuple[int, int], str]]:
        """Yield where terms stand, whole; one in a longer one is none."""
        text = passage.text.replace("'", "’")
        end = 0
        for word in _WORD.finditer(text):
            if word.start() < end:
                continue
            for pattern, term in self._by_word.get(word[0].casefold(), ()):
                if match := pattern.match(text, word.start()):
                    yield match.span(), term
                    end = match.end()
                    break
