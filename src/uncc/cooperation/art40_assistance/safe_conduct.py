"""Art. 40(29): safe conduct for a witness, expert or other person who comes to give evidence or to help.

It stands beside the protection of a person transferred in custody (Art. 40(11)), which does not end with time. Where a
treaty on mutual legal assistance binds the two States, its own provisions take the place of this paragraph, unless the
two agree otherwise (Art. 40(7)): whether the person is entitled to safe conduct, or has it, turns on that. `treaty` is
what is known of it; where it is not stated, nothing is known. The days are counted by this paragraph in any case.
"""

from __future__ import annotations

from datetime import date

from attrs import fields, frozen

from uncc.cooperation.art40_assistance.custody import joined
from uncc.cooperation.art40_assistance.own_treaty import UNKNOWN_TREATY, paragraph_applies
from uncc.kernel.consistency import implies, shows
from uncc.kernel.dates import Period, Window, window_of
from uncc.kernel.declared import checked
from uncc.kernel.facts import DayFact, Fact, Facts, NumberFact, day_fact, fact, number_fact
from uncc.kernel.findings import Finding, all_of, by_reading, given, read_off
from uncc.kernel.measured import day_of, number_of
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import art
from uncc.kernel.quantities import (
    NEVER,
    Day,
    Number,
    before,
    days_after,
    earlier_of,
    exactly_between,
    fixed_day,
    fixed_number,
    later_of,
    not_after,
    where,
)
from uncc.kernel.roles import Role
from uncc.readings.chapter_5_assistance import SafeConductInterruption, SafeConductStart

__all__ = [
    "LEAVING_DAYS",
    "SafeConduct",
    "is_entitled_to_safe_conduct",
    "last_day_for_leaving",
    "leaving_opportunity",
    "safe_conduct_has_begun",
]

LEAVING_DAYS = 15
"""The consecutive days for which the person must have had an opportunity of leaving (Art. 40(29))."""
FIFTEEN = fixed_number(LEAVING_DAYS, "the fifteen days", art(40, 29))
A_DAY = fixed_number(1, "a single day", art(40, 29))


@frozen(kw_only=True)
class SafeConduct(Facts, asked_of=Role.REQUESTING_STATE):
    """A person who comes to another State to give evidence or to help there, and what became of it.

    - `agreed_days`: the period that the two States agreed upon in place of the fifteen days, in calendar days.
    - `hindrances`: spans of whole days without an opportunity of leaving, both ends included; `()` where there was no
      such day, and `None` where that is not known.

    A day that is given says that the thing happened, and days of a period that one was agreed.
    """

    at_request: Fact = fact("the requesting State has requested that the person give evidence or assist", art(40, 29))
    consents: Fact = fact(
        "the person, as a witness, an expert or otherwise, consents to give evidence or to help with criminal "
        "proceedings",
        art(40, 29),
        asked_of=Role.REQUESTED_STATE,
    )
    in_requesting_territory: Fact = fact("that is to be done in the territory of the requesting State", art(40, 29))
    departed_on: DayFact = day_fact(
        "the person left the territory of the requested State", art(40, 29), asked_of=Role.REQUESTED_STATE
    )
    entered_on: DayFact = day_fact(
        "the person entered the territory of the requesting State", art(40, 29), follows="departed_on"
    )
    informed: Fact = fact(
        "the person has been officially informed that the judicial authorities no longer require the presence",
        art(40, 29),
    )
    informed_on: DayFact = day_fact(
        "the person was officially informed that the presence is no longer required", art(40, 29)
    )
    period_agreed: Fact = fact(
        "the two States have agreed upon a period other than fifteen days", art(40, 29), asked_of=Role.STATES_PARTIES
    )
    agreed_days: NumberFact = number_fact(
        "the days of the period that the two States agreed upon", art(40, 29), asked_of=Role.STATES_PARTIES, least=1
    )
    hindrances: tuple[Period, ...] | None = None
    remained_voluntarily: Fact = fact(
        "the person has remained in the territory voluntarily when the time for leaving had run", art(40, 29)
    )
    left: Fact = fact("the person has left the territory of the requesting State", art(40, 29))
    left_on: DayFact = day_fact(
        "the person then left the territory of the requesting State", art(40, 29), follows="entered_on"
    )
    returned_freely: Fact = fact("the person has come back of the person's own free will", art(40, 29))
    returned_on: DayFact = day_fact(
        "the person came back to the territory of the requesting State", art(40, 29), follows="left_on"
    )

    ties = (
        shows("informed_on", "informed", art(40, 29)),
        shows("agreed_days", "period_agreed", art(40, 29)),
        shows("left_on", "left", art(40, 29)),
        shows("returned_on", "left", art(40, 29)),
        implies("returned_freely", "left", art(40, 29)),
    )


S = fields(SafeConduct)


def is_entitled_to_safe_conduct(conduct: SafeConduct, *, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> Finding:
    """Whether the person is one to whom safe conduct is owed.

    A witness, an expert or anybody else who consents, at the request of the requesting State, to give evidence or to
    assist in its territory. The paragraph asks for no particular kind of offence. NO as well where the two States' own
    treaty governs in place of the paragraph.

    Source: Art. 40(29).

    >>> is_entitled_to_safe_conduct(SafeConduct(at_request=False)).truth.name
    'NO'
    """
    return all_of(
        "the person is one to whom safe conduct is owed",
        art(40, 29),
        paragraph_applies(art(40, 29), treaty=treaty),
        given(conduct, S.at_request),
        given(conduct, S.consents),
        given(conduct, S.in_requesting_territory),
    )


def safe_conduct_has_begun(conduct: SafeConduct, on: date) -> Finding:
    """Whether safe conduct has begun by a day, that day included; with which event it begins is a reading.

    Source: Art. 40(29).

    >>> from datetime import date
    >>> safe_conduct_has_begun(SafeConduct(departed_on=date(2027, 4, 20)), date(2027, 4, 19)).truth.name
    'NO'
    """
    asked = fixed_day(on, "the day asked about")
    return not_after("safe conduct has begun by the day", art(40, 29), safe_conduct_start(conduct), asked)


def safe_conduct_start(conduct: SafeConduct) -> Day:
    """Return the day with which safe conduct begins, which is a reading.

    Source: Art. 40(29).
    """
    return by_reading(
        "the day with which safe conduct begins",
        SafeConductStart,
        {
            SafeConductStart.DEPARTURE: day_of(conduct, S.departed_on),
            SafeConductStart.ENTRY: day_of(conduct, S.entered_on),
        },
    )


def leaving_opportunity(conduct: SafeConduct) -> Window:
    """In which days has the person the opportunity of leaving that must have lasted before safe conduct can cease?

    `not_before` is the first day of the period; while that is not known, the day that is certain already. `not_after`
    is the day of `last_day_for_leaving`.

    Source: Art. 40(29).

    >>> from datetime import date
    >>> print(leaving_opportunity(SafeConduct(
    ...     informed_on=date(2027, 5, 3), period_agreed=False, hindrances=())).not_after)
    2027-05-18 [Art. 40(29)]
    """
    agreed = number_of(conduct, S.agreed_days)
    eves = [_whole_run(conduct, days)[0] for days in (FIFTEEN, agreed, A_DAY)]
    first = days_after("the first day of the opportunity of leaving", art(40, 29), _of_period(conduct, *eves), 1)
    return window_of(first, last_day_for_leaving(conduct))


def last_day_for_leaving(conduct: SafeConduct) -> Day:
    """On which day has the opportunity of leaving lasted for the whole period, after which safe conduct can cease?

    Counted from the day of the official information, which is itself not counted: the first fifteen consecutive
    calendar days, or the first run of the agreed length, without a day on which the person could not leave. Whether an
    interruption makes an agreed period begin anew is a reading. Never: the person has not been informed, so nothing
    runs.

    Source: Art. 40(29).

    >>> from datetime import date
    >>> last_day_for_leaving(SafeConduct(informed_on=date(2027, 5, 3), period_agreed=False, hindrances=())).on
    datetime.date(2027, 5, 18)
    """
    agreed = number_of(conduct, S.agreed_days)
    _, fifteenth = _whole_run(conduct, FIFTEEN)
    _, anew = _whole_run(conduct, agreed)
    return _of_period(conduct, fifteenth, anew, _last_of_all(conduct, agreed))


def _of_period(conduct: SafeConduct, fifteen: Day, anew: Day, added: Day) -> Day:
    """Return a day of the fifteen days, or of the agreed period in their place; never without the information."""
    interrupted = by_reading(
        "the agreed period, as an interruption leaves it",
        SafeConductInterruption,
        {SafeConductInterruption.BEGINS_ANEW: anew, SafeConductInterruption.ADDS_UP: added},
    )
    day = where(~given(conduct, S.period_agreed), fifteen, interrupted if conduct.hindrances else anew)
    if conduct.hindrances is None:
        known = "it is known on which days there was no opportunity of leaving"
        day = where(
            read_off(conduct, S.hindrances, None, known, art(40, 29), asked_of=Role.REQUESTING_STATE), day, NEVER
        )
    return exactly_between(where(given(conduct, S.informed), day, NEVER))


def _hindrances(conduct: SafeConduct) -> list[tuple[Day, Day, int]]:
    """Return the first and the last day of each hindrance, in order, and how many days it takes."""
    return [
        (
            fixed_day(one.start, "a day without an opportunity of leaving", art(40, 29)),
            fixed_day(one.end, "the last day without an opportunity of leaving", art(40, 29)),
            (one.end - one.start).days + 1,
        )
        for one in joined(conduct.hindrances or ())
    ]


def _runs(conduct: SafeConduct, length: Number) -> list[tuple[Day, Day]]:
    """Return the runs that begin with the information and after each hindrance: the day before it, and its last."""
    informed = day_of(conduct, S.informed_on)
    ends = (end for _, end, _ in _hindrances(conduct))
    later = (later_of("the day after which the days begin to run", art(40, 29), informed, end) for end in ends)
    last = "the last of the days for leaving"
    return [(eve, days_after(last, art(40, 29), eve, length)) for eve in (informed, *later)]


def _whole_run(conduct: SafeConduct, length: Number) -> tuple[Day, Day]:
    """Return the day before the first run that nothing interrupts, and its last day."""
    eves, lasts = map(list, zip(*_runs(conduct, length), strict=True))
    return _of_first(conduct, lasts, eves), _of_first(conduct, lasts, lasts)


def _last_of_all(conduct: SafeConduct, length: Number) -> Day:
    """Return the last of so many days with an opportunity, those before and after a hindrance added."""
    informed = day_of(conduct, S.informed_on)
    (_, first), *runs = _runs(conduct, length)
    lasts = [first]
    for (start, _, lost), (_, last) in zip(_hindrances(conduct), runs, strict=True):
        later = days_after("the last day, later by those of a hindrance", art(40, 29), lasts[-1], lost)
        in_time = before("the information came before the hindrance", art(40, 29), informed, start)
        lasts.append(where(in_time, later, last))
    return _of_first(conduct, lasts, lasts)


def _of_first(conduct: SafeConduct, lasts: list[Day], days: list[Day]) -> Day:
    """Return the day of the first run of which the last day comes before the next hindrance."""
    runs = [
        where(before("the days for leaving have run before the next hindrance", art(40, 29), last, start), day, NEVER)
        for last, day, (start, _, _) in zip(lasts, days, _hindrances(conduct), strict=False)
    ]
    if not runs:
        return days[-1]
    return earlier_of("the first of the runs that nothing interrupts", art(40, 29), *runs, days[-1])


checked(__name__)
