"""What a plan reads beyond the targets that were asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from octavo.engine.plan import draw_up
from tests.commandline import octavo

CHAPTER = Path("chapters/02-miller.md")
BLOCK = """
As [the box](#b-one) says.

::: {{.box #b-one kind=activity title="For you" audience={audience}}}
Draw a [{term}]{{term={term}}}.
:::
"""


def add(work: Path, audience: str, term: str) -> None:
    with (work / CHAPTER).open("a") as chapter:
        chapter.write(BLOCK.format(audience=audience, term=term))


def test_what_one_audience_sees_may_be_referred_to_in_its_edition(work: Path) -> None:
    add(work, "student", "hopper")
    assert octavo("check")[0] == 0


def test_what_no_target_prints_is_read_too(work: Path) -> None:
    add(work, "teacher", "hoper")
    status, said = octavo("check")
    assert status == 1
    assert [line for line in said.splitlines() if "[OCT-" in line] == [
        (
            "chapters/02-miller.md:10:4: error: '#b-one' stands in teacher matter of "
            "chapters/02-miller.md, which the student edition leaves out [OCT-target-dropped]"
        ),
        "chapters/02-miller.md:13:8: error: unknown term 'hoper' [OCT-term-unknown]",
    ]


@pytest.mark.parametrize("target", ["student.pdf", "student.epub"])
def test_a_build_of_one_target_reads_the_whole_book(work: Path, target: str) -> None:
    with (work / CHAPTER).open("a") as chapter:
        chapter.write("\n[x]{term=hoper}\n")
    assert octavo("build", target)[0] == 1


def test_an_artefact_depends_on_its_own_formats_styles_only(work: Path) -> None:
    plan = draw_up(work)
    names = {order.target.format: set(plan.inputs_of(order)) for order in plan.orders}
    assert names["pdf"] <= names["epub"]  # whose cover has the shape of a printed page
    assert names["epub"] - names["pdf"] == {
        "octavo:styles/epub.css",
        *(f"octavo:templates/cover{name}.svg.j2" for name in ("", "-back", "-spine")),
        "styles/epub.css",
        *(f"templates/cover{name}.svg.j2" for name in ("", "-back", "-spine")),
    }
