"""What is settled over all worlds, on trees drawn by lot: each against the worlds counted one by one."""

from __future__ import annotations

from math import inf
from typing import cast

import pytest

from tests.formulas import READINGS
from tests.kernel.trees import AUTHORITY, Tree, asked, day_at, open_day, open_fact, open_number, told, value
from uncc.kernel import worlds
from uncc.kernel.findings import NO, UNKNOWN, YES, Finding, Node, Truth, all_of, any_of, exactly
from uncc.kernel.quantities import (
    NEVER,
    Quantity,
    at_least,
    before,
    by_reading,
    days_after,
    exactly_between,
    how_many,
    later_of,
    months_after,
    not_after,
    nth_of,
    where,
)
from uncc.readings import Readings

ROUND = 20
"""How many trees one test draws."""
SHORT, LONG = range(25), range(25, 5000)
ROUNDS = [*SHORT, pytest.param(LONG, marks=pytest.mark.long)]


def trees(rounds: int | range) -> list[str]:
    """Return the seeds of the trees of some rounds."""
    numbers = [rounds] if isinstance(rounds, int) else rounds
    return [f"{number}-{place}" for number in numbers for place in range(ROUND)]


def settled(node: Node) -> Node:
    """Return a node settled over all worlds."""
    return exactly(node) if isinstance(node, Finding) else exactly_between(cast("Quantity", node))


def ends(node: Node) -> tuple[object, object]:
    """Return what a node is known to be: false and true at once where it is not known."""
    if isinstance(node, Finding):
        return not node.is_unknown and node.is_yes, node.is_unknown or node.is_yes
    quantity = cast("Quantity", node)
    return quantity.least, quantity.most


def holds(node: Node, found: list[object], *, is_only_sound: bool) -> None:
    """A node says what it is in all worlds: no less, and no more than it can be."""
    least, most = ends(node)
    assert least <= min(found)  # type: ignore[type-var,operator]
    assert most >= max(found)  # type: ignore[type-var,operator]
    if not is_only_sound:
        assert (least, most) == (min(found), max(found))  # type: ignore[type-var]


@pytest.mark.parametrize("rounds", ROUNDS)
def test_what_is_settled_is_what_all_worlds_agree_on(rounds: int | range) -> None:
    """The answer, or the ends, over all worlds; the open questions are those that make a difference in one; less said."""
    for seed in trees(rounds):
        tree = Tree(seed)
        node = settled(tree.node)
        found = list(map(object.__call__, [])) or tree.values()
        holds(node, list(found), is_only_sound=tree.is_only_sound)
        holds(tree.node, list(found), is_only_sound=True)
        asked_for = set(node.open_questions)
        assert asked_for >= tree.pivotal, seed
        assert tree.is_only_sound or asked_for == tree.pivotal, seed
