"""The faces a theme lists: ``faces.toml`` in, :class:`Face` out.

A *source* is a package of fonts, with one file a style; a *face* is one static cut of it, named as
CSS Fonts Level 4 names a face: family, weight, style.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal, cast

from octavo.errors import Findings, Location, did_you_mean

Style = Literal["normal", "italic"]

STYLES: tuple[Style, ...] = ("normal", "italic")

#: OpenType 1.9, OS/2, usWeightClass.
WEIGHT_NAMES: Mapping[int, str] = {
    100: "Thin",
    200: "ExtraLight",
    300: "Light",
    400: "Regular",
    500: "Medium",
    600: "SemiBold",
    700: "Bold",
    800: "ExtraBold",
    900: "Black",
}

SOURCE_KEYS = ("package", "files", "licence", "credit", "styles-without")
FACE_KEYS = ("family", "source", "weight", "style", "axes")

_HEADER = re.compile(r"\s*(\[{1,2})\s*([\w.\-]+)\s*\]{1,2}\s*(?:#.*)?")
_KEY = re.compile(r"\s*([\w\-]+)\s*=")
_SYNTAX_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)")
_FAMILY = re.compile(r"[A-Za-z][A-Za-z0-9]*(?: [A-Za-z0-9]+)*")
_AXIS = re.compile(r"[A-Za-z][A-Za-z0-9 ]{3}")


@dataclass(frozen=True, slots=True, order=True)
class Face:
    """One static face, and what it is cut from.

    ``file`` is a path inside ``package``; ``axes`` pins every axis of that font, sorted by tag.
    Editions of the styles ``not_in`` are set without it.
    """

    family: str
    weight: int
    style: Style
    package: str
    file: str
    axes: tuple[tuple[str, float], ...]
    licence: str
    credit: str
    not_in: tuple[str, ...] = ()

    @property
    def style_name(self) -> str:
        """The style in words: ``Regular``, ``Italic``, ``SemiBold Italic``."""
        if self.style == "normal":
            return WEIGHT_NAMES[self.weight]
        return "Italic" if self.weight == 400 else f"{WEIGHT_NAMES[self.weight]} Italic"  # noqa: PLR2004 (Regular)

    @property
    def postscript_name(self) -> str:
        """The name in PDF and PostScript, without spaces: ``OctavoSerif-SemiBoldItalic``."""
        return f"{self.family}-{self.style_name}".replace(" ", "")


@dataclass(frozen=True, slots=True)
class _Source:
    package: str
    files: Mapping[str, str]
    licence: str
    credit: str
    not_in: tuple[str, ...]


def read_faces(text: str, path: str) -> tuple[Face, ...]:
    """Read the list of faces, in its order.

    ``path`` is what findings call the file.

    Raises:
        SourceError: the text is no TOML, or a key is unknown, missing or of the wrong kind.
    """
    findings = Findings()
    faces = _Reader(text, path, findings).faces()
    findings.raise_errors()
    return faces


def of_styles(faces: Iterable[Face], styles: Iterable[str]) -> tuple[Face, ...]:
    """Return the faces in which an edition of these styles is set."""
    names = {name.removesuffix(".css") for name in styles}
    return tuple(face for face in faces if names.isdisjoint(face.not_in))


class _Reader:
    """Checks one ``faces.toml`` at the door."""

    def __init__(self, text: str, path: str, findings: Findings) -> None:
        self._path = path
        self._findings = findings
        self._lines = _lines(text)
        try:
            self._data = tomllib.loads(text)
        except tomllib.TOMLDecodeError as fault:
            message = str(fault)
            at = _SYNTAX_PLACE.search(message)
            place = Location(path, int(at[1]), int(at[2])) if at else Location(path)
            findings.error(place, "face-syntax", _SYNTAX_PLACE.sub("", message), "expected: TOML")
            findings.raise_errors()

    def faces(self) -> tuple[Face, ...]:
        self._known(self._data, ("sources", "faces"), "")
        sources: dict[str, _Source | None] = {}
        for name, table in self._table(self._data, "sources", "").items():
            sources[name] = self._source(table, f"sources.{name}")
        listed = self._data.get("faces")
        if not isinstance(listed, list) or not listed:
            self._fault("faces", "face-value", "no faces", "expected: [[faces]], once or more")
            return ()
        found: dict[tuple[str, int, str], Face] = {}
        for number, table in enumerate(listed):
            where = f"faces.{number}"
            face = self._face(table, where, sources)
            if face is None:
                continue
            if found.setdefault((face.family, face.weight, face.style), face) is not face:
                what = f"{face.family} {face.style_name} is listed twice"
                self._fault(where, "face-twice", what)
        return tuple(found.values())

    def _source(self, table: object, where: str) -> _Source | None:
        if not isinstance(table, dict):
            self._fault(where, "face-value", "a source is a table")
            return None
        self._known(table, SOURCE_KEYS, where)
        package = self._text(table, "package", where)
        if package and not package.isidentifier():
            what = f"'{package}' is no package"
            self._fault(f"{where}.package", "face-value", what, "expected: a top-level package")
        files = self._table(table, "files", where)
        self._known(files, STYLES, f"{where}.files")
        for file in files.values():
            parts = PurePosixPath(file).parts if isinstance(file, str) else ("/",)
            if not parts or parts[0] == "/" or ".." in parts:
                what = f"{file!r} is no file of the package"
                self._fault(f"{where}.files", "face-value", what, "expected: a path inside it")
        return _Source(
            package,
            {style: str(file) for style, file in files.items()},
            self._text(table, "licence", where),
            self._text(table, "credit", where),
            self._names(table, "styles-without", where),
        )

    def _face(
        self, table: object, where: str, sources: Mapping[str, _Source | None]
    ) -> Face | None:
        if not isinstance(table, dict):
            self._fault(where, "face-value", "a face is a table")
            return None
        self._known(table, FACE_KEYS, where)
        family = self._text(table, "family", where)
        if family and not _FAMILY.fullmatch(family):
            what = f"'{family}' is no family name"
            self._fault(f"{where}.family", "face-value", what, "expected: ASCII words")
        weight = self._weight(table, where)
        style = self._style(table, where)
        axes = self._axes(table, where, weight)
        name = self._text(table, "source", where)
        if name and name not in sources:
            hint = did_you_mean(name, sources)
            self._fault(f"{where}.source", "face-source", f"unknown source '{name}'", hint)
        source = sources.get(name)
        if not (source and family and weight and style):
            return None
        if style not in source.files:
            self._fault(f"{where}.style", "face-source", f"source '{name}' has no file for {style}")
            return None
        return Face(
            family,
            weight,
            style,
            source.package,
            source.files[style],
            axes,
            source.licence,
            source.credit,
            source.not_in,
        )

    def _weight(self, table: Mapping[str, object], where: str) -> int:
        weight = table.get("weight")
        if isinstance(weight, int) and not isinstance(weight, bool) and weight in WEIGHT_NAMES:
            return weight
        hint = "expected: 100 to 900, in hundreds"
        self._fault(f"{where}.weight", "face-value", f"weight is {weight!r}", hint)
        return 0

    def _style(self, table: Mapping[str, object], where: str) -> Style | None:
        style = table.get("style")
        if style in STYLES:
            return style
        hint = f"expected: {' or '.join(STYLES)}"
        self._fault(f"{where}.style", "face-value", f"style is {style!r}", hint)
        return None

    def _axes(
        self, table: Mapping[str, object], where: str, weight: int
    ) -> tuple[tuple[str, float], ...]:
        axes: list[tuple[str, float]] = []
        for tag, value in sorted(self._table(table, "axes", where).items()):
            number = isinstance(value, int | float) and not isinstance(value, bool)
            if not number or not _AXIS.fullmatch(tag):
                what = f"axis '{tag}' is {value!r}"
                self._fault(f"{where}.axes", "face-value", what, "expected: a tag and a number")
            elif tag == "wght" and weight and value != weight:
                what = f"axis 'wght' is {value!r}, the face's weight {weight}"
                self._fault(f"{where}.axes", "face-value", what, "expected: the same")
            else:
                axes.append((tag, float(cast("float", value))))
        return tuple(axes)

    def _text(self, table: Mapping[str, object], key: str, where: str) -> str:
        text = table.get(key)
        if isinstance(text, str) and text.strip():
            return text
        what = f"'{key}' is {text!r}" if key in table else f"'{key}' is missing"
        self._fault(f"{where}.{key}", "face-value", what, "expected: text")
        return ""

    def _names(self, table: Mapping[str, object], key: str, where: str) -> tuple[str, ...]:
        names = table.get(key, [])
        if isinstance(names, list) and all(isinstance(name, str) for name in names):
            return tuple(names)
        what = f"'{key}' is {names!r}"
        self._fault(f"{where}.{key}", "face-value", what, "expected: a list of names")
        return ()

    def _table(self, table: Mapping[str, object], key: str, where: str) -> Mapping[str, object]:
        inner = table.get(key)
        if isinstance(inner, dict):
            return inner
        what = f"'{key}' is {inner!r}" if key in table else f"'{key}' is missing"
        self._fault(f"{where}.{key}".lstrip("."), "face-value", what, "expected: a table")
        return {}

    def _known(self, table: Iterable[str], keys: Iterable[str], where: str) -> None:
        keys = tuple(keys)
        for key in table:
            if key not in keys:
                hint = did_you_mean(key, keys) or f"expected: {', '.join(keys)}"
                place = f"{where}.{key}".lstrip(".")
                self._fault(place, "face-key", f"unknown key '{key}'", hint)

    def _fault(self, where: str, code: str, message: str, hint: str = "") -> None:
        """Note a fault at the nearest place that has a line: the key, its table, the file."""
        while where and where not in self._lines:
            where = where.rpartition(".")[0]
        line = self._lines.get(where, 0)
        place = Location(self._path, line, 1 if line else 0)
        self._findings.error(place, code, message, hint)


def _lines(text: str) -> Mapping[str, int]:
    """Find the lines of tables and keys, as the layout of the theme's own list has them.

    tomllib keeps no places.  ``faces.0.family`` is the key of the first ``[[faces]]``.
    """
    places: dict[str, int] = {}
    counts: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.fullmatch(line):
            table = header[2]
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = f"{table}.{counts[table]}"
            places.setdefault(table, number)
        elif key := _KEY.match(line):
            places.setdefault(f"{table}.{key[1]}".lstrip("."), number)
    return places
