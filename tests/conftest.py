"""What every test starts from: an empty folder, and nothing of this machine's."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from octavo.engine import recipes, server
from tests import example as example_book
from tests.commandline import FAKES, octavo
from tests.shared import once

STOCK = Path(__file__).parent / "broken" / "stock"
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


@pytest.fixture
def _fake_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let recipes render nothing, in this process."""
    _fake(monkeypatch)


@pytest.fixture
def work(tmp_path: Path, _fake_steps: None) -> Path:
    """Return the current folder with a small sound work in it, never built."""
    _copy(STOCK, tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    _copy(STOCK, folder)
    with pytest.MonkeyPatch.context() as patched:
        _fake(patched)
        assert octavo("-C", str(folder), "build", "--quiet") == (0, "")
    return folder


@pytest.fixture
def built(_built: Path, tmp_path: Path, _fake_steps: None) -> Path:
    """Return the current folder with the same work in it, built by fake steps."""
    _copy(_built, tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the example book, all formats of it built; it is to be read alone."""
    return once(tmp_path_factory, "example", example_book.build)


def _fake(patched: pytest.MonkeyPatch) -> None:
    patched.setattr(recipes, "RECIPES", FAKES)
    patched.setattr(server, "cores", lambda: 1)


def _copy(source: Path, folder: Path) -> None:
    shutil.copytree(
        source, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt")
    )
