"""What is read on pictures, by Tesseract."""

from __future__ import annotations

from pathlib import Path

from tests.judges import missing


def read_back(picture: Path) -> str:
    """Return what Tesseract reads on the picture of a page in English."""
    tesseract = missing.program("tesseract", "tesseract")
    return missing.run(tesseract, str(missing.existing(picture)), "-", "-l", "eng").stdout
