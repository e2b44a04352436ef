"""The rules that are not proved as all others are, each with the reason."""

from __future__ import annotations

from types import MappingProxyType

from attrs import frozen

NOT_PROVED = MappingProxyType(
    {
        "offences.implements": (
            "it compares two definitions part by part, and looks at every part of both before it has its words, so "
            "that its paths are too many; tests/offences/test_domestic.py and test_ways.py hold it"
        ),
    }
)
"""Rules whose paths are too many."""

LARGE = frozenset({"offences.is_material_offence"})
"""Rules whose states take seconds to draw; they wait for the full run."""

WITHOUT_FACTS = frozenset(
    {
        "confiscation.has_treaty_basis",
        "confiscation.may_refuse_for_want_of_treaty",
        "cooperation.assistance_conformity",
        "cooperation.safe_conduct_has_begun",
        "cooperation.keeps_floor",
        "cooperation.start_is_known",
        "cooperation.must_keep_request_confidential",
        "cooperation.asks_for_confidentiality",
        "cooperation.data_are_named",
        "cooperation.extradition_conformity",
        "cooperation.preservation_conformity",
        "cooperation.traffic_data_conformity",
        "final_provisions.may_apply_other_treaty",
        "offences.is_serious_at_home",
        "kernel.is_bound_by_convention",
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


KNOWN_FAULTS = MappingProxyType(
    {
        "cooperation.may_request_extension": KnownFault(
            draw="",
            what="Art. 42(9): on the reading, not adopted, that a decision can end the floor, the answer is told as "
            "open where every completion settles it",
        ),
        "cooperation.preservation_runs": KnownFault(
            draw="2",
            what="Art. 42(8): on the reading, not adopted, that a decision can end the floor, a question is told as "
            "open that can no longer change the answer; the answer itself is as it should be",
        ),
    }
)
"""Rules of which the proof has a counterexample."""
