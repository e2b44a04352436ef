"""Art. 42(8): for how long the data have to be preserved for the requesting State."""

from datetime import date, datetime, timedelta
from typing import Any, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.truthtables import disagreements
from uncc.cooperation import (
    Extension,
    PreservationMeasure,
    keeps_floor,
    limiting_ceiling,
    must_continue_until_decision,
    preservation_window,
    start_of_preservation,
)
from uncc.kernel.dates import Deadline
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Question
from uncc.kernel.findings import Truth
from uncc.kernel.lists import items_of
from uncc.kernel.provisions import art
from uncc.procedural.art25_preservation import PreservationOrder, PreservationRegime, Renewal
from uncc.readings import Readings
from uncc.readings.chapter_4 import OrderStart
from uncc.readings.chapter_5 import EarlyDecision, FloorAndCeiling, FloorStart

RECEIVED = date(2027, 3, 5)
START = date(2027, 3, 10)
SIXTIETH = date(2027, 5, 9)
ALONE = PreservationMeasure(
    request_received_on=RECEIVED, effected_on=START, period_days=60, assistance_requested=False, extensions=()
)


def day(count: int) -> date:
    return START + timedelta(days=count)


def last_day(deadline: Deadline | None) -> date | None:
    return None if deadline is None else deadline.on


def decided(asked: int, answered: int, *, still_preserved: bool | None = True) -> PreservationMeasure:
    return PreservationMeasure(
        request_received_on=RECEIVED,
        effected_on=START,
        period_days=60,
        assistance_requested_on=day(asked),
        still_preserved=still_preserved,
        decided_on=day(answered),
        extensions=(),
    )


# The start


def test_42_8_start() -> None:
    """Art. 42(8): the period is one of preservation, and so runs from the day on which that takes effect."""
    assert start_of_preservation(ALONE).on == START


def test_42_8_start_on_the_other_reading() -> None:
    """Art. 42(8): on the other reading it runs from the day on which the request is received."""
    under = Readings.of(FloorStart.RECEIVED)
    assert start_of_preservation(ALONE).under(under).on == RECEIVED
    assert (
        start_of_preservation(PreservationMeasure(request_received_on=RECEIVED, extensions=())).under(under).on
        == RECEIVED
    )


def test_42_8_start_not_known() -> None:
    """Art. 42(8): a start that nobody has recorded is unknown, and only not before the receipt."""
    start = start_of_preservation(PreservationMeasure(request_received_on=RECEIVED, extensions=()))
    assert start.on is None
    assert start.is_unknown
    assert (start.not_before, start.not_after) == (RECEIVED, None)


# The floor


@pytest.mark.parametrize(
    ("days", "expected"),
    [(1, Truth.NO), (59, Truth.NO), (60, Truth.YES), (61, Truth.YES), (400, Truth.YES), (None, Truth.UNKNOWN)],
)
def test_42_8_not_less_than_sixty(days: int | None, expected: Truth) -> None:
    """Art. 42(8): a period of sixty days or more is lawful, and a shorter one is not."""
    assert keeps_floor(PreservationMeasure(effected_on=START, period_days=days, extensions=())).truth is expected


def test_42_8_last_day_of_the_floor() -> None:
    """Art. 42(8): sixty days from 10 March end with 9 May, the first day not counting."""
    window = preservation_window(ALONE)
    assert window.because.is_yes
    assert last_day(window.not_before) == SIXTIETH
    assert window.not_before is not None
    assert art(42, 8) in window.not_before.authority


def test_42_8_sets_no_ceiling() -> None:
    """Art. 42(8): it says how long at least, and never how long at most."""
    assert preservation_window(ALONE).not_after is None


def test_42_8_may_end_with_the_last_day() -> None:
    """Art. 42(8): preservation may end on the sixtieth day and on no day before it."""
    window = preservation_window(ALONE)
    assert SIXTIETH in window
    assert day(59) not in window
    assert day(1000) in window


@pytest.mark.parametrize("days", [1, 30, 59])
def test_42_8_a_shorter_period_does_not_lower_the_floor(days: int) -> None:
    """Art. 42(8): a State that fixes fewer days must still preserve for sixty."""
    assert last_day(preservation_window(attrs.evolve(ALONE, period_days=days)).not_before) == SIXTIETH


def test_42_8_a_later_request_not_known() -> None:
    """Art. 42(8): while nobody knows whether assistance was requested, sixty days are certain and more is possible."""
    window = preservation_window(attrs.evolve(ALONE, assistance_requested=None))
    assert window.because.is_unknown
    assert last_day(window.not_before) == SIXTIETH


def test_42_8_start_unknown_no_day() -> None:
    """Art. 42(8): without a start and without a receipt there is no day that is certain, and none is invented."""
    window = preservation_window(attrs.evolve(ALONE, effected_on=None, request_received_on=None))
    assert window.because.is_unknown
    assert window.not_before is None


def test_42_8_start_unknown_but_received() -> None:
    """Art. 42(8): preservation for a request cannot begin before it is received, and that much is certain."""
    window = preservation_window(attrs.evolve(ALONE, effected_on=None))
    from_receipt = preservation_window(ALONE).under(Readings.of(FloorStart.RECEIVED))
    assert window.because.is_unknown
    assert window.not_before == from_receipt.not_before


def test_42_8_a_decision_is_early_whenever_the_sixty_days_began() -> None:
    """Art. 42(8): sixty days from a start that is not known cannot end before sixty from receipt."""
    measure = PreservationMeasure(
        request_received_on=date(2027, 3, 1),
        still_preserved=True,
        assistance_requested_on=date(2027, 3, 5),
        decided_on=date(2027, 3, 20),
        extensions=(),
    )
    falls = preservation_window(measure).under(Readings.of(EarlyDecision.FLOOR_FALLS))
    stands = preservation_window(measure)
    assert falls.because.is_yes
    assert last_day(falls.not_before) == date(2027, 3, 20)
    assert stands.because.is_unknown
    assert stands.not_before is not None
    assert stands.not_before.on == date(2027, 4, 30)


def test_42_8_from_receipt() -> None:
    """Art. 42(8): on the reading that counts from receipt, the sixty days end five days earlier here."""
    window = preservation_window(ALONE).under(Readings.of(FloorStart.RECEIVED))
    assert last_day(window.not_before) == date(2027, 5, 4)


# Pending a decision


def test_42_8_table() -> None:
    """Art. 42(8): preservation goes on iff assistance was requested, the data were still there, and none decided."""
    assert not disagreements(
        lambda a: must_continue_until_decision(
            PreservationMeasure(
                effected_on=START,
                assistance_requested=a["requested"],
                still_preserved=a["preserved"],
                decided=a["decided"],
                extensions=(),
            )
        ),
        lambda w: w["requested"] and w["preserved"] and not w["decided"],
        "requested",
        "preserved",
        "decided",
        # What was not requested cannot have been decided, nor have met with data that were still preserved. Whether the
        # loss of data during the sixty days ends the duty is not said, and the day of the request is not known here.
        where=lambda a: (
            a["preserved"] is not False
            and (a["requested"] is not False or (a["decided"] is not True and a["preserved"] is not True))
        ),
    )


def test_42_8_table_after_the_floor() -> None:
    """Art. 42(8): a request after the sixtieth day keeps what is there, and brings nothing back."""
    assert not disagreements(
        lambda a: must_continue_until_decision(
            PreservationMeasure(
                effected_on=START,
                period_days=60,
                assistance_requested_on=day(80),
                still_preserved=a["preserved"],
                decided=a["decided"],
                extensions=(),
            )
        ),
        lambda w: w["preserved"] and not w["decided"],
        "preserved",
        "decided",
    )


def test_42_8_a_date_is_an_event() -> None:
    """Art. 42(8): a request with a date was made, and a decision with a date was taken."""
    pending = PreservationMeasure(
        effected_on=START, assistance_requested_on=day(20), still_preserved=True, decided=False, extensions=()
    )
    assert must_continue_until_decision(pending).is_yes
    assert must_continue_until_decision(decided(20, 30)).is_no


def test_42_8_pending() -> None:
    """Art. 42(8): while a decision is pending no last day can be named, but sixty days are certain."""
    pending = PreservationMeasure(
        effected_on=START,
        period_days=60,
        assistance_requested_on=day(40),
        still_preserved=True,
        decided=False,
        extensions=(),
    )
    window = preservation_window(pending)
    assert not window.because.is_yes
    assert window.not_before is not None
    assert window.not_before.on >= SIXTIETH
    assert window.not_after is None


def test_42_8_decided_after_the_floor() -> None:
    """Art. 42(8): preservation lasts until the decision where that comes after the sixty days."""
    window = preservation_window(decided(40, 100))
    assert window.because.is_yes
    assert last_day(window.not_before) == day(100)


def test_42_8_decided_before_the_floor() -> None:
    """Art. 42(8): an early decision leaves the sixty days standing, and on the other reading ends preservation."""
    assert last_day(preservation_window(decided(40, 50)).not_before) == SIXTIETH
    falls = preservation_window(decided(40, 50)).under(Readings.of(EarlyDecision.FLOOR_FALLS))
    assert falls.because.is_yes
    assert last_day(falls.not_before) == day(50)


def test_42_8_decided_on_the_last_day() -> None:
    """Art. 42(8): with a decision on the sixtieth day, both readings end preservation on that day."""
    for option in EarlyDecision:
        assert last_day(preservation_window(decided(40, 60)).under(Readings.of(option)).not_before) == SIXTIETH


def test_42_8_request_after_the_floor() -> None:
    """Art. 42(8): a later request prolongs preservation that was still going on, and revives none that had ended."""
    assert last_day(preservation_window(decided(80, 100)).not_before) == day(100)
    ended = preservation_window(decided(80, 100, still_preserved=False))
    assert ended.because.is_yes
    assert last_day(ended.not_before) == SIXTIETH


def test_42_8_request_after_the_floor_with_unknown_data() -> None:
    """Art. 42(8): not knowing whether the data were still preserved leaves the day of the decision open."""
    window = preservation_window(decided(80, 100, still_preserved=None))
    assert window.because.is_unknown
    assert last_day(window.not_before) == SIXTIETH


def test_42_8_a_decision_of_unknown_date() -> None:
    """Art. 42(8): a decision known to have been taken, on a day not known, leaves no more than the floor certain."""
    window = preservation_window(
        PreservationMeasure(
            effected_on=START,
            period_days=60,
            assistance_requested_on=day(80),
            still_preserved=True,
            decided=True,
            extensions=(),
        )
    )
    assert window.because.is_unknown
    assert window.not_before is not None
    assert SIXTIETH <= window.not_before.on <= day(80)


# Floor and ceiling


def test_42_8_and_25_2_floor_and_ceiling() -> None:
    """Art. 42(8) with 25(2): the wait for a decision outlasts an order that cannot be renewed, or ends with it."""
    order = PreservationOrder(ordered_on=START, days=90, renewals=())
    regime = PreservationRegime(by_order_to_person=True, by_other_means=False, maximum_days=90, provides_renewal=False)
    measure = attrs.evolve(decided(40, 120), order=order)
    assert last_day(preservation_window(measure, regime=regime).not_before) == day(120)
    limited = preservation_window(measure, regime=regime).under(Readings.of(FloorAndCeiling.CEILING_LIMITS))
    assert last_day(limited.not_before) == day(90)
    assert last_day(limited.not_after) == day(90)


def test_42_8_and_25_2_no_conflict_below_ninety_days() -> None:
    """Art. 42(8) with 25(2): sixty days fit into ninety, so that the floor alone never meets the ceiling."""
    order = PreservationOrder(ordered_on=START, days=90, renewals=())
    regime = PreservationRegime(by_order_to_person=True, by_other_means=False, maximum_days=90, provides_renewal=False)
    for option in FloorAndCeiling:
        window = preservation_window(attrs.evolve(ALONE, order=order), regime=regime).under(Readings.of(option))
        assert last_day(window.not_before) == SIXTIETH


# Extensions


def test_42_9_a_granted_extension_prolongs_the_period() -> None:
    """Art. 42(9): the period that was extended ends with the last day of its extension."""
    extended = attrs.evolve(ALONE, extensions=(Extension(requested_on=day(50), until=day(100), granted=True),))
    assert last_day(preservation_window(extended).not_before) == day(100)


def test_42_9_a_refused_extension_changes_nothing() -> None:
    """Art. 42(9): asking for an extension is not having it."""
    refused = attrs.evolve(ALONE, extensions=(Extension(requested_on=day(50), until=day(100), granted=False),))
    window = preservation_window(refused)
    assert window.because.is_yes
    assert last_day(window.not_before) == SIXTIETH


def test_42_9_an_extension_not_yet_answered() -> None:
    """Art. 42(9): until it is known whether the extension was granted, the sixty days alone are certain."""
    asked = attrs.evolve(ALONE, extensions=(Extension(requested_on=day(50), until=day(100)),))
    window = preservation_window(asked)
    assert window.because.is_unknown
    assert last_day(window.not_before) == SIXTIETH


# Impossible input


def test_42_8_impossible_order_of_events() -> None:
    """Art. 42(8): nothing takes effect before it is asked for, nor is decided before that."""
    with pytest.raises(InvalidValue):
        PreservationMeasure(request_received_on=date(2027, 3, 11), effected_on=START, extensions=())
    with pytest.raises(InvalidValue):
        PreservationMeasure(assistance_requested_on=day(30), decided_on=day(29), extensions=())
    with pytest.raises(InvalidValue):
        PreservationMeasure(effected_on=datetime(2027, 3, 10, 9, 0), extensions=())
    with pytest.raises(InvalidValue):
        PreservationMeasure(period_days=0, extensions=())


def test_42_8_impossible_contradictions() -> None:
    """Art. 42(8): an event with a date happened, and a request never made cannot have been decided."""
    with pytest.raises(InvalidValue):
        PreservationMeasure(assistance_requested=False, assistance_requested_on=day(30), extensions=())
    with pytest.raises(InvalidValue):
        PreservationMeasure(assistance_requested=True, decided=False, decided_on=day(30), extensions=())
    with pytest.raises(InvalidValue):
        PreservationMeasure(assistance_requested=False, decided=True, extensions=())


def test_42_9_impossible_extension() -> None:
    """Art. 42(9): an extension cannot end before it was asked for."""
    with pytest.raises(InvalidValue):
        Extension(requested_on=day(50), until=day(49), granted=True)


# Invariants

facts = st.sampled_from((True, False, None))


@st.composite
def full_measures(draw: st.DrawFn) -> PreservationMeasure:
    """Everything is known, and everything is possible."""
    received = draw(st.dates(date(2026, 1, 1), date(2030, 1, 1)))
    effected = received + timedelta(days=draw(st.integers(0, 20)))
    requested = draw(st.booleans())
    asked = effected + timedelta(days=draw(st.integers(0, 150))) if requested else None
    answered = asked + timedelta(days=draw(st.integers(0, 150))) if asked is not None and draw(st.booleans()) else None
    preserved: bool | None = None
    if asked is not None:
        preserved = asked <= effected + timedelta(days=60) or draw(st.booleans())
    extensions: tuple[Extension, ...] = ()
    if draw(st.booleans()):
        wished = effected + timedelta(days=draw(st.integers(0, 60)))
        until = effected + timedelta(days=draw(st.integers(61, 300)))
        extensions = (Extension(requested_on=wished, until=until, granted=draw(st.booleans())),)
    return PreservationMeasure(
        request_received_on=received,
        effected_on=effected,
        period_days=draw(st.integers(1, 150)),
        extensions=extensions,
        assistance_requested=requested,
        assistance_requested_on=asked,
        still_preserved=preserved,
        decided=answered is not None if requested else None,
        decided_on=answered,
    )


@st.composite
def measures_partly_known(draw: st.DrawFn) -> tuple[PreservationMeasure, PreservationMeasure]:
    """The whole case, and what somebody knows of it."""
    full = draw(full_measures())

    def forget(*names: str) -> dict[str, None]:
        return dict.fromkeys(name for name in names if draw(st.booleans()))

    forgotten = forget("request_received_on", "effected_on", "period_days", "still_preserved")
    if draw(st.booleans()):
        forgotten |= dict.fromkeys(("decided", "decided_on"))
    else:
        forgotten |= forget("decided_on")
    if "decided_on" in forgotten and draw(st.booleans()):
        forgotten |= dict.fromkeys(("assistance_requested", "assistance_requested_on"))
    else:
        forgotten |= forget("assistance_requested_on")
    extensions = tuple(
        Extension(
            requested_on=extension.requested_on,
            until=draw(st.sampled_from((extension.until, None))),
            granted=draw(st.sampled_from((extension.granted, None))),
        )
        for extension, _ in items_of(full, attrs.fields(PreservationMeasure).extensions)
    )
    return full, attrs.evolve(full, extensions=extensions, **forgotten)


@given(measures_partly_known())
def test_42_8_never_less_than_sixty_days(measures: tuple[PreservationMeasure, PreservationMeasure]) -> None:
    """Art. 42(8): whatever happens and whatever is known, preservation may not end before the sixtieth day."""
    for measure in measures:
        window = preservation_window(measure)
        if not isinstance(measure.effected_on, date):
            assert window.because.is_unknown
        else:
            assert window.not_before is not None
            assert window.not_before.on >= measure.effected_on + timedelta(days=60)


readings = st.builds(
    Readings.of, st.sampled_from(FloorStart), st.sampled_from(EarlyDecision), st.sampled_from(FloorAndCeiling)
)


@pytest.mark.long
@given(measures_partly_known(), readings)
def test_42_8_learning_overturns_nothing(
    measures: tuple[PreservationMeasure, PreservationMeasure], under: Readings
) -> None:
    """Art. 42(8): on every reading, what is certain on part of the facts is certain on all of them."""
    full, known = measures
    for before, later in (
        (keeps_floor(known), keeps_floor(full)),
        (must_continue_until_decision(known).under(under), must_continue_until_decision(full).under(under)),
        (start_of_preservation(known).under(under), start_of_preservation(full).under(under)),
    ):
        assert before.is_unknown or later.truth is before.truth
    first, second = preservation_window(known).under(under), preservation_window(full).under(under)
    if first.because.is_yes:
        assert second.because.is_yes
        assert first.not_before == second.not_before
    if first.not_before is not None:
        assert second.not_before is not None
        assert first.not_before.on <= second.not_before.on


@given(full_measures())
def test_42_8_the_day_in_full(measure: PreservationMeasure) -> None:
    """Art. 42(8): the last obligatory day is the sixtieth, or the day of a later decision if data were there for it."""
    measure = attrs.evolve(measure, extensions=(), period_days=60)
    assert isinstance(measure.effected_on, date)
    floor = measure.effected_on + timedelta(days=60)
    window = preservation_window(measure)
    if not measure.assistance_requested or not measure.still_preserved:
        assert window.because.is_yes
        assert last_day(window.not_before) == floor
    elif measure.decided_on is None:
        assert not window.because.is_yes
    else:
        assert window.because.is_yes
        assert last_day(window.not_before) == max(floor, cast("Any", measure.decided_on))


@given(
    full_measures(),
    facts,
    st.integers(0, 10),
    st.lists(st.integers(1, 90), max_size=2),
    st.sampled_from(list(FloorAndCeiling)),
)
def test_42_8_and_25_2_what_the_ceiling_can_do(
    measure: PreservationMeasure, renewal: bool | None, head_start: int, gaps: list[int], option: FloorAndCeiling
) -> None:
    """Art. 42(8) with 25(2): a ceiling is at most ninety days from the order or its last renewal."""
    effected = measure.effected_on
    assert isinstance(effected, date)
    ordered = effected - timedelta(days=head_start)
    renewals: list[Renewal] = []
    latest: date = ordered
    for gap in gaps:
        latest += timedelta(days=gap)
        renewals.append(Renewal(on=latest, days=90))
    measure = attrs.evolve(
        measure,
        request_received_on=None,
        period_days=min(90, cast("int", measure.period_days)),
        order=PreservationOrder(ordered_on=ordered, days=90, renewals=tuple(renewals)),
    )
    regime = PreservationRegime(
        by_order_to_person=True, by_other_means=False, maximum_days=90, provides_renewal=renewal
    )
    window = preservation_window(measure, regime=regime).under(Readings.of(option))
    if window.not_after is not None:
        assert window.not_after.on <= latest + timedelta(days=90)
    if option is FloorAndCeiling.FLOOR_PREVAILS:
        assert window.not_before is not None
        assert window.not_before.on >= effected + timedelta(days=60)


def test_42_8_what_was_decided_early_was_asked_for_early() -> None:
    """Art. 42(8): a request on a day not known came before its decision, so that an early one found the data."""
    under = Readings.of(EarlyDecision.FLOOR_FALLS)
    decided = PreservationMeasure(effected_on=START, decided_on=START + timedelta(days=9), extensions=())
    window = preservation_window(decided).under(under)
    assert window.because.is_yes
    assert window.not_before == Deadline(START + timedelta(days=9), (art(42, 8),))
    late = preservation_window(PreservationMeasure(effected_on=START, decided_on=day(70), extensions=())).under(under)
    assert late.because.is_unknown
    assert last_day(late.not_before) == SIXTIETH


def test_42_9_an_extension_is_asked_for_whichever_way_it_went() -> None:
    """Art. 42(9): that an extension was granted, or was not, is a fact that the window rests on, and stands in it."""
    for granted, until in ((False, None), (True, START + timedelta(days=99))):
        asked = Extension(requested_on=START, granted=granted, until=until)
        window = preservation_window(
            PreservationMeasure(effected_on=START, assistance_requested=False, extensions=(asked,))
        )
        names = {node.about.name for node in window.because.walk() if isinstance(node.about, Question)}
        assert window.because.is_yes
        assert {"Extension.granted", "PreservationMeasure.assistance_requested"} <= names


def _refusal(**facts: Any) -> str:
    with pytest.raises(InvalidValue) as refused:
        PreservationMeasure(**facts)
    return str(refused.value)


def test_42_8_what_cannot_have_been_is_named() -> None:
    """Art. 42(8), (9): a file that contradicts itself is refused, with the field at fault and what it should be."""
    decided = "decided: False is not true or null (not known), as decided_on is 2027-04-09 (Art. 42(8))"
    assert _refusal(assistance_requested=True, decided=False, decided_on=day(30)) == decided
    requested = "assistance_requested: False is not true or null (not known), as decided is true (Art. 42(8))"
    assert _refusal(assistance_requested=False, decided=True) == requested
    early = "effected_on: '2027-03-10' is not on or after request_received_on, 2027-03-11"
    assert _refusal(request_received_on=day(1), effected_on=START) == early
    early = "decided_on: '2027-03-10' is not on or after assistance_requested_on, 2027-03-11"
    assert _refusal(assistance_requested_on=day(1), decided_on=START) == early


# What is said of a ceiling

ORDERED = PreservationOrder(ordered_on=START, served_on=day(5), renewals=())
NOT_RENEWED = PreservationRegime(by_order_to_person=True, provides_renewal=False, by_other_means=False)
LIMITS = Readings.of(FloorAndCeiling.CEILING_LIMITS)


@pytest.mark.parametrize(
    ("regime", "order", "ceiling", "truth"),
    [
        (NOT_RENEWED, ORDERED, "2027-06-08", Truth.YES),
        (attrs.evolve(NOT_RENEWED, by_other_means=True), ORDERED, "never", Truth.YES),
        (attrs.evolve(NOT_RENEWED, by_other_means=True), PreservationOrder(), "never", Truth.YES),
        (NOT_RENEWED, PreservationOrder(), "not known", Truth.UNKNOWN),
        (attrs.evolve(NOT_RENEWED, by_other_means=None), ORDERED, "[2027-06-08..]", Truth.YES),
        (PreservationRegime(), PreservationOrder(), "not known", Truth.UNKNOWN),
    ],
)
def test_42_8_and_25_2_what_must_be_known_of_a_ceiling(
    regime: PreservationRegime, order: PreservationOrder, ceiling: str, truth: Truth
) -> None:
    """Art. 25(2), Art. 42(8): what is known of a ceiling that limits; it counts where it may come before the floor."""
    measure = attrs.evolve(ALONE, order=order)
    assert limiting_ceiling(measure, regime).under(LIMITS).shown == ceiling
    window = preservation_window(measure, regime=regime).under(LIMITS)
    assert window.because.truth is truth
    assert last_day(window.not_after) == (date(2027, 6, 8) if ceiling == "2027-06-08" else None)
    assert preservation_window(measure, regime=regime).because.is_yes


def test_42_8_and_25_2_the_ceiling_is_counted_as_the_order_is_read() -> None:
    """Art. 25(2), Art. 42(8): counted from the order or from its service, the ceiling follows the reading chosen."""
    for option, last in ((OrderStart.ORDERED, day(90)), (OrderStart.SERVED, day(95))):
        under = Readings.of(FloorAndCeiling.CEILING_LIMITS, option)
        window = preservation_window(attrs.evolve(ALONE, order=ORDERED), regime=NOT_RENEWED).under(under)
        assert window.not_after == Deadline(last, (art(25, 2),))
    unserved = attrs.evolve(ALONE, order=PreservationOrder(ordered_on=START, renewals=()))
    for option, ceiling in ((OrderStart.ORDERED, "2027-06-08"), (OrderStart.SERVED, "[2027-06-08..]")):
        under = Readings.of(FloorAndCeiling.CEILING_LIMITS, option)
        assert limiting_ceiling(unserved, NOT_RENEWED).under(under).shown == ceiling
        assert preservation_window(unserved, regime=NOT_RENEWED).under(under).because.is_yes
    longer = attrs.evolve(unserved, extensions=(Extension(requested_on=START, granted=True, until=day(100)),))
    for option, truth in ((OrderStart.ORDERED, Truth.YES), (OrderStart.SERVED, Truth.UNKNOWN)):
        under = Readings.of(FloorAndCeiling.CEILING_LIMITS, option)
        assert preservation_window(longer, regime=NOT_RENEWED).under(under).because.truth is truth


def test_42_8_and_25_2_a_decision_on_the_day_of_the_ceiling() -> None:
    """Art. 25(2), Art. 42(8): a decision on the ninetieth day sets the day itself, a later one does not."""
    for on, cited in ((89, art(42, 8)), (90, art(42, 8)), (91, art(25, 2))):
        measure = attrs.evolve(decided(40, on), order=ORDERED)
        window = preservation_window(measure, regime=NOT_RENEWED).under(LIMITS)
        assert window.not_before == Deadline(day(min(on, 90)), (cited,))
