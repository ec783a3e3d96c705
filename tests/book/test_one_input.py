"""One figure of the book's ledger changes: a build names every text that no longer agrees."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.commandline import octavo

ROOT = Path(__file__).parents[2]


def test_every_line_that_prints_a_changed_figure_is_named(tmp_path: Path) -> None:
    shutil.copyfile(ROOT / "book.yaml", tmp_path / "book.yaml")
    shutil.copytree(ROOT / "chapters", tmp_path / "chapters")
    facts = tmp_path / "chapters" / "facts.yaml"
    ledger = facts.read_text(encoding="utf-8")
    facts.write_text(ledger.replace("value: 10201", "value: 10210"), encoding="utf-8")

    said = octavo("-C", str(tmp_path), "build")

    named = set(re.findall(r"^(\S+?:\d+):\d+: error: .*\[OCT-fact-disagrees\]$",
                           said.text, re.MULTILINE))  # fmt: skip
    # Extracts stay as the documents have them.
    printed = {
        f"chapters/{path.name}:{number}"
        for path in sorted((tmp_path / "chapters").iterdir())
        if path.suffix in {".md", ".yaml"} and path != facts
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if "10,201" in line and not line.startswith(">")
    }
    assert said.status == 1
    assert not (tmp_path / "build").exists()
    assert printed
    assert printed <= named
    assert named - printed  # what is worked out from it, too
