"""The page on accessibility: all that it could say in, what holds of the finished book out.

Its template says everything, each sentence with the word on which it depends (``data-if`` or
``data-unless``): a feature, ``textual`` where text alone suffices, ``still`` where nothing moves or
sounds, ``certified`` and the path of a review whose claim holds.  So the page is made with all
others, and what is not true goes once their facts are known.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from octavo.accessibility import Claims
from octavo.epub import accessibility
from octavo.epub.content import Document
from octavo.matter.page import XHTML, drop, serialised
from octavo.xhtml import has_class, parse, remove

TEMPLATE: Final = "accessibility"
"""The section whose page it is."""

HREF: Final = f"{TEMPLATE}.xhtml"


def told(document: Document, words: Collection[str]) -> Document:
    """Leave in the page what holds, given the words on which its sentences depend."""
    root = parse(document.data)
    for element in list(root.iter(f"{{{XHTML}}}*")):
        asked, unless = element.get("data-if"), element.get("data-unless")
        if (asked and asked not in words) or (unless and unless in words):
            remove(element)
        drop(element, "data-if", "data-unless")
    for section in list(root.iter(f"{{{XHTML}}}section")):
        if has_class(section, "access-list") and next(section.iter(f"{{{XHTML}}}li"), None) is None:
            remove(section)
    return replace(document, data=serialised(root), facts=accessibility.facts(document.href, root))


def words(claims: Claims, review: str) -> frozenset[str]:
    """Return the words that hold; ``review`` is the path of the record behind a conformance."""
    return frozenset(
        (
            *claims.features,
            *(["textual"] if "textual" in claims.sufficient else []),
            *(["still"] if claims.hazards == ("none",) else []),
            *(["certified", review] if claims.conformance else []),
        )
    )
