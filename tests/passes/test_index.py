"""The index: which entries there are, in which order, and where they lead."""

from __future__ import annotations

from dataclasses import replace

from octavo.model import (
    Book,
    Edition,
    IndexEntry,
    IndexMark,
    NoteText,
    Person,
    Records,
    Signpost,
    Work,
)
from octavo.tree import bare, plain_text
from tests.build import (
    STUDENT,
    TEACHER,
    call,
    chapter,
    div,
    entry,
    head,
    marked,
    para,
    person,
    question,
    sound,
    teacher,
    term,
    text,
    work,
)

TROTSKY = Person(id="t", name="Leon Trotsky", sort="Trotsky, Leon", role=text("Commissar."))


def _mark(path: str, *words: str, principal: bool = False) -> IndexMark:
    return IndexMark(entry=path, content=text(*words), principal=principal)


def _indexed(made: Work, edition: Edition = STUDENT) -> Book:
    return sound(replace(made, appendices=("index",)), edition)


def _entries(book: Book) -> list[IndexEntry]:
    return [each for group in book.index for each in group.entries]


def _places(each: IndexEntry) -> list[str]:
    return [
        f"{place.anchor}{'n' if place.note else ''}{'!' if place.principal else ''}"
        for place in each.locators
    ]


def test_marks_terms_and_people_are_entries() -> None:
    records = Records(glossary=(entry("net", term("bow")), entry("bow", "B")), people=(TROTSKY,))
    one = chapter("one", para(term("net"), person("t"), _mark("fishing")), para(term("net")))

    book = _indexed(work(one, records=records))

    assert [(each.heading, _places(each)) for each in _entries(book)] == [
        ("fishing", ["use-one-3"]),
        ("net", ["use-one-1", "use-one-4"]),
        ("Trotsky, Leon", ["use-one-2"]),
    ]


def test_a_book_that_asks_for_none_has_none() -> None:
    assert sound(work(chapter("one", para(_mark("fishing"))))).index == ()


def test_subheadings_stand_below_a_mark_a_term_or_nothing() -> None:
    records = Records(glossary=(entry("net", "N"),))
    one = chapter(
        "one",
        para(_mark("net!mending of"), term("net"), _mark("boat!and crew"), _mark("boat!building")),
        para(_mark("net ! mending of", principal=True)),
    )

    boat, net = _entries(_indexed(work(one, records=records)))

    assert (boat.heading, boat.locators) == ("boat", ())
    assert [each.heading for each in boat.entries] == ["building", "and crew"]
    assert _places(net) == ["use-one-2"]
    assert [(each.heading, _places(each)) for each in net.entries] == [
        ("mending of", ["use-one-1", "use-one-5!"]),
    ]


def test_endnotes_and_answers_at_the_back_come_behind_the_text() -> None:
    asked = question("q", div("answer", para(_mark("net"))), kind="retrieval")
    made = replace(
        chapter("one", para(call("x")), asked, para(_mark("net"))),
        notes=(NoteText(label="x", blocks=(para(_mark("net")),)),),
    )

    (net,) = _entries(_indexed(work(made)))

    assert _places(net) == ["use-one-2", "use-one-3n", "use-one-1"]
    assert [place.note for place in net.locators] == ["", "1", ""]


def test_a_place_knows_its_chapter_and_section() -> None:
    one = chapter("one", para(_mark("net")), head("A"), para(_mark("net")))
    front = chapter("front", para(_mark("net")))

    (net,) = _entries(_indexed(work(one, preface=front)))

    assert [(p.chapter, p.number, p.section) for p in net.locators] == [
        ("front", "Front", 0), ("one", "1", 0), ("one", "1", 1),
    ]  # fmt: skip


def test_an_edition_indexes_what_it_prints() -> None:
    posts = (Signpost(heading="trap", see="snare"), Signpost(heading="net", see_also=("snare",)))
    one = chapter("one", para(_mark("net")), teacher(para(_mark("snare"))))
    made = work(one, records=Records(index=posts))

    (net,) = _entries(_indexed(made))
    assert (net.heading, net.see_also) == ("net", ())

    headings = [
        (each.heading, each.see, each.see_also) for each in _entries(_indexed(made, TEACHER))
    ]
    assert headings == [
        ("net", None, (("snare", "index-snare"),)),
        ("snare", None, ()),
        ("trap", ("snare", "index-snare"), ()),
    ]


def test_groups_go_from_figures_to_the_last_script() -> None:
    posts = (Signpost(heading="невод", see="net", lang="ru"),)
    one = chapter("one", para(_mark("net"), _mark("58th fleet"), _mark("Ångström"), _mark("ark")))

    book = _indexed(work(one, records=Records(index=posts)))

    assert [(g.letter, [each.heading for each in g.entries]) for g in book.index] == [
        ("", ["58th fleet"]), ("A", ["Ångström", "ark"]), ("N", ["net"]), ("Н", ["невод"]),
    ]  # fmt: skip


def test_headings_of_the_same_letters_have_anchors_of_their_own() -> None:
    one = chapter("one", para(_mark("Order"), _mark("order"), _mark("сеть"), _mark("невод")))

    anchors = [each.id for each in _entries(_indexed(work(one)))]

    assert len(set(anchors)) == 4
    assert all(anchor.startswith("index-") for anchor in anchors)


def test_marked_words_are_words_wherever_they_are_repeated() -> None:
    """A mark round a heading's words must not take them from the contents."""
    content = (_mark("net", "The net"), *text(" and "), _mark("bow"), *text("the bow"))
    assert plain_text(content) == "The net and the bow"
    assert marked(bare(content)) == "The net and the bow"
