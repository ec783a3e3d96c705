"""What is said to search engines, held against the vocabulary of Schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest
from schema_org.models.book import Book
from schema_org.models.book_series import BookSeries
from schema_org.models.chapter import Chapter
from schema_org.models.defined_term import DefinedTerm
from schema_org.models.defined_term_set import DefinedTermSet
from schema_org.models.item_list import ItemList
from schema_org.models.learning_resource import LearningResource
from schema_org.models.organization import Organization
from schema_org.models.person import Person
from schema_org.registry import ENUM_MEMBERS, PARENTS

from octavo.catalogue.jsonld import work
from octavo.model import Catalogue
from tests.catalogue.samples import BARE, FULL

MODELS = {
    model.__name__: model
    for model in (
        *(Book, BookSeries, Chapter, DefinedTerm, DefinedTermSet, ItemList),
        *(LearningResource, Organization, Person),
    )
}


def ranges(types: list[str]) -> dict[str, tuple[str, ...]]:
    """Return what each property of some types may hold."""
    return {
        each.schema_name: each.ranges for name in types for each in MODELS[name].SCHEMA_PROPERTIES
    }


def ancestry(name: str) -> Iterator[str]:
    yield name
    for parent in PARENTS.get(name, ()):
        yield from ancestry(parent)


def faults(node: Mapping[str, Any]) -> Iterator[str]:
    """Yield properties that no type of a node has, and values of wrong kinds, all the way in."""
    kind = node["@type"]
    types = kind if isinstance(kind, list) else [kind]
    known = ranges(types)
    for key, held in node.items():
        if key.startswith("@"):
            continue
        if key not in known:
            yield f"{types} has no {key}"
            continue
        for value in held if isinstance(held, list) else [held]:
            if not _fits(value, known[key]):
                yield f"{key} of {types} holds {value!r}, not {known[key]}"
            if isinstance(value, dict):
                yield from faults(value)


def _fits(value: object, allowed: tuple[str, ...]) -> bool:
    match value:
        case dict():
            return any(each in allowed for each in ancestry(value["@type"]))
        case int():
            return bool({"Integer", "Number"} & set(allowed))
        case str() if value.startswith("https://"):
            members = {name for each in allowed for name in ENUM_MEMBERS.get(each, ())}
            things = bool({"URL", "CreativeWork"} & set(allowed))
            return things or value.rpartition("/")[2] in {str(each) for each in members}
        case _:
            return bool({"Text", "Date", "Duration"} & set(allowed))


def said(catalogue: Catalogue = FULL) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(work(catalogue))
    return found


@pytest.mark.parametrize("catalogue", [FULL, BARE], ids=["full", "bare"])
def test_a_work_is_what_the_vocabulary_lets_it_be(catalogue: Catalogue) -> None:
    assert list(faults(said(catalogue))) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("titel", "X"),
        ("hasPart", {"@type": "Person", "name": "Ann"}),
        ("copyrightYear", "2026-11-23T"),
        ("isPartOf", "Rivers"),
    ],
)
def test_the_vocabulary_would_speak(key: str, value: object) -> None:
    assert len(list(faults({**said(), key: value}))) == 1


def test_a_work_is_a_book_to_learn_from() -> None:
    found = said()
    assert found["@context"] == "https://schema.org"
    assert found["@type"] == ["Book", "LearningResource"]
    assert found["educationalLevel"] == "upper secondary (ISCED 3)"
    assert found["typicalAgeRange"] == "16-19"
    assert found["teaches"] == "Explain a toll"
    assert found["license"] == "https://creativecommons.org/licenses/by-sa/4.0/"
    assert found["keywords"] == ["Bridges", "Ferries"]


def test_a_body_that_edits_is_no_person() -> None:
    """Schema.org has only persons for editors."""
    people = FULL.metadata.contributors[1:2]
    assert "editor" not in said()
    alone = said(replace(FULL, metadata=replace(FULL.metadata, contributors=people)))
    assert alone["creator"] == {"@type": "Organization", "name": "The editors"}


def test_time_is_that_of_all_questions_or_it_is_not_said() -> None:
    assert said()["timeRequired"] == "PT1H40M"
    first, second = FULL.contents.chapters
    silent = replace(FULL.contents, chapters=(first, replace(second, minutes=0)))
    assert "timeRequired" not in said(replace(FULL, contents=silent))


def test_each_artefact_is_an_example_of_the_work() -> None:
    press, pdf, epub, *_ = said()["workExample"]
    assert (press["@id"], press["isbn"]) == ("urn:isbn:978-0-306-40615-7", "9780306406157")
    assert press["bookFormat"] == "https://schema.org/Paperback"
    assert (pdf["encodingFormat"], pdf["numberOfPages"]) == ("application/pdf", 322)
    assert "isbn" not in pdf
    assert epub["accessMode"] == ["textual", "visual"]
    assert epub["accessModeSufficient"] == [
        {"@type": "ItemList", "itemListElement": ["textual"]},
        {"@type": "ItemList", "itemListElement": ["textual", "visual"]},
    ]


def test_nothing_is_said_of_what_is_not_known() -> None:
    assert set(said(BARE)) == {
        *("@context", "@type", "name", "inLanguage", "datePublished", "workExample"),
        *("copyrightHolder", "copyrightYear", "copyrightNotice", "learningResourceType"),
    }
