"""Why a target is stale, each reason once and in its exact words."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from octavo import passes
from octavo.engine import code, inputs, log, versions
from octavo.engine.versions import tools
from octavo.errors import Findings
from octavo.model import Book
from tests.commandline import octavo

PDF = "student.pdf"
CHAPTER = Path("chapters/01-mill.md")
PRINT = "octavo:styles/print.css"


def reasons(root: Path, target: str = PDF) -> tuple[str, ...]:
    history = log.load(root)
    return tuple(map(str, inputs.reasons(target, history, root, versions.now(history))))


def rewrite_log(root: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Make the log say that the PDF was made otherwise."""
    path = root / log.FOLDER / "log.json"
    data = json.loads(path.read_text())
    change(data["entries"][PDF])
    path.write_text(json.dumps(data))


def test_nothing_changed(built: Path) -> None:
    assert reasons(built) == ()


def test_never_built(built: Path) -> None:
    assert reasons(built, "handout.pdf") == ("it was never built",)


def test_file_changed(built: Path) -> None:
    (built / CHAPTER).write_text("Other words.")
    assert reasons(built) == ("chapters/01-mill.md changed",)


def test_file_gone(built: Path) -> None:
    (built / CHAPTER).unlink()
    assert reasons(built) == ("chapters/01-mill.md is gone",)


def test_record_file_that_was_not_there(built: Path) -> None:
    """A file that was looked for in vain counts from the day it stands there."""
    (built / "chapters/people.yaml").unlink()
    (built / "chapters/02-miller.md").write_text("---\nid: miller\ntitle: He\n---\n\nWords.\n")
    assert octavo("build")[0] == 0
    assert reasons(built) == ()
    (built / "chapters/people.yaml").write_text("people: []\n")
    assert reasons(built) == ("chapters/people.yaml is new",)


def test_picture_changed(built: Path) -> None:
    picture = built / "chapters/media/wheel.svg"
    picture.write_text(picture.read_text().replace("16", "15"))
    assert reasons(built) == ("chapters/media/wheel.svg changed",)


def test_reasons_stand_in_the_order_of_their_files(built: Path) -> None:
    for name in ("chapters/people.yaml", "book.yaml", "chapters/01-mill.md"):
        with (built / name).open("a") as file:
            file.write("\n")
    assert reasons(built) == (
        "book.yaml changed",
        "chapters/01-mill.md changed",
        "chapters/people.yaml changed",
    )


# -- the theme -----------------------------------------------------------------


def test_default_style_changed(built: Path) -> None:
    rewrite_log(built, lambda entry: entry["inputs"].update({PRINT: [1, 1, "other"]}))
    assert reasons(built) == ("style print.css changed",)


def test_default_template_changed(built: Path) -> None:
    name = "octavo:templates/chapter.xhtml.j2"
    rewrite_log(built, lambda entry: entry["inputs"].update({name: [1, 1, "other"]}))
    assert reasons(built) == ("template chapter.xhtml.j2 changed",)


def test_default_template_gone(built: Path) -> None:
    name = "octavo:templates/cover-of-old.xhtml.j2"
    rewrite_log(built, lambda entry: entry["inputs"].update({name: [1, 1, "other"]}))
    assert reasons(built) == ("template cover-of-old.xhtml.j2 is gone",)


def test_own_style_appears(built: Path) -> None:
    (built / "styles").mkdir()
    (built / "styles/print.css").write_text("p { margin: 0 }")
    assert reasons(built) == ("style print.css is new",)


def test_own_style_changed_and_gone(built: Path) -> None:
    style = built / "styles/print.css"
    style.parent.mkdir()
    style.write_text("p { margin: 0 }")
    assert octavo("build")[0] == 0
    assert reasons(built) == ()
    style.write_text("p { margin: 1em }")
    assert reasons(built) == ("style print.css changed",)
    style.unlink()
    assert reasons(built) == ("style print.css is gone",)


# -- tools and octavo ----------------------------------------------------------


def test_tool_of_another_version(built: Path) -> None:
    rewrite_log(built, lambda entry: entry["tools"].update(pydyf="0.1"))
    assert reasons(built) == (f"pydyf 0.1 → {tools()['pydyf']}",)


def test_tool_that_was_not_used_then(built: Path) -> None:
    rewrite_log(built, lambda entry: entry["tools"].pop("pydyf"))
    assert reasons(built) == (f"pydyf none → {tools()['pydyf']}",)


def test_tool_of_another_format_is_no_reason(built: Path) -> None:
    rewrite_log(built, lambda entry: entry["tools"].update(EbookLib="0.1"))
    assert reasons(built) == ()


def test_library_of_another_version(built: Path) -> None:
    """Pango is asked again when its file is another one."""
    path = built / log.FOLDER / "log.json"
    data = json.loads(path.read_text())
    old, *file = data["libraries"]["Pango"]
    data["libraries"]["Pango"] = ["1.2.3", *file]
    data["entries"][PDF]["tools"]["Pango"] = "1.2.3"
    path.write_text(json.dumps(data))
    assert reasons(built) == ()  # the file is the same: its word is taken
    data["libraries"]["Pango"][2] += 1
    path.write_text(json.dumps(data))
    assert reasons(built) == (f"Pango 1.2.3 → {old}",)


def test_octavo_itself_changed(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(code, "version", lambda _: "other")
    assert reasons(built) == ("octavo itself changed",)


# -- the artefact --------------------------------------------------------------


def test_artefact_missing(built: Path) -> None:
    (built / "build" / PDF).unlink()
    assert reasons(built) == ("build/student.pdf is missing",)


def test_artefact_tampered_with(built: Path) -> None:
    (built / "build" / PDF).write_text("mine")
    assert reasons(built) == ("build/student.pdf is not what was built",)


# -- content, not time ---------------------------------------------------------


def test_touching_is_no_change(built: Path) -> None:
    for path in (built / CHAPTER, built / "build" / PDF):
        os.utime(path)
    assert reasons(built) == ()


def test_changing_back_is_no_change(built: Path) -> None:
    before = (built / CHAPTER).read_bytes()
    (built / CHAPTER).write_bytes(b"Other words.")
    (built / CHAPTER).write_bytes(before)
    assert reasons(built) == ()


def test_moving_a_work_is_no_change(built: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    shutil.copytree(built, elsewhere, dirs_exist_ok=True)
    assert reasons(elsewhere) == ()


def test_change_in_the_instant_of_the_log(built: Path) -> None:
    """A file that may have changed after it was read is read again, whatever its time."""
    path = built / CHAPTER
    status = path.stat()
    path.write_text(path.read_text().replace("Monday", "Mondey"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert reasons(built) == ()  # as make would have it: same size, same time
    log_file = built / log.FOLDER / "log.json"
    os.utime(log_file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert reasons(built) == ("chapters/01-mill.md changed",)


def test_saved_while_the_build_runs(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read is what counts, not what stands there when the log is written."""
    run = passes.run

    def save_and_run(book: Book, findings: Findings) -> Book:
        with (work / CHAPTER).open("a") as file:
            file.write("\nOne more thought.\n")
        return run(book, findings)

    monkeypatch.setattr(passes, "run", save_and_run)
    assert octavo("build")[0] == 0
    assert reasons(work) == ("chapters/01-mill.md changed",)


def test_file_that_cannot_be_read(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.utime(built / CHAPTER)
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == CHAPTER.name:
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert reasons(built) == ("chapters/01-mill.md changed",)


def test_input_with_a_colon_in_its_name(built: Path) -> None:
    history = log.load(built)
    state = inputs.look(built / CHAPTER)
    shutil.copy2(built / CHAPTER, built / "chapters/a:b.md")
    entry = history.entries[PDF]
    changed = replace(entry, inputs={**entry.inputs, "chapters/a:b.md": state})
    history = replace(history, entries={PDF: changed})
    assert inputs.reasons(PDF, history, built, versions.now(history)) == ()
