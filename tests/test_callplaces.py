"""A call stands close behind its word and behind the punctuation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from octavo.callplaces import settle
from octavo.errors import Findings
from octavo.model import Break, Citation, NoteCall, Objective, Text
from octavo.sources.markdown import Markdown, Origin
from octavo.tree import Content, each_run, map_running, plain_text, walk
from tests.build import chapter, cite


def settled(source: str) -> str:
    parsed = Markdown("en-GB", Findings()).blocks(source, Origin.file("x.md", source))
    whole = map_running(replace(chapter("x"), blocks=parsed.blocks), each_run(settle))
    return "".join(_shown(node) for node in walk(whole.blocks))


def _shown(node: Content) -> str:
    match node:
        case Citation() | NoteCall():
            return "^"
        case Text() | Break():
            return plain_text((node,))
        case _:
            return ""


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("He says so [@a, p. 2].", "He says so.^"),
        ("He says so\n[@a], and more.", "He says so,^ and more."),
        ("'So' [@a]. Then", "‘So’.^ Then"),
        ("One.[^n] Two.\n\n[^n]: Note.", "One.^ Two."),
        ("Both[^n] [@a]; end.\n\n[^n]: Note.", "Both;^^ end."),
        ("A dash [@a] -- follows.", "A dash^ – follows."),
        ("Nothing to move [@a] here.", "Nothing to move^ here."),
        ("*Emphasis* [@a].", "Emphasis.^"),
        ("| |\n|---|\n| cell [@a] |", "cell^"),
        ("| Head [@a]. |\n|---|\n\n: Caption [@b].", "Caption.^Head.^"),
        ("## A heading [@a]?", "A heading?^"),
        ("Term [@a].\n: Meaning [@b].", "Term.^Meaning.^"),
        ("::: {.source #s cite=a}\n> One [^n].\n> Two.\n:::\n\n[^n]: Note.", "One.^Two."),
        ("*All stressed [@a].*", "All stressed.^"),
        ("And so on [@a]...", "And so on…^"),
        ("No call here.", "No call here."),
    ],
)
def test_calls_follow_the_word_and_its_punctuation(source: str, expected: str) -> None:
    assert settled(source) == expected


def test_the_opening_of_a_chapter_has_its_calls_in_place_too() -> None:
    asked = (Text(text="Why "), cite("a"), Text(text="?"))
    opening = replace(
        chapter("x"),
        title=asked,
        enquiry=asked,
        objectives=(Objective(id="o", verb="", text=asked),),
    )

    settled = map_running(opening, each_run(settle))

    for run in (settled.title, settled.enquiry, settled.objectives[0].text):
        assert "".join(_shown(node) for node in run) == "Why?^"
