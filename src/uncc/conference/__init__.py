"""Chapter VIII, mechanism of implementation: the Conference of the States Parties and its secretariat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uncc.faces import face

if TYPE_CHECKING:
    from uncc.conference.art57_conference import (
        ConferenceNeed,
        ConferenceParticipant,
        InputSource,
        ReviewInput,
        information_duty,
        may_be_considered,
        may_establish_review_mechanism,
        may_participate,
        must_establish_body,
        must_provide_information,
    )
    from uncc.conference.art57_first_session import (
        first_session_duty,
        first_session_window,
    )
    from uncc.conference.art58_secretariat import (
        ReportingHelp,
        secretariat_duties,
    )

__all__ = [
    "ConferenceNeed",
    "ConferenceParticipant",
    "InputSource",
    "ReportingHelp",
    "ReviewInput",
    "first_session_duty",
    "first_session_window",
    "information_duty",
    "may_be_considered",
    "may_establish_review_mechanism",
    "may_participate",
    "must_establish_body",
    "must_provide_information",
    "secretariat_duties",
]

_HOMES = {
    "art57_conference": """
        ConferenceNeed ConferenceParticipant InputSource ReviewInput information_duty may_be_considered
        may_establish_review_mechanism may_participate must_establish_body must_provide_information
    """,
    "art57_first_session": "first_session_duty first_session_window",
    "art58_secretariat": "ReportingHelp secretariat_duties",
}

if not TYPE_CHECKING:
    __getattr__, __dir__ = face(__name__, _HOMES)
