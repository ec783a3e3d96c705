"""Remarks: what a close look at finished pages finds, counted by kind and named one by one.

Whoever looks knows pages and anchors; the place in the sources is looked up when a remark is told
(`octavo.engine.whereabouts`), so that nothing that is kept depends on lines.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from octavo.errors import Location, Severity
from octavo.model.nodes import NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing seen on one page, or in the file as a whole.

    ``kind`` names the rule (``widow``; told as ``OCT-press-widow``).  ``folio`` is the page's, as
    printed; ``anchor`` the last anchor at or before the place, ``words`` with which words its
    paragraph begins, as printed: with both, the place in the sources is found.
    """

    kind: str
    message: str
    hint: str = ""
    severity: Severity = "warning"
    folio: str = ""
    anchor: str = ""
    words: str = ""
    location: Location = field(default=NOWHERE, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How often something was seen: ``what`` is in the plural ("widows").

    ``count`` stands beside ``of`` as many things called ``among`` ("paragraph"), if that is not
    0, and is said as a share of them.  ``said`` stands in the place of a number.  ``remarks`` name
    what was counted, the worst first; a measure without faults may have none.
    """

    what: str
    count: int = 0
    of: int = 0
    among: str = ""
    said: str = ""
    remarks: tuple[Remark, ...] = ()
