"""Targets: the artefacts that a build makes."""

from __future__ import annotations

from typing import Final, cast, get_args

from octavo.model import SUFFIXES, Paper, Target, TargetFormat
from octavo.sources.schema import Fields

_PAPERS: Final = {"handout": "a4"}
"""The paper of targets whose format needs some, where they do not say."""


def targets(fields: Fields) -> list[Target]:
    """Read the targets in the order in which they are listed."""
    listed = fields.fields("targets", "'targets'", required=True)
    made: list[Target] = []
    if listed is None:
        return made
    for path, place, node in listed.entries():
        item = Fields(fields.document, node, f"the target '{path}'", fields.markdown)
        suffix = path.rpartition(".")[2]
        usual = next((name for name, each in SUFFIXES.items() if each == suffix), suffix)
        format_ = item.choice("format", get_args(TargetFormat), usual)
        wanted = SUFFIXES.get(cast("TargetFormat", format_), format_)
        if suffix != wanted:
            fields.findings.error(
                place,
                "target-name",
                f"'{path}' is the name of a target of format {format_}",
                f"end it in .{wanted}",
            )
        if path.startswith("/") or ".." in path.split("/"):
            fields.findings.error(
                place, "file-outside", f"'{path}' leads out of build/", "name a file below build/"
            )
        made.append(
            Target(
                path=path,
                edition=item.text("edition", default="student"),
                format=cast("TargetFormat", format_),
                of=item.texts("of"),
                paper=_paper(item, format_),
                sheets=item.integer("sheets") or 0,
                title=item.text("title"),
                location=item.at("edition"),
                of_location=item.at("of") if "of" in item else place,
            )
        )
        item.done()
    return made


def _paper(fields: Fields, format_: str) -> Paper:
    return cast("Paper", fields.choice("paper", get_args(Paper), _PAPERS.get(format_, "")))
