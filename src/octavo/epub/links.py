"""Links: anchors of the whole book in, references between files out.

A unit says ``#anchor`` wherever the anchor stands; in the package it is
``file.xhtml#anchor`` unless it stands in the same file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final
from urllib.parse import urlsplit

from octavo.epub.content import Document
from octavo.errors import BuildError, did_you_mean
from octavo.matter.page import XHTML

#: Where a link out of the book may lead.
_OUTSIDE: Final = frozenset({"http", "https", "mailto"})

Anchors = Mapping[str, str]
"""The file in which each anchor stands."""


def anchors(documents: Iterable[Document]) -> dict[str, str]:
    """Find every anchor.

    Raises:
        BuildError: two files have the same one.
    """
    found: dict[str, str] = {}
    for document in documents:
        for element in document.root.iter():
            anchor = element.get("id")
            if anchor and found.setdefault(anchor, document.href) != document.href:
                raise BuildError(
                    f"the anchor '{anchor}' stands in {found[anchor]} and in {document.href}"
                )
    return found


def resolve(documents: Iterable[Document], known: Anchors) -> None:
    """Lead every link of the documents to the file where its anchor stands.

    Raises:
        BuildError: a link leads to no anchor, or to a file.
    """
    for document in documents:
        for link in document.root.iter(f"{{{XHTML}}}a"):
            href = link.get("href")
            if href is not None and urlsplit(href).scheme not in _OUTSIDE:
                link.set("href", locate(href, known, document.href))


def locate(href: str, known: Anchors, source: str) -> str:
    """Return what ``href``, a ``#anchor``, is as a reference in the file ``source``.

    Raises:
        BuildError: there is no such anchor.
    """
    anchor = href.removeprefix("#")
    if not href.startswith("#") or anchor not in known:
        raise BuildError(f"a link in {source} leads nowhere: '{href}'", did_you_mean(anchor, known))
    return href if known[anchor] == source else f"{known[anchor]}#{anchor}"
