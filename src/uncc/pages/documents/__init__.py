"""Documents that go from one State to the other, drafted from a case: requests, replies, notices.

A draft has the boxes of the forms that practitioners know. What the case does not say is marked and listed at the end;
nothing is invented. What a draft says of the law comes from the findings of the assessment, so that it cannot say
otherwise than they do; a document that has no place in the case is not drafted, and the error says why.
"""

from __future__ import annotations

from uncc.cases import (
    AssistanceCase,
    Case,
    ConfiscationCase,
    DomesticLaw,
    ExtraditionCase,
    PreservationCase,
    Request,
)
from uncc.cooperation import Ground
from uncc.kernel.declared import checked, not_one_of
from uncc.kernel.errors import NotDraftedError
from uncc.pages.documents.assistance import assistance_request
from uncc.pages.documents.days import Disagreement
from uncc.pages.documents.extradition import arrest_request, extradition_decision, extradition_request
from uncc.pages.documents.form import Blank, Draft, Form
from uncc.pages.documents.kinds import DocumentKind, DraftStatus
from uncc.pages.documents.letter import Letter
from uncc.pages.documents.notices import (
    disclosure_notice,
    onward_transfer_notice,
    outlook_notice,
    withdrawal_notice,
)
from uncc.pages.documents.preserved import extension_grant, preservation_confirmation
from uncc.pages.documents.replies import (
    acknowledgement,
    consultation,
    information_request,
    postponement,
    refusal,
)
from uncc.pages.documents.requests import (
    confiscation_request,
    extension_request,
    preservation_request,
)
from uncc.pages.documents.transmittal import disclosed_evidence, disclosed_path

__all__ = ["Blank", "Disagreement", "DocumentKind", "Draft", "DraftStatus", "Letter", "draft"]


def draft(  # noqa: PLR0913  # each is named by whoever asks
    case: Case,
    kind: DocumentKind,
    *,
    grounds: tuple[Ground, ...] = (),
    letter: Letter = Letter(),  # noqa: B008  # frozen
    status: DraftStatus = DraftStatus.DRAFT,
    needed_only: bool = False,
) -> Draft:
    """Return a document as far as the case can fill it.

    `grounds` are those of a refusal or a consultation; without them those of the reply in the case. `status` says
    whether it is a draft, final, or sent. With `needed_only` a draft marks only what the document cannot do without.
    `NotDraftedError` where the document has no place in the case: it is of
    another kind, a ground is not open or not known to be, or no duty of that sort arises; and for what is to be final,
    or is sent, while something stands open that it cannot do without, or its days do not agree.

    >>> from datetime import date
    >>> from uncc.cooperation import PreservationRequest
    >>> from uncc.kernel.parties import State, StateParty
    >>> case = PreservationCase(
    ...     requesting=StateParty(state=State("Astoria")), requested=StateParty(state=State("Borduria")),
    ...     as_of=date(2028, 3, 12), request=PreservationRequest())
    >>> draft(case, DocumentKind.PRESERVATION_REQUEST).blanks[4].what
    'how to reach the competent authority of Borduria'
    """
    if isinstance(case, DomesticLaw) or case.case not in kind.cases:
        of, *wanted = (one.value.replace("-", " ") for one in (case.case, *kind.cases))
        raise NotDraftedError(
            kind.value, f"a case of the kind {of} has no such document; it is for: {', '.join(wanted)}"
        )
    return _filled(Form(kind, case, letter, status, needed_only=needed_only), case, grounds)


def _filled(form: Form, case: Request, grounds: tuple[Ground, ...]) -> Draft:
    match case:
        case PreservationCase():
            return _on_preservation(form, case, grounds)
        case AssistanceCase():
            return _on_assistance(form, case, grounds)
        case ConfiscationCase():
            return _on_confiscation(form, case, grounds)
        case ExtraditionCase():
            return _on_extradition(form, case, grounds)
    raise not_one_of("case", case, Request)


def _on_preservation(form: Form, case: PreservationCase, grounds: tuple[Ground, ...]) -> Draft:
    match form.kind:
        case DocumentKind.PRESERVATION_REQUEST:
            return preservation_request(form, case)
        case DocumentKind.EXTENSION_REQUEST:
            return extension_request(form, case)
        case DocumentKind.INFORMATION_REQUEST:
            return information_request(form, case)
        case DocumentKind.REFUSAL:
            return refusal(form, case, grounds)
        case DocumentKind.OUTLOOK_NOTICE:
            return outlook_notice(form, case)
        case DocumentKind.PRESERVATION_CONFIRMATION:
            return preservation_confirmation(form, case)
        case DocumentKind.EXTENSION_GRANT:
            return extension_grant(form, case)
        case DocumentKind.TRANSMITTAL:
            return disclosed_path(form, case)
        case _:
            return _on_any(form, case, grounds)


def _on_assistance(form: Form, case: AssistanceCase, grounds: tuple[Ground, ...]) -> Draft:
    match form.kind:
        case DocumentKind.ASSISTANCE_REQUEST:
            return assistance_request(form, case)
        case DocumentKind.INFORMATION_REQUEST:
            return information_request(form, case)
        case DocumentKind.REFUSAL:
            return refusal(form, case, grounds)
        case DocumentKind.POSTPONEMENT:
            return postponement(form, case)
        case DocumentKind.DISCLOSURE_NOTICE:
            return disclosure_notice(form, case)
        case DocumentKind.TRANSMITTAL:
            return disclosed_evidence(form, case)
        case _:
            return _on_any(form, case, grounds)


def _on_confiscation(form: Form, case: ConfiscationCase, grounds: tuple[Ground, ...]) -> Draft:
    match form.kind:
        case DocumentKind.CONFISCATION_REQUEST:
            return confiscation_request(form, case)
        case DocumentKind.POSTPONEMENT:
            return postponement(form, case)
        case DocumentKind.INFORMATION_REQUEST:
            return information_request(form, case)
        case DocumentKind.REFUSAL:
            return refusal(form, case, grounds)
        case _:
            return _on_any(form, case, grounds)


def _on_extradition(form: Form, case: ExtraditionCase, grounds: tuple[Ground, ...]) -> Draft:
    match form.kind:
        case DocumentKind.EXTRADITION_REQUEST:
            return extradition_request(form, case)
        case DocumentKind.PROVISIONAL_ARREST_REQUEST:
            return arrest_request(form, case)
        case DocumentKind.EXTRADITION_DECISION:
            return extradition_decision(form, case, grounds)
        case _:
            return _on_any(form, case, grounds)


def _on_any(form: Form, case: Request, grounds: tuple[Ground, ...]) -> Draft:
    """Return a document that every kind of request can need: whatever is no other of its kinds is one of these."""
    match form.kind:
        case DocumentKind.ACKNOWLEDGEMENT:
            return acknowledgement(form, case)
        case DocumentKind.CONSULTATION:
            return consultation(form, case, grounds)
        case DocumentKind.WITHDRAWAL_NOTICE:
            return withdrawal_notice(form, case)
        case _:
            return onward_transfer_notice(form, case)


checked(__name__)
