"""Fingerprints: the same for equal values, whoever made them, and for no others."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from octavo.errors import Location
from octavo.fingerprint import fingerprint
from octavo.model import Records
from tests import build


def test_identity_does_not_count() -> None:
    words = build.text("a word")
    assert fingerprint((words, words)) == fingerprint((words, build.text("a word")))


def test_places_do_not_count() -> None:
    here = build.para("A word", build.term("barrier"))
    moved = replace(here, location=Location("chapters/09.md", 41, 17))
    assert fingerprint(here) == fingerprint(moved)


@pytest.mark.parametrize(
    "other",
    [
        build.para("A word."),
        build.para("A ", "word"),
        build.para(build.term("word")),
        Records(facts=(build.fact("word", 3),)),
        Fraction(1, 3),
        None,
    ],
)
def test_content_counts(other: object) -> None:
    assert fingerprint(build.para("A word")) != fingerprint(other)


def test_it_is_the_same_in_every_process() -> None:
    program = "from tests import build; from octavo.fingerprint import fingerprint as f; "
    program += "print(f((build.chapter('one', build.para('A word')), {'b': 1, 'a': 2})))"
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=Path(__file__).parents[1],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1
