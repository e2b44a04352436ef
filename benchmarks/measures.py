"""What is measured, in one form: a table of who, how much, against which target."""

from __future__ import annotations

from enum import Enum
from importlib.util import find_spec

from attrs import frozen

from benchmarks.clock import Spread

__all__ = ["FULL", "SHORT", "Effort", "Measure", "Subject", "WrongAnswerError", "installed"]


class WrongAnswerError(AssertionError):
    """Two contenders do not answer alike: nothing may be timed."""


class Subject(Enum):
    """What a measure is about, in the words of the table."""

    DECISION = "One decision, multiples of the bare function"
    BATCH = "Many cases at once, for each case, multiples of the bare function"
    READING = "A request in JSON read, multiples of code written by hand"
    WRITING = "A request in JSON written, multiples of code written by hand"
    IMPORT = "Imports in a fresh process, milliseconds of processor time"
    MEMORY = "Memory, bytes"
    SIZE = "Cost of one item at the largest size against the size before, which is 1 where cost is linear"


@frozen(kw_only=True)
class Measure:
    """One line of the table. `target` is what the library means to keep; peers have none. `note` says more."""

    subject: Subject
    who: str
    spread: Spread
    target: float | None = None
    note: str = ""

    @property
    def key(self) -> str:
        """The name under which the figure is kept."""
        return f"{self.subject.name.lower()}: {self.who}"

    @property
    def held(self) -> bool:
        """Whether the median keeps the target."""
        return self.target is None or self.spread.median <= self.target


@frozen(kw_only=True)
class Effort:
    """How long to measure: how many rounds of which slice of seconds, fresh processes, kept findings, and sizes."""

    rounds: int
    slice_seconds: float
    processes: int
    findings: int
    sizes: tuple[int, int, int]
    dockets: tuple[int, int, int]
    runs: int


FULL = Effort(
    rounds=25,
    slice_seconds=0.03,
    processes=15,
    findings=5_000,
    sizes=(10, 1_000, 100_000),
    dockets=(10, 1_000, 10_000),
    runs=3,
)
SHORT = Effort(
    rounds=5,
    slice_seconds=0.01,
    processes=3,
    findings=1_000,
    sizes=(10, 1_000, 10_000),
    dockets=(10, 100, 1_000),
    runs=2,
)


def installed(*modules: str) -> bool:
    """Whether modules can be imported here."""
    return all(find_spec(module) is not None for module in modules)
