"""Samples set as the engine sets editions, in this process and without a store."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from octavo.model import PageMap, Unit
from octavo.pdf import layout
from octavo.pdf.document import document
from octavo.pdf.fragment import Fragment
from octavo.pdf.job import UnitJob
from octavo.pdf.link import LinkJob, link
from octavo.pdf.rounds import Settled, settle
from octavo.typefaces.cut import cut
from octavo.typefaces.faces import read_faces
from tests.pdf.samples import METADATA, STYLES, Sample, faces

IDENTIFIER = "urn:uuid:00000000-0000-4000-8000-000000000000"


@dataclass(frozen=True, kw_only=True)
class Rendered:
    """An edition as it was set."""

    pdf: bytes
    fragments: tuple[Fragment, ...]
    page_map: PageMap
    rounds: tuple[tuple[str, ...], ...]

    @property
    def warnings(self) -> tuple[str, ...]:
        """Return what WeasyPrint said of all units."""
        return tuple(said for fragment in self.fragments for said in fragment.warnings)


def unit_job(sample: Sample, unit: Unit, shapes: Mapping[str, str]) -> UnitJob:
    """Return what the layout of a unit is given."""
    return UnitJob(
        unit=unit,
        lang="en-GB",
        parted=any(each.template == "part" for each in sample.units),
        stylesheets=sample.stylesheets,
        resources=sample.resources,
        fonts=faces(),
        shapes=shapes,
    )


def lay_out(sample: Sample) -> layout.LaidOut:
    """Lay out the only unit of a sample, for what looks at boxes."""
    (unit,) = sample.units
    job = unit_job(sample, unit, dict.fromkeys((*unit.listed, *unit.slots, *unit.indexed), "00"))
    markup = document(unit, lang=job.lang, parted=job.parted, shapes=job.shapes)
    return layout.pages(markup, job)


def settled(
    units: Sequence[Unit], job: Callable[[Unit, Mapping[str, str]], UnitJob]
) -> tuple[Settled, tuple[tuple[str, ...], ...]]:
    """Lay units out round by round; return what came of it, and the units of each round."""
    rounds, told = settle(units), []
    requests = next(rounds)
    try:
        while True:
            told.append(tuple(request.unit.name for request in requests))
            requests = rounds.send([layout.lay_out(job(r.unit, dict(r.shapes))) for r in requests])
    except StopIteration as end:
        found: Settled = end.value
        return found, tuple(told)


def render(sample: Sample) -> Rendered:
    """Set a sample as PDF."""
    found, told = settled(sample.units, lambda unit, shapes: unit_job(sample, unit, shapes))
    toml = (STYLES / "faces.toml").read_text(encoding="utf-8")
    job = LinkJob(
        fragments=found.fragments,
        page_map=found.page_map,
        metadata=METADATA,
        identifier=IDENTIFIER,
        faces=tuple(cut(read_faces(toml, "faces.toml")).values()),
    )
    return Rendered(pdf=link(job), fragments=found.fragments, page_map=found.page_map, rounds=told)
