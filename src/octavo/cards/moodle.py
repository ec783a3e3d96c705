"""A bank of questions as Moodle XML (docs.moodle.org, "Moodle XML format").

Multiple-choice questions are marked by Moodle, the others are essays: the answer is shown to the
student afterwards, and to the teacher who marks.  Each chapter is a category.  Options keep their
order and their numbers, for answers speak of "option 2".
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import Final

from lxml import etree

from octavo.model import Bank, Item, Section

_HTML: Final = {"format": "html"}
_CHOICE: Final = {
    "single": "true",
    "shuffleanswers": "false",
    "answernumbering": "123",
    "showstandardinstruction": "0",
}
_ESSAY: Final = {
    "responseformat": "editor",
    "responserequired": "1",
    "responsefieldlines": "10",
    "attachments": "0",
    "attachmentsrequired": "0",
}
#: What a wrong guess costs when a question may be tried again.
_PENALTY: Final = "0.3333333"


def quiz(bank: Bank) -> bytes:
    """Return the file."""
    root = etree.Element("quiz")
    for category, items in grouped(bank):
        question = etree.SubElement(root, "question", type="category")
        _text(etree.SubElement(question, "category"), category)
        for item in items:
            root.append(_question(item, bank.book.work))
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def grouped(bank: Bank) -> Iterator[tuple[str, Iterator[Item]]]:
    """Yield the path of each category with its questions: the book, and in it the chapter.

    A stroke in a title is doubled, for a single one begins a category inside.
    """
    sections = {section.id: section for section in bank.book.sections}
    for name, items in groupby(bank.items, lambda item: item.section):
        parts = [bank.book.title, _name(sections[name])]
        yield "/".join(("$course$", "top", *(part.replace("/", "//") for part in parts))), items


def _name(section: Section) -> str:
    # Two digits, for Moodle sorts names letter by letter.
    return f"{section.number.zfill(2) if section.number else ''} {section.title}".lstrip()


def explanation(item: Item) -> str:
    """Return what is shown once a question is answered: the answer, and its place in the book."""
    return f"{item.answer}<p><cite>{escape(item.place)}</cite></p>"


def _question(item: Item, work: str) -> etree._Element:
    question = etree.Element("question", type="multichoice" if item.options else "essay")
    _text(etree.SubElement(question, "name"), item.name)
    _html(question, "questiontext", item.text)
    _html(question, "generalfeedback", explanation(item))
    _leaf(question, "defaultgrade", str(item.marks))
    _leaf(question, "penalty", _PENALTY if item.options else "0")
    _leaf(question, "hidden", "0")
    _leaf(question, "idnumber", f"{work}:{item.key}")
    for name, value in (_CHOICE if item.options else _ESSAY).items():
        _leaf(question, name, value)
    for number, option in enumerate(item.options, item.first):
        fraction = "100" if number == item.right else "0"
        answer = _html(question, "answer", option, fraction=fraction)
        _html(answer, "feedback", "")
    if not item.options:
        _html(question, "graderinfo", item.answer)
        _html(question, "responsetemplate", "")
    tags = etree.SubElement(question, "tags")
    for tag in item.tags:
        _text(etree.SubElement(tags, "tag"), tag)
    return question


def _leaf(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, name).text = text


def _text(parent: etree._Element, text: str) -> None:
    _leaf(parent, "text", text)


def _html(parent: etree._Element, name: str, html: str, **attributes: str) -> etree._Element:
    """Add an element with HTML in it, unread: Moodle reads that later."""
    element = etree.SubElement(parent, name, {**attributes, **_HTML})
    text = etree.SubElement(element, "text")
    text.text = etree.CDATA(html) if html else ""
    return element
