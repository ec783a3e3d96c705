"""Accessibility in words: what the files of a book hold in, what may be said of the book out.

What is said of an EPUB in its package document, on its page on accessibility, and in catalogues is
one value, :class:`Claims`, which is made of :class:`Facts` read off the finished files and of
nothing else.  Words are those of the Schema.org Accessibility Properties for Discoverability
Vocabulary (Community Group Report of 18 July 2024), of EPUB Accessibility 1.1, and of the W3C note
on its ``exemption`` property.
"""

from octavo.accessibility.claims import (
    TERMS,
    Claims,
    Conformance,
    Kind,
    against,
    claims,
    held,
    sentences,
)
from octavo.accessibility.criteria import CRITERIA, STANDARD
from octavo.accessibility.facts import Facts, Obstacle, Trait

__all__ = [
    "CRITERIA",
    "STANDARD",
    "TERMS",
    "Claims",
    "Conformance",
    "Facts",
    "Kind",
    "Obstacle",
    "Trait",
    "against",
    "claims",
    "held",
    "sentences",
]
