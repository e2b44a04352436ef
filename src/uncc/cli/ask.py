"""The commands `ask`, one question after the other in a terminal, and `new`, a case file to fill in."""

from __future__ import annotations

import argparse
import errno
import json
import os
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any, TextIO

from uncc.cases import CaseKind
from uncc.cli.dialogue import Dialogue
from uncc.cli.draft import add_document, document_meant
from uncc.cli.files import keep
from uncc.cli.forms import add_forms, told
from uncc.cli.sitting import Sitting
from uncc.cli.standing import asked_again
from uncc.cli.wording import folded
from uncc.cooperation import Ground
from uncc.doors.case_file import blank
from uncc.doors.interview import Interview
from uncc.doors.parsing import parsed, read_text
from uncc.doors.schema import schema
from uncc.doors.serial import SCHEMA_KEY, case_class, from_data, kind_in
from uncc.kernel.errors import DocumentError, Fault, NotDraftedError
from uncc.pages import escaped
from uncc.pages.documents import Draft, DraftStatus, Letter

__all__ = ["add_ask", "add_new"]

_KINDS = MappingProxyType({str(kind.value): kind for kind in CaseKind})
_HOW_FAR = MappingProxyType(
    {DraftStatus.DRAFT: "a draft", DraftStatus.FINAL: "ready to sign", DraftStatus.SENT: "as it was sent"}
)


def add_ask(commands: Any) -> None:
    """Add the command that asks for a case, question by question."""
    command = commands.add_parser(
        "ask",
        help="ask for a case, one question after the other, and keep it in a file",
        description="Ask for what a case does not tell yet: what decides most first, and never what cannot matter. "
        "The file is kept after each answer, and the next call goes on where it stands.",
        epilog="With --document it is asked for what the document needs, and that is written to --output: as a draft, "
        "while something stands in the way of its --status. Without a file the case is printed at the end, and the "
        "questions go to the error stream.",
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
    add_document(command)
    command.add_argument(
        "--letter",
        type=Path,
        metavar="FILE",
        help="where what the document says beyond the case is kept; by default beside it, with the ending .letter",
    )
    add_forms(command, default="md")


def _asked(options: argparse.Namespace) -> str:
    path: Path | None = options.file
    _check(options)
    _check_folders(options)
    options.file = path or Path(f"{options.kind}.json")  # what a complaint is about
    sitting = _begun(options, path)
    if options.again:
        sitting = sitting.asked_anew()
    stream: TextIO = sys.stderr if path is None else sys.stdout
    again = "" if path is None else _anew(options, path)
    sitting = Dialogue(sitting, sys.stdin, stream, lambda one: _keep(options, path, one), again=again).held()
    if path is None:
        return sitting.interview.text
    if sitting.document is not None and sitting.interview.case is not None:
        stream.writelines(f"{escaped(line)}\n" for line in _written(options, path, sitting))
    return ""


def _check(options: argparse.Namespace) -> None:
    """Refuse a call that does not say what a document needs; take the usual file for its words."""
    if options.document is None:
        for name in ("output", "letter", "ground"):
            if getattr(options, name):
                options.refuse(f"--{name} goes with --document")
        return
    kinds = document_meant(options)[0].cases
    if _KINDS[options.kind] not in kinds:
        options.refuse(f"{options.document} is a document of: {', '.join(str(kind.value) for kind in kinds)}")
    output: Path | None = options.output
    if options.file is None or output is None:
        options.refuse("--document needs a file for the case, and --output for the document")
    elif options.letter is None:
        options.letter = output.with_suffix(".letter")


def _check_folders(options: argparse.Namespace) -> None:
    """Refuse a file that cannot be written where it is meant to be, before anything is asked."""
    for place in filter(None, (options.file, options.output, options.letter)):
        folder = place.resolve().parent
        if not os.access(folder, os.W_OK):
            options.file = place
            why = os.strerror(errno.EACCES if folder.exists() else errno.ENOENT)
            raise DocumentError([Fault("document", f"cannot be written: {why}")])


def _keep(options: argparse.Namespace, path: Path | None, sitting: Sitting) -> None:
    """Keep the case, and the words of the document once there are any; a complaint is about the one that fails."""
    if path is not None:
        keep(path, sitting.interview.text)
    if sitting.letter or (options.letter is not None and options.letter.exists()):
        options.file = options.letter
        keep(options.letter, sitting.letter_text)
        options.file = path


def _written(options: argparse.Namespace, path: Path, sitting: Sitting) -> Iterator[str]:
    """Write the document as far as it has come; yield how far that is, and what holds it up."""
    goes_on = any(one.path not in sitting.postponed for one in sitting.questions)
    try:
        found, held_up = _as_meant(sitting, DraftStatus(options.status))
    except NotDraftedError:
        if not goes_on:
            raise
        yield f"{options.output} is not written yet. The same command goes on."
        return
    told(options, found)
    yield f"{options.output} is written: {_HOW_FAR[found.status]}.{' The same command goes on.' if goes_on else ''}"
    if goes_on:
        return
    if held_up is None:
        for words in found.unsettled:
            yield from folded(f"Before you send it: {words}.")
        return
    for words in (f"{held_up.why[:1].upper()}{held_up.why[1:]}:", *held_up.because.splitlines()):
        yield from folded(words)
    yield from asked_again(_anew(options, path, sitting.grounds))


def _as_meant(sitting: Sitting, status: DraftStatus) -> tuple[Draft, NotDraftedError | None]:
    """Return the document with the status that is meant; or as a draft, with what holds that up."""
    try:
        return sitting.drafted(status), None
    except NotDraftedError as error:
        if status is DraftStatus.DRAFT:
            raise
        return sitting.drafted(), error


def _anew(options: argparse.Namespace, path: Path, grounds: tuple[Ground, ...] = ()) -> str:
    """Return the command that asks again for what was answered with "not known"."""
    words = ["uncc", "ask", options.kind, str(path)]
    words += [word for name in options.wanted for word in ("--answer", name)]
    if options.document is not None:
        words += ["--document", options.document]
        words += [word for ground in grounds for word in ("--ground", ground.value)]
        words += ["--status", options.status, "--letter", str(options.letter), "--output", str(options.output)]
    return shlex.join([*words, "--again"])


def _interview(kind: CaseKind, path: Path | None, wanted: list[str]) -> Interview:
    if path is None or not path.exists():
        return Interview.of(kind, wanted)
    document = parsed(read_text(path))
    if kind_in(document) is not kind:
        raise DocumentError([Fault("case", f"{document['case']!r} is not {kind.value}, which is asked about")])
    return Interview.of(document, wanted)


def _begun(options: argparse.Namespace, path: Path | None) -> Sitting:
    kind: CaseKind = _KINDS[options.kind]
    interview = _interview(kind, path, options.wanted)
    if options.document is None:
        return Sitting(interview=interview)
    document, grounds = document_meant(options)
    sitting = Sitting(interview=interview, document=document, letter=_letter(options))
    return sitting.resting_on(grounds)


def _letter(options: argparse.Namespace) -> dict[str, Any]:
    """Return what the document says beyond the case, as it was kept; errors are about its file."""
    if not options.letter.exists():
        return {}
    case, options.file = options.file, options.letter
    said: dict[str, Any] = parsed(read_text(options.letter))
    from_data(said, Letter)
    options.file = case
    return said


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
