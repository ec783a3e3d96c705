"""The words of octavo in those of the standards.

Languages: ISO 639-2/B, which ONIX (list 74) and MARC share.  Roles: MARC relators → ONIX list 17.
Readers: ONIX list 28, MARC 21 008/22 (books), ISCED 2011.  Days: ISO 8601, basic format.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from octavo.errors import BuildError
from octavo.model import Level, Metadata, Readers, Version

LANGUAGES: Final[Mapping[str, str]] = {
    "bg": "bul",
    "ca": "cat",
    "cs": "cze",
    "cy": "wel",
    "da": "dan",
    "de": "ger",
    "el": "gre",
    "en": "eng",
    "es": "spa",
    "et": "est",
    "eu": "baq",
    "fi": "fin",
    "fr": "fre",
    "ga": "gle",
    "gl": "glg",
    "hr": "hrv",
    "hu": "hun",
    "is": "ice",
    "it": "ita",
    "la": "lat",
    "lt": "lit",
    "lv": "lav",
    "nb": "nob",
    "nl": "dut",
    "nn": "nno",
    "no": "nor",
    "pl": "pol",
    "pt": "por",
    "ro": "rum",
    "ru": "rus",
    "sk": "slo",
    "sl": "slv",
    "sr": "srp",
    "sv": "swe",
    "tr": "tur",
    "uk": "ukr",
}

ROLES: Final[Mapping[str, str]] = {
    "aut": "A01",
    "edt": "B01",
    "com": "C01",
    "trl": "B06",
    "ill": "A12",
    "ctb": "A32",
    "cov": "A36",
    "bkd": "A11",
    "dsr": "A11",
}
OTHER_ROLE: Final = "Z99"

AUDIENCES: Final[Mapping[Level, str]] = {
    "general": "01",
    "primary": "12",
    "lower-secondary": "13",
    "upper-secondary": "14",
    "tertiary": "05",
    "professional": "06",
}

TARGET_AUDIENCES: Final[Mapping[Level, str]] = {
    "": " ",
    "general": "g",
    "primary": "b",
    "lower-secondary": "c",
    "upper-secondary": "d",
    "tertiary": "e",
    "professional": "f",
}
"""Primary, pre-adolescent, adolescent, adult, specialised."""

LEVELS: Final[Mapping[Level, str]] = {
    "general": "",
    "primary": "ISCED 1",
    "lower-secondary": "ISCED 2",
    "upper-secondary": "ISCED 3",
    "tertiary": "ISCED 5-8",
    "professional": "",
}


VERSIONS: Final[Mapping[Version, str]] = {
    "student": "Student edition",
    "teacher": "Teacher edition",
    "large-print": "Large print edition",
}
"""Editions in words, for records in English."""


def level(readers: Readers) -> str:
    """Return the level of readers in words, with that of ISCED, or nothing."""
    isced = LEVELS.get(readers.level, "")
    return readers.level.replace("-", " ") + (f" ({isced})" if isced else "")


def email(contact: str) -> str:
    """Return a contact that is an electronic address, else nothing."""
    return contact if "@" in contact and "://" not in contact else ""


def day(metadata: Metadata) -> str:
    """Return the day of the edition as YYYYMMDD."""
    return metadata.issued.isoformat().replace("-", "")


def language(tag: str) -> str:
    """Return the code of a language that libraries and shops know.

    Raises:
        BuildError: there is none here.
    """
    primary = tag.partition("-")[0].lower()
    if primary not in LANGUAGES:
        raise BuildError(
            f"no code of ISO 639-2 is known for the language '{tag}'",
            "catalogues are made of books in " + ", ".join(LANGUAGES),
        )
    return LANGUAGES[primary]
