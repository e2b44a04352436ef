"""Truth tables that are written independently of the rules they judge.

The expected value is a two-valued predicate. It is extended to unknown facts by every way in which they could turn out:
yes if all of them satisfy the predicate, no if none does, and otherwise unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import product

from attrs import Factory, field, frozen

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
    _known: dict[State, Truth] = field(default=Factory(dict[State, Truth]), init=False)

    def __call__(self, state: State) -> Truth:
        """Return what all completions of a state agree on, by its first unknown fact; each state is asked once."""
        if state not in self._known:
            self._known[state] = self._asked(state)
        return self._known[state]

    def _asked(self, state: State) -> Truth:
        if None not in state:
            return Truth.of(
                self.predicate({name: value is True for name, value in zip(self.names, state, strict=True)})
            )
        place = state.index(None)
        yes, no = (self((*state[:place], value, *state[place + 1 :])) for value in (True, False))
        return yes if yes is no else Truth.UNKNOWN


def assignments(*names: str) -> Iterator[dict[str, Fact]]:
    """Every three-valued assignment of the named facts."""
    for values in product((True, False, None), repeat=len(names)):
        yield dict(zip(names, values, strict=True))


def completions(assignment: Assignment) -> Iterator[dict[str, bool]]:
    """Every way in which the unknown facts of an assignment could turn out."""
    choices = [(True, False) if value is None else (value,) for value in assignment.values()]
    for values in product(*choices):
        yield dict(zip(assignment, values, strict=True))


def by_completion(predicate: Callable[[World], bool], assignment: Assignment) -> Truth:
    """What the predicate says of an assignment, some facts of which may be unknown."""
    return Completed(predicate, tuple(assignment))(tuple(assignment.values()))


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
    completed = Completed(predicate, names)
    found: list[str] = []
    for assignment in considered:
        expected, actual = completed(tuple(assignment.values())), rule(assignment).truth
        if actual is not expected:
            found.append(f"{dict(assignment)}: expected {expected.name}, found {actual.name}")
    return found
