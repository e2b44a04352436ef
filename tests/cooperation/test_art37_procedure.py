"""Art. 37(9), (10), (14) and (19): speed, custody, fair treatment, authorities."""

from datetime import date, timedelta

import pytest
from attrs import evolve

from tests.cooperation.extradition import ACCESS, REQUEST
from tests.truthtables import Assignment, disagreements
from uncc.cooperation import (
    ExtraditionAuthority,
    ExtraditionCustody,
    ExtraditionRelation,
    PersonInProceedings,
    duties_on_extradition_authority,
    duties_on_extradition_procedure,
    has_notified_extradition_authority,
    is_guaranteed_fair_treatment,
    keeps_extradition_register_correct,
    may_take_into_custody,
    must_guarantee_fair_treatment,
)
from uncc.kernel import again
from uncc.kernel.between import Between
from uncc.kernel.duties import Modality
from uncc.kernel.facts import DayFact
from uncc.kernel.findings import Truth
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings import Readings
from uncc.readings.chapter_5 import UnpunishedOffence

DEPOSIT = date(2027, 5, 3)


def custody(a: Assignment) -> ExtraditionCustody:
    return ExtraditionCustody(
        warranted=a["warranted"],
        urgent=a["urgent"],
        requested=a["requested"],
        through_interpol=a.get("interpol"),
        law_and_treaties_allow=a["law"],
    )


def test_37_9_to_endeavour() -> None:
    """Art. 37(9): an endeavour, subject to domestic law, for offences to which the article applies."""
    duty = duties_on_extradition_procedure(REQUEST)[0]
    assert duty.modality is Modality.SHALL_ENDEAVOUR
    assert duty.trigger.is_yes
    assert duty.qualifications == ("subject to their domestic law",)
    assert duties_on_extradition_procedure(evolve(REQUEST, person_present=False))[0].trigger.is_no


def test_37_10_table() -> None:
    """Art. 37(10): warranted, urgent, requested, present, and allowed; the channel makes no difference."""
    assert not disagreements(
        lambda a: may_take_into_custody(evolve(REQUEST, person_present=a["present"]), custody(a)),
        lambda w: w["warranted"] and w["urgent"] and w["requested"] and w["present"] and w["law"],
        "warranted",
        "urgent",
        "requested",
        "present",
        "law",
        "interpol",
    )


def test_37_10_only_where_the_article_applies() -> None:
    """Art. 37(1), Art. 37(10): of a murder the article says nothing; of what is not punished here, by a reading."""
    allowed = custody({"warranted": True, "urgent": True, "requested": True, "law": True})
    murder = evolve(REQUEST, offences=(evolve(ACCESS, title="murder", established_in_accordance=False),))
    assert may_take_into_custody(murder, allowed).is_no
    assert may_take_into_custody(evolve(murder, offences=(*murder.offences, ACCESS)), allowed).is_yes
    unpunished = evolve(REQUEST, offences=(evolve(ACCESS, punishable_in_requested_state=False),))
    waives = ExtraditionRelation(permits_without_punishability=True)
    asked = may_take_into_custody(unpunished, allowed, relation=waives).open_questions
    assert [question.name for question in asked] == ["extradition-unpunished-offence"]
    under = Readings.of(UnpunishedOffence.APPLIES)
    assert may_take_into_custody(unpunished, allowed, relation=waives).under(under).is_yes
    duty = again.under(duties_on_extradition_procedure(unpunished, relation=waives, custody=allowed), under)[1]
    assert duty.trigger.is_yes
    assert may_take_into_custody(unpunished, allowed).is_unknown


def test_37_10_is_a_liberty() -> None:
    """Art. 37(10): the requested State may, and owes nothing."""
    duty = duties_on_extradition_procedure(REQUEST)[1]
    assert (duty.modality, duty.bearer) == (Modality.MAY, Role.REQUESTED_STATE)


def treatment(a: Assignment) -> PersonInProceedings:
    return PersonInProceedings(
        proceedings_carried_out=a["proceedings"],
        treated_fairly=a.get("fair"),
        enjoys_domestic_rights=a.get("rights"),
    )


def test_37_14_s31() -> None:
    """S31, Art. 37(14): denying the person rights of domestic law during proceedings is not consistent with it."""
    assert is_guaranteed_fair_treatment(treatment({"proceedings": True, "rights": False})).is_no


def test_37_14_table() -> None:
    """Art. 37(14): fair treatment and all rights of domestic law, wherever proceedings are carried out."""
    assert not disagreements(
        lambda a: is_guaranteed_fair_treatment(treatment(a)),
        lambda w: not w["proceedings"] or (w["fair"] and w["rights"]),
        "proceedings",
        "fair",
        "rights",
    )


def test_37_14_domestic_rights_are_not_all() -> None:
    """Art. 37(14): domestic rights are included in fair treatment and do not exhaust it."""
    assert is_guaranteed_fair_treatment(treatment({"proceedings": True, "rights": True, "fair": False})).is_no


def test_37_14_duty() -> None:
    """Art. 37(14): owed to any person, by the States, while proceedings are carried out; not only to nationals."""
    person = PersonInProceedings(proceedings_carried_out=True)
    duty = duties_on_extradition_procedure(REQUEST, person=person)[2]
    assert duty.modality is Modality.SHALL
    assert duty.trigger == must_guarantee_fair_treatment(person)
    assert duty.trigger.is_yes


def test_37_19_table() -> None:
    """Art. 37(19): name and address, in time."""
    assert not disagreements(
        lambda a: has_notified_extradition_authority(
            ExtraditionAuthority(
                name_communicated=a["name"],
                address_communicated=a["address"],
                communicated_on=DEPOSIT,
                deposited_on=DEPOSIT,
                details_correct=a["correct"],
            )
        ),
        lambda w: w["name"] and w["address"],
        "name",
        "address",
        "correct",
    )


@pytest.mark.parametrize(
    ("told", "deposited", "answer"),
    [
        (DEPOSIT, DEPOSIT, Truth.YES),
        (DEPOSIT - timedelta(400), DEPOSIT, Truth.YES),
        (DEPOSIT + timedelta(1), DEPOSIT, Truth.NO),
        (Between(DEPOSIT + timedelta(1), None), DEPOSIT, Truth.NO),
        (Between(None, DEPOSIT), Between(DEPOSIT, None), Truth.YES),
        (None, DEPOSIT, Truth.UNKNOWN),
        (DEPOSIT, None, Truth.UNKNOWN),
    ],
)
def test_37_19_in_time(told: DayFact, deposited: DayFact, answer: Truth) -> None:
    """Art. 37(19): at signature or with the instrument; what is told a day after the deposit is late."""
    authority = ExtraditionAuthority(
        name_communicated=True, address_communicated=True, communicated_on=told, deposited_on=deposited
    )
    finding = has_notified_extradition_authority(authority)
    assert finding.truth is answer
    days = {"ExtraditionAuthority.communicated_on", "ExtraditionAuthority.deposited_on"}
    assert {question.name for question in finding.open_questions} <= days
    assert bool(finding.open_questions) is (answer is Truth.UNKNOWN)


def test_37_19_details() -> None:
    """Art. 37(19): to be correct at all times, whatever was communicated once."""
    once = ExtraditionAuthority(
        name_communicated=True,
        address_communicated=True,
        communicated_on=DEPOSIT,
        deposited_on=DEPOSIT,
        details_correct=False,
    )
    assert has_notified_extradition_authority(once).is_yes
    assert keeps_extradition_register_correct(once).is_no


def test_37_19_duties() -> None:
    """Art. 37(19): the State names its authority and keeps the details correct; the depositary keeps the register."""
    duties = duties_on_extradition_authority()
    assert [duty.bearer for duty in duties] == [Role.STATE_PARTY, Role.DEPOSITARY, Role.STATE_PARTY]
    assert all(duty.modality is Modality.SHALL and duty.authority == (art(37, 19),) for duty in duties)
    assert all(duty.trigger.is_yes for duty in duties)
