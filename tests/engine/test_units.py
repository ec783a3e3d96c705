"""A build does exactly the steps that a change reaches, and says which."""

from __future__ import annotations

import json
import logging
import os
import re
import shutil
import time
from dataclasses import replace
from pathlib import Path

import pytest

from octavo import passes
from octavo.engine import log, plan, recipes, run, seal, server
from octavo.engine.plan import EVERYTHING
from octavo.errors import Findings, Location
from octavo.memo import Memo
from octavo.model import Book
from octavo.typefaces.home import cache_home
from tests.commandline import octavo
from tests.engine.virtual import RULES, append

PDF, MAP, EPUB = "build/student.pdf", "build/student.pagemap.json", "build/student.epub"
MILL, MILLER = Path("chapters/01-mill.md"), Path("chapters/02-miller.md")
FACTS = Path("chapters/facts.yaml")


@pytest.fixture(autouse=True)
def _rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lay out units by virtual rules, which take no time."""
    monkeypatch.setattr(recipes, "RECIPES", RULES)
    monkeypatch.setattr(server, "cores", lambda: 1)
    monkeypatch.setattr(time, "perf_counter", lambda: 0.0)


@pytest.fixture
def made(work: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder with a work in it, built by virtual rules."""
    monkeypatch.setattr(recipes, "RECIPES", RULES)
    assert octavo("build", "--quiet") == (0, "")
    return work


def laid_out(said: str) -> list[str]:
    """Return the units that ``build -v`` says were laid out, in the order of their names."""
    return sorted(re.findall(r"^lay out (\S+) for", said, re.MULTILINE))


def told(said: str) -> list[str]:
    """Return the lines of ``build -v`` without the steps that lead up to the units."""
    said = re.sub(r"^\d+ steps", "N steps", said, flags=re.MULTILINE)
    front = ("parse ", "compile ", "set ", "draw ")
    return [line for line in said.splitlines() if not line.startswith(front)]


def prepend(path: Path, text: str) -> None:
    path.write_text(text + path.read_text())


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after, 1))


# -- what is said ------------------------------------------------------------------


def test_a_first_build_lays_out_everything(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recipes, "RECIPES", RULES)
    assert octavo("build", "-n", "student.pdf").text == (
        f"{PDF}: it was never built; lays out everything; links\n"
    )
    assert octavo("build").text == (
        f"{EPUB}: 0 kB, 0.0 s\n{PDF}: 23 pages, 0 kB, 0.0 s, 14 of 14 units laid out\n"
    )
    assert json.loads((work / MAP).read_bytes()) == {"pages": 23}


@pytest.mark.usefixtures("made")
def test_a_word_changed() -> None:
    append(MILLER, "\nMore words.\n")
    assert octavo("build", "-n").text == (
        f"{PDF}: chapters/02-miller.md changed; lays out 2. The miller; links\n"
        f"{EPUB}: chapters/02-miller.md changed; packs\n"
    )
    status, said = octavo("build", "-v")
    assert status == 0
    assert told(said) == [
        "check everything for the work: 0.00 s",
        f"pack {EPUB}: 0.00 s",
        f"{EPUB}: 0 kB, 0.0 s, unchanged",
        f"lay out chapter-miller for {PDF}: 0.00 s",
        f"link {PDF}: 0.00 s",
        f"{PDF}: 23 pages, 0 kB, 0.0 s, 1 of 14 units laid out",
        "N steps recalled",
    ]
    assert octavo("build") == (0, f"{PDF}, {EPUB}: all up to date (0.00 s)\n")


@pytest.mark.usefixtures("made")
def test_a_title_changed_lays_out_the_lists_that_print_it() -> None:
    edit(MILLER, "title: The miller", "title: A miller")
    assert octavo("build", "-n", "student.pdf").text == (
        f"{PDF}: chapters/02-miller.md changed; "
        "lays out Contents, Part I. The valley, 2. A miller; links\n"
    )
    assert laid_out(octavo("build", "-v", "student.pdf").text) == [
        "chapter-miller",
        "contents",
        "part-part-valley",
    ]


@pytest.mark.usefixtures("made")
def test_more_digits_lay_out_the_contents_too() -> None:
    """The pages before are taken for those after, so that -n cannot know of the digit."""
    append(MILLER, "\n" + "Word after word. " * 6000)
    assert laid_out(octavo("build", "-v").text) == ["chapter-miller", "contents"]
    assert octavo("build", "-n").text.endswith("all up to date (0.00 s)\n")


@pytest.mark.usefixtures("made")
def test_changed_back_everything_is_recalled() -> None:
    before = MILLER.read_text()
    append(MILLER, "\nMore words.\n")
    assert octavo("build", "--quiet") == (0, "")
    MILLER.write_text(before)
    assert octavo("build", "-n", "student.pdf").text == (
        f"{PDF}: chapters/02-miller.md changed; links\n"
    )
    assert octavo("build", "student.pdf").text == (
        f"{PDF}: 23 pages, 0 kB, 0.0 s, 0 of 14 units laid out\n"
    )


@pytest.mark.usefixtures("made")
def test_an_artefact_that_comes_out_as_it_was_is_left_alone() -> None:
    Path(PDF).write_text("mine")
    os.utime(EPUB, ns=(1, 1))
    assert octavo("build", "-B") == (
        0,
        (
            f"{EPUB}: 0 kB, 0.0 s, unchanged\n"
            f"{PDF}: 23 pages, 0 kB, 0.0 s, 14 of 14 units laid out\n"
        ),
    )
    assert Path(EPUB).stat().st_mtime_ns == 1


@pytest.mark.usefixtures("made")
def test_a_new_chapter_and_all_that_may_list_it() -> None:
    Path("chapters/03-end.md").write_text("---\nid: end\ntitle: The end\n---\n\nWords.\n")
    edit(Path("book.yaml"), "02-miller.md", "02-miller.md\n      - chapters/03-end.md")
    assert octavo("build", "-n", "student.pdf").text == (
        f"{PDF}: book.yaml changed; lays out Contents, Part I. The valley, 3. The end; links\n"
    )
    assert laid_out(octavo("build", "-v").text) == ["chapter-end", "contents", "part-part-valley"]


# -- changes that reach nothing ------------------------------------------------------


@pytest.fixture
def _no_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Book:
        raise AssertionError

    monkeypatch.setattr(passes, "run", refuse)


@pytest.mark.usefixtures("made", "_no_passes")
def test_a_line_more_at_the_top_of_a_file_is_no_change() -> None:
    """Only the sources are read; from then on the log knows the file as it is."""
    prepend(FACTS, "# A line.\n")
    up_to_date = f"{PDF}: up to date\n{EPUB}: up to date\n"
    assert octavo("build", "-q") == (0, "")
    assert octavo("build", "-n") == (0, up_to_date)
    assert octavo("build") == (0, up_to_date)
    assert octavo("build") == (0, f"{PDF}, {EPUB}: all up to date (0.00 s)\n")


@pytest.mark.usefixtures("made")
def test_where_there_were_doubts_their_places_are_looked_up_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run_passes = passes.run

    def doubt(book: Book, findings: Findings) -> Book:
        line = 1 + FACTS.read_text().splitlines().index("facts:")
        findings.warning(Location(FACTS.as_posix(), line, 1), "dull", "dull facts")
        return run_passes(book, findings)

    monkeypatch.setattr(passes, "run", doubt)
    append(MILLER, "\nMore words.\n")
    assert octavo("build").text.startswith("chapters/facts.yaml:1:1: warning: dull facts")
    prepend(FACTS, "# A line.\n")
    assert octavo("build", "-n").text == (
        "chapters/facts.yaml:2:1: warning: dull facts [OCT-dull]\n    facts:\n    ^\n"
        f"{PDF}: up to date\n{EPUB}: up to date\n"
    )
    assert octavo("build").text.startswith("chapters/facts.yaml:2:1: warning: dull facts")
    assert octavo("build").text == f"{PDF}, {EPUB}: all up to date (0.00 s)\n"
    assert octavo("build", "--strict")[0] == 1


@pytest.mark.usefixtures("made")
def test_what_only_another_audience_sees_reaches_no_artefact() -> None:
    append(MILLER, "\n::: {.box kind=teacher-note audience=teacher}\nFor teachers.\n:::\n")
    said = f"{PDF}: up to date\n{EPUB}: up to date\n"
    assert octavo("build", "-n") == (0, said)
    assert octavo("build") == (0, said)


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("options", [[], ["-n"], ["-q"]])
def test_a_fault_that_reaches_no_artefact_is_one(options: list[str]) -> None:
    append(MILLER, "\n::: {.box kind=teacher-note audience=teacher}\n[x]{term=hoper}\n:::\n")
    for _ in range(2):
        status, said = octavo("build", *options)
        assert status == 1
        assert "unknown term 'hoper'" in said


@pytest.mark.usefixtures("made")
def test_a_style_of_another_format_is_no_reason() -> None:
    Path("styles").mkdir()
    Path("styles/epub.css").write_text("p { margin: 0 }")
    assert octavo("build", "-n").text == (
        f"{PDF}: up to date\n{EPUB}: style epub.css is new; packs\n"
    )


# -- what is there -------------------------------------------------------------------


@pytest.mark.usefixtures("made")
def test_what_stands_beside_an_artefact_belongs_to_it() -> None:
    Path(MAP).unlink()
    assert octavo("build", "-n", "student.pdf").text == f"{PDF}: {MAP} is missing; links\n"
    assert octavo("build", "student.pdf").text == (
        f"{PDF}: 23 pages, 0 kB, 0.0 s, 0 of 14 units laid out\n"
    )
    assert Path(MAP).is_file()
    assert octavo("clean").text == f"removed {EPUB}\nremoved {MAP}\nremoved {PDF}\n"
    assert not Path("build").exists()


@pytest.mark.usefixtures("made")
def test_a_missing_artefact_is_linked_of_what_the_store_has() -> None:
    Path(PDF).unlink()
    assert told(octavo("build", "-v").text) == [
        f"{EPUB}: up to date",
        f"link {PDF}: 0.00 s",
        f"{PDF}: 23 pages, 0 kB, 0.0 s, 0 of 14 units laid out",
        "N steps recalled",
    ]


def entry_of(root: Path, unit: str) -> Path:
    key = log.load(root).entries["student.pdf"].units[unit].key
    return root / log.FOLDER / "store" / key[:2] / key


def test_a_damaged_entry_of_the_store_is_made_again(made: Path) -> None:
    entry_of(made, "chapter-mill").write_bytes(b"damaged")
    Path(PDF).unlink()
    assert laid_out(octavo("build", "-v").text) == ["chapter-mill"]


@pytest.mark.usefixtures("made")
def test_an_empty_store_costs_time_alone() -> None:
    before = Path(PDF).read_bytes()
    said = octavo("clean", "--cache")
    assert re.fullmatch(r"removed \d+ kB from \.octavo/store\n", said.text)
    assert octavo("clean", "--cache") == (0, "nothing to remove\n")
    assert octavo("build").text == f"{PDF}, {EPUB}: all up to date (0.00 s)\n"
    Path(PDF).unlink()
    assert len(laid_out(octavo("build", "-v").text)) == 14
    assert Path(PDF).read_bytes() == before


@pytest.mark.usefixtures("made")
def test_targets_of_one_edition_share_their_units() -> None:
    edit(Path("book.yaml"), "targets:\n", "targets:\n  a4.pdf: {edition: student, format: pdf}\n")
    assert octavo("build", "a4.pdf").text == (
        "build/a4.pdf: 23 pages, 0 kB, 0.0 s, 0 of 14 units laid out\n"
    )
    append(MILLER, "\nMore words.\n")
    said = octavo("build", "-v", "*.pdf").text
    assert f"lay out chapter-miller for build/a4.pdf, {PDF}: 0.00 s\n" in said
    assert laid_out(said) == ["chapter-miller"]


# -- faults --------------------------------------------------------------------------


@pytest.mark.usefixtures("made")
def test_what_was_finished_before_a_failure_is_kept() -> None:
    append(MILL, "\nMore words than the other chapter has: it is laid out first.\n")
    append(MILLER, "\nLet it explode.\n")
    before = Path(PDF).read_bytes()
    assert octavo("build", "student.pdf") == (
        1,
        (
            "octavo: error: chapter-miller explodes\n"
            "    defuse it\n"
            f"{PDF}: not made; the one built before is untouched\n"
        ),
    )
    assert Path(PDF).read_bytes() == before
    edit(MILLER, "explode", "be")
    assert laid_out(octavo("build", "-v", "student.pdf").text) == ["chapter-miller"]


@pytest.mark.usefixtures("made")
def test_the_first_failure_ends_a_build() -> None:
    """The longest is begun first: the one that fails; the other is never begun."""
    append(MILL, "\nMore words.\n")
    append(MILLER, "\n" + "Let it explode. " * 999)
    assert octavo("build", "student.pdf")[0] == 1
    MILLER.write_text(MILLER.read_text().replace("explode", "be"))
    said = octavo("build", "-v", "student.pdf").text
    assert laid_out(said) == ["chapter-mill", "chapter-miller"]


@pytest.mark.usefixtures("made")
def test_keeping_going_does_all_that_does_not_depend_on_a_failure() -> None:
    append(MILL, "\nMore words.\n")
    append(MILLER, "\n" + "Let it explode. " * 99)
    Path(EPUB).unlink()
    status, said = octavo("build", "-k", "-v")
    assert status == 1
    assert laid_out(said) == ["chapter-mill"]
    assert told(said)[1:3] == [f"pack {EPUB}: 0.00 s", f"{EPUB}: 0 kB, 0.0 s"]
    assert f"{PDF}: not made; the one built before is untouched\n" in said
    MILLER.write_text(MILLER.read_text().replace("explode", "be"))
    assert "chapter-mill" not in laid_out(octavo("build", "-v").text)


@pytest.mark.usefixtures("made")
def test_nothing_is_laid_out_while_a_source_is_at_fault() -> None:
    append(MILL, "\nMore words.\n")
    append(MILLER, "\n[x]{term=hoper}\n")
    before = Path(PDF).read_bytes()
    status, said = octavo("build", "-v")
    assert status == 1
    assert laid_out(said) == []
    assert Path(PDF).read_bytes() == before


@pytest.mark.usefixtures("made")
def test_a_fault_in_what_no_target_prints_keeps_artefacts_from_their_place() -> None:
    append(MILLER, "\n::: {.box kind=teacher-note audience=teacher}\n[x]{term=hoper}\n:::\n")
    Path(PDF).unlink()
    status, said = octavo("build", "-k")
    assert status == 1
    assert "unknown term 'hoper'" in said
    assert not Path(PDF).exists()


@pytest.mark.usefixtures("made")
def test_a_clean_check_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    editions: list[str] = []
    run_passes = passes.run

    def note(book: Book, findings: Findings) -> Book:
        editions.append(book.edition.name)
        return run_passes(book, findings)

    monkeypatch.setattr(passes, "run", note)
    Path(PDF).unlink()
    assert octavo("build", "--quiet") == (0, "")
    append(MILLER, "\nMore words.\n")
    assert octavo("build", "--quiet") == (0, "")
    assert editions == ["student", "student", EVERYTHING.name]


# -- how it is done --------------------------------------------------------------------


def test_the_longest_goes_first(made: Path, caplog: pytest.LogCaptureFixture) -> None:
    """By the seconds of the last log; what it does not know, by its size."""
    history = log.load(made)
    entry = history.entries["student.pdf"]
    seconds = {"colophon": 9.0, "chapter-mill": 5.0, "titlepage": 7.0}
    units = {n: replace(step, seconds=seconds.get(n, 0.1)) for n, step in entry.units.items()}
    log.save(made, replace(history, entries={"student.pdf": replace(entry, units=units)}))
    octavo("clean", "--cache")
    Path(PDF).unlink()
    with caplog.at_level(logging.INFO, "octavo.progress"):
        assert octavo("build", "--quiet", "student.pdf") == (0, "")
    assert [record.getMessage() for record in caplog.records][:3] == [
        "laying out 1 of 13: Colophon",
        "laying out 2 of 13: Title page",
        "laying out 3 of 13: 1. The mill",
    ]


@pytest.mark.parametrize("options", ["-n", "-q", "-n -B", "-n --strict", "-n in a new place"])
def test_looking_ahead_writes_nothing(
    made: Path, monkeypatch: pytest.MonkeyPatch, options: str
) -> None:
    """No store, no log; and no face, where the cache of faces is empty."""
    if options.endswith("place"):
        monkeypatch.setenv("OCTAVO_CACHE", str(made / "cache"))
    append(MILLER, "\nMore words.\n")
    files = {path: path.stat().st_mtime_ns for path in made.rglob("*")}
    octavo("build", *options.removesuffix("in a new place").split())
    assert {path: path.stat().st_mtime_ns for path in made.rglob("*")} == files


@pytest.mark.usefixtures("made")
def test_it_is_the_same_with_the_faces_elsewhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("cache")
    shutil.copy2(seal.path(), elsewhere)
    shutil.copytree(cache_home() / "faces", elsewhere / "faces")
    monkeypatch.setenv("OCTAVO_CACHE", str(elsewhere))
    Path(PDF).unlink()
    assert laid_out(octavo("build", "-v").text) == []


def test_events_tell_what_is_done(made: Path) -> None:
    append(MILLER, "\nMore words.\n")
    events = list(run.build(made, ("student.pdf",)))
    assert [type(event).__name__ for event in events] == ["Made"]
    (event,) = events
    assert isinstance(event, run.Made)
    assert (event.done, event.parts, event.pages) == (1, 14, 23)


def test_workers_are_foreseen_before_sources_are_read(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The import of WeasyPrint goes on beside the front end."""
    order: list[str] = []
    read = plan.read

    def note(root: Path, memo: Memo) -> plan.Reading:
        order.append("read")
        return read(root, memo)

    monkeypatch.setattr(plan, "read", note)
    monkeypatch.setattr(run, "_warm", lambda _: order.append("warm"))
    append(MILLER, "\nMore words.\n")
    next(run.build(made, (), run.Options(jobs=2)))
    assert order[:2] == ["warm", "read"]


def test_no_workers_are_foreseen_for_what_is_not_laid_out(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "_warm", lambda _: pytest.fail("loads WeasyPrint"))
    append(MILLER, "\nMore words.\n")
    (event,) = run.build(made, (EPUB,), run.Options(jobs=2))
    assert isinstance(event, run.Made)
