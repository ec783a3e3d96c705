"""Statement: what a file for a printer says of itself.

Its standard stands in the XMP packet for PDF/X-4 (``pdfxid:GTS_PDFXVersion``) and in the document
information for PDF/X-1a and X-3, which also say whether it was trapped.  The output intent names
the printing condition in the words of ICC's registry, and holds the profile of it (ISO 32000-1,
14.11.5).  Dates are the edition's; the identifier of the document is made of the file that it was
made of, so that the pages of a book and their cover have not the same one.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Final
from uuid import NAMESPACE_OID, uuid5

import pikepdf

from octavo.model import Metadata, Press, Standard
from octavo.pdf.strings import string
from octavo.pdf.xmp import PRODUCER, described, information

VERSIONS: Final[dict[Standard, str]] = {
    "x-4": "PDF/X-4",
    "x-1a": "PDF/X-1a:2003",
    "x-3": "PDF/X-3:2003",
}
"""What a file says that it follows."""

REGISTRY: Final = "http://www.color.org"
_PROFILE: Final = "cgats-tr-001.icc"


def profile(press: Press) -> bytes:
    """Return the profile of the printing condition: the work's, or octavo's own."""
    return press.data or files("octavo.pdf.press").joinpath(_PROFILE).read_bytes()


def make(pdf: pikepdf.Pdf, metadata: Metadata, press: Press, digest: str) -> None:
    """Say it all in the file; ``digest`` is that of the file that it is made of."""
    version = VERSIONS[press.standard]
    own = {"Trapped": b"/False", "Creator": string(PRODUCER)}
    if press.standard != "x-4":
        own["GTS_PDFXVersion"] = string(version)
    said = b"".join(b"/%s %s" % (name.encode(), each) for name, each in own.items())
    entries = information(metadata).removesuffix(b">>") + said
    pdf.trailer.Info = pdf.make_indirect(pikepdf.Object.parse(entries + b">>"))
    packet = described(metadata, _properties(metadata, press, digest))
    stream = pdf.make_stream(packet)
    stream.Type, stream.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    pdf.Root.Metadata = stream
    pdf.Root.OutputIntents = pikepdf.Array([_intent(pdf, press)])
    pdf.Root.ViewerPreferences = pikepdf.Object.parse(b"<</DisplayDocTitle true>>")


def _properties(metadata: Metadata, press: Press, digest: str) -> str:
    """Return the XMP properties of a file for print (ISO 16684-1; ISO 15930-7, 6.3 and 6.8)."""
    document = uuid5(NAMESPACE_OID, f"{metadata.id} {digest} {press.standard} {press.inks}")
    date = f"{metadata.date.first_day.isoformat()}T00:00:00Z"
    said = f"<xmp:MetadataDate>{date}</xmp:MetadataDate>\n"
    said += f"<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>\n"
    said += "<pdf:Trapped>False</pdf:Trapped>\n"
    said += f"<xmpMM:DocumentID>uuid:{document}</xmpMM:DocumentID>\n"
    said += f"<xmpMM:InstanceID>uuid:{document}</xmpMM:InstanceID>\n"
    said += "<xmpMM:VersionID>1</xmpMM:VersionID>\n"
    said += "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>\n"
    if press.standard == "x-4":
        said += f"<pdfxid:GTS_PDFXVersion>{VERSIONS['x-4']}</pdfxid:GTS_PDFXVersion>\n"
    return said


def _intent(pdf: pikepdf.Pdf, press: Press) -> pikepdf.Object:
    stream = pdf.make_stream(profile(press))
    stream.N = 4
    name = string(press.condition)
    entries = (
        b"<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier %s/OutputCondition %s/Info %s"
        b"/RegistryName %s>>" % (name, name, name, string(REGISTRY))
    )
    intent = pikepdf.Object.parse(entries)
    intent.DestOutputProfile = stream
    return pdf.make_indirect(intent)
