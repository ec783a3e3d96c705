"""Units are set one by one, and only those that must be: what they read decides."""

from __future__ import annotations

import shutil
from copy import deepcopy
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

import pytest

from octavo import edition, numbering, passes, sources
from octavo.errors import Findings, SourceError
from octavo.matter import bound, units
from octavo.matter.covers.design import design, draw
from octavo.matter.covers.sheet import Sheet
from octavo.model import Book
from octavo.themes import Theme, default
from octavo.wording import wording
from tests.epub.samples import faces
from tests.memos import Key, Remembering

VALLEY = """---
id: valley
title: The valley
---

The [stone]{term=stone} turned, as in [one year]{event=opening} of its years.

::: {.timeline #f-years events="opening"}
When it opened.
:::
"""
STONE = """  - id: stone
    term: stone
    definition: |
      What grinds. It is fed by a [hopper]{term=hopper}.
"""
OBJECTIVE = "objectives:\n  - {id: more, verb: say, text: Say more.}\n"
TEACHER = "  teacher: {audience: teacher, answers: all}\ntargets:"

#: What is parsed and compiled for one test need not be for the next.
COMMON: dict[Key, bytes] = {}

SHEET = Sheet(trim=(189, 246))

#: One that has seen the small work as it is before a test changes it.
FIRST: list[Remembering] = []


@pytest.fixture(autouse=True)
def root(work: Path) -> Path:
    """Return a small work with a term that only the third of its chapters uses."""
    (work / "chapters/03-valley.md").write_text(VALLEY)
    edit("book.yaml", "02-miller.md\n", "02-miller.md\n      - chapters/03-valley.md\n")
    edit("book.yaml", "targets:", TEACHER)
    edit("chapters/glossary.yaml", "", "", behind=STONE)
    return work


@pytest.fixture
def memo(root: Path) -> Remembering:
    if not FIRST:
        FIRST.append(Remembering(COMMON))
        bound(units(book(root), Theme(root), memo=FIRST[0]))
        FIRST[0].took()
    return deepcopy(FIRST[0])


def edit(path: str, old: str, new: str, *, behind: str = "") -> None:
    text = Path(path).read_text()
    assert old in text
    Path(path).write_text(text.replace(old, new, 1) + behind)


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text)


def book(root: Path, name: str = "student") -> Book:
    work = numbering.number(sources.load(root, memo=Remembering(COMMON)).work)
    findings = Findings()
    made = passes.run(edition.select(work, work.editions[name]), findings)
    findings.raise_errors()
    return made


def reset(memo: Remembering, name: str = "student") -> list[str]:
    """Return what had to be set; what was recalled is as if it were set anew."""
    made = book(Path(), name)
    recalled = bound(units(made, Theme(Path()), memo=memo))
    assert recalled == bound(units(made, Theme(Path()), memo=Remembering(COMMON)))
    return [step for step in memo.took() if not step.endswith(".j2")]


def every_unit() -> list[str]:
    return sorted(
        each.unit.name for each in units(book(Path()), Theme(Path()), memo=Remembering(COMMON))
    )


def test_units_come_as_they_get_ready_the_contents_last(root: Path) -> None:
    placed = list(units(book(root), Theme(root)))
    names = [each.unit.name for each in placed]
    assert names[-1] == "contents"
    assert [unit.name for unit in bound(placed)][:4] == [
        "halftitle",
        "titlepage",
        "contents",
        "figures",
    ]
    assert {each.of for each in placed} == {len(placed)}


def test_what_is_unchanged_is_recalled(memo: Remembering) -> None:
    assert reset(memo) == []


@pytest.mark.parametrize(
    "path",
    ["chapters/glossary.yaml", "chapters/timeline.yaml", "chapters/media.yaml", "book.yaml"],
)
def test_a_comment_sets_nothing(memo: Remembering, path: str) -> None:
    Path(path).write_text(f"# A comment.\n{Path(path).read_text()}")
    assert reset(memo) == []


CHANGES: dict[str, tuple[tuple[str, str, str], list[str]]] = {
    "the title of the book": (("book.yaml", "title: The Mill", "title: A Mill"), ["*"]),
    "the subtitle": (
        ("book.yaml", "title: The Mill", "title: The Mill\nsubtitle: x"),
        ["titlepage"],
    ),
    "the text of a chapter": (
        ("chapters/02-miller.md", "kept a day book", "kept one day book"),
        ["chapter-miller"],
    ),
    "a heading": (
        ("chapters/02-miller.md", "## Who he was", "## Who he had been"),
        ["chapter-miller", "contents"],
    ),
    "the title of a chapter with notes and answers": (
        ("chapters/01-mill.md", "title: The mill", "title: The old mill"),
        ["answers", "chapter-mill", "contents", "endnotes", "part-part-valley"],
    ),
    "a caption": (
        ("chapters/01-mill.md", "The wheel.", "Our wheel."),
        ["chapter-mill", "figures"],
    ),
    "a note": (("chapters/01-mill.md", "All of it wheat", "All wheat"), ["endnotes"]),
    "an answer": (
        ("chapters/01-mill.md", "[21 sacks]{fact=both-days}.\n:::", "Just 21.\n:::"),
        ["answers"],
    ),
    "a new first use of a term": (
        ("chapters/02-miller.md", "kept a", "fed the [hopper]{term=hopper}, kept a"),
        ["chapter-miller", "glossary"],
    ),
    "the first sentence of a definition": (
        ("chapters/glossary.yaml", "What grinds.", "What turns."),
        ["chapter-valley", "glossary"],
    ),
    "another sentence of a definition": (
        ("chapters/glossary.yaml", "It is fed", "It was fed"),
        ["glossary"],
    ),
    "a term": (
        ("chapters/glossary.yaml", "term: stone", "term: millstone"),
        ["chapter-valley", "glossary"],
    ),
    "the label of an event": (
        ("chapters/timeline.yaml", "The mill opens", "A mill opens"),
        ["chapter-valley", "timeline"],
    ),
    "the date of an event": (
        ("chapters/timeline.yaml", "1901-05-06", "1901-05-07"),
        ["chapter-valley", "timeline"],
    ),
    "the source of an event": (("chapters/timeline.yaml", "p. 1", "p. 2"), ["timeline"]),
    "a person": (("chapters/people.yaml", "Kept the", "Wrote the"), ["people"]),
    "a reference that is cited": (
        ("chapters/bibliography.yaml", "title-short: Day Book", "title-short: Diary"),
        ["bibliography", "chapter-mill", "endnotes", "glossary", "people", "timeline"],
    ),
    "a reference in the bibliography": (
        ("chapters/bibliography.yaml", "issued: 1901", "issued: 1902"),
        ["bibliography"],
    ),
    "a fact that is not printed": (
        ("chapters/facts.yaml", "Sacks ground on Monday", "What Monday saw"),
        [],
    ),
    "the credit of a picture": (
        ("chapters/media.yaml", "Drawn for", "Made for"),
        ["chapter-mill", "titlepage"],
    ),
    "what is said in a picture's stead": (
        ("chapters/media.yaml", "eight spokes", "8 spokes"),
        ["chapter-mill"],
    ),
    "a picture": (("chapters/media/wheel.svg", "</svg>", "<g/></svg>"), ["chapter-mill"]),
    "the rights": (("book.yaml", "holder: Nobody", "holder: Somebody"), ["titlepage"]),
    "an identifier": (("book.yaml", "0001", "0003"), ["titlepage"]),
    "the date of the edition": (
        ("book.yaml", "date: 2026-01-01", "date: 2026-01-02"),
        ["colophon", "titlepage"],
    ),
    "the title of a part": (
        ("book.yaml", "part: The valley", "part: A valley"),
        ["contents", "part-part-valley"],
    ),
    "an appendix that is left out": (
        ("book.yaml", "timeline, glossary", "timeline"),
        ["chapter-mill", "chapter-valley", "contents"],
    ),
    "a chapter that is left out": (
        ("book.yaml", "      - chapters/03-valley.md\n", ""),
        ["contents", "figures", "glossary", "part-part-valley", "timeline"],
    ),
    "chapters that change places": (
        (
            "book.yaml",
            "02-miller.md\n      - chapters/03-valley",
            "03-valley.md\n      - chapters/02-miller",
        ),
        [
            *("chapter-miller", "chapter-valley", "contents", "figures"),
            *("glossary", "part-part-valley", "people", "timeline"),
        ],
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_sets_what_shows_it_and_nothing_else(memo: Remembering, what: str) -> None:
    change, expected = CHANGES[what]
    file = Path(change[0])
    before = file.read_text()
    edit(*change)
    assert reset(memo) == (every_unit() if expected == ["*"] else expected)
    file.write_text(before)
    assert reset(memo) == []


def test_what_changed_back_in_a_newer_edition_of_the_book_is_recalled(memo: Remembering) -> None:
    assert "titlepage" in reset(memo, "teacher")
    assert reset(memo) == []
    assert reset(memo, "teacher") == []


# -- the theme -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("people.xhtml.j2", ["people"]),
        ("components/figure.xhtml.j2", ["chapter-mill"]),
        ("imprint.xhtml.j2", ["titlepage"]),
        ("drawing.xhtml.j2", ["chapter-valley", "timeline"]),
        ("layout.xhtml.j2", ["*"]),
    ],
)
def test_a_template_of_the_books_own(memo: Remembering, template: str, expected: list[str]) -> None:
    ours = (default() / "templates" / template).read_text()
    write(f"templates/{template}", ours)
    assert reset(memo) == []
    write(f"templates/{template}", ours.replace("class=", "data-x='' class="))
    assert reset(memo) == (every_unit() if expected == ["*"] else expected)


def test_a_face(memo: Remembering) -> None:
    ours = (default() / "styles/faces.toml").read_text()
    write("styles/faces.toml", ours.replace('credit = "', 'credit = "Thanks: ', 1))
    assert reset(memo) == ["colophon", "titlepage"]


def test_a_word_of_the_language(memo: Remembering, monkeypatch: pytest.MonkeyPatch) -> None:
    words = MappingProxyType({**wording("en"), "question": "Task"})
    monkeypatch.setattr(import_module("octavo.matter.units"), "wording", lambda _: words)
    assert reset(memo) == ["answers", "chapter-mill"]


#: What a template of somebody else's might look at, and what then makes it out of date.
LOOKS = [
    (
        "{{ book.chapters[0].objectives | length }}",
        ("chapters/01-mill.md", "objectives:\n", OBJECTIVE),
    ),
    ("{{ book.parts[0].chapters[1].title }}", ("chapters/02-miller.md", "The miller", "He")),
    (
        "{% for c in book.chapters %}{{ c.blocks }}{% endfor %}",
        ("chapters/02-miller.md", "kept", "held"),
    ),
    (
        "{{ desk.chapter('miller').enquiry }}",
        ("chapters/02-miller.md", "title", "enquiry: x\ntitle"),
    ),
    (
        "{{ book.records.facts[0].says }}",
        ("chapters/facts.yaml", "value: 12", "value: 12\n    says: x"),
    ),
    ("{{ book.records.media[0].licence }}", ("chapters/media.yaml", "CC0", "CC-BY")),
    ("{{ book.metadata.description }}", ("book.yaml", "title:", "description: x\ntitle:")),
    ("{{ book.labels['who'].name }}", ("chapters/02-miller.md", "Who he", "Who she")),
    (
        "{{ book.preface is none }}",
        ("book.yaml", "contents:", "preface: chapters/00.md\ncontents:"),
    ),
    ("{{ desk.figures | length }}", ("chapters/03-valley.md", "When it opened.", "")),
    (
        "{{ book.timeline[0].event.fact }}",
        ("chapters/timeline.yaml", "label", "fact: monday\n    label"),
    ),
    (
        "{{ book.chapters | map(attribute='id') | join }}",
        ("chapters/02-miller.md", "id: miller", "id: m"),
    ),
    (
        "{{ book.dropped | length }}",
        ("chapters/02-miller.md", "## Who", "::: {audience=teacher}\n#### x {#x}\n:::\n\n## Who"),
    ),
]


@pytest.mark.parametrize(("look", "change"), LOOKS, ids=[look for look, _ in LOOKS])
@pytest.mark.parametrize("place", ["block", "module"])
def test_a_template_that_looks_at_something_else(
    root: Path, look: str, change: tuple[str, str, str], place: str
) -> None:
    write("chapters/00.md", "---\nid: about\ntitle: About\n---\n\nRead it.\n")
    write("templates/looks.j2", f"{{% set seen %}}{look}{{% endset %}}")
    seen = "{% import 'looks.j2' as looks %}{{ looks.seen }}" if place == "module" else look
    write(
        "templates/halftitle.xhtml.j2",
        f"{{% extends 'layout.xhtml.j2' %}}{{% block content %}}<p>{seen}</p>{{% endblock %}}",
    )
    memo = Remembering(COMMON)
    bound(units(book(root), Theme(root), memo=memo))
    memo.took()
    assert reset(memo) == []
    edit(*change)
    assert "halftitle" in reset(memo)


def test_a_template_that_was_missing(memo: Remembering) -> None:
    ours = (default() / "templates/colophon.xhtml.j2").read_text()
    wish = "{% include 'more.j2' ignore missing %}{% endblock %}"
    write("templates/colophon.xhtml.j2", ours.replace("{% endblock %}", wish))
    assert reset(memo) == ["colophon"]
    write("templates/more.j2", "<p>More.</p>")
    assert reset(memo) == ["colophon"]
    Path("templates/more.j2").unlink()
    assert reset(memo) == []


def test_what_a_module_reads_counts_for_every_unit_that_imports_it(memo: Remembering) -> None:
    ours = (default() / "templates/nodes.xhtml.j2").read_text()
    write("templates/nodes.xhtml.j2", "{% set by = book.metadata.publisher %}\n" + ours)
    importing = reset(memo)
    edit("book.yaml", "title:", "publisher: x\ntitle:")
    assert reset(memo) == importing
    assert {"chapter-mill", "glossary", "part-part-valley"} <= set(importing)


def test_a_fault_is_no_unit(memo: Remembering) -> None:
    write("templates/people.xhtml.j2", "{{ gone }}")
    for _ in range(2):
        with pytest.raises(SourceError, match="'gone' is undefined"):
            reset(memo)
        assert "people" in memo.took()
    shutil.rmtree("templates")
    assert reset(memo) == []


def test_a_cover_is_drawn_when_what_it_shows_changed(root: Path) -> None:
    memo = Remembering(COMMON)
    cut = dict(faces())

    def drawn() -> list[str]:
        made = design(book(root), Theme(root))
        assert draw(made, SHEET, cut, memo=memo) == draw(made, SHEET, cut)
        return [step for step in memo.took() if step == "cover"]

    assert drawn() == ["cover"]
    edit("book.yaml", "holder: Nobody", "holder: Somebody")
    assert drawn() == []
    edit("book.yaml", "title: The Mill", "title: A Mill")
    assert drawn() == ["cover"]
    ours = (default() / "templates/cover.svg.j2").read_text()
    write("templates/cover.svg.j2", ours.replace("#0b3c5d", "#000000"))
    assert drawn() == ["cover"]


def test_a_value_that_is_printed_shows_no_place(memo: Remembering) -> None:
    ours = (default() / "templates/chapter.xhtml.j2").read_text()
    write(
        "templates/chapter.xhtml.j2",
        ours.replace("<h1", "<p>{{ chapter }}{{ desk.figures }}</p><h1"),
    )
    assert len(reset(memo)) == 3
    edit("chapters/02-miller.md", "## Who", "<!-- A line more. -->\n\n## Who")
    assert reset(memo) == []
