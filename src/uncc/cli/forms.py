"""The forms in which a command gives what it has found, and the file into which it writes it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NoReturn

from uncc.cases import Report
from uncc.doors.serial import to_json
from uncc.kernel.errors import DocumentError, Fault
from uncc.pages import Told, as_docx, as_html, as_markdown, as_text, page_of, reports_calendar

if TYPE_CHECKING:
    from uncc.pages.drawing import Picture

__all__ = ["add_forms", "calendar", "given", "svg", "told"]

_TEXTS = MappingProxyType({"text": as_text, "md": as_markdown, "html": as_html})


def add_forms(command: Any, *others: str, default: str = "text", also: str = "") -> None:
    """Add the options for the form of an answer and its file: `others` are forms beside those that every page has."""
    command.add_argument(
        "--format",
        choices=(*_TEXTS, "docx", *others),
        default=default,
        help=f"default: {default}; md is Markdown, docx (needs uncc[docx]) goes to a file{also}",
    )
    command.add_argument("--output", type=Path, metavar="FILE", help="where to write it; by default it is printed")


def told(options: argparse.Namespace, found: Told, *, short: bool = False) -> str:
    """Give what was found in the form that was asked for: one that every page has, or JSON, which is always whole."""
    if options.format == "json":
        return given(options, to_json(found) + "\n")
    page = page_of(found).short() if short else page_of(found)
    if options.format != "docx":
        return given(options, _TEXTS[options.format](page))
    if options.output is None:
        options.refuse("a DOCX file is not printed: say with --output where to write it")
    try:
        return given(options, as_docx(page))
    except ModuleNotFoundError as error:
        raise DocumentError([Fault("--format docx", str(error))]) from None


def svg(options: argparse.Namespace, draw: Callable[[], Picture]) -> str:
    """Return a picture; without the extra that draws it, the call is refused."""
    refuse: Callable[[str], NoReturn] = options.refuse
    try:
        return draw().svg()
    except ModuleNotFoundError as error:
        refuse(str(error))


def calendar(options: argparse.Namespace, reports: Sequence[Report]) -> str:
    """Return the deadlines of reports as one calendar; one without a day is refused, and no file is written."""
    refuse: Callable[[str], NoReturn] = options.refuse
    try:
        found = reports_calendar(reports)
    except ModuleNotFoundError:
        refuse("a calendar needs icalendar: install uncc[calendar]")
    if "BEGIN:VEVENT" not in found:
        refuse(f"{'the report has' if len(reports) == 1 else 'the reports have'} no day for a calendar")
    return found


def given(options: argparse.Namespace, content: str | bytes) -> str:
    """Return what is to be printed; nothing where it is written into a file, in which it stands byte by byte."""
    if options.output is None:
        return content if isinstance(content, str) else content.decode()
    try:
        options.output.write_bytes(content.encode() if isinstance(content, str) else content)
    except (OSError, ValueError) as error:
        options.file = options.output  # the file that the complaint is about
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise DocumentError([Fault("document", f"cannot be written: {reason}")]) from None
    return ""
