"""What `help` says of a class of facts: its own text, and each fact with its sentence and its provision."""

from __future__ import annotations

import inspect

from attrs import frozen

from uncc.cooperation import Position
from uncc.kernel.documented import written_of
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role


@frozen
class Bare(Facts, asked_of=Role.CASE_HOLDER):
    rains: Fact = fact("it rains", art(2, "o"))


def test_each_fact_has_a_line() -> None:
    """Of every fact of a class, and of an instance too, below what was written for the class, if anything was."""
    told = str(inspect.getdoc(Position))
    assert told.startswith(written_of(Position))
    for name, question in Position.asked().items():
        assert f"- `{name}`: {question}" in told.splitlines()
    assert Position().__doc__ == told
    assert Bare.__doc__ == "- `rains`: it rains [Art. 2(o)] (ask: case holder)"
    assert written_of(Bare) == ""
    assert "- `" not in written_of(Position)
