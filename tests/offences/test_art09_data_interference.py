"""Art. 9: interference with electronic data, read from the text."""

from __future__ import annotations

import pytest
from attrs import evolve

from tests.offences.reading import DATA_ACTS, data_interference
from tests.offences.tables import build, differences, every_state, names_of, neighbours
from uncc.kernel.errors import InvalidValue
from uncc.kernel.provisions import art
from uncc.offences import DataInterference, Option, established, is_data_interference

STATES = every_state(names_of(DataInterference))
LOCKED = DataInterference(
    intentional=True,
    without_right=True,
    damages=False,
    deletes=False,
    deteriorates=False,
    alters=False,
    suppresses=True,
    serious_harm=False,
)


@pytest.mark.parametrize("requiring", [(), (Option.DATA_SERIOUS_HARM,)])
def test_9_table(requiring: tuple[Option, ...]) -> None:
    """Art. 9(1) and (2): over every three-valued state of the eight facts."""
    assert not differences(
        lambda a: is_data_interference(build(DataInterference, a), requiring=requiring),
        lambda w: data_interference(w, requiring),
        STATES,
    )


@pytest.mark.parametrize("act", DATA_ACTS)
def test_9_1_each_act_alone(act: str) -> None:
    """Art. 9(1): each of the five acts is enough, without harm."""
    assert is_data_interference(evolve(LOCKED, **{"suppresses": False, act: True})).is_yes


def test_9_2_serious_harm_only_where_required() -> None:
    """Art. 9(2): harmless locking of data is an offence, except where a State requires serious harm."""
    assert is_data_interference(LOCKED).is_yes
    finding = is_data_interference(LOCKED, requiring=[Option.DATA_SERIOUS_HARM])
    assert finding.is_no
    assert art(9, 2) in {provision for node in finding.decisive().walk() for provision in node.authority}
    assert is_data_interference(evolve(LOCKED, serious_harm=True), requiring=[Option.DATA_SERIOUS_HARM]).is_yes


def test_9_2_harm_not_known() -> None:
    """Art. 9(2): where harm is required and not known, it alone is open."""
    finding = is_data_interference(evolve(LOCKED, serious_harm=None), requiring=[Option.DATA_SERIOUS_HARM])
    assert [question.name for question in finding.open_questions] == ["DataInterference.serious_harm"]


@pytest.mark.parametrize("option", neighbours(Option.DATA_SERIOUS_HARM))
def test_9_2_options_of_the_neighbours(option: Option) -> None:
    """Art. 9(2): no dishonest intent, and nothing else of its neighbours, may be required."""
    with pytest.raises(InvalidValue):
        is_data_interference(LOCKED, requiring=[option])
    with pytest.raises(InvalidValue):
        established(LOCKED, requiring=[option])
