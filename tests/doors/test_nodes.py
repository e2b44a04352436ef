"""Findings and quantities in JSON: what is written is read as it was, and what no rule could have made is refused."""

from __future__ import annotations

import json
from fractions import Fraction
from math import inf
from typing import Any, cast

import pytest
from attrs import evolve

from tests.doors.test_schema import valid
from tests.kernel.test_worlds import settled
from tests.kernel.trees import AUTHORITY, Tree, day_at, open_day, open_fact, open_number
from uncc.doors.serial import from_json, to_json
from uncc.kernel.errors import DocumentError
from uncc.kernel.findings import Finding, Kind, Node, by_text
from uncc.kernel.quantities import (
    LAST,
    NEVER,
    NO_DAY,
    Amount,
    Day,
    Number,
    Quantity,
    days_after,
    fixed_amount,
    fixed_number,
    how_many,
    later_of,
    not_after,
    nth_of,
    sum_of,
    where,
)


def document(node: Node) -> dict[str, Any]:
    """Return a node as it is written."""
    found: dict[str, Any] = json.loads(to_json(node))
    return found


@pytest.mark.long
@pytest.mark.parametrize("seed", range(200))
def test_what_is_written_is_read_as_it_was(seed: int) -> None:
    """A tree, settled over all worlds, or with only what decides it, is read as it was written."""
    tree = Tree(f"json {seed}")
    cut_short: Node = evolve(cast("Any", tree.node), cut_short=True)
    nodes: list[Node] = [tree.node, settled(tree.node), tree.node.decisive(), cut_short]
    for node in nodes:
        assert from_json(to_json(node), type(node)) == node


@pytest.mark.parametrize("seed", range(20))
def test_what_is_written_is_valid(seed: int) -> None:
    """What is written is valid by the schema of its class."""
    tree = Tree(f"schema {seed}")
    valid(type(tree.node)).validate(document(tree.node))


ENDS: list[tuple[Quantity, object, object]] = [
    (day_at(0), "2027-01-19", "2027-01-19"),
    (NEVER, "never", "never"),
    (NO_DAY, "none", "none"),
    (Day(1, LAST, "d", (), Kind.TEXT), None, None),
    (fixed_number(3, "n"), 3, 3),
    (Number(2, inf, "n", (), Kind.TEXT), 2, None),
    (fixed_amount(Fraction(1, 3), "EUR", "a"), "1/3", "1/3"),
    (Amount(-inf, Fraction(5), "a", (), Kind.TEXT, currency="EUR"), None, "5"),
]


@pytest.mark.parametrize(("node", "least", "most"), ENDS)
def test_ends_as_they_are_written(node: Quantity, least: object, most: object) -> None:
    """By hand: a day as a day, a number as a number, an amount as a fraction in text; an open end as null."""
    written = document(node)
    assert (written["least"], written["most"]) == (least, most)
    assert from_json(json.dumps(written), type(node)) == node


DAY, NUMBER = open_day("day", 0, 5), open_number("number", 1, 3)
SUM = days_after("sum", AUTHORITY, DAY, 2)
MISSHAPEN: list[tuple[Node, dict[str, Any], str]] = [
    (DAY, {"quantity": "week"}, "one of: day"),
    (DAY, {"quantity": "number"}, "one of: day"),
    (DAY, {"least": "soon"}, "an end of a day"),
    (DAY, {"least": 5}, "an end of a day"),
    (NUMBER, {"least": "5"}, "an end of a number"),
    (NUMBER, {"least": True}, "an end of a number"),
    (fixed_amount(1, "EUR", "a"), {"least": 1}, "an end of a amount"),
    (DAY, {"least": "2027-05-03"}, "its least is more than its most"),
    (DAY, {"about": None}, "a kind that goes with the limbs"),
    (DAY, {"kind": "sum"}, "a kind that goes with the limbs"),
    (DAY, {"kind": "all"}, "a kind that goes with the limbs"),
    (SUM, {"most": "2027-01-24"}, "what its limbs give"),
    (SUM, {"least": "2027-01-01"}, "what its limbs give"),
    (SUM, {"exact": True, "most": "2027-02-20"}, "what its limbs give"),
    (SUM, {"kind": "nth"}, "a kind that goes with the limbs"),
    (SUM, {"because": []}, "a kind that goes with the limbs"),
    (where(open_fact("f"), DAY, DAY), {"kind": "count"}, "a kind that goes with the limbs"),
    (nth_of("n", AUTHORITY, 1, DAY), {"kind": "share"}, "a kind that goes with the limbs"),
    (later_of("l", AUTHORITY, DAY, DAY), {"kind": "months"}, "a kind that goes with the limbs"),
    (how_many("h", AUTHORITY, open_fact("f")), {"kind": "sum"}, "a kind that goes with the limbs"),
    (sum_of("s", AUTHORITY, NUMBER, NUMBER), {"kind": "where"}, "a kind that goes with the limbs"),
    (not_after("n", AUTHORITY, DAY, day_at(3)), {"truth": "yes"}, "unknown"),
    (not_after("n", AUTHORITY, DAY, day_at(3)), {"kind": "all"}, "a kind that goes with the limbs"),
    (by_text(True, "t", AUTHORITY), {"kind": "where"}, "a kind that goes with the limbs"),
    (by_text(True, "t", AUTHORITY), {"quantity": "day"}, "none, since it is a finding"),
]


@pytest.mark.parametrize(("node", "changes", "message"), MISSHAPEN)
def test_what_no_rule_could_have_made_is_refused(node: Node, changes: dict[str, Any], message: str) -> None:
    """Another sort, ends out of order or not given by the limbs, a kind with other limbs: the message says which."""
    written = {**document(node), **changes}
    if message == "unknown":  # it may be settled over all completions
        assert from_json(json.dumps(written), type(node)).is_yes
        return
    with pytest.raises(DocumentError) as caught:
        from_json(json.dumps(written), type(node))
    assert message in str(caught.value)


def test_a_node_below_may_be_of_any_sort() -> None:
    """A choice has a finding and two days below; each is read as what it is."""
    node = where(open_fact("f"), DAY, later_of("l", AUTHORITY, SUM, DAY))
    read = from_json(to_json(node), Day)
    assert [type(limb) for limb in read.because] == [Finding, Day, Day]
    assert read == node
