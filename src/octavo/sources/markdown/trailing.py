"""Attributes in braces at the end of a heading or a caption."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from octavo.errors import Location
from octavo.model import Inlines, Text
from octavo.sources.markdown import attributes
from octavo.sources.markdown.attributes import AttributeList, AttributesError
from octavo.sources.markdown.places import right
from octavo.sources.markdown.reading import Reading

_BRACES = re.compile(r"\s*(\{[^{}]*\})\s*$")


def split(
    content: Inlines, what: str, known: tuple[str, ...], location: Location, reading: Reading
) -> tuple[Inlines, AttributeList]:
    """Part ``content`` from its attributes; ``what`` takes an id and those ``known``."""
    texts = _texts_at_end(content)
    found = _BRACES.search("".join(node.text for node in texts))
    if found is None:
        return content, AttributeList()
    try:
        listed, _ = attributes.read(found[1])
    except AttributesError as fault:
        *_, last = _first(texts, found.start(1) + 1)
        place = right(last.location, len(last.text) - 1 + fault.at)
        reading.findings.error(place, "attributes", str(fault), "write {#id}, without quotes")
        return content, AttributeList()
    for key in (*listed.values, *(f".{name}" for name in listed.classes)):
        if key not in known:
            hint = "it takes {#id}"
            if key == "audience":
                hint = "to show blocks to one audience only, put them in ::: {audience=teacher}"
            reading.refusals.attribute(location, what, key, known, hint)
    before = content[: len(content) - len(texts)]
    return (*before, *_first(texts, found.start())), listed


def _texts_at_end(content: Inlines) -> tuple[Text, ...]:
    """Return the run of text that ends a line: signs such as ``_`` cut it in pieces."""
    texts: list[Text] = []
    for node in reversed(content):
        if not isinstance(node, Text):
            break
        texts.insert(0, node)
    return tuple(texts)


def _first(texts: Iterable[Text], count: int) -> tuple[Text, ...]:
    """Return the first characters of a run of text."""
    kept: list[Text] = []
    for node in texts:
        if count > 0:
            kept.append(replace(node, text=node.text[:count]))
        count -= len(node.text)
    return tuple(kept)
