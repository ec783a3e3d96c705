"""Cutting: a variable font and a face's axes in, one static TrueType file out, kept in the cache.

HarfBuzz cuts (some hundredths of a second a face, where fontTools' instancer takes ten seconds);
fontTools adds the characters that the source lacks and writes the names.  Everything the source
can do is kept but two features that no text asks for (``aalt``, ``size``).  Nothing but the inputs
shows in the bytes.
"""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import fontTools
import uharfbuzz
from fontTools.ttLib import TTFont

from octavo.errors import BuildError
from octavo.typefaces.complete import complete
from octavo.typefaces.faces import Face
from octavo.typefaces.home import cache_home
from octavo.typefaces.sfnt import is_whole, numbers

#: Counts up whenever the bytes of a cut change for a reason that is written in this package.
RULES = 1

#: Called with a face before it is cut.
Progress = Callable[[Face], None]

_DROPPED_FEATURES = ("aalt", "size")
_DROPPED_TABLES = ("DSIG", "STAT")

#: Copyright, designer, licence, its address: kept as they are (OFL 1.1, clause 2).
_KEPT_NAMES = (0, 9, 13, 14)
_VERSION = 5

_WINDOWS, _UNICODE_BMP, _ENGLISH = 3, 1, 0x409

#: OpenType 1.9, OS/2, fsSelection; head, macStyle.
_ITALIC, _BOLD, _REGULAR, _USE_TYPO_METRICS = 1 << 0, 1 << 5, 1 << 6, 1 << 7
_MAC_BOLD, _MAC_ITALIC = 1 << 0, 1 << 1

_RESERVED = re.compile(r"Reserved Font Names?\s+([‘'\"“][^’'\"”]+[’'\"”](?:,?\s*(?:and\s+)?)?)+")
_QUOTED = re.compile(r"[‘'\"“]([^’'\"”]+)[’'\"”]")


def cut(
    faces: Iterable[Face], cache: Path | None = None, progress: Progress | None = None
) -> dict[Face, Path]:
    """Return a static file for each face, in the order given, cutting what the cache lacks.

    A file lies in ``faces/`` of the cache, under a name with a digest of all that went into it.
    Two processes may race: each writes aside, and both write the same bytes.

    Raises:
        BuildError: a package is not installed, an axis is not pinned or out of its range, the
            family uses a name that the font's licence reserves, or the cache can't be written.
    """
    files: dict[Face, Path] = {}
    for face, source, path in _placed(faces, cache):
        if not _sound(path):
            if progress:
                progress(face)
            _write(path, static(face, source))
        files[face] = path
    return files


def is_cut(faces: Iterable[Face], cache: Path | None = None) -> bool:
    """Tell whether the cache has a file for each face, so that :func:`cut` would write nothing.

    Raises:
        BuildError: a package is not installed.
    """
    return all(_sound(path) for _, _, path in _placed(faces, cache))


def _placed(faces: Iterable[Face], cache: Path | None) -> Iterator[tuple[Face, bytes, Path]]:
    """Yield each face with the font it is cut from and the path of its file."""
    directory = (cache or cache_home()) / "faces"
    sources: dict[tuple[str, str], tuple[bytes, str]] = {}
    for face in faces:
        origin = (face.package, face.file)
        if origin not in sources:
            data = _source(face)
            sources[origin] = (data, hashlib.sha256(data).hexdigest())
        source, digest = sources[origin]
        yield face, source, directory / f"{face.postscript_name}-{_digest(face, digest)}.ttf"


def static(face: Face, source: bytes) -> bytes:
    """Cut one face of a font, variable or static.

    Raises:
        BuildError: as :func:`cut` does for what the font and the face do not agree in.
    """
    _check_name(face, source)
    instance = _instance(face, source)
    font = TTFont(BytesIO(instance), recalcTimestamp=False, lazy=True)
    if "glyf" in font:
        complete(font, uharfbuzz.Font(uharfbuzz.Face(instance)))
    _rename(font, face)
    file = BytesIO()
    font.save(file)
    return file.getvalue()


def _source(face: Face) -> bytes:
    # The package is found, not imported: a book may bring its own list of faces, and that must
    # not run code.
    spec = find_spec(face.package)
    for folder in (spec and spec.submodule_search_locations) or ():
        try:
            return (Path(folder) / face.file).read_bytes()
        except OSError:
            continue
    hint = f"install the package: pip install {face.package.replace('_', '-')}"
    raise BuildError(f"{face.family} {face.style_name}: {face.package} has no {face.file}", hint)


def _digest(face: Face, source: str) -> str:
    parts = (
        source,
        face.family,
        face.weight,
        face.style,
        face.axes,
        face.credit,
        RULES,
        uharfbuzz.version_string(),
        fontTools.version,
    )
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:20]


def _sound(path: Path) -> bool:
    try:
        return is_whole(path.read_bytes())
    except OSError:
        return False


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".cut-", dir=path.parent) as aside:
            whole = Path(aside) / path.name
            whole.write_bytes(data)
            whole.replace(path)
    except OSError as fault:
        message = f"the cache of faces can't be written: {fault.strerror}: {path.parent}"
        raise BuildError(message, "set OCTAVO_CACHE to a folder that can") from fault


def _instance(face: Face, source: bytes) -> bytes:
    """Pin every axis."""
    font = uharfbuzz.Face(source)
    plan = uharfbuzz.SubsetInput()
    plan.keep_everything()
    # No glyph names: nothing in a book shows them. Overlaps are marked, as strokes of a variable
    # font lie over one another.
    plan.flags = uharfbuzz.SubsetFlags.NOTDEF_OUTLINE | uharfbuzz.SubsetFlags.SET_OVERLAPS_FLAG
    for tag in numbers(_DROPPED_FEATURES):
        plan.layout_feature_tag_set.discard(tag)
    plan.drop_table_tag_set.update(numbers(_DROPPED_TABLES))
    pins = dict(face.axes)
    for axis in font.axis_infos:
        value = pins.pop(axis.tag, None)
        if value is None:
            raise _disagree(face, f"axis '{axis.tag}' is not pinned")
        if not axis.min_value <= value <= axis.max_value:
            span = f"{axis.min_value:g} to {axis.max_value:g}"
            raise _disagree(face, f"axis '{axis.tag}' is {value:g}, the font has {span}")
        plan.pin_axis_location(font, axis.tag, value)
    if pins:
        raise _disagree(face, f"the font has no axis '{min(pins)}'")
    try:
        return bytes(uharfbuzz.subset(font, plan).blob.data)
    except RuntimeError as fault:
        raise _disagree(face, f"{face.file} can't be cut") from fault


def _disagree(face: Face, what: str) -> BuildError:
    return BuildError(f"{face.family} {face.style_name}: {what}", "see the theme's faces.toml")


def _check_name(face: Face, source: bytes) -> None:
    """Refuse a family that uses a Reserved Font Name (OFL 1.1, clause 3)."""
    copyright_notice = TTFont(BytesIO(source), lazy=True)["name"].getDebugName(0) or ""
    reserved = _RESERVED.search(copyright_notice)
    for name in _QUOTED.findall(reserved[0]) if reserved else ():
        if re.search(rf"\b{re.escape(name)}\b", face.family, re.IGNORECASE):
            raise _disagree(face, f"the font's licence reserves the name '{name}'")


def _rename(font: TTFont, face: Face) -> None:
    """Say which face this is, wherever TrueType says it.

    Sources: OpenType 1.9, name (1 and 2 name a family of four styles, 16 and 17 the whole
    family), OS/2 (usWeightClass, fsSelection) and head (macStyle).
    """
    bold, italic = face.weight == 700, face.style == "italic"  # noqa: PLR2004 (Bold)
    in_four = face.weight in (400, 700)
    names = {
        1: face.family if in_four else f"{face.family} {_upright(face)}",
        2: face.style_name if in_four else ("Italic" if italic else "Regular"),
        4: f"{face.family} {face.style_name}",
        6: face.postscript_name,
        10: face.credit,
    }
    if not in_four:
        names |= {16: face.family, 17: face.style_name}
    table = font["name"]
    version = (table.getDebugName(_VERSION) or "Version 0").partition(";")[0]
    names |= {3: f"{version}; octavo {RULES}; {face.postscript_name}"}
    names |= {_VERSION: f"{version}; octavo {RULES}"}
    names |= {number: table.getDebugName(number) or "" for number in _KEPT_NAMES}
    labels = _feature_labels(font)
    table.names = [record for record in table.names if record.nameID in labels]
    for number, text in sorted(names.items()):
        if text:
            table.setName(text, number, _WINDOWS, _UNICODE_BMP, _ENGLISH)

    os2 = font["OS/2"]
    os2.usWeightClass = face.weight
    os2.fsSelection &= _USE_TYPO_METRICS
    os2.fsSelection |= (_ITALIC if italic else 0) | (_BOLD if bold else 0)
    if not (bold or italic):
        os2.fsSelection |= _REGULAR
    font["head"].macStyle = (_MAC_BOLD if bold else 0) | (_MAC_ITALIC if italic else 0)
    font["post"].formatType = 3.0


def _upright(face: Face) -> str:
    return face.style_name.removesuffix(" Italic")


def _feature_labels(font: TTFont) -> frozenset[int]:
    """Return the names that stylistic sets and character variants refer to."""
    if "GSUB" not in font:
        return frozenset()
    labels: set[int] = set()
    for record in font["GSUB"].table.FeatureList.FeatureRecord:
        parameters = record.Feature.FeatureParams
        if parameters is not None:
            parameters.ensureDecompiled()
            labels.update(v for key, v in vars(parameters).items() if key.endswith("NameID"))
    return frozenset(labels)
