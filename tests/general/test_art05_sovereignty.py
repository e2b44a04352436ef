"""Art. 5: sovereignty, and what the Convention entitles nobody to do abroad."""

import pytest

from tests.truthtables import Assignment, World, disagreements
from uncc.general import ActAbroad, is_consistent_with_sovereignty, is_reserved_to_other_state
from uncc.kernel.provisions import art

FACTS = ("abroad", "jurisdiction", "reserved", "equality", "non_intervention")


def act(a: Assignment) -> ActAbroad:
    """The act that a row of the table describes."""
    return ActAbroad(
        in_territory_of_other=a["abroad"],
        exercises_jurisdiction=a["jurisdiction"],
        reserved_to_authorities=a["reserved"],
        respects_equality=a["equality"],
        does_not_intervene=a["non_intervention"],
    )


def reserved(w: World) -> bool:
    return w["abroad"] and w["jurisdiction"] and w["reserved"]


def test_5_2_table() -> None:
    """Art. 5(2): abroad, exercising power, and of a kind that the law there keeps for its own authorities."""
    assert not disagreements(lambda a: is_reserved_to_other_state(act(a)), reserved, *FACTS)


def test_5_1_table() -> None:
    """Art. 5(1): obligations are carried out with respect for equality, integrity and non-intervention."""
    assert not disagreements(
        lambda a: is_consistent_with_sovereignty(act(a)),
        lambda w: w["equality"] and w["non_intervention"],
        *FACTS,
    )


@pytest.mark.parametrize(("equality", "non_intervention"), [(False, True), (True, False)])
def test_5_1_either_principle_suffices_to_object(equality: bool, non_intervention: bool) -> None:
    """Art. 5(1): the principles are cumulative."""
    assert is_consistent_with_sovereignty(
        ActAbroad(respects_equality=equality, does_not_intervene=non_intervention)
    ).is_no


def test_5_2_protects_every_state() -> None:
    """Art. 5(2): the territory is that of another State, and whether it is a Party is nowhere asked."""
    raid = ActAbroad(in_territory_of_other=True, exercises_jurisdiction=True, reserved_to_authorities=True)
    assert is_reserved_to_other_state(raid).is_yes
    questions = is_reserved_to_other_state(ActAbroad()).open_questions
    assert len(questions) == 3
    assert not any("Party" in question.statement for question in questions)


def test_5_2_at_home() -> None:
    """Art. 5(2): what a State does in its own territory is not meant."""
    assert is_reserved_to_other_state(ActAbroad(in_territory_of_other=False)).is_no


def test_5_2_what_the_other_state_leaves_open() -> None:
    """Art. 5(2): a function that the law there does not keep for its own authorities is not caught."""
    visit = ActAbroad(in_territory_of_other=True, exercises_jurisdiction=True, reserved_to_authorities=False)
    assert is_reserved_to_other_state(visit).is_no


def test_5_cites_its_paragraphs() -> None:
    """Art. 5: each rule rests on its own paragraph."""
    assert art(5, 2) in is_reserved_to_other_state(ActAbroad()).authority
    assert art(5, 1) in is_consistent_with_sovereignty(ActAbroad()).authority
