"""The one Jinja environment: a theme and values in, markup out.

Templates are sandboxed and can change nothing they are given, nor see from what line of a
source it came; a name they do
not know is an error, not an empty string.  What chance would decide (``random``,
``lipsum``) is taken away.  A fault in a book's own template is a SourceError at
its line, one in the default theme a BuildError.
"""

from __future__ import annotations

import marshal
import sys
import traceback
from collections.abc import Callable, Mapping, MutableMapping
from functools import cache
from importlib.metadata import version
from types import CodeType, TracebackType
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateNotFound
from jinja2.exceptions import TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from octavo.errors import BuildError, Finding, Location, OctavoError, SourceError
from octavo.memo import DIRECT, Memo
from octavo.themes import ThemeFile

# What an expression of a template may end in, beside Jinja's own errors.
_EXPRESSION_ERRORS = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError)


Find = Callable[[str], ThemeFile]
"""Finds a template by its name; a BuildError says that the theme has none."""


class Compiler:
    """Compiles templates, each once: for as long as it lives, or its memo remembers."""

    def __init__(self, memo: Memo = DIRECT) -> None:
        self._memo = memo
        self._codes: dict[ThemeFile, CodeType] = {}

    def code(self, file: ThemeFile, name: str, environment: Environment) -> CodeType:
        """Return the Python that a template is run as."""
        if file not in self._codes:
            marshalled = self._memo.recall(
                "compile",
                file.path,
                (file.text, name, _made_by()),
                lambda: marshal.dumps(environment.compile(file.text, name, file.path)),
            )
            self._codes[file] = marshal.loads(marshalled)  # noqa: S302  (written by us)
        return self._codes[file]


@cache
def _made_by() -> tuple[str, str | None]:
    """Return the versions on which compiled code depends."""
    return version("jinja2"), sys.implementation.cache_tag


class _Loader(BaseLoader):
    """Loads templates through whoever finds them, once an environment."""

    def __init__(self, find: Find, compiler: Compiler) -> None:
        self._find = find
        self._compiler = compiler

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  (the library's name)
    ) -> Template:
        try:
            file = self._find(name)
        except BuildError as error:
            raise TemplateNotFound(name, f"{error}. {error.hint}".strip(". ")) from error
        code = self._compiler.code(file, name, environment)
        return Template.from_code(environment, code, globals if globals is not None else {})


class _Sandbox(ImmutableSandboxedEnvironment):
    """Lets templates change nothing, and see no place in a source: a page is text, not lines."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401
        """Say whether a template may see an attribute."""
        return not isinstance(value, Location) and super().is_safe_attribute(obj, attr, value)


class Templates:
    """The templates that ``find`` finds, all of which see ``known`` as global names.

    Nothing of one survives in another, so that what is loaded and evaluated for a unit is
    loaded and evaluated anew for the next; only compiled code is shared.
    """

    def __init__(
        self, find: Find, known: Mapping[str, object], compiler: Compiler | None = None
    ) -> None:
        self._environment = _Sandbox(
            loader=_Loader(find, compiler or Compiler()),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        for name in ("lipsum", "cycler", "joiner"):
            del self._environment.globals[name]
        del self._environment.filters["random"]
        self._environment.globals.update(known)

    def render(self, name: str, values: Mapping[str, object]) -> str:
        """Fill the template ``name`` with ``values``.

        Raises:
            SourceError: a fault in a book's own template.
            BuildError: a fault in the default theme.
        """
        try:
            return self._environment.get_template(name).render(values)
        except TemplateSyntaxError as error:
            path = error.filename or error.name or name
            raise _fault(path, error.lineno, error.message or "syntax") from error
        except TemplateError as error:
            raise _fault(*_place(error.__traceback__, name), error.message or str(error)) from error
        except _EXPRESSION_ERRORS as error:
            if not _is_of_template(error.__traceback__):
                raise
            raise _fault(*_place(error.__traceback__, name), str(error)) from error


def _frames(trace: TracebackType | None) -> list[tuple[str, int]]:
    return [(frame.filename, frame.lineno or 0) for frame in traceback.extract_tb(trace)]


def _is_template(path: str) -> bool:
    return path.startswith(("templates/", "octavo:templates/"))


def _is_of_template(trace: TracebackType | None) -> bool:
    """Whether the error rose in a template, not in Python that it called."""
    frames = _frames(trace)
    return bool(frames) and _is_template(frames[-1][0])


def _place(trace: TracebackType | None, name: str) -> tuple[str, int]:
    """Return the innermost line of a template that the error went through."""
    inside = [frame for frame in _frames(trace) if _is_template(frame[0])]
    return inside[-1] if inside else (f"templates/{name}", 0)


def _fault(path: str, line: int, message: str) -> OctavoError:
    if path.startswith("octavo:"):
        at = f":{line}" if line else ""
        return BuildError(f"{path}{at}: {message}")
    location = Location(path, line, 1 if line else 0)
    return SourceError([Finding(location, "OCT-template", message)])
