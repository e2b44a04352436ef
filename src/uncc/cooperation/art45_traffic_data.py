"""Art. 45, mutual legal assistance in the real-time collection of traffic data: an endeavour, and its particulars."""

from __future__ import annotations

from typing import Any

from attrs import Attribute, evolve, field, fields, frozen
from attrs.validators import optional

from uncc.cooperation.art35_principles import Cooperation, cooperation_is_open
from uncc.cooperation.art40_assistance.course import UNKNOWN_COURSE, RequestCourse, what_ends_execution
from uncc.cooperation.art40_assistance.handling import CALLED_OFF
from uncc.cooperation.particulars import (
    UNNAMED_OFFENCE,
    Authority,
    DataItem,
    Offence,
    says,
)
from uncc.kernel.dates import Period
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall, shall_endeavour
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, given
from uncc.kernel.life import Life, found
from uncc.kernel.model import Model
from uncc.kernel.papers import Paper, part
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.kernel.values import a_text

__all__ = [
    "SimilarCase",
    "TrafficDataRequest",
    "duties_on_traffic_data",
    "may_exclude_offence",
    "may_request_traffic_data",
    "must_endeavour_at_least",
    "must_endeavour_to_collect",
    "traffic_data_conformity",
]


@frozen(kw_only=True)
class TrafficDataRequest(Paper, Facts, asked_of=Role.REQUESTING_STATE):
    """A request to collect traffic data in real time, a paper: what it does not contain, it does not contain.

    `authority` is particular (a), `main_facts` and `proceedings` (b), `data` (c), `owner_or_user` and `system_location`
    (d), `justification` (e), `period` and `period_justification` (f). What every request for assistance contains
    (Art. 40(15)) comes beside these.

    - `reference`: the number under which the request is made.
    """

    reference: str | None = field(default=None, validator=optional(a_text))
    authority: Authority | None = part("the request names the requesting authority", art(45, 3, "a"))
    offence: Offence | None = None
    main_facts: str | None = part("the request sums up the main facts", art(45, 3, "b"), validator=optional(a_text))
    proceedings: str | None = part(
        "the request says what kind of proceedings it is for", art(45, 3, "b"), validator=optional(a_text)
    )
    data: tuple[DataItem, ...] = part(
        "the request specifies the data for which traffic data are needed", art(45, 3, "c"), default=()
    )
    owner_or_user: str | None = part(
        "the request identifies the owner or user of the data", art(45, 3, "d"), validator=optional(a_text)
    )
    system_location: str | None = part(
        "the request says where the system is", art(45, 3, "d"), validator=optional(a_text)
    )
    justification: str | None = part(
        "the request says why the traffic data need to be collected", art(45, 3, "e"), validator=optional(a_text)
    )
    period: Period | None = part("the request sets the period of collection", art(45, 3, "f"))
    period_justification: str | None = part(
        "the request says why the period has this length", art(45, 3, "f"), validator=optional(a_text)
    )
    in_real_time: Fact = fact("the traffic data are to be collected in real time", art(45, 1))
    communications_specified: Fact = fact(
        "the communications to which the traffic data belong are specified", art(45, 1)
    )
    communications_in_territory: Fact = fact(
        "those communications are in the territory of the requested State", art(45, 1), asked_of=Role.REQUESTED_STATE
    )
    by_ict_system: Fact = fact(
        "those communications are transmitted by means of an information and communications technology system",
        art(45, 1),
        asked_of=Role.REQUESTED_STATE,
    )
    identifying_data_available: Fact = fact(
        "more data are available than the request gives that tell who owns or uses the data or where the system is",
        art(45, 3, "d"),
    )


R = fields(TrafficDataRequest)
I = fields(DataItem)  # noqa: E741


def may_request_traffic_data(request: TrafficDataRequest) -> Finding:
    """Whether the request is one for the assistance of which the article speaks.

    Source: Art. 35(2), Art. 45(1).

    >>> may_request_traffic_data(TrafficDataRequest(in_real_time=False)).truth.name
    'NO'
    """
    return all_of(
        "the real-time collection of traffic data may be asked for",
        art(45, 1),
        cooperation_is_open(Cooperation.TRAFFIC_DATA, request.offence or UNNAMED_OFFENCE),
        given(request, R.in_real_time),
        given(request, R.communications_specified),
        given(request, R.communications_in_territory),
        given(request, R.by_ict_system),
    )


def traffic_data_conformity(request: TrafficDataRequest) -> Finding:
    """Whether the request specifies all that the article asks for: one limb for each particular, in the text's order.

    Particular (d) asks for all data that are available, and for no other: where too little is said and it is not known
    whether there was more to say, the limb is UNKNOWN.

    Source: Art. 45(3), Art. 45(3)(a), Art. 45(3)(b), Art. 45(3)(c), Art. 45(3)(d), Art. 45(3)(e), Art. 45(3)(f).

    >>> [limb.citation for limb in traffic_data_conformity(TrafficDataRequest()).because if limb.is_no]
    ['Art. 45(3)(a)', 'Art. 45(3)(b)', 'Art. 45(3)(c)', 'Art. 45(3)(e)', 'Art. 45(3)(f)']
    """
    return all_of(
        "the request specifies what it shall",
        art(45, 3),
        says(request, R.authority),
        all_of(
            "the request sums up the main facts and says what kind of proceedings it is for",
            art(45, 3, "b"),
            says(request, R.main_facts),
            says(request, R.proceedings),
        ),
        _data_are_specified(request),
        any_of(
            "the request gives what data there are on the owner or user or on the location of the system",
            art(45, 3, "d"),
            all_of(
                "the request identifies the owner or user of the data and says where the system is",
                art(45, 3, "d"),
                says(request, R.owner_or_user),
                says(request, R.system_location),
            ),
            ~given(request, R.identifying_data_available),
        ),
        says(request, R.justification),
        all_of(
            "the request sets a period of collection and justifies its length",
            art(45, 3, "f"),
            says(request, R.period),
            says(request, R.period_justification),
        ),
    )


def _says(paper: Model, attribute: Attribute[Any], statement: str, point: str, subject: str = "") -> Finding:
    return says(paper, attribute, statement, art(45, 3, point), subject)


def _data_are_specified(request: TrafficDataRequest) -> Finding:
    relations = (
        _says(
            item,
            I.relation_to_offence,
            "the request says how the data relate to the offence",
            "c",
            f"traffic_data.data[{number}]",  # beside the data of the request for assistance
        )
        for number, item in enumerate(request.data)
    )
    return all_of(
        "the request specifies the data concerned and their relationship to the offence",
        art(45, 3, "c"),
        says(request, R.data),
        *relations,
    )


@frozen(kw_only=True)
class SimilarCase(Facts, asked_of=Role.REQUESTED_STATE):
    """What the requested State's own law would allow in a case like this one at home."""

    available: Fact = fact(
        "the real-time collection of traffic data would be available for the offence in a similar domestic case",
        art(45, 2),
    )


C = fields(SimilarCase)


def must_endeavour_to_collect(request: TrafficDataRequest) -> Finding:
    """Whether the requested State must endeavour to give this assistance.

    It owes an endeavour and no result, under the conditions and procedures of its domestic law.

    Source: Art. 45(1).

    >>> must_endeavour_to_collect(TrafficDataRequest(communications_specified=False)).truth.name
    'NO'
    """
    return all_of(
        "an endeavour to collect the traffic data is owed",
        art(45, 1),
        may_request_traffic_data(request),
    )


def must_endeavour_at_least(request: TrafficDataRequest, case: SimilarCase) -> Finding:
    """Whether the offence is among those for which the endeavour is owed in any event.

    NO does not end the endeavour of the first paragraph: it says that this floor is not reached.

    Source: Art. 45(2).

    >>> must_endeavour_at_least(TrafficDataRequest(), SimilarCase(available=False)).truth.name
    'NO'
    """
    return all_of(
        "the endeavour is owed in any event, since the collection would be available at home",
        art(45, 2),
        may_request_traffic_data(request),
        given(case, C.available),
    )


def may_exclude_offence(case: SimilarCase) -> Finding:
    """Whether domestic law may keep the offence as such out of this assistance.

    Domestic conditions and procedures govern, subject to the floor: NO where the collection would be available for the
    offence in a similar case at home.

    Source: Art. 45(1), Art. 45(2).

    >>> may_exclude_offence(SimilarCase(available=True)).truth.name
    'NO'
    """
    return all_of(
        "domestic law may keep the offence out of this assistance",
        (art(45, 1), art(45, 2)),
        ~given(case, C.available),
    )


def duties_on_traffic_data(
    request: TrafficDataRequest, *, case: SimilarCase = SimilarCase(), course: RequestCourse = UNKNOWN_COURSE
) -> tuple[Duty, ...]:
    """What do the two States owe when the real-time collection of traffic data is asked for?

    `course` is what has become of the request for assistance: see the `life` of each duty.

    Source: Art. 45(1), Art. 45(2), Art. 45(3).

    >>> [duty.modality.words for duty in duties_on_traffic_data(TrafficDataRequest())]
    ['shall', 'shall endeavour', 'shall endeavour', 'shall']
    """
    specified = traffic_data_conformity(request)
    asked, life = may_request_traffic_data(request), Life(ended_by=CALLED_OFF, ends=what_ends_execution(course))
    return (
        shall(
            "specify-particulars",
            Role.REQUESTING_STATE,
            "specify the particulars of the request",
            art(45, 3),
            asked,
            towards=Role.REQUESTED_STATE,
            life=Life(done=found(specified), broken=found(~specified)),
        ),
        shall_endeavour(
            "endeavour-to-collect",
            Role.REQUESTED_STATE,
            "to assist in the real-time collection of the traffic data",
            art(45, 1),
            must_endeavour_to_collect(request),
            towards=Role.REQUESTING_STATE,
            qualifications=("under the conditions and procedures of its domestic law",),
            life=life,
        ),
        shall_endeavour(
            "endeavour-at-least",
            Role.REQUESTED_STATE,
            "to assist at least as it could in a similar case of its own",
            art(45, 2),
            must_endeavour_at_least(request, case),
            towards=Role.REQUESTING_STATE,
            life=life,
        ),
        shall(
            "apply-domestic-conditions",
            Role.REQUESTED_STATE,
            "govern the assistance by the conditions and procedures of its domestic law",
            art(45, 1),
            asked,
            qualifications=("subject to the floor of Art. 45(2)",),
            life=evolve(life, lasts=True),
        ),
    )


checked(__name__)
