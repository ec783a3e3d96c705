"""Quotation marks and points, titles in their style, words with the place of their record."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import Literal

from octavo.errors import Location
from octavo.model import Emphasis, Inline, Inlines, Link, Reference, Text
from octavo.tree import plain_text

Style = Literal["roman", "italic", "quoted"]


def quoted(text: str, lang: str) -> str:
    """Put text in the quotation marks of a language, the other kind inside them."""
    opening, closing = _marks(lang)
    return f"{opening}{_with_inner_marks(text, lang)}{closing}"


def sentence(inlines: Inlines, *, lang: str) -> Inlines:
    """Make a sentence of a note: a capital at its start and a point at its end."""
    match inlines:
        case (Text() as start, *rest):
            inlines = (replace(start, text=capital(start.text)), *rest)
        case _:
            pass
    text = plain_text(inlines)
    point = point_after(text)
    match inlines:
        case (*rest, Text(text=last)) if point and _takes_points_in(lang) and last[-1:] == "”":
            return (*rest, Text(text=f"{last[:-1]}{point}”"))
        case _:
            return merged([*inlines, Text(text=point)])


def small(text: str) -> str:
    """Begin with a small letter."""
    return text[:1].lower() + text[1:]


def capital(text: str) -> str:
    """Begin with a capital, but leave a name such as "iOS" alone."""
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]


def plain(text: str) -> Inlines:
    """Make a sentence of words, with its point; nothing of nothing."""
    return (Text(text=text + point_after(text)),) if text else ()


def titled(title: str, style: Style, lang: str, tail: str) -> Inlines:
    """Set a title, then the ``tail`` of its sentence, then a point."""
    if not tail:
        return styled(title, style, lang, point_after(title))
    mark = ", " if tail.startswith(", ") else ""
    return (*styled(title, style, lang, mark), *plain(tail.removeprefix(mark)))


def styled(text: str, style: Style, lang: str, mark: str = "") -> Inlines:
    """Set a title and the ``mark`` behind it, which American quotation marks take in."""
    match style:
        case "italic":
            return (Emphasis(content=(Text(text=text),)), Text(text=mark))
        case "quoted":
            opening, closing = _marks(lang)
            stop = mark.rstrip()
            if _takes_points_in(lang) and stop == "," and text.endswith(("?", "!")):
                stop, mark = "", mark.removeprefix(",")
            text = _with_inner_marks(text, lang)
            inside = (
                f"{text}{stop}{closing}" if _takes_points_in(lang) else f"{text}{closing}{stop}"
            )
            return (Text(text=f"{opening}{inside}{mark[len(stop) :]}"),)
        case "roman" if mark and _takes_points_in(lang) and text.endswith("”"):
            return (Text(text=f"{text[:-1]}{mark[0]}”{mark[1:]}"),)
        case "roman":
            return (Text(text=text + mark),)


def _marks(lang: str) -> tuple[str, str]:
    return ("“", "”") if _takes_points_in(lang) else ("‘", "’")


def _with_inner_marks(text: str, lang: str) -> str:
    """Turn the quotation marks inside a quotation to the other kind; apostrophes stay."""
    if _takes_points_in(lang):
        return re.sub("“([^“”]*)”", r"‘\1’", text)
    return re.sub(r"‘((?:[^‘’]|(?<=\w)’(?=\w))*)’(?!\w)", r"“\1”", text)


def _takes_points_in(lang: str) -> bool:
    return lang.casefold().startswith("en-us")


def point_after(text: str) -> str:
    """Return the point that ends a sentence, nothing if one stands there.

    A point in parentheses ends what stands in them: "(Torn.)", but "a copy (2nd ed.)."
    """
    closing = "’”)" if text.startswith("(") else "’”"
    return "" if text.rstrip(closing).endswith((".", "?", "!")) else "."


def of_record(reference: Reference, inlines: Iterable[Inline]) -> Inlines:
    """Give words the place of their record, for whatever may be wrong with them."""
    return tuple(_placed(node, reference.location) for node in merged(inlines))


def _placed(node: Inline, place: Location) -> Inline:
    match node:
        case Emphasis() | Link():
            content = tuple(_placed(inside, place) for inside in node.content)
            return replace(node, content=content, location=place)
        case _:
            return replace(node, location=place)


def merged(inlines: Iterable[Inline]) -> Inlines:
    """Join neighbouring texts."""
    merged: list[Inline] = []
    for is_text, run in groupby(inlines, lambda node: isinstance(node, Text)):
        nodes = tuple(run)
        if not is_text:
            merged += nodes
        elif text := plain_text(nodes):
            merged.append(Text(text=text, location=nodes[0].location))
    return tuple(merged)
