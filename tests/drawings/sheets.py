"""What every drawing must keep: nothing cut, no two labels over one another."""

from __future__ import annotations

import re
from itertools import combinations

from octavo.drawings.shapes import Box, Drawing

_COORDINATES = re.compile(r"[-+]?\d*\.?\d+(?:e[-+]?\d+)?")
_HAIR = 0.05


def assert_sound(drawing: Drawing) -> None:
    """Hold a drawing against the sheet it stands on."""
    sheet = Box(-_HAIR, -_HAIR, drawing.width + _HAIR, drawing.height + _HAIR)
    for words in drawing.words:
        assert words.box.within(sheet), f"'{words.text}' is cut"
    for one, other in combinations(drawing.words, 2):
        assert not one.box.meets(other.box, -_HAIR), f"'{one.text}' meets '{other.text}'"


def boxes(drawing: Drawing, *roles: str) -> list[Box]:
    """Return the boxes of some roles, left to right as they are drawn."""
    found = []
    for stroke in drawing.strokes:
        if stroke.role in roles:
            x, y, across, down = map(float, _COORDINATES.findall(stroke.path)[:4])
            found.append(Box(x, y, x + across, y + down))
    return found


def lines(drawing: Drawing, role: str) -> list[list[tuple[float, float]]]:
    """Return the corners of all strokes of a role that are made of straight lines."""
    found = []
    for stroke in drawing.strokes:
        if stroke.role == role:
            numbers = [float(each) for each in _COORDINATES.findall(stroke.path)]
            found.append(list(zip(numbers[::2], numbers[1::2], strict=True)))
    return found
