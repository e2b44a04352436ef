"""Votes on protocols and amendments: consensus first, two thirds as a last resort, and who casts which votes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import inf

from attrs import fields, frozen

from uncc.final_provisions.history import History
from uncc.final_provisions.parties import is_party, refuse_unnamed, states_parties
from uncc.kernel.consistency import shows
from uncc.kernel.facts import DayFact, Fact, Facts, NumberFact, Question, day_fact, fact, number_fact
from uncc.kernel.findings import Finding, Kind, all_of, any_of, by_reading, given
from uncc.kernel.life import Ahead, Life, found, stated_on
from uncc.kernel.measured import number_of
from uncc.kernel.provisions import Provision, art
from uncc.kernel.quantities import Number, at_least, at_most, how_many, sum_of
from uncc.kernel.roles import Role
from uncc.readings.chapter_9 import Abstention

__all__ = ["Deliberation", "VotingMatter"]


MOST_VOTES = 10_000


@frozen(kw_only=True)
class Deliberation(Facts, asked_of=Role.CONFERENCE):
    """How the Conference has dealt with a proposal: votes `in_favour` and `against`, and those `abstaining`.

    Whether one that abstains votes is a reading: it does not, and counts on neither side.
    """

    consensus_reached: Fact = fact("the Conference has agreed on the text by consensus", art(62, 1), art(66, 1))
    efforts_exhausted: Fact = fact("all efforts at consensus are exhausted without agreement", art(62, 1), art(66, 1))
    voted: Fact = fact("the text has been put to the vote", art(62, 1), art(66, 1))
    voted_on: DayFact = day_fact("the text was put to the vote", art(62, 1), art(66, 1))
    in_favour: NumberFact = number_fact("the votes in favour", art(62, 1), art(66, 1), most=MOST_VOTES)
    against: NumberFact = number_fact("the votes against", art(62, 1), art(66, 1), most=MOST_VOTES)
    abstaining: NumberFact = number_fact("the abstentions", art(57, 3), art(62, 1), art(66, 1), most=MOST_VOTES)

    ties = (shows("voted_on", "voted", art(66, 1)),)


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
NO_DELIBERATION = Deliberation()
"""One of which nothing is known."""
M = fields(VotingMatter)


def sought_consensus(deliberation: Deliberation, authority: Provision) -> Finding:
    """Whether every effort at consensus was made: it was reached, or all efforts are exhausted."""
    return any_of(
        "every effort at consensus has been made",
        authority,
        given(deliberation, D.consensus_reached),
        given(deliberation, D.efforts_exhausted),
    )


def before_a_vote(deliberation: Deliberation, authority: Provision) -> Life:
    """Return the life of the duty to make every effort at consensus, which a vote before that breaks."""
    sought = sought_consensus(deliberation, authority)
    vote = stated_on(given(deliberation, D.voted), deliberation, D.voted_on)
    return Life(done=found(sought), ahead=Ahead(of=vote, first=sought))


def adopted(statement: str, deliberation: Deliberation, authority: Provision, *limits: Finding) -> Finding:
    """Whether a proposal is adopted: by consensus or, as a last resort, by two thirds of those present and voting.

    `limits` is what must hold of a vote besides.
    """
    return any_of(
        statement,
        authority,
        given(deliberation, D.consensus_reached),
        all_of(
            "it is adopted by vote, as a last resort",
            authority,
            given(deliberation, D.efforts_exhausted),
            *_two_thirds(deliberation, authority),
            *limits,
        ),
    )


def _two_thirds(deliberation: Deliberation, authority: Provision) -> Iterator[Finding]:
    """Yield what a majority of two thirds needs: somebody in favour, and twice as many as are against."""
    in_favour, against = number_of(deliberation, D.in_favour), number_of(deliberation, D.against)
    abstaining = number_of(deliberation, D.abstaining)
    voting = sum_of("the votes that are not in favour", authority, against, abstaining)
    yield at_least("there is a vote in favour", authority, in_favour, 1)
    yield by_reading(
        "two thirds at least of the Parties present and voting are in favour",
        Abstention,
        {
            Abstention.NOT_VOTING: _is_twice(in_favour, against, authority),
            Abstention.VOTING: _is_twice(in_favour, voting, authority),
        },
    )


def _is_twice(in_favour: Number, others: Number, authority: Provision) -> Finding:
    twice = sum_of("twice the votes that are not in favour", authority, others, others)
    return at_least("there are twice as many votes in favour as others", authority, in_favour, twice)


def not_too_many(history: History, deliberation: Deliberation, on: date, authority: Provision) -> Finding:
    """Whether no more votes were cast than there are Parties to cast them: an organization has those of its members.

    An abstention is one of them on the reading on which it is a vote.
    """
    statement, parties = "no more votes were cast than there are States Parties", states_parties(history, on)
    cast = (number_of(deliberation, D.in_favour), number_of(deliberation, D.against))
    voting = (*cast, number_of(deliberation, D.abstaining))
    return by_reading(
        statement,
        Abstention,
        {
            option: at_most(statement, authority, sum_of("the votes cast", authority, *votes), parties)
            for option, votes in {Abstention.NOT_VOTING: cast, Abstention.VOTING: voting}.items()
        },
    )


def votes_cast_by_organization(history: History, organization: str, on: date) -> Number:
    """How many votes an organization has: one for each member State that is a Party."""
    statement, authority = "member States of the organization that are Parties", (art(62, 2), art(66, 2))
    known = history.organization(organization)
    if known is None or known.members is None:
        name = "History.organizations" if known is None else "RegionalOrganization.members"
        asked = Question(name, statement, authority, Role.DEPOSITARY, history.spelt(organization))
        return Number(0, inf, statement, authority, Kind.DERIVED, (), asked)
    return how_many(statement, authority, *(is_party(history, member, on) for member in known.members))


def voter_may_vote(history: History, voter: str, on: date, matter: VotingMatter, authority: Provision) -> Finding:
    """Whether a participant may exercise its right to vote: an organization or its members, and never both."""
    refuse_unnamed(history, on, ("voter", voter))
    organization = history.organization(voter) is not None
    own = (
        (given(matter, M.within_competence), ~given(matter, M.members_vote))
        if organization
        else (~given(matter, M.organization_votes),)
    )
    return all_of("the participant may exercise its right to vote", authority, is_party(history, voter, on), *own)
