"""The libraries below WeasyPrint: their versions, had from themselves without loading it.

They are asked once, which takes the loader of dynamic libraries some hundredths of a second; the
answer is kept in the log with the path, size and time of the library's file, and holds as long as
that file is the same.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NAMES = ("Pango", "HarfBuzz", "FreeType", "fontconfig")


@dataclass(frozen=True, slots=True)
class Library:
    """A library's version, and the file that said so: size in bytes, mtime in nanoseconds."""

    version: str
    path: str = ""
    size: int = -1
    mtime: int = 0


NONE = Library("none")


def now(known: Mapping[str, Library]) -> dict[str, Library]:
    """Return each library as it is now; those whose files did not change as they are known."""
    return {name: _now(name, known.get(name, NONE)) for name in NAMES}


def _now(name: str, known: Library) -> Library:
    return known if known.path and known == _dated(known.version, known.path) else _ask(name)


def _dated(version: str, path: str) -> Library:
    try:
        status = Path(path).stat()
    except OSError:
        return Library(version)
    return Library(version, path, status.st_size, status.st_mtime_ns)


def _ask(name: str) -> Library:
    import ctypes

    files, ask = QUESTIONS[name]
    for file in files:
        try:
            library = ctypes.CDLL(file)
        except OSError:
            continue
        function, version = ask(library)
        return _dated(version, _file(function))
    return NONE


def _file(function: Any) -> str:
    """Return the path of the library that a function stands in (dladdr(3))."""
    import ctypes

    class Place(ctypes.Structure):
        _fields_ = (
            ("file", ctypes.c_char_p),
            ("base", ctypes.c_void_p),
            ("name", ctypes.c_char_p),
            ("address", ctypes.c_void_p),
        )

    place = Place()
    try:
        dladdr = ctypes.CDLL(None).dladdr
    except AttributeError:  # in a library of its own, before glibc 2.34: asked again each time
        return ""
    dladdr(ctypes.cast(function, ctypes.c_void_p), ctypes.byref(place))
    return os.fsdecode(place.file or b"")


def _text(symbol: str) -> Callable[[Any], tuple[Any, str]]:
    """Return a question to a library that names its version in words."""

    def ask(library: Any) -> tuple[Any, str]:
        import ctypes

        function = library[symbol]
        function.restype = ctypes.c_char_p
        return function, function().decode()

    return ask


def _fontconfig(library: Any) -> tuple[Any, str]:
    number = library.FcGetVersion()
    return library.FcGetVersion, f"{number // 10_000}.{number // 100 % 100}.{number % 100}"


def _freetype(library: Any) -> tuple[Any, str]:
    import ctypes

    handle = ctypes.c_void_p()
    numbers = [ctypes.c_int() for _ in range(3)]
    library.FT_Init_FreeType(ctypes.byref(handle))
    library.FT_Library_Version(handle, *map(ctypes.byref, numbers))
    library.FT_Done_FreeType(handle)
    return library.FT_Library_Version, ".".join(str(number.value) for number in numbers)


QUESTIONS: Mapping[str, tuple[tuple[str, ...], Callable[[Any], tuple[Any, str]]]] = {
    "Pango": (("libpango-1.0.so.0", "libpango-1.0.dylib"), _text("pango_version_string")),
    "HarfBuzz": (("libharfbuzz.so.0", "libharfbuzz.0.dylib"), _text("hb_version_string")),
    "FreeType": (("libfreetype.so.6", "libfreetype.6.dylib"), _freetype),
    "fontconfig": (("libfontconfig.so.1", "libfontconfig.1.dylib"), _fontconfig),
}
"""For each library its file on Linux and on macOS, and how to ask it."""
