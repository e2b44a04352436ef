"""Points on a line of which it is known how far some lie from others, and whether all that can hold together.

Each point has a height, such that what is assumed holds for the heights. What is assumed in addition lowers the points
that it must, and cannot hold where it would lower for ever: this is a search for shortest paths, a step at a time.

>>> points = Differences()
>>> points.place("first", 0), points.place("second", 0)
(None, None)
>>> points.assume("first", "second", -3)
True
>>> mark = points.mark
>>> points.assume("second", "first", 2)
False
>>> points.take_back(mark)
>>> points.assume("second", "first", 3)
True
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable
from enum import Enum
from fractions import Fraction
from math import inf
from typing import TypeAlias

__all__ = ["ORIGIN", "Differences", "End", "Point"]

Point: TypeAlias = Hashable
End: TypeAlias = int | float | Fraction
"""An end of a quantity: the ordinal of a day, a number, an exact amount, or infinity."""

ORIGIN = "origin"
"""The point from which ordinals and numbers are counted."""


class _Done(Enum):
    """What is taken back of a point, beside a height that it had."""

    PLACED = "placed"
    ASSUMED = "something is assumed of what lies above it"


class Differences:
    """Points, what is assumed of the distances between them, and how to take it back."""

    def __init__(self) -> None:
        self._height: dict[Point, End] = {ORIGIN: 0}
        self._above: dict[Point, list[tuple[Point, End]]] = {ORIGIN: []}
        """By point, those that lie at most so far above it."""
        self._trail: list[tuple[Point, End | _Done]] = []

    @property
    def mark(self) -> int:
        """What `take_back` returns to."""
        return len(self._trail)

    def __contains__(self, point: Point) -> bool:
        return point in self._height

    def place(self, point: Point, height: End, over: Point = ORIGIN) -> None:
        """Take in a new point, at first at this height over another."""
        self._trail.append((point, _Done.PLACED))
        self._above[point] = []
        self._height[point] = self._height[over] + (0 if abs(height) == inf else height)

    def assume(self, point: Point, other: Point, most: End) -> bool:
        """Assume that a point is at most so far above another; False where that cannot be, beside what is assumed."""
        if abs(most) == inf:
            return most > 0
        if point == other:
            return most >= 0
        self._above[other].append((point, most))
        self._trail.append((other, _Done.ASSUMED))
        return self._lowered(point, self._height[other] + most, other)

    def _lowered(self, point: Point, height: End, fixed: Point) -> bool:
        """Lower a point to a height, and all that it pulls down; False where that would lower `fixed`."""
        heights = self._height
        queue: deque[tuple[Point, End]] = deque([(point, height)])
        while queue:
            name, low = queue.popleft()
            if heights[name] <= low:
                continue
            if name == fixed:
                return False
            self._trail.append((name, heights[name]))
            heights[name] = low
            queue.extend((above, low + most) for above, most in self._above[name] if heights[above] > low + most)
        return True

    def take_back(self, mark: int) -> None:
        """Take back all that was assumed since the mark."""
        while len(self._trail) > mark:
            point, done = self._trail.pop()
            if done is _Done.ASSUMED:
                self._above[point].pop()
            elif done is _Done.PLACED:
                del self._above[point], self._height[point]
            else:
                self._height[point] = done
