"""The door: shows Pango the edition's faces, then loads WeasyPrint and lays a unit out."""

from __future__ import annotations

from importlib import import_module

from octavo.errors import BuildError
from octavo.pdf.fragment import Fragment
from octavo.pdf.job import UnitJob
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
    isolate(job.fonts)
    try:
        # By name, because WeasyPrint must not be imported before the line above.
        layout = import_module("octavo.pdf.layout")
    except OSError as fault:
        raise BuildError("laying out pages takes Pango, which is not installed", _PANGO) from fault
    fragment: Fragment = layout.lay_out(job)
    return fragment
