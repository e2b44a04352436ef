"""Arts. 2 to 6: every rule over every three-valued state of its facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from tests.universal import hold_universal_properties
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
    Property,
    Situation,
    counts_as_state_party,
    evidence_is_within_reach,
    is_confiscation,
    is_consistent_with_human_rights,
    is_consistent_with_sovereignty,
    is_content_data,
    is_electronic_data,
    is_emergency,
    is_freezing_or_seizure,
    is_ict_system,
    is_other_electronic_data,
    is_permitted_interpretation,
    is_personal_data,
    is_predicate_offence,
    is_proceeds_of_crime,
    is_property,
    is_regional_economic_integration_organization,
    is_reserved_to_other_state,
    is_service_provider,
    is_subscriber_information,
    is_traffic_data,
    is_within_scope,
    must_cover_online_commission,
)
from uncc.kernel.facts import Fact, Facts
from uncc.kernel.findings import Finding
from uncc.readings import Readings
from uncc.readings.chapter_1 import SubstanceOrSubscriber

CONTENT = Readings.of(SubstanceOrSubscriber.CONTENT)
SUBSCRIBER = Readings.of(SubstanceOrSubscriber.SUBSCRIBER)
AT_HOME, ABROAD = EvidenceSide
Values = Mapping[str, Fact]

ELECTRONIC = ("suits_processing", "is_program")
TRAFFIC = ("relates_to_communication", "indicates_course")
SUBSCRIBERS = ("held_by_provider", "shows_service", "shows_subscriber")
FIXED = {"represents_information": True, "generated_in_chain": True, "relates_to_subscribers": True}
"""What is known of the data in the sweeps that would otherwise be too wide; each stands in the place of others."""


def _case(
    rule: Callable[..., Finding],
    model: type[Facts],
    *names: str,
    fixed: Mapping[str, Fact] | None = None,
    **others: object,
) -> tuple[Callable[[Values], Finding], list[str]]:
    """Return a rule over one collection of facts, and the names of the facts that vary: all, or those given."""
    questions = {name: question.name for name, question in model.questions().items() if not names or name in names}

    def swept(values: Values) -> Finding:
        return rule(model(**(fixed or {}), **{name: values[key] for name, key in questions.items()}), **others)

    return swept, list(questions.values())


RULES = {
    "2(a)": _case(is_ict_system, Device),
    "2(b)": _case(is_electronic_data, DataInQuestion, "represents_information", *ELECTRONIC),
    "2(c)": _case(
        is_traffic_data, DataInQuestion, "represents_information", "generated_in_chain", *ELECTRONIC, *TRAFFIC
    ),
    "2(d) content": _case(
        is_content_data,
        DataInQuestion,
        "relates_to_substance",
        *ELECTRONIC,
        *TRAFFIC,
        *SUBSCRIBERS,
        fixed=FIXED,
        under=CONTENT,
    ),
    "2(d) subscriber": _case(
        is_content_data,
        DataInQuestion,
        "relates_to_substance",
        "is_program",
        "indicates_course",
        *SUBSCRIBERS,
        fixed={**FIXED, "suits_processing": False, "relates_to_communication": True, "shows_installation": False},
        under=SUBSCRIBER,
    ),
    "2(e)": _case(is_service_provider, Entity),
    "2(f) content": _case(
        is_subscriber_information,
        DataInQuestion,
        "relates_to_substance",
        "is_program",
        "indicates_course",
        *SUBSCRIBERS,
        fixed={**FIXED, "suits_processing": False, "relates_to_communication": True, "shows_installation": False},
        under=CONTENT,
    ),
    "2(f) subscriber": _case(
        is_subscriber_information,
        DataInQuestion,
        "relates_to_communication",
        "relates_to_subscribers",
        "shows_installation",
        *ELECTRONIC,
        fixed={
            "represents_information": True,
            "generated_in_chain": True,
            "indicates_course": True,
            "held_by_provider": True,
            "shows_service": False,
            "shows_subscriber": False,
        },
        under=SUBSCRIBER,
    ),
    "2(b) other": _case(
        is_other_electronic_data,
        DataInQuestion,
        "relates_to_substance",
        "is_program",
        "indicates_course",
        *SUBSCRIBERS,
        fixed={**FIXED, "suits_processing": False, "relates_to_communication": True, "shows_installation": False},
    ),
    "2(g)": _case(is_personal_data, DataInQuestion, "relates_to_person", "person_identifiable"),
    "2(i)": _case(is_property, Property, "is_asset", "evidences_asset"),
    "2(j)": _case(
        is_proceeds_of_crime, Property, "is_asset", "evidences_asset", "obtained_directly", "obtained_indirectly"
    ),
    "2(k)": _case(is_freezing_or_seizure, Measure),
    "2(l)": _case(is_confiscation, Measure),
    "2(m)": _case(is_predicate_offence, Property),
    "2(n)": _case(is_regional_economic_integration_organization, Organization),
    "2(n) State Party": _case(counts_as_state_party, Organization),
    "2(o)": _case(is_emergency, Situation),
    "3(b) at home": _case(evidence_is_within_reach, Activity, side=AT_HOME),
    "3(b) abroad": _case(evidence_is_within_reach, Activity, side=ABROAD),
    "3 at home": _case(is_within_scope, Activity, side=AT_HOME),
    "3 abroad": _case(is_within_scope, Activity, side=ABROAD),
    "4(1)": _case(must_cover_online_commission, OtherOffence),
    "5(1)": _case(is_consistent_with_sovereignty, ActAbroad),
    "5(2)": _case(is_reserved_to_other_state, ActAbroad),
    "6(1)": _case(is_consistent_with_human_rights, Implementing),
    "6(2)": _case(is_permitted_interpretation, Implementing),
}


@pytest.mark.parametrize("name", RULES)
def test_the_universal_properties_hold(name: str) -> None:
    """Settled is final, no doubt is idle, and the open questions are just the pivotal ones."""
    rule, facts = RULES[name]
    assert hold_universal_properties(rule, facts) == 3 ** len(facts)
