"""Trees of findings, days, numbers and amounts drawn by lot, with what they come to in each world, counted one by one.

A world gives each open fact, day, number and reading a value. `value` says what a node is in it; it shares nothing with
the search of the library. The days of a tree have few values, so that all worlds of a tree can be counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import product
from math import inf, prod
from random import Random
from typing import Any, TypeAlias, cast

from dateutil.relativedelta import relativedelta

from tests.formulas import READINGS, reading_question
from uncc.kernel.again import supposing
from uncc.kernel.amounts import part_of, rest_of, whole_or_part
from uncc.kernel.differences import End
from uncc.kernel.facts import Question
from uncc.kernel.findings import UNKNOWN, Finding, Kind, Node, all_of, any_of, by_reading, by_text, none_of
from uncc.kernel.provisions import art
from uncc.kernel.quantities import (
    NEVER,
    NO_DAY,
    Amount,
    Day,
    Number,
    Quantity,
    at_least,
    before,
    days_after,
    earlier_of,
    fixed_amount,
    how_many,
    later_of,
    months_after,
    not_after,
    nth_of,
    share_of,
    sum_of,
    where,
)
from uncc.kernel.readings import Consulted, Reading
from uncc.kernel.roles import Role

World: TypeAlias = Mapping[Question, Any]
Value: TypeAlias = bool | End

AUTHORITY = art(42, 8)
FIRST_DAY = 740_000
"""An ordinal of the year 2027; the days of a tree lie within a week of it."""


def asked(name: str) -> Question:
    """Return a question that a tree asks."""
    return Question(name, name, (AUTHORITY,), Role.CASE_HOLDER)


def open_fact(name: str) -> Finding:
    """Return a fact that is not known."""
    return Finding(UNKNOWN, name, (AUTHORITY,), Kind.FACT, (), asked(name))


def open_day(name: str, least: int, most: int, follows: Day | None = None) -> Day:
    """Return a day between two others, counted from the first of a tree."""
    ends = FIRST_DAY + least, FIRST_DAY + most
    return Day(*ends, name, (AUTHORITY,), Kind.FACT, (), asked(name), follows=follows)


def open_number(name: str, least: int, most: int) -> Number:
    """Return a number between two others."""
    return Number(least, most, name, (AUTHORITY,), Kind.FACT, (), asked(name))


def day_at(place: int) -> Day:
    """Return a known day, counted from the first of a tree."""
    return Day(FIRST_DAY + place, FIRST_DAY + place, "a day", (), Kind.TEXT)


# What a node is in a world


def value(node: Node) -> Callable[[World], Value]:
    """Return what tells what a node is in a world: true or false, an ordinal, a number or an amount."""
    if isinstance(node.about, Consulted):
        options = list(map(value, node.because))
        if node.about.chosen is not None:
            return options[node.about.chosen.place]
        reading = reading_question(node.about.reading)
        return lambda world: cast("Value", options[world[reading].place](world))
    if node.because:
        joint, limbs = _JOINTS[node.kind], list(map(value, node.because))
        return lambda world: joint([limb(world) for limb in limbs])
    if node.is_unknown:
        asked_for = cast("Question", node.about)
        return lambda world: cast("Value", world[asked_for])
    known: Value = node.is_yes if isinstance(node, Finding) else cast("Quantity", node).least
    return lambda _: known


def _months(limbs: list[Any]) -> End:
    start, count = limbs
    return start if abs(start) == inf else (date.fromordinal(start) + relativedelta(months=count)).toordinal()


def _nth(limbs: list[Any]) -> End:
    place, *days = limbs
    return -inf if place < 1 else sorted([*days, *[inf] * place])[place - 1]


_JOINTS: Mapping[Kind, Callable[[list[Any]], Value]] = {
    Kind.ALL: all,
    Kind.ANY: any,
    Kind.NONE: lambda limbs: not any(limbs),
    Kind.NOT: lambda limbs: not limbs[0],
    Kind.AT_MOST: lambda limbs: limbs[0] <= limbs[1],
    Kind.LESS: lambda limbs: limbs[0] < limbs[1],
    Kind.SUM: sum,
    Kind.GREATEST: max,
    Kind.LEAST: min,
    Kind.NTH: _nth,
    Kind.MONTHS: _months,
    Kind.SHARE: prod,
    Kind.REST: lambda limbs: max(0, limbs[0] - sum(limbs[1:])),
    Kind.PART: lambda limbs: sorted([limbs[0] - limbs[2], *limbs[:2]])[1],
    Kind.WHOLE: lambda limbs: limbs[2] if limbs[0] >= limbs[1] else min(limbs[0] * limbs[3], limbs[2]),
    Kind.COUNT: sum,  # a finding that holds counts as one
    Kind.WHERE: lambda limbs: limbs[1] if limbs[0] else limbs[2],
}


# Trees


class Tree:
    """A tree drawn by lot, its open leaves, and all its worlds."""

    def __init__(self, seed: str) -> None:
        self.seed = seed
        self._lot = Random(seed)
        self.facts = [open_fact(f"fact {number}") for number in range(self._lot.randint(0, 3))]
        self.days = self._drawn_days()
        self.numbers = [open_number("number", 0, self._lot.randint(1, 2))] if self._lot.random() < 0.4 else []
        self.node = self._lot.choice([self.finding, self.finding, self.day, self.amount])(3)

    @cached_property
    def readings(self) -> tuple[type[Reading], ...]:
        """The readings that the tree rests on, whether or not an option is adopted."""
        consulted = (node.about for node in everything_in(self.node) if isinstance(node.about, Consulted))
        return tuple(dict.fromkeys(about.reading for about in consulted))

    @cached_property
    def worlds(self) -> list[World]:
        """All worlds: no day in them lies before one that it follows."""
        ranges: dict[Question, list[Any]] = {cast("Question", fact.about): [False, True] for fact in self.facts}
        for one in (*self.days, *self.numbers):
            ranges[cast("Question", one.about)] = list(range(int(one.least), int(one.most) + 1))
        for reading in self.readings:
            if reading.adopted is None:
                ranges[reading_question(reading)] = list(reading)
        worlds = (dict(zip(ranges, values, strict=True)) for values in product(*ranges.values()))
        return [world for world in worlds if all(self._is_in_order(one, world) for one in self.days)]

    @staticmethod
    def _is_in_order(one: Day, world: World) -> bool:
        return one.follows is None or value(one.follows)(world) <= value(one)(world)

    def values(self, node: Node | None = None, worlds: list[World] | None = None) -> list[Value]:
        """Return what the tree, or another node, is in each world."""
        return list(map(value(self.node if node is None else node), self.worlds if worlds is None else worlds))

    @cached_property
    def pivotal(self) -> set[Question]:
        """The questions whose answer alone makes a difference in some world."""
        found = set[Question]()
        rows = [tuple(world.values()) for world in self.worlds]
        for place, question in enumerate(self.worlds[0]):
            seen: dict[tuple[Any, ...], Value] = {}
            for row, result in zip(rows, self.values(), strict=True):
                if seen.setdefault(row[:place] + row[place + 1 :], result) != result:
                    found.add(question)
                    break
        return found

    @property
    def is_only_sound(self) -> bool:
        """Whether it has what is not settled exactly: months from an open day, a sum of several that are open."""
        return any(map(_is_only_sound, everything_in(self.node)))

    # How one is drawn

    def _drawn_days(self) -> list[Day]:
        count = self._lot.randint(1, 3)
        ends = [sorted(self._lot.choices(range(6), k=2)) for _ in range(count)]
        follows = [
            self._lot.choice([None, *range(place)]) if self._lot.random() < 0.5 else None for place in range(count)
        ]
        for place, earlier in enumerate(follows):
            if earlier is not None:
                ends[place][0] = max(ends[place][0], ends[earlier][0])
                ends[place][1] = max(ends[place])
        for place in reversed(range(count)):
            earlier = follows[place]
            if earlier is not None:
                ends[earlier][1] = min(ends[earlier][1], ends[place][1])
        days: list[Day] = []
        for place, (least, most) in enumerate(ends):
            earlier = follows[place]
            days.append(open_day(f"day {place}", least, most, None if earlier is None else days[earlier]))
        return days

    def _one_of(self, *counts: int) -> Number | int:
        some: list[Number | int] = [*counts, *self.numbers]
        return self._lot.choice(some)

    def finding(self, depth: int) -> Finding:
        """Return a finding of so many floors at most."""
        if depth == 0 or self._lot.random() < 0.15:
            text = by_text(self._lot.random() < 0.5, "by the text", AUTHORITY)
            return self._lot.choice([*self.facts, *self.facts, text])
        draws: list[Callable[[int], Finding]] = [*[self._compared] * 3, *[self._joined] * 3, self._counted, self._read]
        return self._lot.choice(draws)(depth - 1)

    def _compared(self, depth: int) -> Finding:
        sort = self._lot.choice([self.day, self.day, self.amount])
        return self._lot.choice([not_after, before])("in time", AUTHORITY, sort(depth), sort(depth))

    def _joined(self, depth: int) -> Finding:
        limbs = [self.finding(depth) for _ in range(self._lot.randint(1, 3))]
        return (
            ~limbs[0]
            if self._lot.random() < 0.2
            else self._lot.choice([all_of, any_of, none_of])("j", AUTHORITY, *limbs)
        )

    def _counted(self, depth: int) -> Finding:
        more = self._lot.choice([None, *self.numbers])
        count = how_many("how many", AUTHORITY, *(self.finding(depth) for _ in range(3)), more=more)
        return at_least("enough", AUTHORITY, count, self._one_of(1, 2, 3))

    def _read(self, depth: int) -> Any:
        return self._by_reading(self.finding, depth)

    def _by_reading(self, draw: Callable[[int], Any], depth: int) -> Any:
        reading = self._lot.choice(READINGS)
        return by_reading("as read", reading, {option: draw(depth) for option in reading})

    def day(self, depth: int) -> Day:
        """Return a day of so many floors at most."""
        if depth == 0 or self._lot.random() < 0.2:
            return self._lot.choice(
                [*self.days, *self.days, self._lot.choice([*map(day_at, (1, 3, 5)), NO_DAY, NEVER])]
            )
        some = [self.day(depth - 1) for _ in range(self._lot.randint(1, 3))]
        match self._lot.randint(0, 8):
            case 0 | 1:
                return self._lot.choice([later_of, earlier_of])("of several", AUTHORITY, *some)
            case 2 | 3:
                return where(self.finding(depth - 1), some[0], some[-1])
            case 4:
                place = self._one_of(1, 2, 3)
                return nth_of("in order", AUTHORITY, place, *some)
            case 5:
                return months_after("months on", AUTHORITY, some[0], self._one_of(1, 2))
            case 6:
                return cast("Day", self._by_reading(self.day, depth - 1))
            case _:
                return days_after("days on", AUTHORITY, some[0], self._one_of(-1, 1, 2))

    def amount(self, depth: int) -> Amount:
        """Return an amount of so many floors at most."""
        if depth == 0 or self._lot.random() < 0.2:
            return fixed_amount(Fraction(self._lot.randint(0, 6), self._lot.choice([1, 2, 3])), "EUR", "an amount")
        some = [self.amount(depth - 1) for _ in range(self._lot.randint(1, 3))]
        match self._lot.randint(0, 8):
            case 6:
                return rest_of("the rest", AUTHORITY, self.amount(depth - 1), *some)
            case 7:
                return part_of("a part", AUTHORITY, self.amount(depth - 1), some[0], some[-1])
            case 8:
                return whole_or_part("all", AUTHORITY, some[0], some[-1], self.amount(depth - 1), self.amount(0))
            case 0 | 1:
                return where(self.finding(depth - 1), some[0], some[-1])
            case 2:
                return self._lot.choice([later_of, earlier_of])("of several", AUTHORITY, *some)
            case 3:
                return share_of("a share", AUTHORITY, some[0], some[-1])
            case 4:
                return cast("Amount", self._by_reading(self.amount, depth - 1))
            case _:
                return sum_of("in all", AUTHORITY, *some)

    def known(self) -> tuple[World, Node]:
        """Return some answers of a world to what the tree asks, drawn by lot, and the tree as it is with them."""
        world = self._lot.choice(self.worlds)
        mentioned = {question_of(node) for node in everything_in(self.node) if node.about is not None}
        answers = {
            question: answer for question, answer in world.items() if question in mentioned and self._lot.random() < 0.4
        }
        return answers, told(self.node, answers)


def told(node: Node, answers: World) -> Node:
    """Return a node with these answers."""
    options = {type(answer): answer for answer in answers.values() if isinstance(answer, Reading)}
    facts = {
        question: answer if isinstance(answer, bool) else (answer, answer)
        for question, answer in answers.items()
        if not isinstance(answer, Reading)
    }
    return supposing(node, facts, options)


def everything_in(node: Node) -> Iterator[Node]:
    """Yield a node and all below it, on every option of a reading."""
    yield node
    for limb in node.because:
        yield from everything_in(limb)


def question_of(node: Node) -> Question:
    """Return what a leaf or a reading asks."""
    return reading_question(node.about.reading) if isinstance(node.about, Consulted) else cast("Question", node.about)


def _is_only_sound(node: Node) -> bool:
    if node.kind is Kind.MONTHS:
        return node.is_unknown
    return node.kind is Kind.SUM and sum(limb.is_unknown for limb in node.because) > 1
