"""References in Chicago form: a Reference in, a note or a bibliography entry out.

After the Chicago Manual of Style, 18th edition, notes and bibliography (chapters 13
and 14): shortened notes throughout, no *ibid*; up to two authors in a note, else
"et al."; more than six in an entry, the first three; no place where a publisher is
named; "n.d." where a date is missing.  Quotation marks and the points beside them
are those of the book's language: ‘Title’. in British English, “Title.” in American.

An entry begins with its authors; without one, with its editors, translators or
directors and what they are; an unsigned article or entry with the paper or the
encyclopedia, a page with its site, software with its maker.

A ``short_title`` whose words are part of the title shortens it and is set like it.
Any other is a name of the book's own ("Document C"): notes print it alone, upright,
and the entry begins with it, so that a reader of the note finds the entry.  Without a
``short_title`` a note has the main title without its first "A" or "The".
Locators are printed as their author wrote them.  A title in square brackets is a
description and is set upright.

These rules are held against the Manual's own style as pandoc's citeproc reads it
(docs/citations.md).

``forms``    what each type is set like
``names``    who made it
``parts``    imprint, edition, kind
``marks``    points, quotation marks, titles
``notes``, ``entries``  the two forms
"""

from __future__ import annotations

from octavo.chicago.entries import entry, filed_under
from octavo.chicago.forms import TYPES
from octavo.chicago.marks import quoted, sentence
from octavo.chicago.notes import full_note, short_note

__all__ = ["TYPES", "entry", "filed_under", "full_note", "quoted", "sentence", "short_note"]
