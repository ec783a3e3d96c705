from __future__ import annotations

import ast
import pickle
from collections.abc import Iterator
from pathlib import Path

from octavo import model
from octavo.errors import Location
from octavo.fingerprint import fingerprint
from octavo.model import Text
from tests.books import whole_book

ROOM = Path(model.__file__).parent


def names(path: Path) -> Iterator[str]:
    """Yield what a module defines: classes, types and constants."""
    for statement in ast.parse(path.read_text(encoding="utf-8")).body:
        match statement:
            case ast.ClassDef(name=name):
                yield name
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                yield name


def test_the_door_shows_every_name_of_the_room_sorted() -> None:
    defined = [name for path in ROOM.glob("[!_]*.py") for name in names(path)]
    assert len(defined) > 70
    assert model.__all__ == sorted(defined, key=lambda name: (not name.isupper(), name))
    assert all(hasattr(model, name) for name in defined)


def test_a_book_crosses_to_another_process_whole() -> None:
    book = whole_book()
    back = pickle.loads(pickle.dumps(book))  # noqa: S301  (our own)
    assert back == book
    assert fingerprint(back) == fingerprint(book)


def test_a_value_keeps_its_place_and_does_not_show_it() -> None:
    here, there = (Text(text="a", location=Location("x.md", line)) for line in (1, 2))
    assert here != there
    assert repr(here) == repr(there)
    assert pickle.loads(pickle.dumps(here)).location == Location("x.md", 1)  # noqa: S301
