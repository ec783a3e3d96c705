"""Fingerprints: the content of a value in, a short name for it out.

Equal values have equal fingerprints, in every process and on every machine: neither identity nor
the seed of hashes counts, and no place in a source does.  So a line added at the top of a file of
records leaves the fingerprint of every record as it was.
"""

from __future__ import annotations

import hashlib
import io
import pickle
from typing import Any

from octavo.errors import Location


def fingerprint(value: object) -> str:
    """Return 32 hexadecimal digits that name a value's content.

    ``value`` is made of frozen dataclasses, tuples, mappings (whose order counts), strings, bytes,
    numbers and None.  There is no set in it, whose order is chance.
    """
    file = io.BytesIO()
    pickler = pickle.Pickler(file, protocol=5)
    # No memo: else a string that stands twice would differ from two equal ones.
    pickler.fast = True
    pickler.dispatch_table = _REDUCED
    pickler.dump(value)
    data = file.getvalue()
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _nowhere(location: Location) -> tuple[type[str], tuple[()]]:
    del location
    return str, ()


_REDUCED: dict[type[Any], Any] = {Location: _nowhere}
