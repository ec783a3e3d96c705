"""Words are parted by patterns that are parsed once and kept."""

from __future__ import annotations

from pathlib import Path

import pyphen
import pytest

from octavo.pdf import hyphenation

WORDS = ("uncharacteristically", "hyphenation", "Donaudampfschifffahrt", "Rechtschreibung")


@pytest.fixture(autouse=True)
def _nothing_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OCTAVO_CACHE", str(tmp_path))
    monkeypatch.setattr(pyphen, "hdcache", {})


def _parted(lang: str) -> list[str]:
    return [pyphen.Pyphen(lang=lang).inserted(word) for word in WORDS]


@pytest.mark.parametrize("lang", ["en_GB", "de", "hu"])
def test_kept_patterns_part_as_parsed_ones_do(
    lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parted = _parted(lang)
    monkeypatch.setattr(pyphen, "hdcache", {})
    hyphenation.load(lang)  # parses and keeps
    monkeypatch.setattr(pyphen, "hdcache", {})
    hyphenation.load(lang)
    assert len(pyphen.hdcache) == 1
    assert _parted(lang) == parted
    kept = list((tmp_path / "hyphenation").glob("hyph_*"))
    assert len(kept) == (lang != "hu")  # whose patterns change spellings, too


def test_kept_patterns_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    hyphenation.load("en")
    monkeypatch.setattr(pyphen, "hdcache", {})
    monkeypatch.setattr(pyphen, "HyphDict", type("HyphDict", (), {}))  # could parse nothing
    hyphenation.load("en")
    assert len(pyphen.hdcache) == 1


def test_a_damaged_file_is_parsed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parted = _parted("en")
    monkeypatch.setattr(pyphen, "hdcache", {})
    hyphenation.load("en")
    (kept,) = (tmp_path / "hyphenation").iterdir()
    kept.write_bytes(b"x")
    monkeypatch.setattr(pyphen, "hdcache", {})
    hyphenation.load("en")
    assert _parted("en") == parted


def test_a_language_without_patterns_is_left_alone() -> None:
    hyphenation.load("xx")
    assert pyphen.hdcache == {}
