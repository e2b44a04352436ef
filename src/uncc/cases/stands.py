"""Where a duty stands on a day: is it owed, is it done, was it in time, is it broken; and in one word.

The four questions stay apart, each a finding with its reasons. The word is read off them, and says what is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from attrs import frozen

from uncc.cases.acts import act_of, acts_of, end_day, happening, last_day, undated
from uncc.cases.record import Entry, Record, about_duty, as_known
from uncc.cases.status import Phase
from uncc.kernel.again import OnReadings
from uncc.kernel.between import day
from uncc.kernel.declared import checked, typed
from uncc.kernel.duties import Duty, Promptness
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Finding, all_of, any_of, by_text, derived
from uncc.kernel.life import Manner
from uncc.kernel.provisions import Provision
from uncc.kernel.quantities import Day, before, fixed_day, not_after

__all__ = ["Standing", "is_broken", "standing", "standings"]


@frozen(kw_only=True, field_transformer=typed)
class Standing(OnReadings):
    """Where a duty stands on a day.

    - `owed`: whether it is to be done, or kept, on this day.
    - `done`: whether its act has been done by then; of a prohibition, whether the forbidden act has.
    - `in_time`: whether it was done by its day; where the text sets none, what a person found.
    - `broken`: whether it has been broken by then. No later act makes it whole.
    - `ended`: whether what ends it without its act has come; `displaced` whether another answer took its place.
    - `ready`: whether the steps before it are done; `begun` whether the first day of it has come.
    - `acts`: the days of its act; of what is kept up, those on which it was not.
    - `last`: the last day for it, where there is one.
    """

    duty: Duty
    on: date
    owed: Finding
    done: Finding
    in_time: Finding
    broken: Finding
    ended: Finding
    displaced: Finding
    ready: Finding
    begun: Finding
    past: Finding
    acts: tuple[Day, ...]
    last: Day | None

    @property
    def act(self) -> Day:
        """The first day of its act; of what is kept up, the first on which it was not."""
        return min(self.acts, key=lambda one: (one.most, one.least))

    @property
    def status(self) -> Phase:
        """Where it stands, in one word."""
        if self.duty.trigger.is_no:
            return Phase.NOT_OWED
        match self.duty.manner:
            case Manner.ACT:
                return self._of_act()
            case Manner.LIBERTY:
                return self._of_liberty()
            case _:
                return self._of_keeping()

    def _of_act(self) -> Phase:
        if self.done.is_yes:
            return Phase.DONE_IN_TIME if self.in_time.is_yes else Phase.DONE_LATE if self.in_time.is_no else Phase.DONE
        if self.broken.is_yes:
            return Phase.OVERDUE if self.past.is_yes or self.in_time.is_no else Phase.BROKEN
        if (before_it := self._before()) is not None:
            return before_it
        if self.ready.is_no:
            return Phase.WAITING
        if self.past.is_yes:
            return Phase.PAST_UNLESS_DONE
        return Phase.OWED if self.owed.is_yes else Phase.OWED_AS_FAR_AS_KNOWN

    def _of_liberty(self) -> Phase:
        if self.done.is_yes:
            return Phase.USED if self.in_time.is_yes else Phase.USED_LATE if self.in_time.is_no else Phase.USED
        if (before_it := self._before()) is not None:
            return before_it
        if self.past.is_yes:
            return Phase.GONE if self.done.is_no else Phase.GONE_UNLESS_USED
        return Phase.OPEN

    def _of_keeping(self) -> Phase:
        if self.broken.is_yes:
            return Phase.BROKEN
        if (before_it := self._before()) is not None:
            return before_it
        if self.past.is_yes:
            return Phase.KEPT if self.broken.is_no else Phase.LAPSED
        return Phase.CONTINUING

    def _before(self) -> Phase | None:
        """Return what keeps it from being owed on the day; `None` where nothing does."""
        if self.displaced.is_yes:
            return Phase.DISPLACED
        if self.ended.is_yes:
            return Phase.LAPSED
        if self.begun.is_no:
            return Phase.NOT_YET
        known = self.duty.trigger.is_yes and self.begun.is_yes and not self.ready.is_unknown
        return None if known else Phase.NOT_DETERMINED

    @property
    def days_owed(self) -> int | None:
        """For how many days at most it has been owed, where it is still to be done and its first day can be told."""
        since = self.duty.life.since
        if since is None or since.on is None or self.done.is_yes or self.begun.is_no or self.ended.is_yes:
            return None
        return (self.on - since.on).days


def standing(
    duty: Duty, *, on: date, record: Record = (), known_on: date | None = None, others: Iterable[Duty] = ()
) -> Standing:
    """Where does a duty stand on a day, as known on another: owed, done, in time, broken?

    `known_on` leaves out what became known after that day. `others` are the duties of the same case, of which the case
    may tell the act. `InvalidValue` where the record and the case contradict each other.

    >>> from uncc.cooperation import PreservationRequest, duties_on_receipt
    >>> locate, *_ = duties_on_receipt(PreservationRequest())
    >>> standing(locate, on=date(2028, 3, 12)).status.words
    'open'
    >>> used = Entry(did="locate", on=date(2028, 3, 10))
    >>> standing(locate, on=date(2028, 3, 12), record=(used,)).status.words
    'used'
    """
    day(on, "on")
    entries = as_known(record, known_on)
    steps = {other.id: other for other in sorted(others, key=lambda other: other.about == duty.about)}
    asked = fixed_day(on, "the day that is asked about")
    acts = acts_of(duty, steps, entries, asked)
    lived = _Lived(duty, asked, acts, last_day(duty), end_day(duty, entries, asked, steps))
    in_time = lived.in_time(entries)
    return Standing(
        duty=duty,
        on=on,
        owed=lived.owed(),
        done=lived.done(),
        in_time=in_time,
        broken=lived.broken(in_time),
        ended=lived.ended(),
        displaced=lived.displaced(),
        ready=all_of("the steps before it are done", duty.authority, *lived.steps(entries, steps)),
        begun=lived.begun(),
        past=lived.past(),
        acts=lived.acts,
        last=lived.last,
    )


def is_broken(
    duty: Duty, *, on: date, record: Record = (), known_on: date | None = None, others: Iterable[Duty] = ()
) -> Finding:
    """Whether a duty has been broken by a day, as known on another.

    NO as well where it is not owed, and of what may be left. Where the text sets no day, the time alone breaks nothing:
    what a person found of it is recorded with `in_time`.

    >>> from uncc.cooperation import PreservationRequest, duties_on_receipt
    >>> locate, *_ = duties_on_receipt(PreservationRequest())
    >>> is_broken(locate, on=date(2028, 3, 12)).truth.name
    'NO'
    """
    return standing(duty, on=on, record=record, known_on=known_on, others=others).broken


def standings(
    duties: tuple[Duty, ...], *, on: date, record: Record = (), known_on: date | None = None
) -> tuple[Standing, ...]:
    """Where does each duty of a case stand on a day, as known on another? Errors as for `standing`.

    >>> standings((), on=date(2028, 3, 12))
    ()
    """
    _refuse_strangers(record, duties)
    return tuple(standing(duty, on=on, record=record, known_on=known_on, others=duties) for duty in duties)


def _refuse_strangers(record: Record, duties: tuple[Duty, ...]) -> None:
    keys = {(duty.id, duty.about) for duty in duties}
    names = {duty.id for duty in duties}
    for place, entry in enumerate(record):
        if entry.duty is None or (entry.duty, entry.about) in keys:
            continue
        if entry.duty in names:
            places = ", ".join(sorted(about or "null" for name, about in keys if name == entry.duty))
            raise InvalidValue(f"record[{place}].about", entry.about, f"what the duty is about in this case: {places}")
        field = "did" if entry.did is not None else "did_not"
        raise InvalidValue(f"record[{place}].{field}", entry.duty, "a duty that the report on this case tells")


_KEPT = frozenset({Manner.CONTINUING, Manner.PROHIBITION})


@frozen
class _Lived:
    """The days of the life of a duty, and what they come to on the day that is asked about."""

    duty: Duty
    asked: Day
    acts: tuple[Day, ...]
    last: Day | None
    end: Day

    @property
    def cited(self) -> tuple[Provision, ...]:
        return self.duty.authority

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

    def done(self) -> Finding:
        if self.duty.manner is not Manner.CONTINUING:
            return self.happened()
        return all_of("it was kept up to its end", self.cited, self.past(), ~self._breached())

    def ended(self) -> Finding:
        return not_after("what ends it without its act has come", self.cited, self.end, self.asked)

    def displaced(self) -> Finding:
        other = [event.day(undated(self.duty, self.asked)) for event in self.duty.life.ends if event.displaces]
        given = [not_after("it was given", self.cited, one, self.asked) for one in other]
        return any_of("another answer took its place", self.cited, *given)

    def steps(self, entries: Sequence[Entry], others: Mapping[str, Duty]) -> Iterator[Finding]:
        """Yield that each step before it is done, or is not owed."""
        for name in self.duty.life.after:
            one = act_of(name, self.duty, others, entries, self.asked)
            done = not_after(f"the step before it is done: {name}", self.cited, one, self.asked)
            step = others.get(name)
            yield done if step is None else any_of(done.statement, self.cited, done, ~step.trigger)

    def owed(self) -> Finding:
        over = self.happened() if self.duty.manner is Manner.ACT else self.past()
        return all_of(
            f"it is owed on {self.asked.on}", self.cited, self.duty.trigger, self.begun(), ~self.ended(), ~over
        )

    def in_time(self, entries: Iterable[Entry]) -> Finding:
        if self.duty.manner in _KEPT:
            return by_text(True, "it is kept, and has no day by which it is done", *self.cited)
        if self.last is not None:
            return self._of_any("it was done by its last day", self._by_last_day(self.last))
        speed = self.duty.deadline
        words = speed.value if isinstance(speed, Promptness) else "in time"
        said = [one.in_time for one in about_duty(entries, self.duty.id, self.duty.about) if one.in_time is not None]
        if not said and self.duty.life.in_time is not None:
            return self.duty.life.in_time
        found = derived(
            said[-1] if said else None,
            f"it was done, or is still to be done, {words}: the text sets no number of days",
            *self.cited,
            name=f"record.{self.duty.id}.in_time",
            subject=self.duty.about or "",
        )
        if said or speed is not None:
            return found
        return any_of("it was done, and the text sets no time for it", self.cited, self.happened(), found)

    def broken(self, in_time: Finding) -> Finding:
        match self.duty.manner:
            case Manner.LIBERTY:
                return by_text(False, "nothing obliges to it, so that leaving it breaks nothing", *self.cited)
            case Manner.ACT:
                limbs = (self._broken_by_case(~in_time if self.last is None else self._missed(self.last)),)
            case _:
                limbs = (self._breached(),)
        return all_of("it is broken", self.cited, self.duty.trigger, *limbs)

    def _by_last_day(self, last: Day) -> Callable[[Day], Finding]:
        return lambda act: not_after("it was done by its last day", self.cited, act, last)

    def _broken_by_case(self, late: Finding) -> Finding:
        """Whether it was broken otherwise than by the time, where the case tells that, or was late."""
        event = self.duty.life.broken
        if event is None:
            return late
        day = event.day(undated(self.duty, self.asked))
        return any_of(
            "it is broken", self.cited, late, not_after("it was broken by the day", self.cited, day, self.asked)
        )

    def _missed(self, last: Day) -> Finding:
        return all_of(
            "its last day is past, and it was not done",
            self.cited,
            before("its last day is past", self.cited, last, self.asked),
            *(before("it was not done by its last day", self.cited, last, act) for act in self.acts),
            before("it had not ended by then", self.cited, last, self.end),
        )

    def _breached(self) -> Finding:
        """Whether it was broken on a day on which it was owed, by the day that is asked about."""
        return self._of_any("it was broken while it was owed", self._breached_by)

    def _breached_by(self, act: Day) -> Finding:
        since, last = self.duty.life.since, self.last
        limbs = [not_after(happening(self.duty), self.cited, act, self.asked)]
        if since is not None:
            limbs.append(not_after("it was owed by then", self.cited, since, act))
        if last is not None:
            limbs.append(not_after("it was still owed then", self.cited, act, last))
        limbs.append(before("it had not ended by then", self.cited, act, self.end))
        return all_of("it was broken while it was owed", self.cited, *limbs)


checked(__name__)
