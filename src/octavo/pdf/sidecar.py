"""The sidecar: what a unit's pages hold, read off them once they are painted.

Places are points from the lower left corner of a page.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

import pydyf

from octavo.pdf.fragment import Anchor, Bookmark, FontUse, Glyph, NoteSpan
from octavo.pdf.furniture import PrintedPage
from octavo.pdf.private import fonts_of, page_box, walk

POINTS = 0.75
"""Points in a CSS pixel."""


def anchors(sheets: Sequence[PrintedPage]) -> Iterator[Anchor]:
    """Yield every anchor where it stands first."""
    known: set[str] = set()
    for number, page in enumerate(sheets):
        for name, (x, y, *_) in page.anchors.items():
            if name not in known:
                known.add(name)
                yield Anchor(name, number, *_place(page, x, y))


def bookmarks(sheets: Sequence[PrintedPage]) -> Iterator[Bookmark]:
    """Yield the headings that the outline lists."""
    for number, page in enumerate(sheets):
        for level, title, (x, y), _ in page.headings:
            yield Bookmark(level, title, number, *_place(page, x, y))


def _place(page: PrintedPage, x: float, y: float) -> tuple[float, float]:
    return round(x * POINTS, 3), round((page.height - y) * POINTS, 3)


def links(pdf: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield the anchors that links of a painted unit lead to, each once."""
    targets = (entry["Dest"].string for entry in pdf.objects[1:] if _is_link(entry))
    yield from dict.fromkeys(targets)


def _is_link(entry: Any) -> bool:  # noqa: ANN401
    return isinstance(entry, dict) and isinstance(entry.get("Dest"), pydyf.String)


def notes(sheets: Sequence[PrintedPage]) -> Iterator[NoteSpan]:
    """Return the endnotes of a unit, in their order, with the pages that they stand on."""
    spans: dict[str, tuple[int, int]] = {}
    for number, page in enumerate(sheets):
        for box in walk(page_box(page)):
            if box.element is not None and box.element.get("class") == "note":
                call = str(box.element.get("data-ref", "")).removeprefix("#")
                spans[call] = (spans.get(call, (number, 0))[0], number)
    return (NoteSpan(call, *span) for call, span in spans.items())


def locator_words(root: Any) -> tuple[str, str]:  # noqa: ANN401
    """Return the words before one page and before several in a running head of notes."""
    heading = root.find(".//h1")
    if heading is None:
        return "", ""
    return heading.get("data-page-head", ""), heading.get("data-pages-head", "")


def fonts(document: Any) -> Iterator[FontUse]:  # noqa: ANN401
    """Yield the fonts of a painted document, and the glyphs that they draw."""
    return map(_font, _by_name(fonts_of(document)))


def _by_name(fonts: Sequence[Any]) -> list[list[Any]]:
    """Gather the fonts that share a resource."""
    named: dict[str, list[Any]] = {}
    for font in fonts:
        named.setdefault(font.hash, []).append(font)
    return list(named.values())


def _font(same: Sequence[Any]) -> FontUse:
    font = same[0]
    glyphs: dict[int, Glyph] = {}
    for each in same:
        for number, text in each.to_unicode.items():
            glyphs.setdefault(number, Glyph(number, each.widths[number], text))
    return FontUse(
        name=font.hash,
        base_font=font.name.decode(),
        family=font.family,
        flags=font.flags,
        italic_angle=font.italic_angle,
        ascent=font.ascent,
        descent=font.descent,
        stem_v=font.stemv,
        stem_h=font.stemh,
        file=hashlib.sha256(font.file_content).hexdigest(),
        glyphs=tuple(glyphs.values()),
    )
