"""Elements in words: an element of a finished document in, what people may find it by out."""

from __future__ import annotations

from typing import Final

from lxml import etree

_NAMED_BY: Final = ("src", "href", "class")
_LONGEST: Final = 60


def named(element: etree._Element) -> str:
    """Return an element's tag with what tells it apart: ``<img src="plan.png"> in #one``."""
    tag = etree.QName(element).localname
    said = next((f' {name}="{element.get(name)}"' for name in _NAMED_BY if element.get(name)), "")
    gap = " " if tag == "table" else ""
    words = " ".join(gap.join(map(str, element.itertext())).split())
    shown = f"<{tag}{said}>" + (f" ‘{_short(words)}’" if words else "")
    return f"{shown}{_where(element)}"


def _where(element: etree._Element) -> str:
    """Return the nearest anchor: the element's own, or that of what it stands in."""
    if own := element.get("id"):
        return f" #{own}"
    around = next((each.get("id") for each in element.iterancestors() if each.get("id")), None)
    return f" in #{around}" if around else ""


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
