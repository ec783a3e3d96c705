"""Tagging: the structure of a unit, made of its markup and of what was painted.

::

    pages, as painted ─► painted ─┐
                                  ├─► tree (kinds, lists, tables) ─► nodes ─► writing ─► objects
    the document that was laid out┘                                  links ──────┘

Sources: ISO 14289-1 (PDF/UA-1) and ISO 32000-1, 14.7-14.9.  WeasyPrint's own tags are not used: it
makes an element of every box, so that a paragraph over a page break is two, each line a span, and a
list a page; and of classes and roles it knows nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pydyf

from octavo.pdf.tagging.links import describe
from octavo.pdf.tagging.painted import Sheets
from octavo.pdf.tagging.tree import Builder
from octavo.pdf.tagging.writing import Writer, numbered


def tag(pdf: Any, document: Any, streams: Sequence[Any], root: Any, unit: str) -> None:  # noqa: ANN401
    """Give a painted document its structure.

    ``root`` is the element of the markup that was laid out; identifiers begin with ``unit``.

    Raises:
        BuildError: a table can't be read cell by cell, or a picture says nothing.
    """
    lang = str(document.metadata.lang)
    kids = Builder(Sheets(document, root), unit).build(root, lang)
    Writer(pdf, numbered(kids, document, streams)).write(kids)
    describe(document)
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})


def identified(pdf: Any) -> list[tuple[str, Any]]:  # noqa: ANN401
    """Return the elements that have an identifier, with it."""
    return [
        (entry["ID"].string, entry)
        for entry in pdf.objects
        if isinstance(entry, dict) and entry.get("Type") == "/StructElem" and "ID" in entry
    ]
