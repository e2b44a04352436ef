"""The days of a life: when the act of a duty was done, when it ended without it, and its last day.

What the case tells and what the record holds come together here; where they contradict each other, that is a fault.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from math import inf
from typing import Any, NamedTuple

from attrs import evolve

from uncc.cases.record import Entry, about_duty
from uncc.kernel.between import ends_of
from uncc.kernel.dates import Deadline
from uncc.kernel.differences import End
from uncc.kernel.duties import Duty
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Question
from uncc.kernel.findings import Finding, Kind
from uncc.kernel.life import ONCE, Event, Manner, Suspension
from uncc.kernel.quantities import FIRST, NEVER, Day, days_after, earlier_of, fixed_day, later_of
from uncc.kernel.ready import kept_ready

__all__ = ["Ends", "act_days", "act_of", "acts_of", "end_days", "event_day", "happening", "last_day", "later_day"]


def act_days(duty: Duty, entries: Sequence[Entry], asked: Day) -> tuple[Day, ...]:
    """Return the days of the act; of what is kept up, those on which it was not.

    What is done, or used, has one day: the first that is told. What is kept may be broken again and again: it has each
    day that is told, and one more for what nobody tells.
    """
    keeps = duty.manner is Manner.CONTINUING
    told, denied, complete = _recorded(duty, entries, keeps=keeps) if entries else ([], FIRST, FIRST)
    stated = duty.life.broken if keeps else duty.life.done
    rest = _leaf(duty, max(denied, complete), inf)
    if stated is not None:
        if entries:
            _refuse_contradiction(duty, stated, told, asked, denied)
        if stated.finding.is_yes and (stated.on is not None or not told):
            told = [stated.day(undated(duty, asked)), *told]
        elif stated.finding.is_no or rest.least == FIRST:
            rest = stated.day(_leaf(duty, FIRST, inf))
    if duty.manner in _AGAIN:
        return (*told, rest)
    return (told[0] if told else rest,)


_AGAIN = frozenset({Manner.CONTINUING, Manner.PROHIBITION})
"""What is kept can be broken again and again."""


def _recorded(duty: Duty, entries: Sequence[Entry], *, keeps: bool) -> tuple[list[Day], End, End]:
    """Return the days of the act by the record, and from which days on it is denied no more, and the record open."""
    said = about_duty(entries, duty.id, duty.about)
    happened = [entry for entry in said if (entry.did is None) is keeps]
    denied = max((_day_after(entry) for entry in said if entry not in happened), default=FIRST)
    complete = (entry.complete_until.toordinal() + 1 for entry in entries if entry.complete_until is not None)
    told = sorted({_told(duty, entry, denied) for entry in happened}, key=lambda one: (one.most, one.least))
    return told, denied, max(complete, default=FIRST)


def acts_of(duty: Duty, others: Mapping[str, Duty], entries: Sequence[Entry], asked: Day) -> tuple[Day, ...]:
    """Return the days of the act; where nobody tells them, those of other duties that are its act as well count."""
    own = act_days(duty, entries, asked)
    same = [act_of(name, duty, others, entries, asked) for name in duty.life.done_by]
    if not same or own[0].most < inf:
        return own
    return (earlier_of(happening(duty), duty.authority, *own, *same),)


def _told(duty: Duty, entry: Entry, denied: End) -> Day:
    """Return the day on which it happened by an entry."""
    low, high = ends_of(entry.on)
    latest = high or entry.known_on
    first, last = FIRST if low is None else low.toordinal(), inf if latest is None else latest.toordinal()
    if last < denied:
        until = date.fromordinal(int(denied) - 1)
        raise InvalidValue("record", f"`{duty.id}` on {entry.on}", f"a day after {until}, to which an entry denies it")
    return _leaf(duty, max(first, denied), last)


def _day_after(entry: Entry) -> End:
    """Return the day after that up to which an entry says that it did not happen."""
    low, _ = ends_of(entry.on)
    return FIRST if low is None else low.toordinal() + 1


def _refuse_contradiction(duty: Duty, stated: Event, told: Sequence[Day], asked: Day, denied: End) -> None:
    """Refuse a record that tells another day than the case, denies its act, or tells one that the case denies."""
    if duty.manner is Manner.CONTINUING and stated.finding.is_no:
        return  # that it is kept up says nothing of an earlier day
    of_case = stated.day(undated(duty, asked))
    others: Sequence[Day] = () if stated.finding.is_unknown else told
    if stated.finding.is_yes:
        others = [*others, _leaf(duty, denied, inf)]
    for one in others:
        if of_case.most < one.least or one.most < of_case.least:
            raise InvalidValue("record", f"`{duty.id}` on {one.shown}", f"what the case states of it: {of_case.shown}")


def _leaf(duty: Duty, least: End, most: End) -> Day:
    """Return a day of which this is known; what is exact is no question any more."""
    if least == most:
        return fixed_day(date.fromordinal(int(least)), happening(duty), *duty.authority)
    return _asked_for(least, most, f"record.{duty.id}", happening(duty), duty.authority, duty.bearer, duty.about or "")


@kept_ready
def _asked_for(least: End, most: End, *question: Any) -> Day:
    asked = Question(*question)
    return Day(least, most, asked.statement, asked.authority, Kind.FACT, (), asked)


def undated(duty: Duty, asked: Day) -> Day:
    """Return a day of which nothing is known but that it has come; of what is kept up, not before it is owed.

    What a case tells without a day is so on the day that is asked about.
    """
    some = _leaf(duty, FIRST, asked.most)
    since = duty.life.since
    if duty.manner is not Manner.CONTINUING or since is None:
        return some
    return later_of("it was not kept up, from when it was owed", duty.authority, since, some)


def event_day(event: Event, duty: Duty, asked: Day) -> Day:
    """Return the day of something that happened to a duty, and is not its act."""
    return event.day(_of_event(undated(duty, asked), event.finding))


@kept_ready
def _of_event(day: Day, finding: Finding) -> Day:
    return evolve(day, statement=finding.statement)


def happening(duty: Duty) -> str:
    """Return in words what the day of the act is the day of.

    >>> from uncc.cooperation import PreservationRequest, duties_on_receipt
    >>> happening(duties_on_receipt(PreservationRequest())[3])
    'it was done: take all appropriate measures to preserve the specified data'
    """
    return f"it was not kept up: {duty.act}" if duty.manner is Manner.CONTINUING else f"it was done: {duty.act}"


def act_of(name: str, duty: Duty, others: Mapping[str, Duty], entries: Sequence[Entry], asked: Day) -> Day:
    """Return the day of the act of another duty, of which the case may not tell."""
    other = others.get(name)
    return _first(act_days(evolve(duty, id=name, act=name, life=ONCE) if other is None else other, entries, asked))


def _first(days: tuple[Day, ...]) -> Day:
    return days[0] if len(days) == 1 else earlier_of(days[0].statement, days[0].authority, *days)


class Ends(NamedTuple):
    """On which days a duty ended without its act: by what happened, and by the act of another duty.

    What it forbids or keeps up can still be broken on the day of such an act, which may be done in breach of it.
    """

    by_event: Day
    by_act: Day
    either: Day


_ENDLESS = Ends(NEVER, NEVER, NEVER)


def end_days(duty: Duty, entries: Sequence[Entry], asked: Day, others: Mapping[str, Duty]) -> Ends:
    """Return the days on which the duty ended without its act."""
    if not duty.life.ends and not duty.life.ended_by:
        return _ENDLESS
    events = [event_day(event, duty, asked) for event in duty.life.ends if not isinstance(event, Suspension)]
    acts = [act_of(name, duty, others, entries, asked) for name in duty.life.ended_by]
    return Ends(*(_earliest(duty, days) for days in (events, acts, [*events, *acts])))


def _earliest(duty: Duty, days: Sequence[Day]) -> Day:
    return earlier_of("it ended without its act", duty.authority, *days) if days else NEVER


def later_day(duty: Duty, entries: Sequence[Entry], asked: Day, others: Mapping[str, Duty]) -> Day | None:
    """Return the day of the act before which that of the duty comes, where it has to."""
    ahead = duty.life.ahead
    if ahead is None:
        return None
    days = [act_of(name, duty, others, entries, asked) for name in ahead.of_acts]
    if ahead.of is not None:
        days.append(event_day(ahead.of, duty, asked))
    later: Day = earlier_of("what it comes before was done", duty.authority, *days)
    return later


def last_day(duty: Duty, later: Day | None = None) -> Day | None:
    """Return the last day for a duty, where there is one: the day before another act, where it comes before that."""
    if later is not None:
        return days_after("the day before what it comes before", duty.authority, later, -1)
    if duty.life.until is not None:
        return duty.life.until
    if duty.due is not None:
        return duty.due
    if isinstance(duty.deadline, Deadline):
        return fixed_day(duty.deadline.on, "its last day", *duty.deadline.authority)
    return None
