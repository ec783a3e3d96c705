"""Pictures: documents in, the files they show out, under names that every device can write."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from itertools import chain, count
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

from octavo.epub.content import Document
from octavo.errors import BuildError
from octavo.matter.page import XHTML

#: Media types of images that every reading system shows (EPUB 3.3, 3.2).
MEDIA_TYPES: Final[Mapping[str, str]] = {
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}

#: What a file name in an EPUB had better not have (EPUB 3.3, OCF, 4.2.4).
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._/-]")


def pictures(documents: Iterable[Document], given: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the pictures that the documents show, which show them under their new names.

    Raises:
        BuildError: one is not given.
    """
    names: dict[str, str] = {}
    for document in documents:
        for image in document.root.iter(f"{{{XHTML}}}img"):
            name = unquote(image.get("src") or "")
            if name not in given:
                raise BuildError(f"{document.href} shows '{name}', which is not there")
            if name not in names:
                names[name] = _plain(name, names.values())
            image.set("src", names[name])
    return {plain: given[name] for name, plain in names.items()}


def _plain(name: str, taken: Collection[str]) -> str:
    """Return a name of plain letters that no other file has, in capitals or not."""
    path = PurePosixPath(_UNSAFE.sub("-", name))
    folded = {other.casefold() for other in taken}
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return next(str(each) for each in chain([path], numbered) if str(each).casefold() not in folded)


def media_type(name: str) -> str:
    """Return the media type of a picture by its name.

    Raises:
        BuildError: reading systems need not show it.
    """
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in MEDIA_TYPES:
        raise BuildError(
            f"no reading system has to show '{name}'", f"expected: {', '.join(MEDIA_TYPES)}"
        )
    return MEDIA_TYPES[suffix]
