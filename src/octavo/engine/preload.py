"""Loaded once by the server that processes are forked by, before any is forked.

They share what is loaded here, and no garbage is looked for in it: with the collector off a layout
takes a fifth less time, for some megabytes more.
"""

from __future__ import annotations

import gc
from contextlib import suppress
from importlib import import_module

with suppress(OSError):  # no Pango: whoever is to lay out something says so
    import_module("octavo.pdf.layout")
gc.collect()
gc.freeze()
gc.disable()
