"""Keys: what a step takes, and what does its work, in; a short name for its output out.

The key of a step is the digest of its rule, its name, the fingerprint of its values, and the
versions of all that does the work: octavo's own code, and the tools in the row of its rule.  There
is never a whole work file in it, and never a place in one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from octavo.engine.graph import Node
from octavo.engine.versions import OCTAVO, TOOLS_OF


@dataclass(frozen=True, slots=True)
class Keys:
    """Makes keys; ``versions`` are those of everything that may do work, by its name."""

    versions: Mapping[str, str]

    def workers(self, rule: str) -> tuple[Node, ...]:
        """Return what does the work of a rule; for one without a row, every tool there is."""
        names = TOOLS_OF.get(rule, tuple(self.versions))
        found = {OCTAVO: self.versions.get(OCTAVO, "")}
        found |= {name: self.versions[name] for name in names if name in self.versions}
        return tuple(Node(name, version) for name, version in found.items())

    def key(self, rule: str, name: str, values: str, more: Iterable[Node] = ()) -> str:
        """Return the key of a step that takes values of this fingerprint.

        ``more`` is what a traced step has looked up.
        """
        parts = [(node.name, node.content) for node in (*self.workers(rule), *more)]
        text = json.dumps([rule, name, values, parts], ensure_ascii=False)
        return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
