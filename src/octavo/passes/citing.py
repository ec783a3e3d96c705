"""Sources of records: a SourceReference in, its shortened note out."""

from __future__ import annotations

from collections.abc import Mapping

from octavo.chicago import short_note
from octavo.model import Citation, CitationItem, Inlines, Reference, SourceReference


def cite(
    source: SourceReference | None, references: Mapping[str, Reference], *, lang: str
) -> Inlines:
    """Return a citation of one work, or nothing where it is not known."""
    if source is None or source.reference not in references:
        return ()
    item = CitationItem(
        reference=source.reference, locator=source.locator, location=source.location
    )
    content = short_note(references[source.reference], source.locator, lang=lang)
    return (Citation(items=(item,), content=content, location=source.location),)
