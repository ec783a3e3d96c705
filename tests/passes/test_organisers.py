"""Knowledge organisers: what each chapter uses."""

from __future__ import annotations

from dataclasses import replace

from octavo.dates import parse
from octavo.model import Appendix, Event, Objective, Organiser, Person, Records, Work
from octavo.tree import plain_text
from tests.build import (
    DOC,
    at,
    chapter,
    derived,
    entry,
    event,
    fact,
    para,
    person,
    question,
    sound,
    stated,
    term,
    text,
    work,
)

EVENTS = tuple(
    Event(id=name, date=parse(date), label=text(name), location=at(2))
    for name, date in (("late", "1943"), ("early", "1918"), ("never", "1900"))
)
RECORDS = Records(
    bibliography=(DOC,),
    glossary=(entry("word", "A word."),),
    timeline=EVENTS,
    people=(Person(id="anna", name="Anna", sort="Anna", role=text("A clerk."), location=at(2)),),
    facts=(
        replace(fact("counted", 12, unit="people"), says="the clerk"),
        replace(fact("other", 30, unit="people"), says="the keeper"),
        derived("half", "counted / 2", unit="people"),
        fact("day", date="1918-05-03"),
    ),
)


def _work(*appendices: Appendix) -> Work:
    marks = (event("late"), event("early"), person("anna"), term("word"))
    figures = (
        stated("counted", "12 people"),
        stated("half", "6 people"),
        stated("day", "3 May 1918"),
    )
    one = replace(
        chapter("one", para(*marks, *figures), question("q-a", objective="weigh")),
        objectives=(Objective(id="weigh", verb="weigh", text=text("Weigh it."), location=at(1)),),
    )
    made = work(one, chapter("two"), preface=chapter("zero"), records=RECORDS)
    return replace(made, appendices=appendices)


def _first() -> Organiser:
    return sound(_work("organisers")).organisers[0]


def test_an_edition_has_them_only_where_it_asks_and_of_numbered_chapters() -> None:
    assert sound(_work()).organisers == ()
    assert [each.chapter for each in sound(_work("organisers")).organisers] == ["one", "two"]


def test_dates_stand_in_their_order_and_only_those_that_the_chapter_uses() -> None:
    assert [(when, plain_text(label)) for when, label in _first().dates] == [
        ("1918", "early"),
        ("1943", "late"),
    ]


def test_terms_and_people_are_those_of_the_chapter() -> None:
    first, second = sound(_work("organisers")).organisers

    assert first.terms == ("word",)
    assert [(name, plain_text(role)) for name, role in first.people] == [("Anna", "A clerk.")]
    assert (second.terms, second.people) == ((), ())


def test_figures_are_stated_ones_with_who_gives_them() -> None:
    (figure,) = _first().figures

    assert plain_text((figure.figure,)) == "12 people"
    assert plain_text(figure.said) == "the clerk"


def test_a_goal_goes_on_after_i_can_and_names_the_questions_that_test_it() -> None:
    (goal,) = _first().goals

    assert plain_text(goal.text) == "weigh it."
    assert goal.questions == (("q-a", "1.1"),)
