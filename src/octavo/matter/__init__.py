"""Front, body and back matter: a Book and a theme in, Units out.

::

    Book ─► order.plan ─► (templates, with desk.Desk) ─► page.finish ─► Unit

`docs/markup.md` says what the XHTML of a unit looks like.  `library` is all that a
template may look up, `reader` notes what one unit did look up, `desk` answers a
template's questions from there; `figures` and `dating` make its drawings; `page` turns
what a template wrote into one document that XML and HTML parsers read alike.

A handout is set in the same way: `wanted` reads what is asked for, `excerpts` cuts a Book down to
it, `handouts` sets that, and `folios` fills in the pages of the printed book.
"""

from octavo.matter.units import Placed, bound, units

__all__ = ["Placed", "bound", "units"]
