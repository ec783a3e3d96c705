"""What a work asks of its printer: the standard of the file, its inks, the paper and the binding.

Lengths are whole micrometres, so that a thousand leaves add up exactly.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from octavo.errors import Location
from octavo.model.nodes import NOWHERE

Standard = Literal["x-4", "x-1a", "x-3"]
"""PDF/X-4 (ISO 15930-7), PDF/X-1a:2003 (ISO 15930-4), PDF/X-3:2003 (ISO 15930-6)."""

Inks = Literal["black", "cmyk"]
"""What a book is printed with: black alone, or the four process colours."""

Marks = Literal["none", "crop"]

Binding = Literal["perfect", "saddle"]
"""Leaves glued into a spine, or sheets stitched through the fold."""

CONDITION: Final = "CGATS TR 001"
"""The printing condition of the ICC profile that octavo carries, in the words of ICC's registry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """How a book is printed and bound.

    ``bleed`` is how far art runs over the trimmed edge, None if nobody said: then nothing bleeds
    but a cover, by 3 mm.  ``caliper`` is the thickness of one leaf, None if nobody said.
    ``cover_inks`` are those of the cover, if they are not those of the pages, and ``board`` the
    thickness of what it is printed on, None if nobody said.
    ``signature`` is how many pages a folded sheet has, 1 if leaves are cut singly.  ``profile`` is
    an ICC file of the work, with its ``data``, and ``condition`` the name of the printing condition
    that it describes; without, octavo's own stand in.
    """

    standard: Standard = "x-4"
    inks: Inks = "black"
    marks: Marks = "none"
    bleed: int | None = None
    binding: Binding = "perfect"
    signature: int = 16
    caliper: int | None = None
    cover_inks: Inks | None = None
    board: int | None = None
    condition: str = CONDITION
    profile: str = ""
    data: bytes = field(default=b"", repr=False)
    location: Location = field(default=NOWHERE, repr=False)
