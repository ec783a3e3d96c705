"""Make the output profile of a press of the Compact ICC Profiles' CGATS001Compat-v2-micro (CC0).

    python tools/press_profile.py CGATS001Compat-v2-micro.icc src/octavo/pdf/press/cgats-tr-001.icc

That profile says how four inks look (A2B0), as one of a scanner.  An output profile (ICC.1:2001-04,
6.3.3) says besides how a colour is mixed (B2A) and which colours cannot be (gamut).  Both are made
here by turning the first table round: for each point of a grid in CIELAB the mixture that looks
most like it, with as much black and as little of the other inks as will do, and 280 per cent at
most.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

GRID = 11
MOST = 2.8
VISIBLE = 4.0
"""A difference in CIELAB that is seen."""

Mixture = tuple[float, ...]
Lab = tuple[float, float, float]


def tags(profile: bytes) -> dict[bytes, bytes]:
    """Return what a profile holds, by signature."""
    (count,) = struct.unpack_from(">I", profile, 128)
    rows = (struct.unpack_from(">4sII", profile, 132 + 12 * at) for at in range(count))
    return {name: profile[start : start + size] for name, start, size in rows}


def looks(table: bytes) -> Callable[[Mixture], Lab]:
    """Return the function of a table of the type lut16 from four inks to CIELAB."""
    inputs, outputs, grid = table[8:11]
    entries, exits = struct.unpack_from(">HH", table, 48)
    words = struct.unpack_from(f">{(len(table) - 52) // 2}H", table, 52)
    curves = [words[at * entries : (at + 1) * entries] for at in range(inputs)]
    start = inputs * entries
    nodes = words[start : start + outputs * grid**inputs]
    after = start + len(nodes)
    ends = [words[after + at * exits : after + (at + 1) * exits] for at in range(outputs)]

    def curve(values: tuple[int, ...], share: float) -> float:
        place = share * (len(values) - 1)
        at = min(int(place), len(values) - 2)
        return (values[at] + (values[at + 1] - values[at]) * (place - at)) / 65535

    def look(mixture: Mixture) -> Lab:
        places = [curve(c, share) * (grid - 1) for c, share in zip(curves, mixture, strict=True)]
        corners = [min(int(place), grid - 2) for place in places]
        sums = [0.0] * outputs
        for corner in product((0, 1), repeat=inputs):
            weight, index = 1.0, 0
            for place, base, side in zip(places, corners, corner, strict=True):
                part = place - base
                weight *= part if side else 1 - part
                index = index * grid + base + side
            if weight:
                for out in range(outputs):
                    sums[out] += weight * nodes[index * outputs + out]
        light, a, b = (curve(c, total / 65535) for c, total in zip(ends, sums, strict=True))
        return light * 65535 / 652.80, a * 65535 / 256 - 128, b * 65535 / 256 - 128

    return look


def inverted(look: Callable[[Mixture], Lab]) -> Iterator[tuple[Mixture, float]]:
    """Yield for each point of the grid its mixture, and how far that is off."""
    steps = tuple(at / 10 for at in range(11))
    known = [(m, look(m)) for m in product(steps, repeat=4) if sum(m) <= MOST]

    def cost(mixture: Mixture, seen: Lab, wanted: Lab) -> float:
        off = sum((one - other) ** 2 for one, other in zip(seen, wanted, strict=True))
        return off + 4 * sum(mixture[:3]) + mixture[3]

    for node in product(range(GRID), repeat=3):
        light, a, b = (at / (GRID - 1) * 255 for at in node)
        wanted = light / 2.55, a - 128, b - 128
        best = min(known, key=lambda each: cost(*each, wanted))[0]
        step = 0.05
        while step > 0.005:  # noqa: PLR2004 - finer than a byte
            near = [
                moved
                for ink in range(4)
                for by in (-step, step)
                if 0 <= best[ink] + by <= 1
                and sum(moved := (*best[:ink], best[ink] + by, *best[ink + 1 :])) <= MOST
            ]
            found = min([best, *near], key=lambda each: cost(each, look(each), wanted))
            if found == best:
                step /= 2
            best = found
        off = sum((one - other) ** 2 for one, other in zip(look(best), wanted, strict=True)) ** 0.5
        yield best, off


def lut8(rows: list[bytes], outputs: int) -> bytes:
    """Return a table of the type lut8 from CIELAB, without curves."""
    plain = bytes(range(256))
    identity = struct.pack(">9i", *(65536 if at % 4 == 0 else 0 for at in range(9)))
    head = b"mft1\0\0\0\0" + bytes((3, outputs, GRID, 0)) + identity
    return head + plain * 3 + b"".join(rows) + plain * outputs


def description(text: str) -> bytes:
    """Return a text of the type textDescription."""
    said = text.encode() + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(said)) + said + bytes(8 + 2 + 1 + 67)


def written(source: bytes, listed: dict[bytes, bytes]) -> bytes:
    """Return a profile for output; tags of equal content share it."""
    places: dict[bytes, int] = {}
    at = 132 + 12 * len(listed)
    for data in listed.values():
        if data not in places:
            at += -at % 4
            places[data] = at
            at += len(data)
    body = bytearray(at + -at % 4)
    body[:128] = source[:128]
    body[0:4] = struct.pack(">I", len(body))
    body[12:16] = b"prtr"
    body[128:132] = struct.pack(">I", len(listed))
    for number, (name, data) in enumerate(listed.items()):
        struct.pack_into(">4sII", body, 132 + 12 * number, name, places[data], len(data))
        body[places[data] : places[data] + len(data)] = data
    return bytes(body)


def main() -> None:
    """Make the profile."""
    source = Path(sys.argv[1]).read_bytes()
    found = tags(source)
    rows = list(inverted(looks(found[b"A2B0"])))
    mixed = lut8([bytes(round(255 * ink) for ink in mixture) for mixture, _ in rows], 4)
    gamut = lut8([bytes([255 * (off > VISIBLE)]) for _, off in rows], 1)
    listed = {
        b"desc": description("CGATS TR 001, of uCMY (CC0)"),
        b"cprt": found[b"cprt"],
        b"wtpt": found[b"wtpt"],
        **dict.fromkeys((b"A2B0", b"A2B1", b"A2B2"), found[b"A2B0"]),
        **dict.fromkeys((b"B2A0", b"B2A1", b"B2A2"), mixed),
        b"gamt": gamut,
    }
    Path(sys.argv[2]).write_bytes(written(source, listed))


if __name__ == "__main__":
    main()
