"""The server that processes are forked by is begun with what the last build needed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from octavo.engine import log, plan, server
from octavo.engine.log import Log, Needs
from octavo.themes import Theme
from octavo.typefaces.fontconfig import fontconfig

# In a process of its own: a server is begun once, with one set of faces.
PROGRAM = """
import sys
from pathlib import Path
from octavo.engine import server
from octavo.engine.executors import Processes

def loaded(_):
    from octavo.pdf import layout
    import pyphen
    return layout._kept_styles.cache_info().currsize, len(pyphen.hdcache)

if __name__ == "__main__":
    root, fonts = map(Path, sys.argv[1:])
    server.begin_as_before(root)
    print(server.serves(fonts))
    with Processes(2, fonts) as processes:
        print(*processes.submit(loaded, None).result())
"""


@pytest.fixture(scope="module")
def fonts() -> Path:
    return fontconfig(plan.faces_of(Theme()).values())


def _begun(root: Path, fonts: Path) -> list[str]:
    program = root / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    command = [sys.executable, str(program), str(root), str(fonts)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout.splitlines()


@pytest.mark.slow
def test_style_sheets_and_hyphenation_are_there_before_a_process_is(
    tmp_path: Path, fonts: Path
) -> None:
    needs = Needs(str(fonts), ("base.css", "print.css"), ("en-GB", "ru", "xx"))
    log.save(tmp_path, Log(needs=needs))
    assert _begun(tmp_path, fonts) == ["True", "1 2"]


@pytest.mark.slow
def test_a_style_sheet_that_is_gone_is_left_to_who_lays_out(tmp_path: Path, fonts: Path) -> None:
    log.save(tmp_path, Log(needs=Needs(str(fonts), ("gone.css",), ("en-GB",))))
    assert _begun(tmp_path, fonts)[0] == "True"


def test_faces_that_are_gone_begin_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "_begun", [])
    log.save(tmp_path, Log(needs=Needs(str(tmp_path / "gone.conf"))))
    server.begin_as_before(tmp_path)
    assert not server.serves(tmp_path / "gone.conf")


def test_the_log_keeps_what_layouts_needed(tmp_path: Path) -> None:
    needs = Needs("fonts.conf", ("base.css",), ("en",))
    log.save(tmp_path, Log(needs=needs))
    assert log.load(tmp_path).needs == needs
    assert json.loads((tmp_path / log.FOLDER / "log.json").read_text())["version"] == log.VERSION
