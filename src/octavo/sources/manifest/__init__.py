"""book.yaml → what the book is: metadata, reading order, editions and targets.

``metadata``  what a title page, an imprint and a catalogue say
``contents``  parts, chapters and apparatus, in reading order
``editions``  each edition, by what it differs in from another
``access``    what is claimed of accessibility, and who has reviewed it
``targets``   the artefacts
``press``     what the printer asks for
``agreement`` what these must have in common
"""

from __future__ import annotations

from typing import Final

from yaml.nodes import MappingNode, ScalarNode

from octavo.errors import Findings
from octavo.sources import yaml_nodes
from octavo.sources.files import MANIFEST
from octavo.sources.manifest.agreement import check
from octavo.sources.manifest.contents import appendices, parts
from octavo.sources.manifest.editions import editions as read_editions
from octavo.sources.manifest.metadata import metadata
from octavo.sources.manifest.press import press
from octavo.sources.manifest.targets import targets as read_targets
from octavo.sources.markdown import Markdown
from octavo.sources.parsed import Manifest
from octavo.sources.schema import Fields

FORMAT: Final = "1"


def language(text: str) -> str:
    """Return the work's language before anything else is read, ``en`` if unsaid."""
    document = yaml_nodes.parse(text, MANIFEST, Findings())
    if isinstance(document.root, MappingNode):
        for key, value in yaml_nodes.pairs(document.root):
            if key.value == "lang" and isinstance(value, ScalarNode):
                return str(value.value)
    return "en"


def read(text: str, markdown: Markdown) -> Manifest | None:
    """Read book.yaml; ``None``, with a finding, if it is not YAML or empty."""
    document = yaml_nodes.parse(text, MANIFEST, markdown.findings, empty=f"{MANIFEST} is empty")
    if document.root is None:
        return None
    fields = Fields(document, document.root, MANIFEST, markdown)
    if not _is_readable(fields):
        return None
    preface = (fields.text("preface"), fields.at("preface")) if "preface" in fields else None
    targets = tuple(read_targets(fields))
    editions = read_editions(fields, targets)
    about, reviews = metadata(fields)
    manifest = Manifest(
        lang=markdown.lang,
        metadata=about,
        preface=preface,
        parts=parts(fields, preface),
        appendices=appendices(fields),
        editions=editions,
        targets=targets,
        release=(fields.text("release"), fields.at("release")) if "release" in fields else None,
        board=(fields.id("board"), fields.at("board")) if "board" in fields else None,
        press=press(fields),
        reviews=reviews,
    )
    check(manifest, markdown.findings)
    fields.done()
    return manifest


def _is_readable(fields: Fields) -> bool:
    """Say whether the work is of this format; what another one says is not judged."""
    version = fields.text("octavo", required=True)
    if version in {"", FORMAT}:
        return True
    fields.findings.error(
        fields.at("octavo"),
        "format-version",
        f"this octavo reads format {FORMAT}, not '{version}'",
        "install the octavo that the book was made for",
    )
    return False
