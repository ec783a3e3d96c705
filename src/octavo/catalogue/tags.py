"""Elements of XML as plain values: a name with text or with elements in, bytes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree


@dataclass(frozen=True, slots=True)
class Tag:
    """An element: its name, the text or the elements in it, its attributes."""

    name: str
    within: str | tuple[Tag, ...]
    attributes: Mapping[str, str] = field(default_factory=dict)


def tag(name: str, *within: Iterable[Tag] | Tag | str, **attributes: str) -> Tag:
    """Make an element of one text, or of elements and runs of elements."""
    match within:
        case (str() as text,):
            return Tag(name, text, attributes)
        case _:
            return Tag(name, tuple(_flat(within)), attributes)


def some(name: str, text: str, **attributes: str) -> Iterator[Tag]:
    """Yield an element, if there is a text to stand in it."""
    if text:
        yield tag(name, text, **attributes)


def _flat(within: Iterable[Iterable[Tag] | Tag | str]) -> Iterator[Tag]:
    for each in within:
        if isinstance(each, Tag):
            yield each
        elif not isinstance(each, str):
            yield from each


def document(root: Tag, namespace: str) -> bytes:
    """Return the file of a root element, whose elements are of one namespace."""
    element = etree.Element(root.name, {"xmlns": namespace, **root.attributes})
    _fill(element, root)
    etree.indent(element)
    return etree.tostring(element, encoding="UTF-8", xml_declaration=True) + b"\n"


def _fill(element: etree._Element, said: Tag) -> None:
    if isinstance(said.within, str):
        element.text = said.within
        return
    for each in said.within:
        _fill(etree.SubElement(element, each.name, dict(each.attributes)), each)
