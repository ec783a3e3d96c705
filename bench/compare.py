"""Compare octavo with itself and with other programs, side by side in one run.

    python -m bench.compare --chapters 10 --rounds 3
    python -m bench.compare --chapters 40 --cases one-document,word,pandoc-typst

The cases run as whole processes, one after the other, round by round (A B C, A B C),
so that a busy machine slows all of them.  What counts are ratios, not times; where
the rounds lie too far apart the table says that nothing can be concluded.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path

from bench.book import MOST
from bench.cases import CASES, ROOT, Case, missing, octavo, pandoc
from bench.edits import MOST_ROUNDS
from bench.figures import Measure, Ratio, Sample, middle, ratio
from bench.measure import RunError, run

_MEASURES: tuple[Measure, ...] = ("cpu", "wall", "peak")
_MB = 10**6
_VERSIONS = ("octavo", "weasyprint", "EbookLib", "pikepdf", "typst")


@dataclass(frozen=True, slots=True)
class Result:
    """What one case took in every round, and how many pages it made (0: no PDF)."""

    case: Case
    samples: tuple[Sample, ...]
    pages: int


def rounds(cases: Sequence[Case], work: Path, count: int) -> tuple[Result, ...]:
    """Run the cases round by round on a work.

    Raises:
        RunError: a program failed.
    """
    samples: dict[str, list[Sample]] = {case.name: [] for case in cases}
    if any(case.built for case in cases):
        run([octavo(work, "build")], ROOT)
    for turn in range(count):
        for case in cases:
            _tell(f"round {turn + 1} of {count}: {case.name}")
            case.prepare(work, turn)
            samples[case.name].append(run(case.commands(work), ROOT))
    _tell("")
    return tuple(Result(case, tuple(samples[case.name]), _pages(case, work)) for case in cases)


def _tell(words: str) -> None:
    """Show on a terminal how far the rounds are."""
    if sys.stderr.isatty():
        print(f"\r{words:<40}\r", end="", file=sys.stderr, flush=True)


def _pages(case: Case, work: Path) -> int:
    if not case.artefact.endswith(".pdf"):
        return 0
    counting = (sys.executable, "-m", "bench.pages", str(work / case.artefact))
    return int(subprocess.run(counting, cwd=ROOT, check=True, capture_output=True).stdout)


# -- what is shown -------------------------------------------------------------


def machine() -> dict[str, str]:
    """Say what the cases run on, without anybody's names or paths."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    found = {
        "system": platform.system(),
        "processor": platform.machine(),
        "cores": str(os.cpu_count()),
        "memory": f"{memory / 2**30:.0f} GiB",
        "load": f"{os.getloadavg()[0]:.1f} at the start",
        "Python": platform.python_version(),
    }
    for name in _VERSIONS:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = "not installed"
    try:
        said = subprocess.run((pandoc(), "--version"), check=True, capture_output=True, text=True)
        found["pandoc"] = said.stdout.split()[1]
    except OSError:
        found["pandoc"] = "not installed"
    return found


def table(results: Sequence[Result], against: Result) -> str:
    """Return the results as a Markdown table: medians, and ratios to one of the cases."""
    heads = ("case", "CPU s", "wall s", "peak MB", "pages", "CPU ×", "wall ×", "peak ×", "doubt")
    rows = [_row(result, against) for result in results]
    widths = [max(len(row[place]) for row in (heads, *rows)) for place in range(len(heads))]
    rules = [
        ("-" * (width - bool(place))) + ":" * bool(place) for place, width in enumerate(widths)
    ]
    rules[-1] = "-" * widths[-1]
    return "\n".join(
        "| " + " | ".join(_aligned(row, widths)) + " |" for row in (heads, rules, *rows)
    )


def _aligned(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    last = len(row) - 1
    return [
        cell.ljust(width) if place in {0, last} else cell.rjust(width)
        for place, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]


def _row(result: Result, against: Result) -> tuple[str, ...]:
    found = {name: ratio(result.samples, against.samples, name) for name in _MEASURES}
    doubts = [] if result is against else [f"{n}: {r.doubt}" for n, r in found.items() if r.doubt]
    return (
        result.case.title,
        f"{middle(result.samples, 'cpu'):.2f}",
        f"{middle(result.samples, 'wall'):.2f}",
        f"{middle(result.samples, 'peak') / _MB:.0f}",
        str(result.pages or "–"),
        *(_said(each) for each in found.values()),
        "; ".join(doubts),
    )


_SMALL = 0.1
"""A ratio below it is printed to three places."""


def _said(found: Ratio) -> str:
    """Return a ratio with its range: 0.021 (0.020–0.023)."""
    places = 3 if found.value < _SMALL else 2
    value, least, greatest = (
        f"{number:.{places}f}" for number in (found.value, found.least, found.greatest)
    )
    return value if least == greatest else f"{value} ({least}–{greatest})"


def as_json(results: Sequence[Result], against: Result) -> list[Mapping[str, object]]:
    """Return the results as plain values, every run of them."""
    return [
        {
            "case": result.case.name,
            "pages": result.pages,
            "runs": [asdict(sample) for sample in result.samples],
            "medians": {name: middle(result.samples, name) for name in _MEASURES},
            "against": against.case.name,
            "ratios": {
                name: asdict(found) | {"doubt": found.doubt}
                for name in _MEASURES
                for found in [ratio(result.samples, against.samples, name)]
            },
        }
        for result in results
    ]


# -- the program ---------------------------------------------------------------


def arguments(words: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    names = [case.name for case in CASES]
    parser = argparse.ArgumentParser(
        prog="python -m bench.compare",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--chapters", type=int, nargs="+", default=[10], metavar="N", choices=range(2, MOST + 1)
    )
    parser.add_argument(
        "--rounds", type=int, default=3, metavar="N", choices=range(1, MOST_ROUNDS + 1)
    )
    parser.add_argument(
        "--cases", default=",".join(names), help=f"names with commas: {', '.join(names)}"
    )
    parser.add_argument(
        "--against", default="one-document", help="the case that others are held to"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every run there")
    given = parser.parse_args(words)
    given.cases = given.cases.split(",")
    if unknown := {*given.cases, given.against} - {*names}:
        parser.error(f"no case {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    return given


def chosen(names: Sequence[str]) -> tuple[list[Case], list[str]]:
    """Return the cases of these names that can run, and what the others lack."""
    wanted = [case for case in CASES if case.name in names]
    lacking = [lack for case in wanted if (lack := missing(case))]
    return [case for case in wanted if not missing(case)], lacking


def main() -> int:
    """Make the books, run the cases, print a table for each book."""
    given = arguments()
    cases, lacking = chosen(given.cases)
    facts = machine()
    print(", ".join(f"{name} {value}" for name, value in facts.items()))
    print(*lacking, sep="\n", end="\n" * bool(lacking))
    written: dict[str, object] = {"machine": facts, "missing": lacking}
    for count in given.chapters:
        with tempfile.TemporaryDirectory(prefix="octavo-bench-") as folder:
            work = Path(folder, "work")
            making = (sys.executable, "-m", "bench.book", str(work), "--chapters", str(count))
            try:
                run([making], ROOT)
                results = rounds(cases, work, given.rounds)
            except RunError as fault:
                print(f"\n{fault}", file=sys.stderr)
                return 1
        against = next((r for r in results if r.case.name == given.against), results[0])
        print(f"\n{count} chapters, {given.rounds} rounds; × is against {against.case.title}\n")
        print(table(results, against), flush=True)
        written[str(count)] = as_json(results, against)
    if given.json:
        given.json.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
