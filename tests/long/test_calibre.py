"""calibre makes an AZW3 of the EPUB, and finds its contents again in it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from lxml import etree

from tests.book.conftest import Built
from tests.judges import missing

pytestmark = [pytest.mark.slow, pytest.mark.judge, pytest.mark.long]


def _converted(source: Path, target: Path) -> Path:
    done = missing.run(missing.program("ebook-convert", "calibre"), str(source), str(target))
    assert done.returncode == 0, done.stdout + done.stderr
    return target


def _labels(book: Path) -> list[str]:
    with zipfile.ZipFile(book) as opened:
        (name,) = (name for name in opened.namelist() if name.endswith(".ncx"))
        tree = etree.fromstring(opened.read(name))
    texts = tree.iterfind(".//{*}navPoint/{*}navLabel/{*}text")
    return [" ".join((text.text or "").split()) for text in texts]


def test_an_azw3_has_the_contents_of_the_epub(built: Built, tmp_path: Path) -> None:
    azw3 = _converted(built.epub, tmp_path / "student.azw3")
    again = _labels(_converted(azw3, tmp_path / "again.epub"))
    labels = _labels(built.epub)
    assert len(labels) > 100
    assert again == labels
