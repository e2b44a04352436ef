"""The commands of the command line that ask the catalogue and review a State's implementation."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from attrs import evolve

from uncc.cases import DomesticLaw
from uncc.catalogue import row, where
from uncc.cli.forms import add_forms, add_language, given, told
from uncc.cli.sources import case_in, deposits_in, record_in, source, text_in
from uncc.doors.authentic_text import Language
from uncc.doors.kept_text import kept, place
from uncc.doors.serial import from_json, to_json
from uncc.final_provisions import EVERY_ACT
from uncc.kernel.between import LAST_YEAR, calendar_day
from uncc.kernel.duties import Duty, Modality
from uncc.kernel.errors import DocumentError, Fault, InvalidProvision, InvalidValue
from uncc.kernel.provisions import Provision, addresses
from uncc.kernel.roles import Role
from uncc.pages import provision_text, rows_csv, rows_markdown, rows_text
from uncc.procedural import ProceduralLaw
from uncc.review import Received, StateRecord, Strength, received, review, template, template_workbook

__all__ = ["add_laws", "add_obligations", "add_provision", "add_review", "day_argument", "with_laws"]

_LISTS = MappingProxyType({"text": rows_text, "csv": rows_csv, "md": rows_markdown})


def add_provision(commands: Any) -> None:
    """Add the command that tells one provision."""
    command = commands.add_parser(
        "provision",
        help="say what a provision says, how strongly, to whom, and what computes it",
        description="Print one provision, its neighbours, and the functions that compute it.",
    )
    command.set_defaults(answer=_provision)
    command.add_argument("provision", type=_citation, metavar="PROVISION", help="a citation such as '42(6)'")
    command.add_argument(
        "--format", choices=("text", "json"), default="text", help="text (default), or JSON for machines"
    )
    add_language(command)


def day_argument(text: str) -> date:
    """Return the day that an argument names, as `argparse` wants it."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text or day.year > LAST_YEAR:
        raise argparse.ArgumentTypeError(f"{text!r} is not {calendar_day(text)}")
    return day


def _citation(text: str) -> Provision:
    try:
        return Provision.parse(text)
    except InvalidProvision as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _provision(options: argparse.Namespace) -> str:
    if options.format == "text":
        options.file = place(Language(options.language))  # the file that a complaint is about
        return provision_text(options.provision, kept(Language(options.language)))
    within = [found for part in addresses() if options.provision.contains(part) and (found := row(part))]
    return to_json(within) + "\n"


def add_obligations(commands: Any) -> None:
    """Add the command that lists provisions."""
    command = commands.add_parser(
        "obligations",
        help="list what the Convention asks, by who bears it and how strongly",
        description="Print the provisions that meet every condition given, in the order of the text.",
    )
    command.set_defaults(answer=_obligations)
    for name, kind in (("bearer", Role), ("modality", Modality)):
        values = [str(member.value) for member in kind]
        command.add_argument(f"--{name}", choices=values, metavar=name.upper(), help=f"one of: {', '.join(values)}")
    command.add_argument("--chapter", type=int, choices=range(1, 10), metavar="N", help="a chapter, from 1 to 9")
    command.add_argument("--article", type=int, choices=range(1, 69), metavar="N", help="an article, from 1 to 68")
    command.add_argument(
        "--computed", action=argparse.BooleanOptionalAction, default=None, help="only what is computed here, or is not"
    )
    command.add_argument("--format", choices=("text", "md", "csv", "json"), default="text", help="default: text")


def _obligations(options: argparse.Namespace) -> str:
    found = where(
        modality=Modality(options.modality) if options.modality else None,
        bearer=Role(options.bearer) if options.bearer else None,
        chapter=options.chapter,
        article=options.article,
        computed=options.computed,
    )
    return to_json(found) + "\n" if options.format == "json" else _LISTS[options.format](found)


def add_review(commands: Any) -> None:
    """Add the command that reviews what a State says of its implementation."""
    command = commands.add_parser(
        "review",
        help="review what a State says of its implementation, or print a table to fill in",
        description="Print what a State's answers, its law and the notifications it owes say together.",
    )
    command.set_defaults(answer=_review, refuse=command.error)
    command.add_argument(
        "file",
        type=source,
        nargs="?",
        metavar="STATE.json|.csv|.xlsx",
        help="the State's answers: JSON or a table",
    )
    command.add_argument("--template", action="store_true", help="print a table to fill in, and nothing else")
    command.add_argument(
        "--chapter",
        type=int,
        choices=range(1, 10),
        metavar="N",
        help="of the template: this chapter",
    )
    strengths = [str(one.value) for one in Strength]
    command.add_argument(
        "--strength",
        choices=strengths,
        metavar="STRENGTH",
        help=f"of the template: {', '.join(strengths)}",
    )
    add_laws(command)
    command.add_argument(
        "--deposits", type=source, metavar="DEPOSITS.csv", help="what the depositary has received, as for uncc status"
    )
    command.add_argument(
        "--complete",
        action="store_true",
        help="the table has every act until the day",
    )
    command.add_argument(
        "--on", type=day_argument, metavar="DAY", help="the day of the deposits (default: the record's)"
    )
    command.add_argument(
        "--notifications",
        type=source,
        metavar="DUTIES.json",
        help="further notifications that it owes, as JSON",
    )
    add_forms(command, "json", "csv", "xlsx", also=", csv and xlsx (needs uncc[xlsx]) are the template")


def add_laws(command: Any) -> None:
    """Add the options for a State's laws."""
    command.add_argument("--law", type=source, metavar="LAW.json", help="its law, as a case file of domestic law")
    command.add_argument(
        "--procedural-law", type=source, metavar="LAW.json", help="its law on the powers of Chapter IV, as JSON"
    )


def _review(options: argparse.Namespace) -> str:
    path: Path | None = options.file
    if options.template is (path is not None):
        options.refuse("give a file to review, or --template alone")
    if options.deposits is None and (options.complete or options.on):
        options.refuse("--on and --complete go with --deposits")
    if options.template is not True and (options.chapter or options.strength or options.format in ("csv", "xlsx")):
        options.refuse("--chapter, --strength and the formats csv and xlsx go with --template")
    if path is None:
        return _template(options)
    record, owed = with_laws(record_in(path), options), None
    if options.notifications is not None:
        options.file = options.notifications
        owed = from_json(text_in(options.notifications), tuple[Duty, ...])
    return told(options, review(record, notifications=owed, depositary=_received(record, options)))


def _template(options: argparse.Namespace) -> str:
    strength = Strength(options.strength) if options.strength else None
    if options.format != "xlsx":
        return given(options, template(chapter=options.chapter, strength=strength))
    if options.output is None:
        options.refuse("an XLSX file is not printed: say with --output where to write it")
    try:
        return given(options, template_workbook(chapter=options.chapter, strength=strength))
    except ModuleNotFoundError as error:
        raise DocumentError([Fault("--format xlsx", str(error))]) from None


def with_laws(record: StateRecord, options: argparse.Namespace) -> StateRecord:
    """Return a record with the laws that the options name."""
    if options.law is not None:
        options.file = options.law  # the file that a complaint is about
        record = _with(record, "state.name", law=case_in(options.law, DomesticLaw))
    if options.procedural_law is not None:
        options.file = options.procedural_law
        law = from_json(text_in(options.procedural_law), ProceduralLaw)
        record = _with(record, "state.party.state.name", procedural_law=law)
    return record


def _with(record: StateRecord, place: str, **law: Any) -> StateRecord:
    try:
        return evolve(record, **law)
    except InvalidValue as error:
        raise DocumentError([Fault(place, f"{error.value!r} is not {error.expected}")]) from None


def _received(record: StateRecord, options: argparse.Namespace) -> Received | None:
    if options.deposits is None:
        return None
    if options.on is None and record.as_of is None:
        options.refuse("give --on DAY: the record does not say of which day it is")
    options.file = options.deposits
    history = deposits_in(options.deposits)
    if options.complete:
        history = evolve(history, complete_until=options.on or record.as_of, complete_for=EVERY_ACT)
    try:
        return received(record, history, options.on)
    except InvalidValue as error:
        raise DocumentError([Fault("participant", f"{error.value!r} is not {error.expected}")]) from None
