"""Profiles: what a PDF promises to be, and what it must carry for that.

``screen`` is PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) at once: tagged, with every font and
the colour space of its colours inside.  Link writes what belongs to a profile; fragments are the
same for all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The standards that a file follows, in the words of its metadata.

    ``archive`` is part and conformance of PDF/A, ``accessible`` the part of PDF/UA.
    """

    archive: tuple[int, str]
    accessible: int


SCREEN: Final = Profile(archive=(2, "A"), accessible=1)

PROFILES: Final[Mapping[str, Profile]] = {"screen": SCREEN}


def srgb() -> bytes:
    """Return the ICC profile of sRGB that WeasyPrint carries, without importing WeasyPrint."""
    found = find_spec("weasyprint")
    (place,) = (found.submodule_search_locations if found else None) or [""]
    return Path(place, "pdf", "sRGB2014.icc").read_bytes()
