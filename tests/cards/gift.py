"""Reads the GIFT format, what of it a bank of octavo's uses, as Moodle's documentation tells it.

After "GIFT format" (docs.moodle.org/en/GIFT_format): an empty line ends a question, lines that
begin with ``//`` are comments, and a backslash takes its meaning from each of ``~ = # { } :``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SIGN = re.compile(r"\\([\\~=#{}:])")
_QUESTION = re.compile(r"::(?P<name>.*?)::\[html\](?P<text>.*?)\{(?P<answers>.*)\}", re.DOTALL)
_OPTION = re.compile(r"([=~])([^=~#]*)")


@dataclass(frozen=True)
class Asked:
    """A question, read; ``options`` are (right, text)."""

    category: str
    name: str
    text: str
    options: tuple[tuple[bool, str], ...]
    feedback: str


def read(text: str) -> Iterator[Asked]:
    """Yield the questions of a file."""
    category = ""
    for chunk in re.split(r"\n\s*\n", text):
        lines = (line for line in chunk.split("\n") if not line.lstrip().startswith("//"))
        said = "\n".join(lines).strip()
        if said.startswith("$CATEGORY:"):
            category = said.removeprefix("$CATEGORY:").strip()
        elif said:
            yield _question(_hidden(said), category)


def _question(said: str, category: str) -> Asked:
    found = _QUESTION.fullmatch(said)
    assert found, said
    answers, _, feedback = found["answers"].rpartition("####")
    options = tuple((sign == "=", _shown(text)) for sign, text in _OPTION.findall(answers))
    return Asked(category, _shown(found["name"]), _shown(found["text"]), options, _shown(feedback))


def _hidden(said: str) -> str:
    """Put something harmless in the place of signs that have lost their meaning."""
    return _SIGN.sub(lambda sign: f"\0{ord(sign[1])};", said)


def _shown(said: str) -> str:
    return re.sub(r"\0(\d+);", lambda sign: chr(int(sign[1])), said).strip()
