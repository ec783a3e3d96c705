"""The reading order: parts with their chapters, and the apparatus behind them."""

from __future__ import annotations

from typing import cast, get_args

from octavo.errors import Location, did_you_mean
from octavo.model import Appendix
from octavo.sources.parsed import ManifestPart
from octavo.sources.schema import Fields


def parts(fields: Fields, preface: tuple[str, Location] | None) -> tuple[ManifestPart, ...]:
    """Read the parts; the chapters of each stand in reading order."""
    items = fields.each("contents", "a part", required=True)
    listed = dict([preface]) if preface else {}
    return tuple(_part(item, number, listed) for number, item in enumerate(items, 1))


def _part(fields: Fields, number: int, listed: dict[str, Location]) -> ManifestPart:
    """Read a part; a file that is ``listed`` already is a fault and is read once."""
    chapters: list[tuple[str, Location]] = []
    for path, place in fields.places("chapters", required=True):
        if path in listed:
            fields.findings.error(
                place,
                "file-repeated",
                f"'{path}' stands twice in the reading order",
                f"the first is at {listed[path]}",
            )
            continue
        listed[path] = place
        chapters.append((path, place))
    part = ManifestPart(
        title=fields.inlines("part", required=True),
        id=fields.text("id") or f"part-{number}",
        chapters=tuple(chapters),
        location=fields.location,
    )
    fields.done()
    return part


def appendices(fields: Fields) -> tuple[Appendix, ...]:
    """Read the work's appendices, none if it does not say."""
    apparatus = fields.fields("apparatus", "'apparatus'")
    if apparatus is None:
        return ()
    appendices = listed_appendices(apparatus)
    apparatus.done()
    return appendices


def listed_appendices(fields: Fields) -> tuple[Appendix, ...]:
    """Read the names of appendices; one that there is not is a fault."""
    known = get_args(Appendix)
    appendices = []
    for name in fields.texts("appendices"):
        if name in known:
            appendices.append(cast("Appendix", name))
        else:
            fields.findings.error(
                fields.at("appendices"),
                "value",
                f"'{name}' is not an appendix",
                did_you_mean(name, known) or f"one of {', '.join(known)}",
            )
    return tuple(appendices)
