"""The rules that are not proved as all others are, each with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen

_OF_DAYS = (
    "it compares days or numbers, which planes do not hold; tests/cooperation/test_art42_worlds.py holds its answers "
    "against every case that a file may turn out to be, and tests/exhaustive/test_preservation.py state by state"
)
_OF_RECEIPT = (
    "it compares days or numbers that a file need not know; test_worlds.py, test_votes.py, test_art63_disputes.py and "
    "test_art64_participation.py in tests/final_provisions, and tests/kernel/test_parties.py, hold its answers on each "
    "side of every day"
)
_OF_A_JOURNEY = (
    "it compares days; tests/cooperation/test_art40_safe_conduct_gaps.py holds its answers against the case that a "
    "file turns out to be, and test_art40_safe_conduct.py against a count of single days"
)
_OF_AMOUNTS = (
    "it compares amounts; tests/confiscation/test_art31_confiscation.py holds it against every completion of small "
    "histories"
)
_OF_GROUNDS = (
    "it asks of every ground at once, so that its paths are too many; the rule on one ground is proved for each of them"
)
NOT_PROVED = MappingProxyType(
    {
        "confiscation.confiscation_grounds": _OF_GROUNDS,
        "confiscation.contains_proceeds": _OF_AMOUNTS,
        "confiscation.is_open_to_freezing": _OF_AMOUNTS,
        "cooperation.assistance_grounds": _OF_GROUNDS,
        "cooperation.can_meet_floor": _OF_DAYS,
        "cooperation.duties_on_safe_conduct": _OF_A_JOURNEY,
        "cooperation.duties_while_preserved": _OF_DAYS,
        "cooperation.has_given_notice": (
            "it compares two days; tests/cooperation/test_art40_handling.py holds it, with days and without"
        ),
        "cooperation.has_told_transmitting_state": (
            "it compares two days; tests/cooperation/test_art40_handling.py holds it, with days and without"
        ),
        "cooperation.has_notified": (
            "it compares days where some are known; tests/cooperation/test_art40_request.py holds it with and without"
        ),
        "cooperation.has_safe_conduct": _OF_A_JOURNEY,
        "cooperation.is_protected_after_transfer": _OF_A_JOURNEY,
        "cooperation.has_notified_extradition_authority": (
            "it compares two days; tests/cooperation/test_art37_procedure.py has them in every order"
        ),
        "cooperation.is_extraditable": (
            "it asks of each offence of the request, so that its paths are too many; the proof tables of extradition "
            "and tests/cooperation/test_art37_scope.py hold it"
        ),
        "cooperation.keeps_floor": _OF_DAYS,
        "cooperation.may_request_extension": _OF_DAYS,
        "cooperation.must_continue_until_decision": _OF_DAYS,
        "cooperation.preservation_runs": _OF_DAYS,
        "cooperation.safe_conduct_covers": _OF_A_JOURNEY,
        "cooperation.safe_conduct_has_begun": _OF_A_JOURNEY,
        "cooperation.safe_conduct_has_ceased": _OF_A_JOURNEY,
        "final_provisions.is_amendment_adopted": _OF_RECEIPT,
        "final_provisions.is_late": (
            "it compares days, and is asked for one notification by its id; tests/final_provisions/"
            "test_notifications.py holds it on each side of the day of the deposit, for each id"
        ),
        "final_provisions.is_protocol_adopted": _OF_RECEIPT,
        "final_provisions.may_apply_other_treaty": _OF_RECEIPT,
        "final_provisions.may_preserve_for_less": _OF_RECEIPT,
        "final_provisions.may_refer_to_court": _OF_RECEIPT,
        "final_provisions.may_sign": _OF_RECEIPT,
        "kernel.Reservation.stands_on": _OF_RECEIPT,
        "kernel.StateParty.is_bound": _OF_RECEIPT,
        "kernel.is_bound_by_convention": _OF_RECEIPT,
        "kernel.was_made_in_time": _OF_RECEIPT,
        "offences.implements": (
            "it compares two definitions part by part, and looks at every part of both before it has its words, so "
            "that its paths are too many; tests/offences/test_domestic.py and test_ways.py hold it"
        ),
        "offences.is_material_offence": (
            "with its variations it rests on 19 facts, whose states are too many; the proof tables of Chapter II and "
            "tests/offences/test_art14_child_abuse_material.py hold it"
        ),
        "procedural.keeps_ceiling": _OF_DAYS,
        "procedural.must_keep_confidential": _OF_DAYS,
        "procedural.stays_within_ceiling": _OF_DAYS,
    }
)
"""Rules whose paths are too many, or that compare days."""

LARGE = frozenset({"cooperation.duties_while_preserved"})
"""Rules whose states take seconds to draw; they wait for the full run."""

WITHOUT_FACTS = frozenset(
    {
        "confiscation.has_treaty_basis",
        "confiscation.may_refuse_for_want_of_treaty",
        "cooperation.assistance_conformity",
        "cooperation.must_keep_request_confidential",
        "cooperation.asks_for_confidentiality",
        "cooperation.data_are_named",
        "cooperation.extradition_conformity",
        "cooperation.must_outlast_ceiling",
        "cooperation.preservation_conformity",
        "cooperation.traffic_data_conformity",
        "offences.is_serious_at_home",
        "procedural.ReservingState.has_reserved_closed_groups",
        "procedural.ReservingState.has_reserved_offences",
        "procedural.existed_at_adoption",
    }
)
"""Rules that are given facts and rest on none in any setting taken: what they say is read off the rest of the case."""


@frozen
class KnownFault:
    """What the proof finds wrong with a rule, and in which draw of its settings (`tests.proof.figures.proved`)."""

    draw: str
    what: str


KNOWN_FAULTS: Mapping[str, KnownFault] = MappingProxyType({})
"""Rules of which the proof has a counterexample."""
