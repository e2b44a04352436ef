"""The letter with which the requested State sends what is disclosed, on a request for assistance or a discovery.

What may be done with it stands in the letter: the text's limit on use (Art. 40(19)), the safeguards for personal data
(Art. 36), and the conditions that were set (Art. 36(1)(b), Art. 40(28)).
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from uncc.cases import AssistanceCase, PreservationCase
from uncc.cooperation import PersonalDataTransfer, is_compliant_transfer
from uncc.kernel.provisions import art
from uncc.pages.documents.evidence import basis
from uncc.pages.documents.form import PRACTICE, Draft, Form
from uncc.pages.documents.parts import annexes_and_signature, confidentiality_told
from uncc.pages.documents.replies import opening
from uncc.pages.documents.sending import contact_box, personal_data, use_limitation
from uncc.pages.documents.texts import in_line
from uncc.pages.page import Entry

__all__ = ["disclosed_evidence", "disclosed_path"]


def disclosed_evidence(form: Form, case: AssistanceCase) -> Draft:
    """Return the letter with what was obtained in executing a request for assistance."""
    opening(form, case)
    sent = f"{case.requested.state.name} sends what its authorities obtained in executing {form.request}."
    form.box("Transmittal", *_sent(form, sent, executed=True), *_procedure(form, case))
    form.box("Use limitation", *use_limitation(form, case))
    compliant = is_compliant_transfer(case.position.transfer or PersonalDataTransfer())
    form.box("Conditions", *_conditions(form, needed=compliant.is_no), *personal_data(form))
    form.box("Confidentiality", *confidentiality_told(form, case))
    contact_box(form)
    annexes_and_signature(form)
    form.settle("the transfer accords with the law on personal data", compliant)
    if case.handling.no_longer_required:
        form.note("The file says that the assistance is no longer required [Art. 40(26)]")
    provisions = (*basis(case.request), art(40, 17), art(40, 26))
    return form.draft(", ".join(map(str, provisions)))


def _procedure(form: Form, case: AssistanceCase) -> Iterator[Entry]:
    """Yield whether the procedure that the request specifies was followed, as it must be where it can."""
    asked, handling = case.request.procedure, case.handling
    if asked is None:
        return
    yield "Procedure asked for", asked
    words = {
        True: "Contrary to domestic law, so that it was not followed [Art. 40(17)]",
        False: None if handling.procedure_possible is None else _FOLLOWED[handling.procedure_possible],
        None: None,
    }
    what = "whether that procedure was followed, and if not, why"
    path = "handling.procedure_possible"
    yield "Followed", form.said(words[handling.procedure_contrary_to_law], what, art(40, 17), path=path, optional=True)


_FOLLOWED = MappingProxyType(
    {True: "As asked for [Art. 40(17)]", False: "Not possible, so that it was not followed [Art. 40(17)]"}
)


def disclosed_path(form: Form, case: PreservationCase) -> Draft:
    """Return the letter with the traffic data that lead on to a provider in another State Party."""
    if case.discovery is None:
        form.refuse("the case says nothing of a provider in another State Party (discovery)")
    owed = form.report.answer("disclosure").finding
    if owed.is_no:
        form.require(owed, "traffic data lead on to a provider in another State Party")
    opening(form, case)
    enough = "enough traffic data to tell which provider in another State Party had a part in it, and by which path"
    sent = f"{case.requested.state.name} sends, of the communication in question, {enough} it went [Art. 43(1)]."
    form.box("Transmittal", *_sent(form, sent, executed=False))
    form.box("Conditions", *_conditions(form, needed=False), *personal_data(form))
    contact_box(form)
    annexes_and_signature(form)
    form.settle("the disclosure is owed", owed)
    for answer in form.report.disclosure_grounds:
        if answer.finding.is_yes:
            form.note(f"A ground against the disclosure is open: {answer.ground.words} [{answer.finding.citation}]")
    return form.draft(str(art(43, 1)))


def _sent(form: Form, words: str, *, executed: bool) -> Iterator[Entry]:
    letter = form.letter
    yield "Transmittal", words
    listed = "\n".join(f"Item {number}: {in_line(item)}" for number, item in enumerate(letter.transmitted, 1))
    provision = art(40, 3) if executed else art(43, 1)
    what = "what is sent, item by item, each with what tells it apart, such as its size and its hash value"
    yield "Items", form.said(listed or None, what, provision, path="letter.transmitted")
    if executed:
        what = "what was done to execute the request, and what of it could not be executed"
        yield f"Execution{PRACTICE}", form.said(letter.reasons, what, path="letter.reasons", optional=True)
    what = "how it is sent, if possible in electronic form and secured"
    authority = (art(40, 14),) if executed else ()
    yield (
        "Mode of transmission",
        form.said(letter.transmission, what, *authority, path="letter.transmission", optional=True),
    )
    what = "who certifies what is sent, and in which form"
    said = form.said(letter.certification, what, path="letter.certification", optional=True)
    yield f"Certification{PRACTICE}", said


def _conditions(form: Form, *, needed: bool) -> Iterator[Entry]:
    """Yield the terms and conditions: needed where the law on personal data would not allow the transfer otherwise."""
    what = "the conditions on which it is sent" if needed else "the conditions on which it is sent, if there are any"
    authority = (art(36, 1, "b"),) if needed else (art(36, 1, "b"), art(40, 28))
    said = form.said(form.letter.terms, what, *authority, path="letter.terms", optional=not needed)
    yield "Terms and conditions", said
