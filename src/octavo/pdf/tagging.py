"""Tagging: what WeasyPrint's structure tree lacks, added before its objects are taken.

Sources: ISO 14289-1 (PDF/UA-1) and ISO 32000-1, 14.7-14.9.

- header cells say whether they head a column or a row, and have identifiers of their unit's own;
- a table that a style sets row by row, without its heads or with one over all rows, is a division
  of paragraphs, as it is read (7.5 asks tables for heads, 7.2 rows for as many columns);
- a term and its definitions are one item of a list, the term its label;
- what an item of a list holds besides its label is its body, and the spaces between items that
  run on in a line belong to the items (7.2);
- an index is one (ISO 32000-1, 14.8.4.2);
- words in another language than the book's say so;
- a link inside a link (the generated text of ``a::after``) is no link of its own;
- link annotations print, and say in words where they lead; those to anchors lead there by name;
  words in ``data-said`` are said with the target's folio behind them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pydyf

from octavo.pdf.document import SCHEME
from octavo.pdf.objects import FolioOf
from octavo.pdf.private import (
    is_index,
    is_slot,
    is_term,
    language,
    link_annotation,
    page_box,
    said_before_folio,
    text_of,
    walk,
)

_PRINT = 1 << 2


def finish(document: Any, pdf: Any, unit: str) -> None:  # noqa: ANN401
    """Mend the tagged PDF of a unit in place."""
    objects = pdf.objects
    elements = [entry for entry in objects if _is_element(entry)]
    _mend_rows(elements, objects)
    _mend_headers(elements, objects, unit)
    _mend_links(elements, objects)
    _mend_definitions(elements, objects, _terms(document, pdf))
    _mend_items(elements, pdf)
    _mend_lists(elements, objects)
    _mend_index(document, pdf)
    _set_languages(document, pdf)
    _describe_links(document)


def identified(pdf: Any) -> list[tuple[str, Any]]:  # noqa: ANN401
    """Return the elements that have an identifier, with it."""
    return [
        (entry["ID"].string, entry) for entry in pdf.objects if _is_element(entry) and "ID" in entry
    ]


def _is_element(entry: Any) -> bool:  # noqa: ANN401
    return isinstance(entry, dict) and entry.get("Type") == "/StructElem"


def _number(reference: Any) -> int:  # noqa: ANN401
    """Return the number of the object that a reference leads to."""
    return int(bytes(reference).split()[0])


_READ_AS = {
    **dict.fromkeys(("/Table", "/THead", "/TBody", "/TR"), "/Div"),
    **dict.fromkeys(("/TH", "/TD", "/Caption"), "/P"),
}


def _mend_rows(elements: list[Any], objects: list[Any]) -> None:
    for table in elements:
        if table["S"] != "/Table":
            continue
        inside = [table, *_inside(table, objects)]
        widths = {_columns(row, objects) for row in inside if row["S"] == "/TR"}
        if len(widths) > 1 or all(element["S"] != "/TH" for element in inside):
            for element in inside:
                if element["S"] in _READ_AS:
                    element["S"] = _READ_AS[element["S"]]
                    element.pop("A", None)


def _columns(row: Any, objects: list[Any]) -> int:  # noqa: ANN401
    cells = (objects[_number(kid)] for kid in row["K"])
    return sum(int(cell.get("A", {}).get("ColSpan", 1)) for cell in cells)


def _inside(element: Any, objects: list[Any]) -> Iterator[Any]:  # noqa: ANN401
    """Yield the elements inside another; what is marked or linked in it is none."""
    for kid in element["K"]:
        entry = None if isinstance(kid, int) else objects[_number(kid)]
        if entry is not None and _is_element(entry):
            yield entry
            yield from _inside(entry, objects)


def _mend_headers(elements: list[Any], objects: list[Any], unit: str) -> None:
    for cell in elements:
        if "ID" in cell:
            cell["ID"] = _own(cell["ID"], unit)
        if "Headers" in cell.get("A", ()):
            cell["A"]["Headers"] = pydyf.Array(_own(name, unit) for name in cell["A"]["Headers"])
        if cell["S"] == "/TH":
            row = objects[_number(cell["P"])]
            in_head = objects[_number(row["P"])]["S"] == "/THead"
            cell["A"]["Scope"] = "/Column" if in_head else "/Row"


def _own(identifier: pydyf.String, unit: str) -> pydyf.String:
    return pydyf.String(f"{unit}-{identifier.string}")


def _mend_links(elements: list[Any], objects: list[Any]) -> None:
    for element in elements:
        if element["S"] == "/Link" and objects[_number(element["P"])].get("S") == "/Link":
            element["S"] = "/Span"


def _terms(document: Any, pdf: Any) -> set[int]:  # noqa: ANN401
    """Return the numbers of the items that WeasyPrint has made of terms (``dt``)."""
    found = set()
    for page, owners in zip(document.pages, _owners(document, pdf), strict=True):
        terms = (box for box in walk(page_box(page)) if is_term(box))
        words = {id(part) for term in terms for part in walk(term)}
        for mark, box in page.marks.items():
            if id(box) in words:
                element = pdf.objects[_number(owners[mark])]
                while element["S"] != "/LI":
                    element = pdf.objects[_number(element["P"])]
                found.add(element.number)
    return found


def _mend_definitions(elements: list[Any], objects: list[Any], terms: set[int]) -> None:
    # WeasyPrint makes an item of each term and of each definition, in a division of the markup as
    # in none, and a list of each column.
    for group in elements:
        if group["S"] != "/L":
            continue
        items = list(_items(group, objects))
        divided = any(objects[_number(kid)]["S"] == "/Div" for kid in group["K"])
        if not divided and terms.isdisjoint(item.number for item in items):
            continue
        for inner in list(_divisions(group, objects)):
            inner["K"] = pydyf.Array()  # or it would claim its items a second time
        kept: list[Any] = []
        for item in items:
            body = objects[_number(item["K"][0])]
            if item.number in terms:
                body["S"] = "/Lbl"
            elif kept:
                kept[-1]["K"].append(body.reference)
                body["P"] = kept[-1].reference
                continue
            kept.append(item)
            item["P"] = group.reference
        group["K"] = pydyf.Array(item.reference for item in kept)


def _divisions(element: Any, objects: list[Any]) -> Iterator[Any]:  # noqa: ANN401
    """Yield the columns and divisions in a list."""
    for kid in (objects[_number(kid)] for kid in element["K"]):
        if kid["S"] in {"/L", "/Div"}:
            yield kid
            yield from _divisions(kid, objects)


def _items(element: Any, objects: list[Any]) -> Iterator[Any]:  # noqa: ANN401
    """Take the items out of a list, and out of the columns and divisions in it."""
    kids = [objects[_number(kid)] for kid in element["K"]]
    for kid in kids:
        if kid["S"] in {"/L", "/Div"}:
            yield from _items(kid, objects)
        else:
            yield kid


def _mend_items(elements: list[Any], pdf: Any) -> None:  # noqa: ANN401
    for item in elements:
        if item["S"] != "/LI":
            continue
        kids = [pdf.objects[_number(kid)] for kid in item["K"]]
        loose = [kid for kid in kids if kid["S"] not in {"/Lbl", "/LBody"}]
        if loose:
            body = pydyf.Dictionary(item | {"S": "/LBody", "P": item.reference})
            pdf.add_object(body)
            body["K"] = pydyf.Array(kid.reference for kid in loose)
            for kid in loose:
                kid["P"] = body.reference
            kept = [kid.reference for kid in kids if kid not in loose]
            item["K"] = pydyf.Array([*kept, body.reference])


def _mend_lists(elements: list[Any], objects: list[Any]) -> None:
    for group in elements:
        if group["S"] != "/L":
            continue
        kids = [objects[_number(kid)] for kid in group["K"]]
        items = [kid for kid in kids if kid["S"] in {"/L", "/LI", "/Caption"}]
        for before, kid in pairwise(kids):
            if kid not in items and before["S"] == "/LI":
                body = objects[_number(before["K"][-1])]
                body["K"].append(kid.reference)
                kid["P"] = body.reference
        group["K"] = pydyf.Array(item.reference for item in items)


def _mend_index(document: Any, pdf: Any) -> None:  # noqa: ANN401
    for page, owners in zip(document.pages, _owners(document, pdf), strict=True):
        whole = (box for box in walk(page_box(page)) if is_index(box))
        inside = {id(part) for box in whole for part in walk(box)}
        for mark, box in page.marks.items():
            if id(box) in inside:
                element = pdf.objects[_number(owners[mark])]
                while element["S"] not in {"/Sect", "/Index"}:
                    element = pdf.objects[_number(element["P"])]
                element["S"] = "/Index"


def _owners(document: Any, pdf: Any) -> list[Any]:  # noqa: ANN401
    """Return, of each page, the elements that its marks belong to."""
    root = pdf.objects[_number(pdf.catalog["StructTreeRoot"])]
    numbers = pdf.objects[_number(root["ParentTree"])]["Nums"]
    return [numbers[2 * index + 1] for index in range(len(document.pages))]


def _set_languages(document: Any, pdf: Any) -> None:  # noqa: ANN401
    for page, owners in zip(document.pages, _owners(document, pdf), strict=True):
        for mark, box in page.marks.items():
            spoken = language(box)
            if spoken and spoken != document.metadata.lang:
                pdf.objects[_number(owners[mark])]["Lang"] = pydyf.String(spoken)


def _describe_links(document: Any) -> None:  # noqa: ANN401
    for page in document.pages:
        for _, target, _, box in page.links:
            annotation = link_annotation(box)
            if annotation is not None:
                annotation["F"] = _PRINT
                annotation["Contents"] = pydyf.String(" ".join(text_of(box).split()) or target)
                if target.startswith(SCHEME):
                    anchor = target.removeprefix(SCHEME)
                    del annotation["A"]
                    annotation["Dest"] = pydyf.String(anchor)
                    if is_slot(box):
                        annotation["Contents"] = FolioOf(anchor)
                    elif before := said_before_folio(box):
                        annotation["Contents"] = FolioOf(anchor, before)
