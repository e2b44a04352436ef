"""A finding with switches: each step says what the finding says with these answers, and the way back is open."""

from __future__ import annotations

import pickle
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import fields
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import effort
from tests.formulas import AUTHORITY, READINGS, Case, Split, build, cases, leaf, parts, question, reading_question
from tests.kernel.test_formula import Coins, Shipment, of_shipment, priced
from uncc.kernel.between import Between
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact, Question
from uncc.kernel.findings import all_of, by_reading, by_text
from uncc.kernel.formula import Formula
from uncc.pages import as_text
from uncc.questions.difference import diff
from uncc.questions.exploration import explore
from uncc.questions.switching import WhatIf, what_if
from uncc.readings import Readings
from uncc.readings.chapter_5 import ExtensionDuty, FloorStart

P = fields(Shipment)


def standing(switches: WhatIf, asked: Question) -> str:
    """Return where a switch stands, in words."""
    return next(one.now for one in switches.switches if one.question == asked)


@given(cases(readings=True), st.data())
@effort(200)
def test_a_switched_finding_is_that_of_a_case_which_says_so(case: Case, data: st.DataObject) -> None:
    """Facts and readings are switched to and fro; each time it is what the rule returns, and undone it is the start."""
    options = {one.value: one for reading in READINGS for one in reading}
    mentioned = {part.reading for part in parts(case.formula) if isinstance(part, Split)}
    said: dict[str, Fact] = dict(case.values)
    chosen = {one: case.under.chosen(one) for one in READINGS}
    start = switches = what_if(case.finding)
    for _ in range(data.draw(st.integers(1, 4))):
        is_reading = data.draw(st.booleans())
        if mentioned and is_reading:
            reading = data.draw(st.sampled_from(sorted(mentioned, key=lambda one: one.id)))
            option = data.draw(st.sampled_from(list(reading)))
            chosen[reading] = option
            switches = switches.switched(reading.id, data.draw(st.sampled_from((option, option.value))))
            assert standing(switches, reading_question(reading)) == options[option.value].words
        elif case.names:
            name, value = data.draw(st.sampled_from(case.names)), data.draw(st.sampled_from((True, False, None)))
            said[name] = value
            switches = switches.switched(f"Sample.{name}" if is_reading else question(name), value)
            assert standing(switches, question(name)) == {True: "yes", False: "no", None: "not known"}[value]
        under = Readings(tuple(one for one in chosen.values() if one is not None))
        assert switches.finding == build(case.formula, said, under)
        assert set(switches.open_questions) == set(switches.finding.open_questions)
        assert switches.difference == diff(case.finding, switches.finding)
        assert switches.start == start.finding == case.finding
    assert switches.reset() == start
    assert hash(pickle.loads(pickle.dumps(switches))) == hash(switches)
    for one in switches.switches:
        switches = switches.switched(one.question, one.at_start)
    assert switches == start


def test_what_still_matters_is_told_by_weight() -> None:
    """The heaviest first, as an exploration weighs; nothing where the answer is settled; the page says all of it."""
    finding = all_of(
        "all", AUTHORITY, leaf("alpha", None), ~all_of("b", AUTHORITY, leaf("beta", None), leaf("gamma", None))
    )
    switches = what_if(Formula(finding)).switched("Sample.beta", True)
    assert switches.open_questions == explore(switches.finding).open_questions
    assert switches.still_matters == {question("alpha"): 0.5, question("gamma"): 0.5}
    assert [*what_if(finding).still_matters.values()] == [0.75, 0.25, 0.25]
    text = as_text(switches)
    assert text.index("SUPPOSED") < text.index("beta holds") < text.index("STILL MATTERS") < text.rindex("gamma holds")
    assert "At the start" not in text
    settled = switches.switched("Sample.gamma", "yes")
    assert settled.finding.is_no
    assert not settled.still_matters
    assert "At the start: UNKNOWN" in as_text(settled)
    assert "Nothing: the answer is settled." in as_text(settled)
    assert settled.reset("Sample.gamma") == switches


def test_days_numbers_and_amounts_are_supposed_as_a_formula_takes_them() -> None:
    """They have no choices; what is said already changes nothing, and what is known cannot be unlearned."""
    switches = what_if(of_shipment(Shipment(came_on=date(2028, 3, 2), stamps=Between(1, 3))))
    told = {one.question.name: (one.at_start, one.choices) for one in switches.switches}
    assert told["Shipment.came_on"] == ("2028-03-02", ())
    assert told["Shipment.opened"] == ("not known", ("yes", "no", "not known"))
    late = switches.switched("Shipment.came_on", date(2028, 3, 1)).switched("Shipment.stamps", 2)
    late = late.switched("Shipment.opened", True)
    assert late.finding == of_shipment(Shipment(opened=True, came_on=date(2028, 3, 1), stamps=2))
    assert late.reset("Shipment.opened", "Shipment.stamps").switched("Shipment.came_on", date(2028, 3, 2)) == switches
    assert switches.switched("Shipment.stamps", Between(1, 3)) == switches
    assert standing(late, Shipment.questions()["arrived"]) == "yes"  # which follows
    for name, value in (("Shipment.came_on", None), ("Shipment.stamps", True), ("Shipment.opened", 1)):
        with pytest.raises(InvalidValue, match=name):
            switches.switched(name, value)
    for coins in (None, Coins(Fraction(9))):
        worth = what_if(priced(coins))
        assert worth.switched("Shipment.worth", Coins(Fraction(20))).finding == priced(Coins(Fraction(20)))
    assert what_if(priced(None)).switched("Shipment.worth", None) == what_if(priced(None))


def test_what_cannot_be_is_refused() -> None:
    """A question that is not asked, an option of another reading, and what contradicts where other switches stand."""
    answers = {one: by_text(one is ExtensionDuty.SAME_RULES, one.name, AUTHORITY) for one in ExtensionDuty}
    switches = what_if(all_of("all", AUTHORITY, leaf("alpha", None), by_reading("so", ExtensionDuty, answers)))
    wrong: list[tuple[str, Any, str]] = [
        ("Sample.alpa", True, "perhaps Sample.alpha is meant"),
        ("Sample.alpha", "maybe", "true, false or null"),
        (ExtensionDuty.id, FloorStart.RECEIVED, "one of its options"),
        (ExtensionDuty.id, "same-rule", "perhaps same-rules is meant"),
    ]
    for name, value, said in wrong:
        with pytest.raises(InvalidValue, match=said):
            switches.switched(name, value)
    parcel = what_if(of_shipment(Shipment())).switched("Shipment.opened", True)
    with pytest.raises(InvalidValue, match="possible beside"):
        parcel.switched("Shipment.arrived", False)
