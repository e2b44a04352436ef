"""Art. 15: solicitation or grooming, read from the text."""

from __future__ import annotations

import pytest
from attrs import evolve, fields

from tests.offences.reading import GROOMING_ACTS, solicitation
from tests.offences.tables import (
    EXCLUDING,
    EXTENDING,
    REQUIRING,
    arguments,
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
from uncc.kernel.provisions import art
from uncc.offences import ConventionOffence, Option, Solicitation, established, is_solicitation

GROOMING = ConventionOffence.SOLICITATION
OWN = (*REQUIRING[GROOMING], *EXTENDING[GROOMING], *EXCLUDING[GROOMING])
NAMES = names_of(Solicitation)
ELEMENTS = ("intentional", "through_system", "is_child")
OF_OPTIONS = ("is_child", "believed_child", "act_in_furtherance", "by_child")
DECOY = Solicitation(
    intentional=True,
    communicates=False,
    solicits=False,
    grooms=True,
    arranges=False,
    through_system=True,
    for_sexual_offence=True,
    for_material_offence=False,
    is_child=False,
    believed_child=True,
    act_in_furtherance=False,
    by_child=False,
)
"""An officer poses as a child of twelve and is groomed by somebody who believes it."""
GROOMED = evolve(DECOY, is_child=True)


@pytest.mark.long
@pytest.mark.parametrize("options", choices(OWN), ids=chosen_id)
def test_15_table(options: tuple[Option, ...]) -> None:
    """Art. 15: a table of seven facts, one of six, and a sample of 1,000 of all twelve, for each choice of options."""
    known = each(NAMES, False) | each(("intentional", "grooms", "through_system"), True)
    states = [
        *(known | state for state in every_state((*OF_OPTIONS, "for_sexual_offence", "grooms", "intentional"))),
        *(known | {"is_child": True} | state for state in every_state((*GROOMING_ACTS, *NAMES[6:8]))),
        *sample(NAMES, likely=ELEMENTS, size=1000, seed=15),
    ]
    assert not differences(
        lambda a: is_solicitation(build(Solicitation, a), **arguments(options)),
        lambda w: solicitation(w, options),
        states,
    )


def test_15_1_without_right_is_not_asked() -> None:
    """Art. 15(1), S11: the text says "intentionally" and no more, so that no such fact exists."""
    assert "without_right" not in {attribute.name for attribute in fields(Solicitation)}
    assert is_solicitation(GROOMED).is_yes


@pytest.mark.parametrize("act", GROOMING_ACTS)
def test_15_1_each_act(act: str) -> None:
    """Art. 15(1): to communicate is enough, if the purpose is there."""
    assert is_solicitation(evolve(GROOMED, **{"grooms": False, act: True})).is_yes


def test_15_1_no_meeting_is_needed() -> None:
    """Art. 15(1): unless a State requires it, nothing need be done in furtherance."""
    assert is_solicitation(GROOMED).is_yes
    finding = is_solicitation(GROOMED, requiring=[Option.SOLICITATION_FURTHERANCE])
    assert finding.is_no
    assert art(15, 2) in {provision for node in finding.decisive().walk() for provision in node.authority}


def test_15_1_the_purpose_of_article_14() -> None:
    """Art. 15(1): the purpose may be an offence with abuse material, and one of the two purposes is needed."""
    assert is_solicitation(evolve(GROOMED, for_sexual_offence=False, for_material_offence=True)).is_yes
    assert is_solicitation(evolve(GROOMED, for_sexual_offence=False)).is_no


def test_15_1_on_the_playground() -> None:
    """Art. 15(1): what is not done through a system is not within it."""
    assert is_solicitation(evolve(GROOMED, through_system=False)).is_no


def test_15_3_a_decoy() -> None:
    """Art. 15(3): a person believed to be a child is enough only where the State has extended the offence."""
    assert is_solicitation(DECOY).is_no
    finding = is_solicitation(DECOY, extending=[Option.SOLICITATION_BELIEVED_CHILD])
    assert finding.is_yes
    assert art(15, 3) in {provision for node in finding.decisive().walk() for provision in node.authority}
    nobody = evolve(DECOY, believed_child=False)
    assert is_solicitation(nobody, extending=[Option.SOLICITATION_BELIEVED_CHILD]).is_no


def test_15_4_committed_by_children() -> None:
    """Art. 15(4): the conduct of a child may be left out, and otherwise counts."""
    between_children = evolve(GROOMED, by_child=True)
    assert is_solicitation(between_children).is_yes
    finding = is_solicitation(between_children, excluding=[Option.SOLICITATION_BY_CHILD])
    assert finding.is_no
    assert art(15, 4) in {provision for node in finding.decisive().walk() for provision in node.authority}
    doubtful = is_solicitation(evolve(GROOMED, by_child=None), excluding=[Option.SOLICITATION_BY_CHILD])
    assert [question.name for question in doubtful.open_questions] == ["Solicitation.by_child"]


@pytest.mark.parametrize("name", ["requiring", "extending", "excluding"])
def test_15_options_of_the_neighbours(name: str) -> None:
    """Art. 15: each option in its own place, and none of another article."""
    own = {"requiring": REQUIRING, "extending": EXTENDING, "excluding": EXCLUDING}[name][GROOMING]
    for option in neighbours(*own):
        with pytest.raises(InvalidValue):
            is_solicitation(GROOMED, **choice(name, option))
        with pytest.raises(InvalidValue):
            established(GROOMED, **choice(name, option))
