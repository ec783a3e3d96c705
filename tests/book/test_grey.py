"""The book in black and white: what its colours mean is still seen."""

from __future__ import annotations

import pytest

from octavo.pdf.copying import stack
from tests.book.conftest import Built

pytestmark = pytest.mark.slow


def test_no_page_loses_meaning_when_it_is_copied_grey(built: Built) -> None:
    assert stack(built.pdf, folded=False).losses == ()
