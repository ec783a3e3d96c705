"""Words in another script than their language's say which language they are in.

A reader's voice speaks every word in the language that it is marked with (WCAG 2.2, 3.1.2), and
words are hyphenated by it.  Two letters make a word; a single one may be a sign.

Bad:   the order Ни шагу назад
Good:  the order [Ни шагу назад]{lang=ru}; in Latin letters [Ni shagu nazad]{lang=ru-Latn}
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from octavo.errors import Severity
from octavo.lint.manuscript import Fault, Manuscript
from octavo.lint.passages import Passage
from octavo.model import Foreign

SEVERITY: Final[Severity] = "error"

_SCRIPTS: Final = {
    **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru", "tg", "uk"), "CYRILLIC"),
    "ar": "ARABIC",
    "el": "GREEK",
    "he": "HEBREW",
    "hy": "ARMENIAN",
    "ka": "GEORGIAN",
    **dict.fromkeys(("cs", "de", "en", "es", "et", "fi", "fr", "hu", "it", "la"), "LATIN"),
    **dict.fromkeys(("lt", "lv", "nl", "no", "pl", "pt", "ro", "sk", "sv", "tr"), "LATIN"),
}
"""The first word of the Unicode names of a language's letters; of others nothing is known."""

_SUBTAGS: Final = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Grek": "GREEK", "Hebr": "HEBREW"}
_WORD: Final = re.compile(r"[^\W\d_]{2,}")


def check(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield the words whose script is not that of their language, the first of those in a row."""
    lang = manuscript.work.metadata.lang
    for passage in manuscript.passages:
        before = ("", "")
        for word in _WORD.finditer(passage.text):
            spoken = _language(passage, word.start(), lang)
            script = unicodedata.name(word[0][0], "").partition(" ")[0]
            wrong = script in _KNOWN and _script(spoken) not in {script, ""}
            if wrong and before != (script, spoken):
                yield Fault(
                    passage.run.at(word.start()),
                    f"'{word[0]}' is in {script.capitalize()} letters, and marked as '{spoken}'",
                    f"say in which language it is: [{word[0]}]{{lang={_hint(script, spoken)}}}",
                )
            before = (script, spoken) if wrong else ("", "")


_KNOWN: Final = frozenset(_SCRIPTS.values())


def _language(passage: Passage, at: int, lang: str) -> str:
    """Return the language of the character at a place: that of the innermost mark around it."""
    around = [
        (mark.end - mark.start, mark.node.lang)
        for mark in passage.marks
        if isinstance(mark.node, Foreign) and mark.start <= at < mark.end
    ]
    return min(around)[1] if around else lang


def _script(lang: str) -> str:
    main, *subtags = lang.split("-")
    named = (_SUBTAGS[tag] for tag in subtags if tag in _SUBTAGS)
    return next(named, _SCRIPTS.get(main, ""))


def _hint(script: str, spoken: str) -> str:
    """Return a language with letters of a script: most Latin ones among others transliterate."""
    transliterated = f"{spoken.partition('-')[0]}-Latn"
    return {"CYRILLIC": "ru", "LATIN": transliterated, "GREEK": "el"}.get(script, "…")
