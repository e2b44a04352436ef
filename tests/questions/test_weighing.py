"""What to ask first: the weight of a question, and how many questions it takes when the heaviest is asked first."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import Any

import pytest

from tests.effort import share
from uncc.kernel.again import supposing
from uncc.kernel.completions import variable
from uncc.kernel.errors import TooLargeError
from uncc.kernel.facts import Question
from uncc.kernel.findings import Finding, all_of, any_of, derived, none_of
from uncc.kernel.provisions import art
from uncc.questions import weighing
from uncc.questions.exploration import explore
from uncc.questions.weighing import weights

LAW = art(42, 6)


def rule(lot: Random, names: list[str], deep: int = 0) -> Finding:
    """Return a rule by lot that mentions each of these facts once."""
    if len(names) == 1:
        return derived(None, names[0], LAW)
    cuts = sorted(lot.sample(range(1, len(names)), lot.randint(1, min(3, len(names) - 1))))
    limbs = [rule(lot, names[one:other], deep + 1) for one, other in zip([0, *cuts], [*cuts, len(names)], strict=True)]
    return lot.choice([all_of, any_of, any_of, all_of, none_of])(f"joint {deep}", LAW, *limbs)


def rules(count: int, most: int) -> list[Finding]:
    """Return rules by lot of up to so many facts; in a third of them some facts are mentioned twice."""
    lot, found = Random(20), list[Finding]()
    while len(found) < count:
        names = [f"fact {number}" for number in range(lot.randint(2, most))]
        made = rule(lot, names)
        if lot.random() < 0.35:
            made = lot.choice([all_of, any_of])(
                "both", LAW, made, rule(lot, lot.sample(names, max(2, len(names) // 2)))
            )
        if explore(made).open_questions:
            found.append(made)
    return found


class Completions:
    """Every completion of a finding's questions as one bit, set where the answer is yes."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        found = explore(finding)
        self.count = len(found.questions)
        self.yes = sum(1 << place for place, row in enumerate(found.rows()) if row["answer"] == "yes")
        self.where = {one: variable(self.count - 1 - place, self.count) for place, one in enumerate(found.questions)}

    def is_settled(self, left: int) -> bool:
        """Whether all of the completions that are left have one answer."""
        return self.yes & left in (0, left)


def by_weight(rule: Completions) -> float:
    """Return how many questions it takes, in the mean over all completions, to ask the heaviest one first."""

    def asked(finding: Finding, left: int) -> float:
        if rule.is_settled(left):
            return 0.0
        weighed = weights(finding)
        question = max(weighed, key=lambda one: weighed[one])
        after = {value: supposing(finding, {question: value}) for value in (True, False)}
        plane = rule.where[question]
        return 1 + (asked(after[True], left & plane) + asked(after[False], left & ~plane)) / 2

    return asked(rule.finding, (1 << (1 << rule.count)) - 1)


def at_best(rule: Completions) -> float:
    """Return the least number of questions that any order takes, in the mean over all completions."""

    @cache
    def best(left: int, questions: frozenset[Question]) -> float:
        if rule.is_settled(left):
            return 0.0
        return min(
            1 + (best(left & rule.where[one], questions - {one}) + best(left & ~rule.where[one], questions - {one})) / 2
            for one in questions
        )

    return best((1 << (1 << rule.count)) - 1, frozenset(rule.where))


def compared(count: int, most: int) -> float:
    """Return how many times the questions of the best order the heaviest-first order takes, over rules by lot."""
    each = [Completions(one) for one in rules(count, most)]
    return sum(map(by_weight, each)) / sum(map(at_best, each))


def test_the_heaviest_first_takes_little_more_than_the_best_order() -> None:
    """Over rules of up to seven facts it takes at most a tenth more questions, as `limits` says."""
    assert 1 <= compared(40, 7) <= 1.02


@pytest.mark.long
def test_the_heaviest_first_over_rules_of_twelve() -> None:
    """The same over rules of up to twelve facts."""
    found = compared(share(100), 12)
    assert 1 <= found <= 1.02


def test_of_many_questions_each_counts_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond what is looked at at once, and where the search would be too long, no completion is counted."""
    many = any_of("any", LAW, *(derived(None, f"fact {number}", LAW) for number in range(weighing.MOST_WEIGHED + 1)))
    assert set(weights(many).values()) == {1 / (weighing.MOST_WEIGHED + 1)}
    assert weights(derived(True, "known", LAW)) == {}

    def too_large(_: Any) -> Any:
        raise TooLargeError("too many")

    monkeypatch.setattr(weighing, "explore", too_large)
    two = all_of("both, as never before", LAW, derived(None, "one", LAW), derived(None, "other", LAW))
    assert set(weights(two).values()) == {0.5}
