"""The rule as a policy of Rego, compiled once, on Microsoft's interpreter in C++. It gives the answer and no reason."""

from __future__ import annotations

from regopy import Interpreter

from benchmarks.rule import FACTS

POLICY = """
package preservation

default may_refuse := false

may_refuse if want_of_dual_criminality
may_refuse if input.essential_interests
may_refuse if input.domestic_prohibition
may_refuse if discrimination

want_of_dual_criminality if {
    input.requires_dual_criminality
    input.reserved
    not input.convention_offence
    input.doubts_dual_criminality
}

discrimination if input.discriminatory_purpose
discrimination if input.discriminatory_prejudice
"""
ASKED = "preservation/may_refuse"
INTERPRETER = Interpreter()
INTERPRETER.add_module("preservation", POLICY)
BUNDLE = INTERPRETER.build(None, [ASKED])


def case(values: tuple[bool, ...]) -> dict[str, bool]:
    """Return a case in the form that the system takes."""
    return dict(zip(FACTS, values, strict=True))


def answer(facts: dict[str, bool]) -> bool:
    """Return the answer alone."""
    INTERPRETER.set_input(facts)
    found = INTERPRETER.query_bundle_entrypoint(BUNDLE, ASKED)
    return bool(found.results[0].expressions[0])
