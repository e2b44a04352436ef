"""The deadlines of a report as an iCalendar, read back by a parser."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from icalendar import Calendar

from tests.effort import effort
from uncc.cases import PreservationCase, Report, Request, assess
from uncc.cli import main
from uncc.cooperation import Extension, Offence, PreservationRequest
from uncc.doors.serial import load_case, to_json
from uncc.kernel.dates import Deadline
from uncc.kernel.parties import State, StateParty
from uncc.pages import report_calendar
from uncc.testing import assistance_cases, cases

EXAMPLES = Path(__file__).parents[2] / "examples"
EXAMPLE = EXAMPLES / "hospital_ransomware.json"

SOFTENED = "as domestic law must oblige it to (for the period that domestic law sets)"
TESMARK = "The requested State (Tesmark)"

Capture = pytest.CaptureFixture[str]


def case() -> PreservationCase:
    """Return the case of the example."""
    return load_case(EXAMPLE, PreservationCase)


def events(text: str) -> list[Any]:
    """Return the events of a calendar, as a parser understands them."""
    calendar: Any = Calendar.from_ical(text)
    assert not calendar.errors
    found: list[Any] = calendar.walk("VEVENT")
    assert not [event for event in found if event.errors]
    return found


def days(report: Report) -> list[tuple[date, str]]:
    """Return the days of a report's calendar, each with what it is."""
    return [(event.decoded("dtstart"), str(event["summary"])) for event in events(report_calendar(report))]


ASKED = "Last day: The requesting State (Noravia) may ask for an extension of the period of preservation"
REFERENCE = "NPS-CYB-2028-0147/PR-02"


def test_every_day_of_the_report() -> None:
    """The end of the preservation, the duties with a day, and the ends of the spans that no duty tells already."""
    assert days(assess(case())) == [
        (date(2028, 5, 9), f"{REFERENCE}: Last day of the preservation, as things stand"),
        (
            date(2028, 7, 8),
            f"{REFERENCE}: Last day: The custodian shall keep the preservation confidential, {SOFTENED}",
        ),
        (
            date(2028, 5, 9),
            f"{REFERENCE}: Last day: The requested State (Tesmark) shall keep the data preserved for 60 days at least",
        ),
        (
            date(2028, 5, 9),
            f"{REFERENCE}: {ASKED}",
        ),
        (
            date(2028, 6, 8),
            f"{REFERENCE}: Last day on which the order to preserve the data can bind the person",
        ),
    ]


def test_what_is_not_determined_is_tentative() -> None:
    """A day that open questions can still move is tentative, and says which."""
    report = assess(load_case(EXAMPLES / "subscriber_information.json"))
    assert isinstance(report, Report)
    (event,) = events(report_calendar(report))
    assert (event["status"], event.decoded("dtstart")) == ("TENTATIVE", date(2028, 5, 9))
    assert "Open: the request to search, seize or disclose the data was decided [Art. 42(8)]" in event["description"]
    assert [event["status"] for event in events(report_calendar(assess(case())))] == ["CONFIRMED"] * 5


def test_what_an_event_says() -> None:
    """An event lasts its day, takes no time, is stamped with the day of the report and cites its provisions."""
    event = events(report_calendar(assess(case())))[0]
    assert event.decoded("dtstamp") == datetime(2028, 3, 13, tzinfo=UTC)
    assert (event["transp"], event["categories"].to_ical()) == ("TRANSPARENT", b"Art. 42(8)")
    assert str(event["description"]).splitlines()[:2] == [
        "Request NPS-CYB-2028-0147/PR-02: Noravia to Tesmark",
        "Day: 2028-05-09 [Art. 42(8)]",
    ]
    assert "dtend" not in event


def test_an_event_is_known_again() -> None:
    """After an extension each event has the identifier that it had, and its new day; another request has others."""
    before = {str(event["uid"]): event.decoded("dtstart") for event in events(report_calendar(assess(case())))}
    extension = Extension(requested_on=date(2028, 4, 1), granted=True, until=date(2028, 8, 1))
    extended = attrs.evolve(case(), measure=attrs.evolve(case().measure, extensions=(extension,)))
    after = {str(event["uid"]): event.decoded("dtstart") for event in events(report_calendar(assess(extended)))}
    assert len(before) == 5
    assert set(after) == set(before)
    assert date(2028, 8, 1) in after.values()
    other = attrs.evolve(case(), request=attrs.evolve(case().request, reference="PR-03"))
    assert not {str(event["uid"]) for event in events(report_calendar(assess(other)))} & set(before)


@pytest.mark.long
@effort(25)
@given(case=cases() | assistance_cases())
def test_no_day_is_lost_whatever_the_case(case: Request) -> None:
    """Whatever the case and the texts in it, a parser finds the very days of the report, and each event once."""
    report = assess(case)
    found = events(report_calendar(report))
    told = {report.expires_on.on} if report.expires_on else set[date]()
    told |= {d.deadline.on for d in report.duties if isinstance(d.deadline, Deadline) and not d.trigger.is_no}
    windows = [span.window for span in report.spans if not span.window.because.is_no]
    told |= {bound.on for window in windows for bound in (window.not_before, window.not_after) if bound}
    assert {event.decoded("dtstart") for event in found} == told
    assert len({event["uid"] for event in found}) == len(found)


@pytest.mark.parametrize("nasty", ["x\nEND:VEVENT", "a\r\nATTACH:x", "b;c,d\\n", "\x1b[31m\u202e", "é" * 100])
def test_a_text_of_the_case_breaks_nothing(nasty: str) -> None:
    """What a case file says cannot end an event or begin another line of it."""
    found = attrs.evolve(case(), request=attrs.evolve(case().request, reference=nasty))
    parsed = events(report_calendar(assess(found)))
    assert len(parsed) == 5
    assert {name for event in parsed for name in event} == {
        *("SUMMARY", "DTSTART", "DTSTAMP", "UID", "CATEGORIES", "DESCRIPTION", "STATUS", "TRANSP", "SEQUENCE")
    }


def test_the_command(capsys: Capture) -> None:
    """`uncc assess --format ics` prints the calendar and nothing else."""
    assert main(["assess", str(EXAMPLE), "--format", "ics"]) == 0
    assert capsys.readouterr() == (report_calendar(assess(case())), "")


def test_requests_without_a_reference_never_share_an_event() -> None:
    """Where a request has no reference, its offence and each fact that is stated of it tell it from another."""
    bare = attrs.evolve(case(), request=attrs.evolve(case().request, reference=None))
    offence = attrs.evolve(bare.request, offence=Offence(title="investment fraud"))
    others = (
        attrs.evolve(bare, request=offence),
        attrs.evolve(bare, outlook=attrs.evolve(bare.outlook, will_not_secure_data=True)),
    )
    found = [{str(event["uid"]) for event in events(report_calendar(assess(one)))} for one in (bare, *others)]
    assert all(not one & other for one, other in combinations(found, 2))


def test_a_later_calendar_is_newer() -> None:
    """The same case on a later day has the same events, with a higher number of their sequence."""
    later = attrs.evolve(case(), as_of=case().as_of + timedelta(days=3))
    first, second = (events(report_calendar(assess(one)))[0] for one in (case(), later))
    assert (first["uid"], second["sequence"] - first["sequence"]) == (second["uid"], 3)


def test_a_case_without_a_day_has_no_calendar(capsys: Capture, tmp_path: Path) -> None:
    """No empty file is written: one message says why."""
    path = tmp_path / "case.json"
    empty = PreservationCase(
        as_of=date(2028, 3, 12),
        requesting=StateParty(state=State("Astoria")),
        requested=StateParty(state=State("Borduria")),
        request=PreservationRequest(),
    )
    path.write_text(to_json(empty), encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["assess", str(path), "--format", "ics"])
    assert ended.value.code == 2
    assert "the report has no day for a calendar" in capsys.readouterr().err


def test_a_law_has_no_deadlines(capsys: Capture) -> None:
    """For a State's law the form is refused, as a mistake in the call."""
    with pytest.raises(SystemExit) as ended:
        main(["assess", str(EXAMPLES / "statute_drovia.json"), "--format", "ics"])
    assert ended.value.code == 2
    assert "a report on a State's law has no deadlines" in capsys.readouterr().err


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """Where the library for calendars is not installed, the message says what to install."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(SystemExit) as ended:
        main(["assess", str(EXAMPLE), "--format", "ics"])
    assert ended.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith("a calendar needs icalendar: install uncc[calendar]\n")
