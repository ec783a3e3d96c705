"""The reader: what one unit looks up in the library is noted down.

Templates are given nothing of the book but through here, so that what they read is known however
they are written: ``book`` and all things in it are a :class:`View`, the words of the language and
the faces note each look, and templates themselves are fetched through it, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, overload

from octavo.matter.library import Library, Ref
from octavo.memo import Read
from octavo.themes import ThemeFile


class Reader:
    """Looks things up for one unit, and knows what it was told."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._noted: dict[tuple[str, str], None] = {}
        self.own_templates: dict[str, None] = {}

    @property
    def reads(self) -> tuple[Read, ...]:
        """All that was looked up, each thing once."""
        now = self._library.now
        return tuple(Read(table, key, now(table, key)) for table, key in self._noted)

    def look(self, table: str, key: str = "") -> Any:  # noqa: ANN401  (a template asks for anything)
        """Return what stands under a key; things of the book come as views.

        Raises:
            LookupError, AttributeError: nothing does.
        """
        self._noted[table, key] = None
        return self.shown(self._library.find(table, key))

    def view(self, table: str, key: str = "") -> View:
        """Return a view of a thing of the book, whose fields are noted when they are taken."""
        return View(self, Ref(table, key))

    def get(self, table: str, key: str, default: str = "") -> str:
        """Return the text under a key, or a default."""
        try:
            return str(self.look(table, key))
        except LookupError:
            return default

    def template(self, name: str) -> ThemeFile:
        """Return a template; that there was none is noted, too.

        Raises:
            BuildError: the theme has none of that name.
        """
        self._noted["template", name] = None
        file = self._library.template(name)
        if file.own:
            self.own_templates[file.path] = None
        return file

    def shown(self, value: object) -> object:
        """Return a value as templates may have it: each thing named in it as a view."""
        if isinstance(value, Ref):
            return View(self, value)
        if isinstance(value, tuple) and value and isinstance(value[0], Ref):
            return tuple(View(self, ref) for ref in value)
        return value


class View:
    """A thing of the book in a template's hands: each field that it takes is noted."""

    __slots__ = ("_reader", "_ref")

    def __init__(self, reader: Reader, ref: Ref) -> None:
        self._reader = reader
        self._ref = ref

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  (whatever the thing has)
        if name.startswith("_"):
            raise AttributeError(name)
        return self._reader.look(self._ref.table, self._ref.field(name))

    def __eq__(self, other: object) -> bool:
        """Say whether both show one thing."""
        return isinstance(other, View) and self._ref == other._ref

    def __hash__(self) -> int:
        return hash(self._ref)

    def __repr__(self) -> str:
        return f"<{self._ref.table} {self._ref.key}>".replace(" >", ">")


class Words(Mapping[str, str]):
    """The words that octavo itself puts into a book; each one taken is noted."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def __getitem__(self, key: str) -> str:
        return str(self._reader.look("word", key))

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> tuple[str, ...]:
        return tuple(self._reader.look("words"))


class Shelf(Sequence[Any]):
    """A row of things; whoever looks at it is noted as having seen the whole."""

    def __init__(self, reader: Reader, table: str) -> None:
        self._reader = reader
        self._table = table

    @overload
    def __getitem__(self, at: int) -> Any: ...  # noqa: ANN401
    @overload
    def __getitem__(self, at: slice) -> Sequence[Any]: ...
    def __getitem__(self, at: int | slice) -> Any:
        return self._reader.look(self._table)[at]

    def __len__(self) -> int:
        return len(self._reader.look(self._table))
