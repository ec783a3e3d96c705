"""The search for leaks finds one, wherever it is planted, and none in a sound work."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest

from tests.classroom import lay_down, made
from tests.leaks import leaks, secrets

pytestmark = pytest.mark.slow

PLANTED = "names the place and what could not be seen"
ALL = ("answers: retrieval, page-list: student.pdf}", "answers: all, page-list: student.pdf}")
LOCKED = ("extends: student, audience: teacher, answers: all, page-locked-to: student", "")


def found(name: str, data: bytes, root: Path) -> set[str]:
    return {leak.where for leak in leaks(name, data, secrets(root))}


def test_what_a_class_is_given_holds_nothing_of_its_teachers(tmp_path: Path) -> None:
    lay_down(tmp_path)
    sought = secrets(tmp_path)
    assert tuple(PLANTED.split()[:5]) in sought
    for name, artefact in made(tmp_path, "student.*").items():
        assert leaks(name, artefact.data, sought) == []
        for suffix, data in artefact.beside.items():
            assert leaks(name + suffix, data, sought) == []


def test_an_edition_that_prints_all_answers_leaks(tmp_path: Path) -> None:
    lay_down(tmp_path)
    sought = secrets(tmp_path)
    leaky = tmp_path / "leaky"
    leaky.mkdir()
    lay_down(leaky, ALL, LOCKED)
    for name, artefact in made(leaky, "student.*").items():
        assert tuple(PLANTED.split()[:5]) in {
            tuple(leak.words.split()) for leak in leaks(name, artefact.data, sought)
        }


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, bytes]:
    root = tmp_path_factory.mktemp("crossing")
    lay_down(root)
    files = made(root, "student.*")
    return root, files["student.pdf"].data, files["student.epub"].data


def test_a_secret_in_the_metadata_of_a_pdf_is_found(book: tuple[Path, bytes, bytes]) -> None:
    root, pdf, _ = book
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.docinfo["/Subject"] = PLANTED
        saved = BytesIO()
        opened.save(saved)
    assert found("a.pdf", saved.getvalue(), root) >= {"a.pdf, string"}


def test_a_secret_in_a_compressed_attachment_is_found(book: tuple[Path, bytes, bytes]) -> None:
    root, pdf, _ = book
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.attachments["a.txt"] = PLANTED.encode()
        saved = BytesIO()
        opened.save(saved, compress_streams=True)
    assert "a.pdf, attachment a.txt" in found("a.pdf", saved.getvalue(), root)


def test_a_secret_in_a_file_of_a_package_is_found(book: tuple[Path, bytes, bytes]) -> None:
    root, _, epub = book
    packed = BytesIO(epub)
    with ZipFile(packed, "a") as archive:
        archive.writestr("EPUB/a.xhtml", f"<p>{PLANTED.replace('place', '<em>place</em>')}</p>")
    assert found("a.epub", packed.getvalue(), root) >= {"a.epub, text of EPUB/a.xhtml"}
