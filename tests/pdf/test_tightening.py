"""Tightening finds the loosest setting that fits, by as few trials as it can."""

from __future__ import annotations

import pytest

from octavo.pdf.tightening import SIDES, Fit, Tightness, steps, trials


def tried(sheets: int, pages: dict[Tightness, int]) -> tuple[Fit, list[Tightness]]:
    """Run the trials against a table of pages; return the outcome and what was tried."""
    making = trials(sheets)
    done = [next(making)]
    while True:
        try:
            done.append(making.send(pages[done[-1]]))
        except StopIteration as end:
            return end.value, done


@pytest.mark.parametrize("fitting", range(len(steps())))
def test_the_loosest_that_fits_is_found_and_tried_last(fitting: int) -> None:
    known = steps()
    pages = {each: SIDES if at >= fitting else SIDES + 1 for at, each in enumerate(known)}
    fit, done = tried(1, pages)
    assert fit == Fit(1, known[fitting], SIDES)
    assert done[-1] == known[fitting]
    assert len(done) <= 6


def test_what_never_fits_is_set_at_the_floor_and_said() -> None:
    fit, done = tried(1, dict.fromkeys(steps(), 3))
    assert done == [steps()[0], steps()[-1]]
    assert str(fit) == (
        "it needs 3 pages even at 9.5/12.5, the least that can be read, and does not fit 1 sheet: "
        "leave something out"
    )


def test_what_fits_is_said_as_printers_say_it() -> None:
    assert str(Fit(2, steps()[4], 4)) == "set at 10/13.3 to fit 2 sheets (4 pages)"


def test_no_step_goes_below_what_can_be_read_and_written_on() -> None:
    for each in steps():
        assert each.size >= 9.5
        assert each.leading >= 12.5
        assert each.rule >= 7.5 / 25.4 * 72 - 0.01
