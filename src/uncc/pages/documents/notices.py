"""What one State must tell the other without being asked."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import fields

from uncc.cases import AssistanceCase, ExtraditionCase, PreservationCase, Request
from uncc.cooperation import (
    Ground,
    OnwardTransfer,
    Outlook,
    must_give_reasons_for_refusing_extradition,
    must_inform_of_extradition_decision,
    must_inform_of_outlook,
    needs_authorization,
)
from uncc.kernel.duties import Duty
from uncc.kernel.errors import NotDraftedError
from uncc.kernel.findings import given
from uncc.kernel.provisions import art
from uncc.pages.documents.form import Draft, Form
from uncc.pages.documents.parts import annexes_and_signature
from uncc.pages.documents.replies import ground_lists, item, opening
from uncc.pages.page import Entry, Points

__all__ = ["disclosure_notice", "extradition_decision", "onward_transfer_notice", "outlook_notice"]


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
                tuple(item(one) for one in held),
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
        (
            "Reply by",
            form.said(form.letter.reply_by, "the day by which an answer is wished for", path="letter.reply_by"),
        ),
    )
    annexes_and_signature(form)
    return form.draft(str(art(42, 7)))


def disclosure_notice(form: Form, case: AssistanceCase) -> Draft:
    """Return the notice of Art. 40(19): before exculpatory evidence is disclosed, or without delay after."""
    if case.use is None:
        raise NotDraftedError(form.kind.value, "the case says nothing of what was furnished and of its use (use)")
    before, after = _duty(form, "notify-before-disclosing-evidence"), _duty(form, "inform-of-disclosing-evidence")
    told_after = after.trigger.is_yes
    if not told_after:
        form.require(
            before.trigger, "exculpatory information or evidence is about to be disclosed, with time for notice"
        )
    header = form.report.header
    opening(form, case)
    act = "has disclosed" if told_after else "intends to disclose"
    what = f"what {header.requested} furnished on the request named here and is exculpatory to an accused person"
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
        raise NotDraftedError(form.kind.value, "the letter says nothing of an onward transfer (letter.onward)")
    form.require(needs_authorization(onward), "the transfer is one that needs authorization")
    opening(form, case)
    form.box("Notice", *_transfer(form, onward))
    state = form.report.header.requested
    asked = f"{state} is asked to authorize the transfer, in writing where it so requires [Art. 36(3)]."
    form.box(
        "What is asked",
        ("Authorization", asked),
        (
            "Reply by",
            form.said(form.letter.reply_by, "the day by which an answer is wished for", path="letter.reply_by"),
        ),
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


def extradition_decision(form: Form, case: ExtraditionCase, grounds: tuple[Ground, ...]) -> Draft:
    """Return the notice of Art. 37(18): the decision, and of a refusal its reasons unless something prevents that."""
    decision, header = case.decision, form.report.header
    form.require(must_inform_of_extradition_decision(decision), "the requested State has decided")
    refused = decision.refused
    words = {
        True: f"{header.requested} refuses extradition.",
        False: f"{header.requested} grants extradition.",
        None: None,
    }
    opening(form, case)
    form.box("Person", ("Person sought", form.said(case.request.person, "the person sought", path="request.person")))
    form.box(
        "Decision", ("Decision", form.said(words[refused], "what was decided", art(37, 18), path="decision.refused"))
    )
    if refused:
        _why_refused(form, case, grounds)
    annexes_and_signature(form)
    return form.draft(str(art(37, 18)))


def _why_refused(form: Form, case: ExtraditionCase, grounds: tuple[Ground, ...]) -> None:
    owed = must_give_reasons_for_refusing_extradition(decision=case.decision)
    if owed.is_no:
        form.box(
            "Reasons", ("Reasons", "Domestic law or international legal obligations prevent giving them [Art. 37(18)].")
        )
        return
    meant = grounds or tuple(dict.fromkeys(one.ground for one in form.report.grounds if one.finding.is_yes))
    for ground in meant:
        found = [one.finding for one in form.report.grounds if one.ground is ground]
        if not any(finding.is_yes for finding in found):
            needed = f"the ground {ground.value} ({ground.words}) is open"
            if not found:
                raise NotDraftedError(form.kind.value, f"it needs that {needed}; the article does not speak of it")
            form.require(found[0], needed)
    form.box("Reasons in law", lists=ground_lists(form, meant))
    facts = form.said(form.letter.reasons, "the reasons, in the author's own words", art(37, 18), path="letter.reasons")
    form.box("Reasons in fact", ("Reasons", facts))
    form.settle("reasons must be given for refusing", owed)
