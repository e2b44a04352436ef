"""Votes on protocols and amendments: consensus first, two thirds as a last resort, and who casts which votes."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import Attribute, field, fields, frozen

from uncc.final_provisions.history import History
from uncc.final_provisions.parties import is_party
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, derived, given
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.readings import Readings

__all__ = ["Deliberation", "VotingMatter"]


def _a_number(_: object, attribute: Attribute[Any], value: Any) -> None:
    if value is not None and (type(value) is not int or not 0 <= value <= 10_000):
        raise InvalidValue(attribute.name, value, "a whole number of votes, from 0 to 10000, or null (not known)")


@frozen(kw_only=True)
class Deliberation(Facts, asked_of=Role.CONFERENCE):
    """How the Conference has dealt with a proposal; votes `in_favour` and `against` of those present and voting.

    Who abstains is present and not voting, and counts on neither side.
    """

    consensus_reached: Fact = fact("the Conference has agreed on the text by consensus", art(62, 1), art(66, 1))
    efforts_exhausted: Fact = fact("all efforts at consensus are exhausted without agreement", art(62, 1), art(66, 1))
    in_favour: int | None = field(default=None, validator=_a_number)
    against: int | None = field(default=None, validator=_a_number)


@frozen(kw_only=True)
class VotingMatter(Facts, asked_of=Role.CONFERENCE):
    """A matter that is put to the vote, and who else exercises the right to vote on it."""

    within_competence: Fact = fact(
        "the matter lies within the competence of the organization",
        art(62, 2),
        art(66, 2),
        asked_of=Role.REGIONAL_ORGANIZATION,
    )
    members_vote: Fact = fact(
        "a member State of the organization exercises its own right to vote", art(62, 2), art(66, 2)
    )
    organization_votes: Fact = fact(
        "the organization of which the State is a member exercises its right to vote", art(62, 2), art(66, 2)
    )


D = fields(Deliberation)
M = fields(VotingMatter)


def adopted(statement: str, deliberation: Deliberation, authority: Provision) -> Finding:
    """Whether a proposal is adopted: by consensus or, as a last resort, by two thirds of those present and voting."""
    return any_of(
        statement,
        authority,
        given(deliberation, D.consensus_reached),
        all_of(
            "it is adopted by vote, as a last resort",
            authority,
            given(deliberation, D.efforts_exhausted),
            derived(
                _two_thirds(deliberation.in_favour, deliberation.against),
                "two thirds at least of the Parties present and voting are in favour",
                authority,
                asked_of=Role.CONFERENCE,
            ),
        ),
    )


def _two_thirds(in_favour: int | None, against: int | None) -> Fact:
    if in_favour == 0:
        return False
    return None if in_favour is None or against is None else in_favour >= 2 * against


def votes_cast_by_organization(history: History, organization: str, on: date, under: Readings) -> int | None:
    """How many votes an organization has: one for each member State that is a Party; `None` where not determined."""
    known = history.organization(organization)
    if known is None or known.members is None:
        return None
    found = [is_party(history, member, on, under=under) for member in known.members]
    return None if any(finding.is_unknown for finding in found) else sum(finding.is_yes for finding in found)


def voter_may_vote(history: History, voter: str, bound: Finding, matter: VotingMatter, authority: Provision) -> Finding:
    """Whether a participant may exercise its right to vote: an organization or its members, and never both."""
    organization = history.organization(voter) is not None
    own = (
        (given(matter, M.within_competence), ~given(matter, M.members_vote))
        if organization
        else (~given(matter, M.organization_votes),)
    )
    return all_of("the participant may exercise its right to vote", authority, bound, *own)
