"""PDF: the units of an edition in, one tagged PDF and its page map out.

::

    units ─► document.join ─► layout.lay_out ─► sides.mirror ─► furniture.printed ─► layout.write
                                  │                                                      │
                                  └─► folios: anchor → folio (the page map)              └─► tagging

WeasyPrint lays out and writes.  It reads ``FONTCONFIG_FILE`` when it is imported, so the door is
:func:`octavo.pdf.render.render`, which shows Pango the edition's faces first.  Of the modules here
`job`, `render`, `document` and `folios` do not import WeasyPrint; the names that it does not
promise to keep stand in `private` and nowhere else.
"""
