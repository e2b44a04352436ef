"""The doors through which input comes, each as a function that raises where something does not hold."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress
from datetime import date
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from fuzz.checks import comes_back, docx_is_whole, faults_are_told, html_is_whole, in_time, is_visible
from fuzz.seeds import models
from uncc.cases import Case, Report, assess
from uncc.cli import main
from uncc.doors.deposits import parse_deposits
from uncc.doors.serial import from_json, read_case
from uncc.final_provisions import History, StatusTable, status_table
from uncc.kernel.errors import DocumentError, InvalidProvision, NotDraftedError
from uncc.kernel.findings import Finding
from uncc.kernel.provisions import Provision
from uncc.kernel.shown import Shown
from uncc.pages import as_docx, as_html, as_markdown, as_text, finding_mermaid, provision_text, report_calendar
from uncc.pages.documents import DocumentKind, draft
from uncc.review import StateRecord, from_csv, review, to_csv

__all__ = ["TARGETS"]

_DAYS = (date(1, 1, 1), date(2028, 3, 12), date(9000, 12, 31))
_LINES = "\n\r"


def documents(data: bytes) -> None:
    """Read a document of the kind that the first byte says: a model that comes back as it was, or its faults."""
    if not data:
        return
    model = models()[data[0] % len(models())]
    text = data[1:].decode("utf-8", "surrogateescape" if data[0] & 64 else "replace")
    with in_time(len(data)):
        try:
            value: Any = from_json(text, cast("type[Any]", model))
        except DocumentError as error:
            faults_are_told(error, _parsed(text))
            return
    comes_back(value, model)
    _shown(value)


def _every_form(value: Any) -> None:
    """Check a page in each form but DOCX, whose file is dear to write, and as a notebook asks for it."""
    is_visible(as_text(value))
    is_visible(as_markdown(value))
    html_is_whole(as_html(value))
    html_is_whole(str(value._repr_html_()))


def _parsed(text: str) -> Any:
    with suppress(ValueError, RecursionError):
        return json.loads(text)
    return None


def _shown(value: Any) -> None:
    """Check every form in which a model that was read can be shown."""
    if isinstance(value, Shown):
        _every_form(value)
    if isinstance(value, Report):
        _calendar(value)
    if isinstance(value, History):
        _status(value)
    if isinstance(value, StateRecord):
        _every_form(review(value))


def answers(data: bytes) -> None:
    """Assess a case, and write down what was found in every form."""
    text = data.decode("utf-8", "replace")
    try:
        case = read_case(text)
    except DocumentError as error:
        faults_are_told(error, _parsed(text))
        return
    with in_time(len(data)):
        report = assess(case)
        _every_form(report)
    with in_time(len(data)):
        comes_back(report, type(report))
    if isinstance(report, Report):
        _calendar(report)
        for answer in report.answers[:2]:
            _mermaid(answer.finding)
    _drafts(case, len(data))


def _mermaid(finding: Finding) -> None:
    diagram = finding_mermaid(finding)
    is_visible(diagram)
    assert all(line.startswith(("flowchart LR", "    n")) for line in diagram.splitlines())


def _calendar(report: Report) -> None:
    from icalendar import Calendar

    text = report_calendar(report)
    calendar: Any = Calendar.from_ical(text)
    assert not calendar.errors
    assert text.count("BEGIN:VEVENT\r\n") == len(calendar.walk("VEVENT"))
    assert len(text.splitlines()) == text.count("\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    is_visible(text, also=_LINES)


def _drafts(case: Case, size: int) -> None:
    for number, kind in enumerate(DocumentKind):
        with in_time(size):
            try:
                found = draft(case, kind)
            except NotDraftedError as error:
                is_visible(str(error))
                continue
            is_visible(as_text(found))
            is_visible(as_markdown(found))
            html_is_whole(as_html(found))
            if number % 8 == size % 8:  # the file is dear to write
                docx_is_whole(as_docx(found))


def tables(data: bytes) -> None:
    """Read a table of depositary events, or of answers, as the first byte says; what is read is the same in JSON."""
    if not data:
        return
    text = data[1:].decode("utf-8", "surrogateescape" if data[0] & 64 else "replace")
    with in_time(len(data)):
        try:
            found = from_csv(text) if data[0] % 2 else parse_deposits(text)
        except DocumentError as error:
            faults_are_told(error)
            return
    if isinstance(found, StateRecord):
        comes_back(found, StateRecord)
        assert from_csv(to_csv(found)) == found
        assert all(cell[:1] not in "=+-@\t\r" for cell in _cells(to_csv(found)) if cell)
        with in_time(0):
            _every_form(review(found))
    else:
        comes_back(found, History)
        _status(found)


def _cells(text: str) -> Iterator[str]:
    import csv

    for row in csv.reader(StringIO(text, newline="")):
        yield from row


def _status(history: History) -> None:
    with in_time(50 * len(history.events)):
        for day in _DAYS:
            table = status_table(history, day)
            _every_form(table)
            comes_back(table, StatusTable)


def citations(data: bytes) -> None:
    """Read a citation: a provision that is read again as it is printed, or an error of the library."""
    text = data.decode("utf-8", "surrogateescape")
    with in_time(len(data)):
        try:
            provision = Provision.parse(text)
        except InvalidProvision as error:
            assert len(str(error)) < 500
            return
    assert Provision.parse(str(provision)) == provision
    assert Provision.parse(str(provision)).steps == provision.steps
    is_visible(provision_text(provision))


_COMMANDS: tuple[tuple[str, ...], ...] = (
    ("assess", "FILE"),
    ("assess", "FILE", "--format", "json"),
    ("assess", "FILE", "--format", "ics"),
    ("status", "FILE", "--on", "2028-03-12"),
    ("status", "FILE", "--on", "9000-12-31", "--days", "36525", "--format", "json"),
    ("review", "FILE"),
    ("review", "FILE", "--format", "html"),
    ("review", "TABLE", "--format", "md"),
    ("review", "TABLE", "--deposits", "FILE", "--on", "0001-01-01"),
    ("draft", "FILE", "--document", "refusal"),
    ("draft", "FILE", "--document", "information-request", "--letter", "FILE"),
    ("review", "FILE", "--law", "FILE", "--procedural-law", "FILE", "--notifications", "FILE"),
)


def commands(data: bytes) -> None:
    """Call the command line on a file: an answer and 0, or a complaint and 2, and never both."""
    if not data:
        return
    with TemporaryDirectory() as folder:
        for name in ("FILE", "TABLE.csv"):
            Path(folder, name).write_bytes(data[1:])
        names = {"FILE": f"{folder}/FILE", "TABLE": f"{folder}/TABLE.csv"}
        arguments = [names.get(word, word) for word in _COMMANDS[data[0] % len(_COMMANDS)]]
        out, err = StringIO(), StringIO()
        with in_time(len(data)), redirect_stdout(out), redirect_stderr(err):
            status: object
            try:
                status = main(arguments)
            except SystemExit as left:  # a mistake in the call, which `argparse` tells
                status = left.code
    is_visible(err.getvalue())
    is_visible(out.getvalue(), also=_LINES)
    assert status in {0, 2}, status
    assert bool(out.getvalue()) is (status == 0)
    assert bool(err.getvalue()) is (status == 2)


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target for target in (documents, answers, tables, citations, commands)
}
"""Every door by its name; each takes any bytes."""
