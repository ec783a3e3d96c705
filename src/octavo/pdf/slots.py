"""Slots: which strings of a painted page are open, and the content streams that hold them.

Open are the page slots of the text, and in the margins a box that is the page counter alone (a
folio) or holds the named string ``locators`` (the pages that notes belong to).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from octavo.pdf.document import SCHEME
from octavo.pdf.fragment import Content, Slot
from octavo.pdf.furniture import MarginRun, PrintedPage
from octavo.pdf.private import (
    alignment,
    features,
    font_in,
    is_slot,
    is_text,
    margin_content,
    mark_of,
    shows_text,
    walk,
)

LOCATORS = "locators"
"""The named string of what notes refer to."""

STYLE = """
a.slot { font-feature-settings: "tnum" 1, "pnum" 0, "kern" 0; white-space: nowrap }
"""
"""Digits of a slot are equally wide and stand as they are: one number takes another's room."""

Tokens = list[Any]


def text_of_page(page: PrintedPage, painted: Tokens) -> Iterator[Any]:
    """Yield the tokens of a page's text, a slot in the place of each open string."""
    open_marks = {mark: box for mark, box in page.marks.items() if is_slot(box)}
    font: tuple[str, float] = ("", 0)
    box = None
    for token in painted[: page.text_end]:
        mark = mark_of(token)
        if mark >= 0:
            box = open_marks.get(mark)
        elif token == b"EMC":
            box = None
        font = font_in(token) or font
        if box is not None and shows_text(token):
            target = str(box.element.get("href")).removeprefix(SCHEME)
            yield Slot(
                kind="page",
                target=target,
                drawn=box.text,
                font=font[0],
                size=font[1],
                features=features(box),
                align=alignment(box),
            )
        else:
            yield token


def margins_of_page(page: PrintedPage, painted: Tokens, leaf: int) -> Iterator[Any]:
    """Yield the tokens of a page's margins, a slot in the place of each open string."""
    for run in page.margins:
        kind = _kind(run)
        texts = [box for box in walk(run.box) if is_text(box)]
        font: tuple[str, float] = ("", 0)
        for token in painted[run.start : run.end]:
            font = font_in(token) or font
            if kind and shows_text(token):
                yield Slot(
                    kind=kind,
                    leaf=leaf,
                    drawn="".join(box.text for box in texts),
                    align=alignment(run.box),
                    font=font[0],
                    size=font[1],
                    features=features(texts[0]),
                )
            else:
                yield token


def _kind(run: MarginRun) -> Any:  # noqa: ANN401
    match margin_content(run.box):
        case (("counter()", (str("page"), *_)),):
            return "folio"
        case content if any(_sets_locators(piece) for piece in content):
            return "locators"
        case _:
            return ""


def _sets_locators(piece: tuple[str, Any]) -> bool:
    return piece[0] == "string()" and piece[1][0] == LOCATORS


def content(tokens: Iterator[Any], as_bytes: Callable[[Any], bytes]) -> Content:
    """Join tokens to a content stream: bytes, and the slots between them."""
    parts: list[bytes | Slot] = []
    fixed: list[bytes] = []
    for token in tokens:
        if isinstance(token, Slot):
            parts += [b"".join(fixed), token]
            fixed = []
        else:
            fixed += [as_bytes(token), b"\n"]
    return (*parts, b"".join(fixed))
