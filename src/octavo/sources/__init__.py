"""Files → Work: the only reader of sources.

In: the folder of a ``book.yaml``.  Out: a frozen :class:`~octavo.model.Work`,
every node with its place, and the digests of the files it was read from.  All
that is wrong with the sources taken one by one is found here, and raised
together; what is wrong between them is found by the passes.

Each file is parsed by a function of its text alone, so that a memo can remember
what it says, findings included; what joins the files is quick and done each time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from octavo.errors import Findings, Location, SourceError, did_you_mean
from octavo.fingerprint import fingerprint
from octavo.memo import DIRECT, Memo
from octavo.model import (
    Board,
    Chapter,
    Medium,
    Metadata,
    PageMap,
    Part,
    Press,
    Records,
    Reference,
    Review,
    Target,
    Work,
)
from octavo.sources import (
    apparatus,
    choices,
    identifiers,
    parsers,
    pictures,
    placement,
    printing,
    reviews,
    signposts,
)
from octavo.sources.files import FOLDER, MANIFEST, Files
from octavo.sources.parsed import Manifest, ManifestPart, Parsed

T = TypeVar("T")

CHAPTER = "{chapter}"
"""What stands in the path of a target for the id of each chapter."""

RECORDS = tuple(field.name for field in fields(Records))
"""The names of the data files, each the key in it and a field of the records."""

BIBLIOGRAPHIES = ("bibliography.json", "bibliography.bib")
"""Files of references in CSL-JSON and BibTeX, beside ``bibliography.yaml``."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A work and what it was read from: path → SHA-256, hexadecimal.

    ``essence`` names the work's content: two works that differ in nothing but
    places and comments have the same.
    """

    work: Work
    read: Mapping[str, str]
    essence: str


def load(root: Path, findings: Findings | None = None, *, memo: Memo = DIRECT) -> Loaded:
    """Read the work in ``root``.

    Raises:
        SourceError: with every finding, if any of them is a fault.
    """
    findings = findings if findings is not None else Findings()
    return _Loading(Files(root, findings), findings, memo).loaded()


class _Loading:
    """One work being read: what its files say is recalled or parsed, and put together."""

    def __init__(self, files: Files, findings: Findings, memo: Memo) -> None:
        self._files = files
        self._findings = findings
        self._memo = memo
        self._essences: list[str] = []

    def loaded(self) -> Loaded:
        listed = self._manifest()
        records = self._records(listed.lang)
        work = Work(
            metadata=self._reviewed(listed),
            parts=tuple(self._part(part, listed.lang) for part in listed.parts),
            preface=self._chapter(*listed.preface, listed.lang) if listed.preface else None,
            records=records,
            appendices=listed.appendices,
            editions=listed.editions,
            targets=(),
            release=self._release(*listed.release) if listed.release else None,
            board=self._board(records, *listed.board) if listed.board else None,
            press=self._press(listed.press),
        )
        work = replace(work, targets=tuple(_spread(listed.targets, work)))
        work = placement.placed(work, self._findings)
        apparatus.check(work, self._findings)
        identifiers.check(work, self._findings)
        choices.check(work, self._findings)
        signposts.check(work, self._findings)
        reviews.check(work, self._findings)
        pictures.check(work, self._files, self._findings)
        self._findings.raise_errors()
        read = dict(sorted(self._files.read.items()))
        return Loaded(work, read, fingerprint(tuple(self._essences)))

    def _manifest(self) -> Manifest:
        text = self._files.text(MANIFEST, Location(MANIFEST)) or ""
        self._findings.raise_errors()
        listed = self._parsed(MANIFEST, text, lambda: parsers.manifest(text))
        if listed is None:
            raise SourceError(self._findings)
        return listed

    def _part(self, part: ManifestPart, lang: str) -> Part:
        chapters = (self._chapter(path, at, lang) for path, at in part.chapters)
        return Part(
            id=part.id,
            title=part.title,
            chapters=tuple(chapter for chapter in chapters if chapter),
            location=part.location,
        )

    def _chapter(self, path: str, at: Location, lang: str) -> Chapter | None:
        text = self._files.text(path, at)
        if text is None:
            return None
        return self._parsed(path, (text, lang), lambda: parsers.chapter(text, path, lang))

    def _release(self, path: str, at: Location) -> PageMap | None:
        text = self._files.text(path, at)
        if text is None:
            return None
        return self._parsed(path, text, lambda: parsers.release(text, path))

    def _reviewed(self, listed: Manifest) -> Metadata:
        """Return what the manifest says of the book, with the records of reviews that it names."""
        found = (self._review(path, at, listed.lang) for path, at in listed.reviews)
        access = replace(listed.metadata.access, reviews=tuple(filter(None, found)))
        return replace(listed.metadata, access=access)

    def _review(self, path: str, at: Location, lang: str) -> Review | None:
        text = self._files.text(path, at)
        if text is None:
            return None
        return self._parsed(path, (text, lang), lambda: parsers.review(text, path, lang))

    def _press(self, press: Press) -> Press:
        read = printing.with_profile(press, self._files)
        self._essences.append(self._files.digest(press.profile) if press.profile else "")
        return read

    def _board(self, records: Records, name: str, at: Location) -> Board | None:
        boards = {board.id: board for board in records.boards}
        if name and name not in boards:
            hint = did_you_mean(name, boards) or f"its record belongs in {FOLDER}/boards.yaml"
            self._findings.error(at, "board-unknown", f"unknown board '{name}'", hint)
        return boards.get(name)

    def _records(self, lang: str) -> Records:
        """Read every data file that the work has; each is optional."""
        records = Records(**{name: self._entries(name, lang) for name in RECORDS})
        others = chain.from_iterable(self._references(name, lang) for name in BIBLIOGRAPHIES)
        records = replace(records, bibliography=(*records.bibliography, *others))
        return replace(records, media=tuple(map(self._medium, records.media)))

    def _entries(self, name: str, lang: str) -> tuple[Any, ...]:
        path = f"{FOLDER}/{name}.yaml"
        text = self._files.text(path, Location(path)) if self._files.exists(path) else None
        if text is None:
            self._essences.append("")
            return ()
        return self._parsed(path, (text, lang), lambda: parsers.records(text, path, name, lang))

    def _references(self, name: str, lang: str) -> tuple[Reference, ...]:
        """Read the references that another program has written, if the work has some."""
        path = f"{FOLDER}/{name}"
        text = self._files.text(path, Location(path)) if self._files.exists(path) else None
        if text is None:
            self._essences.append("")
            return ()
        return self._parsed(path, (text, lang), lambda: parsers.references(text, path, lang))

    def _medium(self, medium: Medium) -> Medium:
        whole = pictures.with_data(medium, self._files)
        self._essences.append(self._files.digest(medium.file, FOLDER))
        return whole

    def _parsed(self, path: str, values: object, parse: Callable[[], Parsed[T]]) -> T:
        parsed = self._memo.recall("parse", path, values, parse)
        self._findings.extend(parsed.findings)
        self._essences.append(parsed.essence)
        return parsed.value


def _spread(targets: Iterable[Target], work: Work) -> Iterator[Target]:
    """Yield the targets; one with ``{chapter}`` in its path is one for each numbered chapter."""
    chapters = [chapter.id for part in work.parts for chapter in part.chapters]
    for target in targets:
        if CHAPTER not in target.path:
            yield target
            continue
        for name in chapters:
            yield replace(target, path=target.path.replace(CHAPTER, name), of=(name,))
