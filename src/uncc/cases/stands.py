"""Where a duty stands on a day: is it owed, is it done, was it in time, is it broken; and in one word.

The four questions stay apart, each a finding with its reasons. The word is read off them, and says what is not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from attrs import frozen

from uncc.cases.acts import acts_of, end_days, last_day, later_day
from uncc.cases.lived import Lived
from uncc.cases.record import Entry, Record, as_known
from uncc.cases.status import Phase
from uncc.kernel.again import OnReadings
from uncc.kernel.between import day
from uncc.kernel.declared import checked, typed
from uncc.kernel.duties import Duty
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Finding, all_of
from uncc.kernel.life import Manner
from uncc.kernel.quantities import Day, fixed_day

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
        return self.acts[0] if len(self.acts) == 1 else min(self.acts, key=lambda one: (one.most, one.least))

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
        first = None if since is None else since.on
        if first is None or self.done.is_yes or self.begun.is_no or self.ended.is_yes:
            return None
        return (self.on - first).days


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
    >>> from uncc.cases import Entry
    >>> used = Entry(did="locate", on=date(2028, 3, 10))
    >>> standing(locate, on=date(2028, 3, 12), record=(used,)).status.words
    'used'
    """
    day(on, "on")
    return _standing(duty, on, as_known(record, known_on), _steps(others, duty.about))


def _steps(duties: Iterable[Duty], about: str | None) -> Mapping[str, Duty]:
    """Return the duties of a case by their ids, as one that is about this thing sees them: first its own."""
    return {other.id: other for other in sorted(duties, key=lambda other: other.about == about)}


def _standing(duty: Duty, on: date, entries: Sequence[Entry], steps: Mapping[str, Duty]) -> Standing:
    asked = fixed_day(on, "the day that is asked about")
    acts = acts_of(duty, steps, entries, asked)
    later = later_day(duty, entries, asked, steps)
    last, ends = last_day(duty, later), end_days(duty, entries, asked, steps)
    lived = Lived(duty, asked, entries, acts, last, ends, later, duty.authority)
    happened, begun, past, ended = lived.happened(), lived.begun(), lived.past(), lived.ended()
    in_time = lived.in_time(happened)
    return Standing(
        duty=duty,
        on=on,
        owed=lived.owed(begun, ended, happened if duty.manner is Manner.ACT else past),
        done=lived.done(happened, past),
        in_time=in_time,
        broken=lived.broken(in_time),
        ended=ended,
        displaced=lived.displaced(),
        ready=all_of("the steps before it are done", duty.authority, *lived.steps(steps)),
        begun=begun,
        past=past,
        acts=acts,
        last=last,
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
    day(on, "on")
    entries = as_known(record, known_on)
    steps = {about: _steps(duties, about) for about in {duty.about for duty in duties}}
    return tuple(_standing(duty, on, entries, steps[duty.about]) for duty in duties)


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


checked(__name__)
