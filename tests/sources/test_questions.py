"""Questions as records: a question of ``questions.yaml`` is the one that a chapter would hold."""

from __future__ import annotations

from pathlib import Path

from octavo import sources
from octavo.fingerprint import fingerprint
from octavo.model import Component
from octavo.tree import find

DIV = """
::: {.question #q-sum kind=short marks=2 minutes=3 objective=add lines=2 tags="sums core"}
Add *both*.

::: hint
Begin with the ones.
:::

::: mark-scheme
- 2 marks: five.
:::

::: {.model-answer level=weak}
Four.
:::
:::
"""

RECORD = """questions:
  - id: q-sum
    kind: short
    marks: 2
    minutes: 3
    objective: add
    lines: 2
    tags: sums core
    text: |
      Add *both*.
    hint: |
      Begin with the ones.
    mark-scheme: |
      - 2 marks: five.
    model-answers:
      weak: |
        Four.
"""


BOOK = """octavo: 1
id: sums
title: Sums
lang: en-GB
date: 2026-01-01
rights: {licence: CC-BY-4.0, holder: Nobody}
contents:
  - {part: One, chapters: [chapters/one.md]}
targets:
  student.pdf: {edition: student, format: pdf}
"""

FRONT = "---\nid: one\ntitle: One\nobjectives:\n  - {id: add, verb: add, text: add}\n---\n"


def question(root: Path, chapter: str, records: str = "") -> Component:
    (root / "chapters").mkdir(parents=True)
    (root / "book.yaml").write_text(BOOK, encoding="utf-8")
    (root / "chapters" / "one.md").write_text(FRONT + chapter, encoding="utf-8")
    if records:
        (root / "chapters" / "questions.yaml").write_text(records, encoding="utf-8")
    work = sources.load(root).work
    (found,) = (
        node
        for each in work.chapters
        for node in find(each.blocks, Component)
        if node.name == "question"
    )
    return found


def test_a_record_is_the_question_that_a_chapter_would_hold(tmp_path: Path) -> None:
    written = question(tmp_path / "written", DIV)
    kept = question(tmp_path / "kept", '\n::: {.questions ids="q-sum"}\n:::\n', RECORD)
    assert fingerprint(kept) == fingerprint(written)  # which leaves places out
