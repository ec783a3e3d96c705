"""What recipes are made of: tasks for the executor, artefacts at the end.

A *recipe* makes one artefact.  It is a coroutine without any I/O of its own: it yields tasks that
may be done side by side, is sent their results in the same order, and returns the artefact at last.
So the engine alone decides where and when tasks are done, and whether their results are in the
store already.  Before its own last step a recipe yields once without tasks: who only wants to know
what there is to do can stop there.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from typing import Any

from octavo.engine.order import Order
from octavo.errors import Finding
from octavo.memo import DIRECT, Memo


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A step that a process of its own can do.

    ``call`` is a function at the top of a module and ``job`` the value it takes; ``values`` is what
    its result depends on, which its key is made of: a job may hold a path besides, which differs
    from machine to machine.  ``name`` is a unit's, ``title`` what people call it.  ``size`` says in
    any measure how long it may take, where no log says it in seconds.
    """

    rule: str
    name: str
    title: str
    call: Callable[[Any], Any]
    job: Any
    values: object
    size: int = 0


@dataclass(frozen=True, slots=True)
class Artefact:
    """A finished file.

    ``pages`` is 0 where there are none, ``holds`` how many it holds of what else ("card");
    ``doubts`` are for people, ``findings`` those that have a place in the sources, and ``remarks``
    nothing to worry about.  ``beside`` are files to be written next to it, by what stands in the
    place of its suffix (".pagemap.json").
    """

    data: bytes
    pages: int = 0
    doubts: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    beside: Mapping[str, bytes] = field(default_factory=dict)
    holds: tuple[int, str] = (0, "")


Batch = tuple[Task, ...]
Results = tuple[Any, ...]
Making = Generator[Batch, Results, Artefact]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How artefacts of one format are made.

    ``make`` begins one.  ``rule`` is the kind of the last step, done when all tasks are ("link"),
    and ``parts`` says what the steps before it make.  ``lays_out``: it has tasks that are worth
    processes of their own, which load WeasyPrint.
    """

    make: Callable[[Order, Memo], Making]
    rule: str
    parts: str = "parts made"
    lays_out: bool = False


def alone(recipe: Recipe, order: Order) -> Artefact:
    """Carry out an order in this process, one task after the other, and remember nothing.

    Raises:
        BuildError: the format's renderer cannot set it.
    """
    making = recipe.make(order, DIRECT)
    batch = next(making)
    while True:
        try:
            batch = making.send(tuple(task.call(task.job) for task in batch))
        except StopIteration as end:
            artefact: Artefact = end.value
            return artefact
