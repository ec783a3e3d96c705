"""Loaded once by the server that processes are forked by, before any is forked.

They share what is loaded here, and no garbage is looked for in it: with the collector off a layout
takes a fifth less time, for some megabytes more.
"""

from __future__ import annotations

import gc
import json
import os
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from octavo.engine.server import NEEDS
from octavo.errors import OctavoError
from octavo.themes import Theme


def load(told: str) -> None:
    """Load WeasyPrint, and what the last build needed of it."""
    layout = import_module("octavo.pdf.layout")
    if told:
        needs = json.loads(told)
        theme = Theme(Path(needs["root"]))
        sheets = tuple((name, theme.style(name).text) for name in needs["styles"])
        layout.warm(sheets, needs["langs"])


# No Pango, or a style sheet that is gone: whoever is to lay out something says so.
with suppress(OSError, OctavoError):
    load(os.environ.pop(NEEDS, ""))
gc.collect()
gc.freeze()
gc.disable()
