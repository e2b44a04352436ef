"""What the requesting State writes to ask for preservation, for more of it, or for confiscation."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from uncc.cases import ConfiscationCase, PreservationCase, Report
from uncc.confiscation import ConfiscationRequest, ConfiscationRequestKind, Money
from uncc.cooperation import Channel
from uncc.kernel.dates import Deadline
from uncc.kernel.provisions import Provision, art
from uncc.pages.documents.form import Draft, Form
from uncc.pages.documents.parts import (
    annexes_and_signature,
    confidentiality,
    confidentiality_asked,
    data_entries,
    date_and_reference,
    offence,
    operational_authority,
    parties,
    procedure,
    says_so,
    urgency,
)
from uncc.pages.documents.reasons import missing
from uncc.pages.documents.sending import contact_box, sending_boxes
from uncc.pages.documents.texts import custodian_lines, day_words, deadline_words
from uncc.pages.page import Entry

__all__ = ["confiscation_request", "extension_request", "preservation_request"]


# Preservation


def preservation_request(form: Form, case: PreservationCase) -> Draft:
    """Return a request for preservation, with every particular of Art. 42(3)."""
    request = case.request
    date_and_reference(form)
    parties(form, case, art(42, 3, "a"))
    operational_authority(form, request.operational_authority, "request.operational_authority")
    urgency(form, request.urgency, otherwise="Expeditious preservation is asked for [Art. 42(1)].")
    conducting = request.operational_authority
    offence(form, request.offence, case.readings, "request.offence", art(42, 3, "b"), pursued_by=conducting)
    necessity = form.said(request.necessity, "why preservation is necessary", art(42, 3, "e"), path="request.necessity")
    form.box("Necessity", ("Necessity", necessity))
    form.box("What is asked", *_to_be_preserved(form, case))
    _confidentiality(form, case)
    form.box("Reply", ("Reply", _ASKED_FOR_WORD.format(case.requesting.state.name)))
    if form.letter.contact is not None:
        contact_box(form)
    annexes_and_signature(form)
    form.settle("preservation may be asked for", form.report.answer("conditions").finding)
    return form.draft(str(art(42, 1)), missing(form.report.answer("conformity").finding))


_ASKED_FOR_WORD = (
    "{} asks for confirmation, with the last day, to the contact above or through the 24/7 network [Art. 41(3)(b)]."
)


def _to_be_preserved(form: Form, case: PreservationCase) -> Iterator[Entry]:
    request = case.request
    asked = "be preserved expeditiously, for 60 days at least [Art. 42(1), Art. 42(8)]"
    yield "Preservation", f"{case.requesting.state.name} asks that these data {asked}."
    yield from data_entries(form, request.data, art(42, 3, "c"))
    yield from _held(form, case)
    yield from _asked_for_later(form, case)


def _asked_for_later(form: Form, case: PreservationCase) -> Iterator[Entry]:
    """Yield that assistance with the data will be asked for, and which."""
    words, intends, f = case.request.later_assistance, case.request.intends_assistance, art(42, 3, "f")
    what = "which assistance with the data will be asked for later: search, seizure or disclosure"
    which, label = form.said(words, what, f, path="request.later_assistance"), "Assistance to be asked for later"
    if says_so(words, stated=intends):
        kinds = "the search or similar access, seizure or similar securing, or disclosure of these data"
        yield label, f"{case.requesting.state.name} intends to ask for mutual legal assistance in {kinds} [{f}]."
        label = "Which"
    yield label, which


def _held(form: Form, case: PreservationCase) -> Iterator[Entry]:
    request, d = case.request, art(42, 3, "d")
    all_is_said = request.locating_information_available is False
    none_known = "No information on it is available." if all_is_said else None
    other = all_is_said and (request.custodian or request.system_location) is not None
    custodian = None if request.custodian is None else custodian_lines(request.custodian)
    if custodian or not other:
        yield (
            "Custodian",
            form.said(custodian or none_known, "the custodian, as far as known", d, path="request.custodian"),
        )
    if request.system_location or not other:
        location = request.system_location or none_known
        yield "System", form.said(location, "where the system is, as far as known", d, path="request.system_location")


def _confidentiality(form: Form, case: PreservationCase) -> None:
    request = case.request
    words, needed, g = request.confidentiality, request.confidentiality_needed, art(42, 3, "g")
    not_needed = "None is asked for." if needed is False else None
    what = "why the request is to be kept confidential and the user not notified, or that there is no such need"
    need = form.said(words or not_needed, what, g, path="request.confidentiality")
    stated = (("Confidentiality", confidentiality_asked(form, case)), ("Need", need))
    form.box("Confidentiality", *(stated if says_so(words, stated=needed) else (("Confidentiality", need),)))


def extension_request(form: Form, case: PreservationCase) -> Draft:
    """Return a request to extend a preservation; none where it can no longer be asked for."""
    report, letter = form.report, form.letter
    in_time = report.answer("extension-in-time").finding
    if in_time.is_no:
        form.require(in_time, f"an extension can still be asked for on {day_words(report.header.as_of)}")
    date_and_reference(form)
    parties(form, case)
    operational_authority(form, case.request.operational_authority, "request.operational_authority")
    urgency(form, _last_day(report), "measure.effected_on")
    offence(form, case.request.offence, case.readings, "request.offence")
    form.box(
        "Necessity", ("Necessity", form.said(letter.reasons, "why the data are needed longer", path="letter.reasons"))
    )
    form.box("What is asked", *_to_be_extended(form, case))
    _confidentiality(form, case)
    annexes_and_signature(form)
    form.settle(f"an extension can be asked for on {day_words(report.header.as_of)}", in_time)
    form.settle("an extension that is asked for in time must be granted", report.answer("extension-owed").finding)
    return form.draft(str(art(42, 9)))


def _to_be_extended(form: Form, case: PreservationCase) -> Iterator[Entry]:
    report, letter = form.report, form.letter
    reference = form.said(
        case.request.reference,
        "the reference of the request for preservation",
        path="request.reference",
        optional=True,
    )
    yield (
        "Extension",
        f"{case.requesting.state.name} asks that the preservation effected on {form.request} be extended.",
    )
    yield "Request for preservation", reference
    effected = form.said(
        case.measure.effected_on, "the day from which the data are preserved", path="measure.effected_on"
    )
    yield "Preserved from", effected
    expires = None if report.expires_on is None else deadline_words(report.expires_on)
    yield "Expires as things stand", expires or "No day is set or known."
    yield "Extension until", form.said(letter.until, "the last day of the extension", path="letter.until")
    yield from data_entries(form, case.request.data)


def _last_day(report: Report) -> str | None:
    duty = next(duty for duty in report.duties if duty.id == "ask-for-extension")
    asked_until = duty.deadline if isinstance(duty.deadline, Deadline) else None
    return None if asked_until is None else f"An extension can be asked for until {deadline_words(asked_until)}."


# Confiscation


_ASKED = MappingProxyType(
    {
        ConfiscationRequestKind.OBTAIN_ORDER: "to obtain an order of confiscation and give effect to it",
        ConfiscationRequestKind.ENFORCE_ORDER: "to give effect to the order of confiscation of the requesting State",
        ConfiscationRequestKind.PROVISIONAL: "to identify, trace, freeze or seize property",
    }
)


def confiscation_request(form: Form, case: ConfiscationCase) -> Draft:
    """Return a request for the purposes of confiscation, with what Art. 50(3) asks of its kind."""
    request = case.request
    date_and_reference(form)
    parties(form, case, art(40, 15, "a"))
    operational_authority(form, request.conducting_authority, "request.conducting_authority", art(40, 15, "b"))
    what = "subject matter and nature of the proceeding"
    form.box(
        "Proceeding", ("Proceeding", form.said(request.proceeding, what, art(40, 15, "b"), path="request.proceeding"))
    )
    urgency(form, request.urgency, is_needed=request.transmission.channel is Channel.INTERPOL)
    offence(form, request.offence, case.readings, "request.offence", art(40, 15, "c"))
    purpose = form.said(request.purpose, "the purpose of the assistance", art(40, 15, "g"), path="request.purpose")
    form.box("Purpose", ("Purpose", purpose))
    form.box("What is asked", *_measure(form, request))
    form.box("Property", *_property(form, request))
    if request.kind is ConfiscationRequestKind.ENFORCE_ORDER or request.order_copy is not None:
        form.box("Order", *_order(form, request))
    _confidentiality_of(form, case)
    sending_boxes(form, case)
    annexes_and_signature(form)
    form.settle("the article is open for the request", form.report.answer("conditions").finding)
    return form.draft(f"{request.kind.provision}, {art(50, 3)}", missing(form.report.answer("conformity").finding))


def _measure(form: Form, request: ConfiscationRequest) -> Iterator[Entry]:
    d = art(40, 15, "d")
    asked = form.named(f"The requested State is asked {_ASKED[request.kind]}")
    yield "Measure", f"{asked} [{request.kind.provision}]."
    sought = form.said(
        request.assistance_sought, "a description of the assistance", d, path="request.assistance_sought"
    )
    yield "Assistance", sought
    if request.kind is ConfiscationRequestKind.PROVISIONAL:
        actions = form.said(
            request.actions_requested, "the actions requested", art(50, 3, "c"), path="request.actions_requested"
        )
        yield "Actions", actions
    yield from procedure(form, request.procedure, wanted=request.procedure_wanted)
    yield from _unless_not_wanted(
        form, "Persons and items", request.persons_and_items, request.particulars_possible, "persons_and_items"
    )
    yield from _unless_not_wanted(form, "Period", request.period, request.period_applicable, "period")
    if request.wanted_by is not None:
        why = form.said(
            request.wanted_by_reason, "the reason for the deadline", art(40, 26), path="request.wanted_by_reason"
        )
        yield "Wanted by", day_words(request.wanted_by)
        yield "Reason for the deadline", why


def _confidentiality_of(form: Form, case: ConfiscationCase) -> None:
    of_case = case.request.confidentiality
    words, place = (form.letter.confidentiality, "letter") if of_case is None else (of_case, "request")
    confidentiality(form, case, words, f"{place}.confidentiality", art(40, 20))


_IF_ANY = MappingProxyType(
    {
        "persons_and_items": ("who and what is concerned, where possible and appropriate", art(40, 15, "e")),
        "period": ("the time period, where there is one", art(40, 15, "f")),
        "property_location": ("where the property is, to the extent possible", art(50, 3, "a")),
        "estimated_value": ("the estimated value of the property, where relevant", art(50, 3, "a")),
    }
)


def _unless_not_wanted(form: Form, label: str, words: object, wanted: bool | None, name: str) -> Iterator[Entry]:  # noqa: FBT001  # a fact of the case
    if words is not None or wanted is not False:
        what, provision = _IF_ANY[name]
        yield label, form.said(words, what, provision, path=f"request.{name}")


def _property(form: Form, request: ConfiscationRequest) -> Iterator[Entry]:
    a = art(50, 3, "a")
    if request.kind is ConfiscationRequestKind.OBTAIN_ORDER or request.property_description:
        described = form.said(
            request.property_description, "a description of the property", a, path="request.property_description"
        )
        yield "Description", described
    if request.kind is ConfiscationRequestKind.OBTAIN_ORDER or request.property_location:
        yield from _unless_not_wanted(
            form, "Location", request.property_location, request.location_possible, "property_location"
        )
    if request.kind is ConfiscationRequestKind.OBTAIN_ORDER or request.estimated_value:
        yield from _unless_not_wanted(
            form, "Estimated value", _money(request.estimated_value), request.value_relevant, "estimated_value"
        )
    facts = form.said(
        request.statement_of_facts, "the facts relied upon", _facts_by(request.kind), path="request.statement_of_facts"
    )
    yield "Statement of facts", facts


def _money(value: Money | None) -> str | None:
    """Return a sum as a letter writes it, its thousands apart.

    >>> from decimal import Decimal
    >>> _money(Money(currency="EUR", amount=Decimal(1500000)))
    'EUR 1 500 000'
    """
    return None if value is None else f"{value.currency} {value.amount:,f}".replace(",", " ")


def _facts_by(kind: ConfiscationRequestKind) -> Provision:
    points = {ConfiscationRequestKind.OBTAIN_ORDER: "a", ConfiscationRequestKind.ENFORCE_ORDER: "b"}
    return art(50, 3, points.get(kind, "c"))


def _order(form: Form, request: ConfiscationRequest) -> Iterator[Entry]:
    b = art(50, 3, "b")
    c = _facts_by(request.kind)
    yield (
        "Copy of the order",
        form.said(request.order_copy, "a legally admissible copy of the order", c, path="request.order_copy"),
    )
    if request.kind is not ConfiscationRequestKind.ENFORCE_ORDER:
        return
    named = (
        (
            "Extent of execution",
            request.extent_of_execution,
            "to what extent the order is to be executed",
            "extent_of_execution",
        ),
        (
            "Third parties",
            request.third_party_notice,
            "how bona fide third parties were notified",
            "third_party_notice",
        ),
        ("Due process", request.due_process, "what was done to ensure due process", "due_process"),
    )
    for label, words, what, name in named:
        yield label, form.said(words, what, b, path=f"request.{name}")
    final = form.said(request.finality, "that the order is final, and since when", b, path="request.finality")
    yield "Finality", final if request.finality is None else f"The order of confiscation is final [{b}].\n{final}"
