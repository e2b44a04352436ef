"""assess(case) -> Report: everything that the Convention says of one request, at once."""

from __future__ import annotations

from uncc.assessment.extradition import Enclosures, ExtraditionCase, assess_extradition
from uncc.assessment.preservation import PreservationCase, assess_preservation
from uncc.assessment.report import (
    Answer,
    CaseKind,
    FactStated,
    GroundAnswer,
    Header,
    OpenQuestion,
    PracticeItem,
    ReadingUsed,
    Report,
    Section,
    Span,
)

__all__ = [
    "Answer",
    "Case",
    "CaseKind",
    "Enclosures",
    "ExtraditionCase",
    "FactStated",
    "GroundAnswer",
    "Header",
    "OpenQuestion",
    "PracticeItem",
    "PreservationCase",
    "ReadingUsed",
    "Report",
    "Section",
    "Span",
    "assess",
]

Case = PreservationCase | ExtraditionCase
"""Any case that can be assessed."""


def assess(case: Case) -> Report:
    """Return everything that the Convention says of a case, at once.

    >>> from datetime import date
    >>> from uncc.cooperation import PreservationRequest
    >>> from uncc.parties import State, StateParty
    >>> case = PreservationCase(
    ...     requesting=StateParty(state=State("Astoria")), requested=StateParty(state=State("Borduria")),
    ...     as_of=date(2028, 3, 12), request=PreservationRequest())
    >>> [answer.ground.value for answer in assess(case).grounds if answer.finding.is_unknown]
    ['dual-criminality', 'discrimination', 'essential-interests', 'domestic-prohibition']
    """
    return assess_extradition(case) if isinstance(case, ExtraditionCase) else assess_preservation(case)
