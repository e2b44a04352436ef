"""Arts. 61, 62 and 66(1) and (2): who may join and consider a protocol, and how the Conference votes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from tests.final_provisions.builders import (
    ASTORIA,
    BORDURIA,
    CALDERA,
    IN_FORCE,
    PAIR,
    START,
    UNION,
    accessions,
    ev,
    in_force,
    plus,
)
from tests.universal import hold_universal_properties
from uncc.final_provisions import (
    Act,
    Deliberation,
    History,
    RegionalOrganization,
    VotingMatter,
    duties_on_protocol,
    is_amendment_adopted,
    is_protocol_adopted,
    may_consider_protocol,
    may_join_protocol,
    may_vote_on_amendment,
    may_vote_on_protocol,
    votes_on_amendment,
    votes_on_protocol,
)
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Finding
from uncc.kernel.provisions import art
from uncc.kernel.quantities import Number
from uncc.readings import Readings
from uncc.readings.chapter_9 import Abstention, ProtocolQuorum

UNIONS = (RegionalOrganization(UNION, (*PAIR, "Outsider")),)
WITH_UNION = in_force(accessions(UNION), organizations=UNIONS)


def of_sixty(states: int, *, union: bool = False, successor: bool = False) -> History:
    """Return a treaty that so many States, and an organization or a successor if wanted, have joined."""
    names = [f"State {number}" for number in range(states - 3)]
    more = accessions(*names, *([UNION] if union else []))
    more += [ev("Successor", Act.SUCCESSION, START)] if successor else []
    return in_force(more, organizations=UNIONS if union else ())


@pytest.mark.parametrize(("on", "answer"), [(plus(IN_FORCE, -1), "NO"), (IN_FORCE, "YES")])
def test_only_a_party_joins_a_protocol(on: date, answer: str) -> None:
    """A State that has deposited and is not bound yet cannot, nor can an outsider."""
    assert may_join_protocol(in_force(), ASTORIA, on).truth.name == answer
    assert may_join_protocol(in_force(others=("Outsider",)), "Outsider", on).is_no


# Whether a protocol can be considered: States, organization, successor; as adopted, States only, organizations too
QUORUM = [
    (59, False, False, "NO NO NO"),
    (60, False, False, "YES YES YES"),
    (59, True, False, "UNKNOWN NO YES"),
    (58, True, False, "NO NO NO"),
    (60, True, False, "YES YES YES"),
    (59, False, True, "UNKNOWN UNKNOWN UNKNOWN"),
    (58, False, True, "NO NO NO"),
    (58, True, True, "UNKNOWN NO UNKNOWN"),
]


@pytest.mark.parametrize(("states", "union", "successor", "answers"), QUORUM)
def test_sixty_states_parties(states: int, union: bool, successor: bool, answers: str) -> None:
    """Whether an organization is one of the sixty is a reading, on which none is adopted."""
    found = of_sixty(states, union=union, successor=successor)
    under = [Readings(), *(Readings.of(option) for option in ProtocolQuorum)]
    assert " ".join(may_consider_protocol(found, IN_FORCE).under(one).truth.name for one in under) == answers
    assert may_consider_protocol(found, plus(IN_FORCE, -1)).is_no


VOTES = [
    (True, None, None, None, "YES"),
    (None, None, None, None, "UNKNOWN"),
    (False, False, 60, 0, "NO"),
    (False, True, 40, 20, "YES"),
    (False, True, 39, 21, "NO"),
    (False, True, 2, 1, "YES"),
    (False, True, 1, 1, "NO"),
    (False, True, 0, 0, "NO"),
    (False, True, 0, None, "NO"),
    (False, True, 5, None, "UNKNOWN"),
    (False, True, None, 5, "UNKNOWN"),
    (False, None, 40, 20, "UNKNOWN"),
    (None, False, None, None, "UNKNOWN"),
]


@pytest.mark.parametrize(("consensus", "exhausted", "in_favour", "against", "answer"), VOTES)
def test_adoption(
    consensus: bool | None, exhausted: bool | None, in_favour: int | None, against: int | None, answer: str
) -> None:
    """Consensus, or two thirds of those present and voting once all efforts at it are exhausted."""
    deliberation = Deliberation(
        consensus_reached=consensus, efforts_exhausted=exhausted, in_favour=in_favour, against=against
    )
    assert is_amendment_adopted(deliberation).truth.name == answer
    assert is_protocol_adopted(of_sixty(60), deliberation, IN_FORCE).truth.name == answer
    assert is_protocol_adopted(of_sixty(59), deliberation, IN_FORCE).is_no


@pytest.mark.parametrize("field", ["in_favour", "against"])
@pytest.mark.parametrize("value", [-1, 2.0, True, "3", 10_001])
def test_votes_are_counted(field: str, value: Any) -> None:
    """A number of votes is a whole number from nought."""
    with pytest.raises(InvalidValue, match=field):
        Deliberation(**{field: value})


def test_consensus_is_sought_first() -> None:
    """The Conference makes every effort before it votes."""
    (duty,) = duties_on_protocol()
    assert (duty.authority, duty.trigger.truth.name) == ((art(62, 1),), "YES")


VOTE_RULES: list[Callable[..., Finding]] = [may_vote_on_protocol, may_vote_on_amendment]


@pytest.mark.parametrize("rule", VOTE_RULES)
@pytest.mark.parametrize(
    ("voter", "matter", "answer"),
    [
        (UNION, VotingMatter(within_competence=True, members_vote=False), "YES"),
        (UNION, VotingMatter(within_competence=True, members_vote=True), "NO"),
        (UNION, VotingMatter(within_competence=False, members_vote=False), "NO"),
        (UNION, VotingMatter(within_competence=True), "UNKNOWN"),
        (ASTORIA, VotingMatter(organization_votes=False), "YES"),
        (ASTORIA, VotingMatter(organization_votes=True), "NO"),
        (ASTORIA, VotingMatter(), "UNKNOWN"),
        (CALDERA, VotingMatter(organization_votes=False), "YES"),
        ("Outsider", VotingMatter(organization_votes=False), "NO"),
    ],
)
def test_an_organization_or_its_members(
    rule: Callable[..., Finding], voter: str, matter: VotingMatter, answer: str
) -> None:
    """An organization votes within its competence and never beside a member; a member never beside its organization."""
    assert rule(WITH_UNION, voter, IN_FORCE, matter).truth.name == answer
    assert rule(WITH_UNION, voter, plus(IN_FORCE, -1), matter).is_no


@pytest.mark.parametrize("count", [votes_on_protocol, votes_on_amendment])
def test_as_many_votes_as_members_that_are_parties(count: Callable[..., Number]) -> None:
    """Members outside the Convention give no vote; where they are not known, no number is told."""
    assert count(WITH_UNION, UNION, IN_FORCE).known == 2
    assert count(WITH_UNION, UNION, plus(IN_FORCE, -1)).known == 0
    assert count(WITH_UNION, BORDURIA, IN_FORCE).known is None
    unknown = in_force(accessions(UNION), organizations=(RegionalOrganization(UNION),))
    assert count(unknown, UNION, IN_FORCE).known is None
    successor = in_force(ev("Outsider", Act.SUCCESSION, START), organizations=UNIONS)
    assert count(successor, UNION, IN_FORCE).known is None


def _adopted(values: Any) -> Finding:
    facts = {name.removeprefix("Deliberation."): value for name, value in values.items()}
    return is_amendment_adopted(Deliberation(**facts, in_favour=2, against=1))


def _votes(voter: str, *names: str) -> Callable[[Any], Finding]:
    def rule(values: Any) -> Finding:
        facts = {name: values[f"VotingMatter.{name}"] for name in names}
        return may_vote_on_protocol(WITH_UNION, voter, IN_FORCE, VotingMatter(**facts))

    return rule


@pytest.mark.parametrize(
    ("rule", "facts"),
    [
        (_adopted, ["Deliberation.consensus_reached", "Deliberation.efforts_exhausted"]),
        (
            _votes(UNION, "within_competence", "members_vote"),
            ["VotingMatter.within_competence", "VotingMatter.members_vote"],
        ),
        (_votes(ASTORIA, "organization_votes"), ["VotingMatter.organization_votes"]),
    ],
)
def test_the_universal_properties_hold(rule: Callable[[Any], Finding], facts: list[str]) -> None:
    """Settled is final, no doubt is idle, and the open questions are just the pivotal ones."""
    assert hold_universal_properties(rule, facts) == 3 ** len(facts)


def test_a_number_of_votes() -> None:
    """From none to ten thousand; the error says so."""
    assert Deliberation(in_favour=10_000, against=0).in_favour == 10_000
    for wrong in (-1, 10_001, True):
        with pytest.raises(InvalidValue) as caught:
            Deliberation(in_favour=wrong)
        assert caught.value.expected == "a whole number, from 0 to 10000"


def test_no_more_votes_than_parties() -> None:
    """Arts. 62(1), 66(1): with sixty Parties sixty votes can be cast, and a vote of sixty-one adopts nothing."""
    last_resort = Deliberation(consensus_reached=False, efforts_exhausted=True, against=20)
    for in_favour, answer in ((40, "YES"), (41, "NO")):
        deliberation = evolve(last_resort, in_favour=in_favour)
        found = of_sixty(60)
        assert is_protocol_adopted(found, deliberation, IN_FORCE).truth.name == answer
        assert is_amendment_adopted(deliberation, history=found, on=IN_FORCE).truth.name == answer
        assert is_amendment_adopted(deliberation).is_yes


@pytest.mark.parametrize(("option", "answer"), [(Abstention.NOT_VOTING, "YES"), (Abstention.VOTING, "UNKNOWN")])
def test_abstentions_that_are_not_counted(option: Abstention, answer: str) -> None:
    """Art. 57(3): where an abstention is a vote, a majority is open until it is known how many there were."""
    found = is_amendment_adopted(
        Deliberation(consensus_reached=False, efforts_exhausted=True, in_favour=40, against=20)
    ).under(Readings.of(option))
    assert found.truth.name == answer


def test_an_abstention_that_is_a_vote_needs_a_party_as_well() -> None:
    """Arts. 57(3), 66(1): where to abstain is to vote, abstentions count towards the votes that Parties can cast."""
    told = Deliberation(consensus_reached=False, efforts_exhausted=True, in_favour=2, against=0, abstaining=1)
    more = evolve(told, in_favour=3)
    voting = Readings.of(Abstention.VOTING)
    answers = [is_amendment_adopted(one, history=in_force(), on=IN_FORCE) for one in (told, more)]
    assert [found.truth.name for found in answers] == ["YES", "YES"]
    assert [found.under(voting).truth.name for found in answers] == ["YES", "NO"]
