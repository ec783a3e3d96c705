"""Every book there is here, linked, is what one WeasyPrint document would be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pikepdf
import pytest

from octavo.engine.plan import draw_up
from octavo.engine.recipes import RECIPES
from octavo.engine.recipes.layouts import unit_job
from octavo.engine.tasks import alone
from octavo.pdf.link import LinkJob, link
from tests import judges, reference
from tests.commandline import octavo
from tests.edits import work
from tests.pdf import compare
from tests.pdf.pipeline import settled

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]

SIZES = {"a small trim": 1.15}
"""How much larger than the reference a linked file may be, where not a tenth: a page of ten lines
weighs little beside its own objects."""


@dataclass(frozen=True)
class Pair:
    """A linked file, its folios by anchor, its reference, the EPUB of the edition, and a bound."""

    linked: bytes
    anchors: Mapping[str, str]
    reference: reference.Reference
    file: Path
    epub: Path
    size: float


@pytest.fixture(scope="module", params=["the shipped book", "the example book", "a small trim"])
def pair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Pair:
    folder = tmp_path_factory.mktemp("reference")
    root = ROOT
    if request.param == "the example book":
        root = folder / "example"
        assert octavo("init", str(root))[0] == 0
    elif request.param == "a small trim":
        root = folder / "small"
        work.write(root)
    order, electronic = draw_up(root, ["student.pdf", "student.epub"]).orders
    found, _ = settled(order.units, partial(unit_job, order))
    linked = link(
        LinkJob(
            fragments=found.fragments,
            page_map=found.page_map,
            metadata=order.metadata,
            identifier=order.identifier,
            faces=tuple(path for _, path in order.faces),
        )
    )
    heads = reference.heads(found.fragments, found.page_map)
    whole = replace(unit_job(order, order.units[0], {}), resources=order.resources)
    one = reference.render(order.units, order.metadata, whole, heads, found.page_map.anchors)
    file, epub = folder / "linked.pdf", folder / "packed.epub"
    file.write_bytes(linked)
    epub.write_bytes(alone(RECIPES["epub"], electronic).data)
    return Pair(linked, found.page_map.anchors, one, file, epub, SIZES.get(request.param, 1.1))


def test_every_anchor_has_the_same_folio(pair: Pair) -> None:
    assert dict(pair.anchors) == dict(pair.reference.anchors)


def test_no_page_is_another_picture(pair: Pair) -> None:
    assert compare.differing_pictures(pair.linked, pair.reference.pdf) == []


def test_no_text_is_extracted_otherwise(pair: Pair) -> None:
    assert compare.differing_texts(pair.linked, pair.reference.pdf) == []


def test_the_structure_is_the_same_element_by_element(pair: Pair) -> None:
    assert compare.tags(pair.linked) == compare.tags(pair.reference.pdf)


def test_every_mark_has_an_element_that_the_tree_reaches(pair: Pair) -> None:
    assert compare.unsound(pair.linked) == []


def test_every_link_is_alive(pair: Pair) -> None:
    dead, alive = compare.links(pair.linked)
    assert dead == []
    assert alive > 0


def test_it_is_hardly_larger(pair: Pair) -> None:
    assert len(pair.linked) <= pair.size * len(pair.reference.pdf)


@pytest.mark.judge
def test_verapdf_finds_it_compliant(pair: Pair) -> None:
    assert judges.verapdf_as_claimed([pair.file]) == []


@pytest.mark.judge
def test_two_versions_of_qpdf_find_nothing(pair: Pair) -> None:
    assert judges.qpdf_check(pair.file) == []
    with pikepdf.open(pair.file) as opened:
        assert opened.check_pdf_syntax() == []


@pytest.mark.judge
def test_epubcheck_has_no_messages(pair: Pair) -> None:
    assert judges.epubcheck([pair.epub]) == []
