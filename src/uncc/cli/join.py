"""The command that draws up the ratification file of a State that joins."""

from __future__ import annotations

import argparse
from typing import Any

from uncc.cli.catalogue import add_laws, day_argument, with_laws
from uncc.cli.forms import add_forms, given, told
from uncc.cli.sources import deposits_in, record_in, source
from uncc.kernel.errors import DocumentError, Fault, InvalidValue
from uncc.kernel.parties import State
from uncc.pages import as_xlsx
from uncc.review import RatificationFile, StateRecord, ratification_file

__all__ = ["add_join"]


def add_join(commands: Any) -> None:
    """Add the command that says what a State must and may do to join."""
    command = commands.add_parser(
        "join",
        help="say every act by which a State joins, by when, what it changes, with a draft of its wording",
        description="Print the ratification file of a State: consent, declarations, reservations, notifications, "
        "authorities and laws.",
    )
    command.set_defaults(answer=_joining, refuse=command.error)
    command.add_argument(
        "file",
        type=source,
        nargs="?",
        metavar="STATE.json|.csv|.xlsx",
        help="what it says of itself, as for uncc review",
    )
    command.add_argument("--state", metavar="NAME", help="its name, where there is no such file")
    add_laws(command)
    command.add_argument(
        "--deposits", type=source, metavar="DEPOSITS.csv", help="what the depositary has received, as for uncc status"
    )
    command.add_argument("--on", type=day_argument, metavar="DAY", help="the day (default: that of the file)")
    command.add_argument(
        "--deposit-on", type=day_argument, metavar="DAY", help="the day on which its instrument is to be deposited"
    )
    add_forms(command, "json", "xlsx", also=", xlsx (needs uncc[xlsx]) is a workbook and goes to a file")


def _joining(options: argparse.Namespace) -> str:
    if (options.file is None) is (options.state is None):
        options.refuse("give a file on the State, or its name with --state")
    record = StateRecord(state=State(options.state)) if options.file is None else record_in(options.file)
    record = with_laws(record, options)
    if options.on is None and record.as_of is None:
        options.refuse("give --on DAY: no record says of which day it is")
    if options.deposits is not None:
        options.file = options.deposits  # the file that a complaint is about
    history = None if options.deposits is None else deposits_in(options.deposits)
    try:
        found = ratification_file(record, history, options.on, deposit_on=options.deposit_on)
    except InvalidValue as error:
        raise DocumentError([Fault(error.field, f"{error.value!r} is not {error.expected}")]) from None
    return _workbook(options, found) if options.format == "xlsx" else told(options, found)


def _workbook(options: argparse.Namespace, found: RatificationFile) -> str:
    if options.output is None:
        options.refuse("an XLSX file is not printed: say with --output where to write it")
    try:
        return given(options, as_xlsx(found))
    except ModuleNotFoundError as error:
        raise DocumentError([Fault("--format xlsx", str(error))]) from None
