"""Art. 31(1) to (9): what a State's law must enable."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from tests.truthtables import Assignment, World, disagreements
from uncc.cases import is_broken
from uncc.confiscation import (
    ConfiscationLaw,
    duties_on_confiscation_law,
    empowers_access_to_records,
    enables_confiscation,
    enables_provisional_measures,
    may_decline_for_bank_secrecy,
    regulates_administration,
)
from uncc.kernel.duties import Modality
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings import Readings
from uncc.readings.chapter_4 import ConfiscationObject, RecordOrders

DAY = date(2028, 3, 12)
COMPLETE = ConfiscationLaw(
    proceeds=True,
    corresponding_value=False,
    instrumentalities_used=True,
    instrumentalities_destined=True,
    beyond_legal_system=False,
    identification=True,
    tracing=True,
    freezing_or_seizure=True,
    administration=True,
    substitutes=True,
    intermingled=True,
    benefits=True,
    records_available=True,
    records_seized=False,
    bank_records=True,
    financial_records=True,
    commercial_records=True,
    secrecy_stands_in_the_way=False,
    origin_considered=True,
    prejudices_third_parties=False,
)

ENABLES = (
    "proceeds",
    "corresponding_value",
    "instrumentalities_used",
    "instrumentalities_destined",
    "beyond_legal_system",
    "substitutes",
    "intermingled",
)


def law(a: Assignment) -> ConfiscationLaw:
    return ConfiscationLaw(**{"benefits": True, "prejudices_third_parties": False, **a})


def enables(w: World) -> bool:
    first = (w["proceeds"] or w["corresponding_value"]) and w["instrumentalities_used"]
    return ((first and w["instrumentalities_destined"]) or w["beyond_legal_system"]) and (
        w["substitutes"] and w["intermingled"]
    )


def test_31_1_4_5_table() -> None:
    """Art. 31(1), (4), (5): proceeds or their value, instrumentalities of both kinds, substitutes, mixed property."""
    assert not disagreements(lambda a: enables_confiscation(law(a)), enables, *ENABLES)


@pytest.mark.parametrize("missing", ["proceeds", "corresponding_value"])
def test_31_1_a_one_of_the_two_or_both(missing: str) -> None:
    """Art. 31(1)(a): as adopted, proceeds or their value are enough; on the other reading the law must reach both."""
    whole, both = evolve(COMPLETE, corresponding_value=True), Readings.of(ConfiscationObject.BOTH)
    half = evolve(whole, **{missing: False})
    assert enables_confiscation(half).is_yes
    assert enables_confiscation(half).under(both).is_no
    assert enables_confiscation(whole).under(both).is_yes
    enable, *_ = duties_on_confiscation_law(half)
    assert is_broken(enable, on=DAY).is_no
    assert is_broken(enable.under(both), on=DAY).is_yes


@pytest.mark.parametrize(("field", "value"), [("benefits", False), ("prejudices_third_parties", True)])
def test_31_6_and_9_are_needed_too(field: str, value: bool) -> None:
    """Art. 31(6) and (9): benefits must be reached, and third parties in good faith spared."""
    assert enables_confiscation(COMPLETE).is_yes
    assert enables_confiscation(ConfiscationLaw(**{field: value})).is_no


def test_31_2_table() -> None:
    """Art. 31(2): identification, tracing, and freezing or seizure."""
    names = ("identification", "tracing", "freezing_or_seizure")
    assert not disagreements(
        lambda a: enables_provisional_measures(ConfiscationLaw(**a)), lambda w: all(w.values()), *names
    )


def test_31_3_administration() -> None:
    """Art. 31(3): the law regulates the administration, or it does not."""
    assert regulates_administration(ConfiscationLaw()).is_unknown
    assert regulates_administration(ConfiscationLaw(administration=False)).is_no


def test_31_7_table() -> None:
    """Art. 31(7): made available or seized (or both, if read so), each kind in reach, no bank secrecy in the way."""
    kinds = ("bank_records", "financial_records", "commercial_records")
    names = ("records_available", "records_seized", *kinds, "secrecy_stands_in_the_way")

    def in_reach(w: World) -> bool:
        return all(w[kind] for kind in kinds) and not w["secrecy_stands_in_the_way"]

    assert not disagreements(
        lambda a: empowers_access_to_records(ConfiscationLaw(**a)),
        lambda w: (w["records_available"] or w["records_seized"]) and in_reach(w),
        *names,
    )
    assert not disagreements(
        lambda a: empowers_access_to_records(ConfiscationLaw(**a)).under(Readings.of(RecordOrders.BOTH)),
        lambda w: (w["records_available"] and w["records_seized"]) and in_reach(w),
        *names,
    )


def test_31_7_bank_secrecy() -> None:
    """Art. 31(7): bank secrecy is no ground, whatever the facts."""
    assert may_decline_for_bank_secrecy().is_no
    assert may_decline_for_bank_secrecy().authority == (art(31, 7),)


def test_31_duties_modalities() -> None:
    """Art. 31(1) to (3) and (7) say shall; (8) leaves it to the State, to the extent that its law bears it."""
    found = {duty.id: duty for duty in duties_on_confiscation_law(ConfiscationLaw())}
    assert {identifier: duty.modality for identifier, duty in found.items()} == {
        "enable-confiscation": Modality.SHALL,
        "enable-provisional-measures": Modality.SHALL,
        "regulate-administration": Modality.SHALL,
        "empower-access-to-records": Modality.SHALL,
        "consider-lawful-origin": Modality.MAY,
    }
    assert all(duty.bearer is Role.STATE_PARTY and duty.deadline is None for duty in found.values())
    assert found["enable-confiscation"].qualifications == (
        "to the greatest extent possible within its domestic legal system",
    )


def test_31_duties_are_done_where_the_law_does_it_all() -> None:
    """Art. 31: a law that does all that is asked for breaks no duty; one that lacks all breaks each, but no liberty."""
    assert all(is_broken(duty, on=DAY).is_no for duty in duties_on_confiscation_law(COMPLETE))
    lacking = ConfiscationLaw(**dict.fromkeys(ConfiscationLaw.questions(), False))
    *owed, origin = duties_on_confiscation_law(lacking)
    assert all(is_broken(duty, on=DAY).is_yes for duty in owed)
    assert is_broken(origin, on=DAY).is_no
