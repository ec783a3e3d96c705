"""Every rule of a real build has its row of tools."""

from __future__ import annotations

import shutil
from pathlib import Path

from octavo.engine import log, run, versions
from octavo.engine.graph import Edge
from tests.conftest import STOCK


def test_every_rule_has_its_tools(tmp_path: Path) -> None:
    """One without a row depends on every tool: it would be done again for no reason."""
    shutil.copytree(STOCK, tmp_path, dirs_exist_ok=True)
    edges: list[Edge] = []
    events = list(run.build(tmp_path, listener=run.Listener(stepped=edges.append)))
    assert [type(event) for event in events] == [run.Made, run.Made]
    assert {edge.rule for edge in edges} - set(versions.TOOLS_OF) == set()
    known = set(versions.now(log.load(tmp_path)))
    assert {name for names in versions.TOOLS_OF.values() for name in names} <= known


def test_a_second_build_recalls_every_step(tmp_path: Path) -> None:
    """Whatever a real step makes can be read back."""
    shutil.copytree(STOCK, tmp_path, dirs_exist_ok=True)
    list(run.build(tmp_path))
    before = {path: path.read_bytes() for path in (tmp_path / "build").iterdir()}
    shutil.rmtree(tmp_path / "build")
    edges: list[Edge] = []
    list(run.build(tmp_path, listener=run.Listener(stepped=edges.append)))
    assert {edge.rule for edge in edges if not edge.recalled} == {"link", "pack"}
    assert {path: path.read_bytes() for path in (tmp_path / "build").iterdir()} == before
