"""Disclosure: replies below their questions in, the same folded away until a reader opens them out.

Print sets a reply in the room for an answer; on a screen there is no such room, and who looks at a
question should not see its answer at once.  Where a reading system cannot fold, all of it is shown;
the link below leads to the replies in full, and one there leads back, in all of them.
"""

from __future__ import annotations

from lxml import etree

from octavo.matter.page import XHTML
from octavo.xhtml import has_class


def fold(root: etree._Element) -> None:
    """Make each reply a ``details`` whose summary is its first line, what it is."""
    for reply in root.iter(f"{{{XHTML}}}div"):
        if has_class(reply, "entered"):
            reply.tag, reply[0].tag = f"{{{XHTML}}}details", f"{{{XHTML}}}summary"
