"""Art. 40(21) to (28): what ends the execution of a request without it: a refusal, a postponement, the need gone."""

from __future__ import annotations

from attrs import fields

from uncc.cooperation.all_grounds import NO_ASSISTANCE_POSITION, AssistancePosition
from uncc.cooperation.art35_principles import UnderlyingConduct
from uncc.cooperation.art40_assistance.handling import UNKNOWN_HANDLING, Handling
from uncc.cooperation.art40_assistance.own_treaty import UNKNOWN_TREATY
from uncc.cooperation.art40_assistance.refusal import UNKNOWN_CONDUCT
from uncc.cooperation.art40_assistance.reply import NegativeReply, reply_conforms
from uncc.cooperation.art40_assistance.request import AssistanceRequest
from uncc.kernel.declared import checked
from uncc.kernel.findings import given
from uncc.kernel.life import Event, found
from uncc.kernel.parties import AssistanceTreaty

__all__ = ["what_ends_execution"]

H = fields(Handling)


def what_ends_execution(  # noqa: PLR0913  # each is named by whoever asks
    request: AssistanceRequest,
    handling: Handling = UNKNOWN_HANDLING,
    *,
    reply: NegativeReply | None = None,
    position: AssistancePosition = NO_ASSISTANCE_POSITION,
    conduct: UnderlyingConduct = UNKNOWN_CONDUCT,
    treaty: AssistanceTreaty = UNKNOWN_TREATY,
) -> tuple[Event, ...]:
    """What ends the duty to execute a request, without its execution, as far as the case tells?

    That the assistance is no longer required; and a refusal or a postponement, which takes the place of the execution
    where it keeps to the rules that govern it. One that does not leaves the duty as it is.

    Source: Art. 40(21), Art. 40(26), Art. 40(27), Art. 40(28).

    >>> needless, = what_ends_execution(AssistanceRequest(), Handling(no_longer_required=True))
    >>> needless.finding.truth.name
    'YES'
    """
    needless = found(given(handling, H.no_longer_required))
    if reply is None:
        return (needless,)
    conforms = reply_conforms(reply, request, position=position, conduct=conduct, treaty=treaty)
    return needless, found(conforms, displaces=True)


checked(__name__)
