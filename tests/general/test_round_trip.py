"""Every model of Chapter I comes back from JSON as it was."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uncc.doors.serial import from_json, to_json
from uncc.general import (
    ActAbroad,
    Activity,
    DataInQuestion,
    Device,
    Entity,
    Implementing,
    Measure,
    Organization,
    OtherOffence,
    Penalty,
    PenaltyKind,
    Property,
    Situation,
)
from uncc.kernel.facts import Facts
from uncc.testing import collections_of

MODELS: list[type[Facts]] = [
    ActAbroad,
    Activity,
    DataInQuestion,
    Device,
    Entity,
    Implementing,
    Measure,
    Organization,
    OtherOffence,
    Property,
    Situation,
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@given(data=st.data())
def test_a_collection_of_facts_comes_back_as_it_was(model: Any, data: st.DataObject) -> None:
    """What is true, false and not known stays so."""
    drawn = data.draw(collections_of(model))
    assert from_json(to_json(drawn), model) == drawn


@given(st.integers(0, 99), st.integers(0, 99))
def test_a_penalty_comes_back_as_it_was(years: int, months: int) -> None:
    """A term keeps its years and months; the other kinds have none."""
    for penalty in (Penalty(years=years, months=months), Penalty(kind=PenaltyKind.LIFE)):
        assert from_json(to_json(penalty), Penalty) == penalty
