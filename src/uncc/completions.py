"""What is shared by all that evaluates a finding over the completions of its open facts.

A plane is a big integer with one bit for each completion: bit i belongs to the completion numbered i, in which the
fact at place p is true exactly if bit p of i is set.

>>> bin(variable(0, 2)), bin(variable(1, 2)), bin(full(2))
('0b1010', '0b1100', '0b1111')
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from uncc.facts import Question
from uncc.findings import Finding
from uncc.readings import Consulted, Reading, ReadingOption
from uncc.roles import Role

__all__ = ["full", "intersection", "is_open_reading", "moved", "question_of", "reading_question", "union", "variable"]


def full(count: int) -> int:
    """Return the plane of all completions of `count` facts."""
    return (1 << (1 << count)) - 1


def variable(place: int, count: int) -> int:
    """Return the plane of the completions in which the fact at `place` is true."""
    plane = full(place) << (1 << place)
    for wider in range(place + 1, count):
        plane |= plane << (1 << wider)
    return plane


def moved(plane: int, place: int, count: int) -> int:
    """Return the completions with the fact at `place` false in which turning it changes whether they are in `plane`."""
    return ((plane ^ (plane << (1 << place))) & variable(place, count)) >> (1 << place)


def intersection(planes: Iterable[int], everything: int) -> int:
    """Return what lies in every plane, and everything where there is none."""
    for plane in planes:
        everything &= plane
    return everything


def union(planes: Iterable[int]) -> int:
    """Return what lies in any of the planes."""
    joined = 0
    for plane in planes:
        joined |= plane
    return joined


def is_open_reading(node: Finding) -> bool:
    """Whether a finding rests on contested words on which nothing was chosen."""
    return isinstance(node.about, Consulted) and node.about.chosen is None


def question_of(node: Finding) -> Question:
    """Return the question of a leaf or of a reading."""
    if isinstance(node.about, Consulted):
        return reading_question(node.about.reading)
    return cast("Question", node.about)


def reading_question(reading: Reading[ReadingOption]) -> Question:
    """Return the question that contested words pose."""
    return Question(reading.id, reading.question, reading.authority, Role.INTERPRETER)
