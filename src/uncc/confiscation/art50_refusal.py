"""Art. 50(3), (7), (8): on which grounds a request may be refused, lifting of measures, and the hearing before."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import assert_never

from attrs import field, fields, frozen

from uncc.confiscation.art50_requests import ConfiscationRequest, confiscation_conformity
from uncc.cooperation import (
    Ground,
    Position,
    UnderlyingConduct,
    dual_criminality_satisfied,
    execution_is_prohibited,
    is_discriminatory,
    prejudices_essential_interests,
)
from uncc.cooperation.ground import NO_POSITION
from uncc.duties import Duty, Modality
from uncc.facts import Fact, Facts, fact
from uncc.findings import Finding, all_of, any_of, by_text, derived, given
from uncc.immutable import tuples_only
from uncc.parties import AssistanceTreaty
from uncc.provisions import art
from uncc.roles import Role

__all__ = [
    "ConfiscationPosition",
    "ProvisionalMeasure",
    "confiscation_grounds",
    "duties_on_confiscation_refusal",
    "hearing_duty",
    "may_lift_provisional_measure",
    "may_refuse_confiscation",
    "must_consult_before_refusing_confiscation",
    "must_give_reasons_for_refusing_confiscation",
    "must_hear_before_lifting",
]


@frozen(kw_only=True, field_transformer=tuples_only)
class ConfiscationPosition(Facts):
    """What the requested State thinks of a request for confiscation, and what binds it to the requesting State.

    - `general`: what it thinks of executing any request; `conduct`: the conduct under the two laws.
    - `treaty`: a treaty on assistance between the two; `treaty_grounds`: the grounds that it opens, `None` where that
      is not known. They matter where it governs in the place of the Convention's paragraphs.
    """

    general: Position = NO_POSITION
    conduct: UnderlyingConduct = field(factory=UnderlyingConduct)
    treaty: AssistanceTreaty = field(factory=AssistanceTreaty)
    treaty_grounds: tuple[Ground, ...] | None = None
    contrary_to_legal_system: Fact = fact(
        "granting the request would be contrary to the requested State's legal system on mutual legal assistance",
        art(40, 21, "d"),
        asked_of=Role.REQUESTED_STATE,
    )
    trifling_matter: Fact = fact(
        "the request involves a matter of a de minimis nature", art(40, 8), asked_of=Role.REQUESTED_STATE
    )
    available_elsewhere: Fact = fact(
        "the cooperation sought is available under other provisions of the Convention",
        art(40, 8),
        asked_of=Role.REQUESTED_STATE,
    )
    evidence_sufficient: Fact = fact(
        "the requested State receives sufficient evidence", art(50, 7), asked_of=Role.REQUESTED_STATE
    )
    evidence_timely: Fact = fact(
        "the requested State receives the evidence in time", art(50, 7), asked_of=Role.REQUESTED_STATE
    )
    trifling_property: Fact = fact("the property is of a de minimis value", art(50, 7), asked_of=Role.REQUESTED_STATE)


P = fields(ConfiscationPosition)
T = fields(AssistanceTreaty)
NO_CONFISCATION_POSITION = ConfiscationPosition()
UNKNOWN_TREATY = AssistanceTreaty()


def may_refuse_confiscation(
    request: ConfiscationRequest,
    ground: Ground,
    *,
    position: ConfiscationPosition = NO_CONFISCATION_POSITION,
) -> Finding:
    """Whether the requested State may refuse the request on this ground.

    The grounds of the article on assistance are open here as well, or, where a treaty on assistance governs in the
    place of its paragraphs, those of that treaty. Two more are this article's own, whatever treaty governs: evidence
    that is late or not sufficient, and property of trifling value. That nothing obliges to assist in discrimination
    is said of the whole Convention, and so holds under any treaty. Bank secrecy is never a ground.

    Source: Art. 31(7), Art. 50(3), Art. 50(7).

    >>> from uncc.confiscation.art50_requests import ConfiscationRequestKind
    >>> freezing = ConfiscationRequest(kind=ConfiscationRequestKind.PROVISIONAL)
    >>> may_refuse_confiscation(freezing, Ground.BANK_SECRECY).truth.name
    'NO'
    >>> may_refuse_confiscation(
    ...     freezing, Ground.TRIFLING_PROPERTY, position=ConfiscationPosition(trifling_property=True)).truth.name
    'YES'
    """
    match ground:
        case Ground.INSUFFICIENT_EVIDENCE | Ground.TRIFLING_PROPERTY:
            return _of_this_article(ground, position)
        case Ground.DISCRIMINATION:
            discrimination = is_discriminatory(position.general)
            return all_of("nothing obliges to assist in discrimination", (art(50, 3), art(40, 22)), discrimination)
        case Ground.DUAL_CRIMINALITY | Ground.TRIFLING_MATTER | Ground.AVAILABLE_ELSEWHERE:
            return _taken_over(ground, _of_paragraph_8(ground, position), position)
        case Ground.NON_CONFORMITY | Ground.ESSENTIAL_INTERESTS | Ground.DOMESTIC_PROHIBITION | Ground.LEGAL_SYSTEM:
            return _taken_over(ground, _of_paragraph_21(request, ground, position), position)
        case Ground.BANK_SECRECY:
            return by_text(False, "bank secrecy is a ground against confiscation", art(31, 7), art(50, 3))
        case Ground.PERSONAL_DATA | Ground.EXTRADITION_CONDITIONS | Ground.NATIONALITY | Ground.FISCAL_MATTERS:
            return by_text(False, "the ground is among those open against a request for confiscation", art(50, 3))
    assert_never(ground)


def _of_this_article(ground: Ground, position: ConfiscationPosition) -> Finding:
    return all_of(
        "cooperation may be refused on a ground of the article on confiscation",
        art(50, 7),
        given(position, P.trifling_property) if ground is Ground.TRIFLING_PROPERTY else _evidence_is_wanting(position),
    )


def _of_paragraph_8(ground: Ground, position: ConfiscationPosition) -> Finding:
    if ground is Ground.DUAL_CRIMINALITY:
        return ~dual_criminality_satisfied(position.conduct)
    return given(position, P.trifling_matter if ground is Ground.TRIFLING_MATTER else P.available_elsewhere)


def _of_paragraph_21(request: ConfiscationRequest, ground: Ground, position: ConfiscationPosition) -> Finding:
    if ground is Ground.NON_CONFORMITY:
        return ~confiscation_conformity(request)
    if ground is Ground.ESSENTIAL_INTERESTS:
        return prejudices_essential_interests(position.general)
    if ground is Ground.DOMESTIC_PROHIBITION:
        return execution_is_prohibited(position.general)
    return given(position, P.contrary_to_legal_system)


def _evidence_is_wanting(position: ConfiscationPosition) -> Finding:
    return any_of(
        "sufficient and timely evidence is not received",
        art(50, 7),
        ~given(position, P.evidence_sufficient),
        ~given(position, P.evidence_timely),
    )


def _paragraphs_apply(treaty: AssistanceTreaty) -> Finding:
    return any_of(
        "the Convention's own paragraphs on assistance apply between the two States",
        (art(50, 3), art(40, 7)),
        ~given(treaty, T.binds),
        given(treaty, T.paragraphs_agreed),
    )


def _taken_over(ground: Ground, found: Finding, position: ConfiscationPosition) -> Finding:
    """Return a ground of the article on assistance, or else of the treaty that governs in its place."""
    return all_of(
        "confiscation may be refused on a ground that holds for assistance",
        art(50, 3),
        any_of(
            "the Convention's paragraphs apply, or the treaty in their place opens the ground",
            (art(50, 3), art(40, 7)),
            _paragraphs_apply(position.treaty),
            derived(
                None if position.treaty_grounds is None else ground in position.treaty_grounds,
                "the treaty between the two States opens the ground",
                art(40, 7),
                asked_of=Role.REQUESTED_STATE,
                subject=ground.value,
            ),
        ),
        found,
    )


def confiscation_grounds(
    request: ConfiscationRequest, *, position: ConfiscationPosition = NO_CONFISCATION_POSITION
) -> Mapping[Ground, Finding]:
    """Which of all the grounds that the Convention names may carry a refusal, in the text's order?

    Source: Art. 31(7), Art. 50(3), Art. 50(7).

    >>> from uncc.confiscation.art50_requests import ConfiscationRequestKind
    >>> found = confiscation_grounds(ConfiscationRequest(kind=ConfiscationRequestKind.PROVISIONAL))
    >>> [ground.value for ground, finding in found.items() if finding.is_no][:2]
    ['bank-secrecy', 'personal-data']
    """
    return MappingProxyType({ground: may_refuse_confiscation(request, ground, position=position) for ground in Ground})


def must_consult_before_refusing_confiscation(ground: Ground, *, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> Finding:
    """Whether the States must consult before the request is refused on this ground.

    For the four grounds of one paragraph of the article on assistance, where its paragraphs apply.

    Source: Art. 50(3).

    >>> must_consult_before_refusing_confiscation(Ground.TRIFLING_PROPERTY).truth.name
    'NO'
    """
    statement = "consultation is owed before refusing on this ground"
    if ground not in _CONSULTED:
        return by_text(False, statement, art(40, 28))
    return all_of(statement, (art(50, 3), art(40, 28)), _paragraphs_apply(treaty))


_CONSULTED = (
    Ground.NON_CONFORMITY,
    Ground.ESSENTIAL_INTERESTS,
    Ground.DOMESTIC_PROHIBITION,
    Ground.LEGAL_SYSTEM,
)


def must_give_reasons_for_refusing_confiscation(*, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> Finding:
    """Whether reasons must be given for a refusal, on whatever ground.

    Source: Art. 50(3).

    >>> must_give_reasons_for_refusing_confiscation(treaty=AssistanceTreaty(binds=False)).truth.name
    'YES'
    """
    return all_of("reasons are owed for the refusal", (art(50, 3), art(40, 25)), _paragraphs_apply(treaty))


def duties_on_confiscation_refusal(ground: Ground, *, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> tuple[Duty, ...]:
    """What does the requested State owe when it means to refuse on this ground?

    Source: Art. 50(3).

    >>> [duty.id for duty in duties_on_confiscation_refusal(Ground.LEGAL_SYSTEM)]
    ['consult-before-refusing', 'give-reasons']
    """
    return (
        Duty(
            id="consult-before-refusing",
            bearer=Role.REQUESTED_STATE,
            modality=Modality.SHALL,
            act="consult the requesting State on whether the request can be met subject to terms and conditions",
            authority=(art(50, 3), art(40, 28)),
            trigger=must_consult_before_refusing_confiscation(ground, treaty=treaty),
            towards=Role.REQUESTING_STATE,
        ),
        Duty(
            id="give-reasons",
            bearer=Role.REQUESTED_STATE,
            modality=Modality.SHALL,
            act="give reasons for the refusal",
            authority=(art(50, 3), art(40, 25)),
            trigger=must_give_reasons_for_refusing_confiscation(treaty=treaty),
            towards=Role.REQUESTING_STATE,
        ),
    )


# Lifting provisional measures


@frozen(kw_only=True)
class ProvisionalMeasure(Facts):
    """A measure that holds property for confiscation, and the thought of lifting it."""

    taken_on_request: Fact = fact(
        "the measure was taken upon a request under the article", art(50, 8), asked_of=Role.REQUESTED_STATE
    )
    lifting_intended: Fact = fact(
        "the requested State means to lift the measure", art(50, 8), asked_of=Role.REQUESTED_STATE
    )
    hearing_possible: Fact = fact(
        "it is possible to hear the requesting State before", art(50, 8), asked_of=Role.REQUESTED_STATE
    )
    opportunity_given: Fact = fact(
        "the requesting State has had an opportunity to present its reasons for continuing the measure",
        art(50, 8),
        asked_of=Role.REQUESTED_STATE,
    )


M = fields(ProvisionalMeasure)


def may_lift_provisional_measure(position: ConfiscationPosition) -> Finding:
    """Whether the article opens a ground for lifting a provisional measure.

    NO says that neither of its two grounds is there; what domestic law says besides is another question.

    Source: Art. 50(7).

    >>> may_lift_provisional_measure(ConfiscationPosition(evidence_timely=False)).truth.name
    'YES'
    """
    return any_of(
        "the article opens a ground for lifting the measure",
        art(50, 7),
        _evidence_is_wanting(position),
        given(position, P.trifling_property),
    )


def must_hear_before_lifting(measure: ProvisionalMeasure) -> Finding:
    """Whether the requesting State must still be given an opportunity to speak for continuing the measure.

    Source: Art. 50(8).

    >>> must_hear_before_lifting(ProvisionalMeasure(hearing_possible=False)).truth.name
    'NO'
    """
    return all_of(
        "the requesting State must be heard before the measure is lifted",
        art(50, 8),
        given(measure, M.taken_on_request),
        given(measure, M.lifting_intended),
        given(measure, M.hearing_possible),
        ~given(measure, M.opportunity_given),
    )


def hearing_duty(measure: ProvisionalMeasure) -> Duty:
    """What does the requested State owe before it lifts a provisional measure?

    Source: Art. 50(8).

    >>> hearing_duty(ProvisionalMeasure()).modality.words
    'shall'
    """
    return Duty(
        id="hear-before-lifting",
        bearer=Role.REQUESTED_STATE,
        modality=Modality.SHALL,
        act="give the requesting State an opportunity to present its reasons for continuing the measure",
        authority=(art(50, 8),),
        trigger=must_hear_before_lifting(measure),
        towards=Role.REQUESTING_STATE,
        qualifications=("wherever possible",),
    )
