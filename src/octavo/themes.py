"""The theme: names of templates and styles in, their bytes out.

A book's own ``templates/`` and ``styles/`` come first, then the default theme's.
The default theme is the top level of the checkout, or ``octavo/theme/`` in a
wheel.  Names are relative paths with forward slashes; none leaves its folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from octavo.errors import BuildError, did_you_mean

Kind = Literal["templates", "styles"]

_PACKAGE = Path(__file__).resolve().parent


def default(package: Path = _PACKAGE) -> Path:
    """Return the folder with the default theme's ``templates/`` and ``styles/``.

    Raises:
        BuildError: if octavo was installed without its theme.
    """
    installed, checkout = package / "theme", package.parent.parent
    for folder in (installed, checkout):
        if (folder / "templates").is_dir() and (folder / "styles").is_dir():
            return folder
    raise BuildError("octavo's default theme is missing", "install octavo again")


@dataclass(frozen=True, slots=True)
class ThemeFile:
    """A template or a style that was read.

    ``path`` is what logs and diagnostics call it: ``templates/x`` for the book's
    own, ``octavo:templates/x`` for the default theme's.
    """

    path: str
    data: bytes
    own: bool

    @property
    def text(self) -> str:
        """The content as text.

        Raises:
            BuildError: if it is not UTF-8.
        """
        try:
            return self.data.decode()
        except UnicodeDecodeError as error:
            raise BuildError(f"{self.path} is not UTF-8 (byte {error.start})") from error


class Theme:
    """Finds templates and styles for one work, and keeps what it has read.

    ``work`` is the work's folder; without one, only the default theme counts.
    A file is read once, so that one build sees one state of it.
    """

    def __init__(self, work: Path | None = None, *, base: Path | None = None) -> None:
        self._base = base or default()
        self._work = work
        self._read: dict[tuple[Kind, str], ThemeFile] = {}

    def template(self, name: str) -> ThemeFile:
        """Return the template ``name``.

        Raises:
            BuildError: if there is none, or the name is not a path inside the theme.
        """
        return self._find("templates", name)

    def style(self, name: str) -> ThemeFile:
        """Return the style sheet (or list of faces) ``name``.

        Raises:
            BuildError: if there is none, or the name is not a path inside the theme.
        """
        return self._find("styles", name)

    def names(self, kind: Kind) -> tuple[str, ...]:
        """Return every name of that kind, the book's own among them."""
        found = {
            path.relative_to(root / kind).as_posix()
            for root, _ in self._roots()
            for path in (root / kind).rglob("*")
            if path.is_file()
        }
        return tuple(sorted(found))

    @property
    def read(self) -> tuple[ThemeFile, ...]:
        """What has been read so far, in the order of its paths."""
        return tuple(sorted(self._read.values(), key=lambda file: file.path))

    def _roots(self) -> Iterator[tuple[Path, bool]]:
        if self._work is not None:
            yield self._work, True
        yield self._base, False

    def _find(self, kind: Kind, name: str) -> ThemeFile:
        if (kind, name) not in self._read:
            self._read[kind, name] = self._load(kind, name)
        return self._read[kind, name]

    def _load(self, kind: Kind, name: str) -> ThemeFile:
        if not _confined(name):
            raise BuildError(f"'{name}' is not a name inside {kind}/", "write a relative path")
        for root, own in self._roots():
            folder = (root / kind).resolve()
            path = (folder / name).resolve()
            if not path.is_file():
                continue
            if not path.is_relative_to(folder):
                raise BuildError(f"{kind}/{name} leads out of {kind}/", "put the file itself there")
            shown = f"{kind}/{name}" if own else f"octavo:{kind}/{name}"
            return ThemeFile(shown, path.read_bytes(), own)
        raise BuildError(f"the theme has no {kind}/{name}", did_you_mean(name, self.names(kind)))


def _confined(name: str) -> bool:
    path = PurePosixPath(name)
    plain = bool(name) and path.as_posix() == name and "\\" not in name and "\0" not in name
    return plain and not path.is_absolute() and ".." not in path.parts and name != "."
