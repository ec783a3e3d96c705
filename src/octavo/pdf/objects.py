"""Objects: what a painted unit is made of in, its relocatable form out.

Only what the pages and the structure reach is taken, numbered densely: dictionaries first, streams
after them.  References to the page tree, the document's element and the fonts lead out of the unit
and get the numbers that `fragment` names.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pydyf

from octavo.pdf import strings
from octavo.pdf.fragment import FOLIOS, PARENTS, Code, Content, Slot, Stream
from octavo.pdf.writer import LEVEL

_REFERENCE = re.compile(rb"(\d+) 0 R")
_IN_PARENT_TREE = frozenset({"StructParent", "StructParents"})


class Encoder:
    """Gives objects their numbers and writes them.

    ``objects`` are those of pydyf by number, of which ``roots`` are wanted with all that they lead
    to; ``outside`` has the numbers of those that belong to the whole file, ``links`` the targets of
    links, ``open_streams`` the content streams that may hold slots.
    """

    def __init__(
        self,
        objects: Sequence[Any],
        roots: Iterable[int],
        *,
        outside: Mapping[int, int],
        links: Sequence[str],
        open_streams: Mapping[int, Content],
    ) -> None:
        self._objects = objects
        self._links = {target: place for place, target in enumerate(links)}
        self._open = open_streams
        reached = sorted(self._reached(roots, outside))
        self._dictionaries = [n for n in reached if not isinstance(objects[n], pydyf.Stream)]
        self._streams = [n for n in reached if isinstance(objects[n], pydyf.Stream)]
        self._numbers = dict(outside)
        self._numbers |= {n: i for i, n in enumerate((*self._dictionaries, *self._streams))}

    @property
    def count(self) -> int:
        """How many objects there are."""
        return len(self._dictionaries) + len(self._streams)

    def number(self, entry: Any) -> int:  # noqa: ANN401
        """Return the number of an object in the fragment."""
        return self._numbers[entry.number]

    def dictionaries(self) -> Code:
        """Return the objects that are no streams."""
        return self._code(self._objects[number] for number in self._dictionaries)

    def streams(self) -> Iterator[Stream]:
        """Yield the objects that are streams."""
        for number in self._streams:
            stream = self._objects[number]
            content = self._open.get(number)
            entries = dict(stream.extra)
            data: bytes | Content
            if content is not None and any(isinstance(part, Slot) for part in content):
                data = content
            elif content is not None or stream.compress:
                data = zlib.compress(b"".join(self._whole(stream, content)), LEVEL)
                entries["Filter"] = "/FlateDecode"
            else:
                data = b"\n".join(map(as_bytes, stream.stream))
            yield Stream(self._code([pydyf.Dictionary(entries)]), data)

    @staticmethod
    def _whole(stream: Any, content: Content | None) -> Iterator[bytes]:  # noqa: ANN401
        if content is None:
            yield b"\n".join(map(as_bytes, stream.stream))
        else:
            yield from (part for part in content if isinstance(part, bytes))

    def _reached(self, roots: Iterable[int], outside: Mapping[int, int]) -> set[int]:
        found: set[int] = set()
        waiting = list(roots)
        while waiting:
            number = waiting.pop()
            if number in found or number in outside:
                continue
            found.add(number)
            entry = self._objects[number]
            waiting += _references(entry.extra if isinstance(entry, pydyf.Stream) else entry)
        return found

    def _code(self, entries: Iterable[Any]) -> Code:
        numbers = array("q")
        lines = [b"".join(self._written(entry, numbers)) for entry in entries]
        return Code(b"\n".join(lines), numbers.tobytes())

    def _written(self, value: Any, numbers: array[int]) -> Iterator[bytes]:  # noqa: ANN401
        match value:
            case dict():
                yield b"<<"
                for key, entry in value.items():
                    yield b"/%s " % _literal(str(key).encode())
                    if key in _IN_PARENT_TREE:
                        numbers.append(PARENTS + int(entry))
                        yield b"%d"
                    else:
                        yield from self._written(entry, numbers)
                yield b">>"
            case list():
                yield b"["
                for place, entry in enumerate(value):
                    yield b" " if place else b""
                    yield from self._written(entry, numbers)
                yield b"]"
            case bytes() if found := _REFERENCE.fullmatch(value):
                numbers.append(self._numbers[int(found[1])])
                yield b"%d 0 R"
            case _Key():
                numbers.append(PARENTS + value)
                yield b"%d"
            case FolioOf():
                numbers.append(FOLIOS + self._links[value.string])
                yield _literal(strings.string(value.before)[:-1]) + b"%b)"
            case pydyf.String():
                yield _literal(strings.string(str(value.string)))
            case _:
                yield _literal(as_bytes(value))


def parents(rows: Iterable[tuple[int, Any]]) -> pydyf.Dictionary:
    """Return the leaf of the parent tree for a unit's keys, from 0 and without a gap.

    Of a page the value is an array of the elements that own its marks, of an annotation its own.
    """
    numbers = pydyf.Array()
    last = 0
    for last, value in rows:
        numbers.extend((_Key(last), value))
    return pydyf.Dictionary({"Limits": pydyf.Array((_Key(0), _Key(last))), "Nums": numbers})


class FolioOf(pydyf.String):  # type: ignore[misc]  # pydyf ships no types
    """The folio of an anchor, as a string that link writes, behind words in ASCII."""

    def __init__(self, anchor: str, before: str = "") -> None:
        super().__init__(anchor)
        self.before = before


class _Key(int):
    """A key of the parent tree."""


def as_bytes(token: Any) -> bytes:  # noqa: ANN401
    """Write a number, a name, an operator or what pydyf knows how to write."""
    match token:
        case bytes():
            # WeasyPrint ends and begins a string between any two glyphs, also to move by nothing.
            return token.replace(b">0<", b"") if token.endswith(b" TJ") else token
        case float():
            return strings.number(token)
        case pydyf.Object():
            data: bytes = token.data
            return data
        case dict():
            written: bytes = pydyf.Dictionary(token).data
            return written
        case _:
            return str(token).encode("ascii")


def _literal(text: bytes) -> bytes:
    return text.replace(b"%", b"%%")


def _references(value: Any) -> Iterator[int]:  # noqa: ANN401
    match value:
        case dict():
            for entry in value.values():
                yield from _references(entry)
        case list():
            for entry in value:
                yield from _references(entry)
        case bytes() if found := _REFERENCE.fullmatch(value):
            yield int(found[1])
        case _:
            pass
