r"""Tables of depositary events: a CSV file in, a `History` out, with all faults by row and column.

A row names the columns: `participant`, `date` and `act`, and as far as they are wanted `regional_organization` (yes or
no), `provision`, `subject` and `effective`. Above it the table says what it is: until when and for which acts it is
complete, and so on (see `deposits_head`). Rows are counted as a spreadsheet counts them, from 1.

>>> history = parse_deposits("participant,date,act\nAstoria,2027-07,accession\nBorduria,,accession\n")
>>> [str(event) for event in history.events]
['Borduria, accession, on a day that is not known', 'Astoria, accession, 2027-07']
>>> parse_deposits("participant,date,act\nAstoria,1 July 2027,accession\n")  # doctest: +ELLIPSIS
Traceback (most recent call last):
    ...
uncc.kernel.errors.DocumentError: row 2, date: '1 July 2027' is not a day as 2027-05-09, a month as 2027-05, ...
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from attrs import field, frozen

from uncc.doors.deposits_head import Head
from uncc.doors.parsing import MOST_FAULTS, read_text, refuse_halves, refuse_length
from uncc.doors.table_days import day_fault, together
from uncc.final_provisions import CONVENTION, Act, Clause, Event, History, RegionalOrganization
from uncc.final_provisions.impossible import contradictions
from uncc.final_provisions.presupposed import unfounded
from uncc.kernel.between import read_day
from uncc.kernel.declared import checked
from uncc.kernel.errors import DocumentError, Fault, InvalidValue, UnccError, shown
from uncc.kernel.facts import DayFact
from uncc.kernel.meant import perhaps
from uncc.kernel.names import Roll
from uncc.kernel.provisions import Provision

__all__ = ["load_deposits", "parse_deposits"]

NEEDED = ("participant", "date", "act")
COLUMNS = (*NEEDED, "regional_organization", "provision", "subject", "effective")
MOST_COLUMNS = 30
"""The most columns that a table can have."""
_ANSWERS = MappingProxyType({"yes": True, "no": False, "": False})
_ACTS = MappingProxyType({act.value: act for act in Act})
_PLACES = MappingProxyType({"on": "date", "effective_on": "effective"})
"""The columns of those fields of an event whose names differ."""


def load_deposits(path: Path, clause: Clause = CONVENTION) -> History:
    """Return the history that a CSV file tells; `DocumentError` with every fault, each with its row and column."""
    return parse_deposits(read_text(path), clause)


def parse_deposits(text: str, clause: Clause = CONVENTION) -> History:
    """Return the history that a CSV text tells; errors as for `load_deposits`."""
    refuse_length(text)
    refuse_halves(text)
    table = _Table()
    faults = list(islice(together(table.read(text)), MOST_FAULTS + 1))
    faults = faults or list(islice(table.unfounded(clause), MOST_FAULTS + 1))
    if len(faults) > MOST_FAULTS:
        faults[MOST_FAULTS:] = [Fault("document", f"has more faults than these {MOST_FAULTS}")]
    if faults:
        raise DocumentError(faults)
    return table.history(clause)


@frozen
class _Table:
    """What has been read so far: the events, each with its row, and the names, each as first written."""

    head: Head = field(factory=Head)
    events: list[Event] = field(factory=list[Event])
    rows: list[int] = field(factory=list[int])
    names: Roll = field(factory=Roll)
    subjects: Roll = field(factory=Roll)
    natures: dict[str, tuple[int, bool]] = field(factory=dict[str, tuple[int, bool]])
    organizations: set[str] = field(factory=set[str])

    def history(self, clause: Clause) -> History:
        """Return what the table tells."""
        organizations = tuple(RegionalOrganization(name) for name in sorted(self.organizations))
        return History(events=tuple(self.events), organizations=organizations, clause=clause, **self.head.said())

    def read(self, text: str) -> Iterator[Fault]:
        """Take in a table and yield its faults: of its head or header alone, or of rows and of what they say."""
        lines = enumerate(csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True), 1)
        number = 0
        try:
            faults = list(self.head.read(lines))
            number, header = self.head.row, self.head.columns
            faults += () if faults else _header_faults(number, header)
            yield from faults
            if faults:
                return
            for name in self.head.known.get("others", ()):
                self.names.enter(name, "the head")
            for number, cells in lines:
                if any(cell.strip() for cell in cells):
                    yield from self._row(number, header, cells)
        except csv.Error as error:
            yield Fault(f"row {number + 1}", f"is not CSV: {error}")
        for place, words in contradictions(
            self.events, organizations=self.organizations, adopted_on=self.head.adopted_on
        ):
            yield self._fault(self.events[place], self.rows[place], words)

    def unfounded(self, clause: Clause) -> Iterator[Fault]:
        """Yield what presupposes a row that is not there, and what does not fit the head."""
        try:
            for event, words in unfounded(self.history(clause)):
                yield self._fault(event, self.rows[self.events.index(event)], words)
        except InvalidValue as error:
            yield Fault(error.field, _not(error.value, error.expected))

    def _fault(self, event: Event, row: int, words: str) -> Fault:
        return Fault(f"row {row}", f"{shown(str(event))} is not possible: {words}")

    def _row(self, number: int, header: Sequence[str], cells: Sequence[str]) -> Iterator[Fault]:
        if len(cells) != len(header):
            yield Fault(f"row {number}", f"has {len(cells)} cells, and the header has {len(header)}")
            return
        row = {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
        faults = list(_cell_faults(number, row))
        faults += self._name_faults(number, row)
        yield from faults
        if faults:
            return
        try:
            self.events.append(_event(row))
            self.rows.append(number)
        except InvalidValue as error:
            yield Fault(
                f"row {number}, {_PLACES.get(error.field, error.field)}", f"{_not(error.value, error.expected)}"
            )

    def _name_faults(self, number: int, row: Mapping[str, str]) -> Iterator[Fault]:
        """Yield what makes one participant look like two: another spelling, or another nature."""
        name, organization = row["participant"], _ANSWERS.get(row.get("regional_organization", "").lower(), False)
        if name not in self.natures:
            yield from _spelt_twice(self.names, name, f"row {number}", "participant")
            name = self.names.first(name) or name
        where, was = self.natures.setdefault(name, (number, organization))
        if organization is not was:
            yield Fault(f"row {number}, regional_organization", f"says otherwise of {shown(name)} than row {where}")
        if organization:
            self.organizations.add(name)
        subject = row.get("subject")
        if subject:
            yield from _spelt_twice(self.subjects, subject, f"row {number}", "subject")


def _spelt_twice(names: Roll, name: str, place: str, column: str) -> Iterator[Fault]:
    """Take in a name, and yield how an earlier row spells it otherwise."""
    earlier = names.enter(name, place)
    if earlier is not None:
        yield Fault(f"{place}, {column}", f"{shown(name)} is {earlier}")


def _header_faults(row: int, header: Sequence[str]) -> Iterator[Fault]:
    if len(header) > MOST_COLUMNS:
        yield Fault(f"row {row}", f"has {len(header)} columns; at most {MOST_COLUMNS} are read")
        return
    if not any(header):
        yield Fault(f"row {row}", f"is not a header that names the columns: {', '.join(NEEDED)}")
        return
    if len(header) == 1 and re.search("[;\t|]", header[0]):
        told = "is not separated by commas: save the table as CSV with commas"
        yield Fault(f"row {row}", f"{shown(header[0])} {told}")
        return
    for name in NEEDED:
        if name not in header:
            yield Fault(f"row {row}", f"has no column {name}; it has: {', '.join(map(shown, header))}")
    for place, name in enumerate(header, 1):
        if name not in COLUMNS:
            said = f"one of: {', '.join(COLUMNS)}{perhaps(name, COLUMNS)}"
            yield Fault(f"row {row}, column {place}", _not(name, said))
        elif header.index(name) < place - 1:
            yield Fault(f"row {row}, column {place}", f"{name} stands twice")


def _cell_faults(number: int, row: Mapping[str, str]) -> Iterator[Fault]:
    if not row["participant"]:
        yield Fault(f"row {number}, participant", "is missing")
    for name in ("date", "effective"):
        yield from _day_faults(f"row {number}, {name}", row.get(name, ""))
    if row["act"] not in _ACTS:
        yield Fault(f"row {number}, act", _not(row["act"], f"one of: {', '.join(_ACTS)}{perhaps(row['act'], _ACTS)}"))
    if row.get("regional_organization", "").lower() not in _ANSWERS:
        yield Fault(f"row {number}, regional_organization", _not(row["regional_organization"], "yes or no"))
    if row.get("provision"):
        try:
            Provision.parse(row["provision"])
        except UnccError as error:
            yield Fault(f"row {number}, provision", str(error))


def _day_faults(place: str, cell: str) -> Iterator[Fault]:
    try:
        known_day(cell)
    except InvalidValue as error:
        yield (
            day_fault(place, cell, error.expected)
            if error.value == cell
            else Fault(place, _not(error.value, error.expected))
        )


def _not(value: object, expected: str) -> str:
    return f"{'nothing' if value is None else shown(value)} is not {expected}"


def known_day(cell: str) -> DayFact:
    """Return what a cell says of a day: nothing, where it is empty."""
    return read_day(cell, "day") if cell else None


def _event(row: Mapping[str, str]) -> Event:
    cited = row.get("provision")
    return Event(
        participant=row["participant"],
        act=_ACTS[row["act"]],
        on=known_day(row["date"]),
        provision=Provision.parse(cited) if cited else None,
        subject=row.get("subject") or None,
        effective_on=known_day(row.get("effective", "")),
    )


checked(__name__)
