"""What was done to people is called by its own word: who was sentenced was not yet shot.

A sentence, or a row of a table, that marks a fact with a ``deed`` may not call it by the word of
another deed.  It may have no such word, or its own as well; what it quotes is not its own word.

Bad:   [41 people]{fact=sentenced-to-death} were shot.
Good:  [41 people]{fact=sentenced-to-death} were sentenced to be shot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from octavo.errors import Severity
from octavo.lint.manuscript import Fault, Manuscript
from octavo.lint.passages import Mark, Passage
from octavo.lint.quotations import sentences, unquoted
from octavo.model import FactMark

SEVERITY: Final[Severity] = "warning"

_WORDS: Final[Mapping[str, Mapping[str, re.Pattern[str]]]] = {
    "en": {
        deed: re.compile(rf"\b(?:{forms})\b", re.IGNORECASE)
        for deed, forms in {
            "detained": r"detain(?:ed|s|ing)?|detainees?|detentions?",
            "arrested": r"arrest(?:ed|s|ing)?|arrestees?",
            "sentenced": r"sentenc(?:ed|es?|ing)|condemn(?:ed|s|ing)?",
            "shot": r"shot|shoots?|shootings?",
            "executed": r"execut(?:ed|es?|ing)|executions?",
            "killed": r"kill(?:ed|s|ing|ings)?",
        }.items()
    }
}
"""The words of each deed, by language."""


def check(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield each word of another deed than that of the fact."""
    words = _WORDS.get(manuscript.work.metadata.lang.partition("-")[0].lower())
    deeds = {fact.id: fact.deed for fact in manuscript.work.records.facts if fact.deed}
    if not words or not deeds:
        return
    for passage in manuscript.passages:
        marks = [mark for mark in passage.marks if _fact(mark) in deeds]
        if not marks or passage.kind == "extract":
            continue
        for at, to in sentences(passage.text):
            here = [_fact(mark) for mark in marks if at <= mark.start < to]
            yield from _wrong(passage, (at, to), {fact: deeds[fact] for fact in here}, words)


def _wrong(
    passage: Passage,
    span: tuple[int, int],
    facts: Mapping[str, str],
    words: Mapping[str, re.Pattern[str]],
) -> Iterator[Fault]:
    own = unquoted(passage.text[slice(*span)])
    said = {deed: match for deed, pattern in words.items() if (match := pattern.search(own))}
    others = {deed: match for deed, match in said.items() if deed not in facts.values()}
    for fact, deed in facts.items():
        if deed not in said and others:
            word = min(others.values(), key=lambda match: match.start())
            yield Fault(
                passage.run.at(span[0] + word.start()),
                f"'{word[0]}' is said of '{fact}', whose source says {deed}",
                f"say '{deed}', or keep the two apart",
            )


def _fact(mark: Mark) -> str:
    return mark.node.fact if isinstance(mark.node, FactMark) else ""
