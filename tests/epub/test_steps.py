"""Steps: a remembered EPUB is the same bytes; an edit makes again what it reaches, no more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pytest

from octavo.epub.job import Job
from octavo.epub.package import package
from octavo.errors import BuildError
from octavo.fingerprint import fingerprint
from octavo.memo import Read, Traced
from tests.epub.samples import (
    CHAPTER,
    FERRY,
    METADATA,
    NOTES,
    PNG,
    UNITS,
    faces,
    job,
    sheets,
    unit,
    whole_job,
)

T = TypeVar("T")

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


class Remembering:
    """A memo that keeps what steps made, and the names of those that it had to make."""

    def __init__(self) -> None:
        self.kept: dict[str, list[tuple[tuple[Read, ...], object]]] = {}
        self.made: list[str] = []

    def recall(self, rule: str, name: str, values: object, make: Callable[[], T]) -> T:
        """Make a thing once for the same values."""
        return self.trace(rule, name, values, lambda: Traced(make(), ()), lambda _t, _k: "")

    def trace(
        self,
        rule: str,
        name: str,
        values: object,
        make: Callable[[], Traced[T]],
        now: Callable[[str, str], str],
    ) -> T:
        """Make a thing once for the same values and reads."""
        kept = self.kept.setdefault(fingerprint((rule, name, values)), [])
        for reads, result in kept:
            if all(now(read.table, read.key) == read.found for read in reads):
                return result  # type: ignore[return-value]
        self.made.append(name.removesuffix(".xhtml"))
        traced = make()
        kept.append((traced.reads, traced.result))
        return traced.result


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
    assert set(memo.made) == DOCUMENTS | FACES
    return memo


@pytest.mark.parametrize(("after", "steps"), EDITS.values(), ids=EDITS)
def test_an_edit_makes_what_it_reaches(built: Remembering, after: Job, steps: set[str]) -> None:
    memo = Remembering()
    memo.kept = {key: list(results) for key, results in built.kept.items()}
    after = replace(after, resources={"media/a-plan.png": PNG, **after.resources})
    made = package(after, memo=memo)
    assert sorted(memo.made) == sorted(steps)
    memo.made.clear()
    assert package(after, memo=memo) == made
    assert not memo.made
    assert package(after) == made


def test_the_book_of_every_node_is_remembered_whole() -> None:
    memo = Remembering()
    made = package(whole_job(), memo=memo)
    memo.made.clear()
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
