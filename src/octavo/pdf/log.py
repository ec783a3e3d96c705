"""What WeasyPrint logs while it works: warnings as values, progress for who wants to show it.

Progress goes to the logger ``octavo.progress`` as short phrases ("page 12"); nobody need listen.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

PROGRESS = "octavo.progress"

_PAGE = re.compile(r"Page (\d+)")


class _Keeper(logging.Handler):
    def __init__(self, kept: list[logging.LogRecord]) -> None:
        super().__init__(logging.WARNING)
        self._kept = kept

    def emit(self, record: logging.LogRecord) -> None:
        self._kept.append(record)


class _Forwarder(logging.Handler):
    """Passes on how far the layout has come."""

    def emit(self, record: logging.LogRecord) -> None:
        if page := _PAGE.search(record.getMessage()):
            logging.getLogger(PROGRESS).info("page %s", page[1])


@contextmanager
def told() -> Iterator[None]:
    """Tell ``octavo.progress`` of every page that WeasyPrint lays out in the block."""
    logger = logging.getLogger("weasyprint.progress")
    level, forwarder = logger.level, _Forwarder()
    logger.addHandler(forwarder)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.setLevel(level)
        logger.removeHandler(forwarder)


@contextmanager
def kept() -> Iterator[list[logging.LogRecord]]:
    """Keep the warnings and errors that WeasyPrint logs in the block."""
    records: list[logging.LogRecord] = []
    logger = logging.getLogger("weasyprint")
    keeper = _Keeper(records)
    logger.addHandler(keeper)
    try:
        yield records
    finally:
        logger.removeHandler(keeper)
