"""Links: anchors of the whole book in, references between files out.

A unit says ``#anchor`` wherever the anchor stands; in the package it is
``file.xhtml#anchor`` unless it stands in the same file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final
from urllib.parse import urlsplit

from lxml import etree

from octavo.errors import BuildError, did_you_mean
from octavo.matter.page import XHTML
from octavo.model import Unit

#: Where a link out of the book may lead.
_OUTSIDE: Final = frozenset({"http", "https", "mailto"})

Anchors = Mapping[str, str]
"""The file in which each anchor stands."""


def file_of(unit: Unit) -> str:
    """Return the name of the file that a unit becomes."""
    return f"{unit.name}.xhtml"


def anchors(units: Iterable[Unit]) -> dict[str, str]:
    """Find every anchor.

    Raises:
        BuildError: two files have the same one.
    """
    found: dict[str, str] = {}
    for unit in units:
        href = file_of(unit)
        for anchor in unit.anchors:
            if found.setdefault(anchor, href) != href:
                raise BuildError(f"the anchor '{anchor}' stands in {found[anchor]} and in {href}")
    return found


def resolve(root: etree._Element, known: Anchors, source: str) -> tuple[str, ...]:
    """Lead every link of the file ``source`` to where its anchor stands.

    Return the anchors that were looked up, each once.

    Raises:
        BuildError: a link leads to no anchor, or to a file.
    """
    looked_up: dict[str, None] = {}
    for link in root.iter(f"{{{XHTML}}}a"):
        href = link.get("href")
        if href is not None and urlsplit(href).scheme not in _OUTSIDE:
            link.set("href", locate(href, known, source))
            looked_up[href.removeprefix("#")] = None
    return tuple(looked_up)


def locate(href: str, known: Anchors, source: str) -> str:
    """Return what ``href``, a ``#anchor``, is as a reference in the file ``source``.

    Raises:
        BuildError: there is no such anchor.
    """
    anchor = href.removeprefix("#")
    if not href.startswith("#") or anchor not in known:
        raise BuildError(f"a link in {source} leads nowhere: '{href}'", did_you_mean(anchor, known))
    return href if known[anchor] == source else f"{known[anchor]}#{anchor}"
