"""What the depositary has received: events, each with its day and its participant, and the history that they make.

A history says what was done, and which instruments count; what follows, the rules of the final provisions compute.

>>> from datetime import date
>>> history = History(events=(Event(participant="Astoria", act=Act.SIGNATURE, on=date(2025, 10, 25)),))
>>> [str(event) for event in history.of("Astoria")]
['Astoria, signature, 2025-10-25']
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

from attrs import Attribute, field, fields, frozen
from attrs.validators import optional

from uncc.final_provisions.acts import ABOUT_A_TEXT, CONFIRMING, INSTRUMENTS, UNDER_A_PROVISION, Act
from uncc.kernel.between import day_text, ends_of
from uncc.kernel.dates import years_after
from uncc.kernel.declared import checked, typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import DayFact, Fact, Facts, day_fact
from uncc.kernel.measured import day_of
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision, art
from uncc.kernel.quantities import Day, earlier_of, fixed_number, nth_of
from uncc.kernel.roles import Role
from uncc.kernel.values import a_count_of_days, a_text, some_texts

__all__ = ["CONVENTION", "Amendment", "Clause", "Event", "History", "Receipt", "RegionalOrganization"]


_PLACE = MappingProxyType({act: place for place, act in enumerate(Act)})


def _where_it_belongs(event: Event, attribute: Attribute[Any], value: object) -> None:
    belongs = UNDER_A_PROVISION if attribute.name == "provision" else ABOUT_A_TEXT
    if value is not None and event.act not in belongs:
        allowed = ", ".join(act.value for act in belongs)
        raise InvalidValue(attribute.name, str(value), f"possible here: it is given only for {allowed}")
    if value is None and event.act in belongs:
        raise InvalidValue(attribute.name, None, f"enough: an event of the kind {event.act.value} needs it")


@frozen(kw_only=True, field_transformer=typed)
class Event(Facts, asked_of=Role.DEPOSITARY):
    """One act of one participant, on the day on which the depositary received it, as far as that is known.

    - `provision`: under which a reservation, a withdrawal or a notification is made.
    - `subject`: the name of the amendment or the protocol.
    - `effective_on`: since when a succession takes effect, as the depositary records it.
    """

    participant: str = field(validator=a_text)
    act: Act
    on: DayFact = day_fact("the depositary received the act", art(64, 3), art(64, 4), art(67, 1))
    provision: Provision | None = field(default=None, validator=_where_it_belongs)
    subject: str | None = field(default=None, validator=[optional(a_text), _where_it_belongs])
    effective_on: DayFact = day_fact("the succession took effect", art(65, 2))

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.effective_on is not None and self.act is not Act.SUCCESSION:
            allowed = f"possible here: it is given only for {Act.SUCCESSION.value}"
            raise InvalidValue("effective_on", day_text(self.effective_on), allowed)

    def __str__(self) -> str:
        about = f" {self.provision or self.subject}" if self.provision or self.subject else ""
        return f"{self.participant}, {self.act.value}{about}, {_told(self.on)}"

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last day on which it can have been received, as far as that is known."""
        least, most = ends_of(self.on)
        return least or date.min, most or date.max


def _told(on: DayFact) -> str:
    return "on a day that is not known" if on is None else day_text(on)


def _some_members(_: object, attribute: Attribute[Any], members: tuple[str, ...] | None) -> None:
    if members is not None and (not members or len(set(members)) < len(members)):
        raise InvalidValue(attribute.name, members, "a list of its member States, each once; null where not known")


@frozen(field_transformer=typed)
class RegionalOrganization(Model):
    """A regional economic integration organization and its member States; `None` where they are not known."""

    name: str = field(validator=a_text)
    members: tuple[str, ...] | None = field(default=None, validator=[optional(some_texts), _some_members])


@frozen
class Amendment(Facts, asked_of=Role.CONFERENCE):
    """An amendment by its name, and the day on which the Conference adopted it, as far as that is known."""

    name: str = field(validator=a_text)
    adopted_on: DayFact = day_fact("the Conference adopted the amendment", art(66, 1), art(66, 3))

    @property
    def earliest(self) -> date:
        """The first day on which it can have been adopted."""
        return ends_of(self.adopted_on)[0] or date.min


@frozen(kw_only=True, field_transformer=typed)
class Clause(Model):
    """The numbers of a clause on entry into force, by default those of this Convention.

    - `instruments`: how many must be deposited.
    - `days`: which day after the deposit that completes the number is that of entry into force.
    - `later_days`: which day after its own deposit it is for a participant that comes later.
    """

    instruments: int = field(default=40, validator=a_count_of_days)
    days: int = field(default=90, validator=a_count_of_days)
    later_days: int = field(default=30, validator=a_count_of_days)


CONVENTION = Clause()
"""The clause of this Convention: forty instruments, the ninetieth day, the thirtieth day."""
E = fields(Event)


@frozen(field_transformer=typed)
class Receipt(Model):
    """An event of a history, and the day on which it was received, with its place in the history."""

    event: Event
    on: Day
    place: str

    @classmethod
    def of(cls, place: int, event: Event) -> Receipt:
        """Return an event by its place among the events of a history."""
        subject = f"events[{place}]"
        return cls(event, day_of(event, E.on, subject), subject)

    @property
    def effective(self) -> Day:
        """Of a succession: the day since which it takes effect."""
        return day_of(self.event, E.effective_on, self.place)


def _key(event: Event) -> tuple[Any, ...]:
    return (event.span, event.participant, _PLACE[event.act], str(event.provision), str(event.subject))


def _in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(sorted(events, key=_key))


def _possible(history: History, _: object, events: tuple[Event, ...]) -> None:
    organizations = {organization.name for organization in history.organizations}
    for place, wrong in contradictions(events, amendments=history.amendments, organizations=organizations):
        raise InvalidValue("events", str(events[place]), f"possible: {wrong}")


def _each_once(_: object, attribute: Attribute[Any], values: tuple[RegionalOrganization | Amendment, ...]) -> None:
    counts = Counter(value.name for value in values)
    for name, count in counts.items():
        if count > 1:
            raise InvalidValue(attribute.name, name, "named once")


@frozen(kw_only=True, field_transformer=typed)
class History(Model):
    """The events of a treaty, in the order of their days; the order within one day says nothing.

    - `clause`: the numbers of its clause on entry into force.
    - `organizations`: those of the participants that are regional economic integration organizations.
    - `amendments`: what the Conference has adopted.
    - `declarations_complete`: whether all reservations, declarations and notifications stand in it; otherwise one
      that does not may have been made.
    """

    amendments: tuple[Amendment, ...] = field(default=(), validator=_each_once)
    organizations: tuple[RegionalOrganization, ...] = field(default=(), validator=_each_once)
    clause: Clause = CONVENTION
    declarations_complete: Fact = None
    events: tuple[Event, ...] = field(default=(), converter=_in_order, validator=_possible)

    @cached_property
    def _by_participant(self) -> Mapping[str, tuple[tuple[int, Event], ...]]:
        found: dict[str, list[tuple[int, Event]]] = defaultdict(list)
        for place, event in enumerate(self.events):
            found[event.participant].append((place, event))
        return MappingProxyType({name: tuple(events) for name, events in found.items()})

    @cached_property
    def _by_subject(self) -> Mapping[str, tuple[Receipt, ...]]:
        found: dict[str, list[Receipt]] = defaultdict(list)
        for place, event in enumerate(self.events):
            if event.act is Act.AMENDMENT:
                found[str(event.subject)].append(Receipt.of(place, event))
        return MappingProxyType({subject: tuple(received) for subject, received in found.items()})

    @cached_property
    def _organizations(self) -> Mapping[str, RegionalOrganization]:
        return MappingProxyType({organization.name: organization for organization in self.organizations})

    @property
    def counted(self) -> tuple[Event, ...]:
        """The instruments that count towards entry into force: the first of each State, in the order of days."""
        return tuple(own[0][1] for own in self._instruments.values())

    @cached_property
    def _instruments(self) -> Mapping[str, tuple[tuple[int, Event], ...]]:
        """The instruments that can count towards entry into force, by State: the first of each does."""
        found: dict[str, tuple[tuple[int, Event], ...]] = {}
        for place, event in enumerate(self.events):
            if event.act in INSTRUMENTS and event.participant not in self._organizations:
                found[event.participant] = (*found.get(event.participant, ()), (place, event))
        return MappingProxyType(found)

    @cached_property
    def _spans(self) -> Mapping[str, tuple[date, date]]:
        """Between which days the first instrument of each State can have been deposited."""
        return {
            name: (min(event.span[0] for _, event in own), min(event.span[1] for _, event in own))
            for name, own in self._instruments.items()
        }

    @cached_property
    def _ends(self) -> tuple[list[date], list[date]]:
        """The first days of these spans in order, and the last days."""
        return sorted(least for least, _ in self._spans.values()), sorted(most for _, most in self._spans.values())

    @cached_property
    def completing(self) -> tuple[str, ...]:
        """Whose first instrument can be the one that completes the number; none while there are too few."""
        needed, (leasts, mosts) = self.clause.instruments, self._ends
        if len(leasts) < needed:
            return ()
        least, most = leasts[needed - 1], mosts[needed - 1]
        return tuple(name for name, span in self._spans.items() if span[1] >= least and span[0] <= most)

    @cached_property
    def _certain(self) -> int:
        """How many instruments come before any that can complete the number; all, while there are too few."""
        needed, (leasts, mosts) = self.clause.instruments, self._ends
        return len(mosts) if len(leasts) < needed else bisect_left(mosts, leasts[needed - 1])

    @cached_property
    def completion(self) -> Day:
        """The day of the deposit that completes the number; `NEVER` while there are too few.

        What comes before it for certain is counted, what comes after it for certain is left out.
        """
        needed = fixed_number(self.clause.instruments - self._certain, "so many, beside those deposited before")
        statement = "the instrument that completes the number was deposited"
        return nth_of(statement, art(65, 1), needed, *map(self.first_instrument, self.completing))

    def first_instrument(self, name: str) -> Day:
        """Return the day of a State's first instrument."""
        days = [Receipt.of(place, event).on for place, event in self._instruments[name]]
        return days[0] if len(days) == 1 else earlier_of("the first instrument was deposited", art(65, 1), *days)

    def first_span(self, name: str) -> tuple[date, date]:
        """Return between which days a State's first instrument can have been deposited."""
        return self._spans[name]

    def counted_by(self, on: date) -> tuple[int, tuple[str, ...]]:
        """Return how many first instruments had been deposited by a day for certain, and whose may have been."""
        sure = bisect_right(self._ends[1], on)
        return sure, tuple(name for name in self._uncertain if self._spans[name][0] <= on < self._spans[name][1])

    @cached_property
    def _uncertain(self) -> tuple[str, ...]:
        return tuple(name for name, (least, most) in self._spans.items() if least != most)

    @property
    def participants(self) -> tuple[str, ...]:
        """Every participant with an event, in alphabetical order."""
        return tuple(sorted(self._by_participant))

    def of(self, participant: str, *acts: Act, until: date | None = None) -> tuple[Event, ...]:
        """Return the events of a participant, of these kinds if any are named, that can have come by a day."""
        return tuple(event for _, event in self._placed(participant, acts, until))

    def received(self, participant: str, *acts: Act, until: date | None = None) -> tuple[Receipt, ...]:
        """Return the same events, each with the node of its day."""
        return tuple(Receipt.of(place, event) for place, event in self._placed(participant, acts, until))

    def _placed(self, participant: str, acts: tuple[Act, ...], until: date | None) -> Iterator[tuple[int, Event]]:
        for place, event in self._by_participant.get(participant, ()):
            if (not acts or event.act in acts) and (until is None or event.span[0] <= until):
                yield place, event

    def accepting(self, amendment: str) -> tuple[Receipt, ...]:
        """Return the instruments on an amendment, each with the node of its day."""
        return self._by_subject.get(amendment, ())

    @cached_property
    def denunciations(self) -> tuple[Receipt, ...]:
        """All denunciations, each with the node of its day."""
        events = enumerate(self.events)
        return tuple(Receipt.of(place, event) for place, event in events if event.act is Act.DENUNCIATION)

    def organization(self, participant: str) -> RegionalOrganization | None:
        """Return the participant as an organization; `None` where it is a State."""
        return self._organizations.get(participant)


def contradictions(
    events: Sequence[Event], *, amendments: Iterable[Amendment] = (), organizations: Container[str] = ()
) -> Iterator[tuple[int, str]]:
    """Yield what cannot be meant in a list of events: the place of the event and what is wrong with it."""
    seen: set[Event] = set()
    own: dict[str, list[tuple[int, Event]]] = defaultdict(list)
    adopted = {amendment.name: amendment.adopted_on for amendment in amendments}
    for place, event in enumerate(events):
        adopted_on = adopted.get(str(event.subject)) if event.act is Act.AMENDMENT else None
        if event in seen:
            yield place, "it stands there twice"
        elif adopted_on is not None and event.span[1] < (ends_of(adopted_on)[0] or date.min):
            yield place, f"the amendment was adopted on {day_text(adopted_on)} only"
        else:
            own[event.participant].append((place, event))
        if event.on is not None:  # of two whose days are not known, nothing says that they are one
            seen.add(event)
    for name, placed in own.items():
        known = [(place, event, event.on) for place, event in placed if isinstance(event.on, date)]
        yield from _signed_amiss(known)
        if name not in organizations:  # which can cease to be a Party without an act of its own
            yield from _consented_twice(placed)
        yield from _withdrawn_amiss(known, {event.provision for _, event in placed if not isinstance(event.on, date)})


Placed = Sequence[tuple[int, Event, date]]
"""Events whose days are known exactly, each with its place and its day."""


def _signed_amiss(placed: Placed) -> Iterator[tuple[int, str]]:
    signed = sorted(on for _, event, on in placed if event.act is Act.SIGNATURE)
    for place, event, on in placed:
        if event.act in CONFIRMING and signed and on < signed[0]:
            yield place, f"it was deposited before the signature of {signed[0]}"
        elif event.act is Act.SIGNATURE and on > signed[0]:
            yield place, f"it was signed on {signed[0]} already"


def _consented_twice(placed: Sequence[tuple[int, Event]]) -> Iterator[tuple[int, str]]:
    """Yield each consent that came while an earlier one stood; where a day is not known exactly, none surely did."""
    dated = [(event.on, place, event.act) for place, event in placed]
    if not all(isinstance(on, date) for on, _, act in dated if act is Act.DENUNCIATION):
        return
    left = sorted(years_after(on, 1).on for on, _, act in dated if act is Act.DENUNCIATION and isinstance(on, date))
    consents = [
        (on, place) for on, place, act in dated if act in (*INSTRUMENTS, Act.SUCCESSION) and isinstance(on, date)
    ]
    last: date | None = None
    for on, place in sorted(consents):
        if last is not None and bisect_right(left, last) == bisect_right(left, on):  # it left on no day in between
            yield place, f"its consent of {last} still stands"
        last = on


def _withdrawn_amiss(placed: Placed, uncertain: Container[Provision | None]) -> Iterator[tuple[int, str]]:
    made: dict[Provision | None, date] = {}
    for _, event, on in placed:
        if event.act is Act.RESERVATION:
            made[event.provision] = min(on, made.get(event.provision, on))
    for place, event, on in placed:
        if event.act is not Act.WITHDRAWAL or event.provision in uncertain:
            continue
        if event.provision in made and on < made[event.provision]:
            yield place, f"what it withdraws was made on {made[event.provision]} only"


H = fields(History)
G = fields(RegionalOrganization)


checked(__name__)
