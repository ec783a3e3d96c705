"""The parser: markdown-it-py's CommonMark with tables, and the rules of ours."""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from octavo.sources.markdown import smart
from octavo.sources.markdown.brackets import bracket
from octavo.sources.markdown.divs import div
from octavo.sources.markdown.positions import PositionedInline


@cache
def parser(lang: str) -> MarkdownIt:
    """Return the parser for text in ``lang``; it holds no state between texts."""
    md = MarkdownIt("commonmark")
    md.inline = PositionedInline()
    md.configure("commonmark", {"typographer": True, "quotes": smart.quotes(lang)})
    md.enable(["table", "smartquotes"])
    md.use(footnote_plugin, inline=False, move_to_end=False)
    md.use(deflist_plugin)
    md.disable(["footnote_ref", "text_join", "reference"])
    md.inline.ruler.before("link", "bracket", bracket)
    md.inline.ruler2.at("fragments_join", _levels)
    md.core.ruler.before("smartquotes", "dashes", smart.dashes_rule)
    md.core.ruler.after("smartquotes", "apostrophes", smart.apostrophes_rule)
    md.block.ruler.before("table", "div", div, {"alt": ["blockquote", "list"]})
    return md


def _levels(state: StateInline) -> None:
    """Count nesting anew after emphasis was paired; join nothing, keep places."""
    level = 0
    for token in state.tokens:
        if token.nesting < 0:
            level -= 1
        token.level = level
        if token.nesting > 0:
            level += 1
