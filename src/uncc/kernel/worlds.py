"""What a tree comes to in every world: a world gives each open fact, reading, day and number a value that it can have.

Whether a finding can be YES, or NO, is searched for as a proof is: what must all hold is taken at once, what may hold
one way or another is tried in turn. Comparisons of days become differences between two days; whether these can hold
together is a question of shortest paths. Sums of amounts, counts and the n-th of many are never taken apart: the facts
below them are tried first, then their ends are compared.

A search stops after `MOST_STEPS`; then the world counts as possible, so that no answer settles that should not.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from math import inf
from typing import Any, TypeAlias, cast

from uncc.kernel.again import supposing
from uncc.kernel.facts import Question
from uncc.kernel.findings import UNKNOWN, YES, Finding, Kind, Node
from uncc.kernel.quantities import Day, End, Number, Quantity
from uncc.kernel.readings import Consulted, Reading

__all__ = ["SearchExceeded", "Side", "World", "can_be", "order", "truth_is"]

MOST_STEPS = 20_000
"""How many obligations one search takes up before it gives up."""

Side: TypeAlias = "tuple[Any, bool]"
"""A node, and whether the one question that differs between two worlds is answered as in the second."""
Obligation: TypeAlias = "tuple[Any, ...]"
Stack: TypeAlias = "tuple[Obligation, Stack] | None"
ORIGIN = "origin"


class SearchExceeded(Exception):  # noqa: N818  # it never reaches a user
    """The search has taken as many steps as it may."""


def truth_is(side: Side, *, wanted: bool) -> Obligation:
    """Return the obligation that a finding is YES, or NO."""
    return ("truth", side, wanted)


def order(one: Side, other: Side, count: End = 0, *, strict: bool = False) -> Obligation:
    """Return the obligation that a quantity is at most another plus a count, or less than that."""
    return ("order", one, other, count, strict)


def can_be(*obligations: Obligation, apart: Question | None = None) -> bool:
    """Whether there is a world in which all of this holds; `apart` is the question that may differ between its sides."""
    return World(apart).can_be(obligations)


class World:
    """One search: what is assumed so far, and how to take it back."""

    def __init__(self, apart: Question | None = None) -> None:
        self.apart = apart
        self.known: dict[Any, Any] = {}
        self.height: dict[Any, Any] = {ORIGIN: 0}
        self.edges: dict[Any, list[tuple[Any, Any]]] = {ORIGIN: []}
        self.trail: list[tuple[Any, ...]] = []
        self.steps = 0

    def can_be(self, obligations: Iterable[Obligation]) -> bool:
        """Whether all the obligations can hold together."""
        now: Stack = None
        for obligation in obligations:
            now = (obligation, now)
        choices: list[tuple[Iterator[tuple[Obligation, ...]], Stack, Stack, int]] = []
        later: Stack = None
        while True:
            state = self._taken(now, later)
            if state is not None:
                alternatives, later = state
                if alternatives is None:
                    return True
                choices.append((iter(alternatives), None, later, len(self.trail)))
            while choices:
                remaining, now, later, mark = choices[-1]
                self._undo(mark)
                tried = next(remaining, None)
                if tried is not None:
                    for obligation in tried:
                        now = (obligation, now)
                    break
                choices.pop()
            else:
                return False

    def _taken(self, now: Stack, later: Stack) -> tuple[list[tuple[Obligation, ...]] | None, Stack] | None:
        """Take up all that must hold; return the ways to go on, none where all holds, and `None` where it cannot."""
        while True:
            while now is not None:
                obligation, now = now
                self.steps += 1
                if self.steps > MOST_STEPS:
                    raise SearchExceeded
                found = self._expanded(obligation)
                if found is False:
                    return None
                if found is True:
                    continue
                if len(found) == 1:
                    for one in found[0]:
                        now = (one, now)
                else:
                    later = (("any", found), later)
            if later is None:
                return None, None
            chosen, later = self._narrowest(later)
            if chosen is None:
                return None
            if len(chosen) > 1:
                return chosen, later
            for one in chosen[0] if chosen else ():
                now = (one, now)

    def _narrowest(self, later: Stack) -> tuple[list[tuple[Obligation, ...]] | None, Stack]:
        """Return the ways of the choice that has the fewest left, and the other choices; `None` where one has none."""
        best: list[tuple[Obligation, ...]] | None = None
        rest: list[Obligation] = []
        place = -1
        while later is not None:
            obligation, later = later
            ways = [way for way in obligation[1] if not any(self._is_refuted(one) for one in way)]
            if not ways:
                return None, None
            if any(all(self._is_given(one) for one in way) for way in ways):
                continue
            if best is None or len(ways) < len(best):
                best, place = ways, len(rest)
            rest.append(("any", ways))
        if best is None:
            return [()], None
        kept: Stack = None
        for number in reversed(range(len(rest))):
            if number != place:
                kept = (rest[number], kept)
        return best, kept

    # What one obligation asks

    def _expanded(self, obligation: Obligation) -> Any:
        """Return whether it holds, or the ways in which it can: each is what must hold then."""
        match obligation[0]:
            case "truth":
                return self._truth(obligation[1], obligation[2])
            case "order":
                try:
                    return self._order(*obligation[1:])
                except _Contradiction:
                    return False
            case "is":
                return self._assume(obligation[1], obligation[2])
            case "any":
                return obligation[1]
            case _:
                return self._by_ends(*obligation[1:])

    def _truth(self, side: Side, wanted: bool) -> Any:
        node, second = cast("Finding", side[0]), side[1]
        if node.truth is not UNKNOWN:
            return (node.truth is YES) is wanted
        if isinstance(node.about, Question):
            return self._assume(self._name(node.about, second), wanted)
        limbs = [(limb, second) for limb in node.because]
        match node.kind:
            case Kind.READING:
                return self._options(node, second, lambda limb: (truth_is((limb, second), wanted=wanted),))
            case Kind.NOT:
                return self._truth(limbs[0], not wanted)
            case Kind.AT_MOST | Kind.LESS:
                return self._comparison(node.kind, limbs[0], limbs[1], wanted)
            case kind:
                of_each = not wanted if kind is Kind.NONE else wanted
                together = not wanted if kind is Kind.ANY else wanted
                obligations = [truth_is(limb, wanted=of_each) for limb in limbs]
                return [tuple(obligations)] if together else [(one,) for one in obligations]

    def _comparison(self, kind: Kind, one: Side, other: Side, wanted: bool) -> Any:
        strict = (kind is Kind.LESS) is wanted
        pair = (one, other) if wanted else (other, one)
        if not isinstance(one[0], Day | Number):
            return self._by_ends(*pair, 0, strict)
        return self._order(*pair, 0, strict)

    def _options(self, node: Node, second: bool, inner: Any) -> Any:
        about = cast("Consulted", node.about)
        if about.chosen is not None:
            return [inner(node.live_limbs[0])]
        name = self._name(about.reading, second)
        ways = zip(about.reading, node.because, strict=True)
        return [(("is", name, option), *inner(limb)) for option, limb in ways]

    def _order(self, one: Side, other: Side, count: End, strict: bool) -> Any:
        """`one` is at most `other` plus `count`, or less than that."""
        (a, of_a), (b, of_b) = one, other
        if not _exceeds(a.most, b.least, count, strict):
            return True
        if _exceeds(a.least, b.most, count, strict):
            return False
        match a.kind:
            case Kind.GREATEST:
                return [tuple(order((limb, of_a), other, count, strict=strict) for limb in a.because)]
            case Kind.LEAST:
                return [(order((limb, of_a), other, count, strict=strict),) for limb in a.because]
            case Kind.WHERE | Kind.READING:
                return self._either(one, lambda limb: (order(limb, other, count, strict=strict),))
        match b.kind:
            case Kind.GREATEST:
                return [(order(one, (limb, of_b), count, strict=strict),) for limb in b.because]
            case Kind.LEAST:
                return [tuple(order(one, (limb, of_b), count, strict=strict) for limb in b.because)]
            case Kind.WHERE | Kind.READING:
                return self._either(other, lambda limb: (order(one, limb, count, strict=strict),))
        if a.kind is Kind.MONTHS and a.is_unknown and a.because[0].kind in _MONOTONE:
            return [(order((_pushed(a, 0, a.because[0]), of_a), other, count, strict=strict),)]
        if b.kind is Kind.MONTHS and b.is_unknown and b.because[0].kind in _MONOTONE:
            return [(order(one, (_pushed(b, 0, b.because[0]), of_b), count, strict=strict),)]
        if a.kind is Kind.SUM and a.is_unknown and isinstance(a, Day):
            return self._of_sum(one, lambda start, plus: order(start, other, count - plus, strict=strict))
        if b.kind is Kind.SUM and b.is_unknown and isinstance(b, Day):
            return self._of_sum(other, lambda start, plus: order(one, start, count + plus, strict=strict))
        if {a.kind, b.kind} & _BY_ENDS:
            return self._by_ends(one, other, count, strict)
        (x, plus_x), (y, plus_y) = self._variable(one), self._variable(other)
        return self._add(x, y, count + plus_y - plus_x - strict)

    def _either(self, side: Side, inner: Any) -> Any:
        node, second = side
        if node.kind is Kind.READING:
            return self._options(node, second, lambda limb: inner((limb, second)))
        condition, this, that = node.because
        return [
            (truth_is((condition, second), wanted=True), *inner((this, second))),
            (truth_is((condition, second), wanted=False), *inner((that, second))),
        ]

    def _of_sum(self, side: Side, shifted: Any) -> Any:
        """A day and a number after it: the day is shifted, or the sum taken into the joint that stands below it."""
        node, second = side
        start, number = node.because
        if not number.is_unknown:
            return [(shifted((start, second), number.least),)]
        for place, limb in enumerate((start, number)):
            if limb.kind in _MONOTONE:
                return [(shifted((_pushed(node, place, limb), second), 0),)]
        name = ("sum", *(self._variable((limb, second)) for limb in node.because))
        if name not in self.height:
            x, plus = name[1]
            self._declare(name, x, number.least + plus, number.most + plus)
        leaf = _Leaf(name, node)
        return [(shifted((leaf, second), 0),)]

    # Differences between days

    def _variable(self, side: Side) -> tuple[Any, End]:
        node, second = side
        if isinstance(node, _Leaf):
            return node.name, 0
        if not node.is_unknown:
            return ORIGIN, node.least
        name = self._name(node.about if isinstance(node.about, Question) else node, second)
        if name not in self.height:
            self._declare(name, ORIGIN, node.least, node.most)
            if isinstance(node, Day) and node.follows is not None:
                for of_second in (False, True) if node.follows.about == self.apart else (second,):
                    x, plus = self._variable((node.follows, of_second))
                    self._known(x, name, -plus)
            elif node.kind is Kind.MONTHS and not node.because[1].is_unknown:
                x, plus = self._variable((node.because[0], second))
                months = node.because[1].least
                self._known(x, name, -plus - 28 * months)
                self._known(name, x, plus + 31 * months)
        return name, 0

    def _declare(self, name: Any, start: Any, least: End, most: End) -> None:
        """Declare a day by what is known of how far it lies from another."""
        self.trail.append(("new", name))
        self.edges[name] = []
        self.height[name] = self.height[start] + (least if abs(least) < _FAR else 0)
        self._known(start, name, -least)
        self._known(name, start, most)

    def _known(self, x: Any, y: Any, most: End) -> None:
        if not self._add(x, y, most):
            raise _Contradiction

    def _add(self, x: Any, y: Any, most: End) -> bool:
        """Assume that x is at most y plus a count; False where that cannot be beside what is assumed."""
        if abs(most) > _FAR:
            return most > 0
        if x == y:
            return most >= 0
        self.edges[y].append((x, most))
        self.trail.append(("edge", y))
        height = self.height
        if height[x] <= height[y] + most:
            return True
        queue: deque[tuple[Any, Any]] = deque([(x, height[y] + most)])
        while queue:
            name, low = queue.popleft()
            if height[name] <= low:
                continue
            if name == y:
                return False
            self.trail.append(("height", name, height[name]))
            height[name] = low
            queue.extend((after, low + step) for after, step in self.edges[name] if height[after] > low + step)
        return True

    # Facts, options, and what is compared by its ends

    def _name(self, about: Any, second: bool) -> tuple[Any, bool]:
        """Return the name of what may differ between the two worlds, and whether it is the one of the second."""
        if not second or self.apart is None:
            return about, False
        if isinstance(about, Question):
            return about, about == self.apart
        if isinstance(about, type):
            return about, cast("type[Reading]", about).id == self.apart.name
        return about, any(node.about == self.apart for node in about.walk())

    def _assume(self, name: Any, value: Any) -> bool:
        known = self.known.get(name)
        if known is None:
            self.trail.append(("known", name))
            self.known[name] = value
            return True
        return known is value

    def _literal(self, obligation: Obligation) -> tuple[Any, Any] | None:
        """Return the fact or option that an obligation is about, and the value that it wants."""
        if obligation[0] == "is":
            return obligation[1], obligation[2]
        if obligation[0] == "truth":
            (node, second), wanted = obligation[1:]
            while node.kind is Kind.NOT:
                node, wanted = node.because[0], not wanted
            if node.truth is UNKNOWN and isinstance(node.about, Question):
                return self._name(node.about, second), wanted
        return None

    def _is_refuted(self, obligation: Obligation) -> bool:
        literal = self._literal(obligation)
        return literal is not None and self.known.get(literal[0], literal[1]) is not literal[1]

    def _is_given(self, obligation: Obligation) -> bool:
        literal = self._literal(obligation)
        return literal is not None and self.known.get(literal[0]) is literal[1]

    def _by_ends(self, one: Side, other: Side, count: End, strict: bool) -> Any:
        """Compare by ends, once the facts below are tried."""
        a, b = self._supposed(one), self._supposed(other)
        if a.most < b.least + count or (a.most == b.least + count and not strict):
            return True
        if a.least > b.most + count or (a.least == b.most + count and strict):
            return False
        for node, second in ((a, one[1]), (b, other[1])):
            for below in node.walk():
                if below.is_unknown and isinstance(below, Finding) and isinstance(below.about, Question):
                    name = self._name(below.about, second)
                    return [(("is", name, value), ("ends", one, other, count, strict)) for value in (True, False)]
                if below.is_unknown and isinstance(below.about, Consulted) and below.about.chosen is None:
                    name = self._name(below.about.reading, second)
                    options = tuple(below.about.reading)
                    return [(("is", name, option), ("ends", one, other, count, strict)) for option in options]
        return True

    def _supposed(self, side: Side) -> Quantity:
        """Return a quantity as it is by what is assumed so far."""
        node, second = side
        node = node.node if isinstance(node, _Leaf) else node
        answers: dict[Question, Any] = {}
        options: dict[type[Reading], Reading] = {}
        for (about, primed), value in self.known.items():
            differs = (
                about == self.apart if isinstance(about, Question) else about.id == getattr(self.apart, "name", None)
            )
            if primed is (second and differs):
                (answers if isinstance(about, Question) else options)[about] = value
        return cast("Quantity", supposing(node, answers, options))

    def _undo(self, mark: int) -> None:
        while len(self.trail) > mark:
            done = self.trail.pop()
            match done[0]:
                case "known":
                    del self.known[done[1]]
                case "edge":
                    self.edges[done[1]].pop()
                case "height":
                    self.height[done[1]] = done[2]
                case _:
                    del self.edges[done[1]], self.height[done[1]]


_BY_ENDS = {Kind.NTH, Kind.COUNT, Kind.SHARE}
_MONOTONE = {Kind.GREATEST, Kind.LEAST, Kind.WHERE, Kind.READING}
_FAR = 10**8


class _Contradiction(Exception):  # noqa: N818  # it never reaches a user
    """What is declared of a day cannot be beside what is assumed."""


class _Leaf:
    """A sum of a day and a number that is not known, as a day of its own."""

    kind = Kind.FACT
    is_open = True

    def __init__(self, name: Any, node: Day) -> None:
        self.name, self.node, self.least, self.most = name, node, node.least, node.most


def _exceeds(one: End, other: End, count: End, strict: bool) -> bool:
    """Whether the one is more than the other plus a count, or not less; what never comes is not before itself."""
    return strict if one == other and abs(one) == inf else one > other + count - strict


def _pushed(node: Day, place: int, limb: Node) -> Quantity:
    """Return a sum of a joint as the joint of the sums."""
    from uncc.kernel.again import rebuilt

    def plus(one: Node) -> Node:
        if isinstance(one, Finding):
            return one
        parts = [*node.because[:place], one, *node.because[place + 1 :]]
        return rebuilt(node, tuple(parts))

    return cast("Quantity", rebuilt(limb, tuple(map(plus, limb.because))))
