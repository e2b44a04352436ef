"""What it costs to keep findings: the memory that many of them take together, what they share counted once.

What the library keeps ready counts as well: before each measure it is let go.
"""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Iterator

from benchmarks.clock import Spread
from benchmarks.measures import Effort, Measure, Subject
from benchmarks.rule import decide, mixed, models
from uncc.kernel.findings import all_of, any_of, none_of

__all__ = ["measure_memory"]

REPEATS = 5
KEPT = "uncc: one kept finding of this rule"


def measure_memory(effort: Effort) -> Iterator[Measure]:
    """Measure one kept finding among many, of cases with true, false and unknown mixed."""
    kept = [_bytes(effort.findings, seed) for seed in range(REPEATS)]
    note = f"among {effort.findings:,}"
    yield Measure(subject=Subject.MEMORY, who=KEPT, spread=Spread.of(kept), target=500, note=note)


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
