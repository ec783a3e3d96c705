"""Facts for claims of accessibility: the finished files of a package in, what each holds out.

Documents are read as trees, style sheets as rules, pictures as far as it takes to see whether they
move.  What follows from the facts is :mod:`octavo.accessibility`'s business.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any, Final

import tinycss2.ast
from lxml import etree
from PIL import Image, UnidentifiedImageError

from octavo.accessibility import Facts, Obstacle, Trait
from octavo.matter import gate
from octavo.matter.naming import named
from octavo.matter.page import SVG, XHTML, safe_parser
from octavo.xhtml import TYPE

_HEADINGS: Final = tuple(f"{{{XHTML}}}h{level}" for level in range(1, 7))
_TYPES: Final[dict[str, Trait]] = {
    "index": "index",
    "toc": "contents",
    "page-list": "page-list",
    "pagebreak": "page-breaks",
}
#: What may move, flash or run as it likes, and what may sound.
_MOVING: Final = (
    *(f"{{{XHTML}}}{name}" for name in ("video", "script", "canvas", "object", "embed", "iframe")),
    *(
        f"{{{SVG}}}{name}"
        for name in ("animate", "animateMotion", "animateTransform", "set", "script")
    ),
)
_SOUNDING: Final = tuple(
    f"{{{XHTML}}}{name}" for name in ("audio", "video", "script", "object", "embed", "iframe")
)
_FRAMES: Final = Obstacle("motion", "a picture of several frames")
_PIXELS: Final = frozenset({".gif", ".png", ".webp"})
#: Lengths that do not follow the size of text that a reader chooses (CSS Values 3, 6.2).
_ABSOLUTE: Final = frozenset({"px", "pt", "pc", "cm", "mm", "in", "q"})
_REORDERING: Final = ("row-reverse", "column-reverse", "wrap-reverse")


def facts(href: str, root: etree._Element) -> Facts:
    """Read off the tree of a finished document what claims are made from."""
    pictures = list(gate.pictures(root))
    return Facts(
        file=href,
        traits=tuple(sorted(_traits(root, pictures))),
        obstacles=(
            *(Obstacle("untold", named(each)) for each in pictures if not gate.is_told(each)),
            *_moving(root),
            *(Obstacle("sound", named(each)) for each in root.iter(*_SOUNDING)),
        ),
    )


def facts_of_sheet(href: str, css: str) -> Facts:
    """Read off a style sheet what stands in somebody's way; its printed pages are left out."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return Facts(file=href, obstacles=tuple(dict.fromkeys(_of_rules(rules))))


def facts_of_picture(href: str, data: bytes) -> Facts:
    """Look whether a picture moves."""
    suffix = PurePosixPath(href).suffix.lower()
    found: tuple[Obstacle, ...] = ()
    if suffix == ".svg":
        found = tuple(_moving(etree.fromstring(data, safe_parser())))
    elif suffix in _PIXELS:
        try:
            with Image.open(BytesIO(data)) as image:
                found = (_FRAMES,) if getattr(image, "is_animated", False) else ()
        except UnidentifiedImageError:
            found = (Obstacle("motion", "a picture that cannot be read"),)
    return Facts(file=href, obstacles=found)


def _traits(root: etree._Element, pictures: list[etree._Element]) -> set[Trait]:
    found: set[Trait] = set()
    if pictures:
        found.add("pictures")
    if any(each.get("aria-describedby") or each.get("aria-details") for each in pictures):
        found.add("descriptions")
    if next(root.iter(*_HEADINGS), None) is not None:
        found.add("headings")
    for element in root.iter(etree.Element):
        if element.get("role"):
            found.add("roles")
        for word in (element.get(TYPE) or "").split():
            if word in _TYPES:
                found.add(_TYPES[word])
    return found


def _moving(root: etree._Element) -> Iterator[Obstacle]:
    return (Obstacle("motion", named(each)) for each in root.iter(*_MOVING))


# -- style sheets --------------------------------------------------------------


def _of_rules(rules: Iterable[Any]) -> Iterator[Obstacle]:
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword.endswith("keyframes"):
            yield Obstacle("motion", f"@{rule.lower_at_keyword}{tinycss2.serialize(rule.prelude)}")
        elif rule.type == "at-rule" and rule.lower_at_keyword == "page":
            continue
        elif rule.type in {"at-rule", "qualified-rule"} and rule.content is not None:
            where = tinycss2.serialize(rule.prelude).strip()
            inside = tinycss2.parse_blocks_contents(rule.content)
            yield from _of_rules(inside)
            for each in inside:
                if each.type == "declaration":
                    yield from _of_declaration(where, each)


def _of_declaration(where: str, said: tinycss2.ast.Declaration) -> Iterator[Obstacle]:
    value = tinycss2.serialize(said.value).strip()
    words = f"{where} {{ {said.lower_name}: {value} }}"
    if said.lower_name in {"animation", "animation-name", "transition"} and value != "none":
        yield Obstacle("motion", words)
    if said.lower_name in {"font", "font-size"} and any(
        token.type == "dimension" and token.lower_unit in _ABSOLUTE for token in said.value
    ):
        yield Obstacle("fixed-type", words)
    if said.lower_name == "order" or any(word in value for word in _REORDERING):
        yield Obstacle("reordered", words)
