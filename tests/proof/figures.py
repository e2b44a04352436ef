"""Every public rule proved, and how much that was."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from attrs import frozen

from tests.effort import share
from tests.proof.calls import calls_of
from tests.proof.exceptions import BY_WALKS, KNOWN_FAULTS
from tests.proof.paths import TooManyPathsError
from tests.proof.proofs import CounterexampleError, Kinds, Proof, prove
from tests.proof.rules import Rule, rules

SAMPLES = 40
"""In how many states a rule itself is called in the full run, and held against the planes."""


@cache
def proved(name: str, draw: str = "") -> Proof:
    """Prove a public rule, in every setting that is taken of its other arguments; another draw takes other settings."""
    rule = rules()[name]
    return prove(
        calls_of(rule, draw), Kinds(left_out_is_no=gives_duties(rule)), seed=name + draw, samples=share(SAMPLES)
    )


def gives_duties(rule: Rule) -> bool:
    """Whether a rule gives duties: one that is left out does not arise."""
    return "Duty" in str(rule.function.__annotations__["return"])


def to_prove() -> list[str]:
    """Return the names of all rules that are proved."""
    return [name for name in rules() if name not in BY_WALKS and name not in KNOWN_FAULTS]


@frozen
class Figures:
    """What is proved in all: the rules, their settings and states, and the most variables drawn at once."""

    rules: int
    settings: int
    states: int
    largest: int
    at_fault: tuple[str, ...]
    by_walks: int

    def lines(self) -> Iterator[str]:
        """Yield the figures in words."""
        yield f"{self.rules} rules proved on planes, {self.by_walks} by walks; {len(self.at_fault)} at fault"
        yield from (f"- {name}" for name in self.at_fault)
        yield f"{self.settings:,} settings of the arguments other than facts"
        yield f"{self.states:,} three-valued states"
        yield f"{self.largest} variables, {3**self.largest:,} states, in the largest space drawn"


def figures() -> Figures:
    """Prove every rule, and return how much that was; a rule for which a proof fails is at fault."""
    proofs: list[Proof] = []
    at_fault = [*KNOWN_FAULTS]
    for name in to_prove():
        try:
            proofs.append(proved(name))
        except (CounterexampleError, TooManyPathsError) as error:
            at_fault.append(f"{name}: {type(error).__name__}")
    return Figures(
        len(proofs),
        sum(proof.settings for proof in proofs),
        sum(proof.states for proof in proofs),
        max(proof.largest for proof in proofs),
        tuple(at_fault),
        len(BY_WALKS),
    )
