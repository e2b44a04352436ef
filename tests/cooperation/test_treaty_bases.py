"""Art. 37(5), Art. 39(2), Art. 47(2), Art. 50(6): the clauses that make the Convention a basis, set side by side."""

import attrs
import pytest

from tests.cooperation.extradition import REQUEST
from uncc.catalogue import row
from uncc.confiscation import (
    ConfiscationRequest,
    ConfiscationRequestKind,
    Execution,
    duties_on_confiscation_request,
    has_treaty_basis,
    may_refuse_for_want_of_treaty,
)
from uncc.cooperation import (
    BasisNotice,
    EnforcementTies,
    ExtraditionRelation,
    ProceedingsTransfer,
    duties_on_extradition_basis,
    duties_on_extradition_treaties,
    duties_on_law_enforcement_basis,
    duties_on_proceedings_basis,
    has_extradition_basis,
)
from uncc.kernel.duties import Duty, Modality
from uncc.kernel.provisions import art
from uncc.testing import every

EXTRADITION = ExtraditionRelation(conditional_on_treaty=True, treaty_binds=False, notice=BasisNotice.DOES_NOT_TAKE)
PROCEEDINGS = ProceedingsTransfer(
    established_in_accordance=True, conditional_on_treaty=True, request_received=True, treaty_binds=False
)


def test_the_clauses_are_liberties_in_the_same_situation() -> None:
    """Art. 37(5), Art. 39(2): insisting on a treaty and having none, the State may take the Convention; no more."""
    liberties = (
        duties_on_extradition_basis(REQUEST, relation=EXTRADITION)[0],
        duties_on_proceedings_basis(PROCEEDINGS)[0],
    )
    for liberty in liberties:
        assert liberty.modality is Modality.MAY
        assert liberty.trigger.is_yes


def test_only_extradition_has_duties_about_the_basis() -> None:
    """Art. 37(6): to tell the depositary and to seek treaties is owed for extradition and not for proceedings."""
    owed = [duty.id for duty in duties_on_extradition_treaties(relation=EXTRADITION) if duty.trigger.is_yes]
    assert {"extradition-basis", "seek-extradition-treaties"} <= set(owed)
    clause = row(art(39, 2))
    assert clause
    assert (clause.modality, clause.also) == (Modality.MAY, ())


def test_the_liberty_at_police_level_does_not_ask_for_a_condition_of_treaty() -> None:
    """Art. 47(2): it is open to States that have no agreement, whether or not they insist on one."""
    (liberty,) = duties_on_law_enforcement_basis(
        EnforcementTies(established_in_accordance=True, agreement_exists=False)
    )
    assert liberty.modality is Modality.MAY
    assert liberty.trigger.is_yes


CONFISCATION = Execution(conditional_on_treaty=True, other_treaty=False)
FREEZE = ConfiscationRequest(kind=ConfiscationRequestKind.PROVISIONAL)


def confiscation_duty(execution: Execution) -> Duty:
    """Return the duty about the basis of confiscation."""
    found = {duty.id: duty for duty in duties_on_confiscation_request(FREEZE, execution=execution)}
    return found["take-convention-as-basis"]


def test_for_confiscation_the_convention_must_be_the_basis() -> None:
    """Art. 50(6): insisting on a treaty and having none, the State has no choice: the Convention is basis enough."""
    duty = confiscation_duty(CONFISCATION)
    assert duty.modality is Modality.SHALL
    assert duty.trigger.is_yes
    assert confiscation_duty(Execution(conditional_on_treaty=False)).trigger.is_no


@pytest.mark.parametrize("execution", every(Execution, "conditional_on_treaty", "other_treaty"))
def test_for_want_of_a_treaty_confiscation_is_never_refused(execution: Execution) -> None:
    """Art. 50(6): there is a basis whatever else is known, and whatever is not."""
    assert has_treaty_basis(execution).is_yes
    assert may_refuse_for_want_of_treaty(execution).is_no
    assert not has_treaty_basis(execution).open_questions


def test_the_three_strengths_side_by_side() -> None:
    """For the same want of a treaty: a liberty of whoever insists on one, a liberty of anybody, and a duty."""
    (insisting,) = duties_on_extradition_basis(REQUEST, relation=EXTRADITION)
    (anybody,) = duties_on_law_enforcement_basis(
        EnforcementTies(established_in_accordance=True, agreement_exists=False)
    )
    bound = confiscation_duty(CONFISCATION)
    clauses = [(clause.authority[0], clause.modality) for clause in (insisting, anybody, bound)]
    assert clauses == [(art(37, 5), Modality.MAY), (art(47, 2), Modality.MAY), (art(50, 6), Modality.SHALL)]
    assert all(clause.trigger.is_yes for clause in (insisting, anybody, bound))


def test_what_the_strength_comes_to() -> None:
    """Art. 37(5), Art. 50(6): who does not take the Convention lacks a basis to extradite, and has one to freeze."""
    assert has_extradition_basis(relation=attrs.evolve(EXTRADITION, considers_convention_basis=False)).is_no
    assert has_treaty_basis(CONFISCATION).is_yes


def test_the_rows_have_the_strengths_of_the_text() -> None:
    """Art. 47(2) asks for agreements besides, so its liberty stands second in the row."""
    found = {provision: row(provision) for provision in (art(37, 5), art(39, 2), art(47, 2), art(50, 6))}
    strengths = {provision: {one.modality, *one.also} for provision, one in found.items() if one}
    assert strengths[art(37, 5)] == strengths[art(39, 2)] == {Modality.MAY}
    assert Modality.MAY in strengths[art(47, 2)]
    assert strengths[art(50, 6)] == {Modality.SHALL}
