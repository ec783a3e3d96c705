"""One Java that stays: what is compiled for one book serves the next.

It lives in a process of its own, so that a Java that falls takes no test with it, and ends with
the tests.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context

from tests.judges.missing import TIMEOUT, program

# The runs are short: compiling hot code well costs more than it saves.
OPTIONS = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true")


def called(jar: str, name: str, arguments: Sequence[str]) -> int:
    """Run ``new NAME().run(ARGUMENTS)`` of a jar and return its status."""
    program("java", "java")
    return _process(jar).submit(_call, name, tuple(arguments)).result(timeout=TIMEOUT)


@cache
def _process(jar: str) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, get_context("spawn"), initializer=_start, initargs=(jar,))


def _start(jar: str) -> None:
    import jpype  # noqa: PLC0415, in that process alone

    jpype.startJVM(*OPTIONS, classpath=[jar], convertStrings=True)


def _call(name: str, arguments: Sequence[str]) -> int:
    import jpype  # noqa: PLC0415, in that process alone

    return int(jpype.JClass(name)().run(list(arguments)))
