"""Truth tables that are written independently of the rules they judge.

The expected value is a two-valued predicate. It is extended to unknown facts by every way in which they could turn out:
yes if all of them satisfy the predicate, no if none does, and otherwise unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import Any

from attrs import Factory, field, frozen

from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact
from uncc.kernel.findings import Finding, Truth

Assignment = Mapping[str, Fact]
World = Mapping[str, bool]
State = tuple[Fact, ...]
"""The values of some facts, in their order."""


@frozen
class Completed:
    """A predicate of some facts, extended to states in which some of them are unknown."""

    predicate: Callable[[World], bool]
    names: tuple[str, ...]
    possible: Callable[[World], bool] = lambda _: True
    _known: dict[State, Truth | None] = field(default=Factory(dict[State, "Truth | None"]), init=False)

    def __call__(self, state: State) -> Truth | None:
        """Return what all completions of a state that can be agree on, by its first unknown fact; `None`: none can be.

        Each state is asked once.
        """
        if state not in self._known:
            self._known[state] = self._asked(state)
        return self._known[state]

    def _asked(self, state: State) -> Truth | None:
        if None not in state:
            world = {name: value is True for name, value in zip(self.names, state, strict=True)}
            return Truth.of(self.predicate(world)) if self.possible(world) else None
        place = state.index(None)
        yes, no = (self((*state[:place], value, *state[place + 1 :])) for value in (True, False))
        return yes if yes is no or no is None else no if yes is None else Truth.UNKNOWN


def can_be(rule: Callable[[Assignment], Any]) -> Callable[[Assignment], bool]:
    """Return what tells whether the facts that a rule is asked with can be so together."""

    def possible(assignment: Assignment) -> bool:
        try:
            rule(assignment)
        except InvalidValue as refused:
            if " or null (not known), as " in refused.expected:
                return False
            raise
        return True

    return possible


def assignments(*names: str) -> Iterator[dict[str, Fact]]:
    """Every three-valued assignment of the named facts."""
    for values in product((True, False, None), repeat=len(names)):
        yield dict(zip(names, values, strict=True))


def completions(assignment: Assignment) -> Iterator[dict[str, bool]]:
    """Every way in which the unknown facts of an assignment could turn out."""
    choices = [(True, False) if value is None else (value,) for value in assignment.values()]
    for values in product(*choices):
        yield dict(zip(assignment, values, strict=True))


def by_completion(
    predicate: Callable[[World], bool], assignment: Assignment, possible: Callable[[World], bool] = lambda _: True
) -> Truth:
    """What the predicate says of an assignment, some facts of which may be unknown."""
    found = Completed(predicate, tuple(assignment), possible)(tuple(assignment.values()))
    assert found is not None
    return found


def disagreements(
    rule: Callable[[Assignment], Finding],
    predicate: Callable[[World], bool],
    *names: str,
    where: Callable[[Assignment], bool] = lambda _: True,
) -> list[str]:
    """The assignments, among those considered, on which the rule and the predicate differ."""
    considered = [assignment for assignment in assignments(*names) if where(assignment)]
    if not considered:
        raise ValueError("the truth table is empty")
    completed = Completed(predicate, names, can_be(rule))
    found: list[str] = []
    for assignment in considered:
        expected = completed(tuple(assignment.values()))
        if expected is None:
            continue
        actual = rule(assignment).truth
        if actual is not expected:
            found.append(f"{dict(assignment)}: expected {expected.name}, found {actual.name}")
    return found
