"""From a work and its targets to orders: the one place that joins the stages.

sources → numbering → edition → passes → matter happen here, once a work or once
an edition; what is left to do for each target is an :class:`Order`, which a step
turns into bytes.  A new format is a row in :mod:`octavo.engine.steps`; a new
stage is a line here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from octavo import coverage, edition, matter, numbering, passes, sources
from octavo.engine.inputs import OWN, locate, look, own_code
from octavo.engine.log import ABSENT, Input
from octavo.errors import Finding, Findings, UsageError, did_you_mean
from octavo.matter.cover import TEMPLATE, cover
from octavo.model import Book, Edition, Metadata, Target, TargetFormat, Unit, Work
from octavo.themes import Theme
from octavo.typefaces.cut import cut
from octavo.typefaces.faces import Face, read_faces

FACES = "faces.toml"
STYLES: Mapping[TargetFormat, tuple[str, ...]] = {
    "pdf": ("base.css", "print.css"),
    "epub": ("base.css", "epub.css"),
}
"""The style sheets of each format in the order of the cascade; an edition's own follows."""

COVERED: frozenset[TargetFormat] = frozenset({"epub"})
"""The formats whose artefact begins with a cover."""

EVERYTHING = Edition(name="everything", audience="teacher", answers="all")
"""No target: it is only read, so that a fault shows before the edition that prints it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """All that a step needs to make one artefact.

    ``stylesheets`` are (name, CSS) in the order of the cascade; ``resources`` are
    picture files by the names that units use; ``faces`` are the edition's faces
    with the static file of each; ``cover`` is an SVG, for formats that have one.
    """

    target: Target
    metadata: Metadata
    units: tuple[Unit, ...]
    stylesheets: tuple[tuple[str, str], ...]
    resources: Mapping[str, bytes]
    faces: tuple[tuple[Face, Path], ...]
    cover: bytes = b""

    @property
    def identifier(self) -> str:
        """The artefact's own identifier, a URN."""
        return self.metadata.identifiers.get(self.target.path, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The orders of a build, the state of what they were made from, and doubts.

    ``targets`` are all that the work has, also those not asked for.
    """

    targets: tuple[str, ...]
    orders: tuple[Order, ...]
    inputs: Mapping[str, Input]
    warnings: tuple[Finding, ...]

    def inputs_of(self, order: Order) -> dict[str, Input]:
        """Return the inputs of one order: no style sheet of another format, no idle cover."""
        own = {f"styles/{name}" for name, _ in order.stylesheets}
        return {
            name: state
            for name, state in self.inputs.items()
            if not (name.endswith(".css") and name.removeprefix(OWN) not in own)
            and not (name.endswith(f"templates/{TEMPLATE}") and not order.cover)
        }


def chosen(work: Work, wanted: Sequence[str]) -> tuple[Target, ...]:
    """Return the targets that the words name (globs allowed); all for none.

    Raises:
        UsageError: a word names no target.
    """
    if not wanted:
        return work.targets
    found: dict[str, Target] = {}
    for word in wanted:
        name = word.removeprefix("build/")
        matching = [target for target in work.targets if fnmatchcase(target.path, name)]
        if not matching:
            known = [target.path for target in work.targets]
            raise UsageError(
                f"no target '{word}'", did_you_mean(word, known) or f"there are {', '.join(known)}"
            )
        found.update((target.path, target) for target in matching)
    return tuple(found.values())


def draw_up(root: Path, wanted: Sequence[str] = ()) -> Plan:
    """Read the work in ``root`` and prepare an order for each target.

    Raises:
        SourceError: with all findings of the first stage that has faults.
        BuildError: the theme is at fault.
        UsageError: a word names no target.
    """
    findings = Findings()
    loaded = sources.load(root, findings)
    work = numbering.number(loaded.work)
    theme = Theme(root)
    targets = chosen(work, wanted)
    faces = cut(read_faces(theme.style(FACES).text, f"styles/{FACES}"))
    books = _books(work, targets, coverage.of(faces.values()), findings)
    findings.raise_errors()
    return Plan(
        targets=tuple(target.path for target in work.targets),
        orders=tuple(_orders(work, books, targets, theme, faces)),
        inputs=_inputs(root, loaded.read, theme),
        warnings=findings.warnings,
    )


def _books(
    work: Work, targets: Sequence[Target], covered: frozenset[int], findings: Findings
) -> dict[str, Book]:
    """Return the book of each edition that a target needs, and note all that is wrong."""
    every = Findings()
    passes.run(edition.select(work, EVERYTHING), every)
    # What another audience alone sees is no fault of an edition that nobody prints.
    findings.extend(found for found in every if found.code != "OCT-target-dropped")
    books: dict[str, Book] = {}
    for name in dict.fromkeys(target.edition for target in targets):
        books[name] = passes.run(edition.select(work, work.editions[name]), findings)
        coverage.check(books[name], covered, findings)
    return books


def _orders(
    work: Work,
    books: Mapping[str, Book],
    targets: Sequence[Target],
    theme: Theme,
    faces: Mapping[Face, Path],
) -> Iterator[Order]:
    units = {name: matter.bound(matter.units(book, theme)) for name, book in books.items()}
    resources = {medium.file: medium.data for medium in work.records.media}
    for target in targets:
        yield Order(
            target=target,
            metadata=work.metadata,
            units=units[target.edition],
            stylesheets=_stylesheets(theme, target, work),
            resources=resources,
            faces=tuple(faces.items()),
            cover=cover(books[target.edition], theme, faces) if target.format in COVERED else b"",
        )


def _stylesheets(theme: Theme, target: Target, work: Work) -> tuple[tuple[str, str], ...]:
    style = work.editions[target.edition].style
    names = STYLES[target.format] + (
        (style if style.endswith(".css") else f"{style}.css",) if style else ()
    )
    return tuple((name, theme.style(name).text) for name in names)


def _inputs(root: Path, read: Mapping[str, str], theme: Theme) -> dict[str, Input]:
    inputs = {
        name: look(locate(name, root), digest) if digest else ABSENT
        for name, digest in read.items()
    }
    for file in theme.read:
        digest = hashlib.sha256(file.data).hexdigest()
        inputs[file.path] = look(locate(file.path, root), digest)
        if not file.own:
            inputs[file.path.removeprefix(OWN)] = ABSENT
    for name in own_code():
        inputs[name] = look(locate(name, root))
    return inputs
