"""The planes themselves, held against one state after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product
from typing import Any

import pytest

from tests.proof.formulas import ALL, ANY, NONE, NOT, Evaluation, Formula, variable
from tests.proof.planes import NO, UNKNOWN, YES, Space
from tests.proof.problems import Cell, Problem, examine, gathered
from tests.universal import hold_one_by_one, hold_universal_properties
from uncc.cooperation import Offence, Position, PreservationRequest, Stage, may_require_dual_criminality
from uncc.general import (
    Activity,
    DataInQuestion,
    Device,
    EvidenceSide,
    Property,
    is_content_data,
    is_ict_system,
    is_predicate_offence,
    is_within_scope,
)
from uncc.kernel.facts import Fact, Facts
from uncc.kernel.findings import Finding
from uncc.kernel.parties import Reservation, State, StateParty
from uncc.kernel.provisions import art
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_1 import SubstanceOrSubscriber


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


Rule = Callable[[Mapping[str, Fact]], Finding]
SEEN: Mapping[str, Fact] = {
    **dict.fromkeys(("represents_information", "generated_in_chain", "relates_to_subscribers"), True),
    "relates_to_communication": True,
    "suits_processing": False,
    "shows_installation": False,
}
"""What is known of some data, of which the rest varies."""


def _over(
    rule: Callable[..., Finding],
    model: type[Facts],
    *only: str,
    fixed: Mapping[str, Fact] | None = None,
    readings: Readings = AS_ADOPTED,
    **others: Any,
) -> tuple[Rule, list[str]]:
    """Return a rule over one collection, and the names of its facts: of all, or of those given."""
    questions = {name: question.name for name, question in model.questions().items() if not only or name in only}

    def asked(values: Mapping[str, Fact]) -> Finding:
        known = {name: values[question] for name, question in questions.items()}
        return rule(model(**(fixed or {}), **known), **others).under(readings)

    return asked, list(questions.values())


@pytest.mark.parametrize(
    ("rule", "facts"),
    [
        _over(is_ict_system, Device),
        _over(is_predicate_offence, Property),
        _over(is_within_scope, Activity, side=EvidenceSide.DOMESTIC),
        _over(
            *(is_content_data, DataInQuestion, "relates_to_substance", "is_program", "indicates_course"),
            *("held_by_provider", "shows_service", "shows_subscriber"),
            fixed=SEEN,
            readings=Readings.of(SubstanceOrSubscriber.SUBSCRIBER),
        ),
    ],
    ids=["2(a)", "2(m)", "3", "2(d)"],
)
def test_the_planes_agree_with_calling_the_rule_in_every_state(rule: Rule, facts: list[str]) -> None:
    """What is proved on planes holds when the rule is called in each state, one by one."""
    assert hold_one_by_one(rule, facts) == hold_universal_properties(rule, facts)


def test_so_it_is_where_a_fact_is_no_collection_s_own() -> None:
    """Art. 42(5): a reservation that is looked up, and not given."""
    reserved = "StateParty.reservations"
    needed, doubted = "requires_dual_criminality_for_disclosure", "doubts_dual_criminality_at_disclosure"
    facts = [f"Position.{needed}", f"Position.{doubted}", "Offence.established_in_accordance", reserved]
    reservations = {
        True: (Reservation(provision=art(42, 5), stands=True, made_with_consent=True),),
        False: (),
        None: None,
    }

    def rule(values: Mapping[str, Fact]) -> Finding:
        first, second, third, fourth = (values[name] for name in facts)
        return may_require_dual_criminality(
            Stage.PRESERVATION,
            PreservationRequest(offence=Offence(title="an offence", established_in_accordance=third)),
            position=Position(**{needed: first, doubted: second}),
            requested=StateParty(state=State("Borduria"), reservations=reservations[fourth]),
        )

    assert hold_one_by_one(rule, facts) == hold_universal_properties(rule, facts) == 81


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
