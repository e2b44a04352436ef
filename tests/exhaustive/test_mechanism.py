"""Arts. 53 to 58: every rule over every three-valued state of its facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from tests.universal import hold_universal_properties
from uncc.conference import (
    ConferenceNeed,
    ConferenceParticipant,
    InputSource,
    ReviewInput,
    may_be_considered,
    may_establish_review_mechanism,
    may_participate,
    must_establish_body,
    must_provide_information,
)
from uncc.kernel.facts import Fact, Facts
from uncc.kernel.findings import Finding
from uncc.prevention import IncidentReporting, PreventionContact, ensures_reporting, must_inform_of_contact
from uncc.technical_assistance import (
    EvaluationRequest,
    TrainingActivity,
    TrainingSubject,
    may_deal_with,
    must_consider_assisting,
)


def deals_with_equipment(activity: TrainingActivity) -> Finding:
    """Put one subject of training to an activity."""
    return may_deal_with(activity, TrainingSubject.EQUIPMENT)


def considered(source: InputSource) -> Callable[[ReviewInput], Finding]:
    """Return the rule on what the Conference may consider, for one source."""

    def rule(found: ReviewInput) -> Finding:
        return may_be_considered(source, found)

    return rule


RULES: list[tuple[type[Facts], Callable[..., Finding]]] = [
    (IncidentReporting, ensures_reporting),
    (PreventionContact, must_inform_of_contact),
    (TrainingActivity, deals_with_equipment),
    (EvaluationRequest, must_consider_assisting),
    (ConferenceParticipant, may_participate),
    *((ReviewInput, considered(source)) for source in InputSource),
    (ConferenceNeed, must_provide_information),
    (ConferenceNeed, may_establish_review_mechanism),
    (ConferenceNeed, must_establish_body),
]


@pytest.mark.parametrize(("model", "rule"), RULES)
def test_universal_properties(model: type[Facts], rule: Callable[..., Finding]) -> None:
    """Settled is final, no idle doubt, and the open questions are just the pivotal facts."""
    names = list(model.questions())
    declared = {question.name: name for name, question in model.questions().items()}

    def on(values: Mapping[str, Fact]) -> Finding:
        return rule(model(**{declared[name]: value for name, value in values.items()}))

    assert hold_universal_properties(on, list(declared)) == 3 ** len(names)
