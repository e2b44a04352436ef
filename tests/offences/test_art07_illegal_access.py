"""Art. 7: illegal access, read from the text."""

from __future__ import annotations

import pytest
from attrs import evolve

from tests.offences.reading import illegal_access
from tests.offences.tables import REQUIRING, build, choices, chosen_id, differences, every_state, names_of, neighbours
from uncc.kernel.errors import InvalidValue
from uncc.kernel.provisions import art
from uncc.offences import ConventionOffence, IllegalAccess, Option, established, is_illegal_access

OWN = REQUIRING[ConventionOffence.ILLEGAL_ACCESS]
STATES = every_state(names_of(IllegalAccess))
LOOKED = IllegalAccess(
    intentional=True,
    whole_accessed=False,
    part_accessed=True,
    without_right=True,
    infringes_security=False,
    intends_to_obtain_data=False,
    otherwise_dishonest=False,
    system_connected=False,
)
"""Somebody opens a colleague's unlocked account, out of curiosity, on a machine that stands alone."""


@pytest.mark.long
@pytest.mark.parametrize("requiring", choices(OWN), ids=chosen_id)
def test_7_table(requiring: tuple[Option, ...]) -> None:
    """Art. 7(1) and (2): over every three-valued state of the eight facts, for every choice of what is required."""
    assert not differences(
        lambda a: is_illegal_access(build(IllegalAccess, a), requiring=requiring),
        lambda w: illegal_access(w, requiring),
        STATES,
    )


def test_7_1_mere_access_is_enough() -> None:
    """Art. 7(1), S04: no security measure infringed, no data taken: the text of paragraph 1 asks for neither."""
    finding = is_illegal_access(LOOKED)
    assert finding.is_yes
    assert art(7, 1) in {provision for node in finding.walk() for provision in node.authority}


@pytest.mark.parametrize("option", OWN)
def test_7_2_what_a_state_requires_narrows(option: Option) -> None:
    """Art. 7(2): the same access is none where a State requires what is missing."""
    finding = is_illegal_access(LOOKED, requiring=[option])
    assert finding.is_no
    assert art(7, 2) in {provision for node in finding.decisive().walk() for provision in node.authority}


@pytest.mark.parametrize("intent", ["intends_to_obtain_data", "otherwise_dishonest"])
def test_7_2_either_intent_is_enough(intent: str) -> None:
    """Art. 7(2): the intent to obtain data is one example of a dishonest or criminal one."""
    assert is_illegal_access(evolve(LOOKED, **{intent: True}), requiring=[Option.ACCESS_INTENT]).is_yes


def test_7_2_what_is_not_required_is_not_asked() -> None:
    """Art. 7(2): an element that a State may require is open only where the State requires it."""
    case = IllegalAccess(intentional=True, part_accessed=True, without_right=True)
    assert is_illegal_access(case).open_questions == ()
    open_names = [q.name for q in is_illegal_access(case, requiring=[Option.ACCESS_INTENT]).open_questions]
    assert open_names == ["IllegalAccess.intends_to_obtain_data", "IllegalAccess.otherwise_dishonest"]


@pytest.mark.parametrize("option", neighbours(*OWN))
def test_7_2_options_of_the_neighbours(option: Option) -> None:
    """Art. 7(2): what another article lets a State require has no place here."""
    with pytest.raises(InvalidValue):
        is_illegal_access(LOOKED, requiring=[option])
    with pytest.raises(InvalidValue):
        established(LOOKED, requiring=[option])


def test_7_2_an_option_by_its_name_is_no_option() -> None:
    """Art. 7(2): whoever writes the name of an option is told which members there are, and not the same name again."""
    with pytest.raises(InvalidValue, match=r"lets a State require: Option.ACCESS_SECURITY, Option.ACCESS_INTENT"):
        is_illegal_access(IllegalAccess(), requiring=["access-security"])  # type: ignore[list-item]


def test_7_2_what_is_required_is_cited_at_the_head() -> None:
    """Art. 7(2): where a State requires more, the answer cites the paragraph that lets it, beside the offence."""
    required = is_illegal_access(IllegalAccess(infringes_security=False), requiring=[Option.ACCESS_SECURITY])
    assert required.citation == "Art. 7(1), Art. 7(2)"
    assert is_illegal_access(IllegalAccess()).citation == "Art. 7(1)"
