"""Editions: each is said by what it differs in from another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, cast, get_args

from octavo.errors import did_you_mean
from octavo.model import Aids, Answers, Drawings, Edition, Picks, Target
from octavo.sources.components import AUDIENCES
from octavo.sources.manifest.contents import listed_appendices
from octavo.sources.schema import Fields

NO_PAGE_LIST: Final = "none"
SHARED: Final = (
    *("appendices", "style", "drawings", "aids", "without", "only", "volumes", "book_pages"),
)
"""What a page-locked edition has in common with the one that it is locked to."""


def editions(fields: Fields, targets: Sequence[Target]) -> dict[str, Edition]:
    """Read the editions by their names, each with what the one that it extends has."""
    listed = fields.fields("editions", "'editions'")
    made: dict[str, Edition] = {}
    if listed is None:
        return {"student": Edition(name="student")}
    for name, _, node in listed.entries():
        item = Fields(fields.document, node, f"the edition '{name}'", fields.markdown)
        base = item.text("extends")
        if base and base not in made:
            fields.findings.error(
                item.at("extends"),
                "edition-unknown",
                f"'{name}' extends '{base}', which does not stand above it",
                did_you_mean(base, made),
            )
        parent = made.get(base, Edition(name=name))
        made[name] = replace(
            parent,
            name=name,
            audience=item.choice("audience", AUDIENCES, parent.audience),
            answers=cast("Answers", item.choice("answers", get_args(Answers), parent.answers)),
            style=item.text("style", default=parent.style),
            appendices=listed_appendices(item) if "appendices" in item else parent.appendices,
            page_list=_page_list(item, targets) if "page-list" in item else parent.page_list,
            locked_to=item.text("page-locked-to", default=parent.locked_to),
            aids=cast("Aids", item.choice("aids", get_args(Aids), parent.aids)),
            without=_picks(item, "without", "components", "tags", "ids")
            if "without" in item
            else parent.without,
            only=_picks(item, "only", "tags", "ids") if "only" in item else parent.only,
            volumes=item.integer("volumes") or parent.volumes,
            book_pages=item.choice("book-pages", ("true", "false"), str(parent.book_pages).lower())
            == "true",
            drawings=cast("Drawings", item.choice("drawings", get_args(Drawings), parent.drawings)),
        )
        if made[name].locked_to:
            _check_lock(item, made[name], made)
        item.done()
    return made


def _check_lock(fields: Fields, own: Edition, editions: Mapping[str, Edition]) -> None:
    """Note an edition that cannot stand on the pages of the one that it is page-locked to."""
    place = fields.at("page-locked-to" if "page-locked-to" in fields else "extends")
    base = editions.get(own.locked_to)
    if base is None or base is own:
        fields.findings.error(
            place,
            "edition-unknown",
            f"'{own.name}' is page-locked to '{own.locked_to}', which does not stand above it",
            did_you_mean(own.locked_to, [name for name in editions if name != own.name])
            or "name the edition on whose pages it stands",
        )
    elif base.locked_to:
        fields.findings.error(
            place,
            "page-lock",
            f"'{own.name}' is page-locked to '{base.name}', which is so itself",
            f"write page-locked-to: {base.locked_to}",
        )
    elif other := [key for key in SHARED if getattr(own, key) != getattr(base, key)]:
        fields.findings.error(
            place,
            "page-lock",
            f"'{own.name}' is page-locked to '{base.name}' and differs from it in "
            f"{', '.join(other)}",
            "it may differ in audience, answers and page-list",
        )


def _picks(fields: Fields, key: str, *kinds: str) -> Picks:
    """Read ``{components: […], tags: […], ids: […]}``, of these ``kinds``."""
    listed = fields.fields(key, f"'{key}'")
    if listed is None:
        return Picks()
    named = {kind: listed.places(kind) for kind in kinds}
    listed.done()
    return Picks(
        **{kind: tuple(word for word, _ in words) for kind, words in named.items()},
        locations={word: place for words in named.values() for word, place in words},
    )


def _page_list(fields: Fields, targets: Sequence[Target]) -> str:
    """Read whose folios an edition's EPUBs say: a PDF's, or none's."""
    name = fields.text("page-list", required=True)
    known = [target.path for target in targets if target.format == "pdf"]
    if name and name not in (*known, NO_PAGE_LIST):
        listed = any(target.path == name for target in targets)
        fields.findings.error(
            fields.at("page-list"),
            "page-list",
            f"'{name}' has no pages" if listed else f"no target is called '{name}'",
            did_you_mean(name, (*known, NO_PAGE_LIST))
            or f"name a PDF: one of {', '.join((*known, NO_PAGE_LIST))}",
        )
    return name if name in known else ""
