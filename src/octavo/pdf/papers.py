"""Papers: the formats that printers and copiers of schools take."""

from __future__ import annotations

from typing import Final

from octavo.model import PAPERS, Paper

POINTS_A_MM: Final = 72 / 25.4


def landscape(paper: Paper) -> tuple[float, float]:
    """Return width and height of a paper in points, its long edge lying."""
    short, long = PAPERS[paper]
    return long * POINTS_A_MM, short * POINTS_A_MM


def called(paper: Paper) -> str:
    """Return the name of a paper as people write it."""
    return paper.upper() if paper.startswith("a") else paper.capitalize()


def named(width: float, height: float) -> str:
    """Return the name of the paper of a page in points, or its size in millimetres."""
    sides = sorted((width / POINTS_A_MM, height / POINTS_A_MM))
    for name, paper in PAPERS.items():
        if all(abs(side - own) < 1 for side, own in zip(sides, paper, strict=True)):
            return called(name)
    return " × ".join(f"{side / POINTS_A_MM:.0f}" for side in (width, height)) + " mm"
