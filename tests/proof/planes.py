"""Planes: big integers with one bit for every state of some variables, each of which is unknown or has a value.

A state is a number. Each variable has a digit in it, of which 0 means unknown, and 1 and 2 the values of a fact, no and
yes (for a reading 1, 2, 3 ... are its options). A plane is a set of states, so that a rule is held against all of them
by a few operations on integers: three to the power of sixteen states are five megabytes.

>>> space = Space((3, 3))
>>> bin(space.everything), bin(space.digit(0, 1)), bin(space.digit(1, 2))
('0b111111111', '0b10010010', '0b111000000')
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from itertools import accumulate, product
from math import prod
from operator import mul

UNKNOWN, NO, YES = 0, 1, 2
"""The digits of a fact."""


def repeated(pattern: int, width: int, times: int) -> int:
    """Return a pattern of `width` bits, so many times over."""
    plane, done = pattern, 1
    while done < times:
        more = min(done, times - done)
        plane |= (plane & ((1 << more * width) - 1)) << (done * width)
        done += more
    return plane


class Space:
    """The states of some variables; `radices` has for each how many digits it has, the unknown one among them."""

    def __init__(self, radices: tuple[int, ...]) -> None:
        self.radices = radices
        self.size = prod(radices)
        self.strides = tuple(accumulate(radices, mul, initial=1))[:-1]
        self._digits: dict[tuple[int, int], int] = {}

    @cached_property
    def everything(self) -> int:
        """Every state."""
        return (1 << self.size) - 1

    def digit(self, place: int, value: int) -> int:
        """Return the states in which the variable at `place` has this digit."""
        found = self._digits.get((place, value))
        if found is None:
            stride, radix = self.strides[place], self.radices[place]
            block = ((1 << stride) - 1) << (value * stride)
            found = self._digits[place, value] = repeated(block, stride * radix, self.size // (stride * radix))
        return found

    def region(self, fixed: Mapping[int, int]) -> int:
        """Return the states in which these variables have these digits."""
        plane = self.everything
        for place, value in fixed.items():
            plane &= self.digit(place, value)
        return plane

    def in_every_completion(self, plane: int, place: int) -> int:
        """Return the plane, with an unknown variable just where it is in it with every value."""
        return self._completed(plane, place, every=True)

    def in_some_completion(self, plane: int, place: int) -> int:
        """Return the plane, with an unknown variable where it is in it with any value."""
        return self._completed(plane, place, every=False)

    def _completed(self, plane: int, place: int, *, every: bool) -> int:
        joined = self.moved_down(plane, place, 1)
        for value in range(2, self.radices[place]):
            moved = self.moved_down(plane, place, value)
            joined = joined & moved if every else joined | moved
        return (plane & ~self.digit(place, UNKNOWN)) | joined

    def moved_down(self, plane: int, place: int, value: int) -> int:
        """Return the states with the digit unknown whose neighbours with this value are in the plane."""
        return (plane & self.digit(place, value)) >> (value * self.strides[place])

    def differing(self, plane: int, place: int, possible: int = -1) -> int:
        """Return the states with the digit unknown in which the values of the variable that can be do not all agree."""
        values = range(1, self.radices[place])
        inside = [self.moved_down(plane & possible, place, value) for value in values]
        outside = [self.moved_down(possible & ~plane, place, value) for value in values]
        differing = 0
        for one, other in product(inside, outside):
            differing |= one & other
        return differing

    def number(self, digits: tuple[int, ...]) -> int:
        """Return the number of a state."""
        return sum(digit * stride for digit, stride in zip(digits, self.strides, strict=True))

    def digits(self, number: int) -> tuple[int, ...]:
        """Return the digits of a state."""
        return tuple(number // stride % radix for stride, radix in zip(self.strides, self.radices, strict=True))

    @staticmethod
    def first(plane: int) -> int:
        """Return the number of the first state in a plane that is not empty."""
        return (plane & -plane).bit_length() - 1


@cache
def space(radices: tuple[int, ...]) -> Space:
    """Return the space of these variables, with the planes of its digits kept ready."""
    return Space(radices)
