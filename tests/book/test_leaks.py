"""Nothing that is the teacher's alone is in anything that a class is given."""

from __future__ import annotations

import pytest

from octavo.engine import plan
from tests.book.conftest import Built
from tests.leaks import leaks, secrets

pytestmark = pytest.mark.slow

SUFFIXES = {".pdf", ".epub", ".json", ".apkg", ".tsv", ".xml", ".gift"}
"""Of what a class is given: the search must not pass a kind by."""


def test_no_secret_is_in_what_students_are_given(built: Built) -> None:
    """Nor beside it: all targets of editions for students but those that print all answers."""
    sought = secrets(built.root)
    assert len(sought) > 10_000
    work = plan.read(built.root).work
    given = [
        built.root / "build" / target.path
        for target in work.targets
        if work.editions[target.edition].audience == "student"
        and work.editions[target.edition].answers != "all"
    ]
    assert len(given) > 1
    # What lies beside a target begins with its name: page maps, volumes.
    files = sorted({path for made in given for path in made.parent.glob(f"{made.stem}.*")})
    assert {path.suffix for path in files} >= SUFFIXES
    assert [leak for path in files for leak in leaks(path.name, path.read_bytes(), sought)] == []


def test_the_search_finds_the_teachers_edition(built: Built) -> None:
    sought = secrets(built.root)
    found = leaks("teacher.pdf", (built.root / "build" / "teacher.pdf").read_bytes(), sought)
    assert len({leak.words for leak in found}) > len(sought) / 2
