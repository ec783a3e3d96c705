"""An order: all that an artefact is made of, as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from octavo.engine.hiding import Hidden
from octavo.errors import Location
from octavo.fingerprint import fingerprint
from octavo.model import Metadata, PageMap, Target, Unit
from octavo.typefaces.faces import Face


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """All that a recipe needs to make one artefact.

    ``stylesheets`` are (name, CSS) in the order of the cascade; ``resources`` are the
    picture files that units and style sheets use, by the names they use; ``faces`` are the
    edition's faces with the static file of each; ``cover`` is an SVG, for formats that have one.
    ``printed`` is the order of the PDF whose folios it says, if it says any, ``release`` the page
    map of an earlier printing whose folios it says instead.  ``base`` is the order of the PDF on
    whose pages it stands, if it is page-locked to one.  ``volumes``: with more pages than that it
    is made in volumes, too; 0 for never.  ``matter`` is what it holds that is no unit, a frozen
    value that its recipe knows: a deck of cards, a plan of sheets.  ``hidden`` are the answers that
    may not stand on the spread of their questions.  ``places`` has the place in the sources of each
    question, for what a recipe says of one.  ``products`` are the orders of what a catalogue lists.
    """

    target: Target
    metadata: Metadata
    units: tuple[Unit, ...]
    stylesheets: tuple[tuple[str, str], ...]
    resources: Mapping[str, bytes]
    faces: tuple[tuple[Face, Path], ...]
    cover: bytes = b""
    printed: Order | None = None
    release: PageMap | None = None
    volumes: int = 0
    base: Order | None = None
    matter: object = None
    hidden: tuple[Hidden, ...] = ()
    products: tuple[Order, ...] = ()
    places: Mapping[str, Location] = field(default_factory=dict, repr=False)

    @property
    def identifier(self) -> str:
        """The artefact's own identifier, a URN."""
        return self.metadata.identifiers.get(self.target.path, "")

    @property
    def page_source(self) -> str:
        """What identifies the PDF whose folios it says, if it says any."""
        if self.printed is None:
            return ""
        return self.printed.identifier or f"{self.metadata.title}, {self.printed.target.path}"

    @property
    def face_names(self) -> tuple[str, ...]:
        """The names of the faces' files, which say what is in them, wherever they lie."""
        return tuple(path.name for _, path in self.faces)

    @property
    def content(self) -> str:
        """The fingerprint of the artefact's substance: equal orders make equal bytes."""
        faces = tuple(face for face, _ in self.faces)
        return fingerprint(
            (
                *(self.target.path, self.target.format, self.metadata, self.units),
                *(self.stylesheets, self.resources, faces, self.face_names, self.cover),
                self.printed.layout if self.printed else "",
                self.page_source,
                self.base.layout if self.base else "",
                *(self.release, self.volumes, self.matter, self.hidden),
                *(each.content for each in self.products),
            )
        )

    @property
    def made_of(self) -> tuple[Order, ...]:
        """The orders whose files it is made of: its own, what it quotes and what it lists."""
        quoted = (self.printed,) if self.printed else ()
        return (self, *quoted, *(each for own in self.products for each in own.made_of))

    @property
    def layout(self) -> str:
        """The fingerprint of what its layout takes, and what its folios follow from."""
        return fingerprint(
            (
                *(self.metadata.lang, self.units, self.stylesheets),
                *(self.resources, self.face_names),
                self.base.layout if self.base else "",
            )
        )
