"""Art. 40(12)(a) to (c): the central authority of a State, what it has told of it, and what that authority owes."""

from __future__ import annotations

from attrs import Attribute, evolve, fields, frozen

from uncc.cooperation.art40_assistance.course import UNKNOWN_COURSE, RequestCourse, what_ends_execution
from uncc.cooperation.art40_assistance.handling import CALLED_OFF, EXECUTED
from uncc.cooperation.art40_assistance.own_treaty import UNKNOWN_TREATY, paragraph_applies
from uncc.kernel.consistency import shows
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import DayFact, Fact, Facts, day_fact, fact
from uncc.kernel.findings import Finding, all_of, any_of, given, said_of
from uncc.kernel.life import Life, stated_on
from uncc.kernel.measured import day_of
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import art
from uncc.kernel.quantities import not_after
from uncc.kernel.roles import Role

__all__ = [
    "CentralAuthority",
    "duties_of_central_authorities",
    "has_central_authority",
    "has_notified",
    "may_designate_distinct_authority",
]


@frozen(kw_only=True)
class CentralAuthority(Facts, asked_of=Role.STATE_PARTY):
    """A State's central authority for assistance, and what it has told the Secretary-General.

    The days of the notifications and of the deposit tell whether they came in time; `notified_at_deposit` and
    `languages_notified` are asked where no day of theirs is known.
    """

    designated: Fact = fact("the State has designated a central authority", art(40, 12, "a"))
    can_receive: Fact = fact(
        "the authority is responsible for receiving requests and has the power to", art(40, 12, "a")
    )
    can_execute: Fact = fact("the authority can execute requests itself", art(40, 12, "a"))
    can_transmit: Fact = fact("the authority can transmit requests to the competent authorities", art(40, 12, "a"))
    deposited_on: DayFact = day_fact(
        "the State deposited its instrument", art(40, 12, "c"), art(40, 13), asked_of=Role.DEPOSITARY
    )
    authority_notified_on: DayFact = day_fact(
        "the Secretary-General was notified of the authority", art(40, 12, "c"), asked_of=Role.DEPOSITARY
    )
    languages_notified_on: DayFact = day_fact(
        "the Secretary-General was notified of the acceptable languages", art(40, 13), asked_of=Role.DEPOSITARY
    )
    notified_at_deposit: Fact = fact(
        "the Secretary-General was notified of the authority when the instrument was deposited",
        art(40, 12, "c"),
        asked_of=Role.DEPOSITARY,
    )
    details_correct: Fact = fact("the details held in the register are correct", art(40, 12, "c"))
    languages_notified: Fact = fact(
        "the Secretary-General was notified of the acceptable languages when the instrument was deposited",
        art(40, 13),
        asked_of=Role.DEPOSITARY,
    )
    transmitted: Fact = fact("the central authority has transmitted the request for execution", art(40, 12, "b"))
    transmitted_on: DayFact = day_fact("the central authority transmitted the request for execution", art(40, 12, "b"))
    separate_system: Fact = fact(
        "a region or territory of the State has a system of mutual legal assistance of its own", art(40, 12, "a")
    )

    ties = (shows("transmitted_on", "transmitted", art(40, 12, "b")),)


A = fields(CentralAuthority)


def has_central_authority(authority: CentralAuthority) -> Finding:
    """Whether a State has the central authority that it must designate.

    It must be able to receive requests, and either to execute them or to transmit them for execution.

    Source: Art. 40(12)(a).

    >>> has_central_authority(CentralAuthority(designated=True, can_receive=False)).truth.name
    'NO'
    """
    return all_of(
        "the State has the central authority that it shall have",
        art(40, 12, "a"),
        given(authority, A.designated),
        given(authority, A.can_receive),
        any_of(
            "the authority executes requests or transmits them",
            art(40, 12, "a"),
            given(authority, A.can_execute),
            given(authority, A.can_transmit),
        ),
    )


def may_designate_distinct_authority(authority: CentralAuthority) -> Finding:
    """Whether a State may designate a distinct central authority for a region or territory of its own.

    Source: Art. 40(12)(a).

    >>> may_designate_distinct_authority(CentralAuthority(separate_system=True)).truth.name
    'YES'
    """
    return given(authority, A.separate_system)


def has_notified(authority: CentralAuthority) -> Finding:
    """Whether the Secretary-General was told what each State must tell about its authority and its languages.

    In time is what came by the day of the deposit, that day included: NO as well for what was told later.

    Source: Art. 40(12)(c), Art. 40(13).

    >>> has_notified(CentralAuthority(languages_notified=False)).truth.name
    'NO'
    """
    return all_of(
        "the Secretary-General was notified, and the register is correct",
        (art(40, 12, "c"), art(40, 13)),
        said_of("authority", _came_with_deposit(authority, A.authority_notified_on, A.notified_at_deposit)),
        given(authority, A.details_correct),
        said_of("languages", _came_with_deposit(authority, A.languages_notified_on, A.languages_notified)),
    )


def _came_with_deposit(authority: CentralAuthority, day: Attribute[DayFact], stated: Attribute[Fact]) -> Finding:
    """Return whether a notification came by the day of the deposit: by its own day, or else as the case states."""
    if getattr(authority, day.name) is None:
        return given(authority, stated)
    notified, deposited, said = day_of(authority, day), day_of(authority, A.deposited_on), given(authority, stated)
    came = not_after("the notification came by the day of the deposit", said.authority, notified, deposited)
    if came.truth is ~said.truth and not said.is_unknown:
        raise InvalidValue(stated.name, getattr(authority, stated.name), "as the days of notification and deposit say")
    return came


def duties_of_central_authorities(
    authority: CentralAuthority,
    *,
    treaty: AssistanceTreaty = UNKNOWN_TREATY,
    course: RequestCourse = UNKNOWN_COURSE,
) -> tuple[Duty, ...]:
    """What does the requested State's central authority owe for a request that it has received?

    Speed is owed until the request is executed or transmitted; from then on it is for the authority that executes it.
    `course` is what has become of the request: see the `life` of each duty.

    Source: Art. 40(12)(b).

    >>> [duty.id for duty in duties_of_central_authorities(CentralAuthority())]
    ['ensure-speed', 'encourage-speed']
    """
    applies = paragraph_applies(art(40, 12, "b"), treaty=treaty)
    transmitted = stated_on(given(authority, A.transmitted), authority, A.transmitted_on)
    life = Life(ended_by=(*EXECUTED, *CALLED_OFF), ends=what_ends_execution(evolve(course, treaty=treaty)))
    return (
        shall(
            "ensure-speed",
            Role.REQUESTED_STATE,
            "ensure, by its central authority, that the request is executed or transmitted speedily and properly",
            art(40, 12, "b"),
            applies,
            towards=Role.REQUESTING_STATE,
            life=evolve(life, lasts=True, ends=(*life.ends, transmitted)),
        ),
        shall(
            "encourage-speed",
            Role.REQUESTED_STATE,
            "encourage, by its central authority, the competent authority to execute the request speedily and properly",
            art(40, 12, "b"),
            all_of(
                "the central authority transmits the request for execution",
                art(40, 12, "b"),
                applies,
                given(authority, A.can_transmit),
            ),
            life=evolve(life, since=transmitted.on),
        ),
    )


checked(__name__)
