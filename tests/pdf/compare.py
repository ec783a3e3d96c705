"""Two PDFs of one edition, compared as people and programs see them."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2

DPI = 100


def differing_pictures(one: bytes, other: bytes) -> list[int]:
    """Return the pages, from 0, that are not the same picture at 100 dpi."""
    return [at for at, (a, b) in enumerate(_pages(one, other)) if _picture(a) != _picture(b)]


def differing_texts(one: bytes, other: bytes) -> list[int]:
    """Return the pages, from 0, whose extracted text is not the same."""
    return [at for at, (a, b) in enumerate(_pages(one, other)) if _text(a) != _text(b)]


def tags(pdf: bytes) -> list[str]:
    """Return the structure tree, an element a line: its depth, type, and what it says."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return list(_walk(opened.Root.StructTreeRoot, 0))


def links(pdf: bytes) -> tuple[list[str], int]:
    """Return the destinations of links that lead nowhere, and how many links lead somewhere."""
    dead, alive = [], 0
    with pikepdf.open(BytesIO(pdf)) as opened:
        names = list(opened.Root.Names.Dests.Names)
        pages = {page.obj.objgen for page in opened.pages}
        known = {str(n): d[0].objgen for n, d in zip(names[::2], names[1::2], strict=True)}
        for page in opened.pages:
            for link in page.obj.get("/Annots", []):
                if "/Dest" not in link:
                    continue
                if known.get(str(link.Dest)) in pages:
                    alive += 1
                else:
                    dead.append(str(link.Dest))
    return dead, alive


def unsound(pdf: bytes) -> list[str]:
    """Return what is wrong with the structure: marks without an element that the tree reaches."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        root = opened.Root.StructTreeRoot
        reached = set(_reached(root))
        faults = []
        for leaf in root.ParentTree.get("/Kids", [root.ParentTree]):
            numbers = list(leaf.Nums)
            for key, owners in zip(numbers[::2], numbers[1::2], strict=True):
                each = list(owners) if isinstance(owners, pikepdf.Array) else [owners]
                faults += [f"key {key}" for owner in each if owner.objgen not in reached]
    return faults


def _reached(element: pikepdf.Object) -> Iterator[tuple[int, int]]:
    kids: Any = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array | list) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            assert kid.P.objgen == element.objgen
            yield kid.objgen
            yield from _reached(kid)


def _walk(element: pikepdf.Object, depth: int) -> Iterator[str]:
    kids: Any = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array | list) else [kids]:
        if isinstance(kid, int):
            yield f"{depth} {kid}"
        elif kid.get("/S") == "/Span" and element.get("/S") == "/Link":
            yield from _walk(kid, depth)  # what a style sheet has added to a link
        elif "/S" in kid:
            said = [f"{name}={kid[name]}" for name in ("/Alt", "/Lang") if name in kid]
            scope = kid.A.get("/Scope", "") if "/A" in kid else ""
            yield f"{depth} {kid.S} {scope} {' '.join(said)}".rstrip()
            yield from _walk(kid, depth + 1)
        elif kid.Type == "/MCR":
            yield f"{depth} {kid.MCID} on another page"
        else:
            yield f"{depth} {kid.Type} {kid.Obj.get('/Dest', '')}"


def _pages(one: bytes, other: bytes) -> Iterator[tuple[pypdfium2.PdfPage, pypdfium2.PdfPage]]:
    a, b = pypdfium2.PdfDocument(one), pypdfium2.PdfDocument(other)
    yield from zip(a, b, strict=True)


def _picture(page: pypdfium2.PdfPage) -> bytes:
    return bytes(page.render(scale=DPI / 72).to_pil().tobytes())


def _text(page: pypdfium2.PdfPage) -> str:
    return str(page.get_textpage().get_text_range())
