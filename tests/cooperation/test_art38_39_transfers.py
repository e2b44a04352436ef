"""Arts. 38 and 39: transfer of sentenced persons and of criminal proceedings."""

from tests.truthtables import disagreements
from uncc.cooperation import (
    ProceedingsTransfer,
    SentencedPerson,
    convention_is_basis_for_transfer_of_person,
    duties_on_proceedings_basis,
    duties_on_sentenced_persons,
    duties_on_transfer_of_proceedings,
    may_consider_transfer_agreement,
    may_take_convention_as_proceedings_basis,
    must_consider_transferring_proceedings,
)
from uncc.kernel.duties import Modality
from uncc.kernel.findings import Kind
from uncc.kernel.provisions import art


def test_38_table() -> None:
    """Art. 38: for an offence of the Convention, a sentence that deprives of liberty, to be completed there."""
    assert not disagreements(
        lambda a: may_consider_transfer_agreement(
            SentencedPerson(
                established_in_accordance=a["established"],
                deprived_of_liberty=a["deprived"],
                to_complete_sentence=a["complete"],
            )
        ),
        lambda w: w["established"] and w["deprived"] and w["complete"],
        "established",
        "deprived",
        "complete",
    )


def test_38_obliges_to_nothing() -> None:
    """Art. 38: may consider, may take into account; the rights of the person are to be taken into consideration."""
    agreements, weighing = duties_on_sentenced_persons(SentencedPerson())
    assert agreements.modality is weighing.modality is Modality.MAY
    assert agreements.qualifications == ("taking the rights of the sentenced persons into consideration",)
    assert weighing.qualifications == ()


def test_38_is_no_basis() -> None:
    """Art. 38: the article has no clause that makes the Convention a basis, by the text itself."""
    answer = convention_is_basis_for_transfer_of_person()
    assert answer.is_no
    assert answer.kind is Kind.TEXT


def test_39_1_table() -> None:
    """Art. 39(1): in the interests of justice; several jurisdictions are an example and no condition."""
    assert not disagreements(
        lambda a: must_consider_transferring_proceedings(
            ProceedingsTransfer(
                established_in_accordance=a["established"],
                serves_justice=a["justice"],
                several_jurisdictions=a["several"],
            )
        ),
        lambda w: w["established"] and w["justice"],
        "established",
        "justice",
        "several",
    )


def test_39_1_shall_consider() -> None:
    """Art. 39(1): to consider is owed, to transfer is not."""
    (duty,) = duties_on_transfer_of_proceedings(ProceedingsTransfer())
    assert duty.modality is Modality.SHALL_CONSIDER
    assert duty.authority == (art(39, 1),)


def test_39_2_table() -> None:
    """Art. 39(2): a State that insists on a treaty, asked by one with which it has none."""
    assert not disagreements(
        lambda a: may_take_convention_as_proceedings_basis(
            ProceedingsTransfer(
                established_in_accordance=a["established"],
                conditional_on_treaty=a["conditional"],
                request_received=a["received"],
                treaty_binds=a["treaty"],
            )
        ),
        lambda w: w["established"] and w["conditional"] and w["received"] and not w["treaty"],
        "established",
        "conditional",
        "received",
        "treaty",
    )


def test_39_2_is_a_liberty() -> None:
    """Art. 39(2): may."""
    assert duties_on_proceedings_basis(ProceedingsTransfer())[0].modality is Modality.MAY
