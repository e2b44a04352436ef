"""Where the file stands on the day of the report: what is late or lost first, then what is due, open, kept and done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from types import MappingProxyType
from typing import TypeAlias

from uncc.cases import DutyStanding, Phase, Report
from uncc.kernel.between import Between, day_text, ends_of
from uncc.kernel.duties import Duty
from uncc.kernel.roles import Role
from uncc.pages.called import Called
from uncc.pages.duties import below_duty, duty_words, who
from uncc.pages.page import Heading, Paragraph, Point, Points, Section
from uncc.pages.reports.brief import Brief, listed
from uncc.pages.reports.parts import Blocks, section
from uncc.pages.words import cited, count, on_day

__all__ = ["LATE_OR_OVER", "by_standing", "file_stands", "late_in_brief", "told_of"]

Told: TypeAlias = tuple[Duty, DutyStanding]
SOON = timedelta(days=14)
"""How far ahead a day counts as near."""
LATE_OR_OVER = f"Late, {Phase.BROKEN.words} or over"
"""What is told first, in a report and in a docket."""
_LATE = tuple(status for status in Phase if status.is_late)
_OWED = (Phase.OWED, Phase.OWED_AS_FAR_AS_KNOWN)
_DONE = (
    *(Phase.DONE_LATE, Phase.DONE, Phase.DONE_IN_TIME, Phase.KEPT),
    *(Phase.USED_LATE, Phase.USED, Phase.DISPLACED),
)
_GROUPS = MappingProxyType(
    {
        LATE_OR_OVER.upper(): _LATE,
        "TO BE DONE, OR OPEN": (*_OWED, Phase.OPEN, Phase.WAITING),
        "TO BE KEPT": (Phase.CONTINUING,),
        "DONE": _DONE,
        "NOT DETERMINED": (Phase.NOT_DETERMINED,),
        "NOT OWED": (Phase.NOT_YET, Phase.NOT_OWED),
    }
)
_LATE_NOW, _SOON = LATE_OR_OVER.upper(), f"DUE, OR AT AN END, WITHIN {SOON.days} DAYS"
_SHOWN = MappingProxyType(
    {
        _LATE_NOW: _LATE,
        _SOON: (),
        "TO BE DONE": (Phase.OWED,),
        "TO BE DONE, UNLESS IT WAS: THE FILE DOES NOT SAY": (Phase.OWED_AS_FAR_AS_KNOWN,),
        "WAITING FOR THE STEP BEFORE": (Phase.WAITING,),
        "MAY BE DONE": (Phase.OPEN,),
        "TO BE KEPT": (Phase.CONTINUING,),
        "DONE": _DONE,
    }
)
_TOLD = frozenset({_LATE_NOW, _SOON, "DONE"})
"""The groups that hold duties of several standings; of the others the title says where all below it stand."""
_REST = (Phase.NOT_DETERMINED, Phase.NOT_YET, Phase.NOT_OWED)
_HAPPENED = frozenset({Phase.BROKEN, *_DONE} - {Phase.KEPT, Phase.DISPLACED})
_OF_ALL = frozenset({Role.STATES_PARTIES, Role.STATE_PARTY})
"""Who bears what is owed apart from any request."""


def late_in_brief(report: Report, names: Called) -> Brief:
    """Yield what is late or not fulfilled, line by line; nothing where nothing is."""
    told = _told(report)
    unsure = [pair for pair in told if pair[1].status is Phase.PAST_UNLESS_DONE]
    for label, status in (("LATE", Phase.OVERDUE), (Phase.BROKEN.words.upper(), Phase.BROKEN)):
        yield from listed(label, (_line(pair, names, short=True) for pair in told if pair[1].status is status))
    if unsure:
        yield "Past", f"{count(len(unsure), 'day')} of which the file does not say whether the act was done"


def file_stands(report: Report, names: Called) -> Section:
    """Return where each duty stands, the most urgent first; in short, what the States of the request have to do."""
    of_request = [pair for pair in _told(report) if pair[0].bearer not in _OF_ALL and pair[1].status not in _DONE]
    blocks, short = _stands(report, _told(report), names), _stands(report, of_request, names, short=True)
    return section("Where the file stands", (*blocks, *_without_record(report)), short=(*short, *_left_out(report)))


def _stands(report: Report, told: list[Told], names: Called, *, short: bool = False) -> Blocks:
    near = [pair for pair in told if _is_near(pair[1], report.header.as_of)]
    for title, group in _SHOWN.items():
        chosen = near if title == _SOON else [pair for pair in told if pair[1].status in group and pair not in near]
        said = _told_of if title in _TOLD else _last_day_of
        ordered = sorted(chosen, key=lambda pair: ends_of(pair[1].last)[0] or date.max)
        if ordered:
            yield Points(tuple(_in_list(pair, names, said, short=short) for pair in ordered), title)
    if not short and (rest := sum(one.status in _REST for _, one in told)):
        more = "duty is" if rest == 1 else "duties are"
        yield Paragraph(f"{rest} more {more} not owed, or not determined: see who must now do what.")


def _in_list(pair: Told, names: Called, said: Callable[[Told], str], *, short: bool) -> Point:
    words, stands = duty_words(pair[0], names, short=short), said(pair)
    return Point(f"{words}: {stands}" if stands else words, cited=cited(pair[0].authority))


def _without_record(report: Report) -> Iterator[Paragraph]:
    if not report.record:
        yield Paragraph("The file has no record of what was done: what follows from its facts is told, and no more.")


def _left_out(report: Report) -> Iterator[Paragraph]:
    """Yield how many duties the short list leaves out, and why."""
    told = _told(report)
    done = sum(one.status in _DONE for _, one in told)
    rest = sum(one.status in _REST for _, one in told)
    of_all = sum(duty.bearer in _OF_ALL and one.status not in {*_DONE, *_REST} for duty, one in told)
    apart = "of States Parties apart from this request"
    parts = ((done, "done"), (rest, "not owed or not determined"), (of_all, apart))
    left = ", ".join(f"{number} {words}" for number, words in parts if number)
    if left:
        yield Paragraph(f"Not listed here: {left}.")


def by_standing(report: Report, names: Called) -> Section:
    """Return the duties by where they stand, and below that by who must act, each with its reasons."""
    return section("Who must now do what, and by when", _by_standing(report, names), count(len(report.duties), "rule"))


def _by_standing(report: Report, names: Called) -> Blocks:
    told = _told(report)
    for title, group in _GROUPS.items():
        chosen = [(duty, one) for duty, one in told if one.status in group]
        if not chosen:
            continue
        yield Heading(title)
        for bearer in dict.fromkeys(duty.bearer for duty, _ in chosen):
            points = (_point(pair, names) for pair in chosen if pair[0].bearer is bearer)
            yield Points(tuple(points), who(bearer, names))


def _told_of(pair: Told) -> str:
    return told_of(pair[1])


def told_of(one: DutyStanding) -> str:
    """Return where a duty stands, with its days, in a few words."""
    first, *rest = one.status.words.split("; ")
    if one.status is Phase.NOT_YET and one.since is not None:
        first += f", but from {day_text(one.since)}"
    if one.status in _HAPPENED and one.act is not None:
        first += f" {on_day(one.act)}"
    if one.status in _OWED and one.days_owed is not None:
        rest.append(f"it arose {count(one.days_owed, 'day')} ago at the earliest")
    return "; ".join(filter(None, (first, *rest, _last_day(one))))


def _last_day_of(pair: Told) -> str:
    return _last_day(pair[1])


def _last_day(one: DutyStanding) -> str:
    if one.last is None:
        return ""
    day = on_day(one.last) if isinstance(one.last, Between) else str(one.last)
    return f"its last day {'was' if one.status in _LATE else 'is'} {day}"


def _told(report: Report) -> list[Told]:
    return list(zip(report.duties, report.where, strict=True))


def _is_near(one: DutyStanding, on: date) -> bool:
    last = ends_of(one.last)[0]
    return one.status.is_to_do and last is not None and last <= on + SOON


def _line(pair: Told, names: Called, *, short: bool = False) -> str:
    return f"{duty_words(pair[0], names, short=short)}: {_told_of(pair)}"


def _point(pair: Told, names: Called) -> Point:
    duty, _ = pair
    towards = (Point(duty.towards.words, label="Towards:", aside=True),) if duty.towards else ()
    return Point(_line(pair, names), cited=cited(duty.authority), below=(*towards, *below_duty(duty, names)))
