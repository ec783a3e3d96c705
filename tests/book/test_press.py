"""The file for a printer: on the pages of the class's edition, in black alone."""

from __future__ import annotations

import pytest

from octavo.pagination import from_json
from tests.book.conftest import Built

pytestmark = pytest.mark.slow


def test_every_anchor_has_the_folio_of_the_students_edition(built: Built) -> None:
    student, press = (
        from_json((built.root / "build" / f"{name}.pagemap.json").read_text(encoding="utf-8"))
        for name in ("student", "press")
    )
    assert len(student.anchors) > 2000
    assert press == student
