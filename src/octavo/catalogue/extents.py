"""How long an edition is: a page map in, an extent out."""

from __future__ import annotations

from octavo.model import Extent, PageMap


def extent(pages: PageMap) -> Extent:
    """Return the extent of an edition that was laid out."""
    folios = [sheet.folio for sheet in pages.sheets if sheet.folio]
    arabic = [int(folio) for folio in folios if folio.isdecimal()]
    return Extent(
        front=len(folios) - len(arabic), main=max(arabic, default=0), pages=len(pages.sheets)
    )
