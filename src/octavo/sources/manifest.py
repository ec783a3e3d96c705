"""book.yaml → what the book is: metadata, reading order, editions and targets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast, get_args

from yaml.nodes import MappingNode, ScalarNode

from octavo.dates import parse as parse_date
from octavo.dates import words
from octavo.errors import Findings, Location, did_you_mean
from octavo.model import (
    SUFFIXES,
    Aids,
    Answers,
    Appendix,
    Contributor,
    Drawings,
    Edition,
    Metadata,
    Paper,
    Picks,
    Rights,
    Target,
    TargetFormat,
)
from octavo.sources import yaml_nodes
from octavo.sources.components import AUDIENCES
from octavo.sources.files import MANIFEST
from octavo.sources.markdown import Markdown, smart
from octavo.sources.parsed import Manifest, ManifestPart
from octavo.sources.schema import Fields

FORMAT = "1"
NO_PAGE_LIST = "none"
_PAPERS = {"handout": "a4"}
"""The paper of targets whose format needs some, where they do not say."""
ROLES = ("aut", "edt", "trl", "ill", "pbl", "ctb", "cov", "bkd", "fmo")
"""MARC relator codes in use (id.loc.gov/vocabulary/relators)."""
SHARED = ("appendices", "style", "drawings", "aids", "without", "only", "volumes", "book_pages")
"""What a page-locked edition has in common with the one that it is locked to."""


def language(text: str) -> str:
    """Return the work's language before anything else is read, ``en`` if unsaid."""
    document = yaml_nodes.parse(text, MANIFEST, Findings())
    if isinstance(document.root, MappingNode):
        for key, value in yaml_nodes.pairs(document.root):
            if key.value == "lang" and isinstance(value, ScalarNode):
                return str(value.value)
    return "en"


def read(text: str, markdown: Markdown) -> Manifest | None:
    """Read book.yaml; ``None``, with a finding, if it is not YAML or empty."""
    document = yaml_nodes.parse(text, MANIFEST, markdown.findings, empty=f"{MANIFEST} is empty")
    if document.root is None:
        return None
    fields = Fields(document, document.root, MANIFEST, markdown)
    if not _is_readable(fields):
        return None
    preface = (fields.text("preface"), fields.at("preface")) if "preface" in fields else None
    targets = tuple(_targets(fields))
    editions = _editions(fields, targets)
    manifest = Manifest(
        lang=markdown.lang,
        metadata=_metadata(fields),
        preface=preface,
        parts=_parts(fields, preface),
        appendices=_appendices(fields),
        editions=editions,
        targets=targets,
        release=(fields.text("release"), fields.at("release")) if "release" in fields else None,
        board=(fields.id("board"), fields.at("board")) if "board" in fields else None,
    )
    _check_targets(manifest, markdown.findings)
    fields.done()
    return manifest


def _is_readable(fields: Fields) -> bool:
    """Say whether the work is of this format; what another one says is not judged."""
    version = fields.text("octavo", required=True)
    if version in {"", FORMAT}:
        return True
    fields.findings.error(
        fields.at("octavo"),
        "format-version",
        f"this octavo reads format {FORMAT}, not '{version}'",
        "install the octavo that the book was made for",
    )
    return False


def _metadata(fields: Fields) -> Metadata:
    identifiers = fields.fields("identifiers", "'identifiers'")
    date = fields.date("date", required=True)
    return Metadata(
        id=fields.id(),
        title=fields.printed("title", required=True),
        subtitle=fields.printed("subtitle"),
        lang=_language(fields),
        date=date if date is not None else parse_date("2000-01-01"),
        description=fields.printed("description"),
        publisher=fields.printed("publisher"),
        subjects=fields.texts("subjects"),
        contributors=tuple(
            _contributor(item) for item in fields.each("contributors", "a contributor")
        ),
        rights=_rights(fields),
        identifiers={key: identifiers.text(key) for key, _, _ in identifiers.entries()}
        if identifiers
        else {},
        credits=tuple(smart.plain(text, fields.markdown.lang) for text in fields.texts("credits")),
        location=fields.location,
    )


def _language(fields: Fields) -> str:
    lang = fields.text("lang", required=True)
    try:
        words(parse_date("2000-01-01"), lang or "en")
    except ValueError as fault:
        message, _, hint = str(fault).partition("; ")
        fields.findings.error(fields.at("lang"), "language", message, hint)
    return lang


def _contributor(fields: Fields) -> Contributor:
    name = fields.printed("name", required=True)
    contributor = Contributor(
        name=name,
        role=fields.choice("role", ROLES, "aut"),
        sort=fields.printed("sort", default=name),
    )
    fields.done()
    return contributor


def _rights(fields: Fields) -> Rights:
    rights = fields.fields("rights", "'rights'", required=True)
    if rights is None:
        return Rights(licence="", holder="")
    read_rights = Rights(
        licence=rights.text("licence", required=True),
        holder=rights.printed("holder", required=True),
        statement=rights.printed("statement"),
    )
    rights.done()
    return read_rights


def _parts(fields: Fields, preface: tuple[str, Location] | None) -> tuple[ManifestPart, ...]:
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


def _appendices(fields: Fields) -> tuple[Appendix, ...]:
    apparatus = fields.fields("apparatus", "'apparatus'")
    if apparatus is None:
        return ()
    appendices = _listed_appendices(apparatus)
    apparatus.done()
    return appendices


def _listed_appendices(fields: Fields) -> tuple[Appendix, ...]:
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


def _editions(fields: Fields, targets: Sequence[Target]) -> dict[str, Edition]:
    listed = fields.fields("editions", "'editions'")
    editions: dict[str, Edition] = {}
    if listed is None:
        return {"student": Edition(name="student")}
    for name, _, node in listed.entries():
        item = Fields(fields.document, node, f"the edition '{name}'", fields.markdown)
        base = item.text("extends")
        if base and base not in editions:
            fields.findings.error(
                item.at("extends"),
                "edition-unknown",
                f"'{name}' extends '{base}', which does not stand above it",
                did_you_mean(base, editions),
            )
        parent = editions.get(base, Edition(name=name))
        editions[name] = replace(
            parent,
            name=name,
            audience=item.choice("audience", AUDIENCES, parent.audience),
            answers=cast("Answers", item.choice("answers", get_args(Answers), parent.answers)),
            style=item.text("style", default=parent.style),
            appendices=_listed_appendices(item) if "appendices" in item else parent.appendices,
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
        if editions[name].locked_to:
            _check_lock(item, editions[name], editions)
        item.done()
    return editions


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


def _targets(fields: Fields) -> list[Target]:
    listed = fields.fields("targets", "'targets'", required=True)
    targets: list[Target] = []
    if listed is None:
        return targets
    for path, place, node in listed.entries():
        item = Fields(fields.document, node, f"the target '{path}'", fields.markdown)
        suffix = path.rpartition(".")[2]
        usual = next((name for name, each in SUFFIXES.items() if each == suffix), suffix)
        format_ = item.choice("format", get_args(TargetFormat), usual)
        wanted = SUFFIXES.get(cast("TargetFormat", format_), format_)
        if suffix != wanted:
            fields.findings.error(
                place,
                "target-name",
                f"'{path}' is the name of a target of format {format_}",
                f"end it in .{wanted}",
            )
        if path.startswith("/") or ".." in path.split("/"):
            fields.findings.error(
                place, "file-outside", f"'{path}' leads out of build/", "name a file below build/"
            )
        targets.append(
            Target(
                path=path,
                edition=item.text("edition", default="student"),
                format=cast("TargetFormat", format_),
                of=item.texts("of"),
                paper=_paper(item, format_),
                sheets=item.integer("sheets") or 0,
                title=item.text("title"),
                location=item.at("edition"),
                of_location=item.at("of") if "of" in item else place,
            )
        )
        item.done()
    return targets


def _paper(fields: Fields, format_: str) -> Paper:
    return cast("Paper", fields.choice("paper", get_args(Paper), _PAPERS.get(format_, "")))


def _check_targets(manifest: Manifest, findings: Findings) -> None:
    for target in manifest.targets:
        own = manifest.editions.get(target.edition)
        if target.format == "pdf" and own and own.book_pages:
            _check_book_pages(target, own, findings)
            _check_page_list(manifest, target, findings)
        if target.format == "epub":
            _check_page_list(manifest, target, findings)
        if target.edition not in manifest.editions:
            findings.error(
                target.location,
                "edition-unknown",
                f"unknown edition '{target.edition}'",
                did_you_mean(target.edition, manifest.editions)
                or f"the editions are {', '.join(manifest.editions)}",
            )
        if target.path.endswith(".epub") and not manifest.metadata.identifiers.get(target.path):
            findings.error(
                target.location,
                "identifier-missing",
                f"the EPUB '{target.path}' has no identifier",
                f"write identifiers: {{{target.path}: urn:uuid:…}}",
            )


def _check_book_pages(target: Target, own: Edition, findings: Findings) -> None:
    """Note a PDF that would mark the pages of no other one."""
    if own.page_list in {"", target.path}:
        said = f"'{target.path}' itself" if own.page_list else "no PDF"
        findings.error(
            target.location,
            "book-pages",
            f"the edition '{own.name}' marks book pages, and its page-list names {said}",
            "page-list names the PDF that the class reads",
        )


def _check_page_list(manifest: Manifest, target: Target, findings: Findings) -> None:
    """Note an artefact that prints other text than the PDF whose folios it would say."""
    own = manifest.editions.get(target.edition)
    name = own.page_list if own else ""
    printed = next((each.edition for each in manifest.targets if each.path == name), "")
    other = manifest.editions.get(printed)
    if (
        own
        and other
        and _selection(manifest, _on_pages(manifest, own))
        != _selection(manifest, _on_pages(manifest, other))
    ):
        findings.error(
            target.location,
            "page-list",
            f"'{target.path}' would say the pages of '{name}', which prints another selection: "
            f"that of the edition '{other.name}'",
            f"give the edition '{own.name}' a page-list of its own, or 'page-list: {NO_PAGE_LIST}'",
        )


def _selection(manifest: Manifest, edition: Edition) -> tuple[object, ...]:
    """Return what decides which text an edition prints."""
    appendices = manifest.appendices if edition.appendices is None else edition.appendices
    said = (edition.audience, edition.answers, edition.aids, edition.without, edition.only)
    return *said, appendices


def _on_pages(manifest: Manifest, edition: Edition) -> Edition:
    """Return the edition on whose pages an edition stands: its own, or what it is locked to."""
    return manifest.editions.get(edition.locked_to, edition)
