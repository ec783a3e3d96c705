from __future__ import annotations

from dataclasses import replace

import pytest

from octavo import dates
from octavo.model import (
    Component,
    ExtractRights,
    Metadata,
    Quote,
    Records,
    Rights,
    RightsBasis,
    Work,
)
from tests.build import DOC, blocks_of, chapter, div, extract, para, sound, teacher, work

LICENSED = Metadata(
    id="w",
    title="W",
    lang="en-GB",
    date=dates.parse("2026"),
    rights=Rights(licence="CC0-1.0", holder="Nobody"),
)

OUTSIDE = "outside the licence of this book"


def rights(basis: RightsBasis, licence: str = "", note: str = "") -> ExtractRights:
    return ExtractRights(
        id="doc", cite="doc", holder="the clerk", basis=basis, licence=licence, note=note
    )


def line(source: Component, *records: ExtractRights, metadata: Metadata | None = None) -> str:
    """Return the line below a source."""
    made = work(chapter("one", source), records=Records(bibliography=(DOC,), rights=records))
    done = sound(replace(made, metadata=metadata or made.metadata))
    (printed,) = blocks_of(done)
    assert isinstance(printed, Component)
    return printed.rights.replace("\N{NO-BREAK SPACE}", "_")


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (
            rights("licence", "CC-BY-4.0"),
            "Rights: the clerk; under the licence CC-BY-4.0; unaltered; 2_words.",
        ),
        (
            rights("quotation", note="The clerk died."),
            "Rights: the clerk; quoted for criticism and review, {}, see the imprint; 2_words.",
        ),
        (
            rights("permission", "for print only"),
            "Rights: the clerk; printed by permission, for print only, {}; 2_words.",
        ),
        (rights("public-domain"), "Rights: the clerk; in the public domain; 2_words."),
    ],
)
def test_a_source_says_who_holds_it_and_why_it_is_printed(record: ExtractRights, said: str) -> None:
    assert line(extract("s-a", "Two words."), record, metadata=LICENSED) == said.format(OUTSIDE)


def test_a_book_without_a_licence_does_not_speak_of_its_licence() -> None:
    said = line(extract("s-a", "Word."), rights("quotation"))
    assert said == "Rights: the clerk; quoted for criticism and review; 1_word."


def test_what_was_changed_is_said_instead() -> None:
    source = extract("s-a", "... two words.")
    source = replace(source, attributes={**source.attributes, "adapted": "shortened"})
    assert line(source, rights("licence", "CC0-1.0")).endswith("CC0-1.0; shortened; 2_words.")


def test_rights_that_a_source_names_come_before_those_of_what_it_cites() -> None:
    order = ExtractRights(id="order", holder="its translator", basis="public-domain")
    source = extract("s-a", "One.")
    named = replace(source, attributes={**source.attributes, "rights": "order"})
    assert line(named, rights("quotation"), order).startswith("Rights: its translator; ")
    assert line(source, rights("quotation"), order).startswith("Rights: the clerk; ")


@pytest.mark.parametrize(
    ("sentences", "words"),
    [
        (("One.", "Two, three."), 3),
        (
            ("... the 3rd Department ... [of the army] said 98,000-132,000 \N{EN DASH} no more.",),
            10,
        ),
        (("Sacks\N{EM DASH}twelve \N{EM DASH} today.",), 3),
        (("The People's war-time book.",), 4),
    ],
)
def test_words_are_counted_on_the_quotation_as_printed(
    sentences: tuple[str, ...], words: int
) -> None:
    source = extract("s-a", *sentences)
    below = para("An editor's line is not counted.")
    whole = replace(source, blocks=(*source.blocks, below))
    assert line(whole, rights("public-domain")).endswith(f"; {words}_words.")


def test_words_that_stand_in_no_sentence_are_counted() -> None:
    quote = Quote(blocks=(Quote(blocks=(para("Three ", "wo", "rds here."),)),))
    source = div("source", quote, anchor="s-a", cite="doc", locator="p. 1")
    assert line(source, rights("public-domain")).endswith("; 3_words.")


def _two(first: Component, second: Component) -> Work:
    records = (
        replace(rights("quotation", note="Of the clerk."), id="a", cite="doc"),
        replace(rights("quotation", note="Of the baker."), id="b", cite=""),
    )
    made = chapter("one", first, teacher(second))
    return work(made, records=Records(bibliography=(DOC,), rights=records))


def test_the_imprint_speaks_of_the_extracts_that_the_edition_prints() -> None:
    other = extract("s-b", "Two.")
    other = replace(other, attributes={**other.attributes, "rights": "b"})
    assert sound(_two(extract("s-a", "One."), other)).rights_notes == ("Of the clerk.",)
