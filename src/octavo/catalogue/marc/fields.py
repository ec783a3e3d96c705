"""Fields of MARC 21 as elements: a number, two indicators and subfields in, an element out."""

from __future__ import annotations

from octavo.catalogue.tags import Tag, tag


def control(number: str, value: str) -> Tag:
    """Make a control field, which has neither indicators nor subfields."""
    return tag("controlfield", value, tag=number)


def field(number: str, indicators: str, *subfields: tuple[str, str]) -> Tag:
    """Make a field of its subfields, by their codes; those without text are left out.

    Blanks among the two ``indicators`` are written as ``#``, as in the format's documentation.
    """
    first, second = tuple(indicators.replace("#", " "))
    said = (tag("subfield", text, code=code) for code, text in subfields if text)
    return tag("datafield", said, tag=number, ind1=first, ind2=second)


def ended(text: str) -> str:
    """End a text with a full stop, if it does not end in punctuation."""
    return text if text.endswith((".", "?", "!", ")", "]", "-")) else f"{text}."
