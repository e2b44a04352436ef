"""The universal properties of a rule, held over every three-valued state of its facts.

`hold_universal_properties` draws the states on planes, as `tests/proof` does for all public rules;
`hold_one_by_one` calls the rule in every one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import Any

from tests.proof.formulas import QuantityError
from tests.proof.paths import Assignment, Bound, closed, is_closed
from tests.proof.proofs import Kinds, fault_of_shape, prove
from tests.proof.values import names_of
from tests.proof.watch import Watch, modules
from uncc.kernel.facts import Fact, Facts, Question
from uncc.kernel.findings import Finding, Truth
from uncc.kernel.roles import Role
from uncc.kernel.tied import following

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

    A fact is named as its question is. `tests.proof` says how it is done. A rule that compares days or numbers is
    called in every state instead.
    """
    try:
        prove([NamedCall(rule, facts)], Kinds(complete=True), samples=30)
    except QuantityError:
        return hold_one_by_one(rule, facts)
    return int(len(VALUES) ** len(facts))


def ties_between(names: Collection[str]) -> tuple[Bound, ...]:
    """Return what follows among facts by name."""
    return tuple(
        (name, value, question.name, held)
        for name in sorted(names)
        for value in (True, False)
        for question, held in following(Question(name, "", (), Role.CASE_HOLDER), value=value)
        if question.name in names
    )


class NamedCall:
    """A rule of facts by name, which makes of them whatever collections it likes."""

    def __init__(self, rule: Rule, facts: Sequence[str]) -> None:
        self._rule = rule
        self.slots = self._facts = frozenset(facts)
        self.ties = ties_between(self._facts)
        """What follows among the facts."""
        self._refused: set[str] = set()
        self._known: dict[str, Fact] = {}

    def run(self, known: Assignment, watch: Watch | None = None) -> Finding:
        """Return what the rule says."""
        self._known = self.actual(known)
        return self._rule(_Watched(self._known, watch))

    def actual(self, known: Assignment) -> dict[str, Fact]:
        """Return all facts, those that are not known as well."""
        return closed({name: known.get(name) for name in sorted(self._facts)}, self.ties)

    def slot_of(self, facts: Facts, name: str) -> str | None:
        """Return the name of a fact, where it has the value that this call gives it; another thing may have one too."""
        declared = names_of(facts)[name]
        if declared not in self._facts or declared in self._refused:
            return None
        return declared if object.__getattribute__(facts, name) is self._known[declared] else None

    def answers_as(self, question: Question) -> tuple[str, ...]:
        """Return the name of what stands for a circumstance, which is its statement."""
        return (question.name,) if question.name in self._facts and question.name not in _declared() else ()

    def refuse(self, slot: str) -> None:
        """Leave a fact unknown."""
        self._refused.add(slot)

    def shown(self, known: Assignment) -> tuple[str, set[str]]:
        """Return the call in words: the rule is one of the test's own."""
        return f"rule({self.actual(known)!r})", set()


class _Watched(Mapping[str, Fact]):
    """Facts by name; a name that no collection declares is looked at where it is read."""

    def __init__(self, values: Mapping[str, Fact], watch: Watch | None) -> None:
        self._values = values
        self._watch = watch

    def __getitem__(self, name: str) -> Fact:
        if self._watch is not None and name in self._values and name not in _declared():
            self._watch.looked_at.setdefault(name)
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


@cache
def _declared() -> frozenset[str]:
    modules()
    return frozenset(question.name for model in _below(Facts) for question in model.questions().values())


def _below(model: type[Any]) -> Iterator[type[Any]]:
    for one in model.__subclasses__():
        yield one
        yield from _below(one)


def hold_one_by_one(rule: Rule, facts: Sequence[str]) -> int:
    """Assert the same by calling the rule in every state: slow, and sharing nothing with the planes."""
    ties = ties_between(facts)
    states = (dict(zip(facts, state, strict=True)) for state in product(VALUES, repeat=len(facts)))
    findings = {tuple(state.values()): rule(state) for state in states if is_closed(state, ties)}
    truths = {state: finding.truth for state, finding in findings.items()}
    for state, finding in findings.items():
        assert truths[state] is _exact(truths, state), f"{dict(zip(facts, state, strict=True))}\n{finding}"
        assert _names(finding.open_questions) == _pivotal(truths, state, facts), f"{state}\n{finding}"
        assert finding == rule(dict(zip(facts, state, strict=True)))
        assert fault_of_shape(finding) is None, finding
    return len(findings)


def _exact(truths: Mapping[State, Truth], state: State) -> Truth:
    """Return what every completion of the state that can be agrees on."""
    if None not in state:
        assert truths[state] is not Truth.UNKNOWN, f"doubt where every fact is known: {state}"
        return truths[state]
    choices = ((False, True) if value is None else (value,) for value in state)
    ends = {truths[full] for full in product(*choices) if full in truths}
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
            both = [truths[one] for one in (tuple(full), tuple(other)) if one in truths]
            if len(both) == 2 and both[0] is not both[1]:
                pivotal.add(facts[place])
    return pivotal


def _names(questions: Sequence[Question]) -> set[str]:
    return {question.name for question in questions}
