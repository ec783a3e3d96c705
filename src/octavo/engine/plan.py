"""From a work and its targets to orders: the one place that joins the stages.

sources → numbering → edition → passes → matter happen here, once a work or once
an edition; what is left to do for each target is an :class:`~octavo.engine.order.Order`,
which a recipe turns into bytes.  A new format is a row in :mod:`octavo.engine.forms`,
which draws up its orders, and one in :mod:`octavo.engine.recipes`; a new stage is a line here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from octavo import coverage, edition, lint, locking, numbering, passes, rights, sources
from octavo.engine import forms
from octavo.engine.bench import Bench, made_of
from octavo.engine.inputs import OWN, locate, look
from octavo.engine.log import ABSENT, Input
from octavo.engine.order import Order
from octavo.errors import Finding, Findings, SourceError, UsageError, did_you_mean
from octavo.matter.covers.design import PREFIX
from octavo.matter.covers.trim import SHEET
from octavo.memo import DIRECT, Memo
from octavo.model import Book, Edition, Target, Work
from octavo.themes import Theme
from octavo.typefaces.cut import cut, is_cut
from octavo.typefaces.faces import Face, of_styles, read_faces

_FEW: Final = 8
"""Targets that a hint names one by one."""

FACES = "faces.toml"
EVERYTHING = Edition(name="everything", audience="teacher", answers="all", aids="all")
"""No target: it is only read, so that a fault shows before the edition that prints it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A work that was read and numbered.

    ``essence`` is the fingerprint of what the sources say, wherever in them it stands; ``read``
    has the digest of each file; ``warnings`` are doubts about files taken one by one.
    """

    root: Path
    work: Work
    essence: str
    read: Mapping[str, str]
    warnings: tuple[Finding, ...]

    @property
    def targets(self) -> tuple[str, ...]:
        """The paths of all targets."""
        return tuple(target.path for target in self.work.targets)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The orders of a build, the state of what they were made from, and doubts.

    ``targets`` are all that the work has, also those not asked for; ``books`` are those of the
    editions that these need.
    """

    targets: tuple[str, ...]
    orders: tuple[Order, ...]
    inputs: Mapping[str, Input]
    warnings: tuple[Finding, ...]
    books: Mapping[str, Book]

    def inputs_of(self, order: Order) -> dict[str, Input]:
        """Return the inputs of one order: no style sheet that it has no use for, no idle cover."""
        own = {f"styles/{name}" for each in order.made_of for name, _ in each.stylesheets}
        covered = order.target.format == "cover" or any(each.cover for each in order.made_of)
        if covered:
            own.add(f"styles/{SHEET}")  # it has the shape of a page
        return {
            name: state
            for name, state in self.inputs.items()
            if not (name.endswith(".css") and name.removeprefix(OWN) not in own)
            and not (f"templates/{PREFIX}" in name and not covered)
        }


def read(root: Path, memo: Memo = DIRECT) -> Reading:
    """Read the work in ``root``.

    Raises:
        SourceError: with all findings about its files taken one by one, if any is a fault.
    """
    findings = Findings()
    loaded = sources.load(root, findings, memo=memo)
    return Reading(
        root=root,
        work=numbering.number(loaded.work),
        essence=loaded.essence,
        read=loaded.read,
        warnings=findings.warnings,
    )


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
            raise UsageError(f"no target '{word}'", nearest(name, work.targets))
        found.update((target.path, target) for target in matching)
    return tuple(found.values())


def nearest(name: str, targets: Sequence[Target]) -> str:
    """Return what may have been meant by a name of no target."""
    paths = [target.path for target in targets]
    named = (
        f"there are {', '.join(paths)}" if len(paths) <= _FEW else "'octavo list' names them all"
    )
    return did_you_mean(name, paths) or named


def faces_of(theme: Theme, spare: Path | None = None) -> dict[Face, Path]:
    """Return the theme's faces with a static file of each, cut where the cache lacks it.

    With a ``spare`` folder they are cut there, if they must be.

    Raises:
        SourceError: the list of faces is at fault.
        BuildError: a face can't be cut.
    """
    faces = read_faces(theme.style(FACES).text, f"styles/{FACES}")
    return cut(faces, None if spare is None or is_cut(faces) else spare)


def check_everything(
    reading: Reading,
    findings: Findings,
    memo: Memo = DIRECT,
    *,
    rules: Sequence[lint.Rule] = lint.BINDING,
) -> None:
    """Note what is wrong with any part of the work, printed or not.

    A build looks by those ``rules`` alone whose findings stop it.  That there is nothing is
    remembered for the same content; what there is has its places looked up anew.
    """

    def found() -> tuple[Finding, ...]:
        every = Findings()
        book = passes.run(edition.select(reading.work, EVERYTHING), every)
        rights.check(reading.work, every)
        lint.run(reading.work, book, every, rules)
        # What another audience alone sees is no fault of an edition that nobody prints.
        return tuple(finding for finding in every if finding.code != "OCT-target-dropped")

    made: list[tuple[Finding, ...]] = []

    def sound() -> bool:
        made.append(found())
        return not made[-1]

    values = (reading.essence, tuple(map(lint.code, rules)))
    if not memo.recall("check", EVERYTHING.name, values, sound):
        findings.extend(made[-1] if made else found())


def books(
    reading: Reading, targets: Iterable[Target], faces: Mapping[Face, Path], findings: Findings
) -> dict[str, Book]:
    """Return the book of each edition that a target needs, and note all that is wrong with it.

    An edition that is page-locked to another is made of that one's book and of its own.
    """
    work = reading.work
    made: dict[str, Book] = {}
    needed = (each for target in targets for each in made_of(work, target))
    named = dict.fromkeys(each.edition for each in needed)
    bases = dict.fromkeys(other for name in named if (other := work.editions[name].locked_to))
    for name in dict.fromkeys((*bases, *named)):
        chosen = work.editions[name]
        whole = passes.run(edition.select(work, chosen), findings)
        own = of_styles(faces, chosen.style.split())
        coverage.check(whole, coverage.of(faces[face] for face in own), findings)
        base = made.get(chosen.locked_to)
        made[name] = locking.locked(base, whole) if base else whole
    return made


def orders(
    work: Work,
    made: Mapping[str, Book],
    targets: Sequence[Target],
    theme: Theme,
    faces: Mapping[Face, Path],
    memos: Mapping[str, Memo],
) -> Iterator[Order]:
    """Yield the order of each target.

    ``memos`` has a memo for each edition.

    Raises:
        SourceError: faults in the work's own templates, or in what targets ask for.
        BuildError: faults in the default theme.
    """
    bench = Bench(work=work, books=made, theme=theme, faces=faces, memos=memos)
    findings = Findings()
    for target in targets:
        try:
            yield forms.DRAWN_UP[target.format](bench, target)
        except SourceError as fault:
            findings.extend(fault.findings)
    findings.raise_errors()


def inputs(reading: Reading, theme: Theme) -> dict[str, Input]:
    """Return the state of every file that was read, and of those looked for in vain."""
    found = {
        name: look(locate(name, reading.root), digest) if digest else ABSENT
        for name, digest in reading.read.items()
    }
    for file in theme.read:
        digest = hashlib.sha256(file.data).hexdigest()
        found[file.path] = look(locate(file.path, reading.root), digest)
        if not file.own:
            found[file.path.removeprefix(OWN)] = ABSENT
    return found


def draw_up(
    root: Path,
    wanted: Sequence[str] = (),
    memo: Memo = DIRECT,
    *,
    rules: Sequence[lint.Rule] = lint.BINDING,
) -> Plan:
    """Read the work in ``root``, check all of it, and prepare an order for each target.

    Raises:
        SourceError: with all findings of the first stage that has faults.
        BuildError: the theme is at fault.
        UsageError: a word names no target.
    """
    reading = read(root, memo)
    targets = chosen(reading.work, wanted)
    theme = Theme(root)
    faces = faces_of(theme)
    findings = Findings()
    findings.extend(reading.warnings)
    check_everything(reading, findings, memo, rules=rules)
    made = books(reading, targets, faces, findings)
    findings.raise_errors()
    memos = dict.fromkeys(made, memo)
    return Plan(
        targets=reading.targets,
        orders=tuple(orders(reading.work, made, targets, theme, faces, memos)),
        inputs=inputs(reading, theme),
        warnings=findings.warnings,
        books=made,
    )
