"""The planes themselves, held against one state after the other."""

from __future__ import annotations

from itertools import product

import pytest

from tests.exhaustive.test_general import RULES as GENERAL
from tests.exhaustive.test_preservation import RULES as PRESERVATION
from tests.proof.formulas import ALL, ANY, NONE, NOT, Evaluation, Formula, variable
from tests.proof.planes import NO, UNKNOWN, YES, Space
from tests.proof.problems import Cell, Problem, examine, gathered
from tests.universal import hold_one_by_one, hold_universal_properties


def test_a_state_is_its_digits() -> None:
    """Every state of a space has its own number, and lies in the planes of its digits and in no other."""
    space = Space((3, 4, 3))
    for number, digits in enumerate(product(range(3), range(4), range(3))):
        state = digits[::-1]
        assert space.number(state) == number
        assert space.digits(number) == state
        for place, radix in enumerate(space.radices):
            assert [space.digit(place, value) >> number & 1 for value in range(radix)].index(1) == state[place]


def test_a_completion_joins_the_values() -> None:
    """A state with an unknown fact is kept where both of its completions are in the plane, or where one is."""
    space = Space((3, 3))
    plane = space.region({0: YES, 1: YES}) | space.region({0: NO, 1: YES}) | space.region({0: YES, 1: NO})
    every, some = space.in_every_completion(plane, 0), space.in_some_completion(plane, 0)
    assert [bool(every >> space.number((UNKNOWN, value)) & 1) for value in (NO, YES)] == [False, True]
    assert [bool(some >> space.number((UNKNOWN, value)) & 1) for value in (NO, YES)] == [True, True]


@pytest.mark.parametrize("name", ["2(a)", "2(d) subscriber", "2(m)", "3 at home"])
def test_the_planes_agree_with_calling_the_rule_in_every_state(name: str) -> None:
    """What is proved on planes holds when the rule is called in each state, one by one."""
    rule, facts = GENERAL[name]
    assert hold_one_by_one(rule, facts) == hold_universal_properties(rule, facts)


def test_so_it_is_where_a_fact_is_no_collection_s_own() -> None:
    """Art. 42(5): a reservation that is looked up, and not given."""
    rule, facts = PRESERVATION["42(4) dual criminality at preservation"]
    assert hold_one_by_one(rule, facts) == hold_universal_properties(rule, facts)


def _shared() -> Problem:
    """Return a formula of seven facts, one of them mentioned twice, in which parts share nothing."""
    part = Formula(ANY, (variable(1), Formula(NOT, (variable(2),)), Formula(NONE, (variable(3), variable(4)))))
    twice = Formula(ALL, (variable(0), part, variable(5), Formula(ANY, (variable(0), variable(6)))))
    return Problem((3,) * 7, 7, (Cell((), Formula("exact", (twice,))),))


def test_parts_that_share_nothing_can_be_taken_as_one() -> None:
    """With its parts as variables a formula has the same answers, and the same questions, in every state."""
    whole = _shared()
    small = gathered(whole)
    assert len(small.problem.radices) < len(whole.radices)
    plain, taken = examine(whole), examine(small.problem)
    assert plain.fault is None is taken.fault
    for digits in product(range(3), repeat=7):
        state = small.digits(digits)
        assert plain.truth(digits) is taken.truth(state)
        assert plain.open_places(digits) == small.open_places(taken.open_places(state), digits)


def test_sixteen_facts_are_drawn_at_once() -> None:
    """Forty-three million states of a chain in which every second fact is mentioned twice."""
    space = Space((3,) * 16)
    chain = Formula(ANY, tuple(Formula(ALL, (variable(place), variable(place + 1))) for place in range(15)))
    yes, no = Evaluation(space).planes(chain)
    assert not yes & no
    exact = yes
    for place in range(16):
        exact = space.in_every_completion(exact, place)
    assert exact == yes
    assert yes >> space.number((YES,) * 16) & 1
