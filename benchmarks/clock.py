"""Time, taken so that a busy machine does not lie: processor time, contenders in turn, ratios within each round."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from statistics import median
from time import process_time

from attrs import frozen

__all__ = ["Contender", "Spread", "over", "ratios", "rounds", "seconds"]


@frozen
class Contender:
    """What is timed: `run` handles `cases` cases at once."""

    name: str
    run: Callable[[], object]
    cases: int = 1


@frozen
class Spread:
    """What several rounds gave: never one number alone."""

    least: float
    median: float
    most: float

    @classmethod
    def of(cls, values: Iterable[float]) -> Spread:
        """Return the spread of some values."""
        found = sorted(values)
        return cls(found[0], median(found), found[-1])


def over(function: Callable[..., object], cases: Sequence[tuple[object, ...]]) -> Callable[[], None]:
    """Return what calls a function with each case in turn; the loop is the same for every contender."""

    def run() -> None:
        for case in cases:
            function(*case)

    return run


def rounds(contenders: Sequence[Contender], *, count: int, slice_seconds: float) -> Iterator[dict[str, float]]:
    """Yield for each round the seconds of every contender for one case.

    Each is called as often as fills its slice of time. The order turns from round to round, so that nobody always
    follows the same neighbour. As in `timeit`, no garbage is collected meanwhile.
    """
    timed = [_Timed(contender, _calls(contender, slice_seconds)) for contender in contenders]
    for number in range(count):
        turn = number % len(timed)
        yield {one.contender.name: one.seconds() for one in (*timed[turn:], *timed[:turn])}


@frozen
class _Timed:
    contender: Contender
    calls: int

    def seconds(self) -> float:
        """Return the processor time of one case."""
        return _seconds(self.contender.run, self.calls) / self.calls / self.contender.cases


def _calls(contender: Contender, slice_seconds: float) -> int:
    contender.run()
    calls = 1
    while (taken := _seconds(contender.run, calls)) < slice_seconds / 4:
        calls *= 2
    return max(1, round(calls * slice_seconds / taken))


def _seconds(run: Callable[[], object], calls: int) -> float:
    turns = range(calls)
    collecting = gc.isenabled()
    gc.disable()
    try:
        start = process_time()
        for _ in turns:
            run()
        return process_time() - start
    finally:
        if collecting:
            gc.enable()


def ratios(found: Sequence[dict[str, float]], yardstick: str) -> dict[str, Spread]:
    """Return every contender's cost as a multiple of the yardstick's, taken in each round by itself."""
    return {name: Spread.of(one[name] / one[yardstick] for one in found) for name in found[0]}


def seconds(run: Callable[[], object]) -> float:
    """Return the processor time of one run."""
    return _seconds(run, 1)
