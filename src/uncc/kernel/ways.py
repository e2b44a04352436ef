"""The ways in which a finding can be YES or NO, or a quantity at most another: what would have to hold one step down.

`worlds` searches through them. What must hold stands together in one way; what may hold this way or that makes several.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf
from typing import Generic, NamedTuple, TypeAlias, TypeVar, cast

from uncc.kernel.again import rebuilt
from uncc.kernel.differences import End, Point
from uncc.kernel.facts import Question
from uncc.kernel.findings import Finding, Kind, Node
from uncc.kernel.quantities import NEVER, NO_DAY, Amount, Day, Quantity, fixed_number
from uncc.kernel.readings import Consulted, Reading

__all__ = [
    "FAILS",
    "HOLDS",
    "AtMost",
    "ByEnds",
    "Distance",
    "Holds",
    "Is",
    "Obligation",
    "Several",
    "Side",
    "Way",
    "Ways",
    "exceeds",
    "of_finding",
    "of_order",
    "only_by_ends",
]


N_co = TypeVar("N_co", bound=Node, covariant=True)


class Side(NamedTuple, Generic[N_co]):
    """A node in the first of two worlds, or in the second."""

    node: N_co
    in_second: bool = False


class Holds(NamedTuple):
    """A finding is YES, or it is NO."""

    side: Side[Finding]
    wanted: bool


class Is(NamedTuple):
    """A fact is true or false, or a reading has this option, in the first world or the second."""

    about: Question | type[Reading]
    in_second: bool
    value: bool | Reading


class AtMost(NamedTuple):
    """A quantity is at most another plus a count; where `strict`, less than that."""

    one: Side[Quantity]
    other: Side[Quantity]
    plus: End = 0
    strict: bool = False


class ByEnds(NamedTuple):
    """As `AtMost`, of what is compared by its ends once the facts below are tried."""

    order: AtMost


class Several(NamedTuple):
    """At least so many of these hold."""

    number: int
    of: tuple[Obligation, ...]


class Distance(NamedTuple):
    """A point lies at most so far above another."""

    point: Point
    other: Point
    most: End


Obligation: TypeAlias = "Holds | Is | AtMost | ByEnds | Several | Distance"
Way: TypeAlias = "tuple[Obligation, ...]"
Ways: TypeAlias = "Sequence[Way]"
Onward: TypeAlias = "Callable[[Side[Quantity], End], AtMost]"
"""Puts a limb, plus a count, in the place of the quantity that it is a limb of."""

HOLDS: Ways = ((),)
"""The one way in which nothing has to hold any more."""
FAILS: Ways = ()
"""No way at all."""


def of_finding(side: Side[Finding], *, wanted: bool) -> Ways:
    """Return the ways in which a joint of findings, or a comparison, is YES, or NO."""
    node = side.node
    if isinstance(node.about, Consulted):
        return _on_options(side, node.about, lambda limb: Holds(limb, wanted))
    match node.kind:
        case Kind.NOT:
            return [(Holds(_limbs(side)[0], not wanted),)]
        case Kind.AT_MOST | Kind.LESS:
            one, other = cast("list[Side[Quantity]]", _limbs(side))
            strict = (node.kind is Kind.LESS) is wanted
            return [(AtMost(one, other, strict=strict) if wanted else AtMost(other, one, strict=strict),)]
        case kind:
            of_each = wanted is not (kind is Kind.NONE)
            together = of_each is (kind is Kind.ALL)
            return _joined([Holds(limb, of_each) for limb in _limbs(side)], together=together)


def _limbs(side: Side[N_co]) -> list[Side[N_co]]:
    """Return the limbs of a joint whose limbs are of its own sort, each in the world of the joint."""
    return [Side(limb, side.in_second) for limb in cast("tuple[N_co, ...]", side.node.because)]


def _joined(each: Sequence[Obligation], *, together: bool) -> Ways:
    return [tuple(each)] if together else [(one,) for one in each]


def _on_options(side: Side[N_co], about: Consulted, onward: Callable[[Side[N_co]], Obligation]) -> Ways:
    limbs = _limbs(side)
    if len(limbs) == 1:
        return [(onward(limbs[0]),)]
    if about.chosen_index is not None:
        return [(onward(limbs[about.chosen_index]),)]
    ways = zip(about.reading, limbs, strict=True)
    return [(Is(about.reading, side.in_second, option), onward(limb)) for option, limb in ways]


def exceeds(one: End, other: End, *, strict: bool) -> bool:
    """Whether the one is more than the other; where `strict`, or as much."""
    return one > other or (strict and one == other)


def of_order(order: AtMost) -> Ways | None:
    """Return the ways in which a quantity is at most another; `None` where neither has limbs to go down to."""
    one, other, plus, strict = order
    if not exceeds(one.node.most, other.node.least + plus, strict=strict):
        return HOLDS
    if exceeds(one.node.least, other.node.most + plus, strict=strict):
        return FAILS
    ways = _of_limbs(one, lambda limb, more: AtMost(limb, other, plus - more, strict), is_lower=True)
    if ways is None:
        ways = _of_limbs(other, lambda limb, more: AtMost(one, limb, plus + more, strict), is_lower=False)
    return ways


def only_by_ends(node: Quantity) -> bool:
    """Whether a quantity that is open is no point at a distance from others.

    An amount is none, nor is a sum of several open numbers, nor a day counted on from one that may never come.
    """
    if isinstance(node, Amount) or (node.kind is Kind.SUM and not isinstance(node, Day)):
        return node.is_unknown
    return node.is_unknown and bool(node.because) and inf in (-node.least, node.most)


def _of_limbs(side: Side[Quantity], onward: Onward, *, is_lower: bool) -> Ways | None:
    """Return the ways by the limbs of a joint that is the lower of two quantities compared, or the higher."""
    node = side.node
    if not node.is_unknown:
        return None
    if isinstance(node.about, Consulted):
        return _on_options(side, node.about, lambda limb: onward(limb, 0))
    match node.kind:
        case Kind.GREATEST | Kind.LEAST:
            each = [onward(limb, 0) for limb in _limbs(side)]
            return _joined(each, together=(node.kind is Kind.GREATEST) is is_lower)
        case Kind.WHERE:
            return _of_choice(side, onward)
        case Kind.NTH:
            return _of_nth(side, onward, is_lower=is_lower)
        case Kind.COUNT:
            return _of_count(side, onward, is_lower=is_lower)
        case Kind.SUM:
            return _of_sum(side, onward)
        case Kind.MONTHS:
            return _of_pushed(side, onward)
        case _:
            return None


def _of_choice(side: Side[Quantity], onward: Onward) -> Ways:
    condition = Side(cast("Finding", side.node.because[0]), side.in_second)
    _, this, that = _limbs(side)
    return [(Holds(condition, wanted=True), onward(this, 0)), (Holds(condition, wanted=False), onward(that, 0))]


def _of_nth(side: Side[Quantity], onward: Onward, *, is_lower: bool) -> Ways:
    """The n-th is at most a day where n of the limbs are; it is at least that where all but n - 1 are."""
    place, *limbs = _limbs(side)
    each, last = tuple(onward(limb, 0) for limb in limbs), len(limbs)
    if not place.node.is_unknown:
        n = int(place.node.least)
        return [(Several(n if is_lower else last + 1 - n, each),)]
    counts: list[Side[Quantity]] = [Side(fixed_number(count, "a place in the order")) for count in range(last + 2)]
    if is_lower:
        in_order: Ways = [(AtMost(place, counts[n]), Several(n, each)) for n in range(1, last + 1)]
        return [*in_order, (AtMost(place, counts[0]), onward(Side(NO_DAY), 0)), (onward(Side(NEVER), 0),)]
    in_order = [(AtMost(counts[n], place), Several(last + 1 - n, each)) for n in range(1, last + 1)]
    return [*in_order, (AtMost(counts[-1], place), onward(Side(NEVER), 0)), (onward(Side(NO_DAY), 0),)]


def _of_count(side: Side[Quantity], onward: Onward, *, is_lower: bool) -> Ways:
    """Where at most, or at least, so many hold, what there is beside them makes up the rest."""
    findings = [limb for limb in side.node.because if isinstance(limb, Finding)]
    more = [limb for limb in side.node.because if isinstance(limb, Quantity)]
    beside = Side(more[0] if more else fixed_number(0, "none beside them"), side.in_second)
    each = tuple(Holds(Side(limb, side.in_second), not is_lower) for limb in findings)
    ways: list[Way] = []
    for number in range(len(each) + 1):  # of the limbs that must be NO, or YES: the fewer, the easier
        rest = onward(beside, len(each) - number if is_lower else number)
        possible = of_order(rest)
        if possible is not FAILS:
            ways.append((Several(number, each), rest))
        if possible is HOLDS:
            break
    return ways


def _of_sum(side: Side[Quantity], onward: Onward) -> Ways | None:
    """A sum of which one limb is open is that limb at a fixed distance; of a day the joint below can be shifted."""
    limbs = _limbs(side)
    opened = [limb for limb in limbs if limb.node.is_unknown]
    if len(opened) == 1:
        return [(onward(opened[0], sum(limb.node.least for limb in limbs if not limb.node.is_unknown)),)]
    return _of_pushed(side, onward) if isinstance(side.node, Day) else None


def _of_pushed(side: Side[Quantity], onward: Onward) -> Ways | None:
    """Return the one way: a day counted on from a joint is the joint of the days counted on."""
    for place, limb in enumerate(side.node.because):
        if limb.kind in _MONOTONE and limb.is_unknown:
            return [(onward(Side(_pushed(side.node, place, limb), side.in_second), 0),)]
    return None


_MONOTONE = frozenset({Kind.GREATEST, Kind.LEAST, Kind.NTH, Kind.WHERE, Kind.READING})


def _pushed(node: Quantity, place: int, limb: Node) -> Quantity:
    def counted_on(one: Node) -> Node:
        if type(one) is not type(limb):  # what chooses among the days
            return one
        return rebuilt(node, (*node.because[:place], one, *node.because[place + 1 :]), settle=False)

    return cast("Quantity", rebuilt(limb, tuple(map(counted_on, limb.because)), settle=False))
