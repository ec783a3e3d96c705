"""Reviews: a finished EPUB in, the record to be filled in by whoever reviews it out.

A record names the digest of what was reviewed, so that it holds for as long as that stays.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from zipfile import BadZipFile

from octavo.accessibility import CRITERIA
from octavo.engine.inputs import BUILD
from octavo.epub.conformance import digest_of
from octavo.errors import BuildError, UsageError, did_you_mean
from octavo.model import Work

FOLDER = "reviews"


def content(root: Path, work: Work, target: str) -> str:
    """Return the digest of what there is to review in an EPUB below ``build/``.

    Raises:
        UsageError: it is no EPUB of the work, or it is not built.
    """
    epubs = [each.path for each in work.targets if each.format == "epub"]
    if target not in epubs:
        listed = f"the EPUBs are {', '.join(epubs)}" if epubs else "the work has none"
        raise UsageError(f"no EPUB '{target}'", did_you_mean(target, epubs) or listed)
    path = root / BUILD / target
    if not path.is_file():
        raise UsageError(f"{BUILD}/{target} is not built", f"octavo build {target}")
    try:
        return digest_of(path.read_bytes())
    except BadZipFile as fault:
        raise UsageError(f"{BUILD}/{target} is no EPUB", f"octavo build -B {target}") from fault


def begin(root: Path, target: str, digest: str) -> str:
    """Write the record of a review that is to be made; return its path in the work.

    Raises:
        UsageError: there is a file already, which book.yaml does not name.
        BuildError: it cannot be written.
    """
    name = f"{FOLDER}/{PurePosixPath(target).with_suffix('').as_posix()}.yaml"
    path = root / name
    if path.exists():
        raise UsageError(f"{name} is there already", f"name it in book.yaml: reviews: [{name}]")
    criteria = "".join(f"  {number}:   # {title}\n" for number, title in CRITERIA.items())
    text = (
        f"target: {target}\n"
        f"content: {digest}\n"
        "by:\n"
        "date:\n"
        "method:\n"
        "# WCAG 2.2, levels A and AA: pass, fail or not-applicable\n"
        "results:\n"
        f"{criteria}"
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as fault:
        raise BuildError(f"cannot write {name}: {fault.strerror}") from fault
    return name
