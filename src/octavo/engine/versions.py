"""The versions of what does the work: a new one makes everything stale."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.metadata import version

TOOLS: Mapping[str, str] = {
    "WeasyPrint": "weasyprint",
    "pydyf": "pydyf",
    "EbookLib": "EbookLib",
    "Jinja2": "Jinja2",
    "markdown-it-py": "markdown-it-py",
    "fontTools": "fonttools",
    "uharfbuzz": "uharfbuzz",
    "Babel": "Babel",
    "lxml": "lxml",
    "Brotli": "brotli",
    "Source Serif 4": "fontpkg-source-serif-4",
    "Source Sans 3": "fontpkg-source-sans-3",
}


@cache
def tools() -> Mapping[str, str]:
    """Return the version of each tool by the name people know it by."""
    return {name: version(package) for name, package in TOOLS.items()}
