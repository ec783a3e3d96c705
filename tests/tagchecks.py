"""What must hold of the structure of every tagged PDF that octavo makes, and no validator asks.

``faults`` returns each sentence that does not hold, with the place; nothing is good.  Sources: ISO
32000-1, 14.7-14.9; ISO 14289-1 (PDF/UA-1), 7.1-7.18.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from lxml import etree

from octavo.matter.page import XHTML, safe_parser
from tests.tagtree import Annotation, Element, Tagged, Words

_LEADER = re.compile(r"(?:\s*\.){3}")
_NUMBER = re.compile(r"^(?:\d+|[IVXL]+)\. ")


def faults(tagged: Tagged) -> list[str]:
    """Return all that does not hold of a tagged PDF."""
    checks = (
        headings,
        lists,
        tables,
        figures,
        notes,
        contents,
        languages,
        artefacts,
        links,
        bookmarks,
        order,
    )
    return [f"{check.__name__}: {said}" for check in checks for said in check(tagged)]


def headings(tagged: Tagged) -> Iterator[str]:
    """Yield the headings that skip a level."""
    found = [each for each in tagged.document.walk() if re.fullmatch(r"H[1-6]", each.kind)]
    levels = [1, *(int(each.kind[1]) for each in found)]
    for (before, level), each in zip(pairwise(levels), found, strict=True):
        if level > before + 1:
            yield f"{each.kind} behind H{before}: {each.text!r}"


def lists(tagged: Tagged) -> Iterator[str]:
    """Yield what is wrong in lists: kinds of kids, several bodies, labels without a numbering."""
    for parent in tagged.document.walk():
        if any(kid.kind == "LI" for kid in parent.elements) and parent.kind != "L":
            yield f"an item in {parent.kind}: {parent.text[:40]!r}"
    for each in tagged.document.all("L"):
        if not each.elements or _kinds(each) - {"LI", "Caption"}:
            yield f"a list of {sorted(_kinds(each))}: {each.text[:40]!r}"
        labelled = any("Lbl" in _kinds(item) for item in each.elements)
        if labelled and "ListNumbering" not in each.attributes:
            yield f"labels without a numbering: {each.text[:40]!r}"
    for item in tagged.document.all("LI"):
        if [kid.kind for kid in item.elements] not in (["Lbl", "LBody"], ["LBody"], ["Lbl"]):
            yield f"an item of {[kid.kind for kid in item.elements]}: {item.text[:40]!r}"


def tables(tagged: Tagged) -> Iterator[str]:
    """Yield what is wrong in tables: no heads, heads of nothing, uneven rows, unknown heads."""
    for table in tagged.document.all("Table"):
        rows = table.all("TR")
        heads = table.all("TH")
        widths = _widths(rows)
        if len(set(widths)) != 1:
            yield f"rows of {widths} columns: {table.text[:40]!r}"
        if not heads or any(not each.text.strip() for each in heads):
            yield f"a column or row without a head: {table.text[:40]!r}"
        for head in heads:
            if str(head.attributes.get("Scope")) not in {"/Column", "/Row", "/Both"}:
                yield f"a head without a scope: {head.text!r}"
        named = {head.name for head in heads}
        for cell in table.all("TD"):
            wanted = [str(name) for name in cell.attributes.get("Headers", [])]
            if not wanted or not set(wanted) <= named:
                yield f"a cell whose heads are {wanted}: {cell.text!r}"
    identified = {each.name for each in tagged.document.walk() if each.name}
    if _identifiers(tagged) != identified:
        yield f"the tree of identifiers: {_identifiers(tagged) ^ identified}"


def _widths(rows: list[Element]) -> list[int]:
    widths: Counter[int] = Counter()
    for at, row in enumerate(rows):
        for cell in row.elements:
            for down in range(int(cell.attributes.get("RowSpan", 1))):
                widths[at + down] += int(cell.attributes.get("ColSpan", 1))
    return [widths[at] for at in range(len(rows))]


def _identifiers(tagged: Tagged) -> set[str]:
    root: Any = tagged.pdf.Root.StructTreeRoot
    return {str(name) for name in list(root.IDTree.Names)[::2]} if "/IDTree" in root else set()


def figures(tagged: Tagged) -> Iterator[str]:
    """Yield the figures that say nothing, or whose box is not on their page."""
    for each in tagged.document.all("Figure"):
        if not each.alt.strip():
            yield f"no alternative text on page {each.page + 1}"
        x1, y1, x2, y2 = map(float, each.attributes.get("BBox", (0, 0, 0, 0)))
        left, low, right, high = map(float, tagged.pdf.pages[each.page].mediabox)
        if not (left <= x1 < x2 <= right + 1 and low <= y1 < y2 <= high + 1):
            yield f"a box of {(x1, y1, x2, y2)} on page {each.page + 1}: {each.alt[:40]!r}"


def notes(tagged: Tagged) -> Iterator[str]:
    """Yield the notes that no reference leads to, or that do not lead back to one.

    Of a note that is called in another volume the way back leads to the leaf that says in which.
    """
    leaf = any(each.page == 0 for each in tagged.document.all("TOC"))
    found = {note.name: note for note in tagged.document.all("Note")}
    calls: dict[str, list[Element]] = {}
    for reference in tagged.document.all("Reference"):
        for target in reference.leads_to:
            calls.setdefault(target, []).append(reference)
    for name, note in found.items():
        label = next(iter(note.all("Lbl")), note)
        back = [tagged.places.get(target) for target in label.leads_to]
        called = [reference.page for reference in calls.get(name, ())]
        if not any(page in called for page in back) and not (leaf and not called and back == [0]):
            yield f"{name} is called on pages {called} and leads back to {back}"
        if tagged.places[name] != note.page:
            yield f"calls of {name} lead to another page"
    for link in tagged.document.all("Link"):
        for target in link.leads_to:
            if target in found and all(link not in each.elements for each in calls.get(target, ())):
                yield f"a call of {target} is no reference"


def contents(tagged: Tagged) -> Iterator[str]:
    """Yield the entries of contents that are not one reference to one place, without leaders."""
    for each in tagged.document.all("TOC"):
        if _kinds(each) != {"TOCI"}:
            yield f"contents of {sorted(_kinds(each))}"
    for entry in tagged.document.all("TOCI"):
        own = [kid for kid in entry.elements if kid.kind != "TOC"]
        references = [kid for kid in own if kid.kind == "Reference"]
        texts = "".join(kid.text for kid in own)
        targets = {target for kid in own for target in kid.leads_to}
        if targets and (
            len(references) != 1 or [k.kind for k in references[0].elements] != ["Link"]
        ):
            yield f"an entry of {[kid.kind for kid in own]}: {texts!r}"
        if len(targets) > 1 or _LEADER.search(texts):
            yield f"an entry leads to {targets}: {texts!r}"


def languages(tagged: Tagged) -> Iterator[str]:
    """Yield words whose letters are not those of their language."""
    for lang, words in _spoken(tagged.document, str(tagged.pdf.Root.Lang)):
        scripts = {unicodedata.name(letter).split()[0] for letter in words.text if letter.isalpha()}
        if "CYRILLIC" in scripts and lang != "ru":
            yield f"{words.text!r} in {lang or 'no language'} on page {words.page + 1}"
        if "LATIN" in scripts and lang == "ru":
            yield f"{words.text!r} in Russian on page {words.page + 1}"


def _spoken(element: Element, lang: str) -> Iterator[tuple[str, Words]]:
    lang = element.lang or lang
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _spoken(kid, lang)
        elif isinstance(kid, Words):
            yield lang, kid


def artefacts(tagged: Tagged) -> Iterator[str]:
    """Yield what is painted and neither an artefact nor in the tree, or in it twice."""
    words = (each for each in tagged.document.owned() if isinstance(each, Words))
    owned = Counter((each.page, each.mark) for each in words)
    for at, sheet in enumerate(tagged.sheets):
        if sheet.loose:
            yield f"{len(sheet.loose)} things are neither tagged nor artefacts on page {at + 1}"
        for mark, text in sheet.marked.items():
            if owned[at, mark] != 1:
                yield f"{text!r} on page {at + 1} is in the tree {owned[at, mark]} times"


def links(tagged: Tagged) -> Iterator[str]:
    """Yield the annotations that are in no link or in two, don't print, or say nothing."""
    owners = Counter(
        kid.number
        for each in tagged.document.walk()
        for kid in each.kids
        if isinstance(kid, Annotation) and each.kind == "Link"
    )
    for at, page in enumerate(tagged.pdf.pages):
        annotations: Any = page.obj.get("/Annots", [])
        if len(annotations) and str(page.obj.get("/Tabs")) != "/S":
            yield f"page {at + 1} does not say that its structure orders its links"
        for link in annotations:
            where = f"on page {at + 1} to {link.get('/Dest', link.get('/A'))}"
            if owners[link.objgen] != 1:
                yield f"a link in {owners[link.objgen]} elements {where}"
            if not str(link.get("/Contents", "")).strip():
                yield f"a link that says nothing {where}"
            if int(link.get("/F", 0)) & 0b110 != 0b100:
                yield f"a link that does not print {where}"


def bookmarks(tagged: Tagged) -> Iterator[str]:
    """Yield the bookmarks that skip a level, or stand on a page without their heading."""
    marks = tagged.bookmarks
    for (before, *_), (level, title, _) in pairwise([(0, "", 0), *marks]):
        if level > before + 1:
            yield f"level {level} behind {before}: {title}"
    on_page: dict[int, str] = {}
    for each in tagged.document.walk():
        if re.fullmatch(r"H[1-6]", each.kind):
            on_page[each.page] = on_page.get(each.page, "") + _letters(each.text)
    for _, title, page in marks:
        if _letters(_NUMBER.sub("", title)) not in on_page.get(page, ""):
            yield f"no heading of page {page + 1} says {title!r}"


def order(tagged: Tagged) -> Iterator[str]:
    """Yield the words that stand on a page before that of the words that are read before them."""
    words = [each for each in tagged.document.owned() if isinstance(each, Words) and each.text]
    for before, after in pairwise(words):
        if after.page < before.page:
            yield f"page {after.page + 1} is read behind page {before.page + 1}: {after.text!r}"


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def _kinds(element: Element) -> set[str]:
    return {kid.kind for kid in element.elements}


def misplaced(element: Element, xhtml: bytes) -> Iterator[str]:
    """Yield the lines of a unit that are not read where its markup has them.

    Lines are compared by their letters; what a style adds, folios and short lines are left alone.
    """
    body = etree.fromstring(xhtml, safe_parser()).find(f"{{{XHTML}}}body")
    assert body is not None
    source = _alphabetic("".join(str(text) for text in body.itertext()))
    at = 0
    for each in _lines(element):
        line = _alphabetic(each.text)
        if len(line) < _LONG:
            continue
        found = source.find(line, at)
        if found >= 0:
            at = found + len(line)
        elif line in source:
            yield f"{each.text!r} on page {each.page + 1} is read behind what follows it"
        else:
            yield f"{each.text!r} on page {each.page + 1} is not in the markup"


def _lines(element: Element) -> Iterator[Words]:
    """Yield the texts in an element that are not a picture's."""
    for kid in element.kids:
        if isinstance(kid, Element) and kid.kind != "Figure":
            yield from _lines(kid)
        elif isinstance(kid, Words):
            yield kid


_LONG = 16


def _alphabetic(text: str) -> str:
    return "".join(filter(str.isalpha, text))
