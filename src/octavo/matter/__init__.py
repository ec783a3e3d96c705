"""Front, body and back matter: a Book and a theme in, Units out.

::

    Book ─► order.plan ─► (templates, with desk.Desk) ─► page.finish ─► Unit

`docs/markup.md` says what the XHTML of a unit looks like.  `desk` answers what a
template has to look up; `figures` and `dating` make its drawings; `page` turns
what a template wrote into one document that XML and HTML parsers read alike.
"""

from octavo.matter.units import units

__all__ = ["units"]
