"""The benchmark's book is one and the same everywhere, and sound; its figures are right."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from bench import book, edits
from bench.cases import CASES
from bench.claims import BUILDS, CLAIMS, verdicts
from bench.figures import Ratio, Sample, typical
from bench.measure import RunError, run
from bench.page import BEGIN, END, filled, read
from bench.results import Book, Result, Results, as_json, from_json
from bench.spent import spent

from tests.commandline import octavo

ROOT = Path(__file__).parents[1]
PROGRAM = (
    "import hashlib; from bench.book import files; "
    "print(hashlib.sha256(repr(sorted(files(2).items())).encode()).hexdigest())"
)


def test_the_book_hangs_on_its_length_alone() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "11", "TZ": "Asia/Kathmandu"},
        check=True,
        capture_output=True,
        text=True,
    )
    here = hashlib.sha256(repr(sorted(book.files(2).items())).encode()).hexdigest()
    assert done.stdout.strip() == here


def test_the_book_is_sound(tmp_path: Path) -> None:
    book.write(tmp_path, 2)
    status, said = octavo("-C", str(tmp_path), "check", "--strict")
    assert status == 0, said
    status, said = octavo("-C", str(tmp_path), "list")
    assert re.findall(r"student\.\w+", said) == ["student.pdf", "student.epub"]


def test_an_edit_leaves_a_book_that_never_was(tmp_path: Path) -> None:
    """A store that keeps what it made would find a text that it has seen."""
    book.write(tmp_path, 4)
    kinds = (
        edits.change_word,
        edits.change_word_before,
        edits.change_word_again,
        edits.move_pages,
        edits.change_definition,
        edits.change_style,
    )
    seen: set[str] = set()
    for turn in range(edits.MOST_ROUNDS):
        for kind in kinds:
            kind(tmp_path, turn)
            files = sorted(path for path in tmp_path.rglob("*") if path.is_file())
            state = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
            assert state not in seen, f"{kind.__name__} in round {turn}"
            seen.add(state)


# -- measuring -----------------------------------------------------------------

FORKSERVER = """
import multiprocessing, time
from concurrent.futures import ProcessPoolExecutor
def work(size):
    held = b"x" * size
    while time.process_time() < 0.3: pass
    return len(held)
if __name__ == "__main__":
    context = multiprocessing.get_context("forkserver")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        pool.submit(work, 10**8).result()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nobody adopts orphans")
def test_workers_of_a_fork_server_count(tmp_path: Path) -> None:
    """They are nobody's children once the program ends, which waits for none of them."""
    program = tmp_path / "program.py"
    program.write_text(FORKSERVER, encoding="utf-8")
    sample = run([(sys.executable, str(program))], tmp_path)
    assert sample.cpu >= 0.3
    assert sample.peak >= 10**8


def test_programs_of_a_case_add_up(tmp_path: Path) -> None:
    burn = "import time\nwhile time.process_time() < 0.1: pass"
    sample = run([(sys.executable, "-c", burn)] * 2, tmp_path)
    assert sample.cpu >= 0.2
    assert sample.wall >= 0.2


def test_a_program_that_measures_itself_is_believed(tmp_path: Path) -> None:
    says = "print('built'); print('{\"cpu\": 7, \"wall\": 8}')"
    sample = run([(sys.executable, "-c", says)], tmp_path, inside=True)
    assert (sample.cpu, sample.wall) == (7, 8)
    assert sample.peak > 10**6


def test_a_program_that_fails_says_why(tmp_path: Path) -> None:
    fails = "import sys; print('no ink'); sys.exit(3)"
    with pytest.raises(RunError, match=r": 3\nno ink"):
        run([(sys.executable, "-c", fails)], tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is no /proc")
def test_a_child_that_still_runs_has_spent_its_time() -> None:
    burn = "import time\nwhile time.process_time() < 0.3: pass\nprint(flush=True); input()"
    before = spent()
    with subprocess.Popen(
        [sys.executable, "-c", burn], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout
        child.stdout.readline()
        assert spent() - before >= 0.28  # the kernel counts in ticks of a hundredth
        child.communicate(b"\n")


# -- figures -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ratio", "doubt"),
    [
        (Ratio(0.5, 0.48, 0.52, 3), ""),
        (Ratio(0.5, 0.4, 0.6, 3), "spread too wide to conclude"),
        (Ratio(0.5, 0.5, 0.5, 1), "too few rounds to conclude"),
    ],
)
def test_a_ratio_says_when_it_allows_no_conclusion(ratio: Ratio, doubt: str) -> None:
    assert ratio.doubt == doubt


def test_of_quick_runs_the_middle_one_counts() -> None:
    runs = (Sample(1, 9, 4), Sample(5, 2, 4), Sample(2, 3, 5))
    assert typical(runs) == Sample(2, 3, 4)


def results(walls: Mapping[str, tuple[float, ...]], *more: Book) -> Results:
    """Return results of a book of 40 chapters whose cases took that long."""
    cases = (
        Result(name, name, tuple(Sample(wall, wall, 100) for wall in taken), 10)
        for name, taken in walls.items()
    )
    return Results({"cores": "2"}, "one-document", (), (Book(40, tuple(cases)), *more))


def said(found: Results) -> dict[str, str]:
    """Return the verdicts by the bound of the claim."""
    return {verdict.claim.said: verdict.words for verdict in verdicts(found)}


def test_a_claim_holds_up_to_its_bound() -> None:
    one = (100.0, 100.0, 100.0)
    assert said(results({"one-document": one, "word": (2.5, 2.4, 2.5)}))["1/40"] == "holds"
    assert said(results({"one-document": one, "word": (2.6, 2.7, 2.7)}))["1/40"] == "does not hold"


def test_a_claim_says_that_rounds_disagree() -> None:
    found = results({"one-document": (10.0, 10.0, 10.0), "cold-j2": (5.0, 5.2, 6.0)})
    assert said(found)["0.55"] == "holds in the median; rounds lie on both sides"


def test_a_claim_of_what_was_not_run_is_open() -> None:
    found = results({"one-document": (10.0,), "cold-j2": (5.0,)})
    assert said(found)["0.55"] == "holds; too few rounds to conclude"
    assert said(found)["1/25"] == "not measured"
    assert [verdict.holds for verdict in verdicts(found) if verdict.claim.said == "1/25"] == [None]


def test_the_largest_process_is_that_of_the_greediest_build() -> None:
    document = Result("one-document", "", (Sample(1, 1, 100),), 10)
    builds = tuple(Result(name, "", (Sample(1, 1, 50),), 10) for name in BUILDS[1:])
    greedy = Result(BUILDS[0], "", (Sample(1, 1, 61),), 10)
    found = Results({}, "one-document", (), (Book(40, (document, *builds, greedy)),))
    assert said(found)["0.6"] == "does not hold; too few rounds to conclude"


def test_a_page_of_the_longest_book_is_held_against_one_of_the_shortest() -> None:
    long = Book(80, (Result("cold-j2", "", (Sample(26, 1, 1), Sample(26, 1, 1)), 20),))
    short = Book(5, (Result("cold-j2", "", (Sample(1, 1, 1), Sample(1, 1, 1)), 1),))
    found = results({"cold-j2": (9.0, 9.0, 9.0)}, long, short)
    assert said(found)["1.1"] == "does not hold; too few rounds to conclude"
    assert said(results({"cold-j2": (9.0, 9.0, 9.0)}))["1.1"] == "not measured"


def test_claims_are_of_cases_that_there_are() -> None:
    names = {case.name for case in CASES}
    whole = dict.fromkeys(names, (1.0, 1.0, 1.0))
    scaled = Book(80, (Result("cold-j2", "", (Sample(1, 1, 1),) * 3, 10),))
    assert set(BUILDS) <= names
    assert len(said(results(whole, scaled))) == len(CLAIMS)
    assert "not measured" not in said(results(whole, scaled)).values()


# -- the page ------------------------------------------------------------------


def test_results_survive_json() -> None:
    found = results({"one-document": (10.0, 11.0), "word": (1.0, 1.0)})
    assert from_json(json.loads(json.dumps(as_json(found)))) == found


def test_results_go_into_the_page_where_they_belong() -> None:
    page = f"# Page\n\n{BEGIN}figures of last year\n{END}\nlast\n"
    filled_page = filled(page, results({"one-document": (10.0, 10.0, 10.0)}))
    assert filled_page.startswith(f"# Page\n\n{BEGIN}\ncores 2.\n")
    assert filled_page.endswith(f"\n{END}\nlast\n")
    assert "last year" not in filled_page
    assert "| one-document | 10.00 |  10.00 |" in filled_page
    with pytest.raises(ValueError, match="no place"):
        filled("# Page\n", results({"one-document": (1.0,)}))


def test_the_page_of_benchmarks_has_the_figures_that_were_measured() -> None:
    page = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    assert filled(page, read(ROOT / "docs" / "benchmarks.json")) == page
