"""A name is spelled in one way: that of its record, or a form that the record allows.

Compared are family names of people, places and proper words in terms with the capitalised words of
the text, extracts apart.  A word is a misspelt name if it differs from one by a letter, from a long
one by two, or only by its romanisation (Beriya, Beria); not if it also stands in small letters, or
in a record.

Bad:   Tukachevsky, where ``people.yaml`` has ``sort: Tukhachevsky, Mikhail``
Good:  Tukhachevsky, or ``forms: [Tukachevsky]`` in the record
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from octavo.errors import Severity
from octavo.lint.manuscript import Fault, Manuscript
from octavo.lint.passages import Passage
from octavo.model import Records

SEVERITY: Final[Severity] = "warning"
_SHORTEST: Final = 5
_LONG: Final = 8
"""The letters of a name that two letters may be wrong in."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'ʹʺ][^\W\d_]+)*")
_POSSESSIVE: Final = re.compile(r"[’'](?:s|S)?$")
_ROMANISATIONS: Final = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"shch|sch|sh", "s"),
        (r"tch|tsch|ch", "c"),
        (r"kh", "h"),
        (r"zh", "j"),
        (r"ts|tz", "c"),
        (r"ck", "k"),
        (r"ph", "f"),
        (r"w", "v"),
        (r"(?<=[aeiou])[iyj](?=[aeiou])|(?<=[ie])[yj](?=[ao])", ""),
        (r"[iyj]+", "i"),
        (r"(.)\1", r"\1"),
    )
)
"""What letters of other romanisations become; applied in this order."""


def check(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield each capitalised word that is nearly a name."""
    passages = [passage for passage in manuscript.passages if passage.kind != "extract"]
    small = {word for passage in passages for word in _words(passage.text) if word.islower()}
    records = manuscript.work.records
    names = _names(records, small)
    known = {*_allowed(records), *names}
    nearest = {
        word: name
        for word in _capitalised(passages)
        if not _is_known(word, known) and word.casefold() not in small
        if (name := _nearest(word, names))
    }
    if not nearest:
        return
    for passage in passages:
        for match in _WORD.finditer(passage.text):
            word = _bare(match[0])
            if word in nearest:
                yield Fault(
                    passage.run.at(match.start()),
                    f"'{word}' is nearly the name '{nearest[word]}'",
                    f"write {nearest[word]}, or allow it in the record: forms: [{word}]",
                )


def _words(text: str) -> Iterator[str]:
    return map(_bare, _WORD.findall(text))


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word)


def _capitalised(passages: Iterable[Passage]) -> set[str]:
    return {
        word
        for passage in passages
        for word in _words(passage.text)
        if len(word) >= _SHORTEST and word[0].isupper() and not word.isupper()
    }


def _names(records: Records, small: set[str]) -> Mapping[str, str]:
    """Return each name, with its letters as they are compared."""
    families = (person.sort.partition(",")[0] for person in records.people)
    places = (place.name for place in records.places)
    terms = (term.term for term in records.glossary)
    return {
        word: _folded(word)
        for text in (*families, *places, *terms)
        for word in _words(text)
        if len(word) >= _SHORTEST and word[0].isupper() and word.casefold() not in small
    }


def _allowed(records: Records) -> Iterator[str]:
    """Yield every word that stands in a record in just this way."""
    for person in records.people:
        yield from _words(" ".join((person.name, person.sort, *person.forms)))
    for place in records.places:
        yield from _words(place.name)
    for term in records.glossary:
        original = term.original.romanised if term.original else ""
        yield from _words(" ".join((term.term, *term.forms, original)))
    for item in records.bibliography:
        authors = (f"{name.family} {name.given} {name.literal}" for name in item.author)
        yield from _words(" ".join((item.title, item.container_title, item.publisher, *authors)))


def _is_known(word: str, known: set[str]) -> bool:
    return word in known or (word.endswith("s") and word[:-1] in known)


def _nearest(word: str, names: Mapping[str, str]) -> str:
    """Return the name that a word nearly is, or nothing."""
    folded = _folded(word)
    for name, letters in names.items():
        if folded == letters:
            return name
        most = 2 if min(len(word), len(name)) >= _LONG else 1
        if word[0] == name[0] and _within(word.casefold(), name.casefold(), most):
            return name
    return ""


def _folded(name: str) -> str:
    """Return a name without what differs between romanisations."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(filter(str.isalpha, decomposed))
    for pattern, into in _ROMANISATIONS:
        letters = pattern.sub(into, letters)
    return letters


def _within(one: str, other: str, most: int) -> bool:
    """Whether two words differ by at most so many letters: wrong, missing, or exchanged."""
    if abs(len(one) - len(other)) > most:
        return False
    before: dict[int, int] = defaultdict(int)
    last = dict(enumerate(range(len(other) + 1)))
    for row, letter in enumerate(one, 1):
        now = {0: row}
        for column, against in enumerate(other, 1):
            cost = min(
                last[column] + 1, now[column - 1] + 1, last[column - 1] + (letter != against)
            )
            if row > 1 and column > 1 and letter == other[column - 2] and against == one[row - 2]:
                cost = min(cost, before[column - 2] + 1)
            now[column] = cost
        if min(now.values()) > most:
            return False
        before, last = last, now
    return last[len(other)] <= most
