"""The days of a request, one row for each, as `uncc.pages.report_timeline` draws them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import MappingProxyType
from typing import Any

from attrs import fields, frozen

from uncc.cases import CaseKind, DutyStanding, Phase, Report, Span
from uncc.cooperation import PreservationMeasure
from uncc.kernel.between import ends_of
from uncc.kernel.dates import Deadline
from uncc.kernel.duties import Duty, Promptness
from uncc.kernel.facts import DayFact
from uncc.kernel.findings import Node, Truth
from uncc.kernel.lists import items_of
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision, art
from uncc.pages.called import names_in
from uncc.pages.drawing import INK, LINE, Key, Picture, days_along, look, named_at, picture, said, wrapped
from uncc.pages.duties import duty_words
from uncc.pages.words import count, no_last_day

__all__ = ["timeline"]

_ON_REQUESTS = MappingProxyType(
    {
        CaseKind.PRESERVATION: art(42, 1),
        CaseKind.ASSISTANCE: art(40, 1),
        CaseKind.EXTRADITION: art(37),
        CaseKind.CONFISCATION: art(50, 1),
    }
)
_MARK = look(color=INK, linestyle="none", markersize=7, markeredgecolor=INK)
STATED: Key = (look(**_MARK, marker="o", markerfacecolor="white"), "a day that the case states")
FLOOR: Key = (look(**_MARK, marker=">"), "not before the end of this day: the floor")
CEILING: Key = (look(**_MARK, marker="<"), "not after this day: the ceiling")
EXPIRY: Key = (look(**_MARK, marker="s"), "the last day, as things stand")
DUE: Key = (look(**_MARK, marker="D"), "the last day for something that is owed or open now")
PERHAPS: Key = (
    look(**_MARK, marker="D", markerfacecolor="white"),
    "the same where it is not determined: open questions can still change it",
)
DONE: Key = (look(**_MARK, marker="P"), "the day on which it was done, or used")
LATE: Key = (look(**_MARK, marker="X"), "a last day that is past, or the day of a breach: late, not fulfilled, or over")
BETWEEN: Key = (look(color=INK, linewidth=2.5), "the days between a floor and a ceiling")
OPEN: Key = (look(color=INK, linewidth=1, linestyle=(0, (4, 3))), "no end is set or determined on this side")
TODAY: Key = (look(color=INK, linewidth=0.8, linestyle=":"), "the day of the report, which the case states")
BESIDE = 40
"""How many characters of the words beside a mark stand on one line."""
_KEYS = (STATED, FLOOR, CEILING, BETWEEN, EXPIRY, DONE, LATE, DUE, PERHAPS, OPEN, TODAY)


@frozen
class Mark(Model):
    """A day in a row, and the words beside it."""

    key: Key
    on: date
    words: str


@frozen
class Row(Model):
    """One row: what it is about, and its marks; of a window, the words for an end that is not there on either side."""

    words: str
    marks: tuple[Mark, ...]
    open_before: str = ""
    open_after: str = ""

    @property
    def keys(self) -> tuple[Key, ...]:
        """What of the key the row uses."""
        between = (BETWEEN,) if len(self.marks) > 1 else ()
        unended = (OPEN,) if self.open_before or self.open_after else ()
        return (*(mark.key for mark in self.marks), *between, *unended)

    @property
    def has_line(self) -> bool:
        """Whether it has a line, so that its words stand above and below it and not beside a mark."""
        return len(self.keys) > 1 or not self.marks

    @property
    def lines(self) -> int:
        """How many lines of text its words take."""
        texts = (self.open_before, self.open_after, *(mark.words for mark in self.marks))
        longest = max(wrapped(words, BESIDE).count("\n") + 1 for words in texts)
        return 2 * longest + 1 if self.has_line else longest


def timeline(report: Report, measure: PreservationMeasure | None) -> Picture:
    """Return the picture of a report, with what has happened to the data as far as `measure` tells it."""
    rows = [*_stated(report, measure), *_computed(report)] or [Row("No other day is stated or counted.", ())]
    labels = [wrapped(row.words, 52) for row in rows]
    heights = [max(label.count("\n") + 1, row.lines) + 0.8 for row, label in zip(rows, labels, strict=True)]
    used = [TODAY, *(key for row in rows for key in row.keys)]
    header, today = report.header, report.header.as_of
    about = f", {header.reference}" if header.reference else ""
    made, axes = picture(
        f"{report.case.value.capitalize()}: {header.requesting} to {header.requested}{about}; as of {today}",
        f"Computed by uncc {report.library} from the facts in the case file. Not legal advice.",
        max(sum(heights), 3) * LINE,
        [key for key in _KEYS if key in used],
    )
    days = [today, *(mark.on for row in rows for mark in row.marks)]
    days_along(axes, min(days), max(days), room=0.3 if OPEN in used else 0)
    axes.set_ylim(max(sum(heights), 3), 0)
    axes.axvline(today.toordinal(), **TODAY[0])
    places = [sum(heights[:place]) + own / 2 for place, own in enumerate(heights)]
    for place, row in zip(places, rows, strict=True):
        _draw(axes, place, row, today)
    named_at(axes, places, labels)
    return made


# The rows


def _stated(report: Report, measure: PreservationMeasure | None) -> Iterator[Row]:
    header, on_request = report.header, _ON_REQUESTS[report.case]
    days = [
        (header.made_on, "the request was made", on_request),
        (header.received_on, "the request was received", on_request),
        *(() if measure is None else _of_measure(measure, report.case)),
    ]
    known = {(on, words, cited): None for on, words, cited in days if isinstance(on, date)}
    for on, words, cited in sorted(known, key=lambda one: one[0]):
        yield Row(f"Stated: {words} [{cited}]", (Mark(STATED, on, str(on)),))


def _of_measure(measure: PreservationMeasure, case: CaseKind) -> Iterator[tuple[DayFact, str, Provision]]:
    """Yield what has happened to the data, day by day."""
    if case is not CaseKind.PRESERVATION:  # where it is the request of the report itself
        yield measure.request_received_on, "the earlier request for preservation was received", art(42, 1)
    yield measure.effected_on, "the data were preserved from this day on", art(42, 8)
    if measure.order is not None:
        yield measure.order.ordered_on, "the custodian was ordered to preserve the data", art(25, 2)
    yield measure.assistance_requested_on, "the request to search, seize or disclose was received", art(42, 8)
    yield measure.decided_on, "that request was decided on", art(42, 8)
    for extension, _ in items_of(measure, fields(PreservationMeasure).extensions):
        yield extension.requested_on, "an extension was asked for", art(42, 9)
        if extension.granted:
            yield extension.until, "the extension that was granted ends", art(42, 9)


def _computed(report: Report) -> Iterator[Row]:
    yield from (_of_span(span) for span in report.spans if not span.window.because.is_no)
    if report.spans:
        yield _of_expiry(report)
    names = names_in(report)
    told = [(duty, one) for duty, one in zip(report.duties, report.where, strict=True) if _has_place(duty, one)]
    for duty, one in sorted(told, key=lambda pair: _by_day(*pair)):
        yield _of_duty(duty, one, f"{duty_words(duty, names)} [{', '.join(map(str, duty.authority))}]")


def _of_span(span: Span) -> Row:
    window = span.window
    open_now, cited = _open(window.because), window.because.citation
    floor = () if window.not_before is None else (Mark(FLOOR, window.not_before.on, str(window.not_before)),)
    last = () if window.not_after is None else (Mark(CEILING, window.not_after.on, f"{window.not_after}{open_now}"),)
    before = "" if floor else "no floor is set or known"
    after = "" if last else f"{no_last_day(window)}{open_now}"
    return Row(f"{span.question} [{cited}]", (*floor, *last), before, after)


def _of_expiry(report: Report) -> Row:
    cited = f"{art(42, 8)}, {art(42, 9)}"
    words = f"The last day of the preservation, as things stand [{cited}]"
    if report.expires_on is not None:
        return Row(words, (Mark(EXPIRY, report.expires_on.on, str(report.expires_on)),))
    found = [answer.finding for answer in report.answers if answer.id == "expiry"]
    said = "".join(f"{_NO_DAY[one.truth]}{_open(one)}" for one in found) or _NO_DAY[Truth.UNKNOWN]
    return Row(words, (), open_after=said)


_NO_DAY = MappingProxyType(
    {
        Truth.YES: "a day is set and not known",
        Truth.NO: "no day is set: a decision is pending",
        Truth.UNKNOWN: "no day is set or known",
    }
)


def _has_place(duty: Duty, one: DutyStanding) -> bool:
    """Whether a duty has a row: it has a last day or a standard of speed, or a day on which it was done or broken."""
    return one.status is not Phase.NOT_OWED and (duty.deadline is not None or _day_of(one) is not None)


def _day_of(one: DutyStanding) -> date | None:
    """Return the day on which it was done or broken, or the earliest that its last day can be."""
    if (one.status is Phase.BROKEN or not (one.status.is_late or one.status.is_to_do)) and isinstance(one.act, date):
        return one.act
    last: date | None = ends_of(one.last)[0]
    return last


def _by_day(duty: Duty, one: DutyStanding) -> tuple[bool, date, str]:
    day = _day_of(one)
    return day is None, day or date.max, duty.id


def _of_duty(duty: Duty, one: DutyStanding, words: str) -> Row:
    day = _day_of(one)
    if day is None:
        speed = duty.deadline.value if isinstance(duty.deadline, Promptness) else ""
        return Row(words, (), open_after=f"{speed}: no day is set{_open(duty.trigger)}")
    if not one.status.is_to_do and one.status is not Phase.NOT_DETERMINED:
        return Row(
            words,
            (Mark(LATE if one.status.is_late else DONE, day, f"{_told_day(duty, one, day)}: {one.status.words}"),),
        )
    mark = PERHAPS if duty.trigger.is_unknown else DUE
    return Row(words, (Mark(mark, day, f"{duty.deadline or day}{_open(duty.trigger)}"),))


def _told_day(duty: Duty, one: DutyStanding, day: date) -> str:
    """Return the day, with the provision that sets it where it is the deadline."""
    return str(duty.deadline) if one.status.is_late and isinstance(duty.deadline, Deadline) else str(day)


def _open(finding: Node) -> str:
    if not finding.is_unknown:
        return ""
    return f"; not determined, {count(len(finding.open_questions), 'open question')}"


# The drawing


def _draw(axes: Any, place: float, row: Row, today: date) -> None:
    left, right = axes.get_xlim()
    days = [mark.on.toordinal() for mark in row.marks]
    begin, end = (min(days), max(days)) if days else (today.toordinal(),) * 2
    if begin < end:
        axes.plot([begin, end], [place, place], **BETWEEN[0])
    if row.open_before:
        axes.plot([left, begin], [place, place], **OPEN[0])
        _say(axes, (left, place), row.open_before, lift=1)
    if row.open_after:
        axes.plot([end, right], [place, place], **OPEN[0])
        _say(axes, (end, place), row.open_after, lift=-1)
    for mark, day in zip(row.marks, days, strict=True):
        axes.plot([day], [place], zorder=3, clip_on=False, **mark.key[0])
        _say(axes, (day, place), mark.words, lift=0 if not row.has_line else -1 if mark.key is CEILING else 1)


def _say(axes: Any, place: tuple[float, float], words: str, lift: int) -> None:
    """Write words at a day: beside its mark, or above or below the line; towards the side where there is room."""
    left, right = axes.get_xlim()
    leftwards = place[0] - left > (right - left) * 0.5
    aside = 2 if lift else 8
    said(
        axes,
        place,
        wrapped(words, BESIDE),
        xytext=(-aside if leftwards else aside, 6 * lift),
        ha="right" if leftwards else "left",
        va=("center", "bottom", "top")[lift],
    )
