"""What a rule's formula decides is what the rule returns, whatever the facts."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from tests.effort import share
from tests.proof.calls import ArgumentsCall, calls_of
from tests.proof.paths import closed, findings_in, is_closed
from tests.proof.rules import rules
from uncc.kernel.completions import everything_in, question_of
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact, Question
from uncc.kernel.findings import Finding, Truth
from uncc.kernel.formula import Formula

FACTS = {Truth.YES: True, Truth.NO: False, Truth.UNKNOWN: None}
MOST_CALLS = 4
"""How many settings of the arguments other than facts are tried in the full run, and how many states of each."""


def _states(call: ArgumentsCall, lot: Random) -> Iterator[dict[str, Fact]]:
    """Yield states of the facts of a call in which none contradicts another."""
    for _ in range(share(MOST_CALLS) + 1):
        known = {slot: lot.choice((True, False, None)) for slot in sorted(call.slots)}
        known = closed(known, call.ties)
        if is_closed({slot: value for slot, value in known.items() if value is not None}, call.ties):
            yield known


def _values(finding: Finding) -> dict[Question, Fact]:
    """Return what a finding says of its facts."""
    leaves = (node for node in everything_in(finding) if isinstance(node.about, Question))
    return {question_of(leaf): FACTS[leaf.truth] for leaf in leaves if isinstance(leaf, Finding)}


@pytest.mark.long
def test_the_formula_decides_as_the_rule_does() -> None:
    """A rule asked once with its facts open, and decided for some, gives what it gives when it is asked with them."""
    compared = 0
    for name, rule in rules().items():
        lot = Random(name)
        for call in calls_of(rule)[: share(MOST_CALLS)]:
            asked = {key: Formula(one) for key, one in findings_in(call.run({})).items()}
            for known in _states(call, lot):
                try:
                    told = findings_in(call.run(known))
                except InvalidValue:  # the other arguments do not allow these facts
                    continue
                for key, finding in told.items():
                    formula, values = asked.get(key), _values(finding)
                    if formula is None or formula.questions != Formula(finding).questions:
                        continue  # other facts open another way
                    assert formula.decided(values) == finding, (name, key, known)
                    assert formula.truth(values) is finding.truth
                    compared += 1
    assert compared > 1000 * share(MOST_CALLS)
