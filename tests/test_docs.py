"""The documents speak of what is there: commands, components, attributes, modules, files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from octavo.cli import COMMANDS
from octavo.sources.components import BOX_KINDS, COMPONENTS, QUESTION_KINDS

ROOT = Path(__file__).parents[1]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_the_readme_has_every_command(command: str) -> None:
    assert f"| `octavo {command}" in read("README.md")


@pytest.mark.parametrize("name", COMPONENTS)
def test_the_source_format_has_every_component_and_attribute(name: str) -> None:
    (row,) = re.findall(rf"^\| `{name}` \|.*$", read("docs/source-format.md"), re.MULTILINE)
    for attribute in COMPONENTS[name].attributes:
        assert f"`{attribute}`" in row
    if COMPONENTS[name].id_required:
        assert "`#id`\\*" in row


@pytest.mark.parametrize("kind", [*BOX_KINDS, *QUESTION_KINDS])
def test_the_source_format_has_every_kind(kind: str) -> None:
    assert f"`{kind}`" in read("docs/source-format.md")


def test_the_architecture_has_every_room() -> None:
    text = read("docs/architecture.md")
    package = ROOT / "src" / "octavo"
    rooms = [f"{path.name}/" for path in package.iterdir() if (path / "__init__.py").is_file()]
    rooms += [path.name for path in package.glob("*.py") if not path.name.startswith("__")]
    assert [room for room in rooms if f"`{room}`" not in text] == []


@pytest.mark.parametrize(
    "name",
    ["README.md", "LICENSES/README.md", *(f"docs/{p.name}" for p in (ROOT / "docs").glob("*.md"))],
)
def test_links_between_documents_lead_to_files(name: str) -> None:
    folder = (ROOT / name).parent
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", read(name))
    assert [link for link in links if not (folder / link).exists()] == []
