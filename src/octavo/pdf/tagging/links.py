"""Links: what their annotations say of themselves (ISO 14289-1, 7.18).

They print, say in words where they lead, and lead to anchors by name; words in ``data-said`` are
said with the target's folio behind them.
"""

from __future__ import annotations

from typing import Any

import pydyf

from octavo.pdf.document import SCHEME
from octavo.pdf.objects import FolioOf
from octavo.pdf.private import is_slot, link_annotation, said_before_folio, text_of

_PRINT = 1 << 2


def describe(document: Any) -> None:  # noqa: ANN401
    """Complete the annotations of a painted document's links."""
    for page in document.pages:
        for _, target, _, box in page.links:
            annotation = link_annotation(box)
            if annotation is not None:
                annotation["F"] = _PRINT
                annotation["Contents"] = pydyf.String(" ".join(text_of(box).split()) or target)
                if target.startswith(SCHEME):
                    anchor = target.removeprefix(SCHEME)
                    del annotation["A"]
                    annotation["Dest"] = pydyf.String(anchor)
                    if is_slot(box):
                        annotation["Contents"] = FolioOf(anchor)
                    elif before := said_before_folio(box):
                        annotation["Contents"] = FolioOf(anchor, before)
