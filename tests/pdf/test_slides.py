"""Slides that are too long: smaller at first, then parted between what stands together."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from octavo.errors import BuildError
from octavo.model import Unit
from octavo.pdf import slides
from octavo.pdf.fragment import Anchor, Code, Fragment, Leaf
from octavo.pdf.slides import STEPS, Fit, fitted, settle, tightened

X = "{http://www.w3.org/1999/xhtml}"


def unit(*bodies: str) -> Unit:
    """Return a unit of slides with these bodies."""
    sections = "".join(
        f'<section class="slide source" id="slide-{n}" data-part="of"><h2>Source {n}</h2>'
        f'<div class="slide-body">{body}</div></section>'
        for n, body in enumerate(bodies, 1)
    )
    xhtml = (
        '<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>x</title></head>'
        f'<body><section class="unit">{sections}</section></body></html>'
    )
    return Unit(
        name="slides", template="slides", matter="body", folios="arabic", title="",
        xhtml=xhtml.encode(),
    )  # fmt: skip


def laid_out(pages: int, **begins: int) -> Fragment:
    """Return a fragment of so many pages, on which slides begin."""
    anchors = tuple(Anchor(n.replace("_", "-"), at, 0, 0) for n, at in begins.items())
    return Fragment(
        unit="slides", matter="body", leaves=(Leaf(0, 960, 540, 0),) * pages,
        dictionaries=Code(b"", b""), objects=0, streams=(), parents=0, keys=0, roots=(), ids=(),
        anchors=anchors, links=(), bookmarks=(), notes=(), locator_words=("", ""), fonts=(),
    )  # fmt: skip


def shown(made: Unit) -> list[tuple[str, str]]:
    """Return the heading and the body of each slide, as they are read."""
    return [
        (_read(section[0]), _read(section[1]))
        for section in etree.fromstring(made.xhtml).iter(f"{X}section")
        if "slide" in section.get("class", "").split()
    ]


def _read(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


EXTRACT = "<blockquote><p>{}</p></blockquote>".format(
    " ".join(f'<span class="sentence">Sentence {n}.</span>' for n in range(1, 7))
)


def test_a_slide_that_runs_over_is_set_smaller_and_others_are_not() -> None:
    made = unit("<p>one</p>", "<p>two</p>", "<p>three</p>")
    over = laid_out(4, slide_1=0, slide_2=1, slide_3=3)
    fits = tightened(made, {}, over)
    assert fits == {"slide-2": Fit(step=1)}
    classes = [
        s.get("class") for s in etree.fromstring(fitted(made, fits).xhtml).iter(f"{X}section")
    ]
    assert classes[1:] == ["slide source step-0", "slide source step-1", "slide source step-0"]


def test_when_all_fit_nothing_is_tightened() -> None:
    assert tightened(unit("<p>one</p>"), {}, laid_out(1, slide_1=0)) == {}


def test_pages_of_other_slides_tighten_nothing() -> None:
    """As a dry run has them: those of a deck before a slide was added, or taken away."""
    made = unit("<p>one</p>", "<p>two</p>")
    assert tightened(made, {}, laid_out(2, slide_1=0)) == {}
    assert tightened(made, {}, laid_out(4, slide_1=0, slide_2=1, slide_3=3)) == {}


def test_below_the_floor_a_slide_is_parted_and_says_so() -> None:
    fits = tightened(unit(EXTRACT), {"slide-1": Fit(step=STEPS)}, laid_out(2, slide_1=0))
    assert shown(fitted(unit(EXTRACT), fits)) == [
        ("Source 1 (1 of 2)", "Sentence 1. Sentence 2. Sentence 3."),
        ("Source 1 (2 of 2)", "Sentence 4. Sentence 5. Sentence 6."),
    ]


def test_a_part_that_still_runs_over_has_its_slide_parted_further() -> None:
    fits = {"slide-1": Fit(STEPS, 2)}
    made = fitted(unit(EXTRACT), fits)
    again = tightened(made, fits, laid_out(3, slide_1=0, **{"slide_1.2": 2}))
    assert again == {"slide-1": Fit(STEPS, 3)}


def test_panels_of_a_picture_are_parted_before_they_get_smaller() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    picture = unit(f"<figure>{svg}{svg}<figcaption><p>Both.</p></figcaption></figure>")
    fits = tightened(picture, {}, laid_out(2, slide_1=0))
    assert fits == {"slide-1": Fit(step=0, parts=2)}
    assert [body for _, body in shown(fitted(picture, fits))] == ["Both.", "Both."]


def test_rows_are_parted_under_the_same_head_and_lists_count_on() -> None:
    table = (
        "<table><thead><tr><th>Head</th></tr></thead><tbody>"
        "<tr><td>one</td></tr><tr><td>two</td></tr></tbody></table>"
    )
    items = "<ol><li>alpha</li><li>gamma</li></ol>"
    made = fitted(unit(table, items), {"slide-1": Fit(0, 2), "slide-2": Fit(0, 2)})
    assert [body for _, body in shown(made)] == ["Headone", "Headtwo", "alpha", "gamma"]
    assert [e.get("start") for e in etree.fromstring(made.xhtml).iter(f"{X}ol")] == [None, "2"]


def test_only_what_ran_over_is_laid_out_again_before_the_whole() -> None:
    settling = settle(unit("<p>one</p>", "<p>two</p>"))
    assert [head for head, _ in shown(next(settling))] == ["Source 1", "Source 2"]
    alone = settling.send(laid_out(3, slide_1=0, slide_2=1))
    assert [head for head, _ in shown(alone)] == ["Source 2"]
    whole = settling.send(laid_out(1, slide_2=0))
    assert [head for head, _ in shown(whole)] == ["Source 1", "Source 2"]
    with pytest.raises(StopIteration):
        settling.send(laid_out(2, slide_1=0, slide_2=1))


def test_anchors_stay_unique() -> None:
    made = fitted(unit(EXTRACT), {"slide-1": Fit(0, 3)})
    assert made.anchors == ("slide-1", "slide-1.2", "slide-1.3")


def test_what_cannot_be_parted_is_named() -> None:
    with pytest.raises(BuildError, match="no room for 'Source 1 one"):
        fitted(unit("<p>one</p>"), {"slide-1": Fit(STEPS, 2)})


@given(st.lists(st.integers(1, 400), min_size=1, max_size=40), st.data())
def test_no_part_is_empty_and_pieces_keep_their_order(
    lengths: list[int], data: st.DataObject
) -> None:
    parts = data.draw(st.integers(1, len(lengths)))
    shares = slides._shares(lengths, parts)  # noqa: SLF001 - the arithmetic under it
    assert sorted(set(shares)) == list(range(parts))
    assert all(one <= other for one, other in pairwise(shares))
    assert replace(Fit(), parts=parts).parts == shares[-1] + 1
