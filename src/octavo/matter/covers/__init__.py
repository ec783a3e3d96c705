"""The cover: a book and its paper in, one drawing out, for the front alone or for a whole sheet.

::

    Book ─► text, score ─► Design ─► design.draw ◄── sheet ◄── spine ◄── pages, paper
                                        ▲    │
                               templates┘    └─► SVG ─► pdf/covers ─► .pdf, .jpg ─► EPUB

``text``     what a cover says
``score``    the chapters as lines of marks, for the picture on it
``sheet``    where its panels stand
``spine``    how wide the spine is, and whether it is lettered
``barcode``  the bars of an ISBN
``fitting``  lines that fit their room
``design``   the drawing, by ``templates/cover.svg.j2``
"""
