from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from octavo.model import (
    Block,
    Blocks,
    Break,
    BulletList,
    Code,
    DefinitionList,
    Emphasis,
    Foreign,
    Inline,
    NoteCall,
    Quote,
    Sentence,
    Text,
)
from octavo.tree import (
    bare,
    map_blocks,
    map_chapters,
    map_inlines,
    map_running,
    plain_text,
    walk,
    walk_held,
)
from tests.build import (
    call,
    chapter,
    cite,
    div,
    head,
    numbers,
    para,
    stated,
    table,
    term,
    text,
    work,
)

EVERYWHERE: Blocks = (
    head("1"),
    para("2", Emphasis(content=text("3")), term("t", Foreign(lang="ru", content=text("4")))),
    BulletList(items=((para("5"), numbers("6")), (para("7"),))),
    DefinitionList(items=((text("8"), ((para("9"),), (para("10"),))),)),
    Quote(blocks=(para(Sentence(content=text("11"))),)),
    table("13", stated("f", "14"), caption=text("12")),
    replace(div("box", div("figure", para("16"))), credit=text("15")),
)
"""A number in every place that holds text, in reading order."""


def _numbers(blocks: Blocks) -> list[int]:
    return [int(node.text) for node in walk(blocks) if isinstance(node, Text)]


def test_walk_reaches_every_place_in_reading_order() -> None:
    assert _numbers(EVERYWHERE) == list(range(1, 17))


def test_mapping_reaches_the_same_places_in_the_same_order() -> None:
    seen: list[int] = []

    def raised(node: Inline) -> Inline:
        if not isinstance(node, Text):
            return node
        seen.append(int(node.text))
        return replace(node, text=str(100 + int(node.text)))

    mapped = map_blocks(EVERYWHERE, inline=raised)

    assert seen == list(range(1, 17))
    assert _numbers(mapped) == list(range(101, 117))


def test_blocks_are_mapped_in_the_order_of_walking() -> None:
    seen: list[str] = []

    def note(node: Block) -> Block:
        seen.append(node.kind)
        return node

    map_blocks(EVERYWHERE, block=note)

    assert seen == [node.kind for node in walk(EVERYWHERE) if isinstance(node, Block)]


def test_what_nobody_changes_is_the_same_object() -> None:
    assert map_blocks(EVERYWHERE) is EVERYWHERE


def test_walking_tells_what_holds_a_node() -> None:
    held = {
        n.text: [h.kind for h in holders]
        for n, holders in walk_held(EVERYWHERE)
        if isinstance(n, Text)
    }

    assert held["4"] == ["paragraph", "term", "foreign"]
    assert held["14"] == ["table", "fact"]
    assert held["16"] == ["component", "component", "paragraph"]


@pytest.mark.parametrize(
    ("result", "expected"), [(None, "ac"), (text("x", "y"), "axyc"), (Text(text="b"), "abc")]
)
def test_a_function_drops_multiplies_or_keeps(result: Inline | None, expected: str) -> None:
    mapped = map_inlines(
        text("a", "b", "c"), lambda node: result if node == Text(text="b") else node
    )

    assert plain_text(mapped) == expected


def test_what_a_function_returns_is_mapped_inside() -> None:
    def block(node: Block) -> Blocks | Block:
        return node.blocks if isinstance(node, Quote) else node

    inner = Quote(blocks=(BulletList(items=((Quote(blocks=(para("deep"),)),),)),))

    assert map_blocks((inner,), block=block) == (BulletList(items=((para("deep"),),)),)


def test_a_line_end_is_a_space() -> None:
    assert plain_text(text("a", Break(), Code(text="b"))) == "a b"


def test_a_call_has_no_characters_and_no_running_text() -> None:
    called = NoteCall(citation=cite("doc"))

    assert plain_text(text("a", called, "b")) == "ab"
    assert list(walk((called,))) == [called]


def test_bare_text_keeps_its_look_and_loses_anchors_and_calls() -> None:
    title = text("The ", term("t", Emphasis(content=text("order", call("x")))), call("y"))

    assert bare(title) == text("The ", Emphasis(content=text("order")))


def test_running_text_is_mapped_without_the_notes() -> None:
    whole = chapter("one", para("text"), notes=[("x", "note")])

    mapped = map_running(whole, inline=lambda _: None)

    assert mapped.blocks == (para(),)
    assert mapped.notes == whole.notes


def test_chapters_are_mapped_in_reading_order_preface_first() -> None:
    made = work(chapter("one"), chapter("two"), preface=chapter("about"))
    order = count(1)

    mapped = map_chapters(made, lambda each: replace(each, number=str(next(order))))

    assert [(each.id, each.number) for each in mapped.chapters] == [
        ("about", "1"),
        ("one", "2"),
        ("two", "3"),
    ]
