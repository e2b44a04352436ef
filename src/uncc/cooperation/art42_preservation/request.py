"""Art. 42(1) to (4): a request for the preservation of stored data, its conditions and its particulars."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import Attribute, field, fields, frozen
from attrs.validators import optional

from uncc.cooperation.art35_principles import Cooperation, cooperation_is_open
from uncc.cooperation.particulars import (
    UNNAMED_OFFENCE,
    Authority,
    Custodian,
    DataItem,
    O,
    Offence,
    says,
)
from uncc.kernel.dates import a_date
from uncc.kernel.declared import checked
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, given
from uncc.kernel.model import Model
from uncc.kernel.papers import Paper, part
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.kernel.values import a_text

__all__ = [
    "PreservationRequest",
    "asks_for_confidentiality",
    "data_are_named",
    "may_request_preservation",
    "preservation_conformity",
]


def _not_before_made(request: PreservationRequest, attribute: Attribute[Any], on: date | None) -> None:
    if on is not None and request.made_on is not None and on < request.made_on:
        raise InvalidValue(attribute.name, on.isoformat(), f"on or after the day it was made, {request.made_on}")


@frozen(kw_only=True)
class PreservationRequest(Paper, Facts, asked_of=Role.REQUESTING_STATE):
    """A request to preserve stored electronic data, a paper: what it does not contain, it does not contain.

    - `reference`, `made_on`, `received_on`, `urgency`, `operational_authority`: what practice adds and the
      Convention does not ask for.
    - `authority` is particular (a), `offence` (b), `data` (c), `custodian` and `system_location` (d), `necessity`
      (e), `later_assistance` (f): what assistance is meant to be asked for later; `confidentiality` (g).
    """

    of_the_world = ("made_on", "received_on")

    reference: str | None = field(default=None, validator=optional(a_text))
    made_on: date | None = field(default=None, validator=optional(a_date))
    received_on: date | None = field(default=None, validator=[optional(a_date), _not_before_made])
    urgency: str | None = field(default=None, validator=optional(a_text))
    authority: Authority | None = part(
        "the request specifies the authority that seeks the preservation", art(42, 3, "a")
    )
    operational_authority: Authority | None = None
    offence: Offence | None = None
    data: tuple[DataItem, ...] = part(
        "the request specifies the stored data to be preserved", art(42, 3, "c"), default=()
    )
    custodian: Custodian | None = part("the request identifies the custodian", art(42, 3, "d"))
    system_location: str | None = part(
        "the request says where the system is located", art(42, 3, "d"), validator=optional(a_text)
    )
    necessity: str | None = part(
        "the request specifies why the preservation is necessary", art(42, 3, "e"), validator=optional(a_text)
    )
    later_assistance: str | None = part(
        "the request specifies that search, seizure or disclosure of the data will be asked for later",
        art(42, 3, "f"),
        validator=optional(a_text),
    )
    confidentiality: str | None = part(
        "the request states the need to keep it confidential and not to notify the user",
        art(42, 3, "g"),
        validator=optional(a_text),
    )
    system_in_requested_territory: Fact = fact(
        "the data are stored by means of a system located in the territory of the requested State",
        art(42, 1),
        asked_of=Role.REQUESTED_STATE,
    )
    intends_assistance: Fact = fact(
        "the requesting State intends to ask for the data to be searched, seized or disclosed", art(42, 1)
    )
    locating_information_available: Fact = fact(
        "more information on the custodian or on the location of the system is available than the request gives",
        art(42, 3, "d"),
    )
    confidentiality_needed: Fact = fact(
        "there is a need to keep the request confidential and not to notify the user", art(42, 3, "g")
    )


R = fields(PreservationRequest)
I = fields(DataItem)  # noqa: E741


def may_request_preservation(request: PreservationRequest) -> Finding:
    """Whether one State may ask another, under the Convention, to preserve these data.

    YES when the offence is one for whose evidence the Convention opens this cooperation, the system stands in the
    requested State's territory, and the requesting State intends to ask for the data later.

    Source: Art. 35(2), Art. 42(1).

    >>> may_request_preservation(PreservationRequest(system_in_requested_territory=False)).truth.name
    'NO'
    """
    return all_of(
        "preservation may be asked for",
        art(42, 1),
        cooperation_is_open(Cooperation.PRESERVATION, request.offence or UNNAMED_OFFENCE),
        given(request, R.system_in_requested_territory),
        given(request, R.intends_assistance),
    )


def preservation_conformity(request: PreservationRequest) -> Finding:
    """Whether the request specifies all that it shall: one limb for each particular, in the order of the text.

    Particular (d) asks for all information that is available, and for no other; (g) only where confidentiality is
    needed. Where too little is said and it is not known whether there was more to say, the limb is UNKNOWN.
    A request that does not conform may not be refused for that reason (Art. 42(6)).

    Source: Art. 42(3), Art. 42(3)(a), Art. 42(3)(b), Art. 42(3)(c), Art. 42(3)(d), Art. 42(3)(e), Art. 42(3)(f),
    Art. 42(3)(g).

    >>> [limb.citation for limb in preservation_conformity(PreservationRequest()).because if limb.is_no]
    ['Art. 42(3)(a)', 'Art. 42(3)(b)', 'Art. 42(3)(c)', 'Art. 42(3)(e)', 'Art. 42(3)(f)']
    """
    return all_of(
        "the request specifies what it shall",
        art(42, 3),
        says(request, R.authority),
        _offence_is_specified(request),
        _data_are_specified(request),
        _locating_information_is_given(request),
        says(request, R.necessity),
        says(request, R.later_assistance),
        _confidentiality_is_addressed(request),
    )


def _says(paper: Model, attribute: Attribute[Any], statement: str, point: str, subject: str = "") -> Finding:
    return says(paper, attribute, statement, art(42, 3, point), subject)


def _offence_is_specified(request: PreservationRequest) -> Finding:
    offence = request.offence or UNNAMED_OFFENCE
    return all_of(
        "the request specifies the offence and sums up its facts",
        art(42, 3, "b"),
        _says(offence, O.title, "the request specifies the offence that is pursued", "b"),
        _says(offence, O.summary_of_facts, "the request sums up the facts of the offence", "b"),
    )


def _data_are_specified(request: PreservationRequest) -> Finding:
    items = tuple(
        _says(
            item,
            I.relation_to_offence,
            "the request says how the data relate to the offence",
            "c",
            f"data[{number}]",
        )
        for number, item in enumerate(request.data)
    )
    return all_of(
        "the request specifies the data and their relationship to the offence",
        art(42, 3, "c"),
        data_are_named(request),
        *items,
    )


def data_are_named(request: PreservationRequest) -> Finding:
    """Whether the request names any data at all.

    Source: Art. 42(3)(c).

    >>> data_are_named(PreservationRequest()).truth.name
    'NO'
    """
    return says(request, R.data)


def _locating_information_is_given(request: PreservationRequest) -> Finding:
    return any_of(
        "the request gives what information there is on the custodian or the location of the system",
        art(42, 3, "d"),
        all_of(
            "the request identifies the custodian and the location of the system",
            art(42, 3, "d"),
            says(request, R.custodian),
            says(request, R.system_location),
        ),
        ~given(request, R.locating_information_available),
    )


def asks_for_confidentiality(request: PreservationRequest) -> Finding:
    """Whether the request asks for confidentiality.

    Source: Art. 42(3)(g).

    >>> asks_for_confidentiality(PreservationRequest(confidentiality="Do not notify the user.")).truth.name
    'YES'
    """
    return says(request, R.confidentiality)


def _confidentiality_is_addressed(request: PreservationRequest) -> Finding:
    return any_of(
        "the request states the need for confidentiality, where there is one",
        art(42, 3, "g"),
        asks_for_confidentiality(request),
        ~given(request, R.confidentiality_needed),
    )


checked(__name__)
