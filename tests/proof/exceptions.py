"""The rules that are proved by walks, and not on planes as all others are, each with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen

_OF_DAYS = "it compares days or numbers, which planes do not hold"
_OF_AMOUNTS = "it compares amounts, which planes do not hold"
_OF_GROUNDS = (
    "it asks of every ground at once, so that its paths are too many; the rule on one ground is proved for each of them"
)
BY_WALKS = MappingProxyType(
    {
        "confiscation.confiscation_grounds": _OF_GROUNDS,
        "confiscation.contains_proceeds": _OF_AMOUNTS,
        "confiscation.is_open_to_freezing": _OF_AMOUNTS,
        "cooperation.assistance_grounds": _OF_GROUNDS,
        "cooperation.can_meet_floor": _OF_DAYS,
        "cooperation.duties_on_onward_transfer": _OF_DAYS,
        "cooperation.duties_on_safe_conduct": _OF_DAYS,
        "cooperation.duties_while_preserved": _OF_DAYS,
        "cooperation.has_given_notice": _OF_DAYS,
        "cooperation.has_notified": _OF_DAYS,
        "cooperation.has_told_transmitting_state": _OF_DAYS,
        "cooperation.has_safe_conduct": _OF_DAYS,
        "cooperation.is_protected_after_transfer": _OF_DAYS,
        "cooperation.has_notified_extradition_authority": _OF_DAYS,
        "cooperation.is_extraditable": (
            "it asks of each offence of the request, so that its paths are too many; the proof tables of extradition "
            "and tests/cooperation/test_art37_scope.py hold it"
        ),
        "cooperation.keeps_floor": _OF_DAYS,
        "cooperation.may_request_extension": _OF_DAYS,
        "cooperation.must_continue_until_decision": _OF_DAYS,
        "cooperation.needs_authorization": _OF_DAYS,
        "cooperation.preservation_runs": _OF_DAYS,
        "cooperation.safe_conduct_covers": _OF_DAYS,
        "cooperation.safe_conduct_has_begun": _OF_DAYS,
        "cooperation.safe_conduct_has_ceased": _OF_DAYS,
        "final_provisions.is_amendment_adopted": _OF_DAYS,
        "final_provisions.is_protocol_adopted": _OF_DAYS,
        "final_provisions.is_late": _OF_DAYS,
        "final_provisions.may_apply_other_treaty": _OF_DAYS,
        "final_provisions.may_preserve_for_less": _OF_DAYS,
        "final_provisions.may_refer_to_court": _OF_DAYS,
        "final_provisions.may_sign": _OF_DAYS,
        "kernel.Reservation.stands_on": _OF_DAYS,
        "kernel.StateParty.has_been_bound": _OF_DAYS,
        "kernel.StateParty.is_bound": _OF_DAYS,
        "kernel.is_bound_by_convention": _OF_DAYS,
        "kernel.was_made_in_time": _OF_DAYS,
        "offences.duties_to_criminalize": (
            "it asks whether the law implements the offence, of which see below; what is owed rests on nothing else"
        ),
        "offences.implements": (
            "it compares two definitions part by part, and looks at every part of both before it has its words, so "
            "that its paths are too many; tests/offences/test_domestic.py and test_ways.py hold it"
        ),
        "offences.is_material_offence": (
            "with its variations it rests on 19 facts, whose states are too many; the proof tables of Chapter II and "
            "tests/offences/test_art14_child_abuse_material.py hold it"
        ),
        "procedural.duties_on_reservations": _OF_DAYS,
        "procedural.existed_at_adoption": _OF_DAYS,
        "procedural.is_valid_reservation": _OF_DAYS,
        "procedural.keeps_ceiling": _OF_DAYS,
        "procedural.keeps_closed_groups_within_reach": _OF_DAYS,
        "procedural.may_decline": _OF_DAYS,
        "procedural.may_reserve_closed_groups": _OF_DAYS,
        "procedural.must_apply": _OF_DAYS,
        "procedural.must_keep_confidential": _OF_DAYS,
        "procedural.stays_within_ceiling": _OF_DAYS,
    }
)
"""Rules whose paths are too many, or that compare days: `tests.proof.walks` proves them, over values that matter."""

_OF_VOTES = "the sum of two numbers of votes is known by its ends, and not compared with what bounds one of them"
_OF_ORDER = (
    "where neither is known, the day of an order does not bound that of the effect, nor that the day of the decision: "
    "asked about the first day that is possible, more is asked for than the day of the effect"
)
_OF_LISTS = "nothing in a list comes before what it belongs to, and its days are not taken to bound the day of that"
NOT_EXACT = MappingProxyType(
    {
        "cooperation.is_protected_after_transfer": _OF_LISTS,
        "cooperation.may_request_extension": _OF_ORDER,
        "cooperation.preservation_runs": _OF_ORDER,
        "final_provisions.is_amendment_adopted": _OF_VOTES,
        "final_provisions.is_protocol_adopted": _OF_VOTES,
        "procedural.must_keep_confidential": _OF_LISTS,
    }
)
"""Rules proved by walks that can doubt more than they must, each with the reason; what they settle is settled."""

SLOW = frozenset(
    {
        "confiscation.confiscation_grounds",
        "cooperation.assistance_grounds",
        "cooperation.duties_on_safe_conduct",
        "cooperation.duties_while_preserved",
        "cooperation.has_safe_conduct",
        "cooperation.may_request_extension",
        "cooperation.preservation_runs",
        "cooperation.safe_conduct_covers",
        "cooperation.safe_conduct_has_ceased",
        "final_provisions.is_amendment_adopted",
        "final_provisions.is_protocol_adopted",
        "final_provisions.may_apply_other_treaty",
        "final_provisions.may_preserve_for_less",
        "final_provisions.may_refer_to_court",
        "final_provisions.may_sign",
    }
)
"""Rules proved by walks whose days or events are many: the short run does not look what their questions are worth."""

LARGE = frozenset({"cooperation.duties_while_preserved"})
"""Rules whose states take seconds to draw; they wait for the full run."""

WITHOUT_FACTS = frozenset(
    {
        "confiscation.duties_of_recovery",
        "confiscation.duties_on_confiscation_law",
        "confiscation.has_treaty_basis",
        "confiscation.may_refuse_for_want_of_treaty",
        "cooperation.assistance_conformity",
        "cooperation.duties_on_extradition_authority",
        "cooperation.duties_on_law_enforcement",
        "cooperation.duties_on_preservation_refusal",
        "cooperation.must_carry_out_directly",
        "cooperation.must_keep_request_confidential",
        "cooperation.asks_for_confidentiality",
        "cooperation.data_are_named",
        "cooperation.extradition_conformity",
        "cooperation.must_outlast_ceiling",
        "cooperation.preservation_conformity",
        "cooperation.traffic_data_conformity",
        "final_provisions.duties_on_proposal",
        "final_provisions.duties_on_protocol",
        "kernel.has_reserved",
        "offences.duties_on_involvement",
        "offences.duties_on_legal_persons",
        "offences.is_serious_at_home",
        "procedural.duties_on_powers",
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
