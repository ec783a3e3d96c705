"""The report: results in, Markdown out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bench.claims import Verdict, verdicts
from bench.figures import Measure, Ratio, middle, ratio
from bench.results import Book, Result, Results

_MEASURES: tuple[Measure, ...] = ("cpu", "wall", "peak")
_MB = 10**6
_SMALL = 0.1
"""A ratio below it is printed to three places."""

Row = tuple[str, ...]


def report(results: Results) -> str:
    """Return the whole report: the machine, a table of the cases, one of the books, the claims."""
    return "\n\n".join(_paragraphs(results)) + "\n"


def _paragraphs(results: Results) -> Iterator[str]:
    yield _filled(", ".join(f"{name} {value}" for name, value in results.machine.items()) + ".")
    yield from results.missing
    first = results.books[0]
    against = first.of(results.against) or first.results[0]
    rounds = len(against.samples)
    yield _filled(
        f"{first.chapters} chapters, {_count(rounds, 'round')}: medians, and × against "
        f"{against.title} (least and greatest of the rounds):"
    )
    yield _cases(first, against)
    if len(results.books) > 1:
        yield "Books of other lengths, cold -j2:"
        yield _books(results.books)
    yield f"What is claimed, on the book of {first.chapters} chapters:"
    yield _claims(verdicts(results))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


_WIDTH = 88


def _filled(text: str) -> str:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= _WIDTH:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


# -- tables --------------------------------------------------------------------


def _cases(book: Book, against: Result) -> str:
    heads = ("case", "CPU s", "wall s", "peak MB", "pages", "CPU ×", "wall ×", "peak ×", "doubt")
    return table(heads, [_case(result, against) for result in book.results], words={0, 8})


def _case(result: Result, against: Result) -> Row:
    found = {name: ratio(result.samples, against.samples, name) for name in _MEASURES}
    doubt = "" if result is against else _doubt(found)
    return (result.title, *_medians(result), *map(_said, found.values()), doubt)


def _doubt(found: Mapping[Measure, Ratio]) -> str:
    """Say which ratios allow no conclusion, and why: cpu, wall: spread too wide to conclude."""
    reasons = dict.fromkeys(each.doubt for each in found.values() if each.doubt)
    names = {why: [name for name, each in found.items() if each.doubt == why] for why in reasons}
    return "; ".join(
        why if len(whose) == len(found) else f"{', '.join(whose)}: {why}"
        for why, whose in names.items()
    )


def _books(books: Sequence[Book]) -> str:
    heads = ("chapters", "rounds", "CPU s", "wall s", "peak MB", "pages", "CPU ms a page")
    rows = []
    for book in sorted(books, key=lambda book: book.chapters):
        if (result := book.of("cold-j2")) is not None:
            a_page = middle(result.samples, "cpu") / result.pages * 1000
            rounds = str(len(result.samples))
            rows.append((str(book.chapters), rounds, *_medians(result), f"{a_page:.0f}"))
    return table(heads, rows, words=set())


def _medians(result: Result) -> Row:
    return (
        f"{middle(result.samples, 'cpu'):.2f}",
        f"{middle(result.samples, 'wall'):.2f}",
        f"{middle(result.samples, 'peak') / _MB:.0f}",
        str(result.pages or "–"),
    )


def _claims(found: Sequence[Verdict]) -> str:
    heads = ("claim", "at most", "figure", "verdict")
    return table(heads, [_claim(each) for each in found], words={0, 3})


def _claim(verdict: Verdict) -> Row:
    figure = _said(verdict.found) if verdict.found else "–"
    return (verdict.claim.words, verdict.claim.said, figure, verdict.words)


def _said(found: Ratio) -> str:
    """Return a ratio with its range: 0.021 (0.020–0.023)."""
    places = 3 if found.value < _SMALL else 2
    value, least, greatest = (
        f"{number:.{places}f}" for number in (found.value, found.least, found.greatest)
    )
    return value if least == greatest else f"{value} ({least}–{greatest})"


def table(heads: Row, rows: Sequence[Row], words: set[int]) -> str:
    """Lay out a Markdown table; the columns in ``words`` are set left, figures right."""
    widths = [max(len(row[place]) for row in (heads, *rows)) for place in range(len(heads))]
    rules = tuple(
        "-" * width if place in words else "-" * (width - 1) + ":"
        for place, width in enumerate(widths)
    )
    aligned = (
        [
            cell.ljust(width) if place in words else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        for row in (heads, rules, *rows)
    )
    return "\n".join(f"| {' | '.join(cells)} |" for cells in aligned)
