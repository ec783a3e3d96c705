"""What a mark scheme gives."""

from __future__ import annotations

import pytest

from octavo.model import BulletList, Component
from octavo.questions.marking import Award, scheme
from tests.build import div, para, question


def _scheme(*lines: str) -> Component:
    return div("mark-scheme", BulletList(items=tuple((para(line),) for line in lines)))


@pytest.mark.parametrize(
    ("lines", "most"),
    [
        (["1 mark: a", "2 marks: b"], 3),
        (["3 × 2 marks: a case and its reason", "1 mark: a verdict"], 7),
        (["3 x 2 marks: the same, typed"], 6),
        (["1–3 marks: a", "4–5 marks: b", "6 marks: c"], 6),
        (["2 marks: a", "No more than 4 marks if one source is used.", "Accept the date."], 2),
        (["2 marks for each case: open"], 0),
    ],
)
def test_the_most_marks_that_a_scheme_gives(lines: list[str], most: int) -> None:
    given = scheme(question("q-a", _scheme(*lines)))

    assert given is not None
    assert given.most == most


@pytest.mark.parametrize(
    ("lines", "breaks"),
    [
        (["1–3 marks: a", "4–6 marks: b"], ()),
        (["4–6 marks: b", "1–3 marks: a"], ()),
        (["2–3 marks: a"], ((1, 2),)),
        (["1–2 marks: a", "4–6 marks: b"], ((3, 4),)),
        (["1–3 marks: a", "3–6 marks: b"], ((4, 3),)),
        (["1 mark: a", "1 mark: b"], ()),
    ],
)
def test_levels_run_without_gap_or_overlap(
    lines: list[str], breaks: tuple[tuple[int, int], ...]
) -> None:
    given = scheme(question("q-a", _scheme(*lines)))

    assert given is not None
    assert given.breaks == breaks


def test_schemes_in_prose_and_in_several_parts_count_together() -> None:
    given = scheme(
        question(
            "q-a", div("mark-scheme", para("1 mark: a")), div("mark-scheme", para("2 marks: b"))
        )
    )

    assert given is not None
    assert given.awards == (Award(1, 1), Award(2, 2))


def test_a_question_without_a_scheme_has_none() -> None:
    assert scheme(question("q-a", para("Why?"))) is None
