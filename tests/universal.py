"""The universal properties of a rule, held over every three-valued state of its facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import product

from uncc.facts import Fact, Question
from uncc.findings import Finding, Kind, Truth

Rule = Callable[[Mapping[str, Fact]], Finding]
State = tuple[Fact, ...]
VALUES: tuple[Fact, ...] = (None, False, True)


def hold_universal_properties(rule: Rule, facts: Sequence[str]) -> int:
    """Assert the universal properties of `rule` over all states of `facts`, and return how many states there are.

    - Settled is final and no idle doubt: the answer is YES (NO) just where every completion of the unknown facts
      gives YES (NO).
    - The open questions are just the unknown facts that are pivotal in some completion.
    - Every leaf is a fact given, a circumstance derived, or settled by the text; every finding cites a provision.
    - Equal states give equal findings.
    """
    findings = {state: rule(dict(zip(facts, state, strict=True))) for state in product(VALUES, repeat=len(facts))}
    truths = {state: finding.truth for state, finding in findings.items()}
    for state, finding in findings.items():
        assert truths[state] is _exact(truths, state), f"{dict(zip(facts, state, strict=True))}\n{finding}"
        assert _names(finding.open_questions) == _pivotal(truths, state, facts), f"{state}\n{finding}"
        assert finding == rule(dict(zip(facts, state, strict=True)))
        _hold_shape(finding)
    return len(findings)


def _exact(truths: Mapping[State, Truth], state: State) -> Truth:
    """Return what every completion of the state agrees on, by one unknown fact at a time."""
    if None not in state:
        assert truths[state] is not Truth.UNKNOWN, f"doubt where every fact is known: {state}"
        return truths[state]
    place = state.index(None)
    ends = {_exact(truths, (*state[:place], value, *state[place + 1 :])) for value in (False, True)}
    return ends.pop() if len(ends) == 1 else Truth.UNKNOWN


def _pivotal(truths: Mapping[State, Truth], state: State, facts: Sequence[str]) -> set[str]:
    unknown = [place for place, value in enumerate(state) if value is None]
    pivotal: set[str] = set()
    for values in product((False, True), repeat=len(unknown)):
        full = list(state)
        for place, value in zip(unknown, values, strict=True):
            full[place] = value
        for place in unknown:
            other = [*full[:place], not full[place], *full[place + 1 :]]
            if truths[tuple(full)] is not truths[tuple(other)]:
                pivotal.add(facts[place])
    return pivotal


def _names(questions: Sequence[Question]) -> set[str]:
    return {question.name for question in questions}


def _hold_shape(finding: Finding) -> None:
    for node in finding.walk():
        assert node.authority, node.statement
        assert not node.statement.endswith("."), node.statement
        if not node.because:
            assert node.kind in {Kind.FACT, Kind.DERIVED, Kind.TEXT}
            assert (node.about is None) == (node.kind is Kind.TEXT)
