"""Truth tables that are written independently of the rules they judge.

The expected value is a two-valued predicate. It is extended to unknown facts by trying every way in which the unknown
facts could turn out: yes if all of them satisfy the predicate, no if none does, and otherwise unknown.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import product

from uncc.kernel.findings import Finding, Truth

Assignment = Mapping[str, bool | None]
World = Mapping[str, bool]


def assignments(*names: str) -> Iterator[dict[str, bool | None]]:
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
    answers = {predicate(world) for world in completions(assignment)}
    if answers == {True}:
        return Truth.YES
    if answers == {False}:
        return Truth.NO
    return Truth.UNKNOWN


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
    found: list[str] = []
    for assignment in considered:
        expected, actual = by_completion(predicate, assignment), rule(assignment).truth
        if actual is not expected:
            found.append(f"{dict(assignment)}: expected {expected.name}, found {actual.name}")
    return found
