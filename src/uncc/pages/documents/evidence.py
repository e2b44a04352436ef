"""The boxes of a request for electronic evidence: stored data, traffic data in real time, content data intercepted.

Art. 45(3) has particulars of its own, and each has its place here. Art. 44 and Art. 46 have none: what their boxes hold
beyond the text is what practice needs in order to find the data, and cites nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from attrs import fields

from uncc.cases import AssistanceCase
from uncc.cooperation import (
    AssistancePurpose,
    AssistanceRequest,
    DataCategory,
    StoredDataRequest,
    TrafficDataRequest,
    must_respond_expeditiously,
)
from uncc.kernel.findings import Finding, given
from uncc.kernel.provisions import Provision, art
from uncc.pages.documents.form import Form
from uncc.pages.documents.parts import data_entries
from uncc.pages.documents.reasons import missing, sentence
from uncc.pages.documents.texts import custodian_lines, period_words
from uncc.pages.page import Entry

__all__ = ["basis", "evidence_boxes", "missing_of_collection", "subject_of"]

_BASES: Mapping[AssistancePurpose, tuple[Provision, ...]] = MappingProxyType(
    {
        AssistancePurpose.STORED_DATA: (art(44, 1),),
        AssistancePurpose.TRAFFIC_DATA: (art(45, 1),),
        AssistancePurpose.INTERCEPTION: (art(46),),
    }
)


def basis(request: AssistanceRequest) -> tuple[Provision, ...]:
    """Return the provisions on which a request for assistance rests: the general one, then those of its purposes."""
    special = (provision for purpose in request.purposes for provision in _BASES.get(purpose, ()))
    return (art(40, 1), *(purpose.named_in for purpose in request.purposes), *special)


def subject_of(case: AssistanceCase) -> str:
    """Return what a request is about, for its title: nothing where it has several purposes or none of these three."""
    match case.request.purposes:
        case (AssistancePurpose.STORED_DATA,):
            kinds = {item.category for item in case.access_request.data}
            return "subscriber information" if kinds == {DataCategory.SUBSCRIBER_INFORMATION} else "stored data"
        case (AssistancePurpose.TRAFFIC_DATA,):
            return "traffic data in real time"
        case (AssistancePurpose.INTERCEPTION,):
            return "interception of content data"
        case _:
            return ""


def missing_of_collection(form: Form, request: AssistanceRequest) -> tuple[Finding, ...]:
    """Return the particulars of Art. 45(3) that are missing; none where no traffic data are asked for."""
    if AssistancePurpose.TRAFFIC_DATA not in request.purposes:
        return ()
    return missing(form.report.answer("traffic-data-conformity").finding)


def evidence_boxes(form: Form, case: AssistanceCase) -> None:
    """Add a box for each kind of electronic evidence that is asked for, and note what stands in its way."""
    asked, purposes = f"{case.requested.state.name} is asked", case.request.purposes
    if AssistancePurpose.STORED_DATA in purposes:
        what = "to search for or otherwise reach, to seize or otherwise secure, and to disclose the data named here"
        form.box("Stored data", *_stored(form, case), lead=f"{asked} {what} [Art. 44(1)].")
        form.settle("access to the stored data may be asked for", form.report.answer("stored-data-access").finding)
    if AssistancePurpose.TRAFFIC_DATA in purposes:
        what = "to assist in collecting, as they arise, the traffic data of the communications specified here"
        form.box("Traffic data in real time", *_traffic(form, case), lead=f"{asked} {what} [Art. 45(1)].")
        owed = form.report.answer("traffic-data-endeavour").finding
        form.settle("an endeavour to collect the traffic data is owed", owed)
    if AssistancePurpose.INTERCEPTION in purposes:
        what = "to assist in collecting or recording, as they arise, content data of the communications specified here"
        limit = "as far as the treaties that apply or its domestic law permit"
        form.box("Interception of content data", *_intercepted(form, case), lead=f"{asked} {what}, {limit} [Art. 46].")
        owed = form.report.answer("interception-endeavour").finding
        form.settle("an endeavour to intercept the content data is owed", owed)


# Stored data


def _stored(form: Form, case: AssistanceCase) -> Iterator[Entry]:
    request = case.request
    yield from data_entries(form, case.access_request.data)
    held = None if request.custodian is None else custodian_lines(request.custodian)
    yield "Custodian", form.said(held, "who holds the data", path="request.custodian", optional=True)
    yield from _expedited(form, case.access_request)


def _expedited(form: Form, stored: StoredDataRequest) -> Iterator[Entry]:
    """Yield why an expedited response is owed; that it may be is asked, and that it is not needs no word."""
    owed, where = must_respond_expeditiously(stored), fields(StoredDataRequest)
    known = (given(stored, fact) for fact in (where.vulnerable, where.expedited_elsewhere))
    why = "\n".join(f"{sentence(fact.statement)} [{fact.citation}]." for fact in known if fact.is_yes)
    if not owed.is_no:
        what = "why a response on an expedited basis is owed, if it is"
        yield (
            "Expedited response",
            form.said(why or None, what, art(44, 3), path="stored_data.vulnerable", optional=True),
        )


# Traffic data


def _traffic(form: Form, case: AssistanceCase) -> Iterator[Entry]:
    traffic, e, f = case.collection_request, art(45, 3, "e"), art(45, 3, "f")
    what = "the data in relation to which traffic data are to be collected"
    yield from data_entries(form, traffic.data, art(45, 3, "c"), path="traffic_data.data", what=what)
    yield from _owner_or_place(form, traffic)
    why = "why the traffic data must be collected"
    yield "Need for the collection", form.said(traffic.justification, why, e, path="traffic_data.justification")
    period = None if traffic.period is None else period_words(traffic.period)
    yield "Period of collection", form.said(period, "the period of collection", f, path="traffic_data.period")
    why = "why the period must be so long"
    path = "traffic_data.period_justification"
    yield "Reason for its length", form.said(traffic.period_justification, why, f, path=path)


def _owner_or_place(form: Form, traffic: TrafficDataRequest) -> Iterator[Entry]:
    """Yield what is known of owner, user and place: one is enough, or none, where no more data are available."""
    all_is_said = traffic.identifying_data_available is False
    none_known = "No data that identify it are available." if all_is_said else None
    named = (
        ("Owner or user", traffic.owner_or_user, "who owns or uses the data, as far as known", "owner_or_user"),
        ("Location of the system", traffic.system_location, "where the system is, as far as known", "system_location"),
    )
    either = all_is_said and any(words for _, words, _, _ in named)
    for label, words, what, name in named:
        if words or not either:
            said = form.said(words or none_known, what, art(45, 3, "d"), path=f"traffic_data.{name}")
            yield label, said


# Content data


def _intercepted(form: Form, case: AssistanceCase) -> Iterator[Entry]:
    """Yield the communications; where stored data are asked for too, those the request names may not be meant."""
    request = case.request
    what = "the communications to be intercepted, by account, address and period"
    meant = () if AssistancePurpose.STORED_DATA in request.purposes else request.data
    if meant:
        yield from data_entries(form, meant)
    else:
        path = "" if request.data else "request.data"
        yield "Communications", form.said(None, what, art(46), path=path)
