"""The cases of the comparison: what is prepared, what is run, what it makes.

A new case is a row in :data:`CASES`.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from bench import edits
from bench.measure import Command

ROOT = Path(__file__).resolve().parents[1]
BUILD = "build"
ARTEFACTS = "peers"
"""The folder, inside the work's, for what is not octavo's own artefact."""

_PYTHON = sys.executable
_CSS = Path(__file__).with_name("peers.css")
_TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One thing to measure.

    ``prepare`` gets the work's folder and the round's number, from 0, and is not
    measured; ``commands``, for the same two, are the programs to run there.  ``artefact``
    is what comes of it, ``needs`` what it must find installed.  ``built`` says that the
    work must be up to date before, ``builds`` that it is so afterwards; ``inside``, that
    the program measures itself (:func:`bench.measure.run`).  ``times`` is how often it
    runs in a round: chance weighs much on what is quick.
    """

    name: str
    title: str
    commands: Callable[[Path, int], Sequence[Command]]
    prepare: Callable[[Path, int], None] = lambda _work, _turn: None
    artefact: str = ""
    built: bool = False
    builds: bool = False
    inside: bool = False
    times: int = 1
    needs: tuple[str, ...] = ()


PACKAGES = {"pypandoc": "pypandoc-binary", "typst": "typst"}
"""What peers come in: the module that shows it, and the package on PyPI."""


def missing(case: Case) -> str:
    """Say what a case lacks and how to get it; nothing if it lacks nothing."""
    lacking = [PACKAGES[module] for module in case.needs if find_spec(module) is None]
    if not lacking:
        return ""
    return f"{case.title}: not installed; get it with: pip install {' '.join(lacking)}"


# -- octavo --------------------------------------------------------------------


def octavo(work: Path, *words: str) -> Command:
    """Return a command of octavo on the work."""
    return (_PYTHON, "-m", "octavo", "-C", str(work), *words)


def _build(*words: str) -> Callable[[Path, int], Sequence[Command]]:
    return lambda work, _turn: (octavo(work, "build", *words),)


def _handout(work: Path, turn: int) -> Sequence[Command]:
    """Make a handout of another chapter each round, so that none is recalled."""
    copy = str(work / HANDOUT)
    return (octavo(work, "handout", f"c{turn + 2}", "q1.1", "q1.2", "-o", copy),)


def _warm(work: Path, turn: int) -> Sequence[Command]:
    return ((_PYTHON, "-m", "bench.warm", str(work), str(turn)),)


def _clean(work: Path, _turn: int) -> None:
    for name in (BUILD, ".octavo"):
        shutil.rmtree(work / name, ignore_errors=True)


def _one_document(work: Path, _turn: int) -> Sequence[Command]:
    return ((_PYTHON, "-m", "bench.reference", str(work), str(work / ARTEFACTS / "one.pdf")),)


def _import_click(_work: Path, _turn: int) -> Sequence[Command]:
    return ((_PYTHON, "-c", "import click"),)


# -- peers ---------------------------------------------------------------------


def pandoc() -> str:
    """Return the pandoc that pypandoc-binary carries."""
    found = find_spec("pypandoc")
    places = found.submodule_search_locations if found else None
    return str(Path(places[0], "files", "pandoc")) if places else "pandoc"


def _pandoc(work: Path, name: str, *words: str) -> Command:
    paths = ("--resource-path", str(work), "--output", str(work / ARTEFACTS / name))
    return (pandoc(), str(work / "plain.md"), "--standalone", "--toc", *words, *paths)


def _folder(work: Path, _turn: int) -> None:
    # HTML and typst name pictures as plain.md does, from beside it.
    (work / ARTEFACTS).mkdir(exist_ok=True)
    if not (work / ARTEFACTS / "chapters").exists():
        (work / ARTEFACTS / "chapters").symlink_to(work / "chapters")


def _pandoc_weasyprint(work: Path, _turn: int) -> Sequence[Command]:
    page, artefact = (str(work / ARTEFACTS / f"weasyprint.{kind}") for kind in ("html", "pdf"))
    tagged = ("--pdf-variant", "pdf/ua-1")
    return (
        _pandoc(work, "weasyprint.html", "--to", "html", "--css", str(_CSS)),
        (_PYTHON, "-m", "weasyprint", "--quiet", *tagged, page, artefact),
    )


def _pandoc_typst(work: Path, _turn: int) -> Sequence[Command]:
    page, artefact = (str(work / ARTEFACTS / f"typst.{kind}") for kind in ("typ", "pdf"))
    return (
        _pandoc(work, "typst.typ", "--to", "typst"),
        (_PYTHON, "-c", _TYPST, page, artefact),
    )


def _pandoc_epub(work: Path, _turn: int) -> Sequence[Command]:
    return (_pandoc(work, "pandoc.epub", "--to", "epub3"),)


# -- the table -----------------------------------------------------------------

PDF = f"{BUILD}/student.pdf"
HANDOUT = f"{BUILD}/handout.pdf"
_OFTEN = 7

CASES = (
    Case(
        name="one-document",
        title="one WeasyPrint document, PDF",
        commands=_one_document,
        artefact=f"{ARTEFACTS}/one.pdf",
    ),
    Case(
        name="cold-j1",
        title="cold -j1, PDF and EPUB",
        commands=_build("-j1"),
        prepare=_clean,
        artefact=PDF,
        builds=True,
    ),
    Case(
        name="cold-j2",
        title="cold -j2, PDF and EPUB",
        commands=_build("-j2"),
        prepare=_clean,
        artefact=PDF,
        builds=True,
    ),
    Case(
        name="word",
        title="one word",
        commands=_build("-j2"),
        prepare=edits.change_word,
        artefact=PDF,
        built=True,
    ),
    Case(
        name="warm",
        title="one word, in a warm process",
        commands=_warm,
        artefact=PDF,
        built=True,
        inside=True,
    ),
    Case(
        name="pages",
        title="pages move",
        commands=_build("-j2"),
        prepare=edits.move_pages,
        artefact=PDF,
        built=True,
    ),
    Case(
        name="definition",
        title="a definition",
        commands=_build("-j2"),
        prepare=edits.change_definition,
        artefact=PDF,
        built=True,
    ),
    Case(
        name="style",
        title="a colour of print.css",
        commands=_build("-j2"),
        prepare=edits.change_style,
        artefact=PDF,
        built=True,
    ),
    Case(
        name="handout",
        title="a handout of a chapter and two questions",
        commands=_handout,
        artefact=HANDOUT,
        built=True,
    ),
    Case(
        name="nothing",
        title="nothing changed",
        commands=_build(),
        built=True,
        times=_OFTEN,
    ),
    Case(
        name="click",
        title="python -c 'import click'",
        commands=_import_click,
        times=_OFTEN,
    ),
    Case(
        name="pandoc-weasyprint",
        title="pandoc + WeasyPrint, PDF",
        commands=_pandoc_weasyprint,
        prepare=_folder,
        artefact=f"{ARTEFACTS}/weasyprint.pdf",
        needs=("pypandoc",),
    ),
    Case(
        name="pandoc-typst",
        title="pandoc + typst, PDF",
        commands=_pandoc_typst,
        prepare=_folder,
        artefact=f"{ARTEFACTS}/typst.pdf",
        needs=("pypandoc", "typst"),
    ),
    Case(
        name="pandoc-epub",
        title="pandoc, EPUB",
        commands=_pandoc_epub,
        prepare=_folder,
        needs=("pypandoc",),
    ),
)
"""In the order in which a round runs them."""
