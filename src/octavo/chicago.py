"""References in Chicago form: a Reference in, a note or a bibliography entry out.

After the Chicago Manual of Style, 18th edition, notes and bibliography (chapters 13
and 14): shortened notes throughout, no *ibid*; up to two authors in a note, else
"et al."; more than six in an entry, the first three; no place where a publisher is
named; "n.d." where a date is missing.  Quotation marks and the points beside them
are those of the book's language: ‘Title’. in British English, “Title.” in American.

A ``short_title`` whose words are part of the title shortens it and is set like it.
Any other is a name of the book's own ("Document C"): notes print it alone, upright,
and the entry begins with it, so that a reader of the note finds the entry.
Locators are printed as their author wrote them.  A title in square brackets is a
description and is set upright.
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

    ``title`` and ``container`` are styles, ``joined`` is what the publisher and the
    date stand behind in one sentence, ``before`` and ``after`` surround the container.
    """

    title: Style
    container: Style = "italic"
    joined: Literal["", "title", "container"] = ""
    before: str = ""
    after: str = ""
    role: str = ""


_FORMS: Final = {
    "article-journal": _Form("quoted", joined="container"),
    "article-magazine": _Form("quoted", joined="container"),
    "article-newspaper": _Form("quoted", joined="container"),
    "book": _Form("italic"),
    "chapter": _Form("quoted", before="In "),
    "document": _Form("quoted"),
    "entry-encyclopedia": _Form("quoted", before="In "),
    "game": _Form("italic"),
    "legal_case": _Form("italic"),
    "legislation": _Form("roman"),
    "manuscript": _Form("quoted"),
    "motion_picture": _Form("italic", role=", dir"),
    "personal_communication": _Form("roman", joined="title"),
    "post": _Form("quoted", container="roman", joined="container"),
    "post-weblog": _Form("quoted", joined="container", after=" (blog)"),
    "report": _Form("italic"),
    "thesis": _Form("quoted"),
    "webpage": _Form("quoted", container="roman"),
}

TYPES: Final = tuple(_FORMS)
"""The types of the Citation Style Language (1.0.2) that have a form here."""


def short_note(reference: Reference, locator: str = "", *, lang: str) -> Inlines:
    """Return the shortened form for a note, without a point at its end."""
    comma = ", " if locator else ""
    if _has_name_of_its_own(reference):
        return _of(reference, [Text(text=f"{reference.short_title}{comma}{locator}")])
    authors = _short_names(reference.author)
    return _of(
        reference,
        [
            Text(text=f"{authors}, " if authors else ""),
            *_styled(_short_title(reference), _form(reference).title, lang, comma),
            Text(text=locator),
        ],
    )


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
    authors = _full_names(reference.author)
    return " ".join(filter(None, (own, authors, _title(reference))))


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
    return reference.short_title or _title(reference).partition(": ")[0]


def _family(name: Name) -> str:
    return name.literal or name.family or name.given


def _short_names(names: tuple[Name, ...]) -> str:
    if len(names) > _MAX_IN_NOTE:
        return f"{_family(names[0])} et al."
    return " and ".join(map(_family, names))


def _full_names(names: tuple[Name, ...]) -> str:
    """Return the authors for an entry: the first one inverted."""
    if not names:
        return ""
    first, *others = names
    inverted = ", ".join(filter(None, (first.family, first.given)))
    shown = [first.literal or inverted]
    shown += [name.literal or f"{name.given} {name.family}".strip() for name in others]
    if len(names) > _MAX_IN_ENTRY:
        return ", ".join([*shown[:_KEPT_OF_MANY], "et al."])
    if not others:
        return shown[0]
    return f"{', '.join(shown[:-1])}, and {shown[-1]}"


# -- sentences -----------------------------------------------------------------


def _sentences(reference: Reference, lang: str) -> Iterable[Inlines]:
    form = _form(reference)
    imprint = _imprint(reference, lang)
    home = _home(reference, form, imprint)
    tail = f", {imprint}" if imprint else ""
    if _has_name_of_its_own(reference):
        yield _plain(reference.short_title)
    if authors := _full_names(reference.author):
        yield _plain(authors + form.role)
    yield _titled(_title(reference), form.title, lang, tail if home == "title" else "")
    if reference.container_title:
        tail = form.after + (tail if home == "container" else "")
        held = _titled(reference.container_title, form.container, lang, tail)
        yield _merged([Text(text=form.before), *held])
    yield _plain("" if home else _capital(imprint))
    yield _plain(_capital(reference.medium))
    yield _plain(reference.archive)
    if reference.accessed:
        yield _plain(f"Accessed {words(reference.accessed, lang)}")
    if reference.url:
        yield (Link(url=reference.url, content=(Text(text=reference.url),)), Text(text="."))
    yield _plain(reference.note)


def _home(reference: Reference, form: _Form, imprint: str) -> Literal["", "title", "container"]:
    """Say in which sentence publisher and date stand; "n.d." makes none of its own."""
    home = form.joined or ("container" if imprint == _UNDATED else "")
    if home == "container" and not reference.container_title:
        return "title" if imprint == _UNDATED else ""
    return home


def _imprint(reference: Reference, lang: str) -> str:
    """Return genre, publisher and date; what was looked up on a day needs no "n.d."."""
    undated = "" if reference.accessed else _UNDATED
    date = words(reference.issued, lang) if reference.issued else undated
    genre = reference.genre if reference.title else ""
    publisher = reference.publisher or reference.publisher_place
    return ", ".join(filter(None, (genre, publisher, date)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


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
            text = _with_inner_marks(text, lang)
            inside = (
                f"{text}{stop}{closing}" if _takes_points_in(lang) else f"{text}{closing}{stop}"
            )
            return (Text(text=f"{opening}{inside}{mark[len(stop) :]}"),)
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
