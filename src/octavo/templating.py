"""The one Jinja environment: a theme and values in, markup out.

Templates are sandboxed and can change nothing they are given; a name they do
not know is an error, not an empty string.  What chance would decide (``random``,
``lipsum``) is taken away.  A fault in a book's own template is a SourceError at
its line, one in the default theme a BuildError.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from types import TracebackType

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound
from jinja2.exceptions import TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from octavo.errors import BuildError, Finding, Location, OctavoError, SourceError
from octavo.themes import Theme

# What an expression of a template may end in, beside Jinja's own errors.
_EXPRESSION_ERRORS = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError)


class _ThemeLoader(BaseLoader):
    """Loads templates through the theme, which keeps them for the build log."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        del environment
        try:
            file = self._theme.template(template)
        except BuildError as error:
            raise TemplateNotFound(template, f"{error}. {error.hint}".strip(". ")) from error
        return file.text, file.path, lambda: True


class Templates:
    """The templates of one theme, all of which see ``known`` as global names."""

    def __init__(self, theme: Theme, known: Mapping[str, object]) -> None:
        self._environment = ImmutableSandboxedEnvironment(
            loader=_ThemeLoader(theme),
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
