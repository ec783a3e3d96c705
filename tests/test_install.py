"""octavo as it is installed: from a wheel elsewhere, and editable in the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from octavo import themes

ROOT = Path(__file__).parents[1]


def test_an_editable_install_reads_the_checkouts_theme() -> None:
    assert themes.default() == ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install octavo's wheel, with its dependencies borrowed from this environment."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("octavo-*.whl")
    place = folder / "venv"
    venv.create(place, with_pip=False)
    python = place / "bin" / "python"
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", wheel],
        check=True,
        capture_output=True,
    )
    # The packages that octavo needs are borrowed, octavo itself is not: what the
    # path file names comes after the environment's own packages.
    site = next((place / "lib").glob("python3*/site-packages"))
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return place / "bin" / "octavo"


@pytest.mark.slow
def test_a_new_work_builds_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    """``octavo init demo && octavo -C demo build`` in another folder, without warnings."""
    environment = {**os.environ, "PYTHONPATH": ""}

    def octavo(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [installed, *arguments],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )

    octavo("init", "demo")
    done = octavo("-C", "demo", "build", "--strict")
    assert done.stderr == ""
    assert {line.split(":")[0] for line in done.stdout.splitlines()} == {
        "build/student.pdf",
        "build/student.epub",
    }
    explained = octavo("-C", "demo", "explain", "--inputs", "student.pdf").stdout
    assert "octavo:styles/print.css" in explained
    theme = subprocess.run(
        [
            installed.parent / "python",
            "-c",
            "from octavo import themes; print(themes.default())",
        ],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert theme.stdout.strip().endswith("site-packages/octavo/theme")
