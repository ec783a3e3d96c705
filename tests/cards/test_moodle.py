"""A bank as Moodle XML: shaped as what Moodle exports, and read by another program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree
from moodle_xml_parser.parser import parse_bytes

from octavo.cards.moodle import quiz
from octavo.cards.paging import paged_bank
from octavo.matter.bank import bank
from octavo.model import Book
from tests.cards.samples import HARD, PRINTED, sample

EXAMPLE = Path(__file__).with_name("moodle-example.xml")


def written(book: Book) -> etree._Element:
    return etree.fromstring(quiz(paged_bank(bank(book), PRINTED)))


def shapes(root: etree._Element) -> Iterator[tuple[str, ...]]:
    """Yield the path of each element, and of each attribute; of questions, their type too."""

    def walk(element: etree._Element, above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        path = (*above, str(etree.QName(element).localname), element.get("type", ""))
        yield path
        yield from ((*path, f"@{name}") for name in map(str, element.attrib))
        for child in element.iterchildren("*"):
            yield from walk(child, path)

    yield from walk(root, ())


def test_it_is_shaped_as_what_moodle_exports() -> None:
    """No element or attribute stands where Moodle puts none, and none of these is lacking."""
    known = set(shapes(etree.parse(EXAMPLE).getroot()))
    found = set(shapes(written(sample())))
    assert found - known == set()
    optional = {
        *("info", "correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"),
        *("minwordlimit", "maxwordlimit", "maxbytes", "filetypeslist"),
    }
    lacking = [path for path in known - found if optional.isdisjoint(path)]
    assert lacking == [("quiz", "", "question", "category", "idnumber", "")]


def test_another_program_reads_the_options() -> None:
    (question,) = parse_bytes(quiz(paged_bank(bank(sample()), PRINTED)))["multichoice"]
    assert [option.answer for option in question.options] == ["x", HARD, "z"]
    assert [option.score_fraction for option in question.options] == [0, 100, 0]
    assert (question.name, question.default_grade, question.single) == ("Question 1.2", 2, True)
    assert question.shuffle_answers is False
    assert "The first is one of 1,240" in question.general_feedback


def test_an_essay_shows_its_answer_to_who_marks_it_and_afterwards() -> None:
    (essay,) = written(sample()).findall("question[@type='essay']")
    place = "<p><cite>Counted &amp; Twice, p.\N{NO-BREAK SPACE}12</cite></p>"
    assert essay.findtext("graderinfo/text") == "<p>1,240.</p>"
    assert essay.findtext("generalfeedback/text") == f"<p>1,240.</p>{place}"


def test_ids_do_not_change_with_numbers() -> None:
    ids = [each.text for each in written(sample()).iterfind("question/idnumber")]
    assert ids == ["bridge-book:question:q-total", "bridge-book:question:q-which"]


def test_a_chapter_is_a_category_in_that_of_the_book() -> None:
    book = sample()
    stroke = replace(book, metadata=replace(book.metadata, title="Either/or"))
    assert (
        written(stroke).findtext("question/category/text")
        == "$course$/top/Either//or/01 The bridge"
    )
