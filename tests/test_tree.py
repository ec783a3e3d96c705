from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.model import (
    Block,
    Blocks,
    Break,
    BulletList,
    Cell,
    Code,
    Component,
    DefinitionList,
    Emphasis,
    Foreign,
    Inline,
    Inlines,
    NoteCall,
    Paragraph,
    Quote,
    Sentence,
    Table,
    Text,
)
from octavo.passes.texts import map_book
from octavo.tree import (
    bare,
    each,
    each_block,
    each_inline,
    each_run,
    find,
    map_chapters,
    map_running,
    plain_text,
    walk,
    walk_blocks,
    walk_held,
    walk_held_blocks,
)
from tests.books import whole_book
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

    def raised(node: Text) -> Text:
        seen.append(int(node.text))
        return replace(node, text=str(100 + int(node.text)))

    mapped = each(Text, raised).blocks(EVERYWHERE)

    assert seen == list(range(1, 17))
    assert _numbers(mapped) == list(range(101, 117))


def test_blocks_are_mapped_in_the_order_of_walking() -> None:
    seen: list[str] = []

    def note(node: Block) -> Block:
        seen.append(node.kind)
        return node

    each_block(note).blocks(EVERYWHERE)

    assert seen == [node.kind for node in walk(EVERYWHERE) if isinstance(node, Block)]


_LEAVES: st.SearchStrategy[Inline] = st.sampled_from(
    [Text(text="a"), Break(), Code(text="b"), call("c")]
)
_INLINES: st.SearchStrategy[Inline] = st.recursive(
    _LEAVES,
    lambda inside: st.lists(inside, max_size=3).map(lambda nodes: Emphasis(content=tuple(nodes))),
    max_leaves=5,
)
_RUNS: st.SearchStrategy[Inlines] = st.lists(_INLINES, max_size=3).map(tuple)


def _holders(inside: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    several = st.lists(inside, max_size=3).map(tuple)
    return st.one_of(
        several.map(lambda blocks: Quote(blocks=blocks)),
        st.lists(several, max_size=2).map(lambda items: BulletList(items=tuple(items))),
        st.builds(Component, name=st.just("box"), credit=_RUNS, blocks=several),
        st.tuples(_RUNS, st.lists(several, max_size=2).map(tuple)).map(
            lambda item: DefinitionList(items=(item,))
        ),
    )


_CELLS = st.lists(st.builds(Cell, content=_RUNS), max_size=2).map(tuple)
_ROWS = st.lists(_CELLS, max_size=2).map(tuple)
_TREES: st.SearchStrategy[Block] = st.recursive(
    st.one_of(
        st.builds(Paragraph, content=_RUNS),
        st.builds(Table, alignments=st.just(()), head=_CELLS, rows=_ROWS, caption=_RUNS),
    ),
    _holders,
    max_leaves=10,
)

SAME = each_block(lambda node: node) | each_inline(lambda node: node) | each_run(lambda run: run)


@settings(deadline=None)
@given(st.lists(_TREES, max_size=4).map(tuple))
def test_what_nobody_changes_is_the_same_object(blocks: Blocks) -> None:
    assert SAME.blocks(blocks) is blocks


@settings(deadline=None)
@given(st.lists(_TREES, min_size=1, max_size=4).map(tuple))
def test_a_change_leaves_what_stands_beside_it_the_same_object(blocks: Blocks) -> None:
    changed = each(Text, lambda node: replace(node, text="x")).blocks(blocks)

    for before, after in zip(blocks, changed, strict=True):
        texts = [node for node in walk((before,)) if isinstance(node, Text)]
        assert (after is before) is (not texts)
        assert [n.text for n in walk((after,)) if isinstance(n, Text)] == ["x"] * len(texts)


def test_a_book_that_nobody_changes_is_the_same_object() -> None:
    book = whole_book()

    assert map_book(book, SAME) is book


def test_blocks_are_walked_without_their_text() -> None:
    whole = [node for node in walk(EVERYWHERE) if isinstance(node, Block)]

    assert list(walk_blocks(EVERYWHERE)) == whole
    assert [node for node, _ in walk_held_blocks(EVERYWHERE)] == whole


def test_nodes_are_found_by_kind_in_reading_order() -> None:
    assert [int(node.text) for node in find(EVERYWHERE, Text)] == list(range(1, 17))
    assert list(find(EVERYWHERE, Quote, Table)) == [EVERYWHERE[4], EVERYWHERE[5]]


def test_nothing_is_walked_inside_what_one_goes_past() -> None:
    kinds = {node.kind for node in walk(EVERYWHERE, past=(Paragraph, Table))}

    assert kinds == {node.kind for node in walk_blocks(EVERYWHERE)} | {"text"}


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
    changes = each(Text, lambda node: result if node.text == "b" else node)

    mapped = changes.inlines(text("a", "b", "c"))

    assert plain_text(mapped) == expected


def test_what_a_function_returns_is_mapped_inside() -> None:
    inner = Quote(blocks=(BulletList(items=((Quote(blocks=(para("deep"),)),),)),))

    assert each(Quote, lambda node: node.blocks).blocks((inner,)) == (
        BulletList(items=((para("deep"),),)),
    )


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

    mapped = map_running(whole, each_inline(lambda _: None))

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
