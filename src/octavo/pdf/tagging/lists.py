"""Lists: items of labels and bodies, and the entries of a table of contents.

In, a node with what was found in its element; out, the same with the kids that ISO 32000-1,
14.8.4.3.3, and PDF/UA-1, 7.2 and 7.6, let it have.  A term and its definitions are one item, the
term its label.  An entry of a table of contents is a label and one reference.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from octavo.pdf.tagging.nodes import (
    Kid,
    Node,
    blocks_apart,
    elements,
    in_paragraphs,
    is_blank,
    walk,
)

_NUMBERING: Final = {
    "disc": "Disc",
    "circle": "Circle",
    "square": "Square",
    "decimal": "Decimal",
    "lower-alpha": "LowerAlpha",
    "lower-latin": "LowerAlpha",
    "upper-alpha": "UpperAlpha",
    "upper-latin": "UpperAlpha",
    "lower-roman": "LowerRoman",
    "upper-roman": "UpperRoman",
}
"""The names of ISO 32000-1, table 347, for those of CSS."""

_BULLET: Final = "\N{BULLET}"


def finish_list(node: Node, numbering: Mapping[Any, Any]) -> None:
    """Gather the items of a list, and say how they are numbered."""
    items: list[Node] = []
    for kid in elements(node.kids):
        assert isinstance(kid, Node)  # noqa: S101 - what `elements` returns
        if kid.kind not in {"Lbl", "LBody"}:
            items.append(kid)
        elif items and items[-1].element is node.element and kid.kind == "LBody":
            items[-1].kids.append(kid)
        else:
            items.append(Node("LI", node.element, [kid]))  # a term outside a division
    for each in items:
        if each.element is node.element:
            finish_item(each)
    node.kids = list(items)
    if any(_is_label(kid) for each in items for kid in each.kids):
        style = numbering.get(items[0].element)
        node.attributes = {"O": "/List", "ListNumbering": f"/{_numbered(style)}"}


def _numbered(style: Any) -> str:  # noqa: ANN401
    if isinstance(style, tuple) and style[0] == "string" and style[1].startswith(_BULLET):
        return "Disc"
    return _NUMBERING.get(style, "None") if isinstance(style, str) else "None"


def finish_item(node: Node) -> None:
    """Part what is in an item into its label and its body."""
    if any(isinstance(kid, Node) and kid.kind == "LBody" for kid in node.kids):
        labels = [kid for kid in node.kids if _is_label(kid)]
        bodies = [kid for kid in elements(node.kids) if kid not in labels]
        node.kids = [*labels, *_joined(bodies, node.element)]
        return
    marker: list[Kid] = [kid for kid in node.kids if _is_marker(kid)]
    rest = [kid for kid in node.kids if not _is_marker(kid)]
    label: list[Kid] = [Node("Lbl", node.element, marker)] if marker else []
    body = blocks_apart(rest, node.element)
    node.kids = [*label, *([Node("LBody", node.element, body)] if body else [])]


def _joined(bodies: list[Kid], element: Any) -> list[Kid]:  # noqa: ANN401
    """Return several bodies as one, each of them in paragraphs of its own."""
    if len(bodies) < 2:  # noqa: PLR2004 - several
        return bodies
    kids: list[Kid] = []
    for body in bodies:
        assert isinstance(body, Node)  # noqa: S101 - what `elements` returns
        kids += in_paragraphs(body.kids, body.element) if body.kind == "LBody" else [body]
    return [Node("LBody", element, kids)]


def finish_entry(node: Node) -> None:
    """Make one reference of what leads to one place: a title and its folio."""
    kids = [kid for kid in node.kids if not is_blank(kid)]
    labels = [kid for kid in kids if _is_label(kid)]
    below = [kid for kid in kids if isinstance(kid, Node) and kid.kind == "TOC"]
    said = [kid for kid in node.kids if kid not in labels and kid not in below]
    links = [kid for kid in said if isinstance(kid, Node) and kid.kind == "Link"]
    if links:
        whole = [each for kid in said for each in (kid.kids if kid in links else [kid])]
        reference: list[Kid] = [
            Node("Reference", node.element, [Node("Link", links[0].element, whole)])
        ]
    else:
        reference = in_paragraphs(said, node.element)
    node.kids = [*labels, *reference, *below]


def _is_label(kid: Kid) -> bool:
    return isinstance(kid, Node) and kid.kind == "Lbl"


def _is_marker(kid: Kid) -> bool:
    return not isinstance(kid, Node) and any(getattr(each, "label", False) for each in walk([kid]))
