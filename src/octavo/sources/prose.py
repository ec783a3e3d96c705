"""A chapter file → :class:`~octavo.model.Chapter`: front matter, then prose."""

from __future__ import annotations

from octavo.errors import Findings, Location
from octavo.model import Chapter, Inlines, Objective
from octavo.sources import yaml_nodes
from octavo.sources.markdown import Markdown, Origin
from octavo.sources.schema import Fields

_FENCE = "---"
_EMPTY = "the front matter is empty"


def chapter(text: str, path: str, markdown: Markdown) -> Chapter | None:
    """Read one chapter; ``None`` if its front matter cannot be read at all."""
    lines = text.split("\n")
    end = _front_matter_end(lines)
    if end is None:
        begun = lines[0].rstrip() == _FENCE
        markdown.findings.error(
            Location(path, 1, 1),
            "front-matter",
            "the front matter never ends" if begun else "a chapter begins with front matter",
            "put id and title between two lines of ---",
        )
        return None
    fields = _front_matter(lines[1:end], path, markdown)
    if fields is None:
        return None
    identifier = fields.text("id", required=True)
    title = fields.inlines("title", required=True)
    short = fields.inlines("short-title") or title
    enquiry = fields.inlines("enquiry")
    objectives = tuple(_objective(item) for item in fields.each("objectives", "an objective"))
    tags = fields.texts("tags")
    minutes = fields.integer("minutes") or 0
    fields.done()
    # The front matter's lines stay as empty lines, so that places are the file's.
    body = "\n".join([""] * (end + 1) + lines[end + 1 :])
    _no_tabs(lines, path, markdown.findings)
    parsed = markdown.blocks(body, Origin.file(path, body))
    return Chapter(
        id=identifier,
        path=path,
        title=title,
        short_title=short,
        enquiry=enquiry,
        objectives=objectives,
        tags=tags,
        minutes=minutes,
        blocks=parsed.blocks,
        notes=parsed.notes,
        location=fields.at("id"),
    )


def _front_matter_end(lines: list[str]) -> int | None:
    if lines[0].rstrip() != _FENCE:
        return None
    return next((n for n, line in enumerate(lines) if n and line.rstrip() == _FENCE), None)


def _front_matter(lines: list[str], path: str, markdown: Markdown) -> Fields | None:
    text = "\n".join(lines)
    document = yaml_nodes.parse(text, path, markdown.findings, first_line=2, empty=_EMPTY)
    if document.root is None:
        return None
    return Fields(document, document.root, "the front matter", markdown)


def _objective(fields: Fields) -> Objective:
    text: Inlines = fields.inlines("text", required=True)
    objective = Objective(
        id=fields.id(),
        verb=fields.text("verb", required=True),
        text=text,
        location=fields.location,
    )
    fields.done()
    return objective


def _no_tabs(lines: list[str], path: str, findings: Findings) -> None:
    for number, line in enumerate(lines, start=1):
        if "\t" in line:
            findings.error(
                Location(path, number, line.index("\t") + 1),
                "tab",
                "a tab in the text",
                "use spaces",
            )
