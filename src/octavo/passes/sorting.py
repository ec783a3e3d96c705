"""Alphabetical order: text in, the key that sorts it out.

Letter by letter, as in the Chicago Manual of Style (18th edition, 15.66): spaces,
punctuation, capitals and accents do not count.  Scripts follow one another in the
order of Unicode; an order by language comes with the index.
"""

from __future__ import annotations

import re
import unicodedata

_ARTICLE = re.compile(r"^(?:the|an|a)\s+", re.IGNORECASE)


def alphabetical(text: str) -> tuple[str, str]:
    """Return the key of an entry; the text itself decides between equal letters."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(filter(str.isalnum, decomposed)), text


def by_title(text: str) -> tuple[str, str]:
    """Return the key of a title, whose leading article does not count."""
    return alphabetical(_ARTICLE.sub("", text))
