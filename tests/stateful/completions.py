"""A law of two values put to a file that is not complete: to every file that it may yet turn out to be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from uncc.kernel.findings import Truth

Fact: TypeAlias = Callable[[str], bool]
"""Tells whether the fact of a name holds."""


class _NotKnownError(Exception):
    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def over_completions(rule: Callable[[Fact], bool], known: Mapping[str, bool]) -> Truth:
    """Return YES or NO where a rule comes to that whatever the facts are that are not known, and else UNKNOWN."""
    found: set[bool] = set()
    ways = [dict(known)]
    while ways and len(found) < 2:
        way = ways.pop()

        def fact(name: str, way: Mapping[str, bool] = way) -> bool:
            if name not in way:
                raise _NotKnownError(name)
            return way[name]

        try:
            found.add(rule(fact))
        except _NotKnownError as asked:
            ways += [{**way, asked.name: True}, {**way, asked.name: False}]
    return Truth.UNKNOWN if len(found) > 1 else Truth.of(found.pop())
