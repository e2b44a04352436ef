"""Art. 42(4) to (6): on which grounds preservation may be refused, and on which it may not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum

from attrs import evolve, fields

from uncc.cooperation.all_grounds import NO_POSITION, Ground, Position
from uncc.cooperation.art35_principles import is_convention_offence
from uncc.cooperation.art40_assistance.grounds_taken_over import (
    execution_is_prohibited,
    is_discriminatory,
    prejudices_essential_interests,
)
from uncc.cooperation.art42_preservation.request import PreservationRequest
from uncc.cooperation.listed_refusal import NO_REFUSAL, L, ListedRefusal, rests_on_open_ground
from uncc.cooperation.particulars import UNNAMED_OFFENCE
from uncc.kernel.declared import checked, not_one_of
from uncc.kernel.duties import Duty, shall
from uncc.kernel.findings import Finding, Kind, all_of, any_of, by_reading, by_text, given, none_of, said_of
from uncc.kernel.immutable import fixed
from uncc.kernel.life import Life, done_first, found, stated_day, stated_on
from uncc.kernel.parties import AssistanceTreaty, State, StateParty, untold_day
from uncc.kernel.provisions import Provision, art
from uncc.kernel.quantities import Day
from uncc.kernel.ready import kept_ready
from uncc.kernel.roles import Role
from uncc.procedural.standing_reservation import has_effect
from uncc.readings.chapter_5 import AssistanceRules, ExtensionDuty

__all__ = [
    "Stage",
    "duties_on_preservation_refusal",
    "may_refuse_preservation",
    "may_require_dual_criminality",
    "must_consult_before_refusing_preservation",
    "must_give_reasons_for_refusing_preservation",
    "must_grant_extension",
    "preservation_grounds",
    "preservation_refusal_conforms",
    "want_of_dual_criminality",
]

P = fields(Position)
T = fields(AssistanceTreaty)

UNNAMED_PARTY = StateParty(state=State("the requested State"))
"""A requested State of which nothing is known."""
UNKNOWN_TREATY = AssistanceTreaty()
UNTOLD = untold_day("PreservationRequest.received_on")


@kept_ready
def _since_made(made_on: date | None) -> Day:
    """Return what is known of the day of receipt that is not stated: it does not lie before the request was made."""
    return UNTOLD if made_on is None else evolve(UNTOLD, least=made_on.toordinal())


def want_of_dual_criminality(
    request: PreservationRequest,
    *,
    position: Position = NO_POSITION,
    requested: StateParty = UNNAMED_PARTY,
) -> Finding:
    """Whether a reservation lets doubts about dual criminality stand in the way of preservation.

    Four conditions, all needed: the requested State makes dual criminality a condition of the later assistance;
    it has reserved the right; the offence is not one established in accordance with the Convention; and it has
    reasons to believe that the condition could not be met at the time of disclosure. The reservation must stand
    on the day on which the request is received, which does not lie before the day on which it was made. One made when
    the Convention bound the State already has effect on a reading only, which is not adopted.

    Source: Art. 42(5).

    >>> from uncc.cooperation import Offence
    >>> offence = Offence(title="illegal access", established_in_accordance=True)
    >>> want_of_dual_criminality(PreservationRequest(offence=offence)).truth.name
    'NO'
    """
    on = request.received_on or _since_made(request.made_on)
    statement = "the requested State has reserved the right to refuse preservation for want of dual criminality"
    return all_of(
        "a reservation lets preservation be refused for want of dual criminality",
        art(42, 5),
        given(position, P.requires_dual_criminality_for_disclosure),
        has_effect(requested, art(42, 5), on, statement, place="requested"),
        ~is_convention_offence(request.offence or UNNAMED_OFFENCE),
        given(position, P.doubts_dual_criminality_at_disclosure),
    )


def may_refuse_preservation(
    request: PreservationRequest,
    ground: Ground,
    *,
    position: Position = NO_POSITION,
    requested: StateParty = UNNAMED_PARTY,
) -> Finding:
    """Whether the requested State may refuse the preservation on this ground.

    YES: the ground is open and its conditions are met. NO: its conditions are not met, or it is not among the
    grounds that the text opens. UNKNOWN: the ground is open and a fact is missing.

    Source: Art. 42(5), Art. 42(6).

    >>> may_refuse_preservation(PreservationRequest(), Ground.BANK_SECRECY).truth.name
    'NO'
    >>> may_refuse_preservation(PreservationRequest(), Ground.ESSENTIAL_INTERESTS).truth.name
    'UNKNOWN'
    """
    return said_of(ground.value, _may_refuse(request, ground, position, requested))


def _may_refuse(request: PreservationRequest, ground: Ground, position: Position, requested: StateParty) -> Finding:
    match ground:
        case Ground.DUAL_CRIMINALITY:
            return want_of_dual_criminality(request, position=position, requested=requested)
        case Ground.ESSENTIAL_INTERESTS:
            return _taken_over(prejudices_essential_interests(position=position))
        case Ground.DOMESTIC_PROHIBITION:
            return _taken_over(execution_is_prohibited(position=position))
        case Ground.DISCRIMINATION:
            return _taken_over(is_discriminatory(position=position))
        case (
            Ground.BANK_SECRECY
            | Ground.PERSONAL_DATA
            | Ground.EXTRADITION_CONDITIONS
            | Ground.NATIONALITY
            | Ground.FISCAL_MATTERS
            | Ground.TRIFLING_MATTER
            | Ground.AVAILABLE_ELSEWHERE
            | Ground.NON_CONFORMITY
            | Ground.LEGAL_SYSTEM
            | Ground.INSUFFICIENT_EVIDENCE
            | Ground.TRIFLING_PROPERTY
        ):
            return by_text(False, "the ground is among those open against a request for preservation", art(42, 6))
    raise not_one_of("ground", ground, Ground)


def _taken_over(ground: Finding) -> Finding:
    """Return a ground of the article on assistance as one of the closed list against preservation."""
    return all_of("preservation may be refused on this ground", art(42, 6), ground)


def preservation_grounds(
    request: PreservationRequest,
    *,
    position: Position = NO_POSITION,
    requested: StateParty = UNNAMED_PARTY,
) -> Mapping[Ground, Finding]:
    """Which of all the grounds that the Convention names may carry a refusal to preserve, in the text's order?

    Source: Art. 42(5), Art. 42(6).

    >>> open_to = preservation_grounds(PreservationRequest())
    >>> [ground.value for ground, finding in open_to.items() if not finding.is_no]
    ['dual-criminality', 'discrimination', 'essential-interests', 'domestic-prohibition']
    """
    return fixed(
        {ground: may_refuse_preservation(request, ground, position=position, requested=requested) for ground in Ground}
    )


def preservation_refusal_conforms(
    refusal: ListedRefusal,
    request: PreservationRequest,
    *,
    position: Position = NO_POSITION,
    requested: StateParty = UNNAMED_PARTY,
) -> Finding:
    """Whether a refusal to preserve rests on a ground that is open.

    Of several grounds that are stated one such is enough, as adopted: see `GroundBesideOthers`. UNKNOWN where none is
    stated. Whether consultation and reasons are owed besides is a reading: see `duties_on_preservation_refusal`.

    Source: Art. 42(5), Art. 42(6).

    >>> refusal = ListedRefusal(grounds=(Ground.BANK_SECRECY,))
    >>> preservation_refusal_conforms(refusal, PreservationRequest()).truth.name
    'NO'
    """
    return rests_on_open_ground(
        refusal,
        art(42, 6),
        lambda ground: may_refuse_preservation(request, ground, position=position, requested=requested),
    )


class Stage(Enum):
    """The stage at which dual criminality is asked about. The value is its stable name in JSON."""

    PRESERVATION = "preservation"
    DISCLOSURE = "disclosure"


def may_require_dual_criminality(
    stage: Stage,
    request: PreservationRequest,
    *,
    position: Position = NO_POSITION,
    requested: StateParty = UNNAMED_PARTY,
    treaty: AssistanceTreaty = UNKNOWN_TREATY,
) -> Finding:
    """Whether the requested State may insist on dual criminality at this stage.

    At the stage of preservation only by way of the reservation of Art. 42(5). At the stage of disclosure, where
    the States are not bound by a treaty on assistance or agree to apply the Convention's paragraphs in its
    place, yes; under their own treaty, as that treaty provides. Whether dual criminality is then fulfilled is
    another question: see `dual_criminality_satisfied`.

    Source: Art. 40(7), Art. 40(8), Art. 42(4), Art. 42(5).

    >>> from uncc.cooperation import Offence
    >>> offence = Offence(title="fraud", established_in_accordance=True)
    >>> may_require_dual_criminality(Stage.PRESERVATION, PreservationRequest(offence=offence)).truth.name
    'NO'
    """
    match stage:
        case Stage.PRESERVATION:
            return any_of(
                "dual criminality may be insisted on before preserving",
                art(42, 4),
                by_text(False, "dual criminality may be made a condition of preservation as such", art(42, 4)),
                want_of_dual_criminality(request, position=position, requested=requested),
            )
        case Stage.DISCLOSURE:
            return _may_decline_disclosure(treaty)
    raise not_one_of("stage", stage, Stage)


def _may_decline_disclosure(treaty: AssistanceTreaty) -> Finding:
    return any_of(
        "assistance in disclosure may be declined for want of dual criminality",
        (art(40, 7), art(40, 8)),
        ~given(treaty, T.binds),
        given(treaty, T.paragraphs_agreed),
        given(treaty, T.allows_dual_criminality),
    )


def must_grant_extension(
    request: PreservationRequest, *, position: Position = NO_POSITION, requested: StateParty = UNNAMED_PARTY
) -> Finding:
    """Whether the requested State is obliged to grant an extension that was asked for in time.

    The text is silent, and no reading is adopted. If an extension is governed like the request itself, it must
    be granted unless a ground for refusing preservation is open; otherwise nothing obliges.

    Source: Art. 42(6), Art. 42(9).

    >>> [question.name for question in must_grant_extension(PreservationRequest()).open_questions][0]
    'preservation-extension-duty'
    """
    open_grounds = [
        finding
        for finding in preservation_grounds(request, position=position, requested=requested).values()
        if finding.kind is not Kind.TEXT
    ]
    return by_reading(
        "an extension that was asked for in time must be granted",
        ExtensionDuty,
        {
            ExtensionDuty.SAME_RULES: none_of("no ground for refusing is open", art(42, 6), *open_grounds),
            ExtensionDuty.DISCRETION: by_text(False, "the text obliges to grant an extension", art(42, 9)),
        },
    )


def must_consult_before_refusing_preservation(ground: Ground) -> Finding:
    """Whether the requested State must consult before it refuses preservation on this ground.

    The article on assistance asks for consultation before refusals on its paragraph 21 only; whether it governs a
    refusal to preserve at all is a reading, on which none is adopted.

    Source: Art. 40(28), Art. 42(6).

    >>> must_consult_before_refusing_preservation(Ground.DISCRIMINATION).truth.name
    'NO'
    """
    statement = f"consultation is owed before refusing preservation on this ground: {ground.words}"
    if ground not in (Ground.ESSENTIAL_INTERESTS, Ground.DOMESTIC_PROHIBITION):
        return by_text(False, statement, art(40, 28))
    return _by_assistance_rules(statement, art(40, 28))


def must_give_reasons_for_refusing_preservation() -> Finding:
    """Whether the requested State must give reasons for refusing preservation.

    The article on assistance asks for reasons for any refusal of assistance; whether it governs a refusal to
    preserve is a reading, on which none is adopted.

    Source: Art. 40(25), Art. 42(6).

    >>> from uncc.readings import Readings
    >>> from uncc.readings.chapter_5 import AssistanceRules
    >>> must_give_reasons_for_refusing_preservation().under(Readings.of(AssistanceRules.GOVERN)).truth.name
    'YES'
    """
    return _by_assistance_rules("reasons are owed for refusing preservation", art(40, 25))


def duties_on_preservation_refusal(ground: Ground, *, refusal: ListedRefusal = NO_REFUSAL) -> tuple[Duty, ...]:
    """What does the requested State owe when it means to refuse preservation on this ground?

    `refusal` is what is known of it: whether the States were consulted first, and reasons given.

    Source: Art. 40(25), Art. 40(28), Art. 42(6).

    >>> [duty.id for duty in duties_on_preservation_refusal(Ground.ESSENTIAL_INTERESTS)]
    ['consult-before-refusing-preservation', 'give-reasons-for-refusing-preservation']
    """
    return (
        shall(
            "consult-before-refusing-preservation",
            Role.REQUESTED_STATE,
            "consult the requesting State on whether the request can be met subject to terms and conditions",
            art(40, 28),
            must_consult_before_refusing_preservation(ground),
            towards=Role.REQUESTING_STATE,
            life=done_first(
                refusal,
                L.consulted,
                stated_on(given(refusal, L.refused), refusal, L.refused_on),
                ended_by=("preserve",),
            ),
        ),
        shall(
            "give-reasons-for-refusing-preservation",
            Role.REQUESTED_STATE,
            "give reasons for the refusal",
            art(40, 25),
            must_give_reasons_for_refusing_preservation(),
            towards=Role.REQUESTING_STATE,
            life=Life(
                since=stated_day(refusal, L.refused_on),
                done=found(given(refusal, L.reasons_given)),
            ),
        ),
    )


def _by_assistance_rules(statement: str, *authority: Provision) -> Finding:
    return by_reading(
        statement,
        AssistanceRules,
        {
            AssistanceRules.GOVERN: by_text(True, statement, *authority),
            AssistanceRules.DO_NOT_GOVERN: by_text(False, statement, *authority),
        },
    )


checked(__name__)
