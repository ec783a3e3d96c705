"""What WeasyPrint logs while it works, as values: nothing that it notices is lost in a log."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class _Keeper(logging.Handler):
    def __init__(self, kept: list[logging.LogRecord]) -> None:
        super().__init__(logging.WARNING)
        self._kept = kept

    def emit(self, record: logging.LogRecord) -> None:
        self._kept.append(record)


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
