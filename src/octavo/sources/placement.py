"""Questions that are records, put where a ``questions`` div of a chapter names them.

From then on nobody can tell which way a question was written.  One that no chapter names is noted:
nothing prints it.
"""

from __future__ import annotations

from typing import Final

from octavo.errors import Findings, did_you_mean
from octavo.model import Chapter, Component, Part, Work
from octavo.tree import each, find, map_all, map_running, revised, running

PLACE: Final = "questions"
"""The div that says which records stand in its place."""


def placed(work: Work, findings: Findings) -> Work:
    """Return the work with its records of questions in the chapters that name them."""
    records = {record.id: record for record in work.records.questions}
    named: set[str] = set()

    def standing(place: Component) -> Component | tuple[Component, ...]:
        if place.name != PLACE:
            return place
        ids = place.attributes.get("ids", ())
        assert isinstance(ids, tuple)  # noqa: S101  (as its row in the table has it)
        for unknown in (id_ for id_ in ids if id_ not in records):
            hint = did_you_mean(unknown, records) or "records of questions stand in questions.yaml"
            message = f"no record of a question is called '{unknown}'"
            findings.error(place.location, "question-unknown", message, hint)
        named.update(ids)
        return tuple(records[id_] for id_ in ids if id_ in records)

    def chapter(whole: Chapter) -> Chapter:
        if not any(node.name == PLACE for node in find(running(whole), Component)):
            return whole
        return map_running(whole, each(Component, standing))

    def part(whole: Part) -> Part:
        return revised(whole, chapters=map_all(chapter, whole.chapters))

    done = revised(
        work,
        parts=map_all(part, work.parts),
        preface=chapter(work.preface) if work.preface else None,
    )
    for name, record in records.items():
        if name not in named:
            message = f"no chapter prints the question '{name}'"
            hint = f'write ::: {{.{PLACE} ids="{name}"}} where it is to stand, or take it out'
            findings.warning(record.location, "question-unused", message, hint)
    return done
