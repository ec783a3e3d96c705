"""What is said of EPUBs, by EPUBCheck, by Ace, and by pandoc as one that reads them."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypandoc

from tests.judges import java, missing


@dataclass(frozen=True, slots=True)
class Message:
    """What EPUBCheck has to say about one EPUB."""

    path: Path
    severity: str
    id: str
    text: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule of accessibility that Ace finds broken, where, and by what."""

    path: Path
    file: str
    rule: str
    impact: str
    description: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What pandoc has read in an EPUB: the words of its headings, and all words."""

    headings: tuple[str, ...]
    text: str


OF_ANY_BOOK = "CSS-028"
"""The one note on usage that says no more than that a book has faces of its own."""


def epubcheck(paths: Iterable[Path]) -> list[Message]:
    """Return what EPUBCheck says, notes on usage included but `OF_ANY_BOOK`; nothing is good."""
    files = [missing.existing(path) for path in paths]
    jar = missing.module("epubcheck") / "epubcheck.jar"
    messages: list[Message] = []
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        for path in files:
            # EPUBCheck takes one file a run, but runs as often as it is asked.
            arguments = [str(path.resolve()), "--quiet", "--usage", "--json", str(report)]
            java.called(str(jar), "com.adobe.epubcheck.tool.EpubChecker", arguments)
            said = json.loads(report.read_text(encoding="utf-8"))["messages"]
            report.unlink()
            messages += (_message(path, entry) for entry in said if entry["ID"] != OF_ANY_BOOK)
    return messages


def _message(path: Path, entry: dict[str, Any]) -> Message:
    places = tuple(f"{at['path']}:{at['line']}:{at['column']}" for at in entry["locations"])
    return Message(path, entry["severity"], entry["ID"], entry["message"], places)


def ace(paths: Iterable[Path]) -> list[Violation]:
    """Return every assertion of Ace's reports, all files in one run; nothing is good."""
    files = {str(missing.existing(path).resolve()): path for path in paths}
    script = missing.ROOT / "tools" / "judges" / "ace.cjs"
    environment = {
        "NODE_PATH": str(missing.fetched("node_modules")),
        "PUPPETEER_EXECUTABLE_PATH": missing.program("chromium", "chromium"),
        "ACE_TIMEOUT_INITIAL": "120000",
    }
    done = missing.run(missing.node(), str(script), *files, environment=environment)
    reports = missing.report(done)
    return [
        violation for name, path in files.items() for violation in _violations(path, reports[name])
    ]


def _violations(path: Path, report: dict[str, Any]) -> Iterator[Violation]:
    for document in report["assertions"]:
        file = document["earl:testSubject"]["url"]
        for entry in document["assertions"]:
            test, result = entry["earl:test"], entry["earl:result"]
            yield Violation(
                path=path,
                file=file,
                rule=test["dct:title"],
                impact=test["earl:impact"],
                description=result["dct:description"],
                places=tuple(result.get("earl:pointer", {}).get("cfi", ())),
            )


def pandoc(path: Path) -> Reading:
    """Return what pandoc reads in the EPUB, in reading order, with single spaces."""
    tree = json.loads(pypandoc.convert_file(str(missing.existing(path)), "json", format="epub"))
    nodes = list(_nodes(tree["blocks"]))
    heads = (node["c"][2] for node in nodes if node["t"] == "Header")
    return Reading(headings=tuple(_words(_nodes(inlines)) for inlines in heads), text=_words(nodes))


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Go through pandoc's tree in reading order."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += reversed(node)
        elif isinstance(node, dict):
            if "t" in node:
                yield node
            waiting.append(node.get("c"))


def _words(nodes: Iterable[dict[str, Any]]) -> str:
    """Return the text of nodes; each block is parted from the one before."""
    parts = (
        node["c"] if node["t"] == "Str" else "" if node["t"] in _INLINE else " " for node in nodes
    )
    return " ".join("".join(parts).split())


_INLINE = frozenset(
    {"Emph", "Link", "Quoted", "SmallCaps", "Span", "Strong", "Subscript", "Superscript"}
)
