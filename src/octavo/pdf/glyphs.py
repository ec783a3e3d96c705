"""Missing glyphs: a character that no face of the edition has, said so that it can be found."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import name

from lxml import etree

from octavo.errors import BuildError
from octavo.model import Unit

_AROUND = 24


def missing(characters: Iterable[str], unit: Unit) -> BuildError:
    """Return the error that names each missing character and where it stands first."""
    words = " ".join(" ".join(_text(unit)).split())
    wanted = sorted(set(characters))
    said = "; ".join(f"{_named(each)}{_place(each, words, unit)}" for each in wanted)
    return BuildError(
        f"no face of the edition has {said}",
        "write it another way, set it in a face that has it, or add one to faces.toml",
    )


def _named(character: str) -> str:
    return f"U+{ord(character):04X} {name(character, 'without a name')}"


def _place(character: str, words: str, unit: Unit) -> str:
    at = words.find(character)
    if at < 0:
        return f" (in {unit.title or unit.name})"
    around = words[max(0, at - _AROUND) : at + _AROUND + 1]
    return f" (in {unit.title or unit.name}: '…{around}…')"


def _text(unit: Unit) -> Iterable[str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for text in etree.fromstring(unit.xhtml, parser).itertext():
        yield str(text)
