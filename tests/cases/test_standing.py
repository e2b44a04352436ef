"""Where a duty stands on a day: four answers that stay apart, and one word read off them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uncc.cases import Entry, Phase, Standing, is_broken, standing, standings
from uncc.kernel.between import Between
from uncc.kernel.dates import Deadline
from uncc.kernel.duties import Duty, Promptness, may, shall, shall_not
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Finding, Truth, by_text, derived
from uncc.kernel.life import Ahead, Event, Life, found
from uncc.kernel.provisions import art
from uncc.kernel.quantities import fixed_day
from uncc.kernel.roles import Role

RULE, WHO = art(42, 8), Role.REQUESTED_STATE
FIRST, MIDDLE, LAST, AFTER = (date(2028, 3, day) for day in (1, 10, 20, 25))
SINCE, UNTIL = fixed_day(FIRST, "the first day"), fixed_day(LAST, "the last day")
OWED, OPEN, FREE = by_text(True, "it arises", RULE), derived(None, "it arises", RULE), by_text(False, "it arises", RULE)
ACT, KEEP, FORBIDDEN, LIBERTY = "preserve", "keep-floor", "no-dual-criminality", "ask-for-extension"


def act(trigger: Finding = OWED, **parts: Any) -> Duty:
    """Return a duty that is done once."""
    parts.setdefault("life", Life(since=SINCE))
    return shall(ACT, WHO, "do it", RULE, trigger, **parts)


def dated(trigger: Finding = OWED, **parts: Any) -> Duty:
    """Return a duty that is done once, by a day."""
    return act(trigger, deadline=Deadline(LAST, (RULE,)), **parts)


def kept(trigger: Finding = OWED, **parts: Any) -> Duty:
    """Return a duty that is kept up between two days."""
    return shall(KEEP, WHO, "keep it up", RULE, trigger, life=Life(lasts=True, since=SINCE, until=UNTIL, **parts))


def forbidden(trigger: Finding = OWED, **parts: Any) -> Duty:
    """Return a prohibition between two days."""
    return shall_not(FORBIDDEN, WHO, "do that", RULE, trigger, life=Life(since=SINCE, until=UNTIL, **parts))


def liberty(trigger: Finding = OWED, **parts: Any) -> Duty:
    """Return a liberty up to a day."""
    return may(LIBERTY, WHO, "ask for it", RULE, trigger, life=Life(since=SINCE, until=UNTIL, **parts))


def did(name: str, on: Any = None, **said: Any) -> Entry:
    """Return the entry that an act was done."""
    return Entry(did=name, on=on, **said)


def did_not(name: str, on: date, **said: Any) -> Entry:
    """Return the entry that an act was not done."""
    return Entry(did_not=name, on=on, **said)


def complete(until: date) -> Entry:
    """Return the entry that nothing else was done."""
    return Entry(complete_until=until)


CASES: dict[str, tuple[Duty, date, tuple[Entry, ...], Phase, str]] = {
    # the word, and whether it is owed, done, in time, broken: y, n, u
    "an act that is not owed": (dated(FREE), MIDDLE, (), Phase.NOT_OWED, "nuun"),
    "an act not known to be owed": (dated(OPEN), MIDDLE, (), Phase.NOT_DETERMINED, "uuun"),
    "an act before its first day": (dated(), FIRST - timedelta(days=1), (), Phase.NOT_YET, "nuun"),
    "an act that is owed, of which nothing is recorded": (dated(), MIDDLE, (), Phase.OWED_AS_FAR_AS_KNOWN, "uuun"),
    "an act that is owed": (dated(), MIDDLE, (complete(MIDDLE),), Phase.OWED, "ynun"),
    "an act that is denied so far": (dated(), MIDDLE, (did_not(ACT, MIDDLE),), Phase.OWED, "ynun"),
    "an act on its last day": (dated(), LAST, (did(ACT, LAST),), Phase.DONE_IN_TIME, "nyyn"),
    "an act done early": (dated(), AFTER, (did(ACT, MIDDLE),), Phase.DONE_IN_TIME, "nyyn"),
    "an act done late": (dated(), AFTER, (did(ACT, LAST + timedelta(days=1)),), Phase.DONE_LATE, "nyny"),
    "an act done after the day asked about": (dated(), LAST, (did(ACT, AFTER),), Phase.OWED, "ynnn"),
    "an act done some time in a span over its last day": (
        *(dated(), AFTER, (did(ACT, Between(MIDDLE, AFTER)),)),
        *(Phase.DONE, "nyuu"),
    ),
    "an act done, nobody knows when": (dated(), AFTER, (did(ACT, known_on=AFTER),), Phase.DONE, "nyuu"),
    "an act that is not done, and its day is past": (dated(), AFTER, (complete(AFTER),), Phase.OVERDUE, "ynny"),
    "an act denied up to its last day": (dated(), AFTER, (did_not(ACT, LAST),), Phase.OVERDUE, "uuny"),
    "an act denied up to the day before": (
        *(dated(), AFTER, (did_not(ACT, LAST - timedelta(days=1)),)),
        *(Phase.PAST_UNLESS_DONE, "uuuu"),
    ),
    "an act of which nothing is recorded, and its day is past": (
        *(dated(), AFTER, ()),
        *(Phase.PAST_UNLESS_DONE, "uuuu"),
    ),
    "an act without delay, done": (
        act(deadline=Promptness.PROMPTLY),
        MIDDLE,
        (did(ACT, MIDDLE),),
        Phase.DONE,
        "nyuu",
    ),
    "an act without delay, done, and a person found it in time": (
        *(act(deadline=Promptness.PROMPTLY), MIDDLE, (did(ACT, MIDDLE, in_time=True),)),
        *(Phase.DONE_IN_TIME, "nyyn"),
    ),
    "an act without delay, done, and a person found it late": (
        *(act(deadline=Promptness.PROMPTLY), MIDDLE, (did(ACT, MIDDLE, in_time=False),)),
        *(Phase.DONE_LATE, "nyny"),
    ),
    "an act without delay, years later: arithmetic makes nothing late": (
        *(act(deadline=Promptness.PROMPTLY), date(2031, 1, 1), (complete(date(2031, 1, 1)),)),
        *(Phase.OWED, "ynuu"),
    ),
    "an act without delay that a person found too late in coming": (
        *(act(deadline=Promptness.PROMPTLY), AFTER, (did_not(ACT, AFTER, in_time=False),)),
        *(Phase.OVERDUE, "ynny"),
    ),
    "an act without any time, done": (act(), AFTER, (did(ACT, AFTER),), Phase.DONE_IN_TIME, "nyyn"),
    "an act without any time, not done": (act(), AFTER, (complete(AFTER),), Phase.OWED, "ynuu"),
    "an act that the case tells": (
        *(dated(life=Life(since=SINCE, done=Event(OWED, UNTIL))), LAST, ()),
        *(Phase.DONE_IN_TIME, "nyyn"),
    ),
    "an act that the case denies": (
        *(dated(life=Life(since=SINCE, done=found(FREE))), AFTER, ()),
        *(Phase.OVERDUE, "ynny"),
    ),
    "an act that the case leaves open, and the record denies": (
        *(dated(life=Life(since=SINCE, done=found(OPEN))), AFTER, (complete(AFTER),)),
        *(Phase.OVERDUE, "ynny"),
    ),
    "an act that the case tells without its day": (
        *(dated(life=Life(since=SINCE, done=found(OWED))), LAST, ()),
        *(Phase.DONE_IN_TIME, "nyyn"),
    ),
    "an act that ended before its day": (
        *(
            dated(life=Life(since=SINCE, ends=(Event(OWED, fixed_day(MIDDLE, "withdrawn")),))),
            AFTER,
            (complete(AFTER),),
        ),
        *(Phase.LAPSED, "nnnn"),
    ),
    "an act that ended after its day, undone": (
        *(dated(life=Life(since=SINCE, ends=(Event(OWED, fixed_day(AFTER, "withdrawn")),))), AFTER, (complete(AFTER),)),
        *(Phase.OVERDUE, "nnny"),
    ),
    "an act that another answer displaced": (
        *(dated(life=Life(since=SINCE, ends=(found(OWED, displaces=True),))), MIDDLE, (complete(MIDDLE),)),
        *(Phase.DISPLACED, "nnun"),
    ),
    "an act that the act of another duty ended": (
        *(dated(life=Life(since=SINCE, ended_by=("locate",))), AFTER, (did("locate", MIDDLE), complete(AFTER))),
        *(Phase.LAPSED, "nnnn"),
    ),
    "an act that the case tells to be broken": (
        *(dated(life=Life(since=SINCE, broken=found(OWED))), MIDDLE, (complete(MIDDLE),)),
        *(Phase.BROKEN, "ynuy"),
    ),
    "what is kept up by the case, and was not before": (
        *(kept(broken=found(FREE)), MIDDLE, (did_not(KEEP, FIRST),)),
        *(Phase.BROKEN, "ynyy"),
    ),
    "what is kept up": (kept(), MIDDLE, (), Phase.CONTINUING, "ynyu"),
    "what was kept up so far": (kept(), MIDDLE, (did(KEEP, MIDDLE),), Phase.CONTINUING, "ynyn"),
    "what was kept up to its end": (kept(), AFTER, (did(KEEP, LAST),), Phase.KEPT, "nyyn"),
    "what is over, and nothing is recorded": (kept(), AFTER, (), Phase.LAPSED, "nuyu"),
    "what was not kept up": (kept(), AFTER, (did_not(KEEP, MIDDLE),), Phase.BROKEN, "nnyy"),
    "what was not kept up after its end": (kept(), AFTER, (did_not(KEEP, AFTER),), Phase.LAPSED, "nuyu"),
    "what is kept up from a later day": (kept(), FIRST - timedelta(days=1), (), Phase.NOT_YET, "nnyu"),
    "what was called off": (kept(ends=(found(OWED),)), MIDDLE, (), Phase.LAPSED, "nnyu"),
    "what is not kept up, by the case": (kept(broken=found(OWED)), MIDDLE, (), Phase.BROKEN, "ynyy"),
    "a prohibition": (forbidden(), MIDDLE, (), Phase.CONTINUING, "yuyu"),
    "a prohibition that was kept": (forbidden(), AFTER, (complete(AFTER),), Phase.KEPT, "nnyn"),
    "a prohibition that was broken": (forbidden(), AFTER, (did(FORBIDDEN, MIDDLE),), Phase.BROKEN, "nyyy"),
    "the act before the prohibition": (
        *(forbidden(), MIDDLE, (did(FORBIDDEN, FIRST - timedelta(days=1)),)),
        *(Phase.CONTINUING, "yyyu"),
    ),
    "the act after the prohibition": (forbidden(), AFTER, (did(FORBIDDEN, AFTER),), Phase.LAPSED, "nyyu"),
    "a liberty": (liberty(), MIDDLE, (), Phase.OPEN, "yuun"),
    "a liberty that was used": (liberty(), MIDDLE, (did(LIBERTY, MIDDLE),), Phase.USED, "yyyn"),
    "a liberty that was used too late": (liberty(), AFTER, (did(LIBERTY, AFTER),), Phase.USED_LATE, "nynn"),
    "a liberty that is gone": (liberty(), AFTER, (complete(AFTER),), Phase.GONE, "nnnn"),
    "a liberty that is gone, unless it was used": (liberty(), AFTER, (), Phase.GONE_UNLESS_USED, "nuun"),
    "a liberty that was used some time in a span": (
        *(liberty(), AFTER, (did(LIBERTY, Between(MIDDLE, AFTER)),)),
        *(Phase.USED, "nyun"),
    ),
    "a liberty that ended": (liberty(ends=(found(OWED),)), MIDDLE, (complete(MIDDLE),), Phase.LAPSED, "nnun"),
}
LETTERS = {Truth.YES: "y", Truth.NO: "n", Truth.UNKNOWN: "u"}


@pytest.mark.parametrize(("duty", "on", "record", "status", "axes"), CASES.values(), ids=CASES)
def test_where_a_duty_stands(duty: Duty, on: date, record: tuple[Entry, ...], status: Phase, axes: str) -> None:
    """The word is right, and each of the four answers behind it."""
    stood = standing(duty, on=on, record=record)
    assert stood.status is status
    assert told(stood) == axes
    assert is_broken(duty, on=on, record=record) == stood.broken


def told(one: Standing) -> str:
    """Return the four answers as letters."""
    return "".join(LETTERS[finding.truth] for finding in (one.owed, one.done, one.in_time, one.broken))


def test_a_step_waits_for_the_one_before() -> None:
    """It waits while that is known not to be done; where that is not known, so is where it stands."""
    first = may("locate", WHO, "look", RULE, OWED)
    second = act(life=Life(after=("locate",)))
    for record, status in (
        ((complete(MIDDLE),), Phase.WAITING),
        ((), Phase.NOT_DETERMINED),
        ((did("locate", FIRST),), Phase.OWED_AS_FAR_AS_KNOWN),
    ):
        assert standings((first, second), on=MIDDLE, record=record)[1].status is status


def test_the_record_and_the_case_may_not_contradict_each_other() -> None:
    """Another day than that of the case, an act that the case denies, or one that is denied up to a later day."""
    fixed = dated(life=Life(done=Event(OWED, fixed_day(MIDDLE, "it was done"))))
    for duty, record in (
        (fixed, (did(ACT, FIRST),)),
        (fixed, (did_not(ACT, MIDDLE),)),
        (dated(life=Life(done=found(FREE))), (did(ACT, FIRST),)),
        (dated(), (did(ACT, FIRST), did_not(ACT, MIDDLE))),
        (kept(), (did(KEEP, LAST), did_not(KEEP, MIDDLE))),
    ):
        with pytest.raises(InvalidValue) as error:
            standing(duty, on=AFTER, record=record)
        assert error.value.field == "record"


def test_an_entry_is_about_a_duty_of_the_case() -> None:
    """The id of a duty that the case does not tell, and a place of which it is not, are errors that name the entry."""
    offence = dated(about="request.offences[0]")
    for record, field in (
        ((did("locate"),), "record[0].did"),
        ((did_not("locate", MIDDLE),), "record[0].did_not"),
        ((did(ACT),), "record[0].about"),
    ):
        with pytest.raises(InvalidValue) as error:
            standings((offence,), on=MIDDLE, record=record)
        assert error.value.field == field
    (stood,) = standings((offence,), on=MIDDLE, record=(did(ACT, FIRST, about="request.offences[0]"),))
    assert stood.status is Phase.DONE_IN_TIME


def test_it_says_for_how_many_days_it_has_been_owed() -> None:
    """Not where it is done, has ended, or its first day has not come or is not known."""
    assert standing(act(deadline=Promptness.PROMPTLY), on=AFTER).days_owed == 24
    assert standing(act(life=Life()), on=AFTER).days_owed is None
    assert standing(act(), on=AFTER, record=(did(ACT, MIDDLE),)).days_owed is None
    assert standing(act(), on=FIRST - timedelta(days=1)).days_owed is None


def test_a_month_is_a_day_of_an_act() -> None:
    """`2028-03` is enough where it settles the answer, and is no error where it does not."""
    march = Between(date(2028, 3, 1), date(2028, 3, 31))
    assert standing(dated(), on=date(2028, 4, 1), record=(did(ACT, march),)).status is Phase.DONE
    assert standing(kept(), on=AFTER, record=(did(KEEP, Between(LAST, AFTER)),)).status is Phase.KEPT


# What holds of every record

days = st.dates(FIRST - timedelta(days=3), AFTER + timedelta(days=3))
duties_drawn = st.sampled_from((dated(), act(deadline=Promptness.PROMPTLY), kept(), forbidden(), liberty()))


@st.composite
def entries(draw: st.DrawFn, name: str) -> Entry:
    """Draw an entry on a duty, with its day of knowledge."""
    on = draw(days)
    known = on + timedelta(days=draw(st.integers(0, 6)))
    if draw(st.booleans()):
        return Entry(did=name, on=on, known_on=known, in_time=draw(st.none() | st.booleans()))
    return Entry(did_not=name, on=on, known_on=known)


@st.composite
def lives(draw: st.DrawFn) -> tuple[Duty, tuple[Entry, ...]]:
    """Draw a duty with a record that does not contradict itself."""
    duty = draw(duties_drawn)
    record = tuple(draw(st.lists(entries(duty.id), max_size=4)))
    try:
        standing(duty, on=AFTER, record=record)
    except InvalidValue:
        record = record[:1]
    return duty, record


@given(lives(), days, days)
def test_what_became_known_later_changes_nothing_as_known_before(
    life: tuple[Duty, tuple[Entry, ...]], on: date, known_on: date
) -> None:
    """For a fixed day of knowledge, entries of later knowledge are as if they were not there."""
    duty, record = life
    known = tuple(entry for entry in record if entry.known_on is None or entry.known_on <= known_on)
    assert standing(duty, on=on, record=record, known_on=known_on) == standing(duty, on=on, record=known)


@given(lives(), days, days)
def test_a_correction_counts_from_its_own_day(
    life: tuple[Duty, tuple[Entry, ...]], on: date, corrected_on: date
) -> None:
    """As known before it nothing changes; as known on it the corrected entry is gone."""
    duty, record = life
    if not record:
        return
    later = (*record, Entry(corrects=0, known_on=corrected_on))
    before = corrected_on - timedelta(days=1)
    assert standing(duty, on=on, record=later, known_on=before) == standing(duty, on=on, record=record, known_on=before)
    assert standing(duty, on=on, record=later) == standing(duty, on=on, record=record[1:])


@given(lives(), days, days)
def test_no_later_act_makes_a_broken_duty_whole(life: tuple[Duty, tuple[Entry, ...]], on: date, later: date) -> None:
    """What is broken on a day is broken on every later day, whatever is done then."""
    duty, record = life
    if is_broken(duty, on=min(on, later), record=record).is_yes:
        assert is_broken(duty, on=max(on, later), record=record).is_yes


@given(lives(), days, st.randoms())
def test_the_order_of_the_entries_changes_nothing(life: tuple[Duty, tuple[Entry, ...]], on: date, random: Any) -> None:
    """What was entered first does not matter; what a person found of the time is of the entry that says it."""
    duty, record = life
    if len({entry.in_time for entry in record} - {None}) > 1:
        return
    shuffled = list(record)
    random.shuffle(shuffled)
    assert standing(duty, on=on, record=tuple(shuffled)) == standing(duty, on=on, record=record)


@given(lives(), days)
def test_recording_less_never_settles_more(life: tuple[Duty, tuple[Entry, ...]], on: date) -> None:
    """An entry that is left out makes no answer surer, and none another."""
    duty, record = life
    if sum(entry.did in {ACT, LIBERTY} for entry in record) > 1:
        return  # of two days of an act the first counts, and the other says nothing of it
    whole = told(standing(duty, on=on, record=record))
    for place in range(len(record)):
        less = told(standing(duty, on=on, record=record[:place] + record[place + 1 :]))
        assert all(short in {"u", long} for short, long in zip(less, whole, strict=True))


@pytest.mark.parametrize(("first", "wanted"), [(True, Phase.DONE_IN_TIME), (False, Phase.DONE_LATE)])
def test_an_act_that_comes_before_that_of_another_duty(first: bool, wanted: Phase) -> None:
    """Which act comes first is told by the record alone, where the case has no place for the other one."""
    duty = act(life=Life(ahead=Ahead(of_acts=("negotiate",))))
    days = (LAST, AFTER) if first else (AFTER, LAST)
    record = tuple(did(name, on) for name, on in zip((duty.id, "negotiate"), days, strict=True))
    deciding = shall("negotiate", Role.REQUESTED_STATE, "negotiate", art(42, 6), OWED)
    assert standing(duty, on=AFTER, record=record, others=(duty, deciding)).status is wanted
