"""Art. 65: when the Convention enters into force, and when it does so for each participant."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from attrs import frozen

from uncc.final_provisions.history import INSTRUMENTS, Act, Event, History
from uncc.kernel.dates import Deadline, day, days_after, latest
from uncc.kernel.declared import checked, typed
from uncc.kernel.findings import Finding, all_of, by_text, derived
from uncc.kernel.model import Model
from uncc.kernel.provisions import art
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


@frozen(kw_only=True, field_transformer=typed)
class EntryIntoForce(Model):
    """When a treaty enters into force, as things stand.

    - `on`: the day; `None` while the count is not complete.
    - `counted`, `missing`: how many instruments count so far, and how many are still needed.
    - `completed_on`, `completed_by`: the day of the deposit that completed the count, and whose it was; where
      several were deposited on that day, all of them, since the order within a day is not known.
    """

    on: Deadline | None
    counted: int
    missing: int
    completed_on: date | None
    completed_by: tuple[str, ...]
    because: Finding


@frozen(field_transformer=typed)
class ParticipantEntry(Model):
    """When a treaty enters into force for one participant; `on` is `None` where no day is determined."""

    on: Deadline | None
    because: Finding


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
        ~derived(
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

    `because`: YES, the number is complete; NO, it is not, and `missing` says by how many.

    Source: Art. 65(1).

    >>> from datetime import date
    >>> names = [f"State {number}" for number in range(40)]
    >>> deposits = [Event(participant=name, act=Act.ACCESSION, on=date(2027, 12, 2)) for name in names]
    >>> print(entry_into_force(History(events=tuple(deposits))).on)
    2028-03-01 [Art. 65(1)]
    """
    clause, counted = history.clause, history.counted
    number = len(counted) if on is None else bisect_right(counted, day(on, "on"), key=_day_of)
    complete = number >= clause.instruments
    last = counted[clause.instruments - 1].on if complete else None
    return EntryIntoForce(
        on=None if last is None else days_after(last, clause.days, art(65, 1)),
        counted=number,
        missing=max(0, clause.instruments - number),
        completed_on=last,
        completed_by=history.completing if complete else (),
        because=derived(complete, COMPLETE, art(65, 1), asked_of=Role.DEPOSITARY),
    )


def _day_of(event: Event) -> date:
    return event.on


def earliest_entry_into_force(history: History, *, on: date) -> Deadline:
    """Return the earliest day on which the treaty can enter into force, seen from a day.

    That is its day where the number is complete by then; otherwise the day that would follow if everything missing
    were deposited on the very day from which one looks.

    Source: Art. 65(1).

    >>> from datetime import date
    >>> print(earliest_entry_into_force(History(), on=date(2026, 11, 23)))
    2027-02-21 [Art. 65(1)]
    """
    return entry_into_force(history, on=on).on or days_after(on, history.clause.days, art(65, 1))


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
    if instrument.act is Act.SUCCESSION:
        return _by_succession(instrument)
    general = entry_into_force(history, on=on)
    because = all_of(
        "the day of entry into force for the participant is determined",
        (art(65, 1), art(65, 2)),
        by_text(
            instrument.act in INSTRUMENTS,
            "the act expresses consent to be bound",
            art(65, 1),
            art(65, 2),
        ),
        general.because,
    )
    if not because.is_yes or general.completed_on is None:
        return ParticipantEntry(None, because)
    if instrument.on <= general.completed_on:
        return ParticipantEntry(general.on, because)
    own = days_after(instrument.on, history.clause.later_days, art(65, 2))
    return ParticipantEntry(latest(own, general.on), because)


def _by_succession(event: Event) -> ParticipantEntry:
    recorded = event.effective_on
    because = derived(
        None if recorded is None else True,
        "the depositary has recorded since when the succession takes effect",
        art(65, 2),
        asked_of=Role.DEPOSITARY,
        subject=event.participant,
    )
    return ParticipantEntry(None if recorded is None else Deadline(recorded), because)


checked(__name__)
