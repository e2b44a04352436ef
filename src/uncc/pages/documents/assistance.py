"""What the requesting State writes to ask for assistance; each kind of electronic evidence has a box of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from uncc.cases import AssistanceCase
from uncc.cooperation import AssistancePurpose, AssistanceRequest, Channel
from uncc.kernel.provisions import art
from uncc.pages.documents.evidence import basis, evidence_boxes, missing_of_collection, subject_of
from uncc.pages.documents.form import Draft, Form
from uncc.pages.documents.parts import (
    annexes_and_signature,
    confidentiality,
    data_entries,
    date_and_reference,
    offence,
    operational_authority,
    parties,
    procedure,
    urgency,
)
from uncc.pages.documents.reasons import missing, sentence
from uncc.pages.documents.sending import earlier_preservation, sending_boxes
from uncc.pages.documents.texts import custodian_lines, day_words, period_words
from uncc.pages.page import Entry

__all__ = ["assistance_request"]


def assistance_request(form: Form, case: AssistanceCase) -> Draft:
    """Return a request for assistance, with every particular of Art. 40(15), for each purpose that it has."""
    request = case.request
    collects = AssistancePurpose.TRAFFIC_DATA in request.purposes
    date_and_reference(form)
    parties(form, case, art(40, 15, "a"), *((art(45, 3, "a"),) if collects else ()))
    operational_authority(form, request.conducting_authority, "request.conducting_authority", art(40, 15, "b"))
    _proceeding(form, request, collects=collects)
    urgency(form, request.urgency, is_needed=request.transmission.channel is Channel.INTERPOL)
    service_alone = request.purposes == (AssistancePurpose.SERVICE,)
    facts = (*(() if service_alone else (art(40, 15, "c"),)), *((art(45, 3, "b"),) if collects else ()))
    offence(form, request.offence, case.readings, "request.offence", *facts)
    form.box("Purpose", *_use(form, request))
    form.box("What is asked", *_assistance(form, case))
    evidence_boxes(form, case)
    earlier_preservation(form, case)
    confidentiality(form, case, request.confidentiality, "request.confidentiality", art(40, 20))
    sending_boxes(form, case)
    annexes_and_signature(form)
    form.settle("the Convention opens all the assistance that is requested", form.report.answer("scope").finding)
    form.settle(
        "paragraphs 8 to 31 of Art. 40 apply, and no treaty in their place", form.report.answer("paragraphs").finding
    )
    return form.draft(
        ", ".join(map(str, basis(request))),
        (*missing(form.report.answer("conformity").finding), *missing_of_collection(form, request)),
        about=subject_of(case),
    )


def _proceeding(form: Form, request: AssistanceRequest, *, collects: bool) -> None:
    b, proceeding = art(40, 15, "b"), request.proceeding
    nature = (b, art(45, 3, "b")) if collects else (b,)
    form.box(
        "Proceeding",
        (
            "Subject matter",
            form.said(
                proceeding.subject_matter, "what the proceeding is about", b, path="request.proceeding.subject_matter"
            ),
        ),
        (
            "Nature",
            form.said(proceeding.nature, "the nature of the proceeding", *nature, path="request.proceeding.nature"),
        ),
        *((("Reference", proceeding.reference),) if proceeding.reference else ()),
    )


_EXPECTED: Mapping[AssistancePurpose, tuple[str, ...]] = MappingProxyType(
    {
        AssistancePurpose.STATEMENTS: ("persons",),
        AssistancePurpose.SERVICE: ("persons",),
        AssistancePurpose.SEARCH: ("items",),
        AssistancePurpose.STORED_DATA: (),
        AssistancePurpose.TRAFFIC_DATA: (),
        AssistancePurpose.INTERCEPTION: ("period",),
        AssistancePurpose.EXAMINATION: ("items",),
        AssistancePurpose.INFORMATION: (),
        AssistancePurpose.RECORDS: ("items",),
        AssistancePurpose.TRACING: ("items",),
        AssistancePurpose.APPEARANCE: ("persons",),
        AssistancePurpose.RECOVERY: ("items",),
        AssistancePurpose.OTHER: (),
    }
)
"""What each kind of assistance has room for, beside what every request says and the boxes of electronic evidence."""


def _assistance(form: Form, case: AssistanceCase) -> Iterator[Entry]:
    request, d = case.request, art(40, 15, "d")
    purposes = "\n".join(f"{sentence(purpose.words)} [{purpose.named_in}]" for purpose in request.purposes)
    yield (
        "Kind of assistance",
        form.said(purposes or None, "the kind of assistance", d, art(40, 3), path="request.purposes"),
    )
    yield "Assistance", form.said(request.assistance, "a description of the assistance", d, path="request.assistance")
    yield from procedure(form, request.procedure, wanted=request.procedure_wanted)
    expected = {field for purpose in request.purposes for field in _EXPECTED[purpose]}
    if request.data and not {AssistancePurpose.STORED_DATA, AssistancePurpose.INTERCEPTION} & {*request.purposes}:
        yield from data_entries(form, request.data)
    if request.custodian is not None and AssistancePurpose.STORED_DATA not in request.purposes:
        yield "Custodian", custodian_lines(request.custodian)
    yield from _persons_and_items(form, request, expected)
    yield from _period(form, case, needed="period" in expected)


def _persons_and_items(form: Form, request: AssistanceRequest, expected: set[str]) -> Iterator[Entry]:
    e = art(40, 15, "e")
    for number, person in enumerate(request.persons, 1):
        details = (("Identity", person.identity), ("Location", person.location), ("Nationality", person.nationality))
        yield f"Person {number}", _details(form, details, f"person {number}", more=request.more_on_persons)
    if not request.persons and (request.more_on_persons is not False or "persons" in expected):
        yield "Persons", form.said(None, "identity, location and nationality of any person", e, path="request.persons")
    for number, item in enumerate(request.items, 1):
        details = (("Description", item.description), ("Location", item.location), ("Origin", item.country_of_origin))
        yield f"Item {number}", _details(form, details, f"item {number}", more=request.more_on_items)
    if not request.items and (request.more_on_items is not False or "items" in expected):
        yield (
            "Items",
            form.said(None, "origin, description and location of any item or account", e, path="request.items"),
        )


def _details(form: Form, details: tuple[tuple[str, str | None], ...], whose: str, *, more: bool | None) -> str:
    lines: list[str] = []
    for label, words in details:
        if words is not None or more is not False:
            what = f"the {label.lower()} of {whose}, as far as possible and appropriate"
            lines.append(f"{label}: {form.said(words, what, art(40, 15, 'e'))}")
    return "\n".join(lines) or "Nothing more can be said."


def _period(form: Form, case: AssistanceCase, *, needed: bool) -> Iterator[Entry]:
    request = case.request
    of_items = bool(request.data) and all(item.period is not None for item in request.data)
    if request.period is not None:
        yield "Period", period_words(request.period)
    elif of_items:
        yield "Period", "As stated for the data."
    elif case.traffic_data.period is not None:
        yield "Period", "As stated for the traffic data."
    elif needed or request.period_applicable is not False:
        yield "Period", form.said(None, "the time period, where there is one", art(40, 15, "f"), path="request.period")


def _use(form: Form, request: AssistanceRequest) -> Iterator[Entry]:
    what = "what the evidence, information or assistance is for"
    yield "Purpose", form.said(request.intended_use, what, art(40, 15, "g"), path="request.intended_use")
    if request.wanted_by is not None:
        reason = form.said(request.wanted_by_reason, "why by that day", art(40, 26), path="request.wanted_by_reason")
        yield "Wanted by", f"{day_words(request.wanted_by)}\n{reason}"
