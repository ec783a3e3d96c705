"""What Pango may see: the edition's faces and nothing else.

With the system's fonts in sight, a character that the edition's faces lack is set in whatever
happens to be installed; pages then differ from machine to machine, and nobody is told.  Source:
fontconfig user manual, fonts.conf.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterable
from html import escape
from pathlib import Path

from octavo.errors import BuildError
from octavo.typefaces.home import cache_home

_VARIABLE = "FONTCONFIG_FILE"

# No rules: a family that is not there, such as `serif`, falls to the first of these faces, and
# nothing is emboldened, slanted or hinted behind the theme's back.
_CONFIGURATION = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <reset-dirs/>
  <dir>{faces}</dir>
  <cachedir>{cache}</cachedir>
  <config><rescan><int>0</int></rescan></config>
</fontconfig>
"""


def fontconfig(paths: Iterable[Path], directory: Path | None = None) -> Path:
    """Write a configuration that lists only these files, and return its path.

    ``directory`` is ``fontconfig/`` of octavo's cache unless given.  Each set of files has a
    folder of its own in it, named by a digest of the paths, so that sets never mix and
    fontconfig's cache of one is never stale.

    Raises:
        BuildError: a file is not there, two have one name, or the folder can't be written.
    """
    faces = _absolute(paths)
    for face in faces:
        if not face.is_file():
            raise BuildError(f"no such face: {face}")
    if len({face.name for face in faces}) < len(faces):
        raise BuildError("two faces have one file name")
    configuration = place(faces, directory)
    folder = configuration.parent
    home = folder.parent
    text = _CONFIGURATION.format(
        faces=escape(str(folder / "faces")), cache=escape(str(home / "cache"))
    )
    try:
        if not _shows(folder, faces, text):
            _write(folder, faces, text)
    except OSError as fault:
        message = f"the list of faces can't be written: {fault.strerror}: {home}"
        raise BuildError(message, "set OCTAVO_CACHE to a folder that can") from fault
    return configuration


def place(paths: Iterable[Path], directory: Path | None = None) -> Path:
    """Return the path of the configuration that lists only these files, which need not exist."""
    home = (directory or cache_home() / "fontconfig").absolute()
    names = "\0".join(map(str, _absolute(paths)))
    return home / hashlib.sha256(names.encode()).hexdigest()[:20] / "fonts.conf"


def isolate(configuration: Path) -> None:
    """Make Pango see the faces of this configuration alone; call before importing WeasyPrint.

    Raises:
        BuildError: WeasyPrint was imported with another configuration.
    """
    path = str(configuration.absolute())
    if any(name.partition(".")[0] == "weasyprint" for name in sys.modules):
        present = os.environ.get(_VARIABLE)
        if present != path:
            message = f"WeasyPrint was loaded with other fonts: {present or 'those of the system'}"
            raise BuildError(message, "lay out each set of faces in a process of its own")
        return
    os.environ[_VARIABLE] = path


def _absolute(paths: Iterable[Path]) -> list[Path]:
    return sorted({path.absolute() for path in paths})


def _shows(folder: Path, faces: list[Path], text: str) -> bool:
    """Tell whether the folder says just this already."""
    try:
        if (folder / "fonts.conf").read_text(encoding="utf-8") != text:
            return False
        links = sorted((folder / "faces").iterdir())
        return sorted(link.readlink() for link in links) == faces
    except OSError:
        return False


def _write(folder: Path, faces: list[Path], text: str) -> None:
    """Write the folder aside and put it in place: fontconfig never sees half a set."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".set-", dir=folder.parent) as aside:
        whole = Path(aside) / "whole"
        (whole / "faces").mkdir(parents=True)
        for face in faces:
            (whole / "faces" / face.name).symlink_to(face)
        (whole / "fonts.conf").write_text(text, encoding="utf-8")
        try:
            whole.rename(folder)
        except OSError:
            if _shows(folder, faces, text):
                return  # Another process was first.
            folder.rename(Path(aside) / "old")
            whole.rename(folder)
