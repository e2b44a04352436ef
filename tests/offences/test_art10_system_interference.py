"""Art. 10: interference with a system, read from the text."""

from __future__ import annotations

import pytest
from attrs import evolve

from tests.offences.reading import SYSTEM_ACTS, system_interference
from tests.offences.tables import build, choice, differences, each, every_state, names_of, sample
from uncc.kernel.errors import InvalidValue
from uncc.offences import ConventionOffence as Offence
from uncc.offences import Option, SystemInterference, established, is_system_interference, options_of

NAMES = names_of(SystemInterference)
ELEMENTS = NAMES[:4]
FLOODED = SystemInterference(
    intentional=True,
    without_right=True,
    hinders=True,
    serious=True,
    inputs=False,
    transmits=True,
    damages=False,
    deletes=False,
    deteriorates=False,
    alters=False,
    suppresses=False,
)


def test_10_table() -> None:
    """Art. 10: every state of the elements with three acts, of the acts alone, and a sample of 4,000 of all eleven."""
    states = [
        *every_state((*ELEMENTS, "inputs", "deletes", "suppresses"), **each(SYSTEM_ACTS[1:3], False)),
        *every_state(SYSTEM_ACTS, **each(ELEMENTS, True)),
        *sample(NAMES, likely=ELEMENTS, size=4000, seed=10),
    ]
    assert not differences(
        lambda a: is_system_interference(build(SystemInterference, a)),
        system_interference,
        [each(NAMES) | state for state in states],
    )


@pytest.mark.parametrize("act", SYSTEM_ACTS)
def test_10_each_act_alone(act: str) -> None:
    """Art. 10: it has two acts more than Art. 9, inputting and transmitting."""
    assert is_system_interference(evolve(FLOODED, **{"transmits": False, act: True})).is_yes


def test_10_a_cut_cable() -> None:
    """Art. 10: a hindrance by other means than electronic data is not within it."""
    assert is_system_interference(evolve(FLOODED, transmits=False)).is_no


def test_10_a_slight_hindrance() -> None:
    """Art. 10: the hindrance must be serious; this is an element and nothing that a State may add or drop."""
    assert is_system_interference(evolve(FLOODED, serious=False)).is_no
    assert is_system_interference(evolve(FLOODED, serious=None)).is_unknown


@pytest.mark.parametrize("option", Option)
def test_10_there_is_no_second_paragraph(option: Option) -> None:
    """Art. 10, S06: the article lets a State require nothing more; not serious harm, and no intent."""
    assert options_of(Offence.SYSTEM_INTERFERENCE) == ()
    for name in ("requiring", "extending", "excluding"):
        with pytest.raises(InvalidValue):
            established(FLOODED, **choice(name, option))
