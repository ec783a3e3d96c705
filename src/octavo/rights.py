"""Rights: the sources that a work prints in, what each rests on out, and what goes too far.

An *extract* is the quotation of a numbered source.  Its rights are those of the record that the
source names, else of the record for the work that it cites.  Records set limits: so many words
in one extract, so great a share of a work in all of them together.  They hold for the whole work
of sources, whatever an edition leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from octavo.errors import Findings
from octavo.model import Component, ExtractRights, Medium, Paragraph, Quote, Sentence, Work
from octavo.tree import find, plain_text, walk

Pictured = tuple[Medium, tuple[str, ...]]
"""A picture and the figures that show it."""

_WORD: Final = re.compile(r"[^\s\N{EM DASH}]+")


@dataclass(frozen=True, slots=True)
class Extract:
    """A source of the work, the chapter it stands in, its rights if it has any, its words."""

    source: Component
    chapter: str
    rights: ExtractRights | None
    words: int

    @property
    def cite(self) -> str:
        """The id of the reference that it is taken from."""
        return str(self.source.attributes.get("cite", ""))

    @property
    def locator(self) -> str:
        """Where in it."""
        return str(self.source.attributes.get("locator", ""))


@dataclass(frozen=True, slots=True)
class Total:
    """All extracts that rest on one record.

    ``of_work`` is how many words the work prints of what the record is for, on whatever rights;
    0 for a record of some extracts only.
    """

    rights: ExtractRights
    extracts: tuple[Extract, ...]
    of_work: int

    @property
    def words(self) -> int:
        """How many words they have together."""
        return sum(extract.words for extract in self.extracts)

    @property
    def most(self) -> int:
        """How many words they may have together, 0 for no limit."""
        return self.rights.length * self.rights.share // 100


class Held:
    """The rights records, found by what a source says."""

    def __init__(self, records: Iterable[ExtractRights]) -> None:
        known = tuple(records)
        self._named = {record.id: record for record in known}
        self._cited = {record.cite: record for record in known if record.cite}

    def of(self, source: Component) -> ExtractRights | None:
        """Return the record of a source, or nothing if there is none."""
        if named := source.attributes.get("rights"):
            return self._named.get(str(named))
        return self._cited.get(str(source.attributes.get("cite", "")))


def words(source: Component) -> int:
    """Count the words of a source's quotation as printed; marks of omission are none."""
    return sum(any(map(str.isalnum, word)) for word in _WORD.findall(quoted(source)))


def quoted(source: Component) -> str:
    """Return the characters of a source's quotation, a space between its sentences."""
    runs: list[str] = []
    for node in walk(block for block in source.blocks if isinstance(block, Quote)):
        match node:
            case Sentence():
                runs.append(plain_text(node.content))
            case Paragraph() if not find(node.content, Sentence):
                runs.append(plain_text(node.content))
            case _:
                pass
    return " ".join(runs)


def extracts(work: Work) -> Iterator[Extract]:
    """Yield the extracts of a work in reading order."""
    held = Held(work.records.rights)
    for chapter in work.chapters:
        for node in find(chapter.blocks, Component):
            if node.name == "source":
                yield Extract(node, chapter.number, held.of(node), words(node))


def totals(work: Work, found: Sequence[Extract]) -> Iterator[Total]:
    """Yield the total of each record, in the order of the records."""
    for record in work.records.rights:
        of_work = sum(each.words for each in found if record.cite and each.cite == record.cite)
        own = tuple(extract for extract in found if extract.rights is record)
        yield Total(record, own, of_work)


def pictures(work: Work) -> Iterator[Pictured]:
    """Yield every picture that has a record, with the numbers of the figures that show it."""
    shown: dict[str, list[str]] = {}
    for chapter in work.chapters:
        for node in find(chapter.blocks, Component):
            if image := node.attributes.get("image"):
                shown.setdefault(str(image), []).append(node.number)
    for medium in work.records.media:
        yield medium, tuple(shown.get(medium.file, ()))


def check(work: Work, findings: Findings) -> None:
    """Note sources without a place or rights, and extracts that are too long, alone or together."""
    found = tuple(extracts(work))
    cited = {reference.id for reference in work.records.bibliography}
    for extract in found:
        _check_said(extract, cited, findings)
        _check_length(extract, findings)
    for total in totals(work, found):
        _check_share(total, findings)


def _check_said(extract: Extract, cited: set[str], findings: Findings) -> None:
    source = extract.source
    if extract.cite not in cited:
        return  # an unknown reference; the references pass says so
    if not extract.locator.strip():
        findings.error(
            source.location,
            "source-provenance",
            f"source '{source.id}' does not say where in '{extract.cite}' it stands",
            'add a locator to its braces: locator="para. 2"',
        )
    if extract.rights is None and "rights" not in source.attributes:
        findings.error(
            source.location,
            "source-rights",
            f"source '{source.id}' has no rights: chapters/rights.yaml is silent on"
            f" '{extract.cite}'",
            f"say there who holds them and on what basis you print it, with cite: {extract.cite}",
        )


def _check_length(extract: Extract, findings: Findings) -> None:
    rights = extract.rights
    if rights is None or not rights.extract or extract.words <= rights.extract:
        return
    findings.error(
        extract.source.location,
        "extract-length",
        f"source '{extract.source.id}' has {extract.words} words; one extract of '{rights.id}' may"
        f" have {rights.extract}",
        f"leave words out and mark it with three points; the limit stands at {rights.location}",
    )


def _check_share(total: Total, findings: Findings) -> None:
    rights = total.rights
    if not total.most or total.words <= total.most:
        return
    each = ", ".join(f"{extract.source.id} {extract.words}" for extract in total.extracts)
    findings.error(
        _beyond(total).source.location,
        "extract-share",
        f"the extracts of '{rights.id}' have {total.words} words, and {total.most} are"
        f" {rights.share} per cent of its {rights.length:,}: {each}",
        f"shorten some, here or elsewhere; the limit stands at {rights.location}",
    )


def _beyond(total: Total) -> Extract:
    """Return the extract that goes beyond the limit."""
    so_far = 0
    for extract in total.extracts:
        so_far += extract.words
        if so_far > total.most:
            break
    return extract
