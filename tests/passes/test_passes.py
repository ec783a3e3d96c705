from __future__ import annotations

from pathlib import Path

import octavo.passes
from octavo.model import CrossReference
from octavo.passes import PASSES
from tests.build import at, chapter, faults, para, question, stated, term, work

HELPERS = {"citing", "figures", "labels", "sorting", "texts", "uses"}


def test_every_pass_has_a_row_and_every_row_a_file() -> None:
    files = {path.stem for path in Path(octavo.passes.__file__).parent.glob("*.py")}

    assert {name for name, _ in PASSES} == files - HELPERS - {"__init__"}


def test_cross_references_come_last_but_for_what_repeats_them() -> None:
    assert [name for name, _ in PASSES[-2:]] == ["crossrefs", "organisers"]


def test_one_run_shows_the_faults_of_all_passes() -> None:
    lost = CrossReference(target="lost", location=at(2))
    made = chapter("one", para(term("t"), stated("f"), lost), question("q", kind="retrieval"))

    codes = [fault.partition("[")[2].partition("]")[0] for fault in faults(work(made))]

    assert codes == [
        "OCT-target-unknown", "OCT-term-unknown", "OCT-fact-unknown", "OCT-question-answer",
    ]  # fmt: skip
