"""A deck as a table: one card a line, read back by Anki and by the standard library."""

from __future__ import annotations

import csv
from pathlib import Path

from anki.collection import Collection, ImportCsvRequest
from hypothesis import given
from hypothesis import strategies as st

from octavo.cards.paging import paged_deck
from octavo.cards.plain import plain
from octavo.cards.tsv import table
from octavo.matter.deck import deck
from octavo.matter.simple import Simple
from tests.books import block_samples, text
from tests.cards.samples import PRINTED, sample


def rows() -> list[list[str]]:
    lines = table(paged_deck(deck(sample()), PRINTED)).decode().splitlines()
    return list(csv.reader((line for line in lines if line[0] != "#"), delimiter="\t"))


def test_a_card_is_a_line() -> None:
    found = rows()
    assert len(found) == len(deck(sample()).cards)
    assert found[0] == [
        *("ford; брод brod", "Where one wades.", "", "Counted & Twice, p. 7"),
        *("1-bridge term", "bridge-book:term:ford"),
    ]


def test_options_and_paragraphs_stand_in_one_line() -> None:
    front, back, *_ = rows()[3]
    hard = "{a} = b # c ~ d: e \\ <f> & “g” h"
    assert front == f"{hard}; (1) x; (2) {hard}; (3) z"
    assert back == f"Option 2: {hard}; The first is one of 1,240 [D1]."


def test_anki_knows_the_columns(tmp_path: Path) -> None:
    file = tmp_path / "cards.tsv"
    file.write_bytes(table(paged_deck(deck(sample()), PRINTED)))
    collection = Collection(str(tmp_path / "collection.anki2"))
    try:
        metadata = collection.get_csv_metadata(str(file), None)
        collection.import_csv(ImportCsvRequest(path=str(file), metadata=metadata))
        found = {
            note.guid: note for note in map(collection.get_note, collection.find_notes("tag:term"))
        }
    finally:
        collection.close()
    note = found["bridge-book:term:ford"]
    assert note.fields == ["ford; брод brod", "Where one wades."]
    assert note.tags == ["1-bridge", "term"]


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp"))))
def test_characters_come_through_html(characters: str) -> None:
    """A stop parts what follows; nothing does at the end."""
    said = Simple("p.", marked=True).inlines(text(characters))
    assert plain(said) == " ".join(characters.split()).rstrip("; ")


def test_every_block_becomes_a_line() -> None:
    said = plain(Simple("p.", marked=True).blocks(block_samples()))
    assert "\n" not in said
    assert "<" not in said
