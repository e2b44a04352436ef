"""Art. 37(8), (15) to (18): on which grounds extradition may be refused, and what is owed before and after."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import fields, frozen

from uncc.cooperation.all_grounds import Ground
from uncc.cooperation.art37_extradition.extraditable import is_prejudicial_extradition
from uncc.cooperation.art37_extradition.request import (
    ARTICLE_GROUNDS,
    NO_EXTRADITION_POSITION,
    UNKNOWN_RELATION,
    ExtraditionPosition,
    ExtraditionRelation,
    ExtraditionRequest,
    SoughtOffence,
)
from uncc.kernel.consistency import implies, shows
from uncc.kernel.declared import checked, not_one_of
from uncc.kernel.duties import Duty, shall
from uncc.kernel.facts import DayFact, Fact, Facts, day_fact, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_text, given, read_off, said_of
from uncc.kernel.immutable import fixed
from uncc.kernel.life import Life, done_first, stated_day, stated_on
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = [
    "ExtraditionDecision",
    "duties_on_extradition_decision",
    "extradition_grounds",
    "may_refuse_extradition",
    "must_consult_before_refusing_extradition",
    "must_give_reasons_for_refusing_extradition",
    "must_inform_of_extradition_decision",
]

O = fields(SoughtOffence)  # noqa: E741
R = fields(ExtraditionRelation)
P = fields(ExtraditionPosition)


def may_refuse_extradition(
    request: ExtraditionRequest,
    ground: Ground,
    *,
    number: int = 0,
    relation: ExtraditionRelation = UNKNOWN_RELATION,
    position: ExtraditionPosition = NO_EXTRADITION_POSITION,
) -> Finding:
    """Whether extradition for one offence of the request, counted from 0, may be refused on this ground by itself.

    The article has no closed list: domestic law and applicable treaties may have grounds of their own, which stand
    under `EXTRADITION_CONDITIONS`. A ground of which the article does not speak is open where that law opens it, so
    the answer on it is UNKNOWN until the State says which those are (`own_grounds`). That the offence also involves
    fiscal matters is never enough. `InvalidValue` where the request has no offence of that number.

    Source: Art. 37(1), Art. 37(3), Art. 37(8), Art. 37(11), Art. 37(15), Art. 37(16).

    >>> may_refuse_extradition(ExtraditionRequest(), Ground.FISCAL_MATTERS).truth.name
    'NO'
    >>> may_refuse_extradition(ExtraditionRequest(), Ground.NATIONALITY).truth.name
    'UNKNOWN'
    """
    return said_of(ground.value, _may_refuse(request, ground, number, relation, position))


def _may_refuse(
    request: ExtraditionRequest,
    ground: Ground,
    number: int,
    relation: ExtraditionRelation,
    position: ExtraditionPosition,
) -> Finding:
    offence, subject = request.sought(number)
    match ground:
        case Ground.DUAL_CRIMINALITY:
            return _want_of_punishability(offence, subject)
        case Ground.EXTRADITION_CONDITIONS:
            return _conditions_not_met(offence, subject, position)
        case Ground.NATIONALITY:
            return _national_spared(relation, position)
        case Ground.DISCRIMINATION:
            return is_prejudicial_extradition(position=position)
        case Ground.FISCAL_MATTERS:
            return by_text(False, "extradition may be refused on the fiscal ground alone", art(37, 16))
        case (
            Ground.BANK_SECRECY
            | Ground.PERSONAL_DATA
            | Ground.TRIFLING_MATTER
            | Ground.AVAILABLE_ELSEWHERE
            | Ground.NON_CONFORMITY
            | Ground.ESSENTIAL_INTERESTS
            | Ground.DOMESTIC_PROHIBITION
            | Ground.LEGAL_SYSTEM
            | Ground.INSUFFICIENT_EVIDENCE
            | Ground.TRIFLING_PROPERTY
        ):
            return read_off(
                position,
                P.own_grounds,
                None if position.own_grounds is None else ground in position.own_grounds,
                "domestic law or an applicable treaty lets extradition be refused on this ground, and it is met",
                art(37, 8),
                asked_of=Role.REQUESTED_STATE,
                subject=ground.value,
            )
    raise not_one_of("ground", ground, Ground)


def _want_of_punishability(offence: SoughtOffence, subject: str) -> Finding:
    return any_of(
        "extradition may be refused because the conduct is not punishable in both States",
        art(37, 1),
        ~given(offence, O.punishable_in_requesting_state, subject),
        ~given(offence, O.punishable_in_requested_state, subject),
    )


def _conditions_not_met(offence: SoughtOffence, subject: str, position: ExtraditionPosition) -> Finding:
    return any_of(
        "extradition may be refused because a condition of domestic law or of a treaty is not met",
        art(37, 8),
        given(offence, O.period_too_short, subject),
        ~given(position, P.other_conditions_met),
    )


def _national_spared(relation: ExtraditionRelation, position: ExtraditionPosition) -> Finding:
    return all_of(
        "extradition may be refused because the person is a national",
        (art(37, 8), art(37, 11)),
        given(position, P.is_national),
        given(relation, R.spares_nationals),
    )


def extradition_grounds(
    request: ExtraditionRequest,
    *,
    number: int = 0,
    relation: ExtraditionRelation = UNKNOWN_RELATION,
    position: ExtraditionPosition = NO_EXTRADITION_POSITION,
) -> Mapping[Ground, Finding]:
    """Which of the grounds that the article on extradition speaks of may carry a refusal, in the text's order?

    The list is not closed: further grounds of domestic law and of treaties stand under `EXTRADITION_CONDITIONS`.

    Source: Art. 37(8), Art. 37(15), Art. 37(16).

    >>> open_to = extradition_grounds(ExtraditionRequest())
    >>> [ground.value for ground, finding in open_to.items() if finding.is_no]
    ['fiscal-matters']
    """
    return fixed(
        {
            ground: may_refuse_extradition(request, ground, number=number, relation=relation, position=position)
            for ground in ARTICLE_GROUNDS
        }
    )


@frozen(kw_only=True)
class ExtraditionDecision(Facts, asked_of=Role.REQUESTED_STATE):
    """How the requested State decides on a request for extradition."""

    intends_refusal: Fact = fact("the requested State intends to refuse extradition", art(37, 17))
    consultation_appropriate: Fact = fact("consulting the requesting State before is appropriate", art(37, 17))
    consulted: Fact = fact(
        "the requested State consulted the requesting State before it refused, with ample opportunity for its opinions",
        art(37, 17),
    )
    decided: Fact = fact("the requested State has decided on the extradition", art(37, 18))
    decided_on: DayFact = day_fact("the requested State decided on the extradition", art(37, 18))
    refused: Fact = fact("the requested State has refused extradition", art(37, 18))
    law_prevents_reasons: Fact = fact(
        "its domestic law prevents the requested State from giving the reasons", art(37, 18)
    )
    obligations_prevent_reasons: Fact = fact(
        "its international legal obligations prevent the requested State from giving the reasons", art(37, 18)
    )

    ties = (implies("refused", "decided", art(37, 18)), shows("decided_on", "decided", art(37, 18)))


D = fields(ExtraditionDecision)
NO_DECISION = ExtraditionDecision()
"""A decision of which nothing is known."""


def must_consult_before_refusing_extradition(*, decision: ExtraditionDecision = NO_DECISION) -> Finding:
    """Whether the requested State must consult the requesting State before it refuses, on whatever ground.

    Source: Art. 37(17).

    >>> must_consult_before_refusing_extradition(decision=ExtraditionDecision(intends_refusal=True)).truth.name
    'UNKNOWN'
    """
    return all_of(
        "the requested State must consult before it refuses extradition",
        art(37, 17),
        given(decision, D.intends_refusal),
        given(decision, D.consultation_appropriate),
    )


def must_inform_of_extradition_decision(decision: ExtraditionDecision) -> Finding:
    """Whether the requested State must inform the requesting State of its decision, whichever it is.

    A refusal is a decision. The exception for what may not be told is about reasons, and not about the decision.

    Source: Art. 37(18).

    >>> must_inform_of_extradition_decision(ExtraditionDecision(decided=True, law_prevents_reasons=True)).truth.name
    'YES'
    """
    return any_of(
        "the decision must be made known to the requesting State",
        art(37, 18),
        given(decision, D.decided),
        given(decision, D.refused),
    )


def must_give_reasons_for_refusing_extradition(*, decision: ExtraditionDecision = NO_DECISION) -> Finding:
    """Whether the requested State must inform the requesting State of its reasons for refusing.

    Not where its domestic law or its international legal obligations prevent it from that.

    Source: Art. 37(18).

    >>> must_give_reasons_for_refusing_extradition(decision=ExtraditionDecision(law_prevents_reasons=True)).truth.name
    'NO'
    """
    return all_of(
        "the reasons for refusing extradition must be made known",
        art(37, 18),
        given(decision, D.refused),
        ~given(decision, D.law_prevents_reasons),
        ~given(decision, D.obligations_prevent_reasons),
    )


def _is_granted(decision: ExtraditionDecision) -> Finding:
    """Return that the decision is no refusal, before which alone consultation is owed."""
    return all_of("extradition was not refused", art(37, 17), given(decision, D.decided), ~given(decision, D.refused))


def _consultation_is_due(decision: ExtraditionDecision) -> Finding:
    """Return that consultation is owed: a State that has refused did intend to."""
    statement = "the requested State means to refuse extradition, or has refused it"
    return all_of(
        "the requested State must consult before it refuses extradition",
        art(37, 17),
        any_of(statement, art(37, 17), given(decision, D.intends_refusal), given(decision, D.refused)),
        given(decision, D.consultation_appropriate),
    )


def duties_on_extradition_decision(decision: ExtraditionDecision) -> tuple[Duty, ...]:
    """What does the requested State owe before it refuses extradition, and once it has decided?

    A refusal without consultation breaks that duty, and a decision that is no refusal ends it: see the `life` of each.

    Source: Art. 37(17), Art. 37(18).

    >>> [duty.id for duty in duties_on_extradition_decision(ExtraditionDecision())]
    ['consult-before-refusing-extradition', 'inform-of-extradition-decision', 'give-reasons-for-refusing-extradition']
    """
    decided = Life(since=stated_day(decision, D.decided_on))
    return (
        shall(
            "consult-before-refusing-extradition",
            Role.REQUESTED_STATE,
            "consult the requesting State before refusing, so that it has ample opportunity to give its opinions "
            "and to support what it alleges",
            art(37, 17),
            _consultation_is_due(decision),
            towards=Role.REQUESTING_STATE,
            qualifications=("where appropriate",),
            life=done_first(
                decision,
                D.consulted,
                stated_on(given(decision, D.refused), decision, D.decided_on),
                ends=(stated_on(_is_granted(decision), decision, D.decided_on),),
            ),
        ),
        shall(
            "inform-of-extradition-decision",
            Role.REQUESTED_STATE,
            "inform the requesting State of its decision",
            art(37, 18),
            must_inform_of_extradition_decision(decision),
            towards=Role.REQUESTING_STATE,
            life=decided,
        ),
        shall(
            "give-reasons-for-refusing-extradition",
            Role.REQUESTED_STATE,
            "inform the requesting State of every reason for the refusal",
            art(37, 18),
            must_give_reasons_for_refusing_extradition(decision=decision),
            towards=Role.REQUESTING_STATE,
            qualifications=("unless its domestic law or its international legal obligations prevent it",),
            life=decided,
        ),
    )


checked(__name__)
