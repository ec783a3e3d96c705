"""String and number objects, as bytes (ISO 32000-1, 7.3)."""

from __future__ import annotations

import re

_ESCAPED = re.compile(rb"[\\()\x00-\x1f\x7f]")


def string(text: str) -> bytes:
    """Return a text string (7.9.2) that stands on one line."""
    try:
        plain = text.encode("ascii")
    except UnicodeEncodeError:
        return b"<FEFF%s>" % text.encode("utf-16-be").hex().encode()
    return b"(%s)" % _ESCAPED.sub(lambda found: b"\\%03o" % found[0][0], plain)


def number(value: float) -> bytes:
    """Return a number to six places at most."""
    return f"{value:.6f}".rstrip("0").rstrip(".").encode()
