"""What the imprint of a book that goes to a printer must have."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from octavo.errors import Findings
from octavo.matter.imprint import complete
from octavo.model import EditionStatement, Imprint, Metadata, Responsible, Rights, Target
from tests.books import whole_book

PRESS = Target(path="press.pdf", edition="student", format="press")
COMPLETE: dict[str, Any] = {
    "identifiers": {"press.pdf": "urn:isbn:978-0-306-40615-7"},
    "edition": EditionStatement(number=1),
    "rights": Rights(licence="CC0-1.0", holder="Zoe"),
    "credits": ("Figures by Zoe.",),
    "imprint": Imprint(
        contact="By letter",
        responsible=Responsible(name="Zoe", address="1 Street", contact="By post"),
    ),
}


def gaps(**other: Any) -> list[str]:
    findings = Findings()
    metadata: Metadata = replace(whole_book().metadata, **{**COMPLETE, **other})
    complete(metadata, PRESS, findings)
    return [each.message.partition(" lacks ")[2] for each in findings.errors]


def test_nothing_is_missing_from_a_complete_one() -> None:
    assert gaps() == []
    assert gaps(edition=EditionStatement(statement="Corrected")) == []


@pytest.mark.parametrize(
    ("other", "missing"),
    [
        ({"identifiers": {"student.pdf": "urn:uuid:1"}}, "an identifier"),
        ({"edition": EditionStatement()}, "its edition"),
        ({"rights": Rights(licence="", holder="Zoe")}, "its licence"),
        ({"credits": ()}, "credits"),
        ({"imprint": replace(COMPLETE["imprint"], contact="")}, "a contact"),
        (
            {"imprint": replace(COMPLETE["imprint"], responsible=None)},
            "the person responsible for the product",
        ),
    ],
)
def test_each_gap_is_found(other: dict[str, Any], missing: str) -> None:
    assert gaps(**other) == [missing]


def test_a_reason_stands_for_what_there_is_not() -> None:
    omitted = dict.fromkeys(("contact", "responsible", "credits"), "It is given away")
    assert gaps(credits=(), imprint=Imprint(omitted=omitted)) == []
