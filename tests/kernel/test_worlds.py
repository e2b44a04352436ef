"""What is settled over all worlds, on trees drawn by lot: each against its worlds, counted one by one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from fractions import Fraction
from math import inf
from typing import Any, cast

import pytest

from tests.effort import share
from tests.formulas import READINGS
from tests.kernel.trees import AUTHORITY, Tree, asked, day_at, open_day, open_fact, open_number, told
from uncc.kernel import worlds
from uncc.kernel.completions import everything_in
from uncc.kernel.findings import Finding, Kind, Node, all_of, any_of, exactly, none_of
from uncc.kernel.quantities import (
    NEVER,
    NO_DAY,
    Amount,
    Day,
    Quantity,
    before,
    days_after,
    earlier_of,
    exactly_between,
    fixed_amount,
    later_of,
    months_after,
    not_after,
    nth_of,
    sum_of,
    where,
)
from uncc.kernel.ways import Is
from uncc.kernel.worlds import AtMost, Side, can_be
from uncc.readings import Readings

SHORT, LONG = range(500), range(500, max(500, share(10_000)))
ROUNDS = [
    *(SHORT[start : start + 100] for start in range(0, 500, 100)),
    *(LONG[start : start + 950] for start in range(0, len(LONG), 950)),
]


def trees(seeds: range) -> Iterator[Tree]:
    """Yield the trees of these seeds."""
    return (Tree(f"tree {seed}") for seed in seeds)


def settled(node: Node) -> Any:
    """Return a node settled over all worlds."""
    return exactly(node) if isinstance(node, Finding) else exactly_between(cast("Quantity", node))


def ends(node: Node) -> tuple[Any, Any]:
    """Return the least and the most that a node says it is; of a finding false and true while it is not known."""
    if isinstance(node, Finding):
        return node.is_yes, not node.is_no
    quantity = cast("Quantity", node)
    return quantity.least, quantity.most


def agrees(node: Node, values: list[Any], *, exact: bool) -> bool:
    """Return whether a node says no less than it is in some world, and where it is `exact` no more."""
    (least, most), found = ends(node), (min(values), max(values))
    return (least, most) == found if exact else least <= found[0] and most >= found[1]


@pytest.mark.parametrize("seeds", [pytest.param(one, marks=[pytest.mark.long] * (one != ROUNDS[1])) for one in ROUNDS])
def test_what_is_settled_is_what_all_worlds_agree_on(seeds: range) -> None:
    """The answer, or the ends, are those over all worlds, and the open questions those that matter in one."""
    for tree in trees(seeds):
        values, exact = tree.values(), not tree.is_only_sound
        node = settled(tree.node)
        assert agrees(tree.node, values, exact=False), tree.seed
        assert agrees(node, values, exact=exact), tree.seed
        questions = set(node.open_questions)
        assert questions == tree.pivotal if exact else questions >= tree.pivotal, tree.seed
        assert node.exact
        assert not node.cut_short


@pytest.mark.long
@pytest.mark.parametrize("seeds", ROUNDS)
def test_who_says_more_is_told_no_other_answer(seeds: range) -> None:
    """With some answers supposed, what is settled holds for the worlds that have them, and lies within what it was."""
    for tree in trees(seeds):
        answers, _ = tree.known()
        some = [world for world in tree.worlds if all(world[question] == said for question, said in answers.items())]
        for node in (told(settled(tree.node), answers), settled(told(tree.node, answers))):
            assert agrees(node, tree.values(worlds=some), exact=not tree.is_only_sound), tree.seed
        least, most = ends(told(tree.node, answers))
        assert ends(tree.node)[0] <= least, tree.seed
        assert ends(tree.node)[1] >= most, tree.seed


@pytest.mark.long
@pytest.mark.parametrize("seeds", ROUNDS[:1])
def test_readings_may_be_chosen_before_or_after(seeds: range) -> None:
    """What is settled on a choice of readings is what it is where they are chosen afterwards."""
    for tree in trees(seeds):
        for options in [()] + [(option,) for reading in READINGS for option in reading]:
            chosen = Readings.of(*options)
            assert settled(tree.node).under(chosen) == settled(tree.node.under(chosen)), tree.seed


# By hand


def test_days_of_known_order_are_not_confused() -> None:
    """What follows another day is not before it, and may lie on it."""
    received = open_day("received", 0, 5)
    effected = open_day("effected", 0, 5, follows=received)
    assert exactly(before("s", AUTHORITY, effected, received)).is_no
    assert exactly(not_after("s", AUTHORITY, received, effected)).is_yes
    assert exactly(not_after("s", AUTHORITY, effected, received)).is_unknown
    assert exactly(before("s", AUTHORITY, effected, days_after("t", AUTHORITY, received, 1))).is_unknown
    assert exactly(before("s", AUTHORITY, days_after("t", AUTHORITY, effected, 1), received)).is_no


def test_a_day_that_is_mentioned_twice_is_one_day() -> None:
    """The ends of a choice between two days are exact, although each is mentioned twice."""
    one, other = open_day("one", 0, 3), open_day("other", 2, 5)
    later = where(before("s", AUTHORITY, one, other), other, one)
    assert (later.least, later.most) == (one.least, other.most)
    assert (exactly_between(later).least, exactly_between(later).most) == (other.least, other.most)


def test_a_sum_of_which_one_limb_is_open_is_exact() -> None:
    """So many days after a known day, twice: it is the same number of days."""
    number = open_number("number", 0, 9)
    first, second = (days_after("s", AUTHORITY, day_at(place), number) for place in (0, 1))
    assert exactly(before("s", AUTHORITY, first, second)).is_yes


def test_months_from_a_day_that_is_not_known_lie_as_far_as_months_do() -> None:
    """Two months are at least 56 days and at most 62."""
    start = open_day("start", 0, 400)
    end = months_after("s", AUTHORITY, start, 2)
    assert exactly(not_after("s", AUTHORITY, end, days_after("t", AUTHORITY, start, 55))).is_no
    assert exactly(not_after("s", AUTHORITY, end, days_after("t", AUTHORITY, start, 62))).is_yes
    assert exactly(not_after("s", AUTHORITY, end, days_after("t", AUTHORITY, start, 60))).is_unknown


def test_amounts_are_exact_to_the_fraction() -> None:
    """A third of an amount, given once or twice: it is never rounded."""
    fact = open_fact("fact")
    third, nothing = (fixed_amount(number, "EUR", "an amount") for number in (Fraction(1, 3), 0))
    one, other = where(fact, third, nothing), where(~fact, third, nothing)
    total = exactly_between(sum_of("s", AUTHORITY, one, other))
    assert total.least == total.most == third.least
    assert total.open_questions == ()


def test_what_may_never_come_is_counted_on_soundly() -> None:
    """Months after what is perhaps no day at all: it is perhaps no day at all."""
    number = open_number("number", 0, 2)
    start = nth_of("s", AUTHORITY, number, day_at(0), day_at(1))
    end = exactly_between(months_after("t", AUTHORITY, start, number))
    assert end.least == -inf
    assert end.open_questions == (asked("number"),)


def test_a_day_that_never_comes_is_after_all_others() -> None:
    """`NEVER` is not before itself, and after each day."""
    day = open_day("day", 0, 5)
    end = where(open_fact("fact"), day, NEVER)
    ended = exactly_between(later_of("s", AUTHORITY, end, day))
    assert (ended.least, ended.most) == (day.least, inf)
    assert exactly(before("s", AUTHORITY, NEVER, end)).is_no


# Bounds


def crossed(count: int) -> Finding:
    """Return a finding that mentions so many open facts twice, so that none stands alone, and each matters."""
    facts = [open_fact(f"fact {number}") for number in range(count)]
    pairs = zip(facts, [*facts[1:], facts[0]], strict=True)
    return all_of("s", AUTHORITY, *(any_of(f"t{at}", AUTHORITY, one, ~two) for at, (one, two) in enumerate(pairs)))


@pytest.mark.parametrize("count", [20, 30, 40])
def test_facts_that_are_mentioned_twice_are_answered_in_time(count: int) -> None:
    """Forty are no trouble: the answer is exact, and each fact is asked for."""
    started = time.process_time()
    finding = exactly(crossed(count))
    assert finding.is_unknown
    assert finding.exact
    assert len(finding.open_questions) == count
    assert time.process_time() - started < 25


def extended(count: int) -> Day:
    """Return the last day of a period that may have been extended so many times, none of it known."""
    ends = [where(open_fact(f"granted {at}"), open_day(f"until {at}", at, 40), day_at(0)) for at in range(count)]
    return later_of("the last day", AUTHORITY, *ends)


def test_sixteen_unknown_extensions_are_answered_in_time() -> None:
    """Each of them is asked for."""
    started = time.process_time()
    finding = exactly(not_after("in time", AUTHORITY, day_at(50), extended(16)))
    assert finding.is_no
    assert len(not_after("in time", AUTHORITY, extended(16), day_at(20)).open_questions) == 32
    assert time.process_time() - started < 25


def forget_what_is_settled() -> None:
    """Let go of what is kept ready, since it is settled with another bound."""
    for kept in (exactly, exactly_between):
        cast("Any", kept).cache_clear()


def test_a_search_that_is_too_long_settles_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer stays UNKNOWN, all that is open is asked for, and the explanation says why; nothing raises."""
    alpha, day = open_fact("alpha"), open_day("day", 0, 5)
    finding = none_of("neither", AUTHORITY, alpha, ~alpha, before("s", AUTHORITY, day, day))
    ends = later_of("the later", AUTHORITY, where(alpha, day, NEVER), where(~alpha, day, NEVER))
    monkeypatch.setattr(worlds, "MOST_STEPS", 1)
    forget_what_is_settled()
    stopped, between = exactly(finding), exactly_between(ends)
    for node in (stopped, between):
        assert node.is_unknown
        assert not node.exact
        assert node.cut_short
        assert "too much is open to settle this exactly" in node.explain()
    assert set(stopped.open_questions) == {asked("alpha"), asked("day")}
    monkeypatch.undo()
    forget_what_is_settled()
    assert exactly(stopped).is_no
    assert not exactly(stopped).cut_short
    assert exactly_between(between).is_never


def test_the_searches_of_one_answer_are_bounded_in_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """They share what they may take, beyond which each has a few steps; what is not settled by then stays open."""
    search = cast("Any", worlds)._Search
    finds, taken, stopped = search.finds, list[int](), 0

    def counted(self: Any, way: Any) -> bool:
        try:
            return bool(finds(self, way))
        finally:
            taken.append(self.steps)

    monkeypatch.setattr(search, "finds", counted)
    monkeypatch.setattr(worlds, "FEW_STEPS", 2)
    monkeypatch.setattr(worlds.Steps.__init__, "__defaults__", (10,))  # in place of `MOST_IN_ALL`
    for tree in trees(range(60)):
        taken.clear()
        found = set(tree.node.open_questions)
        assert found >= tree.pivotal, tree.seed
        assert sum(taken) <= 10 + (2 + 1) * len(taken), tree.seed  # each is stopped by the step that is too many
        assert len(taken) <= len({one.about for one in everything_in(tree.node)}), tree.seed
        stopped += found > tree.pivotal
    assert stopped


def test_what_was_cut_short_is_settled_again_when_more_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that is supplied makes the search shorter: it is made anew."""
    alpha, beta = open_fact("alpha"), open_fact("beta")
    finding = any_of("s", AUTHORITY, all_of("t", AUTHORITY, alpha, beta), ~beta, all_of("u", AUTHORITY, ~alpha, beta))
    monkeypatch.setattr(worlds, "MOST_STEPS", 1)
    forget_what_is_settled()
    stopped = exactly(finding)
    monkeypatch.undo()
    forget_what_is_settled()
    assert stopped.cut_short
    assert told(stopped, {asked("gamma"): True}) == stopped
    again = told(stopped, {asked("beta"): True})
    assert again.is_yes
    assert again.exact


def test_what_may_never_come_is_compared_with_what_may_never_come() -> None:
    """Of two days that may never come, or not count, by one fact, each can be the later, and neither need be."""
    never = later_of("a", AUTHORITY, open_day("x", 1, 9), where(open_fact("f"), NEVER, open_day("y", 1, 9)))
    ever = later_of("b", AUTHORITY, open_day("z", 1, 9), where(open_fact("f"), NEVER, open_day("w", 1, 9)))
    none = earlier_of("c", AUTHORITY, open_day("v", 1, 9), where(open_fact("f"), NO_DAY, open_day("u", 1, 9)))
    lone = earlier_of("d", AUTHORITY, open_day("t", 1, 9), where(open_fact("f"), NO_DAY, open_day("s", 1, 9)))
    for one, other in ((never, ever), (none, lone)):
        assert exactly(not_after("it is", AUTHORITY, one, other)).is_unknown
        assert can_be(AtMost(Side(one), Side(other)))
        assert can_be(AtMost(Side(other), Side(one), strict=True))


def test_amounts_of_which_nothing_is_known_are_compared_by_their_ends() -> None:
    """Where no fact is left to try, two open amounts can stand in any order."""
    one, other = (
        Amount(0, 9, name, (AUTHORITY,), Kind.FACT, (), asked(name), currency="EUR") for name in ("one", "two")
    )
    whole = sum_of("both", AUTHORITY, one, one)
    assert can_be(AtMost(Side(whole), Side(other)))
    assert can_be(AtMost(Side(other), Side(whole), strict=True))


def test_facts_that_choose_between_amounts_are_tried() -> None:
    """What chooses between two amounts may be a finding with limbs: its facts are tried, one after the other."""
    small, large = (fixed_amount(value, "EUR", "an amount", AUTHORITY) for value in (1, 9))
    chosen = where(all_of("both", AUTHORITY, open_fact("f"), open_fact("g")), small, large)
    chosen = sum_of("both together", AUTHORITY, chosen, small)
    limit = fixed_amount(5, "EUR", "a limit", AUTHORITY)
    assert can_be(AtMost(Side(chosen), Side(limit)))
    assert can_be(AtMost(Side(limit), Side(chosen)))
    assert not can_be(AtMost(Side(chosen), Side(limit)), Is(asked("f"), in_second=False, value=False))
