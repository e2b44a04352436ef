"""The command `docket`: what is late and what is due, over a folder of case files."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from uncc.cases import Docket, DomesticLaw, Report, assess, docket
from uncc.cases.assessment import Request
from uncc.cases.consistency import later_than
from uncc.cli.catalogue import day_argument
from uncc.cli.forms import add_forms, calendar, given, told
from uncc.cli.sources import cases_in
from uncc.kernel.errors import DocumentError, Fault
from uncc.pages import docket_csv

__all__ = ["add_docket"]


def add_docket(commands: Any) -> None:
    """Add the command that lists what is late and due over many cases."""
    command = commands.add_parser(
        "docket",
        help="say what is late and what is due over a folder of cases",
        description="Print what is late or not fulfilled on a day, and what is due soon, over a folder of case files.",
        epilog="A file that is no case, or has a fault, is told with all others, and then nothing else is printed.",
    )
    command.set_defaults(answer=_docket, refuse=command.error)
    command.add_argument("file", type=Path, metavar="FOLDER", help="the folder; each *.json in it is a case file")
    command.add_argument("--on", type=day_argument, required=True, metavar="DAY", help="the day that is asked about")
    command.add_argument("--within", type=int, default=14, metavar="N", help="how many days ahead (default: 14)")
    add_forms(command, "csv", "json", "ics", also=", csv is a table, ics (needs uncc[calendar]) one calendar")


def _docket(options: argparse.Namespace) -> str:
    cases = _read(options.file)
    if options.format == "ics":
        return given(options, calendar(options, list(_reports(cases, options))))
    found: Docket = docket(cases, on=options.on, within=options.within)
    return given(options, docket_csv(found)) if options.format == "csv" else told(options, found)


def _reports(cases: Mapping[str, Request], options: argparse.Namespace) -> Iterator[Report]:
    """Yield the reports on the cases of which the request was made and received by the day."""
    folder: Path = options.file
    for name, case in cases.items():
        options.file = folder / name  # the file that a complaint is about
        if not any(later_than(options.on, case.request)):
            yield assess(case, on=options.on)


def _read(folder: Path) -> dict[str, Request]:
    """Return the cases of requests in a folder by the names of their files; `DocumentError` with every fault of all."""
    if not folder.is_dir():
        raise DocumentError([Fault("document", "is no folder")])
    found = cases_in({path.name: path for path in sorted(folder.glob("*.json"))})
    return {name: case for name, case in found.items() if not isinstance(case, DomesticLaw)}
