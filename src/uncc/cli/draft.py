"""The command of the command line that drafts documents."""

from __future__ import annotations

import argparse
from pathlib import Path
from types import MappingProxyType
from typing import Any

from uncc.cooperation import Ground
from uncc.doors.serial import from_json, load_case, read_text
from uncc.kernel.errors import DocumentError, Fault
from uncc.pages.documents import (
    DocumentKind,
    Draft,
    Letter,
    draft,
    draft_docx,
    draft_html,
    draft_markdown,
    draft_text,
)

__all__ = ["add_draft"]

_TEXTS = MappingProxyType({"markdown": draft_markdown, "text": draft_text, "html": draft_html})


def add_draft(commands: Any) -> None:
    """Add the command that drafts a document from a case."""
    command = commands.add_parser(
        "draft",
        help="draft a document from a case: a request, a reply, a notice",
        description="Print a document as far as the case can fill it; what is open is marked, and listed at its end.",
    )
    command.set_defaults(answer=_drafted, refuse=command.error)
    command.add_argument("file", type=Path, metavar="CASE.json", help="the case file")
    kinds = [str(kind.value) for kind in DocumentKind]
    command.add_argument("--document", required=True, choices=kinds, metavar="KIND", help=f"one of: {', '.join(kinds)}")
    command.add_argument(
        "--ground",
        action="append",
        default=[],
        choices=[str(ground.value) for ground in Ground],
        metavar="GROUND",
        help="a ground of a refusal or a consultation, such as essential-interests; can be given several times",
    )
    command.add_argument("--letter", type=Path, metavar="LETTER.json", help="what the document says beyond the case")
    command.add_argument(
        "--format", choices=(*_TEXTS, "docx"), default="markdown", help="default: markdown; docx needs --output"
    )
    command.add_argument("--output", type=Path, metavar="FILE", help="where to write it; by default it is printed")


def _drafted(options: argparse.Namespace) -> str:
    if options.format == "docx" and options.output is None:
        options.refuse("a DOCX file is not printed: say with --output where to write it")
    case = load_case(options.file)
    grounds = tuple(ground for name in options.ground for ground in Ground if ground.value == name)
    (kind,) = (kind for kind in DocumentKind if kind.value == options.document)
    found = draft(case, kind, grounds=grounds, letter=_letter(options))
    if options.output is None:
        return _TEXTS[options.format](found)
    _write(options, found)
    return ""


def _letter(options: argparse.Namespace) -> Letter:
    if options.letter is None:
        return Letter()
    try:
        return from_json(read_text(options.letter), Letter)
    except DocumentError:
        options.file = options.letter  # the file that the complaint is about
        raise


def _write(options: argparse.Namespace, found: Draft) -> None:
    try:
        content = draft_docx(found) if options.format == "docx" else _TEXTS[options.format](found).encode()
    except ModuleNotFoundError as error:
        raise DocumentError([Fault("--format docx", str(error))]) from None
    try:
        options.output.write_bytes(content)
    except (OSError, ValueError) as error:
        options.file = options.output
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise DocumentError([Fault("document", f"cannot be written: {reason}")]) from None
