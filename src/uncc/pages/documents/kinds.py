"""Which documents can be drafted, for which cases, and who sends each."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Self

from uncc.cases import CaseKind
from uncc.kernel.immutable import FixedEnum
from uncc.kernel.roles import Role

__all__ = ["DocumentKind", "DraftStatus"]

_PRESERVATION, _ASSISTANCE = CaseKind.PRESERVATION, CaseKind.ASSISTANCE
_CONFISCATION, _EXTRADITION = CaseKind.CONFISCATION, CaseKind.EXTRADITION
_ASKING, _ASKED = Role.REQUESTING_STATE, Role.REQUESTED_STATE


class DraftStatus(Enum):
    """How far a document has come. The value is its stable name on the command line.

    A draft has the marks of its gaps and the notes for its author; what is final or sent has none, and is refused while
    something stands open that it cannot do without.
    """

    DRAFT = "draft"
    FINAL = "final"
    SENT = "sent"


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

    @property
    def is_the_request(self) -> bool:
        """Whether it is the request itself that the case is about: its day and its reference are those of the case."""
        return self in _REQUESTS

    @property
    def answers(self) -> tuple[str, ...]:
        """The answers of a report that whoever writes it needs, by name; a case has those that there are for it.

        Whether the Convention is in force is for the depositary: a draft notes by itself where that is not determined.

        >>> DocumentKind.EXTRADITION_REQUEST.answers
        ('extraditable', 'basis')
        """
        return _ANSWERS.get(self, ("in-force",))

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
    EXTRADITION_REQUEST = "extradition-request", "Request for extradition", _ASKING, _EXTRADITION
    PROVISIONAL_ARREST_REQUEST = (
        "provisional-arrest-request",
        "Request for provisional arrest",
        _ASKING,
        _EXTRADITION,
    )
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
    PRESERVATION_CONFIRMATION = (
        "preservation-confirmation",
        "Confirmation that stored electronic data are preserved",
        _ASKED,
        _PRESERVATION,
    )
    EXTENSION_GRANT = "extension-grant", "Extension of the preservation of electronic data", _ASKED, _PRESERVATION
    TRANSMITTAL = "transmittal", "Transmittal of what is disclosed", _ASKED, _PRESERVATION, _ASSISTANCE
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
    POSTPONEMENT = "postponement", "Postponement of assistance", _ASKED, _ASSISTANCE, _CONFISCATION
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
    WITHDRAWAL_NOTICE = (
        "withdrawal-notice",
        "Notice that a request is withdrawn",
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


_REQUESTS = (
    DocumentKind.PRESERVATION_REQUEST,
    DocumentKind.ASSISTANCE_REQUEST,
    DocumentKind.EXTRADITION_REQUEST,
    DocumentKind.CONFISCATION_REQUEST,
)
_CONSULTED = (
    "consultation",
    "consultation-essential-interests",
    "consultation-domestic-prohibition",
    "consultation-trifling-property",
)
_EXTENSION = ("extension-in-time", "extension-owed")
_ANSWERS: Mapping[DocumentKind, tuple[str, ...]] = MappingProxyType(
    {
        DocumentKind.PRESERVATION_REQUEST: ("scope", "conditions", "conformity"),
        DocumentKind.EXTENSION_REQUEST: _EXTENSION,
        DocumentKind.ASSISTANCE_REQUEST: ("scope", "paragraphs", "conformity"),
        DocumentKind.EXTRADITION_REQUEST: ("extraditable", "basis"),
        DocumentKind.CONFISCATION_REQUEST: ("conditions", "conformity"),
        DocumentKind.INFORMATION_REQUEST: ("conformity",),
        DocumentKind.PRESERVATION_CONFIRMATION: ("floor", "expiry", "pending-decision"),
        DocumentKind.EXTENSION_GRANT: _EXTENSION,
        DocumentKind.CONSULTATION: ("grounds", *_CONSULTED),
        DocumentKind.REFUSAL: ("grounds", "reasons", *_CONSULTED),
        DocumentKind.POSTPONEMENT: ("postponement", "consultation-postponement"),
        DocumentKind.EXTRADITION_DECISION: ("grounds", "extraditable", "obliged"),
    }
)
"""What each document says of the law; one that is not here says nothing but that the Convention is in force."""
