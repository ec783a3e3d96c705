"""Make the benchmark's book: a work of N chapters, and plain.md with the same prose.

    python -m bench.book FOLDER --chapters 40

The bytes hang on the number of chapters and on nothing else: no clock, no machine,
no hash seed.  The text is its own, out of a small vocabulary, and means nothing.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import yaml

from bench.chapters import chapter
from bench.pictures import media, pictures
from bench.pieces import Piece
from bench.prose import chance, paragraph
from bench.records import Record, Subject, numbers, records, subject, written

MOST = 99
"""Chapters have two digits in their ids."""

A_PART = 10
"""How many chapters a part has."""

TITLE = "Counted at the Lock"
SUBTITLE = "A book made to measure with"
DATE = "2026-01-01"


def files(chapters: int) -> dict[str, str]:
    """Return every file of the work by its path."""
    subjects = [subject(number) for number in range(1, chapters + 1)]
    written_chapters = [chapter(subjects, index) for index in range(chapters)]
    entries = records(subjects)
    entries["numbers"] = numbers()
    entries["media"] = [record for each in subjects for record in media(each)]
    drawings = {name: svg for each in subjects for name, svg in pictures(each).items()}
    return {
        "book.yaml": _yaml(_manifest(chapters)),
        "chapters/00-about.md": _preface(),
        **{
            f"chapters/{_name(each)}": piece.octavo
            for each, piece in zip(subjects, written_chapters, strict=True)
        },
        **{f"chapters/{name}.yaml": _yaml({name: found}) for name, found in entries.items()},
        **{f"chapters/{name}": svg for name, svg in drawings.items()},
        "plain.md": _plain(subjects, written_chapters, entries),
    }


def write(folder: Path, chapters: int) -> None:
    """Write the work into a folder."""
    for name, content in files(chapters).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")


def _name(subject: Subject) -> str:
    return f"{subject.key}-{subject.town.lower()}.md"


def _yaml(content: Mapping[str, object]) -> str:
    return yaml.dump(
        dict(content),
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=10**6,
    )


class _Dumper(yaml.SafeDumper):
    """Sets texts of several lines as literal blocks and repeats what stands twice."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  (PyYAML's signature)
        return True


def _literal(dumper: yaml.SafeDumper, data: str) -> yaml.ScalarNode:
    style = "|" if "\n" in data else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", data, style=style)


_Dumper.add_representer(str, _literal)


def _manifest(chapters: int) -> Record:
    names = [f"chapters/{_name(subject(number))}" for number in range(1, chapters + 1)]
    parts = [names[start : start + A_PART] for start in range(0, chapters, A_PART)]
    targets = {f"student.{name}": {"edition": "student", "format": name} for name in _FORMATS}
    return {
        "octavo": 1,
        "id": "counted-at-the-lock",
        "title": TITLE,
        "subtitle": SUBTITLE,
        "lang": "en-GB",
        "date": DATE,
        "description": "A book for benchmarks, written by a program about rivers that never were.",
        "publisher": "octavo",
        "subjects": ["Benchmarks"],
        "contributors": [{"name": "A program", "role": "aut", "sort": "Program, A"}],
        "rights": {"licence": "CC0-1.0", "holder": "Nobody"},
        "identifiers": {
            name: uuid5(NAMESPACE_URL, f"octavo-bench:{chapters}:{name}").urn for name in targets
        },
        "preface": "chapters/00-about.md",
        "contents": [
            {"part": f"The river, stretch {number}", "id": f"part-{number}", "chapters": part}
            for number, part in enumerate(parts, start=1)
        ],
        "apparatus": {"appendices": ["timeline", "glossary", "people", "bibliography"]},
        "editions": {"student": {"audience": "student", "answers": "retrieval"}},
        "targets": targets,
    }


_FORMATS = ("pdf", "epub")


def _preface() -> str:
    body = "\n\n".join(paragraph(chance("preface", number), 5) for number in range(3))
    return f"---\nid: about\ntitle: About this book\n---\n\n{body}\n"


# -- for other programs --------------------------------------------------------

_PAGE = "papersize: iso-b5\nmargin: {x: 30mm, y: 23mm}\nfontsize: 10pt\n"
"""The trim and the measure of plain.md, near octavo's own; HTML gets them from peers.css."""


def _plain(
    subjects: Sequence[Subject], chapters: Sequence[Piece], entries: Mapping[str, Sequence[Record]]
) -> str:
    """Return the book as one file: chapters, answers, and the records as lists."""
    answers = "\n\n".join(piece.answer for piece in chapters)
    lists = {
        "Timeline": [
            f"- {_date(event['date'])}: {event['label']}" for event in entries["timeline"]
        ],
        "People": [f"- {person['sort']}: {person['role']}" for person in entries["people"]],
        "Bibliography": [
            f"- {item['title']}, {item['issued']}." for item in entries["bibliography"]
        ],
    }
    glossary = [f"{entry['term']}\n:   {_definition(entry)}\n" for entry in entries["glossary"]]
    counted = ", ".join(f"{each.town} ({written(each.counted)})" for each in subjects)
    return "\n\n".join(
        [
            f"---\ntitle: {TITLE}\nsubtitle: {SUBTITLE}\nlang: en-GB\ndate: {DATE}\n{_PAGE}---",
            f"# About this book {{.unnumbered}}\n\nThe counts: {counted}.",
            *(piece.plain for piece in chapters),
            f"# Answers {{.unnumbered}}\n\n{answers}",
            "# Glossary {.unnumbered}\n\n" + "\n".join(sorted(glossary)),
            *(
                f"# {name} {{.unnumbered}}\n\n" + "\n".join(sorted(found))
                for name, found in lists.items()
            ),
            "",
        ]
    )


def _date(edtf: object) -> str:
    return str(edtf).replace("~", "").replace("/", " to ")


def _definition(entry: Record) -> str:
    first, second, _ = str(entry["definition"]).strip().split("\n")
    return f"{first} {second}"


# -- the program ---------------------------------------------------------------


def arguments(words: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.book", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("folder", type=Path, help="where the work is written")
    parser.add_argument("--chapters", type=int, default=10, choices=range(2, MOST + 1), metavar="N")
    return parser.parse_args(words)


def main() -> None:
    """Write a book."""
    given = arguments()
    write(given.folder, given.chapters)


if __name__ == "__main__":
    main()
