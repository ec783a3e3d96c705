"""Cross-references of the index: every "see" leads from a heading without places to one with some.

Headings are those of the whole work, whatever an edition leaves out: a signpost whose heading or
target stands in matter for teachers alone is no fault, and the student's index goes without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from octavo.errors import Findings, Location, did_you_mean
from octavo.model import IndexMark, PersonMark, Signpost, TermMark, Work
from octavo.tree import find, note_texts, running


def check(work: Work, findings: Findings) -> None:
    """Note signposts that lead nowhere, in a circle, or from a heading of the wrong kind."""
    headings = dict.fromkeys(_headings(work))
    signposts = work.records.index
    seen: dict[str, Location] = {}
    see = {each.heading: each.see for each in signposts if each.see}
    for each in signposts:
        if each.heading in seen:
            message = f"the heading '{each.heading}' stands twice"
            hint = f"the first is at {seen[each.heading]}"
            findings.error(each.location, "index-heading-repeated", message, hint)
        seen.setdefault(each.heading, each.location)
        if bool(each.see) == bool(each.see_also):
            message = f"the heading '{each.heading}' needs either 'see' or 'see-also'"
            hint = "see: one heading, or see-also: [others]"
            findings.error(each.location, "index-signpost", message, hint)
        else:
            _check_heading(each, headings, findings)
            _check_targets(each, headings, see, findings)


def _headings(work: Work) -> Iterator[str]:
    """Yield the main headings that have places in the text, or entries below them that do."""
    terms = {term.id: term.term for term in work.records.glossary}
    people = {person.id: person.sort for person in work.records.people}
    texts = chain.from_iterable((*running(c), *note_texts(c)) for c in work.chapters)
    for mark in find(texts, IndexMark, TermMark, PersonMark):
        match mark:
            case IndexMark():
                yield mark.path[0]
            case TermMark():
                yield terms.get(mark.term, "")
            case PersonMark():
                yield people.get(mark.person, "")
            case _:
                pass


def _check_heading(signpost: Signpost, headings: Iterable[str], findings: Findings) -> None:
    heading = signpost.heading
    if signpost.see and heading in headings:
        message = f"'{heading}' has places of its own, so it cannot say 'see'"
        hint = f"write see-also: [{signpost.see}], or give its marks the heading '{signpost.see}'"
        findings.error(signpost.location, "index-see-placed", message, hint)
    elif signpost.see_also and heading not in headings:
        message = f"'{heading}' has no places, so it cannot say 'see also'"
        hint = did_you_mean(heading, headings) or "mark its places, or write see: one heading"
        findings.error(signpost.location, "index-heading-unknown", message, hint)


def _check_targets(
    signpost: Signpost, headings: Iterable[str], see: Mapping[str, str], findings: Findings
) -> None:
    named = signpost.see_also or (signpost.see,)
    for target, place in zip(named, signpost.targets, strict=True):
        if target == signpost.heading:
            message, hint = f"'{target}' leads to itself", "name another heading"
        elif target in headings:
            continue
        elif target in see:
            message = f"'{target}' is no place to look: it says see '{see[target]}'"
            hint = f"lead to '{see[target]}' at once"
        else:
            message = f"the index has no heading '{target}'"
            hint = did_you_mean(target, headings) or "mark its places, or lead to another heading"
        findings.error(place, "index-target", message, hint)
