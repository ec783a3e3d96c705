"""The trim: style sheets in, the size of a page in millimetres out.

That is what ``size`` of the last ``@page`` rule for all pages says (CSS Paged Media 3, 5.1): two
lengths, or the name of a paper.  Where none says anything a page is A4, as it is laid out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import tinycss2

from octavo.errors import BuildError
from octavo.model import PAPERS

SHEET: Final = "print.css"
"""The style sheet that sets the page of a book, before those of its edition."""

_INCH: Final = 25.4
_MILLIMETRES: Final = {
    "mm": 1,
    "cm": 10,
    "q": 0.25,
    "in": _INCH,
    "pc": _INCH / 6,
    "pt": _INCH / 72,
    "px": _INCH / 96,
}
_SIZES: Final = {str(name): size for name, size in PAPERS.items()}


def trim(sheets: Iterable[tuple[str, str]]) -> tuple[float, float]:
    """Return the width and height of a page as style sheets (name, CSS) set it.

    Raises:
        BuildError: one does in words that are not understood.
    """
    found = PAPERS["a4"]
    for name, css in sheets:
        for tokens in _sizes(css):
            if (size := _read(tokens)) is None:
                said = tinycss2.serialize(tokens).strip()
                raise BuildError(
                    f"{name}: a cover cannot be made for pages of the size '{said}'",
                    "write size: 189mm 246mm",
                )
            found = size
    return found


def _sizes(css: str) -> Iterable[list[Any]]:
    """Yield the value of each ``size`` for all pages."""
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type != "at-rule" or rule.lower_at_keyword != "page" or rule.content is None:
            continue
        if any(token.type != "whitespace" for token in rule.prelude):
            continue  # of some pages
        for said in tinycss2.parse_blocks_contents(rule.content):
            if said.type == "declaration" and said.lower_name == "size":
                yield said.value


def _read(tokens: list[Any]) -> tuple[float, float] | None:
    said = [token for token in tokens if token.type not in {"whitespace", "comment"}]
    lengths = [
        token.value * _MILLIMETRES[token.lower_unit]
        for token in said
        if token.type == "dimension" and token.lower_unit in _MILLIMETRES
    ]
    if len(lengths) == len(said) == 2:  # noqa: PLR2004  (width and height)
        return round(lengths[0], 3), round(lengths[1], 3)
    words = {token.lower_value if token.type == "ident" else "" for token in said}
    name = next((word for word in words if word in _SIZES), "")
    turned = words - {name}
    if not name or turned not in ({"landscape"}, {"portrait"}, set()):
        return None
    short, long = _SIZES[name]
    return (long, short) if turned == {"landscape"} else (short, long)
