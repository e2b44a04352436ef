"""What changed between two reports on one request, as a page: one point for each change, and nothing of the rest."""

from __future__ import annotations

from collections.abc import Container, Iterator
from types import MappingProxyType

import attrs

from uncc.cases import (
    AmountChange,
    AnswerChange,
    ChoiceChange,
    DayChange,
    DutyStanding,
    Entry,
    Header,
    OpenQuestion,
    Phase,
    ReportDifference,
    StandingChange,
    StatedChange,
)
from uncc.kernel.between import Between, day_text
from uncc.kernel.findings import Truth
from uncc.pages.called import spoken
from uncc.pages.page import Block, Page, Paragraph, Point, Points, Section
from uncc.pages.reports.standing import told_of
from uncc.pages.words import cited

__all__ = ["report_difference_page"]


def report_difference_page(changed: ReportDifference) -> Page:
    """Return what changed between two reports as a page: what is stated otherwise first, then what follows from it."""
    points = tuple(_points(changed))
    silent = all(point.aside for point in points)
    same_day = changed.before.as_of == changed.after.as_of
    nothing = Paragraph("Nothing changed but the day." if not same_day else _NOTHING[bool(points)])
    blocks: list[Block] = [nothing] if silent else []
    blocks += [Points(points)] if points else []
    return Page(title=_title(changed.before, changed.after), sections=(Section("", tuple(blocks)),))


_NOTHING = ("Nothing changed.", "Nothing changed but the reasons.")


def _title(before: Header, after: Header) -> str:
    days = f"on {after.as_of}" if before.as_of == after.as_of else f"from {before.as_of} to {after.as_of}"
    request = "the request" if after.reference is None else after.reference
    return f"What changed {days}: {request}, {after.requesting} to {after.requested}"


def _points(changed: ReportDifference) -> Iterator[Point]:
    yield from _of_heads(changed)
    answered = {one.path for one in changed.answered}
    yield from (_stated(one, answered) for one in changed.facts)
    yield from (_chosen(one, answered) for one in changed.readings)
    yield from (Point(_entry(one), label="recorded:") for one in changed.recorded)
    yield from (Point(_entry(one), label="no longer on record:") for one in changed.unrecorded)
    yield from map(_standing, sorted(changed.standings, key=_is_not_late))
    stood = {f"duties.{one.duty}" for one in changed.standings}
    yield from (_answer("duty", one) for one in changed.duties if one.id not in stood)
    yield from (_answer("answer", one) for one in changed.answers)
    yield from (_answer("ground", one) for one in changed.grounds)
    yield from (_answer("ground at disclosure", one) for one in changed.disclosure_grounds)
    yield from map(_day, changed.days)
    yield from map(_amount, changed.amounts)
    yield from (_question("no longer asked", one) for one in changed.dropped)
    yield from (_question("now open", one) for one in changed.asked)
    if changed.reasons:
        yield Point("; ".join(map(spoken, changed.reasons)), label="as before, for other reasons:", aside=True)


def _of_heads(changed: ReportDifference) -> Iterator[Point]:
    """Yield what the heads of the reports say otherwise, but for their day."""
    for part in attrs.fields(type(changed.after)):
        old, new = getattr(changed.before, part.name), getattr(changed.after, part.name)
        if old != new and part.name != "as_of":
            yield Point(_move(old, new), label=f"{part.name.replace('_', ' ')}:")


def _stated(change: StatedChange, answered: Container[str]) -> Point:
    """Return a fact that is stated otherwise; where that answers an open question, it says so."""
    old, new = (None if one is None else _word(one.value) for one in (change.before, change.after))
    label = "stated" if old is None else "withdrawn" if new is None else "changed"
    value = f"{old} -> {new}" if old and new else new or f"was {old}"
    said = f"{change.told.statement}: {value} ({change.path})"
    return Point(said, label=f"{'answered' if change.path in answered else label}:")


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _chosen(change: ChoiceChange, answered: Container[str]) -> Point:
    words = (None if name is None else change.options[name] for name in (change.before, change.after))
    label = "answered:" if f"readings.{change.id}" in answered else "reading:"
    return Point(f"{change.question} {_move(*words)}", label=label, cited=cited(change.authority))


def _entry(entry: Entry) -> str:
    """Return in words what an entry of the record says."""
    known = "" if entry.known_on is None or entry.known_on == entry.on else f", known on {entry.known_on}"
    found = {None: "", True: ", found in time", False: ", found late"}[entry.in_time]
    if entry.complete_until is not None:
        return f"complete to the end of {entry.complete_until}{known}"
    if entry.duty is None:
        return f"entry {entry.corrects} was wrong{known}"
    on = "on a day not known" if entry.on is None else f"on {day_text(entry.on)}"
    what = spoken(entry.duty if entry.about is None else f"{entry.duty}@{entry.about}")
    return f"{what}: {'done' if entry.did else 'not done'} {on}{found}{known}"


def _is_not_late(change: StandingChange) -> bool:
    return change.after is None or not change.after.status.is_late


def _standing(change: StandingChange) -> Point:
    before, after = change.before, change.after
    if after is None:
        words = "no duty of this case any more"
    elif before is None:
        words = told_of(after)
    elif before.status is after.status:
        words = f"{after.status.words}; {', '.join(_moves(before, after))}"
    else:
        words = f"{told_of(after)} (before: {before.status.words})"
    said = f"{change.statement}: {words}{_because(change.because)}"
    return Point(said, cited=cited(change.authority), aside=not _is_news(before, after))


def _is_news(before: DutyStanding | None, after: DutyStanding | None) -> bool:
    """Whether a duty stands elsewhere: its word is another, or its last day, the day of its act, or what was found.

    What is not determined, or not owed, is no news while it stays so. Nor is an act without an exact day, which may lie
    on any day up to the one that is asked about.
    """
    if before is None or after is None or before.status is not after.status:
        return True
    acted = before.act != after.act and not all(isinstance(one.act, Between | None) for one in (before, after))
    found = (before.last, before.in_time, before.broken) != (after.last, after.in_time, after.broken)
    return after.status not in _NOT_YET_OWED and (acted or found)


_NOT_YET_OWED = frozenset({Phase.NOT_DETERMINED, Phase.NOT_YET, Phase.NOT_OWED})


def _moves(before: DutyStanding, after: DutyStanding) -> Iterator[str]:
    """Yield which days and answers of a standing are not as they were."""
    for name, label in _PARTS.items():
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield f"{label} {_move(_said(old), _said(new))}"


_PARTS = MappingProxyType(
    {
        "since": "owed since",
        "last": "its last day",
        "act": "done on",
        "owed": "owed",
        "done": "done",
        "in_time": "in time",
        "broken": Phase.BROKEN.words,
    }
)


def _said(known: object) -> str | None:
    if known is None:
        return None
    return known.name if isinstance(known, Truth) else day_text(known)  # type: ignore[arg-type]  # what else it can be


def _answer(kind: str, change: AnswerChange) -> Point:
    before, after = (None if one is None else one.name for one in (change.before, change.after))
    label = f"{kind} {_move(before, after)}"
    return Point(f"{change.statement}{_because(change.because)}", label=label, cited=cited(change.authority))


def _day(change: DayChange) -> Point:
    """Return a day that is another, cited once."""
    sides = (change.before, change.after)
    days = (None if one is None else str(one).partition(" [")[0] for one in sides)
    authority = dict.fromkeys(provision for one in sides if one is not None for provision in one.authority)
    return Point(f"{change.statement}: {_move(*days)}", cited=cited(authority))


def _amount(change: AmountChange) -> Point:
    return Point(f"{change.statement}: {_move(change.before, change.after)}")


def _question(label: str, one: OpenQuestion) -> Point:
    subject = f"{one.question.subject}: " if one.question.subject else ""
    return Point(f"{subject}{one.question.statement}", label=f"{label}:", cited=cited(one.question.authority))


def _because(places: tuple[str, ...]) -> str:
    return f"; because of {', '.join(places)}" if places else ""


def _move(before: object, after: object) -> str:
    return " -> ".join("none" if one is None else str(one) for one in (before, after))
