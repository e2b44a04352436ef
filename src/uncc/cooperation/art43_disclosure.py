"""Art. 43, expedited disclosure of preserved traffic data: what must be told when the trail leads elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import fields, frozen

from uncc.cooperation.all_grounds import NO_POSITION, Ground, Position
from uncc.cooperation.art36_personal_data import PersonalDataTransfer, need_not_transfer
from uncc.cooperation.art40_assistance.grounds_taken_over import (
    execution_is_prohibited,
    is_discriminatory,
    prejudices_essential_interests,
)
from uncc.cooperation.listed_refusal import NO_REFUSAL, ListedRefusal, refused, rests_on_open_ground
from uncc.cooperation.particulars import DataCategory
from uncc.kernel.consistency import shows
from uncc.kernel.declared import checked, not_one_of
from uncc.kernel.duties import Duty, Promptness, shall, shall_not
from uncc.kernel.facts import DayFact, Fact, Facts, day_fact, fact
from uncc.kernel.findings import Finding, all_of, by_reading, by_text, given
from uncc.kernel.immutable import fixed
from uncc.kernel.life import Life, stated_on
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings.chapter_5 import DisclosurePersonalData

__all__ = [
    "Discovery",
    "disclosure_grounds",
    "disclosure_refusal_conforms",
    "duties_on_path_disclosure",
    "is_disclosed_on_discovery",
    "may_refuse_disclosure",
    "must_disclose_path",
]


@frozen(kw_only=True)
class Discovery(Facts, asked_of=Role.REQUESTED_STATE):
    """What the requested State finds while it executes a request to preserve traffic data."""

    executing_preservation_request: Fact = fact(
        "the requested State is executing a request for preservation made under the Convention", art(43, 1)
    )
    concerns_traffic_data: Fact = fact(
        "that request is to preserve traffic data about a specific communication", art(43, 1)
    )
    provider_in_another_party: Fact = fact(
        "in doing so it discovers that a service provider in another State Party had a part in transmitting the "
        "communication",
        art(43, 1),
    )
    disclosed: Fact = fact("the traffic data that lead on to the other provider have been disclosed", art(43, 1))
    disclosed_on: DayFact = day_fact("those traffic data were disclosed", art(43, 1))

    ties = (shows("disclosed_on", "disclosed", art(43, 1)),)


D = fields(Discovery)
UNKNOWN_TRANSFER = PersonalDataTransfer()
"""A transfer of data of which nothing is known."""


def must_disclose_path(discovery: Discovery) -> Finding:
    """Whether the requested State must disclose traffic data that lead on to another provider.

    NO where the other provider sits in a State that is no Party: the text then obliges to nothing.

    Source: Art. 43(1).

    >>> must_disclose_path(Discovery(provider_in_another_party=False)).truth.name
    'NO'
    """
    return all_of(
        "traffic data that identify the other provider and the path must be disclosed",
        art(43, 1),
        given(discovery, D.executing_preservation_request),
        given(discovery, D.concerns_traffic_data),
        given(discovery, D.provider_in_another_party),
    )


def is_disclosed_on_discovery(category: DataCategory) -> Finding:
    """Whether data of this category are what the expedited disclosure covers: traffic data, and nothing else.

    Source: Art. 43(1).

    >>> is_disclosed_on_discovery(DataCategory.CONTENT_DATA).truth.name
    'NO'
    """
    return by_text(
        category is DataCategory.TRAFFIC_DATA,
        "the expedited disclosure covers data of this category",
        art(43, 1),
    )


def may_refuse_disclosure(
    ground: Ground, *, position: Position = NO_POSITION, transfer: PersonalDataTransfer = UNKNOWN_TRANSFER
) -> Finding:
    """Whether the expedited disclosure may be refused on this ground.

    The reservation about dual criminality, which can stand in the way of preservation, is not among the grounds.
    Whether the list leaves the freedom not to transfer personal data, where the law on them bars it, is a reading on
    which none is adopted.

    Source: Art. 36(1)(a), Art. 43(2).

    >>> may_refuse_disclosure(Ground.DUAL_CRIMINALITY).truth.name
    'NO'
    """
    match ground:
        case Ground.ESSENTIAL_INTERESTS:
            return _taken_over(prejudices_essential_interests(position=position))
        case Ground.DOMESTIC_PROHIBITION:
            return _taken_over(execution_is_prohibited(position=position))
        case Ground.DISCRIMINATION:
            return _taken_over(is_discriminatory(position=position))
        case Ground.PERSONAL_DATA:
            return _transfer_is_not_required(transfer)
        case (
            Ground.BANK_SECRECY
            | Ground.DUAL_CRIMINALITY
            | Ground.EXTRADITION_CONDITIONS
            | Ground.NATIONALITY
            | Ground.FISCAL_MATTERS
            | Ground.TRIFLING_MATTER
            | Ground.AVAILABLE_ELSEWHERE
            | Ground.NON_CONFORMITY
            | Ground.LEGAL_SYSTEM
            | Ground.INSUFFICIENT_EVIDENCE
            | Ground.TRIFLING_PROPERTY
        ):
            return by_text(False, _LISTED, art(43, 2))
    raise not_one_of("ground", ground, Ground)


_LISTED = "the ground is among those open against this disclosure"


def _transfer_is_not_required(transfer: PersonalDataTransfer) -> Finding:
    return by_reading(
        "the law on personal data stands in the way of this disclosure",
        DisclosurePersonalData,
        {
            DisclosurePersonalData.LIST_IS_CLOSED: by_text(False, _LISTED, art(43, 2)),
            DisclosurePersonalData.TRANSFER_NOT_REQUIRED: need_not_transfer(transfer),
        },
    )


def _taken_over(ground: Finding) -> Finding:
    """Return a ground of the article on assistance as one of the closed list against this disclosure."""
    return all_of("this disclosure may be refused on this ground", art(43, 2), ground)


def disclosure_grounds(
    *, position: Position = NO_POSITION, transfer: PersonalDataTransfer = UNKNOWN_TRANSFER
) -> Mapping[Ground, Finding]:
    """Which of all the grounds that the Convention names may carry a refusal to disclose, in the text's order?

    Source: Art. 36(1)(a), Art. 43(2).

    >>> [ground.value for ground, finding in disclosure_grounds().items() if not finding.is_no]
    ['personal-data', 'discrimination', 'essential-interests', 'domestic-prohibition']
    """
    return fixed({ground: may_refuse_disclosure(ground, position=position, transfer=transfer) for ground in Ground})


def disclosure_refusal_conforms(
    refusal: ListedRefusal, *, position: Position = NO_POSITION, transfer: PersonalDataTransfer = UNKNOWN_TRANSFER
) -> Finding:
    """Whether a refusal of the expedited disclosure rests on a ground that is open.

    Of several grounds that are stated one such is enough, as adopted: see `GroundBesideOthers`. UNKNOWN where none is
    stated.

    Source: Art. 36(1)(a), Art. 43(2).

    >>> disclosure_refusal_conforms(ListedRefusal(grounds=(Ground.DUAL_CRIMINALITY,))).truth.name
    'NO'
    """
    return rests_on_open_ground(
        refusal, art(43, 2), lambda ground: may_refuse_disclosure(ground, position=position, transfer=transfer)
    )


def duties_on_path_disclosure(
    discovery: Discovery,
    *,
    position: Position = NO_POSITION,
    transfer: PersonalDataTransfer = UNKNOWN_TRANSFER,
    refusal: ListedRefusal = NO_REFUSAL,
) -> tuple[Duty, ...]:
    """What must the requested State disclose, to whom, and how fast?

    A `refusal` on a ground that is open takes its place; one on another ground is forbidden: see the `life` of each.

    Source: Art. 43(1), Art. 43(2).

    >>> duties_on_path_disclosure(Discovery())[0].deadline.value
    'expeditiously'
    """
    conforms = disclosure_refusal_conforms(refusal, position=position, transfer=transfer)
    as_it_may = refused(refusal, "the disclosure was refused on a ground that is open", art(43, 2), conforms)
    otherwise = refused(refusal, "the disclosure was refused on another ground", art(43, 2), ~conforms, displaces=False)
    return (
        shall(
            "disclose-path",
            Role.REQUESTED_STATE,
            "disclose enough traffic data to identify the other State's service provider and the path of the "
            "communication",
            art(43, 1),
            must_disclose_path(discovery),
            towards=Role.REQUESTING_STATE,
            deadline=Promptness.EXPEDITIOUSLY,
            qualifications=("unless it refuses on a ground that is open under Art. 43(2)",),
            life=Life(done=stated_on(given(discovery, D.disclosed), discovery, D.disclosed_on), ends=(as_it_may,)),
        ),
        shall_not(
            "no-other-ground-for-refusing-disclosure",
            Role.REQUESTED_STATE,
            "refuse the disclosure on a ground that is not open",
            art(43, 2),
            by_text(True, "the disclosure may be refused on the grounds of a closed list only", art(43, 2)),
            towards=Role.REQUESTING_STATE,
            life=Life(done=otherwise),
        ),
    )


checked(__name__)
