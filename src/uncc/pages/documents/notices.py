"""What one State must tell the other without being asked."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import fields

from uncc.cases import AssistanceCase, ConfiscationCase, ExtraditionCase, PreservationCase, Request
from uncc.cooperation import OnwardTransfer, Outlook, is_called_off, must_inform_of_outlook, needs_authorization
from uncc.kernel.declared import not_one_of
from uncc.kernel.duties import Duty
from uncc.kernel.findings import given
from uncc.kernel.provisions import art
from uncc.pages.documents.form import PRACTICE, Draft, Form
from uncc.pages.documents.parts import annexes_and_signature, reply_by
from uncc.pages.documents.replies import opening
from uncc.pages.documents.sending import use_limitation
from uncc.pages.page import Entry, Points

__all__ = ["disclosure_notice", "onward_transfer_notice", "outlook_notice", "withdrawal_notice"]


def outlook_notice(form: Form, case: PreservationCase) -> Draft:
    """Return the notice of Art. 42(7): which of three beliefs the requested State has."""
    form.require(
        must_inform_of_outlook(case.outlook), "the requested State believes that preservation may fail or do harm"
    )
    asking, beliefs = form.report.header.requesting, fields(Outlook)
    held = [
        finding
        for belief in (
            beliefs.will_not_secure_data,
            beliefs.threatens_confidentiality,
            beliefs.prejudices_investigation,
        )
        if (finding := given(case.outlook, belief)).is_yes
    ]
    opening(form, case)
    form.box(
        "Notice",
        lists=(
            Points(
                tuple(form.item(one) for one in held),
                f"{form.report.header.requested} informs {asking} of what follows",
            ),
        ),
    )
    form.box(
        "Reasons in fact",
        ("Reasons", form.said(form.letter.reasons, "what the belief rests on", path="letter.reasons")),
    )
    form.box(
        "What is asked",
        (
            "Decision",
            f"{asking} is asked to determine whether the request is to be executed all the same [Art. 42(7)].",
        ),
        ("Reply by", reply_by(form)),
    )
    annexes_and_signature(form)
    return form.draft(str(art(42, 7)))


def disclosure_notice(form: Form, case: AssistanceCase) -> Draft:
    """Return the notice of Art. 40(19): before exculpatory evidence is disclosed, or without delay after."""
    if case.use is None:
        form.refuse("the case says nothing of what was furnished and of its use (use)")
    before, after = _duty(form, "notify-before-disclosing-evidence"), _duty(form, "inform-of-disclosing-evidence")
    told_after = after.trigger.is_yes
    if not told_after:
        form.require(
            before.trigger, "exculpatory information or evidence is about to be disclosed, with time for notice"
        )
    header = form.report.header
    opening(form, case)
    act = "has disclosed" if told_after else "intends to disclose"
    what = f"what {header.requested} furnished to it on {form.request} and is exculpatory to an accused person"
    form.box(
        "Notice",
        ("Disclosure", f"{header.requesting} {act} in its own proceedings {what} [Art. 40(19)]."),
        (
            "What is disclosed",
            form.said(form.letter.reasons, "what is disclosed, and in which proceedings", path="letter.reasons"),
        ),
    )
    if told_after:
        form.box(
            "No notice before",
            ("Notice", "The case is exceptional: notice before the disclosure was not possible [Art. 40(19)]."),
        )
    else:
        form.box(
            "Consultation",
            (
                "Consultation",
                f"If {header.requested} so asks, {header.requesting} consults it on the disclosure [Art. 40(19)].",
            ),
        )
    annexes_and_signature(form)
    return form.draft(str(art(40, 19)))


def _duty(form: Form, identifier: str) -> Duty:
    return next(duty for duty in form.report.duties if duty.id == identifier)


def onward_transfer_notice(form: Form, case: Request) -> Draft:
    """Return the notice of Art. 36(3), that personal data are to be passed on, and the request to authorize it."""
    onward = form.letter.onward
    if onward is None:
        form.refuse("the letter says nothing of an onward transfer (letter.onward)")
    form.require(needs_authorization(onward), "the transfer is one that needs authorization")
    opening(form, case)
    form.box("Notice", *_transfer(form, onward))
    state = form.report.header.requested
    asked = f"{state} is asked to authorize the transfer, in writing where it so requires [Art. 36(3)]."
    form.box(
        "What is asked",
        ("Authorization", asked),
        ("Reply by", reply_by(form)),
    )
    annexes_and_signature(form)
    return form.draft(str(art(36, 3)))


def _transfer(form: Form, onward: OnwardTransfer) -> Iterator[Entry]:
    header, where = form.report.header, fields(OnwardTransfer)
    kinds = [
        ("a third country", where.to_third_country),
        ("an international organization", where.to_international_organization),
    ]
    to = " and ".join(words for words, fact in kinds if given(onward, fact).is_yes)
    yield (
        "Intention",
        f"{header.requesting} intends to transfer to {to} personal data obtained from {header.requested} [Art. 36(3)].",
    )
    yield "Recipient", form.said(form.letter.recipient, "to whom the data are to go", path="letter.recipient")
    yield "Data and purpose", form.said(form.letter.reasons, "which data, and what for", path="letter.reasons")
    yield "Terms", form.said(form.letter.terms, "terms of the transfer, or that none are proposed", path="letter.terms")


def withdrawal_notice(form: Form, case: Request) -> Draft:
    """Return the notice that a request is withdrawn; none where the case says that it is still wanted.

    For assistance it is owed promptly (Art. 40(26)). That preservation be not executed the requesting State determines
    once it is informed of what may come of it (Art. 42(7)). Beside that the Convention is silent, and it is practice.
    """
    header = form.report.header
    opening(form, case)
    what = "what is withdrawn: the whole request, or which part of it"
    form.box(
        "Notice",
        ("Withdrawal", _withdrawn(form, case)),
        ("Extent", form.said(form.letter.extent, what, path="letter.extent")),
        ("Reasons", form.said(form.letter.reasons, "why", path="letter.reasons", optional=True)),
    )
    if isinstance(case, AssistanceCase):
        form.box("Use limitation", *use_limitation(form, case))
    if isinstance(case, PreservationCase):
        asked = f"{header.requested} need not keep the data preserved for {header.requesting} any longer"
        data = f"As far as the request is withdrawn, {asked}."
        form.box("Data", (f"Data{PRACTICE}", data))
    annexes_and_signature(form)
    return form.draft(_basis_of_withdrawal(case))


def _withdrawn(form: Form, case: Request) -> str:
    asking = form.report.header.requesting
    match case:
        case AssistanceCase() | ConfiscationCase():
            which = "assistance" if isinstance(case, AssistanceCase) else "confiscation"
            duty = form.duty(f"say-if-no-longer-required-in-{which}")
            if duty is not None:
                if duty.trigger.is_no:
                    form.require(duty.trigger, "the assistance is no longer required")
                form.settle("the assistance is no longer required", duty.trigger)
            return f"{asking} no longer requires the assistance asked for in {form.request} [Art. 40(26)]."
        case PreservationCase() if is_called_off(case.outlook).is_yes:
            return (
                f"Informed of what preservation may do, {asking} has determined that its request is not to "
                "be executed [Art. 42(7)]."
            )
        case PreservationCase() | ExtraditionCase():
            return f"{asking} withdraws {form.request}."
    raise not_one_of("case", case, Request)


def _basis_of_withdrawal(case: Request) -> str:
    silent = "on a withdrawal the Convention is silent (practice)"
    match case:
        case AssistanceCase():
            return str(art(40, 26))
        case ConfiscationCase():
            return f"{art(50, 3)}, {art(40, 26)}"
        case PreservationCase():
            return str(art(42, 7)) if is_called_off(case.outlook).is_yes else f"{art(42, 1)}; {silent}"
        case ExtraditionCase():
            return f"{art(37)}; {silent}"
    raise not_one_of("case", case, Request)
