"""Who made a work, in the order of a note and in that of an entry."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from octavo.chicago.forms import FORMS, Form
from octavo.chicago.marks import styled
from octavo.model import Inlines, Name, Reference, Text

_MAX_IN_NOTE: Final = 2
_MAX_IN_ENTRY: Final = 6
_KEPT_OF_MANY: Final = 3


def entry_head(reference: Reference) -> str:
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


def note_head(reference: Reference) -> str:
    """Return the names that a full note begins with, and what they are if not authors."""
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


def short_names(names: tuple[Name, ...]) -> str:
    """Return the family names of a shortened note."""
    if len(names) > _MAX_IN_NOTE:
        return f"{_family(names[0])} et al."
    return " and ".join(map(_family, names))


def instead_of_names(reference: Reference, form: Form) -> Inlines:
    """Return what stands in the place of names where nobody is named, unpointed."""
    match form.headless:
        case "container" if reference.container_title:
            return styled(reference.container_title, form.container, "")
        case "publisher" if reference.publisher:
            return (Text(text=reference.publisher),)
        case _:
            return ()


def credits_of(reference: Reference) -> Iterable[str]:
    """Return who edited and who translated what another has written, or what holds it."""
    within = reference.container_title and FORMS[reference.type].before
    if reference.editor and (reference.author or within):
        yield f"edited by {_straight_names(reference.editor)}"
    if reference.translator and (reference.author or reference.editor or within):
        yield f"translated by {_straight_names(reference.translator)}"
    if reference.director and reference.author:
        yield f"directed by {_straight_names(reference.director)}"


def _straight_names(names: tuple[Name, ...]) -> str:
    shown = list(map(_straight, names))
    if len(shown) > _MAX_IN_NOTE:
        return f"{', '.join(shown[:-1])}, and {shown[-1]}"
    return " and ".join(shown)


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


def _note_names(names: tuple[Name, ...]) -> str:
    if len(names) > _MAX_IN_NOTE:
        return f"{_straight(names[0])} et al."
    return _straight_names(names)


def _straight(name: Name) -> str:
    return name.literal or f"{name.given} {name.family}".strip()


def _family(name: Name) -> str:
    return name.literal or name.family or name.given
