"""Every model of Chapter IV comes back from JSON as it was."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import has
from hypothesis import given
from hypothesis import strategies as st

from uncc import procedural
from uncc.doors.serial import from_json, to_json
from uncc.kernel.facts import Facts
from uncc.kernel.parties import Reservation, State, StateParty
from uncc.kernel.provisions import art
from uncc.procedural import (
    ClosedGroupReservation,
    InterceptionRange,
    LimitingLaw,
    OffenceReservation,
    ProceduralPower,
    ReservingState,
)
from uncc.testing import collections_of

MODELS = [
    model
    for model in vars(procedural).values()
    if isinstance(model, type) and has(model) and issubclass(model, Facts) and not model.__name__.startswith("Preserv")
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@given(data=st.data())
def test_a_collection_of_facts_comes_back_as_it_was(model: Any, data: st.DataObject) -> None:
    """What is true, false and not known stays so."""
    drawn = data.draw(collections_of(model))
    assert from_json(to_json(drawn), model) == drawn


def test_a_state_that_has_reserved_comes_back_as_it_was() -> None:
    """Reservations keep their terms, their days, and the law behind them."""
    law = LimitingLaw(in_force_from=date(1998, 1, 1), in_force_until=date(2030, 1, 1), lies_in_legislation=True)
    state = ReservingState(
        party=StateParty(
            state=State("Astoria"),
            reservations=(Reservation(provision=art(23, 3, "b"), stands=True, made_with_consent=True),),
        ),
        on=date(2027, 5, 9),
        offences=OffenceReservation(offences=("fraud", "forgery")),
        closed_groups=ClosedGroupReservation(measures=(ProceduralPower.REAL_TIME_TRAFFIC_DATA,), law=law),
        interception=InterceptionRange(on_day=("fraud",), when_reserved=()),
    )
    assert from_json(to_json(state), ReservingState) == state
