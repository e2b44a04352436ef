"""Art. 37(5), Art. 39(2), Art. 47(2): the clauses that make the Convention a basis, set side by side."""

from tests.cooperation.extradition import REQUEST
from uncc.catalogue import row
from uncc.cooperation import (
    BasisNotice,
    EnforcementTies,
    ExtraditionRelation,
    ProceedingsTransfer,
    basis_for_law_enforcement_liberty,
    extradition_basis_duties,
    extradition_basis_liberty,
    proceedings_basis_liberty,
)
from uncc.duties import Modality
from uncc.provisions import art

EXTRADITION = ExtraditionRelation(conditional_on_treaty=True, treaty_binds=False, notice=BasisNotice.DOES_NOT_TAKE)
PROCEEDINGS = ProceedingsTransfer(
    established_in_accordance=True, conditional_on_treaty=True, request_received=True, treaty_binds=False
)


def test_the_clauses_are_liberties_in_the_same_situation() -> None:
    """Art. 37(5), Art. 39(2): insisting on a treaty and having none, the State may take the Convention; no more."""
    liberties = (
        extradition_basis_liberty(REQUEST, relation=EXTRADITION),
        proceedings_basis_liberty(PROCEEDINGS),
    )
    for liberty in liberties:
        assert liberty.modality is Modality.MAY
        assert liberty.trigger.is_yes


def test_only_extradition_has_duties_about_the_basis() -> None:
    """Art. 37(6): to tell the depositary and to seek treaties is owed for extradition and not for proceedings."""
    owed = [duty.id for duty in extradition_basis_duties(EXTRADITION) if duty.trigger.is_yes]
    assert {"give-basis-notice", "seek-extradition-treaties"} <= set(owed)
    clause = row(art(39, 2))
    assert clause
    assert (clause.modality, clause.also) == (Modality.MAY, ())


def test_the_liberty_at_police_level_does_not_ask_for_a_condition_of_treaty() -> None:
    """Art. 47(2): it is open to States that have no agreement, whether or not they insist on one."""
    liberty = basis_for_law_enforcement_liberty(EnforcementTies(established_in_accordance=True, agreement_exists=False))
    assert liberty.modality is Modality.MAY
    assert liberty.trigger.is_yes
