"""Art. 8: illegal interception, read from the text."""

from __future__ import annotations

import pytest
from attrs import evolve

from tests.offences.reading import illegal_interception
from tests.offences.tables import (
    REQUIRING,
    build,
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
from uncc.kernel.provisions import art
from uncc.offences import ConventionOffence, IllegalInterception, Option, established, is_illegal_interception

OWN = REQUIRING[ConventionOffence.ILLEGAL_INTERCEPTION]
NAMES = names_of(IllegalInterception)
ELEMENTS = NAMES[:5]
WIRETAP = IllegalInterception(
    intentional=True,
    without_right=True,
    intercepts=True,
    technical_means=True,
    non_public=True,
    to_system=True,
    from_system=False,
    within_system=False,
    emissions=False,
    dishonest_intent=False,
    system_connected=False,
)


def test_8_1_table() -> None:
    """Art. 8(1): over every three-valued state of its nine facts."""
    assert not differences(
        lambda a: is_illegal_interception(build(IllegalInterception, a)),
        illegal_interception,
        every_state(NAMES[:9], dishonest_intent=False, system_connected=False),
    )


@pytest.mark.long
@pytest.mark.parametrize("requiring", choices(OWN), ids=chosen_id)
def test_8_2_table(requiring: tuple[Option, ...]) -> None:
    """Art. 8(2): every state of what the paragraph adds and of one form, and a sample of 1,000 of all eleven facts."""
    states = [
        *every_state((*ELEMENTS[:3], "emissions", *NAMES[9:]), **each((*ELEMENTS[3:], "from_system"), None)),
        *every_state((*NAMES[5:7], *NAMES[9:]), **each(ELEMENTS, True), within_system=False, emissions=False),
        *sample(NAMES, likely=ELEMENTS, size=1000, seed=8),
    ]
    full = [each(NAMES) | state for state in states]
    assert not differences(
        lambda a: is_illegal_interception(build(IllegalInterception, a), requiring=requiring),
        lambda w: illegal_interception(w, requiring),
        full,
    )


def test_8_1_a_broadcast_is_public() -> None:
    """Art. 8(1), S05: what is meant for and open to the public may be received by anybody."""
    finding = is_illegal_interception(evolve(WIRETAP, non_public=False))
    assert finding.is_no
    assert "non_public" in str([node.about for node in finding.decisive().walk()])


def test_8_1_emissions_are_included() -> None:
    """Art. 8(1): listening to what a screen radiates is interception, though nothing is sent to or from a system."""
    assert is_illegal_interception(evolve(WIRETAP, to_system=False, emissions=True)).is_yes


def test_8_1_by_technical_means_only() -> None:
    """Art. 8(1): reading over somebody's shoulder is no interception by technical means."""
    assert is_illegal_interception(evolve(WIRETAP, technical_means=False)).is_no


@pytest.mark.parametrize("option", OWN)
def test_8_2_what_a_state_requires_narrows(option: Option) -> None:
    """Art. 8(2): the same interception is none where a State requires what is missing."""
    assert is_illegal_interception(WIRETAP).is_yes
    finding = is_illegal_interception(WIRETAP, requiring=[option])
    assert finding.is_no
    assert art(8, 2) in {provision for node in finding.decisive().walk() for provision in node.authority}


@pytest.mark.parametrize("option", neighbours(*OWN))
def test_8_2_options_of_the_neighbours(option: Option) -> None:
    """Art. 8(2): it knows no infringement of security measures, and nothing else of its neighbours."""
    with pytest.raises(InvalidValue):
        is_illegal_interception(WIRETAP, requiring=[option])
    with pytest.raises(InvalidValue):
        established(WIRETAP, requiring=[option])


def test_8_2_what_is_required_is_cited_at_the_head() -> None:
    """Art. 8(2): where a State requires more, the answer cites the paragraph that lets it, beside the offence."""
    for option in (Option.INTERCEPTION_INTENT, Option.INTERCEPTION_CONNECTED):
        assert is_illegal_interception(IllegalInterception(), requiring=[option]).citation == "Art. 8(1), Art. 8(2)"
    assert is_illegal_interception(IllegalInterception()).citation == "Art. 8(1)"
