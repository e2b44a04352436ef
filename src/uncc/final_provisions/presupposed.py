"""What an act presupposes: only a Party can denounce, only what was reserved can be withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from types import MappingProxyType

from uncc.final_provisions.acts import INSTRUMENTS, Act
from uncc.final_provisions.events import Event
from uncc.final_provisions.history import History
from uncc.final_provisions.parties import is_party
from uncc.kernel.provisions import Provision

__all__: list[str] = []

CONSENTS = (*INSTRUMENTS, Act.SUCCESSION)
_NEEDS = MappingProxyType(
    {
        Act.DENUNCIATION: "only a Party can denounce",
        Act.PROTOCOL: "only a Party can become one to a protocol",
        Act.AMENDMENT: "only who has consented to the treaty can accept an amendment",
        Act.RESERVATION: "it comes with a signature or a consent, or after it",
        Act.NOTIFICATION: "it comes with a signature or a consent, or after it",
        Act.COMPETENCE: "it comes with a signature or a consent, or after it",
    }
)
"""Which acts presuppose others of the same participant, and the words for that."""
_ON_SIGNING = (Act.RESERVATION, Act.NOTIFICATION, Act.COMPETENCE)


def unfounded(history: History) -> Iterator[tuple[Event, str]]:
    """Yield each act in a history that presupposes what is not there, and what that is.

    What an act presupposes belongs into the table that holds the act, complete or not.
    """
    for event in history.events:
        if event.act is Act.WITHDRAWAL and not any(_can_withdraw(event, one) for one in history.of(event.participant)):
            yield event, "no reservation under that provision stands here that it could withdraw"
        elif event.act is Act.COMPETENCE and history.organization(event.participant) is None:
            yield event, "only a regional economic integration organization declares its competence"
        elif event.act in _NEEDS and not _is_founded(history, event):
            yield event, _NEEDS[event.act]


def _can_withdraw(withdrawal: Event, other: Event) -> bool:
    asked: Provision | None = withdrawal.provision
    if other.act is not Act.RESERVATION or asked is None:
        return False
    return other.may_be_about(asked) and other.span[0] <= withdrawal.span[1]


def _is_founded(history: History, event: Event) -> bool:
    """Whether the participant has done before what the act presupposes, as far as the days are known."""
    acts = (*CONSENTS, Act.SIGNATURE) if event.act in _ON_SIGNING else CONSENTS
    wait = timedelta(days=0)
    if event.act in (Act.DENUNCIATION, Act.PROTOCOL):  # no clause binds on the day of the deposit
        wait = timedelta(days=min(history.clause.days, history.clause.later_days))
    return any(_by(one, event, wait) for one in history.of(event.participant, *acts)) and not _was_no_party(
        history, event
    )


def _by(one: Event, event: Event, wait: timedelta) -> bool:
    earliest, last = one.span[0], event.span[1]
    return earliest <= last and (one.act is Act.SUCCESSION or last - earliest >= wait)


def _was_no_party(history: History, event: Event) -> bool:
    first, last = event.span
    exact = first == last and event.act in (Act.DENUNCIATION, Act.PROTOCOL)
    return exact and is_party(history, event.participant, first).is_no
