"""The United Nations Convention against Cybercrime as typed Python: reasoned, cited, three-valued answers.

This module is the face of the library: what a newcomer needs. Everything else is imported from where the
Convention has it: `uncc.cooperation`, `uncc.procedural`, and so on.

>>> import uncc
>>> print(uncc.art(42, 6).article_title)
International cooperation for the purpose of expedited preservation of stored electronic data
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uncc.faces import face

if TYPE_CHECKING:
    from uncc.assessment import AssistanceCase, ExtraditionCase, PreservationCase, Report, assess
    from uncc.columns import Column, decide_columns
    from uncc.cooperation import (
        AssistancePosition,
        AssistanceRequest,
        Cooperation,
        ExtraditionRequest,
        Ground,
        Position,
        PreservationMeasure,
        PreservationRequest,
        assistance_conformity,
        assistance_grounds,
        conformity,
        cooperation_is_open,
        dual_criminality_satisfied,
        grounds,
        is_extraditable,
        may_refuse,
        may_refuse_assistance,
        may_refuse_extradition,
        must_submit_case,
        preservation_expiry,
        preservation_window,
    )
    from uncc.difference import diff
    from uncc.errors import DocumentError, InvalidProvision, InvalidValue, UnccError, UnsettledError
    from uncc.exploration import explore
    from uncc.facts import Fact
    from uncc.findings import Finding, Truth
    from uncc.parties import Relation, Reservation, State, StateParty
    from uncc.provisions import Provision, art
    from uncc.readings import Readings
    from uncc.serial import from_json, load_case, to_json

__version__ = "0.1.0"

__all__ = [
    "AssistanceCase",
    "AssistancePosition",
    "AssistanceRequest",
    "Column",
    "Cooperation",
    "DocumentError",
    "ExtraditionCase",
    "ExtraditionRequest",
    "Fact",
    "Finding",
    "Ground",
    "InvalidProvision",
    "InvalidValue",
    "Position",
    "PreservationCase",
    "PreservationMeasure",
    "PreservationRequest",
    "Provision",
    "Readings",
    "Relation",
    "Report",
    "Reservation",
    "State",
    "StateParty",
    "Truth",
    "UnccError",
    "UnsettledError",
    "art",
    "assess",
    "assistance_conformity",
    "assistance_grounds",
    "conformity",
    "cooperation_is_open",
    "decide_columns",
    "diff",
    "dual_criminality_satisfied",
    "explore",
    "from_json",
    "grounds",
    "is_extraditable",
    "load_case",
    "may_refuse",
    "may_refuse_assistance",
    "may_refuse_extradition",
    "must_submit_case",
    "preservation_expiry",
    "preservation_window",
    "to_json",
]

_HOMES = {
    "assessment": "AssistanceCase ExtraditionCase PreservationCase Report assess",
    "columns": "Column decide_columns",
    "cooperation": """
        AssistancePosition AssistanceRequest Cooperation ExtraditionRequest Ground Position PreservationMeasure
        PreservationRequest assistance_conformity assistance_grounds conformity cooperation_is_open
        dual_criminality_satisfied grounds is_extraditable may_refuse may_refuse_assistance
        may_refuse_extradition must_submit_case preservation_expiry preservation_window
    """,
    "difference": "diff",
    "errors": "DocumentError InvalidProvision InvalidValue UnccError UnsettledError",
    "exploration": "explore",
    "facts": "Fact",
    "findings": "Finding Truth",
    "parties": "Relation Reservation State StateParty",
    "provisions": "Provision art",
    "readings": "Readings",
    "serial": "from_json load_case to_json",
}

if not TYPE_CHECKING:
    __getattr__, __dir__ = face(__name__, _HOMES)
