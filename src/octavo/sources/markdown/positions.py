"""An inline state that remembers where each token began.

markdown-it-py gives block tokens their lines and inline tokens nothing.  This
state notes, for every token it makes, the offset in the inline text at which it
starts: ``token.meta["at"]``.  Runs of plain characters are kept apart at escapes
and entities, so that a character's place is always start plus index.
"""

from __future__ import annotations

from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

OFFSET = "at"


class PositionedState(StateInline):
    """A ``StateInline`` whose tokens know their offset."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        self._pending_at = 0
        super().__init__(src, md, env, tokens)

    def append_pending(self, text: str) -> None:
        """Gather plain characters, noting where the first of them stands."""
        if not self.pending:
            self._pending_at = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 - the library's name
        """Make a text token of the gathered characters."""
        token = super().pushPending()
        token.meta = {OFFSET: self._pending_at}
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Make a token that begins at the present position.

        A run of emphasis marks is pushed mark by mark from one position; each
        begins behind the one before.
        """
        token = super().push(ttype, tag, nesting)
        at = self.pos
        if len(self.tokens) > 1:
            before = self.tokens[-2]
            if before.type == "text" and before.content and ttype == "text":
                at = max(at, before.meta.get(OFFSET, 0) + len(before.content))
        token.meta = {OFFSET: at}
        return token


class PositionedInline(ParserInline):
    """The library's inline parser, run on a :class:`PositionedState`."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Tokenise ``src`` and tidy up, as the library does."""
        state = PositionedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens
