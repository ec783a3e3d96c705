"""Proof: how the units of a file are composed, told as measures of the whole of it.

In: the fragments and the page map of a file.  Out: for each thing that a typographer would mark how
often it is there, and every one of them by page and words, the worst first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from octavo.model import Measure, PageMap, Remark
from octavo.pdf.fragment import Fault, Flaw, Fragment
from octavo.pdf.preflight import Seen


@dataclass(frozen=True, slots=True)
class _Mark:
    """How a kind of flaw is told: what it is called, said with its amount, and mended."""

    what: str
    message: str
    hint: str
    among: str = ""


_MARKS: Final[dict[Fault, _Mark]] = {
    "widow": _Mark(
        "widows",
        "the last line of a paragraph stands alone at the top: {words}",
        "styles: widows: 2",
    ),
    "orphan": _Mark(
        "orphans",
        "the first line of a paragraph stands alone at the foot: {words}",
        "styles: orphans: 2",
    ),
    "head": _Mark(
        "heads left behind",
        "a head stands at the foot, away from its text: {words}",
        "styles: break-after: avoid",
    ),
    "hyphens": _Mark(
        "paragraphs with more than 2 hyphens below one another",
        "{amount:.0f} hyphens below one another: {words}",
        "another word, or a line set without hyphens",
        "paragraph",
    ),
    "gap": _Mark(
        "pages with a gap of more than 3 lines",
        "{amount:g} lines are left empty behind: {words}",
        "what stands overleaf is not broken: move it behind the next paragraph, or make it shorter",
        "page",
    ),
    "loose": _Mark(
        "loose lines",
        "word spaces of {amount:.2f} em: {words}",
        "another word, or one that may be hyphenated",
        "line",
    ),
    "runt": _Mark(
        "last lines of one short word",
        "the last line is one short word: {words}",
        "a word more or less",
        "paragraph",
    ),
}


def measures(seen: Seen) -> Iterator[Measure]:
    """Yield what the composition of a file shows."""
    composed = [fragment.composition for fragment in seen.fragments]
    totals = {
        "page": sum(each.pages for each in composed),
        "paragraph": sum(each.paragraphs for each in composed),
        "line": sum(each.lines for each in composed),
        "": 0,
    }
    for kind, mark in _MARKS.items():
        found = [
            (flaw, remark)
            for fragment in seen.fragments
            for flaw, remark in _remarks(kind, mark, fragment, seen.page_map)
        ]
        counted = {
            "hyphens": sum(each.stacked for each in composed),
            "gap": sum(len({f.page for f in each.flaws if f.kind == "gap"}) for each in composed),
        }
        yield Measure(
            what=mark.what,
            count=counted.get(kind, len(found)),
            of=totals[mark.among],
            among=mark.among,
            remarks=tuple(remark for _, remark in sorted(found, key=_worst)),
        )


def _worst(found: tuple[Flaw, Remark]) -> float:
    return -found[0].amount


def _remarks(
    kind: Fault, mark: _Mark, fragment: Fragment, page_map: PageMap
) -> Iterator[tuple[Flaw, Remark]]:
    for flaw in fragment.composition.flaws:
        if flaw.kind == kind:
            words = f"“{flaw.words} …”"
            yield (
                flaw,
                Remark(
                    kind=kind,
                    message=mark.message.format(amount=flaw.amount, words=words),
                    hint=mark.hint,
                    folio=page_map.sheets[page_map.starts[fragment.unit] + flaw.page].folio,
                    anchor=flaw.anchor,
                    words=flaw.words,
                ),
            )
