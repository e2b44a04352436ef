"""What the depositary has received: events, each with its day and its participant, and the history that they make.

A history says what was done, and which instruments count; what follows, the rules of the final provisions compute.

>>> from datetime import date
>>> history = History(events=(Event(participant="Astoria", act=Act.SIGNATURE, on=date(2025, 10, 25)),))
>>> [str(event) for event in history.of("Astoria")]
['Astoria, signature, 2025-10-25']
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property
from types import MappingProxyType
from typing import Any, cast

from attrs import Attribute, Factory, field, fields, frozen
from attrs.validators import optional

from uncc.final_provisions.acts import INSTRUMENTS, Act
from uncc.final_provisions.beside import COMPLETES, completed_by_others, others_than
from uncc.final_provisions.events import Amendment, Event, Receipt, unrecorded
from uncc.final_provisions.impossible import contradictions
from uncc.final_provisions.instruments import Instruments
from uncc.final_provisions.naming import names_in, no_such_name, texts_in
from uncc.kernel.between import ADOPTED_ON, LAST_YEAR, a_date, ends_of
from uncc.kernel.declared import checked, typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import DayFact, Facts, NumberFact, day_fact, number_fact
from uncc.kernel.measured import day_of, number_of
from uncc.kernel.model import Model
from uncc.kernel.names import Roll
from uncc.kernel.provisions import Provision, art
from uncc.kernel.quantities import Day, Number, days_after, earlier_of
from uncc.kernel.ready import Said
from uncc.kernel.roles import Role
from uncc.kernel.values import a_count_of_days, a_name, some_names, some_texts

__all__ = ["CONVENTION", "EVERY_ACT", "FOR_EVER", "Clause", "History", "RegionalOrganization", "Tally"]

FOR_EVER = date(LAST_YEAR, 12, 31)
"""The last day that a history can hold; one that is complete until then is all that ever happens: a story."""
EVERY_ACT = tuple(Act)
_PLACE = MappingProxyType({act: place for place, act in enumerate(Act)})


def _some_members(_: object, attribute: Attribute[Any], members: tuple[str, ...] | None) -> None:
    if members is not None and (not members or len(set(members)) < len(members)):
        raise InvalidValue(attribute.name, members, "a list of its member States, each once; null where not known")
    some_names(_, attribute, members or ())


@frozen(field_transformer=typed)
class RegionalOrganization(Model):
    """A regional economic integration organization and its member States; `None` where they are not known."""

    name: str = field(validator=a_name)
    members: tuple[str, ...] | None = field(default=None, validator=[optional(some_texts), _some_members])


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


@frozen(kw_only=True, field_transformer=typed)
class Tally(Facts, asked_of=Role.DEPOSITARY):
    """How many there are on a day, where nobody needs to say who they are; each number as far as it is known."""

    on: date = field(validator=a_date)
    instruments: NumberFact = number_fact("instruments that count had been deposited by the day", art(65, 1))
    states_parties: NumberFact = number_fact("States are Parties on the day", art(62, 1), art(65, 1))


T = fields(Tally)


def _key(event: Event) -> tuple[Any, ...]:
    return (event.span, event.participant, _PLACE[event.act], str(event.provision), str(event.subject))


def _in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(sorted(events, key=_key))


def _acts_in_order(acts: Iterable[Act]) -> tuple[Act, ...]:
    return tuple(sorted(set(acts), key=lambda act: _PLACE[act]))


def _none_stated(history: History) -> tuple[Event, ...]:
    acts: Any = history.complete_for
    each = list(cast("tuple[object, ...]", acts)) if isinstance(acts, tuple) else []  # or else it is wrong itself
    if each and all(isinstance(act, Act) for act in each):
        raise InvalidValue("events", None, "a list of what happened, where the history is complete; [] for nothing")
    return ()


def _possible(history: History, _: object, events: tuple[Event, ...]) -> None:
    organizations = {organization.name for organization in history.organizations}
    for place, wrong in contradictions(
        events, amendments=history.amendments, organizations=organizations, adopted_on=history.adopted_on
    ):
        raise InvalidValue("events", str(events[place]), f"possible: {wrong}")


def _each_once(_: object, attribute: Attribute[Any], values: tuple[RegionalOrganization | Amendment, ...]) -> None:
    counts = Counter(value.name for value in values)
    for name, count in counts.items():
        if count > 1:
            raise InvalidValue(attribute.name, name, "named once")


@frozen(kw_only=True, field_transformer=typed)
class History(Facts, asked_of=Role.DEPOSITARY):
    """The events of a treaty, in the order of their days; the order within one day says nothing.

    - `complete_until`, `complete_for`: until which day, that day included, and for which acts it is complete. Of other
      acts and of later days, what is not in it may have happened. One that is complete must say its `events`.
    - `in_force_since`, `tallies`: what is known of the day of entry into force, and of how many there were on a day,
      beside the events or in their place. `[2027-09-29..]` is: not before that day, if at all.
    - `clause`, `adopted_on`: the numbers of its clause on entry into force, and the day on which it was adopted.
    - `organizations`: those of the participants that are regional economic integration organizations. What a name
      stands for is known with the name: whoever is not among them is a State.
    - `amendments`: what the Conference has adopted, as far as it is known: of others nothing can be asked.
    - `others`: the names of further States and organizations, which may have done nothing. A name that stands nowhere
      in a history that is complete is likely to be misspelt, and an error.

    Names are compared as `uncc.kernel.names` says, and shown as they stand here first. Two spellings of one name are an
    error.
    """

    amendments: tuple[Amendment, ...] = field(default=(), validator=_each_once)
    organizations: tuple[RegionalOrganization, ...] = field(default=(), validator=_each_once)
    clause: Clause = CONVENTION
    adopted_on: date = field(default=ADOPTED_ON, validator=a_date)
    complete_until: date | None = field(default=None, validator=optional(a_date))
    complete_for: tuple[Act, ...] = field(default=(), converter=_acts_in_order)
    in_force_since: DayFact = day_fact("the treaty entered into force", art(65, 1))
    tallies: tuple[Tally, ...] = ()
    others: tuple[str, ...] = field(default=(), validator=some_names)
    events: tuple[Event, ...] = field(
        default=Factory(_none_stated, takes_self=True), converter=_in_order, validator=_possible
    )

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        assert self._names is not self._texts  # which are drawn up here, and refuse two spellings of one name
        least, _ = ends_of(self.in_force_since)
        if least is not None and least < self.adopted_on:
            raise InvalidValue(
                "in_force_since", str(self.in_force_since), f"a day since {self.adopted_on}, of adoption"
            )
        first, last = self._completed_between
        recorded = self.instruments.completion.not_after
        if last is not None and last < first:
            raise InvalidValue(
                "tallies", f"complete by {last}", f"in accord with what else is stated: not before {first}"
            )
        if recorded is not None and recorded < first:
            told = f"in accord with the events, which complete the number by {recorded}"
            raise InvalidValue("in_force_since", str(self.in_force_since), told)
        for tally in self.tallies:
            sure, (_, most) = self.instruments.surely_by(tally.on), ends_of(tally.instruments)
            if most is not None and sure > most:
                raise InvalidValue("tallies", f"{most} instruments on {tally.on}", f"at least {sure}, which it holds")

    @classmethod
    def story(
        cls,
        events: Iterable[Event] = (),
        *,
        clause: Clause = CONVENTION,
        organizations: tuple[RegionalOrganization, ...] = (),
        amendments: tuple[Amendment, ...] = (),
        others: tuple[str, ...] = (),
    ) -> History:
        """Return the history in which these events are all that ever happens, to ask what would be if it were so.

        >>> History.story().holds(*Act)
        True
        """
        return cls(
            events=tuple(events),
            clause=clause,
            organizations=organizations,
            amendments=amendments,
            others=others,
            complete_until=FOR_EVER,
            complete_for=EVERY_ACT,
        )

    def holds(self, *acts: Act, until: date | None = None) -> bool:
        """Whether all acts of these kinds that were received by a day, or ever, stand in it."""
        missed_from = self._may_miss_from(*acts)
        return missed_from is None or (until is not None and until < missed_from)

    def _may_miss_from(self, *acts: Act) -> date | None:
        """Return the first day on which one of these acts may have come that is not in it; `None` where none may."""
        if self.complete_until is None or not set(self.complete_for).issuperset(acts):
            return self.adopted_on
        if self.complete_until >= FOR_EVER:
            return None
        return max(self.adopted_on, self.complete_until + timedelta(days=1))

    @cached_property
    def _names(self) -> Roll:
        return names_in(self.events, self.organizations, self.others)

    @cached_property
    def _texts(self) -> Roll:
        return texts_in(self.events, self.amendments)

    def spelt(self, participant: str) -> Said:
        """Return a name as it stands first in the history, or as it is where it stands nowhere in it.

        `InvalidValue` where one stands in it that differs by accents only.
        """
        is_here = participant in self._by_participant
        return Said(participant if is_here else self._names.spelt(participant) or participant)

    def text(self, name: str) -> Said:
        """Return the name of an amendment or a protocol in the same way."""
        return Said(self._texts.spelt(name, "text") or name)

    def not_named(self, participant: str, field: str = "participant") -> InvalidValue | None:
        """Return the error for a name that occurs nowhere in it; `None` for one that does."""
        return no_such_name(self._names, participant, self.participants, field)

    def refuse_unnamed(
        self, participant: str, *acts: Act, until: date | None = None, field: str = "participant"
    ) -> None:
        """Refuse a name that occurs nowhere, where all acts of these kinds by a day stand in it and names occur."""
        wrong = self.not_named(participant, field) if len(self._names) and self.holds(*acts, until=until) else None
        if wrong is not None:
            raise wrong

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

    @cached_property
    def instruments(self) -> Instruments:
        """The instruments in it that can count towards entry into force."""
        found: dict[str, list[Receipt]] = defaultdict(list)
        for place, event in enumerate(self.events):
            if event.act in INSTRUMENTS and event.participant not in self._organizations:
                found[event.participant].append(Receipt.of(place, event))
        return Instruments(self.clause.instruments, MappingProxyType(found))

    @property
    def counted(self) -> tuple[Event, ...]:
        """The instruments that count towards entry into force: the first of each State, in the order of days."""
        return tuple(own[0].event for own in self.instruments.by_state.values())

    @cached_property
    def completion(self) -> Day:
        """The day of the deposit that completes the number; `NEVER` while there are too few."""
        if None not in ends_of(self.in_force_since):
            return days_after(COMPLETES, art(65, 1), day_of(self, H.in_force_since), -self.clause.days)
        recorded, missed_from = self.instruments.completion, self._may_miss_from(*INSTRUMENTS)
        if missed_from is None:
            return recorded
        first, last = self._completed_between
        first = max(first, missed_from)
        if (recorded.not_after or date.max) < first or (last is not None and last < first):
            return recorded
        return earlier_of(COMPLETES, art(65, 1), recorded, completed_by_others(first, last))

    @cached_property
    def _completed_between(self) -> tuple[date, date | None]:
        """Between which days the number was completed, by what is stated beside the events."""
        least, most = ends_of(self.in_force_since)
        wait = timedelta(days=self.clause.days)
        first = [self.adopted_on] if least is None else [self.adopted_on, least - wait]
        last = [] if most is None else [most - wait]
        for tally in self.tallies:
            fewest, highest = ends_of(tally.instruments)
            if highest is not None and highest < self.clause.instruments:
                first.append(tally.on + timedelta(days=1))
            if fewest is not None and fewest >= self.clause.instruments:
                last.append(tally.on)
        return max(first), min(last, default=None)

    def instruments_by(self, on: date) -> Number:
        """Return how many instruments count by a day."""
        for place, tally in enumerate(self.tallies):
            if tally.on == on and tally.instruments is not None:
                return number_of(tally, T.instruments, f"tallies[{place}]")
        others = others_than("instruments that the history does not hold", self.holds(*INSTRUMENTS, until=on))
        return self.instruments.counted_by(on, others)

    def states_parties(self, on: date) -> Number | None:
        """Return how many States are Parties on a day, where that is stated."""
        for place, tally in enumerate(self.tallies):
            if tally.on == on and tally.states_parties is not None:
                return number_of(tally, T.states_parties, f"tallies[{place}]")
        return None

    @property
    def participants(self) -> tuple[str, ...]:
        """Every participant with an event, in alphabetical order."""
        return tuple(sorted(self._by_participant))

    def of(self, participant: str, *acts: Act, until: date | None = None) -> tuple[Event, ...]:
        """Return the events of a participant, of these kinds if any are named, that can have come by a day."""
        return tuple(event for _, event in self._placed(self.spelt(participant), acts, until))

    def received(
        self,
        participant: str,
        *acts: Act,
        until: date | None = None,
        about: Provision | str | None = None,
        newcomer: bool = False,
    ) -> tuple[Receipt, ...]:
        """Return the same events, each with its node, and what of these kinds may have come beside them.

        `about` is the provision or the text that is asked about: only what can be about it is returned. `InvalidValue`
        for a name that occurs nowhere, where the history is complete: but for one that may be a `newcomer`, as every
        State may to which the treaty is open.
        """
        name, meant = self.spelt(participant), self.text(about) if isinstance(about, str) else about
        placed = self._placed(name, acts, until)
        held = (Receipt.of(*one) for one in placed if meant is None or one[1].may_be_about(meant))
        found = (*held, *self._missed(name, acts, until, meant))
        if not found and not newcomer:
            self.refuse_unnamed(name, *acts, until=until)
        return found

    def held(self, participant: str, *acts: Act, until: date | None = None) -> tuple[Receipt, ...]:
        """Return the same events, each with the node of its day, and nothing beside them."""
        return tuple(Receipt.of(*one) for one in self._placed(self.spelt(participant), acts, until))

    def _placed(self, spelt: str, acts: tuple[Act, ...], until: date | None) -> Iterator[tuple[int, Event]]:
        for place, event in self._by_participant.get(spelt, ()):
            if (not acts or event.act in acts) and (until is None or event.span[0] <= until):
                yield place, event

    def _missed(
        self, participant: str, acts: tuple[Act, ...], until: date | None, about: Provision | str | None
    ) -> Iterator[Receipt]:
        """Yield what of these kinds may have come and is not in it: one for all instruments, one for each other act."""
        instruments = tuple(act for act in acts if act in INSTRUMENTS)
        for kind in filter(None, (instruments, *((act,) for act in acts if act not in INSTRUMENTS))):
            missed_from = self._may_miss_from(*kind)
            if missed_from is not None and (until is None or missed_from <= until):
                yield unrecorded(participant, kind[0], missed_from, about)

    def accepting(self, amendment: str) -> tuple[Receipt, ...]:
        """Return the instruments on an amendment, each with the node of its day."""
        return self._by_subject.get(self.text(amendment), ())

    def denunciations(self, until: date | None) -> tuple[Receipt, ...]:
        """Return all denunciations of a history, and what may have come beside them by a day."""
        return (*self._denunciations, *self._missed("some State", (Act.DENUNCIATION,), until, None))

    @cached_property
    def _denunciations(self) -> tuple[Receipt, ...]:
        events = enumerate(self.events)
        return tuple(Receipt.of(place, event) for place, event in events if event.act is Act.DENUNCIATION)

    def organization(self, participant: str) -> RegionalOrganization | None:
        """Return the participant as an organization; `None` where it is a State."""
        return self._organizations.get(self.spelt(participant))


H = fields(History)
G = fields(RegionalOrganization)


checked(__name__)
