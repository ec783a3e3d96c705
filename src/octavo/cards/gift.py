"""A bank of questions in the GIFT format (docs.moodle.org, "GIFT format").

A question is a few lines, and an empty line ends it::

    // [id:the-bridge:question:q-which] [tag:1-bridge]
    ::Question 1.2::[html]<p>Which?</p>{
        =(1) this
        ~(2) that
        ####<p>The clerk counted by eye.</p>
    }

The format cannot say that options keep their order; so they carry their numbers, by which answers
speak of them.  A question without options is an essay.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from octavo.cards.moodle import explanation, grouped
from octavo.model import Bank, Item

_ESCAPED: Final = str.maketrans(
    {**{sign: f"\\{sign}" for sign in "\\~=#{}:"}, "\n": " ", "\r": None}
)


def quiz(bank: Bank) -> bytes:
    """Return the file, in UTF-8."""
    return "\n".join(_lines(bank)).encode()


def _lines(bank: Bank) -> Iterator[str]:
    yield f"// {' '.join(bank.book.title.split())}"
    yield ""
    for category, items in grouped(bank):
        yield f"$CATEGORY: {category}"
        yield ""
        for item in items:
            yield from _question(item, bank.book.work)


def _question(item: Item, work: str) -> Iterator[str]:
    tags = " ".join(f"[tag:{tag}]" for tag in item.tags)
    yield f"// [id:{work}:{item.key}] {tags}"
    yield f"::{_escaped(item.name)}::[html]{_escaped(item.text)}{{"
    for number, option in enumerate(item.options, item.first):
        sign = "=" if number == item.right else "~"
        yield f"\t{sign}({number}) {_escaped(option)}"
    yield f"\t####{_escaped(explanation(item))}"
    yield "}"
    yield ""


def _escaped(text: str) -> str:
    """Return text in which no character is a sign of the format."""
    return text.translate(_ESCAPED)
