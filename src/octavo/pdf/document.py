"""Documents: a unit becomes what WeasyPrint lays out.

Its section is kept whole.  Stamped on are

- ``brief`` on a paragraph of at most two lines behind a heading, which must not be left alone
  with it by a block that is not broken;
- a ``div.run-in`` around a C head and the paragraph behind it, which share a line;
- a joiner before the number of a note and the mark of a dispute: Unicode lets a number begin a line
  behind "?" and "…", and Pango one behind a full stop, too;
- a break that may fall between a closing quotation mark and a bracket: Unicode forbids one there
  (UAX 14, LB15), and would have words hyphenated in the middle of a line;
- ``data-head``, the head of its column and a colon, on each cell of a table, for styles that set
  tables row by row;
- the description of a drawing behind its title, from which alone a PDF's alternative text is made;
- ``data-running`` and ``data-verso`` on the ``h1`` too: a section sets its strings again on every
  page it runs over, so that ``first-except`` would hold of all of them.

Then what depends on other units is left open: a page slot holds the shape of its folio, a link to
an anchor is one to the scheme ``octavo:``, which `link` turns into a destination.  The locators of
an index are not left open: it is laid out when they are known.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from html import escape

from lxml import etree

from octavo.matter.page import spoken
from octavo.model import Unit
from octavo.pdf import index
from octavo.xhtml import as_html

SCHEME = "octavo:"
"""Begins links to anchors, in this unit or in another."""

PARTED = "parted"
"""The class of ``body`` in a book with parts."""

_TWO_LINES = 120
"""Characters that surely stand on two lines of the measure (64 to a line)."""

_QUOTED_BRACKET = re.compile(r"(?<=[”’»]) (?=\()")

_JOINER = "\N{WORD JOINER}"

_LANG = re.compile(rb' lang="([A-Za-z0-9-]+)"')

_ENTERED = ("entered", "elsewhere")
"""What may be printed into the room for an answer: a reply, or where it stands in full."""

_XHTML = "{http://www.w3.org/1999/xhtml}"
_SVG = "{http://www.w3.org/2000/svg}"


def document(
    unit: Unit,
    *,
    lang: str,
    parted: bool,
    shapes: Mapping[str, str],
    moved: Collection[str] = (),
) -> str:
    """Return the HTML document of one unit.

    ``shapes`` has the shape of every folio that it prints, and of those in an index the folio.
    ``moved`` are the replies that do not fit their room, as these name them.
    """
    whole = section(unit)
    _choose(whole, moved)
    index.fill(whole, shapes)
    for link in whole.iter(f"{_XHTML}a"):
        target = link.get("href", "")
        if link.get("data-slot"):
            link.text = shapes[target[1:]]
        if target.startswith("#"):
            link.set("href", f"{SCHEME}{target[1:]}")
    return html([whole], lang=lang, parted=parted)


def languages(unit: Unit) -> tuple[str, ...]:
    """Return the languages of a unit's text, as it names them (BCP 47), sorted."""
    return tuple(sorted({found.decode() for found in _LANG.findall(unit.xhtml)}))


def section(unit: Unit) -> etree._Element:
    """Return a unit's section, stamped for print."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    body = etree.fromstring(unit.xhtml, parser).find(f"{_XHTML}body")
    if body is None or len(body) != 1:
        raise ValueError(f"unit {unit.name}: body holds one section")
    whole = body[0]
    whole.tail = None
    _stamp_heads(whole)
    _stamp_brief(whole)
    _run_in(whole)
    _let_break(whole)
    _hold_calls(whole)
    _head_cells(whole)
    _describe(whole)
    return whole


def html(sections: Iterable[etree._Element], *, lang: str, parted: bool, head: str = "") -> str:
    """Return an HTML document of sections; its ``head`` is markup."""
    body = "\n".join(as_html(whole) for whole in sections)
    kind = f' class="{PARTED}"' if parted else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(lang)}">\n'
        f'<head>\n<meta charset="utf-8">\n{head}</head>\n<body{kind}>\n{body}\n</body>\n</html>\n'
    )


def _choose(whole: etree._Element, moved: Collection[str]) -> None:
    """Leave in the room for an answer the reply where it fits, else where that stands in full.

    Without room there is neither: nothing is left that a style sheet could mistake for the text.
    What is left stands before the rules, so that it begins on the page where they begin.
    """
    for element in list(whole.iter(f"{_XHTML}div", f"{_XHTML}p")):
        room = element.getparent()
        if element.get("class") not in _ENTERED or room is None:
            continue
        reply = room.get("data-reply")
        room.remove(element)
        if reply is not None and element.get("class") == _ENTERED[reply in moved]:
            room.insert(0, element)


def _stamp_heads(whole: etree._Element) -> None:
    heading = whole.find(f".//{_XHTML}h1")
    if heading is not None:
        for name in ("data-running", "data-verso"):
            if name in whole.attrib:
                heading.set(name, whole.attrib[name])


def _stamp_brief(whole: etree._Element) -> None:
    for level in ("h2", "h3"):
        for heading in whole.iter(f"{_XHTML}{level}"):
            after = heading.getnext()
            if after is None or after.tag != f"{_XHTML}p":
                continue
            if len("".join(str(text) for text in after.itertext())) < _TWO_LINES:
                after.set("class", f"{after.get('class', '')} brief".strip())


def _run_in(whole: etree._Element) -> None:
    for heading in list(whole.iter(f"{_XHTML}h4")):
        after = heading.getnext()
        if after is not None and after.tag == f"{_XHTML}p":
            pair = etree.Element(f"{_XHTML}div", {"class": "run-in"})
            heading.addprevious(pair)
            pair.tail, after.tail = after.tail, None
            pair.extend([heading, after])


def _let_break(whole: etree._Element) -> None:
    for element in whole.iter(f"{_XHTML}*"):
        element.text = _breakable(element.text)
        for child in element:
            child.tail = _breakable(child.tail)


def _hold_calls(whole: etree._Element) -> None:
    for call in whole.iter(f"{_XHTML}sup"):
        call.text = f"{_JOINER}{(call.text or '').lstrip()}"


def _head_cells(whole: etree._Element) -> None:
    for table in whole.iter(f"{_XHTML}table"):
        heads = [spoken(head) for head in table.iterfind(f"{_XHTML}thead/{_XHTML}tr/{_XHTML}th")]
        for row in table.iterfind(f"{_XHTML}tbody/{_XHTML}tr"):
            for head, cell in zip(heads, row, strict=False):
                if head:
                    cell.set("data-head", head if head.endswith("?") else f"{head}:")


def _describe(whole: etree._Element) -> None:
    for drawing in whole.iter(f"{_SVG}svg"):
        title, said = drawing.find(f"{_SVG}title"), drawing.find(f"{_SVG}desc")
        if "drawn" in drawing.get("class", "").split() and title is not None and said is not None:
            title.text = f"{title.text} {said.text}"
            drawing.remove(said)


def _breakable(text: str | None) -> str | None:
    return text and _QUOTED_BRACKET.sub(" \N{ZERO WIDTH SPACE}", text)
