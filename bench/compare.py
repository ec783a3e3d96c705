"""Compare octavo with itself and with other programs, side by side in one run.

    python -m bench.compare
    python -m bench.compare --chapters 4 --rounds 3 --scale
    python -m bench.compare --chapters 10 --cases one-document,word,pandoc-typst

The cases run as whole processes, one after the other, round by round (A B C, A B C),
so that a busy machine slows all of them.  What counts are ratios, not times; where
the rounds lie too far apart the table says that nothing can be concluded.  Behind the
tables stand the claims; one that does not hold makes the exit status 1.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.book import MOST
from bench.cases import CASES, ROOT, Case, missing, octavo
from bench.claims import verdicts
from bench.edits import MOST_ROUNDS
from bench.figures import FEWEST_ROUNDS, Sample, typical
from bench.machine import machine
from bench.measure import RunError, run
from bench.report import report
from bench.results import Book, Result, Results, as_json

CHAPTERS, ROUNDS, SCALE = 40, 5, (10, 80)
"""The book that all cases are run on, how often, and the books that show how cost grows."""

SCALED = "cold-j2"
"""The only case for those: what a page costs, they show; a long one would take an hour."""


@dataclass(slots=True)
class Run:
    """A book on the bench: its work, what is run on it and how often, and what came of it."""

    chapters: int
    work: Path
    cases: Sequence[Case]
    rounds: int
    samples: dict[str, list[Sample]] = field(default_factory=dict)
    pages: dict[str, int] = field(default_factory=dict)

    def prepare(self) -> None:
        """Make the book; build it if a case needs that and none before it does it."""
        making = (sys.executable, "-m", "bench.book", str(self.work))
        run([(*making, "--chapters", str(self.chapters))], ROOT)
        first = next((case for case in self.cases if case.built or case.builds), None)
        if first and first.built:
            run([octavo(self.work, "build")], ROOT)

    def round(self, turn: int) -> Iterator[str]:
        """Run every case once; yield the name of each before it runs."""
        for case in self.cases:
            yield case.name
            case.prepare(self.work, turn)
            commands = case.commands(self.work, turn)
            samples = [run(commands, ROOT, inside=case.inside) for _ in range(case.times)]
            self.samples.setdefault(case.name, []).append(typical(samples))
            if case.name not in self.pages:
                self.pages[case.name] = _pages(self.work / case.artefact)

    def book(self) -> Book:
        """Return the results so far."""
        results = (
            Result(case.name, case.title, tuple(self.samples[case.name]), self.pages[case.name])
            for case in self.cases
        )
        return Book(self.chapters, tuple(results))


def _pages(artefact: Path) -> int:
    if artefact.suffix != ".pdf":
        return 0
    counting = (sys.executable, "-m", "bench.pages", str(artefact))
    return int(subprocess.run(counting, cwd=ROOT, check=True, capture_output=True).stdout)


def rounds(runs: Sequence[Run]) -> Iterator[tuple[Book, ...]]:
    """Run the cases round by round, those of all books in each; yield the results so far.

    Raises:
        RunError: a program failed.
    """
    for each in runs:
        _tell(f"{each.chapters} chapters: making the book")
        each.prepare()
    most = max(each.rounds for each in runs)
    for turn in range(most):
        for each in runs:
            if turn < each.rounds:
                for name in each.round(turn):
                    _tell(f"round {turn + 1} of {most}, {each.chapters} chapters: {name}")
        _tell("")
        yield tuple(each.book() for each in runs)


def _tell(words: str) -> None:
    """Show on a terminal how far the rounds are."""
    if sys.stderr.isatty():
        print(f"\r{words:<60}\r", end="", file=sys.stderr, flush=True)


# -- the program ---------------------------------------------------------------


def arguments(words: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    names = [case.name for case in CASES]
    lengths = range(2, MOST + 1)
    parser = argparse.ArgumentParser(
        prog="python -m bench.compare",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--chapters", type=int, default=CHAPTERS, metavar="N", choices=lengths, help="of the book"
    )
    parser.add_argument(
        "--rounds", type=int, default=ROUNDS, metavar="N", choices=range(1, MOST_ROUNDS + 1)
    )
    parser.add_argument(
        "--cases", default=",".join(names), help=f"names with commas: {', '.join(names)}"
    )
    parser.add_argument(
        "--against", default="one-document", help="the case that others are held to"
    )
    parser.add_argument(
        "--scale",
        type=int,
        nargs="*",
        default=list(SCALE),
        metavar="N",
        choices=lengths,
        help=f"chapters of more books, for {SCALED} alone, in {FEWEST_ROUNDS} rounds at most",
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


def _runs(given: argparse.Namespace, cases: Sequence[Case], folder: Path) -> list[Run]:
    scaled, _ = chosen([SCALED])
    few = min(given.rounds, FEWEST_ROUNDS)
    return [
        Run(given.chapters, folder / "book", cases, given.rounds),
        *(Run(count, folder / f"book-{count}", scaled, few) for count in given.scale),
    ]


def main() -> int:
    """Make the books, run the cases, print the report; return 1 if a claim does not hold."""
    given = arguments()
    cases, lacking = chosen(given.cases)
    results = Results(machine(), given.against, tuple(lacking), ())
    with tempfile.TemporaryDirectory(prefix="octavo-bench-") as folder:
        try:
            for books in rounds(_runs(given, cases, Path(folder))):
                results = Results(results.machine, results.against, results.missing, books)
                if given.json:
                    _write(given.json, results)
        except RunError as fault:
            print(f"\n{fault}", file=sys.stderr)
            return 1
    print(report(results), end="", flush=True)
    return int(any(verdict.holds is False for verdict in verdicts(results)))


def _write(path: Path, results: Results) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(as_json(results), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
