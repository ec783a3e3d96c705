"""The gate: what somebody could not perceive or find out is named with its element."""

from __future__ import annotations

import pytest

from octavo.errors import BuildError, SourceError
from octavo.matter.gate import check, flaws
from octavo.xhtml import parse
from tests.epub.samples import document


def found(body: str) -> list[str]:
    return [f"{flaw.code}: {flaw.message}" for flaw in flaws(parse(document(body, "one")))]


SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'
ROW = "<tr><td>1</td></tr>"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('<p><img src="a.png"/></p>', 'picture-untold: <img src="a.png"> in #one has no text'),
        (SVG.format("<title> </title>"), "picture-untold: <svg> in #one has no text"),
        ('<span role="img" id="x">☞</span>', "picture-untold: <span> ‘☞’ #x has no text"),
        (f"<table>{ROW}</table>", "table-unheaded: <table> ‘1’ in #one has no header cells"),
        (f"<table><tr><th>N</th></tr>{ROW}</table>", "header-unscoped: <th> ‘N’ in #one"),
        ("<h1>A</h1><h3>B</h3>", "heading-skips: <h3> ‘B’ in #one follows <h1> ‘A’ in #one"),
        ('<h1>A</h1><a href="#one"></a>', 'nameless: the link <a href="#one"> in #one'),
        ("<h1> </h1>", "nameless: the heading <h1> in #one"),
        ('<p aria-describedby="x">A</p>', "label-dangling: aria-describedby of <p> ‘A’ in #one"),
    ],
)
def test_a_flaw_names_its_element(body: str, message: str) -> None:
    (flaw,) = found(body)
    assert flaw.startswith(message)


@pytest.mark.parametrize(
    "body",
    [
        '<img src="a.png" alt="A plan"/><img src="b.png" alt=""/>',
        SVG.format("<title>Map</title>"),
        f'<div aria-hidden="true">{SVG.format("")}</div>',
        '<table><tr><th scope="col">N</th></tr><tr><td>1</td></tr></table>',
        f'<table role="presentation">{ROW}</table>',
        "<h2>A</h2><h3>B</h3><h2>C</h2><h1>D</h1>",
        '<a href="#one"><img src="a.png" alt="A plan"/></a><a id="here"></a>',
        '<a class="slot" href="#one" data-slot="page"></a>',
    ],
)
def test_what_is_sound_passes(body: str) -> None:
    assert not found(body)


def test_a_document_says_its_title_and_language() -> None:
    bare = b'<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body/></html>'
    assert [flaw.code for flaw in flaws(parse(bare))] == ["document-untitled", "document-language"]


def test_a_work_is_shown_its_own_template_and_octavo_its_own_fault() -> None:
    root = parse(document('<img src="a.png"/>'))
    own = ("templates/chapter.xhtml.j2", "templates/nodes.xhtml.j2")
    with pytest.raises(SourceError) as fault:
        check("one", root, own)
    (finding,) = fault.value.findings
    assert finding.location.path == own[0]
    assert finding.message.startswith("in 'one' <img src=\"a.png\">")
    assert finding.hint.endswith("it may stand in templates/nodes.xhtml.j2 too")
    with pytest.raises(BuildError, match="octavo's own theme"):
        check("one", root, ())
