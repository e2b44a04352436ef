r"""The head of a table of deposits: rows above the names of the columns, each a key and what it holds.

- `complete_until`, `complete_for`: until which day, that day included, and for which acts the table is complete; `ever`
  for a story in which nothing else happens. The acts stand each in a cell, or in one with blanks between them; `all` is
  every act.
- `in_force_since`: since when the treaty is in force, as far as that is known.
- `adopted_on`: the day on which the treaty was adopted, where it is not this Convention.
- `others`: further States and organizations, which may have done nothing, each in a cell.
- `instruments`, `states_parties`: how many there are, and in the next cell on which day.

>>> from uncc.doors.deposits import parse_deposits
>>> history = parse_deposits("states_parties,59,2030-01-01\nparticipant,date,act\n")
>>> history.tallies[0].states_parties
59
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from attrs import define, field

from uncc.final_provisions.acts import Act
from uncc.final_provisions.history import EVERY_ACT, FOR_EVER, History, Tally
from uncc.kernel.between import ADOPTED_ON, day, read_day
from uncc.kernel.errors import Fault, InvalidValue, shown

__all__: list[str] = []

_ACTS = MappingProxyType({act.value: act for act in Act})


def _an_exact_day(cells: Sequence[str]) -> date:
    return day(read_day(_one(cells)), "day")


def _some_acts(cells: Sequence[str]) -> tuple[Act, ...]:
    words = " ".join(cells).split()
    for word in words:
        if word not in _ACTS and words != ["all"]:
            raise InvalidValue("complete_for", word, f"all, or one of: {', '.join(_ACTS)}")
    return EVERY_ACT if words == ["all"] else tuple(_ACTS[word] for word in words)


def _some_others(cells: Sequence[str]) -> tuple[str, ...]:
    return History(others=tuple(cells)).others  # which looks at them


def _one(cells: Sequence[str]) -> str:
    if len(cells) != 1:
        raise InvalidValue("cells", ", ".join(cells), "one cell beside the key")
    return cells[0]


def _counted(name: str, cells: Sequence[str]) -> Tally:
    if len(cells) != 2 or not (cells[0].isascii() and cells[0].isdigit()):
        raise InvalidValue(name, ", ".join(cells), "a whole number, and beside it the day on which it holds")
    counted: Any = {name: int(cells[0])}
    return Tally(on=_an_exact_day(cells[1:]), **counted)


_READ: Mapping[str, Callable[[Sequence[str]], Any]] = MappingProxyType(
    {
        "complete_until": lambda cells: FOR_EVER if list(cells) == ["ever"] else _an_exact_day(cells),
        "complete_for": _some_acts,
        "in_force_since": lambda cells: read_day(_one(cells)),
        "adopted_on": _an_exact_day,
        "instruments": lambda cells: _counted("instruments", cells),
        "others": _some_others,
        "states_parties": lambda cells: _counted("states_parties", cells),
    }
)
_COUNTED = ("instruments", "states_parties")


@define
class Head:
    """What a table says above the names of its columns, those names, and their row."""

    known: dict[str, Any] = field(factory=dict[str, Any])
    tallies: list[Tally] = field(factory=list[Tally])
    columns: list[str] = field(factory=list[str])
    row: int = 1

    @property
    def adopted_on(self) -> date:
        """The day on which the treaty was adopted."""
        adopted: date = self.known.get("adopted_on", ADOPTED_ON)
        return adopted

    def said(self) -> dict[str, Any]:
        """Return it as a history takes it."""
        return {**self.known, "tallies": tuple(self.tallies)}

    def read(self, lines: Iterator[tuple[int, list[str]]]) -> Iterator[Fault]:
        """Take in all rows up to that of the names, and yield their faults."""
        for self.row, line in lines:
            cells = [cell.strip() for cell in line]
            if not cells or cells[0] not in _READ:
                self.columns = cells
                return
            yield from self._take(cells[0], [cell for cell in cells[1:] if cell])

    def _take(self, key: str, cells: Sequence[str]) -> Iterator[Fault]:
        try:
            value = _READ[key](cells)
        except InvalidValue as error:
            yield Fault(f"row {self.row}, {key}", f"{shown(error.value)} is not {error.expected}")
            return
        if key in _COUNTED:
            self.tallies.append(value)
        elif key in self.known:
            yield Fault(f"row {self.row}, {key}", "stands twice")
        else:
            self.known[key] = value
