"""Art. 45: the endeavour to assist in the real-time collection of traffic data, and the particulars of a request."""

from datetime import date
from typing import Any

import attrs
import pytest

from tests.truthtables import disagreements
from uncc.cooperation import (
    Authority,
    DataCategory,
    DataItem,
    Offence,
    SimilarCase,
    TrafficDataRequest,
    duties_on_traffic_data,
    may_exclude_offence,
    may_request_traffic_data,
    must_endeavour_at_least,
    must_endeavour_to_collect,
    traffic_data_conformity,
)
from uncc.kernel.dates import Period
from uncc.kernel.duties import Modality
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

FULL = TrafficDataRequest(
    authority=Authority(name="Prosecutor General of Borduria"),
    offence=Offence(title="illegal access", established_in_accordance=True),
    main_facts="Somebody copied the records of a clinic.",
    proceedings="a criminal investigation",
    data=(
        DataItem(
            category=DataCategory.CONTENT_DATA,
            description="the mailbox from which orders are sent",
            relation_to_offence="the orders to copy came from it",
        ),
    ),
    owner_or_user="the tenant of server 7",
    identifying_data_available=False,
    justification="The orders are not stored anywhere.",
    period=Period(date(2027, 5, 3), date(2027, 5, 17)),
    period_justification="The orders come every second week.",
    in_real_time=True,
    communications_specified=True,
    communications_in_territory=True,
    by_ict_system=True,
)


# Art. 45(1)


NEEDS = ("real_time", "specified", "territory", "system")


@pytest.mark.long
def test_45_1_table() -> None:
    """Art. 45(1): real time, specified communications, in the territory, by such a system; and the offence."""
    names = (*NEEDS, "convention", "serious")
    assert not disagreements(
        lambda a: may_request_traffic_data(
            TrafficDataRequest(
                offence=Offence(
                    title="an offence", established_in_accordance=a["convention"], serious_crime=a["serious"]
                ),
                in_real_time=a["real_time"],
                communications_specified=a["specified"],
                communications_in_territory=a["territory"],
                by_ict_system=a["system"],
            )
        ),
        lambda w: all(w[name] for name in NEEDS) and (w["convention"] or w["serious"]),
        *names,
    )


def test_45_1_is_an_endeavour() -> None:
    """Art. 45(1): the States endeavour, under domestic conditions; they do not guarantee."""
    duties = {duty.id: duty for duty in duties_on_traffic_data(FULL)}
    assert [(duty.modality, duty.bearer) for duty in duties.values()] == [
        (Modality.SHALL, Role.REQUESTING_STATE),
        (Modality.SHALL_ENDEAVOUR, Role.REQUESTED_STATE),
        (Modality.SHALL_ENDEAVOUR, Role.REQUESTED_STATE),
        (Modality.SHALL, Role.REQUESTED_STATE),
    ]
    assert duties["endeavour-to-collect"].trigger.is_yes
    assert duties["endeavour-at-least"].trigger.is_unknown
    assert "under the conditions and procedures of its domestic law" in duties["endeavour-to-collect"].qualifications


@pytest.mark.parametrize("available", [True, False, None])
def test_45_1_the_endeavour_does_not_end_at_the_floor(available: bool | None) -> None:
    """Art. 45(1): an offence for which the measure is not available at home still has the general endeavour."""
    assert must_endeavour_to_collect(FULL).is_yes
    floor = must_endeavour_at_least(FULL, SimilarCase(available=available))
    assert (floor.is_yes, floor.is_no) == (available is True, available is False)


# Art. 45(2)


def test_45_2_table() -> None:
    """Art. 45(2): domestic law cannot keep out an offence for which the measure is available at home."""
    assert not disagreements(
        lambda a: may_exclude_offence(SimilarCase(available=a["available"])),
        lambda w: not w["available"],
        "available",
    )


def test_45_2_needs_a_request_of_the_kind() -> None:
    """Art. 45(2): the floor is one of this assistance, and of no other."""
    stored = attrs.evolve(FULL, in_real_time=False)
    assert must_endeavour_at_least(stored, SimilarCase(available=True)).is_no
    assert all(duty.trigger.is_no for duty in duties_on_traffic_data(stored, case=SimilarCase(available=True)))


# Art. 45(3)


def test_45_3_full() -> None:
    """Art. 45(3): a request that has every particular conforms, and has one limb for each."""
    found = traffic_data_conformity(FULL)
    assert found.is_yes
    assert [limb.authority for limb in found.because] == [(art(45, 3, item),) for item in "abcdef"]


@pytest.mark.parametrize(
    ("field", "item"),
    [
        ("authority", "a"),
        ("main_facts", "b"),
        ("proceedings", "b"),
        ("justification", "e"),
        ("period", "f"),
        ("period_justification", "f"),
    ],
)
def test_45_3_one_particular_missing(field: str, item: str) -> None:
    """Art. 45(3): without any one particular the request does not conform, and that item says why."""
    without: dict[str, Any] = {field: None}
    found = traffic_data_conformity(attrs.evolve(FULL, **without))
    assert found.is_no
    assert [limb.authority for limb in found.because if not limb.is_yes] == [(art(45, 3, item),)]


def test_45_3_c_data_and_their_relationship() -> None:
    """Art. 45(3)(c): the data must be named, and each related to the offence."""
    assert traffic_data_conformity(attrs.evolve(FULL, data=())).is_no
    unrelated = attrs.evolve(FULL.data[0], relation_to_offence=None)
    found = traffic_data_conformity(attrs.evolve(FULL, data=(FULL.data[0], unrelated)))
    assert found.is_no
    assert "traffic_data.data[1]" in {getattr(node.about, "subject", "") for node in found.decisive().walk()}


@pytest.mark.parametrize(
    ("owner", "location", "available", "answer"),
    [
        ("the tenant", "Port Astor", None, "YES"),
        ("the tenant", "Port Astor", True, "YES"),
        ("the tenant", None, False, "YES"),
        (None, "Port Astor", False, "YES"),
        ("the tenant", None, True, "NO"),
        (None, "Port Astor", True, "NO"),
        ("the tenant", None, None, "UNKNOWN"),
        (None, "Port Astor", None, "UNKNOWN"),
        (None, None, False, "YES"),
        (None, None, True, "NO"),
        (None, None, None, "UNKNOWN"),
    ],
)
def test_45_3_d_what_is_available(owner: str | None, location: str | None, available: bool | None, answer: str) -> None:
    """Art. 45(3)(d): what data are available must be given, of the user or of the place, and no more."""
    request = attrs.evolve(FULL, owner_or_user=owner, system_location=location, identifying_data_available=available)
    assert traffic_data_conformity(request).truth.name == answer


def test_45_3_the_offence_is_not_a_particular_here() -> None:
    """Art. 45(3): the list asks for facts and proceedings and does not name the offence, unlike that of Art. 42(3)."""
    assert traffic_data_conformity(attrs.evolve(FULL, offence=None)).is_yes
