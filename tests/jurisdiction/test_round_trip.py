"""Every model of Chapter III comes back from JSON as it was."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uncc.doors.serial import from_json, to_json
from uncc.jurisdiction import Commission, JurisdictionBase, ParallelProceedings, Whereabouts, jurisdiction_bases
from uncc.kernel import again
from uncc.kernel.facts import Facts
from uncc.testing import collections_of, readings

MODELS: list[type[Facts]] = [Commission, ParallelProceedings, Whereabouts]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@given(data=st.data())
def test_a_collection_of_facts_comes_back_as_it_was(model: Any, data: st.DataObject) -> None:
    """What is true, false and not known stays so."""
    drawn = data.draw(collections_of(model))
    assert from_json(to_json(drawn), model) == drawn


@given(collections_of(Commission), collections_of(Whereabouts), readings())
def test_a_base_comes_back_as_it_was(commission: Commission, whereabouts: Whereabouts, under: Any) -> None:
    """A base keeps its kind, its provision, its whole finding and what it is subject to."""
    for base in again.under(jurisdiction_bases(commission, whereabouts), under):
        assert from_json(to_json(base), JurisdictionBase) == base
