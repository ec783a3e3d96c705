"""Claims: the facts of all files of a book in, what may truly be said of the book out.

A claim holds if a file has what it is about and none has what speaks against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from octavo.accessibility.facts import Bar, Facts, Trait


@dataclass(frozen=True, slots=True, kw_only=True)
class Conformance:
    """A standard that a book meets, as somebody found on a day; ``report`` is a URL or nothing."""

    standard: str
    by: str
    date: str
    credential: str = ""
    report: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What is said of a book, in the words of the vocabularies.

    ``exemption`` is the ground on which a law asks for no more, or "".
    """

    modes: tuple[str, ...]
    sufficient: tuple[str, ...]
    features: tuple[str, ...]
    hazards: tuple[str, ...]
    conformance: Conformance | None = None
    exemption: str = ""


Kind = Literal["modes", "sufficient", "features", "hazards"]
"""What a claim is about: the names of the fields of :class:`Claims`."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a claim rests on: what some file must have, and what none may; "" asks for nothing."""

    trait: Trait | None = None
    bar: Bar | None = None


# Text in one order, in files that nothing locks, is what an EPUB of ours is made of.
FEATURES: Final = {
    "displayTransformability": Ground(bar="fixed-type"),
    "readingOrder": Ground(bar="reordered"),
    "tableOfContents": Ground("contents"),
    "unlocked": Ground(),
    "structuralNavigation": Ground("headings"),
    "ARIA": Ground("roles"),
    "alternativeText": Ground("pictures", "untold"),
    "longDescription": Ground("descriptions"),
    "index": Ground("index"),
    "pageBreakMarkers": Ground("page-breaks"),
    "pageNavigation": Ground("page-list"),
}
"""The features that can be found, each with its ground."""


_GROUNDS: Final[Mapping[str, Ground]] = {
    "textual": Ground(bar="untold"),
    "visual": Ground("pictures"),
    "textual,visual": Ground("pictures"),
    "noFlashingHazard": Ground(bar="motion"),
    "noMotionSimulationHazard": Ground(bar="motion"),
    "noSoundHazard": Ground(bar="sound"),
}
_TRAITS: Final[Mapping[Trait, str]] = {
    "pictures": "a picture",
    "headings": "a heading",
    "roles": "a role",
    "descriptions": "a picture with a long description",
    "index": "an index",
    "contents": "a table of contents",
    "page-breaks": "a mark where a page of a print edition begins",
    "page-list": "a list of the pages of a print edition",
}

TERMS: Final[Mapping[Kind, tuple[str, ...]]] = {
    "modes": ("textual", "visual"),
    "sufficient": ("textual", "textual,visual"),
    "features": tuple(FEATURES),
    "hazards": (
        *("none", "noFlashingHazard", "noMotionSimulationHazard", "noSoundHazard"),
        *("unknownFlashingHazard", "unknownMotionSimulationHazard", "unknownSoundHazard"),
    ),
}
"""The words in which claims can be made."""


def claims(files: Iterable[Facts]) -> Claims:
    """Return the claims that hold of a book of these files."""
    files = tuple(files)
    traits = {trait for each in files for trait in each.traits}
    bars = {obstacle.bar for each in files for obstacle in each.obstacles}
    visual = ("visual",) if "pictures" in traits else ()
    return Claims(
        modes=("textual", *visual),
        sufficient=(
            *(() if "untold" in bars else ("textual",)),
            *(("textual,visual",) if visual else ()),
        ),
        features=tuple(
            name
            for name, ground in FEATURES.items()
            if (not ground.trait or ground.trait in traits) and ground.bar not in bars
        ),
        hazards=tuple(_hazards(bars)),
    )


def _hazards(bars: set[Bar]) -> Iterator[str]:
    """Yield the hazards: what moves or sounds may be harmless, which nothing here can know."""
    if not bars & {"motion", "sound"}:
        yield "none"
    elif "motion" in bars:
        yield from ("unknownFlashingHazard", "unknownMotionSimulationHazard")
    else:
        yield from ("noFlashingHazard", "noMotionSimulationHazard")
    if bars & {"motion", "sound"}:
        yield "unknownSoundHazard" if "sound" in bars else "noSoundHazard"


def held(found: Claims) -> Mapping[Kind, tuple[str, ...]]:
    """Return the claims that hold where these were found: without any hazard it is without each."""
    without = ("noFlashingHazard", "noMotionSimulationHazard", "noSoundHazard")
    return {
        "modes": found.modes,
        "sufficient": found.sufficient,
        "features": found.features,
        "hazards": ("none", *without) if found.hazards == ("none",) else found.hazards,
    }


def against(kind: Kind, term: str, files: Iterable[Facts]) -> str:
    """Say what stands against a claim that does not hold of a book of these files."""
    files = tuple(files)
    ground = FEATURES[term] if kind == "features" else _GROUNDS.get(term, Ground())
    traits = {trait for each in files for trait in each.traits}
    bars = {"motion", "sound"} if term == "none" else {ground.bar}
    for file in files:
        for obstacle in file.obstacles:
            if obstacle.bar in bars:
                return f"{file.file} has {obstacle.element}"
    if ground.trait and ground.trait not in traits:
        return f"no file has {_TRAITS[ground.trait]}"
    return "it is not what was found"


def sentences(claims: Claims) -> Iterator[str]:
    """Yield the sentences of a summary, by their keys in a table of words."""
    if {"readingOrder", "structuralNavigation", "tableOfContents"} <= set(claims.features):
        yield "access-structure"
    if "textual" not in claims.sufficient:
        yield "access-untold"
    elif "alternativeText" in claims.features:
        yield "access-alternativeText"
    for feature in ("longDescription", "pageNavigation"):
        if feature in claims.features:
            yield f"access-{feature}"
    yield "access-still" if claims.hazards == ("none",) else "access-moving"
    yield "access-certified" if claims.conformance else "access-uncertified"
