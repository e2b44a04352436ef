"""What a tree comes to in every world: a world gives each open fact, reading, day and number a value that it can have.

Whether a finding can be YES, or NO, is searched for as a proof is: what must all hold is taken up at once, what may
hold one way or another (`ways`) is tried in turn. Comparisons of days become distances between them, which can hold
together or not (`differences`). Sums of amounts are never taken apart: the facts below them are tried, then their ends
are compared.

A search stops after `MOST_STEPS` with `SearchTooLong`; then nothing is settled by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from typing import NamedTuple, TypeAlias, assert_never, cast

from uncc.kernel.again import supposing
from uncc.kernel.completions import COMPARING, everything_in, is_open_reading, question_of
from uncc.kernel.differences import ORIGIN, Differences, End, Point
from uncc.kernel.facts import Question
from uncc.kernel.findings import UNKNOWN, YES, Finding, Kind, Node
from uncc.kernel.quantities import Day, Number, Quantity
from uncc.kernel.readings import Consulted, Reading
from uncc.kernel.tied import following
from uncc.kernel.ways import (
    FAILS,
    HOLDS,
    AtMost,
    ByEnds,
    Distance,
    Holds,
    Is,
    Obligation,
    Several,
    Side,
    Way,
    Ways,
    exceeds,
    of_finding,
    of_order,
    only_by_ends,
)

__all__ = ["AtMost", "Holds", "SearchTooLong", "Side", "Steps", "can_be"]

MOST_STEPS = 10_000
"""How many obligations one search takes up before it gives up."""
MOST_IN_ALL, FEW_STEPS = 30_000, 500
"""How many the searches for one purpose take up together, and how many each of them may still when these are spent."""

About: TypeAlias = "Question | type[Reading] | Node"
"""What has a value in a world: a fact, day or number by its question, a reading, a node that counts as a day."""


class Name(NamedTuple):
    """What has a value in a world; of what differs between two worlds, the first or the second of its values."""

    about: About
    is_second: bool


class _Untried(NamedTuple):
    """The ways that are left of a choice, the choices beside it, and how far to take back what was assumed since."""

    ways: Iterator[Way]
    beside: list[Ways]
    marks: tuple[int, int, int]


class SearchTooLong(Exception):  # noqa: N818  # it never reaches a user
    """The search has taken as many steps as it may."""


class Steps:
    """How many steps are left to the searches for one purpose."""

    def __init__(self, left: int = MOST_IN_ALL) -> None:
        self.left = left

    @property
    def of_next(self) -> int:
        """How many the next of them may take."""
        return min(MOST_STEPS, max(self.left, FEW_STEPS))


def can_be(*obligations: Obligation, apart: Question | None = None, steps: Steps | None = None) -> bool:
    """Whether there is a world in which all of this holds.

    `apart` is a question that may be answered otherwise in a second world, which is the same in all else; `steps` are
    those of all the searches to which this belongs.
    """
    steps = steps or Steps()
    search = _Search(apart, steps.of_next)
    try:
        return search.finds(obligations)
    finally:
        steps.left -= search.steps


class _Search:
    """One search: what is assumed so far, and how to take it back."""

    def __init__(self, apart: Question | None, most: int) -> None:
        self._apart = apart
        self._most = most
        self._values: dict[Name, bool | Reading] = {}
        self._orders: dict[AtMost, None] = {}
        """The comparisons taken up, so that their opposite is refuted at once."""
        self._days = Differences()
        self._differing: dict[Node, bool] = {}
        self._supposed: dict[object, Quantity] = {}
        """Quantities as they are with some answers: the same is asked of many pairs of worlds."""
        self.steps = 0

    def finds(self, way: Way | None) -> bool:
        """Whether all the obligations can hold together."""
        untried: list[_Untried] = []
        choices: list[Ways] = []
        while way is not None:
            left = self._taken_up(way, choices)
            if left is not None:
                if not left:
                    return True
                narrowest = min(left, key=len)
                left.remove(narrowest)
                marks = len(self._values), len(self._orders), self._days.mark
                untried.append(_Untried(iter(narrowest), left, marks))
            way, choices = self._next(untried)
        return False

    def _next(self, untried: list[_Untried]) -> tuple[Way | None, list[Ways]]:
        """Return the next way to try, and the choices that stand open beside it, with what was assumed taken back."""
        while untried:
            ways, choices, (values, orders, mark) = untried[-1]
            while len(self._values) > values:
                self._values.popitem()
            while len(self._orders) > orders:
                self._orders.popitem()
            self._days.take_back(mark)
            way = next(ways, None)
            if way is not None:
                return way, choices
            untried.pop()
        return None, []

    def _taken_up(self, way: Way, choices: list[Ways]) -> list[Ways] | None:
        """Take up what must hold; return the choices that are left, and `None` where it cannot hold."""
        must, choices = list(way), list(choices)
        while must:
            ways = self._ways(must.pop())
            if len(ways) > 1:
                choices.append(ways)
            elif ways:
                must.extend(ways[0])
            else:
                return None
            if not must:
                choices = list(map(self._left_of, choices))
                if not all(choices):
                    return None
                must = [obligation for ways in choices if len(ways) == 1 for obligation in ways[0]]
                choices = [ways for ways in choices if len(ways) > 1]
        return choices

    def _left_of(self, ways: Ways) -> Ways:
        """Return the ways that are not refuted by what is assumed; where one is given by it, nothing is left to do."""
        left: list[Way] = []
        for way in ways:
            held = [self._held(obligation) for obligation in way]
            if False not in held:
                if None not in held:
                    return HOLDS
                left.append(way)
        return left

    def _held(self, obligation: Obligation) -> bool | None:
        """Whether what is assumed gives an obligation, or refutes it; `None` where it does neither at first sight."""
        match obligation:
            case Is(about, in_second, value):
                return self._is_held(self._name(about, in_second=in_second), value)
            case Holds((node, in_second), wanted):
                while node.kind is Kind.NOT:
                    node, wanted = cast("Finding", node.because[0]), not wanted
                if node.truth is not UNKNOWN:
                    return (node.truth is YES) is wanted
                return self._is_held(self._name_of(node, in_second=in_second), wanted)
            case AtMost():
                return self._is_order_held(self._named(obligation))
            case _:
                return None

    def _is_held(self, name: Name, value: bool | Reading) -> bool | None:  # noqa: FBT001  # a value as others
        known = self._values.get(name)
        return None if known is None else known is value

    def _is_order_held(self, order: AtMost) -> bool | None:
        one, other, plus, strict = order
        if order in self._orders or not exceeds(one.node.most, other.node.least + plus, strict=strict):
            return True
        is_refuted = AtMost(other, one, -plus, not strict) in self._orders
        return False if is_refuted or exceeds(one.node.least, other.node.most + plus, strict=strict) else None

    # What one obligation asks

    def _ways(self, obligation: Obligation) -> Ways:
        """Return the ways in which an obligation can hold: none where it cannot, one of nothing where it does."""
        self.steps += 1
        if self.steps > self._most:
            raise SearchTooLong
        match obligation:
            case Holds(side, wanted):
                return self._of_finding(side, wanted=wanted)
            case AtMost():
                return self._of_order(obligation)
            case Is(about, in_second, value):
                return self._of_value(about, value, in_second=in_second)
            case ByEnds(order):
                return self._by_ends(order)
            case Distance(point, other, most):
                return _settled(holds=self._days.assume(point, other, most))
            case Several(number, of):
                return _of_several(number, of)
        assert_never(obligation)

    def _of_finding(self, side: Side[Finding], *, wanted: bool) -> Ways:
        node, in_second = side
        if node.truth is not UNKNOWN:
            return _settled(holds=(node.truth is YES) is wanted)
        name = self._name_of(node, in_second=in_second)
        held = self._is_held(name, wanted)
        if held is not None:
            return _settled(holds=held)
        if isinstance(node.about, Question):
            return self._of_value(node.about, wanted, in_second=in_second)
        self._values[name] = wanted
        return of_finding(side, wanted=wanted)

    def _of_value(self, about: About, value: bool | Reading, *, in_second: bool) -> Ways:  # noqa: FBT001  # as others
        """Take up what has this value, and what follows from that."""
        name = self._name(about, in_second=in_second)
        if name in self._values:
            return _settled(holds=self._values[name] is value)
        self._values[name] = value
        if not isinstance(about, Question) or not isinstance(value, bool):
            return HOLDS
        return [tuple(Is(other, in_second, held) for other, held in following(about, value=value))]

    def _of_order(self, order: AtMost) -> Ways:
        held = self._is_order_held(self._named(order))
        if held is not None:
            return _settled(holds=held)
        self._orders[self._named(order)] = None
        one, other, more, strict = order
        if all(side.node.because and side.node.is_unknown and not only_by_ends(side.node) for side in (one, other)):
            return _with_between(order, Number(-inf, inf, f"between, {self.steps}", (), Kind.FACT))
        ways = of_order(order)
        if ways is not None:
            return ways
        if only_by_ends(one.node) or only_by_ends(other.node):
            return [(ByEnds(order),)]
        (point, plus), known = self._point(one)
        (other_point, other_plus), known_of_other = self._point(other)
        most = more + other_plus - plus - strict
        return [(Distance(point, other_point, most), *known, *known_of_other)]

    # Days and numbers, as points

    def _point(self, side: Side[Quantity]) -> tuple[tuple[Point, End], Way]:
        """Return the point that a day or number is, and how far it lies above; and what is known of a new one."""
        quantity = side.node
        if not quantity.is_unknown:
            return (ORIGIN, quantity.least), ()
        if quantity.kind is Kind.SUM:
            return self._sum(side)
        name = self._name(
            quantity.about if isinstance(quantity.about, Question) else quantity, in_second=side.in_second
        )
        if name in self._days:
            return (name, 0), ()
        known = self._placed(name, ORIGIN, quantity.least, quantity.most)
        return (name, 0), (*known, *self._known_of(name, quantity, in_second=side.in_second))

    def _placed(self, point: Point, start: Point, least: End, most: End) -> Way:
        self._days.place(point, least, over=start)
        return Distance(start, point, -least), Distance(point, start, most)

    def _sum(self, side: Side[Quantity]) -> tuple[tuple[Point, End], Way]:
        """A day so many days after another, where neither is known, lies somewhere after it."""
        start, number = (Side(cast("Quantity", limb), side.in_second) for limb in side.node.because)
        (point, plus), known = self._point(start)
        counted, known_of_number = self._point(number)
        name = (point, plus), counted
        if name in self._days:
            return (name, 0), ()
        placed = self._placed(name, point, number.node.least + plus, number.node.most + plus)
        return (name, 0), (*known, *known_of_number, *placed)

    def _known_of(self, name: Name, quantity: Quantity, *, in_second: bool) -> Iterator[Obligation]:
        """Yield what is known of a day beside its ends: what it cannot come before, or what it is counted from."""
        if quantity.kind is Kind.MONTHS:
            start, months = cast("tuple[Quantity, Quantity]", quantity.because)
            (point, plus), known = self._point(Side(start, in_second))
            yield from known
            yield Distance(point, name, -plus - 28 * months.least)
            yield Distance(name, point, plus + 31 * months.most)
        elif isinstance(quantity, Day) and quantity.follows is not None:
            worlds = (False, True) if self._differs(quantity.follows) else (in_second,)
            for world in worlds:
                (point, plus), known = self._point(Side(quantity.follows, world))
                yield from known
                yield Distance(point, name, -plus)

    # What differs between two worlds

    def _name(self, about: About, *, in_second: bool) -> Name:
        return Name(about, in_second and self._differs(about))

    def _name_of(self, finding: Finding, *, in_second: bool) -> Name:
        return self._name(finding.about if isinstance(finding.about, Question) else finding, in_second=in_second)

    def _named(self, order: AtMost) -> AtMost:
        """Return a comparison in the first world, as far as it is the same in both."""
        one, other = (Side(node, in_second and self._differs(node)) for node, in_second in (order.one, order.other))
        return order._replace(one=one, other=other)

    def _differs(self, about: About) -> bool:
        """Whether it may be another in the second world."""
        if self._apart is None:
            return False
        if isinstance(about, Question):
            return about == self._apart
        if isinstance(about, type):
            return about.id == self._apart.name
        if about not in self._differing:
            self._differing[about] = self._mentions(about)
        return self._differing[about]

    def _mentions(self, node: Node) -> bool:
        below = everything_in(node)
        return any(one.about is not None and question_of(one) == self._apart for one in below)

    # What is compared by its ends

    def _by_ends(self, order: AtMost) -> Ways:
        """Compare by ends what is known of both in this world; while that does not settle it, try what is below."""
        one, other = self._known(order.one), self._known(order.other)
        if not exceeds(one.most, other.least + order.plus, strict=order.strict):
            return HOLDS
        if exceeds(one.least, other.most + order.plus, strict=order.strict):
            return FAILS
        for node, in_second in ((one, order.one.in_second), (other, order.other.in_second)):
            for below in node.walk():
                ways = _to_try(below, in_second=in_second)
                if ways:
                    return [(ByEnds(order), *way) for way in ways]
        return HOLDS

    def _known(self, side: Side[Quantity]) -> Quantity:
        """Return a quantity as it is by what is assumed so far."""
        answers: dict[Question, bool] = {}
        compared: dict[Finding, bool] = {}
        options: dict[type[Reading], Reading] = {}
        for (about, is_second), value in self._values.items():
            if is_second is (side.in_second and self._differs(about)):
                if isinstance(value, Reading):
                    options[type(value)] = value
                elif isinstance(about, Finding):
                    compared[about] = value
                else:
                    answers[cast("Question", about)] = value
        key = side.node, *(frozenset(said.items()) for said in (answers, options, compared))
        if key not in self._supposed:
            known = supposing(side.node, answers, options, settle=False)
            self._supposed[key] = supposing(known, compared, settle=False) if compared else known
        return self._supposed[key]


def _settled(*, holds: bool) -> Ways:
    return HOLDS if holds else FAILS


def _with_between(order: AtMost, between: Number) -> Ways:
    """Compare two joints with what lies between them, so that neither is taken apart for each limb of the other."""
    one, other, plus, strict = order
    return [(AtMost(one, Side(between)), AtMost(Side(between), other, plus, strict))]


def _of_several(number: int, of: Way) -> Ways:
    """At least so many of these hold: the first and one less of the others, or as many of the others."""
    if number <= 0:
        return HOLDS
    if number >= len(of):
        return [of] if number == len(of) else FAILS
    return [(of[0], Several(number - 1, of[1:])), (Several(number, of[1:]),)]


def _to_try(node: Node, *, in_second: bool) -> Ways:
    """Return the ways that an open fact, reading or comparison can go; none for anything else."""
    if not node.is_unknown:
        return []
    if is_open_reading(node):
        reading = cast("Consulted", node.about).reading
        return [(Is(reading, in_second, option),) for option in reading]
    if isinstance(node, Finding) and isinstance(node.about, Question):
        return [(Is(node.about, in_second, value),) for value in (True, False)]
    compares = isinstance(node, Finding) and node.kind in COMPARING
    return [(Holds(Side(cast("Finding", node), in_second), value),) for value in (True, False)] if compares else []
