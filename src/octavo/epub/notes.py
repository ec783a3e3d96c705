"""What pops up: the tree of a document in, the same with the semantics that let it out.

A reading system shows a note where it is called if the call is a ``noteref`` and its target a
``footnote``.  The target stays a ``div``: an ``aside`` of that type is hidden from the page by
Apple Books, and the notes could not be read one after the other.  ``endnote`` would be the nearer
word; it is deprecated, in the EPUB 3 Structural Semantics Vocabulary 1.1 and as a role in DPUB-ARIA
1.1.

A term pops up where reading systems know a ``glossref`` (foliate-js, calibre); the others know
calls of notes alone, and a term is one for them, too.  What is shown is the entry, term and
definition together, whose links to the places where the term is used lead back.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from octavo.matter.page import XHTML
from octavo.xhtml import TYPE, has_class

_A = f"{{{XHTML}}}a"
_DIV = f"{{{XHTML}}}div"


def make_popup(root: etree._Element) -> None:
    """Say of every note and every entry of a glossary what it is, and of links what they lead to.

    The back link of a note stays its first words.
    """
    for block in root.iter(_DIV):
        if has_class(block, "note") and block.get("id"):
            _say(block, "footnote", "doc-footnote")
    for glossary in root.iter(f"{{{XHTML}}}dl"):
        if has_class(glossary, "glossary"):
            _explain(glossary.findall(_DIV))
    for link in root.iter(_A):
        if link.get("role") == "doc-glossref":
            link.set(TYPE, "glossref noteref")


def _explain(entries: Iterable[etree._Element]) -> None:
    """Say of the parts of an entry what they are.

    The ``div`` that holds them can have no role, so it has no type that wants one.
    """
    for entry in entries:
        for term in entry.iter(f"{{{XHTML}}}dt"):
            term.set(TYPE, "glossterm")
        for part in entry.iter(f"{{{XHTML}}}dd"):
            if has_class(part, "definition"):
                part.set(TYPE, "glossdef")
            if has_class(part, "uses"):
                for link in part.iter(_A):
                    _say(link, "backlink", "doc-backlink")


def _say(element: etree._Element, type_: str, role: str) -> None:
    element.set(TYPE, type_)
    element.set("role", role)
