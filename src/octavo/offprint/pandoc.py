"""The only module that knows pandoc: HTML and a reference document in, a .docx out.

It reads no file but the reference document, and asks neither the network nor the clock.
"""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pypandoc

from octavo.errors import BuildError

_REFERENCE = "reference.docx"


@cache
def own_reference() -> bytes:
    """Return the document whose styles pandoc takes unless it is given another."""
    return _run("--print-default-data-file", _REFERENCE)


def docx(html: bytes, reference: bytes, lang: str) -> bytes:
    """Convert a document into the styles of a reference document.

    Raises:
        BuildError: pandoc refuses it.
    """
    with TemporaryDirectory(prefix="octavo-") as folder:
        styles = Path(folder) / _REFERENCE
        styles.write_bytes(reference)
        return _run(
            *("--sandbox", "--from=html", "--to=docx", "--output=-"),
            *(f"--metadata=lang:{lang}", f"--reference-doc={styles}"),
            given=html,
        )


def _run(*arguments: str, given: bytes = b"") -> bytes:
    done = subprocess.run(  # noqa: S603 - a program of ours, with arguments of ours
        [pypandoc.get_pandoc_path(), *arguments], input=given, capture_output=True, check=False
    )
    if done.returncode:
        raise BuildError(f"pandoc: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout
