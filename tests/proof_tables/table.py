"""How a table that was written from the text alone is held against the rule that computes it.

A table names the facts on which the text lets an answer turn, and says in plain Python what the text makes of them.
Three things are asserted. The rule agrees wherever every fact is known. Where some are not, it says YES if the text
does so however they turn out, NO if it never does, and UNKNOWN otherwise. And no other fact of the same collections,
on which the text is silent, changes anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from inspect import signature
from itertools import chain, islice, product
from types import SimpleNamespace
from typing import Any, TypeVar

from attrs import Factory, field, frozen

from tests.effort import is_short
from tests.truthtables import Completed, State, can_be
from uncc.kernel.facts import Fact, Facts
from uncc.kernel.findings import Finding, Truth

F = TypeVar("F", bound=Facts)
Values = Mapping[str, Fact]
Known = Mapping[str, bool]
World = SimpleNamespace
Law = Callable[[World], bool]

WIDE = 7
"""Up to so many facts every three-valued state is tried; above, every two-valued one, and a tenth with an unknown."""
WIDE_IN_SHORT = 5
"""The same in the short run."""

SHOWN = 3
"""So many differences are told of one table."""


@frozen
class Table:
    """What the text makes of some facts, and the rule that is to make the same of them.

    `beside` are facts of which the text is silent, and `fixed` what the other facts are.
    """

    source: str
    rule: Callable[[Values], Finding] = field(repr=False)
    facts: tuple[str, ...]
    law: Law = field(repr=False)
    beside: tuple[str, ...] = ()
    fixed: Values = Factory(dict[str, Fact])

    def answer(self, values: Values) -> Truth:
        """Return what the rule says."""
        return self.rule({**self.fixed, **values}).truth


def of(model: type[F], values: Values, **others: Any) -> F:
    """Return the collection with its share of the values."""
    return model(**{name: values[name] for name in model.questions() if name in values}, **others)


def names(*models: type[Facts]) -> tuple[str, ...]:
    """Return the names of all facts of some collections."""
    return tuple(name for model in models for name in model.questions())


def table(
    source: str,
    rule: Callable[[Values], Finding],
    facts: Iterable[str],
    law: Law,
    models: Iterable[type[Facts]] = (),
    /,
    **fixed: Fact,
) -> Table:
    """Return a table over facts of several collections; on their other facts the text is silent."""
    named = tuple(facts)
    beside = tuple(name for name in names(*models) if name not in named and name not in fixed)
    return Table(source, rule, named, law, beside, fixed)


def one(
    source: str,
    rule: Callable[[Any], Finding],
    model: type[Facts],
    facts: Iterable[str],
    law: Law,
    /,
    **fixed: Fact,
) -> Table:
    """Return a table over facts of one collection, which is all that the rule asks for."""
    return table(source, partial(_asked, rule, model), facts, law, [model], **fixed)


def every(source: str, rule: Callable[[Any], Finding], model: type[Facts], *facts: str) -> Table:
    """Return the table of a rule for which all of some facts are needed, and nothing else."""
    return one(source, rule, model, facts, lambda w: all(getattr(w, name) for name in facts))


def some(source: str, rule: Callable[[Any], Finding], model: type[Facts], *facts: str) -> Table:
    """Return the table of a rule for which any of some facts is enough."""
    return one(source, rule, model, facts, lambda w: any(getattr(w, name) for name in facts))


def by_name(rule: Callable[..., Finding]) -> Callable[[Any], Finding]:
    """Return a rule that is told its collection by name as one that simply takes it."""
    (name, *_) = signature(rule).parameters
    return lambda collection: rule(**{name: collection})


def _asked(rule: Callable[[Any], Finding], model: type[Facts], values: Values) -> Finding:
    return rule(of(model, values))


def differences(tab: Table) -> list[str]:
    """Return the first states in which rule and text differ, and the first facts on which only one of them turns."""
    text = Completed(lambda world: tab.law(World(**world)), tab.facts)
    completed = Completed(text.predicate, tab.facts, can_be(tab.answer))
    return [*islice(chain(_unturned(text), _disagreements(tab, completed), _intruders(tab, completed)), SHOWN)]


def _known(count: int) -> list[State]:
    return list(product((True, False), repeat=count))


def _states(count: int) -> Iterator[State]:
    if count <= (WIDE_IN_SHORT if is_short() else WIDE):
        yield from product((True, False, None), repeat=count)
        return
    known = _known(count)
    yield from known
    yield from ((*state[: n % count], None, *state[n % count + 1 :]) for n, state in enumerate(known[::10]))


def _unturned(completed: Completed) -> Iterator[str]:
    """Yield each fact that the table names although its law, as it is worded, never turns on it."""
    for place, name in enumerate(completed.names):
        known = _known(len(completed.names))
        if all(completed((*state[:place], None, *state[place + 1 :])) is not Truth.UNKNOWN for state in known):
            yield f"the law of the table never turns on {name}"


def _disagreements(tab: Table, completed: Completed) -> Iterator[str]:
    for state in _states(len(tab.facts)):
        values = dict(zip(tab.facts, state, strict=True))
        expected = completed(state)
        if expected is None:
            continue
        actual = tab.answer(values)
        if actual is not expected:
            yield f"{values}: the text says {expected.name}, the rule {actual.name}"


def _intruders(tab: Table, completed: Completed) -> Iterator[str]:
    """Yield each fact on which the text is silent, but which changes an answer in one of some dozens of states."""
    known = _known(len(tab.facts))
    for state in known[:: max(1, len(known) // 32)]:
        values = dict(zip(tab.facts, state, strict=True))
        for name, value in product(tab.beside, (True, False)):
            beside = {**values, name: value}
            if can_be(tab.answer)(beside) and tab.answer(beside) is not completed(state):
                yield f"{values}: {name}={value} changes the answer, and the text is silent on it"
