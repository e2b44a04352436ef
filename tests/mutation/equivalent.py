"""The mutants that are declared to change nothing, each with the reason (`equivalent.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from attrs import frozen

LIST = Path(__file__).with_name("equivalent.toml")

ANY = "*"
"""Stands for every change of a function that runs only while its module is imported, before there is a mutant."""


@frozen
class Equivalent:
    """Changes of one function that no test can notice, because the program does the same."""

    function: str
    """Its name with its room, wherever in the room it lives: `cooperation.may_refuse`."""
    changes: tuple[str, ...]
    """As `Mutant.change` has them: the lines that go, with `-`, and those that come, with `+`."""
    why: str


@cache
def declared() -> tuple[Equivalent, ...]:
    """Return all that the list has."""
    entries = tomllib.loads(LIST.read_text(encoding="utf-8"))["equivalent"]
    return tuple(Equivalent(one["function"], tuple(map(str.strip, one["changes"])), one["why"]) for one in entries)


@cache
def reasons() -> Mapping[tuple[str, str], str]:
    """Return the reason by function and change."""
    return {(one.function, change): one.why for one in declared() for change in one.changes}
