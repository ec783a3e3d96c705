"""Link: fragments in the order of binding and their page map in, one PDF out.

Each fragment's objects get a base for their numbers; every slot gets its folio; links find their
destinations across units; and what belongs to the whole file is written once: page tree, blank
versos, page labels, outline, one structure tree, one subset a face, the metadata of a profile.
WeasyPrint is not needed here.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from octavo.errors import BuildError, did_you_mean
from octavo.memo import DIRECT, Memo
from octavo.model import Metadata, PageMap
from octavo.pdf import outline
from octavo.pdf.fonts import Fonts
from octavo.pdf.fragment import (
    DOCUMENT,
    FOLIOS,
    FONTS,
    PAGES,
    PARENTS,
    Code,
    Content,
    Fragment,
    Glyph,
    Slot,
)
from octavo.pdf.profiles import COLOURS, SCREEN, Profile, srgb
from octavo.pdf.setting import Setter, Style, advance, shown
from octavo.pdf.strings import number, string
from octavo.pdf.writer import Writer
from octavo.pdf.xmp import information, packet


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkJob:
    """One file to make.

    ``identifier`` is the target's URN, ``faces`` are the edition's font files, ``page_map`` is that
    of the fragments.
    """

    fragments: tuple[Fragment, ...]
    page_map: PageMap
    metadata: Metadata
    identifier: str
    faces: tuple[Path, ...]
    profile: Profile = SCREEN


def link(job: LinkJob, *, memo: Memo = DIRECT) -> bytes:
    """Make one PDF.

    Raises:
        BuildError: a link leads nowhere, or a face lacks a character of a late text.
    """
    _check_links(job)
    return _Linker(job, memo).file()


def _check_links(job: LinkJob) -> None:
    known = job.page_map.anchors
    for fragment in job.fragments:
        for target in fragment.links:
            if target not in known:
                raise BuildError(
                    f"a link in {fragment.unit} leads nowhere: '#{target}'",
                    did_you_mean(target, known),
                )


@dataclass(frozen=True, slots=True)
class _Placed:
    """A fragment with its place: base of its objects, of its keys, index of its first page."""

    fragment: Fragment
    base: int
    keys: int
    start: int


class _Linker:
    def __init__(self, job: LinkJob, memo: Memo) -> None:
        self._job = job
        self._memo = memo
        self._files = {hashlib.sha256(d).hexdigest(): d for d in map(_read, job.faces)}
        self._setter = Setter(self._files)
        self._fonts = Fonts()
        self._writer = Writer()
        self._pages = self._writer.reserve()
        self._document = self._writer.reserve()
        self._resources = self._writer.reserve()

    def file(self) -> bytes:
        writer = self._writer
        placed = tuple(self._place())
        for each in placed:
            self._fonts.add(each.fragment.fonts)
        for each in placed:
            self._write(each)
        writer.add(self._fonts.write(writer, self._files, self._memo), self._resources)
        self._write_pages(placed)
        root = writer.add(self._catalogue(placed))
        info = writer.add(information(self._job.metadata))
        return writer.finish(root, info, self._job.identifier)

    def _place(self) -> Iterator[_Placed]:
        keys = 0
        for fragment in self._job.fragments:
            base = self._writer.reserve(fragment.objects)
            yield _Placed(fragment, base, keys, self._job.page_map.starts[fragment.unit])
            keys += fragment.keys

    # -- fragments -------------------------------------------------------------

    def _write(self, placed: _Placed) -> None:
        fragment = placed.fragment
        bodies = self._relocated(fragment.dictionaries, placed)
        self._writer.add_all(bodies, placed.base)
        for at, stream in enumerate(fragment.streams, placed.base + len(bodies)):
            (entries,) = self._relocated(stream.entries, placed)
            if isinstance(stream.data, tuple):
                self._writer.compressed(entries[:-2], self._filled(stream.data, placed), at)
            else:
                self._writer.stream(entries[:-2], stream.data, at)

    def _relocated(self, code: Code, placed: _Placed) -> list[bytes]:
        """Return objects with the numbers that they have in the file."""
        base, keys = placed.base, placed.keys - PARENTS
        outside = {PAGES: self._pages, DOCUMENT: self._document, FONTS: self._resources}
        final = tuple(
            base + n
            if 0 <= n < PARENTS
            else outside[n]
            if n < 0
            else keys + n
            if n < FOLIOS
            else self._folio(placed.fragment.links[n - FOLIOS])
            for n in array("q", code.numbers)
        )
        return (code.text % final).split(b"\n")

    def _folio(self, anchor: str) -> bytes:
        return self._job.page_map.anchors[anchor].encode()

    # -- late texts ------------------------------------------------------------

    def _filled(self, content: Content, placed: _Placed) -> bytes:
        return b"".join(
            part if isinstance(part, bytes) else self._set(part, placed) for part in content
        )

    def _set(self, slot: Slot, placed: _Placed) -> bytes:
        style = Style(self._fonts.file(slot.font), slot.size, slot.features)
        glyphs = self._setter.set(style, self._text(slot, placed))
        drawn = self._setter.set(style, slot.drawn)
        self._fonts.draw(slot.font, (Glyph(g.number, g.width, g.text) for g in glyphs))
        return shown(glyphs, slot.align * (advance(drawn) - advance(glyphs))) + b"\n"

    def _text(self, slot: Slot, placed: _Placed) -> str:
        match slot.kind:
            case "page":
                return self._job.page_map.anchors[slot.target]
            case "folio":
                return self._job.page_map.sheets[placed.start + slot.leaf].folio
            case "locators":
                return locators(placed.fragment, slot.leaf, self._job.page_map)

    # -- the whole file --------------------------------------------------------

    def _write_pages(self, placed: Sequence[_Placed]) -> None:
        kids: list[int] = []
        size = (0.0, 0.0)
        for each in placed:
            if each.start > len(kids):
                kids.append(self._blank(size))
            for leaf in each.fragment.leaves:
                kids.append(each.base + leaf.number)
                size = (leaf.width, leaf.height)
        body = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), _references(kids))
        self._writer.add(body, self._pages)

    def _blank(self, size: tuple[float, float]) -> int:
        """Write a verso that faces the beginning of a unit."""
        box = b"[0 0 %s %s]" % tuple(map(number, size))
        return self._writer.add(
            b"<</Type/Page/Parent %d 0 R/MediaBox %s/TrimBox %s/BleedBox %s/Resources<<>>/Tabs/S>>"
            % (self._pages, box, box, box)
        )

    def _catalogue(self, placed: Sequence[_Placed]) -> bytes:
        writer = self._writer
        metadata = self._job.metadata
        entries = [
            b"/Type/Catalog/Pages %d 0 R" % self._pages,
            b"/Lang %s" % string(metadata.lang),
            b"/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>",
            b"/PageLabels<</Nums[%s]>>" % b"".join(self._labels()),
            b"/StructTreeRoot %d 0 R" % self._structure(placed),
            b"/Names<</Dests %d 0 R>>" % self._destinations(placed),
            b"/OutputIntents[%s]" % self._output_intent(),
            b"/Metadata %d 0 R"
            % writer.stream(b"<</Type/Metadata/Subtype/XML", packet(metadata, self._job.profile)),
        ]
        items = (item for each in placed for item in _items(each))
        if root := outline.write(items, writer):
            entries.append(b"/Outlines %d 0 R" % root)
        return b"<<%s>>" % b"".join(entries)

    def _labels(self) -> Iterator[bytes]:
        """Yield the numbering of pages: none, roman, arabic (ISO 32000-1, 12.4.2)."""
        folios = (sheet.folio for sheet in self._job.page_map.sheets)
        for style, run in groupby(enumerate(folios), key=lambda page: _style(page[1])):
            at, first = next(run)
            # Front matter is never parted: roman folios begin with i.
            begins = b"/St %s" % first.encode() if first.isdecimal() and first != "1" else b""
            yield b"%d<<%s%s>>" % (at, style, begins)

    def _structure(self, placed: Sequence[_Placed]) -> int:
        """Write the root of the structure; its units are the kids of one document."""
        writer = self._writer
        root = writer.reserve()
        kids = [each.base + kid for each in placed for kid in each.fragment.roots]
        writer.add(
            b"<</Type/StructElem/S/Document/P %d 0 R/K[%s]>>" % (root, _references(kids)),
            self._document,
        )
        leaves = [each.base + each.fragment.parents for each in placed]
        parents = writer.add(b"<</Kids[%s]>>" % _references(leaves))
        named = sorted(
            (string(name), each.base + at) for each in placed for name, at in each.fragment.ids
        )
        identified = b""
        if named:
            rows = b"".join(b"%s %d 0 R" % row for row in named)
            identified = b"/IDTree %d 0 R" % writer.add(b"<</Names[%s]>>" % rows)
        return writer.add(
            b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d%s>>"
            % (self._document, parents, sum(each.fragment.keys for each in placed), identified),
            root,
        )

    def _destinations(self, placed: Sequence[_Placed]) -> int:
        """Write the name tree of anchors; of two with one name the first counts.

        What stands in another volume has its place at the leaf of this one, which says in which.
        """
        found: dict[str, bytes] = {}
        for each in placed:
            for anchor in each.fragment.anchors:
                found.setdefault(anchor.name, _destination(each, anchor.page, anchor.x, anchor.y))
        top = placed[0].fragment.leaves[0].height
        for name in (name for each in placed for name in each.fragment.links):
            found.setdefault(name, _destination(placed[0], 0, 0, top))
        rows = sorted((string(name), place) for name, place in found.items())
        return self._writer.add(b"<</Names[%s]>>" % b"".join(b"%s%s" % row for row in rows))

    def _output_intent(self) -> bytes:
        colours = srgb()
        profile = self._writer.compressed(b"<</N 3", colours)
        name = string(COLOURS)
        return (
            b"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier %s/Info %s"
            b"/DestOutputProfile %d 0 R>>" % (name, name, profile)
        )


def locators(fragment: Fragment, leaf: int, page_map: PageMap) -> str:
    """Return the running head of a page of notes: "Notes to pages 12-18"."""
    calls = [note.call for note in fragment.notes if note.first <= leaf <= note.last]
    first, last = (page_map.anchors[call] for call in (calls[0], calls[-1]))
    one, several = fragment.locator_words
    if first == last:
        return f"{one}\N{NO-BREAK SPACE}{first}"
    return f"{several}\N{NO-BREAK SPACE}{first}\N{EN DASH}{last}"


def _style(folio: str) -> bytes:
    """Return the entry for the style of a folio."""
    if not folio:
        return b""
    return b"/S/D" if folio.isdecimal() else b"/S/r"


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise BuildError(f"a face can't be read: {fault.strerror}: {path}") from fault


def _items(placed: _Placed) -> Iterator[outline.Item]:
    for mark in placed.fragment.bookmarks:
        place = _destination(placed, mark.page, mark.x, mark.y)
        yield outline.Item(mark.level, mark.title, place)


def _destination(placed: _Placed, page: int, x: float, y: float) -> bytes:
    at = placed.base + placed.fragment.leaves[page].number
    return b"[%d 0 R/XYZ %s %s 0]" % (at, number(x), number(y))


def _references(numbers: Sequence[int]) -> bytes:
    return b" ".join(b"%d 0 R" % each for each in numbers)
