"""Art. 42(9): when the preservation period expires, and until when its extension can be asked for."""

from datetime import date, datetime, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from uncc.cases import Phase, standing
from uncc.cooperation import (
    Extension,
    PreservationMeasure,
    duties_while_preserved,
    extension_deadline,
    may_request_extension,
    preservation_expiry,
    preservation_runs,
    preservation_window,
)
from uncc.kernel.between import Between
from uncc.kernel.dates import Deadline, deadline_of
from uncc.kernel.duties import Duty, Modality
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Truth
from uncc.kernel.provisions import Provision, art
from uncc.kernel.quantities import Day
from uncc.kernel.roles import Role
from uncc.procedural import PreservationOrder, PreservationRegime
from uncc.readings import Readings
from uncc.readings.chapter_5 import EarlyDecision, ExpiryDay, FloorAndCeiling, FloorStart, FurtherExtension

START = date(2027, 3, 10)
SIXTIETH = date(2027, 5, 9)
MEASURE = PreservationMeasure(effected_on=START, period_days=60, assistance_requested=False, extensions=())
EXCLUDED = Readings.of(ExpiryDay.LAST_DAY_EXCLUDED)
ONCE = Readings.of(FurtherExtension.ONCE)


def day(count: int) -> date:
    return START + timedelta(days=count)


PENDING = attrs.evolve(
    MEASURE, assistance_requested=True, assistance_requested_on=day(40), still_preserved=True, decided=False
)
EXTENDED = attrs.evolve(MEASURE, extensions=(Extension(requested_on=day(50), until=day(100), granted=True),))
REFUSED = attrs.evolve(MEASURE, extensions=(Extension(requested_on=day(50), until=day(100), granted=False),))
UNANSWERED = attrs.evolve(MEASURE, extensions=(Extension(requested_on=day(50), until=day(100)),))


# When the period expires


def test_42_9_expiry() -> None:
    """Art. 42(9) with (8): a period of sixty days from 10 March expires on 9 May."""
    expiry = preservation_expiry(MEASURE)
    assert expiry.is_yes
    assert expiry.on == SIXTIETH


def test_42_9_a_longer_period() -> None:
    """Art. 42(9) with (8): a State may fix more than sixty days, and the period then expires later."""
    assert preservation_expiry(attrs.evolve(MEASURE, period_days=90)).on == day(90)


def test_42_9_a_shorter_period() -> None:
    """Art. 42(9) with (8): a period of thirty days is not one the text knows; the sixty days must run out."""
    assert preservation_expiry(attrs.evolve(MEASURE, period_days=30)).on == SIXTIETH


def test_42_9_a_period_not_known() -> None:
    """Art. 42(9) with (8): a period of unknown length does not expire before the sixtieth day."""
    expiry = preservation_expiry(attrs.evolve(MEASURE, period_days=None))
    assert expiry.is_unknown
    assert expiry.on is None
    assert expiry.not_before == SIXTIETH


def test_42_9_a_start_not_known() -> None:
    """Art. 42(9): without a start there is neither an expiry nor an earliest one."""
    expiry = preservation_expiry(attrs.evolve(MEASURE, effected_on=None))
    assert expiry.is_unknown
    assert expiry.on is None
    assert expiry.not_before is None


def test_42_9_pending() -> None:
    """Art. 42(9) with (8): while a decision is pending, no day of expiry runs."""
    expiry = preservation_expiry(PENDING)
    assert expiry.is_never
    assert expiry.on is None


def test_42_9_decided() -> None:
    """Art. 42(9) with (8): preservation that waited for a decision ends with it, but not before the sixtieth day."""
    late = attrs.evolve(PENDING, decided=True, decided_on=day(100))
    assert preservation_expiry(late).on == day(100)
    early = attrs.evolve(PENDING, decided=True, decided_on=day(50))
    assert preservation_expiry(early).on == SIXTIETH


def test_42_9_decided_early_on_the_other_reading() -> None:
    """Art. 42(9) with (8): if an early decision ends preservation, the period is over and cannot be extended."""
    early = attrs.evolve(PENDING, decided=True, decided_on=day(50))
    falls = Readings.of(EarlyDecision.FLOOR_FALLS)
    assert preservation_expiry(early).under(falls).on == day(50)
    assert may_request_extension(early, day(55)).under(falls).is_no
    assert may_request_extension(early, day(55)).is_yes


LATE = attrs.evolve(
    MEASURE, assistance_requested=True, assistance_requested_on=day(80), decided=True, decided_on=day(110)
)
"""A request that came after the sixty days, and was decided; whether it found the data preserved is not known."""


def test_42_9_whether_a_late_request_found_the_data_is_not_known() -> None:
    """Art. 42(9) with (8): while that is open it is not known whether the decision is the end, or the sixtieth day."""
    assert preservation_expiry(LATE).is_unknown
    assert preservation_expiry(attrs.evolve(LATE, still_preserved=True)).on == day(110)
    assert preservation_expiry(attrs.evolve(LATE, still_preserved=False)).on == SIXTIETH
    for preserved, truth in ((None, Truth.UNKNOWN), (True, Truth.YES), (False, Truth.NO)):
        measure = attrs.evolve(LATE, still_preserved=preserved)
        assert may_request_extension(measure, day(90)).truth is truth
        assert preservation_runs(measure, day(90)).truth is truth


def test_42_9_a_decision_of_which_the_day_is_not_known() -> None:
    """Art. 42(8): a decision on a request that found the data may have come after the period, so that no day is set."""
    decided = attrs.evolve(PENDING, decided=True)
    assert preservation_expiry(decided).is_unknown
    assert may_request_extension(decided, SIXTIETH).is_yes
    assert may_request_extension(decided, day(70)).is_unknown


def test_42_8_a_ceiling_that_the_period_may_not_reach() -> None:
    """Art. 25(2), Art. 42(8): where a ceiling limits, the last day is known once the period or a wait reaches it."""
    measure = PreservationMeasure(
        request_received_on=START,
        effected_on=START,
        order=PreservationOrder(ordered_on=START, served_on=START, days=90, renewals=()),
        assistance_requested=False,
        extensions=(),
    )
    limits = Readings.of(FloorAndCeiling.CEILING_LIMITS)
    regime = PreservationRegime(sets_maximum=True, maximum_days=90, provides_renewal=False, by_other_means=False)

    def expiry(**facts: Any) -> Day:
        return preservation_expiry(attrs.evolve(measure, **{"decided": None, **facts}), regime=regime).under(limits)

    assert expiry().is_unknown
    assert expiry(period_days=60).on == SIXTIETH
    with pytest.raises(InvalidValue, match=r"period_days: 120 is not at most 90"):
        expiry(period_days=120)
    of_no_length = PreservationOrder(ordered_on=START, served_on=START, renewals=())
    assert expiry(period_days=120, order=of_no_length).on == day(90)
    waiting: dict[str, Any] = {"assistance_requested": True, "assistance_requested_on": day(40), "decided": False}
    assert expiry(**waiting).on == day(90)
    pending = attrs.evolve(measure, **waiting)
    for on, truth in ((day(90), Truth.YES), (day(91), Truth.NO)):
        assert preservation_runs(pending, on, regime=regime).under(limits).truth is truth
        assert may_request_extension(pending, on, regime=regime).under(limits).truth is truth
    unsure = attrs.evolve(regime, by_other_means=None)
    for on, truth in ((day(90), Truth.YES), (day(91), Truth.UNKNOWN)):
        assert preservation_runs(pending, on, regime=unsure).under(limits).truth is truth
        assert may_request_extension(pending, on, regime=unsure).under(limits).truth is truth


def test_42_9_two_extensions() -> None:
    """Art. 42(9): of two extensions granted one after the other, the later one gives the expiry."""
    first = Extension(requested_on=day(50), until=day(100), granted=True)
    second = Extension(requested_on=day(90), until=day(150), granted=True)
    twice = attrs.evolve(MEASURE, extensions=(first, second))
    assert preservation_expiry(twice).on == day(150)


def test_42_9_extended() -> None:
    """Art. 42(9): a period that was extended expires with its extension, and one whose extension failed does not."""
    assert preservation_expiry(EXTENDED).on == day(100)
    assert preservation_expiry(REFUSED).on == SIXTIETH


def test_42_9_extension_unanswered() -> None:
    """Art. 42(9): an extension not yet answered leaves the expiry open, but not before the original one."""
    expiry = preservation_expiry(UNANSWERED)
    assert expiry.is_unknown
    assert expiry.not_before == SIXTIETH


def test_42_9_extension_without_an_end() -> None:
    """Art. 42(9): an extension granted to a day not known moves the expiry to a day not known."""
    endless = attrs.evolve(MEASURE, extensions=(Extension(requested_on=day(50), granted=True),))
    expiry = preservation_expiry(endless)
    assert expiry.is_unknown
    assert expiry.on is None
    assert expiry.not_before is not None
    assert expiry.not_before >= SIXTIETH


# Until when an extension can be asked for


def test_42_9_s46() -> None:
    """S46, Art. 42(9): with expiry on 9 May, a request on 5 May is in time and one on 12 May is not."""
    assert preservation_expiry(MEASURE).on == date(2027, 5, 9)
    assert may_request_extension(MEASURE, date(2027, 5, 5)).is_yes
    assert may_request_extension(MEASURE, date(2027, 5, 12)).is_no


def test_42_9_on_the_last_day() -> None:
    """Art. 42(9): the last day is in time if the period expires at its end, and too late on the other reading."""
    assert may_request_extension(MEASURE, SIXTIETH).is_yes
    assert may_request_extension(MEASURE, SIXTIETH).under(EXCLUDED).is_no
    assert may_request_extension(MEASURE, day(59)).under(EXCLUDED).is_yes
    assert may_request_extension(MEASURE, day(61)).is_no


def test_42_9_deadline() -> None:
    """Art. 42(9): the last day for asking is the last day of the period, or the one before it."""
    deadline = extension_deadline(MEASURE)
    assert deadline.on == SIXTIETH
    assert any(cited == art(42, 9) for cited in deadline.authority)
    assert extension_deadline(MEASURE).under(EXCLUDED).on == day(59)


def test_42_9_no_deadline_to_name() -> None:
    """Art. 42(9): no last day can be named while no day runs or the day is unknown."""
    assert extension_deadline(PENDING).is_never
    assert extension_deadline(attrs.evolve(MEASURE, effected_on=None)).shown == "not known"


def test_42_9_while_pending() -> None:
    """Art. 42(9): a period that has not expired, since a decision is pending, can be extended."""
    assert may_request_extension(PENDING, day(80)).is_yes


def test_42_9_period_not_known() -> None:
    """Art. 42(9): up to the sixtieth day a request is surely in time; later, it depends on the unknown period."""
    measure = attrs.evolve(MEASURE, period_days=None)
    assert may_request_extension(measure, day(30)).is_yes
    assert may_request_extension(measure, SIXTIETH).is_yes
    assert may_request_extension(measure, day(61)).is_unknown


def test_42_9_later_request_not_known() -> None:
    """Art. 42(9): within the period a request is in time whether or not assistance was requested meanwhile."""
    measure = attrs.evolve(MEASURE, assistance_requested=None)
    assert may_request_extension(measure, date(2027, 5, 5)).is_yes
    assert may_request_extension(measure, date(2027, 5, 12)).is_unknown


def test_42_9_start_not_known() -> None:
    """Art. 42(9): without a start nobody can say whether a request is in time."""
    assert may_request_extension(attrs.evolve(MEASURE, effected_on=None), day(30)).is_unknown


def test_42_9_not_before_it_begins() -> None:
    """Art. 42(9): before the preservation has taken effect there is no period, and none to extend."""
    measure = PreservationMeasure(effected_on=date(2027, 3, 10), extensions=(), assistance_requested=False)
    assert may_request_extension(measure, date(2027, 3, 9)).is_no
    assert may_request_extension(measure, date(2027, 3, 10)).is_yes
    asked = may_request_extension(attrs.evolve(measure, effected_on=Between(date(2027, 3, 8), None)), date(2027, 3, 9))
    assert [question.name for question in asked.open_questions] == ["PreservationMeasure.effected_on"]


def test_42_9_further_extension() -> None:
    """Art. 42(9): an extended period can be extended again, unless the text is read to allow this once."""
    assert may_request_extension(EXTENDED, day(90)).is_yes
    assert may_request_extension(EXTENDED, day(101)).is_no
    assert may_request_extension(EXTENDED, day(90)).under(ONCE).is_no


def test_42_9_no_deadline_for_a_right_that_is_used_up() -> None:
    """Art. 42(9): on the reading that allows one extension, one that was granted leaves no day for asking again."""
    assert extension_deadline(EXTENDED).on == day(100)
    assert extension_deadline(EXTENDED).under(ONCE).shown == "no day"


def test_42_9_once_is_not_used_up_by_a_refusal() -> None:
    """Art. 42(9): what was not granted extended nothing, so that the original period can still be extended."""
    assert may_request_extension(REFUSED, day(55)).under(ONCE).is_yes


def test_42_9_no_certain_form() -> None:
    """Art. 42(9): the day of asking is a day of the calendar."""
    with pytest.raises(InvalidValue):
        may_request_extension(MEASURE, datetime(2027, 5, 5, 12, 0))


# Duties


def resting_on(duties: tuple[Duty, ...], provision: Provision, bearer: Role) -> list[Duty]:
    return [
        duty
        for duty in duties
        if duty.bearer is bearer and any(cited == provision or provision.contains(cited) for cited in duty.authority)
    ]


def test_42_8_duty_to_preserve() -> None:
    """Art. 42(8): until the sixtieth day the requested State owes preservation to the requesting State."""
    duties = resting_on(duties_while_preserved(MEASURE, on=day(10)), art(42, 8), Role.REQUESTED_STATE)
    assert duties
    assert {duty.modality for duty in duties} == {Modality.SHALL}
    assert {duty.towards for duty in duties} == {Role.REQUESTING_STATE}
    standing = [duty for duty in duties if duty.trigger.is_yes]
    assert len(standing) == 1
    assert isinstance(standing[0].deadline, Deadline)
    assert standing[0].deadline.on == SIXTIETH


def still_owed(measure: PreservationMeasure, on: date, under: Readings) -> list[Duty]:
    """What Art. 42(8) still obliges to on the day: a duty whose last day has passed is over."""
    duties = resting_on(
        tuple(duty.under(under) for duty in duties_while_preserved(measure, on=on)), art(42, 8), Role.REQUESTED_STATE
    )
    return [duty for duty in duties if not standing(duty, on=on).owed.is_no]


def test_42_8_duty_is_over() -> None:
    """Art. 42(8): after the sixtieth day, with no later request, nothing more is owed."""
    assert still_owed(MEASURE, day(60), Readings.of())
    assert not still_owed(MEASURE, day(61), Readings.of())


def test_42_8_duty_after_an_early_decision() -> None:
    """Art. 42(8): after an early decision the sixty days are owed still, unless the decision ends preservation."""
    early = attrs.evolve(PENDING, decided=True, decided_on=day(50))
    assert still_owed(early, day(55), Readings.of(EarlyDecision.FLOOR_STANDS))
    assert not still_owed(early, day(55), Readings.of(EarlyDecision.FLOOR_FALLS))


def test_42_8_duty_counted_from_receipt() -> None:
    """Art. 42(8): counted from receipt, the duty ends as many days earlier as preservation took to come about."""
    measure = attrs.evolve(MEASURE, request_received_on=day(-5))
    under = Readings.of(FloorStart.RECEIVED)
    assert still_owed(measure, day(55), under)
    assert not still_owed(measure, day(56), under)


def test_42_8_duty_pending_a_decision() -> None:
    """Art. 42(8): while a decision is pending the duty goes on, with no last day."""
    standing = still_owed(PENDING, day(80), Readings.of())
    assert len(standing) == 1
    assert standing[0].trigger.is_yes
    assert standing[0].modality is Modality.SHALL
    assert standing[0].deadline is None


def test_42_9_right_to_ask() -> None:
    """Art. 42(9): the requesting State may, and need not, ask the requested State before the period expires."""
    rights = resting_on(duties_while_preserved(MEASURE, on=day(10)), art(42, 9), Role.REQUESTING_STATE)
    assert len(rights) == 1
    [right] = rights
    assert right.modality is Modality.MAY
    assert right.towards is Role.REQUESTED_STATE
    assert right.trigger.is_yes
    assert isinstance(right.deadline, Deadline)
    assert right.deadline.on == SIXTIETH


def test_42_9_right_is_over() -> None:
    """Art. 42(9): after expiry the right to ask for an extension is gone."""
    (right,) = resting_on(duties_while_preserved(MEASURE, on=day(61)), art(42, 9), Role.REQUESTING_STATE)
    assert standing(right, on=day(61)).status is Phase.GONE_UNLESS_USED
    assert standing(right, on=day(60)).status is Phase.OPEN
    assert may_request_extension(MEASURE, day(61)).is_no


def test_42_9_obliges_nobody_to_ask() -> None:
    """Art. 42(9): on no day is the requesting State obliged to ask for an extension."""
    for count in (0, 30, 60, 61):
        for duty in duties_while_preserved(MEASURE, on=day(count)):
            assert duty.bearer is not Role.REQUESTING_STATE or duty.modality is Modality.MAY


# Invariants


@st.composite
def measures_partly_known(draw: st.DrawFn) -> tuple[PreservationMeasure, PreservationMeasure]:
    """The whole case, and what somebody knows of it."""
    effected = draw(st.dates(date(2026, 1, 1), date(2030, 1, 1)))
    requested = draw(st.booleans())
    asked = effected + timedelta(days=draw(st.integers(0, 60))) if requested else None
    answered = asked + timedelta(days=draw(st.integers(0, 150))) if asked is not None and draw(st.booleans()) else None
    extensions: tuple[Extension, ...] = ()
    if draw(st.booleans()):
        extensions = (
            Extension(
                requested_on=effected + timedelta(days=draw(st.integers(0, 60))),
                until=effected + timedelta(days=draw(st.integers(61, 300))),
                granted=draw(st.booleans()),
            ),
        )
    full = PreservationMeasure(
        effected_on=effected,
        period_days=draw(st.integers(1, 150)),
        extensions=extensions,
        assistance_requested=requested,
        assistance_requested_on=asked,
        still_preserved=True if requested else None,
        decided=answered is not None if requested else None,
        decided_on=answered,
    )
    forgotten: dict[str, None] = {}
    for names in (("effected_on",), ("period_days",), ("still_preserved",), ("decided", "decided_on")):
        if draw(st.booleans()):
            forgotten |= dict.fromkeys(names)
    if "decided" in forgotten and draw(st.booleans()):
        forgotten |= dict.fromkeys(("assistance_requested", "assistance_requested_on"))
    partly = tuple(
        Extension(
            requested_on=extension.requested_on,
            until=draw(st.sampled_from((extension.until, None))),
            granted=draw(st.sampled_from((extension.granted, None))),
        )
        for extension in extensions
    )
    return full, attrs.evolve(full, extensions=partly, **forgotten)


readings = st.builds(
    Readings.of, st.sampled_from(EarlyDecision), st.sampled_from(ExpiryDay), st.sampled_from(FurtherExtension)
)


@given(measures_partly_known(), readings, st.integers(0, 320))
def test_42_9_learning_overturns_nothing(
    measures: tuple[PreservationMeasure, PreservationMeasure], under: Readings, count: int
) -> None:
    """Art. 42(9): on every reading, what is certain on part of the facts is certain on all of them."""
    full, known = measures
    assert isinstance(full.effected_on, date)
    on = full.effected_on + timedelta(days=count)
    before = may_request_extension(known, on).under(under)
    if not before.is_unknown:
        assert may_request_extension(full, on).under(under).truth is before.truth
    first, second = preservation_expiry(known).under(under), preservation_expiry(full).under(under)
    assert first.least <= second.least
    assert second.most <= first.most
    if first.is_yes:
        assert second.is_yes


@given(measures_partly_known())
def test_42_9_the_period_outlasts_the_floor(measures: tuple[PreservationMeasure, PreservationMeasure]) -> None:
    """Art. 42(8) and (9): no period expires before sixty days have run, nor before the last obligatory day."""
    for measure in measures:
        expiry, window = preservation_expiry(measure), preservation_window(measure)
        if not isinstance(measure.effected_on, date):
            assert expiry.on is None
            continue
        floor = measure.effected_on + timedelta(days=60)
        for last in (expiry.on, expiry.not_before):
            assert last is None or last >= floor
        if expiry.on is not None and window.because.is_yes:
            assert window.not_before is not None
            assert window.not_before.on <= expiry.on


@given(measures_partly_known(), st.sampled_from(list(ExpiryDay)))
def test_42_9_once_lost_always_lost(
    measures: tuple[PreservationMeasure, PreservationMeasure], option: ExpiryDay
) -> None:
    """Art. 42(9): the deadline is in time if the preservation has begun; once the expiry is known, nothing after is."""
    under = Readings.of(option)
    for measure in measures:
        expiry, deadline = preservation_expiry(measure).under(under), extension_deadline(measure).under(under)
        if deadline.not_before is not None:
            asked = may_request_extension(measure, deadline.not_before).under(under)
            assert asked.is_yes if isinstance(measure.effected_on, date) else asked.is_unknown
        if expiry.on is not None:
            assert deadline.on is not None
            for later in (1, 2, 30, 400):
                assert may_request_extension(measure, deadline.on + timedelta(days=later)).under(under).is_no


# Whether the preservation still runs


EFFECTED = date(2027, 3, 10)


@pytest.mark.parametrize(
    ("facts", "on", "truth"),
    [
        ({"assistance_requested": False, "period_days": 60}, date(2027, 3, 9), Truth.NO),
        ({"assistance_requested": False, "period_days": 60}, EFFECTED, Truth.YES),
        ({"assistance_requested": False, "period_days": 60}, date(2027, 5, 9), Truth.YES),
        ({"assistance_requested": False, "period_days": 60}, date(2027, 5, 10), Truth.NO),
        ({"assistance_requested": False, "period_days": 90}, date(2027, 6, 8), Truth.YES),
        ({"assistance_requested": False, "period_days": 30}, date(2027, 5, 9), Truth.YES),
        ({"assistance_requested": False}, date(2027, 5, 9), Truth.YES),
        ({"assistance_requested": False}, date(2027, 5, 10), Truth.UNKNOWN),
        ({"assistance_requested_on": date(2027, 4, 1), "decided": False}, date(2028, 1, 1), Truth.YES),
        (
            {"assistance_requested_on": date(2027, 4, 1), "decided_on": date(2027, 7, 1)},
            date(2027, 7, 2),
            Truth.UNKNOWN,
        ),
        (
            {"assistance_requested_on": date(2027, 4, 1), "decided_on": date(2027, 7, 1), "period_days": 60},
            date(2027, 7, 1),
            Truth.YES,
        ),
        (
            {"assistance_requested_on": date(2027, 4, 1), "decided_on": date(2027, 7, 1), "period_days": 60},
            date(2027, 7, 2),
            Truth.NO,
        ),
    ],
)
def test_42_8_whether_the_preservation_runs_on_a_day(facts: dict[str, Any], on: date, truth: Truth) -> None:
    """Art. 42(8): from the day of effect to the end of period and floor, and as long as a decision is pending."""
    measure = PreservationMeasure(effected_on=EFFECTED, extensions=(), **facts)
    assert preservation_runs(measure, on).truth is truth


def test_42_8_a_preservation_of_which_no_day_is_known() -> None:
    """Art. 42(8): where the day of effect is not known, nothing tells whether the preservation runs."""
    assert preservation_runs(PreservationMeasure(), EFFECTED).is_unknown


# What is said of a ceiling

LIMITS = Readings.of(FloorAndCeiling.CEILING_LIMITS)
NOT_RENEWED = PreservationRegime(by_order_to_person=True, provides_renewal=False, by_other_means=False)
ORDERED = attrs.evolve(MEASURE, order=PreservationOrder(ordered_on=START, renewals=()))
MEANS, PERIOD = "PreservationRegime.by_other_means", "PreservationMeasure.period_days"


@pytest.mark.parametrize(
    ("days", "by_other_means", "last", "asked"),
    [
        (89, False, "2027-06-07", []),
        (90, False, "2027-06-08", []),
        (91, False, "2027-06-08", []),
        (None, False, "[2027-05-09..2027-06-08]", [PERIOD]),
        (None, True, "[2027-05-09..]", [PERIOD]),
        (91, None, "[2027-06-08..2027-06-09]", [MEANS]),
        (90, None, "2027-06-08", []),
    ],
)
def test_42_8_a_ceiling_ends_a_period_that_lasts_to_it(
    days: int | None, by_other_means: bool | None, last: str, asked: list[str]
) -> None:
    """Art. 25(2), Art. 42(8): where it limits, a period that reaches the ninetieth day ends with it, as is said."""
    regime = attrs.evolve(NOT_RENEWED, by_other_means=by_other_means)
    expiry = preservation_expiry(attrs.evolve(ORDERED, period_days=days), regime=regime).under(LIMITS)
    assert expiry.shown == last
    assert [question.name for question in expiry.open_questions] == asked


def test_42_8_the_day_is_cited_that_sets_the_end() -> None:
    """Art. 25(2), Art. 42(8): a period of ninety days ends of itself; one longer by a day is cut by the ceiling."""
    for days, cited in ((90, art(42, 8)), (91, art(25, 2))):
        expiry = preservation_expiry(attrs.evolve(ORDERED, period_days=days), regime=NOT_RENEWED).under(LIMITS)
        assert deadline_of(expiry) == Deadline(day(90), (cited,))


def test_42_8_a_ceiling_that_has_passed_is_a_reason() -> None:
    """Art. 25(2), Art. 42(8): what no longer runs since a ceiling has passed, or may not, says so."""
    for regime, truth in ((NOT_RENEWED, Truth.NO), (attrs.evolve(NOT_RENEWED, by_other_means=None), Truth.UNKNOWN)):
        for on, expected in ((day(90), Truth.YES), (day(91), truth)):
            runs = preservation_runs(attrs.evolve(ORDERED, period_days=120), on, regime=regime).under(LIMITS)
            assert runs.truth is expected
            assert [question.name for question in runs.open_questions] == ([MEANS] if runs.is_unknown else [])
            if expected is not Truth.YES:
                assert (art(25, 2),) in {node.authority for node in runs.decisive().walk()}


# What a period once extended leaves open

GRANTED = Extension(requested_on=day(50), until=day(100), granted=True)
ASKED_AGAIN = Extension(requested_on=day(90), until=day(150))


def test_42_9_a_second_extension_that_is_not_answered() -> None:
    """Art. 42(9): on the reading of one extension only, what waits for an answer beside one granted opens nothing."""
    both = attrs.evolve(MEASURE, extensions=(GRANTED, ASKED_AGAIN))
    for on, once, repeated in ((day(100), Truth.NO, Truth.YES), (day(120), Truth.NO, Truth.UNKNOWN)):
        assert may_request_extension(both, on).under(ONCE).truth is once
        assert may_request_extension(both, on).truth is repeated


def test_42_9_an_extension_that_is_not_answered_is_the_only_one() -> None:
    """Art. 42(9): on that reading, a day after the period that was set is too late, whatever becomes of the first."""
    for on, once, repeated in ((SIXTIETH, Truth.UNKNOWN, Truth.YES), (day(61), Truth.NO, Truth.UNKNOWN)):
        assert may_request_extension(UNANSWERED, on).under(ONCE).truth is once
        assert may_request_extension(UNANSWERED, on).truth is repeated


def test_42_8_a_decision_after_the_floor_is_no_early_one() -> None:
    """Art. 42(8): where an early decision ends it, a decision after sixty days leaves a longer period standing."""
    late = attrs.evolve(LATE, period_days=100)
    for option in EarlyDecision:
        under = Readings.of(option)
        for on, truth in ((day(100), Truth.YES), (day(101), Truth.UNKNOWN)):
            assert may_request_extension(late, on).under(under).truth is truth
            assert preservation_runs(late, on).under(under).truth is truth


def test_42_8_a_decision_on_the_last_day_of_the_period_moves_nothing() -> None:
    """Art. 42(8): whether the request found the data counts only for a decision after the last day."""
    for on, truth in ((99, Truth.YES), (100, Truth.YES), (101, Truth.UNKNOWN)):
        expiry = preservation_expiry(attrs.evolve(LATE, period_days=100, decided_on=day(on)))
        assert expiry.truth is truth
        assert expiry.on == (day(100) if truth is Truth.YES else None)


def test_42_9_an_early_decision_where_the_first_day_is_not_known() -> None:
    """Art. 42(8), (9): of a first day not before receipt, the sixtieth is certain, and a decision before it early."""
    received = PreservationMeasure(
        request_received_on=START, effected_on=Between(START, day(50)), assistance_requested=False, extensions=()
    )
    found: dict[str, Any] = {"assistance_requested": True, "still_preserved": True}
    early = attrs.evolve(received, **found, decided=True, decided_on=day(20))
    falls = Readings.of(EarlyDecision.FLOOR_FALLS)
    for measure, under, truth in (
        (received, falls, Truth.YES),
        (early, falls, Truth.NO),
        (early, Readings.of(EarlyDecision.FLOOR_STANDS), Truth.YES),
        (attrs.evolve(received, assistance_requested=None, decided=None), falls, Truth.UNKNOWN),
        (attrs.evolve(received, assistance_requested=None, decided=False), falls, Truth.YES),
    ):
        assert may_request_extension(measure, day(50)).under(under).truth is truth
        assert may_request_extension(measure, day(61)).under(under).truth is (
            Truth.NO if truth is Truth.NO else Truth.UNKNOWN
        )


# A ceiling that comes too late to matter

ORDERED_AT_ONCE = attrs.evolve(MEASURE, order=PreservationOrder(ordered_on=START, served_on=START, renewals=()))
PERHAPS_RENEWED = PreservationRegime(by_order_to_person=True, by_other_means=False)
"""Of a law of which it is open whether orders can be renewed, so whether their ceiling limits."""


@pytest.mark.parametrize(
    "measure",
    [
        ORDERED_AT_ONCE,
        attrs.evolve(
            ORDERED_AT_ONCE,
            assistance_requested=True,
            assistance_requested_on=day(70),
            still_preserved=False,
            decided=True,
            decided_on=day(100),
        ),
    ],
    ids=["no later request", "one that found nothing"],
)
def test_42_8_a_ceiling_after_the_period_need_not_be_known(measure: PreservationMeasure) -> None:
    """Art. 25(2), 42(8): a period of 60 days is over before 90 are, whether or not the 90 limit it."""
    expiry = preservation_expiry(measure, regime=PERHAPS_RENEWED).under(LIMITS)
    assert expiry.on == SIXTIETH
    assert expiry.is_yes


def test_42_8_a_ceiling_before_the_decision_must_be_known() -> None:
    """Art. 25(2), 42(8): a decision on the hundredth day moves the day of expiry only where the 90 do not limit it."""
    pending = attrs.evolve(ORDERED_AT_ONCE, assistance_requested=True, assistance_requested_on=day(40), decided=None)
    decided = attrs.evolve(pending, still_preserved=True, decided_on=day(100))
    assert preservation_expiry(decided, regime=PERHAPS_RENEWED).under(LIMITS).is_unknown
    assert preservation_expiry(decided, regime=NOT_RENEWED).under(LIMITS).on == day(90)
    assert preservation_expiry(decided, regime=PERHAPS_RENEWED).on == day(100)


def test_42_8_whether_a_ceiling_comes_too_late_turns_on_the_start_of_the_period() -> None:
    """Art. 25(2), 42(8): sixty days from receipt end before an order's ninety do, where those from effect would not."""
    received = day(-40)
    measure = attrs.evolve(
        MEASURE,
        request_received_on=received,
        order=PreservationOrder(ordered_on=received, served_on=received, renewals=()),
    )
    expiry = preservation_expiry(
        measure,
        regime=PERHAPS_RENEWED,
    ).under(Readings((FloorAndCeiling.CEILING_LIMITS, FloorStart.RECEIVED)))
    assert expiry.on == day(20)
    assert preservation_expiry(measure, regime=PERHAPS_RENEWED).under(LIMITS).is_unknown


def test_42_9_a_ceiling_before_the_end_of_an_extension_must_be_known() -> None:
    """Art. 25(2), 42(9): an extension to the hundredth day holds only where the 90 days of an order do not limit it."""
    extended = attrs.evolve(ORDERED_AT_ONCE, extensions=EXTENDED.extensions)
    assert preservation_expiry(extended, regime=PERHAPS_RENEWED).under(LIMITS).is_unknown
    assert preservation_expiry(extended, regime=PERHAPS_RENEWED).on == day(100)


def test_42_8_that_an_early_decision_found_the_data_stands_in_the_reasons() -> None:
    """Art. 42(8): on the reading on which it ends the floor, whether the request came in time is a reason."""
    early = attrs.evolve(PENDING, decided=True, decided_on=day(45))
    expiry = preservation_expiry(early).under(Readings.of(EarlyDecision.FLOOR_FALLS))
    assert expiry.on == day(45)
    assert "the request to search, seize or disclose came while the data were preserved" in {
        node.statement for node in expiry.walk() if node.is_yes
    }


def test_42_8_a_ceiling_on_the_last_day_of_the_period_comes_not_before_it() -> None:
    """Art. 25(2), 42(8): a period of 90 days is over on one day, whether or not those of an order limit it."""
    expiry = preservation_expiry(attrs.evolve(ORDERED_AT_ONCE, period_days=90), regime=PERHAPS_RENEWED).under(LIMITS)
    assert expiry.is_yes
    assert expiry.on == day(90)


def test_42_9_a_period_that_was_extended_once_has_not_expired_before_that_ends() -> None:
    """Art. 42(9): on the reading that a period is extended once, the one that was is told as it runs."""
    answer = may_request_extension(EXTENDED, day(80)).under(ONCE)
    assert answer.is_no
    assert [(limb.statement, limb.is_yes) for limb in answer.because] == [
        ("the preservation has taken effect by the day", True),
        ("the day lies before the preservation period expires", True),
        ("the period can be extended once more", False),
    ]
