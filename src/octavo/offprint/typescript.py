"""Typescript: a unit's XHTML in, HTML out in which every paragraph names its style in Word.

Pandoc reads ``data-custom-style`` on a ``div`` as the style of its paragraphs and on a ``span`` as
that of its characters (Pandoc User's Guide, "Custom Styles").  The names are those of
:mod:`octavo.offprint.styles`.  Gone is what only pages or screens have: glosses of the margin,
folded tables, anchors that nothing leads to, and attributes that a word processor has no use for.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest
from typing import Final
from urllib.parse import unquote

from lxml import etree

from octavo.matter.page import XHTML, serialised, spoken
from octavo.model import Unit
from octavo.offprint import pictures
from octavo.offprint.drawings import named, said, size
from octavo.offprint.job import Job
from octavo.xhtml import has_class, make, parse, remove

STYLE: Final = "data-custom-style"

#: The style of the paragraphs in an element, by its class.
_PARAGRAPHS: Final[Mapping[str, str]] = {
    "name-line": "Name Line",
    "reference": "Note",
    "enquiry": "Enquiry",
    "opening-label": "Label",
    "dispute-label": "Label",
    "answer-title": "Label",
    "aid-title": "Label",
    "comment": "Comment",
    "hint": "Hint",
    "starters": "Hint",
    "box-title": "Box Title",
    "summary-title": "Summary Title",
    "source-head": "Source Head",
    "provenance": "Source Note",
    "editor-line": "Source Note",
    "rights-line": "Source Note",
    "description": "Source Note",
    "extract": "Source",
    "question-head": "Question",
    "question-text": "Question Text",
    "note": "Note",
    "line": "Answer Line",
}
#: The style of the characters in an element, by its class.
_CHARACTERS: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        ("caption-number", "question-number", "source-name", "box-kind", "note-number", "ordinal"),
        "Number",
    ),
    "sn": "Sentence Number",
}
#: What stands at the foot of pages.
_FOOT: Final = ("origin-line", "terms-line")
_GONE: Final = ("glosses", "figures-behind", *_FOOT)
_KEPT: Final = frozenset(
    {"alt", "colspan", "href", "lang", "rowspan", "src", "start", "width", STYLE}
)
_SIDES: Final = ("left", "center", "right")
#: A gap that no program takes for a space between words.
_GAP: Final = "\N{EN SPACE}"
#: The room behind a word of the line for names, by its class.
_ROOM: Final[Mapping[str, str]] = {
    "name-field": 17 * "\N{EM SPACE}",
    "class-field": 7 * "\N{EM SPACE}",
}
#: About how many characters stand on a line of a table, and between two columns.
_LINE: Final = 80
_GUTTER: Final = 3
#: The widest that a picture may be on A4 and on Letter, in points.
_MEASURE: Final = 439.0


def typescript(job: Job) -> bytes:
    """Return the HTML of a unit for pandoc, with its pictures in it.

    Raises:
        BuildError: a picture is not there.
    """
    root = parse(job.unit.xhtml)
    for element in _of_class(root, *_GONE):
        remove(element)
    for space in _of_class(root, "answer-space"):
        _clear(space)
    _show(root, job)
    for entry in _of_class(root, "entry"):
        _unwrap(entry)
    for figure in list(root.iter(f"{{{XHTML}}}figure")):
        _close_up(figure)
    for table in root.iter(f"{{{XHTML}}}table"):
        _share_out(table)
    for element in list(root.iter(f"{{{XHTML}}}p")):
        _part(element)
    for element in list(root.iter(f"{{{XHTML}}}*")):
        _style(element)
    _link(root)
    for heading in root.iter(f"{{{XHTML}}}title"):
        heading.text = ""  # pandoc would print it
    return serialised(root)


def foot(unit: Unit) -> tuple[str, ...]:
    """Return the lines at the foot of a unit's pages: where it is from, and on what terms."""
    return tuple(map(spoken, _of_class(parse(unit.xhtml), *_FOOT)))


def _show(root: etree._Element, job: Job) -> None:
    """Put pictures in, drawings as they were painted, each as large as in print or the measure."""
    for name, drawing in named(root):
        width, _ = size(drawing)
        image = make("img", alt=said(drawing), src=pictures.address("image/png", job.painted[name]))
        image.set("width", f"{min(width, _MEASURE):.1f}pt")
        image.tail = drawing.tail
        parent = drawing.getparent()
        if parent is not None:
            parent.replace(drawing, image)
    for image in root.iter(f"{{{XHTML}}}img"):
        name = unquote(image.get("src") or "")
        if not name.startswith("data:"):
            image.set("src", pictures.embedded(job, name))


def _clear(space: etree._Element) -> None:
    """Take the lines out of a space that has an answer in it; print sets it over them."""
    if len(space) > 1:
        remove(space[0])


def _unwrap(entry: etree._Element) -> None:
    """Put what an entry of a list of definitions holds in its place: pandoc knows no groups."""
    for part in list(entry):
        entry.addprevious(part)
    remove(entry)


def _close_up(figure: etree._Element) -> None:
    """Leave no space beside a picture, and let a table stand behind its figure.

    Pandoc would set either beside the picture.
    """
    figure.text = None
    for part in figure:
        part.tail = None
    for table in figure.findall(f"{{{XHTML}}}table"):
        remove(table)
        figure.addnext(table)


def _share_out(table: etree._Element) -> None:
    """Give each column of a table room for its longest word, and a share of the rest.

    Twice the share for four times the words: both columns then have about as many lines.
    """
    rows = [[spoken(cell) for cell in row] for row in table.iter(f"{{{XHTML}}}tr")]
    columns = [_longest(column) for column in zip_longest(*rows, fillvalue="")]
    words = [word for word, _ in columns]
    roots = [cell**0.5 for _, cell in columns]
    rest = max(0, _LINE - sum(words)) / (sum(roots) or 1)
    widths = [word + rest * root for word, root in zip(words, roots, strict=True)]
    shares = (f"width:{width / sum(widths):.1%}" for width in widths)
    group = make("colgroup", *(make("col", style=share) for share in shares))
    table.insert(len(table.findall(f"{{{XHTML}}}caption")), group)


def _longest(cells: tuple[str, ...]) -> tuple[int, int]:
    """Return how long the longest word of some cells is, and the longest cell."""
    words = max((len(word) for cell in cells for word in cell.split()), default=0)
    return words + _GUTTER, max(map(len, cells), default=0)


def _part(paragraph: etree._Element) -> None:
    """Give each sentence of an extract a paragraph of its own, as it has a line in print."""
    sentences = [each for each in paragraph if has_class(each, "sentence")]
    if not sentences or len(sentences) < len(paragraph):
        return
    for sentence in sentences:
        sentence.tail = None
        for number in sentence.iterchildren(f"{{{XHTML}}}span"):
            if has_class(number, "sn"):
                number.tail = _GAP + (number.tail or "").lstrip()
        paragraph.addprevious(make("p", sentence))
    remove(paragraph)


def _style(element: etree._Element) -> None:
    """Name the style of an element, and bring it into the form that pandoc knows it in."""
    classes = (element.get("class") or "").split()
    tag = etree.QName(element).localname
    if "ordinal" in classes:
        element.append(make("br"))
        element.tail = (element.tail or "").lstrip()
    character = next((_CHARACTERS[name] for name in classes if name in _CHARACTERS), "")
    paragraph = next((_PARAGRAPHS[name] for name in classes if name in _PARAGRAPHS), "")
    if character and tag in {"span", "a"}:
        _wrap(element, make("span"), character)
    elif paragraph and tag == "p":
        _wrap(element, make("div"), paragraph)
    elif paragraph:
        element.tag = f"{{{XHTML}}}div"
        element.set(STYLE, paragraph)
    if "line" in classes:
        framed = any(has_class(each, "answer-box") for each in element.iterancestors())
        element.set(STYLE, "Answer Box" if framed else "Answer Line")
        element.append(make("p", "\N{NO-BREAK SPACE}"))
    if tag in {"td", "th"}:
        side = next((name for name in classes if name in _SIDES), "left")
        element.set("style", f"text-align:{side}")
    if room := next((_ROOM[name] for name in classes if name in _ROOM), ""):
        element.append(make("span", room))
    if "tight" in classes:
        element.tag = f"{{{XHTML}}}span"


def _wrap(element: etree._Element, around: etree._Element, style: str) -> None:
    around.set(STYLE, style)
    element.addprevious(around)
    around.tail, element.tail = element.tail, None
    around.append(element)


def _link(root: etree._Element) -> None:
    """Keep the anchors that something leads to and the links that lead to one; drop the others."""
    targets = {str(each.get("id")) for each in root.iter() if each.get("id")}
    wanted = {str(each.get("href"))[1:] for each in root.iter(f"{{{XHTML}}}a")}
    for element in root.iter(f"{{{XHTML}}}*"):
        reference = element.get("href") or ""
        for name in list(element.attrib):
            kept = name in _KEPT or (name == "id" and element.get("id") in wanted)
            aligned = name == "style" and etree.QName(element).localname in {"col", "td", "th"}
            if not (kept or aligned):
                del element.attrib[name]
        if reference.startswith("#") and reference[1:] not in targets:
            element.tag = f"{{{XHTML}}}span"
            del element.attrib["href"]


def _of_class(root: etree._Element, *names: str) -> list[etree._Element]:
    """Return the elements that have one of these classes, so that each may be taken out."""
    found = root.iter(f"{{{XHTML}}}*")
    return [element for element in found if any(has_class(element, name) for name in names)]
