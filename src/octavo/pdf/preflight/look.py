"""Look: an open file with all that its pages paint, for checks that each want something of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf

from octavo.errors import Severity
from octavo.model import PageMap, Press, Remark
from octavo.pdf.fragment import Fragment
from octavo.pdf.paintings import Painting, paintings
from octavo.pdf.preflight.places import before


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A page: its number in the file, from 0, and what it paints."""

    number: int
    page: pikepdf.Page
    paintings: tuple[Painting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A file, its pages, and how places on them are named."""

    pdf: pikepdf.Pdf
    press: Press
    pages: tuple[LookedAt, ...]
    page_map: PageMap
    fragments: Mapping[str, Fragment]

    @classmethod
    def at(
        cls, pdf: pikepdf.Pdf, press: Press, page_map: PageMap, fragments: tuple[Fragment, ...]
    ) -> Look:
        """Look at all pages of an open file."""
        return cls(
            pdf=pdf,
            press=press,
            pages=tuple(
                LookedAt(number, page, tuple(paintings(page)))
                for number, page in enumerate(pdf.pages)
            ),
            page_map=page_map,
            fragments={each.unit: each for each in fragments},
        )

    def painted(self) -> Iterator[tuple[int, Painting]]:
        """Yield everything painted, with the number of its page."""
        for looked in self.pages:
            for painting in looked.paintings:
                yield looked.number, painting

    def remark(
        self,
        kind: str,
        message: str,
        hint: str,
        *,
        page: int | None = None,
        y: float = 0.0,
        severity: Severity = "error",
    ) -> Remark:
        """Return a remark about a page, or about the file, which knows its anchor."""
        folio, anchor = self._place(page, y) if page is not None else ("", "")
        return Remark(
            kind=kind, message=message, hint=hint, severity=severity, folio=folio, anchor=anchor
        )

    def _place(self, page: int, y: float) -> tuple[str, str]:
        if page >= len(self.page_map.sheets):
            return str(page + 1), ""
        sheet = self.page_map.sheets[page]
        fragment = self.fragments.get(sheet.unit)
        if fragment is None:
            return sheet.folio or str(page + 1), ""
        leaf = page - self.page_map.starts[sheet.unit]
        return sheet.folio or str(page + 1), next(before(fragment, leaf, y), "")

    def objects(self) -> Iterator[Any]:
        """Yield the dictionaries and streams of the file."""
        for each in self.pdf.objects:
            if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
                yield each
