"""Art. 50(3) and (7): what governs a refusal or a postponement of a request for confiscation, and what it ends."""

from __future__ import annotations

from attrs import evolve, fields

from uncc.confiscation.art50_requests.refusal import (
    NO_CONFISCATION_POSITION,
    ConfiscationPosition,
    may_refuse_confiscation,
)
from uncc.confiscation.art50_requests.request import ConfiscationRequest
from uncc.cooperation import Ground, Handling, ReplyKind, treaty_governs
from uncc.cooperation.art40_assistance.course import in_its_place
from uncc.cooperation.art40_assistance.handling import is_no_longer_required
from uncc.cooperation.art40_assistance.reply import NegativeReply, keeps_to_rules, limbs_of_reply
from uncc.kernel.declared import checked
from uncc.kernel.findings import Finding, all_of, any_of, exactly, given
from uncc.kernel.life import Event, found
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import art

__all__ = ["confiscation_reply_conforms"]

P = fields(ConfiscationPosition)
_OWN = frozenset({Ground.INSUFFICIENT_EVIDENCE, Ground.TRIFLING_PROPERTY})
"""The grounds of the article itself, which are open whatever treaty governs."""


def confiscation_reply_conforms(
    reply: NegativeReply, request: ConfiscationRequest, *, position: ConfiscationPosition = NO_CONFISCATION_POSITION
) -> Finding:
    """Whether a refusal or a postponement of a request for confiscation keeps to the rules that govern it.

    The same as for any request for assistance, with two grounds more: evidence that is late or not sufficient, and
    property of trifling value. Where the two States' own treaty governs, the reply must keep to that, or rest on one of
    these two.

    Source: Art. 40(7), Art. 40(8), Art. 40(21), Art. 40(22), Art. 40(23), Art. 40(24), Art. 40(25), Art. 40(27),
    Art. 40(28), Art. 50(3), Art. 50(7).

    >>> from uncc.confiscation.art50_requests.request import ConfiscationRequestKind
    >>> freezing = ConfiscationRequest(kind=ConfiscationRequestKind.PROVISIONAL)
    >>> reply = NegativeReply(grounds=(Ground.BANK_SECRECY,), reasons_given=True, keeps_to_treaty=False)
    >>> confiscation_reply_conforms(reply, freezing).truth.name
    'NO'
    """

    def limbs(treaty: AssistanceTreaty) -> tuple[Finding, ...]:
        under = evolve(position, treaty=treaty)
        interferes = given(position, P.interferes_with_proceedings)
        return limbs_of_reply(reply, lambda one: may_refuse_confiscation(request, one, position=under), interferes)

    kept = keeps_to_rules(reply, position.treaty, limbs, art(50, 3))
    own = [ground for ground in reply.grounds if ground in _OWN and reply.kind is ReplyKind.REFUSAL]
    if not own:
        return kept
    return exactly(
        any_of(
            kept.statement,
            (*kept.authority, art(50, 7)),
            kept,
            all_of(
                "a treaty governs, and a ground that is stated is open whatever treaty does",
                art(50, 7),
                treaty_governs(treaty=position.treaty),
                any_of(
                    "a ground of the article on confiscation is open",
                    art(50, 7),
                    *(may_refuse_confiscation(request, ground, position=position) for ground in own),
                ),
            ),
        )
    )


def what_ends_confiscation(
    request: ConfiscationRequest, handling: Handling, reply: NegativeReply | None, position: ConfiscationPosition
) -> tuple[Event, ...]:
    """Return what ends the duty to act on a request without that, or suspends it: the need gone, or an answer to it.

    Source: Art. 40(26), Art. 50(3), Art. 50(7).
    """
    needless = found(is_no_longer_required(handling))
    if reply is None:
        return (needless,)
    return needless, in_its_place(reply, confiscation_reply_conforms(reply, request, position=position))


checked(__name__)
