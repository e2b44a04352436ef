"""Art. 42(8) with 25(2): whether a domestic law can do what Art. 42 asks of the requested State."""

from itertools import product

import pytest

from tests.truthtables import assignments, by_completion
from uncc.cooperation import FLOOR_DAYS, can_hold_until_decision, can_meet_floor, must_outlast_ceiling
from uncc.kernel.findings import Truth
from uncc.procedural.art25_preservation import CEILING_DAYS, PreservationRegime
from uncc.readings import Readings
from uncc.readings.chapter_4 import OrderRenewal
from uncc.readings.chapter_5 import FloorAndCeiling

PREVAILS = Readings.of(FloorAndCeiling.FLOOR_PREVAILS)
LIMITS = Readings.of(FloorAndCeiling.CEILING_LIMITS)
STUCK = PreservationRegime(
    enables_expeditious_preservation=True,
    by_order_to_person=True,
    by_other_means=False,
    maximum_days=90,
    provides_renewal=False,
)


def test_42_8_sixty_days() -> None:
    """Art. 42(8): the floor is sixty days, and it lies below the ceiling of Art. 25(2)."""
    assert FLOOR_DAYS == 60
    assert FLOOR_DAYS < CEILING_DAYS


# Whether preservation outlasts the ceiling


def test_42_8_outlasts_the_ceiling() -> None:
    """Art. 42(8) with 25(2): the wait for a decision goes beyond the ceiling, or ends with it, as one reads it."""
    assert must_outlast_ceiling(STUCK).is_yes
    assert must_outlast_ceiling(STUCK).under(PREVAILS).is_yes
    assert must_outlast_ceiling(STUCK).under(LIMITS).is_no


@pytest.mark.parametrize("under", [PREVAILS, LIMITS])
def test_42_8_renewable_orders_raise_no_question(under: Readings) -> None:
    """Art. 42(8) with 25(2): where an order can be renewed, no reading lets its ceiling end the wait."""
    regime = PreservationRegime(by_order_to_person=True, by_other_means=False, maximum_days=90, provides_renewal=True)
    assert must_outlast_ceiling(regime).under(under).is_yes


# Whether the law can preserve for sixty days


@pytest.mark.parametrize("days", [1, 59, 60, 90])
def test_42_8_can_meet_the_floor(days: int) -> None:
    """Art. 42(8): an order of sixty days will do, or one that is renewed until sixty, or any other means."""
    wrong: list[object] = []
    for facts in assignments("renewal", "other"):
        regime = PreservationRegime(
            enables_expeditious_preservation=True,
            by_order_to_person=True,
            by_other_means=facts["other"],
            maximum_days=days,
            provides_renewal=facts["renewal"],
        )
        expected = by_completion(lambda w: days >= 60 or w["renewal"] or w["other"], facts)
        if can_meet_floor(regime).truth is not expected:
            wrong.append((facts, expected))
    assert not wrong


def test_42_8_maximum_not_known() -> None:
    """Art. 42(8): an order of unknown length, not renewable, may or may not reach sixty days."""
    regime = PreservationRegime(
        enables_expeditious_preservation=True, by_order_to_person=True, by_other_means=False, provides_renewal=False
    )
    assert can_meet_floor(regime).is_unknown


def test_42_8_no_means_at_all() -> None:
    """Art. 42(8): a law with neither orders nor other means cannot preserve for a single day."""
    regime = PreservationRegime(by_order_to_person=False, by_other_means=False, provides_renewal=False)
    assert can_meet_floor(regime).is_no
    assert can_hold_until_decision(regime).is_no


def test_42_8_nothing_known() -> None:
    """Art. 42(8): of a law about which nothing is known, nothing is found."""
    assert can_meet_floor(PreservationRegime()).is_unknown
    assert can_hold_until_decision(PreservationRegime()).is_unknown


# Whether the law can preserve until a decision


def test_42_8_can_hold_until_a_decision() -> None:
    """Art. 42(8): only renewal, or means without a ceiling, can wait for a decision of uncertain date."""
    wrong: list[object] = []
    for facts, days in product(assignments("renewal", "other"), (30, 90, None)):
        regime = PreservationRegime(
            enables_expeditious_preservation=True,
            by_order_to_person=True,
            by_other_means=facts["other"],
            maximum_days=days,
            provides_renewal=facts["renewal"],
        )
        expected = by_completion(lambda w: w["renewal"] or w["other"], facts)
        if can_hold_until_decision(regime).truth is not expected:
            wrong.append((facts, days, expected))
    assert not wrong


def test_42_8_a_single_renewal_may_not_do() -> None:
    """Art. 42(8) with 25(2): if an order is renewed a single time, renewal cannot wait for any decision whatever."""
    regime = PreservationRegime(
        enables_expeditious_preservation=True,
        by_order_to_person=True,
        by_other_means=False,
        maximum_days=90,
        provides_renewal=True,
    )
    assert can_hold_until_decision(regime).is_yes
    assert can_hold_until_decision(regime).under(Readings.of(OrderRenewal.ONCE)).is_no
    assert can_meet_floor(regime).under(Readings.of(OrderRenewal.ONCE)).is_yes


def test_42_8_other_means_have_no_ceiling() -> None:
    """Art. 25(2) limits orders only, so that a law that preserves otherwise can meet both demands of Art. 42(8)."""
    regime = PreservationRegime(
        enables_expeditious_preservation=True, by_order_to_person=False, by_other_means=True, provides_renewal=False
    )
    assert can_meet_floor(regime).is_yes
    assert can_hold_until_decision(regime).is_yes


def test_42_8_learning_overturns_nothing() -> None:
    """Art. 42(8): an answer given on part of the facts about the law is the answer on all of them."""

    def regime(order: bool | None, other: bool | None, days: int | None, renewal: bool | None) -> PreservationRegime:
        return PreservationRegime(
            by_order_to_person=order, by_other_means=other, maximum_days=days, provides_renewal=renewal
        )

    for rule, days, order in product((can_meet_floor, can_hold_until_decision), (30, 60, 90), (True, None)):
        for facts in assignments("other", "renewal"):
            before = rule(regime(order, facts["other"], None, facts["renewal"])).truth
            for other, renewal in product((True, False), repeat=2):
                if facts["other"] not in (None, other) or facts["renewal"] not in (None, renewal):
                    continue
                later = rule(regime(True, other, days, renewal)).truth
                assert later is not Truth.UNKNOWN
                assert before in (Truth.UNKNOWN, later)
