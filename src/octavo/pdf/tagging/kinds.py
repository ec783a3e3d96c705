"""Kinds: which structure type an element of a unit's markup has.

In, an element as ``docs/markup.md`` describes it; out, a standard structure type of ISO 32000-1,
14.8.4, or that it is none: what a line runs through (``LINE``), or what only groups (``GROUP``).
"""

from __future__ import annotations

from typing import Any, Final

LINE, GROUP = "", "-"

SVG: Final = "{http://www.w3.org/2000/svg}svg"

_KINDS: Final = {
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    **dict.fromkeys(("p", "summary", "pre"), "P"),
    **dict.fromkeys(("ul", "ol", "dl"), "L"),
    **dict.fromkeys(("img", SVG), "Figure"),
    **dict.fromkeys(("section", "nav", "article"), "Sect"),
    **dict.fromkeys(("caption", "figcaption"), "Caption"),
    **dict.fromkeys(("div", "header", "main", "aside", "details", "footer", "hgroup"), GROUP),
    "figure": "Div",
    "blockquote": "BlockQuote",
    "q": "Quote",
    "code": "Code",
    "li": "LI",
    "dt": "Lbl",
    "dd": "LBody",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
}

_ROLES: Final = {"doc-index": "Index", "doc-notice": "Sect", "group": "Sect"}

_CLASSES: Final = {
    "toc": "TOC",
    "toc-entry": "TOCI",
    "toc-line": LINE,
    "toc-number": "Lbl",
    "note": "Note",
    "note-number": "Lbl",
}

REFERENCES: Final = frozenset({"doc-noteref", "doc-biblioref"})
"""The roles of links that cite what stands elsewhere."""


def kind(element: Any, parent: Any) -> str:  # noqa: ANN401
    """Return the structure type of an element."""
    for name in classes(element):
        if name in _CLASSES:
            return _CLASSES[name]
    if element.tag == "div" and parent.tag == "dl":
        return "LI"  # a term with its definitions
    role = _ROLES.get(element.get("role") or "")
    return role or _KINDS.get(element.tag, LINE)


def is_ornament(element: Any) -> bool:  # noqa: ANN401
    """Whether the markup says of a picture that it says nothing."""
    return is_presentation(element) or (element.tag == "img" and element.get("alt") == "")


def is_presentation(element: Any) -> bool:  # noqa: ANN401
    """Whether the markup says that an element is there for its looks (WAI-ARIA 1.2, 5.3.3)."""
    return element.get("role") in {"none", "presentation"}


def classes(element: Any) -> list[str]:  # noqa: ANN401
    """Return the classes of an element."""
    return str(element.get("class") or "").split()
