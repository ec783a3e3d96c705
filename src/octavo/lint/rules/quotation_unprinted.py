"""A question quotes only what its reader can see: an extract, or the words of its chapter.

Looked at are quotations of five words or more that a sentence of a question, or of its answers,
ascribes: it names a document or a source, then has a verb of saying.  A claim that is set for
discussion is nobody's words.

Bad:   What does Document C mean by 'the order was read out to every man'?
Good:  What does [](#s-reading) mean by 'the order was read out'? (which the source prints)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from octavo.errors import Severity
from octavo.lint.manuscript import Fault, Manuscript
from octavo.lint.passages import Passage
from octavo.lint.quotations import QUOTED, sentences, unquoted, words
from octavo.model import Component, CrossReference
from octavo.tree import find

SEVERITY: Final[Severity] = "warning"
_FEWEST: Final = 5
_SAYING: Final[Mapping[str, re.Pattern[str]]] = {
    "en": re.compile(
        r"\b(?:says?|said|calls?|called|writes?|wrote|states?|stated|prints?|has|puts?|speaks?|adds?"
        r"|means?|meant|words?|phrases?|describes?|described|reports?|reported|quotes?|quoted)\b"
    )
}
"""What ascribes words to somebody, by language."""
_OMITTED: Final = re.compile(r"…|\.\.\.|\[[^\]]*\]")


def check(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield each quotation in a question that the book does not print."""
    printed = "".join(words(each.text) for each in manuscript.passages if each.kind == "extract")
    chapters: defaultdict[str, str] = defaultdict(str)
    for passage in manuscript.passages:
        if not passage.question and passage.kind == "text":
            chapters[passage.chapter] += words(passage.text)
    saying = _SAYING.get(manuscript.work.metadata.lang.partition("-")[0].lower())
    if saying is None:
        return
    ascribing = _Ascribing(manuscript, saying)
    for passage in manuscript.passages:
        if passage.question and passage.kind == "text":
            seen = printed + chapters[passage.chapter]
            for at, text in _quotations(passage, ascribing):
                if missing := _missing(text, seen):
                    yield Fault(
                        passage.run.at(at),
                        f"question '{passage.question}' quotes '{missing}', which no source prints",
                        "print the passage as a source, or say it without quotation marks",
                    )


class _Ascribing:
    """Tells whether words before a quotation say whose it is."""

    def __init__(self, manuscript: Manuscript, saying: re.Pattern[str]) -> None:
        work = manuscript.work
        titles = {item.short_title or item.title for item in work.records.bibliography}
        self._titles = [title for title in titles if title]
        self._saying = saying
        self._sources = {
            node.id
            for chapter in work.chapters
            for node in find(chapter.blocks, Component)
            if node.name == "source"
        }

    def ascribed(self, passage: Passage, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` names a document or a source, and says that it speaks."""
        said = unquoted(passage.text[start:end])
        named = [at + len(title) for title in self._titles if (at := said.find(title)) >= 0]
        named += [
            mark.end - start
            for mark in passage.marks
            if start <= mark.start < end
            and isinstance(mark.node, CrossReference)
            and mark.node.target.partition(".")[0] in self._sources
        ]
        return bool(named) and self._saying.search(said, max(named)) is not None


def _quotations(passage: Passage, ascribing: _Ascribing) -> Iterator[tuple[int, str]]:
    for start, end in sentences(passage.text):
        for match in QUOTED.finditer(passage.text, start, end):
            if ascribing.ascribed(passage, start, match.start()):
                yield match.start(), match[0]


def _missing(quoted: str, seen: str) -> str:
    """Return the part of a quotation that stands nowhere, or nothing."""
    for part in _OMITTED.split(quoted):
        found = words(part)
        if len(found.split()) >= _FEWEST and found not in seen:
            return part.strip("‘’“” ")
    return ""
