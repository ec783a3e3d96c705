"""The cover of the package: a drawing in, the picture and the page that shows it out."""

from __future__ import annotations

from typing import Final

from lxml import etree

from octavo.model import Metadata
from octavo.xhtml import document, make

HREF: Final = "cover.xhtml"
PICTURE: Final = "cover.svg"


def cover(metadata: Metadata) -> etree._Element:
    """Return the page of the cover; the words that stand on it are its alternative text."""
    said = (metadata.title, metadata.subtitle, metadata.publisher)
    image = make("img", role="doc-cover", src=PICTURE, alt=". ".join(filter(None, said)))
    body = make("body", make("section", image, class_="cover", epub_type="cover"))
    return document(metadata.lang, metadata.title, body)
