"""What the subset leaves out: raw HTML, signs that only Pandoc knows, other constructs."""

from __future__ import annotations

import re
from collections.abc import Collection

from markdown_it.tree import SyntaxTreeNode

from octavo.errors import Findings, Location, did_you_mean
from octavo.sources.markdown.divs import STRAY
from octavo.sources.markdown.places import right

_COMMENTS = re.compile(r"\s*(<!--.*?-->\s*)+", re.DOTALL)
_TAG = re.compile(r"\s*<(?P<closing>/?)(?P<name>[A-Za-z][\w-]*)")
_PANDOC_ONLY = (
    (re.compile(r"~~[^\s~]"), "~~strikeout~~"),
    (re.compile(r"\^[^\s^]+\^"), "^superscript^"),
    (re.compile(r"(?<!~)~[^\s~]+~(?!~)"), "~subscript~"),
    (re.compile(r"\$[^\s$][^$]*[^\s$]\$(?!\d)"), "$mathematics$"),
    (re.compile(r"(?<![\w.])@\w"), "@citation without brackets"),
)
_UNSUPPORTED = {
    "code_block": ("an indented code block", "indent running text by less than four spaces"),
    "fence": ("a code block", "a study guide shows code inline, between backticks"),
    "hr": ("a horizontal rule", "use a heading to divide sections"),
    "image": ("an image in the text", "use ::: {.figure #id image=media/…} with a caption"),
}


class Refusals:
    """Notes what is refused, and remembers it: the end of it is no second fault."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._open_fences = 0
        self._tags: set[str] = set()

    def node(self, node: SyntaxTreeNode, location: Location) -> None:
        """Refuse a node of a type that the model has nothing for."""
        match node.type:
            case "html_block" | "html_inline":
                self._html(node.content, location)
            case "fault":
                self._fault(node.meta, location)
            case unsupported:
                self._refuse(location, *_UNSUPPORTED[unsupported])

    def signs(self, text: str, location: Location) -> None:
        """Refuse signs in plain text that Pandoc would read as markup."""
        for pattern, what in _PANDOC_ONLY:
            if found := pattern.search(text):
                place = right(location, found.start())
                self._refuse(place, what, "put a backslash before the sign to print it")

    def fence(self, location: Location, *, opening: bool) -> None:
        """Refuse a fence inside a paragraph."""
        if opening:
            self._open_fences += 1
        elif self._closes_refused():
            return
        self._findings.error(
            location, "div-blank-line", "a fence inside a paragraph", "put a blank line before it"
        )

    def attribute(
        self, location: Location, what: str, key: str, known: Collection[str], hint: str = ""
    ) -> None:
        """Refuse an attribute that ``what`` does not have."""
        self._findings.error(
            location,
            "attribute-unknown",
            f"{what} has no attribute '{key}'",
            did_you_mean(key, known) or hint or f"it takes {', '.join(known)}",
        )

    def _html(self, content: str, location: Location) -> None:
        if _COMMENTS.fullmatch(content):
            return
        if content.lstrip().startswith("<!--"):
            hint = "end it with -->, and begin a new line behind it"
            self._findings.error(location, "comment", "a comment that does not end a line", hint)
            return
        if tag := _TAG.match(content):
            if tag["closing"] and tag["name"] in self._tags:
                return
            self._tags.add(tag["name"])
        self._refuse(location, "raw HTML", "Markdown and components say all that a book can print")

    def _fault(self, meta: dict[str, str], location: Location) -> None:
        if meta["message"] == STRAY and self._closes_refused():
            return
        self._findings.error(location, meta["code"], meta["message"], meta["hint"])

    def _closes_refused(self) -> bool:
        """Take a closing fence for the end of an opening one that was refused, if there is one."""
        if not self._open_fences:
            return False
        self._open_fences -= 1
        return True

    def _refuse(self, location: Location, what: str, hint: str) -> None:
        self._findings.error(location, "not-supported", f"{what} is not part of the format", hint)
