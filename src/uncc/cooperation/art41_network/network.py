"""Art. 41, 24/7 network: for what a point of contact can be called, and what it must be able to do."""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType

from attrs import fields, frozen

from uncc.cooperation.art35_principles import evidence_articles_apply, is_convention_offence
from uncc.cooperation.particulars import UNNAMED_OFFENCE, Offence
from uncc.general.art02_crime_and_property import Situation, is_emergency
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, Promptness, shall
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, given
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings.chapter_5 import NetworkDirectHelp

__all__ = [
    "NetworkMeasure",
    "NetworkRequest",
    "duties_on_network_request",
    "may_ask_contact_point",
    "may_carry_out_directly",
    "must_carry_out_directly",
    "must_tell_provider_location",
    "network_is_open",
]


class NetworkMeasure(Enum):
    """What the assistance of the network includes, in the order of the text; its list is not a closed one."""

    TECHNICAL_ADVICE = "technical-advice"
    PRESERVATION = "preservation"
    EVIDENCE_AND_LEGAL_INFORMATION = "evidence-and-legal-information"
    LOCATING_SUSPECTS = "locating-suspects"
    EMERGENCY_DATA = "emergency-data"


POINTS = MappingProxyType(dict(zip(NetworkMeasure, "abcde", strict=True)))
"""The point of Art. 41(3) at which each measure stands."""


@frozen(kw_only=True)
class NetworkRequest(Facts, asked_of=Role.REQUESTED_STATE):
    """A call for immediate assistance to the point of contact of another State."""

    offence: Offence | None = None
    specific_case: Fact = fact(
        "the assistance is for a specific criminal investigation, prosecution or judicial proceeding",
        art(41, 1),
        asked_of=Role.REQUESTING_STATE,
    )
    seeks_electronic_evidence: Fact = fact(
        "the assistance is for collecting, obtaining or preserving evidence in electronic form",
        art(41, 1),
        asked_of=Role.REQUESTING_STATE,
    )
    law_permits_direct_help: Fact = fact(
        "the domestic law of the requested State permits that the measure be carried out directly", art(41, 3)
    )
    practice_permits_direct_help: Fact = fact(
        "the practice of the requested State permits that the measure be carried out directly", art(41, 3)
    )
    provider_location_known: Fact = fact("the requested State knows where the service provider is", art(41, 3, "b"))
    provider_location_appropriate: Fact = fact(
        "it is appropriate to tell where the service provider is, so as to help in making a request", art(41, 3, "b")
    )


R = fields(NetworkRequest)
NO_SITUATION = Situation()
"""A situation of which nothing is known."""


def network_is_open(request: NetworkRequest) -> Finding:
    """Whether the matter is one for which the network is there.

    Either of two is enough: a specific case about an offence established in accordance with the Convention; or evidence
    in electronic form of such an offence or of a serious crime. A serious crime that is no Convention offence opens the
    network for evidence in electronic form only.

    Source: Art. 35(2), Art. 41(1).

    >>> kidnapping = Offence(title="kidnapping", established_in_accordance=False, serious_crime=True)
    >>> network_is_open(NetworkRequest(
    ...     offence=kidnapping, specific_case=True, seeks_electronic_evidence=False)).truth.name
    'NO'
    """
    offence = request.offence or UNNAMED_OFFENCE
    return any_of(
        "the network is open for the matter",
        art(41, 1),
        all_of(
            "the matter is a specific case about an offence of the Convention",
            art(41, 1),
            given(request, R.specific_case),
            is_convention_offence(offence),
        ),
        all_of(
            "the matter is evidence in electronic form of an offence of the Convention or of a serious crime",
            art(41, 1),
            given(request, R.seeks_electronic_evidence),
            evidence_articles_apply(offence),
        ),
    )


def may_ask_contact_point(
    measure: NetworkMeasure, request: NetworkRequest, *, situation: Situation = NO_SITUATION
) -> Finding:
    """Whether a point of contact can be called for this measure.

    Data to avert an emergency need an emergency as the Convention uses the term; the other measures need no more than
    that the network is open for the matter. What the list does not name is not thereby closed.

    Source: Art. 2(o), Art. 41(1), Art. 41(3), Art. 41(3)(a), Art. 41(3)(b), Art. 41(3)(c), Art. 41(3)(d),
    Art. 41(3)(e).

    >>> may_ask_contact_point(NetworkMeasure.EMERGENCY_DATA, NetworkRequest(
    ...     offence=Offence(title="extortion", established_in_accordance=True), specific_case=True),
    ...     situation=Situation(imminent=False)).truth.name
    'NO'
    """
    emergency = [is_emergency(situation)] if measure is NetworkMeasure.EMERGENCY_DATA else []
    return all_of(
        "the point of contact can be called for the measure",
        (art(41, 3), art(41, 3, POINTS[measure])),
        network_is_open(request),
        *emergency,
    )


def may_carry_out_directly(request: NetworkRequest) -> Finding:
    """Whether the requested State's point of contact may carry the measure out itself, beyond facilitating it.

    Domestic law and practice must both permit it.

    Source: Art. 41(3).

    >>> may_carry_out_directly(NetworkRequest(law_permits_direct_help=True)).truth.name
    'UNKNOWN'
    """
    return all_of(
        "the measure may be carried out directly",
        art(41, 3),
        given(request, R.law_permits_direct_help),
        given(request, R.practice_permits_direct_help),
    )


def must_carry_out_directly(
    measure: NetworkMeasure, request: NetworkRequest, *, situation: Situation = NO_SITUATION
) -> Finding:
    """Whether direct help is owed, and not only help by facilitating the measure.

    Where direct help is not permitted, NO. Where it is, whether facilitating is still enough is a reading.

    Source: Art. 41(3).

    >>> request = NetworkRequest(law_permits_direct_help=True, practice_permits_direct_help=True)
    >>> must_carry_out_directly(NetworkMeasure.TECHNICAL_ADVICE, request).truth.name
    'NO'
    """
    statement = "the measure must be carried out directly"
    permitted = all_of(
        statement,
        art(41, 3),
        may_ask_contact_point(measure, request, situation=situation),
        may_carry_out_directly(request),
    )
    return by_reading(
        statement,
        NetworkDirectHelp,
        {
            NetworkDirectHelp.EITHER: by_text(False, statement, art(41, 3)),
            NetworkDirectHelp.DIRECT: permitted,
        },
    )


def must_tell_provider_location(request: NetworkRequest) -> Finding:
    """Whether the assistance with preservation includes telling where the service provider is.

    Source: Art. 41(3)(b).

    >>> must_tell_provider_location(NetworkRequest(provider_location_known=False)).truth.name
    'NO'
    """
    return all_of(
        "the location of the service provider is to be told",
        art(41, 3, "b"),
        may_ask_contact_point(NetworkMeasure.PRESERVATION, request),
        given(request, R.provider_location_known),
        given(request, R.provider_location_appropriate),
    )


def duties_on_network_request(
    measure: NetworkMeasure, request: NetworkRequest, *, situation: Situation = NO_SITUATION
) -> tuple[Duty, ...]:
    """What does the requested State owe when its point of contact is called for this measure?

    Source: Art. 41(1), Art. 41(3), Art. 41(3)(b).

    >>> [duty.id for duty in duties_on_network_request(NetworkMeasure.LOCATING_SUSPECTS, NetworkRequest())]
    ['assist-immediately', 'carry-out-directly']
    """
    duties = (
        shall(
            "assist-immediately",
            Role.REQUESTED_STATE,
            "give immediate assistance: facilitate the measure or carry it out",
            (art(41, 1), art(41, 3)),
            may_ask_contact_point(measure, request, situation=situation),
            towards=Role.REQUESTING_STATE,
            qualifications=("directly only as its domestic law and practice permit",),
            deadline=Promptness.IMMEDIATELY,
        ),
        shall(
            "carry-out-directly",
            Role.REQUESTED_STATE,
            "carry the measure out directly",
            art(41, 3),
            must_carry_out_directly(measure, request, situation=situation),
            towards=Role.REQUESTING_STATE,
        ),
    )
    if measure is not NetworkMeasure.PRESERVATION:
        return duties
    location = shall(
        "tell-provider-location",
        Role.REQUESTED_STATE,
        "tell where the service provider is, to help in making a request",
        art(41, 3, "b"),
        must_tell_provider_location(request),
        towards=Role.REQUESTING_STATE,
        qualifications=("as appropriate", "if known to it"),
    )
    return (*duties, location)


checked(__name__)
