"""What a reader does with a book, and what is wrong with how it goes.

Each function takes a `Reader` and returns what went wrong, in words; nothing is good.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser

from tests.reading.foliate import Look, Reader, Settings, opened

_GLOSSES = ("(gloss)", "(gloss-term)")

NOTE_CALLS = 'a[role="doc-noteref"]'
TERMS = 'a[role="doc-glossref"]'

NIGHT = Settings(scheme="dark", width=700, flow="scrolled")
LARGE = Settings(text=200, width=640, flow="scrolled")
NARROW = Settings(width=320, flow="scrolled")
"""WCAG 2.2, 1.4.10: no scrolling in two directions at 320 CSS pixels."""


def turning(reader: Reader) -> Iterator[str]:
    """Turn all pages from the cover: each document comes in its turn, with all of its text."""
    reached: dict[str, int] = {}
    whole: dict[str, int] = {}
    for place in reader.places():
        before = reached.get(place.section, 0)
        if place.start > before:
            yield f"{place.section}: characters {before} to {place.start} are never in view"
        reached[place.section] = max(before, place.end)
        whole[place.section] = len(_bare(reader.text()))
    if list(reached) != reader.sections():
        yield f"turned through {list(reached)}"
    for name, length in whole.items():
        if reached[name] != length:
            yield f"{name}: ends after {reached[name]} of {length} characters"


def contents(reader: Reader) -> Iterator[str]:
    """Follow every entry of the contents: it stands at the head of what it leads to."""
    for entry in reader.contents():
        place = reader.go_to(entry.href)
        document, _, anchor = entry.href.partition("#")
        if place.section != document:
            yield f"{entry.label}: leads to {place.section}"
            continue
        text = reader.text_at(anchor, 400) if anchor else place.text
        name = entry.label.rpartition(". ")[2]
        if _bare(name) not in _bare(text or ""):
            yield f"{entry.label}: finds {text and text[:60]!r}"


def page_list(reader: Reader) -> Iterator[str]:
    """Follow every entry of the page list: the first word of the page of print is in view."""
    for entry in reader.pages():
        document, _, anchor = entry.href.partition("#")
        place = reader.go_to(entry.href)
        if place.section != document or not reader.text_at(anchor):
            yield f"page {entry.label}: {place.section}: {place.text[:40]!r}"


def popups(reader: Reader, selector: str, indices: Sequence[int] | None = None) -> Iterator[str]:
    """Open calls of the document in view, all of them or some, and find the way back from each.

    What pops up is what the call leads to and nothing else; whoever follows the call to its place
    instead finds a link there that has the call in view again.
    """
    here = reader.where().section
    calls = reader.find(selector)
    for call in calls if indices is None else (calls[index] for index in indices):
        words = f"{here}: {call['words']!r}"
        popup = reader.click(selector, call["index"])
        if popup is None:
            yield f"{words}: nothing pops up"
            continue
        anchor = popup.href.rpartition("#")[2]
        reader.go_to(popup.href)
        (target,) = reader.find(f"[id='{anchor}']")
        if not reader.sees(f"[id='{anchor}']"):
            yield f"{words}: its target is not in view"
        if not popup.text.strip() or _bare(popup.text) != _bare(target["words"]):
            yield f"{words}: pops up {popup.text[:60]!r}"
        links = reader.find(f"[id='{anchor}'] a")
        back = [link["index"] for link in links if link["href"].endswith(f"#{call['id']}")]
        if not back:
            yield f"{words}: no way back from {anchor}"
        elif reader.click(f"[id='{anchor}'] a", back[0]):
            yield f"{words}: the way back pops up"
        elif not reader.sees(f"[id='{call['id']}']"):
            yield f"{words}: not in view when led back"
        reader.go_to(here)


def looks(
    browser: Browser, book: Path, settings: Settings, sections: Sequence[str] = ()
) -> dict[str, Look]:
    """Return how the text of documents, by default of all, is shown with these settings."""
    with opened(browser, book, settings) as reader:
        found = {}
        for section in sections or reader.sections():
            reader.go_to(section)
            found[section] = reader.look()
        assert reader.complaints == []
        return found


def lost(by_default: dict[str, Look], shown: dict[str, Look]) -> Iterator[str]:
    """Compare how text is shown with how it is by default: nothing is hidden, cut off or faint."""
    for section, look in shown.items():
        first = by_default[section]
        if look.runs != first.runs:
            yield f"{section}: {look.runs} of {first.runs} runs of text are shown"
        yield from _said(section, "outside the page", look.outside)
        yield from _said(section, "faint", look.faint)


def hidden(shown: dict[str, Look]) -> Iterator[str]:
    """Yield the text that no reader sees, but glosses in the margin: their terms pop up instead."""
    for section, look in shown.items():
        unseen = (each for each in look.lost if not each.endswith(_GLOSSES))
        yield from _said(section, "hidden", unseen)


def _said(section: str, fault: str, words: Iterable[str]) -> Iterator[str]:
    return (f"{section}: {fault}: {each}" for each in words)


def _bare(text: str) -> str:
    return "".join(text.split())
