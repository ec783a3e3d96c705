"""What each chapter of the benchmark's book is about, and the records that say so.

A subject is one town of an invented river county and the quarrel over a count of
barges there.  Each comes from its chapter's number alone, so that a book of 10
chapters is the beginning of a book of 40.  Every name in it is made up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from bench.prose import capital, chance, fill, sentence
from bench.vocabulary import (
    FAMILY,
    GIVEN,
    ORIGINALS,
    TERM_BEGINNINGS,
    TERM_ENDINGS,
    TOWN_BEGINNINGS,
    TOWN_ENDINGS,
)

Record = dict[str, object]

TERMS = 4
PEOPLE = 3
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass(frozen=True, slots=True)
class Subject:
    """The town of one chapter and what was counted there.

    ``clerk`` and ``keeper`` are the two counts, ``tolls`` a range; ``opened`` and
    ``closed`` frame the quarrel, ``counted`` is the day of the counts.
    """

    number: int
    town: str
    terms: tuple[str, ...]
    people: tuple[str, ...]
    clerk: int
    keeper: int
    tolls: tuple[int, int]
    opened: date
    counted: date
    closed: date

    @property
    def key(self) -> str:
        """The chapter's number as ids have it."""
        return f"{self.number:02d}"

    @property
    def report(self) -> str:
        """The title of the clerk's report; its shortened form is the count's name."""
        return f"Report on the count of barges at {self.town}"

    def titles(self) -> Mapping[str, str]:
        """Return the shortened titles of the chapter's references by their ids."""
        return {
            f"report-{self.key}": f"Count of barges at {self.town}",
            f"gazette-{self.key}": f"The quarrel at {self.town}",
            f"letter-{self.key}": f"Letter from {self.town}",
        }

    def values(self) -> Mapping[str, str]:
        """Return the facts of the chapter as text prints them, by their ids."""
        apart = self.clerk - self.keeper
        share = (Decimal(100 * apart) / self.clerk).quantize(Decimal(1), ROUND_HALF_UP)
        return {
            f"clerk-count-{self.key}": f"{self.clerk:,}",
            f"keeper-count-{self.key}": f"{self.keeper:,}",
            f"apart-{self.key}": f"{apart:,}",
            f"share-{self.key}": f"{share} per cent",
            f"tolls-{self.key}": f"{self.tolls[0]} to {self.tolls[1]}",
            f"opened-{self.key}": written(self.opened),
            f"closed-{self.key}": written(self.closed),
            f"days-{self.key}": f"{(self.closed - self.opened).days:,}",
        }


def written(day: date) -> str:
    """Return a date in words: 3 May 1801."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def identifier(words: str) -> str:
    """Return the id of a term or a person."""
    return words.lower().replace(" ", "-")


def plural(term: str) -> str:
    """Return the plural of a term; all of the vocabulary's are regular."""
    return f"{term}s"


def subject(number: int) -> Subject:
    """Return the subject of a chapter."""
    drawn = chance("subject", number)
    index = number - 1
    round_, place = divmod(index, len(TOWN_BEGINNINGS))
    ending = TOWN_ENDINGS[(index + round_) % len(TOWN_ENDINGS)]
    opened = date(1790 + number, drawn.randint(3, 5), drawn.randint(1, 28))
    counted = opened + timedelta(days=drawn.randint(20, 90))
    clerk = drawn.randint(1200, 9800)
    lowest = drawn.randint(40, 200)
    return Subject(
        number=number,
        town=TOWN_BEGINNINGS[place] + ending,
        terms=tuple(
            f"{_at(TERM_BEGINNINGS, n)} {_at(TERM_ENDINGS, n)}"
            for n in range(index * TERMS, number * TERMS)
        ),
        people=tuple(
            f"{_at(GIVEN, n)} {_at(FAMILY, n)}" for n in range(index * PEOPLE, number * PEOPLE)
        ),
        clerk=clerk,
        keeper=clerk - drawn.randint(60, 700),
        tolls=(lowest, lowest + drawn.randint(10, 90)),
        opened=opened,
        counted=counted,
        closed=counted + timedelta(days=drawn.randint(200, 900)),
    )


def _at(words: tuple[str, ...], index: int) -> str:
    return words[index % len(words)]


# -- records -------------------------------------------------------------------


LEFT_OUT = "Where no sentence asks for it, the text has others of its kind."


def numbers() -> list[Record]:
    """Return the words with a number that needs no fact."""
    return [
        {"text": "The river, stretch #", "reason": "Parts are named so."},
        {"text": "Option #", "reason": "Options have numbers."},
    ]


def records(subjects: Iterable[Subject]) -> dict[str, list[Record]]:
    """Return the entries of every record file by its name, without the pictures."""
    found: dict[str, list[Record]] = {
        name: [] for name in ("facts", "glossary", "timeline", "people", "bibliography", "rights")
    }
    for each in subjects:
        found["facts"] += _facts(each)
        found["glossary"] += _terms(each)
        found["timeline"] += _events(each)
        found["people"] += _people(each)
        found["bibliography"] += _references(each)
        found["rights"] += _rights(each)
    return found


def _cited(subject: Subject, kind: str, page: int) -> Record:
    return {"cite": f"{kind}-{subject.key}", "locator": f"p. {page}"}


def _facts(subject: Subject) -> list[Record]:
    key, town = subject.key, subject.town
    report, gazette = _cited(subject, "report", 2), _cited(subject, "gazette", 3)
    both = [] if subject.number == 1 else [_both(subject)]
    return [
        {
            "id": f"clerk-count-{key}",
            "statement": f"Barges that passed {town}, by the clerk's count.",
            "value": subject.clerk,
            "unit": "barges",
            "date": subject.counted.isoformat(),
            "place": town,
            "source": report,
            "says": "the clerk",
            "support": "one",
            "checkable": "in part, against the keeper's tickets",
        },
        {
            "id": f"keeper-count-{key}",
            "statement": f"Barges that passed {town}, by the keeper's tickets.",
            "value": subject.keeper,
            "unit": "barges",
            "source": gazette,
            "says": "the keeper",
        },
        {
            "id": f"apart-{key}",
            "statement": f"The two counts of {town} apart.",
            "derived": f"clerk-count-{key} - keeper-count-{key}",
            "unit": "barges",
        },
        {
            "id": f"share-{key}",
            "statement": f"The difference as a share of the clerk's count of {town}.",
            "derived": f"100 * apart-{key} / clerk-count-{key}",
            "unit": "per cent",
            "round": 0,
        },
        {
            "id": f"tolls-{key}",
            "statement": f"What {town} took in tolls that week, as the board put it.",
            "value": list(subject.tolls),
            "left-out": LEFT_OUT,
            "unit": "pounds",
            "source": gazette,
            "says": "the toll board",
        },
        {
            "id": f"opened-{key}",
            "statement": f"The lock at {town} was opened.",
            "date": subject.opened.isoformat(),
            "source": report,
            "says": "all the papers",
            "support": "more",
        },
        {
            "id": f"closed-{key}",
            "statement": f"The quarrel at {town} was closed.",
            "date": subject.closed.isoformat(),
            "source": gazette,
            "says": "the gazette",
        },
        {
            "id": f"days-{key}",
            "statement": f"Days from the opening of the lock at {town} to the end of the quarrel.",
            "derived": f"days(opened-{key}, closed-{key})",
            "left-out": LEFT_OUT,
            "unit": "days",
        },
        *both,
    ]


def _both(subject: Subject) -> Record:
    """Return a fact that hangs on two chapters."""
    before = f"{subject.number - 1:02d}"
    return {
        "id": f"both-{subject.key}",
        "statement": f"Barges at {subject.town} and in the chapter before, by the clerks' counts.",
        "derived": f"clerk-count-{before} + clerk-count-{subject.key}",
        "left-out": LEFT_OUT,
        "unit": "barges",
    }


def _terms(subject: Subject) -> list[Record]:
    drawn = chance("terms", subject.number)
    entries: list[Record] = []
    for place, term in enumerate(subject.terms):
        other = subject.terms[place - 1]
        entry: Record = {
            "id": identifier(term),
            "term": term,
            "forms": [plural(term)],
            "definition": (
                f"{capital(fill('a {quality} thing of the {place}', drawn))}, by which the "
                f"{fill('{goods}', drawn)} of {subject.town} were known.\n"
                f"{sentence(drawn)}\n"
                f"Not to be taken for the [{other}]{{term={identifier(other)}}}.\n"
            ),
        }
        if original := ORIGINALS.get(term.split()[1]):
            entry["original"] = dict(original)
        if place % 2 == 0:
            entry["source"] = _cited(subject, "report", place + 4)
        entries.append(entry)
    return entries


def _events(subject: Subject) -> list[Record]:
    key, town, year = subject.key, subject.town, subject.opened.year
    return [
        {
            "id": f"opening-{key}",
            "date": subject.opened.isoformat(),
            "label": f"The lock at {town} is opened.",
            "basis": "stated",
            "fact": f"opened-{key}",
            "source": _cited(subject, "report", 1),
        },
        {
            "id": f"count-{key}",
            "date": subject.counted.isoformat(),
            "label": f"Two people count the barges at {town}.",
            "basis": "stated",
            "source": _cited(subject, "report", 2),
        },
        {
            "id": f"flood-{key}",
            "date": f"{year + 1}-02",
            "label": f"The river takes the rail at {town}.",
            "basis": "inferred",
            "source": _cited(subject, "letter", 1),
        },
        {
            "id": f"dispute-{key}",
            "date": f"{year}~/{year + 2}",
            "label": f"The two counts of {town} are disputed.",
            "basis": "editor",
            "source": _cited(subject, "gazette", 1),
        },
        {
            "id": f"end-{key}",
            "date": subject.closed.isoformat(),
            "label": f"The quarrel at {town} is closed.",
            "basis": "stated",
            "fact": f"closed-{key}",
            "source": _cited(subject, "gazette", 3),
        },
    ]


def _people(subject: Subject) -> list[Record]:
    drawn = chance("people", subject.number)
    entries: list[Record] = []
    for place, name in enumerate(subject.people):
        given, family = name.split()
        entries.append(
            {
                "id": identifier(name),
                "name": name,
                "sort": f"{family}, {given}",
                "role": f"{fill('Known at the {place} for a {quality} {paper}', drawn)}.",
                "source": _cited(subject, "letter", place + 1),
            }
        )
    return entries


def _references(subject: Subject) -> list[Record]:
    key, titles = subject.key, subject.titles()
    given, family = subject.people[0].split()
    return [
        {
            "id": f"report-{key}",
            "type": "report",
            "title": subject.report,
            "title-short": titles[f"report-{key}"],
            "author": [{"family": family, "given": given}],
            "issued": str(subject.counted.year),
            "publisher": f"{subject.town} Toll Board",
        },
        {
            "id": f"gazette-{key}",
            "type": "article-newspaper",
            "title": titles[f"gazette-{key}"],
            "container-title": "The River Gazette",
            "author": [{"literal": "A correspondent"}],
            "issued": subject.closed.isoformat(),
        },
        {
            "id": f"letter-{key}",
            "type": "personal_communication",
            "title": titles[f"letter-{key}"],
            "author": [{"literal": subject.people[1]}],
            "issued": str(subject.closed.year),
            "archive": f"Town chest, {subject.town}",
            "note": "Read in a copy made for this book, which does not exist either.",
        },
    ]


def _rights(subject: Subject) -> list[Record]:
    return [
        {"id": name, "cite": name, "holder": "Nobody", "basis": "public-domain"}
        for name in subject.titles()
    ]
