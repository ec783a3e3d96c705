"""A Book and a theme in, its Units out: each one written by the template of its section.

A unit is a step: it is made of its own plan and of what its templates look up, which the
reader notes down, so that a memo can tell whether a unit that it has still holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from octavo.errors import Findings, SourceError
from octavo.matter import gate
from octavo.matter.desk import Desk
from octavo.matter.library import Library
from octavo.matter.order import APART, Plan, plan
from octavo.matter.page import Entry, Page, finish, safe_parser
from octavo.matter.reader import Reader, Shelf, Words
from octavo.memo import DIRECT, Memo, Traced
from octavo.model import Book, Unit
from octavo.templating import Compiler, Templates
from octavo.themes import Theme
from octavo.wording import wording


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit, and which one it is of how many, in the order in which they are bound."""

    position: int
    of: int
    unit: Unit


def units(book: Book, theme: Theme, *, memo: Memo = DIRECT) -> Iterator[Placed]:
    """Yield the units of a book as they get ready; the contents come last.

    Raises:
        SourceError: faults in the work's own templates or list of faces.
        BuildError: faults in the default theme, a language octavo does not speak.
    """
    words = wording(book.metadata.lang)
    setting = _Setting(Library(book, theme, words), memo)
    planned = plan(book, words, figures=bool(setting.library.figures))
    pages: dict[str, Page] = {}
    findings = Findings()
    # The contents come last: they list the headings of the others.
    for position, each in sorted(enumerate(planned), key=lambda item: item[1].is_listing):
        toc = _contents(planned, pages) if each.is_listing else []
        try:
            page = setting.page(each, toc)
        except SourceError as error:
            findings.extend(error.findings)
        else:
            pages[each.name] = page
            yield Placed(position, len(planned), _unit(each, page))
    findings.raise_errors()


def single(book: Book, theme: Theme, planned: Plan, *, memo: Memo = DIRECT) -> Unit:
    """Return one unit that is bound with no other.

    Raises:
        SourceError: a fault in the work's own templates.
        BuildError: a fault in the default theme.
    """
    setting = _Setting(Library(book, theme, wording(book.metadata.lang)), memo)
    return _unit(planned, setting.page(planned, []))


def bound(placed: Iterable[Placed]) -> tuple[Unit, ...]:
    """Return units in the order in which they are bound."""
    return tuple(each.unit for each in sorted(placed, key=lambda each: each.position))


class _Setting:
    """Sets one unit after the other, or recalls it."""

    def __init__(self, library: Library, memo: Memo) -> None:
        self.library = library
        self._memo = memo
        self._compiler = Compiler(memo)

    def page(self, planned: Plan, toc: list[Branch]) -> Page:
        def make() -> Traced[Page]:
            reader = Reader(self.library)
            templates = Templates(reader.template, _known(reader, self._memo), self._compiler)
            values = {name: reader.shown(value) for name, value in planned.values.items()}
            markup = templates.render(
                f"{planned.section}.xhtml.j2", {"unit": planned, "toc": toc, **values}
            )
            page = finish(markup, planned.name, planned.entry)
            gate.check(
                planned.name, etree.fromstring(page.xhtml, safe_parser()), [*reader.own_templates]
            )
            return Traced(page, reader.reads)

        return self._memo.trace("set", planned.name, (planned, toc), make, self.library.now)


def _known(reader: Reader, memo: Memo) -> Mapping[str, object]:
    """Return the names that all templates see."""
    return {
        "w": Words(reader),
        "desk": Desk(reader, memo),
        "book": reader.view("book"),
        "faces": Shelf(reader, "faces"),
    }


def _unit(planned: Plan, page: Page) -> Unit:
    return Unit(
        name=planned.name,
        template=planned.section,
        matter=planned.matter,
        folios=planned.folios,
        title=planned.heading,
        xhtml=page.xhtml,
        anchors=page.anchors,
        nav=tuple((entry.level, entry.words, entry.anchor) for entry in page.entries),
        resources=page.resources,
        slots=page.slots,
        listed=page.listed,
        indexed=page.indexed,
    )


# -- the contents --------------------------------------------------------------


@dataclass(slots=True)
class Branch:
    """A line of the contents with the lines below it."""

    entry: Entry
    branches: list[Branch] = field(default_factory=list)


def _contents(planned: Iterable[Plan], pages: Mapping[str, Page]) -> list[Branch]:
    return nested(entry for each in planned for entry in _printed(each, pages))


def _printed(planned: Plan, pages: Mapping[str, Page]) -> Iterable[Entry]:
    """Yield the lines of a unit in the printed contents: A heads of chapters alone."""
    page = pages.get(planned.name)
    if page and planned.section not in APART:
        deepest = 2 if planned.section in {"chapter", "preface"} else 1
        yield from (entry for entry in page.entries if entry.level <= deepest)


def nested(entries: Iterable[Entry]) -> list[Branch]:
    """Nest lines below parts and chapters; what follows the body stands outside the parts."""
    top: list[Branch] = []
    part: Branch | None = None
    unit: Branch | None = None
    for entry in entries:
        branch = Branch(entry)
        if entry.level == 0:
            part, unit = branch, None
            top.append(branch)
        elif entry.level == 1:
            unit = branch
            (part.branches if part and entry.number else top).append(branch)
        elif unit:
            unit.branches.append(branch)
    return top
