"""Values as bytes, and bytes as values again, without running anything.

A pickle can name any callable, so that reading one from somebody else's folder could run their
code.  This reader knows octavo's own frozen values and a few of the standard library's, and
refuses every other name.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from importlib import import_module
from pathlib import PurePosixPath
from typing import Any

PROTOCOL = 5
"""Fixed, so that the bytes do not change with the version of Python."""

_STANDARD: Mapping[tuple[str, str], type[Any]] = {
    (kind.__module__, kind.__qualname__): kind for kind in (date, Decimal, Fraction, PurePosixPath)
}
_CLOSED = ("octavo.__main__", "octavo.cli", "octavo.engine")
"""Rooms whose modules do something when they are imported, or hold no values."""


def dumps(value: object) -> bytes:
    """Return a value as bytes."""
    return pickle.dumps(value, PROTOCOL)


def loads(data: bytes) -> Any:
    """Return the value that bytes stand for.

    Raises:
        pickle.UnpicklingError: they name what is no value of octavo's. Bytes that nobody vouches
            for may raise anything else.
    """
    return _Reader(io.BytesIO(data)).load()


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        known = _STANDARD.get((module, name))
        if known is not None:
            return known
        if module.startswith("octavo.") and not f"{module}.".startswith(
            tuple(f"{room}." for room in _CLOSED)
        ):
            found = vars(import_module(module)).get(name)
            if isinstance(found, type) and found.__module__ == module and _is_value(found):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no value of octavo's")


def _is_value(kind: type[Any]) -> bool:
    if is_dataclass(kind):
        return bool(vars(kind)["__dataclass_params__"].frozen)
    return issubclass(kind, tuple) and hasattr(kind, "_fields")
