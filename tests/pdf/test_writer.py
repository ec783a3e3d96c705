"""The file format: what the writer writes, others read."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.pdf import outline
from octavo.pdf.outline import Item
from octavo.pdf.strings import number, string
from octavo.pdf.writer import Writer
from tests.judges import page_validation


def _file(writer: Writer, extra: bytes = b"") -> pikepdf.Pdf:
    pages = writer.reserve()
    page = writer.add(b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 9 9]/Resources<<>>>>" % pages)
    writer.add(b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % page, pages)
    root = writer.add(b"<</Type/Catalog/Pages %d 0 R%s>>" % (pages, extra))
    return pikepdf.open(BytesIO(writer.finish(root, writer.add(b"<<>>"), "urn:x")))


def test_objects_are_found_whether_packed_or_not() -> None:
    writer = Writer()
    later = writer.reserve()
    many = [writer.add(b"<</N %d>>" % n) for n in range(2300)]
    stream = writer.stream(b"<</Kind/Plain", b"some data")
    writer.add(b"[%d 0 R %d 0 R]" % (many[300], stream), later)
    pdf = _file(writer, b"/Later %d 0 R" % later)
    assert pdf.Root.Later[0].N == 300
    assert pdf.Root.Later[1].read_bytes() == b"some data"
    assert pdf.check_pdf_syntax() == []


@pytest.mark.parametrize("last", [b"\r", b"\n", b" "])
def test_a_stream_is_as_long_as_it_says_whatever_its_last_byte(tmp_path: Path, last: bytes) -> None:
    writer = Writer()
    pages = writer.reserve()
    writer.add(b"<</Type/Pages/Count 0/Kids[]>>", pages)
    writer.stream(b"<</Kind/Plain", b"some data" + last)
    root = writer.add(b"<</Type/Catalog/Pages %d 0 R>>" % pages)
    path = tmp_path / "file.pdf"
    path.write_bytes(writer.finish(root, writer.add(b"<<>>"), "urn:x"))
    said = page_validation([path], "2a")
    assert said != []  # of all that such a file lacks
    assert [line for line in said if "STREAM-LENGTH" in line] == []


def test_a_number_without_an_object_is_refused() -> None:
    writer = Writer()
    writer.reserve()
    with pytest.raises(ValueError, match="object 1 was never written"):
        writer.finish(1, 1, "urn:x")


def test_the_second_identifier_tells_contents_apart() -> None:
    one, same, other = Writer(), Writer(), Writer()
    other.add(b"<</Another 1>>")
    ids = [[bytes(each) for each in _file(writer).trailer.ID] for writer in (one, same, other)]
    assert ids[0] == ids[1]
    assert ids[0][0] == ids[2][0]
    assert ids[0][1] != ids[2][1]


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_strings_come_back_and_stand_on_one_line(text: str) -> None:
    written = string(text)
    assert b"\n" not in written
    parsed = pikepdf.Object.parse(written)
    assert str(parsed) == text or text != text.encode().decode("pdfdoc", "ignore")


@pytest.mark.parametrize(
    ("value", "written"), [(1.0, b"1"), (0.5, b"0.5"), (-12.25, b"-12.25"), (1 / 3, b"0.333333")]
)
def test_numbers_are_short(value: float, written: bytes) -> None:
    assert number(value) == written


def test_an_outline_nests_by_levels_though_some_are_skipped() -> None:
    writer = Writer()
    place = b"[null /XYZ 0 0 0]"
    levels = [("I", 1), ("1", 2), ("a", 4), ("b", 3), ("2", 2), ("II", 1)]
    root = outline.write((Item(level, title, place) for title, level in levels), writer)
    pdf = _file(writer, b"/Outlines %d 0 R" % root)
    with pdf.open_outline() as opened:
        one, two = opened.root
        assert (one.title, two.title) == ("I", "II")
        assert [item.title for item in one.children] == ["1", "2"]
        assert [item.title for item in one.children[0].children] == ["a", "b"]
    assert pdf.Root.Outlines.Count == 6


def test_no_bookmarks_make_no_outline() -> None:
    assert outline.write([], Writer()) == 0
