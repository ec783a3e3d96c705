"""veraPDF on every tagged PDF of the book."""

from __future__ import annotations

import pytest

from tests import judges
from tests.book.conftest import UNTAGGED, Built

pytestmark = [pytest.mark.slow, pytest.mark.judge, pytest.mark.long]


def test_verapdf_finds_pdf_ua_and_pdf_a(built: Built) -> None:
    files = sorted(path for path in built.root.glob("build/**/*.pdf") if path.name not in UNTAGGED)
    assert len(files) > 40
    assert judges.verapdf_as_claimed(files) == []
