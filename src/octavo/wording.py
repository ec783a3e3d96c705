"""The words that octavo itself puts into a book, by language.

Templates get one table, ``w``; a word that is not in it is an error there.
A new language is a new table here with the same keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from octavo.errors import BuildError

Wording = Mapping[str, str]

_EN: Final[Wording] = MappingProxyType(
    {
        # Units.
        "halftitle": "Half title",
        "titlepage": "Title page",
        "contents": "Contents",
        "figures": "Figures",
        "preface": "Preface",
        "part": "Part",
        "chapter": "Chapter",
        "endnotes": "Notes",
        "timeline": "Timeline",
        "glossary": "Glossary",
        "people": "People",
        "bibliography": "Bibliography",
        "answers": "Answers",
        "index": "Index",
        "colophon": "Colophon",
        # Front matter.
        "edition": "edition",
        "first-published": "This edition",
        "licence": "Licence",
        "picture-credits": "Pictures",
        "type": "Type",
        "identifiers": "Identifiers",
        "role-aut": "By",
        "role-edt": "Edited by",
        "role-ill": "Illustrated by",
        "role-trl": "Translated by",
        "role-pbl": "Published by",
        "role-ctb": "With",
        "role-dsr": "Designed by",
        # Chapters.
        "objectives": "Objectives",
        "key-terms": "Key terms",
        "summary": "Summary",
        "figure": "Figure",
        "table": "Table",
        "source": "Source",
        "question": "Question",
        "mark": "mark",
        "marks": "marks",
        "minute": "minute",
        "minutes": "minutes",
        "answer": "Answer",
        "mark-scheme": "Mark scheme",
        "model-answer-weak": "Model answer: weak",
        "model-answer-sound": "Model answer: sound",
        "model-answer-strong": "Model answer: strong",
        "box-claim-check": "Claim check",
        "box-caution": "Editor’s caution",
        "box-interpretation": "Interpretation",
        "box-activity": "Activity",
        "box-sidebar": "Aside",
        "box-content-note": "Content note",
        "box-teacher-note": "For the teacher",
        "box-checklist": "Checklist",
        "box-further-reading": "Further reading",
        "page": "page",
        "note-back": "back to the text",
        # Apparatus.
        "notes-to-page": "Notes to page",
        "notes-to-pages": "Notes to pages",
        "date": "Date",
        "event": "Event",
        "event-count": "event",
        "events-count": "events",
        "discussed": "Discussed in",
        "used-in": "Used in",
        "named-in": "Named in",
        "editor-date": "(ed.)",
        "editor-date-note": "(ed.) marks a date that the editor supplies.",
        "timeline-key": (
            "A dot is a day, a bar a longer time; a broken line is a date that is not certain, "
            "an arrowhead an end that is open."
        ),
        "timeline-caption": "The events of the drawing, and where they are discussed",
        "timeline-panel": "Timeline",
        "source-label": "Source",
        "index-pages": (
            "Numbers are those of pages; the chief place of a subject is set in bold, and n stands "
            "before the number of an endnote."
        ),
        "index-chapters": (
            "Numbers are those of chapters, and letters count the places in one; the chief place "
            "of a subject is set in bold, and n stands before the number of an endnote."
        ),
        "index-figures": "0–9",
        "see": "See",
        "see-also": "See also",
        "continued": "(continued)",
        # Colophon.
        "made-with": "Made with octavo from one set of sources for print and for screens.",
        "set-in": "Set in",
    }
)

_TABLES: Final[Mapping[str, Wording]] = MappingProxyType({"en": _EN})


def wording(lang: str) -> Wording:
    """Return the words for a BCP 47 tag; any region of a known language will do.

    Raises:
        BuildError: if octavo does not speak the language.
    """
    try:
        return _TABLES[lang.partition("-")[0].lower()]
    except KeyError:
        known = ", ".join(sorted(_TABLES))
        raise BuildError(
            f"octavo has no words for a book in '{lang}'", f"known languages: {known}"
        ) from None
