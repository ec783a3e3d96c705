"""Page breaks: a unit and the page map of another setting of it in, markers of its pages out.

A reader of large print hears "turn to page 41" in class: where page 41 of the printed book begins,
the unit gets ::

    <div class="book-page between" role="doc-pagebreak" id="page-41" aria-label="…"></div>

before a block with which that page begins, a ``span`` of the same kind where it begins in a cell
or an item, and a ``span`` of class ``within`` in the middle of a paragraph.  A marker is empty: a
style says what is seen of it ("book page 41", its label), and it counts as no text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from lxml import etree

from octavo.matter.breaks import Kind, Marking, mark
from octavo.matter.page import XHTML, safe_parser, serialised
from octavo.model import PageMap, Unit
from octavo.wording import wording

#: Links hold words alone (PDF/UA-1, 7.18.5).
_WHOLE: Final = frozenset((f"{{{XHTML}}}a", f"{{{XHTML}}}sup"))


def marked(units: Iterable[Unit], pages: PageMap, lang: str) -> tuple[Unit, ...]:
    """Mark in units where the pages of another setting of them begin.

    Left alone are lists of front matter, which a class does not turn to, and an index, whose words
    depend on pages.
    """
    said = wording(lang)["book-page"]
    begins = pages.begins()
    return tuple(
        _marked(unit, begins.get(unit.name, ()), said) if _is_read(unit) else unit for unit in units
    )


def _is_read(unit: Unit) -> bool:
    return not unit.indexed and (unit.matter != "front" or unit.template == "preface")


def _marked(unit: Unit, begins: Sequence[tuple[int, str]], said: str) -> Unit:
    root = etree.fromstring(unit.xhtml, safe_parser())
    section = root.find(f"{{{XHTML}}}body/{{{XHTML}}}section")
    if section is None:
        return unit

    def make(folio: str, kind: Kind) -> etree._Element:
        name = "div" if kind == "block" else "span"
        made = etree.Element(f"{{{XHTML}}}{name}")
        made.set("class", f"book-page {'within' if kind == 'within' else 'between'}")
        made.set("role", "doc-pagebreak")
        made.set("id", f"page-{folio}")
        made.set("aria-label", f"{said} {folio}")
        return made

    markers = mark(section, begins, Marking(make=make, whole=lambda each: each.tag in _WHOLE))
    names = tuple(str(marker.get("id")) for marker in markers)
    return replace(unit, xhtml=serialised(root), anchors=(*unit.anchors, *names))
