from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from octavo import model

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
