"""The same job gives the same bytes, here and in another place, time zone and process."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from tests.pdf.pipeline import render
from tests.pdf.samples import chapter, job, paragraphs, unit

ROOT = Path(__file__).parents[2]

PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9"/></svg>'

PROGRAM = """
import hashlib
from tests.pdf import conftest  # shows Pango the faces
from tests.pdf.test_bytes import sample
print(hashlib.sha256(sample()).hexdigest())
"""


def sample() -> bytes:
    """Return a small book with a picture and links."""
    body = '<figure class="figure"><img src="media/a.svg" alt="A square"/></figure>'
    contents = '<p class="toc-line"><a class="slot" href="#one" data-slot="page"></a></p>'
    return render(
        job(
            unit("contents", contents, matter="front"),
            chapter("one", body + paragraphs(3)),
            resources={"media/a.svg": PICTURE},
        )
    ).pdf


def test_twice_in_one_process() -> None:
    assert sample() == sample()


def test_in_another_directory_time_zone_and_hash_seed(tmp_path: Path) -> None:
    environment = os.environ | {
        "TZ": "Asia/Kathmandu",
        "PYTHONHASHSEED": "7",
        "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
        "FONTCONFIG_FILE": "",
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == hashlib.sha256(sample()).hexdigest()


def test_no_path_of_this_machine_is_in_the_file() -> None:
    assert str(ROOT).encode() not in sample()
