"""Arts. 54 to 56: subjects of assistance, what is to be considered, and what is voluntary."""

from __future__ import annotations

import pytest

from uncc.kernel.duties import Modality
from uncc.kernel.findings import Kind, Truth
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.technical_assistance import (
    Contribution,
    EvaluationRequest,
    TrainingActivity,
    TrainingSubject,
    duties_on_contribution,
    duties_on_evaluation_request,
    may_deal_with,
    must_consider_assisting,
    must_contribute,
)


def test_art_54_3_each_subject_has_its_item() -> None:
    """Nine subjects, from (a) to (i), in the order of the text."""
    assert [subject.authority for subject in TrainingSubject] == list(art(54, 3).children)
    assert TrainingSubject.REQUESTS_FOR_COOPERATION.authority == art(54, 3, "e")


@pytest.mark.parametrize("subject", TrainingSubject)
@pytest.mark.parametrize(("permits", "answer"), [(True, Truth.YES), (False, Truth.NO), (None, Truth.UNKNOWN)])
def test_art_54_3_domestic_law_sets_the_limit(subject: TrainingSubject, permits: bool | None, answer: Truth) -> None:
    """An activity may deal with each subject to the extent that domestic law permits."""
    found = may_deal_with(TrainingActivity(law_permits=permits), subject)
    assert found.truth is answer
    assert subject.authority in found.authority


def test_art_54_6_one_kind_of_subject_is_enough() -> None:
    """A request about types, causes or effects is to be considered; without a request nothing is."""
    for about in ("about_types", "about_causes", "about_effects"):
        request = EvaluationRequest(made=True, in_its_territory=True, **{about: True})
        assert must_consider_assisting(request).is_yes
    nothing = EvaluationRequest(
        made=True, in_its_territory=True, about_types=False, about_causes=False, about_effects=False
    )
    assert must_consider_assisting(nothing).is_no
    assert must_consider_assisting(EvaluationRequest(made=False)).is_no
    assert must_consider_assisting(EvaluationRequest(in_its_territory=False)).is_no
    assert must_consider_assisting(EvaluationRequest(made=True)).is_unknown


def test_art_54_6_asks_to_consider_and_no_more() -> None:
    """The duty is to consider: nothing obliges a State to help."""
    (duty,) = duties_on_evaluation_request(EvaluationRequest(made=True))
    assert duty.modality is Modality.SHALL_CONSIDER
    assert duty.qualifications == ("upon request",)
    assert duty.towards is Role.REQUESTING_STATE


@pytest.mark.parametrize(
    ("contribution", "provision", "modality", "bearer"),
    [
        (Contribution.MECHANISM, art(54, 9), Modality.SHALL_CONSIDER, Role.STATES_PARTIES),
        (Contribution.OFFICE, art(54, 10), Modality.SHALL_ENDEAVOUR, Role.STATE_PARTY),
        (Contribution.ACCOUNT, art(56, 2, "c"), Modality.SHALL_ENDEAVOUR, Role.STATES_PARTIES),
    ],
)
def test_art_54_9_54_10_and_56_2_c_are_voluntary(
    contribution: Contribution, provision: object, modality: Modality, bearer: Role
) -> None:
    """A mechanism is to be considered, contributions to be endeavoured; none is an obligation to pay."""
    (duty,) = duties_on_contribution(contribution)
    assert (duty.authority, duty.modality, duty.bearer) == ((provision,), modality, bearer)
    assert duty.trigger.is_yes
    assert "voluntary" in duty.qualifications
    found = must_contribute(contribution)
    assert (found.truth, found.kind, found.authority) == (Truth.NO, Kind.TEXT, (provision,))
