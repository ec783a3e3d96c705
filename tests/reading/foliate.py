"""foliate-js in Chromium: opens an EPUB and does what a reader would.

Takes the path of an EPUB, and how the reader has set the reading system (`Settings`); gives a
`Reader`.  No server and no network: every address that the browser asks for is answered here, with
a file of foliate-js, of this folder, or the book, and all else is refused and noted.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Route, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from tests.judges import missing

HERE = Path(__file__).parent
ORIGIN = "http://reader.invalid"
_OF_THE_ENGINE = "allow-scripts and allow-same-origin"
"""Chromium's warning about the frame that foliate-js puts a document into, whatever is in it."""

DARK = ":root { color-scheme: dark; background: #111; color: #e8e8e8 }"
"""What a reading system puts over a book at night, when it does no more than it must."""


_MEASURE = (HERE / "measure.js").read_text(encoding="utf-8").partition("\n(doc)")[2]
_MEASURE = f"(doc){_MEASURE}"


@dataclass(frozen=True, slots=True)
class Settings:
    """How somebody reads: the window, the size of text, by day or at night."""

    width: int = 1200
    height: int = 1000
    text: int = 100
    scheme: Literal["light", "dark"] = "light"
    flow: Literal["paginated", "scrolled"] = "paginated"

    @property
    def styles(self) -> str:
        """Return the style sheet that the reading system adds."""
        return f"html {{ font-size: {self.text}% }} {DARK if self.scheme == 'dark' else ''}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a table of contents or of a list of pages."""

    label: str
    href: str
    depth: int


@dataclass(frozen=True, slots=True)
class Place:
    """What is in view: the document, from which of its characters to which, and the text.

    `contents` and `page` are what the engine itself says of where that is.
    """

    section: str
    start: int
    end: int
    text: str
    contents: str
    page: str


@dataclass(frozen=True, slots=True)
class Look:
    """How the text of a document is shown: how many runs of it, and the words of those at fault."""

    runs: int
    lost: list[str]
    outside: list[str]
    faint: list[str]


@dataclass(frozen=True, slots=True)
class Popup:
    """What opened over the page."""

    type: str
    href: str
    text: str


@dataclass
class Reader:
    """A book that is open."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def contents(self) -> list[Entry]:
        """Return the table of contents, flat."""
        return [Entry(**each) for each in self._ask("contents")]

    def pages(self) -> list[Entry]:
        """Return the list of pages."""
        return [Entry(**each) for each in self._ask("pages")]

    def sections(self) -> list[str]:
        """Return the documents that pages are turned through, in order."""
        return [each["id"] for each in self._ask("sections") if each["linear"] != "no"]

    def where(self) -> Place:
        """Return what is in view."""
        return Place(**self._ask("where"))

    def places(self) -> Iterator[Place]:
        """Turn the pages from here to the end, and give what is in view each time."""
        yield self.where()
        while not self._ask("atEnd"):
            self._ask("next")
            yield self.where()

    def go_to(self, href: str) -> Place:
        """Follow an entry of the contents or of the list of pages."""
        self._ask("goTo", href)
        return self.where()

    def text(self) -> str:
        """Return the whole text of the document in view."""
        return str(self._ask("text"))

    def text_at(self, anchor: str, length: int = 80) -> str | None:
        """Return the text that follows an anchor, or None if its first word is not in view."""
        found: str | None = self._ask("textAt", anchor, length)
        return found

    def find(self, selector: str) -> list[dict[str, Any]]:
        """Return the elements of the document in view: index, id, words, href."""
        found: list[dict[str, Any]] = self._ask("find", selector)
        return found

    def click(self, selector: str, index: int = 0) -> Popup | None:
        """Click on an element; return what popped up, or None if the page was turned to."""
        said = self._ask("click", selector, index)["popup"]
        return Popup(said["type"] or "", said["href"], said["text"]) if said else None

    def sees(self, selector: str, index: int = 0) -> bool:
        """Return whether an element of the document is in view."""
        return bool(self._ask("seen", selector, index))

    def look(self) -> Look:
        """Return how the text of the document in view is shown."""
        return Look(**self.page.evaluate(f"() => ({_MEASURE})(window.reader.document())"))

    def _ask(self, what: str, *arguments: str | int) -> Any:
        return self.page.evaluate(
            "([what, ...said]) => window.reader[what](...said)", [what, *arguments]
        )


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the system's Chromium."""
    path = missing.program("chromium", "chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(browser: Browser, book: Path, settings: Settings) -> Iterator[Reader]:
    """Open a book at its cover."""
    with answering(browser, book, settings, "reader") as reader:
        said = ["/book.epub", settings.styles, settings.flow]
        reader.page.evaluate("([url, styles, flow]) => window.reader.open(url, styles, flow)", said)
        yield reader


@contextmanager
def answering(browser: Browser, book: Path, settings: Settings, name: str) -> Iterator[Reader]:
    """Start the reading system of a page of this folder, which can ask for a book."""
    context = browser.new_context(
        viewport={"width": settings.width, "height": settings.height}, color_scheme=settings.scheme
    )
    try:
        page = context.new_page()
        reader = Reader(page)
        _listen(page, reader.complaints)
        folders = (HERE, missing.fetched("node_modules"))
        context.route("**/*", lambda route: _answer(route, book, folders, reader.complaints))
        page.goto(f"{ORIGIN}/{name}.html")
        try:
            page.wait_for_selector("body[data-ready]", state="attached")
        except PlaywrightError as error:
            raise RuntimeError(f"the reading system does not start: {reader.complaints}") from error
        yield reader
    finally:
        context.close()


def _listen(page: Page, complaints: list[str]) -> None:
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda said: (
            complaints.append(said.text)
            if said.type in {"error", "warning"} and _OF_THE_ENGINE not in said.text
            else None
        ),
    )


def _answer(route: Route, book: Path, folders: Sequence[Path], complaints: list[str]) -> None:
    url = urlsplit(route.request.url)
    if url.scheme in {"blob", "data"}:
        route.continue_()
        return
    name = url.path.removeprefix("/")
    files = [book] if name == "book.epub" else [folder / name for folder in folders]
    found = next((file for file in files if file.is_file()), None)
    if f"{url.scheme}://{url.netloc}" != ORIGIN or found is None:
        complaints.append(f"asked for {route.request.url}")
        route.abort()
        return
    kind = mimetypes.guess_type(found.name)[0] or "application/octet-stream"
    route.fulfill(body=found.read_bytes(), content_type=kind)
