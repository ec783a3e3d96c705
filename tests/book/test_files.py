"""The files of the book: the same everywhere, and sound by every judge."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from octavo.engine.plan import read
from tests import judges
from tests.book.conftest import ELSEWHERE, UNTAGGED, Built

pytestmark = pytest.mark.slow

FAMILIES = re.compile(r"/[A-Z]{6}\+Octavo-(Serif|Sans)")


def said(built: Built) -> list[str]:
    """Return the lines of a build that are no warning, nor what belongs to one."""
    return [line for line in built.said.splitlines() if line.startswith("build/")]


def test_nothing_is_said_but_one_line_an_artefact(built: Built) -> None:
    lines = {line.partition(":")[0].removeprefix("build/"): line for line in said(built)}
    assert set(lines) == {target.path for target in read(built.root).work.targets}
    # Parts that two editions share are made once.
    made = r"(?:\d+ of \d+ parts made|(\d+) of \1 units laid out)"
    counts = r"(?:\d+ (?:pages?|cards|questions|records), )?[\d.]+ [kM]?B, [\d.]+ s"
    sheets = r", \d+ sheets in \d+ signatures?(?:, \d+ pages? blank)?"
    whole = rf"build/\S+: {counts}, {made}(?:{sheets}|, spine .*)?"
    assert [line for line in lines.values() if not re.fullmatch(whole, line)] == []


@pytest.mark.parametrize("name", ELSEWHERE)
def test_bytes_do_not_depend_on_where_and_when(
    built: Built, built_elsewhere: Built, name: str
) -> None:
    here = (built.root / "build" / name).read_bytes()
    assert here == (built_elsewhere.root / "build" / name).read_bytes()
    assert str(built.root).encode() not in here


@pytest.mark.judge
def test_epubcheck_has_no_messages(built: Built) -> None:
    assert judges.epubcheck(sorted(built.root.glob("build/*.epub"))) == []


@pytest.mark.judge
def test_ace_finds_nothing(built: Built) -> None:
    books = sorted(built.root.glob("build/*.epub"))
    assert len(books) > 1
    assert judges.ace(books) == []


@pytest.mark.judge
def test_pandoc_reads_every_heading_and_every_paragraph(built: Built) -> None:
    read_back = judges.pandoc(built.epub)
    heads, paragraphs = [], []
    with zipfile.ZipFile(built.epub) as book:
        for name in book.namelist():
            if "chapter-" in name:
                tree = etree.fromstring(book.read(name))
                heads += [
                    _words(head) for head in tree.iter(*(f"{{*}}h{level}" for level in "123456"))
                ]
                paragraphs += [_words(each) for each in tree.iter("{*}p") if not len(each)]
    assert len(heads) > 90
    assert len(paragraphs) > 300
    assert [head for head in heads if head not in read_back.headings] == []
    assert [words for words in paragraphs if words not in read_back.text] == []


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


VERAPDF = ("student.pdf", "teacher.pdf", "large-print.pdf", "handouts/machinery-a4.pdf")
"""What veraPDF judges, which takes a fifth of a second a page; the rest is page-validation's, and
`make judges` shows veraPDF all of it."""


@pytest.mark.judge
def test_verapdf_finds_pdf_ua_and_pdf_a(built: Built) -> None:
    assert judges.verapdf_as_claimed(built.root / "build" / name for name in VERAPDF) == []


@pytest.mark.judge
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_page_validation_finds_nothing(built: Built, profile: str) -> None:
    files = [path for path in built.root.glob("build/**/*.pdf") if path.name not in UNTAGGED]
    assert len(files) > 40
    assert judges.page_validation(files, profile) == []


@pytest.mark.judge
def test_sheets_can_be_kept_and_searched(built: Built) -> None:
    assert judges.page_validation([built.root / "build" / "booklet.pdf"], "2u") == []


@pytest.mark.judge
def test_qpdf_finds_nothing(built: Built) -> None:
    files = sorted(built.root.glob("build/**/*.pdf"))
    assert {path.name: said for path in files if (said := judges.qpdf_check(path))} == {}


def test_all_that_is_to_be_read_is_tagged(built: Built) -> None:
    untagged = set()
    for path in built.root.glob("build/**/*.pdf"):
        with pikepdf.open(path) as opened:
            if "/MarkInfo" not in opened.Root or not opened.Root.MarkInfo.Marked:
                untagged.add(path.name)
    assert untagged == UNTAGGED


@pytest.fixture(scope="module")
def pdf(built: Built) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(built.pdf) as opened:
        yield opened


def test_title_and_language_are_set(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.Root.Lang) == "en-GB"
    assert str(pdf.docinfo["/Title"]).startswith("Not a Step Back?")
    assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_every_font_is_the_editions_and_embedded(pdf: pikepdf.Pdf) -> None:
    fonts = {
        str(font.BaseFont): font
        for page in pdf.pages
        for font in page.resources.get("/Font", pikepdf.Dictionary()).values()
    }
    assert fonts
    for name, font in fonts.items():
        assert FAMILIES.match(name), name
        (descendant,) = font.DescendantFonts
        descriptor = descendant.FontDescriptor
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys()), name


def _destinations(pdf: pikepdf.Pdf) -> set[str]:
    names: set[str] = set()
    trees = [pdf.Root.Names.Dests]
    while trees:
        tree = trees.pop()
        trees += list(tree.get("/Kids", []))
        listed = list(tree.get("/Names", []))
        names |= {str(name) for name in listed[::2]}
    return names


def test_every_link_leads_somewhere(pdf: pikepdf.Pdf) -> None:
    known = _destinations(pdf)
    internal, external = 0, 0
    for page in pdf.pages:
        for link in page.get("/Annots", []):
            if "/Dest" in link:
                assert str(link.Dest) in known
                internal += 1
            else:
                assert str(link.A.URI).startswith("https://")
                external += 1
    assert internal > 200
    assert external < internal


def test_every_bookmark_leads_to_a_page(pdf: pikepdf.Pdf) -> None:
    pages = [page.objgen for page in pdf.pages]
    titles = []
    with pdf.open_outline() as outline:
        items = list(outline.root)
        while items:
            item = items.pop(0)
            items = [*item.children, *items]
            titles.append(item.title)
            destination = item.destination
            assert destination is not None, item.title
            assert isinstance(destination, pikepdf.Object)
            assert next(iter(destination)).objgen in pages, item.title
    assert [title for title in titles if title[:1].isdigit()][:4] == [
        "1. Three documents, one order",
        "2. What are barrier troops?",
        "3. The Civil War pattern, 1918–1919",
        "4. 1941: directives against disintegration",
    ]


def test_folios_are_roman_then_arabic(pdf: pikepdf.Pdf) -> None:
    labels = list(pdf.Root.PageLabels.Nums)
    assert [int(labels[0]), str(labels[1].S)] == [0, "/r"]
    assert str(labels[3].S) == "/D"
    assert int(labels[2]) % 2 == 0  # the body begins on a recto


def test_work_files_are_all_the_log_knows(built: Built) -> None:
    files = {path for path in built.root.glob("build/**/*") if path.is_file()}
    beside = {path for path in files if re.search(r"\.pagemap\.json$|\.volume-\d\.pdf$", path.name)}
    assert built.root / "build" / "student.pagemap.json" in beside
    targets = {built.root / "build" / target.path for target in read(built.root).work.targets}
    assert files - beside == targets
    assert Path(built.root / ".octavo" / "log.json").is_file()
