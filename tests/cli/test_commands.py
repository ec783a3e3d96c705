"""Each command: exit status first, then all that it says."""

from __future__ import annotations

import re
import time
from importlib import import_module
from pathlib import Path

import click
import pytest

from octavo import __version__, cli, passes
from octavo.engine import log, recipes
from octavo.engine.order import Order
from octavo.engine.tasks import Artefact
from octavo.errors import Findings, Location
from octavo.model import Book
from octavo.sources.markdown import smart
from tests.commandline import FAKES, octavo, recipe

PDF, EPUB = "build/student.pdf", "build/student.epub"
CHAPTER = Path("chapters/02-miller.md")


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everything take no time, so that what is said is always the same."""
    monkeypatch.setattr(time, "perf_counter", lambda: 0.0)


def change(root: Path) -> None:
    with (root / CHAPTER).open("a") as chapter:
        chapter.write("\nMore words.\n")


def break_book(root: Path) -> None:
    (root / CHAPTER).write_text("---\nid: miller\ntitle: He\n---\n\n[x]{term=hoper}\n")


def files(root: Path, *, store: bool = True) -> dict[str, bytes]:
    found = (path for path in root.rglob("*") if path.is_file())
    named = {path.relative_to(root).as_posix(): path.read_bytes() for path in found}
    return {name: data for name, data in named.items() if store or "/store/" not in name}


# -- help ----------------------------------------------------------------------


def test_help() -> None:
    assert octavo("--help") == (
        0,
        """\
Usage: octavo [OPTIONS] COMMAND [ARGS]...

  Turn a work of chapters and records into print-ready PDF and EPUB.

Options:
  -C DIR                Work in DIR, the folder of a book.yaml.
  --color / --no-color  Colour the output (default: on a terminal).
  --version             Show the version and exit.
  -h, --help            Show this message and exit.

Commands:
  build    Make targets that are out of date.
  check    Read the work and report everything wrong with it.
  clean    Delete what octavo built.
  credits  List whose words and pictures the work prints, on what terms.
  explain  Say why a target would be made again.
  handout  Make a handout of parts of the book.
  init     Begin a new work in a folder.
  list     List the targets and their state.
  paper    Make a question paper, its sources and its mark scheme.
  release  Keep the pages of an edition that goes to print.
  review   Begin the record of a review of an EPUB, or compare it.
  sheets   Count the sheets of a class set; say what copying loses.
""",
    )


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_and_option_has_help(name: str) -> None:
    status, said = octavo(name, "--help")
    assert status == 0
    assert said.startswith(f"Usage: octavo {name} ")
    command = import_module(f"octavo.cli.{name}").command
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


def test_version() -> None:
    assert octavo("--version") == (0, f"octavo, version {__version__}\n")


# -- usage ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["biuld"], "no command 'biuld'. did you mean 'build'?"),
        (["publish"], "no command 'publish'. See octavo --help."),
        (["build", "--jobs", "none"], "'none' is not a valid integer range."),
        (["build", "--jobs", "0"], "0 is not in the range x>=1."),
        (["build", "--fast"], "No such option '--fast'."),
        (["explain"], "Missing argument 'TARGET'."),
        (["init"], "Missing argument 'DIR'."),
    ],
)
def test_usage(arguments: list[str], message: str) -> None:
    status, said = octavo(*arguments)
    assert status == 2
    assert said.startswith("Usage: octavo ")
    assert said.endswith(f"{message}\n")


@pytest.mark.parametrize("command", ["build", "check", "clean", "list"])
def test_no_work_here(command: str) -> None:
    assert octavo(command) == (
        2,
        (
            "octavo: error: no book.yaml here\n"
            "    name the work's folder with -C, or begin one: octavo init DIR\n"
        ),
    )
    assert octavo("-C", "there", command) == (
        2,
        (
            "octavo: error: no book.yaml in there\n"
            "    name the work's folder with -C, or begin one: octavo init DIR\n"
        ),
    )


@pytest.mark.parametrize("command", ["build", "explain"])
@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("student.pfd", "did you mean 'student.pdf'?"),
        ("build/student.pfd", "did you mean 'student.pdf'?"),
        ("handout", "there are student.pdf, student.epub"),
    ],
)
@pytest.mark.usefixtures("built")
def test_unknown_target(command: str, word: str, hint: str) -> None:
    assert octavo(command, word) == (2, f"octavo: error: no target '{word}'\n    {hint}\n")


# -- build ---------------------------------------------------------------------


@pytest.mark.usefixtures("work")
def test_build() -> None:
    assert octavo("build") == (0, f"{PDF}: 3 pages, 0 kB, 0.0 s\n{EPUB}: 0 kB, 0.0 s\n")
    assert octavo("build") == (0, f"{PDF}, {EPUB}: all up to date (0.00 s)\n")


@pytest.mark.parametrize("word", ["student.epub", EPUB, "*.epub"])
def test_build_one(work: Path, word: str) -> None:
    assert octavo("build", word) == (0, f"{EPUB}: 0 kB, 0.0 s\n")
    assert [path.name for path in (work / "build").iterdir()] == ["student.epub"]
    assert octavo("build", word) == (0, f"{EPUB}: up to date (0.00 s)\n")
    assert octavo("build") == (0, f"{EPUB}: up to date\n{PDF}: 3 pages, 0 kB, 0.0 s\n")


@pytest.mark.usefixtures("built")
def test_build_always() -> None:
    assert octavo("build", "-B") == (
        0,
        f"{PDF}: 3 pages, 0 kB, 0.0 s, unchanged\n{EPUB}: 0 kB, 0.0 s, unchanged\n",
    )


def test_dry_run_writes_nothing(work: Path) -> None:
    before = files(work)
    said = f"{PDF}: it was never built; links\n{EPUB}: it was never built; packs\n"
    assert octavo("build", "-n") == (0, said)
    assert files(work) == before


def test_dry_run_gives_reasons(built: Path) -> None:
    change(built)
    (built / EPUB).unlink()
    before = files(built)
    assert octavo("build", "-n") == (
        0,
        (
            f"{PDF}: chapters/02-miller.md changed; links\n"
            f"{EPUB}: build/student.epub is missing; chapters/02-miller.md changed; packs\n"
        ),
    )
    assert octavo("build", "-n", "-B", PDF) == (0, f"{PDF}: asked for by -B; links\n")
    assert files(built) == before


def test_question(built: Path) -> None:
    assert octavo("build", "-q") == (0, "")
    change(built)
    before = files(built)
    assert octavo("build", "-q") == (1, "")
    assert files(built) == before


def test_question_of_a_broken_book(built: Path) -> None:
    break_book(built)
    status, said = octavo("build", "-q")
    assert status == 1
    assert said.endswith("1 error\n")


def test_broken_book_leaves_what_is_built(built: Path) -> None:
    break_book(built)
    before = files(built, store=False)
    for options in ([], ["-B"], ["-k"], ["-n"]):
        assert octavo("build", *options)[0] == 1
        assert files(built, store=False) == before


def test_build_elsewhere(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Findings show the lines of the work that -C names, not of the folder one is in."""
    break_book(built)
    elsewhere = built / "elsewhere"
    (elsewhere / "chapters").mkdir(parents=True)
    (elsewhere / CHAPTER).write_text("Another\nfile\nof\nthe\nsame\nname.\n")
    monkeypatch.chdir(elsewhere)
    assert octavo("-C", "..", "build") == (
        1,
        (
            "chapters/02-miller.md:6:1: error: unknown term 'hoper' [OCT-term-unknown]\n"
            "    [x]{term=hoper}\n"
            "    ^\n"
            "    did you mean 'hopper'?\n"
            "1 error\n"
        ),
    )


def test_bug(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Order) -> Artefact:
        raise RuntimeError("a wheel came off")

    monkeypatch.setattr(recipes, "RECIPES", {"pdf": recipe(fail)})
    before = files(work)
    status, said = octavo("build", "student.pdf")
    assert status == 3
    assert re.fullmatch(
        r"octavo: this is a bug in octavo, not in your book\. Please report what follows\.\n\n"
        r"octavo [\d.]+, Python [\d.]+\S*, \S+\n"
        r"command: octavo build student\.pdf\n\n"
        r"Traceback \(most recent call last\):\n(?s:.*)"
        r"RuntimeError: a wheel came off\n\n",
        said,
    )
    assert files(work, store=False) == before


@pytest.mark.usefixtures("work")
def test_interrupt(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: Order) -> Artefact:
        raise KeyboardInterrupt

    monkeypatch.setattr(recipes, "RECIPES", {**FAKES, "pdf": recipe(interrupt)})
    assert octavo("build") == (130, "\noctavo: interrupted\n")


# -- check, list, explain, clean -----------------------------------------------


def test_check_writes_nothing(work: Path) -> None:
    before = files(work)
    status, said = octavo("check")
    assert (status, re.sub(r"\d+ units", "N units", said)) == (
        0,
        "2 targets, N units: no findings\n",
    )
    assert files(work) == before


def test_what_rules_doubt_is_said_by_check_alone(work: Path) -> None:
    glossary = work / "chapters/glossary.yaml"
    entry = "  - {id: quern, term: quern, definition: A mill for the hand.}\n"
    glossary.write_text(glossary.read_text(encoding="utf-8") + entry, encoding="utf-8")
    assert "OCT-term-unused" in octavo("check").text
    assert octavo("check", "--strict").status == 1
    status, said = octavo("build", "--strict")
    assert status == 0
    assert "warning" not in said


def test_a_build_stops_at_an_extract_without_rights(work: Path) -> None:
    assert octavo("build")[0] == 0
    before = files(work / "build")
    (work / "chapters/rights.yaml").unlink()
    status, said = octavo("build")
    assert status == 1
    assert "[OCT-source-rights]" in said
    assert files(work / "build") == before


@pytest.mark.usefixtures("work")
def test_warnings_are_faults_when_strict(monkeypatch: pytest.MonkeyPatch) -> None:
    run_passes = passes.run

    def doubt(book: Book, findings: Findings) -> Book:
        findings.warning(Location("book.yaml", 3, 8), "dull", "a dull title", "think again")
        return run_passes(book, findings)

    monkeypatch.setattr(passes, "run", doubt)
    warning = (
        "book.yaml:3:8: warning: a dull title [OCT-dull]\n"
        "    title: The Mill\n"
        "           ^\n"
        "    think again\n"
    )
    status, said = octavo("check")
    assert status == 0
    assert re.fullmatch(re.escape(warning) + r"2 targets, \d+ units: 1 warning\n", said)
    assert octavo("check", "--strict") == (1, said)
    assert octavo("build", "--strict") == (1, f"{warning}1 warning\n")
    assert octavo("build", "-q") == (1, "")
    assert octavo("build", PDF) == (0, f"{warning}{PDF}: 3 pages, 0 kB, 0.0 s\n")
    assert octavo("build", "--strict", PDF) == (1, f"{warning}1 warning\n")
    assert octavo("build", "-B", "--quiet", PDF) == (0, "")


def test_list(work: Path) -> None:
    assert octavo("list") == (
        0,
        f"{PDF}   student, pdf  not built\n{EPUB}  student, epub  not built\n",
    )
    assert octavo("build", "--quiet", "student.pdf") == (0, "")
    assert octavo("list").text.splitlines()[0] == f"{PDF}   student, pdf  up to date"
    change(work)
    (work / PDF).unlink()
    assert octavo("list").text.splitlines()[0] == (
        f"{PDF}   student, pdf  stale: build/student.pdf is missing (and 1 more)"
    )


def test_explain(built: Path) -> None:
    def explained() -> tuple[int, str]:
        status, said = octavo("explain", PDF)
        return status, re.sub(r"\d+ files", "N files", said)

    assert explained() == (0, f"{PDF}: up to date\n  made from N files\n")
    change(built)
    assert explained() == (
        0,
        f"{PDF}: stale\n  chapters/02-miller.md changed\n  made from N files\n",
    )


@pytest.mark.usefixtures("built")
def test_explain_lists_what_an_artefact_was_made_from() -> None:
    status, said = octavo("explain", "--inputs", "student.pdf")
    listed = [line.strip() for line in said.splitlines()[2:]]
    assert status == 0
    assert said.splitlines()[1] == f"  made from {len(listed)} files"
    assert {
        "book.yaml",
        "chapters/01-mill.md",
        "chapters/facts.yaml",
        "chapters/media/wheel.svg",
        "octavo:styles/print.css",
        "octavo:templates/chapter.xhtml.j2",
    } <= set(listed)


@pytest.mark.usefixtures("work")
def test_explain_what_was_never_built() -> None:
    assert octavo("explain", PDF) == (0, f"{PDF}: stale\n  it was never built\n")


def test_clean_removes_what_octavo_built_and_nothing_else(built: Path) -> None:
    (built / "build/notes.txt").write_text("mine")
    assert octavo("clean") == (0, f"removed {EPUB}\nremoved {PDF}\n")
    assert [path.name for path in (built / "build").iterdir()] == ["notes.txt"]
    assert octavo("clean") == (0, "nothing to remove\n")
    assert octavo("build", "-n").text == (
        f"{PDF}: it was never built; links\n{EPUB}: it was never built; packs\n"
    )


def test_clean_of_what_cannot_be_deleted(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is deleted is forgotten, what is not can be deleted another day."""
    unlink = Path.unlink

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        if path.name == "student.pdf":
            raise PermissionError(13, "Permission denied")
        unlink(path, missing_ok=missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refuse)
        said = "octavo: error: cannot delete build/student.pdf: Permission denied\n"
        assert octavo("clean") == (1, said)
    assert [path.name for path in (built / "build").iterdir()] == ["student.pdf"]
    assert octavo("clean") == (0, f"removed {PDF}\n")


def test_clean_removes_empty_folders_of_artefacts(work: Path) -> None:
    book = work / "book.yaml"
    book.write_text(book.read_text().replace("  student.pdf:", "  print/a5/student.pdf:"))
    (work / "build/empty").mkdir(parents=True)
    assert octavo("build", "--quiet") == (0, "")
    assert octavo("clean") == (0, f"removed build/print/a5/student.pdf\nremoved {EPUB}\n")
    assert [path.name for path in (work / "build").iterdir()] == ["empty"]


def test_clean_of_what_was_never_built(work: Path) -> None:
    assert octavo("clean") == (0, "nothing to remove\n")
    assert not (work / log.FOLDER).exists()


# -- init ----------------------------------------------------------------------


def test_init() -> None:
    assert octavo("init", "demo") == (
        0,
        (
            "wrote demo/book.yaml\n"
            "wrote demo/chapters/01-bridge.md\n"
            "wrote demo/chapters/bibliography.yaml\n"
            "wrote demo/chapters/disputes.yaml\n"
            "wrote demo/chapters/facts.yaml\n"
            "wrote demo/chapters/frameworks.yaml\n"
            "wrote demo/chapters/glossary.yaml\n"
            "wrote demo/chapters/media/bridge.svg\n"
            "wrote demo/chapters/media.yaml\n"
            "wrote demo/chapters/people.yaml\n"
            "wrote demo/chapters/rights.yaml\n"
            "wrote demo/chapters/timeline.yaml\n"
            "now: octavo -C demo build\n"
        ),
    )
    status, said = octavo("-C", "demo", "check", "--strict")
    assert status == 0
    assert said.endswith(": no findings\n")


@pytest.mark.parametrize(
    ("folder", "arguments", "id_", "title"),
    [
        ("demo", [], "demo", "Demo"),
        ("The Siege of 1565", [], "the-siege-of-1565", "The Siege of 1565"),
        ("my_étude-book", [], "my-etude-book", "My étude book"),
        ("Осада", [], "book", "Осада"),
        ("demo", ["--title", 'A: "B" & #C'], "demo", 'A: "B" & #C'),
        ("demo", ["--title", "it's: 'x' \\ y"], "demo", "it's: 'x' \\ y"),
        ("1565", [], "1565", "1565"),
    ],
)
def test_init_names_the_work(folder: str, arguments: list[str], id_: str, title: str) -> None:
    assert octavo("init", folder, *arguments)[0] == 0
    metadata = import_module("octavo.sources").load(Path(folder)).work.metadata
    assert (metadata.id, metadata.title) == (id_, smart.plain(title, "en-GB"))


def test_init_refuses_a_folder_with_a_work(work: Path) -> None:
    before = files(work)
    assert octavo("init", ".") == (
        2,
        "octavo: error: book.yaml is there already\n    choose another folder\n",
    )
    assert files(work) == before


def test_init_overwrites_nothing(tmp_path: Path) -> None:
    mine = tmp_path / "demo" / "chapters" / "facts.yaml"
    mine.parent.mkdir(parents=True)
    mine.write_text("facts: []  # mine\n")
    before = files(tmp_path)
    assert octavo("init", "demo") == (
        2,
        "octavo: error: demo/chapters/facts.yaml is there already\n    choose another folder\n",
    )
    assert files(tmp_path) == before


def test_init_gives_every_book_identifiers_of_its_own() -> None:
    """Reading systems take two books with one identifier for one book."""
    found = set()
    for folder in ("a/history", "b/history"):
        assert octavo("init", folder)[0] == 0
        metadata = import_module("octavo.sources").load(Path(folder)).work.metadata
        found.update(metadata.identifiers.values())
    assert len(found) == 4


def test_init_below_another_folder(tmp_path: Path) -> None:
    (tmp_path / "books").mkdir()
    status, said = octavo("-C", "books", "init", "demo")
    assert status == 0
    assert said.startswith("wrote books/demo/book.yaml\n")
    assert said.endswith("now: octavo -C books/demo build\n")
    assert octavo("-C", "books/demo", "check")[0] == 0
