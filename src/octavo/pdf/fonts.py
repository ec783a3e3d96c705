"""Fonts: what fragments draw with in, one subset a face and its objects out.

Glyphs keep their numbers in a subset, so that one file serves the content streams of all units.
Where two units give one glyph different texts (a space that may and one that may not break), the
first in the order of binding is the one that a copy of the words gets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from octavo.memo import Memo
from octavo.pdf.fontfile import Subset, subset
from octavo.pdf.fragment import FontUse, Glyph
from octavo.pdf.strings import number, string
from octavo.pdf.writer import Writer

_FIXED_PITCH = 1 << 0
_BATCH = 100
"""Mappings that one operator may hold (Adobe Technical Note 5411)."""


class Fonts:
    """The fonts of a book, gathered from its fragments and from what is set late."""

    def __init__(self) -> None:
        self._uses: dict[str, FontUse] = {}
        self._glyphs: dict[str, dict[int, Glyph]] = {}

    def add(self, uses: Iterable[FontUse]) -> None:
        """Take in the fonts of a fragment."""
        for use in uses:
            self._uses.setdefault(use.name, use)
            glyphs = self._glyphs.setdefault(use.name, {})
            for glyph in use.glyphs:
                glyphs.setdefault(glyph.number, glyph)

    def draw(self, name: str, glyphs: Iterable[Glyph]) -> None:
        """Take in glyphs that are set late in a font."""
        known = self._glyphs[name]
        for glyph in glyphs:
            known.setdefault(glyph.number, glyph)

    def file(self, name: str) -> str:
        """Return the SHA-256 of the file of a font."""
        return self._uses[name].file

    def write(self, writer: Writer, files: Mapping[str, bytes], memo: Memo) -> bytes:
        """Write the fonts; return the dictionary of them all."""
        rows = []
        for name in sorted(self._uses):
            use = self._uses[name]
            glyphs = sorted(self._glyphs[name].values(), key=lambda glyph: glyph.number)
            cut = _subset(use, glyphs, files, memo)
            rows.append(b"/%s %d 0 R" % (name.encode(), _font(use, glyphs, cut, writer)))
        return b"<<%s>>" % b"".join(rows)


def _subset(
    use: FontUse, glyphs: Sequence[Glyph], files: Mapping[str, bytes], memo: Memo
) -> Subset:
    numbers = tuple(glyph.number for glyph in glyphs)
    return memo.recall(
        "cut a subset",
        use.base_font.partition("+")[2],
        (use.file, numbers),
        lambda: subset(files[use.file], numbers),
    )


def _font(use: FontUse, glyphs: Sequence[Glyph], cut: Subset, writer: Writer) -> int:
    """Write a composite font (ISO 32000-1, 9.7) and return its number."""
    kind = b"/Subtype/OpenType" if cut.is_cff else b"/Length1 %d" % cut.length
    file = writer.stream(b"<<%s/Filter/FlateDecode" % kind, cut.data)
    name = use.base_font.encode()
    descriptor = writer.add(_descriptor(use, glyphs, cut, file))
    descendant = writer.add(
        b"<</Type/Font/Subtype/CIDFontType%d/BaseFont %s/CIDSystemInfo<</Registry(Adobe)"
        b"/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/W[%s]/FontDescriptor %d 0 R>>"
        % (0 if cut.is_cff else 2, name, b"".join(_widths(glyphs)), descriptor)
    )
    texts = writer.compressed(b"<<", _to_unicode(glyphs))
    return writer.add(
        b"<</Type/Font/Subtype/Type0/BaseFont %s/Encoding/Identity-H/ToUnicode %d 0 R"
        b"/DescendantFonts[%d 0 R]>>" % (name, texts, descendant)
    )


def _descriptor(use: FontUse, glyphs: Sequence[Glyph], cut: Subset, file: int) -> bytes:
    widths = {glyph.width for glyph in glyphs}
    flags = use.flags | (_FIXED_PITCH if len(glyphs) > 1 and len(widths) == 1 else 0)
    top, bottom = number(use.ascent), number(use.descent)
    return (
        b"<</Type/FontDescriptor/FontName %s/FontFamily %s/Flags %d/FontBBox[0 %s %s %s]"
        b"/ItalicAngle %s/Ascent %s/Descent %s/CapHeight %s/StemV %s/StemH %s/FontFile%d %d 0 R>>"
    ) % (
        use.base_font.encode(),
        string(use.family),
        flags,
        bottom,
        number(max(widths, default=0)),
        top,
        number(use.italic_angle),
        top,
        bottom,
        top,
        number(use.stem_v),
        number(use.stem_h),
        3 if cut.is_cff else 2,
        file,
    )


def _widths(glyphs: Sequence[Glyph]) -> Iterator[bytes]:
    """Yield the widths of glyphs, runs of neighbouring numbers in one array."""
    last = None
    for glyph in glyphs:
        if last is None or glyph.number != last + 1:
            yield b"%s%d[" % (b"" if last is None else b"]", glyph.number)
        yield b"%s " % number(glyph.width)
        last = glyph.number
    yield b"" if last is None else b"]"


def _to_unicode(glyphs: Sequence[Glyph]) -> bytes:
    """Return the map from glyphs to text (ISO 32000-1, 9.10.3)."""
    rows = [
        b"<%04x> <%s>" % (glyph.number, glyph.text.encode("utf-16-be").hex().encode())
        for glyph in glyphs
    ]
    batches = [rows[at : at + _BATCH] for at in range(0, len(rows), _BATCH)]
    mapped = (
        b"%d beginbfchar\n%s\nendbfchar" % (len(batch), b"\n".join(batch)) for batch in batches
    )
    return b"\n".join(
        (
            b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap",
            b"/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def",
            b"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def",
            b"1 begincodespacerange\n<0000> <ffff>\nendcodespacerange",
            *mapped,
            b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend",
        )
    )
