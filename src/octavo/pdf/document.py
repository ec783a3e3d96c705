"""Joining: the units of an edition become the one document that WeasyPrint lays out.

Each unit's section is kept whole.  Stamped on are

- ``data-first="arabic"`` on the section whose first page is arabic 1;
- ``data-series="roman"`` on page slots that point into the front matter, since CSS must be told
  the numerals of a ``target-counter()``;
- ``brief`` on a paragraph of at most two lines behind a heading, which must not be left alone
  with it by a block that is not broken;
- a ``div.run-in`` around a C head and the paragraph behind it, which share a line;
- a break that may fall between a closing quotation mark and a bracket: Unicode forbids one there
  (UAX 14, LB15), and would have words hyphenated in the middle of a line;
- ``data-running`` and ``data-verso`` on the ``h1`` too: a section sets its strings again on every
  page it runs over, so that ``first-except`` would hold of all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from lxml import etree

from octavo.model import Metadata, Unit
from octavo.pdf.folios import first_arabic

_TWO_LINES = 120
"""Characters that surely stand on two lines of the measure (64 to a line)."""

_QUOTED_BRACKET = re.compile(r"(?<=[”’»]) (?=\()")

_XHTML = "{http://www.w3.org/1999/xhtml}"


def join(units: Sequence[Unit], metadata: Metadata) -> str:
    """Return one HTML document with the sections of all units."""
    sections = [_section(unit) for unit in units]
    arabic = first_arabic(units)
    roman_anchors = {anchor for section in sections[:arabic] for anchor in _anchors(section)}
    for section in sections[arabic : arabic + 1]:
        section.set("data-first", "arabic")
    for section in sections:
        _stamp_heads(section)
        _stamp_brief(section)
        _run_in(section)
        _let_break(section)
        for slot in section.iter(f"{_XHTML}a"):
            if slot.get("data-slot") and slot.get("href", "")[1:] in roman_anchors:
                slot.set("data-series", "roman")
    body = "\n".join(_html(section) for section in sections)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(metadata.lang)}">\n'
        f"<head>\n{''.join(_head(metadata))}</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def section_id(unit: Unit) -> str:
    """Return the anchor of a unit's section, which stands on its first page."""
    return _section(unit).get("id", "")


def _section(unit: Unit) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    body = etree.fromstring(unit.xhtml, parser).find(f"{_XHTML}body")
    if body is None or len(body) != 1:
        raise ValueError(f"unit {unit.name}: body holds one section")
    section = body[0]
    section.tail = None
    return section


def _stamp_heads(section: etree._Element) -> None:
    heading = section.find(f".//{_XHTML}h1")
    if heading is not None:
        for name in ("data-running", "data-verso"):
            if name in section.attrib:
                heading.set(name, section.attrib[name])


def _stamp_brief(section: etree._Element) -> None:
    for level in ("h2", "h3"):
        for heading in section.iter(f"{_XHTML}{level}"):
            after = heading.getnext()
            if after is None or after.tag != f"{_XHTML}p":
                continue
            if len("".join(str(text) for text in after.itertext())) < _TWO_LINES:
                after.set("class", f"{after.get('class', '')} brief".strip())


def _run_in(section: etree._Element) -> None:
    for heading in list(section.iter(f"{_XHTML}h4")):
        after = heading.getnext()
        if after is not None and after.tag == f"{_XHTML}p":
            pair = etree.Element(f"{_XHTML}div", {"class": "run-in"})
            heading.addprevious(pair)
            pair.tail, after.tail = after.tail, None
            pair.extend([heading, after])


def _let_break(section: etree._Element) -> None:
    for element in section.iter(f"{_XHTML}*"):
        element.text = _breakable(element.text)
        for child in element:
            child.tail = _breakable(child.tail)


def _breakable(text: str | None) -> str | None:
    return text and _QUOTED_BRACKET.sub(" \N{ZERO WIDTH SPACE}", text)


def _anchors(section: etree._Element) -> Iterator[str]:
    for element in section.iter():
        anchor = element.get("id")
        if anchor:
            yield anchor


def _html(section: etree._Element) -> str:
    # As HTML, because an HTML parser will read it: `<td/>` would be an open tag. In a namespace
    # libxml2 takes no element for HTML's, and writes `<br></br>`.
    for element in section.iter(f"{_XHTML}*"):
        element.tag = str(element.tag).removeprefix(_XHTML)
    etree.cleanup_namespaces(section)
    return etree.tostring(section, method="html", encoding="unicode")


def _head(metadata: Metadata) -> Iterator[str]:
    """Yield what WeasyPrint makes the PDF's metadata of; the edition's date is the only date."""
    date = f"{metadata.date.first_day.isoformat()}T00:00:00Z"
    fields = [
        *(("author", person.name) for person in metadata.contributors),
        ("description", metadata.description),
        ("keywords", ", ".join(metadata.subjects)),
        ("generator", "octavo"),
        ("dcterms.created", date),
        ("dcterms.modified", date),
    ]
    yield '<meta charset="utf-8">\n'
    yield f"<title>{escape(metadata.title)}</title>\n"
    for name, content in fields:
        if content:
            yield f'<meta name="{name}" content="{escape(content)}">\n'
