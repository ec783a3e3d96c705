"""The writer: objects in, the bytes of a PDF 1.7 file out (ISO 32000-1, 7.5).

Small on purpose: it knows nothing of what the objects are.  Dictionaries go into object streams
(7.5.7) and are found by a cross-reference stream (7.5.8), which makes a tagged book a third of
the size.  Numbers may be reserved before their object is known; when the file is finished none may
be missing, since qpdf takes a file with gaps for a damaged one.

Most of the time goes into compressing, which zlib does without Python's lock: streams are handed to
threads as they come, and written in that order when the file is finished.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from io import BytesIO
from itertools import accumulate
from struct import pack

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_FREE, _PLAIN, _PACKED = 0, 1, 2
_IN_A_STREAM = 1000
"""Dictionaries that share an object stream, at most: a viewer unpacks it to read one."""

LEVEL = 6
"""How hard streams are compressed: 9 takes three times as long and wins 1 per cent."""


class Writer:
    """Takes objects as they come, and writes them when there are no more."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(os.cpu_count())
        self._streams: list[tuple[int, bytes, bytes | Future[bytes]]] = []
        self._file = BytesIO()
        self._file.write(_HEADER)
        self._rows: list[tuple[int, int, int] | None] = [(_FREE, 0, 0xFFFF)]
        self._waiting: list[tuple[int, bytes]] = []

    def reserve(self, count: int = 1) -> int:
        """Return the first of so many numbers for objects that will be written later."""
        first = len(self._rows)
        self._rows += [None] * count
        return first

    def add(self, body: bytes, at: int = 0) -> int:
        """Take an object that is no stream; return its number."""
        at = at or self.reserve()
        self.add_all([body], at)
        return at

    def add_all(self, bodies: Sequence[bytes], first: int) -> None:
        """Take objects that are no streams at consecutive numbers."""
        self._waiting += enumerate(bodies, first)
        while len(self._waiting) >= _IN_A_STREAM:
            self._pack(self._waiting[:_IN_A_STREAM])
            del self._waiting[:_IN_A_STREAM]

    def stream(self, entries: bytes, data: bytes, at: int = 0) -> int:
        """Take a stream, of whose dictionary the length is left open; return its number."""
        at = at or self.reserve()
        self._streams.append((at, entries, data))
        return at

    def compressed(self, entries: bytes, data: bytes, at: int = 0) -> int:
        """Take a stream that is to be compressed; ``entries`` say nothing of that."""
        at = at or self.reserve()
        shorter = self._threads.submit(zlib.compress, data, LEVEL)
        self._streams.append((at, b"%s/Filter/FlateDecode" % entries, shorter))
        return at

    def finish(self, root: int, info: int, identifier: str) -> bytes:
        """Return the file; its second identifier is a digest of its content (14.4).

        Raises:
            ValueError: a number was reserved and no object written.
        """
        if self._waiting:
            self._pack(self._waiting)
        for stream in self._streams:
            self._write(*stream)
        self._threads.shutdown()
        table = self.reserve()
        start = self._file.tell()
        self._rows[table] = (_PLAIN, start, 0)
        if None in self._rows:
            raise ValueError(f"object {self._rows.index(None)} was never written")
        rows = b"".join(pack(">BIH", *row) for row in self._rows if row)
        first = hashlib.sha256(identifier.encode()).hexdigest()[:32].encode()
        second = hashlib.sha256(self._file.getbuffer()).hexdigest()[:32].encode()
        entries = b"<</Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]"
        self._write(
            table,
            entries % (len(self._rows), root, info, first, second) + b"/Filter/FlateDecode",
            zlib.compress(rows),
        )
        self._file.write(b"startxref\n%d\n%%%%EOF\n" % start)
        return self._file.getvalue()

    def _write(self, at: int, entries: bytes, data: bytes | Future[bytes]) -> None:
        found = data.result() if isinstance(data, Future) else data
        self._rows[at] = (_PLAIN, self._file.tell(), 0)
        self._file.write(b"%d 0 obj\n%s/Length %d>>\nstream\n" % (at, entries, len(found)))
        self._file.write(found)
        # After data that ends in a carriage return, a line feed alone would be taken for its half.
        self._file.write(b"\r\nendstream\nendobj\n")

    def _pack(self, objects: Iterable[tuple[int, bytes]]) -> None:
        """Put objects into one object stream."""
        numbers, bodies = zip(*objects, strict=True)
        offsets = accumulate((len(body) + 1 for body in bodies), initial=0)
        index = b" ".join(b"%d %d" % pair for pair in zip(numbers, offsets, strict=False)) + b"\n"
        at = self.compressed(
            b"<</Type/ObjStm/N %d/First %d" % (len(bodies), len(index)),
            index + b"\n".join(bodies),
        )
        for place, number in enumerate(numbers):
            self._rows[number] = (_PACKED, at, place)
