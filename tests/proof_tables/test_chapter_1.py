"""Chapter I: the terms of Art. 2, the scope of Art. 3, and the provisos of Arts. 4 to 6, from the text alone."""

from __future__ import annotations

from itertools import product

import pytest

from tests.proof_tables.table import Table, World, differences, every, of, one, some, table
from uncc.general import (
    ActAbroad,
    Activity,
    DataInQuestion,
    Device,
    Entity,
    EvidenceSide,
    Implementing,
    Measure,
    Organization,
    OtherOffence,
    Penalty,
    PenaltyKind,
    Property,
    Situation,
    counts_as_state_party,
    creates_convention_offence,
    evidence_is_within_reach,
    is_confiscation,
    is_consistent_with_human_rights,
    is_consistent_with_sovereignty,
    is_content_data,
    is_electronic_data,
    is_emergency,
    is_freezing_or_seizure,
    is_ict_system,
    is_permitted_interpretation,
    is_personal_data,
    is_predicate_offence,
    is_proceeds_of_crime,
    is_property,
    is_regional_economic_integration_organization,
    is_reserved_to_other_state,
    is_serious_crime,
    is_service_provider,
    is_subscriber_information,
    is_traffic_data,
    is_within_scope,
    must_cover_online_commission,
)
from uncc.kernel.findings import Truth
from uncc.readings import Readings
from uncc.readings.chapter_1 import SeriousCrimeLaw, SubstanceOrSubscriber

ELECTRONIC = ("represents_information", "suits_processing", "is_program")
COURSE = ("relates_to_communication", "generated_in_chain", "indicates_course")
SUBSCRIBER = ("held_by_provider", "relates_to_subscribers", "shows_service", "shows_subscriber", "shows_installation")


def _electronic(w: World) -> bool:
    """Art. 2(b): what is fit for processing, a program included."""
    return bool((w.represents_information and w.suits_processing) or w.is_program)


def _traffic(w: World) -> bool:
    """Art. 2(c): on a communication, from its chain, and showing its course."""
    return _electronic(w) and all(getattr(w, name) for name in COURSE)


def _bears_subscriber_marks(w: World) -> bool:
    """Art. 2(f): held by a provider, on its subscribers, and showing any of (i) to (iii)."""
    return all(getattr(w, name) for name in SUBSCRIBER[:2]) and any(getattr(w, name) for name in SUBSCRIBER[2:])


def _bears_content_marks(w: World) -> bool:
    """Art. 2(d): electronic data on the substance of what is transferred."""
    return bool(_electronic(w) and w.relates_to_substance)


DATA = (*ELECTRONIC, *COURSE, "relates_to_substance", *SUBSCRIBER)
CONTENT, SUBSCRIBER_FIRST = (
    Readings.of(option) for option in (SubstanceOrSubscriber.CONTENT, SubstanceOrSubscriber.SUBSCRIBER)
)

TABLES: list[Table] = [
    every(
        "Art. 2(a)", is_ict_system, Device, "is_device_or_group", "follows_program", "gathers", "stores", "processes"
    ),
    one("Art. 2(b)", is_electronic_data, DataInQuestion, ELECTRONIC, _electronic),
    one("Art. 2(c)", is_traffic_data, DataInQuestion, (*ELECTRONIC, *COURSE), _traffic),
    one(
        "Art. 2(d), what bears both marks is content",
        lambda data: is_content_data(data).under(CONTENT),
        DataInQuestion,
        DATA[:7],
        lambda w: _bears_content_marks(w) and not _traffic(w),
    ),
    one(
        "Art. 2(d), what bears both marks is subscriber information",
        lambda data: is_content_data(data).under(SUBSCRIBER_FIRST),
        DataInQuestion,
        DATA,
        lambda w: _bears_content_marks(w) and not _traffic(w) and not _bears_subscriber_marks(w),
    ),
    one(
        "Art. 2(f), what bears both marks is subscriber information",
        lambda data: is_subscriber_information(data).under(SUBSCRIBER_FIRST),
        DataInQuestion,
        (*ELECTRONIC, *COURSE, *SUBSCRIBER),
        lambda w: _bears_subscriber_marks(w) and not _traffic(w),
    ),
    one(
        "Art. 2(f), what bears both marks is content",
        lambda data: is_subscriber_information(data).under(CONTENT),
        DataInQuestion,
        DATA,
        lambda w: _bears_subscriber_marks(w) and not _traffic(w) and not _bears_content_marks(w),
    ),
    some("Art. 2(e)", is_service_provider, Entity, "lets_users_communicate", "handles_data_for_service"),
    every("Art. 2(g)", is_personal_data, DataInQuestion, "relates_to_person", "person_identifiable"),
    some("Art. 2(i)", is_property, Property, "is_asset", "evidences_asset"),
    one(
        "Art. 2(k)",
        is_freezing_or_seizure,
        Measure,
        ("prohibits_dealing", "assumes_control", "ordered_by_authority"),
        lambda w: (w.prohibits_dealing or w.assumes_control) and w.ordered_by_authority,
    ),
    every("Art. 2(l)", is_confiscation, Measure, "deprives_permanently", "ordered_by_authority"),
    every(
        "Art. 2(n), first sentence",
        is_regional_economic_integration_organization,
        Organization,
        "of_states_of_region",
        "competence_transferred",
        "authorized",
    ),
    every(
        "Art. 2(n), within its competence",
        counts_as_state_party,
        Organization,
        "of_states_of_region",
        "competence_transferred",
        "authorized",
        "within_competence",
    ),
    every("Art. 2(o)", is_emergency, Situation, "risk_to_person", "significant", "imminent"),
    every(
        "Art. 4(1)",
        must_cover_online_commission,
        OtherOffence,
        "un_convention",
        "state_is_party",
        "established_in_accordance",
    ),
    every("Art. 5(1)", is_consistent_with_sovereignty, ActAbroad, "respects_equality", "does_not_intervene"),
    every(
        "Art. 5(2)",
        is_reserved_to_other_state,
        ActAbroad,
        "in_territory_of_other",
        "exercises_jurisdiction",
        "reserved_to_authorities",
    ),
    every("Art. 6(1)", is_consistent_with_human_rights, Implementing, "consistent_with_obligations"),
    one(
        "Art. 6(2)",
        is_permitted_interpretation,
        Implementing,
        ["permits_suppression"],
        lambda w: not w.permits_suppression,
    ),
    one(
        "Art. 2(j)",
        is_proceeds_of_crime,
        Property,
        ("is_asset", "evidences_asset", "obtained_directly", "obtained_indirectly"),
        lambda w: (w.is_asset or w.evidences_asset) and (w.obtained_directly or w.obtained_indirectly),
    ),
    one(
        "Art. 2(m)",
        is_predicate_offence,
        Property,
        ("is_asset", "evidences_asset", "obtained_directly", "obtained_indirectly", "subject_of_laundering"),
        lambda w: (
            (w.is_asset or w.evidences_asset)
            and (w.obtained_directly or w.obtained_indirectly)
            and w.subject_of_laundering
        ),
    ),
    table(
        "Art. 3(b) with Art. 35(1)(b) and (c), in cooperation",
        lambda v: evidence_is_within_reach(of(Activity, v), EvidenceSide.COOPERATION),
        ("convention_offence", "serious_crime"),
        lambda w: w.convention_offence or w.serious_crime,
        [Activity],
    ),
    table(
        "Art. 3, in cooperation",
        lambda v: is_within_scope(of(Activity, v), EvidenceSide.COOPERATION),
        (
            "prevents_or_pursues",
            "gathers_electronic_evidence",
            "for_criminal_proceedings",
            "convention_offence",
            "serious_crime",
        ),
        lambda w: (
            (w.prevents_or_pursues and w.convention_offence)
            or (
                w.gathers_electronic_evidence
                and w.for_criminal_proceedings
                and (w.convention_offence or w.serious_crime)
            )
        ),
        [Activity],
    ),
    table(
        "Art. 3, at home: Art. 23(2)(c) has any criminal offence",
        lambda v: is_within_scope(of(Activity, v), EvidenceSide.DOMESTIC),
        (
            "prevents_or_pursues",
            "gathers_electronic_evidence",
            "for_criminal_proceedings",
            "convention_offence",
            "serious_crime",
            "criminal_offence",
        ),
        lambda w: (
            (w.prevents_or_pursues and w.convention_offence)
            or (
                w.gathers_electronic_evidence
                and w.for_criminal_proceedings
                and (w.convention_offence or w.serious_crime or w.criminal_offence)
            )
        ),
        [Activity],
    ),
]


@pytest.mark.parametrize("tab", TABLES, ids=lambda tab: tab.source)
def test_the_rule_is_the_text(tab: Table) -> None:
    """Each rule says what the text says, over every state of the facts on which the text turns."""
    assert differences(tab) == []


SERIOUS: dict[Penalty | None, bool | None] = {
    Penalty(): None,
    Penalty(years=0): False,
    Penalty(years=3, months=11): False,
    Penalty(months=47): False,
    Penalty(years=4): True,
    Penalty(months=48): True,
    Penalty(years=3, months=12): True,
    Penalty(years=20): True,
    Penalty(kind=PenaltyKind.LIFE): True,
    Penalty(kind=PenaltyKind.MORE_SERIOUS): True,
    None: None,
}
"""Art. 2(h): a maximum of four years of deprivation of liberty at least, or a more serious penalty."""


@pytest.mark.parametrize(("requesting", "requested"), [*product(SERIOUS, repeat=2)])
def test_a_serious_crime_by_the_law_of_either_state(requesting: Penalty | None, requested: Penalty | None) -> None:
    """Art. 2(h): each reading asks one law; where none is chosen only laws that agree settle it."""
    here, there = Truth.of(SERIOUS[requesting]), Truth.of(SERIOUS[requested])
    laws = {SeriousCrimeLaw.REQUESTING: here, SeriousCrimeLaw.REQUESTED: there}
    for option, expected in laws.items():
        found = is_serious_crime(requesting=requesting, requested=requested).under(Readings.of(option))
        assert found.truth is expected
    open_question = is_serious_crime(requesting=requesting, requested=requested)
    assert open_question.truth is (here if here is there else Truth.UNKNOWN)


def test_other_conventions_establish_no_offence_of_this_one() -> None:
    """Art. 4(2): the article is not to be read as establishing offences."""
    assert creates_convention_offence().is_no
