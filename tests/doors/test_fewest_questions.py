"""How many questions an interview asks in the mean, beside the fewest that any order could ask."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from random import Random

import pytest

from tests.doors.interviewed import begun
from uncc.cases import CaseKind
from uncc.doors.open_points import CaseFile
from uncc.kernel.completions import Evaluator, in_order, question_of
from uncc.kernel.facts import Question
from uncc.kernel.findings import Finding, all_of, any_of, derived, none_of
from uncc.kernel.provisions import art
from uncc.questions.weighing import weights

LAW = art(42, 6)
Table = tuple[bool, ...]
"""The answer in every completion: the fact at place p is so where bit p of the number is set."""
Next = Callable[[Table, tuple[int, ...]], int]
"""Which fact to ask next, by what is left open: the answers, and the places of the facts that are left."""


def table_of(finding: Finding, facts: tuple[Question, ...]) -> Table:
    """Return the answer in every completion."""
    yes, _ = Evaluator.over(facts).planes(in_order(finding))
    return tuple(bool(yes >> number & 1) for number in range(1 << len(facts)))


def mentioned(finding: Finding) -> tuple[Question, ...]:
    """Return the facts that a finding mentions."""
    return tuple(dict.fromkeys(question_of(one) for one in finding.walk() if not one.because))


def settled(table: Table, place: int) -> tuple[Table, Table]:
    """Return what is left where the fact at a place is not so, and where it is."""
    sides = ([one for number, one in enumerate(table) if number >> place & 1 == side] for side in (0, 1))
    no, yes = map(tuple, sides)
    return no, yes


def turned(table: Table, place: int) -> int:
    """Return in how many completions a fact alone turns the answer."""
    return sum(one != table[number ^ (1 << place)] for number, one in enumerate(table))


def heaviest(table: Table, left: tuple[int, ...]) -> int:
    """Ask what weighs most, and of equals the first: as the interview ranks what is of the world."""
    return max(range(len(left)), key=lambda place: (turned(table, place), -left[place]))


def mean(table: Table, left: tuple[int, ...], following: Next) -> float:
    """Return how many questions are asked in the mean over all completions."""
    if len(set(table)) == 1:
        return 0
    place = following(table, left)
    rest = left[:place] + left[place + 1 :]
    return 1 + sum(mean(side, rest, following) for side in settled(table, place)) / 2


@cache
def fewest(table: Table) -> float:
    """Return how many questions the best order of all asks in the mean."""
    if len(set(table)) == 1:
        return 0
    places = (place for place in range(len(table).bit_length() - 1) if turned(table, place))
    return 1 + min(sum(map(fewest, settled(table, place))) for place in places) / 2


def rule(lot: Random, leaves: int) -> Finding:
    """Return a rule by lot with so many leaves, some of them perhaps the same fact."""
    if leaves == 1:
        leaf = derived(None, f"fact {lot.randrange(12)}", LAW)
        return ~leaf if lot.random() < 0.3 else leaf
    limbs, left = list[Finding](), leaves
    while left:
        size = min(left, lot.randint(1, max(1, leaves - 1)))
        limbs.append(rule(lot, size))
        left -= size
    return lot.choice((all_of, any_of, none_of))("a rule", LAW, *limbs)


def test_on_small_rules_the_mean_is_within_a_tenth_of_the_fewest() -> None:
    """Over rules of up to twelve leaves: what weighs most is asked first."""
    lot, asked, best = Random(7), 0.0, 0.0
    for leaves in (4, 6, 8, 9, 10, 11, 12) * 6:
        finding = rule(lot, leaves)
        facts = mentioned(finding)
        table = table_of(finding, facts)
        shares = {fact: turned(table, place) / len(table) for place, fact in enumerate(facts)}
        assert weights(finding) == {fact: share for fact, share in shares.items() if share}
        one, least = mean(table, tuple(range(len(facts))), heaviest), fewest(table)
        assert one <= least * 1.25, finding
        asked, best = asked + one, best + least
    assert asked <= best * 1.02, asked / best


@pytest.mark.long
def test_a_paper_in_the_order_of_the_text_costs_hardly_more() -> None:
    """A request for preservation: its particulars as they stand, and behind them what matters where it is silent."""
    interview = begun(CaseKind.PRESERVATION, ("conformity",))
    finding = CaseFile(interview.text).findings["conformity"]
    assert isinstance(finding, Finding)
    facts = mentioned(finding)
    table, order = table_of(finding, facts), [one.path for one in interview.questions]
    in_text = {CaseFile(interview.text).open_points[path].question: place for place, path in enumerate(order)}

    def by_text(now: Table, left: tuple[int, ...]) -> int:
        return min(
            (place for place in range(len(left)) if turned(now, place)), key=lambda place: in_text[facts[left[place]]]
        )

    assert mean(table, tuple(range(len(facts))), by_text) <= fewest(table) * 1.1
