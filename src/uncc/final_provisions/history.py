"""What the depositary has received: events, each with its day and its participant, and the history that they make.

A history says what was done and never what follows from it; the rules of the final provisions compute that.

>>> from datetime import date
>>> history = History(events=(Event(participant="Astoria", act=Act.SIGNATURE, on=date(2025, 10, 25)),))
>>> [str(event) for event in history.of("Astoria")]
['Astoria, signature, 2025-10-25']
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import cached_property
from types import MappingProxyType
from typing import Any

from attrs import Attribute, field, frozen
from attrs.validators import optional

from uncc.kernel.dates import a_date, years_after
from uncc.kernel.declared import checked, typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision
from uncc.kernel.values import a_count_of_days, a_text, some_texts

__all__ = ["CONVENTION", "Act", "Amendment", "Clause", "Event", "History", "RegionalOrganization"]


class Act(Enum):
    """What a participant has done. The value is its stable name in JSON and in tables."""

    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    """To the consent of a predecessor, under general international law: no instrument that counts."""
    DENUNCIATION = "denunciation"
    """Its day is that on which the notification was received. One that was taken back in time is left out."""
    RESERVATION = "reservation"
    """A reservation, or a declaration that the text treats as one, under a provision."""
    WITHDRAWAL = "withdrawal"
    """Of a reservation under a provision."""
    COMPETENCE = "competence"
    """An organization's declaration of the extent of its competence, or of a change in it."""
    NOTIFICATION = "notification"
    """Something that a provision asks to be told to the Secretary-General."""
    AMENDMENT = "amendment"
    """The deposit of an instrument of ratification, acceptance or approval of an amendment."""
    PROTOCOL = "protocol"
    """Its day is that on which the participant became a Party to a protocol."""
    DOMESTIC_APPROVAL = "domestic-approval"
    """By a parliament, say: of no effect between States until an instrument is deposited."""


CONFIRMING = (Act.RATIFICATION, Act.ACCEPTANCE, Act.APPROVAL)
"""The instruments that confirm a signature."""
INSTRUMENTS = (*CONFIRMING, Act.ACCESSION)
"""The instruments of consent that the Convention counts."""
UNDER_A_PROVISION = (Act.RESERVATION, Act.WITHDRAWAL, Act.NOTIFICATION)
ABOUT_A_TEXT = (Act.AMENDMENT, Act.PROTOCOL)
_PLACE = MappingProxyType({act: place for place, act in enumerate(Act)})


def _where_it_belongs(event: Event, attribute: Attribute[Any], value: object) -> None:
    belongs = {
        "provision": UNDER_A_PROVISION,
        "subject": ABOUT_A_TEXT,
        "effective_on": (Act.SUCCESSION,),
    }[attribute.name]
    if value is not None and event.act not in belongs:
        allowed = ", ".join(act.value for act in belongs)
        raise InvalidValue(attribute.name, str(value), f"possible here: it is given only for {allowed}")
    if value is None and event.act in belongs and attribute.name != "effective_on":
        raise InvalidValue(attribute.name, None, f"enough: an event of the kind {event.act.value} needs it")


@frozen(kw_only=True, field_transformer=typed)
class Event(Model):
    """One act of one participant, on the day on which the depositary received it.

    - `provision`: under which a reservation, a withdrawal or a notification is made.
    - `subject`: the name of the amendment or the protocol.
    - `effective_on`: since when a succession takes effect, as the depositary records it.
    """

    participant: str = field(validator=a_text)
    act: Act
    on: date = field(validator=a_date)
    provision: Provision | None = field(default=None, validator=_where_it_belongs)
    subject: str | None = field(default=None, validator=[optional(a_text), _where_it_belongs])
    effective_on: date | None = field(default=None, validator=[optional(a_date), _where_it_belongs])

    def __str__(self) -> str:
        about = f" {self.provision or self.subject}" if self.provision or self.subject else ""
        return f"{self.participant}, {self.act.value}{about}, {self.on.isoformat()}"


def _some_members(_: object, attribute: Attribute[Any], members: tuple[str, ...] | None) -> None:
    if members is not None and (not members or len(set(members)) < len(members)):
        raise InvalidValue(attribute.name, members, "a list of its member States, each once; null where not known")


@frozen(field_transformer=typed)
class RegionalOrganization(Model):
    """A regional economic integration organization and its member States; `None` where they are not known."""

    name: str = field(validator=a_text)
    members: tuple[str, ...] | None = field(default=None, validator=[optional(some_texts), _some_members])


@frozen(field_transformer=typed)
class Amendment(Model):
    """An amendment by its name, and the day on which the Conference adopted it."""

    name: str = field(validator=a_text)
    adopted_on: date = field(validator=a_date)


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


def _key(event: Event) -> tuple[Any, ...]:
    return (event.on, event.participant, _PLACE[event.act], str(event.provision), str(event.subject))


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
    def _by_participant(self) -> Mapping[str, tuple[Event, ...]]:
        found: dict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            found[event.participant].append(event)
        return MappingProxyType({name: tuple(events) for name, events in found.items()})

    @cached_property
    def _organizations(self) -> Mapping[str, RegionalOrganization]:
        return MappingProxyType({organization.name: organization for organization in self.organizations})

    @cached_property
    def counted(self) -> tuple[Event, ...]:
        """The instruments that count towards entry into force: the first of each State, in the order of days."""
        first: dict[str, Event] = {}
        for event in self.events:
            if event.act in INSTRUMENTS and event.participant not in self._organizations:
                first.setdefault(event.participant, event)
        return tuple(first.values())

    @cached_property
    def first_denunciation(self) -> date | None:
        """The day of the first denunciation by any participant; `None` where there is none."""
        return next((event.on for event in self.events if event.act is Act.DENUNCIATION), None)

    @cached_property
    def completing(self) -> tuple[str, ...]:
        """Whose instruments that count were deposited on the day that completes the number; none while it is not."""
        if len(self.counted) < self.clause.instruments:
            return ()
        last = self.counted[self.clause.instruments - 1].on
        return tuple(event.participant for event in self.counted if event.on == last)

    @property
    def participants(self) -> tuple[str, ...]:
        """Every participant with an event, in alphabetical order."""
        return tuple(sorted(self._by_participant))

    def of(self, participant: str, *acts: Act, until: date | None = None) -> tuple[Event, ...]:
        """Return the events of a participant, of these kinds if any are named, up to a day, that day included."""
        return tuple(
            event
            for event in self._by_participant.get(participant, ())
            if (not acts or event.act in acts) and (until is None or event.on <= until)
        )

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
        if event in seen:
            yield place, "it stands there twice"
        elif event.act is Act.AMENDMENT and event.on < adopted.get(str(event.subject), event.on):
            yield place, f"the amendment was adopted on {adopted[str(event.subject)]} only"
        else:
            own[event.participant].append((place, event))
        seen.add(event)
    for name, placed in own.items():
        yield from _signed_amiss(placed)
        if name not in organizations:  # which can cease to be a Party without an act of its own
            yield from _consented_twice(placed)
        yield from _withdrawn_amiss(placed)


def _signed_amiss(placed: Sequence[tuple[int, Event]]) -> Iterator[tuple[int, str]]:
    signed = sorted(event.on for _, event in placed if event.act is Act.SIGNATURE)
    for place, event in placed:
        if event.act in CONFIRMING and signed and event.on < signed[0]:
            yield place, f"it was deposited before the signature of {signed[0]}"
        elif event.act is Act.SIGNATURE and event.on > signed[0]:
            yield place, f"it was signed on {signed[0]} already"


def _consented_twice(placed: Sequence[tuple[int, Event]]) -> Iterator[tuple[int, str]]:
    left = sorted(years_after(event.on, 1).on for _, event in placed if event.act is Act.DENUNCIATION)
    consents = [(event.on, place) for place, event in placed if event.act in (*INSTRUMENTS, Act.SUCCESSION)]
    last: date | None = None
    for on, place in sorted(consents):
        if last is not None and bisect_right(left, last) == bisect_right(left, on):  # it left on no day in between
            yield place, f"its consent of {last} still stands"
        last = on


def _withdrawn_amiss(placed: Sequence[tuple[int, Event]]) -> Iterator[tuple[int, str]]:
    made: dict[Provision | None, date] = {}
    for _, event in placed:
        if event.act is Act.RESERVATION:
            made[event.provision] = min(event.on, made.get(event.provision, event.on))
    for place, event in placed:
        if event.act is Act.WITHDRAWAL and event.provision in made and event.on < made[event.provision]:
            yield place, f"what it withdraws was made on {made[event.provision]} only"


checked(__name__)
