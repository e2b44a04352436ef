"""Chapter IX, final provisions: who takes part, from when, between whom, and what else binds them."""

from __future__ import annotations

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
from uncc.final_provisions.history import (
    CONVENTION,
    Act,
    Amendment,
    Clause,
    Event,
    History,
    RegionalOrganization,
    contradictions,
)
from uncc.final_provisions.participation import (
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
    "Clause",
    "Deliberation",
    "EntryIntoForce",
    "Event",
    "History",
    "OtherTreaty",
    "ParticipantEntry",
    "Participation",
    "Place",
    "RegionalOrganization",
    "Signing",
    "Status",
    "StatusTable",
    "Term",
    "VotingMatter",
    "affects_other_rights",
    "contradictions",
    "counts_towards_entry_into_force",
    "denunciation_duty",
    "denunciation_takes_effect",
    "duties_with_instrument",
    "earliest_entry_into_force",
    "entry_into_force",
    "entry_into_force_for",
    "expresses_consent",
    "implementation_duty",
    "in_force_between",
    "is_bound_by_protocol",
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
    "may_sign",
    "may_vote_on_protocol",
    "organization_ceases",
    "participation",
    "parties_on",
    "protocol_consensus_duty",
    "reservations_of",
    "state_party",
    "status",
    "status_table",
    "terms",
    "votes_on_protocol",
]
