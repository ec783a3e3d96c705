"""What Pandoc's Markdown adds behind an opening bracket.

``[^label]`` calls a note, ``[@key, locator; see @other]`` cites, and
``[text]{key=value}`` is a span.  ``[text](target)`` is left to the library.
Tokens: ``note_call`` (meta ``label``), ``citation`` (meta ``items``),
``span_open``/``span_close`` (meta ``attributes``), ``fault`` (meta ``code``,
``message`` and ``hint``).  Offsets in ``meta`` count from the start of the inline text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it.rules_inline import StateInline

from octavo.sources.markdown import attributes
from octavo.sources.markdown.attributes import AttributesError
from octavo.sources.markdown.positions import OFFSET

_NOTE = re.compile(r"\[\^([^\s\]]+)\]")
_KEY = re.compile(r"(?<![\w\\])@\w")
_ITEM = re.compile(
    r"\s*(?P<prefix>[^@;*`]*?)\s*(?<![\w-])@(?P<key>\w(?:[\w:.#$%&\-+?<>~/]*\w)?)"
    r"\s*(?:,(?P<locator>[^;*`]*))?",
)


@dataclass(frozen=True, slots=True)
class CitedKey:
    """One item of a citation, with the offset of its ``@``."""

    key: str
    prefix: str
    locator: str
    at: int


def bracket(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's form
    """Read a note call, a citation or a span at ``[``."""
    start = state.pos
    if state.src[start] != "[":
        return False
    if note := _NOTE.match(state.src, start, state.posMax):
        if not silent:
            state.push("note_call", "", 0).meta["label"] = note[1]
        state.pos = note.end()
        return True
    end = state.md.helpers.parseLinkLabel(state, start)
    if end < 0:
        return False
    after = state.src[end + 1 : end + 2]
    if after == "{":
        return _span(state, start, end, silent=silent)
    if after not in {"(", "["} and _KEY.search(state.src, start, end):
        return _citation(state, start, end, silent=silent)
    return after == "(" and _link(state, start, end, silent=silent)


def _link(state: StateInline, start: int, end: int, *, silent: bool) -> bool:
    """Leave a link to the library, but for one around a mark, which it would print as written."""
    if "]{" not in state.src[start:end]:
        return False
    if not silent:
        hint = "put the link into the mark: [[words](#target)]{key=value}"
        _fault(state, start, "link", "a mark stands inside a link", hint)
    state.pos = end + 1
    return True


def _span(state: StateInline, start: int, end: int, *, silent: bool) -> bool:
    try:
        listed, after = attributes.read(state.src[: state.posMax], end + 1)
    except AttributesError as fault:
        if not silent:
            _fault(state, fault.at, "attributes", str(fault), "write [text]{key=value}")
        state.pos = end + 1
        return True
    if not silent:
        maximum = state.posMax
        token = state.push("span_open", "span", 1)
        token.meta = {OFFSET: start, "attributes": listed, "braces": end + 1}
        state.pos, state.posMax = start + 1, end
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
        state.posMax = maximum
    state.pos = after
    return True


def _citation(state: StateInline, start: int, end: int, *, silent: bool) -> bool:
    items: list[CitedKey] = []
    position = start + 1
    while position <= end:
        item = _ITEM.match(state.src, position, end)
        if item is None or (item.end() < end and state.src[item.end()] != ";"):
            if not silent:
                hint = "write [@key, locator; see @other], in plain words"
                _fault(state, start, "citation", "a citation that cannot be read", hint)
            state.pos = end + 1
            return True
        items.append(
            CitedKey(
                item["key"], item["prefix"], (item["locator"] or "").strip(), item.start("key") - 1
            )
        )
        position = item.end() + 1
    if not silent:
        token = state.push("citation", "", 0)
        token.meta["items"] = tuple(items)
    state.pos = end + 1
    return True


def _fault(state: StateInline, at: int, code: str, message: str, hint: str) -> None:
    token = state.push("fault", "", 0)
    token.meta = {OFFSET: at, "code": code, "message": message, "hint": hint}
