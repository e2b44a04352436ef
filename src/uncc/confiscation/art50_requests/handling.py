"""Art. 50(3): what the two States owe each other while a request for confiscation is dealt with."""

from __future__ import annotations

from attrs import evolve

from uncc.confiscation.art50_requests.refusal import NO_CONFISCATION_POSITION, ConfiscationPosition
from uncc.confiscation.art50_requests.reply import what_ends_confiscation
from uncc.confiscation.art50_requests.request import ConfiscationRequest, may_request_confiscation
from uncc.cooperation import AssistanceRequest, Handling
from uncc.cooperation.art40_assistance.duties import duties_on_handling
from uncc.cooperation.art40_assistance.reply import NegativeReply
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty
from uncc.kernel.life import Life
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import art

__all__ = ["duties_while_confiscation_handled"]

UNKNOWN_HANDLING = Handling()
UNKNOWN_TREATY = AssistanceTreaty()


def duties_while_confiscation_handled(
    request: ConfiscationRequest,
    handling: Handling = UNKNOWN_HANDLING,
    *,
    treaty: AssistanceTreaty = UNKNOWN_TREATY,
    reply: NegativeReply | None = None,
    position: ConfiscationPosition = NO_CONFISCATION_POSITION,
) -> tuple[Duty, ...]:
    """What must or may be done while a request for confiscation is dealt with, by whom, and how fast?

    The same as for any request for assistance: additional information, domestic law and the procedure asked for,
    confidentiality, speed and deadlines, progress, conditions, costs. It is to be executed where the article on
    confiscation obliges to act on it. That the requested State bears the ordinary costs leaves it free to deduct
    reasonable expenses from what was confiscated (`may_deduct_expenses`). The rules on hearing by videoconference and
    on the use of what was furnished ask nothing of the request, and hold here as they are (`may_permit_video_hearing`,
    `may_use_evidence`). `reply` is a refusal or a postponement that was given, `position` what it is judged by.

    Source: Art. 50(3), Art. 50(7).

    >>> from uncc.confiscation.art50_requests.request import ConfiscationRequestKind
    >>> freezing = ConfiscationRequest(kind=ConfiscationRequestKind.PROVISIONAL)
    >>> print(*duties_while_confiscation_handled(freezing)[0].authority)
    Art. 50(3) Art. 40(16)
    """
    must_act = may_request_confiscation(request)
    ends = what_ends_confiscation(request, handling, reply, evolve(position, treaty=treaty))
    return tuple(
        evolve(duty, id=_here(duty.id), authority=(art(50, 3), *duty.authority), life=_life_here(duty.life))
        for duty in duties_on_handling(_as_assistance(request), handling, must_act, treaty, ends)
    )


def _here(name: str) -> str:
    """Return the id that a duty about assistance has here."""
    return name.replace("-in-assistance", "-in-confiscation")


def _life_here(life: Life) -> Life:
    return evolve(life, ended_by=tuple(map(_here, life.ended_by)))


def _as_assistance(request: ConfiscationRequest) -> AssistanceRequest:
    """Return the request as one for assistance, with what matters to how it is dealt with."""
    return AssistanceRequest(
        procedure=request.procedure,
        confidentiality=request.confidentiality,
        wanted_by=request.wanted_by,
        wanted_by_reason=request.wanted_by_reason,
    )


checked(__name__)
