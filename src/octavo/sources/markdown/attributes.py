"""Attributes in braces, as Pandoc reads them: ``{#id .class key=value}``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_PIECE = re.compile(
    r"""\s*(?:
        \#(?P<id>[^\s{}\#="]+)
      | \.(?P<class>[^\s{}.\#="]+)
      | (?P<key>[A-Za-z][\w:-]*)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s{}"]+))
    )""",
    re.VERBOSE,
)
_END = re.compile(r"\s*\}")

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
"""The form of a language tag (BCP 47), as XML takes it."""
LANGUAGE_HINT = "write a tag such as ru or ru-Latn"


class AttributesError(ValueError):
    """Attributes that cannot be read; ``at`` is the offset of the first that cannot."""

    def __init__(self, at: int) -> None:
        self.at = at
        super().__init__("attributes that cannot be read")


@dataclass(frozen=True, slots=True)
class AttributeList:
    """Parsed attributes; ``offsets`` says where each key stands in the braces."""

    id: str = ""
    classes: tuple[str, ...] = ()
    values: dict[str, str] = field(default_factory=dict)
    offsets: dict[str, int] = field(default_factory=dict)


def read(text: str, start: int = 0) -> tuple[AttributeList, int]:
    """Read ``{…}`` at ``start``; return it and the offset behind its brace.

    Raises:
        AttributesError: no well-formed attribute list stands there.
    """
    position = start + 1
    identifier = ""
    classes: list[str] = []
    values: dict[str, str] = {}
    offsets: dict[str, int] = {}
    while not (end := _END.match(text, position)):
        piece = _PIECE.match(text, position)
        if piece is None:
            rest = text[position:]
            raise AttributesError(position + len(rest) - len(rest.lstrip()))
        if piece["id"] is not None:
            identifier = piece["id"]
            offsets["id"] = piece.start("id") - 1 - start
        elif piece["class"] is not None:
            classes.append(piece["class"])
        else:
            quoted = piece["quoted"]
            values[piece["key"]] = quoted if quoted is not None else piece["bare"]
            offsets[piece["key"]] = piece.start("key") - start
        position = piece.end()
    return AttributeList(identifier, tuple(classes), values, offsets), end.end()
