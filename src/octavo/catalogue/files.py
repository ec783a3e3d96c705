"""The files of a catalogue: all that is said in, the bytes of a format out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from octavo.catalogue import jsonld, marc, onix
from octavo.model import Catalogue, TargetFormat

MAKERS: Final[Mapping[TargetFormat, Callable[[Catalogue], bytes]]] = {
    "onix": onix.message,
    "marc": marc.collection,
    "jsonld": jsonld.work,
}


def make(format_: TargetFormat, catalogue: Catalogue) -> bytes:
    """Return the file of a format.

    Raises:
        BuildError: a standard asks for what is not known.
    """
    return MAKERS[format_](catalogue)
