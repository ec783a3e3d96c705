"""Every picture that a figure asks for is there and has its record."""

from __future__ import annotations

from octavo.errors import Findings, did_you_mean
from octavo.model import Component, Work
from octavo.sources.files import Files
from octavo.sources.records import FOLDER
from octavo.tree import find


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
