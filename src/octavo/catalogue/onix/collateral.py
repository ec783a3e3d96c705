"""What is told of a product: ONIX block 2 (P.14), its description and its table of contents."""

from __future__ import annotations

from collections.abc import Iterator

from octavo.catalogue.tags import Tag, tag
from octavo.model import Catalogue

_DESCRIPTION = "03"
_CONTENTS = "04"
_PLAIN = "06"


def collateral(catalogue: Catalogue) -> Iterator[Tag]:
    """Yield block 2, if there is something to tell."""
    chapters = catalogue.contents.chapters
    listed = "\n".join(f"{each.number} {each.title}".strip() for each in chapters)
    said = ((_DESCRIPTION, catalogue.metadata.description), (_CONTENTS, listed))
    texts = tuple(
        tag(
            "TextContent",
            tag("TextType", kind),
            tag("ContentAudience", "00"),
            tag("Text", text, textformat=_PLAIN),
        )
        for kind, text in said
        if text
    )
    if texts:
        yield tag("CollateralDetail", texts)
