"""The structure of the written file, walked with pikepdf."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from octavo.errors import BuildError
from tests.judges import qpdf_check, verapdf
from tests.pdf.pipeline import Rendered, render
from tests.pdf.samples import chapter, job, paragraphs, unit
from tests.tagchecks import faults
from tests.tagtree import Tagged

BODY = """
<p>A word: <span class="foreign" lang="ru" xml:lang="ru">приказ</span>.
 <a class="crossref" href="#t"><em>the table</em></a><span class="folio-slot">, page
 <a class="slot" href="#t" data-slot="page"></a></span></p>
<div class="table-frame text"><table class="data" id="t"><thead><tr><th scope="col">a</th></tr>
</thead><tbody><tr><th scope="row">b</th></tr><tr><td>c</td></tr></tbody></table></div>
<ul><li><p>one</p></li><li>two</li></ul>
<div class="question"><div class="lines" aria-hidden="true"><div class="line"></div></div></div>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>A square</title>
<rect width="9" height="9"/></svg>
"""

CONTENTS = (
    '<h1 id="c" data-nav="Contents">Contents</h1><p class="toc-line">'
    '<a class="toc-title" href="#one">One</a><span class="folio-slot bare">'
    '<a class="slot" href="#one" data-slot="list"></a></span></p>'
)


@pytest.fixture(scope="module")
def rendered() -> Rendered:
    contents = unit("contents", CONTENTS, matter="front")
    return render(job(contents, chapter("one", BODY + paragraphs(15))))


@pytest.fixture(scope="module")
def pdf(rendered: Rendered) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(rendered.pdf))


def _elements(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    # K is one kid or an array of them; WeasyPrint always writes an array.
    for kid in element.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)


def _tags(pdf: pikepdf.Pdf, tag: str) -> list[pikepdf.Object]:
    return [found for found in _elements(pdf.Root.StructTreeRoot) if str(found.S) == f"/{tag}"]


def _marks(page: pikepdf.Page) -> list[tuple[str, dict[str, object]]]:
    """Return the marked-content sequences of a page: tag and properties."""
    found = []
    for instruction in pikepdf.parse_content_stream(page):
        if str(instruction.operator) in {"BMC", "BDC"}:
            tag, properties = (*instruction.operands, pikepdf.Dictionary())[:2]
            found.append((str(tag), dict(properties.items())))
    return found


def test_heads_and_folios_are_pagination_artefacts(pdf: pikepdf.Pdf) -> None:
    pagination = [
        str(properties.get("/Subtype"))
        for tag, properties in _marks(pdf.pages[4])
        if tag == "/Artifact" and properties.get("/Type") == "/Pagination"
    ]
    assert pagination == ["/Header", "/Footer"]


def test_leaders_and_ruled_lines_are_artefacts(pdf: pikepdf.Pdf) -> None:
    layout = [
        properties.get("/Type")
        for index in (0, 2)
        for tag, properties in _marks(pdf.pages[index])
        if tag == "/Artifact" and properties.get("/Type") == "/Layout"
    ]
    assert layout == ["/Layout"] * 2
    contents = pdf.pages[0].obj.objgen
    assert (
        len([e for e in _elements(pdf.Root.StructTreeRoot) if e.get("/Pg", e).objgen == contents])
        < 20
    )


def test_every_mark_belongs_to_an_element_that_the_tree_reaches(pdf: pikepdf.Pdf) -> None:
    reached = {element.objgen for element in _elements(pdf.Root.StructTreeRoot)}
    owners: dict[int, pikepdf.Object] = {}
    for leaf in pdf.Root.StructTreeRoot.ParentTree.Kids:
        numbers = leaf.Nums
        owners |= {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
        assert [int(end) for end in leaf.Limits] == [int(numbers[0]), int(numbers[-2])]
    for page in pdf.pages:
        if "/StructParents" not in page.obj:
            assert not page.get("/Contents")  # a blank verso
            continue
        of_page = owners[int(page.obj.StructParents)]
        marks = [int(found["/MCID"]) for _, found in _marks(page) if "/MCID" in found]  # type: ignore[call-overload]
        assert sorted(marks) == list(range(len(of_page)))
        assert {owner.objgen for owner in of_page} <= reached


def test_header_cells_have_a_scope_and_are_found_by_identifier(pdf: pikepdf.Pdf) -> None:
    cells = _tags(pdf, "TH")
    assert [str(cell.A.Scope) for cell in cells] == ["/Column", "/Row"]
    names = pdf.Root.StructTreeRoot.IDTree.Names
    assert {bytes(cell.ID) for cell in cells} == {bytes(names[at]) for at in range(0, 4, 2)}


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ('<tr><th scope="col">a</th></tr><tr><td>c</td><td>d</td></tr>', "rows of different width"),
        ("<tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr>", "no heads"),
        ('<tr><th scope="col">a</th><th></th></tr><tr><td>c</td><td>d</td></tr>', "without words"),
        ('<tr><th scope="col">a</th><td>b</td></tr><tr><td>c</td><td>d</td></tr>', "a cell with"),
    ],
    ids=["uneven", "without heads", "an empty head", "a cell without a head"],
)
def test_a_table_that_can_not_be_read_stops_the_build(rows: str, fault: str) -> None:
    body = f'<table class="data">{rows}</table>'
    with pytest.raises(BuildError, match=fault):
        render(job(chapter("one", body)))


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ('role="img" aria-label="A square"', ["A square"]),
        ('role="presentation"', []),
        ('aria-hidden="true"', []),
    ],
)
def test_a_picture_is_what_its_label_says_and_an_ornament_is_none(
    said: str, figures: list[str]
) -> None:
    body = f"""<p>Before.</p><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" {said}>
<rect width="9" height="9"/></svg>"""
    made = Tagged(pikepdf.open(BytesIO(render(job(chapter("one", body))).pdf)))

    assert [each.alt for each in made.document.all("Figure")] == figures
    assert faults(made) == []


def test_a_picture_that_says_nothing_stops_the_build() -> None:
    body = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9"
 height="9"/></svg>"""
    with pytest.raises(BuildError, match="says nothing of what it shows"):
        render(job(chapter("one", body)))


@pytest.mark.parametrize(
    ("role", "style"), [("", "table { --read: rows }"), ('role="presentation"', "")]
)
def test_a_style_or_a_role_may_have_a_table_read_row_by_row(role: str, style: str) -> None:
    body = f"<table {role}><tr><td>a</td><td><p>b</p></td></tr><tr><td>c</td></tr></table>"
    css = f'html {{ font-family: "Octavo Serif" }} {style}'
    made = Tagged(pikepdf.open(BytesIO(render(job(chapter("one", body), css=css)).pdf)))

    (table,) = (each for each in made.document.all("Div") if each.text == "abc")
    assert [[kid.text for kid in row.elements] for row in table.elements] == [["a", "b"], ["c"]]
    assert {each.kind for each in table.walk()} == {"Div", "P"}


SPANS = """<table><thead><tr><th scope="col" rowspan="2">who</th><th scope="colgroup" colspan="2">
how many</th></tr><tr><th scope="col">then</th><th scope="col">now</th></tr></thead><tbody>
<tr><th scope="rowgroup" colspan="3">north</th></tr><tr><th scope="row">x</th><td>1</td><td>2</td>
</tr></tbody><tbody><tr><th scope="row">z</th><td>3</td><td>4</td></tr></tbody></table>"""


def test_each_cell_knows_its_heads() -> None:
    made = Tagged(pikepdf.open(BytesIO(render(job(chapter("one", SPANS))).pdf)))

    words = {each.name: each.text.strip() for each in made.document.all("TH")}
    heads = {
        cell.text: [words[str(name)] for name in cell.attributes["Headers"]]
        for cell in made.document.all("TD")
    }
    assert heads == {
        "1": ["how many", "then", "north", "x"],
        "2": ["how many", "now", "north", "x"],
        "3": ["how many", "then", "z"],
        "4": ["how many", "now", "z"],
    }
    assert faults(made) == []


def test_what_pages_break_is_one_element() -> None:
    rows = "".join(f"<tr><td>row {at}</td></tr>" for at in range(90))
    table = f'<table><thead><tr><th scope="col">head</th></tr></thead><tbody>{rows}</tbody></table>'
    items = "".join(f"<li>item {at}</li>" for at in range(60))
    body = f"{paragraphs(8)}{table}<ul>{items}</ul>"
    made = Tagged(pikepdf.open(BytesIO(render(job(chapter("one", body))).pdf)))

    assert len(made.pages) > 4
    assert [len(made.document.all(kind)) for kind in ("P", "Table", "TR", "L", "LI")] == [
        *(8, 1, 91, 1, 60)
    ]
    # The head of the table is painted on each of its pages, and read once.
    assert [each.text for each in made.document.all("TH")] == ["head"]
    again = [text for sheet in made.sheets for _, text in sheet.artefacts if text == "head"]
    assert len(again) >= 1
    assert faults(made) == []


def test_what_is_moved_is_read_where_the_source_has_it() -> None:
    body = """<p>one <em>two</em> three <span style="float: left">four</span> <b>five</b> six</p>
<div style="position: absolute; top: 0">seven</div><p>eight</p>"""
    made = Tagged(pikepdf.open(BytesIO(render(job(chapter("one", body))).pdf)))

    said = [each.text.split() for each in made.document.all("P")]
    assert said == [["one", "two", "three", "fourfive", "six"], ["seven"], ["eight"]]


def test_words_of_another_language_say_so(pdf: pikepdf.Pdf) -> None:
    tongues = Counter(str(e.Lang) for e in _elements(pdf.Root.StructTreeRoot) if "/Lang" in e)
    assert tongues == {"ru": 1}
    assert str(pdf.Root.Lang) == "en-GB"


def test_items_of_lists_hold_labels_and_bodies_only(pdf: pikepdf.Pdf) -> None:
    items = _tags(pdf, "LI")
    assert len(items) == 2
    assert all({str(kid.S) for kid in item.K} == {"/Lbl", "/LBody"} for item in items)


@pytest.fixture(scope="module")
def glossary() -> pikepdf.Pdf:
    entry = (
        '<div class="entry" id="term-{0}"><dt><dfn>term {0}</dfn></dt>'
        f'<dd class="definition">{paragraphs(1)}</dd><dd class="uses">Used in chapter 1</dd></div>'
    )
    entries = "".join(entry.format(number) for number in range(24))
    divided = unit("glossary", f'<h1 id="g">G</h1><dl class="glossary">{entries}</dl>')
    plain = chapter("one", "<dl><dt>a</dt><dd>b</dd><dd>c</dd><dt>d</dt><dd>e</dd></dl>")
    return pikepdf.open(BytesIO(render(job(divided, plain)).pdf))


def test_the_tree_reaches_what_definitions_say_in_columns_and_over_pages(
    glossary: pikepdf.Pdf,
) -> None:
    assert len(glossary.pages) > 3
    test_every_mark_belongs_to_an_element_that_the_tree_reaches(glossary)
    assert all(str(item.P.S) == "/L" for item in _tags(glossary, "LI"))


def test_a_term_is_the_label_of_its_definitions(glossary: pikepdf.Pdf) -> None:
    items = [[str(kid.S) for kid in item.K] for item in _tags(glossary, "LI")]
    assert items == [["/Lbl", "/LBody"]] * (24 + 2)
    plain = Tagged(glossary).document.all("LBody")[-2]
    assert [kid.text for kid in plain.elements] == ["b", "c"]


def test_links_print_and_say_where_they_lead(pdf: pikepdf.Pdf) -> None:
    links = [link for page in pdf.pages for link in page.obj.get("/Annots", [])]
    assert [str(link.Contents) for link in links] == ["One", "1", "the table", "1"]
    assert {int(link.F) for link in links} == {4}
    assert all(str(e.P.S) != "/Link" for e in _tags(pdf, "Link"))


def test_a_link_may_say_the_folio_behind_words_of_its_own() -> None:
    mark = '<a href="#{0}" data-said="disputed: see D1 (a), page ">D1</a>'
    lost = '<a href="#two" data-said="открыто, ">D2</a>'
    first = chapter("one", f"<p>{mark.format('two')} {mark.format('one')} {lost}</p>")
    made = pikepdf.open(BytesIO(render(job(first, chapter("two", paragraphs(1)))).pdf))

    links = [link for page in made.pages for link in page.obj.get("/Annots", [])]

    assert [str(link.Contents) for link in links] == [
        "disputed: see D1 (a), page 3",
        "disputed: see D1 (a), page 1",
        "D2",
    ]


def test_viewers_show_the_folios(pdf: pikepdf.Pdf, rendered: Rendered) -> None:
    labels = tuple(str(page.label) for page in pdf.pages)
    assert labels == tuple(sheet.folio for sheet in rendered.page_map.sheets)


def test_bookmarks_are_the_heads_of_units(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        assert [entry.title for entry in outline.root] == ["Contents", "One"]


def test_metadata_are_the_editions_own(pdf: pikepdf.Pdf) -> None:
    info = {str(key): str(value) for key, value in pdf.docinfo.items()}
    assert info["/Title"] == "A Sample"
    assert info["/Author"] == "The editors"
    assert info["/CreationDate"] == info["/ModDate"] == "D:20261123000000Z"
    with pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == "A Sample"
        assert xmp["pdfuaid:part"] == "1"
        assert xmp.pdfa_status == "2A"


@pytest.mark.judge
def test_the_judges_find_nothing(rendered: Rendered, tmp_path: Path) -> None:
    file = tmp_path / "sample.pdf"
    file.write_bytes(rendered.pdf)
    assert qpdf_check(file) == []
    for flavour in ("ua1", "2a"):
        (verdict,) = verapdf([file], flavour)
        assert verdict.failures == ()
        assert verdict.compliant
