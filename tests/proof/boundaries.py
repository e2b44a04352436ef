"""Values that stand for all others: of a day or number those at which something in the answer turns, and beside them.

They are read off the tree of an answer: its ends and constants, and how far a day must be moved, or a number changed,
for two sides of a comparison, a choice or a sum to meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, product
from math import inf
from random import Random
from typing import Any, cast

from attrs import evolve

from tests.proof.domains import DAYS, NoValueError, types_of, values
from tests.proof.places import Changes, Place
from tests.proof.values import class_of
from uncc.confiscation import Money
from uncc.final_provisions import History
from uncc.final_provisions.history import EVERY_ACT, FOR_EVER
from uncc.kernel.again import supposing
from uncc.kernel.between import AtLeast, ends_of
from uncc.kernel.differences import End
from uncc.kernel.facts import QuantityDeclaration, Question
from uncc.kernel.findings import Node
from uncc.kernel.quantities import Amount, Day, Quantity

EARLIEST, LATEST = date(2020, 1, 1).toordinal(), date(2040, 1, 1).toordinal()
"""Between which days those are drawn that nothing bounds."""
FAR = 36_525
"""How much earlier or later a day can be at which an answer turns."""
LARGEST = 4_000
"""The greatest number that is drawn where nothing bounds it."""
BESIDE = (-1, 0, 1)
"""The day before, the day itself, and the day after; so of numbers."""
MOST_LIMBS = 8
"""How many limbs of a node are held against each other."""
ANCHORS = 3
"""How many values of a quantity are tried, to see how far it is from each end."""


def answers_to(place: Place, nodes: Sequence[Node], lot: Random, most: int = 6) -> list[Changes]:
    """Return representative answers to what a place leaves open, in any order: what is to stand where."""
    if place.name == "History.events":
        return [{place.path.removesuffix(".events"): complete(place.owner)}]
    found = list(dict.fromkeys(_values(place, nodes, lot)))
    lot.shuffle(found)
    return [{place.path: value} for value in found[:most]]


def _values(place: Place, nodes: Sequence[Node], lot: Random) -> Iterator[Any]:
    declaration = place.declaration
    if place.is_list:
        yield from _lists(place)
    elif isinstance(declaration, QuantityDeclaration):
        yield from _quantities(place, declaration, nodes, lot)
    elif declaration is not None:
        yield from (True, False)
    else:
        yield from (value for value in values_of(place) if value is not None)


def _quantities(place: Place, declaration: QuantityDeclaration, nodes: Sequence[Node], lot: Random) -> Iterator[Any]:
    leaf, node = _leaf(place, nodes)
    if leaf is None and not declaration.is_day and not declaration.counts:
        yield from (value for value in values_of(place) if value is not None)
    else:
        yield from (_as_stated(declaration, leaf, end) for end in _ends(place, declaration, leaf, node, lot))


def values_of(place: Place) -> tuple[Any, ...]:
    """Return a few values of the type of a field."""
    try:
        return values(types_of(class_of(place.owner))[place.field.name])  # type: ignore[arg-type]  # a class has a hash
    except NoValueError:
        return ()


def _lists(place: Place) -> Iterator[tuple[Any, ...]]:
    """Yield the list as it is, complete, and with others in it."""
    value: Any = place.value
    stated: Any = value.items if isinstance(value, AtLeast) else value or ()  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    yield from ((*stated, *more) for more in values_of(place) if isinstance(more, tuple))


def _as_stated(declaration: QuantityDeclaration, leaf: Quantity | None, end: End) -> Any:
    if declaration.is_day:
        return date.fromordinal(int(end))
    if declaration.counts:
        return int(end)
    return Money(cast("Amount", leaf).currency, Decimal(Fraction(end).numerator) / Fraction(end).denominator)


def _ends(
    place: Place, declaration: QuantityDeclaration, leaf: Quantity | None, node: Node | None, lot: Random
) -> Iterator[End]:
    """Yield ends that the quantity can have."""
    low: End
    high: End
    low, high = (EARLIEST - FAR, LATEST + FAR) if declaration.is_day else declaration.bounds
    least, most = ends_of(place.value)
    low, high = low if least is None else _number(least), high if most is None else _number(most)
    if leaf is not None:
        low, high = max(low, leaf.least), min(high, leaf.most, 10**6)
    told = [_number(day) for day in DAYS] if declaration.is_day else [0, 1, 60, 120]
    first, last = _drawn_between(declaration, low, high)
    anchors = [first, last, *told] if leaf is None else [first, last, *_constants(leaf, node)]
    anchors = [min(max(end, low), high) for end in anchors]
    for end in (
        anchors if leaf is None else [*anchors, *_turning(leaf, node, lot.sample(anchors, min(ANCHORS, len(anchors))))]
    ):
        yield from (end + beside for beside in BESIDE if low <= end + beside <= high)


def _drawn_between(declaration: QuantityDeclaration, low: End, high: End) -> tuple[End, End]:
    """Return the ends between which a quantity is drawn, where nothing in the answer turns on others."""
    if declaration.is_day:
        first = min(high, max(low, EARLIEST))
        return first, max(first, min(high, LATEST))
    return low, min(high, max(low, LARGEST)) if declaration.counts else high


def _number(value: Any) -> Any:
    return value.toordinal() if isinstance(value, date) else value


def _leaf(place: Place, nodes: Sequence[Node]) -> tuple[Quantity | None, Node | None]:
    for node in nodes:
        for one in each_once(node):
            if isinstance(one, Quantity) and isinstance(one.about, Question) and place.answers(one.about):
                return one, node
    return None, None


def _constants(leaf: Quantity, node: Node | None) -> list[End]:
    """Return the ends that stand in a tree of what is of the same kind."""
    inside = [one for one in each_once(cast("Node", node)) if isinstance(one, Quantity) and type(one) is type(leaf)]
    ends = dict.fromkeys(end for one in inside for end in (one.least, one.most))
    if isinstance(leaf, Day):
        return [end for end in ends if EARLIEST < end < LATEST]
    return [end for end in ends if abs(end) != inf]


def _turning(leaf: Quantity, node: Node | None, anchors: Iterable[End]) -> Iterator[End]:
    """Yield where a quantity must be for two limbs of a node to meet, by how far they are apart."""
    question = cast("Question", leaf.about)
    for anchor in anchors:
        tree = supposing(cast("Node", node), {question: (anchor, anchor)}, settle=False)
        for one in each_once(tree):
            limbs = [limb for limb in one.because if isinstance(limb, Quantity)][:MOST_LIMBS]
            for first, second in combinations(limbs, 2):
                for end, other in product((first.least, first.most), (second.least, second.most)):
                    if abs(end) != inf and abs(other) != inf:
                        yield from (anchor + other - end, anchor + end - other)


def each_once(node: Node) -> Iterator[Node]:
    """Yield a node and everything below it, what stands in several places once."""
    seen, left = set[int](), [node]
    while left:
        one = left.pop()
        if id(one) not in seen:
            seen.add(id(one))
            yield one
            left.extend(reversed(one.because))


def complete(history: History) -> History:
    """Return a history in which its events are all that ever happens."""
    return evolve(history, complete_until=FOR_EVER, complete_for=EVERY_ACT)
