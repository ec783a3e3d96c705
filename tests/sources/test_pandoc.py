"""The subset is Pandoc's: for every fixture, its tree and ours say the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources import oracle

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*.md"))


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_tree_is_pandocs(path: Path) -> None:
    """Pandoc reads the fixture as octavo does."""
    source = path.read_text(encoding="utf-8")
    assert oracle.ours(source) == oracle.pandoc(source)
