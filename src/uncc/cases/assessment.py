"""assess(case) -> report: everything that the Convention says of one request, or of one State's law, at once."""

from __future__ import annotations

from datetime import date
from typing import overload

from attrs import evolve

from uncc.cases.assistance import assess_assistance, assistance_duties
from uncc.cases.assistance_case import AssistanceCase
from uncc.cases.confiscation import ConfiscationCase, assess_confiscation, confiscation_duties
from uncc.cases.domestic_law import DomesticLaw, LawReport, assess_domestic_law
from uncc.cases.extradition import ExtraditionCase, assess_extradition, extradition_duties
from uncc.cases.frame import in_the_case
from uncc.cases.preservation import PreservationCase, assess_preservation, preservation_duties
from uncc.cases.record import settled
from uncc.cases.report import Report
from uncc.kernel.again import under
from uncc.kernel.declared import checked, not_one_of
from uncc.kernel.duties import Duty
from uncc.kernel.errors import InvalidValue
from uncc.kernel.rows import Rows

__all__ = ["Case", "Request", "assess", "duties"]

Request = PreservationCase | AssistanceCase | ExtraditionCase | ConfiscationCase
"""The case of a request of one State to another."""
Case = Request | DomesticLaw
"""Any case that can be assessed."""


@overload
def assess(case: Request, *, on: date | None = None, known_on: date | None = None) -> Report: ...
@overload
def assess(case: DomesticLaw) -> LawReport: ...
@overload
def assess(case: Case, *, on: date | None = None, known_on: date | None = None) -> Report | LawReport: ...
def assess(case: Case, *, on: date | None = None, known_on: date | None = None) -> Report | LawReport:
    """Return everything that the Convention says of a case, at once.

    `on`: the day that is asked about, in place of the case's own. `known_on` leaves out what the record holds and what
    became known after that day. `InvalidValue` for a day where the case is a State's law, which has none.

    >>> from datetime import date
    >>> from uncc.cooperation import PreservationRequest
    >>> from uncc.kernel.parties import State, StateParty
    >>> case = PreservationCase(
    ...     requesting=StateParty(state=State("Astoria")), requested=StateParty(state=State("Borduria")),
    ...     as_of=date(2028, 3, 12), request=PreservationRequest())
    >>> [answer.ground.value for answer in assess(case).grounds if answer.finding.is_unknown]
    ['dual-criminality', 'discrimination', 'essential-interests', 'domestic-prohibition']
    """
    if on is not None or known_on is not None:
        case = _on_a_day(case, on, known_on)
    match case:
        case PreservationCase():
            return assess_preservation(case)
        case AssistanceCase():
            return assess_assistance(case)
        case ExtraditionCase():
            return assess_extradition(case)
        case ConfiscationCase():
            return assess_confiscation(case)
        case DomesticLaw():
            return assess_domestic_law(case)
    raise not_one_of("case", case, Case)


def duties(case: Request) -> Rows[Duty]:
    """What must or may be done in the case of a request, by whom, and by when: the duties of its report.

    `InvalidValue` for anything but the case of a request.

    >>> from datetime import date
    >>> from uncc.cooperation import PreservationRequest
    >>> from uncc.kernel.parties import State, StateParty
    >>> case = PreservationCase(
    ...     requesting=StateParty(state=State("Astoria")), requested=StateParty(state=State("Borduria")),
    ...     as_of=date(2028, 3, 12), request=PreservationRequest())
    >>> duties(case) == assess(case).duties
    True
    """
    found = under(_duties(_of_a_request(case)), case.readings)
    return Rows(in_the_case(found, case))


def _duties(case: Request) -> tuple[Duty, ...]:
    match case:
        case PreservationCase():
            return preservation_duties(case)
        case AssistanceCase():
            return tuple(assistance_duties(case))
        case ExtraditionCase():
            return tuple(extradition_duties(case))
        case _:
            return confiscation_duties(case)


def _on_a_day(case: Case, on: date | None, known_on: date | None) -> Request:
    if not isinstance(case, Request):
        name, stated = ("known_on", known_on) if on is None else ("on", on)
        raise InvalidValue(
            name, str(stated), "for a State's law, which is held against the Convention and not on a day"
        )
    record = case.record if known_on is None else settled(case.record, known_on)
    return evolve(case, as_of=on or case.as_of, record=record)


def _of_a_request(case: object) -> Request:
    if not isinstance(case, Request):
        raise InvalidValue(
            "case", case, "a PreservationCase, an AssistanceCase, an ExtraditionCase or a ConfiscationCase"
        )
    return case


checked(__name__)
