"""References that other programs have written: CSL-JSON and BibTeX."""

from __future__ import annotations

import pytest

from octavo.chicago import entry
from octavo.errors import Findings
from octavo.sources import bibtex, csl
from tests.build import marked

JSON = """[
  {"id": "Grey_2003", "type": "book", "title": "Rivers: A History",
   "author": [{"family": "Grey", "given": "Ann"}, {"literal": "Office of Works"}],
   "editor": [{"non-dropping-particle": "van", "family": "Dam", "given": "Bo"}],
   "issued": {"date-parts": [["2003", 5]]}, "publisher": "Low", "abstract": "Not printed.",
   "edition": 3},
  {"id": "map", "type": "map", "title": "The 'Fords'", "issued": {"raw": "1919~"}}
]"""

BIB = r"""
@string{low = "Low"}
@comment{kept by hand}
@book{Grey_2003,
  author = {Grey, Ann and {Office of Works and Roads}},
  editor = "Bo van Dam",
  title = {Rivers: {A} History --- \emph{Low} Water},
  publisher = low, year = 2003, month = may, edition = 3,
}
@article{roe:silt, author = {M{\"o}e, Jr., Bo}, title = {Silt}, journal = {River Studies},
  volume = 12, number = 3, pages = {40--59}, year = {2004}, doi = {10.1/a_b%20}}
@phdthesis{lee, author={Cy Lee}, title={Power}, school={Bath}, year=1999}
"""


def test_csl_json() -> None:
    findings = Findings()
    book, chart = csl.read(JSON, "b.json", "en-GB", findings)
    assert list(findings) == []
    assert book.id == "Grey_2003"
    assert marked(entry(book, lang="en-GB")) == (
        "Grey, Ann, and Office of Works. *Rivers: A History*. Edited by Bo van Dam. 3rd ed. "
        "Low, May 2003."
    )
    assert marked(entry(chart, lang="en-GB")) == "‘The “Fords”’. About 1919."
    assert (chart.location.line, chart.location.column) == (7, 3)


def test_bibtex() -> None:
    findings = Findings()
    entries = {
        reference.id: marked(entry(reference, lang="en-GB"))
        for reference in bibtex.read(BIB, "b.bib", "en-GB", findings)
    }
    assert list(findings) == []
    assert entries == {
        "Grey_2003": (
            "Grey, Ann, and Office of Works and Roads. *Rivers: A History — Low Water*. "
            "Edited by Bo van Dam. 3rd ed. Low, May 2003."
        ),
        "roe:silt": (
            "Möe, Bo, Jr. ‘Silt’. *River Studies* 12, no. 3 (2004): 40–59. "
            "<https://doi.org/10.1/a_b%20>."
        ),
        "lee": "Lee, Cy. ‘Power’. PhD diss., Bath, 1999.",
    }


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ('{"id": "a"}', 1, "csl-syntax"),
        ('[{"id": "a"}', 1, "csl-syntax"),
        ('[\n{"id": "a",}]', 2, "csl-syntax"),
        ('[\n{"title": "a"}]', 2, "csl-item"),
        ('[{"id": "a"},\n{"id": "b", "type": "bok"}]', 2, "value"),
        ('[{"id": "a", "issued": {"literal": "last May"}}]', 1, "date"),
        ('[{"id": "a", "issued": {"date-parts": [["x"]]}}]', 1, "date"),
    ],
)
def test_faults_of_csl_json(text: str, line: int, code: str) -> None:
    findings = Findings()
    csl.read(text, "b.json", "en-GB", findings)
    assert [(finding.location.line, finding.code) for finding in findings] == [
        (line, f"OCT-{code}")
    ]


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("@book{a, title={A}}\n@book{a, title={B}}", 2, "bibtex-syntax"),
        ("\n@book{a, title={A\n", 2, "bibtex-syntax"),
        ("@online{a, title={A}, urldate={last May}}", 1, "date"),
        ("@book{a, title={A}, year=1999, month=mai}", 1, "date"),
    ],
)
def test_faults_of_bibtex(text: str, line: int, code: str) -> None:
    findings = Findings()
    bibtex.read(text, "b.bib", "en-GB", findings)
    assert [(finding.location.line, finding.code) for finding in findings] == [
        (line, f"OCT-{code}")
    ]
