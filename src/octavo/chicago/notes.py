"""Notes: shortened everywhere, in full where an excerpt has no bibliography."""

from __future__ import annotations

import re
from collections.abc import Iterable

from octavo.chicago.forms import Form, form_of, has_name_of_its_own, title_of
from octavo.chicago.marks import capital, of_record, small, styled
from octavo.chicago.names import credits_of, instead_of_names, note_head, short_names
from octavo.chicago.parts import described, edition_in_words, imprint_of, kind_of
from octavo.model import Inline, Inlines, Link, Reference, Text
from octavo.tree import plain_text


def short_note(reference: Reference, locator: str = "", *, lang: str) -> Inlines:
    """Return the shortened form for a note, without a point at its end."""
    locator = f"{reference.volume}:{locator}" if _in_volume(reference, locator) else locator
    comma = ", " if locator else ""
    if has_name_of_its_own(reference):
        return of_record(reference, [Text(text=f"{reference.short_title}{comma}{locator}")])
    form = form_of(reference)
    description, dated = described(reference, lang)
    shown = small(description) if description else _short_title(reference)
    return of_record(
        reference,
        [
            *_short_head(reference, form),
            *styled(shown, form.title, lang, dated + comma),
            Text(text=locator),
        ],
    )


def full_note(reference: Reference, locator: str = "", *, lang: str) -> Inlines:
    """Return the full form for a note, as where a work is first cited (13.20), without a point."""
    form = form_of(reference)
    own = f"{reference.short_title}: " if has_name_of_its_own(reference) else ""
    parts = [part for part in _phrases(reference, form, lang) if plain_text(part)]
    facts = _published(reference, form, lang)
    comma = "" if reference.title.endswith(("?", "!")) and len(parts) == 1 else ", "
    said: list[Inline] = [Text(text=own), *_comma_separated(parts)]
    if facts:
        said.append(Text(text=f" ({facts})"))
    if locator:
        colon = form.serial and reference.volume and locator[:1].isdigit()
        said.append(Text(text=f"{': ' if colon else comma}{locator}"))
    if url := f"https://doi.org/{reference.doi}" if reference.doi else reference.url:
        said += [Text(text=", "), Link(url=url, content=(Text(text=url),))]
    return of_record(reference, said)


def _short_title(reference: Reference) -> str:
    """Return the main title without its first article, unless the record shortens it."""
    if reference.short_title:
        return reference.short_title
    title = title_of(reference).partition(": ")[0]
    return title if title.startswith("[") else capital(re.sub(r"^(?:A|An|The) (?=\S)", "", title))


def _in_volume(reference: Reference, locator: str) -> bool:
    """Say whether a locator is a page of one volume of a book: "2:45"."""
    return reference.type == "book" and bool(reference.volume and locator[:1].isdigit())


def _short_head(reference: Reference, form: Form) -> Inlines:
    """Return the names of a note, or what stands for them, with a comma behind.

    Films are known by their titles.
    """
    names = reference.author or reference.editor or reference.translator
    if names:
        return (Text(text=f"{short_names(names)}, "),)
    head = instead_of_names(reference, form)
    return (*head, Text(text=", ")) if head else ()


def _phrases(reference: Reference, form: Form, lang: str) -> Iterable[Inlines]:
    """Return what a full note says before its parentheses, phrase by phrase."""
    names = note_head(reference)
    yield (Text(text=names),) if names else instead_of_names(reference, form)
    yield styled(title_of(reference), form.title, lang)
    within = bool(form.before and reference.container_title)
    if reference.container_title and (names or form.headless != "container"):
        before = f"{small(form.before)}" if within else ""
        volume = f" {reference.volume}" if form.serial and reference.volume else ""
        held = styled(reference.container_title, form.container, lang, volume)
        yield (Text(text=before), *held)
    yield from ((Text(text=credit),) for credit in credits_of(reference) if credit)
    if form.serial:
        yield (Text(text=f"no. {reference.issue}" if reference.issue else ""),)
    else:
        yield (Text(text=edition_in_words(reference.edition)),)
        yield (Text(text=f"vol. {reference.volume}" if reference.volume else ""),)
        yield (Text(text=kind_of(reference)),)
    yield () if _published(reference, form, lang) else (Text(text=imprint_of(reference, lang)),)
    for place in (reference.archive_location, reference.archive_collection, reference.archive):
        yield (Text(text=place),)


def _published(reference: Reference, form: Form, lang: str) -> str:
    """Return what stands in the parentheses of a full note: the imprint of what was published."""
    if reference.archive or (form.serial and not reference.volume):
        return ""
    return imprint_of(reference, lang)


def _comma_separated(parts: Iterable[Inlines]) -> Iterable[Inline]:
    for at, part in enumerate(parts):
        if at:
            yield Text(text=", ")
        yield from part
