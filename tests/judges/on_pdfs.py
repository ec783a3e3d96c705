"""What is said of PDFs, by veraPDF and page-validation, qpdf, and Ghostscript."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.judges import missing
from tests.judges.java import OPTIONS


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
    """What a judge found when it held one file against one profile."""

    path: Path
    profile: str
    compliant: bool
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class Inks:
    """How much of a page each ink covers, from 0 to 1."""

    cyan: float
    magenta: float
    yellow: float
    black: float


CLAIMED = frozenset({"PDF/A-2A validation profile", "PDF/UA-1 validation profile"})
"""What the tagged PDFs of octavo claim to be."""

_AS_CLAIMED = "0"


def verapdf(paths: Iterable[Path], flavour: str = "ua1") -> list[Verdict]:
    """Return veraPDF's verdict on each file, in one run; `flavour` is ``ua1``, ``2a`` and so on."""
    return [verdict for (verdict,) in _verapdf(paths, flavour)]


def verapdf_as_claimed(paths: Iterable[Path]) -> list[str]:
    """Return what speaks against the files being all that `CLAIMED` says, as "file: what".

    veraPDF reads each file once and holds it against every profile that its metadata claim.
    """
    said: list[str] = []
    for verdicts in _verapdf(paths, _AS_CLAIMED):
        name = verdicts[0].path.name
        if {verdict.profile for verdict in verdicts} != CLAIMED:
            said.append(f"{name}: claims {sorted(verdict.profile for verdict in verdicts)}")
        said += (
            f"{name}: {verdict.profile}: {failure}"
            for verdict in verdicts
            for failure in verdict.failures or ([] if verdict.compliant else ["not compliant"])
        )
    return said


def _verapdf(paths: Iterable[Path], flavour: str) -> list[list[Verdict]]:
    files = [missing.existing(path) for path in paths]
    jar = missing.fetched("verapdf.jar")
    main = "org.verapdf.apps.GreenfieldCliWrapper"
    options = ["--flavour", flavour, "--format", "json", "--maxfailuresdisplayed", "1"]
    names = [os.path.abspath(path) for path in files]  # noqa: PTH100, veraPDF follows no links
    java = missing.program("java", "java")
    done = missing.run(java, *OPTIONS, "-cp", str(jar), main, *options, *names)
    jobs = {job["itemDetails"]["name"]: job for job in missing.report(done)["report"]["jobs"]}
    return [_verdicts(path, jobs[name]) for path, name in zip(files, names, strict=True)]


def _verdicts(path: Path, job: dict[str, Any]) -> list[Verdict]:
    if "taskException" in job:
        reason = job["taskException"]["exceptionMessage"]
        unreadable = Failure("", 0, 1, "veraPDF could not read the file", "", reason)
        return [Verdict(path, "", compliant=False, failures=(unreadable,))]
    return [
        Verdict(
            path=path,
            profile=result["profileName"],
            compliant=result["compliant"],
            failures=tuple(_failure(rule) for rule in result["details"]["ruleSummaries"]),
        )
        for result in job["validationResult"]
    ]


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


def page_validation(paths: Iterable[Path], profile: str = "ua1") -> list[str]:
    """Return what page-validation finds, as "file: rule: what", file by file; nothing is good."""
    missing.module("page")
    import page  # noqa: PLC0415, said above if it is not there

    said: list[str] = []
    for path in paths:
        report = page.validate_pdf(missing.existing(path), profile=profile)
        said += (f"{path.name}: {each.rule_id}: {each.message}" for each in report.failures)
        if not report.is_compliant and not report.failures:
            said.append(f"{path.name}: not {profile}")
    return said


def qpdf_check(path: Path) -> list[str]:
    """Return what qpdf finds wrong with the file's syntax, line by line; nothing is good."""
    done = missing.run(missing.program("qpdf", "qpdf"), "--check", str(missing.existing(path)))
    if done.returncode == 0:
        return []
    return done.stderr.splitlines() or done.stdout.splitlines() or [f"status {done.returncode}"]


def inkcov(path: Path) -> list[Inks]:
    """Return how much of each page the four inks cover, as Ghostscript prints it."""
    gs = missing.program("gs", "ghostscript")
    file = str(missing.existing(path))
    done = missing.run(gs, "-q", "-dSAFER", "-sDEVICE=inkcov", "-o", "-", file)
    if done.returncode:
        raise RuntimeError(f"Ghostscript could not read {path}: {done.stdout}{done.stderr}")
    lines = (line.split() for line in done.stdout.splitlines())
    return [Inks(*map(float, line[:4])) for line in lines if line[-2:] == ["CMYK", "OK"]]
