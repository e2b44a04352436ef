"""Planes: bits for all completions at once, against one completion at a time."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from tests.formulas import AUTHORITY, leaf, question
from uncc.kernel.completions import (
    Evaluator,
    everything_in,
    facts_below,
    full,
    in_order,
    intersection,
    joined,
    moved,
    union,
    variable,
)
from uncc.kernel.consistency import excludes, implies
from uncc.kernel.facts import Fact, Facts, Question, fact
from uncc.kernel.findings import Kind, by_reading, derived
from uncc.kernel.quantities import Day, fixed_day, not_after, where
from uncc.kernel.roles import Role
from uncc.readings.chapter_5 import FloorStart

COUNTS = range(5)


def members(plane: int, count: int) -> set[int]:
    """Return the numbers of the completions that lie in a plane."""
    assert 0 <= plane <= full(count)
    return {number for number in range(1 << count) if plane >> number & 1}


@pytest.mark.parametrize("count", COUNTS)
def test_a_variable_is_true_where_its_bit_of_the_number_is_set(count: int) -> None:
    """The plane of all has every completion, and that of a fact those in whose number the bit at its place is set."""
    assert members(full(count), count) == set(range(1 << count))
    for place in range(count):
        assert members(variable(place, count), count) == {n for n in range(1 << count) if n >> place & 1}


@given(st.data())
def test_what_turning_a_fact_moves(data: st.DataObject) -> None:
    """By trying each: with the fact false the completion is in the plane, and with it true not, or the reverse."""
    count = data.draw(st.integers(1, 4))
    place = data.draw(st.integers(0, count - 1))
    plane = data.draw(st.integers(0, full(count)))
    inside = members(plane, count)
    assert members(moved(plane, place, variable(place, count)), count) == {
        number
        for number in range(1 << count)
        if not number >> place & 1 and (number in inside) is not (number | 1 << place in inside)
    }


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_fact_moves_its_own_variable_wherever_it_is_false(place: int) -> None:
    """By hand: the plane of a fact changes with it in every completion, which is told where the fact is false."""
    everywhere = full(3)
    assert moved(variable(place, 3), place, variable(place, 3)) == everywhere & ~variable(place, 3)
    assert moved(everywhere, place, variable(place, 3)) == moved(0, place, variable(place, 3)) == 0


@given(st.lists(st.integers(0, full(3)), max_size=4))
def test_planes_are_joined_as_sets_are(planes: list[int]) -> None:
    """What lies in all of them and in any of them; of none, everything and nothing."""
    sets = [members(plane, 3) for plane in planes]
    assert members(intersection(planes, full(3)), 3) == set(range(8)).intersection(*sets)
    assert members(union(planes), 3) == set[int]().union(*sets)


@pytest.mark.parametrize("kind", [Kind.ALL, Kind.ANY, Kind.NONE, Kind.READING])
@pytest.mark.parametrize("limbs", list(product((-1, 0, 1), repeat=2)), ids=str)
def test_limbs_are_joined_by_the_tables(kind: Kind, limbs: tuple[int, ...]) -> None:
    """Of NO, UNKNOWN and YES as -1, 0 and 1: the least, the greatest, its opposite, and what all options agree on."""
    match kind:
        case Kind.ALL:
            expected = min(limbs)
        case Kind.ANY:
            expected = max(limbs)
        case Kind.NONE:
            expected = -max(limbs)
        case _:
            expected = limbs[0] if len(set(limbs)) == 1 else 0
    yes, no = joined(kind, [(int(limb == 1), int(limb == -1)) for limb in limbs], 1)
    assert yes - no == expected
    assert not yes & no


def test_a_reading_of_which_one_option_was_kept_is_that_option() -> None:
    """What `decisive` keeps of a chosen reading has one limb, which counts whichever option is tried."""
    answers = {FloorStart.EFFECTED: leaf("alpha", True), FloorStart.RECEIVED: leaf("beta", False)}
    kept = by_reading("s", FloorStart, answers).decisive()
    evaluator = Evaluator.over(())
    assert [evaluator.planes(in_order(kept, (FloorStart,)), (option,)) for option in FloorStart] == [(1, 0), (1, 0)]
    assert sum(1 for _ in everything_in(kept)) == 2
    whole = by_reading("s", FloorStart, answers)
    assert [evaluator.planes(in_order(whole, (FloorStart,)), (option,)) for option in FloorStart] == [(1, 0), (0, 1)]


CHOOSING = [derived(None, f"fact {number}", AUTHORITY) for number in range(9)]
ASKED = [one.about for one in CHOOSING if isinstance(one.about, Question)]


def chosen_by(count: int) -> Day:
    """Return the first day, or a later one, which the last of so many facts that is true chooses."""
    day: Day = fixed_day(date(2028, 3, 1), "the first day")
    for number, one in enumerate(CHOOSING[:count]):
        day = where(one, fixed_day(date(2028, 3, 2) + timedelta(days=number), f"day {number}"), day)
    return day


def test_facts_that_choose_between_days_are_tried() -> None:
    """A comparison is evaluated in each completion of the facts below it, unless they are too many to be tried."""
    compared = not_after("in time", AUTHORITY, chosen_by(2), fixed_day(date(2028, 3, 2), "the last day"))
    evaluator = Evaluator.over(tuple(ASKED[:2]))
    assert evaluator.planes(in_order(compared)) == (0b0011, 0b1100)
    assert evaluator.planes(in_order(~compared)) == (0b1100, 0b0011)
    assert Evaluator.over(tuple(ASKED[1:2])).planes(in_order(compared)) == (0b01, 0b10)  # whatever the other is
    assert Evaluator.over(tuple(ASKED[:1])).planes(in_order(compared)) == (0, 0)  # in no completion is it settled
    assert [len(facts_below(chosen_by(count))) for count in (7, 8, 9)] == [7, 8, 0]
    assert facts_below(chosen_by(9), ASKED[3:4]) == (ASKED[3],)


def test_a_reading_chooses_between_days() -> None:
    """A comparison is evaluated on the option that is tried, and not on the one that is adopted."""
    days = [fixed_day(date(2028, 3, number), f"day {number}") for number in (1, 2)]
    start = by_reading("it begins", FloorStart, dict(zip(FloorStart, days, strict=True)))
    compared = in_order(not_after("in time", AUTHORITY, start, days[0]), (FloorStart,))
    evaluator = Evaluator.over(())
    assert [evaluator.planes(compared, (option,)) for option in FloorStart] == [(1, 0), (0, 1)]


@frozen(kw_only=True)
class Kettle(Facts, asked_of=Role.CASE_HOLDER):
    """Three facts of which one follows from another, and one excludes another."""

    boils: Fact = fact("it boils", AUTHORITY)
    hot: Fact = fact("it is hot", AUTHORITY)
    empty: Fact = fact("it is empty", AUTHORITY)
    ties = (implies("boils", "hot", AUTHORITY), excludes("boils", "empty", AUTHORITY))


def test_what_cannot_be_together_is_not_possible() -> None:
    """By trying each: possible is what keeps the ties between the facts that are there, whatever their order."""
    asked = Kettle.questions()
    for names in ("boils", "hot"), ("empty", "boils"), ("hot", "empty"), ("hot", "empty", "boils"), ("boils",):
        possible = set[int]()
        for number in range(1 << len(names)):
            held = {name: bool(number >> place & 1) for place, name in enumerate(names)}
            boils = held.get("boils", False)
            if not (boils and held.get("empty", False)) and (held.get("hot", True) or not boils):
                possible.add(number)
        evaluator = Evaluator.over(tuple(asked[name] for name in names))
        assert members(evaluator.possible, len(names)) == possible


def test_some_completions_are_drawn_alike_each_time() -> None:
    """Of three lots of a thousand, a fact is true in half of the first, in most of the second, in few of the third."""
    facts = question("alpha"), question("beta")
    evaluator = Evaluator.over_some(facts)
    assert evaluator.everything == full(10) | full(10) << 1024 | full(10) << 2048 == (1 << 3072) - 1
    for yes, no in evaluator.variables.values():
        assert (yes | no, yes & no) == (evaluator.everything, 0)
        lots = [(yes >> (1024 * lot) & full(10)).bit_count() / 1024 for lot in range(3)]
        assert lots == pytest.approx([1 / 2, 7 / 8, 1 / 8], abs=0.05)
    assert evaluator.variables == Evaluator.over_some(facts).variables
    assert evaluator.variables[facts[0]][0] & 0xFFFFFFFF == 0xD82C07CD  # on every machine
    assert evaluator.variables[facts[0]] != evaluator.variables[facts[1]]
