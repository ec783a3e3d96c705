"""The sheet of a cover: trim, spine and bleed in, the place of each panel out.

Seen from outside a cover is one sheet: the back panel at the left, the spine, the front panel at
the right.  It is printed larger by the *bleed* on all four sides and trimmed to size; type keeps a
*safe* distance from where it is trimmed and folded.  All lengths are millimetres, x runs to the
right and y downwards from the corner of the bleed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SAFE: Final = 10.0
"""How far type keeps from the edges of its panel.

Printers ask for 3 to 6.4 mm (KDP and IngramSpark: 0.25 inch); a few millimetres more look better,
and survive a sheet that lies crooked.
"""


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the sheet, as it is seen on the finished book."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The bottom edge."""
        return self.y + self.height

    def inset(self, across: float, down: float | None = None) -> Panel:
        """Return what is left of it inside margins at its sides, and at its head and foot."""
        down = across if down is None else down
        return Panel(
            self.x + across, self.y + down, self.width - 2 * across, self.height - 2 * down
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The front of a cover, or a whole one.

    ``trim`` is the width and height of a page.  ``back`` says whether there are a back panel and a
    spine; ``spine`` is its width, 0 for a book that is stapled through its fold.
    """

    trim: tuple[float, float]
    back: bool = False
    spine: float = 0.0
    bleed: float = 0.0

    @property
    def width(self) -> float:
        """The width of the sheet, bleed and all."""
        panels = 2 * self.trim[0] + self.spine if self.back else self.trim[0]
        return panels + 2 * self.bleed

    @property
    def height(self) -> float:
        """The height of the sheet, bleed and all."""
        return self.trim[1] + 2 * self.bleed

    @property
    def trimmed(self) -> Panel:
        """What is left of the sheet when it is trimmed."""
        return Panel(0.0, 0.0, self.width, self.height).inset(self.bleed)

    @property
    def front_panel(self) -> Panel:
        """The front, at the right."""
        width, height = self.trim
        return Panel(self.width - self.bleed - width, self.bleed, width, height)

    @property
    def spine_panel(self) -> Panel:
        """The spine, between back and front; it may have no width."""
        return Panel(self.front_panel.x - self.spine, self.bleed, self.spine, self.trim[1])

    @property
    def back_panel(self) -> Panel:
        """The back, at the left."""
        return Panel(self.bleed, self.bleed, *self.trim)
