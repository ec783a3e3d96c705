"""Reads typed values out of YAML nodes, noting every misfit at its place.

A :class:`Fields` wraps one mapping.  Each method takes one key out of it; in the
end :meth:`Fields.done` notes the keys that nobody asked for.  A misfit gives a
finding and a harmless value, so that one run finds everything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import TypeVar

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from octavo import dates
from octavo.dates import Date
from octavo.errors import Location, did_you_mean
from octavo.model import Blocks, Inlines, Original, SourceReference
from octavo.sources.markdown import Markdown, Origin, smart
from octavo.sources.markdown.attributes import LANGUAGE, LANGUAGE_HINT
from octavo.sources.yaml_nodes import Document, pairs

T = TypeVar("T")
ID = re.compile(r"[a-z0-9][a-z0-9-]*")
ID_RULE = "an id is made of small letters, digits and hyphens"
_NUMBER = re.compile(r"-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?", re.ASCII)


class Fields:
    """The fields of one mapping, taken out by name and type."""

    def __init__(self, document: Document, node: Node, what: str, markdown: Markdown) -> None:
        self.document = document
        self.what = what
        self.markdown = markdown
        self.findings = markdown.findings
        self.location = document.at(node)
        self._is_mapping = isinstance(node, MappingNode)
        self._asked: set[str] = set()
        self._missing: list[str] = []
        self._values: dict[str, Node] = {}
        self._keys: dict[str, Location] = {}
        if isinstance(node, MappingNode):
            for key, value in pairs(node):
                self._values[key.value] = value
                self._keys[key.value] = document.at(key)
        else:
            self.findings.error(
                self.location, "type", f"{what} must be a mapping", "write key: value lines"
            )

    def __contains__(self, key: str) -> bool:
        self._asked.add(key)
        return key in self._values

    def at(self, key: str) -> Location:
        """Return the place of a key's value, or of the mapping."""
        node = self._values.get(key)
        return self.document.at(node) if node is not None else self.location

    def node(self, key: str, *, required: bool = False) -> Node | None:
        """Take the raw node of a key."""
        self._asked.add(key)
        node = self._values.get(key)
        if node is None and required and self._is_mapping:
            self._missing.append(key)
        return node

    def text(self, key: str, *, required: bool = False, default: str = "") -> str:
        """Take plain text, as written, without its outer white space."""
        node = self.node(key, required=required)
        if node is None:
            return default
        value = self._scalar(key, node)
        self._check_empty(key, node, required=required)
        return value

    def printed(self, key: str, *, required: bool = False, default: str = "") -> str:
        """Take plain text that readers will see, with typographic quotes and dashes."""
        return smart.plain(self.text(key, required=required, default=default), self.markdown.lang)

    def id(self, key: str = "id", *, required: bool = True) -> str:
        """Take an identifier."""
        value = self.text(key, required=required)
        if value and not ID.fullmatch(value):
            self.findings.error(self.at(key), "id-form", f"'{value}' is not an id", ID_RULE)
        return value

    def language(self, key: str) -> str:
        """Take the tag of a language."""
        value = self.text(key, required=True)
        if value and not LANGUAGE.fullmatch(value):
            message = f"'{value}' is not a language tag"
            self.findings.error(self.at(key), "language", message, LANGUAGE_HINT)
        return value

    def choice(
        self, key: str, choices: Iterable[str], default: str = "", *, required: bool = False
    ) -> str:
        """Take one of a few words."""
        value = self.text(key, required=required, default=default)
        known = tuple(choices)
        if value and value not in known:
            hint = did_you_mean(value, known) or f"one of {', '.join(known)}"
            self.findings.error(self.at(key), "value", f"'{value}' is not a value of '{key}'", hint)
            return default
        return value

    def integer(self, key: str) -> int | None:
        """Take a whole number."""
        node = self.node(key)
        if node is None:
            return None
        value = self._scalar(key, node)
        if not re.fullmatch(r"\d+", value):
            self.findings.error(
                self.at(key), "type", f"'{key}' must be a whole number", "write digits, as in 2"
            )
            return None
        return int(value)

    def number(self, node: Node, key: str) -> Fraction | None:
        """Read a number node exactly."""
        value = self._scalar(key, node)
        if not _NUMBER.fullmatch(value):
            self.findings.error(
                self.document.at(node),
                "type",
                f"'{value}' is not a number",
                "write digits, as in 657364 or 1.5",
            )
            return None
        return Fraction(value.replace(",", ""))

    def date(self, key: str, *, required: bool = False) -> Date | None:
        """Take an EDTF date (ISO 8601-2)."""
        node = self.node(key, required=required)
        if node is None:
            return None
        return self._try(key, dates.parse, self._scalar(key, node), "date")

    def number_of(self, key: str, read: Callable[[str], str], code: str) -> str:
        """Take a standard number, as ``read`` writes it."""
        value = self.text(key)
        return (self._try(key, read, value, code) or "") if value else ""

    def inlines(self, key: str, *, required: bool = False) -> Inlines:
        """Take one paragraph of Markdown."""
        node = self.node(key, required=required)
        if node is None:
            return ()
        self._check_empty(key, node, required=required)
        return self.markdown.inlines(*self._text_of(key, node))

    def blocks(self, key: str, *, required: bool = False) -> Blocks:
        """Take Markdown of any length."""
        node = self.node(key, required=required)
        if node is None:
            return ()
        self._check_empty(key, node, required=required)
        parsed = self.markdown.blocks(*self._text_of(key, node))
        for note in parsed.notes:
            self.findings.error(
                note.location,
                "note-in-record",
                "a note stands in a record",
                "notes belong to the running text of a chapter",
            )
        return parsed.blocks

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of plain texts."""
        return tuple(text for text, _ in self.places(key))

    def places(self, key: str, *, required: bool = False) -> tuple[tuple[str, Location], ...]:
        """Take a list of plain texts, each with its place."""
        return tuple(
            (self._scalar(key, item), self.document.at(item))
            for item in self._items(key, required=required)
        )

    def each(self, key: str, what: str, *, required: bool = False) -> Iterator[Fields]:
        """Yield the mappings of a list."""
        for item in self._items(key, required=required):
            yield Fields(self.document, item, what, self.markdown)

    def lines(self, key: str, what: str) -> Iterator[str | Fields]:
        """Yield the items of a list: plain texts, and the mappings that say more."""
        for item in self._items(key):
            if isinstance(item, MappingNode):
                yield Fields(self.document, item, what, self.markdown)
            else:
                yield self._scalar(key, item)

    def fields(self, key: str, what: str, *, required: bool = False) -> Fields | None:
        """Take a mapping."""
        node = self.node(key, required=required)
        return Fields(self.document, node, what, self.markdown) if node is not None else None

    def entries(self) -> Iterator[tuple[str, Location, Node]]:
        """Yield every key of a mapping whose keys are names of the author's."""
        for key, node in self._values.items():
            self._asked.add(key)
            yield key, self._keys[key], node

    def source(self, key: str = "source") -> SourceReference | None:
        """Take ``{cite: id, locator: text}``."""
        fields = self.fields(key, f"'{key}'")
        if fields is None:
            return None
        reference = SourceReference(
            reference=fields.id("cite"),
            locator=fields.printed("locator"),
            location=fields.at("cite"),
        )
        fields.done()
        return reference

    def original(self, key: str = "original") -> Original | None:
        """Take ``{text, lang, romanised, system}``."""
        fields = self.fields(key, f"'{key}'")
        if fields is None:
            return None
        original = Original(
            text=fields.text("text", required=True),
            lang=fields.language("lang"),
            romanised=fields.text("romanised"),
            system=fields.text("system"),
        )
        fields.done()
        return original

    def done(self) -> None:
        """Note every key that nobody asked for, and every required one that is not there.

        A key that is nearly a missing one is that key, misspelt: one fault, not two.
        """
        missing = self._missing
        for key in [key for key in self._values if key not in self._asked]:
            meant = [name for name in missing if did_you_mean(key, [name])]
            near = did_you_mean(key, meant or self._asked)
            missing = [name for name in missing if f"'{name}'" not in near]
            self.findings.error(
                self._keys[key],
                "key-unknown",
                f"{self.what} has no key '{key}'",
                near or f"the keys are {', '.join(sorted(self._asked))}",
            )
        for key in missing:
            self.findings.error(
                self.location, "key-missing", f"{self.what} needs '{key}'", f"add {key}: …"
            )

    def _items(self, key: str, *, required: bool = False) -> tuple[Node, ...]:
        node = self.node(key, required=required)
        if node is None:
            return ()
        if not isinstance(node, SequenceNode):
            self.findings.error(
                self.document.at(node), "type", f"'{key}' must be a list", "write - before each"
            )
            return ()
        if required and not node.value:
            self._empty(key)
        return tuple(node.value)

    def _check_empty(self, key: str, node: Node, *, required: bool) -> None:
        if required and isinstance(node, ScalarNode) and not node.value.strip():
            self._empty(key)

    def _empty(self, key: str) -> None:
        self.findings.error(
            self.at(key), "empty", f"'{key}' of {self.what} is empty", "write something there"
        )

    def _scalar(self, key: str, node: Node) -> str:
        if isinstance(node, ScalarNode):
            return str(node.value).strip()
        self.findings.error(
            self.document.at(node), "type", f"'{key}' must be text", "put it in quotes"
        )
        return ""

    def _text_of(self, key: str, node: Node) -> tuple[str, Origin]:
        if not isinstance(node, ScalarNode):
            self._scalar(key, node)
            return "", Origin(self.document.path, ((0, 0),))
        origin = self.document.origin(node)
        if origin is None:
            self.findings.error(
                self.document.at(node),
                "yaml-folded",
                f"the text of '{key}' runs over several lines",
                "write longer text in a | block, so that its places are exact",
            )
            return "", Origin(self.document.path, ((0, 0),))
        return str(node.value), origin

    def _try(self, key: str, read: Callable[[str], T], value: str, code: str) -> T | None:
        try:
            return read(value)
        except ValueError as fault:
            message, _, hint = str(fault).partition("; ")
            self.findings.error(self.at(key), code, message, hint)
            return None
