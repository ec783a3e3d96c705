"""A picture with its record: credit, licence and alternative text, or no picture."""

from __future__ import annotations

from pathlib import PurePosixPath

from octavo.model import Medium
from octavo.sources import svg
from octavo.sources.files import Files
from octavo.sources.schema import Fields

SIGNATURES = {".svg": b"", ".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff"}
"""The pictures that can be set, and how the bytes of each begin."""


def medium(fields: Fields, files: Files, folder: str) -> Medium:
    """Read one record of ``media.yaml`` and the file it speaks of.

    A file that is not to be had has no data, and a finding.
    """
    name = fields.text("file", required=True)
    at = fields.at("file")
    record = {
        "alt": fields.printed("alt", required=True),
        "credit": fields.printed("credit", required=True),
        "licence": fields.text("licence", required=True),
        "description": fields.printed("description"),
    }
    data = files.data(name, at, folder) if name else None
    if data is not None:
        suffix = PurePosixPath(name).suffix
        if suffix not in SIGNATURES or not data.startswith(SIGNATURES[suffix]):
            fields.findings.error(
                at,
                "picture-format",
                f"'{name}' is not a picture that octavo can set",
                "an SVG, PNG or JPEG file ends in .svg, .png or .jpg",
            )
        elif suffix == ".svg":
            svg.check(data, f"{folder}/{name}", fields.findings)
    return Medium(file=name, data=data or b"", location=at, **record)
