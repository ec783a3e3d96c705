"""EPUBCheck has nothing to say."""

from __future__ import annotations

from pathlib import Path

import pytest

from octavo.epub.job import Job
from octavo.epub.package import package
from tests.epub.samples import job, paged_job, whole_job
from tests.judges import epubcheck


@pytest.mark.judge
@pytest.mark.parametrize("made", [job(), whole_job(), paged_job()], ids=["small", "whole", "paged"])
def test_epubcheck_has_no_message(made: Job, tmp_path: Path) -> None:
    path = tmp_path / "book.epub"
    path.write_bytes(package(made))
    assert epubcheck([path]) == []
