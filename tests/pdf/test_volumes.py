"""A volume as a file: folios that run on, links that lead somewhere, sound for itself."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from octavo.matter.volumes import leaf, volumes
from octavo.model import PageMap
from octavo.pdf import layout
from octavo.pdf.link import LinkJob, link
from octavo.pdf.pagemap import extent, of_volume
from octavo.typefaces.cut import cut
from octavo.typefaces.faces import read_faces
from tests.judges import qpdf_check, verapdf
from tests.pdf.pipeline import settled, unit_job
from tests.pdf.samples import METADATA, STYLES, chapter, job, paragraphs, unit

SEE = '<p>See <a class="crossref" href="#{0}">{0}</a>, page <a class="slot" href="#{0}" '
SEE += 'data-slot="page"></a>.</p>'


@dataclass(frozen=True)
class Bound:
    """A book in two volumes: the map of the whole, and the second volume with its own."""

    whole: PageMap
    pages: PageMap
    pdf: bytes


@pytest.fixture(scope="module")
def bound() -> Bound:
    sample = job(
        unit("titlepage", '<h1 id="t">A Sample</h1>', matter="front"),
        chapter("one", SEE.format("two") + paragraphs(40)),
        chapter("two", SEE.format("one") + paragraphs(25)),
    )
    found, _ = settled(sample.units, lambda each, shapes: unit_job(sample, each, shapes))
    every = volumes(sample.units, found.page_map, len(found.page_map.sheets) - 2)
    first = layout.lay_out(unit_job(sample, leaf(every[1], every, found.page_map, METADATA), {}))
    names = [each.name for each in every[1].units]
    assert names == ["two"]
    pages = of_volume(found.page_map, names, extent(first))
    toml = (STYLES / "faces.toml").read_text(encoding="utf-8")
    made = LinkJob(
        fragments=(first, *(each for each in found.fragments if each.unit in names)),
        page_map=pages,
        metadata=METADATA,
        identifier="urn:uuid:00000000-0000-4000-8000-000000000002",
        faces=tuple(cut(read_faces(toml, "faces.toml")).values()),
    )
    return Bound(found.page_map, pages, link(made))


def test_folios_run_on_behind_a_leaf_that_has_none(bound: Bound) -> None:
    start = bound.whole.starts["two"]
    expected = [sheet.folio for sheet in bound.whole.sheets[start:]]

    assert [sheet.folio for sheet in bound.pages.sheets] == ["", "", *expected]
    with pikepdf.open(BytesIO(bound.pdf)) as pdf:
        assert [str(page.label) for page in pdf.pages] == ["", "", *expected]


def test_a_link_into_another_volume_leads_to_the_leaf(bound: Bound) -> None:
    with pikepdf.open(BytesIO(bound.pdf)) as pdf:
        names = pdf.Root.Names.Dests.Names
        places = {str(names[at]): names[at + 1][0].objgen for at in range(0, len(names), 2)}
        linked = [str(note.Dest) for page in pdf.pages for note in page.get("/Annots", ())]
        assert "one" in linked
        assert set(linked) <= set(places)
        assert places["one"] == pdf.pages[0].objgen
        assert places["two"] == pdf.pages[2].objgen


def test_a_volume_is_a_sound_accessible_file(bound: Bound, tmp_path: Path) -> None:
    path = tmp_path / "volume.pdf"
    path.write_bytes(bound.pdf)

    assert qpdf_check(path) == []
    (verdict,) = verapdf([path])
    assert verdict.failures == ()
