"""References in Chicago form: a Reference in, a note or a bibliography entry out.

After the Chicago Manual of Style, 18th edition, notes and bibliography (chapters 13
and 14): shortened notes throughout, no *ibid*; up to two authors in a note, else
"et al."; more than six in an entry, the first three; no place where a publisher is
named; "n.d." where a date is missing.  Quotation marks and the points beside them
are those of the book's language: ‘Title’. in British English, “Title.” in American.

An entry begins with its authors; without one, with its editors, translators or
directors and what they are; an unsigned article or entry with the paper or the
encyclopedia, a page with its site, software with its maker.

A ``short_title`` whose words are part of the title shortens it and is set like it.
Any other is a name of the book's own ("Document C"): notes print it alone, upright,
and the entry begins with it, so that a reader of the note finds the entry.  Without a
``short_title`` a note has the main title without its first "A" or "The".
Locators are printed as their author wrote them.  A title in square brackets is a
description and is set upright.

These rules are held against the Manual's own style as pandoc's citeproc reads it
(docs/citations.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final, Literal

from octavo.dates import words
from octavo.errors import Location
from octavo.model import Emphasis, Inline, Inlines, Link, Name, Reference, Text
from octavo.tree import plain_text

Style = Literal["roman", "italic", "quoted"]

_MAX_IN_NOTE: Final = 2
_MAX_IN_ENTRY: Final = 6
_KEPT_OF_MANY: Final = 3
_UNDATED: Final = "n.d."


@dataclass(frozen=True, slots=True)
class _Form:
    """How a type of reference is set.

    ``title`` and ``container`` are styles, ``before`` stands before the container.  The
    date stands behind the container of a ``serial``, with the volume of a journal.
    ``headless`` says what an entry without a name begins with.
    """

    title: Style
    container: Style = "italic"
    before: str = ""
    serial: bool = False
    headless: Literal["", "container", "publisher"] = ""


_FORMS: Final = {
    "article-journal": _Form("quoted", serial=True),
    "article-magazine": _Form("quoted", serial=True, headless="container"),
    "article-newspaper": _Form("quoted", serial=True, headless="container"),
    "book": _Form("italic"),
    "chapter": _Form("quoted", before="In "),
    "document": _Form("quoted", before="In "),
    "entry-encyclopedia": _Form("quoted", before="In ", headless="container"),
    "interview": _Form("roman"),
    "legal_case": _Form("italic"),
    "legislation": _Form("roman"),
    "manuscript": _Form("quoted"),
    "motion_picture": _Form("italic"),
    "personal_communication": _Form("roman"),
    "post": _Form("quoted", container="roman", serial=True),
    "post-weblog": _Form("quoted", serial=True, headless="container"),
    "report": _Form("italic"),
    "software": _Form("italic", headless="publisher"),
    "thesis": _Form("quoted"),
    "webpage": _Form("quoted", container="roman", serial=True, headless="container"),
}

TYPES: Final = tuple(_FORMS)
"""The types of the Citation Style Language (1.0.2) that have a form here."""


def short_note(reference: Reference, locator: str = "", *, lang: str) -> Inlines:
    """Return the shortened form for a note, without a point at its end."""
    locator = f"{reference.volume}:{locator}" if _in_volume(reference, locator) else locator
    comma = ", " if locator else ""
    if _has_name_of_its_own(reference):
        return _of(reference, [Text(text=f"{reference.short_title}{comma}{locator}")])
    form = _form(reference)
    description, dated = _described(reference, lang)
    shown = _small(description) if description else _short_title(reference)
    return _of(
        reference,
        [
            *_short_head(reference, form),
            *_styled(shown, form.title, lang, dated + comma),
            Text(text=locator),
        ],
    )


def full_note(reference: Reference, locator: str = "", *, lang: str) -> Inlines:
    """Return the full form for a note, as where a work is first cited (13.20), without a point."""
    form = _form(reference)
    own = f"{reference.short_title}: " if _has_name_of_its_own(reference) else ""
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
    return _of(reference, said)


def entry(reference: Reference, *, lang: str) -> Inlines:
    """Return the bibliography entry, a run of sentences."""
    sentences = [sentence for sentence in _sentences(reference, lang) if plain_text(sentence)]
    spaced: list[Inline] = []
    for sentence in sentences:
        spaced += [*([Text(text=" ")] if spaced else []), *sentence]
    return _of(reference, spaced)


def filed_under(reference: Reference) -> str:
    """Return the words by which an entry finds its place in the bibliography."""
    own = reference.short_title if _has_name_of_its_own(reference) else ""
    head = _head(reference) or plain_text(_instead(reference, _form(reference)))
    return " ".join(filter(None, (own, head, _title(reference))))


def quoted(text: str, lang: str) -> str:
    """Put text in the quotation marks of a language, the other kind inside them."""
    opening, closing = _marks(lang)
    return f"{opening}{_with_inner_marks(text, lang)}{closing}"


def sentence(inlines: Inlines, *, lang: str) -> Inlines:
    """Make a sentence of a note: a capital at its start and a point at its end."""
    match inlines:
        case (Text() as start, *rest):
            inlines = (replace(start, text=_capital(start.text)), *rest)
        case _:
            pass
    text = plain_text(inlines)
    point = _point(text)
    match inlines:
        case (*rest, Text(text=last)) if point and _takes_points_in(lang) and last[-1:] == "”":
            return (*rest, Text(text=f"{last[:-1]}{point}”"))
        case _:
            return _merged([*inlines, Text(text=point)])


# -- names and titles ----------------------------------------------------------


def _has_name_of_its_own(reference: Reference) -> bool:
    short = reference.short_title
    return bool(short) and short.casefold() not in reference.title.casefold()


def _form(reference: Reference) -> _Form:
    form = _FORMS[reference.type]
    described = not reference.title or reference.title.startswith("[")
    return replace(form, title="roman") if described else form


def _title(reference: Reference) -> str:
    return reference.title or _capital(reference.genre) or "Untitled"


def _short_title(reference: Reference) -> str:
    """Return the main title without its first article, unless the record shortens it."""
    if reference.short_title:
        return reference.short_title
    title = _title(reference).partition(": ")[0]
    return title if title.startswith("[") else _capital(re.sub(r"^(?:A|An|The) (?=\S)", "", title))


def _described(reference: Reference, lang: str) -> tuple[str, str]:
    """Return what a reference without a title is, and the date by which a letter is known."""
    if reference.title or not reference.genre:
        return "", ""
    letter = reference.type == "personal_communication"
    date = words(reference.issued, lang) if letter and reference.issued else ""
    return reference.genre, f", {date}" if date else ""


def _in_volume(reference: Reference, locator: str) -> bool:
    """Say whether a locator is a page of one volume of a book: "2:45"."""
    return reference.type == "book" and bool(reference.volume and locator[:1].isdigit())


def _family(name: Name) -> str:
    return name.literal or name.family or name.given


def _short_head(reference: Reference, form: _Form) -> Inlines:
    """Return the names of a note, or what stands for them, with a comma behind.

    Films are known by their titles.
    """
    names = reference.author or reference.editor or reference.translator
    if names:
        return (Text(text=f"{_short_names(names)}, "),)
    head = _instead(reference, form)
    return (*head, Text(text=", ")) if head else ()


def _short_names(names: tuple[Name, ...]) -> str:
    if len(names) > _MAX_IN_NOTE:
        return f"{_family(names[0])} et al."
    return " and ".join(map(_family, names))


def _head(reference: Reference) -> str:
    """Return the names that an entry begins with, and what they are if not authors."""
    if reference.author:
        return _full_names(reference.author)
    for names, one, several in (
        (reference.editor, "ed", "eds"),
        (reference.translator, "trans", "trans"),
        (reference.director, "dir", "dirs"),
    ):
        if names:
            return f"{_full_names(names)}, {one if len(names) == 1 else several}"
    return ""


def _instead(reference: Reference, form: _Form) -> Inlines:
    """Return what stands in the place of names where nobody is named, unpointed."""
    match form.headless:
        case "container" if reference.container_title:
            return _styled(reference.container_title, form.container, "")
        case "publisher" if reference.publisher:
            return (Text(text=reference.publisher),)
        case _:
            return ()


def _full_names(names: tuple[Name, ...]) -> str:
    """Return names for an entry: the first one inverted."""
    if not names:
        return ""
    first, *others = names
    inverted = ", ".join(filter(None, (first.family, first.given)))
    shown = [first.literal or inverted, *map(_straight, others)]
    if len(names) > _MAX_IN_ENTRY:
        return ", ".join([*shown[:_KEPT_OF_MANY], "et al."])
    if not others:
        return shown[0]
    return f"{', '.join(shown[:-1])}, and {shown[-1]}"


def _straight(name: Name) -> str:
    return name.literal or f"{name.given} {name.family}".strip()


def _straight_names(names: tuple[Name, ...]) -> str:
    shown = list(map(_straight, names))
    if len(shown) > _MAX_IN_NOTE:
        return f"{', '.join(shown[:-1])}, and {shown[-1]}"
    return " and ".join(shown)


# -- full notes ----------------------------------------------------------------


def _phrases(reference: Reference, form: _Form, lang: str) -> Iterable[Inlines]:
    """Return what a full note says before its parentheses, phrase by phrase."""
    names = _note_head(reference)
    yield (Text(text=names),) if names else _instead(reference, form)
    yield _styled(_title(reference), form.title, lang)
    within = bool(form.before and reference.container_title)
    if reference.container_title and (names or form.headless != "container"):
        before = f"{_small(form.before)}" if within else ""
        volume = f" {reference.volume}" if form.serial and reference.volume else ""
        held = _styled(reference.container_title, form.container, lang, volume)
        yield (Text(text=before), *held)
    yield from ((Text(text=credit),) for credit in _credits(reference) if credit)
    if form.serial:
        yield (Text(text=f"no. {reference.issue}" if reference.issue else ""),)
    else:
        yield (Text(text=_edition(reference.edition)),)
        yield (Text(text=f"vol. {reference.volume}" if reference.volume else ""),)
        yield (Text(text=_kind(reference)),)
    yield () if _published(reference, form, lang) else (Text(text=_imprint(reference, lang)),)
    for place in (reference.archive_location, reference.archive_collection, reference.archive):
        yield (Text(text=place),)


def _published(reference: Reference, form: _Form, lang: str) -> str:
    """Return what stands in the parentheses of a full note: the imprint of what was published."""
    if reference.archive or (form.serial and not reference.volume):
        return ""
    return _imprint(reference, lang)


def _kind(reference: Reference) -> str:
    """Return what a work is, unless its title says so."""
    titled = reference.title and reference.genre.casefold() not in reference.title.casefold()
    return reference.genre if titled else ""


def _note_head(reference: Reference) -> str:
    if reference.author:
        return _note_names(reference.author)
    for names, role in (
        (reference.editor, "ed."),
        (reference.translator, "trans."),
        (reference.director, "dir."),
    ):
        if names:
            plural = role == "ed." and len(names) > 1
            return f"{_note_names(names)}, {'eds.' if plural else role}"
    return ""


def _note_names(names: tuple[Name, ...]) -> str:
    if len(names) > _MAX_IN_NOTE:
        return f"{_straight(names[0])} et al."
    return _straight_names(names)


def _comma_separated(parts: Iterable[Inlines]) -> Iterable[Inline]:
    for at, part in enumerate(parts):
        if at:
            yield Text(text=", ")
        yield from part


# -- sentences -----------------------------------------------------------------


def _sentences(reference: Reference, lang: str) -> Iterable[Inlines]:
    form = _form(reference)
    head = _head(reference)
    stands_in = () if head else _instead(reference, form)
    if _has_name_of_its_own(reference):
        yield _plain(reference.short_title)
    yield _plain(head) or ((*stands_in, Text(text=".")) if stands_in else ())
    yield from _body(reference, form, stands_in, lang)
    yield _plain(_capital(reference.medium))
    yield _plain(reference.archive_location)
    yield _plain(reference.archive_collection)
    yield _plain(reference.archive)
    if reference.accessed:
        yield _plain(f"Accessed {words(reference.accessed, lang)}")
    if url := f"https://doi.org/{reference.doi}" if reference.doi else reference.url:
        yield (Link(url=url, content=(Text(text=url),)), Text(text="."))
    yield _plain(reference.note)


def _body(reference: Reference, form: _Form, stands_in: Inlines, lang: str) -> Iterable[Inlines]:
    """Return title, contributors, edition, container and imprint."""
    imprint = _imprint(reference, lang)
    contained = bool(reference.container_title) and not (stands_in and form.headless == "container")
    whole = not contained and not reference.collection_title and not _extent(reference)
    # What has neither date nor home says so in the sentence of its title.
    tail = f", {imprint}" if whole and imprint == _UNDATED else ""
    yield _titled(_title(reference), form.title, lang, tail)
    if reference.version:
        yield _plain(f"V. {reference.version}")
    if not (contained and form.before):
        for credit in _credits(reference):
            yield _plain(_capital(credit))
    if not form.serial:
        yield _plain(_edition(reference.edition))
        yield _plain(f"Vol. {reference.volume}" if reference.volume else "")
        yield _plain(f"{reference.collection_title} {reference.collection_number}".strip())
    if contained:
        held = form.serial or imprint == _UNDATED
        yield _merged(
            [Text(text=form.before), *_container(reference, form, imprint if held else "", lang)]
        )
        yield () if held else _plain(_capital(imprint))
    elif not tail:
        yield from map(_plain, _free(reference, imprint, lang))


def _free(reference: Reference, imprint: str, lang: str) -> Iterable[str]:
    """Return the sentences of an imprint that stands alone, in the order of the Manual."""
    kind = _capital(reference.genre) if reference.title else ""
    date = words(reference.issued, lang) if reference.issued else ""
    match reference.type:
        case "report":
            yield " ".join(
                filter(None, (kind, f"No. {reference.number}" if reference.number else ""))
            )
            yield imprint
        case "manuscript":
            yield kind
            yield _capital(imprint)
        case "software":
            yield f"Released {date}" if date else ""
        case "thesis":
            yield ", ".join(filter(None, (kind, imprint)))
        case _:
            yield kind
            original = reference.original_date
            yield _capital(f"{words(original, lang)}; {imprint}" if original else imprint)


def _container(reference: Reference, form: _Form, imprint: str, lang: str) -> Inlines:
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
        tail = "".join(f", {part}" for part in (*_credits(reference), imprint) if part)
    else:
        tail = f", {imprint}" if imprint else ""
    return _titled(reference.container_title, form.container, lang, tail)


def _credits(reference: Reference) -> Iterable[str]:
    """Return who edited and who translated what another has written, or what holds it."""
    within = reference.container_title and _FORMS[reference.type].before
    if reference.editor and (reference.author or within):
        yield f"edited by {_straight_names(reference.editor)}"
    if reference.translator and (reference.author or reference.editor or within):
        yield f"translated by {_straight_names(reference.translator)}"
    if reference.director and reference.author:
        yield f"directed by {_straight_names(reference.director)}"


def _edition(edition: str) -> str:
    """Return "3rd ed." for 3, and words as they are."""
    if not edition.isdigit():
        return edition
    number = int(edition)
    teen = number % 100 in range(11, 14)
    ending = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} ed."


def _extent(reference: Reference) -> bool:
    return bool(reference.publisher or reference.publisher_place or reference.archive)


def _imprint(reference: Reference, lang: str) -> str:
    """Return publisher and date; what was looked up on a day needs no "n.d."."""
    undated = "" if reference.accessed else _UNDATED
    date = words(reference.issued, lang) if reference.issued else undated
    publisher = reference.publisher or reference.publisher_place
    return ", ".join(filter(None, (publisher, date)))


def _range(pages: str) -> str:
    return re.sub(r"(?<=\d)-(?=\d)", "\N{EN DASH}", pages)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _capital(text: str) -> str:
    """Begin with a capital, but leave a name such as "iOS" alone."""
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]


def _plain(text: str) -> Inlines:
    return (Text(text=text + _point(text)),) if text else ()


def _titled(title: str, style: Style, lang: str, tail: str) -> Inlines:
    """Set a title, then the ``tail`` of its sentence, then a point."""
    if not tail:
        return _styled(title, style, lang, _point(title))
    mark = ", " if tail.startswith(", ") else ""
    return (*_styled(title, style, lang, mark), *_plain(tail.removeprefix(mark)))


def _styled(text: str, style: Style, lang: str, mark: str = "") -> Inlines:
    """Set a title and the ``mark`` behind it, which American quotation marks take in."""
    match style:
        case "italic":
            return (Emphasis(content=(Text(text=text),)), Text(text=mark))
        case "quoted":
            opening, closing = _marks(lang)
            stop = mark.rstrip()
            if _takes_points_in(lang) and stop == "," and text.endswith(("?", "!")):
                stop, mark = "", mark.removeprefix(",")
            text = _with_inner_marks(text, lang)
            inside = (
                f"{text}{stop}{closing}" if _takes_points_in(lang) else f"{text}{closing}{stop}"
            )
            return (Text(text=f"{opening}{inside}{mark[len(stop) :]}"),)
        case "roman" if mark and _takes_points_in(lang) and text.endswith("”"):
            return (Text(text=f"{text[:-1]}{mark[0]}”{mark[1:]}"),)
        case "roman":
            return (Text(text=text + mark),)


def _marks(lang: str) -> tuple[str, str]:
    return ("“", "”") if _takes_points_in(lang) else ("‘", "’")


def _with_inner_marks(text: str, lang: str) -> str:
    """Turn the quotation marks inside a quotation to the other kind; apostrophes stay."""
    if _takes_points_in(lang):
        return re.sub("“([^“”]*)”", r"‘\1’", text)
    return re.sub(r"‘((?:[^‘’]|(?<=\w)’(?=\w))*)’(?!\w)", r"“\1”", text)


def _takes_points_in(lang: str) -> bool:
    return lang.casefold().startswith("en-us")


def _point(text: str) -> str:
    """Return the point that ends a sentence, nothing if one stands there.

    A point in parentheses ends what stands in them: "(Torn.)", but "a copy (2nd ed.)."
    """
    closing = "’”)" if text.startswith("(") else "’”"
    return "" if text.rstrip(closing).endswith((".", "?", "!")) else "."


def _of(reference: Reference, inlines: Iterable[Inline]) -> Inlines:
    """Give words the place of their record, for whatever may be wrong with them."""
    return tuple(_placed(node, reference.location) for node in _merged(inlines))


def _placed(node: Inline, place: Location) -> Inline:
    match node:
        case Emphasis() | Link():
            content = tuple(_placed(inside, place) for inside in node.content)
            return replace(node, content=content, location=place)
        case _:
            return replace(node, location=place)


def _merged(inlines: Iterable[Inline]) -> Inlines:
    """Join neighbouring texts."""
    merged: list[Inline] = []
    for is_text, run in groupby(inlines, lambda node: isinstance(node, Text)):
        nodes = tuple(run)
        if not is_text:
            merged += nodes
        elif text := plain_text(nodes):
            merged.append(Text(text=text, location=nodes[0].location))
    return tuple(merged)
