"""The words that octavo itself puts into a book, by language.

Templates get one table, ``w``; a word that is not in it is an error there.  Words with a name in
braces are filled in by a pass, so that a language can order them in its own way.
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
        "organisers": "Knowledge organisers",
        "timeline": "Timeline",
        "glossary": "Glossary",
        "people": "People",
        "discrepancies": "Discrepancy register",
        "ledger": "How we know",
        "bibliography": "Bibliography",
        "answers": "Answers",
        "index": "Index",
        "colophon": "Colophon",
        "teacher": "For the teacher",
        # Front matter.
        "edition": "edition",
        "first-published": "This edition",
        "edition-number": "Edition",
        "contact": "Contact",
        "responsible": "Responsible for this product",
        "credits": "Credits",
        "licence": "Licence",
        "extracts": "Extracts",
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
        "rights-line": "Rights: {said}.",
        "rights-licence": "under the licence {licence}",
        "rights-quotation": "quoted for criticism and review",
        "rights-permission": "printed by permission",
        "rights-public-domain": "in the public domain",
        "rights-outside": "outside the licence of this book",
        "rights-imprint": "see the imprint",
        "rights-end": "see the end",
        "rights-unaltered": "unaltered",
        "word-count-one": "1\N{NO-BREAK SPACE}word",
        "word-count": "{count}\N{NO-BREAK SPACE}words",
        "question": "Question",
        "use-sources": "Use {sources}.",
        "and": "and",
        "hint": "Hint",
        "starters": "To begin with",
        "analysis": "What you find",
        "source-set": "Sources to use together",
        "organisers-intro": (
            "What to know of each chapter, and what to be able to do. Tick what you can do; the "
            "questions behind it test it."
        ),
        "key-dates": "Dates",
        "key-people": "People",
        "key-figures": "Figures, and who gives them",
        "i-can": "I can …",
        "questions-label": "Questions",
        "kind": "Kind",
        "kind-retrieval": "Retrieval",
        "kind-choice": "Multiple choice",
        "kind-short": "Short answer",
        "kind-explain": "Explanation",
        "kind-source-task": "Source task",
        "kind-essay": "Essay",
        "kind-comparison": "Comparison of extracts",
        "kind-exit-ticket": "Exit ticket",
        "difficulty-foundation": "foundation",
        "difficulty-core": "core",
        "difficulty-challenge": "challenge",
        "aims": "Assesses",
        "marks-title": "Marks",
        "minutes-title": "Minutes",
        "no-objective": "Questions that test no objective",
        "total": "All",
        "mark": "mark",
        "marks": "marks",
        "minute": "minute",
        "minutes": "minutes",
        "answer": "Answer",
        "option": "Option",
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
        "disputed": "Disputed",
        "disputed-see": "disputed: see",
        "account": "Account",
        "figure-label": "Figure",
        "decision": "What this book prints",
        "reason": "Why",
        "see-register": "In the register",
        "between-documents": "The documents disagree.",
        "between-one": "A document disagrees with itself.",
        "between-precision": "A point of precision.",
        "discrepancies-intro": (
            "Where the documents disagree, with one another or with themselves, and what this book "
            "prints. A figure that stands in such a dispute carries its number wherever it is "
            "printed, as in D1."
        ),
        "printed-in": "Printed or discussed in",
        "ledger-intro": (
            "Every figure that this book prints, in the order in which the chapters first print "
            "it, with who says so, and whether anything else supports it."
        ),
        "ledger-elsewhere": "In the back matter alone",
        "says": "Who says so",
        "support": "Independent support",
        "support-none": "none",
        "support-one": "one source",
        "support-more": "several sources",
        "checkable": "Checkable here",
        "calculation": "Calculated",
        "disputed-label": "Disputed",
        "page": "page",
        "page-short": "p.",
        "book-page": "book page",
        "page-label": "Page {}.",
        "page-list": "Pages of the print edition",
        "volume-of": "Volume {} of {}: pages {}–{}",
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
        # Pictures from data.
        "picture-bar": "Bar chart.",
        "picture-stacked": "Chart of bars in parts.",
        "picture-range": "Chart of ranges.",
        "picture-dots": "Chart of dots.",
        "picture-flow": "Flow diagram.",
        "picture-map": "Map.",
        "picture-table": "The figures of this picture",
        "picture-places": "The places of this map",
        "chart-unit": "Unit",
        "chart-log": "Logarithmic scale",
        "chart-steps": "each step is ten times the one before",
        "chart-derived": "worked out",
        "chart-derived-bar": "Hatched: worked out from other figures.",
        "chart-derived-dot": "Open or broken: worked out from other figures.",
        "flow-to": "leads to",
        "map-shows": "Coasts and rivers,",
        "map-north": "N",
        "map-south": "S",
        "map-east": "E",
        "map-west": "W",
        "map-kind-town": "town",
        "map-kind-region": "region",
        "map-kind-river": "river",
        "map-kind-sea": "sea",
        "map-kind-battle": "battle",
        "map-positions": "Positions are the editor’s.",
        "map-place": "Place",
        "map-kind": "Kind",
        "map-latitude": "Latitude",
        "map-longitude": "Longitude",
        "index-pages": (
            "Numbers are those of pages; the chief place of a subject is set in bold, and n stands "
            "before the number of an endnote."
        ),
        "index-print-pages": (
            "Numbers are those of pages of the print edition; the chief place of a subject is set "
            "in bold, and n stands before the number of an endnote."
        ),
        "index-chapters": (
            "Numbers are those of chapters, and letters count the places in one; the chief place "
            "of a subject is set in bold, and n stands before the number of an endnote."
        ),
        "index-figures": "0–9",
        "see": "See",
        "see-also": "See also",
        "continued": "(continued)",
        # Cards.
        "card-term": "What does it mean?",
        "card-definition": "Which term is this?",
        "card-event": "When was it?",
        "card-date": "What happened then?",
        # Handouts.
        "name": "Name",
        "class": "Class",
        "from": "From",
        "pages-short": "pp.",
        "printing": "Pages are those of the printing",
        "word-bank": "Word bank",
        # Sentence starters by kind of question, one a line.
        "starters-short": "The source says that …\nThis means that …",
        "starters-explain": (
            "One reason is that …\nThis matters because …\nThe evidence for this is …"
        ),
        "starters-source-task": (
            "The author wrote this in order to …\nWhat the source shows is …\n"
            "What it cannot show is …"
        ),
        "starters-essay": (
            "The question turns on …\nOn the one hand, …\nOn the other hand, …\n"
            "On balance, the evidence supports … because …"
        ),
        "starters-comparison": (
            "Both sources say that …\nThey differ on …, for the first says … and the second …\n"
            "One reason for the difference may be …"
        ),
        "starters-exit-ticket": "Today I learnt that …\nI am not yet sure about …",
        "sources-of-excerpt": "Where the sources come from",
        "answers-to": "Answers",
        "side": "side",
        "of": "of",
        # Papers.
        "question-paper": "Question paper",
        "source-insert": "Source insert",
        "source-insert-empty": "These questions need no sources.",
        "time": "Time",
        "marks-total": "Total",
        # Slides.
        "slides": "Slides",
        # The teacher's part.
        "source-analysis": "The grid, filled",
        "see-answers": "see Answers",
        "see-teaching": "see the teacher’s part",
        "teacher-intro": (
            "This edition stands on the pages of the class’s: whatever the class has on a page is "
            "on the same page here. An answer is printed into the room that is left for it; where "
            "it is too long for that, its page in this part stands there instead."
        ),
        "teacher-chapters": "Chapter by chapter",
        "teacher-matrix": "What the questions test",
        "teacher-replies": "Answers and mark schemes",
        "teacher-asides": "Notes for the teacher",
        "teacher-endnotes": "Sources of answers and notes",
        "teacher-flag": "A note for the teacher: see the teacher’s part",
        "teacher-at": "At",
        "routes": "Routes",
        "lesson": "Lesson",
        "lesson-step": "What is done",
        # Accessibility.
        "accessibility": "Accessibility",
        "access-offers": "What this book offers",
        "access-limits": "Known limits",
        "access-conformance": "Standards and law",
        "access-contact": "Contact",
        "access-write": "Where to say what keeps you from reading this book:",
        "access-structure": (
            "The text has one logical reading order with headings and a table of contents."
        ),
        "access-textual": (
            "All that the book says can be read as text: aloud, in braille, enlarged."
        ),
        "access-displayTransformability": (
            "Size, face, spacing and colours of the text are the reader’s to choose."
        ),
        "access-readingOrder": "The text is read aloud in the order in which it is shown.",
        "access-structuralNavigation": "Headings mark chapters and sections at their levels.",
        "access-tableOfContents": "A table of contents leads to every chapter and section.",
        "access-index": "An index leads to the places where a subject is discussed.",
        "access-pageNavigation": "The pages of the print edition are marked and listed.",
        "access-alternativeText": "Every picture has a text alternative.",
        "access-longDescription": (
            "Pictures that say more than a line can tell have a long description."
        ),
        "access-ARIA": "Notes, terms, boxes and the parts of the book say what they are.",
        "access-unlocked": "Nothing locks the file, so that every program can read it.",
        "access-still": "Nothing flashes, moves or makes a sound.",
        "access-moving": "Some of it may move, flash or make a sound.",
        "access-untold": "Some pictures have no text alternative.",
        "access-no-displayTransformability": "Some of the text keeps a size of its own.",
        "access-no-readingOrder": "Some of the text is shown in another order than it is read in.",
        "access-no-pageNavigation": "The pages of the print edition are not marked.",
        "access-certified": "A review has found that this book conforms to a standard.",
        "access-certified-by": "{standard}: found by {by} on {date}.",
        "access-uncertified": (
            "Conformance to a standard of accessibility has not been certified."
        ),
        "access-eaa-microenterprise": (
            "This book is exempt from the European Accessibility Act (Directive (EU) 2019/882, "
            "article 4), since a microenterprise makes it."
        ),
        "access-eaa-disproportionate-burden": (
            "This book is exempt from the European Accessibility Act (Directive (EU) 2019/882, "
            "article 14), since more would be a disproportionate burden."
        ),
        "access-eaa-fundamental-alteration": (
            "This book is exempt from the European Accessibility Act (Directive (EU) 2019/882, "
            "article 14), since more would alter what it fundamentally is."
        ),
        # Cover.
        "score-chapters": (
            "On the front, every line is a chapter of this book; on it stand, where they come in "
            "the text, its sources (bars), figures and tables (squares) and questions (rings)."
        ),
        "score-sections": (
            "On the front, every line is a section of this book; on it stand, where they come in "
            "the text, its sources (bars), figures and tables (squares) and questions (rings)."
        ),
        # Colophon.
        "made-with": "Made with octavo from one set of sources for print and for screens.",
        "set-in": "Set in",
        "board-checked": (
            "Its command words and assessment objectives are told in our own words, as read on"
        ),
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
