from __future__ import annotations

from octavo.model import Person, Records
from tests.build import DOC, chapter, marked, para, person, sound, text, whence, work


def test_people_stand_by_their_sorting_names() -> None:
    people = (
        Person(id="t", name="Leon Trotsky", sort="Trotsky, Leon", role=text("Commissar.")),
        Person(id="b", name="L. Beria", sort="Beria, L.", role=text("Head."), source=whence("doc")),
    )
    made = work(
        chapter("one", para(person("t"))), records=Records(people=people, bibliography=(DOC,))
    )

    book = sound(made)

    assert [(each.id, [use.anchor for use in each.uses]) for each in book.people] == [
        ("person-b", []),
        ("person-t", ["use-one-1"]),
    ]
    assert marked(book.people[0].source) == "Document C"
