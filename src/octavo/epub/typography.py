"""Style sheets and faces: the theme's CSS and a book's characters in, linked files out.

A face goes in if a style sheet or a drawing names its family, cut down to the
characters of the book, and those a reading system adds (hyphens, numbers of
lists).  Every character must be in one of the faces: else the reader's device
would set it in a face of its own.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

from octavo.errors import BuildError
from octavo.matter.page import SVG
from octavo.typefaces.faces import Face
from octavo.typefaces.subset import covers, subset

#: What a reading system may add to the text, or a reader find in it.
_ADDED: Final = frozenset(
    map(ord, string.ascii_letters + string.digits + string.punctuation + " •‐")
)
#: Controls and format characters are obeyed, not drawn.
_UNDRAWN: Final = frozenset({"Cc", "Cf"})
_SHOWN: Final = 8

_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_FAMILIES: Final = re.compile(r"\bfont(?:-family)?\s*:([^;}]+)")
_OUTSIDE: Final = re.compile(r"@import\b|\burl\(")
_FOLDER: Final = "styles"
_FONTS: Final = "fonts"

Faces = Sequence[tuple[Face, Path]]


@dataclass(frozen=True, slots=True)
class Typography:
    """The files of styles and fonts by name; ``sheets`` are linked in this order."""

    sheets: Mapping[str, bytes]
    fonts: Mapping[str, bytes]


def typography(
    sheets: Iterable[tuple[str, str]], faces: Faces, roots: Sequence[etree._Element]
) -> Typography:
    """Make the style sheets and fonts for the documents with these roots.

    Raises:
        BuildError: a style sheet reaches for another file, or no face has a character.
    """
    sheets = tuple(sheets)
    for name, css in sheets:
        if outside := _OUTSIDE.search(_COMMENT.sub("", css)):
            raise BuildError(
                f"the style sheet {name} reaches for another file: '{outside[0]}'",
                "an EPUB takes no file from a style sheet; faces are listed in faces.toml",
            )
    chosen = _named(faces, [css for _, css in sheets], roots)
    characters = _characters(roots).union(*(map(ord, _COMMENT.sub("", css)) for _, css in sheets))
    fonts = _subsets(chosen, characters)
    own = {f"{_FOLDER}/fonts.css": "\n".join(_rule(face) for face, _ in chosen).encode()}
    return Typography(
        sheets=own | {f"{_FOLDER}/{name}": css.encode() for name, css in sheets}, fonts=fonts
    )


def _named(faces: Faces, sheets: Iterable[str], roots: Iterable[etree._Element]) -> Faces:
    """Return the faces of families that a style sheet or an attribute of a drawing names."""
    lists = [words for css in sheets for words in _FAMILIES.findall(_COMMENT.sub("", css))]
    for root in roots:
        lists += (element.get("font-family") or "" for element in root.iter(f"{{{SVG}}}*"))
    words = "\n".join(lists)
    return [(face, path) for face, path in faces if re.search(rf"\b{face.family}\b(?! \w)", words)]


def _characters(roots: Iterable[etree._Element]) -> set[int]:
    """Return the characters of documents, in capitals too, as a style may ask for them."""
    texts = {str(text) for root in roots for text in root.itertext()}
    return {ord(char) for text in texts for char in text + text.upper()}


def _subsets(faces: Faces, characters: set[int]) -> dict[str, bytes]:
    had = {path: covers(path) for _, path in faces}
    missing = [
        point
        for point in sorted(characters.difference(*had.values()))
        if unicodedata.category(chr(point)) not in _UNDRAWN
    ]
    if faces and missing:
        shown = ", ".join(f"U+{point:04X} {chr(point)}" for point in missing[:_SHOWN])
        raise BuildError(f"no face of the EPUB has {shown}", "name one that has it in faces.toml")
    return {_file(face): subset(path, (characters | _ADDED) & had[path]) for face, path in faces}


def _file(face: Face) -> str:
    return f"{_FONTS}/{face.postscript_name}.woff2"


def _rule(face: Face) -> str:
    return (
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; '
        f"font-style: {face.style}; "
        f'src: url("../{_file(face)}") format("woff2"); }}\n'
    )
