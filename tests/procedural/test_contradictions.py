"""Chapter IV: what cannot have been, and what an error then says: the field, what stood there, what would be right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from uncc.kernel.errors import InvalidValue
from uncc.procedural import (
    InterceptionRange,
    LimitingLaw,
    PreservationOrder,
    PreservationRegime,
    ProceduralLaw,
    ProceduralPower,
    Renewal,
    SafeguardedPower,
)

FIRST, SECOND = date(2027, 3, 1), date(2027, 3, 2)
PRESERVATION = SafeguardedPower(power=ProceduralPower.PRESERVATION)


@pytest.mark.parametrize(
    ("make", "field", "value", "expected"),
    [
        (
            lambda: InterceptionRange(on_day=("fraud", "fraud")),
            "on_day",
            ("fraud", "fraud"),
            "a list in which each offence stands once",
        ),
        (
            lambda: InterceptionRange(on_day=("fraud", " ")),
            "on_day[1]",
            " ",
            "a text; where there is nothing to say, say nothing (null)",
        ),
        (
            lambda: LimitingLaw(in_force_from=SECOND, in_force_until=FIRST),
            "in_force_until",
            "2027-03-01",
            "on or after in_force_from, 2027-03-02",
        ),
        (
            lambda: PreservationRegime(maximum_days=90, sets_maximum=False),
            "sets_maximum",
            False,
            "true or null (not known), as maximum_days is 90 (Art. 25(2))",
        ),
        (
            lambda: PreservationOrder(ordered_on=SECOND, served_on=FIRST),
            "served_on",
            "2027-03-01",
            "on or after ordered_on, 2027-03-02",
        ),
        (
            lambda: PreservationOrder(ordered_on=SECOND, renewals=(Renewal(on=FIRST),)),
            "renewals",
            ["2027-03-02", "2027-03-01"],
            "in order, after the day of the order",
        ),
        (
            lambda: ProceduralLaw(safeguards=(PRESERVATION, PRESERVATION)),
            "safeguards",
            ["preservation", "preservation"],
            "a list with one review for each power",
        ),
        (
            lambda: LimitingLaw(in_force_until=date(2025, 1, 1), ended_by_adoption=True),
            "ended_by_adoption",
            True,
            "false or null (not known), as in_force_until is 2025-01-01 (Art. 23(3)(b))",
        ),
        (
            lambda: LimitingLaw(in_force_until=date(2024, 12, 24), ended_by_adoption=False),
            "ended_by_adoption",
            False,
            "true or null (not known), as in_force_until is 2024-12-24 (Art. 23(3)(b))",
        ),
    ],
)
def test_what_cannot_have_been_is_named(make: Callable[[], Any], field: str, value: Any, expected: str) -> None:
    """Arts. 23 to 30: an error tells the field at fault, what stood in it, and what would be right."""
    with pytest.raises(InvalidValue) as refused:
        make()
    assert (refused.value.field, refused.value.value, refused.value.expected) == (field, value, expected)


def test_what_comes_on_the_same_day_can_have_been() -> None:
    """Art. 25(2): an order can be served and renewed on the day of the order, and a law can be in force for a day."""
    order = PreservationOrder(ordered_on=FIRST, served_on=FIRST, renewals=(Renewal(on=FIRST), Renewal(on=FIRST)))
    assert order.served_on == FIRST
    assert LimitingLaw(in_force_from=FIRST, in_force_until=FIRST).in_force_until == FIRST
