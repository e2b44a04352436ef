"""Art. 12: forgery by means of a system, read from the text."""

from __future__ import annotations

import pytest
from attrs import evolve

from tests.offences.reading import FORGING_ACTS, forgery
from tests.offences.tables import build, differences, each, every_state, names_of, neighbours, sample
from uncc.kernel.errors import InvalidValue
from uncc.kernel.provisions import art
from uncc.offences import Forgery, Option, established, is_forgery

NAMES = names_of(Forgery)
ELEMENTS = ("intentional", "without_right", "inauthentic", "legal_purposes")
MEANT = ("to_be_considered", "to_be_acted_upon")
INTENT = ("intends_to_defraud", "similar_intent")
CERTIFICATE = Forgery(
    intentional=True,
    without_right=True,
    inputs=False,
    alters=True,
    deletes=False,
    suppresses=False,
    inauthentic=True,
    to_be_considered=True,
    to_be_acted_upon=False,
    legal_purposes=True,
    intends_to_defraud=False,
    similar_intent=False,
)
"""A grade in a university's register is altered, so that an office take it for genuine; nobody is to be defrauded."""


@pytest.mark.long
@pytest.mark.parametrize("requiring", [(), (Option.FORGERY_INTENT,)])
def test_12_table(requiring: tuple[Option, ...]) -> None:
    """Art. 12(1) and (2): two tables of eight facts, and a sample of 3,000 of all twelve."""
    known = each(NAMES, False) | each((*ELEMENTS, "alters", "to_be_considered"), True)
    states = [
        *(known | state for state in every_state((*ELEMENTS, *MEANT, *INTENT))),
        *(known | state for state in every_state((*FORGING_ACTS, *MEANT, *INTENT))),
        *sample(NAMES, likely=ELEMENTS, size=3000, seed=12),
    ]
    assert not differences(
        lambda a: is_forgery(build(Forgery, a), requiring=requiring), lambda w: forgery(w, requiring), states
    )


def test_12_1_no_intent_to_defraud_is_needed() -> None:
    """Art. 12(1): that the data are to pass as authentic for legal purposes is enough."""
    assert is_forgery(CERTIFICATE).is_yes


@pytest.mark.parametrize("element", ELEMENTS)
def test_12_1_each_element(element: str) -> None:
    """Art. 12(1): each element is needed; a joke among friends has no legal purpose."""
    assert is_forgery(evolve(CERTIFICATE, **{element: False})).is_no
    assert is_forgery(evolve(CERTIFICATE, **{element: None})).is_unknown


def test_12_1_considered_or_acted_upon() -> None:
    """Art. 12(1): either is enough."""
    assert is_forgery(evolve(CERTIFICATE, to_be_considered=False, to_be_acted_upon=True)).is_yes
    assert is_forgery(evolve(CERTIFICATE, to_be_considered=False)).is_no


@pytest.mark.parametrize("intent", INTENT)
def test_12_2_either_intent(intent: str) -> None:
    """Art. 12(2): where an intent is required, to defraud or a similar one."""
    finding = is_forgery(CERTIFICATE, requiring=[Option.FORGERY_INTENT])
    assert finding.is_no
    assert art(12, 2) in {provision for node in finding.decisive().walk() for provision in node.authority}
    assert is_forgery(evolve(CERTIFICATE, **{intent: True}), requiring=[Option.FORGERY_INTENT]).is_yes


@pytest.mark.parametrize("option", neighbours(Option.FORGERY_INTENT))
def test_12_2_options_of_the_neighbours(option: Option) -> None:
    """Art. 12(2): nothing else may be required."""
    with pytest.raises(InvalidValue):
        is_forgery(CERTIFICATE, requiring=[option])
    with pytest.raises(InvalidValue):
        established(CERTIFICATE, requiring=[option])
