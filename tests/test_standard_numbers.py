"""Numbers that agencies have assigned, and the faults that editors make in them.

The numbers are those of the standards' own examples: 978-0-306-40615-7 and 0-306-40615-2, the same
book (ISBN users' manual), 0378-5955 and 2049-3630 (ISSN manual), and 2434-561X, which ends in ten.
"""

from __future__ import annotations

import pytest

from octavo.standard_numbers import isbn, isbn_of, issn


@pytest.mark.parametrize(
    "written", ["978-0-306-40615-7", "9780306406157", "978 0 306 40615 7", "978‑0‑306‑40615‑7"]
)
def test_an_isbn_is_its_digits(written: str) -> None:
    assert isbn(written) == "9780306406157"


def test_a_check_digit_may_be_nought() -> None:
    assert isbn("978-3-16-148410-0") == "9783161484100"


@pytest.mark.parametrize("place", range(12))
def test_any_wrong_digit_of_an_isbn_is_found(place: int) -> None:
    right = "9780306406157"
    wrong = right[:place] + str((int(right[place]) + 1) % 10) + right[place + 1 :]
    with pytest.raises(ValueError, match=r"check digit|not an ISBN"):
        isbn(wrong)


def test_an_isbn_of_ten_digits_is_answered_with_the_longer_one() -> None:
    with pytest.raises(ValueError, match="write 9780306406157"):
        isbn("0-306-40615-2")


@pytest.mark.parametrize("written", ["0378-5955", "2049-3630", "2434-561X", "2434561x"])
def test_an_issn_has_a_hyphen(written: str) -> None:
    assert issn(written) in {"0378-5955", "2049-3630", "2434-561X"}


@pytest.mark.parametrize("written", ["0378-5956", "2434-5610", "0378-595", "9780306406157"])
def test_a_wrong_issn_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"ISSN|check digit"):
        issn(written)


def test_only_an_isbn_is_the_isbn_of_an_artefact() -> None:
    assert isbn_of("URN:ISBN:978-0-306-40615-7") == "9780306406157"
    assert isbn_of("urn:uuid:9780306406157") == ""
    assert isbn_of("urn:isbn:978-0-306-40615-8") == ""
