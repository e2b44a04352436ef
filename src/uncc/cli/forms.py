"""The forms in which a command gives what it has found, and the file into which it writes it."""

from __future__ import annotations

import argparse
from types import MappingProxyType
from typing import Any

from uncc.cli.files import keep, target
from uncc.doors.serial import to_json
from uncc.kernel.errors import DocumentError, Fault
from uncc.pages import Told, as_docx, as_html, as_markdown, as_text

__all__ = ["add_forms", "given", "told"]

_TEXTS = MappingProxyType({"text": as_text, "md": as_markdown, "html": as_html})


def add_forms(command: Any, *others: str, default: str = "text", also: str = "") -> None:
    """Add the options for the form of an answer and its file: `others` are forms beside those that every page has."""
    command.add_argument(
        "--format",
        choices=(*_TEXTS, "docx", *others),
        default=default,
        help=f"default: {default}; md is Markdown, docx (needs uncc[docx]) goes to a file{also}",
    )
    command.add_argument(
        "--output", type=target, metavar="FILE", help="where to write it; by default, and for -, it is printed"
    )


def told(options: argparse.Namespace, found: Told) -> str:
    """Give what was found in the form that was asked for: one that every page has, or JSON."""
    if options.format == "json":
        return given(options, to_json(found) + "\n")
    if options.format != "docx":
        return given(options, _TEXTS[options.format](found))
    if options.output is None:
        options.refuse("a DOCX file is not printed: say with --output where to write it")
    try:
        return given(options, as_docx(found))
    except ModuleNotFoundError as error:
        raise DocumentError([Fault("--format docx", str(error))]) from None


def given(options: argparse.Namespace, content: str | bytes) -> str:
    """Return what is to be printed; nothing where it is written into a file, in which it stands byte by byte."""
    if options.output is None:
        return content if isinstance(content, str) else content.decode()
    options.file = options.output  # the file that a complaint is about
    keep(options.output, content)
    return ""
