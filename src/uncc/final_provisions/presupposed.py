"""What an act presupposes: only a Party can denounce, only what was reserved can be withdrawn."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType

from attrs import field, frozen

from uncc.final_provisions.acts import INSTRUMENTS, Act
from uncc.final_provisions.art65_entry_into_force import general_entry
from uncc.final_provisions.events import Event
from uncc.final_provisions.history import History
from uncc.kernel.dates import years_after
from uncc.kernel.provisions import Provision

__all__: list[str] = []

CONSENTS = (*INSTRUMENTS, Act.SUCCESSION)
_NEEDS = MappingProxyType(
    {
        Act.DENUNCIATION: "only a Party can denounce",
        Act.PROTOCOL: "only a Party can become one to a protocol",
        Act.AMENDMENT: "only one that has consented to the treaty can accept an amendment",
        Act.RESERVATION: "it comes with a signature or a consent, or later",
        Act.NOTIFICATION: "it comes with a signature or a consent, or later",
        Act.COMPETENCE: "it comes with a signature or a consent, or later",
        Act.WITHDRAWAL: "no reservation under that provision stands here that it could withdraw",
    }
)
"""Which acts presuppose others of the same participant, and the words for that."""


def unfounded(history: History) -> Iterator[tuple[Event, str]]:
    """Yield each act in a history that presupposes what is not there, and what that is.

    What an act presupposes belongs into the table that holds the act, complete or not.
    """
    entry = general_entry(history).not_before or date.max
    clause = history.clause
    waits = timedelta(days=min(clause.days, clause.later_days))
    for name in history.participants:
        events = history.of(name)
        done = _Done.of(events, entry, waits)
        for event in events:
            if event.act is Act.COMPETENCE and history.organization(name) is None:
                yield event, "only a regional economic integration organization declares its competence"
            elif event.act in _NEEDS and not done.allows(event):
                yield event, _NEEDS[event.act]


@frozen
class _Done:
    """What one participant had done, and from which day at the earliest."""

    signed: date
    consented: date
    terms: Sequence[tuple[date, date]]
    """Between which days it can have been a Party, by each consent in the order of their days."""
    reserved: Mapping[Provision, date] = field(factory=dict[Provision, date])

    @classmethod
    def of(cls, events: Sequence[Event], entry: date, waits: timedelta) -> _Done:
        """Return what these events of a participant come to, by the first day of entry into force and the wait."""
        consents = [event for event in events if event.act in CONSENTS]
        reserved: dict[Provision, date] = defaultdict(lambda: date.max)
        for event in events:
            if event.act is Act.RESERVATION and event.provision is not None:
                reserved[event.provision] = min(reserved[event.provision], event.span[0])
        return cls(
            signed=_first(event for event in events if event.act is Act.SIGNATURE),
            consented=_first(consents),
            terms=_terms(consents, [event for event in events if event.act is Act.DENUNCIATION], entry, waits),
            reserved=reserved,
        )

    def allows(self, event: Event) -> bool:
        """Whether it had done before what an act presupposes, as far as the days are known."""
        first, last = event.span
        match event.act:
            case Act.WITHDRAWAL:
                return any(made <= last and event.may_be_about(under) for under, made in self.reserved.items())
            case Act.DENUNCIATION | Act.PROTOCOL:
                place = bisect_right(self.terms, (last, date.max)) - 1
                return place >= 0 and first < self.terms[place][1]
            case Act.AMENDMENT:
                return self.consented <= last
            case _:
                return min(self.signed, self.consented) <= last


def _first(events: Iterable[Event]) -> date:
    return min((event.span[0] for event in events), default=date.max)


def _terms(
    consents: Sequence[Event], denunciations: Sequence[Event], entry: date, waits: timedelta
) -> tuple[tuple[date, date], ...]:
    """Return for each consent the first day on which it can have bound, and the last day that it can have bound to."""
    begun = sorted(
        event.span[0] if event.act is Act.SUCCESSION else max(entry, event.span[0] + waits) for event in consents
    )
    if not all(event.span[0] == event.span[1] for event in denunciations):
        return tuple((since, date.max) for since in begun)
    left = [event.span[0] for event in denunciations]
    ends = (bisect_left(left, since) for since in begun)
    return tuple(
        (since, years_after(left[place], 1).on if place < len(left) else date.max)
        for since, place in zip(begun, ends, strict=True)
    )
