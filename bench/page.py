"""Put the results of a comparison into the page about it, which is never typed by hand.

python -m bench.page RESULTS.json                       # print the report
python -m bench.page RESULTS.json docs/benchmarks.md    # replace the one in the page
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bench.report import report
from bench.results import Results, from_json

BEGIN = "<!-- results: `python -m bench.page` writes what follows -->\n"
END = "<!-- end of results -->\n"


def read(path: Path) -> Results:
    """Read the results that a comparison wrote."""
    return from_json(json.loads(path.read_text(encoding="utf-8")))


def filled(page: str, results: Results) -> str:
    """Return the page with these results in the place of those that it has.

    Raises:
        ValueError: it has no place for them.
    """
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"no place for results: {BEGIN}{END}")
    return f"{before}{BEGIN}\n{report(results)}\n{END}{after}"


def main() -> None:
    """Print the report, or write it into a page."""
    results, *pages = map(Path, sys.argv[1:])
    if not pages:
        print(report(read(results)), end="")
    for page in pages:
        text = filled(page.read_text(encoding="utf-8"), read(results))
        page.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
