"""Files are parsed one by one, and what was parsed before is recalled."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from octavo.errors import Findings, SourceError
from octavo.sources import Loaded, load
from tests.memos import Remembering

ROOT = Path(__file__).parents[2]
PROGRAM = """
import pickle, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from octavo.sources import load
memo = pickle.loads(Path("memo").read_bytes())
load(Path("."), memo=memo)
print(memo.made, *sorted({"edtf", "markdown_it", "yaml", "lxml"} & set(sys.modules)))
"""


@pytest.fixture
def memo(work: Path) -> Remembering:
    memo = Remembering()
    load(work, memo=memo)
    memo.took()
    return memo


def change(path: str, old: str, new: str) -> None:
    file = Path(path)
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))


def prepend(path: str, line: str) -> None:
    file = Path(path)
    file.write_text(f"{line}\n{file.read_text()}")


def assert_as_anew(loaded: Loaded) -> None:
    assert loaded == load(Path())


def test_a_work_that_is_recalled_is_the_work(work: Path, memo: Remembering) -> None:
    assert_as_anew(load(work, memo=memo))
    assert memo.took() == []


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("chapters/02-miller.md", "he", "hee"),
        ("chapters/glossary.yaml", "term: ", "term: x"),
        ("book.yaml", "title: ", "title: x"),
    ],
)
def test_only_what_changed_is_parsed_and_the_essence_with_it(
    work: Path, memo: Remembering, path: str, old: str, new: str
) -> None:
    before = load(work, memo=memo)
    change(path, old, new)
    after = load(work, memo=memo)
    assert memo.took() == [path]
    assert after.essence != before.essence
    assert_as_anew(after)


@pytest.mark.parametrize("path", ["book.yaml", "chapters/glossary.yaml", "chapters/media.yaml"])
def test_a_comment_moves_places_and_leaves_the_essence(
    work: Path, memo: Remembering, path: str
) -> None:
    before = load(work, memo=memo)
    prepend(path, "# Checked in May.")
    after = load(work, memo=memo)
    assert memo.took() == [path]
    assert after.essence == before.essence
    assert after.work != before.work
    assert_as_anew(after)


def test_another_language_reads_all_text_anew(work: Path, memo: Remembering) -> None:
    change("book.yaml", "lang: en-GB", "lang: en-US")
    load(work, memo=memo)
    assert {"book.yaml", "chapters/02-miller.md", "chapters/glossary.yaml"} <= set(memo.took())


def test_a_picture_belongs_to_the_essence(work: Path, memo: Remembering) -> None:
    before = load(work, memo=memo)
    (picture,) = (medium for medium in before.work.records.media if medium.is_svg)
    change(f"chapters/{picture.file}", "</svg>", "<g/></svg>")
    after = load(work, memo=memo)
    assert memo.took() == []
    assert after.essence != before.essence


def test_findings_are_recalled_with_what_they_are_about(work: Path, memo: Remembering) -> None:
    change("chapters/glossary.yaml", "term: ", "trem: ")
    said = []
    for _ in range(2):
        findings = Findings()
        with pytest.raises(SourceError):
            load(work, findings, memo=memo)
        said.append(findings.errors)
    assert memo.took() == ["chapters/glossary.yaml"]
    assert said[0] == said[1]
    assert [finding.location.path for finding in said[0]] == ["chapters/glossary.yaml"]


def test_what_is_recalled_needs_no_parser(work: Path, memo: Remembering) -> None:
    (work / "memo").write_bytes(pickle.dumps(memo))
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(ROOT)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
