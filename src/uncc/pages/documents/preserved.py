"""What the requested State writes once data are preserved: that they are, until when, and that it is extended.

The Convention asks for neither document. Practice does: without the last day the requesting State cannot know by when
to ask for an extension (Art. 42(9)), or to send the request for which the data are kept (Art. 42(8)).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import fields

from uncc.cases import PreservationCase
from uncc.cooperation import Extension, PreservationMeasure, must_inform_of_outlook, preservation_expiry
from uncc.kernel.dates import Deadline
from uncc.kernel.lists import items_of
from uncc.kernel.provisions import art
from uncc.pages.documents.form import PRACTICE, Draft, Form
from uncc.pages.documents.parts import annexes_and_signature, confidentiality_told, data_entries
from uncc.pages.documents.replies import opening
from uncc.pages.documents.sending import contact_box
from uncc.pages.documents.texts import custodian_lines, day_words, deadline_words, in_line
from uncc.pages.page import Entry

__all__ = ["extension_grant", "preservation_confirmation"]


def preservation_confirmation(form: Form, case: PreservationCase) -> Draft:
    """Return the confirmation that data are preserved, with the last day; none of a preservation yet to come."""
    effected = case.measure.effected_on
    if isinstance(effected, date) and effected > case.as_of:
        form.refuse(f"the preservation takes effect on {day_words(effected)}, after the day of the case")
    opening(form, case)
    form.box("Confirmation", *_confirmed(form, case))
    form.box("What is preserved", *_preserved(form, case))
    _confidentiality(form, case)
    form.box("What comes next", *_next(form, case))
    contact_box(form)
    annexes_and_signature(form)
    form.settle("the period that was set is long enough", form.report.answer("floor").finding)
    if not must_inform_of_outlook(case.outlook).is_no:
        form.note("Whether preservation may fail or do harm: then a notice is owed (outlook-notice) [Art. 42(7)]")
    return form.draft(f"{art(42, 4)}, {art(42, 8)}")


def _confirmed(form: Form, case: PreservationCase) -> Iterator[Entry]:
    requested = case.requested.state.name
    confirmed = f"{requested} confirms that the data named here are preserved on {form.request} [Art. 42(4)]."
    yield "Preservation", confirmed
    what = "the day from which the data are preserved"
    yield "Preserved from", form.said(case.measure.effected_on, what, art(42, 8), path="measure.effected_on")
    yield "Last day", _last_day(form, case)
    how = {True: "By an order to the person who holds the data", False: "Otherwise than by an order to a person"}
    ordered = None if case.measure.ordered is None and case.measure.order is None else case.measure.ordered is not False
    words = None if ordered is None else how[ordered]
    yield f"Way{PRACTICE}", form.said(words, "how they are preserved", path="measure.ordered", optional=True)


def _last_day(form: Form, case: PreservationCase) -> str:
    """Return the last day by the case, or else by the letter; while a decision is pending there is none."""
    if form.report.expires_on is not None:
        form.rest_on(preservation_expiry(case.measure, regime=case.regime).under(case.readings))
        return deadline_words(form.report.expires_on)
    if form.letter.until is None and form.report.answer("pending-decision").finding.is_yes:
        return "None for now: the data stay preserved until the later request is decided [Art. 42(8)]."
    what = "the last day of the preservation, the sixtieth after it began at the earliest"
    return form.said(form.letter.until, what, art(42, 8), path="letter.until")


def _preserved(form: Form, case: PreservationCase) -> Iterator[Entry]:
    """Yield the data by their names alone: how they relate to the offence is for the request to say."""
    for number, item in enumerate(case.request.data, 1):
        yield f"Data {number}, {item.category.words}", item.description
        if item.accounts:
            yield "", f"Accounts: {'; '.join(map(in_line, item.accounts))}"
    if not case.request.data:
        yield from data_entries(form, ())
    if case.request.custodian is not None:
        yield "Custodian", custodian_lines(case.request.custodian)
    what = "what of the data named in the request could not be preserved, and why"
    yield "Not preserved", form.said(form.letter.reasons, what, path="letter.reasons", optional=True)


def _confidentiality(form: Form, case: PreservationCase) -> None:
    asked = tuple(confidentiality_told(form, case))
    if not asked:
        return
    kept = {
        True: f"{case.requested.state.name} cannot comply with it.",
        False: f"{case.requested.state.name} complies with it.",
    }
    cannot = case.outlook.cannot_keep_confidential
    what = "whether the requested State complies with it; where it cannot, it may owe word of that"
    path = "outlook.cannot_keep_confidential"
    said = form.said(None if cannot is None else kept[cannot], what, art(40, 20), path=path, optional=True)
    form.box("Confidentiality", *asked, ("Kept", said))


def _next(form: Form, case: PreservationCase) -> Iterator[Entry]:
    asking, duty = case.requesting.state.name, form.duty("ask-for-extension")
    until = duty.deadline if duty is not None and isinstance(duty.deadline, Deadline) else None
    when = "before the preservation expires" if until is None else f"until {day_words(until.on)}"
    yield "Extension", f"{asking} may ask for an extension {when} [Art. 42(9)]."
    yield _later(case)


def _later(case: PreservationCase) -> Entry:
    asked = f"Once {case.requesting.state.name} has asked for the data to be searched, seized or disclosed"
    return "Later request", f"{asked}, they stay preserved until that is decided [Art. 42(8)]."


# Extension


def extension_grant(form: Form, case: PreservationCase) -> Draft:
    """Return the answer that an extension is granted, with the new last day; none where the case says otherwise."""
    extension, place = _latest(case.measure)
    if extension.granted is False:
        form.refuse(f"the case says that the extension was not granted ({place}.granted)")
    opening(form, case)
    form.box("Decision", *_extended(form, case, extension, place))
    form.box("What is preserved", *_preserved(form, case))
    form.box("What comes next", _later(case))
    contact_box(form)
    annexes_and_signature(form)
    form.settle("an extension that is asked for in time must be granted", form.report.answer("extension-owed").finding)
    return form.draft(str(art(42, 9)))


def _latest(measure: PreservationMeasure) -> tuple[Extension, str]:
    """Return the extension that a case states last, and where; one of which nothing is known where it states none."""
    stated = items_of(measure, fields(PreservationMeasure).extensions)
    extension, place = stated[-1] if stated else (Extension(), "extensions[0]")
    return extension, f"measure.{place}"


def _extended(form: Form, case: PreservationCase, extension: Extension, place: str) -> Iterator[Entry]:
    yield "Extension", f"{case.requested.state.name} extends the preservation of the data named here [Art. 42(9)]."
    what = "the day on which the extension was asked for"
    yield "Asked for on", form.said(extension.requested_on, what, art(42, 9), path=f"{place}.requested_on")
    since = "the day from which the data are preserved"
    yield "Preserved from", form.said(case.measure.effected_on, since, path="measure.effected_on")
    counted = form.report.expires_on if extension.granted else None
    if counted is not None:
        yield "New last day", deadline_words(counted)
        return
    until = form.letter.until or extension.until
    yield "New last day", form.said(until, "the last day as extended", art(42, 9), path="letter.until")
