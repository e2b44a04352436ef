"""How far a test of metamorphic relations or of a state machine looks: as far as the profile of Hypothesis asks for.

`pytest tests/metamorphic tests/stateful --hypothesis-profile=long` draws forty times as many examples as the usual run.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

USUAL = 100
"""How many examples the usual profiles ask for."""
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
"""Whole cases are large, and no fault of the machine that draws them."""


def effort(examples: int, steps: int | None = None) -> settings:
    """Return settings for so many examples, and steps of a machine, in the usual run; more as the profile asks."""
    usual = settings.default
    wanted = settings() if usual is None else usual
    return settings(
        max_examples=max(1, examples * wanted.max_examples // USUAL),
        stateful_step_count=wanted.stateful_step_count if steps is None else max(steps, wanted.stateful_step_count),
        suppress_health_check=SLOW,
    )
