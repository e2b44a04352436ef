"""A batch of cases decided at once, against each case decided alone."""

from __future__ import annotations

import time
from itertools import product
from random import Random

import pytest
from attrs import fields, frozen
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import effort
from tests.formulas import AUTHORITY, NAMES, Case, cases, leaf, question
from uncc.cooperation import Ground, Position, PreservationRequest, may_refuse_preservation
from uncc.kernel.consistency import implies
from uncc.kernel.errors import InvalidValue, TooLargeError
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, Truth, all_of, any_of, by_reading, derived, exactly
from uncc.kernel.findings import given as given_fact
from uncc.kernel.formula import Formula
from uncc.kernel.roles import Role
from uncc.questions.columns import Answers, Column, decide_columns
from uncc.readings import Readings
from uncc.readings.chapter_5 import ExtensionDuty

NO, UNKNOWN, YES = Truth.NO, Truth.UNKNOWN, Truth.YES
VALUES: tuple[Fact, ...] = (True, False, None)

rows = st.lists(st.sampled_from(VALUES), min_size=6, max_size=6)


def alone(case: Case, **values: Fact) -> Truth:
    """Answer one case by trying all that it leaves open."""
    return Case(case.formula, {**case.values, **values}, case.under).exact()


@effort(300)
@given(cases() | cases(readings=True), st.dictionaries(st.sampled_from(NAMES), rows))
def test_each_case_is_decided_as_if_it_were_alone(case: Case, table: dict[str, list[Fact]]) -> None:
    """Whatever the formula, its readings and its repetitions, each row has the exact answer."""
    finding = case.finding
    on_it = {node.about for node in finding.walk()}
    columns = {question(name): Column.of(values) for name, values in table.items() if question(name) in on_it}
    if not columns:
        return
    found = decide_columns(finding, columns)
    for number in range(6):
        values = {name: table[name][number] for name in table if question(name) in columns}
        assert found[number] is alone(case, **values)
        assert found.explain(number).truth is found[number]


def test_a_rule_over_all_states_of_its_facts() -> None:
    """Every state of a position, decided in one pass, is what the rule says of it."""
    facts = ("discriminatory_purpose", "discriminatory_prejudice")
    states = list(product(VALUES, repeat=2))
    formula = may_refuse_preservation(PreservationRequest(), Ground.DISCRIMINATION)
    columns = {f"Position.{fact}": Column.of(state[place] for state in states) for place, fact in enumerate(facts)}
    found = decide_columns(formula, columns)
    for number, state in enumerate(states):
        position = Position(**dict(zip(facts, state, strict=True)))
        ruled = may_refuse_preservation(PreservationRequest(), Ground.DISCRIMINATION, position=position)
        assert found[number] is ruled.truth
        assert str(found.explain(number)) == str(ruled)


@pytest.mark.parametrize("size", [1, 7, 8, 9, 64, 100])
def test_answers_are_counted_and_listed(size: int) -> None:
    """The answers come in order, and their numbers add up."""
    values = Random(size).choices(VALUES, k=size)
    found = decide_columns(leaf("alpha", None), {"Sample.alpha": Column.of(values)})
    assert list(found) == [Truth.of(value) for value in values] == [found[number] for number in range(size)]
    assert [found.count(truth) for truth in (YES, NO, UNKNOWN)] == [values.count(value) for value in VALUES]
    assert len(found) == size


def test_no_case_beyond_the_last() -> None:
    """A case that is not there is an error, and no case is counted from the end."""
    found = decide_columns(leaf("alpha", None), {"Sample.alpha": Column.of([True])})
    for case in (1, -1):
        with pytest.raises(IndexError, match=rf"^case {case} of 1: the first is 0$"):
            found[case]


@given(st.lists(st.sampled_from(VALUES), min_size=1))
def test_packed_bits_are_a_column(values: list[Fact]) -> None:
    """A column packed into bytes, lowest bit first, is the column of its values."""
    column = Column.of(values)
    width = (len(values) + 7) // 8
    yes, no = column.yes.to_bytes(width, "little"), column.no.to_bytes(width, "little")
    assert Column.packed(yes, no, len(values)) == column
    assert [bool(yes[place >> 3] >> (place & 7) & 1) for place in range(len(values))] == [v is True for v in values]


BOTH = "no: 'a fact both true and false in one case' is not true in no case in which it is false"


@pytest.mark.parametrize(
    ("yes", "no", "size", "told"),
    [
        (1, 1, 1, BOTH),
        (2, 0, 1, "size: 1 is not as many cases as the planes have bits"),
        (0, 4, 2, "size: 2 is not as many cases as the planes have bits"),
        (-1, 0, 1, "size: 1 is not as many cases as the planes have bits"),
        (0, -2, 8, "size: 8 is not as many cases as the planes have bits"),
    ],
)
def test_planes_that_cannot_be_meant(yes: int, no: int, size: int, told: str) -> None:
    """A fact cannot be true and false in one case, nor be known in a case that is not there."""
    with pytest.raises(InvalidValue) as caught:
        Column(yes, no, size)
    assert str(caught.value) == told


def test_a_column_of_no_cases() -> None:
    """There may be no case at all, and then there is no answer."""
    assert Column.of([]) == Column(0, 0, 0)
    assert list(decide_columns(leaf("alpha", None), {"Sample.alpha": Column.of([])})) == []


def test_what_is_no_fact() -> None:
    """A column takes facts, and says which value is none."""
    with pytest.raises(InvalidValue, match=r"^values\[1\]: 1 is not true, false or null \(not known\)$"):
        Column.of([True, 1])  # type: ignore[list-item]


def test_columns_go_together() -> None:
    """Columns have one size, name what the finding rests on, and there is at least one."""
    finding = all_of("both", AUTHORITY, leaf("alpha", None), leaf("beta", None))
    with pytest.raises(InvalidValue, match=r"^columns: \[1, 2\] is not of one size"):
        decide_columns(finding, {"Sample.alpha": Column.of([True]), "Sample.beta": Column.of([True, None])})
    with pytest.raises(InvalidValue, match=r"^columns: \[\] is not of one size"):
        decide_columns(finding, {})
    with pytest.raises(InvalidValue, match=r"^questions: 'Sample.gamma' is not a question"):
        decide_columns(finding, {"Sample.gamma": Column.of([True])})


def test_a_fact_that_was_known_can_vary() -> None:
    """A column takes the place of what the finding knew; what has no column stays."""
    finding = all_of("both", AUTHORITY, leaf("alpha", False), leaf("beta", True))
    found = decide_columns(finding, {"Sample.alpha": Column.of(VALUES)})
    assert list(found) == [YES, NO, UNKNOWN]


def test_what_is_known_answers_as_many_cases_as_there_are() -> None:
    """A fact that decides whatever the column says does so in each case, and in none beyond the last."""
    finding = any_of("either", AUTHORITY, leaf("alpha", None), leaf("beta", True))
    found = decide_columns(finding, {"Sample.alpha": Column.of(VALUES)})
    assert [found.count(truth) for truth in (YES, NO, UNKNOWN)] == [3, 0, 0]
    opposite = decide_columns(~finding, {"Sample.alpha": Column.of(VALUES)})
    assert [opposite.count(truth) for truth in (YES, NO, UNKNOWN)] == [0, 3, 0]


def test_an_open_reading_that_stands_twice_is_chosen_alike() -> None:
    """By hand: what is so on one reading here and on the other there is so, whichever is right."""
    alpha, no = leaf("alpha", None), leaf("beta", False)
    ways = [dict(zip(ExtensionDuty, limbs, strict=True)) for limbs in ((alpha, no), (no, alpha))]
    limbs = [by_reading("it must be granted", ExtensionDuty, answers) for answers in ways]
    found = decide_columns(any_of("either", AUTHORITY, *limbs), {"Sample.alpha": Column.of(VALUES)})
    assert list(found) == [YES, NO, UNKNOWN]
    assert [found.explain(number).truth for number in range(3)] == [YES, NO, UNKNOWN]


def test_a_chosen_reading_that_stands_twice_stays_as_chosen() -> None:
    """By hand: what is said on the other option counts in no case."""
    answers = {ExtensionDuty.SAME_RULES: leaf("alpha", None), ExtensionDuty.DISCRETION: leaf("beta", False)}
    chosen = by_reading("it must be granted", ExtensionDuty, answers).under(Readings.of(ExtensionDuty.SAME_RULES))
    found = decide_columns(all_of("both", AUTHORITY, chosen, ~~chosen), {"Sample.alpha": Column.of(VALUES)})
    assert list(found) == [YES, NO, UNKNOWN]


def test_a_fact_that_stands_twice_and_has_no_column_stays_unknown() -> None:
    """By hand: the answer turns on it in every case that the column leaves open, the first and the last alike."""
    beta = leaf("beta", None)
    finding = any_of(
        "any", AUTHORITY, all_of("both", AUTHORITY, leaf("alpha", None), beta), all_of("t", AUTHORITY, beta)
    )
    assert list(decide_columns(finding, {"Sample.alpha": Column.of(VALUES)})) == [UNKNOWN] * 3
    assert list(decide_columns(~finding, {"Sample.alpha": Column.of(VALUES)})) == [UNKNOWN] * 3


def test_facts_that_stand_once_do_not_count_towards_the_bound() -> None:
    """Any number of them may be unknown, in the columns or beside them."""
    doubts = [derived(None, f"circumstance {number}", AUTHORITY) for number in range(30)]
    found = decide_columns(
        any_of("any", AUTHORITY, *doubts), {f"circumstance {n}": Column.of([None]) for n in range(15)}
    )
    assert list(found) == [UNKNOWN]


def test_a_fact_that_is_mentioned_twice_leaves_no_idle_doubt() -> None:
    """Where every completion agrees, the answer is settled, and its explanation says so too."""
    unknown = leaf("alpha", None)
    finding = exactly(any_of("either way", AUTHORITY, unknown, ~unknown))
    found = decide_columns(finding, {"Sample.alpha": Column.of([None, True])})
    assert list(found) == [YES, YES]
    assert found.explain(0).is_yes


def test_too_many_repeated_facts() -> None:
    """Each repeated fact that may be unknown doubles the work: beyond ten, that is said."""
    doubts: list[Finding] = [derived(None, f"circumstance {number}", AUTHORITY) for number in range(11)]
    finding = any_of("any", AUTHORITY, *doubts, *(~doubt for doubt in doubts))
    unknown, known = Column.of([None]), Column.of([True])
    with pytest.raises(TooLargeError, match=r"^11 facts stand in the finding more than once"):
        decide_columns(finding, {"circumstance 0": unknown})
    assert list(decide_columns(finding, {"circumstance 0": known})) == [YES]


def test_a_hundred_thousand_cases_take_no_time() -> None:
    """The work is that of a few operations on long integers."""
    size = 100_000
    chance = Random(42)
    finding = all_of("all", AUTHORITY, *(leaf(name, None) for name in NAMES))
    columns = {question(name): Column.of(chance.choices(VALUES, k=size)) for name in NAMES}
    began = time.process_time()
    found: Answers = decide_columns(finding, columns)
    assert time.process_time() - began < 0.5
    assert sum(found.count(truth) for truth in Truth) == size


@frozen(kw_only=True)
class Letterbox(Facts, asked_of=Role.CASE_HOLDER):
    """Two facts of which one follows from the other."""

    opened: Fact = fact("it was opened", AUTHORITY)
    found: Fact = fact("it was found", AUTHORITY)
    ties = (implies("opened", "found", AUTHORITY),)


def test_facts_that_follow_from_others_are_counted_with_them() -> None:
    """In a column a fact that follows from another is known with it; one that denies it is refused, with its case."""
    bare, of = Letterbox(), fields(Letterbox)
    both = all_of("both", AUTHORITY, given_fact(bare, of.opened), given_fact(bare, of.found))
    answers = decide_columns(both, {"Letterbox.opened": Column.of([True, False, None])})
    assert [one.name for one in answers] == ["YES", "NO", "UNKNOWN"]
    either = any_of("either", AUTHORITY, ~given_fact(bare, of.opened), given_fact(bare, of.found))
    unknown = {"Letterbox.opened": Column.of([None]), "Letterbox.found": Column.of([None])}
    assert decide_columns(Formula(either), unknown)[0] is YES
    wrong = {"Letterbox.opened": Column.of([None, True, False, True]), "Letterbox.found": Column.of([False] * 4)}
    stated = r"\{'Letterbox.opened': True, 'Letterbox.found': False\}"
    with pytest.raises(InvalidValue, match=f"^columns: {stated} is not possible together, in case 1$"):
        decide_columns(both, wrong)
