"""Art. 40(8), (25), (27) and (28): what is owed before and with a refusal or a postponement."""

from __future__ import annotations

from attrs import fields

from uncc.cooperation.all_grounds import Ground
from uncc.cooperation.art40_assistance.handling import CALLED_OFF, EXECUTED
from uncc.cooperation.art40_assistance.own_treaty import UNKNOWN_TREATY
from uncc.cooperation.art40_assistance.refusal import (
    may_assist_all_the_same,
    must_consult_before_postponing_assistance,
    must_consult_before_refusing_assistance,
    must_give_reasons_for_refusing_assistance,
)
from uncc.cooperation.art40_assistance.reply import NO_REPLY, NegativeReply
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, may, shall
from uncc.kernel.findings import given
from uncc.kernel.life import Life, done_first, found, stated_day, stated_on
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = ["duties_on_assistance_postponement", "duties_on_assistance_refusal"]

N = fields(NegativeReply)
_CONSULT = "consult the requesting State on whether assistance can be given on terms and conditions"


def first_consulted(reply: NegativeReply, ended_by: tuple[str, ...] = (*EXECUTED, *CALLED_OFF)) -> Life:
    """Return the life of a consultation that comes before the reply: one that was given without it breaks the duty.

    It falls away where the request is executed, or needs no execution any more.
    """
    answered = stated_on(given(reply, N.answered), reply, N.answered_on)
    return done_first(reply, N.consulted, answered, ended_by=ended_by)


def with_reasons(reply: NegativeReply) -> Life:
    """Return the life of the duty to give reasons, which is owed from the refusal on."""
    since = stated_day(reply, N.answered_on)
    return Life(since=since, done=found(given(reply, N.reasons_given)))


def duties_on_assistance_refusal(
    ground: Ground, *, treaty: AssistanceTreaty = UNKNOWN_TREATY, reply: NegativeReply = NO_REPLY
) -> tuple[Duty, ...]:
    """What does the requested State owe when it means to refuse assistance on this ground?

    `reply` is the refusal: whether the States were consulted first, and reasons given.

    Source: Art. 40(8), Art. 40(25), Art. 40(28).

    >>> [duty.id for duty in duties_on_assistance_refusal(Ground.TRIFLING_MATTER)]
    ['consult-before-refusing-assistance', 'give-reasons-for-refusing-assistance']
    """
    consult = shall(
        "consult-before-refusing-assistance",
        Role.REQUESTED_STATE,
        _CONSULT,
        art(40, 28),
        must_consult_before_refusing_assistance(ground, treaty=treaty),
        towards=Role.REQUESTING_STATE,
        life=first_consulted(reply),
    )
    reasons = shall(
        "give-reasons-for-refusing-assistance",
        Role.REQUESTED_STATE,
        "give reasons for the refusal",
        art(40, 25),
        must_give_reasons_for_refusing_assistance(treaty=treaty),
        towards=Role.REQUESTING_STATE,
        life=with_reasons(reply),
    )
    if ground is not Ground.DUAL_CRIMINALITY:
        return consult, reasons
    assist = may(
        "assist-all-the-same",
        Role.REQUESTED_STATE,
        "assist all the same, to the extent that it decides at its discretion",
        art(40, 8),
        may_assist_all_the_same(treaty=treaty),
        towards=Role.REQUESTING_STATE,
        qualifications=("when it deems appropriate",),
    )
    return consult, reasons, assist


def duties_on_assistance_postponement(
    *, treaty: AssistanceTreaty = UNKNOWN_TREATY, reply: NegativeReply = NO_REPLY
) -> tuple[Duty, ...]:
    """What does the requested State owe when it means to postpone assistance? Reasons are owed for refusals only.

    `reply` is the postponement: whether the States were consulted first.

    Source: Art. 40(27), Art. 40(28).

    >>> [duty.id for duty in duties_on_assistance_postponement()]
    ['consult-before-postponing']
    """
    return (
        shall(
            "consult-before-postponing",
            Role.REQUESTED_STATE,
            _CONSULT,
            art(40, 28),
            must_consult_before_postponing_assistance(treaty=treaty),
            towards=Role.REQUESTING_STATE,
            life=first_consulted(reply),
        ),
    )


checked(__name__)
