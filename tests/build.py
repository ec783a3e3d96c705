"""Small works for tests: nodes from words, chapters from blocks, a book through the passes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from octavo import arithmetic, dates, edition, numbering, passes
from octavo.errors import Findings, Location
from octavo.model import (
    Alignment,
    AttributeValue,
    Block,
    Blocks,
    Book,
    Break,
    Cell,
    Chapter,
    Citation,
    CitationItem,
    Code,
    Component,
    Edition,
    Emphasis,
    EventMark,
    Fact,
    FactMark,
    FactValue,
    Heading,
    Inline,
    Inlines,
    Link,
    Metadata,
    NoteCall,
    NoteText,
    OrderedList,
    Paragraph,
    Part,
    PersonMark,
    Quote,
    Records,
    Reference,
    Sentence,
    SourceReference,
    Table,
    Term,
    TermMark,
    Text,
    Work,
)

STUDENT = Edition(name="student")
TEACHER = Edition(name="teacher", audience="teacher", answers="all")
SILENT = Edition(name="silent", answers="none")

Words = str | Inline


def at(line: int, path: str = "chapters/01.md") -> Location:
    return Location(path, line, 1)


# -- inlines -------------------------------------------------------------------


def text(*words: Words) -> Inlines:
    return tuple(Text(text=word) if isinstance(word, str) else word for word in words)


def cite(reference: str, locator: str = "", prefix: str = "") -> Citation:
    item = CitationItem(reference=reference, locator=locator, prefix=prefix, location=at(7))
    return Citation(items=(item,), location=at(7))


def call(label: str, line: int = 5) -> NoteCall:
    return NoteCall(label=label, location=at(line))


def term(name: str, *words: Words) -> TermMark:
    return TermMark(term=name, content=text(*(words or (name,))), location=at(3))


def event(name: str) -> EventMark:
    return EventMark(event=name, content=text(name), location=at(3))


def person(name: str) -> PersonMark:
    return PersonMark(person=name, content=text(name), location=at(3))


def stated(name: str, *words: Words) -> FactMark:
    return FactMark(fact=name, content=text(*words), location=at(4))


# -- blocks --------------------------------------------------------------------


def para(*words: Words) -> Paragraph:
    return Paragraph(content=text(*words))


def head(words: str, anchor: str = "") -> Heading:
    return Heading(level=2, content=text(words), id=anchor)


def table(*cells: Words, caption: Inlines = (), anchor: str = "") -> Table:
    row = tuple(Cell(content=text(cell)) for cell in cells)
    plain: Alignment = ""
    return Table(alignments=(plain,) * len(row), head=row, rows=(), caption=caption, id=anchor)


def numbers(*items: str) -> OrderedList:
    return OrderedList(items=tuple((para(item),) for item in items))


def div(name: str, *blocks: Block, anchor: str = "", **said: AttributeValue) -> Component:
    return Component(name=name, blocks=blocks, id=anchor, attributes=said, location=at(9))


def teacher(*blocks: Block) -> Component:
    return replace(div("group", *blocks), audience="teacher")


def question(anchor: str, *blocks: Block, kind: str = "short", objective: str = "") -> Component:
    said = {"kind": kind, "objective": objective} if objective else {"kind": kind}
    return replace(div("question", *blocks, anchor=anchor), attributes=said)


def extract(anchor: str, *sentences: str, cite: str = "doc", locator: str = "") -> Component:
    lines = tuple(Sentence(content=text(line)) for line in sentences)
    quote = Quote(blocks=(Paragraph(content=lines),))
    return div("source", quote, anchor=anchor, cite=cite, locator=locator)


# -- records -------------------------------------------------------------------


def fact(
    name: str,
    value: float | FactValue | None = None,
    unit: str = "",
    *,
    date: str = "",
    places: int | None = None,
) -> Fact:
    exact = Fraction(str(value)) if isinstance(value, int | float) else value
    day = dates.parse(date) if date else None
    return Fact(
        id=name,
        statement=text(name),
        value=day if exact is None else exact,
        unit=unit,
        date=day,
        places=places,
        location=at(2, "chapters/facts.yaml"),
    )


def derived(name: str, calculation: str, unit: str = "", *, places: int | None = None) -> Fact:
    return Fact(
        id=name,
        statement=text(name),
        derived=arithmetic.parse(calculation),
        derived_at=Location("chapters/facts.yaml", 8, 14),
        unit=unit,
        places=places,
        location=Location("chapters/facts.yaml", 6, 5),
    )


def entry(name: str, *definition: Words) -> Term:
    return Term(id=name, term=name, definition=(para(*definition),), location=at(2))


def whence(reference: str, locator: str = "") -> SourceReference:
    return SourceReference(reference=reference, locator=locator, location=at(6))


DOC = Reference(id="doc", type="book", title="A Report", short_title="Document C")


# -- works and books -----------------------------------------------------------


def chapter(name: str, *blocks: Block, notes: Iterable[tuple[str, str]] = ()) -> Chapter:
    texts = tuple(
        NoteText(label=label, blocks=(para(words),), location=at(30)) for label, words in notes
    )
    title = text(name.capitalize())
    return Chapter(
        id=name,
        path=f"chapters/{name}.md",
        title=title,
        short_title=title,
        blocks=blocks,
        notes=texts,
    )


def work(
    *chapters: Chapter, preface: Chapter | None = None, records: Records | None = None
) -> Work:
    return Work(
        metadata=Metadata(id="w", title="W", lang="en-GB", date=dates.parse("2026")),
        parts=(Part(id="part-one", title=text("One"), chapters=chapters),),
        records=records or Records(bibliography=(DOC,)),
        editions={"student": STUDENT},
        targets=(),
        preface=preface,
    )


def numbered(*blocks: Block) -> Chapter:
    """Return a chapter "one" of these blocks, numbered."""
    return next(numbering.number(work(chapter("one", *blocks))).chapters)


def book(made: Work, chosen: Edition = STUDENT) -> tuple[Book, Findings]:
    """Send a work through numbering, selection and all passes."""
    findings = Findings()
    return passes.run(edition.select(numbering.number(made), chosen), findings), findings


def sound(made: Work, chosen: Edition = STUDENT) -> Book:
    """Do the same with a work in which nothing is wrong."""
    done, findings = book(made, chosen)
    assert list(findings) == []
    return done


def faults(made: Work, chosen: Edition = STUDENT) -> list[str]:
    """Return what the passes find, as "place: message [code]; hint"."""
    _, findings = book(made, chosen)
    return [f"{f.location}: {f.message} [{f.code}]; {f.hint}" for f in findings.errors]


def blocks_of(made: Book | Work) -> Blocks:
    """Return the blocks of the first chapter."""
    return next(made.chapters).blocks


def marked(inlines: Inlines) -> str:
    """Return text with *emphasis* and <links> shown."""
    return "".join(map(_marked, inlines))


def _marked(node: Inline) -> str:
    match node:
        case Text():
            return node.text
        case Emphasis():
            return f"*{marked(node.content)}*"
        case Link():
            return f"<{node.url}>"
        case NoteCall():
            return f"^{node.number}"
        case Break() | Code():
            return " "
        case _:
            return marked(node.content)
