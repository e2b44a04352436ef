"""What it costs to keep findings: the memory that many of them take together, what they share counted once.

What the library keeps ready counts as well: before each measure it is let go. Beside it stands one finding by itself,
with every limb, word and citation in it, and one limb without what it refers to.
"""

from __future__ import annotations

import gc
import sys
import tracemalloc
from collections.abc import Iterator
from enum import Enum
from types import ModuleType
from typing import Any

from benchmarks.clock import Spread
from benchmarks.measures import Effort, Measure, Subject
from benchmarks.rule import decide, mixed, models
from uncc.kernel.findings import all_of, any_of, none_of

__all__ = ["measure_memory"]

REPEATS = 5
KEPT = "uncc: one kept finding of this rule"
ALONE = "uncc: one finding of this rule by itself, with all its words and citations"
LIMB = "uncc: one limb of it, without what it refers to"


def measure_memory(effort: Effort) -> Iterator[Measure]:
    """Measure one kept finding among many, of cases with true, false and unknown mixed."""
    kept = [_bytes(effort.findings, seed) for seed in range(REPEATS)]
    note = f"among {effort.findings:,}"
    yield Measure(subject=Subject.MEMORY, who=KEPT, spread=Spread.of(kept), target=500, note=note)
    findings = [decide(*models(*values)) for values in mixed(REPEATS)]
    yield Measure(subject=Subject.MEMORY, who=ALONE, spread=Spread.of(map(_whole, findings)))
    yield Measure(subject=Subject.MEMORY, who=LIMB, spread=Spread.of(map(sys.getsizeof, findings)))


def _whole(value: object) -> int:
    """Return the bytes of a value and of all that it refers to; classes and members of enumerations are the code's."""
    seen: dict[int, Any] = {}
    left = [value]
    for one in left:  # what it refers to comes after it
        if id(one) not in seen and not isinstance(one, type | Enum | ModuleType):
            seen[id(one)] = one
            left += gc.get_referents(one)
    return sum(map(sys.getsizeof, seen.values()))


def _bytes(count: int, seed: int) -> float:
    cases = [models(*values) for values in mixed(count, seed)]
    for join in (all_of, any_of, none_of):
        join.cache_clear()  # type: ignore[attr-defined]  # pyright: ignore[reportFunctionMemberAccess]
    gc.collect()
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        findings = [decide(*case) for case in cases]
        gc.collect()
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    return (after - before) / len(findings)
