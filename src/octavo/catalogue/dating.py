"""The day of an edition, for records that know no other form of a date."""

from __future__ import annotations

from octavo.errors import BuildError
from octavo.model import Metadata


def issued(metadata: Metadata) -> str:
    """Return the first day of the edition's date, as YYYY-MM-DD.

    Raises:
        BuildError: its date has no first day.
    """
    try:
        return metadata.date.first_day.isoformat()
    except ValueError as fault:
        raise BuildError(f"the edition's date: {fault}", "write 2026-11-23") from fault


def day(metadata: Metadata) -> str:
    """Return it as YYYYMMDD.

    Raises:
        BuildError: as of the day.
    """
    return issued(metadata).replace("-", "")


def year(metadata: Metadata) -> str:
    """Return its year.

    Raises:
        BuildError: as of the day.
    """
    return issued(metadata)[:4]
