"""EPUBCheck has nothing to say."""

from __future__ import annotations

from pathlib import Path

import pytest

from octavo.epub.job import Job
from octavo.epub.package import package
from tests.epub.samples import job, paged_job, whole_job
from tests.judges import epubcheck

#: "Use of Font-face declaration": a remark that any book with its own faces gets.
REMARKS = frozenset({"CSS-028"})


@pytest.mark.judge
@pytest.mark.parametrize("made", [job(), whole_job(), paged_job()], ids=["small", "whole", "paged"])
def test_epubcheck_has_no_message(made: Job, tmp_path: Path) -> None:
    path = tmp_path / "book.epub"
    path.write_bytes(package(made))
    said = epubcheck([path], usage=True)
    assert [(each.id, each.text, each.places) for each in said if each.id not in REMARKS] == []
