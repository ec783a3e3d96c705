"""Front, body and back matter: a Book and a theme in, Units out.

::

    Book ─► order.plan ─► (templates, with desk.Desk) ─► page.finish ─► Unit

`docs/markup.md` says what the XHTML of a unit looks like.  `library` is all that a
template may look up, `reader` notes what one unit did look up, `desk` answers a
template's questions from there; `figures` and `dating` make its drawings; `page` turns
what a template wrote into one document that XML and HTML parsers read alike.
"""

from octavo.matter.units import Placed, bound, units

__all__ = ["Placed", "bound", "units"]
