"""Art. 50(1) to (3): requests for the purposes of confiscation: three kinds, their conditions, their contents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Any

from attrs import Attribute, field, fields, frozen
from attrs.validators import optional

from uncc.confiscation.money import Money
from uncc.cooperation import Authority, Offence, Transmission, is_convention_offence
from uncc.cooperation.art40_assistance.transmission import transmission_limbs
from uncc.cooperation.particulars import (
    UNNAMED_OFFENCE,
    O,
    Told,
    says,
    states_functions,
)
from uncc.kernel.dates import a_date
from uncc.kernel.declared import checked, not_one_of
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, given
from uncc.kernel.papers import Paper, part
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.kernel.values import a_text

__all__ = [
    "ConfiscationRequest",
    "ConfiscationRequestKind",
    "confiscation_conformity",
    "may_request_confiscation",
]


class ConfiscationRequestKind(Enum):
    """What a request asks for. The value is its stable name in JSON."""

    OBTAIN_ORDER = "obtain-order"
    """That the requested State obtain an order of confiscation of its own and give effect to it (Art. 50(1)(a))."""
    ENFORCE_ORDER = "enforce-order"
    """That it give effect to the requesting State's order of confiscation (Art. 50(1)(b))."""
    PROVISIONAL = "provisional"
    """That it identify, trace and freeze or seize property (Art. 50(2))."""

    @property
    def provision(self) -> Provision:
        """The provision to which a request of this kind pertains."""
        return _PROVISIONS[self]


_PROVISIONS = MappingProxyType(
    {
        ConfiscationRequestKind.OBTAIN_ORDER: art(50, 1, "a"),
        ConfiscationRequestKind.ENFORCE_ORDER: art(50, 1, "b"),
        ConfiscationRequestKind.PROVISIONAL: art(50, 2),
    }
)


def _not_before_made(request: ConfiscationRequest, attribute: Attribute[Any], on: date | None) -> None:
    if on is not None and request.made_on is not None and on < request.made_on:
        raise InvalidValue(attribute.name, on.isoformat(), f"on or after the day it was made, {request.made_on}")


def _text() -> Any:
    return field(default=None, validator=optional(a_text))


@frozen(kw_only=True)
class ConfiscationRequest(Paper, Facts, asked_of=Role.REQUESTING_STATE):
    """A request for the purposes of confiscation, a paper with its contents, any of which may be absent.

    - `reference`, `made_on`, `received_on`, `urgency`: what practice adds.
    - `transmission`: channel and form, which are those of any request for assistance (Art. 40(12)(d), Art. 40(13)).
    - `authority` to `purpose`: what any request for assistance contains (Art. 40(15)).
    - `confidentiality`: what it requires to be kept confidential (Art. 40(20)).
    - `wanted_by`: the deadline that it suggests (Art. 40(26)).
    - `wanted_by_reason`: the reasons for that deadline (Art. 40(26)).
    - `property_description` to `actions_requested`: what this article adds, each for the kinds that it names.
    - `kind`: what is asked for: an order, effect for an order, or provisional measures.
    """

    of_the_world = ("made_on", "received_on", "transmission")

    kind: ConfiscationRequestKind
    reference: str | None = _text()
    made_on: date | None = field(default=None, validator=optional(a_date))
    received_on: date | None = field(default=None, validator=[optional(a_date), _not_before_made])
    urgency: str | None = _text()
    transmission: Transmission = field(factory=Transmission)
    authority: Authority | None = part("the request identifies the authority that makes it", art(40, 15, "a"))
    proceeding: str | None = part(
        "the request gives subject matter and nature of the proceeding", art(40, 15, "b"), validator=optional(a_text)
    )
    conducting_authority: Authority | None = part(
        "the request names the authority that conducts the proceeding", art(40, 15, "b")
    )
    offence: Offence | None = None
    assistance_sought: str | None = part(
        "the request describes the assistance sought", art(40, 15, "d"), validator=optional(a_text)
    )
    procedure: str | None = part(
        "the request details a particular procedure", art(40, 15, "d"), validator=optional(a_text)
    )
    persons_and_items: str | None = part(
        "the request says who and what is concerned", art(40, 15, "e"), validator=optional(a_text)
    )
    period: str | None = part("the request gives the time period", art(40, 15, "f"), validator=optional(a_text))
    purpose: str | None = part(
        "the request states the purpose of the assistance", art(40, 15, "g"), validator=optional(a_text)
    )
    confidentiality: str | None = _text()
    wanted_by: date | None = field(default=None, validator=optional(a_date))
    wanted_by_reason: str | None = _text()
    property_description: str | None = part(
        "the request describes the property", art(50, 3, "a"), validator=optional(a_text)
    )
    property_location: str | None = part(
        "the request says where the property is", art(50, 3, "a"), validator=optional(a_text)
    )
    estimated_value: Money | None = part("the request estimates the value of the property", art(50, 3, "a"))
    statement_of_facts: str | None = part(
        "the request states the facts relied upon", art(50, 3), validator=optional(a_text)
    )
    order_copy: str | None = part(
        "the request has a copy of the order on which it is based",
        art(50, 3, "b"),
        art(50, 3, "c"),
        validator=optional(a_text),
    )
    extent_of_execution: str | None = part(
        "the request says to what extent the order is to be executed", art(50, 3, "b"), validator=optional(a_text)
    )
    third_party_notice: str | None = part(
        "the request says how bona fide third parties were adequately notified",
        art(50, 3, "b"),
        validator=optional(a_text),
    )
    due_process: str | None = part(
        "the request says what was done to ensure due process", art(50, 3, "b"), validator=optional(a_text)
    )
    finality: str | None = part(
        "the request states that the order is final", art(50, 3, "b"), validator=optional(a_text)
    )
    actions_requested: str | None = part(
        "the request describes the actions requested", art(50, 3, "c"), validator=optional(a_text)
    )
    requesting_has_jurisdiction: Fact = fact(
        "the requesting State has jurisdiction over the offence", art(50, 1), art(50, 2)
    )
    property_is_liable: Fact = fact(
        "the property is proceeds of crime, property of corresponding value or an instrumentality",
        art(50, 1),
        art(50, 2),
        art(31, 1),
    )
    property_in_territory: Fact = fact(
        "the property is situated in the territory of the requested State",
        art(50, 1),
        asked_of=Role.REQUESTED_STATE,
    )
    order_by_court: Fact = fact(
        "a court in the territory of the requesting State issued the order of confiscation", art(50, 1, "b")
    )
    procedure_wanted: Fact = fact("the requesting State wishes a particular procedure to be followed", art(40, 15, "d"))
    particulars_possible: Fact = fact(
        "it is possible and appropriate to say who and what is concerned", art(40, 15, "e")
    )
    period_applicable: Fact = fact("the assistance is sought for a time period", art(40, 15, "f"))
    location_possible: Fact = fact("it is possible to say where the property is", art(50, 3, "a"))
    value_relevant: Fact = fact("the estimated value of the property is relevant", art(50, 3, "a"))
    facts_suffice: Fact = fact(
        "the facts stated are sufficient for the requested State to seek the order under its law",
        art(50, 3, "a"),
        asked_of=Role.REQUESTED_STATE,
    )
    copy_admissible: Fact = fact(
        "the copy of the order is legally admissible",
        art(50, 3, "b"),
        art(50, 3, "c"),
        asked_of=Role.REQUESTED_STATE,
    )
    order_available: Fact = fact("a copy of an order on which the request is based is available", art(50, 3, "c"))


R = fields(ConfiscationRequest)


def may_request_confiscation(request: ConfiscationRequest) -> Finding:
    """Whether this article is open for the request: whether receiving it obliges the requested State to act.

    The offence must be one established in accordance with the Convention: that another crime is serious is not
    enough. For confiscation the property must be in the requested State; for finding and freezing it the text asks
    no such thing.

    Source: Art. 50(1), Art. 50(1)(b), Art. 50(2).

    >>> ransom = Offence(title="kidnapping", established_in_accordance=False, serious_crime=True)
    >>> may_request_confiscation(ConfiscationRequest(
    ...     kind=ConfiscationRequestKind.OBTAIN_ORDER, offence=ransom)).truth.name
    'NO'
    """
    kind = request.kind
    paragraph = art(50, 2) if kind is ConfiscationRequestKind.PROVISIONAL else art(50, 1)
    return all_of(
        "the request is one on which the requested State must act",
        paragraph,
        is_convention_offence(request.offence or UNNAMED_OFFENCE),
        given(request, R.requesting_has_jurisdiction),
        given(request, R.property_is_liable),
        *(() if kind is ConfiscationRequestKind.PROVISIONAL else (given(request, R.property_in_territory),)),
        *((given(request, R.order_by_court),) if kind is ConfiscationRequestKind.ENFORCE_ORDER else ()),
    )


def confiscation_conformity(request: ConfiscationRequest) -> Finding:
    """Whether the request is made as it shall be: like any request for assistance, with what its kind adds.

    Channel and form come first, then the contents, in the order of the text.

    Source: Art. 50(3), Art. 50(3)(a), Art. 50(3)(b), Art. 50(3)(c).

    >>> freezing = ConfiscationRequest(kind=ConfiscationRequestKind.PROVISIONAL)
    >>> [limb.citation for limb in confiscation_conformity(freezing).because if limb.is_no][-2:]
    ['Art. 50(3)(c)', 'Art. 50(3)(c)']
    """
    return all_of(
        "the request is made as it shall be, and contains what it shall",
        art(50, 3),
        *transmission_limbs(request.transmission),
        *_of_any_request(request),
        *_of_its_kind(request),
    )


def _of_any_request(request: ConfiscationRequest) -> Iterator[Finding]:
    """Yield the contents of any request for assistance, in the order of Art. 40(15)."""
    offence = request.offence or UNNAMED_OFFENCE
    by_offence = request.statement_of_facts is None or offence.summary_of_facts is not None
    summed_up: Told = (offence, O.summary_of_facts) if by_offence else (request, R.statement_of_facts)
    yield says(request, R.authority)
    yield all_of(
        "the request says what proceeding it relates to and who conducts it",
        art(40, 15, "b"),
        says(request, R.proceeding),
        says(request, R.conducting_authority),
        states_functions(
            request,
            R.conducting_authority,
            "the request gives the functions of the authority that conducts the proceeding",
        ),
    )
    yield says(*summed_up, "the request sums up the relevant facts", art(40, 15, "c"))
    yield says(request, R.assistance_sought)
    yield any_of(
        "the request details the particular procedure that is wished for, if any",
        art(40, 15, "d"),
        says(request, R.procedure),
        ~given(request, R.procedure_wanted),
    )
    yield any_of(
        "the request says who and what is concerned, where possible and appropriate",
        art(40, 15, "e"),
        says(request, R.persons_and_items),
        ~given(request, R.particulars_possible),
    )
    yield any_of(
        "the request gives the time period, where there is one",
        art(40, 15, "f"),
        says(request, R.period),
        ~given(request, R.period_applicable),
    )
    yield says(request, R.purpose)


def _of_its_kind(request: ConfiscationRequest) -> Iterator[Finding]:
    match request.kind:
        case ConfiscationRequestKind.OBTAIN_ORDER:
            yield from _for_an_order(request)
        case ConfiscationRequestKind.ENFORCE_ORDER:
            yield from _for_effect(request)
        case ConfiscationRequestKind.PROVISIONAL:
            yield from _for_provisional_measures(request)
        case _:
            raise not_one_of("kind", request.kind, ConfiscationRequestKind)


def _for_an_order(request: ConfiscationRequest) -> Iterator[Finding]:
    a = art(50, 3, "a")
    yield says(request, R.property_description)
    yield any_of(
        "the request says where the property is, to the extent possible",
        a,
        says(request, R.property_location),
        ~given(request, R.location_possible),
    )
    yield any_of(
        "the request estimates the value of the property, where relevant",
        a,
        says(request, R.estimated_value),
        ~given(request, R.value_relevant),
    )
    yield all_of(
        "the request states facts that suffice to seek the order",
        a,
        says(request, R.statement_of_facts, authority=a),
        given(request, R.facts_suffice),
    )


def _admissible_copy(request: ConfiscationRequest, authority: Provision) -> Finding:
    return all_of(
        "the request has a legally admissible copy of the order",
        authority,
        says(request, R.order_copy, authority=authority),
        given(request, R.copy_admissible),
    )


def _for_effect(request: ConfiscationRequest) -> Iterator[Finding]:
    b = art(50, 3, "b")
    yield _admissible_copy(request, b)
    yield says(request, R.statement_of_facts, "the request states the facts", b)
    yield says(request, R.extent_of_execution)
    yield says(request, R.third_party_notice)
    yield says(request, R.due_process)
    yield says(request, R.finality)


def _for_provisional_measures(request: ConfiscationRequest) -> Iterator[Finding]:
    c = art(50, 3, "c")
    yield says(request, R.statement_of_facts, authority=c)
    yield says(request, R.actions_requested)
    yield any_of(
        "the request has a legally admissible copy of an order, where one is available",
        c,
        _admissible_copy(request, c),
        ~given(request, R.order_available),
    )


checked(__name__)
