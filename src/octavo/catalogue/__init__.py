"""Catalogues: what is said of a work and its artefacts in, records for shops and libraries out.

``codes``    the words of octavo in those of ONIX, MARC and ISO
``extents``  a page map → how long an edition is
``onix``     ONIX for Books 3.1, for the trade
``marc``     MARC 21 in MARCXML, for libraries
``jsonld``   Schema.org in JSON-LD, for search engines and stores of learning resources
``files``    the file of a format

Each format is a function of one value, :class:`octavo.model.Catalogue`, so that all say the same.
"""
