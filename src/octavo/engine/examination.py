"""An examination: an exam that somebody asks for now and no manifest lists.

In: questions of the book.  Out: the paths below ``build/``, and the work with three targets among
its own: the paper and the insert, which print no answers, and the mark scheme, which prints all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from octavo.engine.commission import for_students
from octavo.model import Paper, Target, TargetFormat, Work

FOLDER: Final = "papers"

_LEAVES: Final[tuple[tuple[TargetFormat, str], ...]] = (
    ("question-paper", "questions"),
    ("source-insert", "insert"),
    ("mark-scheme", "marks"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """What is asked for.

    ``words`` name questions (`octavo.matter.wanted`); ``name`` begins the names of the files, ""
    for one made of the words; ``title`` stands at their heads, "" for the work's.
    """

    words: tuple[str, ...]
    name: str = ""
    title: str = ""
    paper: Paper = "a4"

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of paper, insert and mark scheme."""
        return tuple(self._path(ending) for _, ending in _LEAVES)

    def added(self, work: Work) -> Work:
        """Return a work with the targets asked for and the editions that they are taken from."""
        base = for_students(work)
        whole = work.editions[base]
        editions = {
            f"{base}, examined": replace(whole, answers="none", aids="none"),
            f"{base}, marked": replace(whole, audience="teacher", answers="all"),
        }
        targets = tuple(self._targets(*editions))
        paths = {target.path for target in targets}
        kept = tuple(target for target in work.targets if target.path not in paths)
        return replace(work, editions={**work.editions, **editions}, targets=(*kept, *targets))

    def _targets(self, examined: str, marked: str) -> Iterator[Target]:
        for format_, ending in _LEAVES:
            yield Target(
                path=self._path(ending),
                edition=marked if format_ == "mark-scheme" else examined,
                format=format_,
                of=self.words,
                paper=self.paper,
                title=self.title,
            )

    def _path(self, ending: str) -> str:
        name = self.name or "-".join((*self.words, *_other(self.paper)))
        return f"{FOLDER}/{re.sub(r'[^A-Za-z0-9.-]+', '-', name)}-{ending}.pdf"


def _other(paper: Paper) -> tuple[str, ...]:
    return () if paper == "a4" else (paper,)
