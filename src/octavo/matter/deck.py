"""A deck of cards: a Book in, its terms, its events and its questions as cards out.

A card is learnt with the chapter that first uses what it is about: chapter by chapter, terms first,
then events, then questions; what no chapter uses comes last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from octavo.matter.bank import items
from octavo.matter.provenance import among, provenance
from octavo.matter.simple import Simple, original
from octavo.model import Book, Card, Deck, GlossaryEntry, Item, TimelineEntry, Use
from octavo.wording import Wording, wording


def deck(book: Book, of: tuple[str, ...] = ()) -> Deck:
    """Return the cards of an edition: of its glossary, its timeline and its answered questions.

    ``of`` are the anchors of the chapters or the records that are wanted, none for all.

    Raises:
        BuildError: octavo does not speak the book's language.
    """
    words = wording(book.metadata.lang)
    write = Simple.of(book, words)
    named = provenance(book)
    tags = {section.id: section.tag for section in named.sections}
    cards = (
        *(_term(entry, tags, words, write) for entry in book.glossary),
        *_events(book, tags, words, write),
        *(_question(item, words) for item in items(book)),
    )
    rank = {name: number for number, name in enumerate((*tags, ""))}
    wanted = filter(among(of, named.sections), cards)
    return Deck(book=named, cards=tuple(sorted(wanted, key=lambda card: rank[card.section])))


def _term(entry: GlossaryEntry, tags: dict[str, str], words: Wording, write: Simple) -> Card:
    term = entry.term
    spelt = f"<p>{original(term.original)}</p>" if term.original else ""
    return Card(
        key=f"term:{term.id}",
        front=f"<p>{write.plain(term.term)}</p>{spelt}",
        back=write.blocks(entry.definition),
        ask=words["card-term"],
        reverse=words["card-definition"],
        origin=write.inlines(entry.source),
        tags=_tags(entry.uses, tags, "term"),
        section=entry.uses[0].chapter if entry.uses else "",
        anchor=entry.id,
        use=entry.uses[0].anchor if entry.uses else "",
    )


def _events(book: Book, tags: dict[str, str], words: Wording, write: Simple) -> Iterator[Card]:
    """Yield a card for each event; it is asked by its date where no other has the same."""
    shared = Counter(entry.when for entry in book.timeline)
    for entry in book.timeline:
        reverse = words["card-date"] if shared[entry.when] == 1 else ""
        yield _event(entry, reverse, tags, words, write)


def _event(
    entry: TimelineEntry, reverse: str, tags: dict[str, str], words: Wording, write: Simple
) -> Card:
    said = [write.inlines(entry.source)]
    when = write.plain(entry.when)
    if entry.event.basis == "editor":
        when += f" {words['editor-date']}"
        said.append(words["editor-date-note"])
    return Card(
        key=f"event:{entry.event.id}",
        front=f"<p>{write.inlines(entry.event.label)}</p>",
        back=f"<p>{when}</p>",
        ask=words["card-event"],
        reverse=reverse,
        origin=" ".join(filter(None, said)),
        tags=_tags(entry.uses, tags, "event"),
        section=entry.uses[0].chapter if entry.uses else "",
        anchor=entry.id,
        use=entry.uses[0].anchor if entry.uses else "",
    )


def _question(item: Item, words: Wording) -> Card:
    front, back = item.text, item.answer
    if item.options:
        start = f' start="{item.first}"' if item.first != 1 else ""
        front += f"<ol{start}>{''.join(f'<li>{option}</li>' for option in item.options)}</ol>"
        right = item.options[item.right - item.first]
        back = f"<p><strong>{words['option']} {item.right}:</strong> {right}</p>{back}"
    return Card(
        key=item.key,
        front=front,
        back=back,
        tags=item.tags,
        section=item.section,
        anchor=item.anchor,
    )


def _tags(uses: tuple[Use, ...], tags: dict[str, str], kind: str) -> tuple[str, ...]:
    return (*(tags[use.chapter] for use in uses), kind)
