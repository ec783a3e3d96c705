"""Lint: a whole work in, findings about how its parts agree out.

Passes find what an edition cannot be made of; rules find what editors have promised each other:
that every number is bound to a fact, that every dispute is decided.  A rule is a file in
``rules/`` and a row in `RULES`; its code is the file's name (``number_unbound`` finds
``OCT-number-unbound``).

A rule reads a `Manuscript`: the numbered work, and the book of the edition with everything in it.
It changes nothing and looks at no file.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Protocol

from octavo.errors import Findings, Severity
from octavo.lint.manuscript import Fault, Manuscript
from octavo.lint.rules import (
    choice_answer,
    command_range,
    deed_word,
    dispute_without_decision,
    event_disagrees,
    fact_left_out_but_used,
    fact_unused,
    heading_skip,
    language_unmarked,
    marks_sum,
    minutes_sum,
    name_spelling,
    number_unbound,
    number_unused,
    objective_untested,
    person_unused,
    question_answer,
    quotation_unprinted,
    scheme_beyond_marks,
    task_without_source,
    term_early,
    term_unused,
)
from octavo.model import Book, Work


class Rule(Protocol):
    """A module of ``rules/``.

    An error stops a build; a warning is shown by ``octavo check``, and fails it with
    ``--strict``.
    """

    @property
    def __name__(self) -> str: ...

    @property
    def SEVERITY(self) -> Severity:  # noqa: N802  (a constant of a module)
        """How much its findings weigh."""
        ...

    def check(self, manuscript: Manuscript, /) -> Iterable[Fault]:
        """Yield what is wrong."""
        ...


RULES: Final[tuple[Rule, ...]] = (
    command_range,
    choice_answer,
    deed_word,
    dispute_without_decision,
    event_disagrees,
    fact_left_out_but_used,
    fact_unused,
    heading_skip,
    language_unmarked,
    marks_sum,
    minutes_sum,
    name_spelling,
    number_unbound,
    number_unused,
    objective_untested,
    person_unused,
    question_answer,
    quotation_unprinted,
    scheme_beyond_marks,
    task_without_source,
    term_early,
    term_unused,
)


BINDING: Final = tuple(rule for rule in RULES if rule.SEVERITY == "error")
"""The rules whose findings stop a build; it does not look by the others."""


def run(work: Work, book: Book, findings: Findings, rules: Iterable[Rule] = RULES) -> None:
    """Look at a numbered work, and the book with everything in it."""
    manuscript = Manuscript(work, book)
    for rule in rules:
        note = findings.error if rule.SEVERITY == "error" else findings.warning
        for fault in rule.check(manuscript):
            note(fault.location, code(rule), fault.message, fault.hint)


def code(rule: Rule) -> str:
    """Return the code of a rule, without the prefix of all codes."""
    return rule.__name__.rpartition(".")[2].replace("_", "-")
