"""The fence that opens a div → a component: its name, its place and its attributes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from octavo.errors import Location, did_you_mean
from octavo.model import AttributeValue, Component
from octavo.sources.components import (
    AUDIENCES,
    COMMON,
    COMPONENTS,
    GROUP,
    Attribute,
    ComponentRule,
)
from octavo.sources.markdown import attributes, smart
from octavo.sources.markdown.attributes import AttributeList, AttributesError
from octavo.sources.markdown.places import right
from octavo.sources.markdown.reading import Reading

_UNREADABLE = "?"


def component(
    node: SyntaxTreeNode, location: Location, inside: str, reading: Reading
) -> tuple[Component, str]:
    """Return a div's component, still empty, and what the blocks in it stand inside.

    ``inside`` is the name of the component around it, "" at the top.
    """
    braces = right(location, node.meta["offset"])
    try:
        listed = _attribute_list(node.meta["source"])
    except AttributesError as fault:
        place = right(braces, fault.at)
        reading.findings.error(
            place,
            "attributes",
            "attributes that cannot be read",
            "write ::: {.component #id key=value}; a value with spaces stands in quotes",
        )
        # What stands inside is judged as in a div of no known name.
        return Component(name=GROUP, blocks=(), location=place), _UNREADABLE
    return _Fence(listed, location, braces, reading).component(inside)


@dataclass(frozen=True, slots=True)
class _Fence:
    """What a fence says; ``braces`` is the place of its attributes."""

    listed: AttributeList
    location: Location
    braces: Location
    reading: Reading

    def component(self, inside: str) -> tuple[Component, str]:
        name = self._name()
        rule = COMPONENTS.get(name, ComponentRule())
        if rule.inside and rule.inside != inside and inside in ("", *COMPONENTS):
            self._error(
                "component-place",
                f"'{name}' stands outside a {rule.inside}",
                f"move it into the {rule.inside} that it belongs to",
            )
        if rule.id_required and not self.listed.id:
            self._error("id-missing", f"a {name} needs an id", f"write {{.{name} #id …}}")
        audience = self.listed.values.get("audience", "")
        if audience and audience not in AUDIENCES:
            self._not_among("audience", AUDIENCES)
        opened = Component(
            name=name,
            id=self.listed.id,
            attributes=self._attributes(name, rule),
            audience=audience,
            blocks=(),
            location=self.location,
        )
        return opened, inside if name == GROUP else name

    def _name(self) -> str:
        if not self.listed.classes:
            if not self.listed.values.keys() & {"audience", *COMMON}:
                self._error("component-unknown", "a div without a name", "write {.component …}")
            return GROUP
        name, *extra = self.listed.classes
        if name not in COMPONENTS:
            self._error(
                "component-unknown",
                f"unknown component '{name}'",
                did_you_mean(name, COMPONENTS) or f"the components are {', '.join(COMPONENTS)}",
            )
        for other in extra:
            self._error("component-unknown", f"a second component name, '{other}'", "keep one")
        return name

    def _attributes(self, name: str, rule: ComponentRule) -> dict[str, AttributeValue]:
        typed: dict[str, AttributeValue] = {}
        for key in self.listed.values:
            if attribute := rule.attributes.get(key) or COMMON.get(key):
                value = self._value(key, attribute)
                if value is not None:
                    typed[key] = value
            elif key != "audience" and (name in COMPONENTS or name == GROUP):
                known = (*rule.attributes, *COMMON, "audience")
                what = "a div without a name" if name == GROUP else f"'{name}'"
                self.reading.refusals.attribute(self._place(key), what, key, known)
        for key, attribute in rule.attributes.items():
            if attribute.required and key not in self.listed.values:
                self.reading.findings.error(
                    self.braces,
                    "attribute-missing",
                    f"'{name}' needs the attribute '{key}'",
                    f"one of {', '.join(attribute.words)}"
                    if attribute.words
                    else f"write {key}=… in the braces",
                )
        return typed

    def _value(self, key: str, attribute: Attribute) -> AttributeValue | None:
        value = self.listed.values[key]
        if attribute.words and value not in attribute.words:
            self._not_among(key, attribute.words)
            return None
        if attribute.form == "text":
            value = smart.plain(value, self.reading.lang)
        try:
            return attribute.read(value)
        except ValueError as fault:
            message, _, hint = str(fault).partition("; ")
            self.reading.findings.error(self._place(key), "value", f"{key}: {message}", hint)
            return None

    def _not_among(self, key: str, words: Sequence[str]) -> None:
        value = self.listed.values[key]
        self.reading.findings.error(
            self._place(key),
            "value",
            f"'{value}' is not a value of '{key}'",
            did_you_mean(value, words) or f"one of {', '.join(words)}",
        )

    def _error(self, code: str, message: str, hint: str) -> None:
        self.reading.findings.error(self.location, code, message, hint)

    def _place(self, key: str) -> Location:
        return right(self.braces, self.listed.offsets[key])


def _attribute_list(source: str) -> AttributeList:
    if not source.startswith("{"):
        return AttributeList(classes=(source,))
    listed, end = attributes.read(source)
    if end != len(source):
        raise AttributesError(end)
    return listed
