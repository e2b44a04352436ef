"""The life of a duty: from when it is owed, what discharges it, what ends it without that, and what breaks it."""

from __future__ import annotations

from enum import Enum
from typing import Any

from attrs import Attribute, field, frozen

from uncc.kernel.again import OnReadings
from uncc.kernel.facts import FACT, Facts
from uncc.kernel.findings import Finding, given, read_off
from uncc.kernel.immutable import tuples_only
from uncc.kernel.measured import day_of
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision
from uncc.kernel.quantities import NEVER, Day, where

__all__ = [
    "KEPT_UP",
    "ONCE",
    "Ahead",
    "Event",
    "Life",
    "Manner",
    "Suspension",
    "done_first",
    "found",
    "on_day",
    "shown",
    "stated_day",
    "stated_on",
    "without_day",
]


class Manner(Enum):
    """In what way a rule is followed. The value is its stable name in JSON."""

    ACT = "act"
    """Something is done once: to inform, to decide, to return, to consider."""
    CONTINUING = "continuing"
    """Something is kept up from one day to another: confidentiality, custody, a law that is in place."""
    PROHIBITION = "prohibition"
    """Something is not done from one day to another."""
    LIBERTY = "liberty"
    """Something may be done, or is asked for, and nobody breaks anything by leaving it."""


@frozen(field_transformer=tuples_only)
class Event(OnReadings):
    """Something that happened or not, and the day of it, where the case has a place for one.

    - `displaces`: of what ends a duty, that another answer took its place: a refusal, a postponement.
    - `within`: of a breach, that by its own words it was while the duty was owed.
    """

    finding: Finding
    on: Day | None = None
    displaces: bool = False
    within: bool = False

    def day(self, undated: Day) -> Day:
        """Return the day of it; `NEVER` where it did not happen, `undated` where the case has no place for a day."""
        return where(self.finding, undated if self.on is None else self.on, NEVER)


@frozen(field_transformer=tuples_only)
class Suspension(Event):
    """Something that suspends a duty, and `over`: that which lets it go on."""

    over: Event = field(kw_only=True)


@frozen(kw_only=True, field_transformer=tuples_only)
class Ahead(OnReadings):
    """That an act comes before another one, which breaks the duty where it comes first.

    - `of`: that the other act was done, as the case tells it; `of_acts`: the duties of which the act is the other one.
    - `first`: what the case says of the order of the two.
    """

    of: Event | None = None
    of_acts: tuple[str, ...] = ()
    first: Finding | None = None


@frozen(kw_only=True, field_transformer=tuples_only)
class Life(OnReadings):
    """What the case tells of the life of a duty, beside what is recorded of it.

    - `lasts`: whether it is kept up between two days; else its act is done once.
    - `since`: the first day on which it is owed; `None` where the case has no place for one.
    - `until`: the last day on which it is owed, or can be used; `None` where the text sets none.
    - `done`: that its act was done, which discharges it, or breaks it where the act is forbidden.
    - `broken`: that it was not kept up, or that it was broken otherwise than by being late.
    - `in_time`: what the case says of the time that was taken, where the text sets no number of days.
    - `ahead`: the act before which its act comes, where the text has such an order.
    - `ends`: what ends it without its act, or suspends it.
    - `after`: the duties of which the act comes first, by id; `done_by`: those of which the act is its act as well;
      `ended_by`: those of which the act ends it.
    """

    lasts: bool = False
    since: Day | None = None
    until: Day | None = None
    done: Event | None = None
    broken: Event | None = None
    in_time: Finding | None = None
    ahead: Ahead | None = None
    ends: tuple[Event | Suspension, ...] = ()
    after: tuple[str, ...] = ()
    done_by: tuple[str, ...] = ()
    ended_by: tuple[str, ...] = ()


ONCE = Life()
"""The life of a duty whose act is done once, and of which the case tells nothing but what triggers it."""
KEPT_UP = Life(lasts=True)
"""The life of a duty that is kept up, and of which the case tells nothing but what triggers it."""


def found(finding: Finding, *, displaces: bool = False) -> Event:
    """Return the event that a finding tells, of which the case has no place for the day."""
    return Event(finding, displaces=displaces)


def on_day(facts: Facts, attribute: Attribute[Any]) -> Event:
    """Return the event that a day of the case tells: where the day is stated, it happened; else that is not known."""
    declared = type(facts).measured()[attribute.name]
    stated = None if getattr(facts, attribute.name) is None else True
    happened = read_off(facts, attribute, stated, declared.statement, *declared.authority, asked_of=declared.asked_of)
    return Event(happened, day_of(facts, attribute))


def shown(model: Model, attribute: Attribute[Any], statement: str, *authority: Provision) -> Event:
    """Return that something was done, as a field shows that holds what follows from it; else that is not known."""
    follows = getattr(model, attribute.name)
    return found(read_off(model, attribute, True if follows else None, statement, *authority))


def done_first(
    facts: Facts,
    attribute: Attribute[Any],
    other: Event,
    *,
    ends: tuple[Event, ...] = (),
    ended_by: tuple[str, ...] = (),
) -> Life:
    """Return the life of an act that comes before another one; a fact of the case says that it was done first.

    That it was not done first does not say that it was not done.
    """
    declared = attribute.metadata[FACT]
    done = True if getattr(facts, attribute.name) else None
    told = found(read_off(facts, attribute, done, declared.statement, *declared.authority, asked_of=declared.asked_of))
    return Life(done=told, ahead=Ahead(of=other, first=given(facts, attribute)), ends=ends, ended_by=ended_by)


def stated_on(finding: Finding, facts: Facts, attribute: Attribute[Any], *, displaces: bool = False) -> Event:
    """Return the event that a finding tells, on the day that a field holds, where the case states that."""
    return Event(finding, stated_day(facts, attribute), displaces)


def stated_day(facts: Facts, attribute: Attribute[Any]) -> Day | None:
    """Return the day that a field holds, where the case states one."""
    return None if getattr(facts, attribute.name) is None else day_of(facts, attribute)


def without_day(finding: Finding, facts: Facts, attribute: Attribute[Any]) -> tuple[Event, ...]:
    """Return the event that a finding tells, where the case does not state its day; with a day, that day is the end."""
    return () if getattr(facts, attribute.name) is not None else (Event(finding),)
