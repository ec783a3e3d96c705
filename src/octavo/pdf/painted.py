"""Painted: what stands on the pages of a finished PDF, read off their content streams.

In: a page as it was written, by octavo or anybody.  Out: how large its letters are and in which
colours it paints.  Pictures of dots and gradients are passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from math import hypot
from typing import Any, Final

import pikepdf

from octavo.pdf.grey import BLACK, WHITE, Colour

Matrix = tuple[float, float, float, float]
"""How lengths are changed (ISO 32000-1, 8.3.4); where they lie matters to nobody here."""

_SAME: Final[Matrix] = (1, 0, 0, 1)
_DIGITS: Final = 2


@dataclass(frozen=True, slots=True)
class Painted:
    """What a page paints: sizes of letters in points, colours of text, of lines and areas."""

    sizes: frozenset[float]
    inks: frozenset[Colour]
    colours: frozenset[Colour]

    @property
    def smallest(self) -> float | None:
        """The size of the smallest letters, None where there are none."""
        return min(self.sizes, default=None)


@dataclass(frozen=True, slots=True)
class _State:
    """The graphics state, as far as it matters; a pattern in the place of a colour is its name."""

    matrix: Matrix = _SAME
    text: Matrix = _SAME
    size: float = 0
    fill: Colour | str = BLACK
    stroke: Colour | str = BLACK
    fill_alpha: float = 1
    stroke_alpha: float = 1


def painted(page: pikepdf.Page) -> Painted:
    """Read a page."""
    reader = _Reader()
    reader.read(page.obj, page.obj.get("/Resources"), _State())
    return Painted(frozenset(reader.sizes), frozenset(reader.inks), frozenset(reader.colours))


@dataclass(slots=True)
class _Reader:
    """Follows the operators of a content stream and of what it draws."""

    sizes: set[float] = field(default_factory=set)
    inks: set[Colour] = field(default_factory=set)
    colours: set[Colour] = field(default_factory=set)

    def read(self, stream: Any, resources: Any, state: _State) -> None:  # noqa: ANN401
        """Read a stream, whose names are those of its resources."""
        saved: list[_State] = []
        for instruction in pikepdf.parse_content_stream(stream):
            name, operands = str(instruction.operator), list(instruction.operands)
            if name == "q":
                saved.append(state)
            elif name == "Q":
                state = saved.pop() if saved else state
            elif name in _SETTERS:
                state = _SETTERS[name](state, operands)
            elif name == "gs":
                state = _transparent(state, _named(resources, "/ExtGState", operands[0]))
            elif name in _SHOWING:
                self._text(state, resources)
            elif name in _FILLING or name in _STROKING:
                self._shape(name, state, resources)
            elif name == "Do":
                self._draw(_named(resources, "/XObject", operands[0]), resources, state)

    def _text(self, state: _State, resources: Any) -> None:  # noqa: ANN401
        _, _, c, d = _times(state.text, state.matrix)
        self.sizes.add(round(state.size * hypot(c, d), _DIGITS))
        self.inks.update(self._seen(state.fill, state.fill_alpha, resources))

    def _shape(self, name: str, state: _State, resources: Any) -> None:  # noqa: ANN401
        if name in _FILLING:
            self.colours.update(self._seen(state.fill, state.fill_alpha, resources))
        if name in _STROKING:
            self.colours.update(self._seen(state.stroke, state.stroke_alpha, resources))

    def _seen(self, paint: Colour | str, alpha: float, resources: Any) -> Iterator[Colour]:  # noqa: ANN401
        if isinstance(paint, Colour):
            yield Colour(*(round(alpha * c + (1 - alpha) * 255) for c in paint))
            return
        pattern = _named(resources, "/Pattern", paint)
        if isinstance(pattern, pikepdf.Stream):
            self.read(pattern, pattern.get("/Resources"), _State())

    def _draw(self, drawn: Any, resources: Any, state: _State) -> None:  # noqa: ANN401
        if drawn is not None and drawn.get("/Subtype") == "/Form":
            own = _matrix(list(drawn.get("/Matrix", (*_SAME, 0, 0))))
            inner = replace(state, matrix=_times(own, state.matrix))
            self.read(drawn, drawn.get("/Resources", resources), inner)


_SHOWING: Final = frozenset({"Tj", "TJ", "'", '"'})
_FILLING: Final = frozenset({"f", "F", "f*", "B", "B*", "b", "b*"})
_STROKING: Final = frozenset({"S", "s", "B", "B*", "b", "b*"})


def _fill(state: _State, operands: list[Any]) -> _State:
    return replace(state, fill=_colour(operands))


def _stroke(state: _State, operands: list[Any]) -> _State:
    return replace(state, stroke=_colour(operands))


_SETTERS: Final[Mapping[str, Callable[[_State, list[Any]], _State]]] = {
    "cm": lambda state, given: replace(state, matrix=_times(_matrix(given), state.matrix)),
    "BT": lambda state, _: replace(state, text=_SAME),
    "Tm": lambda state, given: replace(state, text=_matrix(given)),
    "Tf": lambda state, given: replace(state, size=float(given[1])),
    **dict.fromkeys(("g", "rg", "k", "sc", "scn"), _fill),
    **dict.fromkeys(("G", "RG", "K", "SC", "SCN"), _stroke),
}
"""The operators that change the state, and how."""


def _colour(operands: list[Any]) -> Colour | str:
    if operands and isinstance(operands[-1], pikepdf.Name):
        return str(operands[-1])
    given = [float(each) for each in operands]
    match given:
        case [grey]:
            channels = [grey] * 3
        case [red, green, blue]:
            channels = [red, green, blue]
        case [*inks, black]:
            channels = [(1 - ink) * (1 - black) for ink in inks[:3]]
        case _:
            return WHITE
    return Colour(*(round(255 * channel) for channel in channels))


def _transparent(state: _State, entries: Any) -> _State:  # noqa: ANN401
    if entries is None:
        return state
    return replace(
        state,
        fill_alpha=float(entries.get("/ca", state.fill_alpha)),
        stroke_alpha=float(entries.get("/CA", state.stroke_alpha)),
    )


def _named(resources: Any, kind: str, name: Any) -> Any:  # noqa: ANN401
    return resources.get(kind, {}).get(str(name)) if resources is not None else None


def _matrix(operands: list[Any]) -> Matrix:
    a, b, c, d = (float(each) for each in operands[:4])
    return a, b, c, d


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d = first
    e, f, g, h = then
    return a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h
