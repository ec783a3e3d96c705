"""The structure of a finished PDF, read back as nested values (ISO 32000-1, 14.7-14.9).

``read`` gives the tree of elements with the text that they own, decoded from the content streams
through the fonts' own maps, and beside it what stands outside the tree: artefacts, annotations,
destinations.  Nothing here knows how octavo makes a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pikepdf

_TOKEN = re.compile(
    rb"/(?P<tag>\w+)\s+(?:(?:<<(?P<properties>.*?)>>\s+BDC)|BMC)|(?P<end>\bEMC\b)"
    rb"|/(?P<font>\w+)\s+[\d.]+\s+Tf|\[(?P<shown>[^\]]*)\]\s*TJ|(?P<painted>\b(?:Do|f\*?|S|B\*?)\b)",
    re.DOTALL,
)
_BFCHAR = re.compile(rb"<(\w{4})>\s*<(\w+)>")
_HEX = re.compile(rb"<(\w*)>")


@dataclass(frozen=True, slots=True)
class Words:
    """Text that an element owns: the index of its page, its number there, and what it says."""

    page: int
    mark: int
    text: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation that an element owns: where it leads, in words too, and its page."""

    page: int
    to: str
    says: str
    number: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Element:
    """A structure element and what is in it, in reading order."""

    kind: str
    kids: tuple[Element | Words | Annotation, ...]
    attributes: Mapping[str, Any] = field(default_factory=dict)
    name: str = ""
    lang: str = ""
    alt: str = ""

    @property
    def elements(self) -> tuple[Element, ...]:
        """The elements directly in this one."""
        return tuple(kid for kid in self.kids if isinstance(kid, Element))

    def walk(self) -> Iterator[Element]:
        """Yield this element and all in it, in reading order."""
        yield self
        for kid in self.elements:
            yield from kid.walk()

    def all(self, *kinds: str) -> list[Element]:
        """Return the elements of these kinds in it, and itself."""
        return [each for each in self.walk() if each.kind in kinds]

    def owned(self) -> Iterator[Words | Annotation]:
        """Yield the texts and annotations in it, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.owned()
            else:
                yield kid

    @property
    def text(self) -> str:
        """What is read of it."""
        return "".join(each.text for each in self.owned() if isinstance(each, Words))

    @property
    def leads_to(self) -> list[str]:
        """Where its links lead, in their order."""
        return [each.to for each in self.owned() if isinstance(each, Annotation)]

    @property
    def page(self) -> int:
        """The page that it begins on, or -1 if nothing is in it."""
        return next((each.page for each in self.owned()), -1)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on a page: the text of each sequence of marks, and of artefacts by subtype.

    ``loose`` is what is painted and neither.
    """

    marked: Mapping[int, str]
    artefacts: tuple[tuple[str, str], ...]
    loose: tuple[str, ...]


class Tagged:
    """A tagged PDF."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.pages: Mapping[tuple[int, int], int] = {
            page.obj.objgen: at for at, page in enumerate(pdf.pages)
        }
        self.fonts: dict[tuple[int, int], dict[str, str]] = {}
        self.sheets = [self._sheet(page) for page in pdf.pages]

    @cached_property
    def document(self) -> Element:
        """The element of the whole document."""
        (whole,) = self._kids(self.pdf.Root.StructTreeRoot, -1)
        assert isinstance(whole, Element)
        return whole

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The page of every destination that has a name."""
        found: dict[str, int] = {}
        trees = [self.pdf.Root.Names.Dests]
        while trees:
            tree = trees.pop()
            trees += list(tree.get("/Kids", []))
            names = list(tree.get("/Names", []))
            for name, place in zip(names[::2], names[1::2], strict=True):
                found[str(name)] = self.pages[place[0].objgen]
        return found

    @cached_property
    def bookmarks(self) -> list[tuple[int, str, int]]:
        """The level, the title and the page of every bookmark, in their order."""
        with self.pdf.open_outline() as outline:
            return list(self._bookmarks(outline.root, 1))

    def _bookmarks(self, items: Any, level: int) -> Iterator[tuple[int, str, int]]:
        for item in items:
            yield level, item.title, self.pages[item.destination[0].objgen]
            yield from self._bookmarks(item.children, level + 1)

    # -- the tree ----------------------------------------------------------------

    def _kids(self, entry: pikepdf.Object, page: int) -> Iterator[Element | Words | Annotation]:
        kids: Any = entry.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array | list) else [kids]:
            if isinstance(kid, int):
                yield self._words(page, kid)
            elif "/S" in kid:
                yield self._element(kid, page)
            elif kid.Type == "/MCR":
                yield self._words(self.pages[kid.Pg.objgen], int(kid.MCID))
            else:
                yield self._annotation(kid, page)

    def _words(self, page: int, mark: int) -> Words:
        return Words(page, mark, self.sheets[page].marked[mark])

    def _element(self, entry: pikepdf.Object, page: int) -> Element:
        page = self.pages[entry.Pg.objgen] if "/Pg" in entry else page
        said: Any = entry.get("/A", {})
        return Element(
            kind=str(entry.S)[1:],
            kids=tuple(self._kids(entry, page)),
            attributes={str(key)[1:]: said[key] for key in said.keys()},  # noqa: SIM118 - pikepdf's
            name=str(entry.get("/ID", "")),
            lang=str(entry.get("/Lang", "")),
            alt=str(entry.get("/Alt", "")),
        )

    def _annotation(self, reference: pikepdf.Object, page: int) -> Annotation:
        link = reference.Obj
        there = self.pages[reference.Pg.objgen] if "/Pg" in reference else page
        to = str(link.Dest) if "/Dest" in link else str(link.A.URI)
        return Annotation(there, to, str(link.get("/Contents", "")), link.objgen)

    # -- the pages ---------------------------------------------------------------

    def _sheet(self, page: pikepdf.Page) -> Sheet:
        marked: dict[int, str] = {}
        artefacts: list[tuple[str, str]] = []
        loose: list[str] = []
        open_: list[tuple[int | None, str]] = []
        font: dict[str, str] = {}
        for found in _TOKEN.finditer(_content(page)):
            match found.lastgroup:
                case "tag" | "properties":
                    properties = found["properties"] or b""
                    number = re.search(rb"/MCID (\d+)", properties)
                    subtype = re.search(rb"/Subtype /(\w+)", properties)
                    open_.append(
                        (int(number[1]) if number else None, subtype[1].decode() if subtype else "")
                    )
                    if number:
                        marked.setdefault(int(number[1]), "")
                case "end":
                    open_.pop()
                case "font":
                    font = self._font(page.resources.Font[f"/{found['font'].decode()}"])
                case _:
                    shown = found["shown"]
                    text = "" if shown is None else _text(shown, font)
                    mark = next((each for each, _ in reversed(open_) if each is not None), None)
                    if mark is not None:
                        marked[mark] += text
                    elif open_:
                        artefacts.append((open_[-1][1], text))
                    else:
                        loose.append(text)
        return Sheet(marked, tuple(artefacts), tuple(loose))

    def _font(self, font: pikepdf.Object) -> dict[str, str]:
        if font.objgen not in self.fonts:
            pairs = _BFCHAR.findall(font.ToUnicode.read_bytes())
            self.fonts[font.objgen] = {
                code.decode(): bytes.fromhex(text.decode()).decode("utf-16-be")
                for code, text in pairs
            }
        return self.fonts[font.objgen]


def _content(page: pikepdf.Page) -> bytes:
    streams: Any = page.get("/Contents", [])
    each = streams if isinstance(streams, pikepdf.Array | list) else [streams]
    return b"\n".join(stream.read_bytes() for stream in each)


def _text(shown: bytes, font: Mapping[str, str]) -> str:
    codes = b"".join(_HEX.findall(shown)).decode()
    return "".join(font.get(codes[at : at + 4], "�") for at in range(0, len(codes), 4))


def outline(element: Element, depth: int = 0) -> Iterator[str]:
    """Yield a tree as lines, for people: kind, what it says of itself, and its text."""
    said = [
        f"{key}={value}" for key, value in (("lang", element.lang), ("alt", element.alt)) if value
    ]
    own = "".join(kid.text for kid in element.kids if isinstance(kid, Words))
    to = [f"→{kid.to}" for kid in element.kids if isinstance(kid, Annotation)]
    yield " ".join([f"{'  ' * depth}{element.kind}", *said, *to, repr(own[:60]) if own else ""])
    for kid in element.elements:
        yield from outline(kid, depth + 1)
