"""Art. 40(11), (29): what is answered of a file with gaps holds in the case that the file turns out to be."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import effort
from uncc.cooperation import (
    PersonTransfer,
    Restraint,
    SafeConduct,
    has_safe_conduct,
    is_protected_after_transfer,
    last_day_for_leaving,
    safe_conduct_covers,
    safe_conduct_end,
    safe_conduct_has_begun,
    safe_conduct_has_ceased,
)
from uncc.kernel.between import Between
from uncc.kernel.dates import Period
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Truth
from uncc.kernel.parties import AssistanceTreaty
from uncc.readings import Readings
from uncc.readings.chapter_5_assistance import SafeConductInterruption, SafeConductReturn, SafeConductStart

NO_TREATY = AssistanceTreaty(binds=False)
DAYS = ("departed_on", "entered_on", "informed_on", "left_on", "returned_on")
GAPS = {
    "informed": ("informed", "informed_on"),
    "period_agreed": ("period_agreed", "agreed_days"),
    "left": ("left", "left_on", "returned_on", "returned_freely"),
    "remained_voluntarily": ("remained_voluntarily",),
    "agreed_days": ("agreed_days",),
    "hindrances": ("hindrances",),
    **{name: (name,) for name in DAYS},
}
"""What is not known either where a thing is not."""
days = st.integers(-15, 40).map(lambda count: date(2027, 5, 3) + timedelta(days=count))
READINGS = st.builds(
    Readings.of,
    st.sampled_from(SafeConductStart),
    st.sampled_from(SafeConductReturn),
    st.sampled_from(SafeConductInterruption),
)


@st.composite
def known(draw: st.DrawFn) -> SafeConduct:
    """Return a conduct of which all is known: the person was informed, left, and came back."""
    departed, entered, left, returned = sorted(draw(st.tuples(days, days, days, days)))
    agreed = draw(st.none() | st.integers(1, 8))
    spans = st.tuples(days, st.integers(0, 4)).map(lambda drawn: Period(drawn[0], drawn[0] + timedelta(days=drawn[1])))
    conduct = SafeConduct(
        at_request=True,
        consents=True,
        in_requesting_territory=True,
        departed_on=departed,
        entered_on=entered,
        informed_on=draw(days),
        period_agreed=agreed is not None,
        agreed_days=agreed,
        hindrances=tuple(draw(st.lists(spans, max_size=3))),
        left_on=left,
        returned_on=returned,
        returned_freely=draw(st.booleans()),
    )
    return attrs.evolve(conduct, remained_voluntarily=draw(st.booleans()))


def with_gaps(draw: st.DrawFn, conduct: SafeConduct) -> SafeConduct:
    """Return what a file says of it: some things are not known, and of some days only two ends."""
    said: dict[str, Any] = attrs.asdict(conduct, recurse=False)
    for name in draw(st.sets(st.sampled_from(sorted(GAPS)), max_size=4)):
        said |= dict.fromkeys(GAPS[name])
    for name in draw(st.sets(st.sampled_from(DAYS), max_size=3)):
        if said[name] is not None:
            less, more = draw(st.tuples(st.none() | st.integers(0, 9), st.none() | st.integers(1, 9)))
            ends = (
                None if less is None else said[name] - timedelta(days=less),
                None if more is None else said[name] + timedelta(days=more),
            )
            said[name] = None if ends == (None, None) else Between(*ends)
    return SafeConduct(**said)


def stayed_and_was_gone(conduct: SafeConduct, readings: Readings) -> bool:
    """Whether the file says that the person stayed, and the days that the person was gone: one of them is wrong."""
    said = attrs.evolve(conduct, remained_voluntarily=True, returned_freely=False)
    return bool(conduct.remained_voluntarily) and safe_conduct_end(said).under(readings).is_never


@pytest.mark.long
@effort(300)
@given(st.data(), known(), READINGS, days, days)
def test_40_29_what_is_settled_holds_in_every_case(
    data: st.DataObject, conduct: SafeConduct, readings: Readings, on: date, about: date
) -> None:
    """Art. 40(29): yes, no and the ends of a day, on any reading, hold of the case that the file turns out to be."""
    if stayed_and_was_gone(conduct, readings):
        return
    said = data.draw(st.composite(with_gaps)(conduct))
    restraint = Restraint(restricts_liberty=True, in_territory=True, about_on=about)
    for rule in (safe_conduct_has_begun, safe_conduct_has_ceased):
        assert rule(said, on).under(readings).truth in {Truth.UNKNOWN, rule(conduct, on).under(readings).truth}
    had, has = (has_safe_conduct(one, on, treaty=NO_TREATY).under(readings) for one in (said, conduct))
    assert had.truth in {Truth.UNKNOWN, has.truth}
    covered, covers = (
        safe_conduct_covers(one, restraint, on, treaty=NO_TREATY).under(readings) for one in (said, conduct)
    )
    assert covers.is_unknown or covered.truth in {Truth.UNKNOWN, covers.truth}
    for day in (last_day_for_leaving, safe_conduct_end):
        uncertain, certain = day(said).under(readings), day(conduct).under(readings)
        assert certain.is_yes
        assert uncertain.least <= certain.least <= uncertain.most


@effort(200)
@given(days, days, st.booleans() | st.none(), st.integers(0, 5), st.integers(1, 5))
def test_40_11_what_came_first_is_told_by_the_days(
    departed: date, about: date, earlier: bool | None, less: int, more: int
) -> None:
    """Art. 40(11): days tell what came first, of a day between two ends no more than all days between them."""
    known = earlier if departed == about else about < departed
    transfer = PersonTransfer(departed_on=departed, immunity_lifted=False)
    facts: dict[str, Any] = {"restricts_liberty": True, "in_territory": True, "held_for_return": False}
    exact = Restraint(**facts, about_on=about, before_departure=earlier if departed == about else None)
    assert is_protected_after_transfer(transfer, exact, treaty=NO_TREATY).truth is Truth.of(known)
    assert is_protected_after_transfer(
        PersonTransfer(transferred=True, immunity_lifted=False),
        Restraint(**facts, before_departure=known),
        treaty=NO_TREATY,
    ).truth is Truth.of(known)
    ends = Between(about - timedelta(days=less), about + timedelta(days=more))
    said = is_protected_after_transfer(transfer, Restraint(**facts, about_on=ends), treaty=NO_TREATY)
    assert said.truth in {Truth.UNKNOWN, Truth.of(known)}
    assert said.is_unknown is (about - timedelta(days=less) <= departed <= about + timedelta(days=more)) or said.is_yes


def test_40_29_nobody_leaves_before_the_departure() -> None:
    """Art. 40(29): days out of order are refused, also where the day between the two is not known."""
    with pytest.raises(
        InvalidValue, match=r"^left_on: '\[\.\.2025-01-01\]' is not on or after departed_on, 2027-03-10"
    ):
        SafeConduct(departed_on=date(2027, 3, 10), left_on=Between(None, date(2025, 1, 1)))
