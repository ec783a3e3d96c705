"""Rounds: units in, settled fragments and their page map out.

A unit that prints folios is laid out before they are known, in the room of a shape: a zero for each
digit.  Where a shape turns out to be another, its unit is laid out again.  In lists every arabic
folio has the room of the book's last one, so that pages may move and no list is laid out again.

Rounds always begin from the same estimate, which the units alone decide, so that what was built
before never shows:

1. the front matter and the body, with estimated folios;
2. the back matter, with theirs, and what of theirs was estimated wrongly;
3. what the second round still moved; a unit that is laid out for the third time keeps for each slot
   the widest room that it has needed;
4. if that moved anything again, every slot in the room of any folio that the book can have.

Most books need two, or three for what stands in front.  After the fourth nothing is left in doubt;
a number that is narrower than its room stands there as its text is aligned.

An index comes last, in a round of its own: its words depend on folios themselves, not on their
digits, and nothing that it leads to depends on it.  It is never laid out for folios that are not
the final ones, so that an edit that moves no page leaves it alone.  Until then it has the room of
its estimate, which is generous; should it come out so long that a folio behind it has no room in
its shape, all of them get more, and it is laid out once more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass

from octavo.errors import BuildError
from octavo.model import PageMap, Unit
from octavo.pdf.folios import roman, shape
from octavo.pdf.fragment import Fragment
from octavo.pdf.pagemap import Extent, extent, page_map

PAGE = 1200
"""Characters of text that fill a page, about: the first round needs digits, not numbers.

Lists of smaller type take fewer pages than that; they come last, and are expected to be long.
"""

_LINES = 700
"""The same where every line is a paragraph, as in lists of front matter."""

_LOCATOR = 6
"""Characters that a mark of an index adds to its text."""

_TAG = re.compile(rb"<[^>]*>")

_SECOND, _LAST = 2, 4

Shapes = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Request:
    """A unit to lay out, with the shapes of the folios that it prints, by anchor.

    Of an index they are the folios themselves.
    """

    unit: Unit
    shapes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """Fragments in the order of binding, and the map that their slots agree with.

    ``shapes`` are those that each unit was laid out with at last, by its name.
    """

    fragments: tuple[Fragment, ...]
    page_map: PageMap
    shapes: Mapping[str, Shapes]


Rounds = Generator[tuple[Request, ...], Sequence[Fragment], Settled]


def settle(units: Sequence[Unit]) -> Rounds:
    """Yield what is to be laid out, round by round; be sent the fragments in the same order."""
    made: dict[str, Fragment] = {}
    given: dict[str, Shapes] = {}
    times: Counter[str] = Counter()
    estimated = [_estimated(unit) for unit in units]
    for turn in range(1, _LAST + 1):
        known = _map(estimated, made)
        wanted = {
            unit.name: _shapes(unit, known, given.get(unit.name, {}), times[unit.name])
            for unit in units
            if not unit.indexed and (turn >= _SECOND or unit.matter != "back")
        }
        if turn == _LAST and wanted != given:
            wanted = _roomy(units, known)
        times.update((yield from _laid_out(units, wanted, given, made)))
    yield from _laid_out(units, _folios(units, _map(estimated, made)), given, made)
    known = _map(estimated, made)
    if not _fits(given.values(), known):
        yield from _laid_out(units, _roomy(units, known), given, made)
        yield from _laid_out(units, _folios(units, _map(estimated, made)), given, made)
    return Settled(tuple(made[unit.name] for unit in units), _map(estimated, made), given)


def follow(units: Sequence[Unit], base: Settled) -> Rounds:
    """Yield what is to be laid out of an edition that is page-locked to one that has settled.

    What they share has the shapes that it has there, so that its lines are the same.  Behind it
    stand units of the edition's own, and here and there the folio of a place in one of those,
    out of the flow.  A shape of theirs only ever grows, so that these rounds end.

    Raises:
        BuildError: an anchor does not stand on the page that it has in the other edition.
    """
    made = {fragment.unit: fragment for fragment in base.fragments}
    estimated = [_estimated(unit) for unit in units]
    given: dict[str, Shapes] = {}
    while True:
        known = _map(estimated, made)
        wanted = {unit.name: _followed(unit, base, known, given) for unit in units}
        if wanted == given:
            break
        yield from _laid_out(units, wanted, given, made)
    _check_lock(base.page_map, known)
    return Settled(tuple(made[unit.name] for unit in units), known, given)


def _followed(
    unit: Unit, base: Settled, known: PageMap, given: Mapping[str, Shapes]
) -> dict[str, str]:
    """Return the shapes of a unit in a page-locked edition: the other's, or as much as it needs."""
    before = given.get(unit.name, {})
    shapes = base.shapes.get(unit.name, {})
    return {
        target: shapes.get(target)
        or max(before.get(target, ""), shape(known.anchors.get(target, "0")), key=len)
        for target in (*unit.listed, *unit.slots, *unit.indexed)
    }


def _check_lock(base: PageMap, own: PageMap) -> None:
    for anchor, folio in base.anchors.items():
        if own.anchors.get(anchor) != folio:
            raise BuildError(
                f"the page lock does not hold: '{anchor}' stands on page {folio} and, in the "
                f"edition that is locked to it, on page {own.anchors.get(anchor, 'none')}",
                "a template or a style sheet changes the flow of what the editions share",
            )


def _laid_out(
    units: Sequence[Unit],
    wanted: Mapping[str, Shapes],
    given: dict[str, Shapes],
    made: dict[str, Fragment],
) -> Generator[tuple[Request, ...], Sequence[Fragment], tuple[str, ...]]:
    """Yield the requests of units that want other shapes than they were given; note what came.

    Return the names of the units that were laid out.
    """
    requests = tuple(
        Request(unit, tuple(wanted[unit.name].items()))
        for unit in units
        if unit.name in wanted and wanted[unit.name] != given.get(unit.name)
    )
    if requests:
        fragments = yield requests
        made |= {r.unit.name: f for r, f in zip(requests, fragments, strict=True)}
    given |= wanted
    return tuple(request.unit.name for request in requests)


def _fits(given: Iterable[Shapes], known: PageMap) -> bool:
    """Whether every folio has room in its shape."""
    return all(
        len(shape(known.anchors.get(target, "0"))) <= len(room)
        for shapes in given
        for target, room in shapes.items()
    )


def _folios(units: Sequence[Unit], known: PageMap) -> dict[str, Shapes]:
    """Return the folios that indexes print; one of an anchor that is nowhere is no fault here."""
    return {
        unit.name: {target: known.anchors.get(target, "0") for target in unit.indexed}
        for unit in units
        if unit.indexed
    }


def _map(estimated: Iterable[Extent], made: Mapping[str, Fragment]) -> PageMap:
    """Return the page map as far as it is known, estimated where it is not."""
    return page_map([extent(made[each.unit]) if each.unit in made else each for each in estimated])


def _estimated(unit: Unit) -> Extent:
    """Guess how many pages a unit takes: an even number, so that small edits change no guess."""
    text = len(b" ".join(_TAG.sub(b"", unit.xhtml).split())) + _LOCATOR * len(unit.indexed)
    lines = unit.matter == "front" and unit.template != "preface"
    pages = 2 * max(1, round(text / (_LINES if lines else PAGE) / 2))
    spread = len(unit.anchors)
    return Extent(
        unit=unit.name,
        matter=unit.matter,
        begins=(0,) * pages,
        anchors=tuple((name, at * pages // spread) for at, name in enumerate(unit.anchors)),
    )


def _shapes(unit: Unit, known: PageMap, before: Shapes, times: int) -> Shapes:
    """Return the shapes that a unit needs, having been laid out so many times."""
    shapes = {target: _room(known.anchors.get(target, "0"), known) for target in unit.listed}
    shapes |= {target: shape(known.anchors.get(target, "0")) for target in unit.slots}
    if times <= 1:
        return shapes
    return {target: max(each, before[target], key=len) for target, each in shapes.items()}


def _room(folio: str, known: PageMap) -> str:
    """Return the shape of a folio in a list."""
    last = known.sheets[-1].folio
    return shape(last) if folio.isdecimal() and last.isdecimal() else shape(folio)


def _roomy(units: Sequence[Unit], known: PageMap) -> dict[str, Shapes]:
    """Return shapes that hold any folio of the book, should it still grow by a tenth."""
    pages = len(known.sheets) * 11 // 10
    arabic = "0" * len(str(pages))
    widest = max(map(roman, range(1, pages + 1)), key=len)
    rooms = {name: arabic if each.isdecimal() else widest for name, each in known.anchors.items()}
    return {
        unit.name: {target: rooms.get(target, arabic) for target in (*unit.listed, *unit.slots)}
        for unit in units
        if not unit.indexed
    }
