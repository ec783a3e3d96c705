"""The preflight: each defect is planted in a sound file and found at its place."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageCms

from octavo.dates import parse
from octavo.model import Measure, Metadata, Press
from octavo.pdf.preflight import Seen, measures
from octavo.pdf.preflight.binding import gutter
from octavo.pdf.press import PressJob, geometry, pressed, statement
from octavo.pdf.press.inks import Mixture

PAGE = (400, 600)
ABOUT = Metadata(id="mill", title="The Mill", lang="en-GB", date=parse("2026-01-01"))
SOUND = b"q\n0 0 0 rg\n60 500 m 340 500 l 1 w S\n60 60 100 100 re f\nQ\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "press.pdf"


def plain(contents: bytes = SOUND, pages: int = 2, resources: bytes = b"<<>>") -> pikepdf.Pdf:
    """Return a file as link would make it: its colours are those of a screen."""
    pdf = pikepdf.new()
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=PAGE)
        page.obj.TrimBox = pikepdf.Array([0, 0, *PAGE])
        page.obj.Resources = pikepdf.Object.parse(resources)
        page.obj.Contents = pdf.make_stream(contents)
    return pdf


def saved(pdf: pikepdf.Pdf, path: Path) -> bytes:
    pdf.save(path)
    return path.read_bytes()


def press(pdf: pikepdf.Pdf, path: Path, asked: Press | None = None) -> None:
    """Make a file for a press of a plain one."""
    asked = asked or Press()
    job = PressJob(
        pdf=saved(pdf, path),
        press=asked,
        metadata=ABOUT,
        mixtures={"#FF0000": Mixture(0.5, (0, 1, 1, 0))},
        bleed=asked.bleed or 0,
    )
    made = pressed(job)
    assert made.strays == ()
    path.write_bytes(made.data)


def looked(path: Path, asked: Press | None = None) -> dict[str, Measure]:
    return {each.what: each for each in measures(Seen(path=path, press=asked or Press()))}


def faults(path: Path, asked: Press | None = None) -> list[str]:
    found = looked(path, asked).values()
    return [f"{r.kind} p{r.folio}: {r.message}" for each in found for r in each.remarks]


@pytest.mark.parametrize("standard", ["x-4", "x-1a", "x-3"])
@pytest.mark.parametrize("inks", ["black", "cmyk"])
def test_what_octavo_makes_is_sound(standard: str, inks: str, file: Path) -> None:
    asked = Press(standard=standard, inks=inks, marks="crop", bleed=3000)  # type: ignore[arg-type]

    press(plain(SOUND + b"1 0 0 RG\n60 300 m 340 300 l S\n"), file, asked)

    assert faults(file, asked) == []
    assert looked(file, asked)["standard"].said == statement.VERSIONS[asked.standard]


def test_the_same_file_has_the_same_bytes(file: Path) -> None:
    press(plain(), file)
    first = file.read_bytes()
    press(plain(), file)
    assert file.read_bytes() == first


def test_files_with_other_pages_have_other_identifiers(file: Path) -> None:
    def identifier() -> str:
        with pikepdf.open(file) as pdf, pdf.open_metadata() as xmp:
            return str(xmp["xmpMM:DocumentID"])

    press(plain(), file)
    first = identifier()
    press(plain(pages=3), file)
    assert identifier() != first


def test_boxes_nest_and_marks_stand_outside_of_the_bleed(file: Path) -> None:
    press(plain(), file, Press(marks="crop", bleed=3000))
    with pikepdf.open(file) as pdf:
        page = pdf.pages[0]
        names = ("/TrimBox", "/BleedBox", "/MediaBox")
        trim, bleed, media = (list(map(float, page.obj[name])) for name in names)
    over = 3000 * geometry.MICROMETRE
    assert trim == [0, 0, *PAGE]
    assert bleed == pytest.approx([-over, -over, PAGE[0] + over, PAGE[1] + over], abs=1e-5)
    assert media[0] < bleed[0] - 14


def test_nothing_to_click_is_left(file: Path) -> None:
    pdf = plain()
    link = b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.org)>>>>"
    pdf.pages[0].obj.Annots = pikepdf.Array([pikepdf.Object.parse(link)])
    pdf.Root.OpenAction = pikepdf.Object.parse(b"<</S/JavaScript/JS(1)>>")
    press(pdf, file)
    assert faults(file) == []


def test_a_link_is_found_where_octavo_did_not_make_the_file(file: Path) -> None:
    def plant(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].obj.Annots = pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.Link)])

    assert planted(plant, file) == ["screen p2: annotations: 1"]


def planted(
    plant: Callable[[pikepdf.Pdf], None], path: Path, asked: Press | None = None
) -> list[str]:
    """Spoil a sound file and say what is found in it."""
    press(plain(), path, asked)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        plant(pdf)
        pdf.save(path)
    return faults(path, asked)


def paint(contents: bytes, path: Path, asked: Press | None = None) -> list[str]:
    """Paint on the second page of a sound file and say what is found."""

    def plant(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].contents_add(contents, prepend=True)

    return planted(plant, path, asked)


@pytest.mark.parametrize(
    ("contents", "said"),
    [
        (b"q 1 0 0 rg 60 60 9 9 re f Q", "colour p2: fill in the screen colour #FF0000"),
        (b"q 0 0 1 RG 60 60 m 90 90 l S Q", "colour p2: stroke in the screen colour #0000FF"),
        (b"q 0 1 0 0 k 60 60 9 9 re f Q", "colour p2: fill in DeviceCMYK 0%, 100%, 0%, 0%"),
        (b"q 0.95 g 60 60 9 9 re f Q", "tint p2: a tint of 5%"),
        (b"q 0.1 w 60 60 m 90 90 l S Q", "rule p2: a rule of 0.10 pt"),
        (b"q .5 0 0 .5 0 0 cm 0.5 w 120 60 m 90 90 l S Q", "rule p2: a rule of 0.25 pt"),
        (b"q 0 g 10 60 9 9 re f Q", ""),
    ],
)
def test_what_is_painted_wrongly_is_named_with_its_page(
    contents: bytes, said: str, file: Path
) -> None:
    assert paint(contents, file) == ([said] if said else [])


def test_too_much_ink_is_counted_in_four_inks(file: Path) -> None:
    found = paint(b"q 0.9 0.8 0.7 0.6 k 60 60 9 9 re f Q", file, Press(inks="cmyk"))
    assert found == ["ink p2: 300% of ink on one place, where 280% dry"]


def test_transparency_is_for_x_4_alone(file: Path) -> None:
    def plant(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources = pikepdf.Object.parse(b"<</ExtGState<</S<</ca 0.5>>>>>>")
        pdf.pages[0].contents_add(b"q /S gs 0 g 60 60 9 9 re f Q", prepend=True)

    assert planted(plant, file) == []
    seen = planted(plant, file, Press(standard="x-1a"))
    assert seen == ["transparency p1: a fill that is seen through"]


def test_what_is_seen_through_is_printed_as_its_tint(file: Path) -> None:
    contents = b"q\n/a0.5 gs\n0 0 0 rg\n60 60 9 9 re f\n/A0.07 gs\n60 60 m 90 90 l S\nQ\n"
    press(plain(contents), file)
    with pikepdf.open(file) as pdf:
        told = pdf.pages[0].obj.Contents.read_bytes()
    assert b"gs" not in told
    assert b"0.1 g" not in told.split(b"re f")[0]
    assert b"0.9 G" in told
    assert faults(file) == []


def picture(path: Path, dots: int, *, bits: int = 8, asked: Press | None = None) -> list[str]:
    """Set a picture of so many dots in a room of an inch and say what is found."""
    pdf = plain(b"q\n72 0 0 72 100 200 cm\n/P Do\nQ\n")
    image = pdf.make_stream(zlib.compress(bytes(dots * dots * 3 * bits // 8)))
    image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    image.Width = image.Height = dots
    image.ColorSpace, image.BitsPerComponent = pikepdf.Name.DeviceRGB, bits
    image.Filter = pikepdf.Name.FlateDecode
    for page in pdf.pages:
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=image))
    press(pdf, path, asked)
    return faults(path, asked)


def test_a_picture_for_the_screen_is_caught(file: Path) -> None:
    found = picture(file, 72)
    assert found == [
        f"resolution p{n}: a picture of 72 dots an inch, where 300 are wanted" for n in (1, 2)
    ]
    assert all(r.severity == "error" for r in looked(file)["pictures with too few dots"].remarks)


def test_a_picture_with_dots_enough_is_turned_into_inks(file: Path) -> None:
    assert picture(file, 300) == []
    assert picture(file, 300, asked=Press(inks="cmyk")) == []


def test_the_profile_is_an_output_profile_that_converts_both_ways() -> None:
    profile = ImageCms.ImageCmsProfile(BytesIO(statement.profile(Press())))
    assert profile.profile.device_class == "prtr"
    assert profile.profile.xcolor_space == "CMYK"
    screen = ImageCms.createProfile("sRGB")
    mixed = ImageCms.buildTransform(screen, profile, "RGB", "CMYK")
    looks = ImageCms.buildTransform(profile, screen, "CMYK", "RGB")
    for colour in ((255, 255, 255), (181, 84, 28), (11, 60, 93), (128, 128, 128)):
        inks = ImageCms.applyTransform(Image.new("RGB", (1, 1), colour), mixed)
        assert inks is not None
        seen = ImageCms.applyTransform(inks, looks)
        assert seen is not None
        assert seen.getpixel((0, 0)) == pytest.approx(colour, abs=6)


def test_boxes_that_do_not_nest_are_named(file: Path) -> None:
    def plant(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.BleedBox = pikepdf.Array([10, 10, 390, 590])
        del pdf.pages[1].obj.TrimBox

    assert planted(plant, file)[:2] == ["box p1: the boxes do not nest", "box p2: a box is missing"]


def test_a_font_that_is_not_inside_is_named(file: Path) -> None:
    def plant(pdf: pikepdf.Pdf) -> None:
        font = pikepdf.Object.parse(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
        resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=pdf.make_indirect(font)))
        pdf.pages[0].obj.Resources = resources

    assert planted(plant, file) == ["font p: the font Helvetica is not embedded"]


def test_a_file_of_another_standard_is_named(file: Path) -> None:
    press(plain(), file, Press(standard="x-3"))
    assert faults(file, Press()) == [
        "statement p: the file says that it follows PDF/X-3:2003, not PDF/X-4"
    ]


def test_the_gutter_grows_with_the_pages(file: Path) -> None:
    assert [gutter(pages) for pages in (40, 150, 151, 400, 600, 800)] == [
        *(9.6, 9.6, 12.7, 15.9, 19.1, 22.3)
    ]
    press(plain(pages=160), file)  # text begins 60 pt from the edge, 21 mm
    assert faults(file) == []
    press(plain(b"0 g\n30 60 9 9 re f\n", pages=160), file)
    assert faults(file)[0] == "gutter p1: an inner margin of 10.6 mm"
    assert len(faults(file)) == 80


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (Press(), "37 pages fill 3 signatures of 16, with 11 blank at the end"),
        (Press(signature=1), "37 single pages"),
        (Press(binding="saddle"), "37 pages fill 10 sheets of 4 pages, with 3 blank at the end"),
    ],
)
def test_signatures_are_counted(asked: Press, said: str, file: Path) -> None:
    press(plain(pages=37), file, asked)
    assert looked(file, asked)["signatures"].said == said


def test_a_colour_without_inks_is_located(file: Path) -> None:
    contents = SOUND + b"0 0.5 0 rg\n60 400 9 9 re f\n"
    made = pressed(
        PressJob(pdf=saved(plain(contents), file), press=Press(), metadata=ABOUT, mixtures={})
    )
    assert [(each.what, each.page, each.y) for each in made.strays] == [
        ("#008000", 0, 400),
        ("#008000", 1, 400),
    ]


@pytest.mark.parametrize("side", range(4))
def test_a_bleed_that_is_too_narrow_on_any_side_is_named(side: int, file: Path) -> None:
    def plant(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        page.BleedBox[side] = page.TrimBox[side]

    found = planted(plant, file, Press(bleed=3000))
    assert found == ["box p1: the bleed is narrower than 'press' says"]


def test_a_picture_inside_a_content_stream_is_looked_at(file: Path) -> None:
    found = paint(b"q 9 0 0 9 60 60 cm BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI Q", file)
    assert found == [
        "colour p2: a picture in DeviceRGB",
        "resolution p2: a picture of 8 dots an inch, where 300 are wanted",
    ]


def test_a_gradient_that_is_seen_through_is_named(file: Path) -> None:
    def plant(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources = pikepdf.Object.parse(
            b"<</ExtGState<</S<</ca 0.5>>>>/Shading<</G<</ColorSpace/DeviceGray>>>>>>"
        )
        pdf.pages[0].contents_add(b"q /S gs 1 0 0 1 60 60 cm /G sh Q", prepend=True)

    found = planted(plant, file, Press(standard="x-1a"))
    assert found == ["transparency p1: a gradient that is seen through"]
