"""Art. 67(1): what a denunciation that has taken effect does to the duties of a Party."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve, fields

from uncc.cooperation.running_duties import goes_on
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty
from uncc.kernel.findings import all_of, given
from uncc.kernel.life import Event, Manner
from uncc.kernel.measured import day_of
from uncc.kernel.parties import StateParty
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = ["while_a_party"]

P = fields(StateParty)
_LEFT = "a denunciation by the State has taken effect, and ends the duty"


def while_a_party(duties: Iterable[Duty], party: StateParty) -> tuple[Duty, ...]:
    """Return the duties of every State Party as they bind this one: each ends when its denunciation takes effect.

    Of a State of which no denunciation is told, they stay as they are.

    Source: Art. 67(1).

    >>> from datetime import date
    >>> from uncc.cases import standing
    >>> from uncc.kernel.parties import State
    >>> from uncc.offences import SanctionLaw, duties_on_sanctions
    >>> left = StateParty(state=State("Astoria"), bound_until=date(2030, 1, 5))
    >>> sanction, *_ = while_a_party(duties_on_sanctions(SanctionLaw()), left)
    >>> [standing(sanction, on=date(2030, 1, day)).status.words for day in (4, 5)]
    ['to be kept', 'ended']
    """
    ends = tuple(_ends(party, ""))
    return tuple(_with(duty, ends) for duty in duties)


def bound_between(duties: Iterable[Duty], requesting: StateParty, requested: StateParty) -> tuple[Duty, ...]:
    """Return the duties between two States, as far as a denunciation by one of them is told.

    What a law keeps up is owed by a Party, and ends with that. Whether what runs between the two ends is a reading.
    """
    standing, running = tuple(_ends(requested, "requested")), tuple(_running(requesting, requested))
    return tuple(_with(duty, standing if _is_of_law(duty) else running) for duty in duties)


def _is_of_law(duty: Duty) -> bool:
    return duty.bearer is Role.STATE_PARTY and duty.manner is Manner.CONTINUING


def _with(duty: Duty, ends: tuple[Event, ...]) -> Duty:
    return evolve(duty, life=evolve(duty.life, ends=(*duty.life.ends, *ends))) if ends else duty


def _ends(party: StateParty, place: str) -> Iterator[Event]:
    if party.denounced is True or party.bound_until is not None:
        left = all_of(_LEFT, art(67, 1), given(party, P.denounced, place))
        yield Event(left, day_of(party, P.bound_until, place))


def _running(requesting: StateParty, requested: StateParty) -> Iterator[Event]:
    for place, party in (("requesting", requesting), ("requested", requested)):
        yield from (
            evolve(event, finding=all_of(_LEFT, art(67, 1), event.finding, ~goes_on())) for event in _ends(party, place)
        )


checked(__name__)
