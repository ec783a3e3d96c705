"""Commissions: a path for each wish, and the manifest's own targets left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from octavo.engine.commission import Commission
from octavo.engine.plan import read
from octavo.errors import UsageError
from octavo.model import Work


@pytest.fixture
def small(work: Path) -> Work:
    return read(work).work


def test_two_wishes_never_share_a_path() -> None:
    wishes = [
        Commission(words=("q1.1",)),
        Commission(words=("q1.1", "s1.1")),
        Commission(words=("q1.1",), paper="letter"),
        Commission(words=("q1.1",), support=True),
        Commission(words=("q1.1",), stretch=True),
        Commission(words=("q1.1",), sheets=1),
        Commission(words=("q1.1",), edition="large"),
    ]
    assert len({wish.paths for wish in wishes}) == len(wishes)


def test_a_word_never_leads_out_of_the_folder() -> None:
    assert Commission(words=("../x",)).paths == ("handouts/..-x-a4.pdf",)


def test_support_and_stretch_change_what_helps_and_nothing_else(small: Work) -> None:
    plain, more, fewer = (
        Commission(words=("q1.1",), support=support, stretch=stretch).added(small)
        for support, stretch in ((False, False), (True, False), (False, True))
    )
    aids = [each.editions[each.targets[-1].edition].aids for each in (plain, more, fewer)]
    assert aids == ["hints", "all", "none"]
    assert {each.editions[each.targets[-1].edition].name for each in (plain, more, fewer)} == {
        "student"
    }


def test_answers_are_a_second_target_for_teachers(small: Work) -> None:
    wish = Commission(words=("q1.1",), answers=True, sheets=1)
    sheet, answers = wish.added(small).targets[-2:]
    assert (sheet.path, answers.path) == wish.paths
    assert (sheet.sheets, answers.sheets) == (1, 0)
    answered = wish.added(small).editions[answers.edition]
    assert (answered.audience, answered.answers) == ("teacher", "all")


def test_a_path_that_the_manifest_has_is_made_as_that_says(work: Path) -> None:
    with (work / "book.yaml").open("a") as manifest:
        manifest.write("  handouts/{chapter}-a4.pdf: {format: handout, paper: letter}\n")
    listed = read(work).work
    assert Commission(words=("mill",)).added(listed).targets == listed.targets


def test_an_edition_that_is_not_there_is_told(small: Work) -> None:
    with pytest.raises(UsageError, match="no edition 'studnet'") as told:
        Commission(words=("q1.1",), edition="studnet").added(small)
    assert told.value.hint == "did you mean 'student'?"
