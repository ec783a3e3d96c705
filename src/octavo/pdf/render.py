"""The door: shows Pango the edition's faces, then loads WeasyPrint and lays out a unit."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from octavo.errors import BuildError
from octavo.pdf.fragment import Fragment
from octavo.pdf.job import DrawingJob, UnitJob
from octavo.typefaces.fontconfig import isolate

_PANGO = (
    "Debian: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; "
    "Fedora: dnf install pango; macOS: brew install pango; "
    "an EPUB whose edition has 'page-list: none' is made without"
)


def lay_out(job: UnitJob) -> Fragment:
    """Lay a unit out.

    Raises:
        BuildError: Pango is missing, this process has shown Pango other faces already, a face
            lacks a character, or a resource is not there.
    """
    fragment: Fragment = _loaded("octavo.pdf.layout", job.fonts).lay_out(job)
    return fragment


def paint(job: DrawingJob) -> bytes:
    """Paint a drawing as a PNG.

    Raises:
        BuildError: Pango is missing, or this process has shown Pango other faces already.
    """
    png: bytes = _loaded("octavo.pdf.pixels", job.fonts).paint(job)
    return png


def _loaded(module: str, fonts: Path) -> Any:  # noqa: ANN401
    isolate(fonts)
    try:
        # By name, because WeasyPrint must not be imported before the line above.
        return import_module(module)
    except OSError as fault:
        raise BuildError("laying out pages takes Pango, which is not installed", _PANGO) from fault
