"""The reference document: pandoc's own in, one with our styles, paper and foot out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from lxml import etree

from octavo.archive import pack
from octavo.model import Paper
from octavo.offprint.styles import W, made, restyled

_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_FOOT: Final = "word/footer1.xml"
_FOOT_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_FOOT_ID: Final = "rIdFoot"

#: Width and height in twentieths of a point (ISO 216; ANSI/ASME Y14.1).
_SIZES: Final[Mapping[Paper, tuple[int, int]]] = {
    "a5": (8391, 11906),
    "a4": (11906, 16838),
    "letter": (12240, 15840),
}
_LEFT: Final = 1417
"""25 mm, clear for holes."""
_RIGHT: Final = 1701
_ABOVE: Final = 1134


def opened(document: bytes) -> dict[str, bytes]:
    """Return the parts of a .docx by their names."""
    with ZipFile(BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def reference(own: bytes, *, lang: str, paper: Paper, foot: Sequence[str]) -> bytes:
    """Return a reference document made of pandoc's ``own``.

    ``foot`` are the lines at the foot of every page; the number of the page and of all follow.
    """
    parts = opened(own)
    parts["word/styles.xml"] = restyled(parts["word/styles.xml"], lang)
    parts["word/document.xml"] = _on_paper(parts["word/document.xml"], paper)
    parts[_FOOT] = _written(_foot(foot))
    parts["[Content_Types].xml"] = _with_type(parts["[Content_Types].xml"])
    links = "word/_rels/document.xml.rels"
    parts[links] = _with_link(parts[links])
    return pack(parts)


def _on_paper(part: bytes, paper: Paper) -> bytes:
    root = etree.fromstring(part)
    width, height = _SIZES[paper]
    foot = made("footerReference", type="default")
    foot.set(f"{{{_R}}}id", _FOOT_ID)
    margins = made("pgMar", top=_ABOVE, right=_RIGHT, bottom=_ABOVE, left=_LEFT)
    for key, value in (("header", 567), ("footer", 567), ("gutter", 0)):
        margins.set(f"{{{W}}}{key}", str(value))
    (body,) = root
    for section in body.findall(f"{{{W}}}sectPr"):
        body.remove(section)
    body.append(made("sectPr", foot, made("pgSz", w=width, h=height), margins))
    return _written(root)


def _foot(lines: Sequence[str]) -> etree._Element:
    numbers = made("p", made("pPr", made("pStyle", val="Footer"), made("jc", val="right")))
    numbers.append(made("fldSimple", _run("1"), instr="PAGE"))
    numbers.append(_run("/"))
    numbers.append(made("fldSimple", _run("1"), instr="NUMPAGES"))
    return made("ftr", *(made("p", _footer_style(), _run(line)) for line in lines), numbers)


def _footer_style() -> etree._Element:
    return made("pPr", made("pStyle", val="Footer"))


def _run(words: str) -> etree._Element:
    text = made("t")
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made("r", text)


def _with_type(part: bytes) -> bytes:
    root = etree.fromstring(part)
    named = {"PartName": f"/{_FOOT}", "ContentType": _FOOT_TYPE}
    root.append(etree.Element(f"{{{_PARTS}}}Override", named))
    return _written(root)


def _with_link(part: bytes) -> bytes:
    root = etree.fromstring(part)
    named = {"Id": _FOOT_ID, "Type": f"{_R}/footer", "Target": _FOOT.removeprefix("word/")}
    root.append(etree.Element(f"{{{_LINKS}}}Relationship", named))
    return _written(root)


def _written(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))
