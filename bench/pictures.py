"""The pictures of the benchmark's book: a bar chart and a plan of each town, as SVG."""

from __future__ import annotations

from bench.prose import chance
from bench.records import Record, Subject

_HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
    'font-family="Octavo Sans" font-size="9">'
)
_BARS = 9
_LOCKS = 7


def pictures(subject: Subject) -> dict[str, str]:
    """Return the pictures of a chapter by their files."""
    return {
        f"media/chart-{subject.key}.svg": _chart(subject),
        f"media/plan-{subject.key}.svg": _plan(subject),
    }


def media(subject: Subject) -> list[Record]:
    """Return the records of those pictures."""
    texts = (
        f"Bars for nine weeks at {subject.town}, each the barges of one week; none is a record.",
        f"A plan of the river at {subject.town} with seven locks in a row and the weighhouse.",
    )
    return [
        {"file": file, "alt": alt, "credit": "Drawn by a program.", "licence": "CC0-1.0"}
        for file, alt in zip(pictures(subject), texts, strict=True)
    ]


def _chart(subject: Subject) -> str:
    drawn = chance("chart", subject.number)
    bars = []
    for bar in range(_BARS):
        height = drawn.randint(20, 110)
        left = 30 + bar * 33
        bars.append(
            f'<rect x="{left}" y="{130 - height}" width="22" height="{height}" fill="#0B3C5D"/>'
            f'<text x="{left + 11}" y="142" text-anchor="middle">{bar + 1}</text>'
            f'<text x="{left + 11}" y="{126 - height}" text-anchor="middle">{height * 10}</text>'
        )
    return _drawing(
        (329, 150),
        f"Barges a week at {subject.town}",
        ['<path d="M24 8 V130 H324" fill="none" stroke="currentColor"/>', *bars],
    )


def _plan(subject: Subject) -> str:
    drawn = chance("plan", subject.number)
    points = [(20 + 66 * lock, drawn.randint(30, 120)) for lock in range(_LOCKS)]
    course = " L".join(f"{x} {y}" for x, y in points)
    locks = [
        f'<circle cx="{x}" cy="{y}" r="4" fill="#B5541C"/>'
        f'<text x="{x}" y="{y - 8}" text-anchor="middle">lock {lock}</text>'
        for lock, (x, y) in enumerate(points, start=1)
    ]
    river = f'<path d="M{course}" fill="none" stroke="#0B3C5D" stroke-width="3"/>'
    return _drawing((440, 150), f"The river at {subject.town}", [river, *locks])


def _drawing(size: tuple[int, int], title: str, parts: list[str]) -> str:
    head = _HEAD.format(width=size[0], height=size[1])
    lines = [head, f"  <title>{title}</title>", *(f"  {part}" for part in parts), "</svg>"]
    return "\n".join(lines) + "\n"
