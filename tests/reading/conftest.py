"""A browser for all tests of a worker, which may start one only; and the book that is read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.book.conftest import built
from tests.reading.foliate import chromium

__all__ = ["browser", "built"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Chromium."""
    with chromium() as started:
        yield started
