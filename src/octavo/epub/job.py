"""What an EPUB is made of: the whole input of :func:`octavo.epub.package.package`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from octavo.model import Metadata, PageMap, Unit
from octavo.typefaces.faces import Face


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One EPUB to make.

    ``stylesheets`` are (name, CSS) in the order of the cascade; ``resources`` are
    picture files by the names that units use; ``faces`` are the edition's faces
    with the static file of each.  ``cover`` is the JPEG of its
    front; without one the book has no cover.  ``pages`` is the
    page map of the print edition whose folios the book says, None if it names none, and ``source``
    the identifier of that edition.  ``target`` is the path below ``build/``, by which the sources
    name it.
    """

    units: tuple[Unit, ...]
    metadata: Metadata
    identifier: str
    stylesheets: tuple[tuple[str, str], ...]
    resources: Mapping[str, bytes]
    faces: tuple[tuple[Face, Path], ...]
    cover: bytes = b""
    pages: PageMap | None = None
    source: str = ""
    target: str = ""
