"""A docket: what is late and what is due on a day, over many cases, in the order of the days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from attrs import field, frozen

from uncc.cases.assessment import Request, duties
from uncc.cases.consistency import later_than
from uncc.cases.frame import in_short
from uncc.cases.report import DutyStanding
from uncc.cases.stands import standings
from uncc.kernel.between import a_date, ends_of
from uncc.kernel.declared import checked, typed
from uncc.kernel.duties import Duty
from uncc.kernel.errors import InvalidValue
from uncc.kernel.provisions import Provision
from uncc.kernel.roles import Role
from uncc.kernel.shown import Shown

__all__ = ["Docket", "DocketRow", "docket"]

MOST_DAYS = 36_525


@frozen(kw_only=True, field_transformer=typed)
class DocketRow(Shown):
    """One duty of one case on a docket: whose it is, what is to be done, and where it stands.

    `case` is the name under which the case was given, `reference` that of its request, `bearer` the State or the role.
    """

    case: str
    reference: str | None
    requesting: str
    requested: str
    bearer: str
    act: str
    authority: tuple[Provision, ...]
    standing: DutyStanding

    @property
    def day(self) -> date | None:
        """The last day for it, or the earliest that it can be."""
        day: date | None = ends_of(self.standing.last)[0]
        return day


@frozen(kw_only=True, field_transformer=typed)
class Docket(Shown):
    """What is late and what is due on a day, over many cases.

    - `on`: the day that was asked about; `within` how many days ahead are told.
    - `cases`: how many cases were asked.
    - `rows`: what is late, broken or over, then what is due, by day; what has no day stands last.
    - `without`: the names of the cases that have nothing late and nothing due: of a request that was not made or
      received by the day, too.
    """

    on: date = field(validator=a_date)
    within: int
    cases: int
    rows: tuple[DocketRow, ...]
    without: tuple[str, ...]


def docket(cases: Mapping[str, Request], *, on: date, within: int = 14) -> Docket:
    """What is late and what is due within some days of a day, over the cases that are given by name?

    A duty without a last day is told where it is broken, or a person found it late: nothing else makes it so. Of a
    request that is made or received on a later day nothing is told. The cost is linear in the cases. `InvalidValue`
    names the case whose record contradicts it.

    >>> docket({}, on=date(2028, 5, 1)).rows
    ()
    """
    if not 0 <= within <= MOST_DAYS:
        raise InvalidValue("within", within, f"a number of days from 0 to {MOST_DAYS}")
    rows: list[DocketRow] = []
    without: list[str] = []
    for name, case in cases.items():
        found = list(_rows(name, case, on, on + timedelta(days=within)))
        rows += found
        if not found:
            without.append(name)
    rows.sort(key=lambda row: (row.day is None, row.day or on, row.case, row.standing.duty))
    return Docket(on=on, within=within, cases=len(cases), rows=tuple(rows), without=tuple(without))


def _rows(name: str, case: Request, on: date, until: date) -> Iterator[DocketRow]:
    if any(later_than(on, case.request)):
        return
    owed = duties(case)
    try:
        stood = standings(owed, on=on, record=case.record)
    except InvalidValue as error:
        raise InvalidValue(f"{name}: {error.field}", error.value, error.expected) from None
    for duty, one in zip(owed, map(in_short, stood), strict=True):
        if one.status.is_late or (one.status.is_to_do and _is_near(one, until)):
            yield _row(name, case, duty, one)


def _is_near(one: DutyStanding, until: date) -> bool:
    last = ends_of(one.last)[0]
    return last is not None and last <= until


def _row(name: str, case: Request, duty: Duty, one: DutyStanding) -> DocketRow:
    states = {
        Role.REQUESTING_STATE: case.requesting.state.name,
        Role.REQUESTED_STATE: case.requested.state.name,
    }
    return DocketRow(
        case=name,
        reference=case.request.reference,
        requesting=states[Role.REQUESTING_STATE],
        requested=states[Role.REQUESTED_STATE],
        bearer=states.get(duty.bearer, duty.bearer.words),
        act=f"{duty.modality.words} {duty.act_in_question}",
        authority=duty.authority,
        standing=one,
    )


checked(__name__)
