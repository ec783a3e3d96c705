"""Books written by hand, as the passes would leave them: every kind of node, every component."""

from __future__ import annotations

from dataclasses import replace

from octavo.dates import parse
from octavo.model import (
    AccountEntry,
    Answer,
    Block,
    Blocks,
    Book,
    Break,
    BulletList,
    Cell,
    Chapter,
    ChapterAnswers,
    ChapterNotes,
    Citation,
    CitationItem,
    Code,
    Component,
    Contributor,
    CrossReference,
    DefinitionList,
    DisputeEntry,
    Edition,
    Emphasis,
    Event,
    EventMark,
    FactMark,
    Foreign,
    Framework,
    GlossaryEntry,
    Goal,
    Heading,
    IndexEntry,
    IndexGroup,
    IndexLocator,
    IndexMark,
    Inline,
    Inlines,
    LedgerEntry,
    LedgerGroup,
    Link,
    Medium,
    Metadata,
    Note,
    NoteCall,
    Objective,
    OrderedList,
    Organiser,
    OrganiserFigure,
    Original,
    Paragraph,
    Part,
    Person,
    PersonEntry,
    PersonMark,
    Quote,
    Records,
    Reference,
    ReferenceEntry,
    Rights,
    Sentence,
    Strong,
    Table,
    Term,
    TermMark,
    Text,
    TimelineEntry,
    Use,
)

SVG = b"""<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
     xmlns:i="urn:editor" width="120" height="60" i:zoom="2">
  <!-- drawn by hand -->
  <title>old title</title>
  <i:data>private</i:data>
  <defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs>
  <rect id="box" width="10" height="10" fill="url(#g)"/>
  <use xlink:href="#box" x="20"/>
  <text x="1" y="50">A &amp; B</text>
</svg>"""


def text(words: str) -> Inlines:
    return (Text(text=words),)


def para(*inlines: Inline | str, tight: bool = False) -> Paragraph:
    content = tuple(Text(text=each) if isinstance(each, str) else each for each in inlines)
    return Paragraph(content=content, tight=tight)


def russian(words: str) -> Foreign:
    return Foreign(lang="ru", content=text(words))


def call(name: str, number: str) -> NoteCall:
    return NoteCall(number=number, id=f"call-{name}", note=f"note-{name}")


def place(
    anchor: str, *, section: int = 0, note: str = "", principal: bool = False
) -> IndexLocator:
    return IndexLocator(
        anchor=anchor,
        chapter="bridge",
        number="1",
        section=section,
        note=note,
        principal=principal,
    )


def cell(words: str) -> Cell:
    return Cell(content=text(words))


def inline_samples() -> Blocks:
    return (
        para(
            "On ",
            EventMark(event="flood", content=text("3 May 1901"), id="event-use-1"),
            " a ",
            TermMark(
                term="straggler",
                content=(Text(text="lost "), Emphasis(content=text("straggler"))),
                linked=True,
                id="use-straggler-1",
            ),
            " & ",
            Strong(content=text("others")),
            Break(),
            "spoke with ",
            PersonMark(person="clerk", content=text("the clerk"), id="person-use-1"),
            " about ",
            FactMark(fact="crossed", content=text("1,240"), id="use-fact-1", disputes=("d1", "d2")),
            Break(hard=True),
            Code(text="x < y"),
            IndexMark(entry="bridge!toll", id="index-1"),
            call("one", "1"),
        ),
        para(
            "See ",
            CrossReference(target="q-base", content=text("question 1.1")),
            ", ",
            CrossReference(target="saw", content=(russian("там"),), paged=False),
            ", ",
            TermMark(term="straggler", content=text("stragglers")),
            " and ",
            Link(url="https://example.org/a?b=1&c=2", content=text("example.org")),
            call("teacher", "T1"),
            ".",
        ),
    )


def block_samples() -> Blocks:
    return (
        Heading(level=2, content=(Text(text="What the clerk saw"), call("two", "2")), id="saw"),
        BulletList(items=((para("one", tight=True),), (para("two"), para("more")))),
        OrderedList(items=((para("three", tight=True),),), start=3),
        DefinitionList(items=((text("bridge"), ((para("a way over"),), (para("a game"),))),)),
        Heading(level=3, content=text("A smaller thing"), own_page=True),
        Quote(blocks=(para("They crossed."),)),
        Table(
            alignments=("", "right"),
            head=(cell("Who"), cell("Total")),
            rows=((cell("the clerk"), cell("1,240")),),
            caption=text("Two counts"),
            id="t-counts",
            number="1.1",
            wide=True,
        ),
        Table(alignments=("",), head=(cell("Bare"),), rows=()),
    )


def source() -> Component:
    sentences = (
        Sentence(content=text("I set down 1,240 souls."), number=1, id="s-report.1"),
        Break(),
        Sentence(content=(russian("Всё."),), number=2, id="s-report.2"),
    )
    item = CitationItem(reference="report", locator="p. 2")
    return Component(
        name="source",
        id="s-report",
        number="1.1",
        attributes={"cite": "report", "locator": "p. 2", "date": "1901-05-03", "title": "The toll"},
        blocks=(Quote(blocks=(Paragraph(content=sentences),)), para("The clerk wrote later.")),
        credit=(Citation(items=(item,), content=text("Report, p. 2")),),
        rights="Rights: the clerk; 9 words.",
    )


def disputed() -> Component:
    return Component(
        name="disputed",
        id="x-crossed",
        number="D1",
        attributes={"dispute": "d1"},
        blocks=(para("Two counts."),),
    )


def question() -> Component:
    return Component(
        name="question",
        id="q-base",
        number="1.1",
        attributes={"kind": "explain", "marks": 4, "minutes": 6, "lines": 3},
        blocks=(
            para("Why does the total matter?"),
            grid(),
            Component(name="hint", blocks=(para("Look at the base."),)),
            Component(name="starters", blocks=(BulletList(items=((para("It is …"),),)),)),
            Component(name="answer", blocks=(para("Because of the base."),)),
            Component(name="mark-scheme", blocks=(BulletList(items=((para("1 names it"),),)),)),
            Component(
                name="model-answer",
                attributes={"level": "strong"},
                blocks=(para("The whole story."), box("interpretation")),
            ),
        ),
    )


def grid() -> Component:
    """Return a grid of two rows, one filled."""
    rows = (
        (text("Origin: who made it?"), ((para("The clerk."),),)),
        (text("Purpose: what for?"), ((),)),
    )
    return Component(
        name="source-analysis",
        attributes={"framework": "opcvl", "source": "s-report", "lines": 2},
        blocks=(DefinitionList(items=rows),),
    )


def choice() -> Component:
    options = OrderedList(items=((para("ten", tight=True),), (para("twenty", tight=True),)))
    return Component(
        name="question",
        id="q-choice",
        number="1.2",
        attributes={"kind": "choice", "marks": 1},
        blocks=(para("How many?"), options),
    )


def box(kind: str, id_: str = "", title: str = "") -> Component:
    attributes = {"kind": kind} | ({"title": title} if title else {})
    return Component(name="box", id=id_, attributes=attributes, blocks=(para("Take care."),))


def components() -> tuple[Block, ...]:
    return (
        source(),
        Component(
            name="figure",
            id="f-map",
            number="1.1",
            attributes={"image": "media/map.svg", "width": "wide"},
            blocks=(para("The bridge", call("three", "3"), "."),),
        ),
        Component(
            name="figure",
            id="f-photo",
            number="1.2",
            attributes={"image": "media/a photo.png"},
            blocks=(para("The rail."), para("After the flood.")),
        ),
        Component(
            name="timeline",
            id="f-times",
            number="1.3",
            attributes={"events": ("flood", "rebuilding")},
            blocks=(para("Two events."),),
        ),
        box("caution", "b-caution", "Silence"),
        box("checklist"),
        Component(name="summary", id="sum", blocks=(BulletList(items=((para("It fell."),),)),)),
        question(),
        choice(),
        Component(name="", audience="teacher", blocks=(para("Let them find it."),)),
    )


FLOOD = Event(id="flood", date=parse("1901-05-03"), label=text("The river takes the rail."))
REBUILDING = Event(
    id="rebuilding",
    date=parse("1902~/1903"),
    label=text("The bridge is rebuilt."),
    basis="editor",
)

RECORDS = Records(
    frameworks=(Framework(id="opcvl", name="OPCVL", rows=()),),
    timeline=(FLOOD, REBUILDING),
    media=(
        Medium(
            file="media/map.svg",
            alt=text("A bridge between two boxes."),
            credit="Drawn for this book.",
            licence="CC-BY-SA-4.0",
            data=SVG,
            description=text("Left of the bridge stands the toll house."),
        ),
        Medium(
            file="media/a photo.png",
            alt=text('The "rail".'),
            credit="Sample archive.",
            licence="CC0-1.0",
            data=b"",
        ),
    ),
)


def chapter() -> Chapter:
    return Chapter(
        id="bridge",
        path="chapters/01-bridge.md",
        title=(Text(text="One bridge, "), Emphasis(content=text("two")), Text(text=" totals")),
        short_title=text("Two totals"),
        enquiry=text("Can a report be wrong in its sums?"),
        objectives=(Objective(id="find", verb="find", text=text("Find the fault.")),),
        blocks=(*inline_samples(), *block_samples(), *components()),
        number="1",
    )


def preface() -> Chapter:
    title = text("About this book")
    return Chapter(
        id="about",
        path="chapters/00-about.md",
        title=title,
        short_title=title,
        blocks=(para("Read it twice.", call("zero", "1")),),
    )


def second() -> Chapter:
    title = text("The keeper")
    mark = TermMark(term="straggler", content=(russian("отставший"),), linked=True, id="use-2")
    return Chapter(
        id="keeper",
        path="chapters/02-keeper.md",
        title=title,
        short_title=title,
        blocks=(para("A ", mark, "."), disputed()),
        number="2",
    )


def note(name: str, number: str, *blocks: Block) -> Note:
    return Note(id=f"note-{name}", call=f"call-{name}", number=number, blocks=blocks)


def apparatus(book: Book) -> Book:
    uses = (
        Use(anchor="use-straggler-1", chapter="bridge", number="1"),
        Use(anchor="use-2", chapter="keeper", number="2"),
    )
    cited = Citation(
        items=(CitationItem(reference="report", locator="p. 2"),), content=text("Report, p. 2")
    )
    two = Citation(
        items=(CitationItem(reference="report"), CitationItem(reference="letter")),
        content=text("Report; Letter"),
    )
    term = Term(
        id="straggler",
        term="straggler",
        definition=(),
        original=Original(text="отставший", lang="ru", romanised="otstavshiĭ"),
    )
    clerk = Person(id="clerk", name="The clerk", sort="clerk", role=text("counted people"))
    report = Reference(id="report", type="report", title="Report on the crossing")
    organiser = Organiser(
        chapter="bridge",
        dates=(("3 May 1901", text("The river rises.")),),
        terms=("straggler",),
        people=(("The clerk", text("counted people")),),
        figures=(
            OrganiserFigure(
                figure=FactMark(fact="crossed", content=text("1,240 people"), disputes=("d1",)),
                name=text("crossed"),
                said=(cited,),
            ),
        ),
        goals=(Goal(text=text("find a fault."), questions=(("q-base", "1.1"),)),),
    )
    return replace(
        book,
        organisers=(organiser,),
        notes=(
            ChapterNotes(chapter="about", notes=(note("zero", "1", para("Zero.")),)),
            ChapterNotes(
                chapter="bridge",
                notes=(
                    note("one", "1", para(cited, "."), para("More.")),
                    note("teacher", "T1", para(two, ".")),
                    note("two", "2", BulletList(items=((para("a list"),),))),
                    note(
                        "three",
                        "3",
                        para(
                            "See ",
                            CrossReference(target="t-counts", content=text("table 1.1")),
                            ".",
                        ),
                    ),
                ),
            ),
            ChapterNotes(chapter="keeper", notes=()),
        ),
        answers=(
            ChapterAnswers(
                chapter="bridge",
                answers=(
                    Answer(
                        id="answer-q-base",
                        question="q-base",
                        number="1.1",
                        blocks=(para("Because of the base."),),
                    ),
                ),
            ),
        ),
        glossary=(
            GlossaryEntry(
                id="term-straggler",
                term=term,
                definition=(para("Someone who falls behind."),),
                uses=uses,
                source=(cited,),
            ),
        ),
        timeline=(
            TimelineEntry(id="event-flood", event=FLOOD, when="3 May 1901", uses=uses[:1]),
            TimelineEntry(
                id="event-rebuilding", event=REBUILDING, when="about 1902 to 1903", uses=()
            ),
        ),
        disputes=(
            dispute(
                1,
                AccountEntry(text=text("The clerk."), fact="crossed", figure="1,240 people"),
                AccountEntry(text=text("The keeper."), source=(cited,)),
                AccountEntry(text=text("Apart."), figure="50", calculated=True),
            ),
            dispute(2, AccountEntry(text=text("No year."))),
        ),
        ledger=how_known(cited),
        people=(
            PersonEntry(
                id="person-clerk",
                person=clerk,
                uses=(Use(anchor="person-use-1", chapter="bridge", number="1"),),
            ),
        ),
        index=(
            IndexGroup(
                letter="",
                entries=(IndexEntry(id="index-8", heading="8 arches", see=("bridge", "index-b")),),
            ),
            IndexGroup(
                letter="B",
                entries=(
                    IndexEntry(
                        id="index-b",
                        heading="bridge",
                        locators=(place("event-use-1"), place("saw", section=1, principal=True)),
                        entries=(IndexEntry(heading="toll", locators=(place("index-1"),)),),
                        see_also=(("straggler", "index-s"),),
                    ),
                ),
            ),
            IndexGroup(
                letter="S",
                entries=(
                    IndexEntry(
                        id="index-s",
                        heading="straggler",
                        lang="ru-Latn",
                        locators=(
                            *map(place, ("use-straggler-1", "person-use-1", "index-1")),
                            place("saw", section=1),
                            place("note-one", note="1"),
                        ),
                        see_also=(("bridge", "index-b"),),
                    ),
                ),
            ),
        ),
        references=(
            ReferenceEntry(
                id="ref-report",
                reference=report,
                content=(
                    Emphasis(content=text("Report on the crossing")),
                    Text(text=". "),
                    Link(url="https://example.org/r", content=(Emphasis(content=text("here")),)),
                ),
            ),
        ),
    )


def dispute(number: int, *accounts: AccountEntry) -> DisputeEntry:
    return DisputeEntry(
        id=f"dispute-d{number}",
        dispute=f"d{number}",
        name=f"D{number}",
        title=(Text(text="How "), Emphasis(content=text("many")), Text(text="?")),
        between="documents",
        facts=("crossed",),
        accounts=accounts,
        decision=(para("Both are printed."), para("Each with its name.")),
        reason=(para("Nobody knows."),),
        uses=(Use(anchor="use-fact-1", chapter="bridge", number="1"),),
    )


def how_known(cited: Citation) -> tuple[LedgerGroup, ...]:
    said = LedgerEntry(
        id="fact-crossed",
        fact="crossed",
        figure="1,240 people",
        name=text("crossed"),
        statement=text("People who crossed."),
        says="the clerk",
        source=(cited,),
        support="one",
        checkable="no",
        disputes=("d1", "d2"),
        uses=(Use(anchor="use-fact-1", chapter="bridge", number="1"),),
    )
    made = LedgerEntry(
        id="fact-share",
        fact="share",
        figure="8 per cent",
        name=text("A share."),
        calculation="100 × unlisted ÷ crossed = 100 × 100 ÷ 1,240 = 8 per cent (rounded)",
    )
    return (
        LedgerGroup(chapter="bridge", entries=(said,)),
        LedgerGroup(chapter="", entries=(made,)),
    )


def whole_book(*, answers: str = "retrieval") -> Book:
    """Return a book with everything in it."""
    assert answers in {"none", "retrieval", "all"}
    metadata = Metadata(
        id="bridge-book",
        title="Counted & Twice",
        lang="en-GB",
        date=parse("2026-01-15"),
        subtitle="A sample",
        publisher="Sample Press",
        contributors=(
            Contributor(name="Ann Author", role="aut", sort="Author, Ann"),
            Contributor(name="Zoe", role="xyz", sort="Zoe"),
        ),
        rights=Rights(licence="CC-BY-SA-4.0", holder="Sample Press", statement="Share it."),
        identifiers={"student.pdf": "urn:uuid:1"},
        credits=("Printed somewhere.",),
    )
    book = Book(
        metadata=metadata,
        edition=Edition(name="student", answers="all" if answers == "all" else "retrieval"),
        parts=(
            Part(
                id="part-one",
                title=text("Reading a report"),
                chapters=(chapter(), second()),
                number="I",
            ),
        ),
        records=RECORDS,
        appendices=(
            *("organisers", "timeline", "glossary", "people"),
            *("discrepancies", "ledger", "bibliography", "index"),
        ),
        preface=preface(),
    )
    return apparatus(book)


def plain_book() -> Book:
    """Return a book of one chapter and nothing else."""
    whole = whole_book()
    title = text("Alone")
    alone = Chapter(
        id="alone", path="a.md", title=title, short_title=title, blocks=(para("Hm."),), number="1"
    )
    return Book(
        metadata=replace(whole.metadata, contributors=(), identifiers={}, credits=()),
        edition=whole.edition,
        parts=(Part(id="only", title=text("Only"), chapters=(alone,)),),
        records=Records(),
    )
