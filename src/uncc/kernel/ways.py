"""The ways in which a finding can be YES or NO, or a quantity be at most another: what would have to hold, one step down.

`worlds` searches through them. What must hold stands together in one way; what may hold this way or that makes several.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias, cast

from uncc.kernel.again import rebuilt
from uncc.kernel.differences import End
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


class Side(NamedTuple):
    """A node in the first of two worlds, or in the second."""

    node: Node
    in_second: bool = False


class Holds(NamedTuple):
    """A finding is YES, or it is NO."""

    side: Side
    wanted: bool


class Is(NamedTuple):
    """A fact or comparison is true or false, or a reading has this option, in the first world or the second."""

    about: Question | type[Reading] | Finding
    in_second: bool
    value: bool | Reading


class AtMost(NamedTuple):
    """A quantity is at most another plus a count; where `strict`, less than that."""

    one: Side
    other: Side
    count: End = 0
    strict: bool = False


class ByEnds(NamedTuple):
    """As `AtMost`, of what is compared by its ends once the facts below are tried."""

    order: AtMost


class Several(NamedTuple):
    """At least so many of these hold."""

    count: int
    of: tuple[Obligation, ...]


class Distance(NamedTuple):
    """A point lies at most so far above another."""

    point: object
    other: object
    most: End


Obligation: TypeAlias = "Holds | Is | AtMost | ByEnds | Several | Distance"
Way: TypeAlias = "tuple[Obligation, ...]"
Ways: TypeAlias = "list[Way]"
Onward: TypeAlias = "Callable[[Side, End], AtMost]"
"""Puts a limb, plus a count, in the place of the quantity that it is a limb of."""

HOLDS: Ways = [()]
FAILS: Ways = []


def of_finding(side: Side, *, wanted: bool) -> Ways:
    """Return the ways in which a joint of findings, or a comparison, is YES, or NO."""
    node, in_second = side
    if isinstance(node.about, Consulted):
        return _on_options(side, node.about, lambda limb: Holds(limb, wanted))
    limbs = [Side(limb, in_second) for limb in node.because]
    match node.kind:
        case Kind.NOT:
            return [(Holds(limbs[0], not wanted),)]
        case Kind.AT_MOST | Kind.LESS:
            one, other = limbs if wanted else reversed(limbs)
            return [(AtMost(one, other, strict=(node.kind is Kind.LESS) is wanted),)]
        case kind:
            of_each = wanted is not (kind is Kind.NONE)
            together = of_each is (kind is Kind.ALL)
            return _joined([Holds(limb, of_each) for limb in limbs], together=together)


def _joined(each: list[Obligation] | list[Holds], *, together: bool) -> Ways:
    return [tuple(each)] if together else [(one,) for one in each]


def _on_options(side: Side, about: Consulted, onward: Callable[[Side], Obligation]) -> Ways:
    node, in_second = side
    if about.chosen is not None:
        return [(onward(Side(node.live_limbs[0], in_second)),)]
    ways = zip(about.reading, node.because, strict=True)
    return [(Is(about.reading, in_second, option), onward(Side(limb, in_second))) for option, limb in ways]


def exceeds(one: End, other: End, *, strict: bool) -> bool:
    """Whether the one is more than the other; where `strict`, or as much."""
    return one > other or (strict and one == other)


def of_order(order: AtMost) -> Ways | None:
    """Return the ways in which a quantity is at most another; `None` where neither has limbs to go down to."""
    one, other, count, strict = order
    if not exceeds(one.node.most, other.node.least + count, strict=strict):
        return HOLDS
    if exceeds(one.node.least, other.node.most + count, strict=strict):
        return FAILS
    ways = _of_limbs(one, lambda limb, plus: AtMost(limb, other, count - plus, strict), is_lower=True)
    if ways is None:
        ways = _of_limbs(other, lambda limb, plus: AtMost(one, limb, count + plus, strict), is_lower=False)
    return ways


def only_by_ends(node: Node) -> bool:
    """Whether a quantity is no point at a distance from others: an amount, or a sum of several that are open."""
    return isinstance(node, Amount) or (node.kind is Kind.SUM and not isinstance(node, Day))


def _of_limbs(side: Side, onward: Onward, *, is_lower: bool) -> Ways | None:
    """Return the ways by the limbs of a joint that is the lower of two quantities compared, or the higher."""
    node, in_second = side
    if not node.is_unknown:
        return None
    if isinstance(node.about, Consulted):
        return _on_options(side, node.about, lambda limb: onward(limb, 0))
    match node.kind:
        case Kind.GREATEST | Kind.LEAST:
            each = [onward(Side(limb, in_second), 0) for limb in node.because]
            return _joined(each, together=(node.kind is Kind.GREATEST) is is_lower)
        case Kind.WHERE:
            condition, this, that = (Side(limb, in_second) for limb in node.because)
            return [(Holds(condition, wanted=True), onward(this, 0)), (Holds(condition, wanted=False), onward(that, 0))]
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


def _of_nth(side: Side, onward: Onward, *, is_lower: bool) -> Ways:
    """The n-th is at most a day where n of the limbs are; it is at least that where all but n - 1 are."""
    node, in_second = side
    place, *limbs = (Side(limb, in_second) for limb in node.because)
    each, last = tuple(onward(limb, 0) for limb in limbs), len(limbs)
    if not place.node.is_unknown:
        n = int(cast("Quantity", place.node).least)
        return [(Several(n if is_lower else last + 1 - n, each),)]
    counts = [Side(fixed_number(count, "a place in the order")) for count in range(last + 2)]
    if is_lower:
        in_order: Ways = [(AtMost(place, counts[n]), Several(n, each)) for n in range(last + 1)]
        return [*in_order, (onward(Side(NEVER), 0),)]
    in_order = [(AtMost(counts[n], place), Several(last + 1 - n, each)) for n in range(1, last + 1)]
    return [*in_order, (AtMost(counts[-1], place), onward(Side(NEVER), 0)), (onward(Side(NO_DAY), 0),)]


def _of_count(side: Side, onward: Onward, *, is_lower: bool) -> Ways:
    """Where at most, or at least, so many hold, what there is beside them makes up the rest."""
    node, in_second = side
    findings = [limb for limb in node.because if isinstance(limb, Finding)]
    beside = node.because[-1] if len(findings) < len(node.because) else fixed_number(0, "none beside them")
    each = tuple(Holds(Side(limb, in_second), not is_lower) for limb in findings)
    ways: Ways = []
    for number in range(len(each) + 1):  # of the limbs that must be NO, or YES: the fewer, the easier
        rest = onward(Side(beside, in_second), len(each) - number if is_lower else number)
        possible = of_order(rest)
        if possible != FAILS:
            ways.append((Several(number, each), rest))
        if possible == HOLDS:
            break
    return ways


def _of_sum(side: Side, onward: Onward) -> Ways | None:
    """A sum of which one limb is open is that limb at a fixed distance; of a day the joint below can be shifted."""
    node, in_second = side
    opened = [limb for limb in node.because if limb.is_unknown]
    if len(opened) == 1:
        known = (cast("Quantity", limb).least for limb in node.because if not limb.is_unknown)
        return [(onward(Side(opened[0], in_second), sum(known)),)]
    return _of_pushed(side, onward) if isinstance(node, Day) else None


def _of_pushed(side: Side, onward: Onward) -> Ways | None:
    """Return the one way: a day counted on from a joint is the joint of the days counted on."""
    node, in_second = side
    for place, limb in enumerate(node.because):
        if limb.kind in _MONOTONE and limb.is_unknown:
            return [(onward(Side(_pushed(node, place, limb), in_second), 0),)]
    return None


_MONOTONE = frozenset({Kind.GREATEST, Kind.LEAST, Kind.WHERE, Kind.READING})


def _pushed(node: Node, place: int, limb: Node) -> Node:
    def counted_on(one: Node) -> Node:
        if isinstance(one, Finding):
            return one
        return rebuilt(node, (*node.because[:place], one, *node.because[place + 1 :]), settle=False)

    return rebuilt(limb, tuple(map(counted_on, limb.because)), settle=False)
