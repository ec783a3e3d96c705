"""Files → Work: the only reader of sources.

In: the folder of a ``book.yaml``.  Out: a frozen :class:`~octavo.model.Work`,
every node with its place, and the digests of the files it was read from.  All
that is wrong with the sources taken one by one is found here, and raised
together; what is wrong between them is found by the passes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from octavo.errors import Findings, Location, SourceError
from octavo.model import Chapter, Part, Work
from octavo.sources import apparatus, identifiers, manifest, pictures, prose, records
from octavo.sources.files import Files
from octavo.sources.markdown import Markdown


@dataclass(frozen=True, slots=True)
class Loaded:
    """A work and what it was read from: path → SHA-256, hexadecimal."""

    work: Work
    read: Mapping[str, str]


def load(root: Path, findings: Findings | None = None) -> Loaded:
    """Read the work in ``root``.

    Raises:
        SourceError: with every finding, if any of them is a fault.
    """
    findings = findings if findings is not None else Findings()
    files = Files(root, findings)
    text = files.text(manifest.NAME, Location(manifest.NAME)) or ""
    findings.raise_errors()
    markdown = Markdown(manifest.language(text), findings)
    listed = manifest.read(text, markdown)
    if listed is None:
        raise SourceError(findings)
    work = Work(
        metadata=listed.metadata,
        parts=tuple(_part(part, files, markdown) for part in listed.parts),
        preface=_chapter(*listed.preface, files, markdown) if listed.preface else None,
        records=records.read(files, markdown),
        appendices=listed.appendices,
        editions=listed.editions,
        targets=listed.targets,
    )
    apparatus.check(work, findings)
    identifiers.check(work, findings)
    pictures.check(work, files, findings)
    findings.raise_errors()
    return Loaded(work, dict(sorted(files.read.items())))


def _part(part: manifest.ManifestPart, files: Files, markdown: Markdown) -> Part:
    chapters = (_chapter(path, at, files, markdown) for path, at in part.chapters)
    return Part(
        id=part.id,
        title=part.title,
        chapters=tuple(chapter for chapter in chapters if chapter),
        location=part.location,
    )


def _chapter(path: str, at: Location, files: Files, markdown: Markdown) -> Chapter | None:
    text = files.text(path, at)
    return prose.chapter(text, path, markdown) if text is not None else None
