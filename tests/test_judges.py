"""Each judge can fail: without these tests, silence from one would prove nothing."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from weasyprint import HTML

from tests.judges import (
    Inks,
    Reading,
    ace,
    epubcheck,
    inkcov,
    page_validation,
    pandoc,
    qpdf_check,
    read_back,
    verapdf,
    verapdf_as_claimed,
)

pytestmark = pytest.mark.judge

CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""

PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:isbn:9780000000002</dc:identifier>
<dc:title>A book</dc:title>
<dc:language>en</dc:language>
<meta property="dcterms:modified">2026-01-01T00:00:00Z</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
</manifest>
<spine><itemref idref="nav"/></spine>
</package>
"""

NAV = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en">
<head><title>A book</title></head>
<body>
<nav epub:type="toc" id="toc"><h1>Contents</h1><ol><li><a href="{href}">Contents</a></li></ol></nav>
{more}
</body>
</html>
"""

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>A page</title></head><body><h1>A page</h1><p>Text.</p></body></html>
"""


def write_epub(path: Path, href: str = "#toc", more: str = "") -> Path:
    """Write a book of one page, whose only link leads to `href`."""
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", CONTAINER)
        book.writestr("book.opf", PACKAGE)
        book.writestr("nav.xhtml", NAV.format(href=href, more=more))
    return path


def write_pdf(path: Path, variant: str | None) -> Path:
    HTML(string=PAGE, base_url="https://book.invalid/").write_pdf(path, pdf_variant=variant)
    return path


def test_epubcheck_tells_a_sound_book_from_one_with_a_dead_link(tmp_path: Path) -> None:
    sound = write_epub(tmp_path / "sound.epub")
    broken = write_epub(tmp_path / "broken.epub", href="#nowhere")

    (message,) = epubcheck([sound, broken])

    assert (message.path, message.severity, message.id) == (broken, "ERROR", "RSC-012")
    assert message.places == ("nav.xhtml:6:75",)


def test_verapdf_tells_a_tagged_file_from_an_untagged_one(tmp_path: Path) -> None:
    tagged = write_pdf(tmp_path / "tagged.pdf", "pdf/ua-1")
    untagged = write_pdf(tmp_path / "untagged.pdf", None)

    good, bad = verapdf([tagged, untagged], "ua1")

    assert (good.path, good.profile) == (tagged, "PDF/UA-1 validation profile")
    assert good.compliant
    assert good.failures == ()
    assert not bad.compliant
    assert "7.1" in {failure.clause for failure in bad.failures}


def test_verapdf_holds_a_file_against_the_profile_it_is_told(tmp_path: Path) -> None:
    (verdict,) = verapdf([write_pdf(tmp_path / "tagged.pdf", "pdf/ua-1")], "2a")

    assert verdict.profile.startswith("PDF/A-2A")
    assert not verdict.compliant


def test_verapdf_tells_a_file_that_does_not_claim_enough(tmp_path: Path) -> None:
    (said,) = verapdf_as_claimed([write_pdf(tmp_path / "tagged.pdf", "pdf/ua-1")])

    assert said == "tagged.pdf: claims ['PDF/UA-1 validation profile']"


def test_page_validation_tells_a_tagged_file_from_an_untagged_one(tmp_path: Path) -> None:
    tagged = write_pdf(tmp_path / "tagged.pdf", "pdf/ua-1")
    untagged = write_pdf(tmp_path / "untagged.pdf", None)

    assert page_validation([tagged], "ua1") == []
    assert page_validation([tagged], "2a") != []
    assert {line.partition(":")[0] for line in page_validation([tagged, untagged], "ua1")} == {
        "untagged.pdf"
    }


def test_verapdf_says_so_when_it_can_not_read_a_file(tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"not a PDF")

    (verdict,) = verapdf([path])

    assert not verdict.compliant
    assert verdict.failures[0].description == "veraPDF could not read the file"


def test_qpdf_tells_a_whole_file_from_a_truncated_one(tmp_path: Path) -> None:
    whole = write_pdf(tmp_path / "whole.pdf", None)
    truncated = tmp_path / "truncated.pdf"
    truncated.write_bytes(whole.read_bytes()[:-200])

    assert qpdf_check(whole) == []
    assert qpdf_check(truncated) != []


def test_ghostscript_tells_black_from_four_inks(tmp_path: Path) -> None:
    for name, colour in {"black": "0 0 0 1", "red": "0 1 1 0"}.items():
        with pikepdf.new() as pdf:
            pdf.add_blank_page(page_size=(72, 72))
            pdf.pages[0].Contents = pdf.make_stream(f"{colour} k 0 0 72 72 re f".encode())
            pdf.save(tmp_path / f"{name}.pdf")

    assert inkcov(tmp_path / "black.pdf") == [Inks(0, 0, 0, 1)]
    assert inkcov(tmp_path / "red.pdf") == [Inks(0, 1, 1, 0)]


def test_ace_tells_what_a_book_lacks(tmp_path: Path) -> None:
    book = write_epub(tmp_path / "book.epub", more='<p><img src="data:," /></p>')

    found = ace([book, book])

    assert len(found) == 2 * len(found[: len(found) // 2])
    rules = {(violation.file, violation.rule) for violation in found}
    assert ("nav.xhtml", "image-alt") in rules
    assert ("book.opf", "metadata-accessibilityhazard") in rules


def test_pandoc_reads_headings_and_text(tmp_path: Path) -> None:
    more = "<h2>More <i>of it</i></h2><p>One <b>wo</b>rd</p><p>and another.</p>"

    found = pandoc(write_epub(tmp_path / "book.epub", more=more))

    assert found == Reading(("More of it",), "More of it One word and another.")


def test_a_missing_judge_is_a_failure_that_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = write_pdf(tmp_path / "page.pdf", None)
    monkeypatch.setenv("OCTAVO_JUDGES", str(tmp_path))
    with pytest.raises(pytest.fail.Exception, match=r"tools/judges/get\.sh"):
        verapdf([pdf])

    with pytest.raises(pytest.fail.Exception, match=r"tools/judges/get\.sh"):
        ace([write_epub(tmp_path / "sound.epub")])
    monkeypatch.setenv("PATH", "")
    with pytest.raises(pytest.fail.Exception, match=r"tools/need\.sh qpdf"):
        qpdf_check(pdf)
    with pytest.raises(pytest.fail.Exception, match=r"tools/need\.sh java"):
        epubcheck([write_epub(tmp_path / "sound.epub")])


@pytest.mark.parametrize("judge", [ace, epubcheck, page_validation, verapdf])
def test_a_file_that_is_not_there_is_never_sound(
    tmp_path: Path, judge: Callable[[Iterable[Path]], object]
) -> None:
    with pytest.raises(FileNotFoundError):
        judge([tmp_path / "nothing"])


def test_tesseract_reads_nothing_where_nothing_stands(tmp_path: Path) -> None:
    Image.new("L", (800, 400), 255).save(tmp_path / "blank.png")
    assert read_back(tmp_path / "blank.png").split() == []
