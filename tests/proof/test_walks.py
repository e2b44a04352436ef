"""Rules that rest on days, numbers, amounts, lists or too many facts hold the universal properties as all others do."""

from __future__ import annotations

import pytest

from tests.effort import draw, is_short, share
from tests.proof.calls import calls_of
from tests.proof.exceptions import BY_WALKS, NOT_EXACT, SLOW
from tests.proof.rules import rules
from tests.proof.walks import walk

SETTINGS, SLOW_SETTINGS, STEPS = 8, 2, 3
"""How many settings of a rule are walked from in the full run, and of one that is slow; how long a walk is."""


@pytest.mark.parametrize("name", BY_WALKS)
def test_the_rule_is_proved_by_walks(name: str) -> None:
    """Saying less never yields more, settled is final, what is asked matters and nothing else, on every reading."""
    from random import Random

    lot = Random(name + draw())
    calls = calls_of(rules()[name], draw())
    slow = name in SLOW
    for call in lot.sample(calls, min(len(calls), share(SLOW_SETTINGS if slow else SETTINGS))):
        walk(call, lot, STEPS, with_questions=not (slow and is_short()), exact=name not in NOT_EXACT)
