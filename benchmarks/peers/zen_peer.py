"""The rule as a decision graph of the ZEN engine, in Rust. Its explanation is the trace of the nodes."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any, cast

import zen

from benchmarks.rule import FACTS


def _expressions(name: str, **expressions: str) -> dict[str, Any]:
    listed = [{"id": f"{name}-{key}", "key": key, "value": value} for key, value in expressions.items()]
    return {
        "id": name,
        "name": name,
        "type": "expressionNode",
        "content": {"expressions": listed, "passThrough": True},
    }


NODES = [
    {"id": "facts", "name": "facts", "type": "inputNode"},
    _expressions(
        "dual-criminality",
        want_of_dual_criminality="requires_dual_criminality and reserved and not convention_offence"
        " and doubts_dual_criminality",
    ),
    _expressions("discrimination", discrimination="discriminatory_purpose or discriminatory_prejudice"),
    _expressions(
        "refusal",
        may_refuse="want_of_dual_criminality or essential_interests or domestic_prohibition or discrimination",
    ),
    {"id": "answer", "name": "answer", "type": "outputNode"},
]
EDGES = [
    {"id": f"edge-{number}", "type": "edge", "sourceId": source["id"], "targetId": target["id"]}
    for number, (source, target) in enumerate(pairwise(NODES))
]
DECISION = zen.ZenEngine().create_decision(json.dumps({"nodes": NODES, "edges": EDGES}))


def case(values: tuple[bool, ...]) -> dict[str, bool]:
    """Return a case in the form that the system takes."""
    return dict(zip(FACTS, values, strict=True))


def answer(facts: dict[str, bool]) -> bool:
    """Return the answer alone."""
    return bool(DECISION.evaluate(facts)["result"]["may_refuse"])


def explained(facts: dict[str, bool]) -> dict[str, Any]:
    """Return the answer with its trace."""
    return cast("dict[str, Any]", DECISION.evaluate(facts, {"trace": True}))
