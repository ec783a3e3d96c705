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
from typing import Any, Final

import tinycss2

from octavo.epub.letters import Letters
from octavo.errors import BuildError
from octavo.memo import Memo
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
_RULES: Final = f"{_FOLDER}/fonts.css"

Faces = Sequence[tuple[Face, Path]]


@dataclass(frozen=True, slots=True)
class Typography:
    """The files of styles and fonts by name; ``sheets`` are linked in this order."""

    sheets: Mapping[str, bytes]
    fonts: Mapping[str, bytes]


def linked(sheets: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the names in the package of the style sheets that a document links, in order."""
    return (_RULES, *(f"{_FOLDER}/{name}" for name, _ in sheets))


def typography(
    sheets: Sequence[tuple[str, str]], faces: Faces, texts: Iterable[Letters], memo: Memo
) -> Typography:
    """Make the style sheets and fonts for documents that ask for these letters.

    Raises:
        BuildError: a style sheet reaches for another file, or no face has a character.
    """
    texts = tuple(texts)
    sheets = [(name, _without_pages(css)) for name, css in sheets]
    for name, css in sheets:
        if outside := _OUTSIDE.search(_plain(css)):
            raise BuildError(
                f"the style sheet {name} reaches for another file: '{outside[0]}'",
                "an EPUB takes no file from a style sheet; faces are listed in faces.toml",
            )
    chosen = _named(faces, [css for _, css in sheets], texts)
    characters = {ord(char) for text in texts for char in text.characters}
    characters |= {ord(char) for _, css in sheets for char in _said(css)}
    rules = "\n".join(_rule(face) for face, _ in chosen)
    files = (rules, *(css for _, css in sheets))
    return Typography(
        sheets=dict(zip(linked(sheets), map(str.encode, files), strict=True)),
        fonts=_subsets(chosen, characters, memo),
    )


def _without_pages(css: str) -> str:
    """Leave out the rules for printed pages: EPUBCheck takes their margin boxes for errors.

    An edition's style sheet is one for the PDF and the EPUB, and a reflowable EPUB has no pages
    that a book could dress: reading systems may ignore ``@page`` (EPUB 3.3, 6.3).
    """
    rules = tinycss2.parse_stylesheet(css)
    pages = [rule for rule in rules if rule.type == "at-rule" and rule.lower_at_keyword == "page"]
    if not pages:
        return css
    kept: str = tinycss2.serialize([rule for rule in rules if rule not in pages])
    return kept


def _plain(css: str) -> str:
    return _COMMENT.sub("", css)


def _said(css: str) -> str:
    """Return all that a style sheet may have drawn: what stands in it, escapes read."""
    return _plain(css) + _strings(tinycss2.parse_component_value_list(_plain(css)))


def _strings(tokens: Iterable[Any]) -> str:
    """Return what the strings among tokens say, in blocks and functions too."""
    said = ""
    for token in tokens:
        if token.type == "string":
            said += token.value
        inside = getattr(token, "content", None) or getattr(token, "arguments", None)
        said += _strings(inside) if isinstance(inside, list) else ""
    return said


def _named(faces: Faces, sheets: Iterable[str], texts: Iterable[Letters]) -> Faces:
    """Return the faces of families that a style sheet or a drawing names."""
    lists = [words for css in sheets for words in _FAMILIES.findall(_plain(css))]
    words = "\n".join((*lists, *(family for text in texts for family in text.families)))
    return [(face, path) for face, path in faces if re.search(rf"\b{face.family}\b(?! \w)", words)]


def _subsets(faces: Faces, characters: set[int], memo: Memo) -> dict[str, bytes]:
    had = {path: covers(path) for _, path in faces}
    missing = [
        point
        for point in sorted(characters.difference(*had.values()))
        if unicodedata.category(chr(point)) not in _UNDRAWN
    ]
    if faces and missing:
        shown = ", ".join(f"U+{point:04X} {chr(point)}" for point in missing[:_SHOWN])
        raise BuildError(f"no face of the EPUB has {shown}", "name one that has it in faces.toml")
    wanted = characters | _ADDED
    return {_file(face): _subset(face, path, wanted & had[path], memo) for face, path in faces}


def _subset(face: Face, path: Path, characters: set[int], memo: Memo) -> bytes:
    """Cut a face down, or remember it: a step that hangs on the file and those characters."""
    values = (path.read_bytes(), "".join(map(chr, sorted(characters))))
    return memo.recall("face", face.postscript_name, values, lambda: subset(path, characters))


def _file(face: Face) -> str:
    return f"{_FONTS}/{face.postscript_name}.woff2"


def _rule(face: Face) -> str:
    return (
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; '
        f"font-style: {face.style}; "
        f'src: url("../{_file(face)}") format("woff2"); }}\n'
    )
