"""Pango sees the default theme's faces before any test here loads WeasyPrint."""

from __future__ import annotations

from octavo.typefaces.fontconfig import isolate
from tests.pdf.samples import faces

isolate(faces())
