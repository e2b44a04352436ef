"""What the cases of a request between two States, and the reports on them, have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, Protocol, TypeVar

from attrs import evolve, frozen

from uncc.cases.consistency import conflicts
from uncc.cases.contents import contents_of, places
from uncc.cases.ledger import (
    Named,
    consulted_facts,
    exact_days,
    not_to_be_told,
    open_questions,
    readings_used,
    stated_facts,
    things,
)
from uncc.cases.membership import bound_between
from uncc.cases.record import Record
from uncc.cases.report import (
    Answer,
    CaseKind,
    DutyStanding,
    GroundAnswer,
    Header,
    PracticeItem,
    Report,
    Span,
    named_grounds,
)
from uncc.cases.stands import Standing, standings
from uncc.confiscation import Liability
from uncc.cooperation import Authority, Ground
from uncc.kernel.again import OnReadings
from uncc.kernel.dates import Deadline
from uncc.kernel.declared import checked, typed
from uncc.kernel.duties import Duty
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Finding
from uncc.kernel.names import another_name
from uncc.kernel.parties import OTHER_STATE, StateParty
from uncc.kernel.quantities import fixed_day
from uncc.kernel.roles import Role
from uncc.readings import Readings, chosen

__all__ = [
    "Answered",
    "another_state",
    "drawn_up",
    "header",
    "in_short",
    "in_the_case",
    "of_kind",
    "reasons",
    "since_receipt",
    "stand",
    "weightiest",
]

T = TypeVar("T")


class Request(Protocol):
    """What every request has."""

    @property
    def reference(self) -> str | None: ...
    @property
    def made_on(self) -> date | None: ...
    @property
    def received_on(self) -> date | None: ...
    @property
    def authority(self) -> Authority | None: ...


class RequestCase(Protocol):
    """What every case of a request has."""

    @property
    def case(self) -> CaseKind: ...
    @property
    def as_of(self) -> date: ...
    @property
    def requesting(self) -> StateParty: ...
    @property
    def requested(self) -> StateParty: ...
    @property
    def request(self) -> Request: ...
    @property
    def record(self) -> Record: ...
    @property
    def readings(self) -> Readings: ...


def of_kind(kind: CaseKind) -> Callable[[object, object, CaseKind], None]:
    """Return a validator of the field that says of which kind a case is."""

    def validate(_: object, __: object, stated: CaseKind) -> None:
        if stated is not kind:
            raise InvalidValue("case", stated, f"CaseKind.{kind.name}, which is what this case is")

    return validate


def another_state(case: Any, _: object, requested: StateParty) -> None:
    """Validate that a request goes to a State other than the one that makes it."""
    requesting = ("requesting.state.name", case.requesting.state.name)
    another_name("requested.state.name", requested.state.name, requesting, OTHER_STATE)


def header(case: RequestCase, *, offence: str | None, urgency: str | None = None, follows: str | None = None) -> Header:
    """Return which request a report is about."""
    request = case.request
    return Header(
        requesting=case.requesting.state.name,
        requested=case.requested.state.name,
        as_of=case.as_of,
        reference=request.reference,
        made_on=request.made_on,
        received_on=request.received_on,
        authority=None if request.authority is None else request.authority.name,
        offence=offence,
        urgency=urgency,
        follows=follows,
    )


@frozen(kw_only=True, field_transformer=typed)
class Answered(OnReadings):
    """All that was found of a case, as its report tells it.

    - `beside`: findings of which only the open questions are told.
    - `disclosure_grounds`: what the requested State thinks of a disclosure stands at a place of its own, by the names
      of its position on the request.
    """

    answers: tuple[Answer, ...]
    grounds: tuple[GroundAnswer, ...]
    duties: tuple[Duty, ...]
    spans: tuple[Span, ...] = ()
    beside: tuple[Named, ...] = ()
    disclosure_grounds: tuple[GroundAnswer, ...] = ()
    expires_on: Deadline | None = None
    liability: Liability | None = None
    practice: tuple[PracticeItem, ...] = ()

    @property
    def named(self) -> list[Named]:
        """Every finding with its name, in the order of a report."""
        return [
            *((answer.id, answer.finding) for answer in self.answers),
            *self.beside,
            *named_grounds(self.grounds),
            *((f"duties.{duty.key}", duty.trigger) for duty in self.duties),
            *((span.id, span.window.because) for span in self.spans),
        ]

    @property
    def apart(self) -> list[Named]:
        """The findings on a disclosure with their names."""
        return [(f"disclosure-grounds.{answer.ground.value}", answer.finding) for answer in self.disclosure_grounds]


def drawn_up(case: RequestCase, head: Header, found: Answered, *, told: frozenset[str] = frozenset()) -> Report:
    """Return the report on a case, with its ledger: what is open, contested, stated, asked for and not needed.

    The case's choice among readings is made here, once, for all that was found. `told`: the places of the days that
    the case tells exactly at another place.
    """
    found = chosen(evolve(found, duties=in_the_case(found.duties, case)), case.readings)
    contents, stood, named, apart = contents_of(case), stand(found.duties, case), found.named, found.apart
    here, supplied, exact = places(contents), stated_facts(contents), exact_days(contents) | told
    there = places(contents.without("position")) if apart else here
    untold = not_to_be_told(contents)
    asked = consulted_facts([*named, *reasons(stood)], here, exact) | consulted_facts(apart, there, exact)
    return Report(
        case=case.case,
        header=head,
        answers=found.answers,
        grounds=found.grounds,
        disclosure_grounds=found.disclosure_grounds,
        duties=found.duties,
        spans=found.spans,
        expires_on=found.expires_on,
        liability=found.liability,
        open_questions=open_questions(named, here, untold) + open_questions(apart, there, untold),
        readings=readings_used([*named, *apart]),
        supplied=supplied,
        consulted=tuple(fact.path for fact in supplied if fact.path in asked),
        not_needed=tuple(fact.path for fact in supplied if fact.path not in asked),
        conflicts=conflicts(case, contents),
        practice=found.practice,
        record=case.record,
        where=tuple(map(in_short, stood)),
        things=things(contents),
    )


def weightiest(grounds: Sequence[Ground], must_consult: Callable[[Ground], Finding]) -> Ground | None:
    """Return of several grounds of one refusal the one before which the most is owed; `None` where none is stated."""
    consulted = (ground for ground in grounds if not must_consult(ground).is_no)
    return next(consulted, grounds[0] if grounds else None)


def in_the_case(duties: tuple[Duty, ...], case: RequestCase) -> tuple[Duty, ...]:
    """Return the duties with what the case tells of the time for which they are owed: receipt, and a denunciation."""
    return bound_between(since_receipt(duties, case.request.received_on), case.requesting, case.requested)


def since_receipt(duties: tuple[Duty, ...], received: date | None) -> tuple[Duty, ...]:
    """Return the duties, those of the requested State owed from the day on which it received the request."""
    if received is None:
        return duties
    since = fixed_day(received, "the request was received")
    return tuple(
        evolve(duty, life=evolve(duty.life, since=since))
        if duty.bearer is Role.REQUESTED_STATE and duty.life.since is None and duty.due is None
        else duty
        for duty in duties
    )


def stand(duties: tuple[Duty, ...], case: RequestCase) -> tuple[Standing, ...]:
    """Return where each duty stands on the day of the case."""
    return standings(duties, on=case.as_of, record=case.record)


def reasons(stood: tuple[Standing, ...]) -> Iterator[Named]:
    """Yield what standings rest on, by name: a fact that they alone ask for is needed."""
    for one in stood:
        for finding in (one.owed, one.done, one.in_time, one.broken):
            yield f"where.{one.duty.key}", finding


def in_short(one: Standing) -> DutyStanding:
    """Return where a duty stands without the reasons."""
    since = one.duty.life.since
    return DutyStanding(
        duty=one.duty.key,
        status=one.status,
        owed=one.owed.truth,
        done=one.done.truth,
        in_time=one.in_time.truth,
        broken=one.broken.truth,
        since=None if since is None else since.fact,
        last=None if one.last is None else one.last.fact,
        act=one.act.fact,
        days_owed=one.days_owed,
    )


checked(__name__)
