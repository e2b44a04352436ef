"""The command `diff`: what changed between two reports, on two days or with other facts."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from uncc.cases import DomesticLaw, assess, diff
from uncc.cases.assessment import Request
from uncc.cli.catalogue import day_argument
from uncc.cli.forms import add_forms, told
from uncc.cli.sources import case_in, source
from uncc.kernel.errors import InvalidValue

__all__ = ["add_diff"]


def add_diff(commands: Any) -> None:
    """Add the command that tells what changed between two reports on one request."""
    command = commands.add_parser(
        "diff",
        help="say what changed between two days, or between two files on one request",
        description="Print what changed in the report on a request, and because of which facts: from one file to "
        "another, or in one file from day to day (uncc diff CASE.json --from DAY --to DAY).",
        epilog="A day that is given is also that of knowledge: what became known of the record later is left out.",
    )
    command.set_defaults(answer=_diff, refuse=command.error)
    command.add_argument("file", type=source, metavar="BEFORE.json", help="the case file")
    command.add_argument("after", type=source, nargs="?", metavar="AFTER.json", help="by default the same file")
    command.add_argument("--from", type=day_argument, dest="on_before", metavar="DAY", help="the day of the first")
    command.add_argument("--to", type=day_argument, dest="on_after", metavar="DAY", help="the day of the second")
    command.add_argument(
        "--known-on", type=day_argument, metavar="DAY", help="the day of knowledge of both, in place of their own"
    )
    add_forms(command, "json")


def _diff(options: argparse.Namespace) -> str:
    if options.after is None and options.on_before is None and options.on_after is None:
        options.refuse("two files, or one file and its days: --from DAY, --to DAY, or both")
    before = _request(options, options.file)
    after = before if options.after is None else _request(options, options.after)
    sides = ((before, options.on_before), (after, options.on_after))
    return told(options, diff(*(assess(case, on=on, known_on=options.known_on or on) for case, on in sides)))


def _request(options: argparse.Namespace, path: Path) -> Request:
    options.file = path  # the file that a complaint is about
    case = case_in(path)
    if isinstance(case, DomesticLaw):
        raise InvalidValue("case", case.case.value, "a request: the report on a State's law has no day and no standing")
    return case
