"""The Unit: a piece of an edition, set as XHTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FolioSeries = Literal["none", "roman", "arabic"]
Matter = Literal["front", "body", "back"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A piece of an edition that starts on a new recto and is laid out on its own.

    ``xhtml`` is one XHTML document, UTF-8, valid as XML and read the same by an
    HTML parser; every reference in it is ``#anchor``, wherever the anchor stands.
    ``name`` is its file name's stem and ``template`` its section type.
    ``nav`` says which of its headings the table of contents lists:
    (level, title, anchor), level 1 for the unit itself, 0 for a part.
    ``slots`` are the anchors whose folios it prints in its text, ``listed`` those whose folios
    stand in its lists, in order, each once.  ``indexed`` are those whose folios decide its words:
    ranges of pages, of an index.
    """

    name: str
    template: str
    matter: Matter
    folios: FolioSeries
    title: str
    xhtml: bytes
    anchors: tuple[str, ...] = ()
    nav: tuple[tuple[int, str, str], ...] = ()
    resources: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    indexed: tuple[str, ...] = ()
