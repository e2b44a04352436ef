"""Art. 4: offences of other conventions of the United Nations that are committed online."""

from tests.truthtables import Assignment, World, disagreements
from uncc.general import (
    OtherOffence,
    creates_convention_offence,
    duties_on_online_commission,
    must_cover_online_commission,
)
from uncc.kernel.duties import Modality
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

FACTS = ("un", "party", "established")


def offence(a: Assignment) -> OtherOffence:
    """The offence that a row of the table describes."""
    return OtherOffence(un_convention=a["un"], state_is_party=a["party"], established_in_accordance=a["established"])


def covered(w: World) -> bool:
    return w["un"] and w["party"] and w["established"]


def test_4_1_table() -> None:
    """Art. 4(1): an offence of a United Nations treaty that binds the State must be one online as well."""
    assert not disagreements(lambda a: must_cover_online_commission(offence(a)), covered, *FACTS)


def test_4_1_table_of_the_duty() -> None:
    """Art. 4(1): the duty arises exactly when the offence must be covered."""
    assert not disagreements(lambda a: duties_on_online_commission(offence(a))[0].trigger, covered, *FACTS)


def test_4_1_only_treaties_of_the_state() -> None:
    """Art. 4(1): a treaty to which the State is no Party imposes nothing through this article."""
    foreign = OtherOffence(un_convention=True, state_is_party=False, established_in_accordance=True)
    assert must_cover_online_commission(foreign).is_no


def test_4_1_only_treaties_of_the_united_nations() -> None:
    """Art. 4(1): a regional treaty is not meant, even if it binds the State."""
    regional = OtherOffence(un_convention=False, state_is_party=True, established_in_accordance=True)
    assert must_cover_online_commission(regional).is_no


def test_4_1_is_a_strict_duty_of_the_states_parties() -> None:
    """Art. 4(1): the States Parties bear it, it is not left to them, and it is fulfilled under domestic law."""
    (duty,) = duties_on_online_commission(OtherOffence())
    assert duty.bearer is Role.STATES_PARTIES
    assert duty.modality is Modality.SHALL
    assert duty.authority == (art(4, 1),)
    assert "under domestic law" in duty.qualifications
    assert duty.deadline is None


def test_4_2_creates_no_offence() -> None:
    """Art. 4(2): the article makes no offence one of this Convention, and that depends on nothing."""
    finding = creates_convention_offence()
    assert finding.is_no
    assert not finding.open_questions
    assert art(4, 2) in {provision for part in finding.walk() for provision in part.authority}
