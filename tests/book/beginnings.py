"""Where pages begin, said twice: by the markers of an EPUB, and by the words on the pages of a PDF.

Nothing of octavo's is asked.  An EPUB gives its words in the order of reading, with its markers
between them; a PDF gives the words of each page with their places on it.  A break is decided by
what lies above the first word and below the last one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
from lxml import etree

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
DRAWING = "\N{BALLOT BOX}"
"""What stands among the words for a drawing, whose lettering is no part of the text."""
REPLY = "\N{WHITE MEDIUM SQUARE}"
"""What stands for a reply, which print sets into the room for an answer, out of the flow."""

UNPRINTED = frozenset(
    ("glosses", "description", "figures-behind", "question-word", "marks-word", "minutes")
)
"""Classes of what one of the two has, or sets in the margin."""
_REPLIES = frozenset(("entered", "elsewhere"))
_BREAKING = frozenset(
    ("p", "div", "li", "td", "th", "section", "dt", "dd", "caption", "figcaption", "blockquote")
) | {"h1", "h2", "h3", "h4", "figure", "table", "header", "nav", "br"}
_ROWS = frozenset(("td", "th"))


@dataclass(frozen=True)
class Word:
    """A word of an EPUB: its letters and digits, what it stands in, itself without superiors."""

    text: str
    element: etree._Element
    bare: str = ""

    @property
    def in_row(self) -> bool:
        """Whether it stands in a cell of a table."""
        return any(each.tag in {XHTML + name for name in _ROWS} for each in self.around())

    def around(self) -> Iterator[etree._Element]:
        """Yield the element of the word and all that hold it."""
        yield self.element
        yield from self.element.iterancestors()


@dataclass(frozen=True)
class Break:
    """A marker: its page, the words behind it and those before it, the nearest first."""

    folio: str
    after: tuple[Word, ...]
    before: tuple[Word, ...]


@dataclass(frozen=True)
class Placed:
    """A word of a page: where it stands on it, in points from below, and in which column.

    ``beside``: it stands in the side column, where what hangs out of the flow stands as well.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    column: int = 0
    beside: bool = False


def letters(text: str) -> str:
    """Return what of a text is compared: letters and digits."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in folded if char.isalnum())


# -- EPUB ------------------------------------------------------------------------------------------


SCREEN_ALONE = frozenset({"cover.xhtml", "accessibility.xhtml"})
"""Documents of which print has nothing: no page begins in them."""


def breaks(epub: Path, around: int = 200) -> list[Break]:
    """Return the page breaks of an EPUB in the order of reading."""
    words: list[Word] = []
    places: list[tuple[str, int]] = []
    for body in _bodies(epub):
        _Reader(words, places).read(body)
        words.append(Word("", body))
    return [
        Break(
            folio,
            after=_some(words[at : at + around]),
            before=_some(words[max(0, at - around) : at][::-1]),
        )
        for folio, at in places
    ]


def _some(words: Iterable[Word]) -> tuple[Word, ...]:
    return tuple(word for word in words if word.text)


def listed(epub: Path) -> list[str]:
    """Return the folios that the page list leads to, in its order."""
    with ZipFile(epub) as archive:
        nav = etree.fromstring(archive.read("EPUB/nav.xhtml"))
    (pages,) = (each for each in nav.iter(f"{XHTML}nav") if each.get("id") == "page-list")
    return [str(link.text) for link in pages.iter(f"{XHTML}a")]


def _bodies(epub: Path) -> Iterator[etree._Element]:
    with ZipFile(epub) as archive:
        package = etree.fromstring(archive.read("EPUB/content.opf"))
        files = {item.get("id"): item.get("href") for item in package.iter(f"{OPF}item")}
        for item in package.iter(f"{OPF}itemref"):
            name = files[item.get("idref")]
            body = etree.fromstring(archive.read(f"EPUB/{name}")).find(f"{XHTML}body")
            if body is not None and name not in SCREEN_ALONE:
                yield body


@dataclass
class _Reader:
    """The words of a document and the markers among them, (folio, the number of words before)."""

    words: list[Word]
    places: list[tuple[str, int]]
    _run: list[tuple[str, etree._Element]] = field(default_factory=list)

    def read(self, element: etree._Element) -> None:
        """Take in an element and all in it that print has, too."""
        if element.get("role") == "doc-pagebreak":
            self._end()
            folio = str(element.get("id")).removeprefix("page-")
            self.places.append((folio, len(self.words)))
        elif etree.QName(element).localname == "svg":
            self._end()
            self.words.append(Word(DRAWING, element))
        elif _REPLIES & _classes(element):
            self._end()
            self.words.append(Word(REPLY, element))
        elif not (UNPRINTED & _classes(element) or element.get("hidden")):
            block = etree.QName(element).localname in _BREAKING
            if block:
                self._end()
            self._say(element.text, element)
            for child in element:
                self.read(child)
                self._say(child.tail, element)
            if block:
                self._end()

    def _say(self, text: str | None, within: etree._Element) -> None:
        for char in text or "":
            if char.isspace():
                self._end()
            else:
                self._run.append((char, within))

    def _end(self) -> None:
        text = letters("".join(char for char, _ in self._run))
        if text:
            plain = (char for char, within in self._run if not _is_superior(within))
            self.words.append(Word(text, self._run[0][1], letters("".join(plain))))
        self._run = []


def _classes(element: etree._Element) -> set[str]:
    return {*(element.get("class") or "").split()}


def _is_superior(element: etree._Element) -> bool:
    return any(each.tag == f"{XHTML}sup" for each in (element, *element.iterancestors()))


# -- PDF -------------------------------------------------------------------------------------------


class Pages:
    """The pages of a PDF by folio; their heads and feet are left out."""

    def __init__(self, path: Path, folios: Iterable[tuple[str, str]]) -> None:
        self._file = pypdfium2.PdfDocument(path)
        self._at = {folio: (at, unit) for at, (folio, unit) in enumerate(folios)}
        self._read: dict[str, tuple[Placed, ...]] = {}

    def words(self, folio: str) -> tuple[Placed, ...]:
        """Return the words of a page, in no order."""
        if folio not in self._read:
            at, unit = self._at[folio]
            left, right = _measure(recto=at % 2 == 0, unit=unit)
            width = (right - left) / _COLUMNS.get(unit, 1)
            self._read[folio] = tuple(
                replace(
                    word,
                    column=min(max(int((word.left - left) / width), 0), _COLUMNS.get(unit, 1) - 1),
                    beside=not left <= word.left < right,
                )
                for word in self._words(at, unit)
            )
        return self._read[folio]

    def _words(self, at: int, unit: str) -> Iterator[Placed]:
        page = self._file[at]
        head = page.get_height() - (_HEAD + 11 if unit == "index" else _HEAD) + _SLACK
        text = page.get_textpage()
        run: list[tuple[str, tuple[float, float, float, float]]] = []
        for number in range(text.count_chars()):
            char = chr(pypdfium2.raw.FPDFText_GetUnicode(text.raw, number))
            box = text.get_charbox(number)
            inside = box[1] >= _FOOT - _SLACK and box[3] <= head
            if run and (char.isspace() or not inside or _apart(run[-1][1], box)):
                yield from _made(run)
                run = []
            if inside and not char.isspace() and char != "\x00":
                run.append((char, box))
        yield from _made(run)


# print.css: the head and the foot of a page, and its text with or without the side column.
_MM = 72 / 25.4
_HEAD, _FOOT, _SLACK = 58.0, 65.3, 4.0
_INNER, _OUTER, _SIDE, _HANGING = 20 * _MM, 53 * _MM, 13 * _MM, 16.0
_TEXT, _BROAD = 116 * _MM, 156 * _MM
_COLUMNS = {"endnotes": 2, "answers": 2, "glossary": 2, "people": 2, "index": 3}
_ALL_WIDE = frozenset(
    ("glossary", "ledger", "people", "answers", "index", "endnotes", "organisers", "timeline")
)


def _measure(*, recto: bool, unit: str) -> tuple[float, float]:
    """Return from where to where words begin that are in the text of a page, not beside it."""
    broad = unit in _ALL_WIDE
    left = _INNER if recto else _SIDE if broad else _OUTER
    return left - _HANGING, left + (_BROAD if broad else _TEXT)


def _apart(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Say whether a character begins another word than the one before it."""
    return abs(one[1] - other[1]) > 9 or other[0] - one[2] > 6 or other[0] < one[0] - 1


def _made(run: list[tuple[str, tuple[float, float, float, float]]]) -> Iterator[Placed]:
    text = letters("".join(char for char, _ in run))
    if text:
        boxes = [box for _, box in run]
        yield Placed(
            text,
            left=min(box[0] for box in boxes),
            bottom=min(box[1] for box in boxes),
            right=max(box[2] for box in boxes),
            top=max(box[3] for box in boxes),
        )
