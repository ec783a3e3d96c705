"""A page for a browser: a unit in, one file that asks for nothing else out.

Style sheets stand in its head, pictures in the page as data, drawings as they are, with their
words.  It has no script: a browser folds up by itself what may be folded.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import unquote

from lxml import etree

from octavo.matter.page import XHTML, drop
from octavo.offprint import pictures
from octavo.offprint.job import Job
from octavo.xhtml import TYPE, as_html, has_class, make, parse, remove

_META: Final = {"viewport": "width=device-width, initial-scale=1", "color-scheme": "light dark"}
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def html(job: Job) -> bytes:
    """Make a page of a unit.

    Raises:
        BuildError: a picture is not there.
    """
    root = parse(job.unit.xhtml)
    for glosses in [each for each in root.iter(f"{{{XHTML}}}div") if has_class(each, "glosses")]:
        remove(glosses)
    for image in root.iter(f"{{{XHTML}}}img"):
        image.set("src", pictures.embedded(job, unquote(image.get("src") or "")))
    for element in root.iter(f"{{{XHTML}}}*"):
        drop(element, TYPE, _LANG)
    for head in root.findall(f"{{{XHTML}}}head"):
        _fill(head, job)
    for body in root.findall(f"{{{XHTML}}}body"):
        main = make("main")
        main.extend(list(body))
        body.append(main)
    return f"<!DOCTYPE html>\n{as_html(root)}\n".encode()


def _fill(head: etree._Element, job: Job) -> None:
    for title in head.findall(f"{{{XHTML}}}title"):
        title.text = job.metadata.title
    for name, content in _META.items():
        head.append(make("meta", name=name, content=content))
    head.extend(make("style", text) for _, text in job.stylesheets)
