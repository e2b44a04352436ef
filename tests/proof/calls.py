"""Calls of a rule: its arguments made anew for every state, with the facts in them told apart by their paths."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cached_property
from itertools import zip_longest
from random import Random
from typing import Any

from tests.effort import share
from tests.proof.domains import filled, slots_in, values
from tests.proof.paths import Assignment, Bound, closed
from tests.proof.rules import Rule
from tests.proof.source import Source
from tests.proof.values import fields_of, is_model, is_tuple
from tests.proof.watch import Watch
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact, Facts, Question
from uncc.kernel.findings import Finding
from uncc.kernel.roles import Role
from uncc.kernel.tied import following

MOST_CALLS = 40
"""How many settings of the arguments other than facts are taken for a rule in the full run."""


class ArgumentsCall:
    """A rule with arguments in which every fact is unknown until it is answered."""

    def __init__(self, rule: Rule, arguments: Mapping[str, Any]) -> None:
        self.rule = rule
        self.arguments = arguments
        self._refused: set[str] = set()
        self._paths: dict[int, tuple[Facts, str]] = {}

    def refuse(self, slot: str) -> None:
        """Leave a fact unknown, since the other arguments do not allow every value of it."""
        self._refused.add(slot)

    def made(self, known: Assignment) -> dict[str, Any]:
        """Return the arguments anew, with these facts answered."""
        return {name: filled(value, name, known) for name, value in self.arguments.items()}

    def run(self, known: Assignment, watch: Watch | None = None) -> Any:
        """Return what the rule says."""
        made = self.made(known)
        if watch is not None:
            self._paths = {
                id(facts): (facts, path) for name, value in made.items() for facts, path in collections_in(value, name)
            }
            watch.looked_at.clear()
        return self.rule.function(**made)

    def actual(self, known: Assignment) -> dict[str, Fact]:
        """Return the facts as they stand in the arguments: some models take a fact from what is said of another."""
        made = self.made(known)
        values = {
            f"{path}.{one}": getattr(facts, one)
            for name, value in made.items()
            for facts, path in collections_in(value, name)
            for one in type(facts).questions()
        }
        return closed({slot: values[slot] for slot in self.slots}, self.ties)

    def shown(self, known: Assignment) -> tuple[str, set[str]]:
        """Return the call as Python, with the imports that it needs."""
        source = Source()
        return source.call(self.rule.function, self.made(known)), source.imports

    def slot_of(self, facts: Facts, name: str) -> str | None:
        """Return the path of a fact."""
        _, path = self._paths.get(id(facts), (None, None))
        slot = f"{path}.{name}"
        return None if path is None or slot in self._refused or slot not in self.slots else slot

    @property
    def slots(self) -> frozenset[str]:
        """The paths of all facts in the arguments that are not settled by the others."""
        return self._slots

    @cached_property
    def _slots(self) -> frozenset[str]:
        return frozenset(path for name, value in self.made({}).items() for _, _, path in slots_in(value, name))

    @property
    def ties(self) -> tuple[Bound, ...]:
        """What holds between its slots."""
        return self._bound

    @cached_property
    def _bound(self) -> tuple[Bound, ...]:
        """What follows among the facts."""
        held: dict[tuple[str, str], list[str]] = {}
        for name, value in self.made({}).items():
            for facts, one, path in slots_in(value, name):
                held.setdefault((type(facts).questions()[one].name, path.rpartition(".")[0]), []).append(path)
        return tuple(_ties(held))

    def answers_as(self, question: Question) -> tuple[str, ...]:
        """Return nothing: every fact is one of a collection here."""
        return ()


def _ties(held: Mapping[tuple[str, str], list[str]]) -> Iterator[Bound]:
    """Yield what follows between facts of one collection, or between two collections of which there is one each."""
    alone = {name: [path for (other, _), paths in held.items() if other == name for path in paths] for name, _ in held}
    for (name, place), [path, *_] in held.items():
        for value in (True, False):
            for question, answer in following(Question(name, "", (), Role.CASE_HOLDER), value=value):
                same = held.get((question.name, place), [])
                others = alone.get(question.name, []) if len(alone[name]) == 1 else []
                for other in same or (others if len(others) == 1 else []):
                    yield path, value, other, answer


def collections_in(value: Any, path: str) -> Iterator[tuple[Facts, str]]:
    """Yield each collection of facts in a value, with its path."""
    if isinstance(value, Facts):
        yield value, path
    if is_tuple(value):
        for number, one in enumerate(value):
            yield from collections_in(one, f"{path}[{number}]")
    elif is_model(value) and not isinstance(value, Finding | Enum):
        for one in fields_of(value):
            yield from collections_in(getattr(value, one.name), f"{path}.{one.name}")


def calls_of(rule: Rule, draw: str = "") -> list[ArgumentsCall]:
    """Return calls of a rule with a choice of the arguments other than facts: the plainest, the fullest, and between.

    Values are taken beside the plainest and the fullest others, those of enumerations first, and beside any others.
    Another draw takes other ones of the last.
    """
    domains = {name: values(kind) for name, kind in rule.parameters.items()}
    kept: list[tuple[Any, ...]] = []
    for chosen in _chosen(list(domains.values()), Random(rule.name + draw)):
        if chosen not in kept and _is_possible(rule, dict(zip(domains, chosen, strict=True))):
            kept.append(chosen)
        if len(kept) >= share(MOST_CALLS):
            break
    return [ArgumentsCall(rule, dict(zip(domains, chosen, strict=True))) for chosen in kept]


def _is_possible(rule: Rule, arguments: Mapping[str, Any]) -> bool:
    try:
        ArgumentsCall(rule, arguments).run({})
    except InvalidValue:
        return False
    return True


def _chosen(domains: list[tuple[Any, ...]], random: Random) -> Iterator[tuple[Any, ...]]:
    """Yield choices in turn: the fullest but for one argument, the plainest but for one, and any."""
    plain, full = tuple(domain[0] for domain in domains), tuple(domain[-1] for domain in domains)
    yield plain
    yield full
    some = (tuple(random.choice(domain) for domain in domains) for _ in range(2 * MOST_CALLS))
    for choices in zip_longest(_varied(full, domains), _varied(plain, domains), some, some):
        yield from (choice for choice in choices if choice is not None)


def _varied(base: tuple[Any, ...], domains: list[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Yield the choices that differ from one of them in one argument, enumerations first."""
    for place in sorted(range(len(domains)), key=lambda place: not isinstance(domains[place][0], Enum)):
        yield from ((*base[:place], value, *base[place + 1 :]) for value in domains[place])
