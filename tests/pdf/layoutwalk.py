"""Walks over laid-out pages, for tests that judge the make-up of a book.

Give it ``LaidOut.document.pages``.  Pages count from 0; lengths are points from the top left corner
of the page.  Margin boxes, leaders and ruled lines are not in the walk: they are furniture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from octavo.pdf.furniture import PrintedPage
from octavo.pdf.private import (
    children,
    is_line,
    is_text,
    margin_name,
    page_box,
    text_of,
    walk,
)

PT = 72 / 96
MM = 72 / 25.4

TOP, LINES, LEADING = 58.0, 41, 14.0
INNER, OUTER = 20 * MM, 13 * MM
SLACK = 0.5


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text and the block that it belongs to.

    ``block`` is WeasyPrint's box: the part of a paragraph that stands on this page (or column).
    ``element`` is the paragraph's element in the document, the same for all its parts.
    """

    page: int
    left: float
    top: float
    height: float
    width: float
    text: str
    block: Any
    element: Any

    @property
    def tag(self) -> str:
        """The name of the block's element."""
        return str(self.element.tag)

    @property
    def classes(self) -> frozenset[str]:
        """The classes of the block's element."""
        return frozenset((self.element.get("class") or "").split())

    def __str__(self) -> str:
        return f"page index {self.page}: {self.tag}: {self.text.strip()!r}"


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one block that stand together on one page or in one column."""

    lines: tuple[Line, ...]

    @property
    def element(self) -> Any:
        """The block's element."""
        return self.lines[0].element

    @property
    def page(self) -> int:
        """The index of its page."""
        return self.lines[0].page


def lines(pages: Sequence[Any]) -> Iterator[Line]:
    """Yield every line of text in the order of the document."""
    for index, page in enumerate(pages):
        yield from _lines(page_box(page), index)


def parts(pages: Sequence[Any]) -> list[Part]:
    """Return the parts of all blocks, in the order of the document."""
    grouped = groupby(lines(pages), key=lambda line: (line.page, id(line.block)))
    return [Part(tuple(found)) for _, found in grouped]


def widows(pages: Sequence[Any], least: int = 2) -> list[Line]:
    """Return last lines of paragraphs that stand with too few of their kind at a page's top."""
    return [
        after.lines[0] for _, after in _breaks(pages) if len(after.lines) < least and _ends(after)
    ]


def orphans(pages: Sequence[Any], least: int = 2) -> list[Line]:
    """Return first lines of paragraphs that stand with too few of their kind at a page's foot."""
    return [before.lines[0] for before, _ in _breaks(pages) if len(before.lines) < least]


def stranded_heads(pages: Sequence[Any], least: int = 2) -> list[Line]:
    """Return headings that are not followed by so many lines, or a picture, on their page.

    Below a letter of an index one line may be all there is.
    """
    stranded = []
    for _, found in groupby(lines(pages), key=lambda line: line.page):
        on_page = list(found)
        for at, line in enumerate(on_page):
            if line.tag not in {"h2", "h3"}:
                continue
            after = [other for other in on_page[at + 1 :] if other.tag != line.tag]
            wanted = 1 if "letter" in line.classes else least
            if len(after) < wanted and not _picture_below(pages[line.page], line):
                stranded.append(line)
    return stranded


def short_lines(pages: Sequence[Any], share: float = 0.5) -> list[Line]:
    """Return lines of body text that end early, though the paragraph goes on below."""
    return [
        line
        for part in parts(pages)
        if part.element.tag == "p" and part.element.find(".//br") is None
        for line, below in pairwise(part.lines)
        if line.text.strip()
        and below.text.strip()
        and line.width < share * (part.lines[0].block.width * PT)
        and abs(line.height - LEADING) < SLACK / 2
    ]


def outside(pages: Sequence[Any]) -> list[str]:
    """Return what stands outside the type area: the measure, the gutter and the side column."""
    found = []
    for index, page in enumerate(pages):
        recto = index % 2 == 0
        left = INNER if recto else OUTER
        right = page.width * PT - (OUTER if recto else INNER)
        bottom = TOP + LINES * LEADING
        for box in walk(page_box(page)):
            if not (is_text(box) or _is_picture(box)):
                continue
            x, y = box.position_x * PT, box.position_y * PT
            width, height = box.width * PT, box.height * PT
            if is_text(box) and not box.text.strip():
                continue
            if x < left - SLACK or x + width > right + SLACK or y < TOP - LEADING:
                found.append(f"page index {index}: {text_of(box)!r} at {x:.1f}, {y:.1f}")
            elif y + height > bottom + LEADING / 2:
                found.append(f"page index {index}: {text_of(box)!r} below, at {y + height:.1f}")
    return found


def margins(page: PrintedPage) -> dict[str, str]:
    """Return what stands in the margins of a page: ``{"top-left": "A Sample", …}``."""
    boxes = page.margin_boxes
    return {margin_name(box): text_of(box).strip() for box in boxes if text_of(box).strip()}


TITLES = frozenset({"box-title", "summary-title"})
"""Lines that the default theme sets off the grid on purpose."""


def off_grid(pages: Sequence[Any], titles: frozenset[str] = TITLES) -> list[Line]:
    """Return lines of body text (14 pt high) that do not stand on the grid of their page."""
    return [
        line
        for line in lines(pages)
        if line.tag == "p"
        and not line.classes & titles
        and abs(line.height - LEADING) < SLACK / 2
        and SLACK < (line.top - TOP) % LEADING < LEADING - SLACK
    ]


def _lines(box: Any, page: int) -> Iterator[Line]:
    for child in children(box):
        if is_line(child):
            yield Line(
                page=page,
                left=_start(child),
                top=child.position_y * PT,
                height=child.height * PT,
                width=_inked(child),
                text=text_of(child),
                block=box,
                element=box.element,
            )
        # A line may hold blocks: inline blocks, floats, positioned boxes.
        yield from _lines(child, page)


def _start(line: Any) -> float:
    """Return where the line's text begins, behind its indentation."""
    starts = [box.position_x for box in walk(line) if is_text(box) and box.text.strip()]
    return float(min(starts, default=line.position_x)) * PT


def _inked(line: Any) -> float:
    """Return the length of the line's text, from its first to its last box."""
    boxes = [box for box in walk(line) if is_text(box) and box.text.strip()]
    if not boxes:
        return 0.0
    end = max(box.position_x + box.width for box in boxes)
    return float(end - min(box.position_x for box in boxes)) * PT


def _breaks(pages: Sequence[Any]) -> Iterator[tuple[Part, Part]]:
    """Yield the two sides of every break inside a block."""
    for before, after in pairwise(parts(pages)):
        if before.element is after.element and before.page != after.page:
            yield before, after


def _ends(part: Part) -> bool:
    # A block that runs on over a third page fills its page: it is no widow.
    return part.lines[0].top < TOP + LEADING * (LINES - 1)


def _is_picture(box: Any) -> bool:
    return hasattr(box, "replacement")


def _picture_below(page: Any, line: Line) -> bool:
    boxes = (box for box in walk(page_box(page)) if _is_picture(box))
    return any(box.position_y * PT >= line.top for box in boxes)
