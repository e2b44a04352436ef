"""Art. 61: who can become a Party to a protocol, and whom a protocol binds."""

from __future__ import annotations

from datetime import date

from uncc.final_provisions.art67_effect import Term, terms
from uncc.final_provisions.history import Act, History
from uncc.final_provisions.parties import is_party
from uncc.kernel.dates import day
from uncc.kernel.declared import checked
from uncc.kernel.findings import Finding, all_of, derived
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings import AS_ADOPTED, Readings

__all__ = ["is_bound_by_protocol", "may_join_protocol"]


def may_join_protocol(history: History, participant: str, on: date, *, under: Readings = AS_ADOPTED) -> Finding:
    """Whether a participant can become a Party to a protocol on a day: only as a Party to the Convention.

    What the protocol itself asks for besides is not computed.

    Source: Art. 61(2).

    >>> from datetime import date
    >>> may_join_protocol(History(), "Caldera", date(2030, 1, 1)).truth.name
    'NO'
    """
    return all_of(
        "the participant may become a Party to a protocol", art(61, 2), is_party(history, participant, on, under=under)
    )


def is_bound_by_protocol(
    history: History, participant: str, protocol: str, on: date, *, under: Readings = AS_ADOPTED
) -> Finding:
    """Whether a protocol binds a participant on a day.

    Only once it has become a Party to it, as the protocol provides, and only while it is a Party to the Convention: one
    that was none on the day on which it joined the protocol did not become a Party to it; a denunciation of the
    Convention takes the protocol with it, and joining the Convention anew does not bring it back.

    Source: Art. 61(2), Art. 61(3), Art. 67(3).

    >>> from datetime import date
    >>> is_bound_by_protocol(History(), "Caldera", "First Protocol", date(2030, 1, 1)).truth.name
    'NO'
    """
    entered = [
        (event.on, was_party)
        for event in history.of(participant, Act.PROTOCOL, until=day(on, "on"))
        if event.subject == protocol
        if not (was_party := is_party(history, participant, event.on, under=under)).is_no
    ]
    joined = [one for one, _ in entered]
    ended = [term for term in terms(history, participant, on=on) if _took_along(term, joined, on)]
    return all_of(
        "the protocol binds the participant on the day",
        (art(61, 2), art(61, 3)),
        is_party(history, participant, on, under=under),
        derived(
            any(was_party.is_yes for _, was_party in entered) or (None if entered else False),
            "the participant has become a Party to the protocol, being one to the Convention",
            art(61, 2),
            art(61, 3),
            asked_of=Role.DEPOSITARY,
            subject=participant,
        ),
        ~derived(
            bool(ended),
            "a denunciation of the Convention has taken the protocol with it",
            art(67, 3),
            asked_of=Role.DEPOSITARY,
            subject=participant,
        ),
    )


def _took_along(term: Term, joined: list[date], on: date) -> bool:
    """Whether the end of a term came after the participant had joined the protocol for the last time."""
    return bool(joined) and term.has_ended(on) and term.until is not None and joined[-1] < term.until.on


checked(__name__)
