"""The data files of a work → the records in them, one reader a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final, cast

from yaml.nodes import ScalarNode, SequenceNode

from octavo import arithmetic, chicago
from octavo.errors import Location
from octavo.model import (
    DateBasis,
    Event,
    Fact,
    FactValue,
    Medium,
    Name,
    Person,
    Reference,
    Signpost,
    Term,
)
from octavo.sources import yaml_nodes
from octavo.sources.markdown import Markdown, smart
from octavo.sources.schema import Fields


def read(text: str, path: str, name: str, markdown: Markdown) -> tuple[Record, ...]:
    """Read the data file of the records called ``name``; what is no record is left out."""
    document = yaml_nodes.parse(text, path, markdown.findings)
    if document.root is None:
        return ()
    top = Fields(document, document.root, path, markdown)
    records: list[Record] = []
    for fields in top.each(name, f"an entry of {name}"):
        record = _READERS[name](fields)
        if record is not None:
            records.append(record)
        fields.done()
    top.done()
    return tuple(records)


def _fact(fields: Fields) -> Fact:
    identifier = fields.id()
    date = fields.date("date")
    value = _value(fields)
    derived, derived_at = _derived(fields)
    if value is not None and derived is not None:
        fields.findings.error(
            derived_at,
            "fact-two-values",
            f"'{identifier}' has a value and a calculation",
            "keep one",
        )
    if value is None and derived is None:
        value = date
    return Fact(
        id=identifier,
        statement=fields.inlines("statement", required=True),
        value=value,
        derived=derived,
        derived_at=derived_at,
        places=fields.integer("round"),
        unit=fields.printed("unit"),
        date=date,
        place=fields.printed("place"),
        source=fields.source(),
        says=fields.printed("says"),
        support=fields.choice("support", ("none", "one", "more"), "none"),  # type: ignore[arg-type]
        checkable=fields.printed("checkable"),
        location=fields.location,
    )


def _value(fields: Fields) -> FactValue | None:
    node = fields.node("value")
    if node is None:
        return None
    if not isinstance(node, SequenceNode):
        return fields.number(node, "value")
    ends = [fields.number(item, "value") for item in node.value]
    if len(ends) != 2 or None in ends:  # noqa: PLR2004 - a range has two ends
        fields.findings.error(
            fields.at("value"), "type", "a range has two numbers", "write [low, high]"
        )
        return None
    low, high = cast("list[Fraction]", ends)
    if low > high:
        fields.findings.error(
            fields.at("value"), "value", "the range runs backwards", "write [low, high]"
        )
    return low, high


def _derived(fields: Fields) -> tuple[arithmetic.Expression | None, Location]:
    node = fields.node("derived")
    if node is None:
        return None, fields.location
    place = fields.at("derived")
    text = fields.text("derived")
    origin = fields.document.origin(node) if isinstance(node, ScalarNode) else None
    if origin is None or "\n" in text:
        fields.findings.error(
            place, "derived", "a calculation stands on one line", "join its lines"
        )
        return None, place
    place = origin.at(0)
    try:
        return arithmetic.parse(text), place
    except arithmetic.ExpressionError as fault:
        fields.findings.error(
            Location(place.path, place.line, place.column + fault.column),
            "derived",
            fault.message,
            "write for example 100 * part / whole; a minus has spaces around it",
        )
        return None, place


def _term(fields: Fields) -> Term:
    return Term(
        id=fields.id(),
        term=fields.printed("term", required=True),
        forms=fields.texts("forms"),
        original=fields.original(),
        definition=fields.blocks("definition", required=True),
        source=fields.source(),
        location=fields.location,
    )


def _event(fields: Fields) -> Event | None:
    date = fields.date("date", required=True)
    event = {
        "id": fields.id(),
        "label": fields.inlines("label", required=True),
        "basis": cast("DateBasis", fields.choice("basis", ("stated", "inferred", "editor"))),
        "fact": fields.id("fact", required=False),
        "source": fields.source(),
    }
    if date is None:
        return None
    return Event(**event, date=date, location=fields.location)  # type: ignore[arg-type]


def _person(fields: Fields) -> Person:
    name = fields.printed("name", required=True)
    return Person(
        id=fields.id(),
        name=name,
        sort=fields.printed("sort", default=name),
        role=fields.inlines("role", required=True),
        source=fields.source(),
        location=fields.location,
    )


def _reference(fields: Fields) -> Reference:
    return Reference(
        id=fields.id(),
        type=fields.choice("type", chicago.TYPES, "document"),
        title=fields.printed("title"),
        short_title=fields.printed("title-short"),
        author=tuple(_name(item) for item in fields.each("author", "an author")),
        issued=fields.date("issued"),
        accessed=fields.date("accessed"),
        container_title=fields.printed("container-title"),
        publisher=fields.printed("publisher"),
        publisher_place=fields.printed("publisher-place"),
        medium=fields.printed("medium"),
        genre=fields.printed("genre"),
        archive=fields.printed("archive"),
        url=fields.text("URL"),
        note=fields.printed("note"),
        location=fields.location,
    )


def _name(fields: Fields) -> Name:
    name = Name(
        family=fields.printed("family"),
        given=fields.printed("given"),
        literal=fields.printed("literal"),
    )
    fields.done()
    return name


def _medium(fields: Fields) -> Medium:
    """Read what is said of a picture; its data is read where its file is."""
    return Medium(
        file=fields.text("file", required=True),
        alt=fields.printed("alt", required=True),
        credit=fields.printed("credit", required=True),
        licence=fields.text("licence", required=True),
        description=fields.printed("description"),
        data=b"",
        location=fields.at("file"),
    )


def _signpost(fields: Fields) -> Signpost:
    see = fields.printed("see")
    others = fields.places("see-also")
    return Signpost(
        heading=fields.printed("heading", required=True),
        see=see,
        see_also=tuple(smart.plain(text, fields.markdown.lang) for text, _ in others),
        lang=fields.language("lang") if "lang" in fields else "",
        targets=(fields.at("see"),) if see else tuple(place for _, place in others),
        location=fields.at("heading"),
    )


Record = Fact | Term | Event | Person | Reference | Medium | Signpost

_READERS: Final[Mapping[str, Callable[[Fields], Record | None]]] = {
    "facts": _fact,
    "glossary": _term,
    "timeline": _event,
    "people": _person,
    "bibliography": _reference,
    "media": _medium,
    "index": _signpost,
}
