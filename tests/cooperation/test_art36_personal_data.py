"""Art. 36: transferring personal data, conditions, safeguards, and passing the data on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.truthtables import Assignment, disagreements
from uncc.cooperation import (
    DataSafeguards,
    OnwardTransfer,
    PersonalDataTransfer,
    duties_on_onward_transfer,
    duties_on_personal_data,
    has_safeguards,
    is_compliant_transfer,
    may_impose_conditions,
    may_transfer_onward,
    need_not_transfer,
    needs_authorization,
)
from uncc.kernel.duties import Duty, Modality
from uncc.kernel.findings import Finding
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_5 import PersonalDataConditions

MUST_SEEK = Readings.of(PersonalDataConditions.MUST_SEEK)
facts = st.sampled_from((True, False, None))


def cited(finding: Finding) -> set[Provision]:
    return {provision for part in finding.walk() for provision in part.authority}


def by_id(duties: tuple[Duty, ...]) -> dict[str, Duty]:
    return {duty.id: duty for duty in duties}


# Art. 36(1)


def transfer(a: Assignment) -> PersonalDataTransfer:
    return PersonalDataTransfer(
        personal=a["personal"],
        accords_with_domestic_law=a["domestic"],
        accords_with_international_law=a["international"],
        data_protection_allows=a["protection"],
        conditions_would_comply=a["conditions"],
    )


FACTS = ("personal", "domestic", "international", "protection", "conditions")


def test_36_1_a_compliance_needs_both_laws() -> None:
    """Art. 36(1)(a): a transfer accords with the law iff it accords with domestic and with international law."""
    assert not disagreements(
        lambda a: is_compliant_transfer(transfer(a)), lambda w: w["domestic"] and w["international"], *FACTS
    )


def test_36_1_a_freedom_not_to_transfer() -> None:
    """Art. 36(1)(a): nothing requires a transfer of personal data that the laws protecting them do not allow."""
    assert not disagreements(
        lambda a: need_not_transfer(transfer(a)), lambda w: w["personal"] and not w["protection"], *FACTS
    )


def test_36_1_a_freedom_if_conditions_must_be_sought() -> None:
    """Art. 36(1)(a) and (b): on the other reading conditions that would help take the freedom away."""
    assert not disagreements(
        lambda a: need_not_transfer(transfer(a)).under(MUST_SEEK),
        lambda w: w["personal"] and not w["protection"] and not w["conditions"],
        *FACTS,
    )


def test_36_1_a_another_law_is_no_excuse() -> None:
    """Art. 36(1)(a): the freedom comes from the laws on personal data, not from any other law."""
    found = need_not_transfer(
        PersonalDataTransfer(personal=True, accords_with_domestic_law=False, data_protection_allows=True)
    )
    assert found.is_no
    assert art(36, 1, "a") in cited(found)


def test_36_1_b_conditions() -> None:
    """Art. 36(1)(b): conditions may be sought iff the transfer would not comply without and would with them."""
    assert not disagreements(
        lambda a: may_impose_conditions(transfer(a)),
        lambda w: w["personal"] and not (w["domestic"] and w["international"] and w["protection"]) and w["conditions"],
        *FACTS,
    )


def test_36_1_b_no_conditions_on_a_lawful_transfer() -> None:
    """Art. 36(1)(b): where the transfer complies as it stands, this item opens no conditions."""
    lawful = PersonalDataTransfer(
        personal=True,
        accords_with_domestic_law=True,
        accords_with_international_law=True,
        data_protection_allows=True,
        conditions_would_comply=True,
    )
    assert may_impose_conditions(lawful).is_no


def test_36_1_and_2_modalities() -> None:
    """Art. 36(1) and (2): shall, may, are encouraged, shall, each for those whom the text addresses."""
    duties = by_id(duties_on_personal_data(PersonalDataTransfer()))
    assert [(duty.modality, duty.bearer, duty.authority) for duty in duties.values()] == [
        (Modality.SHALL, Role.REQUESTED_STATE, (art(36, 1, "a"),)),
        (Modality.MAY, Role.REQUESTED_STATE, (art(36, 1, "b"),)),
        (Modality.ENCOURAGED, Role.STATES_PARTIES, (art(36, 1, "c"),)),
        (Modality.SHALL, Role.STATES_PARTIES, (art(36, 2),)),
    ]
    assert duties["establish-arrangements"].trigger.is_yes
    assert duties["transfer-in-accordance-with-law"].trigger.is_unknown


def test_36_1_data_that_are_not_personal() -> None:
    """Art. 36(1): of data that are not personal the article says nothing."""
    duties = by_id(duties_on_personal_data(PersonalDataTransfer(personal=False)))
    assert duties["transfer-in-accordance-with-law"].trigger.is_no
    assert duties["seek-conditions"].trigger.is_no
    assert need_not_transfer(PersonalDataTransfer(personal=False, data_protection_allows=False)).is_no


# Art. 36(2)


def test_36_2_table() -> None:
    """Art. 36(2): safeguards must stand in the State's law, be effective, and be appropriate."""
    assert not disagreements(
        lambda a: has_safeguards(
            DataSafeguards(in_legal_framework=a["law"], effective=a["effective"], appropriate=a["appropriate"])
        ),
        lambda w: w["law"] and w["effective"] and w["appropriate"],
        "law",
        "effective",
        "appropriate",
    )


def test_36_2_duty_arises_with_the_transfer() -> None:
    """Art. 36(2): the safeguards are owed for data that were transferred in accordance with the Convention."""
    for received in (True, False, None):
        safeguards = DataSafeguards(received_under_convention=received)
        duty = by_id(duties_on_personal_data(PersonalDataTransfer(), safeguards=safeguards))["safeguard-data-received"]
        assert (duty.trigger.is_yes, duty.trigger.is_no) == (received is True, received is False)


# Art. 36(3)


def onward(a: Assignment) -> OnwardTransfer:
    return OnwardTransfer(
        notified=a["notified"],
        authorization_requested=a["requested"],
        authorized=a["authorized"],
        requires_written_form=a["required"],
        authorized_in_writing=a["written"],
    )


def test_36_3_table() -> None:
    """Art. 36(3): passing on needs notice, a request, authorization, and the form that is required."""
    assert not disagreements(
        lambda a: may_transfer_onward(onward(a)),
        lambda w: w["notified"] and w["requested"] and w["authorized"] and (w["written"] or not w["required"]),
        "notified",
        "requested",
        "authorized",
        "required",
        "written",
    )


def test_36_3_scope() -> None:
    """Art. 36(3): personal data obtained under the Convention, to a third country or an organization."""
    assert not disagreements(
        lambda a: needs_authorization(
            OnwardTransfer(
                personal=a["personal"],
                obtained_under_convention=a["obtained"],
                to_third_country=a["country"],
                to_international_organization=a["organization"],
            )
        ),
        lambda w: w["personal"] and w["obtained"] and (w["country"] or w["organization"]),
        "personal",
        "obtained",
        "country",
        "organization",
    )


def test_36_3_s25() -> None:
    """S25, Art. 36(3): notice without an answer is no authorization."""
    asked = OnwardTransfer(notified=True, authorization_requested=True, authorized=False)
    assert may_transfer_onward(asked).is_no


def test_36_3_s26() -> None:
    """S26, Art. 36(3): where the file does not say whether authorization was given, that is what is missing."""
    found = may_transfer_onward(
        OnwardTransfer(notified=True, authorization_requested=True, requires_written_form=False)
    )
    assert found.is_unknown
    assert [question.name for question in found.open_questions] == ["OnwardTransfer.authorized"]
    assert found.open_questions[0].asked_of is Role.REQUESTED_STATE


@pytest.mark.parametrize("written", [True, None])
def test_36_3_the_form_is_the_original_states_choice(written: bool | None) -> None:
    """Art. 36(3): without a requirement of form a spoken authorization is enough; with one it is not."""
    spoken = OnwardTransfer(notified=True, authorization_requested=True, authorized=True, requires_written_form=False)
    assert may_transfer_onward(spoken).is_yes
    formal = OnwardTransfer(
        notified=True,
        authorization_requested=True,
        authorized=True,
        requires_written_form=True,
        authorized_in_writing=written,
    )
    assert may_transfer_onward(formal).is_yes is (written is True)


@given(
    st.builds(
        OnwardTransfer,
        authorized=st.just(False),
        **dict.fromkeys((name for name in OnwardTransfer.questions() if name not in {"authorized", "given_up"}), facts),
    )
)
def test_36_3_never_without_authorization(transfer: OnwardTransfer) -> None:
    """Art. 36(3): without authorization NO, whatever else is known."""
    assert may_transfer_onward(transfer).is_no
    forbidden = by_id(duties_on_onward_transfer(transfer))["no-transfer-without-authorization"]
    assert forbidden.trigger.truth is needs_authorization(transfer).truth


def test_36_3_duties() -> None:
    """Art. 36(3): notify and request, do not transfer without; the original State may insist on writing."""
    governed = OnwardTransfer(personal=True, obtained_under_convention=True, to_third_country=True)
    duties = by_id(duties_on_onward_transfer(governed))
    assert [(duty.modality, duty.bearer) for duty in duties.values()] == [
        (Modality.SHALL, Role.REQUESTING_STATE),
        (Modality.SHALL, Role.REQUESTING_STATE),
        (Modality.SHALL_NOT, Role.REQUESTING_STATE),
        (Modality.MAY, Role.REQUESTED_STATE),
    ]
    assert duties["notify-intention"].trigger.is_yes
    forbidden = duties["no-transfer-without-authorization"]
    assert forbidden.trigger.is_yes
    assert [event.finding for event in forbidden.life.ends] == [may_transfer_onward(governed)]
    elsewhere = OnwardTransfer(to_third_country=False, to_international_organization=False)
    assert all(duty.trigger.is_no for duty in duties_on_onward_transfer(elsewhere))


def test_36_3_the_prohibition_falls_with_the_authorization() -> None:
    """Art. 36(3): once all conditions are met nothing forbids the onward transfer."""
    done = OnwardTransfer(
        personal=True,
        obtained_under_convention=True,
        to_international_organization=True,
        notified=True,
        authorization_requested=True,
        authorized=True,
        authorized_in_writing=True,
    )
    assert may_transfer_onward(done).is_yes
    (ended,) = by_id(duties_on_onward_transfer(done))["no-transfer-without-authorization"].life.ends
    assert ended.finding.is_yes


def test_36_readings_are_consulted() -> None:
    """Art. 36(1): the reading on conditions is named in the answer that rests on it."""
    for under in (AS_ADOPTED, MUST_SEEK):
        found = need_not_transfer(PersonalDataTransfer(personal=True, data_protection_allows=False)).under(under)
        assert [consulted.reading.id for consulted in found.readings] == ["personal-data-conditions"]
