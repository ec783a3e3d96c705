"""Furniture: what a page bears that is no part of the text.

Running heads and folios, leaders and whatever the markup hides from assistive technology (ruled
lines to write on) are painted as artefacts (ISO 32000-1, 14.8.2.2), outside the structure tree.
WeasyPrint would tag heads as unreachable spans, and every dot of a leader as an element: 22,000 of
them in a contents of seven pages.
"""

from __future__ import annotations

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
    with_children,
)

_SUBTYPES = {"top": "/Header", "bottom": "/Footer"}


class PrintedPage(Page):  # type: ignore[misc]  # WeasyPrint ships no types
    """A page whose furniture is painted apart from its text.

    ``furniture`` has it, with what each piece is marked as.  ``marks`` has, after painting, the
    text box of each marked-content identifier.
    """

    def __init__(self, page: Page) -> None:
        sheet = page_box(page)
        self.furniture = _take_furniture(sheet)
        super().__init__(sheet)
        # A box inside a link is reported as a link of its own: one annotation too many, in an
        # element that is none (ISO 14289-1, 7.18.5).
        self.links: list[Any] = [link for link in self.links if own_link(link[3])]
        self.marks: dict[int, Any] = {}

    def paint(self, stream: Any, scale: float = 1) -> None:  # noqa: ANN401
        """Paint the text, then the furniture."""
        super().paint(stream, scale)
        self.marks = marked(stream)
        sheet = page_box(self)
        for properties, boxes in self.furniture:
            layer = Page(with_children(sheet, boxes))
            with artifact(stream, properties):
                layer.paint(stream, scale)


def _take_furniture(sheet: Any) -> list[tuple[pydyf.Dictionary, list[Any]]]:  # noqa: ANN401
    """Take the furniture out of a page box, sorted by what it is."""
    furniture = []
    margins = [box for box in children(sheet) if is_margin_box(box)]
    sheet.children = [box for box in sheet.children if box not in margins]
    for box in margins:
        properties = pydyf.Dictionary({"Type": "/Pagination"})
        edge = margin_name(box).partition("-")[0]
        if edge in _SUBTYPES:
            properties["Subtype"] = _SUBTYPES[edge]
        furniture.append((properties, [box]))
    layout: list[Any] = []
    _take_hidden(sheet, layout)
    if layout:
        furniture.append((pydyf.Dictionary({"Type": "/Layout"}), layout))
    return furniture


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
