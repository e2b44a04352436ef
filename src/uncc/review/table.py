"""Answers as a table: a CSV file in and out without loss, and a template to fill in.

The first row names the columns. Rows are counted as a spreadsheet counts them, the header being row 1. The name of the
State and the day stand in any one row. A cell that a spreadsheet would take for a formula gets an apostrophe in front
when it is written, and loses it when it is read.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from io import StringIO
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any

from attrs import evolve, field, fields, frozen

from uncc.catalogue import row as catalogue_row
from uncc.doors.parsing import MOST_FAULTS, read_bytes, read_text, refuse_halves, refuse_length
from uncc.doors.serial import from_json
from uncc.doors.table_days import day_fault, together
from uncc.final_provisions import Practice
from uncc.kernel.declared import checked
from uncc.kernel.errors import DocumentError, Fault, InvalidValue, UnccError, shown
from uncc.kernel.meant import perhaps
from uncc.kernel.parties import State
from uncc.kernel.provisions import Provision, addresses, chapter_title
from uncc.review.record import Implementation, ImplementationStatus, StateRecord
from uncc.review.report import Strength
from uncc.review.workbook import csv_of, workbook

__all__ = ["from_csv", "load_record", "template", "template_workbook", "to_csv"]

TEXTS = ("measure", "evidence", "note")
ANSWERS = tuple(attribute.name for attribute in fields(Implementation) if attribute.name != "provision")
SHOWN = ("modality", "bearers", "summary")
"""The columns that tell whoever fills in the table what a provision is about; they are not read."""
COLUMNS = ("state", "as_of", "provision", *SHOWN, *ANSWERS)
NEEDED = ("state", "provision", "status")
DELIMITERS = ",;\t"
MOST_COLUMNS = 30
"""The most columns with a name that a table can have."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_STARTS_FORMULA = "[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]"
_TO_ESCAPE = re.compile(f"'*{_STARTS_FORMULA}")
_ESCAPED = re.compile(f"'+{_STARTS_FORMULA}")
_RESERVED = MappingProxyType({"yes": True, "true": True, "no": False, "false": False})
_STATUS = MappingProxyType({status.value: status for status in ImplementationStatus})


# Out


def to_csv(record: StateRecord) -> str:
    """Return a record as CSV text: a row for each of the 486 provisions, with the answers that there are.

    `InvalidValue` for a record with a law or a practice, which no table can hold.

    >>> text = to_csv(StateRecord(state=State("Astoria")))
    >>> text.splitlines()[1].split(",")[:3]
    ['Astoria', '', 'Art. 1(a)']
    """
    if record.law is not None:
        raise InvalidValue("law", record.law.title, "what a table can hold: write JSON, or keep the law apart")
    if record.procedural_law is not None:
        raise InvalidValue("procedural_law", "a law", "what a table can hold: write JSON, or keep the law apart")
    if record.practice != Practice():
        raise InvalidValue("practice", "a practice", "what a table can hold: write JSON")
    answers = {answer.provision: answer for answer in record.implementations}
    return _as_csv(_lines(record.state.name, record.as_of, answers, addresses()))


def template(*, chapter: int | None = None, strength: Strength | None = None) -> str:
    """Return a table to fill in, as CSV: a row for each of the 486 provisions, none of them answered.

    `chapter` and `strength` leave out the provisions of other chapters, and those that ask less or more strongly.
    `InvalidProvision` for a chapter that does not exist.

    >>> template().splitlines()[0].split(",")[:3]
    ['state', 'as_of', 'provision']
    >>> template(chapter=6, strength=Strength.TO_ENDEAVOUR).splitlines()[1].split(",")[:3]
    ['', '', 'Art. 53(1)']
    """
    return _as_csv(_to_fill_in(chapter, strength))


def template_workbook(*, chapter: int | None = None, strength: Strength | None = None) -> bytes:
    """Return the table to fill in as a workbook (XLSX), in which the status is picked; the rest as for `template`.

    `ModuleNotFoundError` where openpyxl is not there.
    """
    return workbook([*_to_fill_in(chapter, strength)], {"status": _STATUS, "reserved": ("yes", "no")})


def _to_fill_in(chapter: int | None, strength: Strength | None) -> Iterator[Sequence[str]]:
    if chapter is not None:
        chapter_title(chapter)
    asked = (one for one in addresses() if chapter is None or one.chapter == chapter)
    return _lines("", None, {}, (one for one in asked if strength is None or _strength(one) is strength))


def _strength(provision: Provision) -> Strength | None:
    found = catalogue_row(provision)
    return None if found is None else Strength.of(found.modality)


def _lines(
    state: str, as_of: date | None, answers: Mapping[Provision, Implementation], asked: Iterable[Provision]
) -> Iterator[Sequence[str]]:
    yield COLUMNS
    head = [state, _cell(as_of)]
    for provision in asked:
        answer = answers.get(provision)
        given = ["" if answer is None else _cell(getattr(answer, name)) for name in ANSWERS]
        yield [_escaped(cell) for cell in (*head, str(provision), *_about(provision), *given)]
        head = ["", ""]


def _as_csv(lines: Iterable[Sequence[str]]) -> str:
    out = StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(lines)
    return out.getvalue()


def _about(provision: Provision) -> tuple[str, str, str]:
    found = catalogue_row(provision)
    if found is None:
        return "", "", ""
    return found.modality.words, "; ".join(bearer.words for bearer in found.bearers), found.summary


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()
        case ImplementationStatus():
            return value.value
        case _:
            return str(value)


def _escaped(cell: str) -> str:
    return f"'{cell}" if _TO_ESCAPE.match(cell) else cell


# In


def load_record(path: Path) -> StateRecord:
    """Return the record that a file holds: a table where its name ends in `.csv` or `.xlsx`, and JSON otherwise.

    `DocumentError` with every fault, each with its row and column, or its path.
    """
    if path.suffix.lower() == ".xlsx":
        return from_csv(csv_of(read_bytes(path)))
    if path.suffix.lower() != ".csv":
        return from_json(read_text(path), StateRecord)
    content = read_bytes(path)
    try:
        return from_csv(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line, wrong = content.count(b"\n", 0, error.start) + 1, content[error.start]
        raise DocumentError(
            [Fault(f"line {line}", f"is not UTF-8: byte {error.start} is {wrong:#04x}; save the table as CSV UTF-8")]
        ) from None


def from_csv(text: str) -> StateRecord:
    r"""Return the record that a CSV text holds; errors as for `load_record`.

    Commas, semicolons or tabs may separate the cells; a byte-order mark, blank rows and empty columns do no harm.

    >>> record = from_csv("state;provision;status\nAstoria;42(6);In place\n")
    >>> record.state.name, record.implementations[0].status.value
    ('Astoria', 'in-place')
    >>> from_csv("state,provision,status\nAstoria,42(6),done\n")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    uncc.kernel.errors.DocumentError: row 2, status: 'done' is not one of: in-place, partly, not, ...
    """
    refuse_length(text)
    refuse_halves(text)
    table = _Table()
    faults = list(islice(together(table.read(text.removeprefix("\ufeff"))), MOST_FAULTS + 1))
    if len(faults) > MOST_FAULTS:
        faults[MOST_FAULTS:] = [Fault("document", f"has more faults than these {MOST_FAULTS}")]
    if faults:
        raise DocumentError(faults)
    as_of = table.said["as_of"][0].strip() if "as_of" in table.said else ""
    return StateRecord(
        state=State(table.said["state"][0]), as_of=_day(as_of), implementations=tuple(table.answers.values())
    )


@frozen
class _Table:
    """What has been read so far: the answers, the row in which each stands, and what is said once of the whole."""

    answers: dict[Provision, Implementation] = field(factory=dict[Provision, Implementation])
    rows: dict[Provision, int] = field(factory=dict[Provision, int])
    said: dict[str, tuple[str, int]] = field(factory=dict[str, tuple[str, int]])

    def read(self, text: str) -> Iterator[Fault]:
        """Take in a table and yield its faults: those of the header alone, or those of the rows."""
        lines = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
        number = 1
        try:
            header = [cell.strip().lower().replace(" ", "_") for cell in next(lines, list[str]())]
            faults = list(_header_faults(header))
            yield from faults
            if faults:
                return
            for number, cells in enumerate(lines, 2):
                if any(cell.strip() for cell in cells):
                    yield from self._row(number, header, cells)
        except csv.Error as error:
            yield Fault(f"row {number + 1}", f"is not CSV: {error}")
            return
        if "state" not in self.said:
            yield Fault("row 2, state", "is missing: write the name of the State in one row")

    def _row(self, number: int, header: Sequence[str], cells: Sequence[str]) -> Iterator[Fault]:
        for place, cell in enumerate(cells):
            if cell.strip() and (place >= len(header) or not header[place]):
                yield Fault(f"row {number}", f"has {shown(cell)} in a column that has no name")
                return
        row = {name: _restored(cell) for name, cell in zip(header, cells, strict=False) if name}
        yield from self._said(number, row)
        provision = row.get("provision", "").strip()
        if not provision:
            if any(row.get(name, "").strip() for name in ANSWERS):
                yield Fault(f"row {number}, provision", "is missing")
            return
        try:
            answer = Implementation(provision=Provision.parse(provision))
        except InvalidValue as error:
            yield Fault(f"row {number}, provision", _not(error.value, error.expected))
        except UnccError as error:
            yield Fault(f"row {number}, provision", str(error))
        else:
            yield from self._answer(number, row, answer)

    def _said(self, number: int, row: Mapping[str, str]) -> Iterator[Fault]:
        """Take in what is said once of the whole table, and yield where a row says otherwise."""
        for name in ("state", "as_of"):
            cell = row.get(name, "")
            if not cell.strip():
                continue
            first, where = self.said.setdefault(name, (cell, number))
            if cell != first:
                yield Fault(f"row {number}, {name}", f"{shown(cell)} is not {shown(first)}, as row {where} says")
            elif name == "as_of" and where == number:
                yield from _day_faults(number, row, name)

    def _answer(self, number: int, row: Mapping[str, str], bare: Implementation) -> Iterator[Fault]:
        provision = bare.provision
        if provision in self.rows:
            yield Fault(f"row {number}, provision", f"{provision} stands in row {self.rows[provision]} already")
            return
        self.rows[provision] = number
        faults = list(_cell_faults(number, row))
        yield from faults
        if faults or not any(row.get(name, "").strip() for name in ANSWERS):
            return
        try:
            self.answers[provision] = evolve(bare, **_said_of(row))
        except InvalidValue as error:
            yield Fault(f"row {number}, {error.field}", _not(error.value, error.expected))


def _delimiter(text: str) -> str:
    """Return what separates the cells: whichever the header has most of."""
    header = text.splitlines()[0] if text else ""
    return max(DELIMITERS, key=header.count)


def _restored(cell: str) -> str:
    return cell[1:] if _ESCAPED.match(cell) else cell


def _header_faults(header: Sequence[str]) -> Iterator[Fault]:
    named = [name for name in header if name]
    if not named:
        yield Fault("row 1", f"is not a header that names the columns: {', '.join(COLUMNS)}")
        return
    if len(named) > MOST_COLUMNS:
        yield Fault("row 1", f"names {len(named)} columns; at most {MOST_COLUMNS} are read")
        return
    for name in NEEDED:
        if name not in named:
            yield Fault("row 1", f"has no column {name}; it has: {', '.join(map(shown, named))}")
    for place, name in enumerate(header, 1):
        if name and name not in COLUMNS:
            yield Fault(f"row 1, column {place}", _not(name, f"one of: {', '.join(COLUMNS)}{perhaps(name, COLUMNS)}"))
        elif name and header.index(name) < place - 1:
            yield Fault(f"row 1, column {place}", f"{name} stands twice")


def _cell_faults(number: int, row: Mapping[str, str]) -> Iterator[Fault]:
    if _name(row, "status") not in {"", *_STATUS}:
        known = f"{', '.join(_STATUS)}{perhaps(row['status'], _STATUS)}"
        yield Fault(f"row {number}, status", _not(row["status"], f"one of: {known}"))
    if _name(row, "reserved") not in {"", *_RESERVED}:
        yield Fault(f"row {number}, reserved", _not(row["reserved"], "yes, no or blank (not known)"))
    for name in ("since", "reserved_on"):
        yield from _day_faults(number, row, name)


def _day_faults(number: int, row: Mapping[str, str], name: str) -> Iterator[Fault]:
    cell = row.get(name, "").strip()
    if cell and _day(cell) is None:
        yield day_fault(f"row {number}, {name}", cell, "a calendar day such as 2027-05-09, the year first")


def _name(row: Mapping[str, str], column: str) -> str:
    """Return a name out of a closed list as it is written by those who type: case and blanks do not matter."""
    return re.sub(r"[\s_-]+", "-", row.get(column, "").strip().lower())


def _said_of(row: Mapping[str, str]) -> dict[str, Any]:
    texts = {name: row[name] if row.get(name, "").strip() else None for name in TEXTS}
    return {
        **texts,
        "status": _STATUS.get(_name(row, "status"), ImplementationStatus.UNKNOWN),
        "since": _day(row.get("since", "").strip()),
        "reserved": _RESERVED.get(_name(row, "reserved")),
        "reserved_on": _day(row.get("reserved_on", "").strip()),
    }


def _not(value: object, expected: str) -> str:
    return f"{shown(value)} is not {expected}"


def _day(cell: str) -> date | None:
    with suppress(ValueError):
        if _DAY.fullmatch(cell):
            return date.fromisoformat(cell)
    return None


checked(__name__)
