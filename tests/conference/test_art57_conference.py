"""Art. 57: who takes part in the Conference, what it receives, and which bodies it sets up."""

from __future__ import annotations

from itertools import product

import pytest

from uncc.conference import (
    ConferenceNeed,
    ConferenceParticipant,
    InputSource,
    ReviewInput,
    duties_on_conference_information,
    may_be_considered,
    may_establish_review_mechanism,
    may_participate,
    must_establish_body,
    must_provide_information,
)
from uncc.kernel.findings import Truth
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

VALUES = (True, False, None)
OTHERS = tuple(InputSource)[3:]


@pytest.mark.parametrize(("party", "admitted"), list(product(VALUES, VALUES)))
def test_art_57_1_and_57_3_who_takes_part(party: bool | None, admitted: bool | None) -> None:
    """States Parties take part; observers as the rules that the Conference adopts admit them."""
    expected = Truth.YES if True in (party, admitted) else Truth.UNKNOWN if None in (party, admitted) else Truth.NO
    assert may_participate(ConferenceParticipant(is_party=party, rules_admit=admitted)).truth is expected


def test_art_57_6_states_parties_are_heard() -> None:
    """Information from States Parties is received, whatever else is known."""
    assert may_be_considered(InputSource.STATE_PARTY, ReviewInput(accredited=False, relevant=False)).is_yes


@pytest.mark.parametrize("source", [InputSource.INTERNATIONAL_ORGANIZATION, InputSource.REGIONAL_ORGANIZATION])
def test_art_57_6_organizations_where_competent(source: InputSource) -> None:
    """Organizations must be competent; they need no accreditation."""
    assert may_be_considered(source, ReviewInput(competent=True, accredited=False)).is_yes
    assert may_be_considered(source, ReviewInput(competent=False, accredited=True)).is_no
    assert may_be_considered(source, ReviewInput()).is_unknown


@pytest.mark.parametrize("source", OTHERS)
def test_art_57_6_others_where_relevant_and_accredited(source: InputSource) -> None:
    """Those outside the public sector must be relevant and duly accredited; competence is not asked of them."""
    assert may_be_considered(source, ReviewInput(relevant=True, accredited=True, competent=False)).is_yes
    assert may_be_considered(source, ReviewInput(relevant=True, accredited=False)).is_no
    assert may_be_considered(source, ReviewInput(relevant=False, accredited=True)).is_no
    assert may_be_considered(source, ReviewInput(relevant=True)).is_unknown


def test_art_57_6_information_as_the_conference_requires() -> None:
    """A State owes what the Conference requires, until it has given it."""
    assert must_provide_information(ConferenceNeed(requires_information=True, information_given=False)).is_yes
    assert must_provide_information(ConferenceNeed(requires_information=True, information_given=True)).is_no
    assert must_provide_information(ConferenceNeed(requires_information=False)).is_no
    assert must_provide_information(ConferenceNeed(requires_information=True)).is_unknown
    (duty,) = duties_on_conference_information(ConferenceNeed(requires_information=True, information_given=False))
    assert duty.trigger.is_yes
    assert (duty.bearer, duty.towards, duty.deadline) == (Role.STATE_PARTY, Role.CONFERENCE, None)


@pytest.mark.parametrize("necessary", VALUES)
def test_art_57_7_and_57_8_turn_on_what_the_conference_deems_necessary(necessary: bool | None) -> None:
    """It may set up review mechanisms that it considers necessary, and shall set up bodies that it deems necessary."""
    expected = Truth.of(necessary)
    mechanism = may_establish_review_mechanism(ConferenceNeed(considers_mechanism_necessary=necessary))
    body = must_establish_body(ConferenceNeed(deems_body_necessary=necessary))
    assert (mechanism.truth, mechanism.authority) == (expected, (art(57, 7),))
    assert (body.truth, body.authority) == (expected, (art(57, 8),))
    assert {question.asked_of for question in ConferenceNeed.questions().values()} == {Role.CONFERENCE}
