"""The printer's profile: an ICC file of the work is read and looked into.

The header of a profile is that of ICC.1:2010, 7.2: its class stands at byte 12, its colour space at
16, the signature of all profiles at 36.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from octavo.model import Press
from octavo.sources.files import Files

_HEADER: Final = 128


def with_profile(press: Press, files: Files) -> Press:
    """Return what the printer asked for with the content of its profile, if it names one."""
    data = files.data(press.profile, press.location) if press.profile else None
    if data is None:
        return press
    if len(data) <= _HEADER or data[36:40] != b"acsp":
        fault = "is no ICC profile"
    elif (data[12:16], data[16:20]) != (b"prtr", b"CMYK"):
        what = f"{data[12:16].decode('latin-1')}, {data[16:20].decode('latin-1').strip()}"
        fault = f"is an ICC profile of another kind ({what})"
    else:
        return replace(press, data=data)
    files.findings.error(
        press.location,
        "press-profile",
        f"'{press.profile}' {fault}",
        "a printing condition is described by an output profile (prtr) for CMYK; ask the printer "
        "for its file",
    )
    return press
