"""Breaks: the places in a unit's text at which pages begin in, a marker at each of them out.

Places are those of :func:`octavo.pagination.counted`; what only one setting of a text has does not
count (:data:`octavo.pagination.UNSHARED`).  What no page shows is counted, but nothing for a page
to begin behind: with a drawing a page begins before the figure.

A marker stands before a block with which its page begins, between words if it begins in the midst
of a text, and before a word that the page break divides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from lxml import etree

from octavo.matter.page import SVG, XHTML
from octavo.pagination import UNSHARED, counted

#: What may hold a block, and what may hold words alone.
_FLOW: Final = frozenset(
    ("section", "div", "blockquote", "li", "dd", "dt", "td", "th", "caption", "figcaption")
)
_PHRASING: Final = frozenset(("p", "h1", "h2", "h3", "h4", "span", "em", "strong", "dfn", "code"))
#: What a marker may stand before, where its holder allows it.
_BLOCKS: Final = frozenset(
    ("section", "div", "header", "blockquote", "figure", "table", "p", "ul", "ol", "dl")
) | {"h1", "h2", "h3", "h4"}
_INLINES: Final = frozenset(("a", "span", "em", "strong", "dfn", "code", "sup"))
#: What print may leave out.
_UNSEEN: Final = frozenset(
    ("description", "figures-behind", "question-word", "marks-word", "minutes")
)

Kind = Literal["block", "start", "within"]
"""Where a page begins: with a block, with the words of a cell or an item, in the midst of words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """How a setting marks its pages.

    ``make`` makes the marker of a folio.  ``whole`` says which elements are not parted: a marker
    stands before them.  ``indented``: a paragraph that begins a page holds its marker, for style
    sheets that look at what stands before a paragraph.
    """

    make: Callable[[str, Kind], etree._Element]
    whole: Callable[[etree._Element], bool]
    indented: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of text: an element's own (``tail`` is None), or what follows a child of it.

    ``shown`` is the number of characters shown before it; ``seen``: so are its own.
    """

    holder: etree._Element
    tail: etree._Element | None
    text: str
    shown: int
    seen: bool


@dataclass(frozen=True, slots=True)
class _Marker:
    """A marker and where it goes: before an element, or into a run of text at an index."""

    made: etree._Element
    before: etree._Element | None = None
    piece: _Piece | None = None
    at: int = 0


def mark(
    section: etree._Element, begins: Iterable[tuple[int, str]], marking: Marking
) -> tuple[etree._Element, ...]:
    """Mark where pages begin, (place, folio) in their order; return the markers."""
    text = _Text(section, marking)
    markers = [text.marker(place, folio) for place, folio in begins]
    _insert(markers, section)
    return tuple(marker.made for marker in markers)


@dataclass(slots=True)
class _Text:
    """The text of a section, run by run, and how much is shown before each element of it."""

    section: etree._Element
    marking: Marking
    _pieces: list[tuple[int, _Piece]] = field(default_factory=list)
    _starts: dict[etree._Element, int] = field(default_factory=dict)
    _length: int = 0
    _shown: int = 0

    def __post_init__(self) -> None:
        self._add(self.section, seen=True)

    def _add(self, element: etree._Element, *, seen: bool) -> None:
        self._starts[element] = self._shown
        if element.tag == f"{{{SVG}}}svg" or element.get("class") in UNSHARED:
            return
        seen = seen and not _is_unseen(element)
        if element.get("data-slot") is None:
            self._piece(element, None, element.text, seen=seen)
        for child in element:
            self._add(child, seen=seen)
            self._piece(element, child, child.tail, seen=seen)

    def _piece(
        self, holder: etree._Element, tail: etree._Element | None, text: str | None, *, seen: bool
    ) -> None:
        if number := len(counted(text or "")):
            piece = _Piece(holder, tail, text or "", self._shown, seen)
            self._pieces.append((self._length, piece))
            self._length += number
            self._shown += number * seen

    def marker(self, place: int, folio: str) -> _Marker:
        """Return the marker of a page that begins at a place."""
        for start, piece in reversed(self._pieces):
            if start <= place < self._length:
                return self._placed(piece, place - start, folio)
        return _Marker(self.marking.make(folio, "block"))

    def _placed(self, piece: _Piece, number: int, folio: str) -> _Marker:
        """Return a marker before the character of a run that has so many others before it."""
        at = piece.shown + number * piece.seen
        make = self.marking.make
        chain = _down_to(piece.holder, self.section)
        block = next(
            each for each in reversed([self.section, *chain]) if _name(each) not in _INLINES
        )
        kind: Kind = "start" if self._starts[block] == at else "within"
        for element in chain:
            if self._starts[element] == at and _takes_before(element):
                if self.marking.indented and _name(element) == "p":
                    return _Marker(
                        make(folio, kind), piece=_Piece(element, None, "", at, seen=True)
                    )
                is_block = _name(element) in _BLOCKS
                return _Marker(make(folio, "block" if is_block else kind), before=element)
        whole = next((e for e in chain if self.marking.whole(e) or _is_unseen(e)), None)
        if whole is not None:
            return _Marker(make(folio, kind), before=whole)
        return _Marker(make(folio, kind), piece=piece, at=_word(piece.text, number))


def _down_to(element: etree._Element, section: etree._Element) -> list[etree._Element]:
    """Return what an element stands in, the outermost first, and the element; not the section."""
    chain: list[etree._Element] = []
    while element is not section:
        chain.append(element)
        holder = element.getparent()
        if holder is None:
            break
        element = holder
    return chain[::-1]


def _takes_before(element: etree._Element) -> bool:
    """Say whether a marker may stand before an element: a block among blocks, a word in words."""
    holder = element.getparent()
    if holder is None:
        return False
    of_list = _name(holder) == "div" and _name(holder.getparent()) == "dl"
    if _name(element) in _BLOCKS:
        return _name(holder) in _FLOW and not of_list
    return _name(element) in _INLINES and _name(holder) in _FLOW | _PHRASING and not of_list


def _name(element: etree._Element | None) -> str:
    return "" if element is None else str(element.tag).removeprefix(f"{{{XHTML}}}")


def _is_unseen(element: etree._Element) -> bool:
    """Say whether print shows the words of an element elsewhere, or never."""
    classes = (element.get("class") or "").split()
    return element.get("aria-hidden") == "true" or not _UNSEEN.isdisjoint(classes)


def _word(text: str, number: int) -> int:
    """Return the index of the word in which a text's character stands that is counted so far."""
    index = next(at for at in range(len(text)) if len(counted(text[: at + 1])) > number)
    while index and not text[index - 1].isspace():
        index -= 1
    return index


def _insert(markers: Sequence[_Marker], section: etree._Element) -> None:
    """Put markers into their places: in a run of text the last first, or the others would move."""
    for marker in reversed(markers):
        if marker.piece is not None:
            _part(marker.piece, marker.at, marker.made)
    for marker in markers:
        if marker.before is not None:
            marker.before.addprevious(marker.made)
        elif marker.piece is None:
            section.append(marker.made)


def _part(piece: _Piece, at: int, made: etree._Element) -> None:
    """Put a marker into a run of text."""
    holder, tail = piece.holder, piece.tail
    if tail is None:
        made.tail = (holder.text or "")[at:]
        holder.text = (holder.text or "")[:at]
        holder.insert(0, made)
    else:
        made.tail = (tail.tail or "")[at:]
        tail.tail = (tail.tail or "")[:at]
        holder.insert(holder.index(tail) + 1, made)
