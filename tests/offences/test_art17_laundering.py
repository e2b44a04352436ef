"""Art. 17(1) and (2)(e): laundering of proceeds of crime, read from the text."""

from __future__ import annotations

import pytest
from attrs import evolve, fields

from tests.offences.reading import HIDDEN, RECEIVING_ACTS, TAKING_PART, laundering
from tests.offences.tables import (
    EXCLUDING,
    build,
    choice,
    choices,
    chosen_id,
    differences,
    each,
    every_state,
    names_of,
    neighbours,
    sample,
)
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact
from uncc.kernel.provisions import art
from uncc.offences import ConventionOffence, Laundering, Option, established, is_laundering

OWN = EXCLUDING[ConventionOffence.LAUNDERING]
NAMES = names_of(Laundering)
NOTHING: dict[str, Fact] = each(NAMES, False)
PROCEEDS = NOTHING | {"intentional": True, "is_proceeds": True}
MIXER = Laundering(**PROCEEDS | {"converts": True, "knows": True, "to_conceal_origin": True})
"""Stolen coins are mixed to hide where they come from."""
WALLET = Laundering(**PROCEEDS | {"possesses": True, "knows": True, "knew_at_receipt": True})


@pytest.mark.long
@pytest.mark.parametrize("excluding", choices(OWN), ids=chosen_id)
def test_17_1_table(excluding: tuple[Option, ...]) -> None:
    """Art. 17(1) and (2)(e): tables of six facts for the limbs, and a sample of 500 of all twenty-nine."""
    states = [
        *(PROCEEDS | state for state in every_state(("intentional", "is_proceeds", *NAMES[2:5], "to_help_evade"))),
        *(
            PROCEEDS | state
            for state in every_state(("is_proceeds", "conceals", "knows", *HIDDEN[5:], "own_predicate"))
        ),
        *(PROCEEDS | state for state in every_state(("is_proceeds", *RECEIVING_ACTS[1:], "knows", "knew_at_receipt"))),
        *(
            PROCEEDS | state
            for state in every_state((*TAKING_PART[2:5], "is_proceeds", "intentional", "own_predicate"))
        ),
        *sample(
            NAMES,
            likely=("intentional", "is_proceeds", "knows", "knew_at_receipt"),
            unlikely=("own_predicate", *TAKING_PART),
            size=500,
            seed=17,
        ),
    ]
    assert not differences(
        lambda a: is_laundering(build(Laundering, a), excluding=excluding),
        lambda w: laundering(w, excluding),
        states,
    )


def test_17_1_a_i_a_purpose_is_needed() -> None:
    """Art. 17(1)(a)(i): to convert proceeds with no purpose to hide or to help is not this offence."""
    assert is_laundering(MIXER).is_yes
    assert is_laundering(evolve(MIXER, to_conceal_origin=False)).is_no
    assert is_laundering(evolve(MIXER, to_conceal_origin=False, to_help_evade=True)).is_yes


@pytest.mark.parametrize("hidden", HIDDEN)
def test_17_1_a_ii_no_purpose_is_needed(hidden: str) -> None:
    """Art. 17(1)(a)(ii): to conceal or to disguise is enough with knowledge, for each of seven things."""
    for act in ("conceals", "disguises"):
        conduct = Laundering(**PROCEEDS | {act: True, hidden: True, "knows": True})
        finding = is_laundering(conduct)
        assert finding.is_yes
        assert art(17, 1, "a", "ii") in {p for node in finding.decisive().walk() for p in node.authority}
        assert is_laundering(evolve(conduct, knows=False)).is_no


@pytest.mark.parametrize("act", RECEIVING_ACTS)
def test_17_1_b_i_knowledge_at_receipt(act: str) -> None:
    """Art. 17(1)(b)(i): what is learned after receipt makes no offence of keeping and using."""
    conduct = Laundering(**PROCEEDS | {act: True, "knows": True, "knew_at_receipt": True})
    assert is_laundering(conduct).is_yes
    assert is_laundering(evolve(conduct, knew_at_receipt=False)).is_no
    assert is_laundering(evolve(conduct, knows=False)).is_yes


def test_17_1_it_must_be_proceeds() -> None:
    """Art. 17(1)(a): clean money that somebody takes for loot is not laundered."""
    assert is_laundering(evolve(MIXER, is_proceeds=False)).is_no
    assert is_laundering(evolve(WALLET, is_proceeds=False)).is_no


@pytest.mark.parametrize("act", TAKING_PART)
def test_17_1_b_ii_taking_part(act: str) -> None:
    """Art. 17(1)(b)(ii): each of the eight, an attempt among them, with no property laundered yet."""
    conduct = Laundering(**NOTHING | {"intentional": True, act: True})
    finding = is_laundering(conduct)
    assert finding.is_yes
    assert art(17, 1, "b", "ii") in {p for node in finding.decisive().walk() for p in node.authority}
    assert is_laundering(conduct, excluding=[Option.LAUNDERING_PARTICIPATION_LEFT_OUT]).is_no
    assert is_laundering(conduct, excluding=[Option.LAUNDERING_RECEIPT_LEFT_OUT]).is_yes


def test_17_1_b_what_basic_concepts_may_leave_out() -> None:
    """Art. 17(1)(b): only its own two limbs stand under the basic concepts of a legal system."""
    both = [Option.LAUNDERING_RECEIPT_LEFT_OUT, Option.LAUNDERING_PARTICIPATION_LEFT_OUT]
    assert is_laundering(WALLET, excluding=both).is_no
    assert is_laundering(WALLET, excluding=both[1:]).is_yes
    assert is_laundering(MIXER, excluding=both).is_yes
    assert is_laundering(evolve(MIXER, possesses=True, knew_at_receipt=True), excluding=both).is_yes


def test_17_1_without_right_is_not_asked() -> None:
    """Art. 17(1): the text says "intentionally" and does not ask for what is without right."""
    assert "without_right" not in {attribute.name for attribute in fields(Laundering)}
    assert is_laundering(evolve(MIXER, intentional=False)).is_no


@pytest.mark.parametrize("conduct", [MIXER, WALLET, Laundering(**NOTHING | {"intentional": True, "aids": True})])
def test_17_2_e_self_laundering(conduct: Laundering) -> None:
    """Art. 17(2)(e): who committed the predicate offence may be left out, of every limb, and otherwise is not."""
    own = evolve(conduct, own_predicate=True)
    assert is_laundering(own).is_yes
    finding = is_laundering(own, excluding=[Option.SELF_LAUNDERING_LEFT_OUT])
    assert finding.is_no
    assert art(17, 2, "e") in {p for node in finding.decisive().walk() for p in node.authority}
    assert is_laundering(conduct, excluding=[Option.SELF_LAUNDERING_LEFT_OUT]).is_yes


@pytest.mark.parametrize("option", Option, ids=lambda option: option.value)
def test_17_options_of_the_neighbours(option: Option) -> None:
    """Art. 17: nothing may be required or extended, and nothing of another article excluded."""
    if option in neighbours(*OWN):
        with pytest.raises(InvalidValue):
            is_laundering(MIXER, excluding=[option])
        with pytest.raises(InvalidValue):
            established(MIXER, excluding=[option])
    for name in ("requiring", "extending"):
        with pytest.raises(InvalidValue):
            established(MIXER, **choice(name, option))
