"""The benchmark's book is one and the same everywhere, and sound; its arithmetic is right."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from bench import book
from bench.figures import Ratio

from octavo.engine.plan import draw_up

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
    plan = draw_up(tmp_path)
    assert plan.warnings == ()
    assert {order.target.path for order in plan.orders} == {"student.pdf", "student.epub"}


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
