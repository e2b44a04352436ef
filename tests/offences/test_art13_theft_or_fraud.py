"""Art. 13: theft or fraud by means of a system, read from the text."""

from __future__ import annotations

import pytest
from attrs import evolve

from tests.offences.reading import FORGING_ACTS, theft_or_fraud
from tests.offences.tables import build, choice, differences, each, every_state, names_of, sample
from uncc.kernel.errors import InvalidValue
from uncc.kernel.provisions import art
from uncc.offences import ConventionOffence, Option, TheftOrFraud, established, is_theft_or_fraud, options_of

NAMES = names_of(TheftOrFraud)
ELEMENTS = ("intentional", "without_right", "loss_to_another", "dishonest_intent", "gain_without_right")
DECEPTION = ("deceives", "through_system", "causes_act", "causes_omission")
GAIN = ("for_oneself", "for_another", "gain_in_money", "gain_in_other_property")
LIES = TheftOrFraud(
    **each(NAMES, False)
    | each((*ELEMENTS, "deceives", "through_system", "causes_act", "for_another", "gain_in_money"), True)
)
"""Lies in a messenger make somebody transfer savings to the liar's brother (S08)."""


@pytest.mark.long
def test_13_table() -> None:
    """Art. 13: three tables of eight facts or nine, and a sample of 4,000 of all eighteen."""
    known = each(NAMES, False) | each((*ELEMENTS, "inputs", "for_oneself", "gain_in_money"), True)
    deceived = known | each(DECEPTION, True) | {"inputs": False}
    states = [
        *(deceived | state for state in every_state((*ELEMENTS, *DECEPTION[:3]))),
        *(known | {"inputs": False} | state for state in every_state((*DECEPTION, "interferes", "inputs", "deletes"))),
        *(known | state for state in every_state((*GAIN, *ELEMENTS[3:], "inputs"))),
        *sample(NAMES, likely=(*ELEMENTS, *DECEPTION[:2]), size=4000, seed=13),
    ]
    assert not differences(lambda a: is_theft_or_fraud(build(TheftOrFraud, a)), theft_or_fraud, states)


@pytest.mark.parametrize("means", [*FORGING_ACTS, "interferes"])
def test_13_a_b_each_means_alone(means: str) -> None:
    """Art. 13(a) and (b): no deception is needed where data or the functioning of a system are the means."""
    conduct = evolve(LIES, deceives=False, through_system=False, causes_act=False, **{means: True})
    finding = is_theft_or_fraud(conduct)
    assert finding.is_yes
    letter = "b" if means == "interferes" else "a"
    assert art(13, letter) in {provision for node in finding.decisive().walk() for provision in node.authority}


def test_13_c_a_gain_for_the_brother() -> None:
    """Art. 13(c), S08: for oneself or for another person."""
    assert is_theft_or_fraud(LIES).is_yes
    assert is_theft_or_fraud(evolve(LIES, for_another=False)).is_no


@pytest.mark.parametrize(
    "missing", [{"through_system": False}, {"causes_act": False}, {"deceives": False}], ids=lambda m: next(iter(m))
)
def test_13_c_the_limb_of_deception(missing: dict[str, bool]) -> None:
    """Art. 13(c): lies told at the door, and lies that move nobody to anything, are not within it."""
    assert is_theft_or_fraud(evolve(LIES, **missing)).is_no


def test_13_c_the_system_belongs_to_deception_alone() -> None:
    """Art. 13(a): where data are the means, nothing need go through a system beside them."""
    assert is_theft_or_fraud(evolve(LIES, through_system=False, alters=True)).is_yes


def test_13_c_an_omission() -> None:
    """Art. 13(c): leaving something undone is enough."""
    assert is_theft_or_fraud(evolve(LIES, causes_act=False, causes_omission=True)).is_yes


@pytest.mark.parametrize("element", ELEMENTS)
def test_13_each_element(element: str) -> None:
    """Art. 13: a loss to another, and a dishonest intent of a gain to which there is no right."""
    assert is_theft_or_fraud(evolve(LIES, **{element: False})).is_no
    assert is_theft_or_fraud(evolve(LIES, **{element: None})).is_unknown


def test_13_the_gain_may_be_in_other_property() -> None:
    """Art. 13: money or other property, and neither is not enough."""
    assert is_theft_or_fraud(evolve(LIES, gain_in_money=False, gain_in_other_property=True)).is_yes
    assert is_theft_or_fraud(evolve(LIES, gain_in_money=False)).is_no


@pytest.mark.parametrize("option", Option)
def test_13_there_is_no_option(option: Option) -> None:
    """Art. 13: the article lets a State require nothing more."""
    assert options_of(ConventionOffence.THEFT_OR_FRAUD) == ()
    for name in ("requiring", "extending", "excluding"):
        with pytest.raises(InvalidValue):
            established(LIES, **choice(name, option))
