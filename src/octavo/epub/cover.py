"""The cover of the package: the page that shows its picture.

The picture is a JPEG, the one that shops take: readers' shelves show no SVG.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from octavo.model import Metadata
from octavo.xhtml import document, make

HREF: Final = "cover.xhtml"
PICTURE: Final = "cover.jpg"


def cover(metadata: Metadata) -> etree._Element:
    """Return the page of the cover; the words that stand on it are its alternative text."""
    said = (metadata.title, metadata.subtitle, metadata.publisher)
    image = make("img", role="doc-cover", src=PICTURE, alt=". ".join(filter(None, said)))
    body = make("body", make("section", image, class_="cover", epub_type="cover"))
    return document(metadata.lang, metadata.title, body)
