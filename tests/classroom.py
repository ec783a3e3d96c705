"""A small work for a class and its teacher, and its artefacts, made in this process."""

from __future__ import annotations

from pathlib import Path

from octavo.engine import plan, recipes
from octavo.engine.tasks import Artefact, alone

LONG = (
    "The keeper stood at the gate and the clerk at the rail; neither could see what the other saw, "
    "since the mill stood between them, so that a count by the one is no check upon the other, "
    "whatever the council wrote about two honest men who happened to agree in the end."
)
"""An answer that two lines of print cannot hold."""

CELL = (
    "To show the council that nobody was left behind on the far side, which the council had asked "
    "in writing, and to be paid for the two days that the bridge was shut while the water fell and "
    "the rail was made good."
)
"""What fills a cell of a grid, and is too long for a line of it."""

NOTE = "Let them add the two totals first, and ask afterwards whose names are missing."
BOOK = """\
octavo: 1
id: crossing
title: The Crossing
lang: en-GB
date: 2026-01-01
contributors: [{name: Nobody, role: aut, sort: Nobody}]
rights: {licence: CC0-1.0, holder: Nobody}
identifiers:
  student.epub: urn:uuid:00000000-0000-4000-8000-000000000001
  teacher.epub: urn:uuid:00000000-0000-4000-8000-000000000002
contents:
  - part: Reports
    id: part-reports
    chapters: [chapters/01.md]
editions:
  student: {audience: student, answers: retrieval, page-list: student.pdf}
  teacher: {extends: student, audience: teacher, answers: all, page-locked-to: student}
targets:
  student.pdf: {edition: student, format: pdf}
  student.epub: {edition: student, format: epub}
  teacher.pdf: {edition: teacher, format: pdf}
  teacher.epub: {edition: teacher, format: epub}
"""
CHAPTER = f"""\
---
id: crossing
title: The crossing
---

{"A report is read for what it says, and then for what it cannot say. " * 12}

## The count {{#count}}

{"Whoever counts stands somewhere, and sees what can be seen from there. " * 40}

::: {{.source #s-report cite=report locator="p. 1" date=1901}}
> I set down whoever passed the rail.
:::

::: {{.box kind=teacher-note audience=teacher}}
{NOTE}[^note]
:::

[^note]: The council's own minutes say nothing of it.

::: {{.question #q-many kind=retrieval marks=1 lines=1}}
How many people crossed?

::: answer
Twelve hundred and forty.
:::
:::

::: {{.question #q-where kind=short marks=2 lines=1}}
Who stood where?

::: answer
{LONG}
:::
:::

::: {{.question #q-why kind=explain marks=2 lines=5}}
Why does it matter where they stood?

::: mark-scheme
- 2 marks: names the place and what could not be seen from it.
:::

::: {{.model-answer level=strong}}
From the rail the far gate is hidden, so the clerk's total leaves out whoever turned back.
:::
:::

::: {{.question #q-grid kind=source-task marks=2 sources=s-report}}
Fill in the grid.

::: {{.source-analysis framework=two source=s-report lines=1}}
who
:   A clerk whose name is not given.

why
:   {CELL}
:::
:::

::: {{.question #q-say kind=short marks=1}}
Say in one word what a count needs.

::: answer
A place to count from, written down beside it.
:::
:::

{"Two counts are better than one where they were made apart. " * 60}
"""
ROUTES = """\
routes:
  - id: hour
    title: One lesson
    lessons:
      - title: Two totals
        minutes: 60
        steps:
          - {minutes: 20, text: "Read the report aloud, twice, without a word said about it."}
          - {minutes: 40, text: "Answer [](#q-why) in pairs."}
"""


RECORDS = {
    "bibliography": "- {id: report, type: manuscript, title: A report, issued: 1901}",
    "rights": "- {id: report, cite: report, holder: Nobody, basis: public-domain}",
    "frameworks": (
        "- id: two\n  name: Two\n  rows:\n"
        "  - {id: who, name: Who, prompt: Who made it?}\n"
        "  - {id: why, name: Why, prompt: Why was it made?}"
    ),
}


def lay_down(root: Path, *changes: tuple[str, str]) -> None:
    """Write the work into a folder, with these changes to its words."""
    files = {"book.yaml": BOOK, "chapters/01.md": CHAPTER, "chapters/routes.yaml": ROUTES}
    files |= {f"chapters/{name}.yaml": f"{name}:\n{text}\n" for name, text in RECORDS.items()}
    for name, text in files.items():
        for old, new in changes:
            text = text.replace(old, new)  # noqa: PLW2901 - one change after the other
        path = root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def made(root: Path, *targets: str) -> dict[str, Artefact]:
    """Make targets of the work in a folder, one after the other."""
    drawn = plan.draw_up(root, targets)
    return {
        order.target.path: alone(recipes.RECIPES[order.target.format], order)
        for order in drawn.orders
    }
