"""Furniture: what a page bears that is no part of the text.

Running heads and folios, leaders and whatever the markup hides from assistive technology (ruled
lines to write on) are painted as artefacts (ISO 32000-1, 14.8.2.2), outside the structure tree.
WeasyPrint would tag heads as unreachable spans, and every dot of a leader as an element: 22,000 of
them in a contents of seven pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pydyf
from weasyprint import Page

from octavo.pdf.private import (
    artifact,
    children,
    is_leader,
    is_margin_box,
    margin_name,
    marked,
    own_link,
    page_box,
    placed,
    tokens,
    with_children,
)

_SUBTYPES = {"top": "/Header", "bottom": "/Footer"}


@dataclass(frozen=True, slots=True)
class MarginRun:
    """A margin box as painted: the tokens of the page's stream from ``start`` to ``end``."""

    box: Any
    start: int
    end: int


class PrintedPage(Page):  # type: ignore[misc]  # WeasyPrint ships no types
    """A page whose furniture is painted apart from its text, what is in its margins last.

    ``margin_boxes`` and ``hidden`` are what was taken out of it, ``headings`` its bookmarks, which
    the layout of one unit does not write itself.  After painting, ``marks`` has the text box of
    each marked-content identifier, ``text_end`` the number of tokens before the margins, and
    ``margins`` what was painted there.
    """

    def __init__(self, page: Page) -> None:
        sheet = page_box(page)
        self.margin_boxes, self.hidden = _take_furniture(sheet)
        super().__init__(sheet)
        self.headings: list[Any] = self.bookmarks
        self.bookmarks: list[Any] = []
        # A box inside a link is reported as a link of its own: one annotation too many, in an
        # element that is none (ISO 14289-1, 7.18.5).
        self.links: list[Any] = [link for link in self.links if own_link(link[3])]
        self.marks: dict[int, Any] = {}
        self.text_end = 0
        self.margins: list[MarginRun] = []

    def paint(self, stream: Any, scale: float = 1) -> None:  # noqa: ANN401
        """Paint the text, then the furniture."""
        super().paint(stream, scale)
        self.marks = marked(stream)
        painted = tokens(stream)
        if self.hidden:
            self._paint(self.hidden, pydyf.Dictionary({"Type": "/Layout"}), stream, scale)
        self.text_end = len(painted)
        self.margins = []
        for box in self.margin_boxes:
            start = len(painted)
            self._paint([box], _pagination(box), stream, scale)
            self.margins.append(MarginRun(box, start, len(painted)))

    def _paint(
        self,
        boxes: list[Any],
        properties: pydyf.Dictionary,
        stream: Any,  # noqa: ANN401
        scale: float,
    ) -> None:
        layer = Page(with_children(page_box(self), boxes))
        with artifact(stream, properties):
            layer.paint(stream, scale)


def _pagination(box: Any) -> pydyf.Dictionary:  # noqa: ANN401
    properties = pydyf.Dictionary({"Type": "/Pagination"})
    edge = margin_name(box).partition("-")[0]
    if edge in _SUBTYPES:
        properties["Subtype"] = _SUBTYPES[edge]
    return properties


def _take_furniture(sheet: Any) -> tuple[list[Any], list[Any]]:  # noqa: ANN401
    """Take what stands in the margins, and what is hidden, out of a page box."""
    margins = [box for box in children(sheet) if is_margin_box(box)]
    sheet.children = [box for box in sheet.children if box not in margins]
    hidden: list[Any] = []
    _take_hidden(sheet, hidden)
    return margins, hidden


def _take_hidden(box: Any, taken: list[Any]) -> None:  # noqa: ANN401
    """Move leaders and hidden boxes from the tree to ``taken``."""
    kept = []
    for child in box.children:
        if is_leader(child) or _is_hidden(child):
            taken.append(placed(child))
        else:
            kept.append(child)
    if len(kept) < len(box.children):
        box.children = kept
    for child in kept:
        if getattr(child, "children", None):
            _take_hidden(child, taken)


def _is_hidden(box: Any) -> bool:  # noqa: ANN401
    element = box.element
    return element is not None and element.get("aria-hidden") == "true"
