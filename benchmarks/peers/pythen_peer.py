"""The rule as a rule base of PYTHEN. Its explanation is a text that lists the steps."""

from __future__ import annotations

import logging

from pythen import RuleTreeEvaluator

from benchmarks.rule import FACTS

RULES = [
    {
        "p": "may_refuse",
        "op": "ANY",
        "conditions": ["want_of_dual_criminality", "essential_interests", "domestic_prohibition", "discrimination"],
        "exceptions": [],
    },
    {
        "p": "want_of_dual_criminality",
        "op": "ALL",
        "conditions": ["requires_dual_criminality", "reserved", "doubts_dual_criminality"],
        "exceptions": ["convention_offence"],
    },
    {
        "p": "discrimination",
        "op": "ANY",
        "conditions": ["discriminatory_purpose", "discriminatory_prejudice"],
        "exceptions": [],
    },
]
logging.disable(logging.INFO)
EVALUATOR = RuleTreeEvaluator(RULES)


def case(values: tuple[bool, ...]) -> list[str]:
    """Return a case in the form that the system takes: the facts that are true."""
    return [name for name, value in zip(FACTS, values, strict=True) if value]


def answer(facts: list[str]) -> bool:
    """Return the answer alone."""
    return bool(EVALUATOR.evaluate(facts, "may_refuse"))


def explained(facts: list[str]) -> str:
    """Return the answer with its explanation, which is a text."""
    return str(EVALUATOR.explain(facts, "may_refuse"))
