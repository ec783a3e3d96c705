"""Offprints: one unit in, one file that stands on its own out.

::

    Unit ─┬─► html: style sheets and pictures go into the page ─► .html
          └─► typescript: our classes become Word's styles ─► docx (pandoc) ─► .docx

An offprint has no pages of the book: whatever it says of them stands in the unit's text already.
"""
