"""Art. 40(29): safe conduct: for whom, against what, from when, and until when."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import effort
from tests.truthtables import disagreements
from uncc.cases import standing
from uncc.cooperation import (
    LEAVING_DAYS,
    Restraint,
    SafeConduct,
    duties_on_safe_conduct,
    has_safe_conduct,
    is_entitled_to_safe_conduct,
    last_day_for_leaving,
    leaving_opportunity,
    safe_conduct_covers,
    safe_conduct_end,
    safe_conduct_has_begun,
    safe_conduct_has_ceased,
)
from uncc.kernel.dates import Deadline, Period, deadline_of
from uncc.kernel.duties import Modality
from uncc.kernel.errors import InvalidValue
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_5_assistance import SafeConductInterruption, SafeConductReturn, SafeConductStart

AT_ONCE = Readings.of(SafeConductReturn.AT_ONCE)
ADDS_UP = Readings.of(SafeConductInterruption.ADDS_UP)
ENTRY = Readings.of(SafeConductStart.ENTRY)
INFORMED = date(2027, 5, 3)
NO_TREATY = AssistanceTreaty(binds=False)
ONE = timedelta(days=1)
WITNESS: dict[str, Any] = {"at_request": True, "consents": True, "in_requesting_territory": True}
FREE = SafeConduct(**WITNESS, departed_on=date(2027, 4, 20), informed_on=INFORMED, period_agreed=False, hindrances=())


def on(text: str) -> date:
    return date.fromisoformat(text)


def span(start: str, end: str) -> Period:
    return Period(on(start), on(end))


# For whom


def test_40_29_entitlement_table() -> None:
    """Art. 40(29): whoever consents, at the request of the State, to give evidence or help in its territory."""
    assert not disagreements(
        lambda a: is_entitled_to_safe_conduct(
            SafeConduct(at_request=a["request"], consents=a["consents"], in_requesting_territory=a["there"]),
            treaty=NO_TREATY,
        ),
        lambda w: w["request"] and w["consents"] and w["there"],
        "request",
        "consents",
        "there",
    )


# From when


def test_40_29_begins_with_the_departure() -> None:
    """Art. 40(29): as adopted, from the day on which the person left the requested State, that day included."""
    assert safe_conduct_has_begun(FREE, on("2027-04-19")).is_no
    assert safe_conduct_has_begun(FREE, on("2027-04-20")).is_yes
    assert safe_conduct_has_begun(SafeConduct(), on("2027-04-20")).is_unknown


def test_40_29_begins_with_the_entry() -> None:
    """Art. 40(29): on the other reading, from the day on which the person entered the requesting State."""
    person = SafeConduct(departed_on=on("2027-04-20"), entered_on=on("2027-04-22"))
    assert safe_conduct_has_begun(person, on("2027-04-21")).is_yes
    assert safe_conduct_has_begun(person, on("2027-04-21")).under(ENTRY).is_no
    assert safe_conduct_has_begun(person, on("2027-04-22")).under(ENTRY).is_yes
    assert safe_conduct_has_begun(FREE, on("2027-04-19")).under(ENTRY).is_no
    assert safe_conduct_has_begun(FREE, on("2027-04-20")).under(ENTRY).is_unknown


def test_40_29_who_has_entered_has_departed() -> None:
    """Art. 40(29): whoever is in the one State has left the other, on whatever day that was."""
    person = SafeConduct(entered_on=on("2027-04-22"))
    assert safe_conduct_has_begun(person, on("2027-04-22")).is_yes
    assert safe_conduct_has_begun(person, on("2027-04-21")).is_unknown


# The opportunity of leaving


def test_40_29_s41() -> None:
    """S41, Art. 40(29): arrested 25 days after the information, all but one of them in intensive care."""
    hindered = SafeConduct(
        **WITNESS,
        departed_on=on("2027-04-20"),
        informed_on=INFORMED,
        period_agreed=False,
        hindrances=(span("2027-05-04", "2027-05-27"),),
        remained_voluntarily=False,
    )
    fraud = Restraint(restricts_liberty=True, in_territory=True, about_on=on("2020-03-01"))
    for conduct in (FREE, hindered):
        assert safe_conduct_has_ceased(conduct, on("2027-05-10")).is_no
        assert safe_conduct_covers(conduct, fraud, on("2027-05-10"), treaty=NO_TREATY).is_yes
    assert safe_conduct_has_ceased(hindered, on("2027-05-28")).is_no
    assert safe_conduct_covers(hindered, fraud, on("2027-05-28"), treaty=NO_TREATY).is_yes


@pytest.mark.parametrize("remained", [True, None])
def test_40_29_s41_nothing_to_ask_about_remaining(remained: bool | None) -> None:
    """S41, Art. 40(29): while the fifteen days have not run, it does not matter why the person is still there."""
    conduct = SafeConduct(
        informed_on=INFORMED,
        period_agreed=False,
        hindrances=(span("2027-05-04", "2027-05-27"),),
        remained_voluntarily=remained,
    )
    assert safe_conduct_has_ceased(conduct, on("2027-06-11")).is_no
    assert safe_conduct_has_ceased(conduct, on("2027-06-12")).is_yes is (remained is True)


def test_40_29_fifteen_days() -> None:
    """Art. 40(29): the day of the information is not counted, the fifteenth after it is the last that protects."""
    window = leaving_opportunity(FREE)
    assert window.because.is_yes
    assert window.not_before is not None
    assert window.not_after is not None
    assert (window.not_before.on, window.not_after.on) == (on("2027-05-04"), on("2027-05-18"))
    assert LEAVING_DAYS == 15


def test_40_29_the_opportunity_asks_only_for_what_is_missing() -> None:
    """Art. 40(29): with the days known, only whether a period was agreed is open, and of how many days."""
    known = SafeConduct(informed_on=INFORMED, hindrances=())
    assert [question.name for question in last_day_for_leaving(known).open_questions] == [
        "SafeConduct.period_agreed",
        "SafeConduct.agreed_days",
    ]


@pytest.mark.parametrize(
    ("hindrances", "days", "first", "last"),
    [
        ([], None, "2027-05-04", "2027-05-18"),
        ([("2027-05-18", "2027-05-18")], None, "2027-05-19", "2027-06-02"),
        ([("2027-05-19", "2027-05-19")], None, "2027-05-04", "2027-05-18"),
        ([("2027-04-01", "2027-05-03")], None, "2027-05-04", "2027-05-18"),
        ([("2027-04-01", "2027-05-04")], None, "2027-05-05", "2027-05-19"),
        ([("2027-05-10", "2027-05-11"), ("2027-05-26", "2027-05-26")], None, "2027-05-27", "2027-06-10"),
        ([("2027-05-10", "2027-05-11"), ("2027-05-27", "2027-05-27")], None, "2027-05-12", "2027-05-26"),
        ([("2027-05-12", "2027-05-14"), ("2027-05-10", "2027-05-11")], None, "2027-05-15", "2027-05-29"),
        ([], 7, "2027-05-04", "2027-05-10"),
        ([("2027-05-10", "2027-05-10")], 7, "2027-05-11", "2027-05-17"),
        ([], 30, "2027-05-04", "2027-06-02"),
        ([], 1, "2027-05-04", "2027-05-04"),
    ],
)
def test_40_29_interruptions(hindrances: list[tuple[str, str]], days: int | None, first: str, last: str) -> None:
    """Art. 40(29): the days must be consecutive, so that a day without an opportunity makes them begin anew."""
    conduct = SafeConduct(
        informed_on=INFORMED,
        period_agreed=None if days else False,
        agreed_days=days,
        hindrances=tuple(span(*ends) for ends in hindrances),
    )
    window = leaving_opportunity(conduct)
    assert window.not_before is not None
    assert window.not_after is not None
    assert (window.not_before.on, window.not_after.on) == (on(first), on(last))


def test_40_29_agreed_days_that_add_up() -> None:
    """Art. 40(29): on the other reading the days of an agreed period are added; the fifteen stay consecutive."""
    hindrances = (span("2027-05-04", "2027-05-04"), span("2027-05-08", "2027-05-09"))
    agreed = SafeConduct(informed_on=INFORMED, agreed_days=5, hindrances=hindrances)
    plain = SafeConduct(informed_on=INFORMED, period_agreed=False, hindrances=hindrances)
    added, anew = leaving_opportunity(agreed).under(ADDS_UP), leaving_opportunity(agreed)
    assert [str(window.not_after)[:10] for window in (added, anew)] == ["2027-05-11", "2027-05-14"]
    assert [str(window.not_before)[:10] for window in (added, anew)] == ["2027-05-05", "2027-05-10"]
    assert leaving_opportunity(plain).under(ADDS_UP).not_after == leaving_opportunity(plain).not_after
    assert leaving_opportunity(plain).under(ADDS_UP).not_before == leaving_opportunity(plain).not_before
    assert [used.reading.id for used in anew.because.readings] == ["safe-conduct-interruption"]
    assert not last_day_for_leaving(plain).decisive().readings


@pytest.mark.parametrize(
    ("missing", "asks"),
    [
        ({"informed": True, "period_agreed": False, "hindrances": ()}, "SafeConduct.informed_on"),
        ({"informed_on": INFORMED, "period_agreed": True, "hindrances": ()}, "SafeConduct.agreed_days"),
        (
            {"informed_on": INFORMED, "period_agreed": False},
            "SafeConduct.hindrances",
        ),
    ],
)
def test_40_29_what_is_missing_is_said(missing: dict[str, Any], asks: str) -> None:
    """Art. 40(29): where a fact is missing no day is set, and the answer says which fact."""
    last = last_day_for_leaving(SafeConduct(**missing))
    assert last.is_unknown
    assert last.on is None
    assert leaving_opportunity(SafeConduct(**missing)).not_after is None
    assert [question.name for question in last.open_questions] == [asks]


def test_40_29_without_the_information_nothing_runs() -> None:
    """Art. 40(29): a person who has not been told keeps safe conduct, however long it takes."""
    waiting = SafeConduct(**WITNESS, departed_on=on("2027-04-20"), informed=False, remained_voluntarily=True)
    assert last_day_for_leaving(waiting).is_never
    assert leaving_opportunity(waiting).not_before is None
    assert safe_conduct_end(waiting).is_never
    assert has_safe_conduct(waiting, on("2037-04-20"), treaty=NO_TREATY).is_yes


# Until when


def test_40_29_remaining() -> None:
    """Art. 40(29): a person who remains freely loses safe conduct when the fifteenth day has ended."""
    stayed = SafeConduct(informed_on=INFORMED, period_agreed=False, hindrances=(), remained_voluntarily=True)
    end = safe_conduct_end(stayed)
    assert end.on == on("2027-05-18")
    assert deadline_of(end) == Deadline(on("2027-05-18"), (art(40, 29),))
    assert safe_conduct_has_ceased(stayed, on("2027-05-18")).is_no
    assert safe_conduct_has_ceased(stayed, on("2027-05-19")).is_yes


def test_40_29_remaining_against_the_will() -> None:
    """Art. 40(29): a person who did not remain freely, and did not come back, keeps safe conduct."""
    held = SafeConduct(informed_on=INFORMED, period_agreed=False, hindrances=(), remained_voluntarily=False, left=False)
    assert safe_conduct_end(held).is_never
    assert safe_conduct_end(held).on is None
    assert safe_conduct_has_ceased(held, on("2028-01-01")).is_no


def test_40_29_returning() -> None:
    """Art. 40(29): a person who left in time and came back freely is protected until the day before the return."""
    back = SafeConduct(
        informed_on=INFORMED,
        period_agreed=False,
        hindrances=(),
        left_on=on("2027-05-07"),
        returned_on=on("2027-08-01"),
        returned_freely=True,
    )
    end = safe_conduct_end(back)
    assert end.on == on("2027-07-31")
    assert safe_conduct_has_ceased(back, on("2027-07-31")).is_no
    assert safe_conduct_has_ceased(back, on("2027-08-01")).is_yes


def test_40_29_returning_before_the_days_have_run() -> None:
    """Art. 40(29): as adopted an early return ends it only with the fifteenth day; on the other reading at once."""
    back = SafeConduct(
        informed_on=INFORMED,
        period_agreed=False,
        hindrances=(),
        left_on=on("2027-05-05"),
        returned_on=on("2027-05-07"),
        returned_freely=True,
    )
    ends = [safe_conduct_end(back).under(under).on for under in (AS_ADOPTED, AT_ONCE)]
    assert [str(end)[:10] for end in ends] == ["2027-05-18", "2027-05-06"]
    assert safe_conduct_has_ceased(back, on("2027-05-07")).is_no
    assert safe_conduct_has_ceased(back, on("2027-05-07")).under(AT_ONCE).is_yes


def test_40_29_brought_back_by_force() -> None:
    """Art. 40(29): a return that is not of the person's own free will does not end safe conduct."""
    brought = SafeConduct(
        informed_on=INFORMED,
        period_agreed=False,
        hindrances=(),
        left_on=on("2027-05-05"),
        returned_on=on("2027-06-07"),
        returned_freely=False,
    )
    for under in (AS_ADOPTED, AT_ONCE):
        assert safe_conduct_end(brought).under(under).is_never
        assert safe_conduct_has_ceased(brought, on("2028-01-01")).under(under).is_no


def test_40_29_going_home_between_two_hearings() -> None:
    """Art. 40(29): a return before the information says nothing of the time after it."""
    home = SafeConduct(
        informed_on=INFORMED,
        period_agreed=False,
        hindrances=(),
        left_on=on("2027-04-24"),
        returned_on=on("2027-04-28"),
        returned_freely=True,
    )
    assert safe_conduct_end(home).is_unknown
    assert [question.name for question in safe_conduct_end(home).open_questions] == ["SafeConduct.remained_voluntarily"]
    assert safe_conduct_has_ceased(home, on("2027-04-28")).under(AT_ONCE).is_yes
    assert safe_conduct_has_ceased(home, on("2027-05-19")).is_unknown
    kept = attrs.evolve(home, remained_voluntarily=False)
    assert safe_conduct_has_ceased(kept, on("2027-05-19")).is_no
    assert safe_conduct_end(kept).is_never


def test_40_29_when_it_is_open_whether_the_person_had_remained() -> None:
    """Art. 40(29): a late return settles that safe conduct ended, and not when."""
    late = SafeConduct(
        informed_on=INFORMED,
        period_agreed=False,
        hindrances=(),
        returned_on=on("2027-08-01"),
        returned_freely=True,
    )
    end = safe_conduct_end(late)
    assert end.is_unknown
    assert end.on is None
    assert end.not_before == on("2027-05-18")
    assert [question.name for question in end.open_questions] == ["SafeConduct.remained_voluntarily"]


def test_40_29_at_once_with_an_unknown_period() -> None:
    """Art. 40(29): on the reading that a return counts at once, an earlier end by staying must be excluded first."""
    early = SafeConduct(
        informed_on=INFORMED, returned_on=on("2027-05-04"), returned_freely=True, left_on=on("2027-05-03")
    )
    assert str(safe_conduct_end(early).under(AT_ONCE).on)[:10] == "2027-05-03"
    late = SafeConduct(informed_on=INFORMED, returned_on=on("2027-05-14"), returned_freely=True)
    assert safe_conduct_end(late).under(AT_ONCE).is_unknown
    gone = SafeConduct(
        informed_on=INFORMED, returned_on=on("2027-05-14"), returned_freely=True, remained_voluntarily=False
    )
    assert str(safe_conduct_end(gone).under(AT_ONCE).on)[:10] == "2027-05-13"


def test_40_29_at_once_with_a_return_not_fully_known() -> None:
    """Art. 40(29): on that reading an earlier end by a return must be excluded as well; as adopted it cannot come."""
    stayed: dict[str, Any] = {
        "informed_on": INFORMED,
        "period_agreed": False,
        "hindrances": (),
        "remained_voluntarily": True,
    }
    last = on("2027-05-18")
    cases: list[tuple[dict[str, Any], date | None]] = [
        ({}, None),
        ({"left": False}, last),
        ({"returned_on": on("2027-05-18")}, None),
        ({"returned_on": on("2027-05-19")}, last),
        ({"returned_on": on("2027-05-10"), "returned_freely": False}, last),
        ({"returned_on": on("2027-05-10"), "returned_freely": True}, on("2027-05-09")),
    ]
    for known, at_once in cases:
        person = SafeConduct(**stayed, **known)
        end, adopted = safe_conduct_end(person).under(AT_ONCE), safe_conduct_end(person)
        assert end.on == at_once, known
        assert end.is_unknown is (at_once is None)
        assert bool(end.open_questions) is (at_once is None)
        assert adopted.on == last


# Against what


def test_40_29_coverage_table() -> None:
    """Art. 40(29): a restriction of liberty, in the territory, for what lies before the departure."""
    assert not disagreements(
        lambda a: safe_conduct_covers(
            FREE,
            Restraint(restricts_liberty=a["restricts"], in_territory=a["territory"], before_departure=a["before"]),
            on("2027-05-10"),
            treaty=NO_TREATY,
        ),
        lambda w: w["restricts"] and w["territory"] and w["before"],
        "restricts",
        "territory",
        "before",
    )


def test_40_29_duty() -> None:
    """Art. 40(29): the requesting State shall not prosecute, detain or restrict, until safe conduct ends."""
    stayed = SafeConduct(
        **WITNESS,
        departed_on=on("2027-04-20"),
        informed_on=INFORMED,
        period_agreed=False,
        hindrances=(),
        remained_voluntarily=True,
    )
    (duty,) = duties_on_safe_conduct(stayed, on("2027-05-18"), treaty=NO_TREATY)
    assert (duty.modality, duty.bearer) == (Modality.SHALL_NOT, Role.REQUESTING_STATE)
    assert duty.deadline == deadline_of(safe_conduct_end(stayed))
    assert duty.trigger.is_yes
    assert duties_on_safe_conduct(stayed, on("2027-04-19"), treaty=NO_TREATY)[0].trigger.is_no
    assert standing(duty, on=on("2027-05-18")).owed.is_yes
    assert standing(duty, on=on("2027-05-19")).owed.is_no


# Properties, against a count of single days


days = st.dates(date(2027, 5, 1), date(2027, 6, 20))
facts = st.sampled_from((True, False, None))


@st.composite
def conducts(draw: st.DrawFn) -> SafeConduct:
    informed = draw(st.none() | st.just(INFORMED))
    agreed = draw(st.none() | st.integers(1, 20))
    left, back = sorted(draw(st.tuples(days, days)))
    gone, returned = draw(st.booleans()), draw(st.booleans())
    spans = st.tuples(days, days).map(lambda ends: Period(min(ends), max(ends)))
    return SafeConduct(
        informed=True if informed else draw(facts),
        informed_on=informed,
        period_agreed=True if agreed else draw(facts),
        agreed_days=agreed,
        hindrances=draw(st.none() | st.lists(spans, max_size=3).map(tuple)),
        remained_voluntarily=draw(facts),
        left=None if gone or returned else draw(st.sampled_from((False, None))),
        left_on=left if gone else None,
        returned_on=back if returned else None,
        returned_freely=draw(facts) if gone or returned else None,
    )


UNDER = st.sampled_from((AS_ADOPTED, AT_ONCE, ADDS_UP))


def free_days(conduct: SafeConduct) -> Iterator[tuple[date, bool]]:
    """Yield each day after the information, and whether the person could leave on it."""
    assert isinstance(conduct.informed_on, date)
    assert conduct.hindrances is not None
    current = conduct.informed_on
    while True:
        current += ONE
        yield current, not any(period.start <= current <= period.end for period in conduct.hindrances)


def opportunity_by_counting(conduct: SafeConduct, *, add: bool) -> tuple[date, date] | None:
    """Return the first and last day of the opportunity, counted day by day; `None` where a fact is missing."""
    length = conduct.agreed_days or (LEAVING_DAYS if conduct.period_agreed is False else None)
    if conduct.informed_on is None or length is None or conduct.hindrances is None:
        return None
    run: list[date] = []
    for current, free in free_days(conduct):
        if free:
            run.append(current)
        elif not (add and conduct.period_agreed):
            run.clear()
        if len(run) == length:
            return run[0], run[-1]
    raise AssertionError


@pytest.mark.long
@effort(500)
@given(conducts(), UNDER)
def test_40_29_opportunity_is_what_counting_gives(conduct: SafeConduct, under: Readings) -> None:
    """Art. 40(29): the arithmetic gives what counting the days one by one gives."""
    window = leaving_opportunity(conduct).under(under)
    counted = opportunity_by_counting(conduct, add=under == ADDS_UP)
    assert (last_day_for_leaving(conduct).under(under).on is not None) is (counted is not None)
    found = (window.not_before, window.not_after)
    assert (None if None in found else tuple(end.on for end in found if end)) == counted


@effort(500)
@given(conducts())
def test_40_29_the_end_never_precedes_the_opportunity(conduct: SafeConduct) -> None:
    """Art. 40(29): safe conduct never ends before the whole opportunity of leaving, agreed or of fifteen days."""
    end, counted = safe_conduct_end(conduct), opportunity_by_counting(conduct, add=False)
    if end.on is not None:
        assert counted is not None
        assert end.on >= counted[1]
    if counted is not None:
        for offset in range(-3, 1):
            assert safe_conduct_has_ceased(conduct, counted[1] + offset * ONE).is_no


@pytest.mark.long
@effort(500)
@given(conducts(), UNDER, st.integers(-10, 80))
def test_40_29_the_end_and_the_days_agree(conduct: SafeConduct, under: Readings, offset: int) -> None:
    """Art. 40(29): a determined end is the last day that protects; where there is none, every day does."""
    current, end = INFORMED + offset * ONE, safe_conduct_end(conduct).under(under)
    ceased = safe_conduct_has_ceased(conduct, current).under(under)
    assert (end.on is not None) is (end.is_yes and not end.is_never)
    if end.on is not None:
        assert ceased.is_yes is (current > end.on)
        assert not ceased.is_unknown
    if end.is_never:
        assert ceased.is_no
    if end.not_before is not None and current <= end.not_before:
        assert ceased.is_no


@effort(500)
@given(conducts(), st.integers(0, 60))
def test_40_29_ceased_as_the_text_says(conduct: SafeConduct, offset: int) -> None:
    """Art. 40(29): where all is known, it has ceased iff the days had run and the person stayed or came back freely."""
    current, counted = INFORMED + offset * ONE, opportunity_by_counting(conduct, add=False)
    if counted is None or conduct.remained_voluntarily is None:
        return
    left_on, returned_on = conduct.left_on, conduct.returned_on
    if not isinstance(returned_on, date) or conduct.returned_freely is None:
        return
    away = isinstance(left_on, date) and left_on <= counted[1] and returned_on >= INFORMED
    came_back = INFORMED <= returned_on <= current and conduct.returned_freely
    expected = counted[1] < current and ((conduct.remained_voluntarily and not away) or came_back)
    assert safe_conduct_has_ceased(conduct, current).is_yes is expected


@given(
    st.builds(Restraint, restricts_liberty=facts, in_territory=facts, held_for_return=facts, about_on=days), conducts()
)
def test_40_29_never_covers_what_came_after(restraint: Restraint, conduct: SafeConduct) -> None:
    """Art. 40(29): whatever else is known, an act after the departure is not covered."""
    assert isinstance(restraint.about_on, date)
    left_home = SafeConduct(
        departed_on=restraint.about_on - ONE,
        informed=conduct.informed,
        informed_on=conduct.informed_on,
        hindrances=conduct.hindrances,
    )
    assert safe_conduct_covers(left_home, restraint, date(2027, 5, 10), treaty=NO_TREATY).is_no


# What cannot be meant


@pytest.mark.parametrize(
    ("days_of", "message"),
    [
        (
            {"departed_on": on("2027-05-02"), "entered_on": on("2027-05-01")},
            "entered_on: '2027-05-01' is not on or after",
        ),
        ({"entered_on": on("2027-05-02"), "left_on": on("2027-05-01")}, "left_on: '2027-05-01' is not on"),
        (
            {"left_on": on("2027-05-02"), "returned_on": on("2027-05-01")},
            "returned_on: '2027-05-01' is not on or after",
        ),
        ({"informed": False, "informed_on": INFORMED}, "informed: False is not true"),
        ({"period_agreed": False, "agreed_days": 5}, "period_agreed: False is not true"),
        ({"left": False, "returned_on": INFORMED}, "left: False is not true"),
        ({"agreed_days": 0}, "agreed_days: 0 is not a whole number, from 1"),
        ({"informed_on": datetime(2027, 5, 3, 9)}, "informed_on: '2027-05-03T09:00:00' is not a calendar day"),
    ],
)
def test_what_cannot_be_meant_is_refused(days_of: dict[str, Any], message: str) -> None:
    """Events out of order, and facts that the days contradict, are mistakes with one clear message."""
    with pytest.raises(InvalidValue) as caught:
        SafeConduct(**days_of)
    assert str(caught.value).startswith(message)


def test_a_day_is_asked_for() -> None:
    """What has begun or ceased is asked of a day and not of a moment."""
    for rule in (safe_conduct_has_begun, safe_conduct_has_ceased, has_safe_conduct):
        with pytest.raises(InvalidValue, match=r"^on: "):
            rule(FREE, datetime(2027, 5, 3, 9))


def test_40_29_who_leaves_on_the_last_day_has_not_remained() -> None:
    """The last day is for leaving too: safe conduct does not cease for one who goes on it and stays away."""
    last = leaving_opportunity(FREE).not_after
    assert last is not None
    gone = attrs.evolve(FREE, left=True, left_on=last.on, returned_freely=False)
    assert safe_conduct_has_ceased(gone, last.on + 30 * ONE).is_no
    assert safe_conduct_has_ceased(attrs.evolve(gone, left_on=last.on + ONE), last.on + 30 * ONE).is_unknown


def test_40_29_a_return_on_the_day_after_the_last_ends_it_with_the_last() -> None:
    """Art. 40(29): where a return counts at once, its eve may be the very last day of the period."""
    for back, last in (("2027-05-18", "2027-05-17"), ("2027-05-19", "2027-05-18"), ("2027-05-20", None)):
        person = attrs.evolve(FREE, left=True, returned_on=on(back), returned_freely=True)
        assert safe_conduct_end(person).under(AT_ONCE).on == (None if last is None else on(last))


def test_40_29_the_reading_on_interruptions_reaches_the_day_on_which_it_has_ceased() -> None:
    """Art. 40(29): where the days before an interruption count, ten agreed days run out sooner."""
    conduct = SafeConduct(
        informed_on=INFORMED,
        agreed_days=10,
        hindrances=(span("2027-05-09", "2027-05-10"),),
        remained_voluntarily=True,
    )
    after = on("2027-05-16")  # five days before the interruption, and five after it
    assert safe_conduct_has_ceased(conduct, after).under(ADDS_UP).is_yes
    assert not safe_conduct_has_ceased(conduct, after).is_yes


def test_40_29_while_the_opportunity_is_not_known_it_may_have_ceased() -> None:
    """Art. 40(29): once fifteen days can have run, it is open whether they have, while hindrances are not known."""
    conduct = SafeConduct(informed_on=INFORMED, period_agreed=False, remained_voluntarily=True)
    assert safe_conduct_has_ceased(conduct, on("2027-05-18")).is_no
    assert safe_conduct_has_ceased(conduct, on("2027-05-19")).is_unknown


def test_40_29_a_hindrance_before_the_information_is_passed_over() -> None:
    """Art. 40(29): what ended before the run began is no interruption of it, and what comes later is one still."""
    hindrances = (span("2027-04-28", "2027-05-01"), span("2027-05-06", "2027-05-07"))
    conduct = SafeConduct(informed_on=INFORMED, period_agreed=False, hindrances=hindrances)
    last = leaving_opportunity(conduct).not_after
    assert last is not None
    assert last.on == on("2027-05-22")
