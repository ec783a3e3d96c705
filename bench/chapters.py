"""One chapter of the benchmark's book: about thirteen pages with every component in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from random import Random

from bench.pieces import (
    Bare,
    Box,
    Piece,
    Question,
    Table,
    figure,
    heading,
    joined,
    note,
    source,
    summary,
    text,
    timeline,
)
from bench.prose import capital, chance, fill, paragraph, sentence
from bench.records import Subject, identifier, plural, written
from bench.vocabulary import FOREIGN, WORDS

Marked = Iterator[str]

SENTENCES = (2, 4)
"""How many sentences a paragraph has, besides those with a mark in them."""

MARKED = 2
"""How many of those it has."""

NOTES = 4
"""As many as are called: a mark is a note's call once in eight."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What one chapter is written from: its subject, those of its neighbours, chance."""

    subject: Subject
    before: Subject
    after: Subject
    chance: Random
    bare: Bare

    def anchor(self, letter: str, number: int) -> str:
        """Return an anchor: a letter for the kind, the chapter, the number in the chapter."""
        return f"{letter}-{self.subject.key}-{number}"

    def fill(self, pattern: str) -> str:
        """Fill the slots of a pattern."""
        return fill(pattern, self.chance)

    def sentence(self) -> str:
        """Return one sentence."""
        return sentence(self.chance)

    def sentences(self, count: int) -> str:
        """Return a plain paragraph."""
        return paragraph(self.chance, count)


def chapter(subjects: Sequence[Subject], index: int) -> Piece:
    """Return the chapter of the subject at an index; its neighbours are linked with it."""
    subject = subjects[index]
    before, after = subjects[index - 1], subjects[(index + 1) % len(subjects)]
    near = (subject, before, after)
    desk = Desk(
        subject=subject,
        before=before,
        after=after,
        chance=chance("chapter", subject.number),
        bare=Bare(
            values={name: value for each in near for name, value in each.values().items()},
            titles={name: title for each in near for name, title in each.titles().items()},
        ),
    )
    marked = _marked(desk)
    blocks = joined(
        [
            text(_paragraph(desk, marked), desk.bare),
            _papers(desk, marked),
            _counts(desk, marked),
            _quarrel(desk, marked),
            _verdict(desk, marked),
            *_notes(desk),
            _questions(desk),
        ]
    )
    front, opening = _front(subject)
    return Piece(f"{front}\n{blocks.octavo}\n", f"{opening}\n\n{blocks.plain}", blocks.answer)


def _front(subject: Subject) -> tuple[str, str]:
    """Return the front matter, and what plain text has in its place."""
    title = f"The barges of {subject.town}"
    enquiry = f"Can two counts of {subject.town} both be honest?"
    front = (
        f"---\nid: chapter-{subject.key}\ntitle: {title}\nshort-title: {subject.town}\n"
        f"enquiry: {enquiry}\nobjectives:\n"
        + "".join(
            f"  - id: {name}\n    verb: {name}\n    text: {aim}\n" for name, aim in _AIMS.items()
        )
        + "---\n"
    )
    aims = "\n".join(f"- {aim}" for aim in _AIMS.values())
    return front, f"# {title} {{#chapter-{subject.key}}}\n\n*{enquiry}*\n\n{aims}"


_AIMS = {
    "compare": "Compare two counts and say where each was made; both places named.",
    "work": "Work out a share and name its base; one sentence, no figure without a unit.",
    "weigh": "Weigh a claim against a gap in the papers; no gap taken for a nought.",
}


# -- sentences with marks ------------------------------------------------------


def _marked(desk: Desk) -> Marked:
    """Yield sentences with a mark in them: of every kind in turn, each with its own target."""
    subject, key = desk.subject, desk.subject.key
    terms = cycle((*subject.terms, *desk.before.terms[:2]))
    people = cycle(subject.people)
    events = cycle(_event_words(subject))
    references = cycle(subject.titles())
    targets = cycle(_targets(desk))
    foreign = cycle(FOREIGN)
    notes = iter(range(1, NOTES + 1))
    values = cycle(subject.values().items())
    for turn in cycle(range(8)):
        match turn:
            case 0:
                term = next(terms)
                used = f"[{plural(term)}]{{term={identifier(term)}}}"
                yield desk.fill(f"The papers speak of {used}, {{reason}}.")
            case 1:
                cited = f"[@{next(references)}, p. {desk.chance.randint(1, 40)}]"
                yield f"{desk.sentence()[:-1]} {cited}."
            case 2:
                person = next(people)
                yield desk.fill(f"[{person}]{{person={identifier(person)}}} {{act}}, {{reason}}.")
            case 3:
                event, words = next(events)
                yield desk.fill(f"[{capital(words)}]{{event={event}}} {{subject}} {{act}}.")
            case 4:
                fact, value = next(values)
                yield desk.fill(
                    f"One figure, [{value}]{{fact={fact}}}, was put to the test when {{subject}} "
                    "{act}."
                )
            case 5:
                yield desk.fill(f"As [](#{next(targets)}) shows, {{subject}} {{act}} {{when}}.")
            case 6:
                number = next(notes, None)
                call = "" if number is None else f"[^n-{key}-{number}]"
                indexed = desk.fill('[]{index="{goods}!{place}"}')
                yield f"{indexed}{desk.sentence()}{call}"
            case _:
                yield desk.fill(
                    f"Somebody wrote {next(foreign)} in the margin, *not* in the hand of "
                    "{subject}, and **twice** struck it out."
                )


def _event_words(subject: Subject) -> Iterator[tuple[str, str]]:
    key, year = subject.key, subject.opened.year
    yield f"opening-{key}", f"on {written(subject.opened)}"
    yield f"count-{key}", f"on {written(subject.counted)}"
    yield f"flood-{key}", f"in February {year + 1}"
    yield f"dispute-{key}", f"from about {year} to {year + 2}"
    yield f"end-{key}", f"on {written(subject.closed)}"


def _targets(desk: Desk) -> tuple[str, ...]:
    """Return anchors of this chapter and of those beside it."""
    before, after = desk.before.key, desk.after.key
    return (
        desk.anchor("f", 1),
        desk.anchor("t", 2),
        f"s-{before}-1",
        f"{desk.anchor('s', 1)}.2",
        f"chapter-{after}",
        desk.anchor("h", 2),
        f"q-{before}-5",
        f"t-{after}-1",
        desk.anchor("s", 2),
    )


def _paragraph(desk: Desk, marked: Marked) -> str:
    own = desk.chance.randint(*SENTENCES)
    return paragraph(desk.chance, own, tuple(islice(marked, MARKED)))


def _notes(desk: Desk) -> Iterator[Piece]:
    report = f"report-{desk.subject.key}"
    for number in range(1, NOTES + 1):
        body = f"As [@{report}, p. {number + 6}] has it. {desk.sentence()}"
        yield note(f"n-{desk.subject.key}-{number}", body, desk.bare)


# -- sections ------------------------------------------------------------------


def _papers(desk: Desk, marked: Marked) -> Piece:
    """Write the first section: an extract, a narrow table, a chart."""
    subject, bare = desk.subject, desk.bare
    clerk, keeper = f"clerk-count-{subject.key}", f"keeper-count-{subject.key}"
    counts = Table(
        anchor=desk.anchor("t", 1),
        caption=f"Two counts of one week at {subject.town}",
        rows=(
            ("Who counted", "Barges", "How"),
            ("the clerk", f"[]{{fact={clerk}}}", "by eye, from the rail"),
            ("the keeper", f"[]{{fact={keeper}}}", "by tickets, at the gate"),
            ("apart", f"[]{{fact=apart-{subject.key}}}", "worked out"),
        ),
        right=frozenset({1}),
    )
    return joined(
        [
            heading(2, "What the papers are", desk.anchor("h", 1)),
            text(_paragraph(desk, marked), bare),
            _extract(desk, 1, "report", f"The clerk of {subject.town} on his count"),
            text(_paragraph(desk, marked), bare),
            counts.piece(bare),
            Box(desk.anchor("b", 1), "caution", "A copy of a copy", desk.sentences(3)).piece(bare),
            text(_paragraph(desk, marked), bare),
            figure(
                desk.anchor("f", 1),
                f"media/chart-{subject.key}.svg",
                "Nine weeks of one summer, as a later hand drew them; the weeks are not dated.",
                bare,
            ),
            text(_paragraph(desk, marked), bare),
        ]
    )


def _counts(desk: Desk, marked: Marked) -> Piece:
    """Write the second section: a smaller heading, a wide table, a claim held against it."""
    bare, subject = desk.bare, desk.subject
    aspects = ("Place", "Hour", "Light", "Purpose", "Limits")
    compared = Table(
        anchor=desk.anchor("t", 2),
        caption="Three witnesses and what each could see",
        rows=(
            ("Aspect", "The clerk", "The keeper", "The gazette"),
            *(
                (aspect, *(desk.fill("the {paper}, kept {when}") for _ in range(3)))
                for aspect in aspects
            ),
        ),
        wide=True,
    )
    share = f"[]{{fact=share-{subject.key}}}"
    verdict = f"Supported here: the counts are {share} apart.\n*Verdict: true of the papers.*"
    return joined(
        [
            heading(2, "One week, two totals", desk.anchor("h", 2)),
            text(_paragraph(desk, marked), bare),
            heading(3, "From the rail", desk.anchor("h", 3)),
            text(_paragraph(desk, marked), bare),
            compared.piece(bare),
            Box(desk.anchor("b", 2), "claim-check", "'Nobody knows how many'", verdict).piece(bare),
            heading(3, "From the gate", desk.anchor("h", 4)),
            text(_paragraph(desk, marked), bare),
            _extract(desk, 2, "gazette", f"The gazette on {subject.town}"),
            text(
                "A count\n:   What somebody saw, at a place and in an hour.\n\n"
                "A total\n:   What somebody added up, perhaps elsewhere and later.",
                bare,
            ),
            text(_paragraph(desk, marked), bare),
        ]
    )


def _quarrel(desk: Desk, marked: Marked) -> Piece:
    """Write the third section: a timeline, a wide plan, lists and boxes."""
    bare, subject = desk.bare, desk.subject
    events = dict(_event_words(subject))
    return joined(
        [
            heading(2, "How the quarrel ran", desk.anchor("h", 5)),
            text(_paragraph(desk, marked), bare),
            timeline(
                desk.anchor("tl", 1),
                {event: f"{capital(words)}: {desk.sentence()}" for event, words in events.items()},
                f"The quarrel at {subject.town} from the opening of the lock to its end.",
            ),
            text(_paragraph(desk, marked), bare),
            figure(
                desk.anchor("f", 3),
                f"media/plan-{subject.key}.svg",
                f"The river at {subject.town}. [](#{desk.anchor('s', 1)}) names three locks.",
                bare,
                wide=True,
            ),
            text("\n".join(f"- {desk.sentence()}" for _ in range(4)), bare),
            text(_paragraph(desk, marked), bare),
            Box(desk.anchor("b", 3), "sidebar", "The weighhouse", desk.sentences(4)).piece(bare),
            Box(
                desk.anchor("b", 4),
                "content-note",
                "Before you read on",
                "Two people drown in the papers of this section; nobody describes it.",
            ).piece(bare),
            text("\n".join(f"{n}. {desk.sentence()}" for n in range(1, 5)), bare),
            text(_paragraph(desk, marked), bare),
        ]
    )


def _verdict(desk: Desk, marked: Marked) -> Piece:
    """Write the last section: what may be said, and the boxes that are left."""
    bare = desk.bare
    lessons = desk.chance.sample(WORDS["lesson"], 4)
    boxes = (
        Box(desk.anchor("b", 5), "interpretation", "A reading", desk.sentences(3)),
        Box(
            desk.anchor("b", 6),
            "activity",
            "For two people",
            f"Cover [](#{desk.anchor('t', 1)}) and write the table again from memory.",
        ),
        Box(
            desk.anchor("b", 7),
            "checklist",
            "Before you quote a total",
            "\n".join(f"- {lesson}." for lesson in lessons),
        ),
        Box(desk.anchor("b", 8), "teacher-note", "For the lesson", desk.sentences(2)),
        Box(
            desk.anchor("b", 9),
            "further-reading",
            "Where to read on",
            f"[](#chapter-{desk.after.key}) has the same quarrel on another river "
            f"[@letter-{desk.subject.key}, p. 4].",
        ),
    )
    return joined(
        [
            heading(2, "What may be said", desk.anchor("h", 6)),
            text(_paragraph(desk, marked), bare),
            boxes[0].piece(bare),
            heading(3, "By those who were there", desk.anchor("h", 9)),
            heading(4, "An open end", desk.anchor("h", 7)),
            text(_paragraph(desk, marked), bare),
            text(f"> {desk.sentence()}\n> {desk.sentence()}", bare),
            text(_paragraph(desk, marked), bare),
            *(box.piece(bare) for box in boxes[1:]),
            summary(desk.anchor("sum", 1), [f"{lesson}." for lesson in lessons], bare),
        ]
    )


def _extract(desk: Desk, number: int, kind: str, title: str) -> Piece:
    credit = {
        "cite": f"{kind}-{desk.subject.key}",
        "locator": f"p. {number + 1}",
        "date": desk.subject.counted.isoformat(),
        "title": title,
    }
    lines = [desk.sentence() for _ in range(3)]
    return source(desk.anchor("s", number), credit, lines, desk.bare)


# -- questions -----------------------------------------------------------------


def _questions(desk: Desk) -> Piece:
    """Write the questions: every kind, with answers, marks and models."""
    asked = [_recall(desk, number) for number in (1, 2)]
    asked += [_choice(desk, 3)]
    asked += [
        _worked(desk, 4 + place, kind, attributes)
        for place, (kind, attributes) in enumerate(_WORKED.items())
    ]
    return joined(
        [
            heading(2, "Questions", desk.anchor("h", 8)),
            *(question.piece(desk.bare) for question in asked),
        ]
    )


_WORKED: Mapping[str, Mapping[str, object]] = {
    "short": {"marks": 3, "minutes": 4, "objective": "compare", "lines": 3},
    "explain": {"marks": 4, "minutes": 6, "objective": "work", "lines": 4},
    "source-task": {"marks": 6, "minutes": 10, "objective": "weigh", "lines": 5},
    "comparison": {"marks": 6, "minutes": 10, "objective": "compare", "lines": 5},
    "essay": {"marks": 12, "minutes": 30, "objective": "weigh"},
    "exit-ticket": {"marks": 2, "minutes": 3, "objective": "weigh", "lines": 2},
}


def _recall(desk: Desk, number: int) -> Question:
    return Question(
        desk.anchor("q", number),
        {"kind": "retrieval", "marks": 2, "lines": 1, "objective": "compare"},
        desk.fill("Name the paper that tells us how {subject} {act}."),
        desk.fill("The {paper}; the {paper} is silent here."),
    )


def _choice(desk: Desk, number: int) -> Question:
    options = "\n".join(f"{n}. {capital(desk.fill('the {quality} {paper}'))}" for n in range(1, 5))
    return Question(
        desk.anchor("q", number),
        {"kind": "choice", "marks": 1, "objective": "work"},
        f"{desk.fill('Which paper shows that {subject} {act}?')}\n\n{options}",
        f"Option {desk.chance.randint(1, 4)}. {desk.sentence()}",
    )


def _worked(desk: Desk, number: int, kind: str, attributes: Mapping[str, object]) -> Question:
    share = f"[]{{fact=share-{desk.subject.key}}}"
    models = _models(desk) if kind in {"source-task", "essay"} else {}
    rest = int(str(attributes["marks"])) - 1
    return Question(
        desk.anchor("q", number),
        {"kind": kind, **attributes},
        f"Read [](#{desk.anchor('s', 1)}) again. {desk.sentence()} "
        f"Why does it matter of what {share} is a part?",
        desk.sentences(2),
        scheme=[
            desk.fill("1 mark: names the {paper}, or the {place}."),
            desk.fill(f"{rest} × 1 mark: says what the {{paper}} leaves open."),
        ],
        models=models,
    )


def _models(desk: Desk) -> Mapping[str, tuple[str, str]]:
    lengths = {"weak": 1, "sound": 2, "strong": 3}
    return {
        level: (desk.sentences(count), f"{count} of 4 marks. {desk.sentence()}")
        for level, count in lengths.items()
    }
