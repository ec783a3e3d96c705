"""A call stands close behind its word and behind the punctuation."""

from __future__ import annotations

import pytest

from octavo.callplaces import settle
from octavo.errors import Findings
from octavo.model import Citation, NoteCall, Paragraph, Table
from octavo.sources.markdown import Markdown, Origin
from octavo.tree import plain_text


def settled(source: str) -> str:
    parsed = Markdown("en-GB", Findings()).blocks(source, Origin.file("x.md", source))
    block = settle(parsed.blocks[0])
    content = block.rows[0][0].content if isinstance(block, Table) else ()
    content = block.content if isinstance(block, Paragraph) else content
    return "".join(
        "^" if isinstance(node, Citation | NoteCall) else plain_text((node,)) for node in content
    )


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
        ("| a |\n|---|\n| cell [@a] |", "cell^"),
        ("No call here.", "No call here."),
    ],
)
def test_calls_follow_the_word_and_its_punctuation(source: str, expected: str) -> None:
    assert settled(source) == expected
