"""What each type of reference is set like."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from octavo.chicago.marks import Style, capital
from octavo.model import Reference

UNDATED: Final = "n.d."


@dataclass(frozen=True, slots=True)
class Form:
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


FORMS: Final = {
    "article-journal": Form("quoted", serial=True),
    "article-magazine": Form("quoted", serial=True, headless="container"),
    "article-newspaper": Form("quoted", serial=True, headless="container"),
    "book": Form("italic"),
    "chapter": Form("quoted", before="In "),
    "document": Form("quoted", before="In "),
    "entry-encyclopedia": Form("quoted", before="In ", headless="container"),
    "interview": Form("roman"),
    "legal_case": Form("italic"),
    "legislation": Form("roman"),
    "manuscript": Form("quoted"),
    "motion_picture": Form("italic"),
    "personal_communication": Form("roman"),
    "post": Form("quoted", container="roman", serial=True),
    "post-weblog": Form("quoted", serial=True, headless="container"),
    "report": Form("italic"),
    "software": Form("italic", headless="publisher"),
    "thesis": Form("quoted"),
    "webpage": Form("quoted", container="roman", serial=True, headless="container"),
}


def form_of(reference: Reference) -> Form:
    """Return how a reference is set; what is described and not titled is upright."""
    form = FORMS[reference.type]
    described = not reference.title or reference.title.startswith("[")
    return replace(form, title="roman") if described else form


def title_of(reference: Reference) -> str:
    """Return a title, or what stands for one."""
    return reference.title or capital(reference.genre) or "Untitled"


def has_name_of_its_own(reference: Reference) -> bool:
    """Say whether the book calls it by a name that is no part of its title ("Document C")."""
    short = reference.short_title
    return bool(short) and short.casefold() not in reference.title.casefold()


TYPES: Final = tuple(FORMS)
"""The types of the Citation Style Language (1.0.2) that have a form here."""
