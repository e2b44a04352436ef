"""Art. 40(21) to (28): what ends the execution of a request without it: a refusal, a postponement, the need gone."""

from __future__ import annotations

from attrs import field, fields, frozen

from uncc.cooperation.all_grounds import NO_ASSISTANCE_POSITION, AssistancePosition
from uncc.cooperation.art35_principles import UnderlyingConduct
from uncc.cooperation.art40_assistance.handling import UNKNOWN_HANDLING, Handling
from uncc.cooperation.art40_assistance.own_treaty import UNKNOWN_TREATY
from uncc.cooperation.art40_assistance.refusal import UNKNOWN_CONDUCT
from uncc.cooperation.art40_assistance.reply import NegativeReply, ReplyKind, reply_conforms
from uncc.cooperation.art40_assistance.request import AssistanceRequest
from uncc.kernel.declared import checked, typed
from uncc.kernel.findings import Finding, all_of, given
from uncc.kernel.life import Event, Suspension, found, stated_on
from uncc.kernel.model import Model
from uncc.kernel.parties import AssistanceTreaty

__all__ = ["RequestCourse"]

H = fields(Handling)
N = fields(NegativeReply)


@frozen(kw_only=True, field_transformer=typed)
class RequestCourse(Model):
    """What has become of a request for assistance: how it is dealt with, and what it was answered.

    `reply` is a refusal or a postponement that was made; `position`, `conduct` and `treaty` are what it is judged by.
    """

    request: AssistanceRequest = field(factory=AssistanceRequest)
    handling: Handling = UNKNOWN_HANDLING
    reply: NegativeReply | None = None
    position: AssistancePosition = NO_ASSISTANCE_POSITION
    conduct: UnderlyingConduct = UNKNOWN_CONDUCT
    treaty: AssistanceTreaty = UNKNOWN_TREATY


UNKNOWN_COURSE = RequestCourse()
"""A course of which nothing is known."""


def what_ends_execution(course: RequestCourse) -> tuple[Event, ...]:
    """Return what ends the duty to execute a request without its execution, or suspends it.

    That the assistance is no longer required; and a refusal that was given, which takes the place of the execution
    where it keeps to the rules that govern it, or a postponement, which does so until its ground has ended. One that
    does not leaves the duty as it is.

    Source: Art. 40(21), Art. 40(26), Art. 40(27), Art. 40(28).
    """
    needless, reply = found(given(course.handling, H.no_longer_required)), course.reply
    if reply is None:
        return (needless,)
    conforms = reply_conforms(
        reply, course.request, position=course.position, conduct=course.conduct, treaty=course.treaty
    )
    return needless, in_its_place(reply, conforms)


def in_its_place(reply: NegativeReply, conforms: Finding) -> Event:
    """Return that a reply which keeps to the rules was given in the place of execution, and until when it stands.

    Source: Art. 40(21), Art. 40(27).
    """
    held = all_of(
        "the reply was given, and keeps to the rules that govern it",
        conforms.authority,
        given(reply, N.answered),
        conforms,
    )
    placed = stated_on(held, reply, N.answered_on, displaces=True)
    if reply.kind is ReplyKind.REFUSAL:
        return placed
    over = stated_on(given(reply, N.ground_ended), reply, N.ground_ended_on)
    return Suspension(placed.finding, placed.on, displaces=True, over=over)


def without_pauses(ends: tuple[Event, ...]) -> tuple[Event, ...]:
    """Return what ends a duty that goes on while the execution is postponed: a postponed request can be asked about."""
    return tuple(event for event in ends if not isinstance(event, Suspension))


checked(__name__)
