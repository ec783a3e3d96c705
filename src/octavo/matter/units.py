"""A Book and a theme in, its Units out: each one written by the template of its section."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from octavo.errors import Findings, SourceError
from octavo.matter.desk import Desk
from octavo.matter.order import Plan, plan
from octavo.matter.page import Entry, Page, finish
from octavo.model import Book, Unit
from octavo.templating import Templates
from octavo.themes import Theme
from octavo.typefaces.faces import Face, read_faces
from octavo.wording import wording


def units(book: Book, theme: Theme) -> tuple[Unit, ...]:
    """Return the units of a book, in the order in which they are bound.

    Raises:
        SourceError: faults in the work's own templates or list of faces.
        BuildError: faults in the default theme, a language octavo does not speak.
    """
    words = wording(book.metadata.lang)
    desk = Desk(book, words)
    faces = _faces(theme)
    known = {"w": words, "desk": desk, "book": book, "faces": faces}
    templates = Templates(theme, known)
    planned = plan(book, desk, words)
    listing = [each for each in planned if each.section == "contents"]
    pages: dict[str, Page] = {}
    with Findings().stage() as findings:
        for each in (*(each for each in planned if each not in listing), *listing):
            # The contents come last: they list the headings of the others.
            entries = [entry for other in planned for entry in _printed(other, pages)]
            try:
                markup = templates.render(
                    f"{each.section}.xhtml.j2",
                    {"unit": each, "toc": nested(entries), **each.values},
                )
            except SourceError as error:
                findings.extend(error.findings)
            else:
                pages[each.name] = finish(markup, each.name, each.entry)
    return tuple(_unit(each, pages[each.name]) for each in planned)


def _faces(theme: Theme) -> tuple[Face, ...]:
    file = theme.style("faces.toml")
    return read_faces(file.text, file.path)


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
    )


# -- the contents --------------------------------------------------------------


@dataclass(slots=True)
class Branch:
    """A line of the contents with the lines below it."""

    entry: Entry
    branches: list[Branch] = field(default_factory=list)


def _printed(planned: Plan, pages: dict[str, Page]) -> Iterable[Entry]:
    """Yield the lines of a unit in the printed contents: A heads of chapters alone."""
    page = pages.get(planned.name)
    if page:
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
