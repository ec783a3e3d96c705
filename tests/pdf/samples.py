"""Small editions to set: units written by hand, after docs/markup.md."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from octavo.dates import parse
from octavo.model import Contributor, Matter, Metadata, Subject, Unit
from octavo.typefaces.cut import cut
from octavo.typefaces.faces import read_faces
from octavo.typefaces.fontconfig import fontconfig

_SLOT = re.compile(r'<a class="slot" href="#([^"]+)" data-slot="page"')
_LISTED = re.compile(r'<a class="slot" href="#([^"]+)" data-slot="list"')
_ID = re.compile(r' id="([^"]+)"')

STYLES = Path(__file__).parents[2] / "styles"

METADATA = Metadata(
    id="sample",
    title="A Sample",
    lang="en-GB",
    date=parse("2026-11-23"),
    description="A book to test with.",
    subjects=(Subject(heading="Testing"),),
    contributors=(Contributor(name="The editors", role="edt", sort="Editors, The"),),
)

PARAGRAPH = (
    "The three documents tell of one order, and each of them tells it at second hand: a telegram "
    "that quotes a report, a report that counts what others counted, and an article that has lost "
    "its notes. What can be proved from weak witnesses is a question of method, and the method is "
    "to ask of every sentence who could have known it, when, and to what end it was written down."
)


def unit(template: str, body: str, *, matter: Matter = "body", name: str = "") -> Unit:
    """Return a unit around the inner markup of its section."""
    name = name or template
    running = "" if template in {"halftitle", "titlepage", "imprint"} else name.capitalize()
    heads = f' data-running="{running}" data-verso="A Sample"' if running else ""
    folios = "roman" if matter == "front" else "arabic"
    xhtml = f"""<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en-GB"
 xml:lang="en-GB"><head><meta charset="utf-8"/><title>{name}</title></head>
<body epub:type="bodymatter"><section class="unit {matter} {template}" id="{name}"
 data-folios="{folios}"{heads}>{body}</section></body></html>"""
    return Unit(
        slots=tuple(dict.fromkeys(_SLOT.findall(xhtml))),
        listed=tuple(dict.fromkeys(_LISTED.findall(xhtml))),
        anchors=tuple(_ID.findall(xhtml)),
        name=name,
        template=template,
        matter=matter,
        folios=cast("object", folios),  # type: ignore[arg-type]
        title=running or name,
        xhtml=xhtml.encode(),
    )


def chapter(name: str, body: str, *, title: str = "") -> Unit:
    """Return a chapter with its opening."""
    words = title or name.capitalize()
    opening = (
        f'<header class="opening"><h1 class="opening-title" id="{name}-title" data-nav="{words}">'
        f'<span class="ordinal">Chapter 1</span> <span class="title">{words}</span></h1></header>'
    )
    return unit("chapter", opening + body, name=name)


def paragraphs(count: int) -> str:
    """Return so many paragraphs of five lines or so."""
    return f"<p>{PARAGRAPH}</p>" * count


@dataclass(frozen=True, kw_only=True)
class Sample:
    """An edition to set: its units in the order of binding, and how."""

    units: tuple[Unit, ...]
    stylesheets: tuple[tuple[str, str], ...]
    resources: Mapping[str, bytes] = field(default_factory=dict)


def job(
    *units: Unit,
    css: str = "",
    own: tuple[str, ...] = (),
    resources: dict[str, bytes] | None = None,
) -> Sample:
    """Return an edition in the default theme's style and its ``own``, or in ``css`` alone."""
    names = ("base.css", "print.css", *own)
    sheets = tuple((name, (STYLES / name).read_text(encoding="utf-8")) for name in names)
    return Sample(
        units=units,
        stylesheets=(("test.css", css),) if css else sheets,
        resources=resources or {},
    )


def faces() -> Path:
    """Return a fontconfig file that lists the default theme's faces."""
    toml = STYLES / "faces.toml"
    return fontconfig(cut(read_faces(toml.read_text(encoding="utf-8"), toml.name)).values())
