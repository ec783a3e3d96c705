"""Releases: the page map of an edition that goes to print, kept with the sources.

In: a work and the name of an edition.  Out: a file ``releases/<edition>-<date>.pagemap.json`` that
the manifest can name, so that handouts, slides and cards quote the pages of the copies that a class
owns, whatever is edited meanwhile.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from octavo.engine.inputs import BUILD
from octavo.engine.recipes.editions import PAGE_MAP
from octavo.errors import BuildError, UsageError, did_you_mean
from octavo.model import Work

FOLDER = "releases"


def printed(work: Work, edition: str) -> str:
    """Return the path of the PDF in which an edition is printed, below ``build/``.

    Raises:
        UsageError: there is no such edition, or it has no PDF.
    """
    if edition not in work.editions:
        known = ", ".join(work.editions)
        hint = did_you_mean(edition, work.editions) or f"the editions are {known}"
        raise UsageError(f"no edition '{edition}'", hint)
    paths = [t.path for t in work.targets if t.format == "pdf" and t.edition == edition]
    if not paths:
        hint = "list one in book.yaml under 'targets'"
        raise UsageError(f"the edition '{edition}' has no PDF", hint)
    listed = work.editions[edition].page_list
    return listed if listed in paths else paths[0]


def name(work: Work, edition: str, date: str = "") -> str:
    """Return the path of a release in the work, that of the edition's own date if none is said."""
    return f"{FOLDER}/{edition}-{date or work.metadata.date.text}{PAGE_MAP}"


def keep(root: Path, pdf: str, release: str, *, force: bool = False) -> bool:
    """Keep the page map that was written beside a PDF; return whether it was not there already.

    Raises:
        UsageError: there is another under that name, and it is not to be written over.
        BuildError: the file cannot be written.
    """
    beside = PurePosixPath(pdf).with_suffix("").as_posix() + PAGE_MAP
    path = root / release
    try:
        pages = (root / BUILD / beside).read_bytes()
        if path.is_file():
            if path.read_bytes() == pages:
                return False
            if not force:
                message = f"{release} is there already, with other pages"
                hint = "what is printed stays: give the new printing a --date, or use --force"
                raise UsageError(message, hint)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(pages)
    except OSError as fault:
        raise BuildError(f"cannot write {release}: {fault.strerror}") from fault
    return True
