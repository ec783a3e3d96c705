"""``octavo init DIR``: a small work that builds, to be written over."""

from __future__ import annotations

import json
import re
import shlex
import unicodedata
import uuid
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from octavo.errors import UsageError


@click.command()
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--title", help="The book's title (default: from the folder's name).")
@click.pass_context
def command(context: click.Context, directory: Path, title: str | None) -> int:
    """Begin a new work in DIR: a book.yaml, a chapter and records that build at once."""
    folder = context.obj / directory
    name = folder.resolve().name
    values = {
        "@ID@": _id(name),
        "@TITLE@": _scalar(title or _title(name)),
        # By chance: another book from a folder of this name is another book.
        "@PDF@": uuid.uuid4().urn,
        "@EPUB@": uuid.uuid4().urn,
    }
    skeleton = tuple(_files(files("octavo") / "skeleton", folder))
    for _, path in skeleton:
        if path.exists():
            raise UsageError(f"{path} is there already", "choose another folder")
    for item, path in skeleton:
        _write(path, item.read_text(encoding="utf-8"), values)
        click.echo(f"wrote {path}")
    click.echo(f"now: octavo -C {shlex.quote(str(folder))} build")
    return 0


def _files(source: Traversable, folder: Path) -> Iterator[tuple[Traversable, Path]]:
    """Yield each file of the skeleton and where it goes."""
    for item in sorted(source.iterdir(), key=lambda entry: entry.name):
        if item.is_dir():
            yield from _files(item, folder / item.name)
        else:
            yield item, folder / item.name


def _write(path: Path, text: str, values: dict[str, str]) -> None:
    for mark, value in values.items():
        text = text.replace(mark, value)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as fault:
        message = f"cannot write {path}: {fault.strerror}"
        raise UsageError(message, "choose another folder") from fault


def _id(name: str) -> str:
    """Make an id of a folder's name: its letters without their accents, if they are Latin."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "book"


def _title(name: str) -> str:
    """Make a title of a folder's name."""
    words = " ".join(re.split(r"[\s_-]+", unicodedata.normalize("NFC", name))).strip()
    return words[:1].upper() + words[1:] or "Book"


def _scalar(text: str) -> str:
    """Write text as YAML, in quotes if signs in it could mean something there."""
    plain = re.fullmatch(r"\w(?:[\w ,;’-]*\w)?", text)
    return text if plain else json.dumps(text, ensure_ascii=False)
