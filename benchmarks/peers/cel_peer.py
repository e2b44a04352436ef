"""The rule as one CEL expression, compiled once, on the interpreter in Rust. It gives the answer and no reason."""

from __future__ import annotations

import cel

from benchmarks.rule import FACTS

EXPRESSION = """
(requires_dual_criminality && reserved && !convention_offence && doubts_dual_criminality)
|| essential_interests || domestic_prohibition || discriminatory_purpose || discriminatory_prejudice
"""
PROGRAM = cel.compile(EXPRESSION)


def case(values: tuple[bool, ...]) -> dict[str, bool]:
    """Return a case in the form that the system takes."""
    return dict(zip(FACTS, values, strict=True))


def answer(facts: dict[str, bool]) -> bool:
    """Return the answer alone."""
    return bool(PROGRAM.execute(facts))
