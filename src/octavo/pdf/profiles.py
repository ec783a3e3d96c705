"""Profiles: what a PDF promises to be, and what it must carry for that.

``screen`` is PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) at once: tagged, with every font and
the colour space of its colours inside.  ``sheets``, which are read in no order and so not tagged,
are PDF/A-2u: their text can be searched.  Link writes what belongs to a profile; fragments are the
same for all.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The standards that a file follows, in the words of its metadata.

    ``archive`` is part and conformance of PDF/A; ``accessible`` the part of PDF/UA, if it is not 0.
    """

    archive: tuple[int, str]
    accessible: int = 0

    @property
    def standards(self) -> tuple[str, ...]:
        """The standards by the names that people know them by."""
        part, level = self.archive
        archive = f"PDF/A-{part}{level.lower()}"
        return (f"PDF/UA-{self.accessible}", archive) if self.accessible else (archive,)


SCREEN: Final = Profile(archive=(2, "A"), accessible=1)

SHEETS: Final = Profile(archive=(2, "U"))

COLOURS: Final = "sRGB IEC61966-2.1"
"""The colour space of what is read on a screen, by its name."""


def srgb() -> bytes:
    """Return the ICC profile of sRGB that WeasyPrint carries, without importing WeasyPrint."""
    found = find_spec("weasyprint")
    (place,) = (found.submodule_search_locations if found else None) or [""]
    return Path(place, "pdf", "sRGB2014.icc").read_bytes()
