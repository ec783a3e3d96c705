"""Fitting: which replies are longer than the room that is left for an answer.

A reply is printed into an ``.answer-space`` out of the flow, so that no line depends on it; one
that is too long would run over what follows.  So replies are measured first, each beside its room:
on a page of its own and in one piece, since a piece of the room is all that a page may have of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Any

from octavo.model import Unit
from octavo.pdf.document import html, section
from octavo.pdf.fragment import Overrun
from octavo.pdf.private import border_height, page_box, walk

SHEET = """
.question { break-before: page }
.answer-space > .entered {
  position: static; display: inline-block; box-sizing: border-box; width: 100%; vertical-align: top
}
.elsewhere { display: none }
"""
"""Laid over the edition's own, to measure: a block in a line is never broken."""

_XHTML = "{http://www.w3.org/1999/xhtml}"
_ROUNDING = 0.05
"""CSS pixels by which a reply may be longer than its room."""


def sample(unit: Unit, *, lang: str, parted: bool) -> str | None:
    """Return an HTML document of a unit's questions with replies to measure, None without any."""
    whole = section(unit)
    for child in list(whole):
        if not any(div.get("data-reply") for div in child.iter(f"{_XHTML}div")):
            whole.remove(child)
    if not len(whole):
        return None
    for link in whole.iter(f"{_XHTML}a"):
        if "href" in link.attrib:
            del link.attrib["href"]
    return html([whole], lang=lang, parted=parted)


def overruns(pages: Sequence[Any], root: Any) -> tuple[Overrun, ...]:  # noqa: ANN401
    """Return the replies of a laid-out sample that are longer than their room."""
    heights: dict[Any, float] = {}
    for page in pages:
        for box in walk(page_box(page)):
            if box.element is not None and _classes(box.element) & _MEASURED:
                heights.setdefault(box.element, border_height(box))
    return tuple(_overruns(root, heights))


_MEASURED = frozenset({"lines", "answer-box", "line", "entered"})


def _overruns(root: Any, heights: dict[Any, float]) -> Iterator[Overrun]:  # noqa: ANN401
    for space in root.iter("div"):
        if not space.get("data-reply"):
            continue
        room, reply = (heights[child] for child in space if child in heights)
        line = next(heights[each] for each in space.iter("div") if "line" in _classes(each))
        if reply > room + _ROUNDING:
            yield Overrun(
                reply=str(space.get("data-reply")),
                lines=int((room + _ROUNDING) / line),
                needed=ceil(reply / line),
            )


def _classes(element: Any) -> frozenset[str]:  # noqa: ANN401
    return frozenset(str(element.get("class") or "").split())
