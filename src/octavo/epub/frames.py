"""Frames: drawings in the tree of a document in, each in a frame that can be moved sideways out.

A drawing of the width of a page of print has lettering too small to read on a telephone. Where the
screen is narrow, a style sheet keeps the drawing wide, and its frame scrolls.
"""

from __future__ import annotations

from lxml import etree

from octavo.matter.page import SVG
from octavo.xhtml import has_class, make


def frame(root: etree._Element) -> None:
    """Set every drawing into a frame, which a keyboard can reach."""
    for drawing in list(root.iter(f"{{{SVG}}}svg")):
        holder = drawing.getparent()
        if holder is not None and has_class(drawing, "drawing"):
            around = make("div", class_="drawing-frame", tabindex="0")
            around.tail, drawing.tail = drawing.tail, None
            holder.replace(drawing, around)
            around.append(drawing)
