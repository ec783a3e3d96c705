"""A picture with its record: credit, licence and alternative text, or no picture.

An SVG is read without entities and searched for what a book must not carry:
scripts, event handlers, foreign objects and references out of the file.
"""

from __future__ import annotations

from typing import cast

from lxml import etree

from octavo.errors import Findings, Location
from octavo.model import Medium
from octavo.sources.files import Files
from octavo.sources.schema import Fields

SUFFIXES = (".svg", ".png", ".jpg")
_FORBIDDEN = ("script", "foreignObject", "style", "image", "a", "animate", "set")


def medium(fields: Fields, files: Files, folder: str) -> Medium | None:
    """Read one record of ``media.yaml`` and the file it speaks of."""
    name = fields.text("file", required=True)
    at = fields.at("file")
    record = {
        "alt": fields.text("alt", required=True),
        "credit": fields.text("credit", required=True),
        "licence": fields.text("licence", required=True),
        "description": fields.text("description"),
    }
    if not name:
        return None
    if not name.endswith(SUFFIXES) and ":" not in name:
        fields.findings.error(
            at, "picture-format", f"'{name}' is not a picture octavo can set", "SVG, PNG or JPEG"
        )
        return None
    data = files.data(f"{folder}/{name}" if ":" not in name else name, at)
    if data is None:
        return None
    path = f"{folder}/{name}"
    if name.endswith(".svg"):
        check_svg(data, path, fields.findings)
    return Medium(file=name, data=data, location=at, **record)


def check_svg(data: bytes, path: str, findings: Findings) -> None:
    """Note what makes an SVG unfit to be printed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        findings.error(
            Location(path, int(str(fault.lineno or 1)), 1), "svg", f"not SVG: {fault.msg}"
        )
        return
    if etree.QName(root).localname != "svg" or "viewBox" not in root.attrib:
        findings.error(Location(path, 1, 1), "svg", "an SVG needs an svg root with a viewBox")
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        place = Location(path, _line(element), 1)
        if name in _FORBIDDEN:
            findings.error(
                place, "svg", f"<{name}> may not stand in a picture", "draw with shapes and text"
            )
        for key, value in element.attrib.items():
            target = str(value)
            if etree.QName(key).localname.startswith("on"):
                findings.error(
                    place, "svg", f"an event handler, {etree.QName(key).localname}", "remove it"
                )
            if etree.QName(key).localname == "href" and not target.startswith("#"):
                findings.error(place, "svg", f"a reference out of the picture, {target}")


def _line(element: etree._Element) -> int:
    return cast("int | None", element.sourceline) or 1
