"""Cross-references: every target named or reported, the last pass of all.

A reference without words gets its target's name ("question 3.2"), with a capital
where it begins a sentence.  A target that this edition leaves out is a fault, and so
is one that has no name to print.  Where the register of disputes is not printed, a
reference to a dispute is its name alone, without a link.  What stands in parentheses has
its page behind a comma: "(D4, page 176)".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from octavo.errors import Findings, did_you_mean
from octavo.model import Book, CrossReference, Inline, Inlines, Label, Paragraph, Text
from octavo.numbering import DISPUTE
from octavo.passes.labels import labels
from octavo.passes.texts import map_book
from octavo.tree import each, each_run, plain_text

_SENTENCE_ENDS: Final = (".", "?", "!")
_CLOSING: Final = "’”\"')]"


def run(book: Book, findings: Findings) -> Book:
    """Label every anchor of the book and fill in what refers to one."""
    known = {label.anchor: label for label in labels(book)}

    def opening(node: Paragraph) -> Paragraph:
        return _with_capitals(node, known)

    registered = "discrepancies" in book.appendices

    def reference(node: CrossReference) -> CrossReference | Inlines:
        _check(node, known, book, findings)
        named = _named(node, known)
        label = known.get(node.target)
        return named if registered or label is None or label.kind != "dispute" else named.content

    book = map_book(book, each_run(_with_parentheses))
    changes = each(Paragraph, opening) | each(CrossReference, reference)
    return replace(map_book(book, changes), labels=known)


def _with_parentheses(run: Inlines) -> Inlines:
    """Say of the references in parentheses that they stand in some."""
    if CrossReference not in map(type, run):
        return run
    depth = 0
    found: list[Inline] = []
    for node in run:
        if isinstance(node, CrossReference) and depth > 0:
            found.append(replace(node, enclosed=True))
        else:
            found.append(node)
            text = plain_text((node,))
            depth += text.count("(") - text.count(")")
    return tuple(found)


def _check(
    node: CrossReference, known: Mapping[str, Label], book: Book, findings: Findings
) -> None:
    target = node.target
    if label := known.get(target):
        if not label.name and not node.content:
            message = f"'#{target}' has neither number nor title to print"
            hint = f"write the words: [as it says there](#{target})"
            findings.error(node.location, "target-nameless", message, hint)
    elif target.startswith(DISPUTE):
        disputes = [anchor for anchor in known if anchor.startswith(DISPUTE)]
        hint = did_you_mean(target, disputes) or "its record belongs in chapters/disputes.yaml"
        name = target.removeprefix(DISPUTE)
        findings.error(node.location, "dispute-unknown", f"unknown dispute '{name}'", hint)
    elif target in book.dropped:
        where = book.dropped[target]
        message = f"'#{target}' stands {where}, which the {book.edition.name} edition leaves out"
        hint = "put the reference there too, or refer to what every reader has"
        findings.error(node.location, "target-dropped", message, hint)
    else:
        hint = did_you_mean(target, [*known, *book.dropped]) or "give the target an id: {#…}"
        findings.error(node.location, "target-unknown", f"nothing has the id '{target}'", hint)


def _named(
    node: CrossReference, known: Mapping[str, Label], *, opening: bool = False
) -> CrossReference:
    """Return the reference with its target's name, if it has no words of its own."""
    name = known[node.target].name if node.target in known else ""
    if node.content or not name:
        return node
    words = name[0].upper() + name[1:] if opening else name
    return replace(node, content=(Text(text=words, location=node.location),))


def _with_capitals(paragraph: Paragraph, known: Mapping[str, Label]) -> Paragraph:
    """Name the references that begin a sentence; the others come later."""
    if CrossReference not in map(type, paragraph.content):
        return paragraph
    named: list[Inline] = []
    for node in paragraph.content:
        if isinstance(node, CrossReference) and _ends_sentence(tuple(named)):
            named.append(_named(node, known, opening=True))
        else:
            named.append(node)
    return replace(paragraph, content=tuple(named))


def _ends_sentence(before: Inlines) -> bool:
    text = plain_text(before)
    return not text or (text[-1].isspace() and _at_end(text.rstrip().rstrip(_CLOSING)))


def _at_end(text: str) -> bool:
    return not text or text.endswith(_SENTENCE_ENDS)
