"""The styles of Word in which an offprint is set: a table, and the part of a .docx made of it.

Colleagues change what they are given: with styles a change is made once.  The faces are Office's
own, since a .docx has none in it, and have stand-ins of the same widths in LibreOffice.  Sizes
follow TYPOGRAPHY's row for handouts, 11 on 15.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from lxml import etree

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

TEXT: Final = "Cambria"
HEADS: Final = "Calibri"

Rule = Literal["", "above", "below", "left", "frame"]
_SIDES: Final[dict[Rule, tuple[str, ...]]] = {
    "": (),
    "above": ("top",),
    # Between lines too: Word draws one rule below all neighbours of one style.
    "below": ("bottom", "between"),
    "left": ("left",),
    "frame": ("top", "left", "bottom", "right"),
}
_TWIPS: Final = 20
#: The styles that Word itself has by these names.
_OWN: Final = re.compile(r"Body Text|Block Text|Title|heading \d|caption|footer|Hyperlink")


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A style of paragraphs, or of ``characters``.

    Lengths are in points; ``leading`` is exact, 0 for that of the style it is based on.  ``rule``
    says where it is ruled; ``keep`` keeps it with the paragraph that follows.
    """

    name: str
    based: str = "Body Text"
    follow: str = ""
    face: str = ""
    size: float = 0
    bold: bool = False
    italic: bool = False
    raised: bool = False
    lined: bool = False
    above: float | None = None
    below: float | None = None
    leading: float = 0
    left: float = 0
    hanging: float = 0
    rule: Rule = ""
    keep: bool = False
    level: int | None = None
    characters: bool = False


def _head(level: int, size: float, above: float) -> Style:
    return Style(
        name=f"heading {level}",
        based="Normal",
        follow="Body Text",
        face=HEADS,
        size=size,
        bold=True,
        above=above,
        below=0,
        keep=True,
        level=level - 1,
    )


STYLES: Final = (
    Style(name="Body Text", based="Normal", above=0, below=6),
    # Behind a heading or a table, which leave no room below.
    Style(name="First Paragraph", follow="Body Text", above=6),
    Style(name="Compact", above=0, below=2),
    Style(name="Block Text", left=18),
    Style(name="Title", based="Normal", follow="Body Text", face=HEADS, size=12, below=12),
    _head(1, 20, 0),
    _head(2, 14, 18),
    _head(3, 12, 12),
    _head(4, 11, 8),
    # Room to write in, as high as a line of answers.
    Style(name="Name Line", face=HEADS, size=9, above=0, below=12, leading=24.5, rule="below"),
    Style(name="Enquiry", italic=True, size=12, below=10),
    Style(name="Label", face=HEADS, bold=True, above=6, below=2, keep=True),
    Style(name="Box Title", face=HEADS, above=12, below=3, rule="above", keep=True),
    Style(name="Summary Title", based="Box Title", bold=True),
    Style(name="Source Head", face=HEADS, above=12, below=2, keep=True),
    Style(name="Source", left=22, hanging=10, below=3, rule="left"),
    Style(name="Source Note", face=HEADS, size=9.5, below=3),
    Style(name="Question", face=HEADS, above=12, below=2, keep=True),
    Style(name="Question Text", below=4, keep=True),
    Style(name="Hint", face=HEADS, size=10, left=18, below=3),
    Style(name="Comment", size=10, left=18, below=3),
    # 24.5 points apart, more than the 7.5 mm that a hand needs.
    Style(name="Answer Line", below=0, leading=24.5, rule="below"),
    Style(name="Answer Box", below=0, leading=24.5, rule="frame"),
    Style(name="Note", size=10, left=18, hanging=18, below=3),
    Style(name="caption", based="Normal", face=HEADS, size=9.5, below=6),
    Style(name="Table Caption", based="caption", above=8, below=3, keep=True),
    Style(name="Image Caption", based="caption", below=12),
    Style(name="Captioned Figure", above=8, below=3, keep=True),
    Style(name="Definition Term", based="Normal", face=HEADS, bold=True, above=6, keep=True),
    Style(name="Definition", below=4),
    Style(name="footer", based="Normal", face=HEADS, size=8.5),
    Style(name="Hyperlink", based="Default Paragraph Font", lined=True, characters=True),
    Style(name="Number", based="Default Paragraph Font", face=HEADS, bold=True, characters=True),
    Style(
        name="Sentence Number",
        based="Default Paragraph Font",
        face=HEADS,
        bold=True,
        raised=True,
        characters=True,
    ),
)


def identifier(name: str) -> str:
    """Return the identifier of a style, by which paragraphs name it."""
    return "".join(word[:1].upper() + word[1:] for word in name.split())


def restyled(part: bytes, lang: str) -> bytes:
    """Return the part ``word/styles.xml`` with the styles above in the place of its own.

    All it sets without a style is in the language ``lang``.
    """
    root = etree.fromstring(part)
    for defaults in root.findall(_name("docDefaults")):
        root.replace(defaults, _defaults(lang))
    known = {str(each.get(_name("styleId"))): each for each in root.iter(_name("style"))}
    for style in STYLES:
        before = known.get(identifier(style.name))
        if before is None:
            root.append(_element(style))
        else:
            root.replace(before, _element(style))
    root.replace(known["Table"], _table())
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def _name(local: str) -> str:
    return f"{{{W}}}{local}"


def made(local: str, *content: etree._Element, **values: str | float) -> etree._Element:
    """Return a new element of WordprocessingML; numbers are written as whole ones."""
    element = etree.Element(_name(local), nsmap={"w": W})
    for key, value in values.items():
        element.set(_name(key), value if isinstance(value, str) else f"{value:.0f}")
    element.extend(content)
    return element


def _defaults(lang: str) -> etree._Element:
    run = made("rPr", *_face(TEXT), *_size(11), made("lang", val=lang, eastAsia=lang))
    paragraph = made("pPr", made("spacing", after=0, line=15 * _TWIPS, lineRule="atLeast"))
    return made("docDefaults", made("rPrDefault", run), made("pPrDefault", paragraph))


def _element(style: Style) -> etree._Element:
    own = made("style", type="character" if style.characters else "paragraph")
    own.set(_name("styleId"), identifier(style.name))
    if not _OWN.fullmatch(style.name):
        own.set(_name("customStyle"), "1")
    own.append(made("name", val=style.name))
    own.append(made("basedOn", val=identifier(style.based)))
    if style.follow:
        own.append(made("next", val=identifier(style.follow)))
    own.append(made("qFormat"))
    if not style.characters:
        own.append(made("pPr", *_paragraph(style)))
    own.append(made("rPr", *_characters(style)))
    return own


def _paragraph(style: Style) -> list[etree._Element]:
    """Return the properties of a paragraph in the order that the schema asks for."""
    found = [made("keepNext"), made("keepLines")] if style.keep else []
    if sides := _SIDES[style.rule]:
        found.append(made("pBdr", *(_rule(side) for side in sides)))
    spacing = made("spacing")
    for key, points in (("before", style.above), ("after", style.below)):
        if points is not None:
            spacing.set(_name(key), f"{points * _TWIPS:.0f}")
    if style.leading:
        spacing.set(_name("line"), f"{style.leading * _TWIPS:.0f}")
        spacing.set(_name("lineRule"), "exact")
    found.append(spacing)
    if style.left:
        found.append(made("ind", left=style.left * _TWIPS, hanging=style.hanging * _TWIPS))
    if style.level is not None:
        found.append(made("outlineLvl", val=style.level))
    return found


def _rule(side: str) -> etree._Element:
    # In eighths of a point; 8 points lie between a rule at the left and the text.
    width, gap = (12, 8) if side == "left" else (4, 1)
    return made(side, val="single", sz=width, space=gap)


def _characters(style: Style) -> list[etree._Element]:
    found = _face(style.face) if style.face else []
    found += [made("b"), made("bCs")] if style.bold else []
    found += [made("i"), made("iCs")] if style.italic else []
    found += _size(style.size) if style.size else []
    found += [made("u", val="single")] if style.lined else []
    found += [made("vertAlign", val="superscript")] if style.raised else []
    return found


def _face(name: str) -> list[etree._Element]:
    return [made("rFonts", ascii=name, hAnsi=name, cs=name, eastAsia=name)]


def _size(points: float) -> list[etree._Element]:
    return [made("sz", val=points * 2), made("szCs", val=points * 2)]


def _table() -> etree._Element:
    """Return the style of tables: ruled above, below and between rows, with no verticals."""
    rules = made("tblBorders", *(made(each, val="single", sz=4) for each in ("top", "bottom")))
    rules.append(made("insideH", val="single", sz=2))
    sides = (("top", 40), ("left", 0), ("bottom", 40), ("right", 120))
    room = made("tblCellMar", *(made(side, w=width, type="dxa") for side, width in sides))
    own = made("style", type="table", default="1", styleId="Table")
    own.append(made("name", val="Table"))
    own.append(made("basedOn", val="TableNormal"))
    own.append(made("qFormat"))
    own.append(made("tblPr", rules, room))
    head = made("tblStylePr", made("rPr", made("b"), made("bCs")), type="firstRow")
    own.append(head)
    return own
