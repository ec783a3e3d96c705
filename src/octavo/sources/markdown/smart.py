"""Typographic dashes, quotes and spaces, as Pandoc's ``smart`` sets them.

Quotes are set by the library, which pairs them; this module gives it the marks
of a language (Unicode CLDR, *delimiters*) and sets dashes and ellipses.
"""

from __future__ import annotations

import re

from markdown_it.rules_core import StateCore

_QUOTES = {
    "de": "„“‚‘",
    "en": "“”‘’",
    "es": "«»“”",
    "fr": "«»“”",
    "ru": "«»„“",
}
_MARKS = {"---": "—", "--": "–", "...": "…"}
_MARK = re.compile(r"---|--|\.\.\.")
_OPENING_OUTER = re.compile(r'(?<![^\s([–—])"(?=\w)')
_OPENING_INNER = re.compile(r"(?<![^\s([–—])'(?=\w)")
_KEPT_TOGETHER = re.compile(r"\b(Nos?|pp?|paras?|vols?|chs?|figs?)\. (?=\d)")


def quotes(lang: str) -> str:
    """Return the language's outer and inner quotation marks, four characters."""
    return _QUOTES.get(lang.partition("-")[0].lower(), _QUOTES["en"])


def dashes(text: str) -> str:
    """Set ``--``, ``---`` and ``...`` as the characters they stand for.

    An abbreviation stays on the line of its number ("No. 227").
    """
    marked = _MARK.sub(lambda found: _MARKS[found[0]], text)
    return _KEPT_TOGETHER.sub("\\1.\N{NO-BREAK SPACE}", marked)


def plain(text: str, lang: str) -> str:
    """Set a short text without markup, such as a title in an attribute.

    A quotation mark opens where a word begins, and closes elsewhere.
    """
    marks = quotes(lang)
    text = _OPENING_OUTER.sub(marks[0], dashes(text)).replace('"', marks[1])
    return _OPENING_INNER.sub(marks[2], text).replace("'", marks[3])


def dashes_rule(state: StateCore) -> None:
    """Set the dashes of every plain text token."""
    for token in state.tokens:
        for child in token.children or ():
            if child.type == "text":
                child.content = dashes(child.content)


def apostrophes_rule(state: StateCore) -> None:
    """Set the single marks that no quotation took: apostrophes, as in *'tis*."""
    for token in state.tokens:
        for child in token.children or ():
            if child.type == "text":
                child.content = child.content.replace("'", "’")
