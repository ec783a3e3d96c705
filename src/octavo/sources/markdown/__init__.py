"""Markdown → nodes: a strict subset of Pandoc's, with exact places.

In: text and its :class:`Origin`.  Out: the frozen nodes of :mod:`octavo.model`,
each with the line and column it was written at, and findings for all that the
subset leaves out.  The grammar is markdown-it-py's; what Pandoc adds (fenced
divs, bracketed spans, citations) are rules of ours, one a file:

``attributes``  ``{#id .class key=value}``
``divs``        fenced divs, by Pandoc's rule of the innermost fence
``brackets``    spans, citations and note calls, all that begins with ``[``
``positions``   an inline state that remembers where each token began
``smart``       quotes and dashes of the language
``dialect``     puts the rules together
``reading``     what every step from tokens to nodes is given
``blocks``      block tokens → blocks and notes
``fences``      the fence of a div → a component
``sentences``   the lines of a source's quotations
``tables``      tables and their captions
``trailing``    attributes behind a heading or a caption
``inlines``     inline tokens → inline nodes
``refusals``    what the subset leaves out
``origin``      the places of a text's lines in its file
``places``      from an offset in inline text to a place
"""

from __future__ import annotations

from octavo.errors import Findings
from octavo.model import Inlines, Paragraph
from octavo.sources.markdown.blocks import Parsed, convert
from octavo.sources.markdown.dialect import parser
from octavo.sources.markdown.origin import Origin
from octavo.sources.markdown.reading import Reading

__all__ = ["Markdown", "Origin", "Parsed"]


class Markdown:
    """Reads Markdown in one language (a BCP 47 tag)."""

    def __init__(self, lang: str, findings: Findings) -> None:
        self.lang = lang
        self.findings = findings

    def blocks(self, text: str, origin: Origin) -> Parsed:
        """Parse text into blocks and the notes that stand among them."""
        tokens = parser(self.lang).parse(text, {})
        return convert(tokens, Reading.of(text, origin, self.lang, self.findings))

    def inlines(self, text: str, origin: Origin) -> Inlines:
        """Parse one paragraph; anything else is a finding."""
        parsed = self.blocks(text, origin)
        match parsed.blocks:
            case ():
                return ()
            case (Paragraph(content=content),):
                return content
        self.findings.error(
            parsed.blocks[1].location if len(parsed.blocks) > 1 else parsed.blocks[0].location,
            "one-paragraph",
            "only one paragraph of text may stand here",
            "make it one paragraph, without lists, headings or components",
        )
        return ()
