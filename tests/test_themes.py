"""Where templates and styles come from, and what their faults look like."""

from __future__ import annotations

from pathlib import Path

import pytest

from octavo.errors import BuildError, Finding, Location, SourceError
from octavo.model import Text
from octavo.templating import Templates
from octavo.themes import Theme, default


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return folder(tmp_path / "base", {"templates/a.j2": "base a", "styles/base.css": "p {}"})


@pytest.fixture
def work(tmp_path: Path) -> Path:
    return folder(tmp_path / "work", {"templates/a.j2": "own a", "templates/b.j2": "own b"})


def folder(root: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return root


# -- the default theme ---------------------------------------------------------


def test_an_editable_install_reads_the_checkout() -> None:
    checkout = Path(__file__).resolve().parents[1]
    assert default() == checkout


def test_a_wheel_carries_its_theme(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "octavo"
    folder(package, {"theme/templates/a.j2": "", "theme/styles/base.css": ""})
    assert default(package) == package / "theme"


def test_a_missing_theme_is_said(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="default theme is missing"):
        default(tmp_path / "a" / "octavo")


# -- finding -------------------------------------------------------------------


def test_the_books_own_file_comes_first(work: Path, base: Path) -> None:
    theme = Theme(work, base=base)
    assert theme.template("a.j2").text == "own a"
    assert Theme(base=base).template("a.j2").text == "base a"


def test_the_default_fills_in(work: Path, base: Path) -> None:
    assert Theme(work, base=base).style("base.css").data == b"p {}"


def test_what_was_read_is_listed_without_machine_paths(work: Path, base: Path) -> None:
    theme = Theme(work, base=base)
    theme.style("base.css")
    theme.template("a.j2")
    theme.template("a.j2")
    assert [(file.path, file.data) for file in theme.read] == [
        ("octavo:styles/base.css", b"p {}"),
        ("templates/a.j2", b"own a"),
    ]


def test_names_of_both(work: Path, base: Path) -> None:
    assert Theme(work, base=base).names("templates") == ("a.j2", "b.j2")


def test_an_unknown_name_has_a_suggestion(base: Path) -> None:
    with pytest.raises(BuildError, match=r"no styles/bass\.css") as raised:
        Theme(base=base).style("bass.css")
    assert raised.value.hint == "did you mean 'base.css'?"


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../a.j2", "x/../../a.j2", "/etc/passwd", "a\\b", "x//y", "./a.j2"]
)
def test_names_stay_inside(work: Path, base: Path, name: str) -> None:
    with pytest.raises(BuildError, match="not a name inside"):
        Theme(work, base=base).template(name)


def test_a_link_out_of_the_folder_is_refused(work: Path, base: Path) -> None:
    (work / "templates" / "c.j2").symlink_to(base / "styles" / "base.css")
    with pytest.raises(BuildError, match="leads out of"):
        Theme(work, base=base).template("c.j2")


def test_not_utf8(base: Path) -> None:
    (base / "templates" / "x.j2").write_bytes(b"ab\xff")
    with pytest.raises(BuildError, match=r"octavo:templates/x\.j2 is not UTF-8 \(byte 2\)"):
        _ = Theme(base=base).template("x.j2").text


# -- templates and their faults --------------------------------------------------


def render(work: Path, base: Path, template: str, **known: object) -> str:
    folder(work, {"templates/t.j2": template})
    return Templates(Theme(work, base=base).template, known).render("t.j2", {})


def fault(work: Path, base: Path, template: str, **known: object) -> Finding:
    with pytest.raises(SourceError) as raised:
        render(work, base, template, **known)
    (finding,) = raised.value.findings
    return finding


def test_what_is_filled_in_is_escaped(work: Path, base: Path) -> None:
    assert render(work, base, "{{ x }}", x="a<b") == "a&lt;b"


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("one\n{{ nothing }}", "'nothing' is undefined"),
        ("one\n{% if %}", "Expected an expression"),
        ("one\n{{ x.append(1) }}", "access to attribute 'append'"),
        ("one\n{{ node.location.line }}", "access to attribute 'location'"),
        ("one\n{{ [node] | map(attribute='location') | join }}", "access to attribute 'location'"),
        ("one\n{{ node | attr('location') }}", "access to attribute 'location'"),
        ("one\n{{ x.__class__ }}", "access to attribute '__class__'"),
        ("one\n{{ x + 1 }}", "can only concatenate"),
        ("one\n{{ x | random }}", "No filter named 'random'"),
        ("one\n{{ lipsum() }}", "'lipsum' is undefined"),
        ("one\n{% include 'a.x' %}", "the theme has no templates/a.x"),
        ("one\n{% include '../a.j2' %}", "not a name inside templates/"),
    ],
)
def test_a_fault_has_its_line(work: Path, base: Path, template: str, message: str) -> None:
    finding = fault(work, base, template, x=[], node=Text(text="x"))
    assert finding.location == Location("templates/t.j2", 2, 1)
    assert message in finding.message


def test_a_fault_in_a_macro_stands_where_the_macro_is(work: Path, base: Path) -> None:
    folder(work, {"templates/m.j2": "\n{% macro m() %}\n{{ gone }}\n{% endmacro %}"})
    finding = fault(work, base, "{% import 'm.j2' as m %}{{ m.m() }}")
    assert finding.location == Location("templates/m.j2", 3, 1)


def test_a_fault_of_the_default_theme_is_no_fault_of_the_book(base: Path) -> None:
    folder(base, {"templates/t.j2": "\n{{ gone }}"})
    with pytest.raises(BuildError, match=r"octavo:templates/t\.j2:2: 'gone' is undefined"):
        Templates(Theme(base=base).template, {}).render("t.j2", {})


def test_an_error_in_python_is_not_the_templates(work: Path, base: Path) -> None:
    def broken() -> None:
        raise KeyError("ours")

    with pytest.raises(KeyError, match="ours"):
        render(work, base, "{{ broken() }}", broken=broken)
