"""Benchmarks: a book made to measure, and programs run side by side on it.

::

    book ─► a work in octavo's source format, and plain.md for other programs
    compare ─► cases ─► measure (reaper) ─► Results ─► claims, report ─► tables, or JSON
    JSON ─► page ─► the results in docs/benchmarks.md

    soundness ─► the book of the ratios, held against one document and the judges

See docs/benchmarks.md.  Nothing here is part of octavo or goes into its wheel.
"""
