"""Count the pages of a PDF; a program of its own, because pikepdf is heavy.

python -m bench.pages ARTEFACT
"""

from __future__ import annotations

import sys

import pikepdf


def main() -> None:
    """Print the number of pages."""
    with pikepdf.open(sys.argv[1]) as pdf:
        print(len(pdf.pages))


if __name__ == "__main__":
    main()
