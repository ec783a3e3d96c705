"""``octavo check --press``: a file for a printer is made and looked at, and defects are named."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from octavo.cli.check import finding
from octavo.errors import Location
from octavo.model import Remark
from octavo.pagination import from_json
from tests.commandline import octavo

STOCK = Path(__file__).parents[1] / "broken" / "stock"
TARGET = "  press.pdf: {edition: student, format: press}\n"
IMPRINT = """\
edition: {number: 1}
credits: [Figures by the miller.]
imprint:
  contact: By a letter to the mill.
  omitted: {responsible: It is not sold.}
identifiers:
  press.pdf: urn:uuid:00000000-0000-4000-8000-000000000003
"""


def work(folder: Path, more: str = TARGET) -> Path:
    """Lay out the sound book of the tests, with a target for a press."""
    shutil.copytree(STOCK, folder, dirs_exist_ok=True)
    manifest = folder / "book.yaml"
    text = manifest.read_text(encoding="utf-8").replace("identifiers:\n", IMPRINT)
    manifest.write_text(text + more, encoding="utf-8")
    return folder


def run(folder: Path, *arguments: str, **environment: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "octavo", "-C", str(folder), *arguments],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def test_a_work_without_such_a_target_is_told_how_to_list_one(tmp_path: Path) -> None:
    work(tmp_path, "")
    said = octavo("-C", str(tmp_path), "check", "--press")
    assert said.status == 2
    assert "no target is for a press" in said.text
    assert "format: press}" in said.text


def test_a_target_for_readers_is_not_looked_at(tmp_path: Path) -> None:
    work(tmp_path)
    for targets in (["student.pdf"], ["press.pdf", "student.pdf"]):
        said = octavo("-C", str(tmp_path), "check", "--press", *targets)
        assert (said.status, "'student.pdf' is for no press" in said.text) == (2, True)
    assert octavo("-C", str(tmp_path), "check", "press.pdf").status == 2


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Make and look at the sound book; return its folder and what was said."""
    folder = work(tmp_path_factory.mktemp("sound"))
    status, said = run(folder, "check", "--press")
    assert status == 0, said
    return folder, said


@pytest.mark.slow
def test_of_a_sound_book_each_measure_is_told(checked: tuple[Path, str]) -> None:
    folder, said = checked
    assert "standard: PDF/X-4\n" in said
    assert "colours outside the press profile: 0\n" in said
    assert "pictures with too few dots: 0\n" in said
    pages = len(from_json((folder / "build/press.pagemap.json").read_text()).sheets)
    blank = -pages % 16
    assert f"{pages} pages fill 2 signatures of 16, with {blank} blank at the end" in said


@pytest.mark.slow
def test_the_same_bytes_are_made_elsewhere(checked: tuple[Path, str], tmp_path: Path) -> None:
    other = work(tmp_path / "elsewhere")
    run(other, "build", "press.pdf", TZ="Pacific/Kiritimati", PYTHONHASHSEED="77", LC_ALL="C")
    made = (folder / "build" / "press.pdf" for folder in (checked[0], other))
    assert len({path.read_bytes() for path in made}) == 1


@pytest.mark.slow
def test_the_pages_are_those_of_the_edition_to_read(checked: tuple[Path, str]) -> None:
    folder, _ = checked
    run(folder, "build", "student.pdf")
    student, press = (
        from_json((folder / f"build/{name}.pagemap.json").read_text())
        for name in ("student", "press")
    )
    assert press == student


@pytest.mark.slow
def test_a_colour_without_inks_stops_the_build(tmp_path: Path) -> None:
    folder = work(tmp_path)
    wheel = folder / "chapters/media/wheel.svg"
    wheel.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">'
        '<rect width="40" height="40" fill="#12A050"/></svg>'
    )
    status, said = run(folder, "build", "press.pdf")
    assert status == 1
    assert "chapters/01-mill.md:21:" in said
    assert "error: the colour #12A050 on page 4 of press.pdf has no inks [OCT-press-colour]" in said
    assert "styles/inks.toml" in said
    assert not (folder / "build/press.pdf").exists()


@pytest.mark.slow
def test_a_picture_of_72_dots_is_caught_at_its_place(tmp_path: Path) -> None:
    folder = work(tmp_path)
    media = folder / "chapters"
    Image.linear_gradient("L").resize((72, 72)).convert("RGB").save(media / "media/wheel.png")
    for name in ("media.yaml", "01-mill.md"):
        path = media / name
        path.write_text(path.read_text().replace("wheel.svg", "wheel.png"))
    status, said = run(folder, "check", "--press")
    assert status == 1
    assert "chapters/01-mill.md:21:1: error: p. 4: a picture of " in said
    assert "[OCT-press-resolution]" in said
    with pikepdf.open(folder / "build/press.pdf") as pdf:
        pictures = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        ]
    assert pictures


def test_what_has_no_place_in_the_sources_is_in_the_target() -> None:
    remark = Remark(kind="gap", message="8 lines are left empty", folio="170", severity="warning")
    assert str(finding(remark, "press.pdf").location) == "build/press.pdf"
    placed = replace(remark, location=Location("chapters/01-mill.md", 21, 1))
    assert str(finding(placed, "press.pdf").location) == "chapters/01-mill.md:21:1"
