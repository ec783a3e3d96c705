"""Composition: laid-out pages in, what a typographer would mark on them out.

A paragraph is looked at line by line, wherever it is: in prose, lists, captions, notes, columns.

- *widow*, *orphan*: its last line alone at the top of a page or column, its first at the foot (CSS
  Fragmentation 3, 3.3);
- *hyphens*: more than two lines in succession that end in one;
- *loose*: a justified line whose word spaces are wider than half an em, the most that R. Bringhurst
  allows (*The Elements of Typographic Style*, 2.1);
- *runt*: a last line of one word that has fewer than four letters (there, 2.4);
- *head*: the last line of a page or column belongs to what must not be parted from what follows;
- *gap*: more than three lines of the grid left at the foot of a page that the flow goes on from,
  or of a column before a longer one.

Where a break is wanted (a chapter's end, a section with a page of its own) the room behind it is no
gap.  Places are said as the anchor before and the first words: a unit knows no files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from octavo.pdf.feet import LEFT, flow, rooms
from octavo.pdf.fragment import Composition, Flaw
from octavo.pdf.private import (
    children,
    font_size,
    goes_on,
    has_ink,
    holds_on,
    is_column,
    is_head,
    is_in_flow,
    is_line,
    is_text,
    line_height,
    page_box,
    text_of,
    word_space,
)

STACK = 2
"""Hyphens that may stand below one another."""

WIDEST = 0.5
"""Of an em, for a word space."""

_WORDS = 6
_SHORT = 4
_HYPHENS = ("-", "\N{HYPHEN}")
_ROUNDING = 0.05


@dataclass(slots=True)
class _Line:
    text: str
    space: float
    """Width of its word spaces in ems; 0 where they are their natural width."""

    @property
    def hyphenated(self) -> bool:
        return self.text.endswith(_HYPHENS)


@dataclass(slots=True)
class _Paragraph:
    anchor: str
    pieces: list[tuple[int, list[_Line]]] = field(default_factory=list)
    """Of each page or column that it stands on, the page and the lines."""

    @property
    def words(self) -> str:
        said = " ".join(line.text for _, lines in self.pieces for line in lines[:2])
        return " ".join(said.split()[:_WORDS])


@dataclass(slots=True)
class _Foot:
    """The end of a page or column: its lowest ink, and whether a head stands there."""

    low: float = 0
    head: bool = False
    anchor: str = ""
    words: str = ""


def composition(pages: Sequence[Any]) -> Composition:
    """Return what there is to remark on the pages of a unit."""
    reader = _Reader()
    for number, (page, room) in enumerate(zip(pages, rooms(pages), strict=True)):
        reader.read(number, page_box(page), room)
    flaws = [*reader.flaws, *(flaw for each in reader.whole for flaw in _flaws(each))]
    return Composition(
        pages=len(pages),
        paragraphs=len(reader.whole),
        stacked=sum(_stack(each) > STACK for each in reader.whole),
        lines=sum(len(lines) for each in reader.whole for _, lines in each.pieces),
        flaws=tuple(sorted(flaws, key=lambda flaw: (flaw.page, flaw.kind))),
    )


class _Reader:
    """Reads pages in their order."""

    def __init__(self) -> None:
        self.whole: list[_Paragraph] = []
        self.flaws: list[Flaw] = []
        self._open: dict[Any, _Paragraph] = {}
        self._read: set[Any] = set()
        self._anchor = ""
        self._grid = 0.0

    def read(self, number: int, sheet: Any, room: float | None) -> None:  # noqa: ANN401
        """Read a page, at whose foot there is so much room; None if it is wanted."""
        foot = _Foot()
        self._grid = line_height(flow(sheet))
        self._box(number, flow(sheet), foot)
        if room is not None:
            self._judge(number, foot, room)

    def _judge(self, page: int, foot: _Foot, room: float) -> None:
        lines = room / self._grid
        if lines > LEFT + _ROUNDING:
            self.flaws.append(Flaw("gap", page, foot.anchor, foot.words, round(lines, 1)))
        if foot.head:
            self.flaws.append(Flaw("head", page, foot.anchor, foot.words, 1))

    def _box(self, page: int, box: Any, foot: _Foot) -> None:  # noqa: ANN401
        if box.element is not None:
            self._anchor = box.element.get("id") or self._anchor
        if not is_in_flow(box):
            return
        inside = children(box)
        if inside and is_line(inside[0]):
            self._paragraph(page, box, inside, foot)
        elif columns := [child for child in inside if is_column(child)]:
            self._columns(page, columns, foot)
        else:
            for child in inside:
                self._box(page, child, foot)
        if has_ink(box):
            low = box.border_box_y() + box.border_height()
            if low > foot.low:
                foot.low, foot.anchor, foot.head = low, self._anchor, False
        if (holds_on(box) or is_head(box)) and foot.low and not _inks_below(box, foot):
            foot.head = True

    def _columns(self, page: int, columns: Sequence[Any], foot: _Foot) -> None:
        feet = []
        for column in columns:
            own = _Foot()
            for child in children(column):
                self._box(page, child, own)
            feet.append(own)
        lowest = max(feet, key=lambda own: own.low)
        for own in feet[:-1]:
            self._judge(page, own, lowest.low - own.low)
        if lowest.low > foot.low:
            foot.low, foot.anchor, foot.words = lowest.low, lowest.anchor, lowest.words
            foot.head = feet[-1].head

    def _paragraph(self, page: int, box: Any, inside: Sequence[Any], foot: _Foot) -> None:  # noqa: ANN401
        before = self._anchor
        boxes = [line for line in inside if is_line(line) and text_of(line).strip()]
        for line in inside:
            self._anchor = next(_ids(line), self._anchor)
        if not boxes:
            return
        paragraph = self._open.pop(box.element, None)
        if paragraph is None:
            paragraph = _Paragraph(before)
            if box.element not in self._read:  # else a table's head again
                self.whole.append(paragraph)
        self._read.add(box.element)
        paragraph.pieces.append((page, [_line(line) for line in boxes]))
        if goes_on(boxes[-1]):
            self._open[box.element] = paragraph
        low = boxes[-1].position_y + boxes[-1].height
        if low > foot.low:
            foot.low, foot.anchor, foot.words = low, paragraph.anchor, paragraph.words
            foot.head = False


def _inks_below(box: Any, foot: _Foot) -> bool:  # noqa: ANN401
    """Whether what stands lowest stands elsewhere than in a box."""
    return not box.position_y < foot.low <= box.position_y + box.margin_height() + _ROUNDING


def _ids(box: Any) -> Iterator[str]:  # noqa: ANN401
    for child in children(box):
        if child.element is not None and (name := child.element.get("id")):
            yield str(name)
        yield from _ids(child)


def _line(box: Any) -> _Line:  # noqa: ANN401
    return _Line(text_of(box).strip(), round(max(_spaces(box), default=0), 2))


def _spaces(box: Any) -> Iterator[float]:  # noqa: ANN401
    for child in children(box):
        if is_text(child):
            if child.justification_spacing and " " in child.text.strip():
                yield (word_space(child) + child.justification_spacing) / font_size(child)
        else:
            yield from _spaces(child)


# -- what a paragraph is marked for ------------------------------------------------


def _flaws(paragraph: _Paragraph) -> Iterator[Flaw]:
    words, pieces = paragraph.words, paragraph.pieces
    if len(pieces) > 1 and len(pieces[0][1]) == 1:
        yield Flaw("orphan", pieces[0][0], paragraph.anchor, words, 1)
    if len(pieces) > 1 and len(pieces[-1][1]) == 1:
        yield Flaw("widow", pieces[-1][0], paragraph.anchor, words, 1)
    for page, lines in pieces:
        if (run := _run(lines)) > STACK:
            yield Flaw("hyphens", page, paragraph.anchor, words, run)
        for line in lines:
            if line.space > WIDEST:
                said = " ".join(line.text.split()[:_WORDS])
                yield Flaw("loose", page, paragraph.anchor, said, line.space)
    page, lines = pieces[-1]
    last = lines[-1].text
    if sum(len(each) for _, each in pieces) > 1 and " " not in last and len(last) <= _SHORT:
        yield Flaw("runt", page, paragraph.anchor, words, 1)


def _stack(paragraph: _Paragraph) -> int:
    return max(_run(lines) for _, lines in paragraph.pieces)


def _run(lines: Sequence[_Line]) -> int:
    longest = run = 0
    for line in lines:
        run = run + 1 if line.hyphenated else 0
        longest = max(longest, run)
    return longest
