"""Entries of a bibliography, a run of sentences each."""

from __future__ import annotations

import re
from collections.abc import Iterable

from octavo.chicago.forms import UNDATED, Form, form_of, has_name_of_its_own, title_of
from octavo.chicago.marks import capital, merged, of_record, plain, titled
from octavo.chicago.names import credits_of, entry_head, instead_of_names
from octavo.chicago.parts import edition_in_words, imprint_of
from octavo.dates import words
from octavo.model import Inline, Inlines, Link, Reference, Text
from octavo.tree import plain_text


def entry(reference: Reference, *, lang: str) -> Inlines:
    """Return the bibliography entry, a run of sentences."""
    sentences = [sentence for sentence in _sentences(reference, lang) if plain_text(sentence)]
    spaced: list[Inline] = []
    for sentence in sentences:
        spaced += [*([Text(text=" ")] if spaced else []), *sentence]
    return of_record(reference, spaced)


def filed_under(reference: Reference) -> str:
    """Return the words by which an entry finds its place in the bibliography."""
    own = reference.short_title if has_name_of_its_own(reference) else ""
    head = entry_head(reference) or plain_text(instead_of_names(reference, form_of(reference)))
    return " ".join(filter(None, (own, head, title_of(reference))))


def _sentences(reference: Reference, lang: str) -> Iterable[Inlines]:
    form = form_of(reference)
    head = entry_head(reference)
    stands_in = () if head else instead_of_names(reference, form)
    if has_name_of_its_own(reference):
        yield plain(reference.short_title)
    yield plain(head) or ((*stands_in, Text(text=".")) if stands_in else ())
    yield from _body(reference, form, stands_in, lang)
    yield plain(capital(reference.medium))
    yield plain(reference.archive_location)
    yield plain(reference.archive_collection)
    yield plain(reference.archive)
    if reference.accessed:
        yield plain(f"Accessed {words(reference.accessed, lang)}")
    if url := f"https://doi.org/{reference.doi}" if reference.doi else reference.url:
        yield (Link(url=url, content=(Text(text=url),)), Text(text="."))
    yield plain(reference.note)


def _body(reference: Reference, form: Form, stands_in: Inlines, lang: str) -> Iterable[Inlines]:
    """Return title, contributors, edition, container and imprint."""
    imprint = imprint_of(reference, lang)
    contained = bool(reference.container_title) and not (stands_in and form.headless == "container")
    whole = not contained and not reference.collection_title and not _extent(reference)
    # What has neither date nor home says so in the sentence of its title.
    tail = f", {imprint}" if whole and imprint == UNDATED else ""
    yield titled(title_of(reference), form.title, lang, tail)
    if reference.version:
        yield plain(f"V. {reference.version}")
    if not (contained and form.before):
        for credit in credits_of(reference):
            yield plain(capital(credit))
    if not form.serial:
        yield plain(edition_in_words(reference.edition))
        yield plain(f"Vol. {reference.volume}" if reference.volume else "")
        yield plain(f"{reference.collection_title} {reference.collection_number}".strip())
    if contained:
        held = form.serial or imprint == UNDATED
        yield merged(
            [Text(text=form.before), *_container(reference, form, imprint if held else "", lang)]
        )
        yield () if held else plain(capital(imprint))
    elif not tail:
        yield from map(plain, _free(reference, imprint, lang))


def _free(reference: Reference, imprint: str, lang: str) -> Iterable[str]:
    """Return the sentences of an imprint that stands alone, in the order of the Manual."""
    kind = capital(reference.genre) if reference.title else ""
    date = words(reference.issued, lang) if reference.issued else ""
    match reference.type:
        case "report":
            yield " ".join(
                filter(None, (kind, f"No. {reference.number}" if reference.number else ""))
            )
            yield imprint
        case "manuscript":
            yield kind
            yield capital(imprint)
        case "software":
            yield f"Released {date}" if date else ""
        case "thesis":
            yield ", ".join(filter(None, (kind, imprint)))
        case _:
            yield kind
            original = reference.original_date
            yield capital(f"{words(original, lang)}; {imprint}" if original else imprint)


def _container(reference: Reference, form: Form, imprint: str, lang: str) -> Inlines:
    """Set the work that holds this one, with what stands in the same sentence.

    A journal's volume, number, year and pages; any other periodical's date; who edited
    or translated a book.
    """
    if form.serial and reference.volume:
        number = f", no. {reference.issue}" if reference.issue else ""
        year = f" ({imprint})" if imprint else ""
        pages = f": {_range(reference.page)}" if reference.page else ""
        tail = f" {reference.volume}{number}{year}{pages}"
    elif form.before:
        tail = "".join(f", {part}" for part in (*credits_of(reference), imprint) if part)
    else:
        tail = f", {imprint}" if imprint else ""
    return titled(reference.container_title, form.container, lang, tail)


def _extent(reference: Reference) -> bool:
    return bool(reference.publisher or reference.publisher_place or reference.archive)


def _range(pages: str) -> str:
    return re.sub(r"(?<=\d)-(?=\d)", "\N{EN DASH}", pages)
