"""The tree: a unit's markup and what was painted of it in, its structure out.

An element of the markup becomes an element of the structure once, however many lines, columns and
pages it is broken over, and only if something of it was painted.  What says nothing of its own is
left out: its content is its parent's, with runs of text gathered to paragraphs.  Words in another
language than those around them say so, in whatever element has them.
"""

from __future__ import annotations

from itertools import count
from typing import Any

from octavo.errors import BuildError
from octavo.pdf.tagging.kinds import (
    GROUP,
    LINE,
    REFERENCES,
    SVG,
    is_ornament,
    is_presentation,
    kind,
)
from octavo.pdf.tagging.lists import finish_entry, finish_item, finish_list
from octavo.pdf.tagging.nodes import (
    CELLS,
    Kid,
    Node,
    Painted,
    blocks_apart,
    elements,
    in_paragraphs,
    is_inline,
)
from octavo.pdf.tagging.painted import Sheets, of_child
from octavo.pdf.tagging.tables import finish_table

_SVG_TITLE = "{http://www.w3.org/2000/svg}title"


class Builder:
    """Builds the structure of a unit."""

    def __init__(self, sheets: Sheets, unit: str) -> None:
        self._sheets = sheets
        self._unit = unit
        self._tables = count(1)

    def build(self, root: Any, lang: str) -> list[Kid]:  # noqa: ANN401
        """Return the structure of a document, whose text is in a language unless it says so."""
        body = root.find("body")
        return in_paragraphs(self._inside(body, lang), body)

    def _inside(self, element: Any, lang: str) -> list[Kid]:  # noqa: ANN401
        """Return what stands in an element, in the order of the markup."""
        placed: list[tuple[int, Kid]] = list(self._sheets.marks.get(element, ()))
        if element.tag != SVG:
            placed += [
                (of_child(at), kid)
                for at, child in enumerate(element)
                for kid in self._element(child, element, lang)
            ]
        return [kid for _, kid in sorted(placed, key=lambda each: each[0])]

    def _element(self, element: Any, parent: Any, lang: str) -> list[Kid]:  # noqa: ANN401
        own = str(element.get("lang") or lang)
        by_rows = element in self._sheets.by_rows or is_presentation(element)
        if element.tag == "table" and by_rows:
            made = self._by_rows(element, own)
        else:
            made = self._made(element, kind(element, parent), own)
        if own != lang:
            return [_spoken(made, element, own)] if made else []
        return made

    def _made(self, element: Any, sort: str, lang: str) -> list[Kid]:  # noqa: ANN401
        kids = self._inside(element, lang)
        links = self._sheets.links.get(element)
        if links:
            return [_link(element, [*links, *kids], sort)]
        if not kids and sort not in CELLS:
            return []
        if sort == "Figure" and is_ornament(element):
            return []
        if sort == LINE:
            return kids
        if sort == GROUP:
            return in_paragraphs(kids, element)
        node = Node(sort, element, kids)
        self._finish(node)
        return [node] if node.kids or sort in CELLS else []

    def _finish(self, node: Node) -> None:
        match node.kind:
            case "Table":
                finish_table(node, f"{self._unit}-{next(self._tables)}")
            case "THead" | "TBody" | "TFoot" | "TR" | "TOC":
                node.kids = elements(node.kids)
            case "L":
                finish_list(node, self._sheets.numbering)
            case "LI":
                finish_item(node)
            case "TOCI":
                finish_entry(node)
            case "Note":
                _finish_note(node)
            case "Figure":
                _finish_figure(node, self._unit)
            case "Sect" | "Index" | "Div" | "BlockQuote":
                node.kids = in_paragraphs(node.kids, node.element)
            case "LBody" | "TD" | "TH" | "Caption":
                node.kids = blocks_apart(node.kids, node.element)

    def _by_rows(self, table: Any, lang: str) -> list[Kid]:  # noqa: ANN401
        """Return a table that is read row by row: a division a row, a paragraph a cell."""
        rows: list[Kid] = []
        for part in table:
            if part.tag in {"thead", "tbody", "tfoot"}:
                for row in part:
                    cells = [
                        kid for cell in row for kid in in_paragraphs(self._inside(cell, lang), cell)
                    ]
                    rows += [Node("Div", row, cells)] if cells else []
            else:
                rows += in_paragraphs(self._inside(part, lang), part)
        return [Node("Div", table, rows)] if rows else []


def _spoken(made: list[Kid], element: Any, lang: str) -> Node:  # noqa: ANN401
    """Return what was made of an element as one that says its language."""
    if len(made) == 1 and isinstance(made[0], Node):
        node = made[0]
    else:
        node = Node("Span" if all(map(is_inline, made)) else "Div", element, made)
    node.lang = lang
    return node


def _link(element: Any, kids: list[Kid], sort: str) -> Node:  # noqa: ANN401
    link = Node("Link", element, kids)
    if sort == "Lbl":
        return Node("Lbl", element, [link])
    return Node("Reference", element, [link]) if element.get("role") in REFERENCES else link


def _finish_note(node: Node) -> None:
    """Name a note, and put its number before its text."""
    node.name = str(node.element.get("id") or "")
    node.kids = in_paragraphs(node.kids, node.element)
    first = node.kids[0]
    if isinstance(first, Node) and first.kind == "P":
        labels = [kid for kid in first.kids if isinstance(kid, Node) and kid.kind == "Lbl"]
        first.kids = [kid for kid in first.kids if kid not in labels]
        node.kids[:1] = [*labels, *([first] if first.kids else [])]


def _finish_figure(node: Node, unit: str) -> None:
    """Say what a picture shows and where it stands."""
    title = node.element.find(_SVG_TITLE)
    said = None if title is None else title.text
    said = said or node.element.get("alt") or node.element.get("aria-label")
    if not said:
        raise BuildError(
            f"a picture in {unit} says nothing of what it shows",
            'its template gives it an alt text, a <title> or an aria-label, or role="presentation" '
            "if it is an ornament",
        )
    node.alt = " ".join(said.split())
    (place,) = (kid.figure for kid in node.kids if isinstance(kid, Painted))
    node.attributes = {"O": "/Layout", "Placement": "/Block", "BBox": place}
