"""What a command reads: a file, or standard input where the call says `-`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar, overload

from uncc.cases import AssistanceCase, Case, ConfiscationCase, DomesticLaw, ExtraditionCase, PreservationCase
from uncc.doors.deposits import parse_deposits
from uncc.doors.parsing import MOST_BYTES, read_text, taken
from uncc.doors.serial import from_json, read_case
from uncc.final_provisions import CONVENTION, Clause, History
from uncc.kernel.errors import DocumentError, Fault
from uncc.review import StateRecord, from_csv, load_record

__all__ = ["case_in", "cases_in", "deposits_in", "record_in", "refuse_two_of_one", "source", "text_in"]

AnyCase = TypeVar("AnyCase", PreservationCase, AssistanceCase, ExtraditionCase, ConfiscationCase, DomesticLaw)
_STANDARD_INPUT = Path("-")


def source(name: str) -> Path:
    """Return the file that an argument names; `-` is standard input, and `./-` a file of that name."""
    return _STANDARD_INPUT if name == "-" else Path(name)


def text_in(path: Path) -> str:
    """Return what a file says; errors as for `read_text`."""
    if path is not _STANDARD_INPUT:
        return read_text(path)
    try:
        return taken(sys.stdin.buffer.read(MOST_BYTES + 1))
    except OSError as error:
        raise DocumentError([Fault("document", f"cannot be read: {error.strerror or error}")]) from error


@overload
def case_in(path: Path) -> Case: ...
@overload
def case_in(path: Path, model: type[AnyCase]) -> AnyCase: ...
def case_in(path: Path, model: type[Any] | None = None) -> Case:
    """Return the case that a file describes; errors as for `load_case`."""
    return read_case(text_in(path), model)


def cases_in(named: Mapping[str, Path]) -> dict[str, Case]:
    """Return the cases in several files by name; `DocumentError` with every fault of all, each with its file."""
    cases: dict[str, Case] = {}
    faults: list[Fault] = []
    for name, path in named.items():
        try:
            cases[name] = case_in(path)
        except DocumentError as error:
            faults += [Fault(f"{name}: {one.path}", one.message) for one in error.faults]
    if faults:
        raise DocumentError(faults)
    return cases


def deposits_in(path: Path, clause: Clause = CONVENTION) -> History:
    """Return the history that a table tells; errors as for `load_deposits`."""
    return parse_deposits(text_in(path), clause)


def record_in(path: Path) -> StateRecord:
    """Return what a State says of itself; of standard input, JSON where it begins so, and a table otherwise."""
    if path is not _STANDARD_INPUT:
        return load_record(path)
    text = text_in(path)
    return from_json(text, StateRecord) if text.lstrip().startswith("{") else from_csv(text)


def refuse_two_of_one(options: argparse.Namespace) -> None:
    """Refuse a call that reads standard input in two places: there is one of it."""
    if sum(path is _STANDARD_INPUT for path in _paths(options)) > 1:
        options.refuse("standard input (-) can be read once: give the other files by name")


def _paths(options: argparse.Namespace) -> Iterator[object]:
    for value in vars(options).values():
        yield from value if isinstance(value, list) else (value,)
