"""Art. 62: when a protocol can be considered, and how it is adopted."""

from __future__ import annotations

from datetime import date

from uncc.final_provisions.history import History
from uncc.final_provisions.parties import is_party, states_parties
from uncc.final_provisions.votes import (
    NO_DELIBERATION,
    Deliberation,
    VotingMatter,
    adopted,
    before_a_vote,
    not_too_many,
    voter_may_vote,
    votes_cast_by_organization,
)
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall
from uncc.kernel.findings import Finding, all_of, by_reading, by_text
from uncc.kernel.provisions import art
from uncc.kernel.quantities import Number, at_least, how_many
from uncc.kernel.roles import Role
from uncc.readings.chapter_9 import ProtocolQuorum

__all__ = [
    "PARTIES_FOR_PROTOCOL",
    "duties_on_protocol",
    "is_protocol_adopted",
    "may_consider_protocol",
    "may_vote_on_protocol",
    "votes_on_protocol",
]

PARTIES_FOR_PROTOCOL = 60
"""How many States Parties there must be before a protocol can be considered for adoption."""


def may_consider_protocol(history: History, on: date) -> Finding:
    """Whether the Conference may consider a supplementary protocol for adoption on a day.

    There must be sixty States Parties on that day. Whether organizations count among them is a reading, on which none
    is adopted. UNKNOWN as well where those that may or may not be Parties decide.

    Source: Art. 62(1).

    >>> from datetime import date
    >>> may_consider_protocol(History(), date(2030, 1, 1)).truth.name
    'UNKNOWN'
    """
    states = states_parties(history, on)
    organizations = (is_party(history, one.name, on) for one in history.organizations)
    counted = {
        ProtocolQuorum.STATES_ONLY: states,
        ProtocolQuorum.ORGANIZATIONS_TOO: how_many(
            "Parties on the day, organizations among them", art(62, 1), *organizations, more=states
        ),
    }
    return by_reading(
        "a protocol may be considered for adoption",
        ProtocolQuorum,
        {
            option: at_least("there are 60 States Parties at least", art(62, 1), parties, PARTIES_FOR_PROTOCOL)
            for option, parties in counted.items()
        },
    )


def is_protocol_adopted(history: History, deliberation: Deliberation, on: date) -> Finding:
    """Whether the Conference has adopted a protocol on a day.

    There must be sixty States Parties. Consensus is enough; without it, once all efforts are exhausted, two thirds at
    least of the Parties present and voting must be in favour. A vote in which more votes were cast than there are
    States Parties adopts nothing.

    Source: Art. 62(1).

    >>> from datetime import date
    >>> is_protocol_adopted(History(), Deliberation(consensus_reached=True), date(2030, 1, 1)).truth.name
    'UNKNOWN'
    """
    return all_of(
        "the protocol is adopted",
        art(62, 1),
        may_consider_protocol(history, on),
        adopted(
            "the Conference has adopted the text",
            deliberation,
            art(62, 1),
            not_too_many(history, deliberation, on, art(62, 1)),
        ),
    )


def duties_on_protocol(deliberation: Deliberation = NO_DELIBERATION) -> tuple[Duty, ...]:
    """What does the Conference owe before it votes on a protocol, and has it been done?

    Source: Art. 62(1).

    >>> duties_on_protocol()[0].modality.words
    'shall'
    """
    return (
        shall(
            "seek-consensus-on-protocol",
            Role.CONFERENCE,
            "make every effort to agree on a protocol by consensus",
            art(62, 1),
            by_text(True, "a protocol is before the Conference", art(62, 1)),
            qualifications=("a vote is the last resort, once all efforts are exhausted",),
            life=before_a_vote(deliberation, art(62, 1)),
        ),
    )


def may_vote_on_protocol(history: History, voter: str, on: date, matter: VotingMatter) -> Finding:
    """Whether a participant may vote on a protocol: an organization within its competence, or its members.

    Source: Art. 62(2).

    >>> from datetime import date
    >>> may_vote_on_protocol(History(), "Astoria", date(2030, 1, 1), VotingMatter()).truth.name
    'UNKNOWN'
    """
    return voter_may_vote(history, voter, on, matter, art(62, 2))


def votes_on_protocol(history: History, organization: str, on: date) -> Number:
    """How many votes does an organization have on a protocol: one for each of its member States that is a Party?

    Not known where it is no organization of the history, or its members are not; between two ends where it is not known
    whether one of them is bound.

    Source: Art. 62(2).

    >>> from datetime import date
    >>> votes_on_protocol(History(), "Union", date(2030, 1, 1)).shown
    'not known'
    """
    return votes_cast_by_organization(history, organization, on)


checked(__name__)
