"""Art. 40: which of two events came first, where the case may state it, or know the days."""

from __future__ import annotations

from typing import Any

from attrs import Attribute

from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Facts
from uncc.kernel.findings import Finding, all_of, any_of, given
from uncc.kernel.quantities import Day, before, not_after

__all__: list[str] = []


def came_before(facts: Facts, stated: Attribute[Any], one: Day, other: Day) -> Finding:
    """Return whether one event came before another: as the case states, or else by their days.

    On one and the same day the days do not tell, and the fact is asked for. `InvalidValue` where it contradicts them.
    """
    fact, value = given(facts, stated), getattr(facts, stated.name)
    earlier = before("the one day lies before the other", fact.authority, one, other)
    not_later = not_after("the one day does not lie after the other", fact.authority, one, other)
    if value is None:
        on_that_day = all_of("it is the same day, and it came first", fact.authority, not_later, fact)
        return any_of(fact.statement, fact.authority, earlier, on_that_day)
    if (~not_later if value else earlier).is_yes:
        raise InvalidValue(stated.name, value, f"{str(not value).lower()}, as the days say")
    return fact
