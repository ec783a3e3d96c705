"""A commission: handouts that somebody asks for now and no manifest lists.

In: what is wanted of the book, and in what form.  Out: the paths below ``build/``, and the work
with such targets among its own, so that they are made, kept and recalled as every other.  A path
says all that was asked for: two commissions that differ never share one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from octavo.errors import UsageError, did_you_mean
from octavo.model import SUFFIXES, Edition, Paper, Target, TargetFormat, Work

FOLDER = "handouts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commission:
    """What is asked for.

    ``words`` name parts of the book (`octavo.matter.wanted`); ``edition`` is the one to take them
    from, "" for the first that students see.  ``answers``: an answer sheet is made besides.
    ``support`` adds what helps, ``stretch`` takes it out.  ``sheets`` is as in a target.
    """

    words: tuple[str, ...]
    format: TargetFormat = "handout"
    paper: Paper = "a4"
    edition: str = ""
    answers: bool = False
    support: bool = False
    stretch: bool = False
    sheets: int = 0

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of the artefacts, that of the answer sheet last."""
        return (self._path(), *((self._path(answers=True),) if self.answers else ()))

    def added(self, work: Work) -> Work:
        """Return a work with the targets asked for; one that it lists by that path is its own.

        Raises:
            UsageError: the work has no such edition.
        """
        base = self.edition or for_students(work)
        if base not in work.editions:
            hint = did_you_mean(base, work.editions) or f"there are {', '.join(work.editions)}"
            raise UsageError(f"no edition '{base}'", hint)
        whole = work.editions[base]
        editions = {f"{base}, {aids}": replace(whole, aids=aids) for aids in ("none", "all")}
        answered = f"{base}, answered"
        editions[answered] = replace(whole, audience="teacher", answers="all", locked_to="")
        chosen = f"{base}, {'all' if self.support else 'none'}"
        targets = [self._target(self._path(), chosen if self.support or self.stretch else base)]
        if self.answers:
            targets.append(replace(self._target(self._path(answers=True), answered), sheets=0))
        listed = {target.path for target in work.targets}
        return replace(
            work,
            editions={**editions, **work.editions},
            targets=(*work.targets, *(each for each in targets if each.path not in listed)),
        )

    def _target(self, path: str, edition: str) -> Target:
        return Target(
            path=path,
            edition=edition,
            format=self.format,
            of=self.words,
            paper=self.paper,
            sheets=self.sheets,
        )

    def _path(self, *, answers: bool = False) -> str:
        parts = [re.sub(r"[^A-Za-z0-9.-]+", "-", word) for word in self.words]
        parts += [self.edition] if self.edition else []
        if answers:
            parts.append("answers")
        else:
            parts += [name for name in ("support", "stretch") if getattr(self, name)]
            parts += [f"on-{self.sheets}"] if self.sheets else []
        return f"{FOLDER}/{'-'.join((*parts, self.paper))}.{SUFFIXES[self.format]}"


def for_students(work: Work) -> str:
    """Return the name of the first edition for students, or the first there is."""
    names = [name for name, each in work.editions.items() if _is_for_students(each)]
    return next(iter((*names, *work.editions)))


def _is_for_students(edition: Edition) -> bool:
    return edition.audience == "student" and edition.answers != "all"
