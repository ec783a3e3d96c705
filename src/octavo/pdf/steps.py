"""Steps: blocks whose finished height is rounded up to whole lines of the grid.

``--block-step: 14pt`` in a style sheet does what ``block-step-size`` is meant to do (CSS Rhythmic
Sizing), which WeasyPrint does not know: after a table or a figure, text is back on the grid.  It
must happen during layout, since it moves page breaks.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from octavo.pdf.private import around_block_layout, border_height, custom_length

_ROUNDING = 0.05
"""CSS pixels by which a height may miss a multiple and be one all the same."""


@contextmanager
def rounded_blocks() -> Iterator[None]:
    """Have WeasyPrint round blocks, as their style asks, while it lays out in this block."""
    with around_block_layout(_round):
        yield


def _round(box: Any) -> None:  # noqa: ANN401
    step = custom_length(box, "block-step")
    if step:
        over = border_height(box) % step
        if _ROUNDING < over < step - _ROUNDING:
            box.height += step - over
