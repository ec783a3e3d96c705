"""The file of a whole cover: boxes, inks, faces, bars, and type clear of folds and edges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from lxml import etree
from PIL import Image

from octavo.errors import BuildError
from octavo.matter.covers.barcode import MODULE, QUIET_LEFT, QUIET_RIGHT
from octavo.matter.covers.design import Design, design, draw
from octavo.matter.covers.sheet import SAFE, Sheet
from octavo.matter.covers.spine import CLEAR
from octavo.model import Inks, Press, Standard
from octavo.pdf.covers import FrontJob, SheetJob, jpeg, printed
from octavo.pdf.paintings import paintings
from octavo.pdf.plates import plate
from octavo.pdf.press.inks import LIMIT, read
from octavo.pdf.profiles import srgb
from octavo.themes import Theme
from tests.books import whole_book
from tests.covers.test_design import extents, inside
from tests.epub.samples import elements, faces, front, texts

ISBN = "978-0-306-40615-7"
BLEED = 3
WRAP = Sheet(trim=(189, 246), back=True, spine=15.2, bleed=BLEED)
DESCRIPTION = "The river took the rail, and two counts of the souls on it were kept. " * 8


def made(isbn: str = ISBN, *, title: str = "Tolls") -> Design:
    book = whole_book()
    said = replace(book.metadata, title=title, description=DESCRIPTION, subtitle="A count of it")
    return design(replace(book, metadata=said), Theme(), isbn)


def drawing(isbn: str = ISBN, sheet: Sheet = WRAP, pages: int = 300) -> bytes:
    return draw(made(isbn), sheet, dict(faces()), pages=pages)


@cache
def file(isbn: str = ISBN, inks: Inks = "cmyk", standard: Standard = "x-4") -> bytes:
    job = SheetJob(
        svg=drawing(isbn),
        faces=faces(),
        metadata=whole_book().metadata,
        press=Press(cover_inks=inks, standard=standard),
        bleed=BLEED * 1000,
        mixtures=read(Theme().style("inks.toml").text, "inks.toml"),
    )
    pressed = printed(job)
    assert pressed.strays == ()
    return pressed.data


def painted(data: bytes, scale: float = 6.0) -> Image.Image:
    with pypdfium2.PdfDocument(data) as document:
        picture: Image.Image = document[0].render(scale=scale).to_pil().convert("RGB")
        return picture


def read_bars(picture: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def test_boxes_nest_and_the_trim_is_two_pages_and_a_spine() -> None:
    with pikepdf.open(BytesIO(file())) as pdf:
        (page,) = pdf.pages
        trim, bleed, media = (
            [float(each) * 25.4 / 72 for each in box]
            for box in (page.obj.TrimBox, page.obj.BleedBox, page.obj.MediaBox)
        )
    assert trim[2] - trim[0] == pytest.approx(2 * 189 + 15.2, abs=0.01)
    assert trim[3] - trim[1] == pytest.approx(246, abs=0.01)
    assert [b - t for b, t in zip(bleed, trim, strict=True)] == pytest.approx(
        [-BLEED, -BLEED, BLEED, BLEED], abs=0.01
    )
    assert all(m <= b for m, b in zip(media[:2], bleed[:2], strict=True))
    assert all(m >= b - 1e-6 for m, b in zip(media[2:], bleed[2:], strict=True))


@pytest.mark.parametrize("inks", ["black", "cmyk"])
def test_a_cover_is_painted_in_inks_and_not_too_thick(inks: Inks) -> None:
    with pikepdf.open(BytesIO(file(inks=inks))) as pdf:
        used = {each.ink for each in paintings(pdf.pages[0])}
    assert {ink.space for ink in used} == {"/DeviceGray" if inks == "black" else "/DeviceCMYK"}
    assert all(sum(ink.parts) <= LIMIT for ink in used if ink.space == "/DeviceCMYK")
    assert len(used) >= 4


def test_every_font_is_a_face_of_the_edition_and_in_the_file() -> None:
    with pikepdf.open(BytesIO(file())) as pdf:
        fonts = list(pdf.pages[0].Resources.Font.values())
        assert len(fonts) >= 3
        for font in fonts:
            (descendant,) = font.DescendantFonts
            assert "+Octavo-" in str(font.BaseFont)
            assert "/FontFile2" in descendant.FontDescriptor


@pytest.mark.parametrize(("standard", "version"), [("x-4", "PDF/X-4"), ("x-1a", "PDF/X-1a:2003")])
def test_a_cover_follows_the_standard_of_the_press(standard: Standard, version: str) -> None:
    data = file(standard=standard)
    with pikepdf.open(BytesIO(data)) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.S == "/GTS_PDFX"
        said = bytes(pdf.Root.Metadata.read_bytes()) + str(pdf.trailer.Info).encode()
        assert version.encode() in said
        assert "/Annots" not in pdf.pages[0]


def test_a_cover_is_the_same_bytes_twice() -> None:
    first = file()
    file.cache_clear()
    assert file() == first
    assert jpeg(FrontJob(svg=drawing(sheet=Sheet(trim=(189, 246))), faces=faces())) == jpeg(
        FrontJob(svg=drawing(sheet=Sheet(trim=(189, 246))), faces=faces())
    )


@pytest.mark.parametrize("inks", ["black", "cmyk"])
def test_another_program_reads_the_isbn_off_the_bars(inks: Inks) -> None:
    assert read_bars(painted(file(inks=inks))) == ["9780306406157"]


def test_no_isbn_leaves_neither_bars_nor_an_empty_box() -> None:
    bare = etree.fromstring(drawing(""))
    assert not elements(bare, "//s:g[@id='barcode']")
    assert not elements(bare, "//s:rect[@fill='#ffffff'][@height > 100]")
    assert read_bars(painted(file(""))) == []


def box_of_bars() -> tuple[float, float, float, float, list[float]]:
    root = etree.fromstring(drawing())
    (group,) = elements(root, "//s:g[@id='barcode']")
    ground, *bars = elements(group, "s:rect")
    x, y, wide, high = (float(str(ground.get(n))) for n in ("x", "y", "width", "height"))
    edges = [float(str(bar.get("x"))) for bar in bars]
    edges.append(edges[-1] + float(str(bars[-1].get("width"))))
    return x, y, wide, high, edges


def test_the_quiet_zones_are_white_and_as_wide_as_they_must_be() -> None:
    x, y, wide, high, edges = box_of_bars()
    assert edges[0] - x >= QUIET_LEFT * MODULE * 10 - 0.001
    assert x + wide - edges[-1] >= QUIET_RIGHT * MODULE * 10 - 0.001
    assert edges[-1] - edges[0] == pytest.approx(95 * MODULE * 10)
    scale = 6.0
    dots = scale * 72 / 254
    picture = painted(file(), scale)
    middle = y + high / 2
    for left, right in ((edges[0] - 110 * MODULE, edges[0]), (edges[-1], edges[-1] + 70 * MODULE)):
        across = int(left * dots) + 2, int(right * dots) - 2
        down = int((middle - 60) * dots), int(middle * dots)
        stripe = picture.crop((across[0], down[0], across[1], down[1]))
        assert stripe.getextrema() == ((255, 255),) * 3


def test_bars_are_black_alone() -> None:
    """A bar of four inks would be blurred where they do not meet."""
    x, _, wide, _, _ = box_of_bars()
    points = 72 / 254
    with pikepdf.open(BytesIO(file())) as pdf:
        inside_box = [
            each.ink.parts
            for each in paintings(pdf.pages[0])
            if each.kind == "fill" and x * points < each.x < (x + wide) * points and each.y < 200
        ]
    assert inside_box.count((0.0, 0.0, 0.0, 1.0)) >= 30
    assert set(inside_box) <= {(0.0, 0.0, 0.0, 1.0), (0.0, 0.0, 0.0, 0.0)}


def spine_line(sheet: Sheet, pages: int, title: str) -> list[etree._Element]:
    svg = draw(made(title=title), sheet, dict(faces()), pages=pages)
    return elements(etree.fromstring(svg), "//s:g[@id='spine']/s:text")


@pytest.mark.parametrize("spine", [6.0, 8.0, 15.2, 40.0])
@pytest.mark.parametrize("title", ["Tolls", "The Long and Winding History of Bridges " * 4])
def test_lettering_keeps_clear_of_the_folds_and_reads_downwards(spine: float, title: str) -> None:
    sheet = replace(WRAP, spine=spine)
    lines = spine_line(sheet, 300, title.strip())
    assert str(lines[0].text) == title.strip()
    assert texts(lines[0], "../@transform")[0].endswith("rotate(90)")
    for line in lines:
        size = float(str(line.get("font-size"))) / 10
        assert size <= spine - 2 * CLEAR
        assert abs(float(str(line.get("y"))) / 10 - size * 0.33) < 0.01


def test_a_thin_spine_has_no_lettering() -> None:
    assert spine_line(replace(WRAP, spine=5.0), 100, "Tolls") == []
    assert spine_line(replace(WRAP, spine=12.0), 78, "Tolls") == []
    assert spine_line(replace(WRAP, spine=0.0), 40, "Tolls") == []


@pytest.mark.parametrize("isbn", ["", ISBN])
def test_no_line_of_the_back_leaves_its_safe_zone(isbn: str) -> None:
    root = etree.fromstring(drawing(isbn))
    (back,) = elements(root, "//s:g[@id='back']")
    boxes = [box for _, box in extents(back)]
    assert len(boxes) > 8
    assert all(inside(box, WRAP.back_panel.inset(SAFE)) for box in boxes)
    words = " ".join(texts(back, ".//s:text/text()"))
    assert DESCRIPTION.strip() in words
    assert "every line is a section" in words


def test_the_front_of_a_sheet_is_the_front_alone_moved() -> None:
    def front_of(svg: bytes, offset: float) -> Iterator[tuple[str, float]]:
        for line in elements(etree.fromstring(svg), "//s:g[@id='front']//s:text"):
            yield str(line.text), round(float(str(line.get("x"))) - offset, 1)

    alone = drawing(sheet=Sheet(trim=(189, 246)))
    assert list(front_of(drawing(), WRAP.front_panel.x * 10)) == list(front_of(alone, 0))


def test_a_picture_for_shops_is_large_enough_and_srgb() -> None:
    picture = Image.open(BytesIO(front()))
    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (1967, 2560))
    assert picture.info["icc_profile"] == srgb()
    left = picture.getpixel((20, 1200))
    assert isinstance(left, tuple)
    assert all(abs(a - b) <= 2 for a, b in zip(left, (0x0B, 0x3C, 0x5D), strict=True))


@pytest.mark.parametrize("trim", [(300, 200), (100, 200), (200, 200)])
def test_a_picture_of_any_shape_has_the_sides_that_shops_want(trim: tuple[float, float]) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}"/>'.format(*trim)
    picture = Image.open(BytesIO(jpeg(FrontJob(svg=svg.encode(), faces=()))))
    assert min(picture.size) >= 1600
    assert max(picture.size) >= 2560
    assert picture.width / picture.height == pytest.approx(trim[0] / trim[1], rel=0.001)


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{}</svg>'


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<image href='a.png'/>", "cannot be printed with <image>"),
        ("<rect opacity='.5'/>", "cannot be printed with 'opacity' on <rect>"),
        ("<rect fill='navy'/>", "'navy' is not a colour of a cover"),
        ("<text font-family='Octavo Sans'>a<tspan>b</tspan></text>", "plain text alone"),
        ("<text font-family='Arial'>a</text>", "a face that the theme lacks: Arial 400 normal"),
        ("<text font-family='Octavo Sans'>ก</text>", "no glyph for 'ก'"),
        ("<g transform='skewX(3)'/>", "cannot be turned by 'skewX"),
        ("<rect width='50%'/>", "'50%' is no number for 'width' on <rect>"),
        ("<text font-size='12px'>a</text>", "'12px' is no number for 'font-size' on <text>"),
        ("<text text-anchor='centre'>a</text>", "cannot be anchored at 'centre'"),
    ],
)
def test_what_would_be_lost_is_an_error(body: str, message: str) -> None:
    with pytest.raises(BuildError, match=message):
        plate(SVG.format(body).encode(), dict(faces()), lambda _: ("g", (0,)))


def test_shapes_and_transformations_become_paths() -> None:
    body = (
        "<g transform='translate(10 20) scale(2)' fill='none' stroke='#000000'>"
        "<circle cx='0' cy='0' r='5'/></g><path d='M0 0h10v10z'/><line x1='0' x2='9'/>"
    )
    made_ = plate(SVG.format(body).encode(), {}, lambda _: ("g", (0,))).content
    assert b"q 2 0 0 2 10 20 cm" in made_
    assert made_.count(b" c") >= 4
    assert b"\nS\nQ" in made_
    assert b"0 0 m\n10 0 l\n10 10 l" in made_
