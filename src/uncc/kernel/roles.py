"""Who acts, who is owed, and who can answer a question."""

from __future__ import annotations

import re
from enum import Enum

__all__ = ["Role"]


class Role(Enum):
    """A bearer of a duty, or the one who can supply a fact. The value is its stable name in JSON."""

    STATE_PARTY = "state-party"
    STATES_PARTIES = "states-parties"
    REQUESTING_STATE = "requesting-state"
    REQUESTED_STATE = "requested-state"
    TRANSMITTING_STATE = "transmitting-state"
    RECEIVING_STATE = "receiving-state"
    COMPETENT_AUTHORITY = "competent-authority"
    CENTRAL_AUTHORITY = "central-authority"
    CUSTODIAN = "custodian"
    SERVICE_PROVIDER = "service-provider"
    REGIONAL_ORGANIZATION = "regional-organization"
    CONFERENCE = "conference"
    SECRETARY_GENERAL = "secretary-general"
    SECRETARIAT = "secretariat"
    DEPOSITARY = "depositary"
    CASE_HOLDER = "case-holder"
    """Whoever keeps the case file: the answer is a matter of what stands in it."""
    INTERPRETER = "interpreter"
    """Whoever must choose between readings of the text: the States concerned, in the end a tribunal."""

    __hash__ = object.__hash__  # of a member there is one only: this is right, and several times faster than by name

    @property
    def words(self) -> str:
        """The role as it stands in a sentence.

        >>> Role.REQUESTED_STATE.words
        'requested State'
        """
        if self is Role.SECRETARY_GENERAL:
            return "Secretary-General"
        words = self.value.replace("-", " ")
        return re.sub(r"\bstates? part(?:y|ies)\b", lambda found: found[0].title(), words).replace(" state", " State")
