"""Faces: the theme's list, the cuts, what Pango sees, what the EPUB carries."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from octavo.errors import BuildError, SourceError
from octavo.typefaces.cut import cut, static
from octavo.typefaces.faces import Face, read_faces
from octavo.typefaces.fontconfig import fontconfig, isolate
from octavo.typefaces.home import cache_home
from octavo.typefaces.subset import covers, subset

ROOT = Path(__file__).resolve().parents[1]
LIST = "styles/faces.toml"
THEME = (ROOT / LIST).read_text(encoding="utf-8")

# What a study guide on the Soviet Union has in its serif text.
RUSSIAN = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюяіѣѳѵ"
ROMANISED = "ščžřñéèüöäçïāīūḥṣṭŝĭėʹʺʼ\u0361\u0306\u0304\u030c\u0323"
SIGNS = "–—‘’“”«»…№§†‡×−½→←≈≠≤✓\u00a0\u2009\u202f\u2011"
ASCII = "".join(map(chr, range(0x20, 0x7F)))


@pytest.fixture(scope="module")
def faces() -> tuple[Face, ...]:
    return read_faces(THEME, LIST)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("octavo-cache")


@pytest.fixture(scope="module")
def files(faces: tuple[Face, ...], cache: Path) -> Mapping[Face, Path]:
    return cut(faces, cache)


def pick(faces: Iterable[Face], postscript_name: str) -> Face:
    (face,) = (face for face in faces if face.postscript_name == postscript_name)
    return face


def origin(face: Face) -> Path:
    (path,) = (path for p in sys.path if (path := Path(p) / face.package / face.file).is_file())
    return path


def features(font: TTFont, table: str) -> set[str]:
    return {record.FeatureTag for record in font[table].table.FeatureList.FeatureRecord}


def environment(**changes: str) -> dict[str, str]:
    sources = os.pathsep.join((str(ROOT / "src"), os.environ.get("PYTHONPATH", "")))
    return {**os.environ, "PYTHONPATH": sources, **changes}


def run(program: str, *arguments: str, **changes: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        check=False,
        env=environment(**changes),
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


# The theme's list.


def test_theme_lists_faces_for_text_titles_notes_and_heads(faces: tuple[Face, ...]) -> None:
    assert [face.postscript_name for face in faces] == [
        "OctavoSerif-Regular",
        "OctavoSerif-Italic",
        "OctavoSerif-SemiBold",
        "OctavoSerifDisplay-Regular",
        "OctavoSerifCaption-Regular",
        "OctavoSerifCaption-Italic",
        "OctavoSans-Regular",
        "OctavoSans-Italic",
        "OctavoSans-SemiBold",
    ]
    assert {face.licence for face in faces} == {"OFL-1.1"}
    assert all("Source S" in face.credit for face in faces)


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ('[sources.serif]\npackage = "', "[sources.serif]\npackage = '", "face-syntax", 0),
        ('family = "Octavo Serif"\n', "", "face-value", "[[faces]]"),
        ('family = "Octavo Serif"\n', 'familly = "Octavo Serif"\n', "face-key", "familly"),
        ('source = "serif"', 'source = "seriff"', "face-source", 'source = "seriff"'),
        ("weight = 400", "weight = 450", "face-value", "weight = 450"),
        ("weight = 400", "weight = true", "face-value", "weight = true"),
        ('style = "normal"', 'style = "oblique"', "face-value", "oblique"),
        ("wght = 400", "wght = 500", "face-value", "wght = 500"),
        ("opsz = 11", "opsz = '11'", "face-value", "opsz = '11'"),
        ("axes = {", "axes = 3 #", "face-value", "axes = 3"),
        ('"Octavo Serif Display"', '"Octavo, Serif"', "face-value", '"Octavo, Serif"'),
        ('"Octavo Serif Display"', '"Octavo Serif"', "face-twice", "[[faces]]"),
        ('"fontpkg_source_serif_4"', '"os.path"', "face-value", "os.path"),
        ('"files/SourceSans3[wght].ttf"', '"../x.ttf"', "face-value", "../x.ttf"),
        ('"files/SourceSans3[wght].ttf"', "7", "face-value", "normal = 7"),
        (', italic = "files/SourceSans3-Italic[wght].ttf"', "", "face-source", 'e = "italic"'),
        ('["readable"]', '"readable"', "face-value", "styles-without"),
        ("[sources.serif]", "[[sources]]", "face-value", 0),
        ("[sources.serif]", "sources.sans = 3\n[other]", "face-syntax", 0),
        ("[sources.serif]", "[sources.sarif]\n[sources.serif]", "face-value", "[sources.sarif]"),
    ],
)
def test_a_fault_in_the_list_has_its_line(old: str, new: str, code: str, line: str | int) -> None:
    assert old in THEME
    text = THEME.replace(old, new, 1)
    with pytest.raises(SourceError) as caught:
        read_faces(text, LIST)
    findings = [f for f in caught.value.findings if f.code == f"OCT-{code}"]
    assert findings
    assert {finding.location.path for finding in findings} == {LIST}
    if isinstance(line, str):
        lines = text.splitlines()
        assert any(line in lines[finding.location.line - 1] for finding in findings)


@pytest.mark.parametrize(
    "text",
    ["", "faces = 3\nsources = 3", "faces = [1]\n[sources]\na = 1", "faces = []\n[sources]"],
)
def test_a_list_of_the_wrong_shape_is_a_finding(text: str) -> None:
    with pytest.raises(SourceError):
        read_faces(text, LIST)


def test_all_faults_are_told_at_once() -> None:
    text = THEME.replace("weight = 600", "weight = 650").replace('"italic"', '"slanted"')
    with pytest.raises(SourceError) as caught:
        read_faces(text, LIST)
    assert len(caught.value.findings) == 2 + 3


# The cuts.


def test_a_cut_is_static_and_can_do_what_its_source_can(files: Mapping[Face, Path]) -> None:
    for face, path in files.items():
        font = TTFont(path)
        assert not {"fvar", "STAT", "avar", "gvar", "HVAR", "MVAR", "DSIG"} & set(font.keys())
        assert {"kern", "mark", "mkmk"} <= features(font, "GPOS")
        substitutions = features(font, "GSUB")
        assert {"ccmp", "liga", "locl", "onum", "pnum", "sups"} <= substitutions
        if face.style == "normal":
            assert {"smcp", "c2sc"} <= substitutions
        if face.package == "fontpkg_source_serif_4":
            assert {"lnum", "tnum"} <= substitutions
        assert set(map(ord, ASCII + RUSSIAN + ROMANISED + SIGNS)) <= covers(path)
    sans = pick(files, "OctavoSans-Regular")
    assert set(map(ord, "●○□►✗⚑")) <= covers(files[sans]) | {ord("⚑")}


def test_a_cut_says_which_face_it_is(files: Mapping[Face, Path]) -> None:
    seen = set()
    for face, path in files.items():
        font = TTFont(path)
        name = font["name"]
        assert name.getBestFamilyName() == face.family
        assert name.getBestSubFamilyName() == face.style_name
        assert name.getDebugName(6) == face.postscript_name
        assert name.getDebugName(2) in {"Regular", "Italic"}
        assert font["OS/2"].usWeightClass == face.weight
        assert bool(font["OS/2"].fsSelection & 1) is (face.style == "italic")
        assert bool(font["OS/2"].fsSelection & 1 << 6) is (face.style == "normal")
        assert font["head"].macStyle == (2 if face.style == "italic" else 0)
        assert font["OS/2"].fsType == 0
        seen.add(face.postscript_name)
    assert len(seen) == len(files)


def test_the_reserved_name_stays_in_notices_alone(files: Mapping[Face, Path]) -> None:
    for path in files.values():
        records = TTFont(path)["name"].names
        assert {r.nameID for r in records if "Source" in str(r)} == {0, 10}
        assert any(r.nameID == 13 and "SIL Open Font License" in str(r) for r in records)


def test_a_variant_keeps_the_name_that_programs_show(files: Mapping[Face, Path]) -> None:
    face = pick(files, "OctavoSans-Regular")
    labels = [
        {
            font["name"].getDebugName(record.Feature.FeatureParams.UINameID)
            for record in font["GSUB"].table.FeatureList.FeatureRecord
            if record.FeatureTag == "ss01"
        }
        for font in (TTFont(origin(face)), TTFont(files[face]))
    ]
    assert labels[0] == labels[1]
    assert None not in labels[1]


def test_a_family_may_not_take_the_reserved_name(faces: tuple[Face, ...], tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="reserves the name 'Source'"):
        cut([replace(faces[0], family="My Source Serif")], tmp_path)


def test_a_bold_is_linked_to_its_family(faces: tuple[Face, ...], tmp_path: Path) -> None:
    face = replace(
        pick(faces, "OctavoSans-Italic"), family="Test", weight=700, axes=(("wght", 700.0),)
    )
    font = TTFont(cut([face], tmp_path)[face])
    assert [font["name"].getDebugName(number) for number in (1, 2, 6, 16)] == [
        "Test",
        "Bold Italic",
        "Test-BoldItalic",
        None,
    ]
    assert font["OS/2"].fsSelection & 0b1100001 == 0b0100001
    assert font["head"].macStyle == 3


def test_the_tie_of_romanised_letters_stands_clear_of_them(files: Mapping[Face, Path]) -> None:
    for face, path in files.items():
        font = TTFont(path)
        drawn = font.getBestCmap()
        assert font["hmtx"][drawn[0x0361]][0] == 0
        if face.package == "fontpkg_source_serif_4":
            tie = font["glyf"][drawn[0x0361]]
            assert tie.yMin > font["glyf"][drawn[ord("i")]].yMax
            assert tie.yMax < font["OS/2"].usWinAscent


def test_an_accent_stands_where_the_anchors_have_it(files: Mapping[Face, Path]) -> None:
    path = files[pick(files, "OctavoSerif-Regular")]
    font = TTFont(path)
    glyphs, drawn = font["glyf"], font.getBestCmap()
    stem, breve = glyphs[drawn[0x012D]].components
    bare = glyphs[drawn[0x0131]]
    assert glyphs[stem.glyphName] == bare
    assert (stem.x, stem.y) == (0, 0)
    accent = glyphs[breve.glyphName]
    assert abs(breve.x + (accent.xMin + accent.xMax - bare.xMin - bare.xMax) / 2) < 20
    assert breve.y + accent.yMin > bare.yMax


def test_a_composed_letter_has_its_small_capital(files: Mapping[Face, Path]) -> None:
    path = files[pick(files, "OctavoSerif-Regular")]
    shaper = uharfbuzz.Font(uharfbuzz.Face(path.read_bytes()))
    for text, feature in (("ĭ", "smcp"), ("Ĭ", "c2sc")):
        (plain,), (small,) = (shaped(shaper, text, wanted) for wanted in ({}, {feature: True}))
        assert plain[0] != small[0]
        (bare,) = shaped(shaper, "I", {"c2sc": True})
        assert small[1] == bare[1]


@pytest.mark.parametrize(
    ("axes", "message"),
    [
        ((("wght", 400.0),), "axis 'opsz' is not pinned"),
        ((("opsz", 3.0), ("wght", 400.0)), "axis 'opsz' is 3, the font has 8 to 60"),
        ((("opsz", 11.0), ("slnt", 0.0), ("wght", 400.0)), "the font has no axis 'slnt'"),
    ],
)
def test_every_axis_is_pinned_within_its_range(
    faces: tuple[Face, ...], tmp_path: Path, axes: tuple[tuple[str, float], ...], message: str
) -> None:
    with pytest.raises(BuildError, match=message):
        cut([replace(faces[0], axes=axes)], tmp_path)


@pytest.mark.parametrize("changes", [{"package": "fontpkg_nowhere"}, {"file": "files/no.ttf"}])
def test_a_font_that_is_not_installed_is_said_to_be(
    faces: tuple[Face, ...], tmp_path: Path, changes: dict[str, str]
) -> None:
    face = replace(faces[0], **changes)  # type: ignore[arg-type]  # two text fields
    with pytest.raises(BuildError, match=re.escape(f"{face.package} has no {face.file}")) as caught:
        cut([face], tmp_path)
    assert "pip install fontpkg-" in caught.value.hint


def test_a_face_of_a_static_font_is_renamed(
    faces: tuple[Face, ...], files: Mapping[Face, Path]
) -> None:
    data = static(replace(faces[0], family="Test", axes=()), files[faces[0]].read_bytes())
    assert TTFont(BytesIO(data))["name"].getBestFamilyName() == "Test"


def test_a_cut_depends_on_nothing_but_its_inputs(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from octavo.typefaces.cut import cut; from octavo.typefaces.faces import read_faces\n"
        "from octavo.typefaces.subset import subset\n"
        "faces = read_faces(Path(sys.argv[1]).read_text(encoding='utf-8'), '')\n"
        "for path in cut([faces[1], faces[6]], Path(sys.argv[2])).values():\n"
        "    path.with_suffix('.woff2').write_bytes(subset(path, range(0x41, 0x5B)))\n"
    )
    runs = []
    for seed, zone in (("1", "UTC"), ("4242", "Asia/Tokyo")):
        cache = tmp_path / seed
        run(program, str(ROOT / LIST), str(cache), PYTHONHASHSEED=seed, TZ=zone)
        runs.append({path.name: path.read_bytes() for path in (cache / "faces").iterdir()})
    assert len(runs[0]) == 4
    assert runs[0] == runs[1]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["OctavoSerifCaption-Italic", "OctavoSans-Regular"])
def test_a_cut_is_what_fonttools_would_cut(files: Mapping[Face, Path], name: str) -> None:
    face = pick(files, name)
    font = TTFont(origin(face), recalcTimestamp=False)
    instancer.instantiateVariableFont(font, dict(face.axes), inplace=True)
    file = BytesIO()
    font.save(file)
    judge, ours = TTFont(BytesIO(file.getvalue())), TTFont(files[face])
    for theirs, mine in zip(judge.getGlyphOrder(), ours.getGlyphOrder(), strict=False):
        assert judge["hmtx"][theirs][0] == ours["hmtx"][mine][0]
        outlines = [f["glyf"][n].getCoordinates(f["glyf"])[0] for f, n in
                    ((judge, theirs), (ours, mine))]  # fmt: skip
        assert outlines[0] == outlines[1]
    fonts = [uharfbuzz.Font(uharfbuzz.Face(d)) for d in (file.getvalue(), files[face].read_bytes())]
    for text in ("AVATAR Tofu, “Yo” fi ffi 1917–1941", "Товарищество, ГУЛАГ", "x̌ q̣̄ ščž 1/2"):
        for wanted in ({}, {"smcp": True}, {"onum": True, "pnum": True}, {"frac": True}):
            assert shaped(fonts[0], text, wanted) == shaped(fonts[1], text, wanted)


def shaped(font: uharfbuzz.Font, text: str, wanted: dict[str, bool]) -> list[tuple[int, ...]]:
    line = uharfbuzz.Buffer()
    line.add_str(text)
    line.guess_segment_properties()
    uharfbuzz.shape(font, line, wanted)
    return [
        (info.codepoint, place.x_advance, place.x_offset, place.y_offset)
        for info, place in zip(line.glyph_infos, line.glyph_positions, strict=True)
    ]


# The cache.


def test_a_face_is_cut_once(
    files: Mapping[Face, Path], cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(face: Face, source: bytes) -> bytes:
        raise AssertionError(face, len(source))

    monkeypatch.setattr("octavo.typefaces.cut.static", refuse)
    assert cut(files, cache) == files


@pytest.mark.parametrize("damage", ["short", "word", "bit", "empty"])
def test_a_damaged_file_is_cut_again(faces: tuple[Face, ...], tmp_path: Path, damage: str) -> None:
    path = cut(faces[7:8], tmp_path)[faces[7]]
    whole = path.read_bytes()
    damaged = bytearray(whole)
    damaged[5000] ^= 4
    path.write_bytes(
        {"short": whole[:-3], "word": whole[:-8], "bit": bytes(damaged), "empty": b""}[damage]
    )
    told: list[Face] = []
    assert cut(faces[7:8], tmp_path, told.append)[faces[7]].read_bytes() == whole
    assert told == [faces[7]]
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_other_axes_make_another_file(faces: tuple[Face, ...], cache: Path) -> None:
    other = replace(faces[7], axes=(("wght", 410.0),))
    made = cut([faces[7], other], cache)
    assert made[faces[7]] != made[other]
    assert made[faces[7]].read_bytes() != made[other].read_bytes()


def test_a_cache_that_is_no_folder_is_told(faces: tuple[Face, ...], tmp_path: Path) -> None:
    (tmp_path / "faces").write_text("in the way", encoding="utf-8")
    with pytest.raises(BuildError, match="can't be written") as caught:
        cut(faces[7:8], tmp_path)
    assert "OCTAVO_CACHE" in caught.value.hint


def test_the_cache_is_where_the_user_wants_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("OCTAVO_CACHE", str(tmp_path / "own"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "shared"))
    assert cache_home() == tmp_path / "own"
    monkeypatch.setenv("OCTAVO_CACHE", "")
    assert cache_home() == tmp_path / "shared" / "octavo"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert cache_home() == tmp_path / ".cache" / "octavo"
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert cache_home() == tmp_path / ".cache" / "octavo"


# What Pango sees.

LAY_OUT = """
import logging, sys
from pathlib import Path
from octavo.typefaces.fontconfig import isolate
isolate(Path(sys.argv[1]))
import weasyprint
logging.basicConfig()
style = 'font-family: "Octavo Serif", sans-serif'
text = f'<p style=\\'{style}\\'>Волга 漢 ot͡s <b>bold</b> <i>italic</i>'
weasyprint.HTML(string=text).write_pdf(sys.argv[2], uncompressed_pdf=True)
isolate(Path(sys.argv[1]))
"""


def test_pango_sees_the_faces_of_the_edition_alone(
    files: Mapping[Face, Path], tmp_path: Path
) -> None:
    configuration = fontconfig(files.values(), tmp_path / "fc")
    pdf = tmp_path / "page.pdf"
    told = run(LAY_OUT, str(configuration), str(pdf))
    assert "漢" in told
    names = set(re.findall(rb"/BaseFont /[A-Z]{6}\+([\w-]+)", pdf.read_bytes()))
    assert names == {b"Octavo-Serif", b"Octavo-Serif-Semi-Bold", b"Octavo-Serif-Italic"}


def test_a_set_has_its_faces_and_no_others(files: Mapping[Face, Path], tmp_path: Path) -> None:
    one, two, *_ = files.values()
    both, single = fontconfig([one, two], tmp_path), fontconfig([two], tmp_path)
    assert both != single
    assert {link.resolve() for link in (single.parent / "faces").iterdir()} == {two.resolve()}
    assert "<dir>" + str(single.parent / "faces") in single.read_text(encoding="utf-8")
    assert f"<cachedir>{tmp_path / 'cache'}" in single.read_text(encoding="utf-8")
    before = single.stat().st_ino
    assert fontconfig([two, two], tmp_path).stat().st_ino == before


@pytest.mark.parametrize("damage", ["extra", "missing", "text"])
def test_a_set_that_was_meddled_with_is_made_again(
    files: Mapping[Face, Path], tmp_path: Path, damage: str
) -> None:
    one, two, *_ = files.values()
    configuration = fontconfig([one], tmp_path)
    shown = configuration.parent / "faces"
    text = configuration.read_text(encoding="utf-8")
    if damage == "extra":
        (shown / "other.ttf").symlink_to(two)
    elif damage == "missing":
        (shown / one.name).unlink()
    else:
        configuration.write_text("<fontconfig/>", encoding="utf-8")
    assert fontconfig([one], tmp_path).read_text(encoding="utf-8") == text
    assert [link.readlink() for link in shown.iterdir()] == [one]


def test_a_set_of_what_is_not_there_is_refused(files: Mapping[Face, Path], tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="no such face"):
        fontconfig([tmp_path / "no.ttf"], tmp_path)
    one = next(iter(files.values()))
    (tmp_path / one.name).write_bytes(one.read_bytes())
    with pytest.raises(BuildError, match="one file name"):
        fontconfig([one, tmp_path / one.name], tmp_path / "fc")
    with pytest.raises(BuildError, match="can't be written"):
        fontconfig([one], tmp_path / one.name)


def test_the_configuration_is_kept_in_the_cache(
    files: Mapping[Face, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OCTAVO_CACHE", str(tmp_path))
    assert fontconfig(files.values()).parent.parent == tmp_path / "fontconfig"


def test_weasyprint_must_not_have_seen_other_fonts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "other.conf"))
    monkeypatch.setitem(sys.modules, "weasyprint.text.ffi", sys)
    with pytest.raises(BuildError, match="loaded with other fonts"):
        isolate(tmp_path / "fonts.conf")
    isolate(tmp_path / "other.conf")
    assert os.environ["FONTCONFIG_FILE"] == str(tmp_path / "other.conf")


# What the EPUB carries.


def test_a_subset_is_a_small_web_font_with_the_characters(files: Mapping[Face, Path]) -> None:
    wanted = set(map(ord, ASCII + RUSSIAN + ROMANISED + SIGNS))
    for face, path in files.items():
        data = subset(path, wanted)
        assert data[:4] == b"wOF2"
        assert len(data) < 50_000
        font = TTFont(BytesIO(data))
        assert wanted <= set(font.getBestCmap())
        assert len(font.getGlyphOrder()) < len(TTFont(path).getGlyphOrder()) * 2 / 3
        assert {"kern", "mark"} <= features(font, "GPOS")
        kept = {"onum", "sups", "ccmp"} | ({"smcp"} if face.style == "normal" else set())
        assert kept <= features(font, "GSUB")
        assert {0, 6, 13} <= {record.nameID for record in font["name"].names}
    assert data == subset(path, sorted(wanted))


def test_a_subset_has_the_small_capitals_of_its_letters(files: Mapping[Face, Path]) -> None:
    data = subset(files[pick(files, "OctavoSerif-Regular")], map(ord, "abcщ"))
    font = TTFont(BytesIO(data))
    file = BytesIO()
    font.flavor = None
    font.save(file)
    shaper = uharfbuzz.Font(uharfbuzz.Face(file.getvalue()))
    plain, small = (shaped(shaper, "abcщ", wanted) for wanted in ({}, {"smcp": True}))
    assert {glyph[0] for glyph in plain}.isdisjoint(glyph[0] for glyph in small)
    assert 0 not in {glyph[0] for glyph in small}


def test_a_character_that_the_face_lacks_is_named(files: Mapping[Face, Path]) -> None:
    path = next(iter(files.values()))
    with pytest.raises(BuildError, match=r"no glyph for U\+6F22 漢$"):
        subset(path, map(ord, "a漢\n\u2060"))
    with pytest.raises(BuildError, match="and 12 more"):
        subset(path, range(0x4E00, 0x4E14))


def test_a_face_that_is_not_there_covers_nothing(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="can't be read"):
        covers(tmp_path / "no.ttf")
