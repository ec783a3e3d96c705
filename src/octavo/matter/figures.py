"""Pictures for a page: a Medium in, the markup of its `svg` or the facts of its `img` out.

An SVG becomes part of the page: only its SVG elements, in the default name
space, so that an HTML parser reads what an XML parser reads; its ids and the
references to them with a prefix, so that two drawings never meet; the
alternative text as its title; no size of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from lxml import etree
from markupsafe import Markup

from octavo.errors import BuildError
from octavo.matter.page import SVG, drop, safe_parser
from octavo.model import Medium
from octavo.tree import plain_text

_XLINK: Final = "http://www.w3.org/1999/xlink"
_XML: Final = "http://www.w3.org/XML/1998/namespace"
_URL: Final = re.compile(r"url\(\s*(['\"]?)#([^)'\"]+)\1\s*\)")
_LENGTH: Final = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(?:px|pt|mm)?\s*")
_ID_LISTS: Final = frozenset({"aria-labelledby", "aria-describedby"})


@dataclass(frozen=True, slots=True)
class Picture:
    """What a figure's template needs: ``svg`` is markup, else ``src`` names a file."""

    svg: Markup
    src: str
    alt: str
    description: str
    credit: str


def picture(medium: Medium, anchor: str) -> Picture:
    """Make ready ``medium`` for the figure with the id ``anchor``."""
    svg = Markup(_inline(medium, anchor)) if medium.is_svg else Markup()  # noqa: S704 (lxml wrote it)
    src = "" if medium.is_svg else quote(medium.file)
    return Picture(svg, src, plain_text(medium.alt), plain_text(medium.description), medium.credit)


def _inline(medium: Medium, anchor: str) -> str:
    try:
        drawn = etree.fromstring(medium.data, safe_parser())
    except etree.XMLSyntaxError as error:
        raise BuildError(f"{medium.file} is not well-formed: {error.msg}") from error
    size = [_LENGTH.fullmatch(drawn.get(side, "")) for side in ("width", "height")]
    svg = _copy(drawn, f"{anchor}-")
    if "viewBox" not in svg.attrib and size[0] and size[1]:
        svg.set("viewBox", f"0 0 {size[0][1]} {size[1][1]}")
    drop(svg, "width", "height", "x", "y", "aria-label", "aria-describedby")
    svg.set("class", "drawing")
    svg.set("role", "img")
    svg.set("aria-labelledby", f"{anchor}-svg-title")
    for title in svg.findall(f"{{{SVG}}}title"):
        svg.remove(title)
    title = etree.Element(f"{{{SVG}}}title", {"id": f"{anchor}-svg-title"})
    title.text = plain_text(medium.alt)
    svg.insert(0, title)
    if medium.description:
        svg.set("aria-describedby", f"{anchor}-description")
    return str(etree.tostring(svg, encoding="unicode"))


def _copy(element: etree._Element, prefix: str) -> etree._Element:
    """Copy an SVG element without what is not SVG."""
    copied = etree.Element(element.tag, nsmap={None: SVG})  # type: ignore[dict-item]  # the stub knows no default
    for name, value in element.attrib.items():
        kept = _attribute(str(name))
        if kept and copied.get(kept) is None:
            copied.set(kept, _prefixed(kept, str(value), prefix))
    copied.text = _in_css(element.text, prefix) if _is(element, "style") else element.text
    for child in element:
        if str(child.tag).startswith(f"{{{SVG}}}"):
            added = _copy(child, prefix)
            added.tail = child.tail
            copied.append(added)
    return copied


def _attribute(name: str) -> str:
    """Return the name under which an attribute is kept, or nothing."""
    if name == f"{{{_XLINK}}}href":
        return "href"
    if name == f"{{{_XML}}}lang":
        return name
    return "" if name.startswith("{") else name


def _prefixed(name: str, value: str, prefix: str) -> str:
    if name == "id":
        return prefix + value
    if name == "href" and value.startswith("#"):
        return f"#{prefix}{value[1:]}"
    if name in _ID_LISTS:
        return " ".join(prefix + word for word in value.split())
    return _URL.sub(rf"url(#{prefix}\2)", value)


def _in_css(text: str | None, prefix: str) -> str | None:
    if not text:
        return text
    text = _URL.sub(rf"url(#{prefix}\2)", text)
    return re.sub(r"#([A-Za-z_][\w-]*)(?=[^{};]*\{)", rf"#{prefix}\1", text)


def _is(element: etree._Element, name: str) -> bool:
    return bool(element.tag == f"{{{SVG}}}{name}")
