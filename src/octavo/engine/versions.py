"""The versions of what does the work: a new one makes stale what that work made.

Packages are asked for by the names of their ``.dist-info`` folders, which the standard library
reads, too, but only after it has imported a good deal more.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache

from octavo.engine import code, libraries
from octavo.engine.log import Log

OCTAVO = "octavo"
PACKAGES: Mapping[str, str] = {
    "WeasyPrint": "weasyprint",
    "pydyf": "pydyf",
    "Pyphen": "pyphen",
    "tinycss2": "tinycss2",
    "tinyhtml5": "tinyhtml5",
    "cssselect2": "cssselect2",
    "Pillow": "pillow",
    "EbookLib": "ebooklib",
    "genanki": "genanki",
    "pandoc": "pypandoc-binary",
    "PDFium": "pypdfium2",
    "Jinja2": "jinja2",
    "MarkupSafe": "markupsafe",
    "markdown-it-py": "markdown-it-py",
    "mdit-py-plugins": "mdit-py-plugins",
    "PyYAML": "pyyaml",
    "fontTools": "fonttools",
    "uharfbuzz": "uharfbuzz",
    "Babel": "babel",
    "pyuca": "pyuca",
    "lxml": "lxml",
    "Brotli": "brotli",
    "pikepdf": "pikepdf",
    "Source Serif 4": "fontpkg-source-serif-4",
    "Source Sans 3": "fontpkg-source-sans-3",
}
"""The packages that do work, by the names that people know them by."""

_PARSING = ("Python", "markdown-it-py", "mdit-py-plugins", "PyYAML", "lxml", "Babel")
_SETTING = ("Python", "Jinja2", "MarkupSafe", "Babel", "pyuca", "lxml", "uharfbuzz")
_FACES = ("fontTools", "uharfbuzz", "Source Serif 4", "Source Sans 3")
_LAYOUT = (
    *("Python", "WeasyPrint", "pydyf", "Pyphen", "tinycss2", "tinyhtml5", "cssselect2"),
    *("Pillow", "lxml", *_FACES, *libraries.NAMES),
)
_LINKING = ("Python", "WeasyPrint", *_FACES)  # whose colour profile it is
_IMPOSING = (*_LINKING, "pikepdf")
_PRESSING = (*_IMPOSING, "Pillow")
_PACKAGING = ("Python", "EbookLib", "lxml", "tinycss2", "Pillow", "Brotli", *_FACES)
_WRITING = ("Python", "genanki", "lxml")

_PAINTING = (*_LAYOUT, "PDFium")

TOOLS_OF: Mapping[str, tuple[str, ...]] = {
    "parse": _PARSING,
    "check": tuple(dict.fromkeys((*_PARSING, *_FACES))),
    "compile": _SETTING,
    "set": _SETTING,
    "draw": _SETTING,
    "lay out": _LAYOUT,
    "paint": _PAINTING,
    "convert": ("Python", "lxml", "pandoc"),
    "rasterise": ("Python", "PDFium", "Pillow", "lxml", *_FACES),
    "embed": ("Python", "lxml"),
    "cut a subset": _LINKING,
    "link": _LINKING,
    "impose": _IMPOSING,
    "separate": _PRESSING,
    "document": _PACKAGING,
    "face": _PACKAGING,
    "pack": _PACKAGING,
    "write": _WRITING,
    "describe": _PACKAGING,
    "catalogue": ("Python", "lxml"),
}
"""What does the work of each rule, beside octavo; a rule without a row depends on everything."""

TOOLS_FOR: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("pdf", "handout", "question-paper", "source-insert", "mark-scheme", "slides"),
        tuple(dict.fromkeys((*_PARSING, *_SETTING, *_LAYOUT, *_LINKING))),
    ),
    "epub": tuple(dict.fromkeys((*_PARSING, *_SETTING, *_PACKAGING, "PDFium", "Pillow"))),
    "cover": tuple(dict.fromkeys((*_PARSING, *_SETTING, *_LAYOUT, *_PRESSING, "PDFium"))),
    "cover-picture": tuple(dict.fromkeys((*_PARSING, *_SETTING, *_FACES, "PDFium", "Pillow"))),
    **dict.fromkeys(
        ("apkg", "tsv", "moodle", "gift"),
        tuple(dict.fromkeys((*_PARSING, *_SETTING, *_WRITING))),
    ),
    "docx": tuple(dict.fromkeys((*_PARSING, *_SETTING, *_PAINTING, "pandoc"))),
    **dict.fromkeys(
        ("onix", "marc", "jsonld"),
        tuple(dict.fromkeys((*_PARSING, *_SETTING, *_PACKAGING))),
    ),
    "html": tuple(dict.fromkeys((*_PARSING, *_SETTING))),
    "press": tuple(dict.fromkeys((*_PARSING, *_SETTING, *_LAYOUT, *_PRESSING))),
    "booklet": tuple(dict.fromkeys((*_PARSING, *_SETTING, *_LAYOUT, *_IMPOSING))),
}
"""What does the work for an artefact of each format, from the sources on."""


def now(log: Log, *, libraries_too: bool = True) -> dict[str, str]:
    """Return the version of everything that may do work, by its name.

    What ``log`` knows already is not asked for again.
    """
    found = {OCTAVO: code.version(log), "Python": sys.version.partition(" ")[0], **tools()}
    if libraries_too:
        asked = libraries.now(log.libraries)
        found |= {name: library.version for name, library in asked.items()}
    return found


def of(kind: str, versions: Mapping[str, str], *, laid_out: bool = False) -> dict[str, str]:
    """Return the versions that an artefact of this format depends on, octavo's first.

    One for which units were *laid out* depends on all that lays out, whatever its format.
    """
    names = dict.fromkeys((OCTAVO, *TOOLS_FOR[kind], *(_LAYOUT if laid_out else ())))
    return {name: versions[name] for name in names if name in versions}


@cache
def tools() -> Mapping[str, str]:
    """Return the version of each package by the name people know it by."""
    installed = _installed()
    return {name: installed.get(package) or _asked(package) for name, package in PACKAGES.items()}


def _installed() -> dict[str, str]:
    found: dict[str, str] = {}
    for folder in sys.path:
        names: list[str] = []
        with suppress(OSError):  # an archive, or not there
            names = os.listdir(folder or os.curdir)  # noqa: PTH208 - names are all we want
        for name in sorted(names):
            stem, dot, kind = name.rpartition(".")
            if dot and kind == "dist-info":
                package, _, version = stem.partition("-")
                found.setdefault(package.lower().replace("_", "-").replace(".", "-"), version)
    return found


def _asked(package: str) -> str:
    # Slow, and seldom: the package was installed in some other way.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return "none"
