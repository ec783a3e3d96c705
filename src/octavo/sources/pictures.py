"""Pictures: the files that records speak of are read; every figure's picture has its record.

SVG, PNG and JPEG can be set; an SVG is looked into (:mod:`octavo.sources.svg`).
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from octavo.errors import Findings, did_you_mean
from octavo.model import Component, Medium, Work
from octavo.sources import svg
from octavo.sources.files import FOLDER, Files
from octavo.tree import find

SIGNATURES = {".svg": b"", ".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff"}
"""The pictures that can be set, and how the bytes of each begin."""


def with_data(medium: Medium, files: Files) -> Medium:
    """Return a medium with the content of its file.

    A file that is not to be had has no data, and a finding.
    """
    name = medium.file
    data = files.data(name, medium.location, FOLDER) if name else None
    if data is None:
        return medium
    suffix = PurePosixPath(name).suffix
    if suffix not in SIGNATURES or not data.startswith(SIGNATURES[suffix]):
        files.findings.error(
            medium.location,
            "picture-format",
            f"'{name}' is not a picture that octavo can set",
            "an SVG, PNG or JPEG file ends in .svg, .png or .jpg",
        )
    elif suffix == ".svg":
        svg.check(data, f"{FOLDER}/{name}", files.findings)
    return replace(medium, data=data)


def check(work: Work, files: Files, findings: Findings) -> None:
    """Note figures whose file is missing, is a URL, or has no record."""
    media = work.records.media
    known = {medium.file for medium in media}
    # A record whose file is not to be had may be the one that is missed here.
    certain = all(medium.data for medium in media)
    for chapter in work.chapters:
        for node in find(chapter.blocks, Component):
            if node.name != "figure":
                continue
            image = str(node.attributes.get("image", ""))
            if not image or image in known:
                continue
            if files.locate(image, node.location, FOLDER) is not None and certain:
                findings.error(
                    node.location,
                    "picture-record",
                    f"'{image}' has no record in {FOLDER}/media.yaml",
                    did_you_mean(image, known) or "say its alt text, credit and licence there",
                )
