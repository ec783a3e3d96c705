"""The book that the judges are asked about is the one that the tests of the book are about."""

from __future__ import annotations

from tests.book.conftest import built

__all__ = ["built"]
