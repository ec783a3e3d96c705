"""YAML read as nodes with positions; types come from the caller, never from YAML.

PyYAML's C parser gives the nodes (it costs half of what ruamel's does, and its
marks are exact).  A scalar is the characters that were written: ``1942-07-28``
is not a date and ``no`` is not a truth value until a schema says so.
Anchors, aliases and tags are refused: a record reads the same alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from yaml.error import Mark
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from octavo.errors import Findings, Location
from octavo.sources.files import UNPRINTABLE
from octavo.sources.markdown import Origin


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed YAML text, its lines, and where its first line stands in the file."""

    path: str
    lines: tuple[str, ...]
    first_line: int
    root: Node | None

    def at(self, node: Node) -> Location:
        """Return the place of a node's first character."""
        mark = node.start_mark
        return Location(self.path, mark.line + self.first_line, mark.column + 1)

    def origin(self, node: ScalarNode) -> Origin | None:
        """Return where each line of a scalar's text stands.

        ``None`` for a plain or quoted scalar over several lines, whose text no
        longer has the lines it was written on.
        """
        first = node.start_mark.line
        if node.style == "|":
            count = node.value.count("\n") + 1
            body = self.lines[first + 1 :]
            indent = next((len(x) - len(x.lstrip()) for x in body if x.strip()), 0)
            starts = tuple((first + 1 + n + self.first_line, indent + 1) for n in range(count))
            return Origin(self.path, starts)
        if node.style == ">" or node.end_mark.line != first:
            return None
        quote = 1 if node.style in {"'", '"'} else 0
        return Origin(self.path, ((first + self.first_line, node.start_mark.column + 1 + quote),))


def parse(
    text: str, path: str, findings: Findings, *, first_line: int = 1, empty: str = ""
) -> Document:
    """Parse YAML; note syntax faults, anchors, tags and duplicate keys.

    ``first_line`` is the line of ``path`` on which ``text`` begins; ``empty`` is
    what to say of a text that holds nothing, if that is a fault.
    """
    lines = tuple(text.split("\n"))
    tab = next((n for n, line in enumerate(lines) if "\t" in line[: _indent(line)]), None)
    if tab is not None:
        findings.error(
            Location(path, tab + first_line, lines[tab].index("\t") + 1),
            "yaml-tab",
            "a tab in the indentation",
            "indent by spaces",
        )
        return Document(path, lines, first_line, None)
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as fault:
        mark, message, hint = _syntax_fault(fault, lines)
        last = text.rstrip().count("\n")
        line, column = min((mark.line, mark.column), (last, len(lines[last])))
        findings.error(
            Location(path, line + first_line, column + 1),
            "yaml-syntax",
            f"not YAML: {message}",
            hint,
        )
        return Document(path, lines, first_line, None)
    document = Document(path, lines, first_line, root)
    if root is None and empty:
        findings.error(Location(path, first_line, 1), "empty", empty, "write key: value lines")
    elif root is not None:
        _check_anchors(document, findings)
        _check(document, root, findings, set())
    return document


def pairs(node: MappingNode) -> Iterator[tuple[ScalarNode, Node]]:
    """Yield the keys and values of a mapping in the order they were written."""
    for key, value in node.value:
        if isinstance(key, ScalarNode):
            yield key, value


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _syntax_fault(fault: yaml.MarkedYAMLError, lines: tuple[str, ...]) -> tuple[Mark, str, str]:
    """Return where a syntax fault is, what it is and what to do.

    What never ends is noticed behind it; the fault is where it begins.
    """
    noticed = fault.problem_mark or Mark("", 0, 0, 0, "", 0)
    begun = fault.context_mark or noticed
    if fault.problem == "found unexpected end of stream":
        return begun, "a quotation that never ends", "end it with the mark that begins it"
    if fault.problem == "could not find expected ':'":
        return begun, "neither key: value nor - item", "text of several lines stands in a | block"
    if "flow" in (fault.context or "") and begun.line < noticed.line:
        return begun, "a bracket that is never closed", "close it with ] or }"
    line = lines[noticed.line] if noticed.line < len(lines) else ""
    if line.count(": ") > 1 and '"' not in line:
        hint = "text that holds ': ' must stand in quotes or in a | block"
    else:
        hint = "see docs/source-format.md for the form of each file"
    return noticed, fault.problem or fault.context or "", hint


def _check_anchors(document: Document, findings: Findings) -> None:
    """Note each alias, and each anchor that has none."""
    text = "\n".join(document.lines)
    if "&" not in text:
        return
    anchors: dict[str, Location] = {}
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        name = getattr(event, "anchor", None)
        mark = event.start_mark
        if name is None or mark is None:
            continue
        place = Location(document.path, mark.line + document.first_line, mark.column + 1)
        if isinstance(event, yaml.AliasEvent):
            first = anchors.pop(name, None)
            hint = f"write out what stands at {first}" if first else "write it out"
            findings.error(place, "yaml-alias", f"an alias, *{name}", hint)
        else:
            anchors[name] = place
    for name, place in anchors.items():
        findings.error(place, "yaml-alias", f"an anchor, &{name}", "leave it out")


def _check(document: Document, node: Node, findings: Findings, seen: set[int]) -> None:
    if id(node) in seen:
        return  # an alias
    seen.add(id(node))
    if node.tag.startswith("!"):
        findings.error(
            document.at(node), "yaml-tag", f"the tag {node.tag} is not allowed", "leave it out"
        )
    if isinstance(node, ScalarNode) and UNPRINTABLE.search(node.value):
        findings.error(
            document.at(node),
            "file-character",
            "an escape for a character that no book can hold",
            "leave it out",
        )
    if isinstance(node, SequenceNode):
        for item in node.value:
            _check(document, item, findings, seen)
    elif isinstance(node, MappingNode):
        known: dict[str, Location] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                findings.error(
                    document.at(key), "yaml-key", "a key must be a plain word", "put it in quotes"
                )
                continue
            if key.value in known:
                findings.error(
                    document.at(key),
                    "key-repeated",
                    f"the key '{key.value}' stands twice",
                    f"the first is on line {known[key.value].line}",
                )
            known[key.value] = document.at(key)
            _check(document, value, findings, seen)
