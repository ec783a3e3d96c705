"""A .docx: a unit in, a document with real styles out, the same bytes for the same unit."""

from __future__ import annotations

from html import escape
from typing import Final

from lxml import etree

from octavo.archive import pack
from octavo.matter.page import drop
from octavo.offprint import pandoc
from octavo.offprint.job import Job
from octavo.offprint.reference import opened, reference
from octavo.offprint.styles import W, made
from octavo.offprint.typescript import foot, typescript

_PICTURE: Final = "{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr"
_INLINE: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"
_TEXT: Final = "word/document.xml"

_SAID: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<cp:coreProperties \
xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title>\
<dc:creator>{makers}</dc:creator><dc:language>{lang}</dc:language>\
<dcterms:created xsi:type="dcterms:W3CDTF">{date}</dcterms:created>\
<dcterms:modified xsi:type="dcterms:W3CDTF">{date}</dcterms:modified></cp:coreProperties>
"""
#: Pandoc's own counts the words of its reference document.
_COUNTS: Final = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<Properties xmlns="http://schemas.openxmlformats.org/'
    b'officeDocument/2006/extended-properties"><Application>octavo</Application></Properties>\n'
)


def docx(job: Job) -> bytes:
    """Make a .docx of a unit.

    Raises:
        BuildError: a picture is not there.
    """
    lang = job.metadata.lang
    styles = reference(pandoc.own_reference(), lang=lang, paper=job.paper, foot=foot(job.unit))
    parts = opened(pandoc.docx(typescript(job), styles, lang))
    parts["docProps/core.xml"] = _said(job).encode()
    parts["docProps/app.xml"] = _COUNTS
    parts[_TEXT] = _mended(parts[_TEXT])
    return pack(parts)


def _said(job: Job) -> str:
    """Return what the document says of itself; the edition's date is the only date."""
    return _SAID.format(
        title=escape(job.metadata.title),
        makers=escape("; ".join(person.name for person in job.metadata.contributors)),
        lang=escape(job.metadata.lang),
        date=f"{job.metadata.date.first_day.isoformat()}T00:00:00Z",
    )


def _mended(part: bytes) -> bytes:
    """Mend what pandoc writes, or leaves for a program to guess.

    A picture says nothing of where it came from, which is all of it; it keeps no distance, where
    LibreOffice would take an eighth of an inch; and a row of a table is not broken.
    """
    root = etree.fromstring(part)
    for picture in root.iter(_PICTURE):
        drop(picture, "descr")
    for inline in root.iter(_INLINE):
        inline.attrib.update(dict.fromkeys(("distT", "distB", "distL", "distR"), "0"))
    for row in root.iter(f"{{{W}}}tr"):
        properties = row.find(f"{{{W}}}trPr")
        if properties is None:
            properties = made("trPr")
            row.insert(0, properties)
        properties.insert(0, made("cantSplit"))
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))
