"""Painted: what stands on the pages of a unit, by the element of the markup that it is of.

In, pages as they were painted; out, of each element its marked-content sequences, each with its
place among the element's children, and the annotations of links: what was broken over lines,
columns and pages, floated or moved is read where the source has it (ISO 14289-1, 7.2).
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Final

from octavo.pagination import counted
from octavo.pdf.private import (
    generated_part,
    has_custom_word,
    is_replaced,
    link_annotation,
    list_style,
    page_box,
    walk,
)
from octavo.pdf.reading import Reading
from octavo.pdf.sidecar import POINTS
from octavo.pdf.tagging.nodes import Annotated, Painted

_GENERATED: Final = {"marker": -2, "before": -1, "first-letter": 0}

BY_ROWS: Final = ("read", "rows")
"""The property by which a style says that a table is read row by row, and its value."""


def behind(at: int) -> int:
    """Return the place of text behind the child at an index; before the first it is 0."""
    return 2 * at + 2


def of_child(at: int) -> int:
    """Return the place of the child at an index."""
    return 2 * at + 1


class Sheets:
    """What was painted of a document.

    ``marks`` has the sequences of each element with their places, ``links`` its annotations,
    ``numbering`` what the style numbers an item of a list with; ``by_rows`` are the tables that a
    style sets to be read row by row.
    """

    def __init__(self, document: Any, root: Any) -> None:  # noqa: ANN401
        self.marks: dict[Any, list[tuple[int, Painted]]] = defaultdict(list)
        self.links: dict[Any, list[Annotated]] = defaultdict(list)
        self.numbering: dict[Any, Any] = {}
        self.by_rows: set[Any] = set()
        self._reading = Reading()
        self._reached: dict[Any, int] = {}
        for element in root.iter():
            self._reading.add(element, element.text, 0)
            for at, child in enumerate(element):
                self._reading.add(element, child.tail, behind(at))
        for index, page in enumerate(document.pages):
            self._read(index, page)

    def _read(self, index: int, page: Any) -> None:  # noqa: ANN401
        marks = {id(box): mark for mark, box in page.marks.items()}
        for box in walk(page_box(page)):
            element = box.element
            if element is not None and element.tag == "table" and has_custom_word(box, *BY_ROWS):
                self.by_rows.add(element)
            if element is not None and element.tag == "li":
                self.numbering.setdefault(element, list_style(box))
            mark = marks.get(id(box))
            place = None if mark is None else self._place(box)
            if mark is not None and place is not None:
                self.marks[element].append((place, _painted(box, index, mark, page.height)))
        for _, _, _, box in page.links:
            annotation = link_annotation(box)
            if annotation is not None:
                self.links[box.element].append(Annotated(index, annotation))

    def _place(self, box: Any) -> int | None:  # noqa: ANN401
        """Return where among its element's children a box stands, or None if it was read before.

        The heads of a table are painted again on each of its pages.
        """
        element = box.element
        if part := generated_part(box):
            return _GENERATED.get(part, behind(len(element)))
        if is_replaced(box):
            return None if self.marks[element] else 0
        found = self._reading.read(box)
        if found is not None:
            self._reached[element] = found[0]
        elif counted(box.text) and self._reading.knows(element):
            return None
        return self._reached.get(element, 0)


def _painted(box: Any, page: int, mark: int, height: float) -> Painted:  # noqa: ANN401
    if not is_replaced(box):
        label = generated_part(box) == "marker"
        return Painted(page=page, mark=mark, blank=not box.text.strip(), label=label)
    left, top = box.content_box_x(), box.content_box_y()
    corners = (left, height - top - box.height, left + box.width, height - top)
    x1, y1, x2, y2 = (round(length * POINTS, 3) for length in corners)
    return Painted(page=page, mark=mark, figure=(x1, y1, x2, y2))
