"""Chapter IX, final provisions: who takes part, from when, between whom, and what else binds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uncc.faces import face

if TYPE_CHECKING:
    from uncc.final_provisions.art59_implementation import (
        implementation_duty,
        may_adopt_stricter_measures,
    )
    from uncc.final_provisions.art60_other_treaties import (
        OtherTreaty,
        affects_other_rights,
        may_apply_other_treaty,
    )
    from uncc.final_provisions.art61_protocols import (
        is_bound_by_protocol,
        may_join_protocol,
    )
    from uncc.final_provisions.art62_adoption import (
        PARTIES_FOR_PROTOCOL,
        is_protocol_adopted,
        may_consider_protocol,
        may_vote_on_protocol,
        protocol_consensus_duty,
        votes_on_protocol,
    )
    from uncc.final_provisions.art63_disputes import (
        Dispute,
        court_opens_on,
        has_opted_out,
        is_bound_to_settle,
        may_opt_out,
        may_refer_to_court,
        may_submit_to_arbitration,
        may_withdraw_opt_out,
        negotiation_duty,
    )
    from uncc.final_provisions.art64_participation import (
        LAST_DAY_OF_SIGNATURE,
        Place,
        Signing,
        duties_with_instrument,
        expresses_consent,
        may_accede,
        may_confirm_signature,
        may_sign,
    )
    from uncc.final_provisions.art65_entry_into_force import (
        EntryIntoForce,
        ParticipantEntry,
        counts_towards_entry_into_force,
        earliest_entry_into_force,
        entry_into_force,
        entry_into_force_for,
    )
    from uncc.final_provisions.art66_amendments import (
        amendment_enters_into_force,
        amendments_binding,
        duties_on_proposal,
        is_amendment_adopted,
        is_bound_by_amendment,
        may_propose_amendment,
        may_vote_on_amendment,
        proposal_window,
        votes_on_amendment,
    )
    from uncc.final_provisions.art67_denunciation import (
        Term,
        denunciation_duty,
        denunciation_takes_effect,
        is_party,
        loses_force_for_want_of_parties,
        may_denounce,
        organization_ceases,
        parties_on,
        terms,
    )
    from uncc.final_provisions.art68_depositary import (
        AuthenticLanguage,
        one_language_prevails,
    )
    from uncc.final_provisions.between import (
        Binding,
        Regime,
        Reserved,
        regime_between,
    )
    from uncc.final_provisions.history import (
        CONVENTION,
        Act,
        Amendment,
        Clause,
        Event,
        History,
        RegionalOrganization,
    )
    from uncc.final_provisions.notification_duties import (
        declarations_open,
        may_reserve,
        notifications_due,
    )
    from uncc.final_provisions.notification_list import (
        Bearer,
        Moment,
        Notification,
        Practice,
        notifications,
    )
    from uncc.final_provisions.taking_part import (
        Participation,
        Status,
        StatusTable,
        in_force_between,
        participation,
        reservations_of,
        state_party,
        status,
        status_table,
    )
    from uncc.final_provisions.votes import (
        Deliberation,
        VotingMatter,
    )

__all__ = [
    "CONVENTION",
    "LAST_DAY_OF_SIGNATURE",
    "PARTIES_FOR_PROTOCOL",
    "Act",
    "Amendment",
    "AuthenticLanguage",
    "Bearer",
    "Binding",
    "Clause",
    "Deliberation",
    "Dispute",
    "EntryIntoForce",
    "Event",
    "History",
    "Moment",
    "Notification",
    "OtherTreaty",
    "ParticipantEntry",
    "Participation",
    "Place",
    "Practice",
    "Regime",
    "RegionalOrganization",
    "Reserved",
    "Signing",
    "Status",
    "StatusTable",
    "Term",
    "VotingMatter",
    "affects_other_rights",
    "amendment_enters_into_force",
    "amendments_binding",
    "counts_towards_entry_into_force",
    "court_opens_on",
    "declarations_open",
    "denunciation_duty",
    "denunciation_takes_effect",
    "duties_on_proposal",
    "duties_with_instrument",
    "earliest_entry_into_force",
    "entry_into_force",
    "entry_into_force_for",
    "expresses_consent",
    "has_opted_out",
    "implementation_duty",
    "in_force_between",
    "is_amendment_adopted",
    "is_bound_by_amendment",
    "is_bound_by_protocol",
    "is_bound_to_settle",
    "is_party",
    "is_protocol_adopted",
    "loses_force_for_want_of_parties",
    "may_accede",
    "may_adopt_stricter_measures",
    "may_apply_other_treaty",
    "may_confirm_signature",
    "may_consider_protocol",
    "may_denounce",
    "may_join_protocol",
    "may_opt_out",
    "may_propose_amendment",
    "may_refer_to_court",
    "may_reserve",
    "may_sign",
    "may_submit_to_arbitration",
    "may_vote_on_amendment",
    "may_vote_on_protocol",
    "may_withdraw_opt_out",
    "negotiation_duty",
    "notifications",
    "notifications_due",
    "one_language_prevails",
    "organization_ceases",
    "participation",
    "parties_on",
    "proposal_window",
    "protocol_consensus_duty",
    "regime_between",
    "reservations_of",
    "state_party",
    "status",
    "status_table",
    "terms",
    "votes_on_amendment",
    "votes_on_protocol",
]

_HOMES = {
    "art59_implementation": "implementation_duty may_adopt_stricter_measures",
    "art60_other_treaties": "OtherTreaty affects_other_rights may_apply_other_treaty",
    "art61_protocols": "is_bound_by_protocol may_join_protocol",
    "art62_adoption": """
        PARTIES_FOR_PROTOCOL is_protocol_adopted may_consider_protocol may_vote_on_protocol
        protocol_consensus_duty votes_on_protocol
    """,
    "art63_disputes": """
        Dispute court_opens_on has_opted_out is_bound_to_settle may_opt_out may_refer_to_court
        may_submit_to_arbitration may_withdraw_opt_out negotiation_duty
    """,
    "art64_participation": """
        LAST_DAY_OF_SIGNATURE Place Signing duties_with_instrument expresses_consent may_accede
        may_confirm_signature may_sign
    """,
    "art65_entry_into_force": """
        EntryIntoForce ParticipantEntry counts_towards_entry_into_force earliest_entry_into_force
        entry_into_force entry_into_force_for
    """,
    "art66_amendments": """
        amendment_enters_into_force amendments_binding duties_on_proposal is_amendment_adopted
        is_bound_by_amendment may_propose_amendment may_vote_on_amendment proposal_window votes_on_amendment
    """,
    "art67_denunciation": """
        Term denunciation_duty denunciation_takes_effect is_party loses_force_for_want_of_parties may_denounce
        organization_ceases parties_on terms
    """,
    "art68_depositary": "AuthenticLanguage one_language_prevails",
    "between": "Binding Regime Reserved regime_between",
    "history": "CONVENTION Act Amendment Clause Event History RegionalOrganization",
    "notification_duties": "declarations_open may_reserve notifications_due",
    "notification_list": "Bearer Moment Notification Practice notifications",
    "taking_part": """
        Participation Status StatusTable in_force_between participation reservations_of state_party status
        status_table
    """,
    "votes": "Deliberation VotingMatter",
}

if not TYPE_CHECKING:
    __getattr__, __dir__ = face(__name__, _HOMES)
