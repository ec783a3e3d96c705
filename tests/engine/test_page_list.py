"""An EPUB that says the folios of a PDF hangs on the PDF's layout, and on nothing else of it."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest

from octavo.engine import log, recipes, server
from octavo.pdf import render
from tests.commandline import octavo
from tests.engine.virtual import PAGED, append

PDF, EPUB = "build/student.pdf", "build/student.epub"
MILL, MILLER = Path("chapters/01-mill.md"), Path("chapters/02-miller.md")
REAL = recipes.RECIPES
PAGES = " Word after word." * 600


@pytest.fixture(autouse=True)
def _rules(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in a work whose EPUB says the folios of its PDF; lay out by virtual rules."""
    monkeypatch.setattr(recipes, "RECIPES", PAGED)
    monkeypatch.setattr(server, "cores", lambda: 1)
    monkeypatch.setattr(time, "perf_counter", lambda: 0.0)
    say(work, "page-list: student.pdf")


@pytest.fixture
def _built() -> None:
    assert octavo("build", "--quiet") == (0, "")


def say(work: Path, words: str) -> None:
    """Let book.yaml say of the edition which pages its EPUBs say."""
    manifest = work / "book.yaml"
    text = re.sub(r"retrieval(, page-list.*)?}", f"retrieval, {words}}}", manifest.read_text())
    manifest.write_text(text)


def steps(said: str) -> list[str]:
    """Return the lines of ``build -v`` that are about layout and what follows it."""
    return [each for each in said.splitlines() if re.match(r"(lay out|document|link|pack)", each)]


def test_alone_it_lays_out_the_units_which_the_pdf_need_not_do_again() -> None:
    assert octavo("build", "-n", "student.epub").text == (
        f"{EPUB}: it was never built; lays out everything; packs\n"
    )
    assert octavo("build", "student.epub").text == f"{EPUB}: 0 kB, 0.0 s, 29 of 29 parts made\n"
    assert not Path(PDF).exists()
    assert octavo("build").text == (
        f"{EPUB}: up to date\n{PDF}: 23 pages, 0 kB, 0.0 s, 0 of 14 units laid out\n"
    )


def test_together_they_lay_out_each_unit_once() -> None:
    said = octavo("build", "-v").text
    laid_out = [line for line in steps(said) if line.startswith("lay out")]
    assert len(laid_out) == 14
    assert all(line.endswith(f"for {PDF}, {EPUB}: 0.00 s") for line in laid_out)
    assert "chapter-miller" in Path(EPUB).read_text()


@pytest.mark.usefixtures("_built")
def test_a_page_more_moves_what_stands_behind_it() -> None:
    append(MILL, PAGES)
    assert octavo("build", "-n").text == (
        f"{PDF}: chapters/01-mill.md changed; lays out 1. The mill; links\n"
        f"{EPUB}: chapters/01-mill.md changed; packs\n"
    )
    before = dict(line.split() for line in Path(EPUB).read_text().splitlines())
    said = steps(octavo("build", "-v").text)
    after = dict(line.split() for line in Path(EPUB).read_text().splitlines())
    moved = [name for name in after if after[name] != before[name]]
    assert "chapter-miller" in moved
    assert "titlepage" not in moved
    assert sorted(said) == sorted(
        [
            f"lay out chapter-mill for {PDF}, {EPUB}: 0.00 s",
            *(f"document {name} for {EPUB}: 0.00 s" for name in moved),
            f"link {PDF}: 0.00 s",
            f"pack {EPUB}: 0.00 s",
        ]
    )


@pytest.mark.usefixtures("_built")
def test_an_edit_that_moves_no_page_makes_no_document() -> None:
    append(MILLER, "\nMore words.\n")
    said = octavo("build", "-v", "student.epub").text
    assert steps(said) == [f"lay out chapter-miller for {EPUB}: 0.00 s", f"pack {EPUB}: 0.00 s"]
    assert f"{EPUB}: 0 kB, 0.0 s, 1 of 29 parts made, unchanged\n" in said


@pytest.mark.usefixtures("_built")
def test_what_print_looks_like_is_a_reason() -> None:
    Path("styles").mkdir()
    Path("styles/print.css").write_text("p { margin: 0 }")
    assert octavo("build", "-q", "student.epub")[0] == 1
    assert octavo("explain", "student.epub").text.splitlines()[:2] == [
        f"{EPUB}: stale",
        "  style print.css is new",
    ]
    assert octavo("build", "--quiet") == (0, "")
    assert octavo("build").text == f"{PDF}, {EPUB}: all up to date (0.00 s)\n"


@pytest.mark.usefixtures("_built")
@pytest.mark.parametrize("words", ["page-list: student.pdf", "page-list: none"])
def test_what_lays_out_is_a_reason_where_something_is_laid_out(words: str, work: Path) -> None:
    say(work, words)
    assert octavo("build", "--quiet") == (0, "")
    path = work / log.FOLDER / "log.json"
    data = json.loads(path.read_text())
    data["entries"]["student.epub"]["tools"]["WeasyPrint"] = "1.0"
    path.write_text(json.dumps(data))
    said = octavo("explain", "student.epub").text
    assert ("WeasyPrint 1.0 → " in said) == (words != "page-list: none")


@pytest.mark.usefixtures("_built")
def test_none_is_none(work: Path) -> None:
    say(work, "page-list: none")
    said = octavo("build", "-v").text
    assert f"{PDF}: up to date" in said
    assert not [line for line in steps(said) if line.startswith("lay out")]
    assert {line.split()[1] for line in Path(EPUB).read_text().splitlines()} == {"0"}
    before = Path(EPUB).read_text()
    append(MILL, PAGES)
    assert octavo("build", "--quiet") == (0, "")
    assert Path(EPUB).read_text() == before


@pytest.mark.usefixtures("_built")
def test_another_edition_of_the_same_selection_may_have_the_pages(work: Path) -> None:
    manifest = work / "book.yaml"
    text = manifest.read_text().replace(
        "targets:\n",
        "  screen: {extends: student, style: screen}\n"
        "targets:\n  screen.epub: {edition: screen, format: epub}\n",
    )
    manifest.write_text(
        text.replace(
            "  student.pdf: urn",
            "  screen.epub: urn:uuid:00000000-0000-4000-8000-000000000009\n  student.pdf: urn",
        )
    )
    (work / "styles").mkdir()
    (work / "styles/screen.css").write_text("p { margin: 0 }")
    assert octavo("build", "--quiet", "student.*") == (0, "")
    said = octavo("build", "screen.epub", "-v")
    assert said.status == 0
    assert not [line for line in steps(said.text) if line.startswith("lay out")]
    assert Path("build/screen.epub").read_text() == Path(EPUB).read_text()


def test_a_unit_that_cannot_be_laid_out_fails_both() -> None:
    append(MILLER, "\nLet it explode.\n")
    status, said = octavo("build", "-k")
    assert status == 1
    assert f"{PDF}: not made\n" in said
    assert f"{EPUB}: not made\n" in said
    assert not Path(EPUB).exists()


def test_without_pango_it_is_made_without_pages_or_not_at_all(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: str) -> None:
        raise OSError

    monkeypatch.setattr(recipes, "RECIPES", REAL)
    monkeypatch.setattr(render, "isolate", lambda _: None)
    monkeypatch.setattr(render, "import_module", refuse)
    status, said = octavo("build", "-j1", "student.epub")
    assert status == 1
    assert "Pango, which is not installed" in said
    assert "apt install libpango-1.0-0" in said
    assert "page-list: none" in said
    assert not Path(EPUB).exists()
    say(work, "page-list: none")
    assert octavo("build", "-j1", "--quiet", "student.epub") == (0, "")
    assert Path(EPUB).is_file()
