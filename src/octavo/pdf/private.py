"""The names of WeasyPrint and pydyf that their makers may change in any release.

They stand here and nowhere else, and `tests/pdf/test_private.py` fails when a release changes
one.  WeasyPrint ships no types: what crosses this border is `Any`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from logging import LogRecord
from typing import Any

import pydyf
import pyphen
import weasyprint.pdf
from weasyprint import Page
from weasyprint.formatting_structure import boxes
from weasyprint.layout import block, inline
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.text import line_break
from weasyprint.text.fonts import font_features

NOTDEF = ".notdef glyph rendered"
"""How the log message of a missing glyph begins; its arguments are the character and its code."""


def page_box(page: Page) -> Any:  # noqa: ANN401
    """Return the page box of a laid-out page."""
    return page._page_box  # noqa: SLF001


def children(box: Any) -> list[Any]:  # noqa: ANN401
    """Return a box's children, absolutely positioned ones as themselves."""
    return [placed(child) for child in getattr(box, "children", ())]


def placed(box: Any) -> Any:  # noqa: ANN401
    """Return the box that a placeholder stands for, or the box itself."""
    return box._box if isinstance(box, AbsolutePlaceholder) else box  # noqa: SLF001


def walk(box: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield a box and all boxes in it, in the order of the document."""
    yield box
    for child in children(box):
        yield from walk(child)


def is_margin_box(box: Any) -> bool:  # noqa: ANN401
    """Whether a box is one of the sixteen in a page's margins."""
    return isinstance(box, boxes.MarginBox)


def margin_name(box: Any) -> str:  # noqa: ANN401
    """Return where a margin box stands: ``top-left``, ``bottom-right`` and so on."""
    return str(box.at_keyword.removeprefix("@"))


def margin_content(box: Any) -> tuple[tuple[str, Any], ...]:  # noqa: ANN401
    """Return what a margin box is made of: ``("counter()", ("page", "decimal"))`` and so on."""
    content = box.style["content"]
    return content if isinstance(content, tuple) else ()


def alignment(box: Any) -> float:  # noqa: ANN401
    """Return which part of the room in its line stands before a box's text: 0, 1/2 or 1."""
    return {"center": 0.5, "right": 1.0, "end": 1.0}.get(box.style["text_align_all"], 0.0)


def is_block(box: Any) -> bool:  # noqa: ANN401
    """Whether a box is placed as a block: in the flow, floated or positioned."""
    return isinstance(box, boxes.BlockLevelBox)


def is_table(box: Any) -> bool:  # noqa: ANN401
    """Whether a box is a table, around which its caption may stand."""
    return bool(getattr(box, "is_table_wrapper", False))


def is_line(box: Any) -> bool:  # noqa: ANN401
    """Whether a box is a line of text."""
    return isinstance(box, boxes.LineBox)


def is_text(box: Any) -> bool:  # noqa: ANN401
    """Whether a box is a run of text."""
    return isinstance(box, boxes.TextBox)


def is_slot(box: Any) -> bool:  # noqa: ANN401
    """Whether a box is of an element that holds a folio."""
    return box.element is not None and box.element.get("data-slot") is not None


def said_before_folio(box: Any) -> str:  # noqa: ANN401
    """Return what a link says of itself before the folio of its target, in ASCII, or nothing."""
    said = "" if box.element is None else str(box.element.get("data-said") or "")
    return said if said.isascii() else ""


def has_side_rule(box: Any) -> bool:  # noqa: ANN401
    """Whether a box is a block in the flow with a border at its left, and none below."""
    rule, below = box.style["border_left_width"], box.style["border_bottom_width"]
    return isinstance(box, boxes.BlockBox) and bool(rule) and not below


def is_in_flow(box: Any) -> bool:  # noqa: ANN401
    """Whether a box is neither floated nor positioned by itself."""
    return bool(box.is_in_normal_flow())


def is_column(box: Any) -> bool:  # noqa: ANN401
    """Whether a box is one of several columns beside one another."""
    return isinstance(box, boxes.BlockBox) and bool(getattr(box, "is_column", False))


def goes_on(line: Any) -> bool:  # noqa: ANN401
    """Whether more of its paragraph comes behind a line."""
    return getattr(line, "resume_at", None) is not None


def breaks_before(box: Any) -> bool:  # noqa: ANN401
    """Whether a box asks for a new page to begin on."""
    return box.style["break_before"] in {"page", "left", "right", "recto", "verso"}


def holds_on(box: Any) -> bool:  # noqa: ANN401
    """Whether a block must not be parted from what follows."""
    return is_block(box) and str(box.style["break_after"]).startswith("avoid")


def is_head(box: Any) -> bool:  # noqa: ANN401
    """Whether a box is a heading, or a term in a list of definitions."""
    return box.element is not None and box.element_tag in {"h1", "h2", "h3", "h4", "dt"}


def has_ink(box: Any) -> bool:  # noqa: ANN401
    """Whether a box that holds no text is seen down to its lower edge."""
    if isinstance(box, boxes.ReplacedBox):
        return True
    return isinstance(box, boxes.BlockLevelBox) and bool(box.border_bottom_width)


def font_size(box: Any) -> float:  # noqa: ANN401
    """Return the size of the type in a box, in CSS pixels."""
    return float(box.style["font_size"])


def line_height(box: Any) -> float:  # noqa: ANN401
    """Return the distance from line to line in a box, in CSS pixels."""
    return float(line_break.strut(box.style)[0])


def word_space(box: Any) -> float:  # noqa: ANN401
    """Return the natural width of the space between words in a text box, in CSS pixels."""
    style = box.style
    apart, joined = (
        line_break.split_first_line(text, style, None, None, 0)[3] for text in ("n n", "nn")
    )
    return float(apart - joined)


def is_leader(box: Any) -> bool:  # noqa: ANN401
    """Whether a box holds the dots between a title and its folio."""
    return bool(box.is_leader)


def own_link(box: Any) -> bool:  # noqa: ANN401
    """Whether a box is a link itself, not only part of one."""
    return bool(box.link)


def link_annotation(box: Any) -> Any:  # noqa: ANN401
    """Return the annotation that was written for a link, or None if it leads nowhere."""
    return box.link_annotation


def is_generated(box: Any) -> bool:  # noqa: ANN401
    """Whether a box's text is a style sheet's: a marker, ``::before``, ``::after``."""
    return box.element is None or "::" in str(box.element_tag)


def generated_part(box: Any) -> str:  # noqa: ANN401
    """Return the pseudo-element that a box is of: ``before``, ``marker`` and so on, or nothing."""
    return str(box.element_tag).partition("::")[2]


def is_replaced(box: Any) -> bool:  # noqa: ANN401
    """Whether a box is a picture."""
    return isinstance(box, boxes.ReplacedBox)


def list_style(box: Any) -> Any:  # noqa: ANN401
    """Return what numbers an item of a list: the name of a style, or a sign."""
    return box.style["list_style_type"]


def has_custom_word(box: Any, name: str, word: str) -> bool:  # noqa: ANN401
    """Whether a custom property of a box is this word."""
    tokens = box.style[f"__{name.replace('-', '_')}"]
    return any(token.type == "ident" and token.value == word for token in tokens)


def features(box: Any) -> tuple[tuple[str, int], ...]:  # noqa: ANN401
    """Return the OpenType features that a text box asks for, sorted."""
    names = (
        "font_kerning",
        "font_variant_ligatures",
        "font_variant_position",
        "font_variant_caps",
        "font_variant_numeric",
        "font_variant_alternates",
        "font_variant_east_asian",
        "font_feature_settings",
    )
    asked = font_features(**{name: box.style[name] for name in names})
    return tuple(sorted((name, int(value)) for name, value in asked.items()))


def border_height(box: Any) -> float:  # noqa: ANN401
    """Return the height of a box with its padding and borders, in CSS pixels."""
    return float(box.border_height())


def custom_length(box: Any, name: str) -> float:  # noqa: ANN401
    """Return a custom property that is a length in points, in CSS pixels; 0 for anything else."""
    for token in box.style[f"__{name.replace('-', '_')}"]:
        if token.type == "dimension" and token.unit == "pt":
            return float(token.value) * 4 / 3
    return 0.0


@contextmanager
def around_block_layout(finish: Callable[[Any], None]) -> Iterator[None]:
    """Call ``finish`` with every block that is laid out to its end, before its place is taken."""
    original = block.block_container_layout

    def block_container_layout(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401
        result = original(*arguments, **options)
        box, resume_at = result[:2]
        if box is not None and resume_at is None:
            finish(box)
        return result

    block.block_container_layout = block_container_layout
    try:
        yield
    finally:
        block.block_container_layout = original


@contextmanager
def hanging_spaces() -> Iterator[None]:
    """Let the space at the end of a text hang over the line's end, as it should.

    Where a text stands before an inline element and fits a line but for its last space, WeasyPrint
    takes it for unbreakable and sets its first word alone on a line.  Goes when a release measures
    such a text without the space (seen in 70.0).
    """
    original = inline.split_first_line

    def split_first_line(
        text: str,
        style: Any,  # noqa: ANN401
        context: Any,  # noqa: ANN401
        max_width: float | None,
        spacing: float,
        *rest: Any,  # noqa: ANN401
        **options: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        whole = original(text, style, context, max_width, spacing, *rest, **options)
        broken = whole[2] is not None and max_width is not None
        if not (broken and text.endswith(" ") and style["white_space"] == "normal"):
            return whole
        bare = original(text.rstrip(" "), style, context, max_width, spacing, *rest, **options)
        if bare[2] is not None:
            return whole
        return (*bare[:2], len(text.encode()), *bare[3:])

    inline.split_first_line = split_first_line
    try:
        yield
    finally:
        inline.split_first_line = original


Patterns = dict[str, tuple[int, tuple[int, ...]]]
"""Patterns of hyphenation: letters, where in them values begin, and the values."""


def patterns(parsed: Any) -> Patterns:  # noqa: ANN401
    """Return what a dictionary of Pyphen's has parsed."""
    found: Patterns = parsed.patterns
    return found


def dictionary(parsed: Patterns) -> Any:  # noqa: ANN401
    """Return a dictionary of Pyphen's with these patterns."""
    made = pyphen.HyphDict.__new__(pyphen.HyphDict)
    made.patterns, made.cache, made.maxlen = parsed, {}, max(map(len, parsed))
    return made


def text_of(box: Any) -> str:  # noqa: ANN401
    """Return the words in a box, as laid out."""
    return "".join(part.text for part in walk(box) if is_text(part))


def take(box: Any, wanted: Callable[[Any], bool]) -> list[Any]:  # noqa: ANN401
    """Take boxes out of a laid-out box, wherever in it they are, and return them."""
    taken = []
    kept = []
    for child in getattr(box, "children", ()):
        if wanted(child):
            taken.append(placed(child))
        else:
            kept.append(child)
            taken += take(placed(child), wanted)
    if len(kept) < len(getattr(box, "children", ())):
        box.children = kept
    return taken


def add(sheet: Any, box: Any) -> None:  # noqa: ANN401
    """Put a laid-out box on a page, where it stands already."""
    sheet.children = [*sheet.children, box]


def move(box: Any, dx: float, dy: float = 0) -> None:  # noqa: ANN401
    """Move a laid-out box and all that is in it, backgrounds too."""
    box.translate(dx, dy)
    for part in walk(box):
        background = getattr(part, "background", None)
        if background:
            layers = [_moved_layer(layer, dx, dy) for layer in background.layers]
            part.background = background._replace(layers=layers)


def _moved_layer(layer: Any, dx: float, dy: float) -> Any:  # noqa: ANN401
    # A background's areas are settled, in page coordinates, before we see the box. A layer that is
    # all colour has the word "unused" for one of them.
    positioning = layer.positioning_area
    return layer._replace(
        painting_area=_moved(layer.painting_area, dx, dy),
        positioning_area=_moved(positioning, dx, dy) if layer.image else positioning,
        clipped_boxes=[_moved(area, dx, dy) for area in layer.clipped_boxes],
    )


def _moved(area: Sequence[Any], dx: float, dy: float) -> tuple[Any, ...]:
    x, y, *rest = area
    return (x + dx, y + dy, *rest)


def again(holder: Any, box: Any, dy: float) -> None:  # noqa: ANN401
    """Put a box without contents once more into the box that holds it, lower by so much."""
    copy = box.copy()
    copy.translate(0, dy)
    holder.children = [*holder.children, copy]


def with_children(box: Any, chosen: Sequence[Any]) -> Any:  # noqa: ANN401
    """Return a copy of a page box that holds these boxes and paints nothing of its own."""
    copy = box.copy_with_children(list(chosen))
    copy.background = copy.canvas_background = None
    return copy


@contextmanager
def artifact(stream: Any, properties: pydyf.Dictionary) -> Iterator[None]:  # noqa: ANN401
    """Mark what is painted within as an artefact (ISO 32000-1, 14.8.2.2), without tags."""
    tags = stream._tags  # noqa: SLF001
    if tags is None:
        yield
        return
    stream.begin_marked_content("Artifact", properties)
    stream._tags = None  # noqa: SLF001
    try:
        yield
    finally:
        stream._tags = tags  # noqa: SLF001
        stream.end_marked_content()


def marked(stream: Any) -> dict[int, Any]:  # noqa: ANN401
    """Return the text boxes painted so far, by their marked-content identifier."""
    return {mark["mcid"]: box for box, mark in (stream._tags or {}).items()}  # noqa: SLF001


def tokens(stream: Any) -> list[Any]:  # noqa: ANN401
    """Return the tokens painted so far: the stream's own list."""
    painted: list[Any] = stream.stream
    return painted


def font_in(token: object) -> tuple[str, float] | None:
    """Return the font that a token sets, and its size, if it sets one."""
    if isinstance(token, bytes) and token.endswith(b" Tf"):
        name, size, _ = token.split()
        return name[1:].decode(), float(size)
    return None


def shows_text(token: object) -> bool:
    """Whether a token shows text."""
    return isinstance(token, bytes) and token.endswith(b"] TJ")


def mark_of(token: object) -> int:
    """Return the marked-content identifier in the properties of a sequence, or -1."""
    return int(token.get("MCID", -1)) if isinstance(token, dict) else -1


def fonts_of(document: Any) -> list[Any]:  # noqa: ANN401
    """Return the fonts that a painted document draws with.

    Each has ``hash`` (the name of its resource), ``name``, ``family``, ``flags``, ``italic_angle``,
    ``ascent``, ``descent``, ``stemv``, ``stemh``, ``file_content``, ``widths`` and ``to_unicode``.
    """
    return list(document.fonts.values())


def missing_glyph(record: LogRecord) -> str:
    """Return the character that no face has, if that is what a log record says, or nothing."""
    if str(record.msg).startswith(NOTDEF) and isinstance(record.args, tuple):
        return str(record.args[0])
    return ""


@contextmanager
def without_fonts() -> Iterator[None]:
    """Write no font file: subsets are cut once for all units, when they are linked."""
    original = weasyprint.pdf.build_fonts_dictionary
    weasyprint.pdf.build_fonts_dictionary = lambda *_: pydyf.Dictionary()
    try:
        yield
    finally:
        weasyprint.pdf.build_fonts_dictionary = original


@contextmanager
def tags_by(build: Callable[[Any, Any, Sequence[Any]], None]) -> Iterator[None]:
    """Have ``build`` make the structure of a document: of its file, itself, its pages' streams."""
    original = weasyprint.pdf.add_tags

    def add_tags(pdf: Any, document: Any, _: Any, streams: Sequence[Any]) -> None:  # noqa: ANN401
        build(pdf, document, streams)

    weasyprint.pdf.add_tags = add_tags
    try:
        yield
    finally:
        weasyprint.pdf.add_tags = original
