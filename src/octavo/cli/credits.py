"""``octavo credits``: the rights log, what the work prints of others and on what terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

import click

from octavo.cli import report
from octavo.cli.work import root as work_root

if TYPE_CHECKING:
    from octavo.model import ExtractRights
    from octavo.rights import Extract, Pictured, Total

_GAP = "  "


@click.command()
@click.pass_context
def command(context: click.Context) -> int:
    """List every extract and picture of the work: whose it is, on what terms, how much."""
    root = work_root(context)
    memo = import_module("octavo.engine.session").begin(root, frozen=True).memo
    work = import_module("octavo.engine.plan").read(root, memo).work
    rights = import_module("octavo.rights")
    found = tuple(rights.extracts(work))
    titles = {item.id: item.short_title or item.title for item in work.records.bibliography}
    blocks = [_total(total, titles) for total in rights.totals(work, found)]
    if bare := [extract for extract in found if extract.rights is None]:
        blocks.append(
            [click.style("without rights", bold=True, fg="red"), *_extracts(bare, titles)]
        )
    if pictures := tuple(rights.pictures(work)):
        blocks.append([click.style("pictures", bold=True), *_pictures(pictures)])
    click.echo("\n\n".join("\n".join(lines) for lines in blocks) or "nothing of others")
    return 0


def _total(total: Total, titles: Mapping[str, str]) -> list[str]:
    record = total.rights
    return [
        f"{click.style(record.id, bold=True)}{_GAP}{record.holder}",
        f"{_GAP}{'; '.join(_terms(record))}",
        f"{_GAP}{_sum(total)}",
        *_extracts(total.extracts, titles, record.length),
    ]


def _terms(record: ExtractRights) -> Iterator[str]:
    yield record.basis
    if record.licence:
        yield record.licence
    if record.extract:
        yield f"at most {report.plural(record.extract, 'word')} an extract"
    if record.share:
        yield f"at most {record.share}% of {record.length:,} words"


def _sum(total: Total) -> str:
    if not total.extracts:
        return "nothing printed"
    said = f"{report.plural(len(total.extracts), 'extract')}, {_words(total.words, total)}"
    if total.most:
        over = total.words - total.most
        limit = f"{over} over {total.most}" if over > 0 else f"{-over} left of {total.most}"
        said += f", {click.style(limit, fg='red' if over > 0 else 'green')}"
    if total.of_work > total.words:
        said += f"; with those under other rights {_words(total.of_work, total)}"
    return said


def _words(count: int, total: Total) -> str:
    share = f" ({_share(count, total.rights.length)})" if total.rights.length else ""
    return f"{report.plural(count, 'word')}{share}"


def _share(words: int, length: int) -> str:
    return f"{100 * words / length:.1f}%"


def _extracts(
    extracts: Iterable[Extract], titles: Mapping[str, str], length: int = 0
) -> Iterator[str]:
    rows = [
        (
            extract.source.number,
            report.plural(extract.words, "word"),
            _share(extract.words, length) if length else "",
            f"{titles.get(extract.cite, extract.cite)}, {extract.locator or 'no locator'}",
            str(extract.source.attributes.get("title", "")),
        )
        for extract in extracts
    ]
    return _aligned(rows, right=(1, 2))


def _pictures(pictures: Iterable[Pictured]) -> Iterator[str]:
    rows = [
        (", ".join(numbers) or "unused", medium.file, medium.licence, medium.credit)
        for medium, numbers in pictures
    ]
    return _aligned(rows)


def _aligned(rows: Sequence[tuple[str, ...]], right: tuple[int, ...] = ()) -> Iterator[str]:
    """Yield rows with their columns one below the other, without those that are empty."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            cell.rjust(width) if column in right else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
            if width
        ]
        yield f"{_GAP}{_GAP.join(cells)}".rstrip()
