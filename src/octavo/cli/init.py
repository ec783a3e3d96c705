"""``octavo init DIR``: a small work that builds, to be written over."""

from __future__ import annotations

import json
import re
import shlex
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
    words = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "book"
    values = {
        "@ID@": words,
        "@TITLE@": _scalar(title or words.replace("-", " ").capitalize()),
        "@PDF@": uuid.uuid5(uuid.NAMESPACE_URL, f"octavo:{words}.pdf").urn,
        "@EPUB@": uuid.uuid5(uuid.NAMESPACE_URL, f"octavo:{words}.epub").urn,
    }
    skeleton = tuple(_files(files("octavo") / "skeleton", folder))
    for _, path in skeleton:
        if path.exists():
            raise UsageError(f"{path} is there already", "choose another folder")
    for item, path in skeleton:
        _write(path, item.read_text(encoding="utf-8"), values)
        click.echo(f"wrote {directory / path.relative_to(folder)}")
    click.echo(f"now: octavo -C {shlex.quote(str(directory))} build")
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


def _scalar(text: str) -> str:
    """Write text as YAML, in quotes if signs in it could mean something there."""
    plain = re.fullmatch(r"\w(?:[\w ,;’-]*\w)?", text)
    return text if plain else json.dumps(text, ensure_ascii=False)
