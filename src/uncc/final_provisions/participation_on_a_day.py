"""Who takes part in the Convention, and how, on a day: one participant, or all of them in a table."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import Enum
from typing import Any, cast

from attrs import frozen

from uncc.final_provisions.acts import Act
from uncc.final_provisions.art65_entry_into_force import EntryIntoForce, earliest_entry_into_force, entry_into_force
from uncc.final_provisions.art67_effect import Term, has_begun, has_ended, known_since, terms_until
from uncc.final_provisions.events import Receipt
from uncc.final_provisions.history import Clause, History
from uncc.final_provisions.parties import BINDING, asked_about, bound_by, is_party, reservations_of
from uncc.kernel.between import LAST_YEAR, Between
from uncc.kernel.dates import Deadline, day, day_of_case, deadline_of
from uncc.kernel.declared import checked, not_one_of, typed
from uncc.kernel.facts import DayFact
from uncc.kernel.findings import Finding, Truth, all_of, any_of, none_of
from uncc.kernel.model import Model
from uncc.kernel.parties import ANY_DAY, State, StateParty
from uncc.kernel.provisions import art
from uncc.kernel.quantities import NEVER, Day, earlier_of, not_after, where
from uncc.kernel.shown import Shown
from uncc.readings import AS_ADOPTED, Readings

__all__ = [
    "Participation",
    "Status",
    "StatusTable",
    "participation",
    "state_party",
    "status",
    "status_table",
]


class Status(Enum):
    """How a participant takes part on a day. The value is its stable name in JSON."""

    NONE = "none"
    """It has done nothing that counts between States."""
    SIGNATORY = "signatory"
    CONSENTED = "consented"
    """It has deposited its instrument, and the treaty is not in force for it yet."""
    PARTY = "party"
    LEAVING = "leaving"
    """A Party whose denunciation has been received and has not taken effect."""
    FORMER_PARTY = "former-party"
    UNDETERMINED = "undetermined"
    """Whether it is bound turns on something that the history does not say, as after a succession."""


@frozen(kw_only=True, field_transformer=typed)
class Participation(Model):
    """How one participant takes part on a day, and its dates as known on that day.

    - `act`, `deposited_on`: its latest instrument of consent, or its succession, and the day of it.
    - `in_force_on`: from when the treaty binds it by that instrument; `None` where not determined.
    - `denounced_on`, `ends_on`: when its denunciation was received, and from when it is bound no more.
    """

    participant: str
    organization: bool
    status: Status
    signed_on: DayFact = None
    act: Act | None = None
    deposited_on: DayFact = None
    in_force_on: Deadline | None = None
    denounced_on: DayFact = None
    ends_on: Deadline | None = None


@frozen(kw_only=True, field_transformer=typed)
class StatusTable(Shown):
    """A treaty on a day: its entry into force, and how each participant takes part.

    - `earliest`: the earliest day on which it can enter into force, seen from `on`, or on which it did.
    - `complete_until`, `complete_for`: until when and for which acts the history is complete.
    - `later_events`: how many events of the history come after the day for certain, and are not shown.
    """

    on: date
    clause: Clause
    entry_into_force: EntryIntoForce
    earliest: Deadline
    participants: tuple[Participation, ...]
    complete_until: date | None = None
    complete_for: tuple[Act, ...] = ()
    later_events: int = 0


def status(history: History, participant: str, on: date, *, readings: Readings = AS_ADOPTED) -> Status:
    """How does a participant take part in the Convention on a day?

    Source: Art. 64(3), Art. 64(4), Art. 65(1), Art. 65(2), Art. 67(1), Art. 67(2).

    >>> from datetime import date
    >>> from uncc.final_provisions.events import Event
    >>> from uncc.final_provisions.history import EVERY_ACT
    >>> signed = Event(participant="Astoria", act=Act.SIGNATURE, on=date(2025, 10, 25))
    >>> history = History(events=(signed,), complete_until=date(2026, 11, 23), complete_for=EVERY_ACT)
    >>> status(history, "Astoria", date(2026, 11, 23)).value
    'signatory'
    """
    return _status(history, participant, on, terms_until(history, participant, day(on, "on")), readings)


def _status(history: History, participant: str, on: date, found: tuple[Term, ...], readings: Readings) -> Status:
    """Return the first status that holds; none is determined where one before it may hold."""
    for one, finding in _findings(history, participant, on, found):
        chosen = finding.under(readings) if readings.choices else finding  # a rule answers as adopted
        if not chosen.is_no:
            return Status.UNDETERMINED if chosen.is_unknown else one
    return Status.NONE


def _findings(
    history: History, participant: str, on: date, found: tuple[Term, ...]
) -> Iterator[tuple[Status, Finding]]:
    """Yield when each status holds, of those before which none holds."""
    asked, bound = asked_about(on), bound_by(history, participant, found, asked_about(on))
    if any(term.denounced is not NEVER for term in found):
        stays = none_of("a term runs that is not denounced", art(67, 1), *(_stays(term, asked) for term in found))
        yield Status.LEAVING, all_of("it is a Party whose denunciation was received", BINDING, bound, stays)
    yield Status.PARTY, bound
    waiting = (
        all_of(
            "it was deposited by the day, and has neither begun nor ended to bind",
            BINDING,
            not_after("the instrument was received by the day", BINDING, term.instrument.on, asked),
            ~any_of("it has begun or ended", BINDING, has_begun(term, asked), has_ended(term, asked)),
        )
        for term in found
    )
    yield Status.CONSENTED, any_of("an instrument is to bind it", BINDING, *waiting)
    yield Status.FORMER_PARTY, _some_by("it has consented", [term.instrument for term in found], asked)
    signed = history.received(participant, Act.SIGNATURE, until=on)
    yield Status.SIGNATORY, _some_by("it has signed", signed, asked)


def _stays(term: Term, asked: Day) -> Finding:
    """Whether a term runs of which no denunciation was received."""
    return all_of(
        "the term runs and is not denounced",
        art(67, 1),
        has_begun(term, asked),
        ~not_after("the denunciation was received by the day", art(67, 1), term.denounced, asked),
    )


def _some_by(statement: str, received: Sequence[Receipt], asked: Day) -> Finding:
    """Whether one of these acts was received by the day."""
    authority = (art(64, 1), art(64, 3), art(64, 4))
    return any_of(
        statement, authority, *(not_after("it was received by the day", authority, one.on, asked) for one in received)
    )


def participation(history: History, participant: str, on: date, *, readings: Readings = AS_ADOPTED) -> Participation:
    """How does a participant take part on a day, and since when?

    Source: Art. 64(3), Art. 64(4), Art. 65(1), Art. 65(2), Art. 67(1), Art. 67(2).

    >>> from datetime import date
    >>> participation(History(), "Astoria", date(2026, 11, 23)).status.value
    'undetermined'
    """
    found = terms_until(history, participant, day(on, "on"))
    held = [term for term in found if term.instrument.recorded]
    signed = history.of(participant, Act.SIGNATURE, until=on)
    return Participation(
        participant=history.spelt(participant),
        organization=history.organization(participant) is not None,
        status=_status(history, participant, on, found, readings),
        signed_on=signed[0].on if signed else None,
        **(_days(history, max(held, key=_received), on) if held else {}),
    )


def _received(term: Term) -> tuple[date, date]:
    return term.instrument.event.span


def _days(history: History, latest: Term, on: date) -> dict[str, Any]:
    """Return the days of a participant's latest consent, as known on a day."""
    by_now = not_after("the denunciation was received by the day", art(67, 1), latest.denounced, asked_about(on))
    return {
        "act": latest.instrument.event.act,
        "deposited_on": latest.instrument.event.on,
        "in_force_on": deadline_of(known_since(history, latest, on)),
        "denounced_on": where(by_now, latest.denounced, NEVER).fact,
        "ends_on": deadline_of(where(by_now, latest.until, NEVER)),
    }


def status_table(history: History, on: date, *, readings: Readings = AS_ADOPTED) -> StatusTable:
    """Who takes part in the treaty on a day and how, and when does it enter into force?

    Participants whose first event comes after the day are left out; the others stand in alphabetical order.

    Source: Art. 64(3), Art. 64(4), Art. 65(1), Art. 65(2), Art. 67(1), Art. 67(2).

    >>> from datetime import date
    >>> from uncc.final_provisions.history import Tally
    >>> counted = Tally(on=date(2026, 11, 23), instruments=28)
    >>> status_table(History(tallies=(counted,)), date(2026, 11, 23)).entry_into_force.missing
    12
    """
    names = sorted(
        (name for name in history.participants if history.of(name, until=day_of_case(on, "on"))), key=_alphabetical
    )
    return StatusTable(
        on=on,
        clause=history.clause,
        entry_into_force=entry_into_force(history, on=on),
        earliest=earliest_entry_into_force(history, on=on),
        participants=tuple(participation(history, name, on, readings=readings) for name in names),
        complete_until=history.complete_until,
        complete_for=history.complete_for,
        later_events=sum(event.span[0] > on for event in history.events),
    )


def _alphabetical(name: str) -> tuple[str, str]:
    return unicodedata.normalize("NFKD", name).casefold(), name


def state_party(history: History, participant: str, on: date, *, readings: Readings = AS_ADOPTED) -> StateParty:
    """Return a participant of a history as the `StateParty` that it is on a day, for the rules that need one.

    `bound_from`, `denounced` and `bound_until` say what holds on that day: of one that is not bound on it, that it is
    bound since a later day at the earliest, or no more; where it is not determined, nothing. Reservations are `None`,
    not known, unless the history says that it is complete for them.

    Source: Art. 65(1), Art. 65(2), Art. 67(1), Art. 67(2).

    >>> from datetime import date
    >>> state_party(History(), "Astoria", date(2028, 1, 1)).is_bound(date(2028, 1, 1)).truth.name
    'UNKNOWN'
    """
    bound = is_party(history, participant, day_of_case(on, "on")).under(readings)
    since, until = _bound(terms_until(history, participant, on), asked_about(on), bound.truth)
    made = reservations_of(history, participant, on, readings=readings)
    return StateParty(
        state=State(history.spelt(participant)),
        bound_from=since,
        bound_until=until.fact,
        denounced=False if until.is_never else None,
        reservations=made if history.holds(Act.RESERVATION, until=on) else None,
    )


def _bound(found: tuple[Term, ...], asked: Day, bound: Truth) -> tuple[DayFact, Day]:
    """Return the first day and the end of the term that counts on a day, where it is determined who is bound."""
    begun = [term for term in found if has_begun(term, asked).is_yes]
    match bound:
        case Truth.UNKNOWN:
            return None, ANY_DAY
        case Truth.YES:
            return begun[-1].since.fact, begun[-1].until
        case Truth.NO if begun:  # an organization can cease before its own term ends
            return begun[-1].since.fact, earlier_of("it is bound no more", art(67, 1), begun[-1].until, asked)
        case Truth.NO:
            later = cast("date", asked.on) + timedelta(days=1)
            return Between(later, None) if later.year <= LAST_YEAR else None, ANY_DAY
    raise not_one_of("bound", bound, Truth)


checked(__name__)
