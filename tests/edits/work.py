"""A work of six chapters on a small trim: about a hundred pages that are laid out in seconds.

Every chapter uses a term, a fact, an event and a note, asks a question and refers to a page of the
next; the first refers to one of the last, too.  The EPUB says the pages of the PDF.
"""

from __future__ import annotations

from pathlib import Path

from bench.prose import chance, paragraph

CHAPTERS = ("ferry", "weir", "lock", "mill", "quay", "light")
"""In reading order; each refers to the one after it, the last to the first."""

BOOK = """\
octavo: 1
id: river
title: A River in Six Places
lang: en-GB
date: 2026-11-24
contributors:
  - {name: The editors, role: edt, sort: "editors, The"}
rights: {licence: CC-BY-SA-4.0, holder: The editors}
identifiers:
  student.pdf: urn:uuid:6f8d1ff0-3d9f-5b53-9d3f-0c6a2d2f9a01
  student.epub: urn:uuid:6f8d1ff0-3d9f-5b53-9d3f-0c6a2d2f9a02
contents:
  - part: Upstream
    id: upstream
    chapters: [chapters/ferry.md, chapters/weir.md, chapters/lock.md]
  - part: Downstream
    id: downstream
    chapters: [chapters/mill.md, chapters/quay.md, chapters/light.md]
apparatus:
  appendices: [timeline, glossary, bibliography, index]
editions:
  student: {audience: student, answers: retrieval, style: small, page-list: student.pdf}
targets:
  student.pdf: {edition: student, format: pdf}
  student.epub: {edition: student, format: epub}
"""

RECORDS = {
    "bibliography.yaml": """\
bibliography:
  - id: ledger
    type: book
    title: The River Ledger
    title-short: Ledger
    author: [{literal: The harbour office}]
    issued: 1901
""",
    "facts.yaml": "facts:\n",
    "glossary.yaml": "glossary:\n",
    "timeline.yaml": "timeline:\n",
    "media.yaml": """\
media:
  - file: media/river.svg
    alt: A river.
    credit: Drawn for this book.
    licence: CC-BY-SA-4.0
""",
}

RIVER = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 180 40"><title>A river</title>'
    '<path d="M0 20 Q45 0 90 20 T180 20" fill="none" stroke="#0B3C5D"/></svg>\n'
)

SMALL = """\
@page { size: 84mm 66mm; margin: 20pt 8mm 18pt }
@page :left { margin: 20pt 8mm 18pt;
  @top-left { margin-left: 0; padding-bottom: 2pt }
  @bottom-left { margin-left: 0; padding-top: 2pt } }
@page :right {
  @top-right { margin-right: 0; padding-bottom: 2pt }
  @bottom-right { margin-right: 0; padding-top: 2pt } }
@page broad { margin: 20pt 8mm 18pt }
@page broad:left { margin: 20pt 8mm 18pt }
@page index { margin: 34pt 8mm 18pt }
@page index:left { margin: 34pt 8mm 18pt; @top-right { width: 68mm } }
@page notes { margin: 20pt 8mm 18pt }
@page notes:left { margin: 20pt 8mm 18pt }
.opening, .halftitle .book-title, .titlepage > h1.book-title { padding-top: 0 }
.opening-title, .objectives, .key-terms, .wide { margin-right: 0 }
.glosses { display: none }
"""

_FILLER = 4
"""Sentences in a paragraph."""

_LENGTHS = {"quay": 7}
"""Paragraphs of chapters that have not nine: the last chapter is to begin on page 97."""


def write(root: Path) -> None:
    """Write the work into a folder."""
    (root / "chapters" / "media").mkdir(parents=True)
    (root / "styles").mkdir()
    records = dict(RECORDS)
    for number, name in enumerate(CHAPTERS, 1):
        records["facts.yaml"] += _FACT.format(name=name, value=100 * number)
        records["glossary.yaml"] += _TERM.format(name=name)
        records["timeline.yaml"] += _EVENT.format(name=name, year=1900 + number)
        _write(root / "chapters" / f"{name}.md", chapter(name, number, _LENGTHS.get(name, 9)))
    for file, text in records.items():
        _write(root / "chapters" / file, text)
    _write(root / "chapters" / "media" / "river.svg", RIVER)
    _write(root / "styles" / "small.css", SMALL)
    _write(root / "book.yaml", BOOK)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


_FACT = """\
  - id: boats-{name}
    statement: Boats at the {name}.
    value: {value}
    unit: boats
    source: {{cite: ledger}}
    says: the office
    support: none
"""
_TERM = """\
  - id: {name}
    term: {name}
    definition: |
      A place on the river where boats are counted.
"""
_EVENT = """\
  - id: opened-{name}
    date: {year}
    label: The {name} is opened.
    source: {{cite: ledger}}
"""


def chapter(name: str, number: int, paragraphs: int) -> str:
    """Return a chapter; ``paragraphs`` of filler make its length."""
    after = CHAPTERS[number % len(CHAPTERS)]
    drawn = chance("edits", name)
    filler = "\n\n".join(paragraph(drawn, _FILLER) for _ in range(paragraphs))
    figure = FIGURE.format(name=name) if number % 2 else ""
    last = " and in [](#who-light)" if number == 1 else ""
    return f"""\
---
id: chapter-{name}
title: The {name}
short-title: The {name}
enquiry: Who counted here?
objectives:
  - {{id: count-{name}, verb: count, text: Count the boats at the {name}.}}
---

## Who counted {{#who-{name}}}

The [{name}]{{term={name}}} was [opened in {1900 + number}]{{event=opened-{name}}}.
The office counted [{100 * number}]{{fact=boats-{name}}} boats.[^count] More stands in
[](#who-{after}){last}.

[^count]: The count at the {name} was made once.

{figure}{filler}

## What was counted {{#what-{name}}}

The last words are about the {name}.

::: {{.question #q-{name} kind=retrieval marks=1 objective=count-{name}}}
How many boats were counted?

::: answer
[{100 * number}]{{fact=boats-{name}}}.
:::
:::

::: {{.question #q-who-{name} kind=short objective=count-{name}}}
Who counted them?

::: answer
The office.
:::
:::
"""


FIGURE = """\
::: {{.figure #f-{name} image=media/river.svg}}
The river at the {name}.
:::

"""
