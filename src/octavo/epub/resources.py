"""Pictures: the names that units show them by in, names that every device can write out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from itertools import chain, count
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

from lxml import etree

from octavo.errors import BuildError
from octavo.matter.page import XHTML
from octavo.model import Unit

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


def names(units: Iterable[Unit], given: Collection[str]) -> dict[str, str]:
    """Return the name in the package of every picture that is given and that a unit shows."""
    found: dict[str, str] = {}
    for name in (name for unit in units for name in unit.resources):
        if name in given and name not in found:
            found[name] = _plain(name, found.values())
    return found


def rename(root: etree._Element, known: Mapping[str, str], source: str) -> None:
    """Let the file ``source`` show its pictures under their names in the package.

    Raises:
        BuildError: one is not there.
    """
    for image in root.iter(f"{{{XHTML}}}img"):
        name = unquote(image.get("src") or "")
        if name not in known:
            raise BuildError(f"{source} shows '{name}', which is not there")
        image.set("src", known[name])


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
