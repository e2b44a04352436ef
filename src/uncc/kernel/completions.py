"""What is shared by all that evaluates a finding over the completions of its open facts.

A plane is a big integer with one bit for each completion: bit i belongs to the completion numbered i, in which the
fact at place p is true exactly if bit p of i is set.

>>> bin(variable(0, 2)), bin(variable(1, 2)), bin(full(2))
('0b1010', '0b1100', '0b1111')
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product
from random import Random
from types import MappingProxyType
from typing import Any, TypeAlias, cast

from attrs import frozen

from uncc.kernel.again import supposing
from uncc.kernel.facts import Question
from uncc.kernel.findings import NO, UNKNOWN, YES, Finding, Kind, Node, Truth
from uncc.kernel.model import Model
from uncc.kernel.readings import Consulted, Reading
from uncc.kernel.roles import Role
from uncc.kernel.tied import following, tied_among

__all__ = [
    "Evaluator",
    "Options",
    "Pair",
    "Plan",
    "everything_in",
    "full",
    "in_order",
    "intersection",
    "is_open_reading",
    "joined",
    "moved",
    "question_of",
    "reading_question",
    "readings_in",
    "repeated",
    "union",
    "variable",
]

Options: TypeAlias = tuple[Reading, ...]
Plan: TypeAlias = tuple[tuple[Node, tuple[int, ...]], ...]
"""The limbs of a finding in a row, each behind its own limbs and with their places; the last has its answer."""
Pair: TypeAlias = tuple[int, int]
"""Two planes: the completions that give YES, and those that give NO."""


COMPARING = frozenset({Kind.AT_MOST, Kind.LESS})
"""The kinds of finding that compare two quantities."""
DENYING = frozenset({Kind.NOT, Kind.NONE})
"""The kinds of finding that say the opposite of what stands below."""
MANY = 10
"""Of how many facts there are as many completions as are drawn at once of many."""
MOST_BELOW = 8
"""How many facts below a comparison of quantities are tried."""


def full(count: int) -> int:
    """Return the plane of all completions of `count` facts."""
    return (1 << (1 << count)) - 1


def variable(place: int, count: int) -> int:
    """Return the plane of the completions in which the fact at `place` is true."""
    plane = full(place) << (1 << place)
    for wider in range(place + 1, count):
        plane |= plane << (1 << wider)
    return plane


def moved(plane: int, place: int, true: int, possible: int = -1) -> int:
    """Return the completions with the fact at `place` false in which turning it changes whether they are in `plane`.

    `true` are the completions in which it is true. Only those that are `possible` count, before and after: all of
    them, where nothing is said.
    """
    turned = ((plane ^ (plane << (1 << place))) & true & possible) >> (1 << place)
    return turned & possible


def intersection(planes: Iterable[int], everything: int) -> int:
    """Return what lies in every plane, and everything where there is none."""
    found = everything
    for plane in planes:
        if plane is not everything:  # planes are long: what would change nothing is not joined
            found = plane if found is everything else found & plane
    return found


def union(planes: Iterable[int]) -> int:
    """Return what lies in any of the planes."""
    found = 0
    for plane in planes:
        if plane:
            found = found | plane if found else plane
    return found


def is_open_reading(node: Node) -> bool:
    """Whether a finding rests on contested words on which nothing was chosen."""
    return isinstance(node.about, Consulted) and node.about.chosen is None


def question_of(node: Node) -> Question:
    """Return the question of a leaf or of a reading."""
    if isinstance(node.about, Consulted):
        return reading_question(node.about.reading)
    return cast("Question", node.about)


def reading_question(reading: type[Reading]) -> Question:
    """Return the question that contested words pose."""
    return Question(reading.id, reading.question, reading.authority, Role.INTERPRETER)


def everything_in(finding: Node) -> Iterator[Node]:
    """Yield the finding and everything below it, below a contested reading what is said on every option."""
    yield finding
    for limb in finding.because:
        yield from everything_in(limb)


def facts_below(node: Node, among: Container[Question] | None = None) -> tuple[Question, ...]:
    """Return the facts that choose between the days, or count among the amounts, that a node compares.

    Only those `among` some, where they are told. Of more than `MOST_BELOW`, none: then no choice among them is tried.
    """
    below = (one for one in everything_in(node) if isinstance(one, Finding) and isinstance(one.about, Question))
    facts = tuple(one for one in dict.fromkeys(map(question_of, below)) if among is None or one in among)
    return facts if len(facts) <= MOST_BELOW else ()


def readings_in(finding: Node) -> Iterator[type[Reading]]:
    """Yield every contested reading that the finding consulted, on whatever option."""
    for node in everything_in(finding):
        if isinstance(node.about, Consulted):
            yield node.about.reading


def repeated(formula: Node) -> list[Question]:
    """Return the open questions that a formula mentions more than once: what they leave open is not Kleene's to say."""
    open_nodes = (
        node for node in everything_in(formula) if is_open_reading(node) or (node.truth is UNKNOWN and not node.because)
    )
    mentions = Counter(map(question_of, open_nodes))
    return [question for question, count in mentions.items() if count > 1]


def joined(kind: Kind, limbs: Sequence[Pair], everything: int) -> Pair:
    """Return what follows from the planes of the limbs for the finding that joins them."""
    return _JOINTS.get(kind, _agreed)(limbs, everything)


def _all(limbs: Sequence[Pair], everything: int) -> Pair:
    yes, no = everything, 0
    for one_yes, one_no in limbs:  # planes are long: what would change nothing is not joined
        if one_yes is not everything:
            yes = one_yes if yes is everything else yes & one_yes
        if one_no:
            no = no | one_no if no else one_no
    return yes, no


def _any(limbs: Sequence[Pair], everything: int) -> Pair:
    yes, no = 0, everything
    for one_yes, one_no in limbs:
        if one_no is not everything:
            no = one_no if no is everything else no & one_no
        if one_yes:
            yes = yes | one_yes if yes else one_yes
    return yes, no


def _none(limbs: Sequence[Pair], everything: int) -> Pair:
    yes, no = _any(limbs, everything)
    return no, yes


def _not(limbs: Sequence[Pair], _: int) -> Pair:
    yes, no = limbs[0]
    return no, yes


def _agreed(limbs: Sequence[Pair], everything: int) -> Pair:
    yes, no = zip(*limbs, strict=True)
    return intersection(yes, everything), intersection(no, everything)


_JOINTS: Mapping[Kind, Callable[[Sequence[Pair], int], Pair]] = MappingProxyType(
    {Kind.ALL: _all, Kind.ANY: _any, Kind.NONE: _none, Kind.NOT: _not}
)
"""By kind; every other kind, such as a reading, says what all its limbs agree on."""


def in_order(finding: Node, readings: Container[type[Reading]] = ()) -> Plan:
    """Return the limbs of a finding in a row, so that its tree is walked once, however often it is evaluated.

    Equal limbs are one. `readings` are those that will be varied: of them, what is said on every option.
    """
    places: dict[Node, int] = {}
    row: list[tuple[Node, tuple[int, ...]]] = []

    def place(node: Node) -> int:
        if node not in places:
            varied = isinstance(node.about, Consulted) and node.about.reading in readings
            limbs = () if node.kind in COMPARING else node.because if varied else node.live_limbs
            behind = tuple([place(limb) for limb in limbs])
            if len(behind) == 1 and node.kind not in DENYING:
                places[node] = behind[0]  # it says what its one limb says
            else:
                places[node] = len(row)
                row.append((node, behind))
        return places[node]

    place(finding)
    return tuple(row)


@frozen
class Evaluator(Model):
    """Strong Kleene logic on planes, with facts as variables and readings as choices."""

    variables: Mapping[Question, Pair]
    everything: int

    @classmethod
    def over(cls, facts: tuple[Question, ...]) -> Evaluator:
        """Return the evaluator over all completions of these facts."""
        everything = full(len(facts))
        planes = {question: variable(place, len(facts)) for place, question in enumerate(facts)}
        variables = {question: (plane, everything & ~plane) for question, plane in planes.items()}
        return cls(MappingProxyType(variables), everything)

    @classmethod
    def over_some(cls, facts: tuple[Question, ...]) -> Evaluator:
        """Return the evaluator over some completions of these facts, drawn by lot but always the same.

        In some of them half the facts are true, in some a few, in some most.
        """
        everything = full(MANY) << (2 << MANY) | full(MANY) << (1 << MANY) | full(MANY)
        variables: dict[Question, Pair] = {}
        for place, question in enumerate(facts):
            lot = Random(place)
            some = [lot.getrandbits(1 << MANY) for _ in range(3)]
            few, most = some[0] & some[1] & some[2], some[0] | some[1] | some[2]
            plane = few << (2 << MANY) | most << (1 << MANY) | some[0]
            variables[question] = plane, everything & ~plane
        return cls(variables, everything)

    def turned(self, question: Question) -> Evaluator:
        """Return the evaluator over the same completions, but that one fact has the opposite value in each."""
        yes, no = self.variables[question]
        return Evaluator({**self.variables, question: (no, yes)}, self.everything)

    @cached_property
    def possible(self) -> int:
        """The completions in which no answer contradicts another: what excludes and what follows is kept."""
        against = [
            self.variables[one][not value] & self.variables[other][held]
            for one in tied_among(self.variables)
            for value in (True, False)
            for other, held in following(one, value=value)
            if other in self.variables
        ]
        return self.everything & ~union(against) if against else self.everything

    def planes(self, plan: Plan, options: Options = ()) -> Pair:
        """Return the completions in which a finding is YES, and those in which it is NO, on these options."""
        chosen = {type(option): option for option in options}
        row: list[Pair] = []
        for node, places in plan:
            if not places:
                found = self._comparison(node, chosen) if node.because else self.variables.get(cast("Any", node.about))
                row.append(found or self._settled(node))
            elif chosen and isinstance(node.about, Consulted) and node.about.reading in chosen:
                row.append(row[places[chosen[node.about.reading].place]])
            else:
                row.append(joined(node.kind, [row[place] for place in places], self.everything))
        return row[-1]

    def _settled(self, node: Node) -> Pair:
        return self.everything if node.truth is YES else 0, self.everything if node.truth is NO else 0

    def _comparison(self, node: Node, chosen: Mapping[type[Reading], Reading]) -> Pair:
        """Return the planes of a comparison of quantities: the facts that choose between them are tried."""
        facts = facts_below(node, self.variables)
        planes: dict[Truth, int] = dict.fromkeys(Truth, 0)
        for values in product((True, False), repeat=len(facts)):
            choice = dict(zip(facts, values, strict=True))
            here = [self.variables[question][not value] for question, value in choice.items()]
            planes[supposing(node, choice, chosen).truth] |= intersection(here, self.everything)
        return planes[YES], planes[NO]
