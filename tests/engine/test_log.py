"""The build log: what cannot be read, is older or is newer is no log."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from octavo.engine import log
from tests.commandline import octavo

ENTRY = {"inputs": {}, "tools": {}, "output": [1, 1, "x"], "pages": 1}

UNREADABLE = {
    "empty": b"",
    "cut": b'{"version": 1, "targets": ["student.pdf"], "entr',
    "not-utf-8": b"\xff\xfe\x00",
    "deep": b"[" * 100_000,
    "list": b"[]",
    "no-entries": b'{"version": 1, "targets": []}',
    "old": b'{"version": 0, "targets": [], "entries": {}}',
    "new": b'{"version": 2, "targets": [], "entries": {}}',
    "entry-is-a-number": b'{"version": 1, "targets": [], "entries": {"a": 3}}',
    **{
        f"outside-{number}": json.dumps(
            {"version": 1, "targets": [], "entries": {name: ENTRY}}
        ).encode()
        for number, name in enumerate(("../chapters/01.md", "/etc/hosts"))
    },
    **{
        f"wrong-{key}": json.dumps(
            {"version": 1, "targets": [], "entries": {"a": {**ENTRY, key: value}}}
        ).encode()
        for key, value in {
            "inputs": {"a": [1]},
            "tools": 3,
            "output": ["a", "b", "c"],
            "pages": "many",
        }.items()
    },
}


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE)
def test_unreadable_log_is_no_log(tmp_path: Path, content: bytes) -> None:
    (tmp_path / log.FOLDER).mkdir()
    (tmp_path / log.FOLDER / "log.json").write_bytes(content)
    assert log.load(tmp_path) == log.Log()


def test_no_log(tmp_path: Path) -> None:
    assert log.load(tmp_path) == log.Log()


def test_folder_in_the_place_of_the_log(tmp_path: Path) -> None:
    (tmp_path / log.FOLDER / "log.json").mkdir(parents=True)
    assert log.load(tmp_path) == log.Log()


@pytest.mark.parametrize("content", [b"", UNREADABLE["old"], UNREADABLE["wrong-output"]])
def test_everything_is_made_again(built: Path, content: bytes) -> None:
    (built / log.FOLDER / "log.json").write_bytes(content)
    assert octavo("build", "-n").text == (
        "build/student.pdf: it was never built\nbuild/student.epub: it was never built\n"
    )
    assert octavo("build", "--quiet") == (0, "")
    assert octavo("build", "-q") == (0, "")


def test_saved_log_is_read_as_it_was(built: Path) -> None:
    history = log.load(built)
    assert set(history.entries) == {"student.epub", "student.pdf"}
    log.save(built, history)
    again = log.load(built)
    assert (again.entries, again.targets) == (history.entries, history.targets)
    assert [path.name for path in (built / log.FOLDER).iterdir()] == ["log.json"]
