"""No wrong type moves an answer: every slip is one error that names the place."""

from __future__ import annotations

import pytest

from tests.effort import is_short
from tests.wrong_types.sweep import Count, Place, functions, places_of_functions, places_of_models, sweep
from uncc.kernel.errors import InvalidValue

SHARE = 0.1
"""What the short run tries of all slips."""


def _sweep(places: list[Place]) -> Count:
    return sweep(places, SHARE if is_short() else 1)


def test_every_slip_with_a_parameter_is_refused() -> None:
    """No public function takes what its parameters do not declare; the error names the parameter."""
    count = _sweep(list(places_of_functions()))
    assert (count.taken, count.otherwise) == ([], [])
    assert count.refused == count.tried > (2_000 if is_short() else 25_000)


def test_every_slip_with_a_field_is_refused() -> None:
    """No public model takes what its fields do not declare; the error names the field."""
    count = _sweep(list(places_of_models()))
    assert (count.taken, count.otherwise) == ([], [])
    assert count.refused == count.tried > (2_000 if is_short() else 25_000)


def test_the_sweep_finds_what_there_is() -> None:
    """It finds the functions that users call, in every room, and the models that they build."""
    rooms = {name.partition(".")[0] for name in functions()}
    assert {"cases", "catalogue", "cooperation", "doors", "final_provisions", "pages", "prevention"} <= rooms
    assert len(functions()) > 400
    assert {place.name for place in places_of_models()} >= {
        "kernel.State",
        "cooperation.Position",
        "review.StateRecord",
    }


def test_the_sweep_can_fail() -> None:
    """A function that looks at nothing is found, and so is one that fails in its own way."""

    def careless(day: str) -> str:
        return day

    def clumsy(day: str) -> str:
        return day.upper()

    def other(day: str) -> str:
        raise InvalidValue("night", day, "a night")

    for function, taken in ((careless, True), (clumsy, False), (other, False)):
        count = sweep([Place(function.__name__, "day", str, function, {})])
        assert count.refused == 0
        assert bool(count.taken) is taken
        assert len(count.taken) + len(count.otherwise) == count.tried > 20


@pytest.mark.parametrize("of", ["functions", "models"])
def test_the_counts_are_told(of: str) -> None:
    """The command prints how many were tried, refused, taken, and ended in another error."""
    count = Count(3, 1, ["one"], ["two"])
    assert count.lines(of) == [
        f"{of}: 3 slips tried, 1 refused with the name of the place",
        "  1 were taken, 1 ended in another error",
    ]
