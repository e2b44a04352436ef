"""Art. 50(3) and (7): on which grounds a request may be refused or put off, and what is owed before."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, fields, frozen

from uncc.confiscation.art50_requests.request import (
    ConfiscationRequest,
    confiscation_conformity,
    may_request_confiscation,
)
from uncc.cooperation import (
    Ground,
    Position,
    UnderlyingConduct,
    dual_criminality_satisfied,
    execution_is_prohibited,
    is_discriminatory,
    paragraph_applies,
    prejudices_essential_interests,
    treaty_governs,
)
from uncc.cooperation.all_grounds import NO_POSITION
from uncc.cooperation.art40_assistance.refusal import clause_on_discrimination, is_of_paragraph_21
from uncc.cooperation.art40_assistance.refusal_duties import first_consulted, with_reasons
from uncc.cooperation.art40_assistance.reply import NO_REPLY, NegativeReply
from uncc.kernel.declared import checked, not_one_of
from uncc.kernel.duties import Duty, shall
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, given, read_off, said_of
from uncc.kernel.immutable import fixed
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.readings.chapter_5_assistance import NonConformity

__all__ = [
    "ConfiscationPosition",
    "confiscation_grounds",
    "duties_on_confiscation_postponement",
    "duties_on_confiscation_refusal",
    "may_postpone_confiscation",
    "may_refuse_confiscation",
    "must_consult_before_postponing_confiscation",
    "must_consult_before_refusing_confiscation",
    "must_give_reasons_for_refusing_confiscation",
]


@frozen(kw_only=True)
class ConfiscationPosition(Facts, asked_of=Role.REQUESTED_STATE):
    """What the requested State thinks of a request for confiscation, and what binds it to the requesting State.

    - `general`: what it thinks of executing any request; `conduct`: the conduct under the two laws.
    - `treaty`: a treaty on assistance between the two; `treaty_grounds`: the grounds that it opens, `None` where that
      is not known. They matter where it governs in the place of the Convention's paragraphs.
    - `treaty_grounds`: the grounds that the treaty between the two States opens.
    """

    general: Position = NO_POSITION
    conduct: UnderlyingConduct = field(factory=UnderlyingConduct)
    treaty: AssistanceTreaty = field(factory=AssistanceTreaty)
    treaty_grounds: tuple[Ground, ...] | None = None
    contrary_to_legal_system: Fact = fact(
        "granting the request would be contrary to the requested State's legal system on mutual legal assistance",
        art(40, 21, "d"),
    )
    trifling_matter: Fact = fact("the request involves a matter of a de minimis nature", art(40, 8))
    available_elsewhere: Fact = fact(
        "the cooperation sought is available under other provisions of the Convention", art(40, 8)
    )
    interferes_with_proceedings: Fact = fact(
        "executing the request interferes with an ongoing investigation, prosecution or judicial proceeding",
        art(40, 27),
    )
    evidence_sufficient: Fact = fact("the requested State receives sufficient evidence", art(50, 7))
    evidence_timely: Fact = fact("the requested State receives the evidence in time", art(50, 7))
    trifling_property: Fact = fact("the property is of a de minimis value", art(50, 7))


P = fields(ConfiscationPosition)
_CONSULT = "consult the requesting State on whether the request can be met subject to terms and conditions"
_EXECUTED = ("execute-soon-in-confiscation", "say-if-no-longer-required-in-confiscation")
"""The acts after which nothing is refused or postponed any more."""
NO_CONFISCATION_POSITION = ConfiscationPosition()
UNKNOWN_TREATY = AssistanceTreaty()


def may_refuse_confiscation(
    request: ConfiscationRequest, ground: Ground, *, position: ConfiscationPosition = NO_CONFISCATION_POSITION
) -> Finding:
    """Whether the requested State may refuse the request on this ground.

    The grounds of the article on assistance are open here as well, or, where a treaty on assistance governs in the
    place of its paragraphs, those of that treaty. Two more are this article's own, whatever treaty governs: evidence
    that is late or not sufficient, and property of trifling value. That nothing obliges to assist in discrimination
    is said of the whole Convention, and so, on the reading adopted, holds under any treaty. Bank secrecy is never a
    ground. The fiscal side of the offence on its own, and what the Convention does not open, can be grounds of a treaty
    alone.

    Source: Art. 31(7), Art. 50(3), Art. 50(7).

    >>> from uncc.confiscation.art50_requests.request import ConfiscationRequestKind
    >>> freezing = ConfiscationRequest(kind=ConfiscationRequestKind.PROVISIONAL)
    >>> may_refuse_confiscation(freezing, Ground.BANK_SECRECY).truth.name
    'NO'
    >>> may_refuse_confiscation(
    ...     freezing, Ground.TRIFLING_PROPERTY, position=ConfiscationPosition(trifling_property=True)).truth.name
    'YES'
    """
    return said_of(ground.value, _may_refuse(request, ground, position))


def _may_refuse(request: ConfiscationRequest, ground: Ground, position: ConfiscationPosition) -> Finding:
    match ground:
        case Ground.INSUFFICIENT_EVIDENCE | Ground.TRIFLING_PROPERTY:
            return _of_this_article(ground, position)
        case Ground.DISCRIMINATION:
            return _of_paragraph_22(position)
        case Ground.DUAL_CRIMINALITY | Ground.TRIFLING_MATTER | Ground.AVAILABLE_ELSEWHERE:
            return _taken_over(ground, art(40, 8), _of_paragraph_8(ground, position), position)
        case Ground.NON_CONFORMITY | Ground.ESSENTIAL_INTERESTS | Ground.DOMESTIC_PROHIBITION | Ground.LEGAL_SYSTEM:
            return _taken_over(ground, art(40, 21), _of_paragraph_21(request, ground, position), position)
        case Ground.BANK_SECRECY:
            return by_text(False, "bank secrecy is a ground against confiscation", art(31, 7), art(40, 24), art(50, 3))
        case Ground.FISCAL_MATTERS:
            return _of_a_treaty_alone(ground, position, art(40, 23))
        case Ground.PERSONAL_DATA | Ground.EXTRADITION_CONDITIONS | Ground.NATIONALITY:
            return _of_a_treaty_alone(ground, position)
    raise not_one_of("ground", ground, Ground)


def _of_a_treaty_alone(ground: Ground, position: ConfiscationPosition, *barred_by: Provision) -> Finding:
    return all_of(
        "a treaty that governs in the place of the Convention's paragraphs opens the ground",
        (art(50, 3), art(40, 7), *barred_by),
        treaty_governs(treaty=position.treaty),
        _treaty_opens(ground, position),
    )


def _of_this_article(ground: Ground, position: ConfiscationPosition) -> Finding:
    return all_of(
        "cooperation may be refused on a ground of the article on confiscation",
        art(50, 7),
        given(position, P.trifling_property) if ground is Ground.TRIFLING_PROPERTY else evidence_is_wanting(position),
    )


def _of_paragraph_8(ground: Ground, position: ConfiscationPosition) -> Finding:
    if ground is Ground.DUAL_CRIMINALITY:
        return ~dual_criminality_satisfied(position.conduct)
    return given(position, P.trifling_matter if ground is Ground.TRIFLING_MATTER else P.available_elsewhere)


def _of_paragraph_21(request: ConfiscationRequest, ground: Ground, position: ConfiscationPosition) -> Finding:
    if ground is Ground.NON_CONFORMITY:
        return _is_not_in_conformity(request)
    if ground is Ground.ESSENTIAL_INTERESTS:
        return prejudices_essential_interests(position=position.general)
    if ground is Ground.DOMESTIC_PROHIBITION:
        return execution_is_prohibited(position=position.general)
    return given(position, P.contrary_to_legal_system)


def _is_not_in_conformity(request: ConfiscationRequest) -> Finding:
    manner = confiscation_conformity(request)
    return by_reading(
        "the request is not made in conformity with the article",
        NonConformity,
        {
            NonConformity.MANNER: ~manner,
            NonConformity.WHOLE_ARTICLE: ~all_of(
                "the request keeps to the article in what it asks for and how",
                (art(50, 3), art(40, 21, "a")),
                may_request_confiscation(request),
                manner,
            ),
        },
    )


def _of_paragraph_22(position: ConfiscationPosition) -> Finding:
    return all_of(
        "nothing obliges to assist in discrimination",
        (art(50, 3), art(40, 22)),
        is_discriminatory(position=position.general),
        *(
            any_of(
                "the clause on discrimination holds, or the treaty opens the ground",
                (art(40, 22), art(40, 7)),
                clause,
                _treaty_opens(Ground.DISCRIMINATION, position),
            )
            for clause in clause_on_discrimination(position.treaty)
        ),
    )


def evidence_is_wanting(position: ConfiscationPosition) -> Finding:
    return any_of(
        "sufficient and timely evidence is not received",
        art(50, 7),
        ~given(position, P.evidence_sufficient),
        ~given(position, P.evidence_timely),
    )


def _holds_here(statement: str, paragraph: Provision, treaty: AssistanceTreaty) -> Finding:
    """Return that a paragraph of the article on assistance holds for confiscation between the two States."""
    return all_of(statement, (art(50, 3), paragraph), paragraph_applies(paragraph, treaty=treaty))


def _treaty_opens(ground: Ground, position: ConfiscationPosition) -> Finding:
    return read_off(
        position,
        P.treaty_grounds,
        None if position.treaty_grounds is None else ground in position.treaty_grounds,
        "the treaty between the two States opens the ground",
        art(40, 7),
        asked_of=Role.REQUESTED_STATE,
        subject=ground.value,
    )


def _taken_over(ground: Ground, paragraph: Provision, found: Finding, position: ConfiscationPosition) -> Finding:
    """Return a ground of the article on assistance, or else of the treaty that governs in its place."""
    return all_of(
        "confiscation may be refused on this ground, as assistance may",
        (art(50, 3), paragraph),
        any_of(
            "the Convention's paragraph applies, or the treaty in its place opens the ground",
            (art(50, 3), art(40, 7)),
            paragraph_applies(paragraph, treaty=position.treaty),
            _treaty_opens(ground, position),
        ),
        found,
    )


def confiscation_grounds(
    request: ConfiscationRequest, *, position: ConfiscationPosition = NO_CONFISCATION_POSITION
) -> Mapping[Ground, Finding]:
    """Which of all the grounds that the Convention names may carry a refusal, in the text's order?

    Source: Art. 31(7), Art. 50(3), Art. 50(7).

    >>> from uncc.confiscation.art50_requests.request import ConfiscationRequestKind
    >>> found = confiscation_grounds(ConfiscationRequest(kind=ConfiscationRequestKind.PROVISIONAL))
    >>> [ground.value for ground, finding in found.items() if finding.is_no]
    ['bank-secrecy']
    """
    return fixed({ground: may_refuse_confiscation(request, ground, position=position) for ground in Ground})


def must_consult_before_refusing_confiscation(ground: Ground, *, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> Finding:
    """Whether the States must consult before the request is refused on this ground.

    For the four grounds of one paragraph of the article on assistance, where its paragraphs apply.

    Source: Art. 50(3).

    >>> must_consult_before_refusing_confiscation(Ground.TRIFLING_PROPERTY).truth.name
    'NO'
    """
    statement = f"consultation is owed before refusing on this ground: {ground.words}"
    if not is_of_paragraph_21(ground):
        return by_text(False, statement, art(40, 28))
    return _holds_here(statement, art(40, 28), treaty)


def must_give_reasons_for_refusing_confiscation(*, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> Finding:
    """Whether reasons must be given for a refusal, on whatever ground.

    Source: Art. 50(3).

    >>> must_give_reasons_for_refusing_confiscation(treaty=AssistanceTreaty(binds=False)).truth.name
    'YES'
    """
    return _holds_here("reasons are owed for the refusal", art(40, 25), treaty)


def duties_on_confiscation_refusal(
    ground: Ground, *, treaty: AssistanceTreaty = UNKNOWN_TREATY, reply: NegativeReply = NO_REPLY
) -> tuple[Duty, ...]:
    """What does the requested State owe when it means to refuse on this ground?

    `reply` is the refusal: whether the States were consulted first, and reasons given.

    Source: Art. 50(3).

    >>> [duty.id for duty in duties_on_confiscation_refusal(Ground.LEGAL_SYSTEM)]
    ['consult-before-refusing-confiscation', 'give-reasons-for-refusing-confiscation']
    """
    return (
        shall(
            "consult-before-refusing-confiscation",
            Role.REQUESTED_STATE,
            _CONSULT,
            (art(50, 3), art(40, 28)),
            must_consult_before_refusing_confiscation(ground, treaty=treaty),
            towards=Role.REQUESTING_STATE,
            life=first_consulted(reply, _EXECUTED),
        ),
        shall(
            "give-reasons-for-refusing-confiscation",
            Role.REQUESTED_STATE,
            "give reasons for the refusal",
            (art(50, 3), art(40, 25)),
            must_give_reasons_for_refusing_confiscation(treaty=treaty),
            towards=Role.REQUESTING_STATE,
            life=with_reasons(reply),
        ),
    )


# Postponement


def may_postpone_confiscation(*, position: ConfiscationPosition = NO_CONFISCATION_POSITION) -> Finding:
    """Whether the requested State may put the request off, since it interferes with ongoing proceedings.

    Source: Art. 50(3).

    >>> may_postpone_confiscation(position=ConfiscationPosition(interferes_with_proceedings=False)).truth.name
    'NO'
    """
    return all_of(
        "the request may be postponed",
        (art(50, 3), art(40, 27)),
        paragraph_applies(art(40, 27), treaty=position.treaty),
        given(position, P.interferes_with_proceedings),
    )


def must_consult_before_postponing_confiscation(*, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> Finding:
    """Whether the requested State must consult the requesting State before it puts the request off.

    Source: Art. 50(3).

    >>> must_consult_before_postponing_confiscation(treaty=AssistanceTreaty(binds=False)).truth.name
    'YES'
    """
    return _holds_here("consultation is owed before the request is postponed", art(40, 28), treaty)


def duties_on_confiscation_postponement(
    *, treaty: AssistanceTreaty = UNKNOWN_TREATY, reply: NegativeReply = NO_REPLY
) -> tuple[Duty, ...]:
    """What does the requested State owe when it means to put the request off?

    `reply` is the postponement: whether the States were consulted first.

    Source: Art. 50(3).

    >>> [duty.id for duty in duties_on_confiscation_postponement()]
    ['consult-before-postponing-confiscation']
    """
    return (
        shall(
            "consult-before-postponing-confiscation",
            Role.REQUESTED_STATE,
            _CONSULT,
            (art(50, 3), art(40, 28)),
            must_consult_before_postponing_confiscation(treaty=treaty),
            towards=Role.REQUESTING_STATE,
            life=first_consulted(reply, _EXECUTED),
        ),
    )


checked(__name__)
