"""Which numbers of a text are bound, which are free, and which are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from octavo import lint, numbering
from octavo.errors import Findings
from octavo.lint.manuscript import Manuscript
from octavo.model import Book, Chapter, Dispute, Edition, FreeNumber, Records, Work
from octavo.sources import parsers
from tests.build import fact, work

FRONT = "---\nid: one\ntitle: One\n---\n\n"
BROKEN = Path(__file__).parents[1] / "broken"


def _chapter(markdown: str) -> Chapter:
    parsed = parsers.chapter(FRONT + markdown, "one.md", "en-GB")
    assert parsed.findings == ()
    assert parsed.value is not None
    return parsed.value


def _free(*texts: str) -> tuple[FreeNumber, ...]:
    return tuple(FreeNumber(text=text, reason="So.") for text in texts)


def _manuscript(markdown: str, *free: str) -> Manuscript:
    made: Work = numbering.number(work(_chapter(markdown), records=Records(numbers=_free(*free))))
    book = Book(
        metadata=made.metadata, edition=Edition(name="e"), parts=made.parts, records=made.records
    )
    return Manuscript(made, book)


def unbound(markdown: str, *free: str) -> list[str]:
    return [number.text for number in _manuscript(markdown, *free).numbers.unbound]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("They held 657,364 people.", ["657,364"]),
        ("It is 39.4% or 39.4 per cent.", ["39.4%", "39.4", "per cent"]),
        ("A share [39.4]{fact=x} per cent.", ["per cent"]),
        ("Some twenty-seven camps, half a million men, hundreds more.",
         ["twenty-seven", "half a million", "hundreds"]),
        ("On 28 July 1942, in July 1942, on July 28, 1942, on 5 May.",
         ["28 July 1942", "July 1942", "July 28, 1942", "5 May"]),
        ("From 1918--1919, the 1st Army and the M1910.", ["1918–1919", "1st", "M1910"]),
        ("*10*,201 and `22`.", ["10,201", "22"]),
        # Small numbers in words, and words that only look like quantities.
        ("Three documents, one order, eighty-", ["eighty"]),
        ("A thousandth part, ninetieth, percentage.", []),
    ],
)  # fmt: skip
def test_what_a_number_is(written: str, found: list[str]) -> None:
    assert unbound(written) == found


ASKED = """\
::: {.question #q-a kind=short marks=4 minutes=6 lines=8}
Why?

::: mark-scheme
- 2 marks for one; 1--2 marks for two.
- 2 × 1 mark: names it; says why. Else 1 of 4 marks.
:::
:::
"""


@pytest.mark.parametrize(
    "bound",
    [
        "[10,201 people]{fact=x}",
        "[about [*10,201*]{term=y} people]{fact=x}",
        "[28 July 1942]{event=x}",
        "[]{fact=x}, see [](#x-1942).",
        "A citation [@doc, para. 22] and a call.[^n1]\n\n[^n1]: Nothing.",
        "1. one\n2. two",
        "::: {.source #s-a cite=doc}\n> There were 1,240 of 1901.\n:::",
        ASKED,
    ],
)
def test_what_needs_no_fact(bound: str) -> None:
    assert unbound(bound) == []


def test_everything_printed_is_body_text() -> None:
    everywhere = (
        "## The 1 head\n\n> A quotation of 2.\n\n| a 3 |\n|---|\n| b 4 |\n\n: Of 5\n\n"
        "term 6\n:   is 7\n\n- item 8[^x]\n\n[^x]: Note 9.\n\n"
        '::: {.box kind=caution title="Box 10"}\nIn 11.\n:::\n\n'
        "::: {.source #s-a cite=doc}\n> No 12.\n\nThe editor's 13.\n:::\n"
    )

    assert sorted(unbound(everywhere), key=int) == [
        str(number) for number in range(1, 14) if number != 12
    ]


@pytest.mark.parametrize(
    ("free", "left"),
    [
        ("Order No. 227", ["227a", "12", "12.5"]),
        ("Order No. #", ["227a", "12", "12.5"]),
        ("No. 1", ["227", "227a", "12", "12.5"]),
        ("#", ["227a"]),
        ("12 days", ["227", "227a", "12.5"]),
        ("order no. 227", ["227", "227a", "12", "12.5"]),
    ],
)
def test_free_words_are_whole_words_as_printed(free: str, left: list[str]) -> None:
    text = "Order\n*No. 227*, not Order No. 227a; 12 days of 12.5 days."

    assert unbound(text, free) == left


def test_a_number_has_its_line_and_column() -> None:
    found = _manuscript("One *of\nthe 'twenty'* and [10,201]{fact=x}, 22 men.").numbers.unbound

    assert [(each.text, each.location.line, each.location.column) for each in found] == [
        ("twenty", 7, 6),
        ("22", 7, 37),
    ]


def test_free_words_that_free_nothing_are_told() -> None:
    manuscript = _manuscript("In [1942]{event=x}, Order No. 227.", "No. #", "1942", "1st Army")

    assert [entry.text for entry in manuscript.numbers.unused] == ["1942", "1st Army"]


def test_every_rule_has_a_broken_book() -> None:
    said = "".join(path.read_text(encoding="utf-8") for path in BROKEN.glob("*/expected.txt"))

    assert [lint.code(rule) for rule in lint.RULES if f"[OCT-{lint.code(rule)}]" not in said] == []


def test_every_rule_is_a_file_and_every_file_a_rule() -> None:
    assert lint.__file__ is not None
    files = (path.stem for path in (Path(lint.__file__).parent / "rules").glob("*.py"))

    assert {lint.code(rule).replace("-", "_") for rule in lint.RULES} == {*files} - {"__init__"}


def test_a_number_hints_at_what_it_can_only_be() -> None:
    records = Records(
        facts=(fact("held", 657364), fact("a", 100), fact("b", 100)),
        disputes=(Dispute(id="d5", title=(), between="one", weight="may"),),
    )
    text = "They held 657,364, of them 100: see D5."
    made = numbering.number(work(_chapter(text), records=records))
    book = Book(
        metadata=made.metadata, edition=Edition(name="e"), parts=made.parts, records=records
    )
    findings = Findings()

    lint.run(made, book, findings)

    hints = [each.hint for each in findings.warnings if each.code == "OCT-number-unbound"]
    assert hints == [
        "if it is that of 'held', write [657,364]{fact=held}",
        "write [words]{fact=…} or {event=…}, or give a reason in chapters/numbers.yaml",
        "if it is the dispute, write [](#dispute-d5)",
    ]
