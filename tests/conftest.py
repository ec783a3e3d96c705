"""What every test starts from: an empty folder, and nothing of this machine's."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

_ENVIRONMENT = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}
_UNSET = ("LANGUAGE", "NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH")


@pytest.fixture(autouse=True)
def _same_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Pin time zone, locale and folder; empty the environment of what octavo listens to."""
    with monkeypatch.context() as pinned:
        for name, value in _ENVIRONMENT.items():
            pinned.setenv(name, value)
        for name in _UNSET:
            pinned.delenv(name, raising=False)
        pinned.chdir(tmp_path)
        time.tzset()
        yield
    time.tzset()
