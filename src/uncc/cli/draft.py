"""The command of the command line that drafts documents."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from uncc.cli.forms import add_forms, told
from uncc.cli.sources import case_in, source, text_in
from uncc.cooperation import Ground
from uncc.doors.serial import from_json
from uncc.kernel.errors import DocumentError
from uncc.pages import escaped
from uncc.pages.documents import DocumentKind, DraftStatus, Letter, draft

__all__ = ["add_document", "add_draft", "document_meant"]


def add_draft(commands: Any) -> None:
    """Add the command that drafts a document from a case."""
    command = commands.add_parser(
        "draft",
        help="draft a document from a case: a request, a reply, a notice",
        description="Print a document as far as the case can fill it; what is open is marked, and listed at its end.",
        epilog="To be asked for what is open: uncc ask, with the same --document.",
    )
    command.set_defaults(answer=_drafted, refuse=command.error)
    command.add_argument("file", type=source, metavar="CASE.json", help="the case file")
    add_document(command, required=True)
    command.add_argument(
        "--needed",
        action="store_true",
        help="mark only what a draft cannot do without",
    )
    command.add_argument("--letter", type=source, metavar="LETTER.json", help="what the document says beyond the case")
    add_forms(command, default="md")


def add_document(command: Any, *, required: bool = False) -> None:
    """Add the options that say which document is meant, on which grounds, and how far it has come."""
    kinds = [str(kind.value) for kind in DocumentKind]
    command.add_argument(
        "--document", required=required, choices=kinds, metavar="KIND", help=f"one of: {', '.join(kinds)}"
    )
    command.add_argument(
        "--ground",
        action="append",
        default=[],
        choices=[str(ground.value) for ground in Ground],
        metavar="GROUND",
        help="a ground of a refusal or a consultation, such as essential-interests; can be given several times",
    )
    command.add_argument(
        "--status",
        choices=[str(status.value) for status in DraftStatus],
        default=DraftStatus.DRAFT.value,
        help="draft (default); final or sent: without the marks of a draft. Refused while a gap stands that the "
        "document cannot do without, or its days do not agree; what the author is to settle first is told as a warning",
    )


def _drafted(options: argparse.Namespace) -> str:
    case = case_in(options.file)
    kind, grounds = document_meant(options)
    status, letter = DraftStatus(options.status), _letter(options)
    found = draft(case, kind, grounds=grounds, letter=letter, status=status, needed_only=options.needed)
    if found.status is not DraftStatus.DRAFT:
        for words in found.unsettled:
            print(
                f"uncc: {escaped(str(options.file))}: warning: to be settled first: {escaped(words)}", file=sys.stderr
            )
    return told(options, found)


def document_meant(options: argparse.Namespace) -> tuple[DocumentKind, tuple[Ground, ...]]:
    """Return the document that is meant, and the grounds that are named for it."""
    grounds = tuple(ground for name in options.ground for ground in Ground if ground.value == name)
    (kind,) = (kind for kind in DocumentKind if kind.value == options.document)
    return kind, grounds


def _letter(options: argparse.Namespace) -> Letter:
    if options.letter is None:
        return Letter()
    try:
        return from_json(text_in(options.letter), Letter)
    except DocumentError:
        options.file = options.letter  # the file that the complaint is about
        raise
