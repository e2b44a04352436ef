"""The paths of a rule: what it says for every answer to the facts that it looks at before it has its words."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import count
from typing import Any, Protocol, cast

from attrs import define, field

from tests.proof.formulas import CONSTANT, Formula, formula, renumbered, variable, variables
from tests.proof.planes import NO, UNKNOWN, YES
from tests.proof.problems import Cell, Problem
from tests.proof.watch import Watch, told
from uncc.kernel.duties import Duty
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact, Facts, Question
from uncc.kernel.findings import Finding, Truth
from uncc.kernel.readings import Consulted

DIGIT: Mapping[Fact, int] = {None: UNKNOWN, False: NO, True: YES}
VALUES: tuple[Fact, ...] = (None, False, True)
MOST_PATHS = 3_000
Assignment = Mapping[str, Fact]


class TooManyPathsError(Exception):
    """A rule looks at so many facts that its paths are not tried one by one."""


class ConfusedError(AssertionError):
    """A finding asks about two facts in the same words, so that nobody can tell which of them is open."""


Bound = tuple[str, bool, str, bool]
"""Where the first fact has its value, the second has its own."""


def is_closed(known: Assignment, ties: Iterable[Bound]) -> bool:
    """Whether what follows from the facts that are known is known too, and is not otherwise."""
    return all(known[other] is held for one, value, other, held in ties if known.get(one) is value and other in known)


def closed(known: Assignment, ties: Iterable[Bound]) -> dict[str, Fact]:
    """Return the facts with what follows from them, where it is not known."""
    found = dict(known)
    for one, value, other, held in ties:
        if known.get(one) is value and found.get(other) is None:
            found[other] = held
    return found


class Call(Protocol):
    """A rule with all of its arguments but the facts in them, which go by name."""

    @property
    def slots(self) -> frozenset[str]:
        """The names of all facts in the arguments."""
        ...

    def run(self, known: Assignment, watch: Watch | None = None) -> Any:
        """Return what the rule says where the facts have these values, and all others are not known."""
        ...

    def slot_of(self, facts: Facts, name: str) -> str | None:
        """Return the name of a fact in a collection that the call was given."""
        ...

    def actual(self, known: Assignment) -> Assignment:
        """Return the facts as they then stand in the arguments."""
        ...

    def shown(self, known: Assignment) -> tuple[str, set[str]]:
        """Return the call as Python, with the imports that it needs."""
        ...

    def refuse(self, slot: str) -> None:
        """Leave a fact unknown from now on, since the other arguments do not allow every value of it."""

    @property
    def ties(self) -> tuple[Bound, ...]:
        """What follows among the facts, from one to another however far."""
        ...

    def answers_as(self, question: Question) -> tuple[str, ...]:
        """Return the name of the fact that the caller means by a question which no fact of a collection answers."""
        ...


def findings_in(result: Any) -> dict[Hashable, Finding]:
    """Return the findings that a rule gave, by what tells them apart."""
    match result:
        case Finding():
            return {"": result}
        case Duty():
            return {result.id: result.trigger}
        case Mapping():
            named = cast("Mapping[Hashable, Any]", result)
            return {(key, *inner): found for key, value in named.items() for inner, found in _inside(value)}
        case None:
            return {}
        case _:
            return _in_order(result)


def _in_order(result: Iterable[Finding | Duty]) -> dict[Hashable, Finding]:
    """Return several findings by their statement, or the name of their duty, and a number where it is not the first."""
    found: dict[Hashable, Finding] = {}
    for one in result:
        key, finding = (one.id, one.trigger) if isinstance(one, Duty) else (one.statement, one)
        found[key, next(number for number in count() if (key, number) not in found)] = finding
    return found


def _inside(value: Any) -> Iterator[tuple[tuple[Hashable, ...], Finding]]:
    return (((key,), finding) for key, finding in findings_in(value).items())


@define
class Paths:
    """What was found of a call: the paths, each with the facts looked at and the formulas that it gives."""

    places: dict[Hashable, int] = field(factory=dict[Hashable, int])
    """The place of each variable: a fact by name, a circumstance by its question, a reading by its id."""
    ties: tuple[Bound, ...] = ()
    radices: dict[int, int] = field(factory=dict[int, int])
    found: list[tuple[dict[str, Fact], dict[Hashable, Formula]]] = field(
        factory=list[tuple[dict[str, Fact], dict[Hashable, Formula]]]
    )
    outcomes: list[tuple[dict[str, Fact], dict[Hashable, Finding]]] = field(
        factory=list[tuple[dict[str, Fact], dict[Hashable, Finding]]]
    )
    """The findings themselves, as they stand on each path with all other facts unknown."""
    answers: dict[Question, str] = field(factory=dict[Question, str])
    """For each question that is posed in the end, the fact that answers it."""

    def place(self, key: Hashable, radix: int = 3) -> int:
        """Return the place of a variable."""
        place = self.places.setdefault(key, len(self.places))
        self.radices[place] = radix
        return place

    @property
    def facts(self) -> list[str]:
        """The facts on which anything was found to rest."""
        return [key for key in self.places if isinstance(key, str)]


def paths_of(call: Call) -> Paths:
    """Try a call for every value of the facts that it looks at, and return all that it says."""
    while True:
        paths = Paths(ties=call.ties)
        refused = _try(call, paths, {}, ())
        if not refused:
            return paths
        call.refuse(refused)


def _try(call: Call, paths: Paths, known: dict[str, Fact], trail: tuple[str, ...]) -> str | None:
    """Follow the path with these facts; return a fact whose value the arguments do not allow."""
    watch = Watch(call.slot_of)
    try:
        with told(watch):
            result = call.run(known, watch)
            outcome = findings_in(result)
    except InvalidValue:
        if trail and known[trail[-1]] is not None:
            return trail[-1]
        raise
    new = [name for name in watch.looked_at if name not in known]
    if new:
        for value in VALUES:
            more = {**known, new[0]: value}
            refused = _try(call, paths, more, (*trail, new[0])) if is_closed(more, call.ties) else None
            if refused:
                return refused
        return None
    if len(paths.found) >= MOST_PATHS:
        raise TooManyPathsError(sorted(known))
    for name in known:
        paths.place(name)
    paths.outcomes.append((known, outcome))
    paths.found.append((known, {key: _formula(call, paths, watch, finding) for key, finding in outcome.items()}))
    return None


def _formula(call: Call, paths: Paths, watch: Watch, finding: Finding) -> Formula:
    def leaf(node: Finding) -> Formula:
        if not isinstance(node.about, Question):
            return CONSTANT[node.truth]
        names = [*watch.asked.get(node.about, ())] or [*call.answers_as(node.about)]
        if names:
            paths.answers[node.about] = name = names[0]
            if len(names) > 1:
                raise ConfusedError(node.about, names)
            return variable(paths.place(name))
        return variable(paths.place(node.about)) if node.truth is Truth.UNKNOWN else CONSTANT[node.truth]

    def reading(consulted: Consulted) -> int:
        return paths.place((consulted.reading.id,), len(consulted.reading) + 1)

    return formula(finding, leaf, reading, lambda node: id(node) in watch.settled)


Cells = list[tuple[dict[str, Fact], Formula]]
Posed = tuple[Problem, list[Hashable]]
"""A problem, and its variables in the order of their places there."""


def problems_of(paths: Paths, key: Hashable, missing: Formula | None) -> list[Posed]:
    """Return the problem of one of the findings of a call.

    A path without the finding has `missing` in its place. Where that is `None`, the finding is taken by itself, with
    each formula that it has on some path, and over all states.
    """
    cells = [(dict(known), found.get(key, missing)) for known, found in paths.found]
    whole = [(known, given) for known, given in cells if given is not None]
    if len(whole) == len(cells):
        return [_posed(paths, _merged(whole))]
    return [_posed(paths, [({}, given)]) for given in dict.fromkeys(given for _, given in whole)]


def _posed(paths: Paths, cells: Cells) -> Posed:
    used: dict[int, None] = {}
    for known, given in cells:
        used.update(dict.fromkeys([*variables(given), *(paths.places[name] for name in known)]))
    names = {place: key for key, place in paths.places.items()}
    facts = [place for place in used if isinstance(names[place], str)]
    others = [place for place in used if not isinstance(names[place], str)]
    order = {place: number for number, place in enumerate((*facts, *others))}
    posed = tuple(
        Cell(
            tuple(sorted((order[paths.places[name]], DIGIT[value]) for name, value in known.items())),
            renumbered(given, order),
        )
        for known, given in cells
    )
    place_of = {name: number for place, number in order.items() if isinstance(name := names[place], str)}
    ties = tuple(
        (place_of[one], DIGIT[value], place_of[other], DIGIT[held])
        for one, value, other, held in paths.ties
        if one in place_of and other in place_of
    )
    problem = Problem(tuple(paths.radices[place] for place in order), len(facts), posed, ties)
    return problem, [names[place] for place in order]


def _merged(cells: Cells) -> Cells:
    """Return the paths with those taken together that differ in one fact only and say the same."""
    for name in dict.fromkeys(name for known, _ in cells for name in known):
        groups: dict[tuple[Any, ...], Cells] = {}
        for known, given in cells:
            rest = tuple(sorted((other, str(value)) for other, value in known.items() if other != name))
            groups.setdefault((rest, given, name in known), []).append((known, given))
        cells = []
        for group in groups.values():
            if len(group) == len(VALUES):
                known, given = group[0]
                cells.append(({other: value for other, value in known.items() if other != name}, given))
            else:
                cells += group
    return cells
