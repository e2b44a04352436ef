"""Art. 43: expedited disclosure of preserved traffic data that show a path into another State."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.truthtables import Assignment, disagreements
from uncc.cooperation import (
    DataCategory,
    Discovery,
    Ground,
    PersonalDataTransfer,
    Position,
    disclosure_grounds,
    duties_on_path_disclosure,
    is_disclosed_on_discovery,
    may_refuse_disclosure,
    must_disclose_path,
)
from uncc.kernel import again
from uncc.kernel.duties import Modality, Promptness
from uncc.kernel.findings import Finding, Truth
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings import Readings
from uncc.readings.chapter_5 import DisclosurePersonalData

CLOSED_LIST = frozenset({Ground.ESSENTIAL_INTERESTS, Ground.DOMESTIC_PROHIBITION, Ground.DISCRIMINATION})
OUTSIDE = sorted(set(Ground) - CLOSED_LIST - {Ground.PERSONAL_DATA}, key=lambda ground: ground.name)
FOUND = Discovery(executing_preservation_request=True, concerns_traffic_data=True, provider_in_another_party=True)


# Art. 43(1)


def discovery(a: Assignment) -> Discovery:
    return Discovery(
        executing_preservation_request=a["executing"],
        concerns_traffic_data=a["traffic"],
        provider_in_another_party=a["abroad"],
    )


FACTS = ("executing", "traffic", "abroad")


def test_43_1_table() -> None:
    """Art. 43(1): disclosure is owed iff a provider abroad is found while traffic data are being preserved."""
    assert not disagreements(
        lambda a: must_disclose_path(discovery(a)), lambda w: w["executing"] and w["traffic"] and w["abroad"], *FACTS
    )


def test_43_1_a_provider_at_home() -> None:
    """Art. 43(1): that only providers at home took part triggers nothing."""
    assert must_disclose_path(Discovery(provider_in_another_party=False)).is_no


def test_43_1_duty() -> None:
    """Art. 43(1): the requested State discloses expeditiously to the requesting State."""
    duty, _ = duties_on_path_disclosure(FOUND)
    assert duty.bearer is Role.REQUESTED_STATE
    assert duty.modality is Modality.SHALL
    assert duty.towards is Role.REQUESTING_STATE
    assert duty.deadline is Promptness.EXPEDITIOUSLY
    assert art(43, 1) in duty.authority


def test_43_1_duty_table() -> None:
    """Art. 43(1): the duty is exactly as firm as the discovery."""
    assert not disagreements(
        lambda a: duties_on_path_disclosure(discovery(a))[0].trigger,
        lambda w: w["executing"] and w["traffic"] and w["abroad"],
        *FACTS,
    )


def test_43_1_s47() -> None:
    """S47, Art. 43(1): content is not disclosed under this article."""
    assert is_disclosed_on_discovery(DataCategory.CONTENT_DATA).is_no


def test_43_1_traffic_data_only() -> None:
    """Art. 43(1): of the categories of data, traffic data alone are disclosed on discovery."""
    disclosed = {category for category in DataCategory if is_disclosed_on_discovery(category).is_yes}
    assert disclosed == {DataCategory.TRAFFIC_DATA}
    for category in set(DataCategory) - disclosed:
        assert is_disclosed_on_discovery(category).is_no


# Art. 43(2)


def refusal(ground: Ground, a: Assignment) -> Finding:
    return may_refuse_disclosure(
        ground,
        position=Position(
            prejudices_essential_interests=a["interests"],
            prohibited_for_similar_offence=a["prohibited"],
            discriminatory_purpose=a["purpose"],
            discriminatory_prejudice=a["prejudice"],
        ),
    )


POSITION = ("interests", "prohibited", "purpose", "prejudice")


def test_43_2_tables() -> None:
    """Art. 43(2): each ground that is taken over is open exactly on its own facts."""
    assert not disagreements(lambda a: refusal(Ground.ESSENTIAL_INTERESTS, a), lambda w: w["interests"], *POSITION)
    assert not disagreements(lambda a: refusal(Ground.DOMESTIC_PROHIBITION, a), lambda w: w["prohibited"], *POSITION)
    assert not disagreements(
        lambda a: refusal(Ground.DISCRIMINATION, a), lambda w: w["purpose"] or w["prejudice"], *POSITION
    )


@pytest.mark.parametrize(("requires", "doubts"), list(product((True, False, None), repeat=2)))
def test_43_2_knows_no_dual_criminality(requires: bool | None, doubts: bool | None) -> None:
    """Art. 43(2): the ground of Art. 42(5) is reserved against preservation and is not available here."""
    position = Position(requires_dual_criminality_for_disclosure=requires, doubts_dual_criminality_at_disclosure=doubts)
    assert may_refuse_disclosure(Ground.DUAL_CRIMINALITY, position=position).is_no


@pytest.mark.parametrize("ground", OUTSIDE, ids=lambda ground: ground.name)
def test_43_2_closes_the_list(ground: Ground) -> None:
    """Art. 43(2): a ground that is not on the list is closed, though nothing is known about the case."""
    assert may_refuse_disclosure(ground).is_no


def test_43_2_authority() -> None:
    """Art. 43(2) is where the list comes from, for what is on it and what is not."""
    for ground in Ground:
        finding = may_refuse_disclosure(ground)
        assert art(43, 2) in {provision for part in finding.walk() for provision in part.authority}


facts = st.sampled_from((True, False, None))
positions = st.builds(
    Position,
    prejudices_essential_interests=facts,
    prohibited_for_similar_offence=facts,
    discriminatory_purpose=facts,
    discriminatory_prejudice=facts,
    requires_dual_criminality_for_disclosure=facts,
    doubts_dual_criminality_at_disclosure=facts,
)


@given(positions)
def test_43_2_nothing_outside_the_list_is_ever_open(position: Position) -> None:
    """Art. 43(2): whatever the facts, no ground but the three named ones is open, personal data being a reading."""
    listed = disclosure_grounds(position=position)
    assert set(listed) >= CLOSED_LIST
    for ground, finding in listed.items():
        assert finding.truth is may_refuse_disclosure(ground, position=position).truth
        assert ground in CLOSED_LIST or finding.is_no or ground is Ground.PERSONAL_DATA
    for ground in OUTSIDE:
        assert may_refuse_disclosure(ground, position=position).is_no


BARRED = PersonalDataTransfer(personal=True, data_protection_allows=False)


@pytest.mark.parametrize(
    ("transfer", "as_adopted", "on_the_list", "by_article_36"),
    [
        (BARRED, Truth.UNKNOWN, Truth.NO, Truth.YES),
        (PersonalDataTransfer(), Truth.UNKNOWN, Truth.NO, Truth.UNKNOWN),
        (PersonalDataTransfer(personal=False), Truth.NO, Truth.NO, Truth.NO),
        (PersonalDataTransfer(data_protection_allows=True), Truth.NO, Truth.NO, Truth.NO),
    ],
)
def test_43_2_personal_data_is_a_reading(
    transfer: PersonalDataTransfer, as_adopted: Truth, on_the_list: Truth, by_article_36: Truth
) -> None:
    """Art. 36(1)(a), Art. 43(2): a closed list meets a freedom that is stated for the whole Convention."""
    for under, answer in (
        (Readings(), as_adopted),
        (Readings.of(DisclosurePersonalData.LIST_IS_CLOSED), on_the_list),
        (Readings.of(DisclosurePersonalData.TRANSFER_NOT_REQUIRED), by_article_36),
    ):
        finding = may_refuse_disclosure(Ground.PERSONAL_DATA, transfer=transfer).under(under)
        assert finding.truth is answer
        assert again.under(disclosure_grounds(transfer=transfer), under)[Ground.PERSONAL_DATA] == finding


def test_43_2_the_reading_is_what_is_asked() -> None:
    """Art. 43(2): where the law on personal data is known to bar the transfer, the reading alone is open."""
    finding = may_refuse_disclosure(Ground.PERSONAL_DATA, transfer=BARRED)
    assert [question.name for question in finding.open_questions] == ["disclosure-personal-data"]
