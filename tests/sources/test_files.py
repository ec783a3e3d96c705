"""What is wrong with the bytes of a file is said with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from octavo.errors import Findings, Location
from octavo.sources.files import Files


@pytest.mark.parametrize(
    ("data", "column", "byte"),
    [
        (b"abc\xffd", 4, "FF"),
        (b"\xef\xbb\xbfabc\xffd", 4, "FF"),
        ("\ufeffa€1".encode() + b"\xff", 4, "FF"),  # cut three bytes early, the € is in pieces
    ],
)
def test_a_byte_that_is_no_utf8_is_found_behind_a_byte_order_mark_too(
    data: bytes, column: int, byte: str, tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_bytes(data)
    findings = Findings()

    assert Files(tmp_path, findings).text("a.md", Location("book.yaml")) is None

    (finding,) = findings
    assert finding.location == Location("a.md", 1, column)
    assert finding.message == f"not UTF-8: byte 0x{byte}"
