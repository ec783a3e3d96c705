"""The build log: what cannot be read, is older or is newer is no log."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from octavo.engine import log
from tests.commandline import octavo

ENTRY = {
    "format": "pdf",
    "inputs": {},
    "tools": {},
    "essence": "",
    "key": "",
    "outputs": {"a": [1, 1, "x"]},
    "pages": 1,
    "warnings": 0,
    "units": {"chapter-one": ["x", 1.2]},
}
LOG = {
    "version": log.VERSION,
    "targets": [],
    "code": ["", ""],
    "libraries": {},
    "needs": ["", [], []],
    "entries": {},
}


def written(**changes: object) -> bytes:
    """Return a log with some of it as it should not be."""
    return json.dumps({**LOG, **changes}).encode()


UNREADABLE = {
    "empty": b"",
    "cut": b'{"version": 1, "targets": ["student.pdf"], "entr',
    "not-utf-8": b"\xff\xfe\x00",
    "deep": b"[" * 100_000,
    "list": b"[]",
    "no-entries": json.dumps({"version": log.VERSION, "targets": []}).encode(),
    "old": written(version=log.VERSION - 1),
    "new": written(version=log.VERSION + 1),
    "code-is-a-number": written(code=3),
    "library-is-a-word": written(libraries={"Pango": "1.56.3"}),
    "entry-is-a-number": written(entries={"a": 3}),
    **{
        f"outside-{number}": written(entries={name: ENTRY})
        for number, name in enumerate(("../chapters/01.md", "/etc/hosts"))
    },
    **{
        f"wrong-{key}": written(entries={"a": {**ENTRY, key: value}})
        for key, value in {
            "inputs": {"a": [1]},
            "tools": 3,
            "outputs": {"a": ["a", "b", "c"]},
            "pages": "many",
            "warnings": None,
            "units": {"chapter-one": "x"},
        }.items()
    },
    "output-outside": written(entries={"a": {**ENTRY, "outputs": {"../b": [1, 1, "x"]}}}),
}


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE)
def test_unreadable_log_is_no_log(tmp_path: Path, content: bytes) -> None:
    (tmp_path / log.FOLDER).mkdir()
    (tmp_path / log.FOLDER / "log.json").write_bytes(content)
    assert log.load(tmp_path) == log.Log()


def test_a_sound_log_is_read(tmp_path: Path) -> None:
    (tmp_path / log.FOLDER).mkdir()
    (tmp_path / log.FOLDER / "log.json").write_bytes(written(entries={"a": ENTRY}))
    assert log.load(tmp_path).entries["a"].units == {"chapter-one": log.Step("x", 1.2)}


def test_no_log(tmp_path: Path) -> None:
    assert log.load(tmp_path) == log.Log()


def test_folder_in_the_place_of_the_log(tmp_path: Path) -> None:
    (tmp_path / log.FOLDER / "log.json").mkdir(parents=True)
    assert log.load(tmp_path) == log.Log()


@pytest.mark.parametrize("content", [b"", UNREADABLE["old"], UNREADABLE["wrong-outputs"]])
def test_everything_is_made_again(built: Path, content: bytes) -> None:
    (built / log.FOLDER / "log.json").write_bytes(content)
    assert octavo("build", "-n").text == (
        "build/student.pdf: it was never built; links\n"
        "build/student.epub: it was never built; packs\n"
    )
    assert octavo("build", "--quiet") == (0, "")
    assert octavo("build", "-q") == (0, "")


def test_saved_log_is_read_as_it_was(built: Path) -> None:
    history = log.load(built)
    assert set(history.entries) == {"student.epub", "student.pdf"}
    log.save(built, history)
    again = log.load(built)
    assert replace(again, written=history.written) == history
    assert [path.name for path in (built / log.FOLDER).glob("log.json*")] == ["log.json"]
