"""Art. 65: when the Convention enters into force, and when it does so for each participant."""

from __future__ import annotations

from datetime import date
from typing import cast

from attrs import frozen

from uncc.final_provisions.acts import INSTRUMENTS, Act
from uncc.final_provisions.events import Event, Receipt
from uncc.final_provisions.history import H, History
from uncc.kernel.amounts import rest_of
from uncc.kernel.between import ends_of
from uncc.kernel.dates import Deadline, day, deadline_of, earliest_of
from uncc.kernel.declared import checked, typed
from uncc.kernel.facts import DayFact, NumberFact
from uncc.kernel.findings import Finding, Node, all_of, by_text, read_off
from uncc.kernel.measured import day_of
from uncc.kernel.model import Model
from uncc.kernel.provisions import art
from uncc.kernel.quantities import (
    NEVER,
    Day,
    comes,
    days_after,
    earlier_of,
    fixed_day,
    fixed_number,
    later_of,
    not_after,
    or_more,
    where,
)
from uncc.kernel.roles import Role

__all__ = [
    "EntryIntoForce",
    "ParticipantEntry",
    "counts_towards_entry_into_force",
    "earliest_entry_into_force",
    "entry_into_force",
    "entry_into_force_for",
]

COMPLETE = "the number of instruments that entry into force asks for has been deposited"
FOR_PARTICIPANT = "the Convention enters into force for the participant"


@frozen(kw_only=True, field_transformer=typed)
class EntryIntoForce(Model):
    """When a treaty enters into force, as things stand.

    - `on`: the day; `None` while the count is not complete, or where the day is not known exactly.
    - `counted`, `missing`: how many instruments count so far, and how many are still needed, as far as that is known.
    - `completed_on`, `completed_by`: what is known of the day of the deposit that completed the count, and whose it
      was; where several can have completed it, all of them, since the order within a day is not known.
    - `day`: the day with its reasons; it never comes while the count is not complete.
    """

    on: Deadline | None
    counted: NumberFact
    missing: NumberFact
    completed_on: DayFact
    completed_by: tuple[str, ...]
    because: Finding
    day: Day = NEVER


@frozen(field_transformer=typed)
class ParticipantEntry(Model):
    """When a treaty enters into force for one participant: its day, with the reasons."""

    on: Deadline | None
    because: Node
    day: Day = NEVER


def counts_towards_entry_into_force(history: History, event: Event) -> Finding:
    """Whether an act is one of the instruments that the number for entry into force is made of.

    Signature, domestic approval and succession are no such instruments, and that of an organization is not counted
    beside those of its member States. The other conditions of a valid instrument are the depositary's to see.

    Source: Art. 64(3), Art. 64(4), Art. 65(1).

    >>> from datetime import date
    >>> signed = Event(participant="Astoria", act=Act.SIGNATURE, on=date(2025, 10, 25))
    >>> counts_towards_entry_into_force(History(events=(signed,)), signed).truth.name
    'NO'
    """
    return all_of(
        "the act counts towards entry into force",
        art(65, 1),
        by_text(
            event.act in INSTRUMENTS,
            "the act is a ratification, an acceptance, an approval or an accession",
            art(64, 3),
            art(64, 4),
            art(65, 1),
        ),
        ~read_off(
            history,
            H.organizations,
            history.organization(event.participant) is not None,
            "the act is that of a regional economic integration organization",
            art(65, 1),
            asked_of=Role.DEPOSITARY,
        ),
    )


def entry_into_force(history: History, *, on: date | None = None) -> EntryIntoForce:
    """When does the treaty enter into force, by what has been deposited up to a day, or at all?

    On the ninetieth day after the deposit that completes the number; a history with another clause, on the day which
    that clause says. The instruments of organizations do not count, and each State counts once.

    `because`: YES, the number is complete; NO, it is not, and `missing` says by how many; UNKNOWN, where that turns on
    a deposit whose day is not known.

    Source: Art. 65(1).

    >>> from datetime import date
    >>> names = [f"State {number}" for number in range(40)]
    >>> deposits = [Event(participant=name, act=Act.ACCESSION, on=date(2027, 12, 2)) for name in names]
    >>> print(entry_into_force(History.story(deposits)).on)
    2028-03-01 [Art. 65(1)]
    """
    asked = date.max if on is None else day(on, "on")
    complete, counted = is_complete(history, on), history.instruments_by(asked)
    completed = where(complete, history.completion, NEVER)
    entry = where(complete, general_entry(history), NEVER)
    needed = fixed_number(history.clause.instruments, "needed")
    rest = or_more("still missing", art(65, 1), rest_of("the rest", art(65, 1), needed, counted), ONE)
    return EntryIntoForce(
        on=deadline_of(entry),
        counted=counted.fact,
        missing=where(complete, NO_MORE, rest).fact,
        completed_on=completed.fact,
        completed_by=history.instruments.completed_by(completed, asked),
        because=complete,
        day=entry,
    )


NO_MORE, ONE = fixed_number(0, "none is missing"), fixed_number(1, "one at least")


def is_complete(history: History, on: date | None) -> Finding:
    """Whether the number is complete by a day, or at all."""
    if on is None:
        return comes(COMPLETE, art(65, 1), history.completion)
    return not_after(COMPLETE, art(65, 1), history.completion, fixed_day(on, "the day asked about"))


def general_entry(history: History) -> Day:
    """Return the day of entry into force of the treaty."""
    if None not in ends_of(history.in_force_since):
        return day_of(history, H.in_force_since)
    return days_after("the Convention enters into force", art(65, 1), history.completion, history.clause.days)


def earliest_entry_into_force(history: History, *, on: date) -> Deadline:
    """Return the earliest day on which the treaty can enter into force, seen from a day.

    That is its day where the number is complete by then; otherwise the day that would follow if everything missing
    were deposited on the very day from which one looks.

    Source: Art. 65(1).

    >>> from datetime import date
    >>> print(earliest_entry_into_force(History.story(), on=date(2026, 11, 23)))
    2027-02-21 [Art. 65(1)]
    """
    asked = fixed_day(on, "the day asked about")
    soonest = earlier_of("the number can be complete", art(65, 1), history.completion, asked)
    earliest = earliest_of(days_after("the Convention enters into force", art(65, 1), soonest, history.clause.days))
    return cast("Deadline", earliest)


def entry_into_force_for(history: History, instrument: Event, *, on: date | None = None) -> ParticipantEntry:
    """When does the treaty enter into force for the one that deposited an instrument, as known on a day, or at all?

    For those whose deposit came before the number was complete, or completed it, on the day of the treaty itself; for
    a later one on the thirtieth day after its own deposit, or on that day if it is later. An organization is treated
    as a State is. For a succession the text sets no day: that which the depositary records is taken.

    `because`: YES, the day is determined; NO, the number is not complete or the act is no consent to be bound;
    UNKNOWN, for a succession without a recorded day.

    Source: Art. 65(1), Art. 65(2).

    >>> from datetime import date
    >>> names = [f"State {number}" for number in range(40)]
    >>> deposits = [Event(participant=name, act=Act.ACCESSION, on=date(2027, 7, 1)) for name in names]
    >>> later = Event(participant="Astoria", act=Act.ACCESSION, on=date(2028, 1, 12))
    >>> print(entry_into_force_for(History(events=(*deposits, later)), later).on)
    2028-02-11 [Art. 65(2)]
    """
    own = history.held(instrument.participant)
    received = next((one for one in own if one.event == instrument), Receipt.of(len(history.events), instrument))
    if instrument.act is Act.SUCCESSION:
        return ParticipantEntry(deadline_of(received.effective), received.effective, received.effective)
    complete = is_complete(history, on)
    because = all_of(
        "the day of entry into force for the participant is determined",
        (art(65, 1), art(65, 2)),
        by_text(
            instrument.act in INSTRUMENTS,
            "the act expresses consent to be bound",
            art(65, 1),
            art(65, 2),
        ),
        complete,
    )
    since = where(complete, bound_since(history, received), NEVER)
    return ParticipantEntry(deadline_of(since), because, since)


def bound_since(history: History, received: Receipt) -> Day:
    """Return the day since which an act binds its participant; `NEVER` where it is no consent to be bound."""
    general, waits = general_entry(history), history.clause.later_days
    if received.event.act is Act.SUCCESSION:
        return (
            received.effective
            if received.recorded
            else later_of(FOR_PARTICIPANT, art(65, 2), received.effective, general)
        )
    if received.event.act not in INSTRUMENTS:
        return NEVER
    return where(
        not_after(
            "the instrument was deposited by the time that the number was complete",
            (art(65, 1), art(65, 2)),
            received.on,
            history.completion,
        ),
        general,
        later_of(FOR_PARTICIPANT, art(65, 2), days_after("it has waited", art(65, 2), received.on, waits), general),
    )


checked(__name__)
