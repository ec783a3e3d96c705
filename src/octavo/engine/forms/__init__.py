"""The table of forms: what draws up the orders of each format.

A format has a row here, which says what its artefact is made of, and one in
:mod:`octavo.engine.recipes`, which makes it.

``editions``   whole books
``excerpts``   parts of a book, set anew
``covers``     covers
``cards``      decks of cards and banks of questions
``catalogues`` records of whole editions
"""

from __future__ import annotations

from collections.abc import Mapping

from octavo.engine.bench import DrawUp
from octavo.engine.forms import cards, catalogues, covers, editions, excerpts
from octavo.model import TargetFormat

DRAWN_UP: Mapping[TargetFormat, DrawUp] = {
    "pdf": editions.whole,
    "press": editions.pressed,
    "epub": editions.reflowable,
    "apkg": cards.deck,
    "tsv": cards.deck,
    "moodle": cards.bank,
    "gift": cards.bank,
    **dict.fromkeys(("onix", "marc", "jsonld"), catalogues.catalogued),
    "handout": excerpts.handed_out,
    "question-paper": excerpts.examined,
    "source-insert": excerpts.examined,
    "mark-scheme": excerpts.examined,
    "docx": excerpts.handed_out,
    "html": excerpts.handed_out,
    "booklet": excerpts.folded,
    "cover": editions.wrapped,
    "cover-picture": covers.picture,
    "slides": excerpts.projected,
}
