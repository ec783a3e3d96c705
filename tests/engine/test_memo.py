"""The memo: a step is done once for the same values, the same reads and the same tools."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from octavo.engine.graph import Edge, Graph
from octavo.engine.keys import Keys
from octavo.engine.memo import StoreMemo
from octavo.engine.store import Store
from octavo.errors import Location
from octavo.fingerprint import fingerprint
from octavo.memo import Read, Traced
from tests import build

VERSIONS = {"octavo": "1", "Python": "3.11", "PyYAML": "6.0.3", "Jinja2": "3.1.6"}
WORDS = build.para("Some words")


class Kitchen:
    """Runs each memo on a store of its own, and counts what is made."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.made: list[str] = []

    def memo(self, **versions: str) -> StoreMemo:
        """Return a memo of a build to come."""
        return StoreMemo(Store(self._root), Graph(), Keys({**VERSIONS, **versions}))

    def recall(self, values: object, memo: StoreMemo | None = None, name: str = "a") -> object:
        """Take a step that gives what it is given."""

        def make() -> object:
            self.made.append(name)
            return values

        return (memo or self.memo()).recall("parse", name, values, make)


@pytest.fixture
def kitchen(tmp_path: Path) -> Kitchen:
    return Kitchen(tmp_path)


def edges(memo: StoreMemo) -> tuple[Edge, ...]:
    return tuple(memo.graph)


def test_a_step_is_done_once(kitchen: Kitchen) -> None:
    assert [kitchen.recall(WORDS) for _ in range(3)] == [WORDS] * 3
    assert kitchen.made == ["a"]


def test_other_values_are_another_step(kitchen: Kitchen) -> None:
    kitchen.recall(WORDS)
    assert kitchen.recall("others") == "others"
    assert kitchen.made == ["a", "a"]


def test_moved_values_are_the_same_step(kitchen: Kitchen) -> None:
    """No key has a place in it: a line added above changes nothing."""
    kitchen.recall(WORDS)
    kitchen.recall(replace(WORDS, location=Location("b.md", 7, 1)))
    assert kitchen.made == ["a"]


def test_another_name_is_another_step(kitchen: Kitchen) -> None:
    kitchen.recall(WORDS)
    kitchen.recall(WORDS, name="b")
    assert kitchen.made == ["a", "b"]


@pytest.mark.parametrize(
    ("versions", "again"),
    [({"octavo": "2"}, True), ({"PyYAML": "7"}, True), ({"Jinja2": "4"}, False)],
    ids=["octavo", "its-tool", "a-tool-of-others"],
)
def test_a_key_has_the_tools_that_do_the_work(
    kitchen: Kitchen, versions: Mapping[str, str], *, again: bool
) -> None:
    kitchen.recall(WORDS)
    kitchen.recall(WORDS, kitchen.memo(**versions))
    assert len(kitchen.made) == 1 + again


def test_a_rule_without_a_row_depends_on_every_tool() -> None:
    keys = [Keys({**VERSIONS, "Jinja2": v}).key("brew", "a", "x") for v in ("3", "4")]
    assert keys[0] != keys[1]


def test_steps_are_edges(kitchen: Kitchen) -> None:
    first, second = kitchen.memo(), kitchen.memo().toward("build/a.pdf")
    kitchen.recall(WORDS, first)
    kitchen.recall(WORDS, second)
    (done,), (recalled,) = edges(first), edges(second)
    assert (done.rule, done.name, done.purpose, done.recalled) == ("parse", "a", "the work", False)
    assert [node.content for node in done.explicit] == [fingerprint(WORDS)]
    assert [(n.name, n.content) for n in done.implicit] == [
        ("octavo", "1"),
        ("Python", "3.11"),
        ("PyYAML", "6.0.3"),
    ]
    assert replace(done, recalled=True, seconds=0.0, purpose="build/a.pdf") == recalled


def test_an_output_that_did_not_change_stops_the_change(kitchen: Kitchen) -> None:
    """The second step takes what the first one gave, not what it was given."""
    made: list[str] = []

    def boil(memo: StoreMemo, source: str) -> str:
        plain = memo.recall("parse", "a", source, source.strip)

        def mark_up() -> str:
            made.append(plain)
            return f"<p>{plain}</p>"

        return memo.recall("set", "a", plain, mark_up)

    memos = [kitchen.memo() for _ in range(2)]
    assert boil(memos[0], "words ") == boil(memos[1], "words")
    assert made == ["words"]
    assert [edge.recalled for edge in edges(memos[1])] == [False, True]
    assert edges(memos[0])[0].output == edges(memos[1])[0].output


def test_a_fault_is_not_kept(kitchen: Kitchen) -> None:
    def fail() -> str:
        raise ValueError("burnt")

    with pytest.raises(ValueError, match="burnt"):
        kitchen.memo().recall("parse", "a", WORDS, fail)
    assert kitchen.recall(WORDS) == WORDS


# -- traced steps ----------------------------------------------------------------


class Shelf:
    """Looks things up in a table that changes, and says what it read."""

    def __init__(self, kitchen: Kitchen, **table: str) -> None:
        self._kitchen = kitchen
        self.table = table
        self.made = 0

    def now(self, table: str, key: str) -> str:
        """Return the fingerprint of what stands in the table."""
        assert table == "terms"
        return fingerprint(self.table[key])

    def set(self, *keys: str) -> str:
        """Join what stands under some keys; the first also says whether to look at the rest."""

        def make() -> Traced[str]:
            self.made += 1
            used = keys if self.table[keys[0]] != "alone" else keys[:1]
            reads = tuple(Read("terms", key, self.now("terms", key)) for key in used)
            return Traced(" ".join(self.table[key] for key in used), reads)

        return self._kitchen.memo().trace("set", "a", keys, make, self.now)


def test_a_traced_step_holds_as_long_as_what_it_read(kitchen: Kitchen) -> None:
    shelf = Shelf(kitchen, mill="Mühle", hopper="Trichter", wheel="Rad")
    assert [shelf.set("mill", "wheel") for _ in range(2)] == ["Mühle Rad"] * 2
    shelf.table["hopper"] = "Rumpf"
    assert shelf.set("mill", "wheel") == "Mühle Rad"
    assert shelf.made == 1
    shelf.table["wheel"] = "Wasserrad"
    assert shelf.set("mill", "wheel") == "Mühle Wasserrad"
    assert shelf.made == 2


def test_changed_back_it_holds_again(kitchen: Kitchen) -> None:
    shelf = Shelf(kitchen, mill="Mühle", wheel="Rad")
    for said in ("Mühle", "alone", "Mühle", "alone"):
        shelf.table["mill"] = said
        assert shelf.set("mill", "wheel") == ("alone" if said == "alone" else "Mühle Rad")
    assert shelf.made == 2


def test_what_was_read_and_is_gone_is_a_change(kitchen: Kitchen) -> None:
    shelf = Shelf(kitchen, mill="Mühle", wheel="Rad")
    shelf.set("mill", "wheel")
    del shelf.table["wheel"]
    shelf.table["mill"] = "alone"
    assert shelf.set("mill", "wheel") == "alone"


def test_what_a_step_read_stands_in_its_edge(kitchen: Kitchen) -> None:
    memo = kitchen.memo()
    make: Callable[[], Traced[str]] = lambda: Traced("x", (Read("terms", "mill", "0f"),))  # noqa: E731
    memo.trace("set", "a", (), make, lambda _table, _key: "0f")
    (edge,) = edges(memo)
    assert [(node.name, node.content) for node in edge.implicit][-1] == ("terms: mill", "0f")
