"""Art. 57, the Conference: who takes part, what it receives, and which bodies it may or must set up.

Its programme, Art. 57(5), computes nothing; what it adopts is told beside Arts. 61, 62 and 66.
"""

from __future__ import annotations

from enum import Enum

from attrs import fields, frozen

from uncc.kernel.consistency import shows
from uncc.kernel.declared import checked, not_one_of
from uncc.kernel.duties import Duty, shall
from uncc.kernel.facts import DayFact, Fact, Facts, day_fact, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_text, given
from uncc.kernel.life import Life, stated_day, stated_on
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = [
    "ConferenceNeed",
    "ConferenceParticipant",
    "InputSource",
    "ReviewInput",
    "duties_on_conference_information",
    "may_be_considered",
    "may_establish_review_mechanism",
    "may_participate",
    "must_establish_body",
    "must_provide_information",
]


@frozen(kw_only=True)
class ConferenceParticipant(Facts, asked_of=Role.DEPOSITARY):
    """Somebody who wants to take part in the Conference."""

    is_party: Fact = fact("it is a State Party", art(57, 1))
    rules_admit: Fact = fact("the Conference's rules admit it as an observer", art(57, 3), asked_of=Role.CONFERENCE)


P = fields(ConferenceParticipant)


def may_participate(participant: ConferenceParticipant) -> Finding:
    """Whether somebody may take part in the Conference: as a State Party, or as an observer by its rules.

    Whom to admit as an observer is for the rules that the Conference adopts; the text itself admits nobody as one.

    Source: Art. 57(1), Art. 57(3).

    >>> may_participate(ConferenceParticipant(is_party=False)).truth.name
    'UNKNOWN'
    """
    return any_of(
        "it may take part in the Conference",
        (art(57, 1), art(57, 3)),
        given(participant, P.is_party),
        given(participant, P.rules_admit),
    )


class InputSource(Enum):
    """Where the Conference may have information from. The value is its stable name in JSON."""

    STATE_PARTY = "state-party"
    INTERNATIONAL_ORGANIZATION = "international-organization"
    REGIONAL_ORGANIZATION = "regional-organization"
    NON_GOVERNMENTAL_ORGANIZATION = "non-governmental-organization"
    CIVIL_SOCIETY_ORGANIZATION = "civil-society-organization"
    ACADEMIC_INSTITUTION = "academic-institution"
    PRIVATE_SECTOR_ENTITY = "private-sector-entity"


@frozen(kw_only=True)
class ReviewInput(Facts, asked_of=Role.CONFERENCE):
    """What matters of somebody, other than a State Party, who gives the Conference information."""

    competent: Fact = fact("the organization is competent in the matter", art(57, 6))
    relevant: Fact = fact("the institution is relevant to the matter", art(57, 6))
    accredited: Fact = fact("its representative is duly accredited by the Conference's procedures", art(57, 6))


R = fields(ReviewInput)


def may_be_considered(source: InputSource, found: ReviewInput) -> Finding:
    """Whether information from this source is among what the Conference may consider by the text's own words.

    From States Parties always, from international and regional organizations where they are competent, and from
    others where they are relevant and accredited. The text leaves open that there is more.

    Source: Art. 57(6).

    >>> may_be_considered(InputSource.ACADEMIC_INSTITUTION, ReviewInput(relevant=True, accredited=False)).truth.name
    'NO'
    """
    match source:
        case InputSource.STATE_PARTY:
            return by_text(True, "information from States Parties is received", art(57, 6))
        case InputSource.INTERNATIONAL_ORGANIZATION | InputSource.REGIONAL_ORGANIZATION:
            return given(found, R.competent)
        case (
            InputSource.NON_GOVERNMENTAL_ORGANIZATION
            | InputSource.CIVIL_SOCIETY_ORGANIZATION
            | InputSource.ACADEMIC_INSTITUTION
            | InputSource.PRIVATE_SECTOR_ENTITY
        ):
            return all_of(
                "its input may be considered",
                art(57, 6),
                given(found, R.relevant),
                given(found, R.accredited),
            )
    raise not_one_of("source", source, InputSource)


@frozen(kw_only=True)
class ConferenceNeed(Facts, asked_of=Role.CONFERENCE):
    """What the Conference itself requires or considers."""

    requires_information: Fact = fact(
        "the Conference requires information on measures, programmes, plans and practices", art(57, 6)
    )
    information_given: Fact = fact("the State has given the Conference what it requires", art(57, 6))
    information_given_on: DayFact = day_fact("the State gave the Conference what it requires", art(57, 6))
    required_by: DayFact = day_fact("the last day that the Conference set for the information", art(57, 6))
    considers_mechanism_necessary: Fact = fact("the Conference considers a review mechanism necessary", art(57, 7))
    deems_body_necessary: Fact = fact("the Conference deems a mechanism or subsidiary body necessary", art(57, 8))

    ties = (shows("information_given_on", "information_given", art(57, 6)),)


N = fields(ConferenceNeed)


def must_provide_information(need: ConferenceNeed) -> Finding:
    """Whether a State Party still owes the Conference information on what it does to implement the Convention.

    Source: Art. 57(6).

    >>> must_provide_information(ConferenceNeed(requires_information=False)).truth.name
    'NO'
    """
    return all_of(
        "the State must give the Conference information",
        art(57, 6),
        given(need, N.requires_information),
        ~given(need, N.information_given),
    )


def duties_on_conference_information(need: ConferenceNeed) -> tuple[Duty, ...]:
    """What does a State Party owe the Conference about its implementation? The Conference says what it requires.

    Source: Art. 57(6).

    >>> duties_on_conference_information(ConferenceNeed())[0].towards.words
    'conference'
    """
    return (
        shall(
            "conference-information",
            Role.STATE_PARTY,
            "give information on its measures, programmes, plans and practices to implement the Convention",
            art(57, 6),
            given(need, N.requires_information),
            towards=Role.CONFERENCE,
            qualifications=("as required by the Conference",),
            due=stated_day(need, N.required_by),
            life=Life(done=stated_on(given(need, N.information_given), need, N.information_given_on)),
        ),
    )


def may_establish_review_mechanism(need: ConferenceNeed) -> Finding:
    """Whether the Conference may set up a review mechanism: where it considers one necessary. It never must.

    Source: Art. 57(7).

    >>> may_establish_review_mechanism(ConferenceNeed(considers_mechanism_necessary=True)).truth.name
    'YES'
    """
    return given(need, N.considers_mechanism_necessary)


def must_establish_body(need: ConferenceNeed) -> Finding:
    """Whether the Conference must set up a mechanism or subsidiary body: where it deems one necessary.

    Source: Art. 57(8).

    >>> must_establish_body(ConferenceNeed(deems_body_necessary=False)).truth.name
    'NO'
    """
    return given(need, N.deems_body_necessary)


checked(__name__)
