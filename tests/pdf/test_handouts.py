"""Handouts as files: every folio is the release's, on either paper, and no answer is there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from octavo.engine.commission import Commission
from octavo.engine.plan import draw_up
from octavo.engine.recipes import RECIPES
from octavo.engine.tasks import alone
from octavo.matter.folios import filled
from octavo.matter.page import XHTML
from octavo.model import PageMap, Sheet
from octavo.pagination import as_json
from tests import judges
from tests.commandline import octavo

RELEASE = "releases/student-2026-01-01.pagemap.json"
TARGETS = f"""\
  a4.pdf: {{edition: student, format: handout, paper: a4}}
  letter.pdf: {{edition: student, format: handout, paper: letter}}
  question.pdf: {{edition: student, format: handout, paper: a4, of: [q1.3]}}
release: {RELEASE}
"""
NAMES = ("a4.pdf", "letter.pdf", "question.pdf")
PER_PAGE = 7


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small work that was printed with quite other pages than it has now."""
    folder = tmp_path_factory.mktemp("handouts") / "demo"
    assert octavo("init", str(folder)).status == 0
    units = draw_up(folder, ["student.pdf"]).orders[0].units
    anchors = list(chain.from_iterable(unit.anchors for unit in units))
    pages = PageMap(
        sheets=tuple(Sheet(str(301 + at)) for at in range(len(anchors) // PER_PAGE + 1)),
        anchors={name: str(301 + at // PER_PAGE) for at, name in enumerate(anchors)},
    )
    (folder / RELEASE).parent.mkdir()
    (folder / RELEASE).write_bytes(as_json(pages))
    with (folder / "book.yaml").open("a") as manifest:
        manifest.write(TARGETS)
    return folder


@pytest.fixture(scope="module")
def files(root: Path) -> dict[str, bytes]:
    orders = draw_up(root, NAMES).orders
    return {o.target.path: alone(RECIPES["handout"], o).data for o in orders}


def lines(pdf: bytes) -> list[str]:
    pages = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_range() for page in pages)
    return [line.strip() for line in text.splitlines() if line.strip()]


def slots(xhtml: bytes, kind: str) -> Iterator[str]:
    for link in etree.fromstring(xhtml).iter(f"{{{XHTML}}}a"):
        if link.get("data-slot") == kind:
            yield str(link.get("href"))[1:]


def test_every_folio_is_that_of_the_release(root: Path, files: dict[str, bytes]) -> None:
    for order in draw_up(root, NAMES).orders:
        assert order.release is not None
        assert order.printed is None
        (unit,) = order.units
        wanted = [order.release.anchors[target] for target in slots(unit.xhtml, "page")]
        assert wanted
        text = " ".join(lines(files[order.target.path]))
        assert Counter(re.findall(r"\(page\s(\d+)\)", text)) == Counter(wanted)
        said = re.search(r"pp?\.\s(\d+)", text)
        assert said is not None
        assert said[1] in {order.release.anchors.get(name) for name in unit.anchors}
        assert "student-2026-01-01" in text


def test_every_number_is_that_of_the_book(files: dict[str, bytes]) -> None:
    text = lines(files["question.pdf"])
    assert "Source 1.1" in text
    assert "1.3 [4]" in text


def test_both_papers_have_the_same_lines(files: dict[str, bytes]) -> None:
    def own(pdf: bytes) -> list[str]:
        # In the order of the alphabet: what is out of the flow is painted at the end of its page.
        return sorted(line for line in lines(pdf) if not re.match(r"From |©|side |student-", line))

    assert own(files["a4.pdf"]) == own(files["letter.pdf"])
    sizes = [pypdfium2.PdfDocument(files[name])[0].get_size() for name in NAMES[:2]]
    assert [tuple(round(side / 72 * 25.4) for side in size) for size in sizes] == [
        (210, 297),
        (216, 279),
    ]


def test_nothing_is_printed_within_six_millimetres_of_an_edge(files: dict[str, bytes]) -> None:
    for name in NAMES:
        for page in pypdfium2.PdfDocument(files[name]):
            picture = page.render(scale=2).to_pil().convert("L").point(lambda grey: 255 - grey)
            left, top, right, bottom = picture.getbbox() or (0, 0, 0, 0)
            edge = 2 * 6 / 25.4 * 72
            assert min(left, top, picture.width - right, picture.height - bottom) >= edge


def test_no_answer_stands_on_the_sheet_that_pupils_get(files: dict[str, bytes]) -> None:
    for name in NAMES:
        text = " ".join(lines(files[name]))
        assert "He counted by eye" not in text
        assert "another base, another story" not in text


def test_answers_are_a_sheet_of_their_own(root: Path) -> None:
    commission = Commission(words=("bridge",), answers=True)
    assert commission.paths == ("handouts/bridge-a4.pdf", "handouts/bridge-answers-a4.pdf")
    said = octavo("-C", str(root), "handout", "bridge", "--answers")
    assert said.status == 0, said.text
    text = " ".join(lines((root / "build" / commission.paths[1]).read_bytes()))
    assert "He counted by eye" in text
    assert "another base, another story" in text
    assert "I set down 1,240 souls" not in text


def test_what_leads_out_is_plain_text(root: Path) -> None:
    (order,) = draw_up(root, ["question.pdf"]).orders
    unit = filled(order.units[0], order.release or PageMap())
    targets = {
        str(link.get("href"))[1:]
        for link in etree.fromstring(unit.xhtml).iter(f"{{{XHTML}}}a")
        if str(link.get("href")).startswith("#")
    }
    assert targets <= set(unit.anchors)


@pytest.mark.judge
def test_qpdf_and_verapdf_find_nothing(files: dict[str, bytes], tmp_path: Path) -> None:
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    paths = [tmp_path / name for name in files]
    assert [judges.qpdf_check(path) for path in paths] == [[]] * len(paths)
    assert all(verdict.compliant for verdict in judges.verapdf(paths))


def test_a_sheet_of_paper_is_asked_for_and_what_it_took_is_said(root: Path) -> None:
    said = octavo("-C", str(root), "handout", "q1.3", "--sheets", "1")
    assert said.status == 0
    assert "set at 11/15 to fit 1 sheet (2 pages)" in said.text
    said = octavo("-C", str(root), "handout", "bridge", "--sheets", "1")
    assert re.search(r"it needs \d pages even at 9\.5/12\.5", said.text)


def test_support_has_starters_and_a_word_bank(root: Path) -> None:
    said = octavo("-C", str(root), "handout", "q1.3", "--support", "-o", str(root / "help.pdf"))
    assert said.text.endswith(f"wrote {root / 'help.pdf'}\n")
    text = lines((root / "help.pdf").read_bytes())
    assert "If the total were …" in " ".join(text)
    assert "Word bank" in text
    assert "straggler" in text
