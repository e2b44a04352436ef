"""The deadlines of a report as an iCalendar (RFC 5545), for any calendar program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from types import MappingProxyType
from typing import Any
from uuid import UUID, uuid5

from attrs import frozen

from uncc import kernel
from uncc.cases import Report
from uncc.kernel.between import ADOPTED_ON
from uncc.kernel.dates import Deadline
from uncc.kernel.findings import Node
from uncc.pages.called import names_in
from uncc.pages.duties import duty_words
from uncc.pages.words import visible

__all__ = ["report_calendar", "reports_calendar"]

ALARMS = (7, 1)
"""How many days before each day an alarm rings."""
_NAMESPACE = UUID("6f0b6c1e-3b0c-5d52-9a55-0f2f6b1f8a0d")
"""Of the identifiers of events: it never changes, so that a calendar knows an event again."""


_ENDS = MappingProxyType(
    {
        ("preservation-window", "not-before"): "The data stay preserved at least to the end of this day",
        ("preservation-window", "not-after"): "Last day to which the duty to preserve the data can reach",
        ("order-window", "not-after"): "Last day on which the order to preserve the data can bind the person",
    }
)
"""What the ends of the spans of a report are."""


@frozen
class _Entry:
    """One day of a report: what it is, and whether it is settled."""

    id: str
    words: str
    deadline: Deadline
    because: Node | None


def report_calendar(report: Report) -> str:
    """Return the deadlines of a report as iCalendar text: one event, of a whole day, for each.

    The day on which a preservation ends as things stand, every duty with a day, and the ends of every span; what does
    not arise is left out, and what is not determined is tentative, with the questions that are open. No clock is read:
    every event is stamped with the day of the report, and one of a later day is newer for a calendar (`SEQUENCE`). An
    event has the same identifier in every calendar on a request with a reference, so that a later one takes its place;
    one without a reference is told from others by its offence and all facts that are stated of it.
    The title names the request, and an alarm rings some days before. `ModuleNotFoundError` without the extra
    `uncc[calendar]`.
    """
    return reports_calendar((report,))


def reports_calendar(reports: Iterable[Report]) -> str:
    """Return the deadlines of several reports as one calendar, each as in `report_calendar`."""
    from icalendar import Calendar

    calendar: Any = Calendar()
    calendar.add("prodid", f"-//uncc//uncc {kernel.__version__}//EN")
    calendar.add("version", "2.0")
    for report in reports:
        for entry in _entries(report):
            calendar.add_component(_event(entry, report))
    text: bytes = calendar.to_ical()
    return text.decode()


def _entries(report: Report) -> Iterator[_Entry]:
    names = names_in(report)
    if report.expires_on is not None:
        yield _Entry("expires-on", "Last day of the preservation, as things stand", report.expires_on, None)
    dated = [
        (duty, duty.deadline)
        for duty in report.duties
        if isinstance(duty.deadline, Deadline) and not duty.trigger.is_no
    ]
    for duty, deadline in dated:
        yield _Entry(f"duty-{duty.key}", f"Last day: {duty_words(duty, names)}", deadline, duty.trigger)
    told = {deadline for _, deadline in dated}
    yield from (entry for entry in _of_spans(report) if entry.deadline not in told)


def _of_spans(report: Report) -> Iterator[_Entry]:
    for span in report.spans:
        because = span.window.because
        for name, bound in (("not-before", span.window.not_before), ("not-after", span.window.not_after)):
            if bound is not None and not because.is_no:
                yield _Entry(f"{span.id}-{name}", _ENDS[span.id, name], bound, because)


def _event(entry: _Entry, report: Report) -> Any:
    from icalendar import Alarm, Event

    settled = entry.because is None or entry.because.is_yes
    event: Any = Event()
    event.add("uid", str(uuid5(_NAMESPACE, "\n".join((*_request(report), entry.id)))))
    event.add("dtstamp", datetime.combine(report.header.as_of, time(), UTC))
    event.add("sequence", max(0, (report.header.as_of - ADOPTED_ON).days))
    event.add("dtstart", entry.deadline.on)
    event.add("summary", visible(f"{report.header.reference or '(no reference)'}: {entry.words}"))
    event.add("description", "\n".join(visible(line) for line in _description(entry, report)))
    event.add("categories", [str(provision) for provision in entry.deadline.authority])
    event.add("status", "CONFIRMED" if settled else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    for days in ALARMS:
        alarm: Any = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", timedelta(days=-days))
        alarm.add("description", visible(entry.words))
        event.add_component(alarm)
    return event


def _request(report: Report) -> tuple[str, ...]:
    """Return what tells one request from another: its reference, or all that is stated of it where it has none."""
    header = report.header
    stated = (
        (header.reference,)
        if header.reference is not None
        else (str(header.made_on), str(header.offence), *(f"{one.path}: {one.value}" for one in report.supplied))
    )
    return (report.case.value, header.requesting, header.requested, *stated)


def _description(entry: _Entry, report: Report) -> Iterator[str]:
    header = report.header
    yield f"Request {header.reference or '(no reference)'}: {header.requesting} to {header.requested}"
    yield f"Day: {entry.deadline}"
    if entry.because is not None and entry.because.is_unknown:
        yield from (f"Open: {question}" for question in entry.because.open_questions)
    yield f"As of {header.as_of}, by uncc {report.library}. Not legal advice."
