"""The store: what cannot vouch for itself is no entry, and nothing in it can run code."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from octavo.engine import seal, values
from octavo.engine import store as stores
from octavo.engine.store import Store
from octavo.errors import Location
from octavo.fingerprint import fingerprint
from tests import build

KEY, OTHER = "ab" * 16, "cd" * 16
VALUE = (build.para("A word", build.term("mill")), Location("a.md", 3, 4), Fraction(1, 3), b"x")


def put(store: Store, key: str, value: object) -> None:
    store.put(key, values.dumps(value), fingerprint(value))


def entries(root: Path) -> list[str]:
    return sorted(path.name for path in root.rglob("*") if path.is_file())


def file_of(root: Path, key: str = KEY) -> Path:
    return root / ".octavo" / "store" / key[:2] / key


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a store with one entry."""
    store = Store(tmp_path)
    put(store, KEY, VALUE)
    return store


def test_what_was_put_is_found(store: Store) -> None:
    assert store.get(KEY) == stores.Stored(VALUE, fingerprint(VALUE))
    assert store.get(OTHER) is None


@pytest.mark.usefixtures("store")
def test_nothing_but_the_entry_is_left(tmp_path: Path) -> None:
    assert entries(tmp_path) == [KEY]


def flipped(data: bytes) -> bytes:
    return data[:-3] + bytes([data[-3] ^ 1]) + data[-2:]


def foreign(data: bytes) -> bytes:
    return data.replace(KEY.encode(), OTHER.encode())


@pytest.mark.parametrize(
    "harm",
    [
        flipped,
        foreign,
        lambda data: data[:-1],
        lambda data: data[:20],
        lambda _: b"",
        lambda _: b"\x80\x05" * 99,
        lambda data: data.replace(b"store 1", b"store 0"),
        lambda data: data.replace(fingerprint(VALUE).encode(), b"0" * 32),
    ],
    ids=["flipped", "foreign", "cut", "cut-short", "empty", "other", "older", "other-content"],
)
def test_a_damaged_entry_is_removed(
    store: Store, tmp_path: Path, harm: Callable[[bytes], bytes]
) -> None:
    path = file_of(tmp_path)
    path.write_bytes(harm(path.read_bytes()))
    assert store.get(KEY) is None
    assert entries(tmp_path) == []


def test_an_entry_under_the_name_of_another_is_removed(store: Store, tmp_path: Path) -> None:
    path = file_of(tmp_path, OTHER)
    path.parent.mkdir()
    path.write_bytes(file_of(tmp_path).read_bytes())
    assert store.get(OTHER) is None
    assert entries(tmp_path) == [KEY]


def test_an_entry_of_somebody_else_is_removed(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may hold compiled templates: code."""
    assert store.get(KEY)
    with monkeypatch.context() as patched:
        patched.setenv("OCTAVO_CACHE", str(tmp_path / "another"))
        assert Store(tmp_path, frozen=True).get(KEY) is None
        assert not (tmp_path / "another").exists()
        assert Store(tmp_path).get(KEY) is None
    assert entries(tmp_path) == ["seal"]


def test_a_seal_is_kept_to_oneself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OCTAVO_CACHE", str(tmp_path))
    assert seal.secret() == seal.secret()
    assert seal.path().stat().st_mode & 0o777 == 0o600
    seal.path().write_bytes(b"cut")
    assert len(seal.secret()) == 32
    assert entries(tmp_path) == ["seal"]


@pytest.mark.parametrize("place", ["seal", ""], ids=["folder-in-its-place", "file-above-it"])
def test_without_a_seal_everything_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    cache = tmp_path / "cache"
    if place:
        (cache / place).mkdir(parents=True)
    else:
        cache.write_text("mine")
    monkeypatch.setenv("OCTAVO_CACHE", str(cache))
    put(Store(tmp_path), KEY, VALUE)
    assert Store(tmp_path).get(KEY) is None


class Hostile:
    """Names a callable that runs code when the pickle is read."""

    def __init__(self, call: Callable[..., Any], *arguments: object) -> None:
        self._reduced = call, arguments

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[object, ...]]:
        return self._reduced


@pytest.mark.parametrize(
    "value",
    [
        Hostile(os.system, "touch harmed"),
        Hostile(eval, "open('harmed', 'w')"),
        Hostile(os.mkdir, "harmed"),
        (Fraction(1, 2), [Hostile(getattr, "x", "upper")]),
        Path("harmed"),
        object(),
    ],
    ids=["system", "eval", "mkdir", "getattr", "path", "object"],
)
def test_an_entry_runs_no_code(store: Store, tmp_path: Path, value: object) -> None:
    store.put(OTHER, pickle.dumps(value), "0" * 32)
    assert store.get(OTHER) is None
    assert entries(tmp_path) == [KEY]
    assert not Path("harmed").exists()


@pytest.mark.parametrize(
    "name",
    [
        ("octavo.__main__", "main"),
        ("octavo.cli", "main"),
        ("octavo.engine.store", "Store"),
        ("octavo.errors", "Findings"),
        ("octavo.errors", "did_you_mean"),
        ("octavo.errors", "dataclass"),
        ("octavo.sources", "Path"),
        ("octavo.nowhere", "Text"),
        ("octavo.model", "Text.__init__"),
        ("octavox", "Text"),
        ("builtins", "eval"),
    ],
    ids=".".join,
)
def test_only_values_have_names(name: tuple[str, str]) -> None:
    module, attribute = name
    data = b"\x80\x02c" + f"{module}\n{attribute}\n".encode() + b"."
    with pytest.raises((pickle.UnpicklingError, ImportError)):
        values.loads(data)


def test_a_frozen_store_is_only_looked_into(store: Store, tmp_path: Path) -> None:
    path = file_of(tmp_path)
    os.utime(path, (1, 1))
    frozen = Store(tmp_path, frozen=True, bound=0)
    assert frozen.get(KEY) == store.get(KEY)
    path.write_bytes(b"harmed")
    os.utime(path, (1, 1))
    assert frozen.get(KEY) is None
    put(frozen, OTHER, VALUE)
    frozen.trim()
    assert entries(tmp_path) == [KEY]
    assert path.stat().st_mtime == 1


def test_begun_anew_it_finds_what_was_put_since(store: Store, tmp_path: Path) -> None:
    anew = Store(tmp_path, anew=True)
    assert store.get(KEY)
    assert anew.get(KEY) is None
    put(anew, KEY, VALUE)
    assert anew.get(KEY)


def test_a_store_that_cannot_be_written_is_none(tmp_path: Path) -> None:
    (tmp_path / ".octavo").write_text("mine")
    store = Store(tmp_path)
    put(store, KEY, VALUE)
    assert store.get(KEY) is None


# -- bounds ----------------------------------------------------------------------


def test_what_was_longest_not_used_goes_first(tmp_path: Path) -> None:
    keys = [f"{number:02d}" * 16 for number in range(4)]
    for number, key in enumerate(keys):
        put(Store(tmp_path), key, b"x" * 1000)
        os.utime(file_of(tmp_path, key), (number, number))
    store = Store(tmp_path, bound=2500)
    assert store.get(keys[0])  # its last use is now
    store.trim()
    assert entries(tmp_path) == [keys[0], keys[3]]


@pytest.mark.usefixtures("store")
def test_what_this_build_used_stays_whatever_its_size(tmp_path: Path) -> None:
    put(Store(tmp_path), OTHER, b"y" * 1000)
    small = Store(tmp_path, bound=1)
    assert small.get(OTHER)
    small.trim()
    assert entries(tmp_path) == [OTHER]


@pytest.mark.usefixtures("store")
def test_a_store_within_bounds_keeps_all(tmp_path: Path) -> None:
    Store(tmp_path).trim()
    assert entries(tmp_path) == [KEY]


def test_clearing_follows_no_link(store: Store, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "words.md").write_text("Words.")
    (tmp_path / ".octavo/store/zz").symlink_to(mine, target_is_directory=True)
    assert store.clear() > 0
    assert entries(tmp_path) == ["words.md"]


def test_clearing_of_nothing(tmp_path: Path) -> None:
    assert Store(tmp_path).clear() == 0
    assert list(tmp_path.iterdir()) == []
