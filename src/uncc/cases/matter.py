"""A matter: one request and those that follow it, over time. What happens goes in, the case of any day comes out.

>>> from datetime import date
>>> from uncc.cooperation import PreservationRequest
>>> from uncc.kernel.parties import State, StateParty
>>> opened = PreservationCase(
...     requesting=StateParty(state=State("Astoria")), requested=StateParty(state=State("Borduria")),
...     as_of=date(2028, 3, 8), request=PreservationRequest())
>>> matter = Matter(opened).after(
...     RequestReceived(on=date(2028, 3, 9)), Preserved(on=date(2028, 3, 10), period_days=60),
...     Extended(on=date(2028, 5, 2), days=30, granted=True))
>>> [case.measure.extensions for case in matter.cases(date(2028, 4, 1))]
[None]
>>> matter.cases(date(2028, 5, 2))[0].measure.extensions.items[0].days
30
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, TypeAlias, cast

from attrs import evolve, field, frozen

from uncc.cases.assessment import Request, assess
from uncc.cases.assistance_case import AssistanceCase, EarlierPreservation
from uncc.cases.happenings import (
    Decided,
    Denounced,
    Determined,
    Doubted,
    Extended,
    FollowedUp,
    Happening,
    Postponed,
    Preserved,
    Recorded,
    Refused,
    RequestReceived,
    Resumed,
)
from uncc.cases.preservation import PreservationCase
from uncc.cases.report import Report
from uncc.cooperation import Extension, ListedRefusal, NegativeReply, ReplyKind, must_inform_of_outlook
from uncc.kernel.between import AtLeast
from uncc.kernel.dates import years_after
from uncc.kernel.declared import checked, typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.roles import Role
from uncc.kernel.shown import Shown

__all__ = ["Matter"]

_ORDER: tuple[type[Happening], ...] = (
    *(Denounced, RequestReceived, Doubted, Determined, Preserved, Extended, FollowedUp),
    *(Postponed, Resumed, Refused, Decided, Recorded),
)
"""In which order what happened on one day is taken, whatever the order in which it was entered."""
_BELIEFS = ("will_not_secure_data", "threatens_confidentiality", "prejudices_investigation")
"""What the requested State can come to believe; what it does not tell of a belief leaves that as it was."""
_Cases: TypeAlias = "list[Request]"


def _in_order(some: Iterable[Happening]) -> tuple[Happening, ...]:
    """Return what happened in order: by its day, then by what it is; what is the same counts once.

    Where one of them is nothing that happens, all stay as they are, to be refused.
    """
    each = dict.fromkeys(some)
    if not {*map(type, each)} <= {*_ORDER}:
        return tuple(each)
    return tuple(sorted(each, key=lambda one: (one.on, _ORDER.index(type(one)), one.request, repr(one))))


@frozen(field_transformer=typed)
class Matter(Shown):
    """A request with which a matter was opened, and what has happened since; each event gives a new value.

    `opened` is the case as it was known when the request was made. What is not entered is not known: a matter says
    nothing of what did not happen but what is recorded of it.
    """

    opened: Request
    happenings: tuple[Happening, ...] = field(default=(), converter=_in_order)

    def __attrs_post_init__(self) -> None:
        cases: _Cases = [self.opened]
        for happening in self.happenings:
            _refuse_what_cannot_be(happening, cases)
            _take(happening, cases)

    def after(self, *happenings: Happening) -> Matter:
        """Return the matter with what happened as well; `InvalidValue` for what cannot have happened, and why."""
        return evolve(self, happenings=(*self.happenings, *happenings))

    def cases(self, on: date, *, known_on: date | None = None) -> tuple[Request, ...]:
        """Return the case of each request that was made by a day, as it stood then and as known on another."""
        cases: _Cases = [self.opened]
        for happening in self.happenings:
            if happening.on <= on and happening.is_known(known_on):
                _take(happening, cases)
        return tuple(evolve(case, as_of=on) for case in cases)

    def reports(self, on: date, *, known_on: date | None = None) -> tuple[Report, ...]:
        """Return the report on each request that was made by a day, as it stood then and as known on another."""
        return tuple(assess(case) for case in self.cases(on, known_on=known_on))


# What can have happened


def _refuse_what_cannot_be(happening: Happening, cases: _Cases) -> None:
    """Refuse what presupposes something that had not happened by its day."""
    name = type(happening).__name__
    if not 0 <= happening.request < len(cases):
        expected = "the number of a request of the matter by that day, from 0"
        raise InvalidValue(f"{name}.request", happening.request, expected)
    case = cases[happening.request]
    for kinds, holds, expected in _needs(case):
        if isinstance(happening, kinds) and not holds:
            raise InvalidValue(f"{name}.on", happening.on.isoformat(), expected)


def _needs(case: Request) -> Iterator[tuple[tuple[type[Happening], ...], bool, str]]:
    """Yield what some happenings presuppose, whether it holds, and the words for what would be right."""
    preserves = isinstance(case, PreservationCase)
    of_preservation = (Doubted, Determined, Preserved, Extended, FollowedUp, Decided)
    yield of_preservation, preserves, "what happens to a request for preservation"
    assists = isinstance(case, AssistanceCase)
    yield (Postponed, Resumed), assists, "what happens to a request for assistance"
    yield (Refused,), preserves or assists, "what happens to a request for preservation or assistance"
    received = case.request.received_on is not None
    yield (
        (RequestReceived,),
        not received,
        f"of a request that is not received yet: it was on {case.request.received_on}",
    )
    after_receipt = (Doubted, Determined, Preserved, Refused, Postponed)
    yield after_receipt, received, "on or after the day on which the request was received, which is not entered"
    if isinstance(case, AssistanceCase):
        yield (Resumed,), _is_postponed(case), "after a postponement, which is not entered"
    if isinstance(case, PreservationCase):
        effected = case.measure.effected_on is not None
        yield (Extended,), effected, "on or after the day on which the preservation took effect, which is not entered"
        followed = case.measure.assistance_requested_on is not None
        yield (Decided,), followed, "on or after the day on which a request followed, which is not entered"
        yield (FollowedUp,), not followed, "of one request that follows: another one is entered"
        told = not must_inform_of_outlook(case.outlook).is_no
        expected = "after the requested State came to doubt: it believes nothing that it must tell"
        yield (Determined,), told, expected


# What follows from it


def _take(happening: Happening, cases: _Cases) -> None:
    """Enter what happened in the cases of the matter."""
    number = happening.request
    if number >= len(cases):
        return  # that it was made is not known yet
    cases[:] = [evolve(case, as_of=max(case.as_of, happening.on)) for case in cases]
    if isinstance(happening, FollowedUp):
        cases.append(_followed(happening, cases[number]))
    if isinstance(happening, Denounced):
        cases[:] = [_denounced(happening, case) for case in cases]
    else:
        cases[number] = _entered(happening, cases[number])
    first = cases[0]
    if isinstance(first, PreservationCase):
        cases[1:] = [_with_earlier(case, first) for case in cases[1:]]


def _entered(happening: Happening, case: Request) -> Request:
    match happening:
        case RequestReceived():
            request: Any = evolve(case.request, received_on=happening.on)
            return evolve(case, request=request)
        case Recorded():
            return evolve(case, record=(*case.record, happening.entry))
        case Refused() if isinstance(case, PreservationCase):
            return evolve(case, refusal=_refusal(happening))
        case Refused() | Postponed():
            return evolve(cast("AssistanceCase", case), reply=_reply(happening))
        case Resumed():
            return _resumed(happening, cast("AssistanceCase", case))
        case _:
            return _of_preservation(happening, cast("PreservationCase", case))


def _of_preservation(happening: Happening, case: PreservationCase) -> PreservationCase:
    measure, on = case.measure, happening.on
    match happening:
        case Doubted():
            said = {name: getattr(happening, name) for name in _BELIEFS}
            outlook = evolve(case.outlook, **{name: value for name, value in said.items() if value is not None})
            return evolve(case, outlook=outlook)
        case Determined():
            outlook = evolve(case.outlook, determined=True, execution_wanted=happening.execution_wanted)
            return evolve(case, outlook=outlook)
        case Preserved():
            days = happening.period_days or measure.period_days
            return evolve(case, measure=evolve(measure, effected_on=on, period_days=days))
        case Extended():
            return evolve(case, measure=evolve(measure, extensions=_extended(happening, case)))
        case FollowedUp():
            return evolve(case, measure=evolve(measure, assistance_requested=True, assistance_requested_on=on))
        case _:
            return evolve(case, measure=evolve(measure, decided=True, decided_on=on))


def _extended(happening: Extended, case: PreservationCase) -> tuple[Extension, ...] | AtLeast[Extension]:
    """Return the extensions with this one; where the opening did not say that there was none, there may be others."""
    one = Extension(requested_on=happening.on, until=happening.until, days=happening.days, granted=happening.granted)
    before = case.measure.extensions
    if isinstance(before, tuple):
        return (*before, one)
    return AtLeast((*(() if before is None else before.items), one))


def _followed(happening: FollowedUp, case: Request) -> AssistanceCase:
    """Return the case of the request that follows, received on its day."""
    following = happening.case
    return evolve(
        following,
        as_of=max(following.as_of, happening.on),
        requesting=case.requesting,
        requested=case.requested,
        request=evolve(following.request, received_on=happening.on),
    )


def _with_earlier(case: Request, first: PreservationCase) -> Request:
    """Return a case that follows the preservation with what has become of it."""
    earlier = EarlierPreservation(reference=first.request.reference, measure=first.dated_measure, regime=first.regime)
    return evolve(cast("AssistanceCase", case), preservation=earlier)


def _reply(happening: Refused | Postponed) -> NegativeReply:
    if isinstance(happening, Postponed):
        return NegativeReply(kind=ReplyKind.POSTPONEMENT, answered_on=happening.on, consulted=happening.consulted)
    return NegativeReply(
        answered_on=happening.on,
        grounds=happening.grounds,
        consulted=happening.consulted,
        reasons_given=happening.reasons_given,
    )


def _is_postponed(case: AssistanceCase) -> bool:
    return case.reply is not None and case.reply.kind is ReplyKind.POSTPONEMENT


def _resumed(happening: Resumed, case: AssistanceCase) -> AssistanceCase:
    """Return the case in which the ground of the postponement has ended; of one that is not known yet, nothing has."""
    if case.reply is None or not _is_postponed(case):
        return case
    return evolve(case, reply=evolve(case.reply, ground_ended_on=happening.on))


def _refusal(happening: Refused) -> ListedRefusal:
    return ListedRefusal(
        refused_on=happening.on,
        grounds=happening.grounds,
        consulted=happening.consulted,
        reasons_given=happening.reasons_given,
    )


def _denounced(happening: Denounced, case: Request) -> Request:
    effect = years_after(happening.on, 1).on
    if happening.by is Role.REQUESTING_STATE:
        return evolve(case, requesting=evolve(case.requesting, denounced=True, bound_until=effect))
    return evolve(case, requested=evolve(case.requested, denounced=True, bound_until=effect))


checked(__name__)
