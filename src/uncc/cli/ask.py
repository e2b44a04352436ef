"""The commands `ask`, one question after the other in a terminal, and `new`, a case file to fill in."""

from __future__ import annotations

import argparse
import json
import shlex
import sys
from pathlib import Path
from types import MappingProxyType
from typing import Any, TextIO

from uncc.cases import CaseKind
from uncc.cli.dialogue import Dialogue
from uncc.cli.files import keep
from uncc.doors.case_file import blank
from uncc.doors.interview import Interview
from uncc.doors.parsing import parsed, read_text
from uncc.doors.schema import schema
from uncc.doors.serial import SCHEMA_KEY, case_class, kind_in
from uncc.kernel.errors import DocumentError, Fault

__all__ = ["add_ask", "add_new"]

_KINDS = MappingProxyType({str(kind.value): kind for kind in CaseKind})


def add_ask(commands: Any) -> None:
    """Add the command that asks for a case, question by question."""
    command = commands.add_parser(
        "ask",
        help="ask for a case, one question after the other, and keep it in a file",
        description="Ask for what a case does not tell yet: what decides most first, and never what cannot matter. "
        "The file is kept after each answer, and the next call goes on where it stands.",
        epilog="Without a file the case is printed at the end, and the questions go to the error stream.",
    )
    command.set_defaults(answer=_asked, refuse=command.error)
    command.add_argument("kind", choices=[*_KINDS], metavar="KIND", help=f"one of: {', '.join(_KINDS)}")
    command.add_argument("file", type=Path, nargs="?", metavar="CASE.json", help="the case file; made where it is not")
    command.add_argument(
        "--answer",
        dest="wanted",
        action="append",
        default=[],
        metavar="ID",
        help="an answer of the report that is wanted, or a group of them such as grounds; can be given several times",
    )
    command.add_argument("--again", action="store_true", help='ask again what was answered with "not known"')


def _asked(options: argparse.Namespace) -> str:
    path: Path | None = options.file
    options.file = path or Path(f"{options.kind}.json")  # what a complaint is about
    interview = _begun(_KINDS[options.kind], path, options.wanted)
    if options.again:
        interview = interview.asked_anew()
    told: TextIO = sys.stderr if path is None else sys.stdout
    again = "" if path is None else _anew(options.kind, path, options.wanted)
    dialogue = Dialogue(
        interview, sys.stdin, told, lambda text: None if path is None else keep(path, text), again=again
    )
    text = dialogue.held().text
    return text if path is None else ""


def _anew(kind: str, path: Path, wanted: list[str]) -> str:
    """Return the command that asks again for what was answered with "not known"."""
    answers = (word for name in wanted for word in ("--answer", name))
    return shlex.join(["uncc", "ask", kind, str(path), *answers, "--again"])


def _begun(kind: CaseKind, path: Path | None, wanted: list[str]) -> Interview:
    if path is None or not path.exists():
        return Interview.of(kind, wanted)
    document = parsed(read_text(path))
    if kind_in(document) is not kind:
        raise DocumentError([Fault("case", f"{document['case']!r} is not {kind.value}, which is asked about")])
    return Interview.of(document, wanted)


def add_new(commands: Any) -> None:
    """Add the command that writes a case file to fill in."""
    command = commands.add_parser(
        "new",
        help="write a case file to fill in, with every key",
        description="Write a case file in which nothing is answered: every key is there, with null.",
        epilog="With --output the schema is written beside the file, by which an editor shows what each key means.",
    )
    command.set_defaults(answer=_new, refuse=command.error)
    command.add_argument("kind", choices=[*_KINDS], metavar="KIND", help=f"one of: {', '.join(_KINDS)}")
    command.add_argument("--output", type=Path, metavar="FILE", help="where to write it; by default it is printed")


def _new(options: argparse.Namespace) -> str:
    options.file = options.output
    model, beside = case_class(_KINDS[options.kind]), f"{options.kind}.schema.json"
    text = json.dumps({SCHEMA_KEY: f"./{beside}", **blank(model)}, indent=2) + "\n"
    if options.output is None:
        return text
    if options.output.exists():
        raise DocumentError([Fault("document", "is there already: nothing was written")])
    keep(options.output.with_name(beside), json.dumps(schema(model), indent=2, ensure_ascii=False) + "\n")
    keep(options.output, text)
    return ""
