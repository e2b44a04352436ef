"""A table of participants as a tree of points, for a notebook."""

from __future__ import annotations

from collections.abc import Iterator

from uncc.final_provisions.taking_part import Participation, StatusTable
from uncc.kernel.dates import Deadline
from uncc.kernel.explanation import point
from uncc.kernel.markup import Point

__all__ = ["status_outline"]

_COLUMNS = ("participant", "status", "signed", "deposited", "in force", "ends")


def status_outline(table: StatusTable) -> Point:
    """Return a treaty on a day as a tree of points: its entry into force, and its participants as a table."""
    return Point(f"{len(table.participants)} participants", f"Status on {table.on}:", points=tuple(_points(table)))


def _points(table: StatusTable) -> Iterator[Point]:
    entry = table.entry_into_force
    counted = f"{entry.counted} instruments counted, {entry.missing} missing"
    if entry.on is None:
        yield Point(
            f"{counted}; the earliest day is now {table.earliest}", "Not in force:", points=(point(entry.because),)
        )
    else:
        label = "In force since" if entry.on.on <= table.on else "Enters into force on"
        yield Point(f"{entry.on}; {counted}", label, points=(point(entry.because),))
    if table.participants:
        yield Point("", "Participants", table=(_COLUMNS, *map(_row, table.participants)))


def _row(one: Participation) -> tuple[str, ...]:
    organization = " (organization)" if one.organization else ""
    days = (one.signed_on, one.deposited_on, _on(one.in_force_on), _on(one.ends_on))
    status = one.status.value.replace("-", " ")
    return (f"{one.participant}{organization}", status, *("-" if on is None else str(on) for on in days))


def _on(deadline: Deadline | None) -> object:
    return None if deadline is None else deadline.on
