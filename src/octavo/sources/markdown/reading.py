"""One text while its tokens become nodes: its lines, places and language, and what is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from octavo.errors import Findings
from octavo.sources.markdown.origin import Origin
from octavo.sources.markdown.refusals import Refusals

_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Reading:
    """What every step is given; only findings and refusals grow."""

    lines: tuple[str, ...]
    origin: Origin
    lang: str
    findings: Findings
    refusals: Refusals

    @classmethod
    def of(cls, text: str, origin: Origin, lang: str, findings: Findings) -> Reading:
        """Begin to read a text; its lines end where the parser says so."""
        lines = tuple(_LINE_END.split(text))
        return cls(lines, origin, lang, findings, Refusals(findings))


def line_of(node: SyntaxTreeNode) -> int:
    """Return the line that a node begins on, from 0."""
    return node.map[0] if node.map else 0
