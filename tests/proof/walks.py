"""The second way of proof: a rule is asked again and again, each time with one answer more, or one less.

A walk begins in a setting of the rule's arguments in which nothing is known, and supplies what the answer asks for, at
the values where it turns. In each state on the way the universal properties are held, a step at a time:

- what is forgotten makes no answer surer or other;
- what is not asked can be anything, and changes nothing; what is asked, all of it, settles the answer;
- what is asked settles the answer in some case in which it is open without, and cases are found of YES and of NO;
- what holds on a choice of readings is what the rule says where no other option is known.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property, partial
from random import Random
from typing import Any

from attrs import define, evolve, frozen

from tests.proof.boundaries import answers_to
from tests.proof.calls import ArgumentsCall
from tests.proof.paths import findings_in
from tests.proof.places import Changes, Place, places_in, put
from tests.proof.rules import Rule
from tests.proof.source import Source
from tests.proof.values import is_tuple
from tests.proof.watch import replaced
from uncc.kernel import findings
from uncc.kernel.again import under
from uncc.kernel.between import AtLeast, Between, ends_of
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Question
from uncc.kernel.findings import Finding, Node, Truth
from uncc.kernel.readings import Consulted, Reading
from uncc.readings import Readings, register

MOST_MADE = 4_000
"""How many states are made in search of one."""
MOST_VALUES = 12
"""How many values of a place are tried in such a search."""


class WalkError(AssertionError):
    """A rule does not hold what every rule must; the message says in which state."""


@frozen(eq=False)
class State:
    """A call of a rule, with whatever is known in it, on a choice of readings."""

    rule: Rule
    arguments: Mapping[str, Any]
    readings: Readings

    def made(self, changes: Changes) -> State | None:
        """Return the state with what is to stand at some places; `None` where that is no possible case."""
        try:
            made = evolve(self, arguments={name: put(value, name, changes) for name, value in self.arguments.items()})
            made.asked("")
        except InvalidValue:
            return None
        return made

    @cached_property
    def given(self) -> Any:
        """What the rule gives, on all readings."""
        return self.rule.function(**self.arguments)

    @cached_property
    def answers(self) -> Mapping[Hashable, Finding]:
        """What the rule says, on the choice of readings."""
        return {key: under(one, self.readings) for key, one in findings_in(self.given).items()}

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """All places in the arguments."""
        return tuple(place for name, value in self.arguments.items() for place in places_in(value, name))

    @cached_property
    def open(self) -> tuple[Place, ...]:
        """The declared places of which more can be said than is."""
        return tuple(
            place for place in self.places if place.declaration and place.is_open and not place.is_told_by(self.stated)
        )

    @cached_property
    def stated(self) -> frozenset[str]:
        """The names of all places where something stands."""
        return frozenset(place.name for place in self.places if place.value is not None)

    def truth(self, key: Hashable) -> Truth:
        """Return the answer; of a duty or a ground that the rule leaves out NO."""
        return self.answers[key].truth if key in self.answers else Truth.NO

    def asked(self, key: Hashable) -> dict[str, Place | None]:
        """Return the places that an answer asks for by path; `None` for what has no place in these arguments."""
        found: dict[str, Place | None] = {}
        for question in self.answers[key].open_questions if key in self.answers else ():
            place = self.place_of(question)
            found[place.path if place else str(question)] = place
        return found

    def place_of(self, question: Question) -> Place | None:
        """Return the place that answers a question."""
        named = [place for place in self.places if place.name == question.name]
        return next((place for place in named if place.answers(question)), named[0] if len(named) == 1 else None)

    def choices(self, place: Place, lot: Random, most: int = 6) -> list[Changes]:
        """Return representative answers to what a place leaves open."""
        return answers_to(place, tuple(self.answers.values()), lot, most)

    def __str__(self) -> str:
        source = Source()
        called = source.call(self.rule.function, dict(self.arguments))
        lines = "\n".join(f"{key!r}: {one}" for key, one in self.answers.items())
        used = {one.reading for answer in self.answers.values() for one in answer.readings}
        chosen = Readings.of(*(choice for choice in self.readings.choices if type(choice) in used))
        return f"{called}\non {source.of(chosen)}\n{lines}"


@define
class Walk:
    """One walk through the states of a rule; `left` is how many states it may still make."""

    lot: Random
    left: int

    def completed(self, state: State, known: frozenset[str] = frozenset()) -> State:
        """Return the state with all that is open in it supplied, but for the places `known`."""
        for _ in range(4):  # what is supplied may have facts of its own
            left = {place.path: place for place in state.open if place.path not in known}
            for key in state.answers if not known else ():
                left.update((path, place) for path, place in state.asked(key).items() if place)
            for path in self.lot.sample(list(left), len(left)):
                place = next((one for one in state.places if one.path == path), None)
                if place is not None and not place.is_told_by(state.stated):
                    state = self.supplied(state, place) or state
            if not left:
                break
        return state

    def supplied(self, state: State, place: Place) -> State | None:
        """Return the state with one place supplied; `None` where nothing fits."""
        choices = state.choices(place, self.lot, 60)
        return next((made for choice in choices if (made := state.made(choice)) is not None), None)

    def step(self, state: State) -> State:
        """Return a state in which one answer more is known, or a part of it; mostly of what is asked."""
        asked = [place for key in state.answers for place in state.asked(key).values() if place]
        places = asked if asked and self.lot.random() < 0.8 else list(state.open)
        if not places:
            return state
        made = self.supplied(state, self.lot.choice(places))
        return made or state

    # What is held in each state

    def hold(self, state: State) -> None:
        """Hold the universal properties in a state."""
        self.hold_when_forgotten(state)
        self.hold_readings(state)
        whole = self.completed(state)
        for key in state.answers:
            if not state.asked(key) and state.truth(key) is Truth.UNKNOWN:
                raise WalkError(f"{key!r}: doubt without a question\n{state}")
            if state.truth(key) is not Truth.UNKNOWN and whole.truth(key) is not state.truth(key):
                raise WalkError(f"{key!r}: a settled answer is overturned\n{state}\n\n{whole}")
            left = whole.asked(key).values()
            if whole.truth(key) is Truth.UNKNOWN and all(one and not one.is_told_by(whole.stated) for one in left):
                raise WalkError(f"{key!r}: doubt where all is known\n{whole}")

    def hold_when_forgotten(self, state: State) -> None:
        """Saying less never yields more: forget a few places, or a part of what they say."""
        stated = [
            place
            for place in state.places
            if place.declaration and place.value is not None and not place.is_told_by(state.stated)
        ]
        forgotten = self.lot.sample(stated, min(len(stated), self.lot.choice((1, 1, 2, 4))))
        less = state.made({place.path: self.lot.choice([None, *less_than(place)]) for place in forgotten})
        if less is None:
            return
        for key in {**state.answers, **less.answers}:
            if less.truth(key) not in {Truth.UNKNOWN, state.truth(key)}:
                raise WalkError(f"{key!r}: saying less yields more\n{state}\n\n{less}")

    def hold_readings(self, state: State) -> None:
        """What holds on a choice of readings is what the rule says where no other option is known."""
        alone = findings_in(on_nothing_else(state))
        for key, answer in state.answers.items():
            same = alone[key].truth is answer.truth and set(alone[key].open_questions) == set(answer.open_questions)
            if not same:
                raise WalkError(f"{key!r}: another answer where no other option is known\n{alone[key]}\n\n{state}")

    def hold_questions(self, state: State, key: Hashable, *, exact: bool) -> None:
        """What is not asked changes nothing, and what is asked can settle the answer, to YES and to NO."""
        asked = state.asked(key)
        places = [place for place in asked.values() if place]
        if len(places) < len(asked):
            return  # what has no place in these arguments is asked of a thing that they do not have
        left_out = frozenset((*asked, *(place.path for place in state.open if place.is_tied)))
        beside = self.completed(state, left_out)
        if beside.truth(key) is not state.truth(key):
            raise WalkError(f"{key!r}: what is not asked changes the answer\n{state}\n\n{beside}")
        if places and exact:
            place = self.lot.choice(places)
            if not self.found(partial(self.settles, state, key, place.path)):
                raise WalkError(f"{key!r}: {place.path} is asked, and settles nothing\n{state}")
            for truth in (Truth.YES, Truth.NO):
                if not self.found(partial(self.reaches, state, key, truth)):
                    raise WalkError(f"{key!r}: no case is found that is {truth.name}\n{state}")

    def found(self, search: Callable[[], bool]) -> bool:
        """Whether a search by lot finds something before it has made too many states."""
        self.left, tries = MOST_MADE, 0
        while self.left > 0 and tries < MOST_MADE:
            if search():
                return True
            tries += 1
        return False

    def settles(self, state: State, key: Hashable, path: str) -> bool:
        """Whether there is a case in which the answer is open until this place is supplied, and then it is not."""
        places = state.asked(key)
        place = places[path]
        values = state.choices(place, self.lot, MOST_VALUES) if place else []
        if any((made := self.made(state, one)) and made.truth(key) is not Truth.UNKNOWN for one in values):
            return True
        others = [other for other in places.values() if other and other.path != path]
        for choice in state.choices(self.lot.choice(others), self.lot, MOST_VALUES) if others else ():
            made = self.made(state, choice)
            if made is not None and path in made.asked(key) and self.settles(made, key, path):
                return True
        return False

    def reaches(self, state: State, key: Hashable, truth: Truth) -> bool:
        """Whether some case that the state may turn out to be has this answer."""
        if state.truth(key) is not Truth.UNKNOWN:
            return state.truth(key) is truth
        places = [place for place in state.asked(key).values() if place]
        return bool(places) and any(
            self.reaches(made, key, truth)
            for choice in state.choices(self.lot.choice(places), self.lot, MOST_VALUES)
            if (made := self.made(state, choice)) is not None
        )

    def made(self, state: State, changes: Changes) -> State | None:
        """Return the state with what is to stand at some places, while states may be made."""
        self.left -= 1
        return state.made(changes) if self.left > 0 else None


def less_than(place: Place) -> Iterator[Any]:
    """Yield what says less of a day, a number or a list than stands at a place."""
    value: Any = place.value
    if isinstance(value, date):
        yield from (Between(value - timedelta(4), value + timedelta(3)), Between(value, None), Between(None, value))
    elif isinstance(value, int) and not isinstance(value, bool):
        yield from (Between(value, value + 9), Between(value, None), Between(None, value))
    elif isinstance(value, Between):
        least, most = ends_of(value)  # pyright: ignore[reportUnknownArgumentType]  # of any ends
        yield from (Between(*pair) for pair in ((least, None), (None, most)) if pair != (None, None))
    elif is_tuple(value) and value and place.is_list:
        yield AtLeast(value)


def on_nothing_else(state: State) -> Any:
    """Return what a rule gives where contested words have no option but the one chosen."""

    def only(statement: str, reading: type[Reading], answers: Mapping[Any, Node]) -> Node:
        chosen = state.readings.chosen(reading)
        if chosen is None:
            return _by_reading(statement, reading, answers)
        return answers[chosen].on_reading(statement, Consulted(reading, chosen), (answers[chosen],))

    with replaced({_by_reading: only}):
        return state.rule.function(**state.arguments)


_by_reading = findings.by_reading


def choice_of_readings(lot: Random) -> Readings:
    """Return one option of each reading."""
    return Readings.of(*(lot.choice(list(reading)) for reading in register()))


def walk(call: ArgumentsCall, lot: Random, steps: int, *, with_questions: bool = True, exact: bool = True) -> None:
    """Walk through the states of a rule from a setting in which nothing is known.

    `with_questions`: whether each state is looked at for what its questions are worth, which takes longest; `exact`:
    whether the rule settles all that can be settled.
    """
    one = Walk(lot, 0)
    state = State(call.rule, call.made({}), choice_of_readings(lot))
    for _ in range(steps):
        one.hold(state)
        if state.answers and with_questions:
            one.hold_questions(state, lot.choice(list(state.answers)), exact=exact)
        state = one.step(state)
