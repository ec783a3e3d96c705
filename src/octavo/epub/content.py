"""The content documents: units in, their trees with the files they will be out.

The printed list of contents is left out: the navigation document takes its
place, with its title and its anchors.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml import etree

from octavo.epub import notes, slots
from octavo.epub.xhtml import parse
from octavo.model import Unit

CONTENTS: Final = "contents"


@dataclass(frozen=True, slots=True)
class Document:
    """A unit as a file of the package: its tree is the document's own to change."""

    unit: Unit
    href: str
    root: etree._Element


def documents(units: tuple[Unit, ...]) -> tuple[Document, ...]:
    """Return the documents of the spine, in its order, the contents left out."""
    return tuple(_document(unit) for unit in units if unit.template != CONTENTS)


def _document(unit: Unit) -> Document:
    root = parse(unit.xhtml)
    slots.empty(root)
    notes.make_popup(root)
    return Document(unit, f"{unit.name}.xhtml", root)
