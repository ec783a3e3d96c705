"""What a page-locked edition says in the margin, for those who teach."""

from __future__ import annotations

from dataclasses import replace

from octavo import edition, locking, numbering, passes
from octavo.errors import Findings
from octavo.matter.flags import flags
from octavo.model import Component
from tests.build import STUDENT, TEACHER, chapter, div, para, question, teacher, work


def flagged(*blocks: Component) -> list[tuple[str, str, int]]:
    """Return the place of each flag of a chapter, the reply that it names and the right option."""
    numbered = numbering.number(work(chapter("one", *blocks)))
    base, whole = (
        passes.run(edition.select(numbered, chosen), Findings())
        for chosen in (STUDENT, replace(TEACHER, locked_to="student"))
    )
    found = flags(locking.locked(base, whole), "Option")["one"]
    return [(each.place, each.reply.name if each.reply else "", each.option) for each in found]


def test_of_a_choice_it_is_said_which_option_is_right() -> None:
    answer = div("answer", para("Option 3. The other two were made later."))
    assert flagged(question("q", para("Which?"), answer, kind="choice")) == [("q", "answer", 3)]


def test_of_a_question_without_room_it_is_said_which_reply_there_is() -> None:
    scheme = div("mark-scheme", para("A plan."))
    assert flagged(question("q", para("Plan it."), scheme)) == [("q", "mark-scheme", 0)]


def test_a_question_that_has_room_needs_no_flag() -> None:
    answer = div("answer", para("Because."))
    grid = div("source-analysis")
    asked = question("q", para("Why?"), answer)
    assert flagged(replace(asked, attributes={"kind": "short", "lines": 2})) == []
    assert flagged(replace(asked, attributes={"kind": "short", "box": 4})) == []
    assert flagged(question("q", para("Fill it in."), grid, answer)) == []


def test_a_note_for_the_teacher_is_flagged_once_a_place() -> None:
    assert flagged(teacher(para("First.")), teacher(para("Second."))) == [("one", "", 0)]
