"""The rules that are not proved as all others are, each with the reason."""

from __future__ import annotations

from types import MappingProxyType

NOT_PROVED = MappingProxyType(
    {
        "offences.conformity.implements": (
            "it compares two definitions part by part, and looks at every part of both before it has its words, so "
            "that its paths are too many; tests/offences/test_domestic.py and test_ways.py hold it"
        ),
    }
)
"""Rules whose paths are too many."""

WITHOUT_FACTS = frozenset(
    {
        "confiscation.art50_execution.has_treaty_basis",
        "confiscation.art50_execution.may_refuse_for_want_of_treaty",
        "cooperation.art40_conformity.assistance_conformity",
        "cooperation.art40_safe_conduct.safe_conduct_has_begun",
        "cooperation.art42_duration.keeps_floor",
        "cooperation.art42_duration.start_is_known",
        "cooperation.art42_duties.must_keep_request_confidential",
        "cooperation.art42_request.asks_for_confidentiality",
        "cooperation.art42_request.conformity",
        "cooperation.art42_request.data_are_named",
        "cooperation.art45_traffic_data.traffic_data_conformity",
        "final_provisions.art60_other_treaties.may_apply_other_treaty",
        "offences.domestic.is_serious_at_home",
        "parties.is_bound_by_convention",
        "procedural.art23_reservations.ReservingState.has_reserved_closed_groups",
        "procedural.art23_reservations.ReservingState.has_reserved_offences",
        "procedural.art23_reservations.existed_at_adoption",
    }
)
"""Rules that are given facts and rest on none in any setting taken: what they say is read off the rest of the case."""

KNOWN_FAULTS = MappingProxyType(
    {
        "cooperation.art42_expiry.preservation_runs": (
            "Art. 42(8): on the reading, not adopted, that a decision can end the floor, a question is told as open "
            "that can no longer change the answer; the answer itself is as it should be"
        ),
    }
)
"""Rules of which the proof has a counterexample, each with what is wrong."""
