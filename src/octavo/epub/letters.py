"""What a document asks of faces: its tree in, its characters and the families it names out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml import etree

from octavo.matter.page import SVG

_DRAWINGS: Final = f"{{{SVG}}}*"


@dataclass(frozen=True, slots=True)
class Letters:
    """The characters of a document in their order, and the lists of families in its drawings."""

    characters: str
    families: tuple[str, ...]


def letters(root: etree._Element) -> Letters:
    """Read off a tree what must be drawn; characters in capitals too, as a style may ask for."""
    texts = {str(text) for text in root.itertext()}
    named = {element.get("font-family") or "" for element in root.iter(_DRAWINGS)}
    return Letters(
        "".join(sorted({char for text in texts for char in text + text.upper()})),
        tuple(sorted(named - {""})),
    )
