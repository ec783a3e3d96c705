"""Each component in two dialects side by side: octavo's, and Markdown for any program.

A :class:`Piece` holds both.  Other programs know nothing of records and numbers, so
their text has the numbers, the values and the titles written out, a citation as an
inline note, and each component in a div with its id, so that links find it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce

_NAMES = {"f": "figure", "t": "table", "s": "source", "q": "question", "h": "section"}
"""What the first letter of an anchor stands for; the numbers in it are the printed ones."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of blocks; ``answer`` is what plain text prints at the back, with its number."""

    octavo: str
    plain: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Bare:
    """Takes what only octavo knows out of a text: facts by their ``values``, cited ``titles``."""

    values: Mapping[str, str]
    titles: Mapping[str, str]

    def __call__(self, text: str, *, in_note: bool = False) -> str:
        """Return the text as plain Markdown; ``in_note``, a citation is no note of its own."""
        cited = r"(\2)" if in_note else r"^[\2.]"
        for pattern, replacement in (
            (r"\[\]\{index=[^}]*\}", ""),
            (r"\[\]\{fact=([^}]*)\}", lambda mark: self.values[mark[1]]),
            (r"\[([^\[\]]*)\]\{[^}]*\}", r"\1"),
            (r"\[@([\w-]+)", lambda mark: f"[@{self.titles[mark[1]]}"),
            (r"(\[@)([^\]]*)\]", cited),
            (r"\[\]\(#([a-z])-(\d+)-(\d+)((?:\.\d+)?)\)", _named),
            (r"\[\]\(#chapter-(\d+)\)", lambda link: f"[chapter {int(link[1])}]({link[0][3:-1]})"),
        ):
            text = re.sub(pattern, replacement, text)
        return text


def _named(link: re.Match[str]) -> str:
    letter, chapter, number, sentence = link.groups()
    words = f"{_NAMES[letter]} {int(chapter)}.{int(number)}"
    return f"[{words}{sentence and ', sentence ' + sentence[1:]}](#{letter}-{chapter}-{number})"


def joined(pieces: Iterable[Piece]) -> Piece:
    """Put pieces one after the other."""
    return reduce(
        lambda one, other: Piece(
            "\n\n".join(filter(None, (one.octavo, other.octavo))),
            "\n\n".join(filter(None, (one.plain, other.plain))),
            "\n\n".join(filter(None, (one.answer, other.answer))),
        ),
        pieces,
        Piece("", ""),
    )


def _div(head: str, body: str) -> str:
    return f"::: {head}\n{body}\n:::"


def text(markdown: str, bare: Bare) -> Piece:
    """Return paragraphs, lists and quotations, which both dialects write alike."""
    return Piece(markdown, bare(markdown))


def heading(level: int, words: str, anchor: str) -> Piece:
    """Return a heading."""
    line = f"{'#' * level} {words} {{#{anchor}}}"
    return Piece(line, line)


def note(label: str, body: str, bare: Bare) -> Piece:
    """Return the text of a note."""
    return Piece(f"[^{label}]: {body}", f"[^{label}]: {bare(body, in_note=True)}")


def source(anchor: str, credit: Mapping[str, str], lines: Sequence[str], bare: Bare) -> Piece:
    """Return an extract, a sentence a line; ``credit`` has its attributes."""
    attributes = " ".join(f'{name}="{value}"' for name, value in credit.items())
    extract = "\n".join(f"> {line}" for line in lines)
    below = "Shortened for this book; the spelling is the copy's."
    title = f"**{credit['title']}** ({bare.titles[credit['cite']]}, {credit['locator']})"
    return Piece(
        _div(f"{{.source #{anchor} {attributes}}}", f"{extract}\n\n{below}"),
        _div(f"{{#{anchor}}}", f"{title}\n\n{bare(extract)}\n\n{below}"),
    )


def figure(anchor: str, image: str, caption: str, bare: Bare, *, wide: bool = False) -> Piece:
    """Return a picture with its caption."""
    width = " width=wide" if wide else ""
    return Piece(
        _div(f"{{.figure #{anchor} image={image}{width}}}", caption),
        f"![{bare(caption)}](chapters/{image}){{#{anchor}}}",
    )


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of a table, the head first; columns named in ``right`` hold numbers."""

    anchor: str
    caption: str
    rows: Sequence[Sequence[str]]
    right: frozenset[int] = field(default_factory=frozenset)
    wide: bool = False

    def piece(self, bare: Bare) -> Piece:
        """Return the table."""
        rules = ["---:" if column in self.right else "---" for column in range(len(self.rows[0]))]
        lines = "\n".join(
            f"| {' | '.join(cells)} |" for cells in (self.rows[0], rules, *self.rows[1:])
        )
        width = " width=wide" if self.wide else ""
        return Piece(
            f"{lines}\n\n: {self.caption} {{#{self.anchor}{width}}}",
            _div(f"{{#{self.anchor}}}", f"{bare(lines)}\n\n: {bare(self.caption)}"),
        )


def timeline(anchor: str, events: Mapping[str, str], caption: str) -> Piece:
    """Return a timeline of events, by id and in the words of plain text."""
    return Piece(
        _div(f'{{.timeline #{anchor} events="{" ".join(events)}"}}', caption),
        _div(f"{{#{anchor}}}", "\n".join(f"- {words}" for words in events.values())),
    )


@dataclass(frozen=True, slots=True)
class Box:
    """A box of one kind; what teachers alone see has no plain text."""

    anchor: str
    kind: str
    title: str
    body: str

    def piece(self, bare: Bare) -> Piece:
        """Return the box."""
        teacher = self.kind == "teacher-note"
        audience = " audience=teacher" if teacher else ""
        head = f'{{.box #{self.anchor} kind={self.kind} title="{self.title}"{audience}}}'
        plain = _div(f"{{#{self.anchor}}}", f"**{self.title}**\n\n{bare(self.body)}")
        return Piece(_div(head, self.body), "" if teacher else plain)


def summary(anchor: str, points: Sequence[str], bare: Bare) -> Piece:
    """Return the summary of a chapter."""
    body = "\n".join(f"- {point}" for point in points)
    return Piece(
        _div(f"{{.summary #{anchor}}}", body),
        _div(f"{{#{anchor}}}", f"**In short**\n\n{bare(body)}"),
    )


@dataclass(frozen=True, slots=True)
class Question:
    """A question with all that may stand in one; plain text prints ``answer`` at the back.

    ``models`` are model answers by level, each with a comment on it.
    """

    anchor: str
    attributes: Mapping[str, object]
    body: str
    answer: str
    scheme: Sequence[str] = ()
    models: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def piece(self, bare: Bare) -> Piece:
        """Return the question."""
        attributes = " ".join(f"{name}={value}" for name, value in self.attributes.items())
        blocks = [self.body, _div("answer", self.answer)]
        if self.scheme:
            blocks.append(_div("mark-scheme", "\n".join(f"- {point}" for point in self.scheme)))
        for level, (answer, comment) in self.models.items():
            comment_box = _div("{.box kind=interpretation}", comment)
            blocks.append(_div(f"{{.model-answer level={level}}}", f"{answer}\n\n{comment_box}"))
        _, chapter, number = self.anchor.split("-")
        name = f"{int(chapter)}.{int(number)}"
        marks = f"**Question {name}** ({self.attributes['marks']} marks)"
        return Piece(
            _div(f"{{.question #{self.anchor} {attributes}}}", "\n\n".join(blocks)),
            _div(f"{{#{self.anchor}}}", f"{marks}\n\n{bare(self.body)}"),
            f"**{name}** {bare(self.answer)}" if self.attributes["kind"] in _ANSWERED else "",
        )


_ANSWERED = frozenset({"retrieval", "choice", "short"})
"""The kinds whose answers a student's edition prints."""
