"""A formula decides as its finding would, refuses what it cannot take, and travels."""

from __future__ import annotations

import pickle
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any, NamedTuple

import pytest
from attrs import evolve, fields, frozen
from hypothesis import given as drawn

from tests.formulas import Case, cases, question
from uncc.cooperation import Ground, PreservationRequest, may_refuse_preservation
from uncc.kernel.again import supposing
from uncc.kernel.between import Between
from uncc.kernel.compiled import MOST_KEPT, MOST_TERMS
from uncc.kernel.consistency import implies
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import DayFact, Fact, Facts, NumberFact, amount_fact, day_fact, fact, number_fact
from uncc.kernel.findings import (
    UNKNOWN,
    Finding,
    all_of,
    any_of,
    by_reading,
    by_text,
    derived,
    exactly,
    given,
    none_of,
)
from uncc.kernel.formula import Formula, Value
from uncc.kernel.measured import amount_of, day_of, number_of
from uncc.kernel.provisions import art
from uncc.kernel.quantities import at_least, fixed_amount, fixed_day, fixed_number, not_after, where
from uncc.kernel.roles import Role
from uncc.readings import Readings
from uncc.readings.chapter_5 import ExtensionDuty

LAW = art(42, 6)
VALUES: tuple[Fact, ...] = (True, False, None)


@frozen(kw_only=True)
class Shipment(Facts, asked_of=Role.CASE_HOLDER):
    """Facts of which one follows from another, with a day and a number."""

    opened: Fact = fact("it was opened", LAW)
    arrived: Fact = fact("it has arrived", LAW)
    came_on: DayFact = day_fact("it came", LAW)
    stamps: NumberFact = number_fact("the stamps on it", LAW)
    sent: Fact = fact("it was sent", LAW)
    worth: Any = amount_fact("what it is worth", LAW)
    ties = (implies("opened", "arrived", LAW), implies("arrived", "sent", LAW))


class Coins(NamedTuple):
    """An amount, as the chapters have it."""

    exact: Fraction


P = fields(Shipment)


def leaf(name: str, value: Fact = None) -> Finding:
    """Return a circumstance."""
    return derived(value, name, LAW)


def priced(worth: Any) -> Finding:
    """Return a finding over an amount."""
    amount = amount_of(Shipment(worth=worth), P.worth, most=Fraction(50), currency="EUR")
    return not_after("it is worth it", LAW, fixed_amount(10, "EUR", "ten"), amount)


def of_shipment(parcel: Shipment) -> Finding:
    """Return a finding over tied facts, a day and a number."""
    return all_of(
        "it is well",
        LAW,
        given(parcel, P.opened),
        given(parcel, P.arrived),
        not_after("in time", LAW, day_of(parcel, P.came_on), fixed_day(date(2028, 3, 1), "the last day")),
        at_least("enough stamps", LAW, number_of(parcel, P.stamps), fixed_number(2, "two")),
    )


def test_every_joint_is_decided_as_its_finding() -> None:
    """All, any, none and not, a reading with no option chosen, what is settled exactly: in all states of the facts."""
    reading = by_reading("it is so", ExtensionDuty, {one: leaf(one.name) for one in ExtensionDuty})
    first = next(iter(ExtensionDuty)).name
    twice = exactly(any_of("either", LAW, leaf("a"), all_of("or both", LAW, ~leaf("a"), leaf("b"))))
    asked = all_of(
        "all", LAW, twice, none_of("none", LAW, leaf("c"), leaf(first)), ~reading, by_text(True, "it is", LAW)
    )
    formula = Formula(asked)
    for row in product(VALUES, repeat=len(formula.questions)):
        answers = {one: value for one, value in zip(formula.questions, row, strict=True) if value is not None}
        assert formula.decided(row) == supposing(asked, answers)
        assert formula.truth(row) is formula.decided(row).truth


def test_a_chosen_reading_alone_decides() -> None:
    """Of a reading that was chosen only what is said on its option counts, and another can be chosen afterwards."""
    one, other, *_ = ExtensionDuty
    answers = {option: by_text(option is one, option.name, LAW) for option in ExtensionDuty}
    formula = Formula(all_of("all", LAW, leaf("a"), by_reading("it is so", ExtensionDuty, answers)))
    assert formula.under(Readings((one,))).truth((True,)).name == "YES"
    assert formula.under(Readings((other,))).truth((True,)).name == "NO"


def test_what_the_text_settles_rests_on_nothing() -> None:
    """A formula of which nothing varies takes the empty row, and no other."""
    formula = Formula(by_text(True, "it is", LAW))
    assert formula.truth(()).name == "YES"
    assert formula.decided(()) == formula.asked
    with pytest.raises(InvalidValue, match="values: 1 is not the length of a row: 0") as caught:
        formula.decided((True,))
    assert caught.value.__suppress_context__


def test_what_is_not_named_stays() -> None:
    """Facts are named by question or by name; what a case does not name stays as the finding has it."""
    formula = Formula(all_of("all", LAW, leaf("a", True), leaf("b")))
    assert formula.truth({"b": True}).name == "YES"
    assert formula.truth({formula.questions[1]: True, "a": None}) is UNKNOWN
    assert formula.decided({}) == formula.asked


def test_what_follows_is_filled_in() -> None:
    """A fact that follows from another need not be stated, and may not be denied; also where days vary."""
    facts = Formula(all_of("both", LAW, given(Shipment(), P.opened), given(Shipment(), P.arrived)))
    assert facts.truth((True, None)).name == facts.decided((True, None)).truth.name == "YES"
    days = Formula(of_shipment(Shipment()))
    values: dict[str, Value] = {"Shipment.opened": True, "Shipment.came_on": date(2028, 3, 1), "Shipment.stamps": 2}
    assert days.truth(values).name == "YES"
    for formula in (facts, days):
        with pytest.raises(InvalidValue, match=r"Shipment\.\w+: (True|False) is not possible beside Shipment\."):
            formula.truth({"Shipment.opened": True, "Shipment.arrived": False})


def test_days_and_numbers_vary() -> None:
    """A day or number is given exactly, between two ends, or not at all; a known one is changed and not unlearned."""
    formula = Formula(of_shipment(Shipment(opened=True, came_on=date(2028, 3, 2))))
    for came in (None, date(2028, 3, 1), date(2028, 3, 2), Between(date(2028, 2, 1), None)):
        for stamps in (None, 1, 2, Between(2, 5)):
            parcel = Shipment(opened=True, came_on=came, stamps=stamps)
            values: dict[str, Any] = {"Shipment.came_on": came, "Shipment.stamps": stamps}
            if came is None or isinstance(came, Between):
                with pytest.raises(InvalidValue, match="ask the rule with it open"):
                    formula.decided(values)
            else:
                assert formula.decided(values) == of_shipment(parcel)
    came = Between(date(2028, 2, 1), None)
    opened = Formula(of_shipment(Shipment())).decided((True, None, came, None))
    assert opened == of_shipment(Shipment(opened=True, came_on=came))


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ((True,), r"values: 1 is not the length of a row: 4, a value for each question"),
        ({"Shipment.opend": True}, r"perhaps Shipment\.opened is meant"),
        ({"Shipment.opened": 1}, r"Shipment\.opened: 1 is not true, false or null"),
        ({"Shipment.came_on": "2028"}, r"Shipment\.came_on"),
        ({"Shipment.stamps": 2.0}, r"Shipment\.stamps: 2\.0 is not a whole number"),
        (7, r"values: 7 is not a tuple of values, or a mapping"),
    ],
)
def test_what_cannot_be_meant_is_refused(values: Any, message: str) -> None:
    """A row of another length, a name that is not asked, and a value of another kind are one error each."""
    with pytest.raises(InvalidValue, match=message):
        Formula(of_shipment(Shipment())).decided(values)


@pytest.mark.parametrize("values", [(True,), (1, None), ("yes", None), (True, None, None)])
def test_a_row_of_facts_is_held_to_account(values: Any) -> None:
    """Where facts alone vary, a row is looked at by the code that is written, for the answer as for the finding."""
    formula = Formula(all_of("both", LAW, leaf("a"), leaf("b")))
    for ask in (formula.truth, formula.decided):
        with pytest.raises(InvalidValue):
            ask(values)


def test_many_facts_stand_in_many_lines() -> None:
    """A formula of more limbs than stand in one line of code decides the same."""
    many = 10 * MOST_TERMS + 1
    formula = Formula(any_of("any", LAW, *[leaf(f"fact {number}") for number in range(many)]))
    row = [False] * many
    assert formula.truth(tuple(row)).name == "NO"
    row[-1] = True
    assert formula.truth(tuple(row)).name == formula.decided(tuple(row)).truth.name == "YES"


def test_what_is_kept_is_bounded() -> None:
    """Each limb lets go what it has made before it grows beyond its bound, and decides the same afterwards."""
    formula = Formula(any_of("any", LAW, *[leaf(f"fact {number}") for number in range(13)]))
    rows = list(product((True, False), repeat=13))[: MOST_KEPT + 2]
    assert [formula.decided(row).truth for row in (*rows, rows[0])] == [formula.truth(row) for row in (*rows, rows[0])]


def test_amounts_vary() -> None:
    """An amount is given as money, which says its exact value."""
    for worth in (None, Coins(Fraction(9)), Coins(Fraction(10))):
        assert Formula(priced(None)).decided((worth,)) == priced(worth)


def test_facts_that_choose_a_day_are_looked_up() -> None:
    """A comparison of days between which facts choose is decided by the tree, also where it stands among facts."""
    first, last = (fixed_day(date(2028, 3, number), f"day {number}") for number in (1, 9))
    chosen = where(leaf("a"), first, last)
    formula = Formula(all_of("all", LAW, leaf("b"), not_after("in time", LAW, chosen, first)))
    told = {row: formula.truth(row).name for row in product((True, None), VALUES)}
    assert told == {row: formula.decided(row).truth.name for row in told}
    assert (told[True, True], told[True, False], told[True, None]) == ("YES", "NO", "UNKNOWN")


def test_a_formula_travels() -> None:
    """A formula is pickled without what it has made ready, and is equal and decides the same where it arrives."""
    asked = may_refuse_preservation(PreservationRequest(), Ground.ESSENTIAL_INTERESTS)
    formula = Formula(asked)
    row = (True,) * len(formula.questions)
    told = formula.decided(row)
    there = pickle.loads(pickle.dumps(formula))
    assert there == formula
    assert hash(there) == hash(formula)
    assert there.decided(row) == told
    assert len(pickle.dumps(formula)) == len(pickle.dumps(Formula(asked)))


@drawn(cases(readings=True))
def test_the_formula_decides_as_the_finding(case: Case) -> None:
    """A finding asked with all its facts open, and decided for some, is the finding asked with these."""
    formula = Formula(evolve(case, values={}).finding)
    values = {question(name): value for name, value in case.values.items() if question(name) in formula.questions}
    assert formula.decided(values) == case.finding
    assert formula.truth(values) is case.finding.truth
