"""How far a test looks: as far as the profile of Hypothesis asks for (`tests/conftest.py`, CONTRIBUTING.md).

A test names how many examples it is worth in the full run; the short one of README takes a tenth of them, and `far`
forty times as many.
"""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import TypeVar

from hypothesis import HealthCheck, settings

T = TypeVar("T")

FULL = 100
"""How many examples the full run draws where a test says nothing else."""
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
"""Whole cases are large, and no fault of the machine that draws them."""


def effort(examples: int, steps: int | None = None) -> settings:
    """Return settings for so many examples in the full run, and steps of a machine; in others as the profile asks."""
    steps_asked = _profile().stateful_step_count
    return settings(
        max_examples=share(examples),
        stateful_step_count=steps_asked if steps is None else max(steps, steps_asked),
        suppress_health_check=SLOW,
    )


def share(count: int) -> int:
    """Return how much of what the full run does is to be done now, at least one."""
    return max(1, count * _profile().max_examples // FULL)


def of(things: Iterable[T], step: int = 4) -> list[T]:
    """Return all of a sweep in the full run, and one in so many of it in a shorter one."""
    return list(things)[:: step if is_short() else 1]


def is_short() -> bool:
    """Whether less is to be done than in the full run."""
    return _profile().max_examples < FULL


def is_full() -> bool:
    """Whether this is the full run, which looks at the same things each time."""
    return _profile().derandomize and not is_short()


def dice(seed: int | str) -> Random:
    """Return what a test draws from: the same each time, unless the profile draws freely."""
    return Random(seed if _profile().derandomize else None)


def draw() -> str:
    """Return which draw is made: the first, or any where the profile draws freely."""
    return "" if _profile().derandomize else str(Random().getrandbits(32))


def _profile() -> settings:
    usual = settings.default
    return settings() if usual is None else usual
