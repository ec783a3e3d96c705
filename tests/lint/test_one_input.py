"""One figure of the ledger changes: every text that no longer agrees is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.commandline import octavo

BOOK = """\
octavo: 1
id: one-input
title: One Input
lang: en-GB
date: 2026-01-01
contributors: [{name: Nobody, role: aut, sort: Nobody}]
rights: {licence: CC0-1.0, holder: Nobody}
contents:
  - part: Part
    chapters: [chapters/01.md]
apparatus: {appendices: [glossary, timeline, people, discrepancies, ledger]}
targets:
  student.pdf: {edition: student, format: pdf}
"""
FACTS = """\
facts:
  - id: arrested
    statement: Arrested.
    value: 25878
    unit: people
  - id: sentenced
    statement: Sentenced to death.
    value: 10201
    unit: people
  - id: share
    statement: Sentenced, of the arrested.
    derived: 100 * sentenced / arrested
    unit: per cent
    round: 2
"""
# Every line that must be named says so; the others agree with either figure.
CHAPTER = """\
---
id: one
title: Sentences
enquiry: What do [10,201]{fact=sentenced} sentences tell?
objectives:
  - id: weigh
    verb: weigh
    text: Weigh [10,201]{fact=sentenced}.
---

## Of [10,201]{fact=sentenced}

They were [10,201 people]{fact=sentenced}, [about 10,200]{fact=sentenced} loosely
and [39.42 per cent]{fact=share} of all, [about 39 per cent]{fact=share} loosely.[^n]
The table prints []{fact=sentenced}.

[^n]: Not [10,201]{fact=sentenced} shot.

| Who | People |
|---|---:|
| sentenced | [10,201]{fact=sentenced} |

: The [10,201]{fact=sentenced}

::: {.figure #f-a image=media/a.svg}
A bar of [10,201]{fact=sentenced}.
:::

::: {.disputed dispute=d1}
On [10,201]{fact=sentenced}.
:::

::: {.question #q-a kind=choice marks=1 objective=weigh}
Of what are [10,201]{fact=sentenced} a part?

1. of [10,201]{fact=sentenced}
2. of [25,878]{fact=arrested}

::: answer
[39.42 per cent]{fact=share} says it.
:::
:::

::: {.question #q-b kind=explain marks=1 objective=weigh}
Why?

::: mark-scheme
- 1 mark: [10,201]{fact=sentenced} named.
:::

::: {.model-answer level=weak}
They were [10,201]{fact=sentenced}.
:::
:::

[A word]{term=word} of [somebody]{person=somebody} [then]{event=then}.
"""
RECORDS = {
    "glossary": """\
glossary:
  - id: word
    term: word
    definition: |
      One of [10,201]{fact=sentenced}.
""",
    "people": """\
people:
  - id: somebody
    name: Somebody
    role: One of [10,201]{fact=sentenced}.
""",
    "timeline": """\
timeline:
  - id: then
    date: 1941
    label: The [10,201]{fact=sentenced} are sentenced.
""",
    "media": """\
media:
  - file: media/a.svg
    alt: A bar of [10,201]{fact=sentenced}.
    description: It is [39.42 per cent]{fact=share} of the arrested.
    credit: Nobody.
    licence: CC0-1.0
""",
    "disputes": """\
disputes:
  - id: d1
    title: Were [10,201]{fact=sentenced} shot?
    between: precision
    weight: may
    facts: [sentenced]
    accounts:
      - text: They were [10,201]{fact=sentenced}.
        fact: sentenced
    decision: |
      We print [10,201]{fact=sentenced}.
    reason: |
      The report says [10,201]{fact=sentenced}.
""",
}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "chapters" / "media").mkdir(parents=True)
    files = {
        "book.yaml": BOOK,
        "chapters/01.md": CHAPTER,
        "chapters/facts.yaml": FACTS,
        "chapters/media/a.svg": SVG,
        **{f"chapters/{name}.yaml": text for name, text in RECORDS.items()},
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_sound_book_is_sound(folder: Path) -> None:
    assert octavo("-C", str(folder), "check", "--strict").text.endswith("no findings\n")


def test_every_place_that_prints_a_changed_figure_is_named(folder: Path) -> None:
    facts = folder / "chapters" / "facts.yaml"
    facts.write_text(FACTS.replace("value: 10201", "value: 10210"), encoding="utf-8")

    said = octavo("-C", str(folder), "build")

    assert said.status == 1
    named = set(re.findall(r"^(chapters/\S+?:\d+:\d+): error: .*\[OCT-fact-disagrees\]$",
                           said.text, re.MULTILINE))  # fmt: skip
    # 10,210 is about 10,200 still, and 39.45 about 39.
    stale = re.compile(r"\[(10,201( people)?\]\{fact=sentenced|39\.42 per cent\]\{fact=share)")
    texts = {"chapters/01.md": CHAPTER} | {
        f"chapters/{name}.yaml": text for name, text in RECORDS.items()
    }
    assert named == {
        f"{name}:{number}:{match.start() + 1}"
        for name, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        for match in stale.finditer(line)
    }
    assert len(named) == 24
