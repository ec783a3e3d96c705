"""Paintings: a page of a finished PDF in, all that it paints out, each thing with its ink.

The content stream is read operator by operator (ISO 32000-1, 8 and 9), as are the forms and tiling
patterns that it draws.  Whoever wrote the file, the walk takes nothing on trust: it is what checks
stand on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import hypot
from typing import Any, Final, Literal

import pikepdf

Matrix = tuple[float, float, float, float, float, float]

_SAME: Final[Matrix] = (1, 0, 0, 1, 0, 0)

Kind = Literal["text", "fill", "stroke", "picture", "gradient"]


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour as it is set: its space ("/DeviceGray") and components; none of a pattern."""

    space: str
    parts: tuple[float, ...]


BLACK: Final = Ink("/DeviceGray", (0.0,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Painting:
    """One thing painted.

    ``x`` and ``y`` are a place of it in points from the page's origin, of a picture its upper left
    corner.  ``width`` is how wide a stroke is, in points, and ``alpha`` how opaque the thing is.
    ``drawn`` is the object of a picture or a gradient, ``size`` the room of a picture in points.
    """

    kind: Kind
    ink: Ink
    x: float
    y: float
    width: float = 0.0
    alpha: float = 1.0
    size: tuple[float, float] = (0.0, 0.0)
    drawn: Any = None


@dataclass(frozen=True, slots=True)
class _State:
    matrix: Matrix = _SAME
    text: Matrix = _SAME
    fill: Ink = BLACK
    stroke: Ink = BLACK
    width: float = 1.0
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    mode: int = 0


def paintings(page: pikepdf.Page) -> Iterator[Painting]:
    """Yield what a page paints, in its order; what is clipped away is not told from the rest."""
    if page.obj.get("/Contents") is not None:
        yield from _Walk().stream(page.obj, page.obj.get("/Resources"), _State())


class _Walk:
    """Follows the operators of a stream; of a form that is drawn twice, twice."""

    def stream(self, stream: Any, resources: Any, state: _State) -> Iterator[Painting]:  # noqa: ANN401
        saved: list[_State] = []
        start: tuple[float, float] | None = None
        for instruction in pikepdf.parse_content_stream(stream):
            name = str(instruction.operator)
            if name == "q":
                saved.append(state)
            elif name == "Q":
                state = saved.pop() if saved else state
            elif name in _SETTERS:
                state = _SETTERS[name](state, list(instruction.operands))
            elif name in _SPACES:
                ink = Ink(_space(resources, instruction.operands[0]), ())
                state = replace(state, fill=ink) if name == "cs" else replace(state, stroke=ink)
            elif name == "gs":
                state = _external(state, _named(resources, "/ExtGState", instruction.operands[0]))
            elif name in _POINTS:
                start = start or _at(state.matrix, *map(float, list(instruction.operands)[:2]))
            elif name in _ENDING:
                yield from self._shape(name, state, resources, start or (0, 0))
                start = None
            elif name in _OTHERS:
                yield from self._other(name, list(instruction.operands), resources, state)

    def _other(
        self,
        name: str,
        operands: list[Any],
        resources: Any,  # noqa: ANN401
        state: _State,
    ) -> Iterator[Painting]:
        if name == "Do":
            yield from self._draw(_named(resources, "/XObject", operands[0]), resources, state)
        elif name == "sh":
            drawn = _named(resources, "/Shading", operands[0])
            yield _gradient(state.fill_alpha, _at(state.matrix, 0, 0), drawn)
        elif name == "INLINE IMAGE":
            yield _picture(state, operands[0].obj)
        else:
            yield from self._text(state, resources)

    def _text(self, state: _State, resources: Any) -> Iterator[Painting]:  # noqa: ANN401
        if state.mode != _INVISIBLE:
            x, y = _at(state.matrix, *state.text[4:])
            yield Painting(kind="text", ink=state.fill, x=x, y=y, alpha=state.fill_alpha)
            yield from self._pattern(state.fill, state.fill_alpha, resources, (x, y))

    def _shape(
        self,
        name: str,
        state: _State,
        resources: Any,  # noqa: ANN401
        start: tuple[float, float],
    ) -> Iterator[Painting]:
        x, y = start
        if name in _FILLING:
            yield Painting(kind="fill", ink=state.fill, x=x, y=y, alpha=state.fill_alpha)
            yield from self._pattern(state.fill, state.fill_alpha, resources, start)
        if name in _STROKING:
            a, b, c, d, _, _ = state.matrix
            # The narrower way of a line that is drawn in squeezed space.
            wide = state.width * min(hypot(a, b), hypot(c, d))
            yield Painting(
                kind="stroke", ink=state.stroke, x=x, y=y, width=wide, alpha=state.stroke_alpha
            )
            yield from self._pattern(state.stroke, state.stroke_alpha, resources, start)

    def _pattern(
        self,
        ink: Ink,
        alpha: float,
        resources: Any,  # noqa: ANN401
        start: tuple[float, float],
    ) -> Iterator[Painting]:
        if not ink.space.startswith("pattern "):
            return
        pattern = _named(resources, "/Pattern", ink.space.partition(" ")[2])
        if isinstance(pattern, pikepdf.Stream):
            inner = _State(matrix=_matrix(pattern.get("/Matrix", _SAME)))
            for each in self.stream(pattern, pattern.get("/Resources"), inner):
                yield replace(each, x=start[0], y=start[1])
        elif pattern is not None:
            yield _gradient(alpha, start, pattern.get("/Shading"))

    def _draw(self, drawn: Any, resources: Any, state: _State) -> Iterator[Painting]:  # noqa: ANN401
        if drawn is None:
            return
        if drawn.get("/Subtype") == "/Form":
            own = _matrix(drawn.get("/Matrix", _SAME))
            inner = replace(state, matrix=_times(own, state.matrix))
            yield from self.stream(drawn, drawn.get("/Resources", resources), inner)
        else:
            yield _picture(state, drawn)


def _gradient(alpha: float, place: tuple[float, float], drawn: Any) -> Painting:  # noqa: ANN401
    x, y = place
    return Painting(kind="gradient", ink=Ink("", ()), x=x, y=y, alpha=alpha, drawn=drawn)


def _picture(state: _State, drawn: Any) -> Painting:  # noqa: ANN401
    a, b, c, d, _, _ = state.matrix
    corners = [_at(state.matrix, *corner) for corner in ((0, 0), (0, 1), (1, 0), (1, 1))]
    return Painting(
        kind="picture",
        ink=state.fill,
        x=min(x for x, _ in corners),
        y=max(y for _, y in corners),
        alpha=state.fill_alpha,
        size=(hypot(a, b), hypot(c, d)),
        drawn=drawn,
    )


_INVISIBLE: Final = 3
_OTHERS: Final = frozenset({"Do", "sh", "INLINE IMAGE", "Tj", "TJ", "'", '"'})
_FILLING: Final = frozenset({"f", "F", "f*", "B", "B*", "b", "b*"})
_STROKING: Final = frozenset({"S", "s", "B", "B*", "b", "b*"})
_ENDING: Final = _FILLING | _STROKING | {"n"}
_POINTS: Final = frozenset({"m", "re"})
_SPACES: Final = frozenset({"cs", "CS"})


def _space(resources: Any, name: Any) -> str:  # noqa: ANN401
    """Return the name of a colour space, by its own name or by that of a resource."""
    found = _named(resources, "/ColorSpace", name)
    return str(found[0] if isinstance(found, pikepdf.Array) else found or name)


def _filled(space: str) -> Callable[[_State, list[Any]], _State]:
    return lambda state, given: replace(state, fill=_ink(space, state.fill, given))


def _stroked(space: str) -> Callable[[_State, list[Any]], _State]:
    return lambda state, given: replace(state, stroke=_ink(space, state.stroke, given))


def _ink(space: str, before: Ink, operands: list[Any]) -> Ink:
    if operands and isinstance(operands[-1], pikepdf.Name):
        return Ink(f"pattern {operands[-1]}", ())
    return Ink(space or before.space, tuple(float(each) for each in operands))


_SETTERS: Final[Mapping[str, Callable[[_State, list[Any]], _State]]] = {
    "cm": lambda state, given: replace(state, matrix=_times(_matrix(given), state.matrix)),
    "w": lambda state, given: replace(state, width=float(given[0])),
    "BT": lambda state, _: replace(state, text=_SAME),
    "Tm": lambda state, given: replace(state, text=_matrix(given)),
    "Td": lambda state, given: replace(
        state, text=_times((1, 0, 0, 1, float(given[0]), float(given[1])), state.text)
    ),
    "Tr": lambda state, given: replace(state, mode=int(given[0])),
    "g": _filled("/DeviceGray"),
    "G": _stroked("/DeviceGray"),
    "rg": _filled("/DeviceRGB"),
    "RG": _stroked("/DeviceRGB"),
    "k": _filled("/DeviceCMYK"),
    "K": _stroked("/DeviceCMYK"),
    **dict.fromkeys(("sc", "scn"), _filled("")),
    **dict.fromkeys(("SC", "SCN"), _stroked("")),
}
"""The operators that change the state, and how."""


def _external(state: _State, entries: Any) -> _State:  # noqa: ANN401
    if entries is None:
        return state
    return replace(
        state,
        fill_alpha=float(entries.get("/ca", state.fill_alpha)),
        stroke_alpha=float(entries.get("/CA", state.stroke_alpha)),
        width=float(entries.get("/LW", state.width)),
    )


def _named(resources: Any, kind: str, name: Any) -> Any:  # noqa: ANN401
    return resources.get(kind, {}).get(str(name)) if resources is not None else None


def _matrix(operands: Any) -> Matrix:  # noqa: ANN401
    a, b, c, d, e, f = (float(each) for each in operands)
    return a, b, c, d, e, f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, l = then  # noqa: E741
    return (
        *(a * g + b * i, a * h + b * j),
        *(c * g + d * i, c * h + d * j),
        *(e * g + f * i + k, e * h + f * j + l),
    )


def _at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
