"""Steps: a remembered EPUB is the same bytes; an edit makes again what it reaches, no more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from octavo.epub.job import Job
from octavo.epub.package import package
from octavo.errors import BuildError
from tests.epub.samples import (
    CHAPTER,
    FERRY,
    METADATA,
    NOTES,
    PNG,
    UNITS,
    faces,
    job,
    paged_job,
    sheets,
    unit,
    whole_job,
)
from tests.memos import Remembering

DOCUMENTS = {"titlepage", "part", "one", "two", "endnotes"}
# No style sheet of an EPUB asks for captions.
SERIF, SANS = (
    {
        face.postscript_name
        for face, _ in faces()
        if family in face.family and "Caption" not in face.family
    }
    for family in ("Serif", "Sans")
)
FACES = SERIF | SANS


def taken(memo: Remembering) -> list[str]:
    """Return the documents and faces that were made, sorted, and forget them."""
    return sorted(name.removesuffix(".xhtml") for name in memo.took())


def edited(**changes: str) -> Job:
    """Return the small book with the content of some of its units changed."""
    bodies = {"one": CHAPTER, "two": FERRY, "endnotes": NOTES} | changes
    units = (
        replace(
            each,
            xhtml=unit(each.name, bodies[each.name], matter=each.matter).xhtml,
            anchors=unit(each.name, bodies[each.name]).anchors,
            resources=unit(each.name, bodies[each.name]).resources,
        )
        if each.name in changes
        else each
        for each in UNITS
    )
    return replace(job(), units=tuple(units))


# What the edit is, the book after it, the steps to take again.
EDITS = {
    "nothing": (job(), set()),
    "a word": (edited(one=CHAPTER.replace("paid", "said")), {"one"}),
    "a letter that was not there": (edited(two=FERRY.replace("Back", "Bäck")), {"two"} | FACES),
    "a letter that serif faces lack": (edited(two=FERRY.replace("Back", "Baʒk")), {"two"} | SANS),
    "a letter that sans faces lack": (edited(two=FERRY.replace("Back", "Bǟck")), {"two"} | SERIF),
    "an anchor that nobody links to": (edited(two=f'{FERRY}<p id="new">x</p>'), {"two"}),
    "an anchor that moves": (
        edited(
            one=CHAPTER.replace(' id="one-a"', ""),
            titlepage='<h1 id="one-a">Tolls</h1>',
        ),
        {"one", "titlepage", "two"},
    ),
    "a picture behind an old name": (
        replace(job(), resources={"media/a plan.png": PNG + b"\0"}),
        set(),
    ),
    "a picture that takes another's name": (
        edited(titlepage='<h1>Tolls</h1><p><img src="media/a-plan.png" alt=""/></p>'),
        {"titlepage", "two"},
    ),
    "a rule of a style sheet": (
        replace(
            job(), stylesheets=(*sheets()[:1], ("epub.css", f"{sheets()[1][1]}p {{ top: 0 }}"))
        ),
        set(),
    ),
    "one style sheet more": (
        replace(job(), stylesheets=(*sheets(), ("own.css", "p { top: 0 }"))),
        DOCUMENTS,
    ),
    "a title of the book": (replace(job(), metadata=replace(METADATA, title="Tolls")), set()),
    "a title in the contents": (
        replace(
            job(),
            units=tuple(
                replace(each, nav=((1, "2. The fähre", "two"),)) if each.name == "two" else each
                for each in UNITS
            ),
        ),
        FACES,
    ),
    "a unit less": (
        replace(job(), units=tuple(each for each in UNITS if each.name != "titlepage")),
        set(),
    ),
    "units in another order": (
        replace(job(), units=(*UNITS[:3], UNITS[4], UNITS[3], UNITS[5])),
        set(),
    ),
}


@pytest.fixture(scope="module")
def built() -> Remembering:
    """Return a memo that has seen the small book built."""
    memo = Remembering()
    package(replace(job(), resources={**job().resources, "media/a-plan.png": PNG}), memo=memo)
    assert set(taken(memo)) == DOCUMENTS | FACES
    return memo


@pytest.mark.parametrize(("after", "steps"), EDITS.values(), ids=EDITS)
def test_an_edit_makes_what_it_reaches(built: Remembering, after: Job, steps: set[str]) -> None:
    memo = built.copy()
    after = replace(after, resources={"media/a-plan.png": PNG, **after.resources})
    made = package(after, memo=memo)
    assert taken(memo) == sorted(steps)
    assert package(after, memo=memo) == made
    assert not memo.made
    assert package(after) == made


def test_the_book_of_every_node_is_remembered_whole() -> None:
    memo = Remembering()
    made = package(whole_job(), memo=memo)
    memo.took()
    assert package(whole_job(), memo=memo) == made
    assert not memo.made


@pytest.mark.parametrize(
    ("after", "message"),
    [
        (edited(one=CHAPTER.replace(' id="one-a"', "")), "leads nowhere"),
        (replace(job(), resources={}), "is not there"),
    ],
)
def test_what_is_remembered_hides_no_fault(built: Remembering, after: Job, message: str) -> None:
    with pytest.raises(BuildError, match=message):
        package(after, memo=built)


def test_a_page_that_moves_makes_the_lists_that_say_it() -> None:
    memo = Remembering()
    before = paged_job()
    package(before, memo=memo)
    memo.took()
    assert before.pages is not None
    (people,) = (unit for unit in before.units if unit.name == "people")
    moved = people.listed[0]
    said = {unit.name for unit in before.units if moved in (*unit.listed, *unit.indexed)}
    anchors = {**before.pages.anchors, moved: "999"}
    after = replace(before, pages=replace(before.pages, anchors=anchors))
    made = package(after, memo=memo)
    assert taken(memo) == sorted(said - {"contents"})
    assert {"people", "index"} <= said
    assert made == package(after)


def test_a_page_that_begins_at_another_word_makes_the_document_in_which_it_does() -> None:
    memo = Remembering()
    before = paged_job()
    package(before, memo=memo)
    memo.took()
    assert before.pages is not None
    sheets = list(before.pages.sheets)
    at = next(at for at, sheet in enumerate(sheets) if sheet.unit == "glossary" and sheet.begins)
    sheets[at] = replace(sheets[at], begins=sheets[at].begins + 9)
    package(replace(before, pages=replace(before.pages, sheets=tuple(sheets))), memo=memo)
    assert taken(memo) == ["glossary"]
