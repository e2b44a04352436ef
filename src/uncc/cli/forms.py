"""The forms in which a command gives what it has found, and the file into which it writes it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NoReturn

from uncc.cases import Report
from uncc.cli.files import keep, target
from uncc.doors.authentic_text import Language, Text
from uncc.doors.kept_text import kept, place
from uncc.doors.serial import to_json
from uncc.kernel.errors import DocumentError, Fault
from uncc.pages import Page, Told, as_docx, as_html, as_markdown, as_text, page_of, reports_calendar
from uncc.pages.beside import with_text
from uncc.pages.writers.docx import library

if TYPE_CHECKING:
    from uncc.pages.drawing import Picture

__all__ = ["add_forms", "add_language", "brought", "calendar", "given", "paged", "settle_form", "svg", "told"]

_TEXTS = MappingProxyType({"text": as_text, "md": as_markdown, "html": as_html})
_ENDINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {".md": ("md",), ".markdown": ("md",), ".html": ("html",), ".htm": ("html",)}
    | {".txt": ("text", "md"), ".json": ("json", "case")}
    | {f".{form}": (form,) for form in ("docx", "xlsx", "csv", "ics", "svg")}
)
"""Which forms a file with an ending may have; the first where none is given."""


def add_forms(command: Any, *others: str, default: str = "text", also: str = "") -> None:
    """Add the options for the form of an answer and its file: `others` are forms beside those that every page has."""
    command.set_defaults(usual_format=default, formats=(*_TEXTS, "docx", *others))
    command.add_argument(
        "--format",
        choices=(*_TEXTS, "docx", *others),
        help=f"default: by the ending of the file, else {default}; md is Markdown, docx (needs uncc[docx]) goes "
        f"to a file{also}",
    )
    command.add_argument("--output", type=target, metavar="FILE", help="where to write it; by default it is printed")
    command.add_argument(
        "--with-text",
        action="store_true",
        help="show the Convention's words too (uncc text add)",
    )
    add_language(command)


def settle_form(options: argparse.Namespace) -> None:
    """Take the form from the ending of the file where none is given; one that contradicts the ending is refused."""
    formats: tuple[str, ...] | None = getattr(options, "formats", None)
    if formats is None:
        return
    ending = "" if options.output is None else options.output.suffix.lower()
    meant = _ENDINGS.get(ending, (options.format or options.usual_format,))
    if options.format is None:
        options.format = meant[0]
    if options.format not in meant:
        options.refuse(f"--format {options.format} contradicts the ending of {options.output}: {ending} is {meant[0]}")
    if options.format not in formats:
        options.refuse(f"no {ending} file comes of this command; its formats are {', '.join(formats)}")
    if options.format == "docx":  # refused before anything is asked or worked out
        if options.output is None:
            options.refuse("a DOCX file is not printed: say with --output where to write it")
        try:
            library()
        except ModuleNotFoundError as error:
            options.refuse(str(error))


def add_language(command: Any) -> None:
    """Add the option for the language of the Convention's text."""
    command.add_argument(
        "--language",
        choices=[str(one.value) for one in Language],
        default=Language.ENGLISH.value,
        metavar="LANG",
        help="of these words: ar, en, es, fr, ru, zh",
    )


def told(options: argparse.Namespace, found: Told, *, short: bool = False) -> str:
    """Give what was found in the form that was asked for: one that every page has, or JSON, which is always whole."""
    if options.format == "json":
        return given(options, to_json(found) + "\n")
    page = paged(options, found, short=short)
    return given(options, as_docx(page) if options.format == "docx" else _TEXTS[options.format](page))


def paged(options: argparse.Namespace, found: Told, *, short: bool = False) -> Page:
    """Return what was found as a page, with the words of the Convention where they are asked for."""
    page = page_of(found).short() if short else page_of(found)
    return with_text(page, brought(options)) if options.with_text else page


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
    if vars(options).get("with_text") and options.format not in (*_TEXTS, "docx"):
        options.refuse(f"--with-text goes with the formats {', '.join(_TEXTS)} and docx")
    if options.output is None:
        return content if isinstance(content, str) else content.decode()
    options.file = options.output  # the file that a complaint is about
    keep(options.output, content)
    return ""


def brought(options: argparse.Namespace) -> Text:
    """Return the text of the Convention that is kept in the language that was asked for."""
    language = Language(options.language)
    options.file = place(language)  # the file that a complaint is about
    text = kept(language)
    if text is None:
        raise DocumentError(
            [Fault("document", f"is not there: bring the text in {language.words} by `uncc text add FILE`")]
        )
    return text
