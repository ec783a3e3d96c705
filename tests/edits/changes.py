"""Edits of the small work; ``steps.txt`` says which steps each of them costs."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from bench.prose import chance, paragraph

from tests.edits import work

Edit = Callable[[Path], None]
"""Changes the work in a folder."""


def replaced(file: str, old: str, new: str) -> Edit:
    """Return an edit that replaces words of a file, which stand there once."""

    def edit(root: Path) -> None:
        path = root / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, (file, old, text.count(old))
        path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")

    return edit


def added(file: str, text: str) -> Edit:
    """Return an edit that adds a file."""

    def edit(root: Path) -> None:
        path = root / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

    return edit


def both(*edits: Edit) -> Edit:
    """Return several edits as one."""

    def edit(root: Path) -> None:
        for each in edits:
            each(root)

    return edit


def longer(name: str, paragraphs: int) -> Edit:
    """Return an edit that adds paragraphs at the end of a chapter's first section."""
    more = "\n\n".join(paragraph(chance("more", n), 4) for n in range(paragraphs))
    return replaced(f"chapters/{name}.md", "## What was counted", f"{more}\n\n## What was counted")


def template(name: str, old: str, new: str) -> Edit:
    """Return an edit that gives the work a template of its own, with words replaced."""
    text = (Path(__file__).parents[2] / "templates" / name).read_text(encoding="utf-8")
    assert re.search(re.escape(old), text), (name, old)
    return added(f"templates/{name}", text.replace(old, new))


def chapter_added(root: Path) -> None:
    """Add a chapter at the end."""
    text = work.chapter("bridge", 6, paragraphs=1).replace("chapter-light", "chapter-bridge")
    for mark in ("term=", "boats-", "opened-"):
        text = text.replace(f"{mark}bridge", f"{mark}light")
    added("chapters/bridge.md", text)(root)
    replaced("book.yaml", "chapters/light.md]", "chapters/light.md, chapters/bridge.md]")(root)


EDITS: dict[str, Edit] = {
    "a word": replaced("chapters/lock.md", "The last words are", "The very last words are"),
    "a comment": replaced("chapters/lock.md", "## Who", "<!-- not printed -->\n\n## Who"),
    "a title": replaced("chapters/lock.md", "title: The lock\ns", "title: The old lock\ns"),
    "a heading": replaced("chapters/lock.md", "## Who counted", "## Who did count"),
    "a definition": replaced(
        "chapters/glossary.yaml",
        "term: lock\n    definition: |\n      A place",
        "term: lock\n    definition: |\n      One place",
    ),
    "a fact": both(
        replaced("chapters/facts.yaml", "value: 300", "value: 310"),
        replaced(
            "chapters/lock.md", "[300]{fact=boats-lock} boats", "[310]{fact=boats-lock} boats"
        ),
        replaced("chapters/lock.md", "[300]{fact=boats-lock}.\n", "[310]{fact=boats-lock}.\n"),
    ),
    "an event": replaced("chapters/timeline.yaml", "The lock is opened.", "The lock is built."),
    "a note": replaced("chapters/lock.md", "The count at the", "The only count at the"),
    "a reference": replaced("chapters/bibliography.yaml", "The River Ledger", "The Ledger"),
    "a credit": replaced("chapters/media.yaml", "Drawn for", "Made for"),
    "a picture": replaced("chapters/media/river.svg", "#0B3C5D", "#B5541C"),
    "a style": replaced("styles/small.css", ".glosses {", ".credit { color: #000 }\n.glosses {"),
    "a template": template("glossary.xhtml.j2", 'class="glossary"', 'class="glossary all"'),
    "a setting": replaced("book.yaml", "answers: retrieval", "answers: none"),
    "a line above all records": replaced("chapters/facts.yaml", "facts:\n", "# Facts.\nfacts:\n"),
    "a chapter added": chapter_added,
    "a chapter moved": replaced(
        "book.yaml", "chapters/mill.md, chapters/quay.md", "chapters/quay.md, chapters/mill.md"
    ),
    "a chapter removed": both(
        replaced("book.yaml", "chapters/mill.md, ", ""),
        replaced("chapters/lock.md", "[](#who-mill)", "[](#who-quay)"),
    ),
    "pages in the first chapter": longer("ferry", 3),
    "from 99 to 100 pages": longer("quay", 2),
}
