"""What makes an SVG unfit to be printed: its bytes in, findings out.

A picture is shapes and text.  Scripts, event handlers, style sheets, entities and
references out of the file are refused, each at its place (expat knows the column).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from octavo.errors import Findings, Location

_FORBIDDEN = frozenset({"script", "foreignObject", "style", "image", "a", "animate", "set"})
_OUTSIDE = re.compile(r"""url\(\s*["']?(?!#)([^"')]*)""")
_CODE = "svg"
_NAMESPACE = "http://www.w3.org/2000/svg"


def check(data: bytes, path: str, findings: Findings) -> None:
    """Note what must not stand in a picture, or that it is none."""
    _Check(path, findings).run(data)


@dataclass(slots=True)
class _Check:
    path: str
    findings: Findings
    parser: expat.XMLParserType = field(init=False)
    open_elements: list[tuple[str, int]] = field(default_factory=list)

    def run(self, data: bytes) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = lambda _: self.open_elements.pop()
        self.parser.EntityDeclHandler = self._entity
        self.parser.SkippedEntityHandler = self._entity
        try:
            self.parser.Parse(data, True)  # noqa: FBT003 - positional in expat
        except expat.ExpatError as fault:
            name, line = self.open_elements[-1] if self.open_elements else ("", 0)
            self.findings.error(
                Location(self.path, fault.lineno, fault.offset + 1),
                _CODE,
                f"not SVG: {expat.ErrorString(fault.code)}",
                f"<{name}> of line {line} is open here" if name else "",
            )

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        name = qualified.rpartition(" ")[2]
        if not self.open_elements and (
            qualified != f"{_NAMESPACE} svg" or "viewBox" not in attributes
        ):
            hint = f'write <svg xmlns="{_NAMESPACE}" viewBox="0 0 …">'
            self._error("a picture is an svg element with a viewBox", hint)
        self.open_elements.append((name, self.parser.CurrentLineNumber))
        if name in _FORBIDDEN:
            self._error(f"<{name}> may not stand in a picture", "draw with shapes and text")
        for key, value in attributes.items():
            self._attribute(key.rpartition(" ")[2], value)

    def _attribute(self, key: str, value: str) -> None:
        if key.startswith("on"):
            self._error(f"an event handler, {key}", "remove it")
        outside = _OUTSIDE.search(value)
        target = value if key == "href" and not value.startswith("#") else ""
        if target or outside:
            self._error(
                f"a reference out of the picture, {target or (outside[1] if outside else '')}",
                "draw it in the picture, and refer to its #id",
            )

    def _entity(self, name: str, *_: object) -> None:
        self._error(f"an entity, &{name};", "write the characters themselves")

    def _error(self, message: str, hint: str) -> None:
        place = Location(
            self.path, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        )
        self.findings.error(place, _CODE, message, hint)
