"""Art. 40(19): what the requesting State may do with the information and evidence that it was furnished."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.cooperation.art40_assistance.information import duties_on_exculpatory_disclosure
from uncc.cooperation.art40_assistance.own_treaty import UNKNOWN_TREATY, treaty_governs, under_paragraph
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall_not
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, exactly, given
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_5 import EvidenceConsent

__all__ = ["EvidenceUse", "duties_on_evidence_use", "may_use_evidence"]


@frozen(kw_only=True)
class EvidenceUse(Facts, asked_of=Role.REQUESTING_STATE):
    """What the requesting State means to do with information or evidence that it was furnished."""

    within_stated_proceedings: Fact = fact(
        "it is used for the investigation, prosecution or proceedings that the request states", art(40, 19)
    )
    prior_consent: Fact = fact(
        "the requested State has consented beforehand to its use for others", art(40, 19), asked_of=Role.REQUESTED_STATE
    )
    exculpatory: Fact = fact(
        "it is exculpatory to an accused person and to be disclosed in the requesting State's own proceedings",
        art(40, 19),
    )
    notice_impossible: Fact = fact(
        "the case is exceptional, and advance notice of the disclosure is not possible", art(40, 19)
    )
    consultation_requested: Fact = fact(
        "the requested State asks to be consulted on the disclosure", art(40, 19), asked_of=Role.REQUESTED_STATE
    )
    treaty_allows: Fact = fact(
        "the treaty that governs between the two States allows the use", art(40, 7), asked_of=Role.REQUESTED_STATE
    )


E = fields(EvidenceUse)


def may_use_evidence(
    use: EvidenceUse, *, treaty: AssistanceTreaty = UNKNOWN_TREATY, under: Readings = AS_ADOPTED
) -> Finding:
    """Whether the requesting State may use, or pass on, what it was furnished in this way.

    For the proceedings stated in the request it may; for others only with prior consent. What is exculpatory it may
    disclose in its own proceedings without consent, but not without notice. Where the two States' own treaty governs
    in place of paragraph 19, it says what else is allowed; whether it also says what consent is worth is a reading.

    Source: Art. 40(7), Art. 40(19).

    >>> use = EvidenceUse(within_stated_proceedings=False, prior_consent=False, exculpatory=False)
    >>> may_use_evidence(use, treaty=AssistanceTreaty(binds=False)).truth.name
    'NO'
    """
    return exactly(
        any_of(
            "the requesting State may use or transmit what it was furnished in this way",
            art(40, 19),
            _is_consented_to(use, treaty, under),
            under_paragraph(
                "nothing keeps it from disclosing what is exculpatory",
                art(40, 19),
                treaty,
                under,
                given(use, E.exculpatory),
            ),
            all_of(
                "the two States' own treaty allows it",
                (art(40, 7), art(40, 19)),
                treaty_governs(treaty=treaty),
                given(use, E.treaty_allows),
            ),
        )
    )


def _is_consented_to(use: EvidenceUse, treaty: AssistanceTreaty, under: Readings) -> Finding:
    statement = "the use is the one that the request states, or one with prior consent"
    consented = any_of(statement, art(40, 19), given(use, E.within_stated_proceedings), given(use, E.prior_consent))
    if treaty.binds is False:
        return consented
    answers = {
        EvidenceConsent.SUFFICES: consented,
        EvidenceConsent.TREATY_DECIDES: under_paragraph(
            "the paragraph applies, and the use is consented to", art(40, 19), treaty, under, consented
        ),
    }
    return by_reading(statement, EvidenceConsent, under, answers)


def duties_on_evidence_use(
    use: EvidenceUse, *, treaty: AssistanceTreaty = UNKNOWN_TREATY, under: Readings = AS_ADOPTED
) -> tuple[Duty, ...]:
    """What does the requesting State owe for the use of what it was furnished?

    Source: Art. 40(19).

    >>> [duty.modality.value for duty in duties_on_evidence_use(EvidenceUse())][:2]
    ['shall-not', 'shall']
    """
    disclosed = under_paragraph(
        "what is exculpatory is disclosed in the requesting State's own proceedings",
        art(40, 19),
        treaty,
        under,
        given(use, E.exculpatory),
    )
    forbidden = under_paragraph(
        "the use is one that needs the requested State's prior consent",
        art(40, 19),
        treaty,
        under,
        ~given(use, E.within_stated_proceedings),
        ~given(use, E.exculpatory),
    )
    return (
        shall_not(
            "no-other-use",
            Role.REQUESTING_STATE,
            "transmit what it was furnished, or use it, for other proceedings than those stated",
            art(40, 19),
            forbidden,
            towards=Role.REQUESTED_STATE,
            qualifications=("without the prior consent of the requested State",),
        ),
        *duties_on_exculpatory_disclosure(
            art(40, 19),
            (disclosed,),
            given(use, E.notice_impossible),
            given(use, E.consultation_requested),
        ),
    )


checked(__name__)
