"""The only way from WeasyPrint to a file: the resources of the job, under a host of their own.

Nothing is read from disk or from the network.  The host is a reserved name (RFC 2606) that no
resolver answers, so what goes past this fetcher goes nowhere; and a name that is the same
everywhere keeps directories out of the PDF's bytes.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

BASE_URL = "https://book.invalid/"

_SHOWN = 80

_TYPES = mimetypes.MimeTypes()


class ResourceFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Serves ``https://book.invalid/<name>`` from a mapping; anything else ends the layout.

    ``refused`` says what else was asked for: WeasyPrint's drawing of an SVG lets no error out.
    """

    def __init__(self, resources: Mapping[str, bytes]) -> None:
        # No protocol is left to the base class, should it ever be asked.
        super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
        self._resources = resources
        self.refused: list[str] = []

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Return a resource.

        Raises:
            FatalURLFetchingError: it is not one of the job's; WeasyPrint stops, where for any
                other error it would go on without.
        """
        del headers
        parts = urlsplit(url)
        if f"{parts.scheme}://{parts.netloc}/" != BASE_URL or parts.query:
            shown = url if len(url) <= _SHOWN else f"{url[:_SHOWN]}…"
            raise self._refusal(f"a reference that leaves the book: {shown}")
        name = unquote(parts.path[1:])
        if name not in self._resources:
            raise self._refusal(f"no such resource: {name}")
        kind = _TYPES.guess_type(name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, self._resources[name], {"Content-Type": kind})

    def _refusal(self, reason: str) -> FatalURLFetchingError:
        self.refused.append(reason)
        return FatalURLFetchingError(reason)
