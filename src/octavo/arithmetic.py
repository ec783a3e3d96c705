"""Calculations of derived facts: ``100 * (detained - arrested) / detained``.

In goes the text of a ``derived:`` key, out come a tree, its exact value and a
form for readers.  The grammar::

    sum     = product { ("+" | "-") product }
    product = factor { ("*" | "/") factor }
    factor  = "-" factor | number | id | call | "(" sum ")"
    call    = "days" "(" date "," date ")" | ("low" | "high") "(" id ")"
    date    = id | a quoted day such as "1942-07-28"
    number  = digits [ "." digits ]

Ids of facts contain hyphens, so ``crossed-listed`` is one id: a minus between two
values has white space on both sides.  ``days(a, b)`` counts from ``a`` to ``b``
and is negative if ``b`` is the earlier.  ``low`` and ``high`` take a fact that is
a range, which enters a calculation in no other way: what half of "98,000 to
132,000" is meant, only the author knows.

Everything is a `fractions.Fraction`; nothing is rounded before `round_half_up`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final, Literal

from octavo.dates import Date, days_between, words
from octavo.dates import parse as parse_date

Value = Fraction | tuple[Fraction, Fraction] | Date
"""What a fact can hold: a number, a range (low, high) or a date."""

Operator = Literal["+", "-", "*", "/"]
End = Literal["low", "high"]

MAX_LENGTH: Final = 2000
"""The most characters of a calculation; with the next two, keeps recursion bounded."""
MAX_TOKENS: Final = 400
"""The most numbers, ids and signs of a calculation."""
MAX_DEPTH: Final = 40
"""The most parentheses and signs inside one another."""

_NBSP: Final = "\N{NO-BREAK SPACE}"
_SIGNS: Final[dict[Operator, str]] = {
    "+": "+",
    "-": "\N{MINUS SIGN}",
    "*": "\N{MULTIPLICATION SIGN}",
    "/": "\N{DIVISION SIGN}",
}
_STRENGTH: Final[dict[Operator, int]] = {"+": 1, "-": 1, "*": 2, "/": 2}
_TYPED: Final = {
    "\N{MINUS SIGN}": "-",
    "\N{EN DASH}": "-",
    "\N{MULTIPLICATION SIGN}": "*",
    "\N{DIVISION SIGN}": "/",
}
_TOKEN: Final = re.compile(
    r"""(?P<space>\s+)
      | (?P<number>\d+(?:\.\d+)?)
      | (?P<name>[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*)
      | (?P<quoted>"[^"]*"|'[^']*')
      | (?P<sign>[-+*/(),])""",
    re.VERBOSE | re.ASCII,
)


class ExpressionError(ValueError):
    """A calculation that cannot be read or worked out.

    ``column`` counts from 0 in the text of the calculation.  Whoever knows the
    file makes a finding of it.
    """

    def __init__(self, message: str, column: int) -> None:
        self.message = message
        self.column = column
        super().__init__(f"{message} (column {column})")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as typed: ``text`` keeps its places."""

    text: str
    column: int

    @property
    def value(self) -> Fraction:
        """The exact number."""
        return Fraction(self.text)


@dataclass(frozen=True, slots=True)
class Name:
    """The id of a fact."""

    id: str
    column: int


@dataclass(frozen=True, slots=True)
class Day:
    """A quoted date."""

    date: Date
    column: int


@dataclass(frozen=True, slots=True)
class Negation:
    """A value with its sign changed."""

    operand: Node
    column: int


@dataclass(frozen=True, slots=True)
class Operation:
    """Two values joined by an operator, which stands at ``column``."""

    operator: Operator
    left: Node
    right: Node
    column: int


@dataclass(frozen=True, slots=True)
class Days:
    """The days from one date to another."""

    first: Name | Day
    last: Name | Day
    column: int


@dataclass(frozen=True, slots=True)
class RangeEnd:
    """One end of a fact that is a range."""

    end: End
    of: Name
    column: int


Node = Number | Name | Negation | Operation | Days | RangeEnd


@dataclass(frozen=True, slots=True)
class Expression:
    """A calculation that has been read."""

    text: str
    root: Node

    @property
    def occurrences(self) -> tuple[Name, ...]:
        """Every mention of a fact, from left to right, with its column."""
        return tuple(sorted(_names_in(self.root), key=lambda name: name.column))

    @property
    def names(self) -> tuple[str, ...]:
        """The ids that it needs, each once, in order of appearance."""
        return tuple(dict.fromkeys(name.id for name in self.occurrences))


def _names_in(node: Node | Day) -> Iterator[Name]:
    match node:
        case Name():
            yield node
        case Negation(operand):
            yield from _names_in(operand)
        case Operation(_, left, right) | Days(left, right):
            yield from _names_in(left)
            yield from _names_in(right)
        case RangeEnd(_, of):
            yield of


# Reading


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    column: int
    spaced: bool

    def __str__(self) -> str:
        return f"'{self.text}'" if self.text else "the end"


def parse(text: str) -> Expression:
    """Read a calculation.

    Raises:
        ExpressionError: with the column of the first thing that does not fit.
    """
    if len(text) > MAX_LENGTH:
        raise ExpressionError(f"a calculation has at most {MAX_LENGTH} characters", MAX_LENGTH)
    return Expression(text, _Reader(text).read())


def _tokens(text: str) -> Iterator[_Token]:
    at, spaced = 0, True
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise ExpressionError(_stray(text[at]), at)
        kind = str(match.lastgroup)
        if kind != "space":
            yield _Token(kind, match[0], at, spaced)
        at, spaced = match.end(), kind == "space"
    yield _Token("end", "", at, spaced)


def _stray(character: str) -> str:
    if character in _TYPED:
        return f"write {_TYPED[character]} for '{character}'"
    if character in "{}":
        return "the id of a fact stands without braces"
    if character == ".":
        return "a decimal point has digits on both sides: write 0.5"
    if character in "\"'":
        return "a quoted date has a quotation mark at both ends"
    return f"'{character}' has no meaning in a calculation"


class _Reader:
    """Recursive descent over the tokens of one text."""

    def __init__(self, text: str) -> None:
        self._rest = list(_tokens(text))
        self._depth = 0
        if len(self._rest) > MAX_TOKENS:
            beyond = self._rest[MAX_TOKENS].column
            raise ExpressionError(f"a calculation has at most {MAX_TOKENS} parts", beyond)
        self._rest.reverse()

    def read(self) -> Node:
        root = self._sum()
        token = self._next
        if token.text == ",":
            raise ExpressionError("a number is written without commas", token.column)
        if token.kind != "end":
            raise ExpressionError(f"an operator is missing before {token}", token.column)
        return root

    @property
    def _next(self) -> _Token:
        return self._rest[-1]

    def _take(self) -> _Token:
        return self._rest.pop() if len(self._rest) > 1 else self._rest[0]

    def _expect(self, sign: str) -> None:
        token = self._next
        if token.text != sign:
            raise ExpressionError(f"expected '{sign}', found {token}", token.column)
        self._take()

    def _sum(self) -> Node:
        node = self._product()
        while self._next.text in {"+", "-"}:
            token = self._take()
            if token.text == "-" and not (token.spaced and self._next.spaced):
                message = "a minus has a space on both sides, for ids contain hyphens"
                raise ExpressionError(message, token.column)
            operator: Operator = "+" if token.text == "+" else "-"
            node = Operation(operator, node, self._product(), token.column)
        return node

    def _product(self) -> Node:
        node = self._factor()
        while self._next.text in {"*", "/"}:
            token = self._take()
            operator: Operator = "*" if token.text == "*" else "/"
            node = Operation(operator, node, self._factor(), token.column)
        return node

    def _factor(self) -> Node:
        token = self._take()
        if token.text in {"-", "("}:
            return self._nested(token)
        if token.kind == "number":
            return self._number(token)
        if token.kind == "name":
            return self._call(token) if self._next.text == "(" else Name(token.text, token.column)
        if token.kind == "quoted":
            message = "a date stands only in days(...)"
            raise ExpressionError(message, token.column)
        message = f"expected a number, the id of a fact or '(', found {token}"
        raise ExpressionError(message, token.column)

    def _nested(self, token: _Token) -> Node:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            message = f"at most {MAX_DEPTH} parentheses and signs stand inside one another"
            raise ExpressionError(message, token.column)
        node: Node
        if token.text == "-":
            node = Negation(self._factor(), token.column)
        else:
            node = self._sum()
            self._expect(")")
        self._depth -= 1
        return node

    def _number(self, token: _Token) -> Node:
        following = self._next
        if following.kind in {"name", "number"} and not following.spaced:
            raise ExpressionError("the id of a fact begins with a letter", token.column)
        return Number(token.text, token.column)

    def _call(self, token: _Token) -> Node:
        self._expect("(")
        node: Node
        match token.text:
            case "days":
                first = self._date()
                self._expect(",")
                node = Days(first, self._date(), token.column)
            case "low" | "high" as end:
                node = RangeEnd(end, self._name(), token.column)
            case _:
                message = f"there is no function {token}, only days, low and high"
                raise ExpressionError(message, token.column)
        self._expect(")")
        return node

    def _name(self) -> Name:
        token = self._take()
        if token.kind != "name":
            raise ExpressionError(f"expected the id of a fact, found {token}", token.column)
        return Name(token.text, token.column)

    def _date(self) -> Name | Day:
        if self._next.kind != "quoted":
            return self._name()
        token = self._take()
        try:
            return Day(parse_date(token.text[1:-1]), token.column)
        except ValueError as error:
            raise ExpressionError(str(error), token.column) from error


# Working out


def evaluate(
    expression: Expression,
    values: Mapping[str, Value],
    dates: Mapping[str, Date] = MappingProxyType({}),
) -> Fraction:
    """Work out a calculation exactly.

    ``days`` takes the date of a fact from ``dates``; one that is not there must have
    a date for its value.

    Raises:
        ExpressionError: at an unknown fact, a fact of the wrong kind (with what to
            write instead), a date that is no exact day, or a division by zero.
    """
    return _evaluate(expression.root, values, {**values, **dates})


def _evaluate(node: Node, values: Mapping[str, Value], dates: Mapping[str, Value]) -> Fraction:
    match node:
        case Number():
            return node.value
        case Name():
            return _number(node, values)
        case Negation(operand):
            return -_evaluate(operand, values, dates)
        case Operation(_, left, right):
            sides = (_evaluate(side, values, dates) for side in (left, right))
            return _operate(node, *sides)
        case Days(first, last):
            return _days(node, _date(first, dates), _date(last, dates))
        case RangeEnd(end, of):
            return _range(of, values)[end == "high"]


def _operate(node: Operation, left: Fraction, right: Fraction) -> Fraction:
    match node.operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/":
            if not right:
                raise ExpressionError("division by zero", node.column)
            return left / right


def _days(node: Days, first: Date, last: Date) -> Fraction:
    for part, date in ((node.first, first), (node.last, last)):
        try:
            days_between(date, date)
        except ValueError as error:
            raise ExpressionError(str(error), part.column) from error
    return Fraction(days_between(first, last))


def _lookup(name: Name, values: Mapping[str, Value]) -> Value:
    if name.id not in values:
        raise ExpressionError(f"unknown fact '{name.id}'", name.column)
    return values[name.id]


def _number(name: Name, values: Mapping[str, Value]) -> Fraction:
    value = _lookup(name, values)
    if isinstance(value, tuple):
        message = f"'{name.id}' is a range; write low({name.id}) or high({name.id})"
        raise ExpressionError(message, name.column)
    if isinstance(value, Date):
        message = f"'{name.id}' is a date; write days({name.id}, another-date)"
        raise ExpressionError(message, name.column)
    return value


def _range(name: Name, values: Mapping[str, Value]) -> tuple[Fraction, Fraction]:
    value = _lookup(name, values)
    if not isinstance(value, tuple):
        raise ExpressionError(f"'{name.id}' is not a range", name.column)
    return value


def _date(part: Name | Day, dates: Mapping[str, Value]) -> Date:
    if isinstance(part, Day):
        return part.date
    value = _lookup(part, dates)
    if not isinstance(value, Date):
        raise ExpressionError(f"'{part.id}' is not a date", part.column)
    return value


# Printing


def round_half_up(value: Fraction, places: int) -> Decimal:
    """Round to ``places`` decimals (below zero: to tens, hundreds), a half away from zero.

    It is what schools teach and what a reader who checks a figure will do; the
    half-to-even of Python and of banks would print 2.5 as 2 and look wrong.  The
    result is exact and keeps its places (``80.0``); there is no minus zero.
    """
    scale = Fraction(10) ** places
    units = int(abs(value) * scale + Fraction(1, 2))
    if value < 0:
        units = -units
    if places <= 0:
        return Decimal(int(units / scale))
    digits = tuple(int(digit) for digit in str(abs(units)))
    return Decimal((int(units < 0), digits, -places))


def render(expression: Expression, names: Callable[[str], str]) -> str:
    """Return the calculation for readers: ``100 × 25,878 ÷ 657,364``.

    ``names`` gives what to print for the id of a fact, its value or its label.  No
    line can begin with an operator.  Parentheses are kept where they are needed.
    """
    return _render(expression.root, names)


def _render(node: Node | Day, names: Callable[[str], str]) -> str:
    match node:
        case Number(text):
            return _grouped(text)
        case Day(date):
            return words(date)
        case Name(name):
            return names(name)
        case Negation(operand):
            return _SIGNS["-"] + _enclosed(operand, names, 3)
        case Operation():
            return _render_operation(node, names)
        case _:
            return _render_call(node, names)


def _render_operation(node: Operation, names: Callable[[str], str]) -> str:
    strength = _STRENGTH[node.operator]
    left = _enclosed(node.left, names, strength)
    right = _enclosed(node.right, names, strength + 1)
    return f"{left}{_NBSP}{_SIGNS[node.operator]} {right}"


def _render_call(node: Days | RangeEnd, names: Callable[[str], str]) -> str:
    if isinstance(node, RangeEnd):
        return f"{node.end} end of {names(node.of.id)}"
    return f"days from {_render(node.first, names)} to {_render(node.last, names)}"


def _enclosed(node: Node, names: Callable[[str], str], least: int) -> str:
    """Render an operand, in parentheses if it binds less than ``least``."""
    rendered = _render(node, names)
    match node:
        case Operation(operator):
            loose = _STRENGTH[operator] < least
        case Negation():
            loose = least > 1
        case Days() | RangeEnd():
            loose = True
        case _:
            loose = False
    return f"({rendered})" if loose else rendered


def _grouped(text: str) -> str:
    whole, point, places = text.partition(".")
    return f"{int(whole):,}{point}{places}"
