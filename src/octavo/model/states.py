"""How a frozen value crosses to another process or a store: as its fields, one after the other.

`dataclasses` would look up the fields of every single value, which takes most of the time in which
a book is read back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any


def quicken(values: Iterable[object]) -> None:
    """Let every dataclass among some values know its fields once and for all."""
    for value in values:
        if isinstance(value, type) and is_dataclass(value):
            get, put = _state(value)
            value.__getstate__ = get  # type: ignore[assignment,method-assign]
            value.__setstate__ = put  # type: ignore[attr-defined]


def _state(
    kind: type[Any],
) -> tuple[Callable[[Any], tuple[Any, ...]], Callable[[Any, tuple[Any, ...]], None]]:
    names = [each.name for each in fields(kind)]
    first, *others = names
    take = attrgetter(*names)
    puts = tuple(getattr(kind, name).__set__ for name in names)

    def get(value: Any) -> tuple[Any, ...]:  # noqa: ANN401
        return take(value) if others else (getattr(value, first),)

    def put(value: Any, state: tuple[Any, ...]) -> None:  # noqa: ANN401
        for set_field, taken in zip(puts, state, strict=True):
            set_field(value, taken)

    return get, put
