"""Writing: nodes in, the structure tree of a file out (ISO 32000-1, 14.7).

Every sequence of marks belongs to one element.  What no element has is painted as an artefact
(14.8.2.2): the heads of a table on each of its later pages, and spaces between blocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pydyf

from octavo.pdf.private import mark_of, tokens
from octavo.pdf.tagging.nodes import Annotated, Kid, Node, Painted, walk


class Writer:
    """Writes the structure of a document into its file.

    ``marks`` has the new number of every sequence of marks, by page and by old number.
    """

    def __init__(self, pdf: Any, marks: Sequence[dict[int, int]]) -> None:  # noqa: ANN401
        self._pdf = pdf
        self._marks = marks
        self._pages = pdf.page_references
        self._owners = [[b""] * len(of_page) for of_page in marks]
        self._annotated: list[tuple[bytes, Any]] = []

    def write(self, kids: Iterable[Kid]) -> None:
        """Write a document of these kids."""
        pdf = self._pdf
        parents, root = pydyf.Dictionary(), pydyf.Dictionary({"Type": "/StructTreeRoot"})
        pdf.add_object(parents)
        pdf.add_object(root)
        whole = self._element("Document", root.reference)
        for kid in kids:
            whole["K"].append(self._kid(kid, whole, -1))
        root["ParentTree"] = parents.reference
        root["K"] = pydyf.Array([whole.reference])
        rows: list[Any] = [pydyf.Array(owners) for owners in self._owners]
        for key, (owner, annotation) in enumerate(self._annotated, start=len(rows)):
            annotation["StructParent"] = key
            rows.append(owner)
        parents["Nums"] = pydyf.Array(each for row in enumerate(rows) for each in row)
        pdf.catalog["StructTreeRoot"] = root.reference

    def _element(self, kind: str, parent: bytes) -> Any:  # noqa: ANN401
        entries = {"Type": "/StructElem", "S": f"/{kind}", "P": parent, "K": pydyf.Array()}
        element = pydyf.Dictionary(entries)
        self._pdf.add_object(element)
        return element

    def _kid(self, kid: Kid, parent: Any, page: int) -> Any:  # noqa: ANN401
        match kid:
            case Painted():
                mark = self._marks[kid.page][kid.mark]
                self._owners[kid.page][mark] = parent.reference
                return mark if kid.page == page else self._there("MCR", kid.page, "MCID", mark)
            case Annotated():
                self._annotated.append((parent.reference, kid.annotation))
                return self._there("OBJR", kid.page, "Obj", kid.annotation.reference)
            case Node():
                return self._node(kid, parent).reference

    def _there(self, sort: str, page: int, key: str, value: object) -> Any:  # noqa: ANN401
        return pydyf.Dictionary({"Type": f"/{sort}", "Pg": self._pages[page], key: value})

    def _node(self, node: Node, parent: Any) -> Any:  # noqa: ANN401
        element = self._element(node.kind, parent.reference)
        page = next((kid.page for kid in node.kids if isinstance(kid, Painted)), -1)
        if page >= 0:
            element["Pg"] = self._pages[page]
        for key, words in (("ID", node.name), ("Lang", node.lang), ("Alt", node.alt)):
            if words:
                element[key] = pydyf.String(words)
        if node.attributes:
            element["A"] = pydyf.Dictionary({k: _value(v) for k, v in node.attributes.items()})
        for kid in node.kids:
            element["K"].append(self._kid(kid, element, page))
        return element


def _value(value: object) -> Any:  # noqa: ANN401
    """Return an attribute's value as pydyf has it: words in a tuple are strings."""
    if isinstance(value, tuple):
        return pydyf.Array(pydyf.String(v) if isinstance(v, str) else v for v in value)
    return value


def numbered(
    kids: Iterable[Kid],
    document: Any,  # noqa: ANN401
    streams: Sequence[Any],
) -> list[dict[int, int]]:
    """Return new numbers for the marks that the structure has; make artefacts of the others."""
    wanted: list[set[int]] = [set() for _ in streams]
    for kid in walk(kids):
        if isinstance(kid, Painted):
            wanted[kid.page].add(kid.mark)
    numbers = []
    for page, stream, kept in zip(document.pages, streams, wanted, strict=True):
        renewed = {mark: new for new, mark in enumerate(sorted(kept))}
        page.marks = {renewed[mark]: box for mark, box in page.marks.items() if mark in kept}
        painted = tokens(stream)
        for at, token in enumerate(painted):
            mark = mark_of(token)
            if mark in renewed:
                token["MCID"] = renewed[mark]
            elif mark >= 0:
                painted[at - 1], painted[at] = "/Artifact", pydyf.Dictionary({"Type": "/Layout"})
        numbers.append(renewed)
    return numbers
