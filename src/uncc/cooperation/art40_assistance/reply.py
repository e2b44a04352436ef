"""Art. 40(21) to (28): what is wrong with a refusal or a postponement."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum

from attrs import evolve, field, fields, frozen

from uncc.cooperation.all_grounds import NO_ASSISTANCE_POSITION, AssistancePosition, Ground
from uncc.cooperation.art35_principles import UnderlyingConduct
from uncc.cooperation.art40_assistance.own_treaty import UNKNOWN_TREATY, paragraph_applies, treaty_governs
from uncc.cooperation.art40_assistance.refusal import UNKNOWN_CONDUCT, Circumstances, condition_of, is_of_paragraph_21
from uncc.cooperation.art40_assistance.request import AssistanceRequest
from uncc.kernel.again import under
from uncc.kernel.consistency import implies, shows
from uncc.kernel.declared import checked, typed
from uncc.kernel.facts import DayFact, Fact, Facts, day_fact, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_text, exactly, given, read_off, said_of
from uncc.kernel.papers import Paper
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.readings import AS_ADOPTED, Readings

__all__ = [
    "NegativeReply",
    "ReplyKind",
    "faults_of_reply",
    "reply_conforms",
]


class ReplyKind(Enum):
    """What the requested State answers to a request that it does not execute. The value is its name in JSON."""

    REFUSAL = "refusal"
    POSTPONEMENT = "postponement"


def _each_once(grounds: Iterable[Ground]) -> tuple[Ground, ...]:
    return tuple(dict.fromkeys(grounds))


@frozen(kw_only=True, field_transformer=typed)
class NegativeReply(Paper, Facts, asked_of=Role.REQUESTED_STATE):
    """What the requested State answered, or means to answer, instead of executing the request: a paper.

    - `kind`: a reply that does not say that it postpones is a refusal.
    - `grounds`: those that it stated for a refusal, and no others; a postponement has one ground only, which the text
      names.
    """

    kind: ReplyKind = ReplyKind.REFUSAL
    grounds: tuple[Ground, ...] = field(default=(), converter=_each_once)
    answered: Fact = fact("the requested State has given this answer", art(40, 25), art(40, 27))
    answered_on: DayFact = day_fact("the requested State gave this answer", art(40, 25), art(40, 27))
    consulted: Fact = fact(
        "the requested State consulted the requesting State first, on whether terms and conditions would help",
        art(40, 28),
    )
    reasons_given: Fact = fact("reasons were given", art(40, 25))
    keeps_to_treaty: Fact = fact(
        "the reply keeps to the treaty that governs between the two States in place of paragraphs 8 to 31", art(40, 7)
    )
    ground_ended: Fact = fact(
        "the proceeding for which the assistance was postponed has ended, or assistance interferes with it no longer",
        art(40, 27),
    )
    ground_ended_on: DayFact = day_fact("the ground of the postponement ended", art(40, 27), follows="answered_on")

    ties = (
        shows("answered_on", "answered", art(40, 25)),
        shows("ground_ended_on", "ground_ended", art(40, 27)),
        implies("ground_ended", "answered", art(40, 27)),
    )


N = fields(NegativeReply)
_RULES = tuple(art(40, paragraph) for paragraph in (7, 8, 21, 22, 23, 24, 25, 27, 28))
NO_REPLY = NegativeReply()
"""A reply of which nothing is known."""
NO_TREATY = AssistanceTreaty(binds=False)
"""What is known of a treaty where none binds: then paragraphs 8 to 31 apply."""


def reply_conforms(
    reply: NegativeReply,
    request: AssistanceRequest,
    *,
    position: AssistancePosition = NO_ASSISTANCE_POSITION,
    conduct: UnderlyingConduct = UNKNOWN_CONDUCT,
    treaty: AssistanceTreaty = UNKNOWN_TREATY,
) -> Finding:
    """Whether a refusal or a postponement keeps to the rules that govern it.

    A refusal must not rest on bank secrecy, nor on the fiscal side of the offence alone; one of the grounds stated
    must be open; before a refusal on paragraph 21 and before any postponement the States must have consulted; and
    a refusal must give reasons. Where the two States' own treaty governs, all turns on whether the reply keeps to it;
    whether the bars of paragraphs 23 and 24 hold beside it is a reading. Which of the two governs need not be known
    where the reply keeps to both.

    Source: Art. 40(7), Art. 40(8), Art. 40(21), Art. 40(22), Art. 40(23), Art. 40(24), Art. 40(25), Art. 40(27),
    Art. 40(28).

    >>> reply = NegativeReply(grounds=(Ground.BANK_SECRECY,), reasons_given=True, keeps_to_treaty=False)
    >>> reply_conforms(reply, AssistanceRequest()).truth.name
    'NO'
    """
    case = Circumstances(request, position, conduct, treaty)
    return keeps_to_rules(reply, treaty, lambda governing: _limbs(reply, evolve(case, treaty=governing)))


def keeps_to_rules(
    reply: NegativeReply,
    treaty: AssistanceTreaty,
    limbs: Callable[[AssistanceTreaty], tuple[Finding, ...]],
    *taking_over: Provision,
) -> Finding:
    """Return whether a reply keeps to what governs it; `limbs` are what the paragraphs ask of it, by the treaty.

    `taking_over`: the paragraphs of another article that take these over.
    """
    barred = tuple(limb for _, limb in _rests_on_nothing_barred(reply))
    return exactly(
        any_of(
            "the reply keeps to the rules that govern it",
            (*taking_over, *_RULES),
            _keeps_to_treaty(reply, treaty, *_bars(reply, treaty)),
            all_of(
                "paragraphs 8 to 31 apply, and the reply keeps to them",
                (art(40, 21), art(40, 27)),
                _applies(reply, treaty),
                *barred,
                *limbs(treaty),
            ),
            all_of(
                "the reply keeps to the treaty and to the paragraphs, whichever govern",
                (art(40, 7), art(40, 21), art(40, 27)),
                given(reply, N.keeps_to_treaty),
                *barred,
                *limbs(NO_TREATY),
            ),
        )
    )


def _applies(reply: NegativeReply, treaty: AssistanceTreaty) -> Finding:
    """Return whether the paragraph that opens such a reply applies between the two States."""
    paragraph = art(40, 21 if reply.kind is ReplyKind.REFUSAL else 27)
    return paragraph_applies(paragraph, treaty=treaty)


def _bars(reply: NegativeReply, treaty: AssistanceTreaty) -> tuple[Finding, ...]:
    """Return that a refusal rests on nothing that paragraphs 23 and 24 bar, as far as they hold."""
    return tuple(
        said_of(
            str(paragraph),
            any_of(
                "the refusal does not rest on what the paragraph bars, or the paragraph does not hold",
                paragraph,
                kept,
                ~paragraph_applies(paragraph, treaty=treaty),
            ),
        )
        for paragraph, kept in _rests_on_nothing_barred(reply)
    )


def _keeps_to_treaty(reply: NegativeReply, treaty: AssistanceTreaty, *bars: Finding) -> Finding:
    return all_of(
        "the two States' own treaty governs, and the reply keeps to it",
        art(40, 7),
        treaty_governs(treaty=treaty),
        given(reply, N.keeps_to_treaty),
        *bars,
    )


def faults_of_reply(  # noqa: PLR0913  # each is named by whoever asks
    reply: NegativeReply,
    request: AssistanceRequest,
    *,
    position: AssistancePosition = NO_ASSISTANCE_POSITION,
    conduct: UnderlyingConduct = UNKNOWN_CONDUCT,
    treaty: AssistanceTreaty = UNKNOWN_TREATY,
    readings: Readings = AS_ADOPTED,
) -> tuple[Finding, ...]:
    """What did the requested State do wrong? Each fault is a finding that is NO, with the provision that it breaks.

    Empty where nothing is known to be wrong; what is merely not known is in the open questions of `reply_conforms`.
    Where the two States' own treaty governs, the only fault is that the reply does not keep to it.

    Source: Art. 40(7), Art. 40(8), Art. 40(21), Art. 40(22), Art. 40(23), Art. 40(24), Art. 40(25), Art. 40(27),
    Art. 40(28).

    >>> reply = NegativeReply(grounds=(Ground.FISCAL_MATTERS,), reasons_given=False)
    >>> [fault.citation for fault in faults_of_reply(reply, AssistanceRequest())]
    ['Art. 40(23)', 'Art. 40(8), Art. 40(21), Art. 40(22)', 'Art. 40(25)']
    """
    case = Circumstances(request, position, conduct, treaty)
    kept, applies = given(reply, N.keeps_to_treaty), _applies(reply, treaty).under(readings)
    if _keeps_to_treaty(reply, treaty, *_bars(reply, treaty)).under(readings).is_yes:
        return ()
    bars = [
        limb
        for paragraph, limb in _rests_on_nothing_barred(reply)
        if not (applies.is_no and paragraph_applies(paragraph, treaty=treaty).under(readings).is_no)
    ]
    limbs = (kept,) if applies.is_no else under(_limbs(reply, case), readings)
    return tuple(limb for limb in (*bars, *limbs) if limb.is_no)


def _rests_on_nothing_barred(reply: NegativeReply) -> tuple[tuple[Provision, Finding], ...]:
    """Return the paragraphs that bar a ground of refusal, each with the finding that this one does not rest on it."""
    if reply.kind is ReplyKind.POSTPONEMENT:
        return ()
    secret, fiscal = Ground.BANK_SECRECY in reply.grounds, reply.grounds == (Ground.FISCAL_MATTERS,)
    return (
        (art(40, 24), _told(reply, not secret, "the refusal does not rest on bank secrecy", art(40, 24))),
        (
            art(40, 23),
            _told(reply, not fiscal, "the refusal rests on more than the fiscal side of the offence", art(40, 23)),
        ),
    )


def _told(reply: NegativeReply, value: bool, statement: str, paragraph: Provision) -> Finding:  # noqa: FBT001  # the answer itself
    return read_off(reply, N.grounds, value, statement, paragraph, asked_of=Role.REQUESTED_STATE)


def _limbs(reply: NegativeReply, case: Circumstances) -> tuple[Finding, ...]:
    interferes = given(case.position, fields(AssistancePosition).interferes_with_proceedings)
    return limbs_of_reply(reply, lambda ground: condition_of(ground, case), interferes)


def limbs_of_reply(
    reply: NegativeReply, condition: Callable[[Ground], Finding], interferes: Finding
) -> tuple[Finding, ...]:
    """Return what the paragraphs ask of a reply, where `condition` says of a ground that it is there."""
    if reply.kind is ReplyKind.POSTPONEMENT:
        return interferes, given(reply, N.consulted)
    stated = tuple(map(condition, reply.grounds))
    return _a_ground_is_open(reply, stated), _was_consulted(reply), given(reply, N.reasons_given)


def _a_ground_is_open(reply: NegativeReply, stated: tuple[Finding, ...]) -> Finding:
    statement, authority = "a ground that is stated is open", (art(40, 8), art(40, 21), art(40, 22))
    if not stated:
        return read_off(reply, N.grounds, None, statement, *authority, asked_of=Role.REQUESTED_STATE)
    return any_of(statement, authority, *stated)


def _was_consulted(reply: NegativeReply) -> Finding:
    if any(is_of_paragraph_21(ground) for ground in reply.grounds):
        return given(reply, N.consulted)
    return by_text(
        True, "no consultation is owed before a refusal on other grounds than those of paragraph 21", art(40, 28)
    )


checked(__name__)
