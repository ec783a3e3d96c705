from __future__ import annotations

import pytest

from octavo import dates
from octavo.chicago import entry, filed_under, full_note, quoted, sentence, short_note
from octavo.errors import Location
from octavo.model import Name, Reference
from octavo.tree import plain_text, walk
from tests.build import marked, text

GREY = Name(family="Grey", given="Ann")
ROE = Name(family="Roe", given="Bo")
LEE = Name(family="Lee", given="Cy")
OFFICE = Name(literal="Office of Works")


def _ref(kind: str, title: str = "", *author: Name, issued: str = "", **said: object) -> Reference:
    return Reference(
        id="r",
        type=kind,
        title=title,
        author=author,
        issued=dates.parse(issued) if issued else None,
        **said,  # type: ignore[arg-type]
    )


FORMS = {
    "book: publisher without place, main title in the note": (
        _ref(
            "book",
            "Rivers: A History",
            GREY,
            issued="2003",
            publisher="Low",
            publisher_place="Bath",
        ),
        "Grey, *Rivers*, p. 2",
        "Grey, Ann. *Rivers: A History*. Low, 2003.",
    ),
    "book of a place only": (
        _ref("book", "Rivers", GREY, issued="1880", publisher_place="Bath"),
        "Grey, *Rivers*, p. 2",
        "Grey, Ann. *Rivers*. Bath, 1880.",
    ),
    "book without author or date": (
        _ref("book", "The Rivers", publisher="Low"),
        "*Rivers*, p. 2",
        "*The Rivers*. Low, n.d.",
    ),
    "two authors": (
        _ref("book", "Rivers", GREY, ROE, issued="2003"),
        "Grey and Roe, *Rivers*, p. 2",
        "Grey, Ann, and Bo Roe. *Rivers*. 2003.",
    ),
    "three authors": (
        _ref("book", "Rivers", GREY, ROE, LEE, issued="2003"),
        "Grey et al., *Rivers*, p. 2",
        "Grey, Ann, Bo Roe, and Cy Lee. *Rivers*. 2003.",
    ),
    "seven authors": (
        _ref("book", "Rivers", GREY, ROE, LEE, GREY, ROE, LEE, OFFICE, issued="2003"),
        "Grey et al., *Rivers*, p. 2",
        "Grey, Ann, Bo Roe, Cy Lee, et al. *Rivers*. 2003.",
    ),
    "chapter": (
        _ref("chapter", "Bridges", GREY, issued="2003", container_title="Rivers", publisher="Low"),
        "Grey, ‘Bridges’, p. 2",
        "Grey, Ann. ‘Bridges’. In *Rivers*. Low, 2003.",
    ),
    "article, its title a question": (
        _ref(
            "article-journal", "Whose Bridge?", GREY, issued="2003", container_title="River Studies"
        ),
        "Grey, ‘Whose Bridge?’, p. 2",
        "Grey, Ann. ‘Whose Bridge?’ *River Studies*, 2003.",
    ),
    "web page that was looked up": (
        _ref("webpage", "Bridges", container_title="Rivers Online", url="https://x.example/b"),
        "Rivers Online, ‘Bridges’, p. 2",
        "Rivers Online. ‘Bridges’, n.d. <https://x.example/b>.",
    ),
    "blog post": (
        _ref("post-weblog", "Bridges", ROE, issued="2013-05-05", container_title="Wet Feet"),
        "Roe, ‘Bridges’, p. 2",
        "Roe, Bo. ‘Bridges’. *Wet Feet*, 5 May 2013.",
    ),
    "encyclopedia entry under a name of the book's own": (
        _ref(
            "entry-encyclopedia", "Bridge", short_title="Document C", container_title="All Things"
        ),
        "Document C, p. 2",
        "Document C. *All Things*. ‘Bridge’, n.d.",
    ),
    "report of a body": (
        _ref("report", "On the Crossing", OFFICE, issued="1901-05", archive="Town archive"),
        "Office of Works, *On the Crossing*, p. 2",
        "Office of Works. *On the Crossing*. May 1901. Town archive.",
    ),
    "letter": (
        _ref("personal_communication", "Letter to the council", GREY, issued="1903~"),
        "Grey, Letter to the council, p. 2",
        "Grey, Ann. Letter to the council. About 1903.",
    ),
    "letter known by its kind alone": (
        _ref("personal_communication", "", GREY, genre="letter"),
        "Grey, letter, p. 2",
        "Grey, Ann. Letter, n.d.",
    ),
    "film": (
        _ref("motion_picture", "The Bridge", director=(LEE,), issued="2001", medium="DVD"),
        "*Bridge*, p. 2",
        "Lee, Cy, dir. *The Bridge*. 2001. DVD.",
    ),
    "manuscript": (
        _ref("manuscript", "My Bridge", ROE, issued="1919/1921", genre="typescript", note="Torn."),
        "Roe, ‘My Bridge’, p. 2",
        "Roe, Bo. ‘My Bridge’. Typescript. 1919–1921. Torn.",
    ),
    "document": (
        _ref("document", "Order No. 5", OFFICE, issued="1901-05-03"),
        "Office of Works, ‘Order No. 5’, p. 2",
        "Office of Works. ‘Order No. 5’. 3 May 1901.",
    ),
    "described instead of named": (
        _ref("webpage", "[Article on bridges]"),
        "[Article on bridges], p. 2",
        "[Article on bridges], n.d.",
    ),
    "title with a quotation": (
        _ref("chapter", "The ‘Old’ Bridge’s End", container_title="Rivers", issued="2003"),
        "‘“Old” Bridge’s End’, p. 2",
        "‘The “Old” Bridge’s End’. In *Rivers*. 2003.",
    ),
    "short title that is part of the title": (
        _ref("book", "A Short History of Rivers", GREY, issued="2003", short_title="Rivers"),
        "Grey, *Rivers*, p. 2",
        "Grey, Ann. *A Short History of Rivers*. 2003.",
    ),
}


@pytest.mark.parametrize(("reference", "note", "full"), FORMS.values(), ids=FORMS)
def test_forms(reference: Reference, note: str, full: str) -> None:
    assert marked(short_note(reference, "p. 2", lang="en-GB")) == note
    assert marked(entry(reference, lang="en-GB")) == full.replace("5 May", "5\u00a0May").replace(
        "3 May", "3\u00a0May"
    )


def test_american_marks_take_points_in() -> None:
    post = _ref(
        "post-weblog", "Old ‘n’ “New” Bridges", ROE, issued="2013", container_title="Wet Feet"
    )

    assert (
        marked(short_note(post, "para. 2", lang="en-US")) == "Roe, “Old ‘n’ ‘New’ Bridges,” para. 2"
    )
    assert (
        marked(entry(post, lang="en-US")) == "Roe, Bo. “Old ‘n’ ‘New’ Bridges.” *Wet Feet*, 2013."
    )
    ended = sentence(short_note(post, lang="en-US"), lang="en-US")
    assert marked(ended) == "Roe, “Old ‘n’ ‘New’ Bridges.”"


@pytest.mark.parametrize(
    ("words", "ended"),
    [
        ("see Grey", "See Grey."),
        ("‘Whose?’", "‘Whose?’"),
        ("Grey, 2.", "Grey, 2."),
        ("Grey, 2 (2nd ed.)", "Grey, 2 (2nd ed.)."),
        ("(A copy.)", "(A copy.)"),
        ("", "."),
    ],
)
def test_a_note_is_a_sentence(words: str, ended: str) -> None:
    assert marked(sentence(text(words), lang="en-GB")) == ended


def test_an_access_date_stands_for_a_date() -> None:
    page = Reference(id="r", type="webpage", title="Bridges", accessed=dates.parse("2024-05-05"))

    assert marked(entry(page, lang="en-GB")) == "‘Bridges’. Accessed 5\u00a0May 2024."


def test_entries_are_filed_under_what_they_begin_with() -> None:
    own = _ref("book", "Rivers", GREY, short_title="Document C")

    assert filed_under(own) == "Document C Grey, Ann Rivers"
    assert marked(entry(own, lang="en-GB")).startswith("Document C. Grey, Ann. *Rivers*")


def test_words_have_the_place_of_their_record() -> None:
    place = Location("chapters/bibliography.yaml", 4, 5)
    made = Reference(id="r", type="book", title="Rivers", url="https://x.example", location=place)

    everything = (*entry(made, lang="en-GB"), *short_note(made, "p. 2", lang="en-GB"))
    assert {node.location for node in walk(everything)} == {place}


def test_quotation_marks_alternate() -> None:
    assert quoted("The ‘net’ of the dogs’ home", "en-GB") == "‘The “net” of the dogs’ home’"


def test_a_full_note_says_who_published_a_book_in_parentheses() -> None:
    book = Reference(
        id="b",
        type="book",
        title="Rivers: A History",
        author=(Name(family="Grey", given="Ann"), Name(family="Roe", given="Bo")),
        publisher="Low Press",
        issued=dates.parse("2003"),
    )
    said = plain_text(full_note(book, "p. 45", lang="en-GB"))
    assert said == "Ann Grey and Bo Roe, Rivers: A History (Low Press, 2003), p. 45"


def test_a_full_note_of_an_article_has_its_volume_and_pages() -> None:
    article = Reference(
        id="a",
        type="article-journal",
        title="Silt",
        author=(Name(family="Lee", given="Cy"),),
        container_title="River Studies",
        volume="12",
        issue="3",
        issued=dates.parse("2003"),
    )
    said = plain_text(full_note(article, "45", lang="en-GB"))
    assert said == "Cy Lee, ‘Silt’, River Studies 12, no. 3 (2003): 45"
