"""Who takes part in the Convention, and how, on a day: one participant, or all of them in a table."""

from __future__ import annotations

import unicodedata
from datetime import date
from enum import Enum

from attrs import frozen

from uncc.final_provisions.art65_entry_into_force import EntryIntoForce, earliest_entry_into_force, entry_into_force
from uncc.final_provisions.art67_effect import Term, terms
from uncc.final_provisions.history import Act, Clause, History
from uncc.final_provisions.parties import is_party, reservations_of
from uncc.kernel.dates import Deadline, day
from uncc.kernel.declared import checked, typed
from uncc.kernel.facts import Fact
from uncc.kernel.model import Model
from uncc.kernel.parties import State, StateParty
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
    signed_on: date | None = None
    act: Act | None = None
    deposited_on: date | None = None
    in_force_on: Deadline | None = None
    denounced_on: date | None = None
    ends_on: Deadline | None = None


@frozen(kw_only=True, field_transformer=typed)
class StatusTable(Shown):
    """A treaty on a day: its entry into force, and how each participant takes part.

    `earliest` is the earliest day on which it can enter into force, seen from `on`, or on which it did.
    """

    on: date
    clause: Clause
    entry_into_force: EntryIntoForce
    earliest: Deadline
    participants: tuple[Participation, ...]


def status(history: History, participant: str, on: date, *, under: Readings = AS_ADOPTED) -> Status:
    """How does a participant take part in the Convention on a day?

    Source: Art. 64(3), Art. 64(4), Art. 65(1), Art. 65(2), Art. 67(1), Art. 67(2).

    >>> from datetime import date
    >>> from uncc.final_provisions.history import Event
    >>> history = History(events=(Event(participant="Astoria", act=Act.SIGNATURE, on=date(2025, 10, 25)),))
    >>> status(history, "Astoria", date(2026, 11, 23)).value
    'signatory'
    """
    found = terms(history, participant, on=day(on, "on"))
    bound = is_party(history, participant, on, under=under)
    if bound.is_unknown:
        return Status.UNDETERMINED
    if bound.is_yes:
        return Status.LEAVING if all(term.denounced_on for term in found if term.has_begun(on)) else Status.PARTY
    if any(not term.has_begun(on) and not term.has_ended(on) for term in found):
        return Status.CONSENTED
    if found:
        return Status.FORMER_PARTY
    return Status.SIGNATORY if history.of(participant, Act.SIGNATURE, until=on) else Status.NONE


def participation(history: History, participant: str, on: date, *, under: Readings = AS_ADOPTED) -> Participation:
    """How does a participant take part on a day, and since when?

    Source: Art. 64(3), Art. 64(4), Art. 65(1), Art. 65(2), Art. 67(1), Art. 67(2).

    >>> from datetime import date
    >>> participation(History(), "Astoria", date(2026, 11, 23)).status.value
    'none'
    """
    latest = max(terms(history, participant, on=day(on, "on")), key=_deposited, default=None)
    signed = history.of(participant, Act.SIGNATURE, until=on)
    return Participation(
        participant=participant,
        organization=history.organization(participant) is not None,
        status=status(history, participant, on, under=under),
        signed_on=signed[0].on if signed else None,
        act=None if latest is None else latest.instrument.act,
        deposited_on=None if latest is None else latest.instrument.on,
        in_force_on=None if latest is None else latest.since,
        denounced_on=None if latest is None else latest.denounced_on,
        ends_on=None if latest is None else latest.until,
    )


def _deposited(term: Term) -> date:
    return term.instrument.on


def status_table(history: History, on: date, *, under: Readings = AS_ADOPTED) -> StatusTable:
    """Who takes part in the treaty on a day and how, and when does it enter into force?

    Participants whose first event comes after the day are left out; the others stand in alphabetical order.

    Source: Art. 64(3), Art. 64(4), Art. 65(1), Art. 65(2), Art. 67(1), Art. 67(2).

    >>> from datetime import date
    >>> status_table(History(), date(2026, 11, 23)).entry_into_force.missing
    40
    """
    names = sorted((name for name in history.participants if history.of(name, until=day(on, "on"))), key=_alphabetical)
    return StatusTable(
        on=on,
        clause=history.clause,
        entry_into_force=entry_into_force(history, on=on),
        earliest=earliest_entry_into_force(history, on=on),
        participants=tuple(participation(history, name, on, under=under) for name in names),
    )


def _alphabetical(name: str) -> tuple[str, str]:
    return unicodedata.normalize("NFKD", name).casefold(), name


def state_party(history: History, participant: str, on: date, *, under: Readings = AS_ADOPTED) -> StateParty:
    """Return a participant of a history as the `StateParty` that it is on a day, for the rules that need one.

    `bound_from` and `bound_until` say what holds on that day. For one that is not bound on it, `bound_until` is the day
    itself unless a denunciation took effect before; where it is not determined, both are `None`. Reservations are
    `None`, not known, unless the history says that it holds all of them.

    Source: Art. 65(1), Art. 65(2), Art. 67(1), Art. 67(2).

    >>> from datetime import date
    >>> state_party(History(), "Astoria", date(2028, 1, 1)).is_bound(date(2028, 1, 1))
    False
    """
    bound = is_party(history, participant, day(on, "on"), under=under)
    found = terms(history, participant, on=on)
    since, until = _bound(found, on, None if bound.is_unknown else bound.is_yes)
    return StateParty(
        state=State(participant),
        bound_from=since,
        bound_until=until,
        reservations=reservations_of(history, participant, on, under=under) if history.declarations_complete else None,
    )


def _bound(found: tuple[Term, ...], on: date, bound: Fact) -> tuple[date | None, date | None]:
    """Return the first day and the end of the term that counts on a day."""
    begun = [(term.since.on, term.until) for term in found if term.since is not None and term.since.on <= on]
    if bound is None:
        return None, None
    if not begun:
        return None, on
    since, until = begun[-1]
    if bound:
        return since, None if until is None else until.on
    return since, on if until is None else min(until.on, on)  # an organization can cease before its own term ends


checked(__name__)
