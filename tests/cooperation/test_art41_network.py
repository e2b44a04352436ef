"""Art. 41: the 24/7 network: for what it can be called, and what each State must have for it."""

import pytest

from tests.truthtables import Assignment, disagreements
from uncc.cooperation import (
    ExistingNetwork,
    NetworkMeasure,
    NetworkRequest,
    Offence,
    PointOfContact,
    duties_on_contact_point,
    duties_on_network_request,
    has_capacity,
    has_personnel,
    has_point_of_contact,
    is_registered,
    may_ask_contact_point,
    may_carry_out_directly,
    may_use_existing_network,
    meets_network_obligations,
    must_carry_out_directly,
    must_tell_provider_location,
    network_is_open,
)
from uncc.general import Situation
from uncc.kernel.duties import Modality
from uncc.kernel.findings import Finding
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.readings import Readings
from uncc.readings.chapter_5 import NetworkDirectHelp

DIRECT = Readings.of(NetworkDirectHelp.DIRECT)
ACCESS = Offence(title="illegal access", established_in_accordance=True)
KIDNAPPING = Offence(title="kidnapping", established_in_accordance=False, serious_crime=True)
PETTY = Offence(title="parking", established_in_accordance=False, serious_crime=False)
EMERGENCY = Situation(risk_to_person=True, significant=True, imminent=True)


def cited(finding: Finding) -> set[Provision]:
    return {provision for part in finding.walk() for provision in part.authority}


# Art. 41(1)


def request(a: Assignment) -> NetworkRequest:
    return NetworkRequest(
        offence=Offence(title="an offence", established_in_accordance=a["convention"], serious_crime=a["serious"]),
        specific_case=a["case"],
        seeks_electronic_evidence=a["evidence"],
    )


MATTER = ("case", "evidence", "convention", "serious")


def test_41_1_table() -> None:
    """Art. 41(1): a specific case about a Convention offence, or electronic evidence of one or of a serious crime."""
    assert not disagreements(
        lambda a: network_is_open(request(a)),
        lambda w: (w["case"] and w["convention"]) or (w["evidence"] and (w["convention"] or w["serious"])),
        *MATTER,
    )


def test_41_1_a_serious_crime_opens_it_for_evidence_only() -> None:
    """Art. 41(1): a serious crime that is no Convention offence gets electronic evidence and no other help."""
    assert network_is_open(
        NetworkRequest(offence=KIDNAPPING, specific_case=True, seeks_electronic_evidence=False)
    ).is_no
    assert network_is_open(NetworkRequest(offence=KIDNAPPING, seeks_electronic_evidence=True)).is_yes
    assert network_is_open(NetworkRequest(offence=PETTY, specific_case=True, seeks_electronic_evidence=True)).is_no


def test_41_1_an_offence_that_is_not_named() -> None:
    """Art. 41(1): without an offence nothing is sure."""
    assert network_is_open(NetworkRequest(specific_case=True, seeks_electronic_evidence=True)).is_unknown


def test_41_1_point_of_contact_table() -> None:
    """Art. 41(1): designated, at all hours, on all days."""
    assert not disagreements(
        lambda a: has_point_of_contact(
            PointOfContact(designated=a["designated"], all_hours=a["hours"], all_days=a["days"])
        ),
        lambda w: w["designated"] and w["hours"] and w["days"],
        "designated",
        "hours",
        "days",
    )


def test_41_1_s42() -> None:
    """S42, Art. 41(1): weekdays from nine to five is neither all hours nor all days."""
    office = PointOfContact(designated=True, all_hours=False, all_days=False)
    assert has_point_of_contact(office).is_no
    assert meets_network_obligations(office).is_no
    assert has_point_of_contact(PointOfContact(designated=True, all_hours=True, all_days=False)).is_no


# Art. 41(2), (4), (5)


def test_41_2_notification() -> None:
    """Art. 41(2): the Secretary-General knows the point of contact, or does not, or that is not known."""
    answers = [is_registered(PointOfContact(notified=value)) for value in (True, False, None)]
    assert [(found.is_yes, found.is_no) for found in answers] == [(True, False), (False, True), (False, False)]


def test_41_4_table() -> None:
    """Art. 41(4): quick communication, and quick coordination unless it is itself part of the authorities."""
    assert not disagreements(
        lambda a: has_capacity(
            PointOfContact(
                communicates_expeditiously=a["communicates"],
                part_of_authority=a["part"],
                coordinates_expeditiously=a["coordinates"],
            )
        ),
        lambda w: w["communicates"] and (w["part"] or w["coordinates"]),
        "communicates",
        "part",
        "coordinates",
    )


def test_41_5_table() -> None:
    """Art. 41(5): trained, and equipped."""
    assert not disagreements(
        lambda a: has_personnel(PointOfContact(trained=a["trained"], equipped=a["equipped"])),
        lambda w: w["trained"] and w["equipped"],
        "trained",
        "equipped",
    )


def test_41_all_of_it() -> None:
    """Art. 41(1), (2), (4) and (5): a State that lacks one thing lacks something."""
    full = dict.fromkeys(PointOfContact.questions(), True)
    assert meets_network_obligations(PointOfContact(**full)).is_yes
    alone = full | {"part_of_authority": False}
    assert meets_network_obligations(PointOfContact(**alone)).is_yes
    for name in set(full) - {"part_of_authority", "coordinates_expeditiously"}:
        assert meets_network_obligations(PointOfContact(**(full | {name: False}))).is_no, name
    apart = alone | {"coordinates_expeditiously": False}
    assert meets_network_obligations(PointOfContact(**apart)).is_no


def test_41_duties_of_the_network() -> None:
    """Art. 41(1), (2), (4), (5) and (6): who shall and who may do what."""
    duties = duties_on_contact_point(PointOfContact())
    assert [(duty.authority[0], duty.modality, duty.bearer) for duty in duties] == [
        (art(41, 1), Modality.SHALL, Role.STATE_PARTY),
        (art(41, 2), Modality.SHALL, Role.STATE_PARTY),
        (art(41, 2), Modality.SHALL, Role.SECRETARY_GENERAL),
        (art(41, 2), Modality.SHALL, Role.SECRETARY_GENERAL),
        (art(41, 4), Modality.SHALL, Role.STATE_PARTY),
        (art(41, 5), Modality.SHALL, Role.STATE_PARTY),
        (art(41, 6), Modality.MAY, Role.STATES_PARTIES),
    ]
    assert [duty.trigger.truth.name for duty in duties] == ["YES", "UNKNOWN", "YES", "YES", "YES", "YES", "UNKNOWN"]


def test_41_2_the_register_is_the_secretary_generals_and_the_list_goes_round_every_year() -> None:
    """Art. 41(2): notice goes to the Secretary-General, who keeps the register and circulates the list each year."""
    duties = {duty.id: duty for duty in duties_on_contact_point(PointOfContact(designated=True))}
    assert duties["contact-point"].towards is Role.SECRETARY_GENERAL
    assert duties["circulate-list-of-contact-points"].qualifications == ("every year",)
    assert not duties["keep-register"].qualifications


# Art. 41(3)


@pytest.mark.parametrize("measure", NetworkMeasure, ids=lambda measure: measure.value)
def test_41_3_each_measure_follows_the_matter(measure: NetworkMeasure) -> None:
    """Art. 41(3): each measure can be asked for iff the network is open for the matter."""
    assert not disagreements(
        lambda a: may_ask_contact_point(measure, request(a), situation=EMERGENCY),
        lambda w: (w["case"] and w["convention"]) or (w["evidence"] and (w["convention"] or w["serious"])),
        *MATTER,
    )


def test_41_3_each_measure_has_its_item() -> None:
    """Art. 41(3)(a) to (e): the five measures, in the order of the text."""
    for measure, item in zip(NetworkMeasure, "abcde", strict=True):
        assert art(41, 3, item) in may_ask_contact_point(measure, NetworkRequest()).authority


@pytest.mark.parametrize("lacking", ["risk_to_person", "significant", "imminent"])
def test_41_3_e_needs_an_emergency(lacking: str) -> None:
    """Art. 41(3)(e): data to avert an emergency need one; the other measures do not."""
    known = {"risk_to_person": True, "significant": True, "imminent": True, lacking: False}
    case = NetworkRequest(offence=ACCESS, specific_case=True)
    for measure in NetworkMeasure:
        found = may_ask_contact_point(measure, case, situation=Situation(**known))
        assert found.is_no is (measure is NetworkMeasure.EMERGENCY_DATA)
    assert may_ask_contact_point(NetworkMeasure.EMERGENCY_DATA, case).is_unknown


def test_41_3_direct_help_table() -> None:
    """Art. 41(3): domestic law and practice must both permit direct help."""
    assert not disagreements(
        lambda a: may_carry_out_directly(
            NetworkRequest(law_permits_direct_help=a["law"], practice_permits_direct_help=a["practice"])
        ),
        lambda w: w["law"] and w["practice"],
        "law",
        "practice",
    )


def test_41_3_direct_help_is_owed_on_one_reading() -> None:
    """Art. 41(3): as adopted facilitating is enough; on the other reading what is permitted is owed."""
    able = NetworkRequest(
        offence=ACCESS, specific_case=True, law_permits_direct_help=True, practice_permits_direct_help=True
    )
    barred = NetworkRequest(offence=ACCESS, specific_case=True, law_permits_direct_help=False)
    advice = NetworkMeasure.TECHNICAL_ADVICE
    assert must_carry_out_directly(advice, able).is_no
    assert must_carry_out_directly(advice, able).under(DIRECT).is_yes
    assert must_carry_out_directly(advice, barred).under(DIRECT).is_no
    assert must_carry_out_directly(advice, NetworkRequest()).under(DIRECT).is_unknown
    assert not must_carry_out_directly(advice, NetworkRequest()).open_questions


def test_41_3_b_location_table() -> None:
    """Art. 41(3)(b): the location is told where it is known and telling it is appropriate."""
    assert not disagreements(
        lambda a: must_tell_provider_location(
            NetworkRequest(
                offence=ACCESS,
                specific_case=a["case"],
                seeks_electronic_evidence=False,
                provider_location_known=a["known"],
                provider_location_appropriate=a["appropriate"],
            )
        ),
        lambda w: w["case"] and w["known"] and w["appropriate"],
        "case",
        "known",
        "appropriate",
    )


def test_41_3_duties() -> None:
    """Art. 41(3): immediate assistance for each measure; for preservation the location as well."""
    case = NetworkRequest(offence=ACCESS, specific_case=True)
    for measure in NetworkMeasure:
        duties = duties_on_network_request(measure, case, situation=EMERGENCY)
        assert [duty.modality for duty in duties[:2]] == [Modality.SHALL] * 2
        assert [duty.trigger.truth.name for duty in duties[:2]] == ["YES", "NO"]
        located = [duty.id for duty in duties[2:]]
        assert located == (["tell-provider-location"] if measure is NetworkMeasure.PRESERVATION else [])


# Art. 41(6)


def test_41_6_table() -> None:
    """Art. 41(6): authorized, applicable, and within the limits of domestic law."""
    assert not disagreements(
        lambda a: may_use_existing_network(
            ExistingNetwork(authorized=a["authorized"], applicable=a["applicable"], within_domestic_law=a["law"])
        ),
        lambda w: w["authorized"] and w["applicable"] and w["law"],
        "authorized",
        "applicable",
        "law",
    )


def test_41_6_replaces_nothing() -> None:
    """Art. 41(6): whoever uses another network must still designate a point of contact."""
    network = ExistingNetwork(authorized=True, applicable=True, within_domestic_law=True)
    first, *_, last = duties_on_contact_point(PointOfContact(designated=False), network=network)
    assert (first.trigger.is_yes, last.trigger.is_yes) == (True, True)
    assert art(41, 6) in cited(last.trigger)
