"""The same book is the same bytes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from octavo.archive import pack
from octavo.epub.package import package
from tests.epub.samples import job, whole_job

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src"
PROGRAM = (
    "import hashlib; from tests.epub.samples import job; from octavo.epub.package import package; "
    "print(hashlib.sha256(package(job())).hexdigest())"
)


def test_twice_the_same() -> None:
    assert package(whole_job()) == package(whole_job())


@pytest.mark.parametrize(("zone", "seed"), [("Pacific/Kiritimati", "1"), ("America/Lima", "2")])
def test_the_same_in_another_zone_and_order(zone: str, seed: str, tmp_path: Path) -> None:
    environment = os.environ | {
        "TZ": zone,
        "PYTHONHASHSEED": seed,
        "PYTHONPATH": f"{SOURCE}{os.pathsep}{ROOT}",
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        check=True,
        cwd=tmp_path,
        encoding="utf-8",
        env=environment,
    )
    assert done.stdout.strip() == hashlib.sha256(package(job())).hexdigest()


def test_the_container_is_what_an_epub_has_to_be() -> None:
    data = pack({"b.txt": b"x" * 99, "a.png": b"x" * 99}, "application/epub+zip")
    assert data[30:58] == b"mimetypeapplication/epub+zip"
    with ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == ["mimetype", "a.png", "b.txt"]
    assert [entry.compress_type for entry in entries] == [ZIP_STORED, ZIP_STORED, ZIP_DEFLATED]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}
