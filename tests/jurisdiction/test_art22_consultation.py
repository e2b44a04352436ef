"""Art. 22(5): consultation between States that pursue the same conduct."""

import pytest
from attrs import evolve

from tests.truthtables import Assignment, World, disagreements
from uncc.jurisdiction import ParallelProceedings, duties_on_parallel_proceedings, must_consult
from uncc.kernel.duties import Modality
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

FACTS = tuple(ParallelProceedings.questions())
BOTH = ParallelProceedings(
    convention_offence=True,
    exercises_mandatory_base=True,
    exercises_optional_base=False,
    notified=False,
    otherwise_learned=True,
    other_is_party=True,
    other_investigates=True,
    other_prosecutes=False,
    other_holds_proceedings=False,
    same_conduct=True,
)


def parallel(a: Assignment) -> ParallelProceedings:
    """The proceedings that a row of the table describes."""
    return ParallelProceedings(**a)


def expected(w: World) -> bool:
    """Art. 22(5), read from the text."""
    exercises = w["exercises_mandatory_base"] or w["exercises_optional_base"]
    knows = w["notified"] or w["otherwise_learned"]
    pursues = w["other_investigates"] or w["other_prosecutes"] or w["other_holds_proceedings"]
    return w["convention_offence"] and exercises and knows and w["other_is_party"] and pursues and w["same_conduct"]


@pytest.mark.long
def test_22_5_table() -> None:
    """Art. 22(5): jurisdiction under paragraph 1 or 2, knowledge, another Party that pursues it, the same conduct."""
    assert not disagreements(lambda a: must_consult(parallel(a)), expected, *FACTS)


@pytest.mark.parametrize(
    "name", ["convention_offence", "exercises_mandatory_base", "otherwise_learned", "other_is_party", "same_conduct"]
)
def test_22_5_each_condition_is_needed(name: str) -> None:
    """Art. 22(5): without any one of the conditions nothing is owed."""
    assert must_consult(BOTH).is_yes
    assert must_consult(evolve(BOTH, **{name: False})).is_no


def test_22_5_other_bases_do_not_bring_it_about() -> None:
    """Art. 22(5): jurisdiction over a person not extradited, or of domestic law alone, is not meant."""
    assert must_consult(evolve(BOTH, exercises_mandatory_base=False, exercises_optional_base=True)).is_yes
    assert must_consult(evolve(BOTH, exercises_mandatory_base=False, exercises_optional_base=False)).is_no
    questions = ParallelProceedings.questions().values()
    authorities = {str(provision) for question in questions for provision in question.authority}
    assert not authorities & {"Art. 22(3)", "Art. 22(4)", "Art. 22(6)"}


@pytest.mark.parametrize("name", ["other_investigates", "other_prosecutes", "other_holds_proceedings"])
def test_22_5_any_stage_counts(name: str) -> None:
    """Art. 22(5): an investigation, a prosecution or a judicial proceeding, any of them."""
    none = evolve(BOTH, other_investigates=False)
    assert must_consult(none).is_no
    assert must_consult(evolve(none, **{name: True})).is_yes


def test_22_5_duty_in_the_words_of_the_text() -> None:
    """Art. 22(5): shall, as appropriate; between the competent authorities, and without a date."""
    (duty,) = duties_on_parallel_proceedings(BOTH)
    assert duty.modality is Modality.SHALL
    assert duty.bearer is duty.towards is Role.COMPETENT_AUTHORITY
    assert duty.authority == (art(22, 5),)
    assert duty.deadline is None
    assert duty.qualifications[0] == "as appropriate"
    assert duty.trigger == must_consult(BOTH)
