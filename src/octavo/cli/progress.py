"""Progress: one line on a terminal that says what is being made and how far it is."""

from __future__ import annotations

import logging
from types import TracebackType
from typing import Self

import click

_LOGGER = logging.getLogger("octavo.progress")
"""Where renderers that run in this process tell how far they are, in short phrases."""


class Progress(logging.Handler):
    """Shows the targets that are being made; writes nothing unless ``shown``.

    The line stands on standard error and is overwritten in place, so that what
    is printed for good never mixes with it.
    """

    def __init__(self, *, shown: bool) -> None:
        super().__init__(logging.INFO)
        self._shown = shown
        self._running: list[str] = []

    def __enter__(self) -> Self:
        """Begin to listen."""
        if self._shown:
            _LOGGER.addHandler(self)
            _LOGGER.setLevel(logging.INFO)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the line away."""
        self.clear()
        _LOGGER.removeHandler(self)

    def started(self, target: str) -> None:
        """Show a target that is now being made."""
        self._running.append(target)
        self._show()

    def finished(self, target: str) -> None:
        """Show it no longer."""
        if target in self._running:
            self._running.remove(target)
        self._show()

    def emit(self, record: logging.LogRecord) -> None:
        """Show how far the renderer is."""
        self._show(record.getMessage())

    def clear(self) -> None:
        """Empty the line, for something to be printed in its place."""
        if self._shown:
            click.echo("\r\033[K", nl=False, err=True)

    def _show(self, phrase: str = "") -> None:
        if self._shown and self._running:
            names = ", ".join(f"build/{name}" for name in self._running)
            tail = f": {phrase}" if phrase else ""
            click.echo(f"\r\033[Kmaking {names}{tail} …", nl=False, err=True)
