"""The days of the life of a duty, and what they come to: whether it is owed, done, in time, ended and broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from uncc.cases.acts import Ends, act_of, event_day, happening
from uncc.cases.record import Entry, about_duty
from uncc.kernel.duties import Duty, Promptness
from uncc.kernel.findings import Finding, all_of, any_of, by_text, derived
from uncc.kernel.life import Ahead, Event, Manner, Suspension
from uncc.kernel.provisions import Provision
from uncc.kernel.quantities import Day, before, not_after
from uncc.kernel.ready import kept_ready

__all__: list[str] = []

_FIRST = "it was done first, before what it comes before"
_KEPT = frozenset({Manner.CONTINUING, Manner.PROHIBITION})


@kept_ready
def _owed_on(asked: Day) -> str:
    return f"it is owed on {asked.on}"


class Lived(NamedTuple):
    """The days of the life of a duty, and what they come to on the day that is asked about."""

    duty: Duty
    asked: Day
    entries: Sequence[Entry]
    acts: tuple[Day, ...]
    last: Day | None
    ends: Ends
    later: Day | None
    """The day of the act before which its own comes."""
    cited: tuple[Provision, ...]

    def happened(self) -> Finding:
        return self._of_any(
            happening(self.duty), lambda act: not_after(happening(self.duty), self.cited, act, self.asked)
        )

    def _of_any(self, statement: str, of_one: Callable[[Day], Finding]) -> Finding:
        """Return that it is so of one of the days of the act at least."""
        if len(self.acts) == 1:
            return of_one(self.acts[0])
        return any_of(statement, self.cited, *map(of_one, self.acts))

    def begun(self) -> Finding:
        since = self.duty.life.since
        if since is None:
            return by_text(True, "it is owed from when it arises", *self.cited)
        return not_after("its first day has come", self.cited, since, self.asked)

    def past(self) -> Finding:
        if self.last is None:
            return by_text(False, "it has a last day, and that is past", *self.cited)
        return before("its last day is past", self.cited, self.last, self.asked)

    def done(self, happened: Finding, past: Finding) -> Finding:
        if self.duty.manner is not Manner.CONTINUING:
            return happened
        return all_of("it was kept up to its end", self.cited, past, ~self._breached())

    def ended(self) -> Finding:
        statement = "what ends it without its act has come"
        ended = not_after(statement, self.cited, self.ends.either, self.asked)
        suspended = tuple(self._suspended(self.asked))
        return any_of(statement, self.cited, ended, *suspended) if suspended else ended

    def displaced(self) -> Finding:
        other = [event for event in self.duty.life.ends if event.displaces and not isinstance(event, Suspension)]
        given = [not_after("it was given", self.cited, self._day(one), self.asked) for one in other]
        return any_of("another answer took its place", self.cited, *given, *self._suspended(self.asked))

    def _day(self, event: Event) -> Day:
        return event_day(event, self.duty, self.asked)

    def _suspended(self, day: Day) -> Iterator[Finding]:
        """Yield for each event that suspends it that it does so on a day."""
        for event in self.duty.life.ends:
            if isinstance(event, Suspension):
                yield all_of(
                    "it is suspended on the day",
                    self.cited,
                    not_after("that which suspends it has come", self.cited, self._day(event), day),
                    before("it does not go on yet", self.cited, day, self._day(event.over)),
                )

    def steps(self, others: Mapping[str, Duty]) -> Iterator[Finding]:
        """Yield that each step before it is done, or is not owed."""
        for name in self.duty.life.after:
            one = act_of(name, self.duty, others, self.entries, self.asked)
            done = not_after(f"the step before it is done: {name}", self.cited, one, self.asked)
            step = others.get(name)
            yield done if step is None else any_of(done.statement, self.cited, done, ~step.trigger)

    def owed(self, begun: Finding, ended: Finding, over: Finding) -> Finding:
        return all_of(_owed_on(self.asked), self.cited, self.duty.trigger, begun, ~ended, ~over)

    def in_time(self, happened: Finding) -> Finding:
        if self.duty.manner in _KEPT:
            return by_text(True, "it is kept, and has no day by which it is done", *self.cited)
        if self.later is not None and self.duty.life.ahead is not None:
            return self._came_first(self.later, self.duty.life.ahead)
        if self.last is not None:
            return self._of_any("it was done by its last day", self._by_last_day(self.last))
        return self._as_it_is_said(happened)

    def _as_it_is_said(self, happened: Finding) -> Finding:
        """Whether it was done in time, where the text sets no number of days: as a person or the case says."""
        speed = self.duty.deadline
        words = speed.value if isinstance(speed, Promptness) else "in time"
        said = self._said(f"it was done, or is still to be done, {words}: the text sets no number of days")
        if said.is_unknown and self.duty.life.in_time is not None:
            return self.duty.life.in_time
        if speed is not None or not said.is_unknown:
            return said
        return any_of("it was done, and the text sets no time for it", self.cited, happened, said)

    def _said(self, statement: str) -> Finding:
        """Return what a person found of the time that was taken."""
        entries = about_duty(self.entries, self.duty.id, self.duty.about) if self.entries else ()
        said = [one.in_time for one in entries if one.in_time is not None]
        name, about = f"record.{self.duty.id}.in_time", self.duty.about or ""
        return derived(said[-1] if said else None, statement, *self.cited, name=name, subject=about)

    def _came_first(self, later: Day, ahead: Ahead) -> Finding:
        """Whether it was done before what it comes before: as a person or the case says, or else by the days."""
        first = self._said(_FIRST)
        if first.is_unknown and ahead.first is not None:
            first = ahead.first
        if not first.is_unknown:
            return first
        (act,) = self.acts
        earlier = before("it was done on an earlier day", self.cited, act, later)
        not_later = not_after("it was not done on a later day", self.cited, act, later)
        same = all_of("it was done on no later day, and first", self.cited, not_later, first)
        return any_of(_FIRST, self.cited, earlier, same)

    def broken(self, in_time: Finding) -> Finding:
        match self.duty.manner:
            case Manner.LIBERTY:
                return by_text(False, "nothing obliges to it, so that leaving it breaks nothing", *self.cited)
            case Manner.ACT:
                limbs = (self._broken_by_case(self._late(in_time)),)
            case _:
                limbs = (self._breached(),)
        return all_of("it is broken", self.cited, self.duty.trigger, *limbs)

    def _late(self, in_time: Finding) -> Finding:
        if self.later is None:
            return ~in_time if self.last is None else self._missed(self.last)
        if self._said(_FIRST).is_no:
            return ~in_time
        return all_of(
            "what it comes before was done, and it was not done first",
            self.cited,
            not_after("what it comes before was done", self.cited, self.later, self.asked),
            ~in_time,
        )

    def _not_suspended(self, day: Day) -> Iterator[Finding]:
        yield from (~suspended for suspended in self._suspended(day))

    def _by_last_day(self, last: Day) -> Callable[[Day], Finding]:
        return lambda act: not_after("it was done by its last day", self.cited, act, last)

    def _broken_by_case(self, late: Finding) -> Finding:
        """Whether it was broken otherwise than by the time, where the case tells that, or was late."""
        event = self.duty.life.broken
        if event is None:
            return late
        day = self._day(event)
        return any_of(
            "it is broken", self.cited, late, not_after("it was broken by the day", self.cited, day, self.asked)
        )

    def _missed(self, last: Day) -> Finding:
        return all_of(
            "its last day is past, and it was not done",
            self.cited,
            before("its last day is past", self.cited, last, self.asked),
            *(before("it was not done by its last day", self.cited, last, act) for act in self.acts),
            before("it had not ended by then", self.cited, last, self.ends.either),
            *self._not_suspended(last),
        )

    def _breached(self) -> Finding:
        """Whether it was broken on a day on which it was owed, by the day that is asked about."""
        found = self._of_any("it was broken while it was owed", self._breached_by)
        event = self.duty.life.broken
        if event is None or not event.within:
            return found
        told = not_after("it was broken by the day", self.cited, self._day(event), self.asked)
        return any_of(found.statement, self.cited, found, told)

    def _breached_by(self, act: Day) -> Finding:
        since, last = self.duty.life.since, self.last
        limbs = [not_after(happening(self.duty), self.cited, act, self.asked)]
        if since is not None:
            limbs.append(not_after("it was owed by then", self.cited, since, act))
        if last is not None:
            limbs.append(not_after("it was still owed then", self.cited, act, last))
        limbs.append(before("it had not ended by then", self.cited, act, self.ends.by_event))
        if self.duty.life.ended_by:
            limbs.append(not_after("no act had ended it before then", self.cited, act, self.ends.by_act))
        limbs.extend(self._not_suspended(act))
        return all_of("it was broken while it was owed", self.cited, *limbs)
