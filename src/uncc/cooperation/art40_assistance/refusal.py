"""Art. 40(8), (21) to (25), (27) and (28): on which grounds assistance may be refused or postponed, and how."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from attrs import fields, frozen

from uncc.cooperation.all_grounds import NO_ASSISTANCE_POSITION, AssistancePosition, Ground
from uncc.cooperation.art35_principles import UnderlyingConduct, dual_criminality_satisfied
from uncc.cooperation.art36_personal_data import barred_in_the_end, need_not_transfer
from uncc.cooperation.art40_assistance.conformity import assistance_conformity
from uncc.cooperation.art40_assistance.grounds_taken_over import is_discriminatory
from uncc.cooperation.art40_assistance.own_treaty import UNKNOWN_TREATY, paragraph_applies, under_paragraph
from uncc.cooperation.art40_assistance.request import AssistanceRequest
from uncc.cooperation.art40_assistance.scope import may_request_assistance
from uncc.kernel.declared import checked, not_one_of, typed
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, given, said_of
from uncc.kernel.immutable import fixed
from uncc.kernel.model import Model
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import Provision, art
from uncc.readings.chapter_5_assistance import NonConformity

__all__ = [
    "assistance_grounds",
    "may_assist_all_the_same",
    "may_postpone_assistance",
    "may_refuse_assistance",
    "must_consult_before_postponing_assistance",
    "must_consult_before_refusing_assistance",
    "must_give_reasons_for_refusing_assistance",
]

P = fields(AssistancePosition)
UNKNOWN_CONDUCT = UnderlyingConduct()

_BY_PARAGRAPH: Mapping[Ground, Provision] = MappingProxyType(
    {
        Ground.DUAL_CRIMINALITY: art(40, 8),
        Ground.TRIFLING_MATTER: art(40, 8),
        Ground.AVAILABLE_ELSEWHERE: art(40, 8),
        Ground.NON_CONFORMITY: art(40, 21, "a"),
        Ground.ESSENTIAL_INTERESTS: art(40, 21, "b"),
        Ground.DOMESTIC_PROHIBITION: art(40, 21, "c"),
        Ground.LEGAL_SYSTEM: art(40, 21, "d"),
    }
)
"""The grounds that are open only where paragraphs 8 to 31 apply."""

_JUDGED = MappingProxyType(
    {
        Ground.TRIFLING_MATTER: P.trifling,
        Ground.AVAILABLE_ELSEWHERE: P.available_elsewhere,
        Ground.ESSENTIAL_INTERESTS: P.prejudices_essential_interests,
        Ground.DOMESTIC_PROHIBITION: P.prohibited_for_similar_offence,
        Ground.LEGAL_SYSTEM: P.contrary_to_legal_system,
    }
)
"""The grounds that turn on what the requested State itself considers, and on nothing else."""


def may_refuse_assistance(
    request: AssistanceRequest,
    ground: Ground,
    *,
    position: AssistancePosition = NO_ASSISTANCE_POSITION,
    conduct: UnderlyingConduct = UNKNOWN_CONDUCT,
    treaty: AssistanceTreaty = UNKNOWN_TREATY,
) -> Finding:
    """Whether the Convention lets the requested State refuse assistance on this ground.

    YES: the ground is open and its conditions are met. NO: they are not met, or the Convention does not open the
    ground. Where the two States' own treaty governs in place of paragraphs 8 to 31 its grounds count, which are no
    part of this answer; personal data and, on the reading adopted, discrimination stay open beside it.
    The law on personal data is asked for as one fact, or answered by the transfer that the position describes.
    Discrimination takes away the obligation to assist; it forbids nothing and needs no consultation. Bank secrecy
    is never a ground, alone or with others; the fiscal side of an offence is none on its own, and one that is open
    may stand beside it.

    Source: Art. 36(1)(a), Art. 40(8), Art. 40(21), Art. 40(21)(a), Art. 40(21)(b), Art. 40(21)(c), Art. 40(21)(d),
    Art. 40(22), Art. 40(23), Art. 40(24).

    >>> may_refuse_assistance(AssistanceRequest(), Ground.BANK_SECRECY).truth.name
    'NO'
    >>> may_refuse_assistance(AssistanceRequest(), Ground.LEGAL_SYSTEM).truth.name
    'UNKNOWN'
    """
    condition = condition_of(ground, Circumstances(request, position, conduct, treaty))
    paragraph = _BY_PARAGRAPH.get(ground)
    if paragraph is None:
        return said_of(ground.value, condition)
    opened = under_paragraph("assistance may be refused on this ground", paragraph, treaty, condition)
    return said_of(ground.value, opened)


@frozen(field_transformer=typed)
class Circumstances(Model):
    """All on which the condition of a ground can rest, kept together."""

    request: AssistanceRequest
    position: AssistancePosition
    conduct: UnderlyingConduct
    treaty: AssistanceTreaty


def condition_of(ground: Ground, case: Circumstances) -> Finding:
    """Return whether the condition of a ground is met, whether or not the paragraph that opens it applies."""
    match ground:
        case Ground.DUAL_CRIMINALITY:
            return ~dual_criminality_satisfied(case.conduct)
        case Ground.NON_CONFORMITY:
            return _is_not_in_conformity(case.request)
        case Ground.DISCRIMINATION:
            return _obligation_is_lifted(case.position, case.treaty)
        case Ground.PERSONAL_DATA:
            return all_of(
                "the Convention does not require the data to be transferred",
                art(36, 1, "a"),
                _transfer_is_not_required(case.position),
            )
        case (
            Ground.TRIFLING_MATTER
            | Ground.AVAILABLE_ELSEWHERE
            | Ground.ESSENTIAL_INTERESTS
            | Ground.DOMESTIC_PROHIBITION
            | Ground.LEGAL_SYSTEM
        ):
            return given(case.position, _JUDGED[ground])
        case Ground.BANK_SECRECY:
            return by_text(False, "assistance may be declined on the ground of bank secrecy", art(40, 24))
        case Ground.FISCAL_MATTERS:
            return by_text(False, "the fiscal side of the offence may carry a refusal on its own", art(40, 23))
        case (
            Ground.EXTRADITION_CONDITIONS | Ground.NATIONALITY | Ground.INSUFFICIENT_EVIDENCE | Ground.TRIFLING_PROPERTY
        ):
            return by_text(False, "the ground is among those that the Convention opens against assistance", art(40, 21))
    raise not_one_of("ground", ground, Ground)


def _transfer_is_not_required(position: AssistancePosition) -> Finding:
    """Return what the case states, what the transfer that it describes comes to, or the one in the light of the other.

    That data are barred can be stated as one fact; whether conditions would help is then still for the transfer to say.
    """
    stated, transfer = given(position, P.transfer_not_compliant), position.transfer
    if transfer is None:
        return stated
    if position.transfer_not_compliant is None:
        return need_not_transfer(transfer)
    return barred_in_the_end(stated, transfer)


def _is_not_in_conformity(request: AssistanceRequest) -> Finding:
    manner = assistance_conformity(request)
    return by_reading(
        "the request is not made in conformity with the article",
        NonConformity,
        {
            NonConformity.MANNER: ~manner,
            NonConformity.WHOLE_ARTICLE: ~all_of(
                "the request keeps to the article in what it asks for and how",
                art(40, 21, "a"),
                may_request_assistance(request),
                manner,
            ),
        },
    )


def _obligation_is_lifted(position: AssistancePosition, treaty: AssistanceTreaty) -> Finding:
    return all_of(
        "the Convention obliges to no assistance, for fear of discrimination",
        art(40, 22),
        is_discriminatory(position=position),
        *clause_on_discrimination(treaty),
    )


def clause_on_discrimination(treaty: AssistanceTreaty) -> tuple[Finding, ...]:
    """Return whether the clause on discrimination holds beside a treaty: nothing where there is none."""
    return () if treaty.binds is False else (paragraph_applies(art(40, 22), treaty=treaty),)


def assistance_grounds(
    request: AssistanceRequest,
    *,
    position: AssistancePosition = NO_ASSISTANCE_POSITION,
    conduct: UnderlyingConduct = UNKNOWN_CONDUCT,
    treaty: AssistanceTreaty = UNKNOWN_TREATY,
) -> Mapping[Ground, Finding]:
    """Which of all the grounds that the Convention names may carry a refusal of assistance, in the text's order?

    Source: Art. 36(1)(a), Art. 40(8), Art. 40(21), Art. 40(22), Art. 40(23), Art. 40(24).

    >>> [ground.value for ground, finding in assistance_grounds(AssistanceRequest()).items() if finding.is_no][:2]
    ['bank-secrecy', 'extradition-conditions']
    """
    return fixed(
        {
            ground: may_refuse_assistance(request, ground, position=position, conduct=conduct, treaty=treaty)
            for ground in Ground
        }
    )


def may_assist_all_the_same(*, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> Finding:
    """Whether the requested State may assist, as far as it decides, although the conduct is no offence at home.

    Where the two States' own treaty governs in place of the paragraph, the treaty says so; that the paragraph does not
    apply forbids nothing.

    Source: Art. 40(7), Art. 40(8).

    >>> may_assist_all_the_same(treaty=AssistanceTreaty(binds=False)).truth.name
    'YES'
    """
    return any_of(
        "assistance may be given whether or not there is dual criminality",
        (art(40, 8), art(40, 7)),
        paragraph_applies(art(40, 8), treaty=treaty),
        given(treaty, fields(AssistanceTreaty).lets_assist_all_the_same),
    )


def may_postpone_assistance(
    *, position: AssistancePosition = NO_ASSISTANCE_POSITION, treaty: AssistanceTreaty = UNKNOWN_TREATY
) -> Finding:
    """Whether the requested State may put assistance off, since it interferes with ongoing proceedings.

    Source: Art. 40(27).

    >>> may_postpone_assistance(position=AssistancePosition(interferes_with_proceedings=False)).truth.name
    'NO'
    """
    return under_paragraph(
        "assistance may be postponed", art(40, 27), treaty, given(position, P.interferes_with_proceedings)
    )


def must_consult_before_refusing_assistance(ground: Ground, *, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> Finding:
    """Whether the requested State must consult the requesting State before it refuses on this ground.

    Before a refusal on one of the four limbs of paragraph 21, and before no other: not for want of dual criminality,
    trifling matters, discrimination or personal data.

    Source: Art. 40(28).

    >>> must_consult_before_refusing_assistance(Ground.DUAL_CRIMINALITY).truth.name
    'NO'
    """
    statement = f"the States are to consult before assistance is refused on this ground: {ground.words}"
    if not is_of_paragraph_21(ground):
        return by_text(False, statement, art(40, 28))
    return under_paragraph(statement, art(40, 28), treaty)


def is_of_paragraph_21(ground: Ground) -> bool:
    """Return whether a refusal on this ground is one pursuant to paragraph 21."""
    return ground in _BY_PARAGRAPH and art(40, 21).contains(_BY_PARAGRAPH[ground])


def must_consult_before_postponing_assistance(*, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> Finding:
    """Whether the requested State must consult the requesting State before it postpones assistance.

    Source: Art. 40(27), Art. 40(28).

    >>> must_consult_before_postponing_assistance(treaty=AssistanceTreaty(binds=False)).truth.name
    'YES'
    """
    return under_paragraph("the States are to consult before assistance is postponed", art(40, 28), treaty)


def must_give_reasons_for_refusing_assistance(*, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> Finding:
    """Whether reasons are owed for refusing assistance, on whatever ground.

    Source: Art. 40(25).

    >>> must_give_reasons_for_refusing_assistance(treaty=AssistanceTreaty(binds=False)).truth.name
    'YES'
    """
    return under_paragraph("reasons are owed for refusing assistance", art(40, 25), treaty)


checked(__name__)
