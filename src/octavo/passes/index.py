"""The index: marks, terms, people and signposts in, groups of entries in order out.

Every mark of a term, of a person or for the index is a locator, wherever it stands in what the
edition prints of a chapter: its text, its answers, its endnotes.  Terms stand under their names,
people under their sorting ones; events, facts and the records' own pages are no entries.  A
signpost whose heading or targets the edition leaves out is left out with them.

Main headings are filed letter by letter, subheadings by their first word that counts, figures and
signs before the letters (Chicago Manual of Style, 18th edition, chapter 15).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, count, groupby

from octavo.errors import Findings
from octavo.model import (
    Book,
    Chapter,
    Heading,
    IndexEntry,
    IndexGroup,
    IndexLocator,
    IndexMark,
    PersonMark,
    Signpost,
    TermMark,
)
from octavo.numbering import slug
from octavo.passes.sorting import alphabetically, letter, without_small_words
from octavo.tree import Content, plain_text, running, walk

Found = tuple[tuple[str, ...], IndexLocator]
"""The headings of an entry, and a place that it leads to."""


def run(book: Book, findings: Findings) -> Book:  # noqa: ARG001  (every pass has this form)
    """Make the index of a book that has one."""
    if "index" not in book.appendices:
        return book
    entries = _entries(_found(book), book.records.index)
    groups = groupby(entries, key=lambda entry: letter(entry.heading))
    made = tuple(IndexGroup(letter=first, entries=tuple(group)) for first, group in groups)
    return replace(book, index=made)


# -- places --------------------------------------------------------------------


def _found(book: Book) -> Iterator[Found]:
    """Yield what is marked, in the order of the book's pages."""
    names = {
        TermMark: {term.id: term.term for term in book.records.glossary},
        PersonMark: {person.id: person.sort for person in book.records.people},
    }
    chapters = {chapter.id: chapter for chapter in book.chapters}
    for chapter in book.chapters:
        yield from _in_text(running(chapter), chapter, names)
    for notes in book.notes:
        for note in notes.notes:
            chapter = chapters[notes.chapter]
            yield from _marked(note.blocks, _Where(chapter, note=note.number), names)
    for answers in book.answers:
        for answer in answers.answers:
            yield from _marked(answer.blocks, _Where(chapters[answers.chapter]), names)


@dataclass(frozen=True, slots=True)
class _Where:
    chapter: Chapter
    section: int = 0
    note: str = ""


_Names = Mapping[type[TermMark | PersonMark], Mapping[str, str]]


def _in_text(nodes: Iterable[Content], chapter: Chapter, names: _Names) -> Iterator[Found]:
    section = 0
    for node in walk(nodes):
        if isinstance(node, Heading):
            section += 1
        yield from _one(node, _Where(chapter, section), names)


def _marked(nodes: Iterable[Content], where: _Where, names: _Names) -> Iterator[Found]:
    for node in walk(nodes):
        yield from _one(node, where, names)


def _one(node: Content, where: _Where, names: _Names) -> Iterator[Found]:
    match node:
        case IndexMark(id=anchor) if anchor:
            yield node.path, _locator(anchor, where, principal=node.principal)
        case TermMark(id=anchor, term=record) | PersonMark(id=anchor, person=record) if anchor:
            if heading := names[type(node)].get(record):
                yield (heading,), _locator(anchor, where)
        case _:
            pass


def _locator(anchor: str, where: _Where, *, principal: bool = False) -> IndexLocator:
    return IndexLocator(
        anchor=anchor,
        chapter=where.chapter.id,
        number=where.chapter.number or plain_text(where.chapter.short_title),
        section=where.section,
        note=where.note,
        principal=principal,
    )


# -- entries -------------------------------------------------------------------


@dataclass(slots=True)
class _Draft:
    """A main heading while it is gathered."""

    locators: list[IndexLocator] = field(default_factory=list)
    below: defaultdict[str, list[IndexLocator]] = field(default_factory=lambda: defaultdict(list))


def _entries(found: Iterable[Found], signposts: Sequence[Signpost]) -> list[IndexEntry]:
    drafts: defaultdict[str, _Draft] = defaultdict(_Draft)
    for path, locator in found:
        draft = drafts[path[0]]
        (draft.below[path[1]] if path[1:] else draft.locators).append(locator)
    posts = {each.heading: each for each in signposts}
    shown = {
        *drafts,
        *(each.heading for each in signposts if each.see in drafts and each.heading not in drafts),
    }
    ordered = alphabetically(shown, lambda heading: heading)
    anchors = _anchors(ordered)
    return [
        _entry(heading, drafts.get(heading, _Draft()), posts.get(heading), anchors)
        for heading in ordered
    ]


def _entry(
    heading: str, draft: _Draft, post: Signpost | None, anchors: Mapping[str, str]
) -> IndexEntry:
    below = alphabetically(draft.below, without_small_words)
    post = post or Signpost(heading=heading)
    others = [each for each in post.see_also if each in anchors]
    return IndexEntry(
        id=anchors[heading],
        heading=heading,
        lang=post.lang,
        locators=tuple(draft.locators),
        entries=tuple(
            IndexEntry(heading=each, locators=tuple(draft.below[each])) for each in below
        ),
        see=(post.see, anchors[post.see]) if post.see else None,
        see_also=tuple((each, anchors[each]) for each in alphabetically(others, lambda each: each)),
    )


def _anchors(headings: Iterable[str]) -> dict[str, str]:
    """Return an anchor for each heading, made of its words."""
    anchors: dict[str, str] = {}
    taken: set[str] = set()
    for heading in headings:
        words = f"index-{slug(heading)}"
        candidates = chain([words], (f"{words}-{number}" for number in count(2)))
        anchors[heading] = next(each for each in candidates if each not in taken)
        taken.add(anchors[heading])
    return anchors
