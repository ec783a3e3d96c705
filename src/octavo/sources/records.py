"""The data files of a work → the records in them, one reader a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final, cast, get_args

from yaml.nodes import ScalarNode, SequenceNode

from octavo import arithmetic, chicago
from octavo.errors import Location
from octavo.model import (
    Board,
    Component,
    DateBasis,
    Deed,
    Dispute,
    Event,
    ExtractRights,
    Fact,
    FactValue,
    Framework,
    FreeNumber,
    Medium,
    Name,
    Person,
    Place,
    PlaceKind,
    Reference,
    RightsBasis,
    Route,
    Signpost,
    Term,
)
from octavo.sources import yaml_nodes
from octavo.sources.disputes import dispute
from octavo.sources.markdown import Markdown, smart
from octavo.sources.questions import question
from octavo.sources.schema import Fields
from octavo.sources.teaching import board, framework, route

DEEDS: Final = tuple(word for word in get_args(Deed) if word)


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
        label=fields.printed("label"),
        deed=cast("Deed", fields.choice("deed", DEEDS)),
        left_out=fields.text("left-out"),
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
        forms=fields.texts("forms"),
        source=fields.source(),
        location=fields.location,
    )


def _place(fields: Fields) -> Place:
    latitude, longitude = _position(fields)
    return Place(
        id=fields.id(),
        name=fields.printed("name", required=True),
        latitude=latitude,
        longitude=longitude,
        kind=cast(
            "PlaceKind",
            fields.choice("kind", ("town", "region", "river", "sea", "battle"), "town"),
        ),
        basis=cast("DateBasis", fields.choice("basis", ("stated", "inferred", "editor"), "editor")),
        note=fields.printed("note"),
        location=fields.location,
    )


def _position(fields: Fields) -> tuple[float, float]:
    """Read ``at: [latitude, longitude]``; the gulf of Guinea if it cannot be read."""
    node = fields.node("at", required=True)
    if node is None:
        return 0.0, 0.0
    read = (
        tuple(fields.number(item, "at") for item in node.value)
        if isinstance(node, SequenceNode)
        else ()
    )
    if len(read) == 2 and None not in read:  # noqa: PLR2004 - latitude and longitude
        latitude, longitude = map(float, cast("tuple[Fraction, Fraction]", read))
        if abs(latitude) <= 90 and abs(longitude) <= 180:  # noqa: PLR2004 - degrees
            return latitude, longitude
    fields.findings.error(
        fields.at("at"),
        "value",
        "'at' must be a latitude and a longitude in degrees",
        "write at: [48.7, 44.5]; south and west are negative",
    )
    return 0.0, 0.0


def _reference(fields: Fields) -> Reference:
    return Reference(
        id=fields.id(),
        type=fields.choice("type", chicago.TYPES, "document"),
        title=fields.printed("title"),
        short_title=fields.printed("title-short"),
        author=_names(fields, "author"),
        editor=_names(fields, "editor"),
        translator=_names(fields, "translator"),
        director=_names(fields, "director"),
        issued=fields.date("issued"),
        original_date=fields.date("original-date"),
        accessed=fields.date("accessed"),
        doi=fields.text("DOI"),
        url=fields.text("URL"),
        **{key.replace("-", "_"): fields.printed(key) for key in _PRINTED},
        location=fields.location,
    )


_PRINTED: Final = (
    *("container-title", "collection-title", "collection-number", "volume", "issue", "page"),
    *("edition", "number", "version", "publisher", "publisher-place", "medium", "genre"),
    *("archive", "archive-collection", "archive-location", "note"),
)
"""The keys of a reference whose values are printed as they are written."""


def _names(fields: Fields, key: str) -> tuple[Name, ...]:
    return tuple(_name(item) for item in fields.each(key, f"an entry of '{key}'"))


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
        alt=fields.inlines("alt", required=True),
        credit=fields.printed("credit", required=True),
        licence=fields.text("licence", required=True),
        description=fields.inlines("description"),
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


def _number(fields: Fields) -> FreeNumber:
    return FreeNumber(
        text=fields.printed("text", required=True),
        reason=fields.text("reason", required=True),
        location=fields.at("text"),
    )


def _rights(fields: Fields) -> ExtractRights:
    basis = fields.choice("basis", get_args(RightsBasis), required=True)
    licence = fields.text("licence", required=basis == "licence")
    share = fields.integer("share") or 0
    length = fields.integer("length") or 0
    if share and not length:
        fields.findings.error(
            fields.at("share"),
            "rights-length",
            "a share is of a length, and none is given",
            "add length: and the number of words of the whole work",
        )
    return ExtractRights(
        id=fields.id(),
        cite=fields.id("cite", required=False),
        holder=fields.printed("holder", required=True),
        basis=cast("RightsBasis", basis),
        licence=licence,
        note=fields.printed("note"),
        length=length,
        extract=fields.integer("extract") or 0,
        share=share,
        location=fields.location,
    )


Record = (
    Fact
    | Term
    | Event
    | Person
    | Reference
    | Medium
    | Dispute
    | FreeNumber
    | ExtractRights
    | Place
    | Signpost
    | Framework
    | Board
    | Route
    | Component
)

_READERS: Final[Mapping[str, Callable[[Fields], Record | None]]] = {
    "facts": _fact,
    "glossary": _term,
    "timeline": _event,
    "people": _person,
    "bibliography": _reference,
    "media": _medium,
    "disputes": dispute,
    "numbers": _number,
    "rights": _rights,
    "places": _place,
    "index": _signpost,
    "frameworks": framework,
    "boards": board,
    "routes": route,
    "questions": question,
}
