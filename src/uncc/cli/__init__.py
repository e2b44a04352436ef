"""The command line: `uncc assess`, `ask`, `new`, `diff`, `draft`, `status`, `review`, `join` and the others.

Exit status 0 when an answer was printed, whatever the answer is; 2 for a mistake in the call or the document, for a
document that is not drafted since it has no place in the case, for a case too large for an exact answer, and where the
answer cannot be written; 130 after an interrupt.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from uncc.cli.ask import add_ask, add_new
from uncc.cli.assess import add_assess
from uncc.cli.catalogue import add_obligations, add_provision, add_review, day_argument
from uncc.cli.diff import add_diff
from uncc.cli.docket import add_docket
from uncc.cli.draft import add_draft
from uncc.cli.files import refuse_own_input
from uncc.cli.forms import add_forms, given, settle_form, svg, told
from uncc.cli.join import add_join
from uncc.cli.schema import add_schema
from uncc.cli.sources import deposits_in, refuse_two_of_one, source
from uncc.cli.streams import Parser, complain, ended, put
from uncc.cli.text import add_text
from uncc.doors.parsing import MOST_FAULTS
from uncc.final_provisions import CONVENTION, Clause, status_table
from uncc.kernel import __version__
from uncc.kernel.errors import DocumentError, UnccError
from uncc.pages import escaped, participation_curve

__all__ = ["main"]


MOST_DAYS = 36_525
_STATUS = "Exit status: 0 an answer was printed or written; 2 none was, and the error says why."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    return ended(lambda: _answered(arguments))


def _answered(arguments: Sequence[str] | None) -> int:
    options = _options(arguments)
    settle_form(options)
    refuse_two_of_one(options)
    try:
        refuse_own_input(options)
        put(options.answer(options))
    except DocumentError as error:
        complain(_complaint(options.file, error))
        return 2
    except UnccError as error:  # a document that has no place in the case, or a case too large for an exact answer
        lines = "\n".join(escaped(line) for line in str(error).split("\n"))
        complain(f"uncc: {escaped(str(options.file))}: {lines}")
        return 2
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return what the command line says; a file that may be left out may also come after the options."""
    parser = _parser()
    options, left = parser.parse_known_args(arguments)
    if len(left) == 1 and not left[0].startswith("-") and getattr(options, "file", "") is None:
        options.file = Path(left.pop())
    if left:
        parser.error(f"unrecognized arguments: {' '.join(left)}")
    return options


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="uncc",
        description="The United Nations Convention against Cybercrime: reasoned answers with their provisions.",
        epilog="Exit status: 0 an answer was printed; 2 the call or the document is faulty, nothing can be written, "
        "or a document is not drafted since it has no place in the case.",
    )
    parser.add_argument("--version", action="version", version=f"uncc {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    add_assess(commands)
    add_ask(commands)
    add_new(commands)
    add_docket(commands)
    add_diff(commands)
    add_draft(commands)
    _add_status(commands)
    add_provision(commands)
    add_obligations(commands)
    add_review(commands)
    add_join(commands)
    add_schema(commands)
    add_text(commands)
    for command in commands.choices.values():
        command.epilog = " ".join(filter(None, (command.epilog, _STATUS)))
    return parser


def _add_status(commands: Any) -> None:
    command = commands.add_parser(
        "status",
        help="say who takes part in a treaty on a day, and when it enters into force",
        description="Print who takes part in a treaty on a day, by a table of what its depositary has received.",
        epilog="By default the clause is that of the Convention; another treaty with such a clause has other numbers.",
    )
    command.set_defaults(answer=_status, refuse=command.error)
    command.add_argument("file", type=source, metavar="DEPOSITS.csv", help="a table: participant,date,act and so on")
    command.add_argument("--on", type=day_argument, required=True, metavar="DAY", help="the day, such as 2026-11-23")
    add_forms(command, "json", "svg", also=", svg (needs uncc[plot]) is the participants over time as a picture")
    numbers = (
        ("--instruments", CONVENTION.instruments, "how many instruments must be deposited"),
        ("--days", CONVENTION.days, "which day after the deposit that completes them is that of entry into force"),
        ("--later-days", CONVENTION.later_days, "which day after its own deposit it is for one that comes later"),
    )
    for name, number, words in numbers:
        command.add_argument(name, type=_number, default=number, metavar="N", help=f"{words} (default: {number})")


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 5 and 1 <= int(text) <= MOST_DAYS):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to {MOST_DAYS}")
    return int(text)


def _status(options: argparse.Namespace) -> str:
    clause = Clause(instruments=options.instruments, days=options.days, later_days=options.later_days)
    history = deposits_in(options.file, clause)
    if options.format == "svg":
        return given(options, svg(options, lambda: participation_curve(history, options.on)))
    return told(options, status_table(history, options.on))


def _complaint(path: Path, error: DocumentError) -> str:
    name, faults = escaped(str(path)), [escaped(str(fault)) for fault in error.faults]
    if len(faults) == 1:
        return f"uncc: {name}: {faults[0]}"
    count = f"{len(faults)} faults" if len(faults) <= MOST_FAULTS else f"more than {MOST_FAULTS} faults"
    return "\n".join([f"uncc: {name}: {count}", *(f"  {fault}" for fault in faults)])
