"""Every model of Arts. 18 to 21 comes back from JSON as it was."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uncc.doors.serial import from_json, to_json
from uncc.kernel.facts import Facts
from uncc.offences import InvolvementLaw, LegalPersonLaw, LimitationLaw, ProsecutedPerson, SanctionLaw
from uncc.testing import collections_of

MODELS: list[type[Facts]] = [InvolvementLaw, LegalPersonLaw, LimitationLaw, ProsecutedPerson, SanctionLaw]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@given(data=st.data())
def test_a_collection_of_facts_comes_back_as_it_was(model: Any, data: st.DataObject) -> None:
    """What is true, false and not known stays so."""
    drawn = data.draw(collections_of(model))
    assert from_json(to_json(drawn), model) == drawn
