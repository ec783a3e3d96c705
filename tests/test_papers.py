"""A test is made of the questions asked for: their order, their sums, what they rest on."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from octavo import edition, passes, sources
from octavo import numbering as numbers
from octavo.engine.examination import Examination
from octavo.errors import Findings
from octavo.matter import papers
from octavo.model import NOWHERE, Book, Edition, Work
from octavo.themes import Theme
from tests.commandline import octavo


@cache
def work() -> Work:
    """Return the work that `octavo init` writes, its second question in two minutes."""
    with TemporaryDirectory() as folder:
        assert octavo("init", folder).status == 0
        chapter = Path(folder) / "chapters" / "01-bridge.md"
        text = chapter.read_text(encoding="utf-8")
        chapter.write_text(text.replace("kind=choice marks=1", "kind=choice marks=1 minutes=2"))
        return numbers.number(sources.load(Path(folder)).work)


@cache
def book(answers: str = "none") -> Book:
    chosen = Edition(name="student", answers="all" if answers == "all" else "none")
    return passes.run(edition.select(work(), chosen), Findings())


def wanted(*anchors: str, answers: str = "none", notice: str = "") -> papers.Exam:
    asked = papers.questions(book(answers), anchors, Findings(), NOWHERE)
    return papers.Exam(questions=asked, title="Mock", notice=notice)


def set_(kind: papers.Leaf, asked: papers.Exam, answers: str = "none") -> str:
    """Return the words of one of the three, on one line."""
    unit = papers.leaf(book(answers), asked, kind, Theme())
    body = etree.fromstring(unit.xhtml).find("{*}body")
    assert body is not None
    return " ".join("".join(map(str, body.itertext())).split())


def test_questions_keep_their_numbers_and_stand_as_they_were_asked_for() -> None:
    said = set_("question-paper", wanted("q-base", "q-which"))
    assert said.index("Question 1.3") < said.index("Question 1.2")
    assert "Question 1.1" not in said


def test_marks_and_minutes_are_the_sums_of_those_of_the_questions() -> None:
    asked = wanted("q-base", "q-which")
    assert (asked.total("marks"), asked.total("minutes")) == (5, 8)
    said = set_("question-paper", asked), set_("mark-scheme", asked)
    assert all("Time: 8 minutes Total: 5 marks" in each for each in said)


def test_the_insert_has_each_source_once_and_no_question() -> None:
    said = set_("source-insert", wanted("q-base", "q-which"))
    assert said.count("I set down 1,240 souls") == 1
    assert "The clerk of works. Report on the crossing. 1901." in said
    assert "Question" not in said


def test_an_insert_of_questions_without_sources_says_so() -> None:
    assert "need no sources" in set_("source-insert", wanted("q-which"))


def test_answers_stand_in_the_mark_scheme_alone() -> None:
    answer = "He counted by eye."
    said = set_("mark-scheme", wanted("q-base", "q-which", answers="all"), answers="all")
    assert answer in said
    assert "names the base" in said
    assert answer not in set_("question-paper", wanted("q-base", "q-which"))


def test_the_notice_of_a_board_is_printed() -> None:
    notice = "Not endorsed by the board."
    assert notice in set_("question-paper", wanted("q-base", notice=notice))


def test_a_question_without_minutes_and_what_is_no_question_are_named() -> None:
    findings = Findings()
    papers.questions(book(), ("q-total", "s-report"), findings, NOWHERE)
    said = [(str(each.location).partition(":")[0], each.message) for each in findings.errors]
    assert sorted(said) == [
        ("", "'s-report' is no question"),
        ("chapters/01-bridge.md", "question 1.1 is in a paper and has no minutes"),
    ]


def test_only_the_mark_scheme_is_made_of_an_edition_with_answers() -> None:
    asked = Examination(words=("q1.3",), name="Mock 1")
    made = asked.added(work())
    targets = [target for target in made.targets if target.path in asked.paths]
    assert asked.paths == (
        "papers/Mock-1-questions.pdf",
        "papers/Mock-1-insert.pdf",
        "papers/Mock-1-marks.pdf",
    )
    assert [made.editions[target.edition].answers for target in targets] == ["none", "none", "all"]
