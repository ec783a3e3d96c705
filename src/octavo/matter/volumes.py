"""Volumes: a book of many pages parted in books that hands can hold.

In: the units of an edition, its page map, and about how many pages a volume may have.  Out: which
units stand in which volume, and for each a leaf that goes before them and says so.

A volume begins with a unit, never with one of the front matter and never behind the title of a
part.  Of all ways to part a book into as few volumes as the limit allows, that one is taken whose
longest volume is the shortest.  Folios run on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate, pairwise

from octavo.model import Metadata, PageMap, Unit
from octavo.wording import wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """A volume: its units, its number of how many, its first folio and its last."""

    units: tuple[Unit, ...]
    number: int
    of: int
    first: str
    last: str

    @property
    def name(self) -> str:
        """The name of its leaf among the units."""
        return f"volume-{self.number}"


def volumes(units: Sequence[Unit], pages: PageMap, limit: int) -> tuple[Volume, ...]:
    """Part a book into volumes; a book that does not exceed the limit is in none."""
    if len(pages.sheets) <= limit:
        return ()
    heads = [at for at, unit in enumerate(units) if at == 0 or _may_begin(units[at - 1], unit)]
    starts = [pages.starts[units[at].name] for at in heads]
    lengths = [end - start for start, end in pairwise((*starts, len(pages.sheets)))]
    counts = parted(lengths, limit)
    cuts = [(*heads, len(units))[at] for at in accumulate(counts, initial=0)]
    return tuple(
        _volume(units[begin:end], pages, number, len(counts))
        for number, (begin, end) in enumerate(pairwise(cuts), 1)
    )


def _volume(units: Sequence[Unit], pages: PageMap, number: int, of: int) -> Volume:
    names = {unit.name for unit in units}
    folios = [sheet.folio for sheet in pages.sheets if sheet.unit in names]
    return Volume(units=tuple(units), number=number, of=of, first=folios[0], last=folios[-1])


def _may_begin(before: Unit, unit: Unit) -> bool:
    return unit.matter != "front" and before.template != "part"


def parted(lengths: Sequence[int], limit: int) -> tuple[int, ...]:
    """Return how many of a row of lengths go together, one number for each group.

    There are as few groups as the limit allows (a length beyond it stands alone), and the longest
    of them is as short as so many can be.
    """
    number = len(_filled(lengths, limit))
    tops = range(1, limit + 1)
    return next(filled for top in tops if len(filled := _filled(lengths, top)) <= number)


def _filled(lengths: Sequence[int], limit: int) -> tuple[int, ...]:
    """Fill each group as far as it goes."""
    groups: list[list[int]] = []
    for length in lengths:
        if groups and sum(groups[-1]) + length <= limit:
            groups[-1].append(length)
        else:
            groups.append([length])
    return tuple(map(len, groups))


def leaf(volume: Volume, every: Sequence[Volume], pages: PageMap, metadata: Metadata) -> Unit:
    """Return the leaf that a volume begins with: what it is, what it holds, what the others do."""
    title = said(volume, metadata.lang)
    listed = [unit.nav[0] for unit in volume.units if unit.nav]
    lines = "".join(_line(words, anchor, pages.anchors[anchor]) for _, words, anchor in listed)
    others = "".join(f"<li>{escape(said(each, metadata.lang))}</li>\n" for each in every)
    xhtml = f"""<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" lang="{metadata.lang}" xml:lang="{metadata.lang}">
<head><meta charset="utf-8"/><title>{escape(title)}</title></head>
<body><section class="unit front volume" id="{volume.name}" data-folios="none">
<h1 class="title" id="{volume.name}-title">{escape(metadata.title)}</h1>
<p class="volume-name">{escape(title)}</p>
<ol class="toc">
{lines}</ol>
<ul class="volumes">
{others}</ul>
</section></body></html>"""
    return Unit(
        name=volume.name,
        template="volume",
        matter="front",
        folios="none",
        title=title,
        xhtml=xhtml.encode(),
        anchors=(volume.name, f"{volume.name}-title"),
    )


def _line(words: str, anchor: str, folio: str) -> str:
    slot = f'<span class="folio-slot bare"><span class="slot">{folio}</span></span>'
    link = f'<a class="toc-title" href="#{anchor}">{escape(words)}</a>'
    return f'<li class="toc-entry toc-unit"><p class="toc-line">{link}{slot}</p></li>\n'


def said(volume: Volume, lang: str) -> str:
    """Return "Volume 2 of 3: pages 201–388"."""
    words = wording(lang)["volume-of"]
    return words.format(volume.number, volume.of, volume.first, volume.last)
