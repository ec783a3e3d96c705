"""Type: which faces an edition has, cut to static files, shown to Pango, subset for EPUB.

::

    faces.toml ─► faces.read_faces ─► cut.cut ─► fontconfig.fontconfig ─► isolate ─► Pango
                                         └─────► subset.covers, subset.subset ─► EPUB

Nothing is imported here, so that reading the list of faces does not load fontTools.
"""
