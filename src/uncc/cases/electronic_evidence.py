"""What the articles on electronic evidence say of a request for assistance (Arts. 44, 45 and 46)."""

from __future__ import annotations

from collections.abc import Iterator

from uncc.cases.assistance_case import AssistanceCase
from uncc.cases.report import Answer, Section
from uncc.cooperation import (
    AssistancePurpose,
    RequestCourse,
    duties_on_interception,
    duties_on_stored_data,
    duties_on_traffic_data,
    follows_preservation,
    interception_is_permitted,
    may_exclude_offence,
    may_request_access,
    may_request_interception,
    may_request_traffic_data,
    must_endeavour_at_least,
    must_endeavour_to_collect,
    must_endeavour_to_intercept,
    must_respond_expeditiously,
    traffic_data_conformity,
)
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty

__all__ = ["conformity_of_collection", "electronic_answers", "electronic_duties"]


def conformity_of_collection(case: AssistanceCase) -> Iterator[Answer]:
    """Yield whether a request for traffic data specifies what it shall, beside what every request does.

    Source: Art. 45(3).
    """
    if AssistancePurpose.TRAFFIC_DATA in case.request.purposes:
        yield Answer(
            "traffic-data-conformity",
            Section.CONFORMITY,
            "Does it specify what a request for traffic data shall?",
            traffic_data_conformity(case.collection_request),
        )


def electronic_answers(case: AssistanceCase) -> Iterator[Answer]:
    """Yield what the articles on them answer of the stored data, traffic data or interception asked for.

    Source: Art. 44, Art. 45, Art. 46.
    """
    purposes = case.request.purposes
    if AssistancePurpose.STORED_DATA in purposes:
        yield from _stored_data(case)
    if AssistancePurpose.TRAFFIC_DATA in purposes:
        yield from _traffic_data(case)
    if AssistancePurpose.INTERCEPTION in purposes:
        yield from _interception(case)


def _stored_data(case: AssistanceCase) -> Iterator[Answer]:
    request, section = case.access_request, Section.STORED_DATA
    yield Answer(
        "stored-data-access",
        section,
        "May access to the stored data be asked for?",
        may_request_access(request),
    )
    yield Answer(
        "stored-data-preserved",
        section,
        "Are they data that were preserved for the requesting State?",
        follows_preservation(request),
    )
    yield Answer(
        "stored-data-expedited",
        section,
        "Must a request for such data be responded to on an expedited basis?",
        must_respond_expeditiously(request),
    )


def _traffic_data(case: AssistanceCase) -> Iterator[Answer]:
    request, section = case.collection_request, Section.TRAFFIC_DATA
    yield Answer(
        "traffic-data-collection",
        section,
        "May the real-time collection of traffic data be asked for?",
        may_request_traffic_data(request),
    )
    yield Answer(
        "traffic-data-endeavour",
        section,
        "Is an endeavour to collect them owed, under the conditions and procedures of domestic law?",
        must_endeavour_to_collect(request),
    )
    yield Answer(
        "traffic-data-floor",
        section,
        "Is it owed in any event, since the collection would be available in a similar case at home?",
        must_endeavour_at_least(request, case.similar_case),
    )
    yield Answer(
        "traffic-data-exclusion",
        section,
        "May domestic law keep the offence out of this assistance?",
        may_exclude_offence(case.similar_case),
    )


def _interception(case: AssistanceCase) -> Iterator[Answer]:
    request, section = case.interception_request, Section.INTERCEPTION
    yield Answer(
        "interception-request",
        section,
        "May the interception of content data be asked for?",
        may_request_interception(request),
    )
    yield Answer(
        "interception-permitted",
        section,
        "Do treaties or domestic law permit it?",
        interception_is_permitted(request),
    )
    yield Answer(
        "interception-endeavour",
        section,
        "Is an endeavour to intercept them owed?",
        must_endeavour_to_intercept(request),
    )


def electronic_duties(case: AssistanceCase, course: RequestCourse) -> Iterator[Duty]:
    """Yield what is owed in answer to a request for stored data, traffic data or an interception.

    Source: Art. 44(2), Art. 44(3), Art. 45, Art. 46.
    """
    purposes = case.request.purposes
    if AssistancePurpose.STORED_DATA in purposes:
        yield from duties_on_stored_data(case.access_request, course=course)
    if AssistancePurpose.TRAFFIC_DATA in purposes:
        yield from duties_on_traffic_data(case.collection_request, case=case.similar_case, course=course)
    if AssistancePurpose.INTERCEPTION in purposes:
        yield from duties_on_interception(case.interception_request, course=course)


checked(__name__)
