"""Worlds in which everything is known, and what changes where one answer in them does.

Where what a node comes to changes with one answer, the question matters. A few worlds show most of the questions that
do, and prove nothing of the others: for them one searches (`worlds`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from itertools import product
from math import inf
from random import Random
from types import MappingProxyType
from typing import Any, TypeAlias, cast

from uncc.kernel.amounts import part, whole_or
from uncc.kernel.completions import everything_in, is_open_reading, question_of
from uncc.kernel.differences import End
from uncc.kernel.facts import Question
from uncc.kernel.findings import UNKNOWN, YES, Finding, Kind, Node
from uncc.kernel.quantities import (
    FARTHEST,
    FIRST,
    LAST,
    Amount,
    Day,
    Quantity,
    counted_months,
    nth_least,
)
from uncc.kernel.readings import Consulted
from uncc.kernel.tied import can_stand, tied_among

__all__ = ["seen_to_matter"]

World: TypeAlias = "dict[Question, Any]"
"""For each open question true or false, the ordinal of a day, a number, or the place of an option."""
Leaves: TypeAlias = "Mapping[Question, Node]"
Values: TypeAlias = "Mapping[Question, tuple[Any, ...]]"
WIDE, APART, NEAR, COUNTED = 1_000, 3, 75, 90
"""How far from what is known the days of a world lie, how far from each other, how near; how great numbers are."""
SHARES = (0, 1, 0.5, 0.125, 0.875)
"""How many of the facts of a world are true, and how many of its days late."""
TIMES = 3
WALKS = 30
"""How many ways are walked from one world to another, where amounts are added up."""
MOST_TAKEN = 500_000
"""How many limbs are looked at before no other world is tried: what was not seen by then is searched for."""


def seen_to_matter(node: Node, asked: tuple[Question, ...]) -> set[Question]:
    """Return those of the questions that some world shows to matter."""
    inside = tuple(dict.fromkeys(everything_in(node)))
    leaves = _in_order(one for one in inside if one.is_unknown and _is_open(one))
    can_be = partial(_can_be, leaves, tied_among(leaves))
    values = _values(inside, leaves)
    beside = {question: values[question][-_follows(leaf)] for question, leaf in leaves.items() if question not in asked}
    found: set[Question] = set()
    steps = Steps(node)
    random = Random(0)  # the same worlds for the same node
    if any(isinstance(one, Amount) for one in inside):
        for place in range(WALKS):
            starts = {question: (0, 0, -1, random.choice((0, -1)))[place % 4] for question in values}
            order = sorted(random.sample(asked, len(asked)), key=lambda one: one not in found)
            found.update(_walked(steps, can_be, values, starts, beside, order))
            if len(found) == len(asked) or steps.taken > MOST_TAKEN:
                return found
    for world in filter(can_be, _drawn(leaves, values, beside, random)):
        found.update(_turning(steps, can_be, values, world, [one for one in asked if one not in found]))
        if len(found) == len(asked) or steps.taken > MOST_TAKEN:
            break
    return found


def _drawn(leaves: Leaves, values: Values, beside: World, random: Random) -> Iterator[World]:
    """Yield worlds in which few or many of the facts are true, and few or many of the days late."""
    for trues, lates, _ in product(SHARES, SHARES, range(TIMES)):
        shares = {question: lates if isinstance(leaf, Quantity) else trues for question, leaf in leaves.items()}
        yield {one: _chosen(values[one], share, random) for one, share in shares.items()} | beside


def _walked(  # noqa: PLR0913, PLR0917  # what is known of the worlds, and the way
    steps: Steps,
    can_be: Callable[[World], bool],
    values: Values,
    starts: Mapping[Question, int],
    beside: World,
    order: list[Question],
) -> Iterator[Question]:
    """Yield the questions that are seen to matter on a way from one world as far to its opposite as nothing changes.

    At what would change the node the way does not go on; what comes last in the order is most of that.
    """
    world = {question: some[starts[question]] for question, some in values.items()} | beside
    came_to = steps.in_world(world)
    for question in order if can_be(world) else ():
        opposite = values[question][-1 - starts[question]]
        if not can_be({**world, question: opposite}):
            continue
        new = steps.changed(came_to, question, opposite)
        if steps.comes_to(new, came_to) != steps.comes_to({}, came_to):
            yield question
            continue
        world[question] = opposite
        for touched, value in new.items():
            came_to[touched] = value


def _chosen(values: tuple[Any, ...], share: float, random: Random) -> Any:
    return values[-1] if random.random() < share else values[random.randrange(max(1, len(values) - 1))]


def _turning(
    steps: Steps, can_be: Callable[[World], bool], values: Values, world: World, asked: list[Question]
) -> Iterator[Question]:
    """Yield the questions whose other answer changes what the node comes to in a world."""
    before = steps.in_world(world)
    for question in asked:
        for value in values[question]:
            turned = value != world[question] and steps.turns(before, question, value)
            if turned and can_be({**world, question: value}):
                yield question
                break


def _is_open(node: Node) -> bool:
    return is_open_reading(node) or (not node.because and isinstance(node.about, Question))


def _in_order(nodes: Iterable[Node]) -> Leaves:
    """Return the leaves by question, each day after the one that it follows."""
    leaves: dict[Question, Node] = {}
    for one in nodes:
        if isinstance(one, Day) and one.follows is not None and one.follows.is_unknown:
            leaves.setdefault(question_of(one.follows), one.follows)
        leaves.setdefault(question_of(one), one)
    return leaves


def _follows(leaf: Node) -> bool:
    return isinstance(leaf, Day) and leaf.follows is not None


Step: TypeAlias = "tuple[int, Callable[[list[Any]], Any], list[int]]"
"""The place of a node, what joins its limbs, and their places."""


class Steps:
    """How what a node comes to is computed in a world, step by step."""

    def __init__(self, node: Node) -> None:
        self._places: dict[int, int] = {}
        self._known: list[Any] = []
        self._leaves: list[tuple[int, Question]] = []
        self._steps: list[Step] = []
        self._node = self._add(node)
        self._after: dict[Question, tuple[list[int], list[Step]]] = {}
        self.taken = 0
        """How many limbs were looked at."""

    def _add(self, node: Node) -> int:
        """Return the place of a node, after those of its limbs."""
        if id(node) not in self._places:
            self._places[id(node)] = self._added(node)
        return self._places[id(node)]

    def _new(self, known: Any = None) -> int:
        self._known.append(known)
        return len(self._known) - 1

    def _leaf(self, question: Question) -> int:
        self._leaves.append((self._new(), question))
        return self._leaves[-1][0]

    def _added(self, node: Node) -> int:
        if node.truth is not UNKNOWN:
            return self._new(node.truth is YES if isinstance(node, Finding) else cast("Quantity", node).least)
        if not node.because:
            return self._leaf(cast("Question", node.about))
        limbs = [self._add(limb) for limb in node.live_limbs]
        if len(limbs) == 1 and isinstance(node.about, Consulted):
            return limbs[0]
        if is_open_reading(node):
            limbs = [self._leaf(question_of(node)), *limbs]
        place = self._new()
        self._steps.append((place, _JOINED[node.kind], limbs))
        return place

    def in_world(self, world: World) -> list[Any]:
        """Return what the node and all that it rests on come to in a world."""
        found = self._known.copy()
        for place, question in self._leaves:
            found[place] = world[question]
        for place, joined, limbs in self._steps:
            self.taken += len(limbs)
            found[place] = joined([found[limb] for limb in limbs])
        return found

    def changed(self, before: list[Any], question: Question, value: Any) -> Mapping[int, Any]:
        """Return what is otherwise in the same world but for one answer, by place: what rests on it is computed."""
        if question not in self._after:
            self._after[question] = self._resting_on(question)
        leaves, after = self._after[question]
        new: dict[int, Any] = dict.fromkeys(leaves, value)
        for place, joined, limbs in after:
            self.taken += len(limbs)
            new[place] = joined([new[limb] if limb in new else before[limb] for limb in limbs])
        return new

    def comes_to(self, new: Mapping[int, Any], before: list[Any]) -> Any:
        """Return what the node comes to where this is otherwise than before."""
        return new.get(self._node, before[self._node])

    def turns(self, before: list[Any], question: Question, value: Any) -> bool:
        """Whether the node comes to something else in the same world, but for one answer."""
        return bool(self.comes_to(self.changed(before, question, value), before) != before[self._node])

    def _resting_on(self, question: Question) -> tuple[list[int], list[Step]]:
        """Return the places of a question, and the steps that rest on it."""
        leaves = [place for place, asked in self._leaves if asked == question]
        touched, after = set(leaves), list[Step]()
        for step in self._steps:
            if not touched.isdisjoint(step[2]):
                touched.add(step[0])
                after.append(step)
        return leaves, after


_JOINED: Mapping[Kind, Callable[[list[Any]], Any]] = MappingProxyType(
    {
        Kind.ALL: all,
        Kind.ANY: any,
        Kind.NONE: lambda values: not any(values),
        Kind.NOT: lambda values: not values[0],
        Kind.AT_MOST: lambda values: values[0] <= values[1],
        Kind.LESS: lambda values: values[0] < values[1],
        Kind.READING: lambda values: values[1 + values[0]],
        Kind.WHERE: lambda values: values[1 if values[0] else 2],
        Kind.SUM: sum,
        Kind.GREATEST: max,
        Kind.LEAST: min,
        Kind.NTH: lambda values: nth_least(sorted(values[1:]), values[0]),
        Kind.MONTHS: lambda values: counted_months(*values),
        Kind.SHARE: lambda values: values[0] * values[1],
        Kind.REST: lambda values: max(0, values[0] - sum(values[1:])),
        Kind.PART: lambda values: part(*values),
        Kind.WHOLE: lambda values: whole_or(*values),
        Kind.COUNT: sum,
    }
)


# The worlds


def _can_be(leaves: Leaves, tied: Collection[Question], world: World) -> bool:
    """Whether no day of a world lies before the one that it follows, and no fact contradicts another."""
    return can_stand({question: world[question] for question in tied}) and all(
        _value(leaf.follows, world) <= world[question]
        for question, leaf in leaves.items()
        if isinstance(leaf, Day) and leaf.follows is not None
    )


def _value(leaf: Day, world: World) -> Any:
    return world.get(cast("Question", leaf.about), -inf) if leaf.is_unknown else leaf.least


def _values(inside: tuple[Node, ...], leaves: Leaves) -> Values:
    """Return some values of each leaf: false and true, a small number and a great one, an early day and later ones."""
    ends = [end for one in inside if isinstance(one, Day) for end in (one.least, one.most)]
    told = [end for end in ends if FIRST + FARTHEST < end < LAST - FARTHEST] or [2 * FARTHEST]
    return {
        question: _some_of(leaf, (min(told) - WIDE + APART * place, max(told) - NEAR, max(told) + WIDE + APART * place))
        for place, (question, leaf) in enumerate(leaves.items())
    }


def _some_of(leaf: Node, days: tuple[End, ...]) -> tuple[Any, ...]:
    if isinstance(leaf.about, Consulted):
        return tuple(range(len(leaf.about.reading)))
    if isinstance(leaf, Quantity):
        return tuple(_within(leaf, value) for value in (days if isinstance(leaf, Day) else (0, COUNTED)))
    return False, True


def _within(leaf: Quantity, value: End) -> End:
    return min(max(value, leaf.least), leaf.most)
