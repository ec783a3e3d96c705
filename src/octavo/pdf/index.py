"""The locators of an index, written into a unit's section once the folios of its marks are known.

In: for each entry a link for every mark of it.  Out: one link a page or range of pages.  It is text
like any other: what stands in a line depends on it, so an index is laid out after all that it leads
to, and again when a folio has changed.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from octavo.ranges import Locator, locators, mark

_XHTML = "{http://www.w3.org/1999/xhtml}"


def fill(section: etree._Element, folios: Mapping[str, str]) -> None:
    """Write the locators of every entry in place; ``folios`` are those of the marks, by anchor."""
    for place in section.iter(f"{_XHTML}span"):
        if place.get("class") == "index-locators":
            marks = [mark(link.get, folios) for link in place]
            place[:] = [_link(each) for each in locators(marks)]
            for each in place:
                each.tail = ", "
            place.text = ", "
            place[-1].tail = None


def _link(locator: Locator) -> etree._Element:
    link = etree.Element(f"{_XHTML}a", {"class": "index-locator", "href": f"#{locator.anchor}"})
    link.text = locator.text
    if not locator.principal:
        return link
    strong = etree.Element(f"{_XHTML}strong")
    strong.append(link)
    return strong
