"""Edits of the benchmark's book, each new in every round.

An engine that keeps what it has made would find an edit that was made before in its
store.  So every edit takes the round's number and leaves a text that never was.
"""

from __future__ import annotations

import re
from pathlib import Path

from bench.prose import chance, paragraph
from bench.records import subject
from octavo import themes

_LAST_WORDS = (
    *("journal", "registry", "notebook", "diary", "volume", "gazetteer"),
    *("ledger", "folder", "daybook", "docket", "roster", "calendar"),
)
_VERBS = (
    *("named", "sorted", "listed", "judged", "praised", "priced"),
    *("marked", "counted", "taxed", "sealed", "traded", "kept"),
)
_ADVERBS = (
    *("again", "aloud", "apart", "below", "early", "nearby"),
    *("often", "openly", "plainly", "quickly", "slowly", "twice"),
)

MOST_ROUNDS = min(map(len, (_LAST_WORDS, _VERBS, _ADVERBS)))

SHORT, LONG = 1, 12
"""Paragraphs of the passage, in turn: apart by more than the two pages that a blank verso hides."""

_PASSAGE = re.compile(r"<!-- passage -->.*<!-- end -->\n\n", re.DOTALL)


def chapter(work: Path, number: int) -> Path:
    """Return the file of a chapter."""
    return next((work / "chapters").glob(f"{number:02d}-*.md"))


def middle(work: Path) -> int:
    """Return the number of the chapter in the middle, never the first."""
    numbered = list((work / "chapters").glob("[0-9]*.md"))
    return (len(numbered) - 1) // 2 + 1  # the preface is number 00


def change_word(work: Path, turn: int) -> None:
    """Change the last word of a sentence in the middle of the book."""
    _change_word(work, _LAST_WORDS[turn])


def change_word_before(work: Path, turn: int) -> None:
    """Change the same word in another way: the first of two edits for one process."""
    _change_word(work, _VERBS[turn])


def change_word_again(work: Path, turn: int) -> None:
    """Change it once more: the second of the two."""
    _change_word(work, _ADVERBS[turn])


def _change_word(work: Path, word: str) -> None:
    path = chapter(work, middle(work))
    front, body = _split(path.read_text(encoding="utf-8"))
    line, rest = body.split("\n", 1)
    _write(path, front + re.sub(r"[\w']+\.$", f"{word}.", line) + "\n" + rest)


def move_pages(work: Path, turn: int) -> None:
    """Put a passage at the beginning of the first chapter, long and short in turn."""
    path = chapter(work, 1)
    front, body = _split(path.read_text(encoding="utf-8"))
    drawn = chance("passage", turn)
    count = SHORT if turn % 2 else LONG
    passage = "\n\n".join(paragraph(drawn, 6) for _ in range(count))
    added = f"<!-- passage -->\n\n{passage}\n\n<!-- end -->\n\n"
    _write(path, front + added + _PASSAGE.sub("", body))


def change_definition(work: Path, turn: int) -> None:
    """Change a word of the definition of a term that the middle chapter uses first."""
    path = work / "chapters" / "glossary.yaml"
    town = subject(middle(work)).town
    text = path.read_text(encoding="utf-8")
    _write(path, re.sub(rf"of {town} were \w+\.", f"of {town} were {_VERBS[turn]}.", text, count=1))


def change_style(work: Path, turn: int) -> None:
    """Give the book a print style of its own, with one colour changed."""
    own = work / "styles" / "print.css"
    own.parent.mkdir(exist_ok=True)
    style = (themes.default() / "styles" / "print.css").read_text(encoding="utf-8")
    _write(own, f"{style}\n.credit {{ color: #5959{0x60 + turn:02x} }}\n")


def _split(text: str) -> tuple[str, str]:
    """Part a chapter behind its front matter."""
    end = text.index("\n---\n", 4) + len("\n---\n\n")
    return text[:end], text[end:]


def _write(path: Path, text: str) -> None:
    if path.exists() and path.read_text(encoding="utf-8") == text:
        raise ValueError(f"the edit of {path.name} changes nothing")
    path.write_text(text, encoding="utf-8", newline="\n")
