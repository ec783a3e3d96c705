"""Metadata: what a book says of itself in, the XMP packet and the information dictionary out.

The two say the same (ISO 19005-2, 6.6.2).  The edition's date is the only date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from octavo import __version__
from octavo.model import Metadata
from octavo.pdf.profiles import Profile
from octavo.pdf.strings import string

PRODUCER: Final = f"octavo {__version__}"

_NAMES: Final = {
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}
"""The namespaces of what standards have a file say of itself."""

# What PDF/A asks for before it lets a file say that it is PDF/UA (ISO 19005-2, 6.6.2.3.3).
_EXTENSION: Final = """\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def packet(metadata: Metadata, profile: Profile) -> bytes:
    """Return the XMP packet (ISO 16684-1), which is never compressed."""
    part, conformance = profile.archive
    own = (
        f"<pdfaid:part>{part}</pdfaid:part>\n"
        f"<pdfaid:conformance>{conformance}</pdfaid:conformance>\n"
    )
    if not profile.accessible:
        return described(metadata, own)
    own += f"<pdfuaid:part>{profile.accessible}</pdfuaid:part>\n"
    return described(metadata, own, _EXTENSION)


def described(metadata: Metadata, own: str, extension: str = "") -> bytes:
    """Return a packet with properties of a standard's ``own`` before those of the book."""
    names = " ".join(f'xmlns:{name}="{uri}"' for name, uri in _NAMES.items() if f"<{name}:" in own)
    body = "".join(_properties(metadata))
    return f"""\
<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" {names} xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
{own}{body}</rdf:Description>
{extension}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>""".encode()


def _properties(metadata: Metadata) -> Iterator[str]:
    date = f"{metadata.date.first_day.isoformat()}T00:00:00Z"
    yield "<dc:format>application/pdf</dc:format>\n"
    yield f"<dc:title>{_alternative(metadata.title)}</dc:title>\n"
    yield f"<dc:language><rdf:Bag>{_items([metadata.lang])}</rdf:Bag></dc:language>\n"
    if names := [person.name for person in metadata.contributors]:
        yield f"<dc:creator><rdf:Seq>{_items(names)}</rdf:Seq></dc:creator>\n"
    if metadata.description:
        yield f"<dc:description>{_alternative(metadata.description)}</dc:description>\n"
    if metadata.subjects:
        yield f"<pdf:Keywords>{escape(_keywords(metadata))}</pdf:Keywords>\n"
    yield f"<pdf:Producer>{PRODUCER}</pdf:Producer>\n"
    yield f"<xmp:CreateDate>{date}</xmp:CreateDate>\n<xmp:ModifyDate>{date}</xmp:ModifyDate>\n"


def _items(texts: Iterable[str]) -> str:
    return "".join(f"<rdf:li>{escape(text)}</rdf:li>" for text in texts)


def _alternative(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'


def information(metadata: Metadata) -> bytes:
    """Return the document information dictionary (ISO 32000-1, 14.3.3)."""
    date = f"D:{metadata.date.first_day.isoformat().replace('-', '')}000000Z"
    entries = {
        "Title": metadata.title,
        "Author": ", ".join(person.name for person in metadata.contributors),
        "Subject": metadata.description,
        "Keywords": _keywords(metadata),
        "Producer": PRODUCER,
        "CreationDate": date,
        "ModDate": date,
    }
    said = (b"/%s %s" % (name.encode(), string(text)) for name, text in entries.items() if text)
    return b"<<%s>>" % b"".join(said)


def _keywords(metadata: Metadata) -> str:
    return ", ".join(subject.heading for subject in metadata.subjects)
