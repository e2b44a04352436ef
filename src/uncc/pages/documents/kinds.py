"""Which documents can be drafted, for which cases, and who sends each."""

from __future__ import annotations

from typing import Self

from uncc.cases import CaseKind
from uncc.kernel.immutable import FixedEnum
from uncc.kernel.roles import Role

__all__ = ["DocumentKind"]

_PRESERVATION, _ASSISTANCE = CaseKind.PRESERVATION, CaseKind.ASSISTANCE
_CONFISCATION, _EXTRADITION = CaseKind.CONFISCATION, CaseKind.EXTRADITION
_ASKING, _ASKED = Role.REQUESTING_STATE, Role.REQUESTED_STATE


class DocumentKind(FixedEnum):
    """A document that goes from one State to the other in a case.

    Each has its stable name (its `value`), its `title`, who sends it (`sender`), and the kinds of case that can
    need it (`cases`).
    """

    title: str
    sender: Role
    cases: tuple[CaseKind, ...]

    def __new__(cls, name: str, title: str, sender: Role, *cases: CaseKind) -> Self:  # noqa: D102
        kind = object.__new__(cls)
        kind._value_ = name
        kind.title = title
        kind.sender = sender
        kind.cases = cases
        return kind

    PRESERVATION_REQUEST = (
        "preservation-request",
        "Request for the expedited preservation of stored electronic data",
        _ASKING,
        _PRESERVATION,
    )
    EXTENSION_REQUEST = (
        "extension-request",
        "Request to extend the preservation of stored electronic data",
        _ASKING,
        _PRESERVATION,
    )
    ASSISTANCE_REQUEST = "assistance-request", "Request for mutual legal assistance", _ASKING, _ASSISTANCE
    CONFISCATION_REQUEST = (
        "confiscation-request",
        "Request for cooperation for the purposes of confiscation",
        _ASKING,
        _CONFISCATION,
    )
    ACKNOWLEDGEMENT = (
        "acknowledgement",
        "Acknowledgement of a request",
        _ASKED,
        _PRESERVATION,
        _ASSISTANCE,
        _CONFISCATION,
        _EXTRADITION,
    )
    INFORMATION_REQUEST = (
        "information-request",
        "Request for additional information",
        _ASKED,
        _PRESERVATION,
        _ASSISTANCE,
        _CONFISCATION,
    )
    CONSULTATION = (
        "consultation",
        "Consultation before a request is refused or postponed",
        _ASKED,
        _PRESERVATION,
        _ASSISTANCE,
        _CONFISCATION,
        _EXTRADITION,
    )
    REFUSAL = "refusal", "Refusal of a request", _ASKED, _PRESERVATION, _ASSISTANCE, _CONFISCATION
    POSTPONEMENT = "postponement", "Postponement of assistance", _ASKED, _ASSISTANCE
    OUTLOOK_NOTICE = (
        "outlook-notice",
        "Notice that preservation may not serve the investigation",
        _ASKED,
        _PRESERVATION,
    )
    DISCLOSURE_NOTICE = (
        "disclosure-notice",
        "Notice of the disclosure of exculpatory information or evidence",
        _ASKING,
        _ASSISTANCE,
    )
    ONWARD_TRANSFER_NOTICE = (
        "onward-transfer-notice",
        "Notice of an intended transfer of personal data, and request for authorization",
        _ASKING,
        _PRESERVATION,
        _ASSISTANCE,
        _CONFISCATION,
        _EXTRADITION,
    )
    EXTRADITION_DECISION = (
        "extradition-decision",
        "Notice of the decision on a request for extradition",
        _ASKED,
        _EXTRADITION,
    )
