"""The table of recipes: what makes each format, imported when it is needed.

Renderers are heavy, and one may lack its libraries: each is loaded by the process that uses it.

``layouts``    what the others share: units laid out, fragments linked
``editions``   whole books
``excerpts``   parts of a book, set anew
``covers``     fronts and sheets of covers
``offprints``  handouts for other programs
``cards``      decks of cards and banks of questions
``catalogues`` records of whole editions
"""

from __future__ import annotations

from collections.abc import Mapping

from octavo.engine.log import Needs
from octavo.engine.order import Order
from octavo.engine.recipes import cards, catalogues, covers, editions, excerpts, offprints
from octavo.engine.recipes.layouts import fonts, late
from octavo.engine.tasks import Recipe
from octavo.model import TargetFormat

RECIPES: Mapping[TargetFormat, Recipe] = {
    "pdf": Recipe(editions.linked, rule="link", parts="units laid out", lays_out=True),
    "press": Recipe(editions.pressed, rule="separate", parts="units laid out", lays_out=True),
    "epub": Recipe(editions.packed, rule="pack"),
    "apkg": Recipe(cards.written, rule="write"),
    "tsv": Recipe(cards.written, rule="write"),
    "moodle": Recipe(cards.written, rule="write"),
    "gift": Recipe(cards.written, rule="write"),
    **dict.fromkeys(("onix", "marc", "jsonld"), Recipe(catalogues.catalogued, rule="catalogue")),
    "handout": Recipe(excerpts.handed_out, rule="link", parts="units laid out", lays_out=True),
    **dict.fromkeys(
        ("question-paper", "source-insert", "mark-scheme"),
        Recipe(excerpts.handed_out, rule="link", parts="units laid out", lays_out=True),
    ),
    "docx": Recipe(offprints.typed, rule="convert", lays_out=True),
    "html": Recipe(offprints.shown, rule="embed"),
    "slides": Recipe(excerpts.projected, rule="link", parts="units laid out", lays_out=True),
    "cover": Recipe(covers.wrapped, rule="press"),
    "cover-picture": Recipe(covers.painted, rule="rasterise"),
    "booklet": Recipe(excerpts.imposed, rule="impose", parts="units laid out", lays_out=True),
}


def laid_out(order: Order) -> Order | None:
    """Return the order whose units are laid out to carry out this one: itself, another or none."""
    return order if RECIPES[order.target.format].lays_out else order.printed


def needs(order: Order) -> Needs | None:
    """Return what the layouts of an order need, if it has any."""
    printed = laid_out(order)
    if printed is None:
        return None
    languages = late("octavo.pdf.document").languages
    langs = {lang for unit in printed.units for lang in languages(unit)}
    return Needs(
        fonts=str(fonts(printed)),
        styles=tuple(name for name, _ in printed.stylesheets),
        langs=tuple(sorted(langs)),
    )
