"""EPUB 3.3: units and a book's metadata in, the bytes of one file out.

::

    Job ─► content.documents ─► slots, notes ─► links ─┐
           navigation, cover, typography ──────────────┼─► package (EbookLib) ─► archive ─► bytes
           metadata, accessibility ────────────────────┘

A unit's tree is changed in two places only: ``slots`` takes away what print
fills with page numbers, ``notes`` makes endnotes pop up.  All else that differs
from print is a style sheet or packaging.
"""
