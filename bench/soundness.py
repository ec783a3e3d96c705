"""Hold the benchmark's book, linked, against one WeasyPrint document and against the judges.

    python -m bench.soundness                             # 40 chapters; prints a table
    python -m bench.soundness --page docs/benchmarks.md   # and puts it into the page

The tests do the same with the shipped book and the example book; here it is a book of the size
that the ratios are measured on.  It takes some minutes, most of them for the reference.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
from tests import judges, reference
from tests.pdf import compare

from bench.cases import ROOT, octavo
from bench.measure import run
from bench.report import table
from octavo.engine.order import Order
from octavo.engine.plan import draw_up
from octavo.engine.recipes.layouts import unit_job
from octavo.model import PageMap
from octavo.pdf.render import lay_out
from octavo.typefaces.fontconfig import fontconfig, isolate

BEGIN = "<!-- soundness: `python -m bench.soundness --page` writes what follows -->\n"
END = "<!-- end of soundness -->\n"
SIZE = 1.1
"""How much larger than the reference the linked file may be."""


@dataclass(frozen=True, slots=True)
class Check:
    """Something that was looked at, what was found, and whether that is as it should be."""

    words: str
    found: str
    holds: bool


def checks(work: Path) -> Iterator[Check]:
    """Look at the artefacts of a work that is up to date."""
    pdf = work / "build" / "student.pdf"
    (order,) = draw_up(work, ["student.pdf"]).orders
    linked = pdf.read_bytes()
    anchors = json.loads((work / "build" / "student.pagemap.json").read_bytes())["anchors"]
    one = _reference(order, anchors)
    yield _none("pages that are another picture", compare.differing_pictures(linked, one.pdf))
    yield _none("pages with other text", compare.differing_texts(linked, one.pdf))
    ours, theirs = compare.tags(linked), compare.tags(one.pdf)
    yield Check("structure, line by line", f"{len(ours):,} lines the same", ours == theirs)
    yield _none("marks without an element in the tree", compare.unsound(linked))
    yield _none("anchors on another folio", sorted(anchors.items() ^ one.anchors.items()))
    dead, alive = compare.links(linked)
    yield Check("links", f"{alive:,} alive, {len(dead)} dead", not dead)
    ratio = len(linked) / len(one.pdf)
    yield Check("size against the reference", f"{ratio:.3f}", ratio <= SIZE)
    for flavour, name in (("ua1", "PDF/UA-1"), ("2a", "PDF/A-2a")):
        (verdict,) = judges.verapdf([pdf], flavour)
        yield _none(f"veraPDF, {name}: rules broken", verdict.failures)
    yield _none("qpdf --check: complaints", judges.qpdf_check(pdf))
    with pikepdf.open(pdf) as opened:
        yield _none("pikepdf's own qpdf: complaints", opened.check_pdf_syntax())
    said = judges.epubcheck([work / "build" / "student.epub"])
    yield _none("EPUBCheck: messages", said)


def _none(words: str, found: object) -> Check:
    count = len(found) if isinstance(found, list | tuple) else 0
    return Check(words, f"{count}", count == 0)


def _reference(order: Order, anchors: dict[str, str]) -> reference.Reference:
    (notes,) = (unit for unit in order.units if unit.template == "endnotes")
    job = unit_job(order, notes, dict.fromkeys((*notes.listed, *notes.slots), "000"))
    heads = reference.heads([lay_out(job)], PageMap(anchors=anchors))
    whole = replace(job, resources=order.resources)
    return reference.render(order.units, order.metadata, whole, heads, anchors)


def main() -> int:
    """Make the book, build it, look at it; return 1 if anything is not as it should be."""
    parser = argparse.ArgumentParser(prog="python -m bench.soundness", description=__doc__)
    parser.add_argument("--chapters", type=int, default=40, metavar="N")
    parser.add_argument("--page", type=Path, metavar="FILE", help="put the table there")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="octavo-bench-") as folder:
        work = Path(folder, "work")
        making = (sys.executable, "-m", "bench.book", str(work), "--chapters", str(given.chapters))
        run([making, octavo(work, "build", "--strict")], ROOT)
        (order,) = draw_up(work, ["student.pdf"]).orders
        isolate(fontconfig(path for _, path in order.faces))
        found = list(checks(work))
    rows = [(c.words, c.found, "as it should be" if c.holds else "NOT SO") for c in found]
    made = table(("what", f"{given.chapters} chapters", ""), rows, words={0, 2})
    print(made)
    if given.page:
        text = given.page.read_text(encoding="utf-8")
        before, _, rest = text.partition(BEGIN)
        _, _, after = rest.partition(END)
        given.page.write_text(f"{before}{BEGIN}\n{made}\n\n{END}{after}", encoding="utf-8")
    return 0 if all(check.holds for check in found) else 1


if __name__ == "__main__":
    sys.exit(main())
