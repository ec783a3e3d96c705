"""EPUB 3.3: units and a book's metadata in, the bytes of one file out.

::

    Job ─► Drafts ─► content (breaks, slots, notes ─► links, pictures) ─► Documents ─┐
           navigation, cover, typography ────────────────────────────────────────────┼─► archive
           metadata, accessibility ─► package (EbookLib) ────────────────────────────┘

A unit's tree is changed in few places only: ``pagebreaks`` marks where the pages of a
print edition begin, ``slots`` and ``index`` say them or take away what only print says,
``notes`` makes endnotes and terms pop up, ``disclosure`` folds replies away, ``frames``
lets drawings scroll.  All else that differs from print is a style sheet or packaging.

A document and a face are steps: with a :class:`~octavo.memo.Memo` that remembers,
an edit makes the documents that it reached and cuts the faces whose letters changed.
"""
