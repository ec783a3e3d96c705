"""A book with a term, events and questions in it, whose words are hard to write down."""

from __future__ import annotations

from dataclasses import replace

from octavo.cards.paging import Printing
from octavo.dates import Date, parse
from octavo.model import (
    Answer,
    Book,
    Break,
    Chapter,
    ChapterAnswers,
    Component,
    CrossReference,
    Event,
    FactMark,
    GlossaryEntry,
    Inlines,
    OrderedList,
    Original,
    PageMap,
    Term,
    TimelineEntry,
    Use,
)
from tests.books import para, plain_book, text

HARD = "{a} = b # c ~ d: e \\ <f> & “g”\th"
FOLIOS = {"use-1": "7", "event-flood": "90", "q-total": "12", "s-report": "5", "term-ford": "88"}
PRINTED = Printing(PageMap(anchors=FOLIOS))


def question(name: str, kind: str, *blocks: Inlines | OrderedList, number: str) -> Component:
    return Component(
        name="question",
        id=name,
        number=number,
        attributes={"kind": kind, "marks": 2},
        blocks=tuple(each if isinstance(each, OrderedList) else para(*each) for each in blocks),
    )


def answer(name: str, *content: Inlines) -> Answer:
    return Answer(
        id=f"{name}-answer",
        question=name,
        number="1",
        blocks=tuple(para(*each) for each in content),
    )


def total() -> Component:
    return question(
        "q-total",
        "retrieval",
        (*text("How many does "), CrossReference(target="s-report", content=text("source 1.1"))),
        number="1.1",
    )


def which() -> Component:
    options = OrderedList(items=tuple((para(each, tight=True),) for each in ("x", HARD, "z")))
    return question("q-which", "choice", text(HARD), options, number="1.2")


def sample(definition: str = "Where one wades.", *, date: str = "2026-01-15") -> Book:
    """Return the book, with what its glossary says of a ford."""
    ford = Term(
        id="ford",
        term="ford",
        definition=(para(definition),),
        original=Original(text="брод", lang="ru", romanised="brod"),
    )
    chapter = Chapter(
        id="bridge",
        path="a.md",
        title=text("The bridge at the ford"),
        short_title=text("The bridge"),
        number="1",
        blocks=(total(), which()),
    )
    told = (*text("Option 2."), Break(), *text("The first is one of "), _crossed(), *text("."))
    book = plain_book()
    return replace(
        book,
        metadata=replace(book.metadata, date=parse(date)),
        parts=(replace(book.parts[0], chapters=(chapter,)),),
        appendices=("discrepancies", "glossary"),
        glossary=(
            GlossaryEntry(
                id="term-ford", term=ford, definition=ford.definition, uses=(_use("use-1"),)
            ),
        ),
        timeline=(
            _event("flood", parse("1901-05-03"), "3 May 1901", "The river rises."),
            _event("rail", parse("1901-05-03"), "3 May 1901", "The rail goes."),
            _event("end", parse("1902"), "1902", "It is over.", "use-9"),
        ),
        answers=(
            ChapterAnswers(
                chapter="bridge",
                answers=(answer("q-total", text("1,240.")), answer("q-which", told)),
            ),
        ),
    )


def _crossed() -> FactMark:
    return FactMark(fact="crossed", content=text("1,240"), disputes=("d1",))


def _use(anchor: str) -> Use:
    return Use(anchor=anchor, chapter="bridge", number="1")


def _event(name: str, date: Date, when: str, label: str, *uses: str) -> TimelineEntry:
    event = Event(id=name, date=date, label=text(label), basis="editor" if uses else "stated")
    return TimelineEntry(
        id=f"event-{name}", event=event, when=when, uses=tuple(_use(each) for each in uses)
    )
