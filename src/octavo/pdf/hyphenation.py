"""Patterns of hyphenation: read once, kept as they are needed.

Pyphen parses a language's patterns anew in every process, which takes half a second for German.
Here they are kept parsed in octavo's cache, named by the file that they are of, its size and time,
and by the version of Pyphen; what can't be read there is parsed again.
"""

from __future__ import annotations

import marshal
import os
import tempfile
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

import pyphen

from octavo.pdf.private import dictionary, patterns
from octavo.typefaces.home import cache_home


def load(lang: str) -> None:
    """Load the patterns for a BCP 47 tag, if there are any, as Pyphen will look for them."""
    known = pyphen.language_fallback(lang)
    if not known:
        return
    source = Path(str(pyphen.LANGUAGES[known]))
    if source in pyphen.hdcache:
        return
    kept = _kept(source)
    try:
        pyphen.hdcache[source] = dictionary(marshal.loads(kept.read_bytes()))  # noqa: S302 - ours
    except (OSError, EOFError, ValueError, TypeError):
        pyphen.Pyphen(lang=known)
        _keep(kept, patterns(pyphen.hdcache[source]))


def _kept(source: Path) -> Path:
    status = source.stat()
    state = f"{version('pyphen')}-{status.st_size}-{status.st_mtime_ns}"
    return cache_home() / "hyphenation" / f"{source.stem}-{state}"


def _keep(path: Path, parsed: dict[str, tuple[int, tuple[int, ...]]]) -> None:
    """Write the patterns aside and put them in place; a cache that can't be written is none."""
    with suppress(OSError, ValueError):  # ValueError: of the languages with changes of spelling
        data = marshal.dumps(parsed)
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as aside:
            aside.write(data)
        os.replace(aside.name, path)  # noqa: PTH105 - a name is what we have
