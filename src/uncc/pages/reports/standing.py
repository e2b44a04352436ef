"""Where the file stands on the day of the report: what is late or lost first, then what is due, open, kept and done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from types import MappingProxyType

from uncc.cases import DutyStanding, Phase, Report
from uncc.kernel.between import day_text, ends_of
from uncc.kernel.duties import Duty
from uncc.pages.duties import Names, below_duty, duty_words, who
from uncc.pages.page import Entry, Heading, Paragraph, Point, Points
from uncc.pages.reports.parts import Blocks
from uncc.pages.words import cited, count

__all__ = ["by_standing", "file_stands", "late_in_brief", "told_of"]

SOON = timedelta(days=14)
"""How far ahead a day counts as near."""
_LATE = tuple(status for status in Phase if status.is_late)
_OWED = (Phase.OWED, Phase.OWED_AS_FAR_AS_KNOWN)
_TO_DO = (Phase.OWED, Phase.OWED_AS_FAR_AS_KNOWN, Phase.OPEN)
_GROUPS = MappingProxyType(
    {
        "LATE, BROKEN OR OVER": _LATE,
        "TO BE DONE, OR OPEN": (*_TO_DO, Phase.WAITING),
        "TO BE KEPT": (Phase.CONTINUING,),
        "DONE": (
            *(Phase.DONE_LATE, Phase.DONE, Phase.DONE_IN_TIME, Phase.KEPT),
            *(Phase.USED_LATE, Phase.USED, Phase.DISPLACED),
        ),
        "NOT DETERMINED": (Phase.NOT_DETERMINED,),
        "NOT OWED": (Phase.NOT_YET, Phase.NOT_OWED),
    }
)
_REST = (*_GROUPS["NOT DETERMINED"], *_GROUPS["NOT OWED"])
_SOON = f"DUE, OR AT AN END, WITHIN {SOON.days} DAYS"
_SHOWN = MappingProxyType(
    {
        "LATE, BROKEN OR OVER": _LATE,
        _SOON: (),
        **{title: group for title, group in _GROUPS.items() if group[0] not in {*_LATE, *_REST}},
    }
)
_HAPPENED = frozenset({Phase.BROKEN, *_GROUPS["DONE"]} - {Phase.KEPT, Phase.DISPLACED})


def late_in_brief(report: Report) -> Iterator[Entry]:
    """Yield what is late or broken, in a line; nothing where nothing is."""
    urgent = [one for one in report.where if one.status in {Phase.BROKEN, Phase.OVERDUE}]
    unsure = [one for one in report.where if one.status is Phase.PAST_UNLESS_DONE]
    if urgent:
        yield "LATE", f"{', '.join(f'{one.duty} ({one.status.words})' for one in urgent)}"
    if unsure:
        yield "Past", f"{count(len(unsure), 'day')} of which the file does not say whether the act was done"


def file_stands(report: Report, names: Names) -> Blocks:
    """Yield where each duty stands, the most urgent first; of what is not owed, or not determined, how many."""
    told = _told(report)
    near = [pair for pair in told if _is_near(pair[1], report.header.as_of)]
    for title, group in _SHOWN.items():
        chosen = near if title == _SOON else [pair for pair in told if pair[1].status in group and pair not in near]
        ordered = sorted(chosen, key=lambda pair: ends_of(pair[1].last)[0] or date.max)
        if ordered:
            yield Points(tuple(Point(_line(*pair, names), cited=cited(pair[0].authority)) for pair in ordered), title)
    if rest := sum(one.status in _REST for one in report.where):
        more = "duty is" if rest == 1 else "duties are"
        yield Paragraph(f"{rest} more {more} not owed, or not determined: see who must now do what.")
    if not report.record:
        yield Paragraph("The file has no record of what was done: what follows from its facts is told, and no more.")


def by_standing(report: Report, names: Names) -> Blocks:
    """Yield the duties by where they stand, and below that by who must act, each with its reasons."""
    told = _told(report)
    for title, group in _GROUPS.items():
        chosen = [(duty, one) for duty, one in told if one.status in group]
        if not chosen:
            continue
        yield Heading(title)
        for bearer in dict.fromkeys(duty.bearer for duty, _ in chosen):
            points = (_point(duty, one, names) for duty, one in chosen if duty.bearer is bearer)
            yield Points(tuple(points), who(bearer, names))


def told_of(one: DutyStanding) -> str:
    """Return where a duty stands, with its days, in a few words."""
    words = one.status.words
    if one.status in _OWED and one.days_owed is not None:
        words += f"; it arose {count(one.days_owed, 'day')} ago at the earliest"
    if one.status is Phase.NOT_YET and one.since is not None:
        words += f", but from {day_text(one.since)}"
    if one.status in _HAPPENED and one.act is not None:
        words += f", on {day_text(one.act)}"
    if one.last is not None:
        words += f"; its last day {'was' if one.status in _LATE else 'is'} {day_text(one.last)}"
    return words


def _told(report: Report) -> list[tuple[Duty, DutyStanding]]:
    return list(zip(report.duties, report.where, strict=True))


def _is_near(one: DutyStanding, on: date) -> bool:
    last = ends_of(one.last)[0]
    return one.status.is_to_do and last is not None and last <= on + SOON


def _line(duty: Duty, one: DutyStanding, names: Names) -> str:
    return f"{duty_words(duty, names)}: {told_of(one)}"


def _point(duty: Duty, one: DutyStanding, names: Names) -> Point:
    towards = (Point(duty.towards.words, label="Towards:", aside=True),) if duty.towards else ()
    return Point(_line(duty, one, names), cited=cited(duty.authority), below=(*towards, *below_duty(duty)))
