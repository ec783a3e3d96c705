"""Simple HTML in, one line of plain text out.

Paragraphs and items of lists are parted by a semicolon where no stop parts them already; the
items of a numbered list keep their numbers.
"""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

_BLOCKS: Final = frozenset({"p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "tr", "br"})
_CELLS: Final = frozenset({"td", "th"})
_STOPS: Final = (".", "?", "!", ":", ";", ")")


def plain(html: str) -> str:
    """Return the characters of simple HTML in one line."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return " ".join(reader.text.split()).rstrip("; ")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._numbers: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._part(tag)
        if tag in {"ol", "ul"}:
            start = int(dict(attrs).get("start") or 1)
            self._numbers.append(start if tag == "ol" else None)
        elif tag == "li" and self._numbers and (number := self._numbers[-1]) is not None:
            self.text += f"({number}) "
            self._numbers[-1] = number + 1

    def handle_endtag(self, tag: str) -> None:
        self._part(tag)
        if tag in {"ol", "ul"} and self._numbers:
            self._numbers.pop()

    def handle_data(self, data: str) -> None:
        if self.text.endswith("; ") and not data.strip():
            return
        self.text += data

    def _part(self, tag: str) -> None:
        """Part what comes from what stands there."""
        said = self.text.rstrip()
        if tag in _CELLS:
            self.text += " "
        elif tag in _BLOCKS and said:
            self.text = f"{said} " if said.endswith(_STOPS) else f"{said}; "
