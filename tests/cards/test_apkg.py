"""A deck for Anki, read by Anki itself."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from anki.collection import (
    Collection,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
    ImportLogWithChanges,
)
from anki.consts import CARD_TYPE_REV, QUEUE_TYPE_REV
from anki.notes import Note

from octavo.cards.apkg import package
from octavo.cards.paging import paged_deck
from octavo.matter.deck import deck
from octavo.model import Book, Card
from tests.cards.samples import PRINTED, sample

LATER = "2027-01-15"


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """Return an empty collection of Anki's."""
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def packed(book: Book) -> bytes:
    return package(paged_deck(deck(book), PRINTED), "Share it.")


def bring_in(collection: Collection, data: bytes, folder: Path) -> ImportLogWithChanges.Log:
    """Open a package as a learner would."""
    file = folder / "cards.apkg"
    file.write_bytes(data)
    options = ImportAnkiPackageOptions(merge_notetypes=True, with_scheduling=False)
    request = ImportAnkiPackageRequest(package_path=str(file), options=options)
    return collection.import_anki_package(request).log


def notes(collection: Collection) -> list[Note]:
    return [collection.get_note(name) for name in collection.find_notes("")]


@dataclass(frozen=True)
class Ids:
    """What a package calls its notes and cards."""

    notes: set[tuple[str, int, int]]
    cards: set[tuple[int, int, int]]


def ids(data: bytes) -> Ids:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        database = sqlite3.connect(":memory:")
        database.deserialize(archive.read("collection.anki2"))
    try:
        return Ids(
            set(database.execute("select guid, id, mid from notes")),
            set(database.execute("select id, nid, did from cards")),
        )
    finally:
        database.close()


def test_anki_opens_it(collection: Collection, tmp_path: Path) -> None:
    log = bring_in(collection, packed(sample()), tmp_path)
    made = deck(sample()).cards
    assert len(log.new) == len(made) == collection.note_count()
    assert collection.card_count() == len(made) + sum(bool(card.reverse) for card in made)
    assert {each.name for each in collection.decks.all_names_and_ids()} == {
        *("Default", "Counted & Twice", "Counted & Twice::01 The bridge")
    }


def test_a_note_has_its_chapter_its_page_and_its_tags(
    collection: Collection, tmp_path: Path
) -> None:
    bring_in(collection, packed(sample()), tmp_path)
    (note,) = map(collection.get_note, collection.find_notes("tag:term tag:1-bridge"))
    assert note["Back"] == "<p>Where one wades.</p>"
    assert note["Chapter"] == "1 The bridge"
    assert note["Place"] == "Counted &amp; Twice, p.\N{NO-BREAK SPACE}7"


def test_a_card_shows_both_sides_in_the_language_of_the_book(
    collection: Collection, tmp_path: Path
) -> None:
    bring_in(collection, packed(sample()), tmp_path)
    (name,) = collection.find_notes("tag:term")
    forward, back = (card.render_output() for card in collection.get_note(name).cards())
    assert 'lang="en-GB"' in forward.question_text
    assert "What does it mean?" in forward.question_text
    assert "wades" not in forward.question_text
    assert "wades" in forward.answer_text
    assert "Which term is this?" in back.question_text
    assert "ford" not in back.question_text
    assert '<span lang="ru">брод</span>' in back.answer_text


def test_new_cards_come_in_the_order_of_the_book(collection: Collection, tmp_path: Path) -> None:
    bring_in(collection, packed(sample()), tmp_path)
    turn = sorted(notes(collection), key=lambda note: note.cards()[0].due)
    assert [note["Front"] for note in turn] == [card.front for card in _paged()]


def _paged() -> tuple[Card, ...]:
    return paged_deck(deck(sample()), PRINTED).cards


def test_the_next_edition_keeps_every_id() -> None:
    """One definition has changed; nobody learns anything anew."""
    before, after = packed(sample()), packed(sample("A shallow place.", date=LATER))
    assert before != after
    assert ids(before) == ids(after)


def test_the_next_edition_changes_the_notes_that_a_learner_has(
    collection: Collection, tmp_path: Path
) -> None:
    bring_in(collection, packed(sample()), tmp_path)
    before = {note.guid: note.id for note in notes(collection)}
    (name,) = collection.find_notes("tag:term")
    learnt = collection.get_note(name).cards()[0]
    learnt.type, learnt.queue = CARD_TYPE_REV, QUEUE_TYPE_REV
    learnt.ivl, learnt.reps = 30, 4
    collection.update_card(learnt)
    bring_in(collection, packed(sample("A shallow place.", date=LATER)), tmp_path)
    assert {note.guid: note.id for note in notes(collection)} == before
    note = collection.get_note(name)
    assert note["Back"] == "<p>A shallow place.</p>"
    assert (note.cards()[0].ivl, note.cards()[0].reps) == (30, 4)


def test_another_work_has_other_ids() -> None:
    book = sample()
    other = replace(book, metadata=replace(book.metadata, id="other"))
    mine, theirs = ids(packed(book)), ids(packed(other))
    assert mine.notes.isdisjoint(theirs.notes)
    assert mine.cards.isdisjoint(theirs.cards)


def test_the_same_deck_is_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    before = packed(sample())
    monkeypatch.setattr("time.time", lambda: 0.0)
    assert packed(sample()) == before


def test_no_part_of_the_package_has_a_time_of_its_own() -> None:
    with zipfile.ZipFile(io.BytesIO(packed(sample()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("media") == b"{}"
