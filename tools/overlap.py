"""Hashes of every run of eight words of a text, so that borrowing shows without the text.

    python tools/overlap.py DOCUMENT... > tests/book/overlap.txt

The three documents that the book is about are other people's.  The repository
holds none of them, only salted hashes of their runs of eight words; a run of the
book's own text that has one of these hashes was not written but copied.
"""

from __future__ import annotations

import hashlib
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

LENGTH = 8
"""How many words in a row are a borrowing."""

SALT = "octavo: eight words in a row"
DIGITS = 12
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def words(text: str) -> list[str]:
    """Return the words of a text without case, accents' composition or punctuation."""
    plain = unicodedata.normalize("NFKC", text).replace("\u00ad", "").casefold()
    return [word.replace("’", "'") for word in _WORD.findall(plain)]


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Yield every run of eight words."""
    found = words(text)
    for start in range(len(found) - LENGTH + 1):
        yield tuple(found[start : start + LENGTH])


def digest(run: Iterable[str]) -> str:
    """Return the salted hash of a run."""
    return hashlib.sha256("\0".join((SALT, *run)).encode()).hexdigest()[:DIGITS]


def main(paths: list[str]) -> None:
    """Print the hashes of all the documents' runs, sorted."""
    hashes = {digest(run) for path in paths for run in runs(Path(path).read_text("utf-8"))}
    print("\n".join(sorted(hashes)))


if __name__ == "__main__":
    main(sys.argv[1:])
