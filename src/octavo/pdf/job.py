"""What the PDF renderer is given and what it gives back, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from octavo.model import Metadata, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One edition to set.

    ``identifier`` is the target's URN.  ``stylesheets`` are (name, CSS) in the order of the
    cascade; ``resources`` are files by the names that units and style sheets use for them;
    ``fonts`` is the fontconfig file that lists the edition's faces.
    """

    units: tuple[Unit, ...]
    metadata: Metadata
    identifier: str
    stylesheets: tuple[tuple[str, str], ...]
    resources: Mapping[str, bytes]
    fonts: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A PDF and what others need to know of it.

    ``folios`` has each page's folio in order, printed or not; ``page_map`` the folio of every
    anchor.  ``warnings`` are WeasyPrint's, about markup or style: a theme without faults has none.
    """

    pdf: bytes
    folios: tuple[str, ...]
    page_map: Mapping[str, str]
    warnings: tuple[str, ...] = ()
