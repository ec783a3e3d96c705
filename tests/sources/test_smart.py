"""Typography of texts that are not Markdown."""

from __future__ import annotations

import pytest

from octavo.sources.markdown import smart


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("'Order No. 227 invented them'", "en-GB", "‘Order No.\u00a0227 invented them’"),
        (
            "'Always', 'never', and soldiers' words",
            "en-GB",
            "‘Always’, ‘never’, and soldiers’ words",
        ),
        ('The "rear" -- or not', "en-GB", "The “rear” – or not"),
        ("it's 1918--1919", "en-GB", "it’s 1918–1919"),
        ('Der "Befehl"', "de-DE", "Der „Befehl“"),
        ('Приказ "Ни шагу назад"', "ru", "Приказ «Ни шагу назад»"),
    ],
)
def test_a_title_in_an_attribute_is_set(text: str, lang: str, expected: str) -> None:
    assert smart.plain(text, lang) == expected
