"""The parsers, each by what it reads: the text of a file in, what it says out.

Each is imported when a file must be parsed: markdown-it-py and PyYAML take longer to import than
a whole book to be read back.  Like a step of the engine, this table is the one place of its room
that imports late.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from octavo.errors import Findings, Location
from octavo.model import Chapter, PageMap, Reference, Review
from octavo.sources.parsed import Manifest, Parsed


def manifest(text: str) -> Parsed[Manifest | None]:
    """Read book.yaml; no value if it cannot be read at all."""
    from octavo.sources.manifest import language, read
    from octavo.sources.markdown import Markdown

    findings = Findings()
    return Parsed.of(read(text, Markdown(language(text), findings)), findings)


def chapter(text: str, path: str, lang: str) -> Parsed[Chapter | None]:
    """Read a chapter; no value if its front matter cannot be read at all."""
    from octavo.sources.markdown import Markdown
    from octavo.sources.prose import chapter as read

    findings = Findings()
    return Parsed.of(read(text, path, Markdown(lang, findings)), findings)


def records(text: str, path: str, name: str, lang: str) -> Parsed[tuple[object, ...]]:
    """Read the data file of the records called ``name``."""
    from octavo.sources.markdown import Markdown
    from octavo.sources.records import read

    findings = Findings()
    return Parsed.of(read(text, path, name, Markdown(lang, findings)), findings)


def references(text: str, path: str, lang: str) -> Parsed[tuple[Reference, ...]]:
    """Read references that another program has written: CSL-JSON, or BibTeX in a ``.bib``."""
    findings = Findings()
    if path.endswith(".bib"):
        from octavo.sources.bibtex import read
    else:
        from octavo.sources.csl import read
    return Parsed.of(read(text, path, lang, findings), findings)


def review(text: str, path: str, lang: str) -> Parsed[Review | None]:
    """Read the record of a review; no value if it cannot be read at all."""
    from octavo.sources.markdown import Markdown
    from octavo.sources.review import read

    findings = Findings()
    return Parsed.of(read(text, path, Markdown(lang, findings)), findings)


def release(text: str, path: str) -> Parsed[PageMap | None]:
    """Read the page map of a printing; no value if the file is none."""
    from octavo.pagination import from_json

    findings = Findings()
    page_map = None
    try:
        page_map = replace(from_json(text), name=PurePosixPath(path).name.partition(".")[0])
    except ValueError as fault:
        hint = "`octavo release EDITION` writes one"
        findings.error(Location(path), "release", f"'{path}' cannot be read: {fault}", hint)
    return Parsed.of(page_map, findings)
