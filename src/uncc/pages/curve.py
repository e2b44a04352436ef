"""How many a treaty binds from day to day, as `uncc.pages.participation_curve` draws it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import evolve, frozen

from uncc.final_provisions import CONVENTION, Act, EntryIntoForce, Event, History, entry_into_force, is_party, terms
from uncc.final_provisions.art67_effect import every_term
from uncc.kernel.findings import Truth
from uncc.kernel.model import Model
from uncc.pages.drawing import INK, Look, Picture, days_along, look, picture
from uncc.pages.words import count
from uncc.readings import Readings

__all__ = ["curve", "numbers"]

HEIGHT = 4.0
MOST_NAMES = 8
_BINDING = "Art. 65(1), Art. 65(2), Art. 67(1), Art. 67(2)"
_STEPS = look(color=INK, drawstyle="steps-post")
_MARK = look(color=INK, linestyle="none", markersize=8, markeredgecolor=INK)
BOUND = look(**_STEPS, linewidth=2.2)
TO_COME = look(**_STEPS, linewidth=2.2, linestyle=(0, (2, 1)))
PERHAPS = look(**_STEPS, linewidth=1, linestyle="-.")
COUNTED = look(**_STEPS, linewidth=1)
SIGNED = look(**_STEPS, linewidth=1.2, linestyle=(0, (4, 1, 1, 1, 1, 1)))
NEEDED = look(color=INK, linewidth=1, linestyle=(0, (8, 4)))
TODAY = look(color=INK, linewidth=0.8, linestyle=":")
COMPLETE = look(**_MARK, marker="o", markerfacecolor="white")
IN_FORCE = look(**_MARK, marker="^")
LEFT = look(**_MARK, marker="v")
_NONE: tuple[int, int] = (0, 0)
Numbers = dict[date, tuple[int, int]]
"""On each day on which one may change: how many the treaty surely binds, and how many it may bind."""


def numbers(known: History, readings: Readings) -> Numbers:
    """Return how many a treaty binds from each day on, if nothing is received beyond what is known."""
    own = {name: _own_days(known, name) for name in known.participants}
    days = sorted({on for of_one in own.values() for on in of_one})
    found: Numbers = dict.fromkeys(days, _NONE)
    for name, of_one in own.items():
        truth, moved = Truth.NO, days if known.organization(name) else of_one  # with an organization's members it ends
        for on in days if of_one else ():
            if on in moved:
                truth = is_party(known, name, on).under(readings).truth
            sure, possible = found[on]
            found[on] = sure + (truth is Truth.YES), possible + (truth is not Truth.NO)
    return found


def _own_days(known: History, name: str) -> set[date]:
    """Return the days on which what the acts of a participant bring about can begin or end."""
    nodes = [one.on for one in known.received(name, Act.DENUNCIATION)]
    for term in every_term(known, name):
        nodes += [term.instrument.on, term.since, term.until]
    return {end for node in nodes for end in (node.not_before, node.not_after) if end is not None}


@frozen
class Series(Model):
    """A line, or marks of one kind: how it looks, what the key says of it, and its days, each with its height."""

    look: Look
    words: str
    points: tuple[tuple[date, int], ...]


def curve(history: History, on: date, readings: Readings) -> Picture:
    """Return the picture of a history as known on a day."""
    known = evolve(history, events=[event for event in history.events if event.span[0] <= on])
    found = numbers(known, readings)
    days = sorted({on, *found, *_exact(known.events)})
    series = [*_bound(found, days, on), *_received(known, days, on), *_marks(known, found)]
    top = max(height for one in series for _, height in one.points)
    series.append(Series(TODAY, f"the day looked from: {on}", ((on, 0), (on, top))))
    made, axes = picture(
        f"Participation, as known on {on}",
        f"{_clause(known)} By the deposits in the file; what it leaves out is not known here. Not legal advice.",
        HEIGHT,
        [(one.look, one.words) for one in series],
    )
    days_along(axes, days[0], days[-1])
    axes.set_ylim(-top / 60, top * 1.1)  # so that a line at nothing is seen
    axes.locator_params(axis="y", integer=True)
    for one in series:
        axes.plot([day.toordinal() for day, _ in one.points], [height for _, height in one.points], **one.look)
    return made


def _bound(found: Numbers, days: Sequence[date], on: date) -> Iterator[Series]:
    """Yield whom the treaty binds: up to the day, after it, and with those of whom it is not determined."""
    sure = tuple((day, _at(found, day)[0]) for day in days)
    perhaps = tuple((day, _at(found, day)[1]) for day in days)
    past = tuple(point for point in sure if point[0] <= on)
    words = "participants that it binds, organizations among them"
    yield Series(BOUND, f"{words}: {past[-1][1]} on {on} [{_BINDING}]", past)
    if days[-1] > on:
        later = (past[-1], *sure[len(past) :])
        yield Series(TO_COME, f"what follows from what was received: {later[-1][1]} on {days[-1]} [{_BINDING}]", later)
    if perhaps != sure:
        open_on = _at(found, on)[1] - _at(found, on)[0]
        yield Series(
            PERHAPS, f"with those of whom that is not determined: {open_on} more on {on} [{_BINDING}]", perhaps
        )


def _received(known: History, days: Sequence[date], on: date) -> Iterator[Series]:
    """Yield what was received: the number that is needed, the instruments that count for it, the signatures."""
    entry, needed = entry_into_force(known), known.clause.instruments
    yield Series(
        NEEDED, f"{count(needed, 'instrument')} needed for entry into force [Art. 65(1)]",
        ((days[0], needed), (days[-1], needed)),
    )  # fmt: skip
    completed = _completed_on(entry)
    last = completed or on
    counted = _counted_up([first for first in _firsts(known) if first <= last], days[0], last)
    told = "all that are needed" if completed else f"{entry.missing} missing"
    yield Series(COUNTED, f"instruments that count for it, {told} [Art. 64(3), Art. 64(4), Art. 65(1)]", counted)
    signed = _exact(event for event in known.events if event.act is Act.SIGNATURE)
    if signed:
        yield Series(SIGNED, f"signatures: {len(signed)} [Art. 64(1), Art. 64(2)]", _counted_up(signed, days[0], on))


def _marks(known: History, found: Numbers) -> Iterator[Series]:
    """Yield the days that stand out: the number complete, entry into force, and each denunciation that takes effect."""
    entry = entry_into_force(known)
    completed = _completed_on(entry)
    if entry.on is not None and completed is not None:
        by = _named(entry.completed_by)
        number = sum(first <= completed for first in _firsts(known))
        words = f"the number is complete on {completed}, by {by} [Art. 65(1)]"
        yield Series(COMPLETE, words, ((completed, number),))
        yield Series(IN_FORCE, f"entry into force on {entry.on}", ((entry.on.on, _at(found, entry.on.on)[0]),))
    left = sorted(
        (ended, name)
        for name in known.participants
        for term in terms(known, name)
        if (ended := term.until.on) is not None
    )
    if left:
        words = "a denunciation takes effect" if len(left) == 1 else f"{len(left)} denunciations take effect"
        told = _named([f"{name} on {day}" for day, name in left])
        yield Series(LEFT, f"{words}: {told} [Art. 67(1)]", tuple((day, _at(found, day)[0]) for day, _ in left))


def _completed_on(entry: EntryIntoForce) -> date | None:
    """Return the day on which the number was complete, where it is known exactly."""
    return entry.completed_on if isinstance(entry.completed_on, date) else None


def _exact(events: Iterable[Event]) -> list[date]:
    """Return the days of events; what is not known exactly is not drawn."""
    return [event.on for event in events if isinstance(event.on, date)]


def _firsts(known: History) -> list[date]:
    """Return the days of the first instruments of the States, in order."""
    return _exact(known.counted)


def _counted_up(days: Sequence[date], first: date, last: date) -> tuple[tuple[date, int], ...]:
    """Return a number that goes up by one on each day, from a first day to a last one."""
    return ((first, 0), *((day, bisect_right(days, day)) for day in days), (last, len(days)))


def _at(found: Numbers, on: date) -> tuple[int, int]:
    """Return the numbers on a day."""
    days = list(found)
    place = bisect_right(days, on)
    return found[days[place - 1]] if place else _NONE


def _named(names: Sequence[str]) -> str:
    more = len(names) - MOST_NAMES
    return ", ".join(names[:MOST_NAMES]) + (f" and {more} more" if more > 0 else "")


def _clause(known: History) -> str:
    clause = known.clause
    cited = "Art. 65" if clause == CONVENTION else "as stated in the call"
    return (
        f"Clause: {count(clause.instruments, 'instrument')}, day {clause.days} after the deposit that completes them; "
        f"later ones day {clause.later_days} after their own [{cited}]."
    )
