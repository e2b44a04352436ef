"""What cannot be meant in a list of acts, whatever else was done: twice the same, or before its own signature."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date

from uncc.final_provisions.acts import CONFIRMING, INSTRUMENTS, Act
from uncc.final_provisions.events import Amendment, Event
from uncc.kernel.between import YEARS, day_text, ends_of
from uncc.kernel.dates import years_after
from uncc.kernel.provisions import Provision

__all__: list[str] = []


def contradictions(
    events: Sequence[Event],
    *,
    amendments: Iterable[Amendment] = (),
    organizations: Container[str] = (),
    adopted_on: date = date.min,
) -> Iterator[tuple[int, str]]:
    """Yield what cannot be meant in a list of events: the place of the event and what is wrong with it."""
    seen: set[Event] = set()
    own: dict[str, list[tuple[int, Event]]] = defaultdict(list)
    adopted = {amendment.name: amendment.adopted_on for amendment in amendments}
    for place, event in enumerate(events):
        yield from ((place, wrong) for wrong in _of_another_time(event, adopted_on))
        since = adopted.get(str(event.subject)) if event.act is Act.AMENDMENT else None
        if event in seen:
            yield place, "it stands there twice"
        elif since is not None and event.span[1] < (ends_of(since)[0] or date.min):
            yield place, f"the amendment was adopted on {day_text(since)} only"
        else:
            own[event.participant].append((place, event))
        if event.on is not None:  # of two whose days are not known, nothing says that they are one
            seen.add(event)
    for name, placed in own.items():
        known = [(place, event, event.on) for place, event in placed if isinstance(event.on, date)]
        yield from _signed_amiss(known)
        if name not in organizations:  # which can cease to be a Party without an act of its own
            yield from _consented_twice(placed)
        yield from _withdrawn_amiss(known, {event.provision for _, event in placed if not isinstance(event.on, date)})


def _of_another_time(event: Event, adopted_on: date) -> Iterator[str]:
    """Yield that an act cannot have come on its day: before the treaty was adopted, or in years of another calendar."""
    first, last = event.span
    if last < adopted_on:
        yield f"the treaty was adopted on {adopted_on}"
    if adopted_on > date.min and event.on is not None and first.year > adopted_on.year + YEARS:
        yield f"the year {first.year} is one of another calendar"


Placed = Sequence[tuple[int, Event, date]]
"""Events whose days are known exactly, each with its place and its day."""


def _signed_amiss(placed: Placed) -> Iterator[tuple[int, str]]:
    signed = sorted(on for _, event, on in placed if event.act is Act.SIGNATURE)
    for place, event, on in placed:
        if event.act in CONFIRMING and signed and on < signed[0]:
            yield place, f"it was deposited before the signature of {signed[0]}"
        elif event.act is Act.SIGNATURE and on > signed[0]:
            yield place, f"it was signed on {signed[0]} already"


def _consented_twice(placed: Sequence[tuple[int, Event]]) -> Iterator[tuple[int, str]]:
    """Yield each consent that came while an earlier one stood; where a day is not known exactly, none surely did."""
    dated = [(event.on, place, event.act) for place, event in placed]
    if not all(isinstance(on, date) for on, _, act in dated if act is Act.DENUNCIATION):
        return
    left = sorted(years_after(on, 1).on for on, _, act in dated if act is Act.DENUNCIATION and isinstance(on, date))
    consents = [
        (on, place) for on, place, act in dated if act in (*INSTRUMENTS, Act.SUCCESSION) and isinstance(on, date)
    ]
    last: date | None = None
    for on, place in sorted(consents):
        if last is not None and bisect_right(left, last) == bisect_right(left, on):  # it left on no day in between
            yield place, f"its consent of {last} still stands"
        last = on


def _withdrawn_amiss(placed: Placed, uncertain: Container[Provision | None]) -> Iterator[tuple[int, str]]:
    made: dict[Provision | None, date] = {}
    for _, event, on in placed:
        if event.act is Act.RESERVATION:
            made[event.provision] = min(on, made.get(event.provision, on))
    for place, event, on in placed:
        if event.act is not Act.WITHDRAWAL or event.provision in uncertain:
            continue
        if event.provision in made and on < made[event.provision]:
            yield place, f"what it withdraws was made on {made[event.provision]} only"
