"""What an answer shows gives the answer: each node by its limbs or in every completion of them, and what decides."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from typing import Any, cast

import pytest
from attrs import evolve

from tests.effort import dice, draw, share
from tests.proof.calls import calls_of
from tests.proof.paths import findings_in
from tests.proof.rules import rules
from uncc.kernel.again import by_limbs, rebuilt
from uncc.kernel.errors import InvalidValue
from uncc.kernel.explanation import IN_EVERY_CASE, lines, subject_of
from uncc.kernel.facts import Question
from uncc.kernel.findings import Finding, Kind, Node, Truth
from uncc.kernel.quantities import FIRST, LAST, Day

STATES = 10
"""In how many states of its facts, beside none known, each setting of a rule is asked in the full run."""


def answers_of(name: str) -> Iterator[Finding]:
    """Yield the answers of a rule in every setting of its other arguments, in some states of its facts."""
    lot = dice(name)
    for call in calls_of(rules()[name], draw()):
        for number in range(1 + share(STATES)):
            known = {slot: lot.choice((None, False, True, True)) for slot in sorted(call.slots)} if number else {}
            try:
                yield from findings_in(call.run(known)).values()
            except InvalidValue:  # facts that exclude each other
                continue


@pytest.mark.parametrize("name", rules())
def test_the_limbs_bear_the_answer(name: str) -> None:
    """The answer of every node follows from its live limbs by its kind, or it is settled over all completions."""
    for answer in answers_of(name):
        for node in answer.walk():
            if isinstance(node, Finding) and by_limbs(node) is not node.truth:
                assert node.exact, str(node)
                assert by_limbs(node) is Truth.UNKNOWN, str(node)
                assert IN_EVERY_CASE in [line.statement for line in lines(node)], str(node)


@pytest.mark.parametrize("name", rules())
def test_what_decides_bears_the_answer(name: str) -> None:
    """Where only what the decisive part shows as known is known, the answer is the same."""
    for answer in answers_of(name):
        if not answer.is_unknown:
            shown = frozenset(_known_leaves(answer.decisive()))
            hidden = cast("Finding", _hiding(answer, shown))
            assert hidden.truth is answer.truth, f"{answer}\n\n{answer.decisive()}\n\n{hidden}"


@pytest.mark.parametrize("name", rules())
def test_limbs_side_by_side_are_told_apart(name: str) -> None:
    """Of two findings that stand side by side each says of whom or of what it is, unless they are one."""
    for call in calls_of(rules()[name]):
        for answer in findings_in(call.run({})).values():
            for node in dict.fromkeys(answer.walk()):
                if node.kind is not Kind.READING:
                    words = [_said(limb) for limb in dict.fromkeys(node.because) if isinstance(limb, Finding)]
                    assert len(set(words)) == len(words), str(node)


def _said(node: Node) -> tuple[str, str]:
    """Return what a node says, and of what; an opposite says so of what its limb is said of."""
    of = node.because[0] if node.kind is Kind.NOT else node
    return subject_of(of), node.statement


def _known_leaves(node: Node) -> Iterator[Node]:
    return (one for one in node.walk() if isinstance(one.about, Question) and not one.because)


def _hiding(node: Node, shown: frozenset[Node]) -> Node:
    """Return the node as it would be if nothing but the leaves shown were known."""
    if isinstance(node.about, Question) and not node.because:
        return node if node in shown else _unknown(node)
    if not node.because:
        return node
    return rebuilt(node, tuple(_hiding(limb, shown) for limb in node.because))


def _unknown(leaf: Node) -> Node:
    if isinstance(leaf, Finding):
        return evolve(leaf, truth=Truth.UNKNOWN)
    least, most = (FIRST, LAST) if isinstance(leaf, Day) else (0, inf)
    return cast("Node", evolve(cast("Any", leaf), least=least, most=most))


def test_a_leaf_is_hidden() -> None:
    """The test can fail: a part that leaves out what the answer rests on does not bear it."""
    from uncc.kernel.findings import all_of, derived
    from uncc.kernel.provisions import art

    yes = all_of("both hold", art(42, 4), *(derived(True, text, art(42, 4)) for text in ("one", "other")))
    assert _hiding(yes, frozenset(_known_leaves(yes))).truth is Truth.YES
    assert _hiding(yes, frozenset({yes.because[0]})).truth is Truth.UNKNOWN
