"""Fenced divs, read by Pandoc's rule: a closing fence closes the innermost div.

::

    ::: {.question #q-aims kind=short}      an opening fence has attributes
    Why?
    ::: answer                              … or one bare word, the class
    Because.
    :::                                     a closing fence has neither
    :::

(The container plugin counts colons instead and closes the wrong div when fences
are of equal length.)  Tokens: ``div_open``/``div_close`` with meta ``source``,
the attributes as written, and ``offset``, their column in the line; an unclosed or
stray fence becomes a ``fault`` token with a message.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

STRAY = "a closing ::: without a div to close"
FENCE = re.compile(r":{3,}\s*(?P<attributes>\{.*\}|[A-Za-z][\w-]*)?\s*:*\s*$")


def div(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Read a fenced div that opens on line ``start``."""
    if state.is_code_block(start):
        return False
    text = _line(state, start)
    fence = FENCE.match(text)
    if fence is None or silent:
        return False
    if state.sCount[start] != state.blkIndent:
        return _fault(state, start, "an indented fence", "begin it where the text around it begins")
    if fence["attributes"] is None:
        return _fault(state, start, STRAY, "remove it")
    close = _closing(state, start, end)
    if close is None:
        _fault(state, start, "a div that is never closed", "end it with a line of :::")
        close = end
    token = state.push("div_open", "div", 1)
    token.map = [start, close + 1]
    token.meta = {"source": fence["attributes"], "offset": fence.start("attributes")}
    _tokenize(state, start + 1, close)
    state.push("div_close", "div", -1)
    state.line = min(close + 1, end)
    return True


def _tokenize(state: StateBlock, start: int, end: int) -> None:
    outer, parent = state.lineMax, state.parentType
    state.lineMax, state.parentType = end, "div"
    state.md.block.tokenize(state, start, end)
    state.lineMax, state.parentType = outer, parent


def _closing(state: StateBlock, start: int, end: int) -> int | None:
    depth = 0
    for number in range(start, end):
        if number > start and not state.isEmpty(number) and state.sCount[number] < state.blkIndent:
            return None
        fence = FENCE.match(_line(state, number))
        if fence is None:
            continue
        depth += 1 if fence["attributes"] else -1
        if depth == 0:
            return number
    return None


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _fault(state: StateBlock, line: int, message: str, hint: str) -> bool:
    token = state.push("fault", "", 0)
    token.map = [line, line + 1]
    token.meta = {"code": "div", "message": message, "hint": hint}
    state.line = line + 1
    return True
