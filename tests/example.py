"""The example book of `octavo init`, with more editions and targets of more formats added."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

EDITIONS = """\
  slides: {extends: student, answers: all}
  large-print: {extends: student, style: readable large-print, drawings: half, book-pages: true}
  teacher: {extends: student, audience: teacher, answers: all, page-locked-to: student}
"""
TARGETS = """\
  teacher.pdf: {edition: teacher, format: pdf}
  teacher.epub: {edition: teacher, format: epub}
  large-print.pdf: {edition: large-print, format: pdf}
  press.pdf: {edition: student, format: press}
  handout.pdf: {edition: student, format: handout, of: [bridge], paper: a4}
  slides.pdf: {edition: slides, format: slides, of: [bridge]}
  booklet.pdf: {edition: student, format: booklet, of: [bridge], paper: a4}
  metadata/onix.xml: {edition: student, format: onix}
  metadata/marc.xml: {edition: student, format: marc}
  metadata/work.jsonld: {edition: student, format: jsonld}
"""
IDENTIFIERS = """\
  teacher.epub: urn:uuid:5f3c1e64-93d5-4a0c-8f0b-6d6d2f1b7a03
  large-print.pdf: urn:uuid:5f3c1e64-93d5-4a0c-8f0b-6d6d2f1b7a04
  press.pdf: urn:isbn:978-0-306-40615-7
edition: {number: 1}
imprint:
  contact: By a letter to the bridge.
  omitted: {responsible: It is not sold., credits: There are none.}
"""


def build(folder: Path) -> None:
    """Write the work into a folder and build it."""
    _octavo("init", str(folder))
    manifest = folder / "book.yaml"
    text = manifest.read_text(encoding="utf-8")
    for head, more in (
        ("contents:", IDENTIFIERS),
        ("targets:", EDITIONS),
    ):
        assert text.count(f"\n\n{head}") == 1
        text = text.replace(f"\n\n{head}", f"\n{more}\n{head}")
    manifest.write_text(text + TARGETS, encoding="utf-8")
    _octavo("-C", str(folder), "build", "-j2")


def _octavo(*arguments: str) -> None:
    command = [sys.executable, "-m", "octavo", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
