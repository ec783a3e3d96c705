"""octavo: chapters and records → print-ready PDF and EPUB study guides."""

__version__ = "0.1.0"
