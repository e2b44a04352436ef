"""Art. 48: joint investigations."""

from tests.truthtables import Assignment, disagreements
from uncc.cooperation import (
    JointInvestigation,
    duties_on_joint_investigation,
    may_investigate_jointly,
    must_consider_joint_investigation_agreement,
    respects_territorial_sovereignty,
)
from uncc.kernel.duties import Modality

FACTS = ("established", "proceedings", "standing", "case", "sovereignty")


def investigation(a: Assignment) -> JointInvestigation:
    return JointInvestigation(
        established_in_accordance=a.get("established"),
        subject_of_proceedings=a.get("proceedings"),
        agreement_provides=a.get("standing"),
        agreed_for_case=a.get("case"),
        sovereignty_respected=a.get("sovereignty"),
    )


def test_48_s48() -> None:
    """S48, Art. 48: with no agreement on joint investigations, two States agree on one for a single case."""
    assert may_investigate_jointly(investigation({"established": True, "standing": False, "case": True})).is_yes


def test_48_table() -> None:
    """Art. 48: for offences of the Convention, under an agreement of either kind."""
    assert not disagreements(
        lambda a: may_investigate_jointly(investigation(a)),
        lambda w: w["established"] and (w["standing"] or w["case"]),
        *FACTS,
    )


def test_48_never_without_agreement() -> None:
    """Art. 48: nothing lets a State take part without having agreed."""
    assert may_investigate_jointly(investigation({"established": True, "standing": False, "case": False})).is_no


def test_48_agreements_table() -> None:
    """Art. 48: agreements are to be considered for offences that are pursued in one or more States."""
    assert not disagreements(
        lambda a: must_consider_joint_investigation_agreement(investigation(a)),
        lambda w: w["established"] and w["proceedings"],
        *FACTS,
    )


def test_48_sovereignty() -> None:
    """Art. 48: full respect is owed wherever the States investigate jointly, and is no condition of agreeing."""
    disregarded = investigation({"established": True, "case": True, "sovereignty": False})
    assert respects_territorial_sovereignty(disregarded).is_no
    consider, undertake, respect = duties_on_joint_investigation(disregarded)
    assert [duty.modality for duty in (consider, undertake, respect)] == [
        Modality.SHALL_CONSIDER,
        Modality.MAY,
        Modality.SHALL,
    ]
    assert respect.trigger.is_yes
