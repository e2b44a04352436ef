"""Art. 40(5), (19), (28): what the requesting State may do with information and evidence that it was furnished."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.cooperation.art40_assistance.information import (
    duties_on_exculpatory_disclosure,
    lives_of_notice,
    told_in_time,
)
from uncc.cooperation.art40_assistance.order_of_days import came_before
from uncc.cooperation.art40_assistance.own_treaty import (
    UNKNOWN_TREATY,
    paragraph_applies,
    treaty_governs,
    under_paragraph,
)
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall_not
from uncc.kernel.facts import DayFact, Fact, Facts, day_fact, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, exactly, given
from uncc.kernel.life import Life, found
from uncc.kernel.measured import day_of
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.readings.chapter_5_assistance import EvidenceConsent

__all__ = ["EvidenceUse", "duties_on_evidence_use", "has_given_notice", "may_use_evidence"]


@frozen(kw_only=True)
class EvidenceUse(Facts, asked_of=Role.REQUESTING_STATE):
    """What the requesting State means to do with information or evidence that it was furnished."""

    furnished_on_request: Fact = fact("it was furnished on a request for assistance", art(40, 19))
    within_stated_proceedings: Fact = fact(
        "it is used for the investigation, prosecution or proceedings that the request states", art(40, 19)
    )
    prior_consent: Fact = fact(
        "the requested State has consented beforehand to its use for others", art(40, 19), asked_of=Role.REQUESTED_STATE
    )
    exculpatory: Fact = fact("it is exculpatory to an accused person", art(40, 19))
    in_own_proceedings: Fact = fact("it is to be disclosed in the requesting State's own proceedings", art(40, 19))
    notice_impossible: Fact = fact(
        "the case is exceptional, and advance notice of the disclosure is not possible", art(40, 19)
    )
    consultation_requested: Fact = fact(
        "the requested State asks to be consulted on the disclosure", art(40, 19), asked_of=Role.REQUESTED_STATE
    )
    disclosed_on: DayFact = day_fact("it was disclosed", art(40, 19))
    notified_on: DayFact = day_fact("the requested State was notified of the disclosure", art(40, 19))
    notified_before: Fact = fact("the requested State was notified before the disclosure", art(40, 19))
    informed_without_delay: Fact = fact("the requested State was informed of the disclosure without delay", art(40, 19))
    conditions_accepted: Fact = fact("the requesting State accepted the assistance on conditions", art(40, 28))
    keeps_to_conditions: Fact = fact("the use keeps to the conditions that were accepted", art(40, 28))
    keeps_to_restrictions: Fact = fact(
        "the use keeps to the confidentiality and the restrictions that came with what was sent unasked", art(40, 5)
    )
    treaty_allows: Fact = fact(
        "the treaty that governs between the two States allows the use", art(40, 7), asked_of=Role.REQUESTED_STATE
    )


E = fields(EvidenceUse)


def may_use_evidence(use: EvidenceUse, *, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> Finding:
    """Whether the requesting State may use, or pass on, what it was furnished in this way.

    What was furnished on a request it may use for the proceedings stated there; for others only with prior consent.
    What is exculpatory it may disclose in its own proceedings without consent, but not without notice. Conditions that
    it accepted bind the use. Where the two States' own treaty governs in place of paragraph 19, it says what else is
    allowed; whether it also says what consent is worth is a reading. What was sent unasked is not under that
    paragraph: it may be used as far as what was asked with it lets it be, and disclosed where it is exculpatory.

    Source: Art. 40(5), Art. 40(7), Art. 40(19), Art. 40(28).

    >>> use = EvidenceUse(
    ...     furnished_on_request=True, within_stated_proceedings=False, prior_consent=False, exculpatory=False)
    >>> may_use_evidence(use, treaty=AssistanceTreaty(binds=False)).truth.name
    'NO'
    """
    on_request, asked = given(use, E.furnished_on_request), _is_open(use, treaty)
    unasked = any_of(
        "what was sent unasked may be used in this way",
        art(40, 5),
        given(use, E.keeps_to_restrictions),
        _disclosure(use, art(40, 5)),
    )
    return exactly(
        any_of(
            "the requesting State may use or transmit what it was furnished in this way",
            art(40, 19),
            all_of("it was furnished on a request, and that is open", art(40, 19), on_request, asked),
            all_of("it was sent unasked, and that is open", art(40, 5), ~on_request, unasked),
            all_of("it is open either way", (art(40, 5), art(40, 19)), asked, unasked),
        )
    )


def _disclosure(use: EvidenceUse, paragraph: Provision) -> Finding:
    """Return that it is the disclosure of what is exculpatory, in the requesting State's own proceedings."""
    return all_of(
        "it is exculpatory, and disclosed in the requesting State's own proceedings",
        paragraph,
        given(use, E.exculpatory),
        given(use, E.in_own_proceedings),
    )


def _is_open(use: EvidenceUse, treaty: AssistanceTreaty) -> Finding:
    disclosed, allowed = _disclosure(use, art(40, 19)), given(use, E.treaty_allows)
    kept = _keeps_to_conditions(use)
    return any_of(
        "what is furnished on a request may be used in this way",
        art(40, 19),
        _is_consented_to(use, treaty),
        under_paragraph("nothing keeps it from disclosing what is exculpatory", art(40, 19), treaty, disclosed, kept),
        all_of(
            "the two States' own treaty allows it", (art(40, 7), art(40, 19)), treaty_governs(treaty=treaty), allowed
        ),
        all_of(
            "it is open whichever of the two governs",
            (art(40, 7), art(40, 19)),
            any_of("the paragraph would let it be used", art(40, 19), _consented(use), disclosed),
            kept,
            allowed,
        ),
    )


def _consented(use: EvidenceUse) -> Finding:
    statement = "the use is the one that the request states, or one with prior consent"
    return any_of(statement, art(40, 19), given(use, E.within_stated_proceedings), given(use, E.prior_consent))


def _is_consented_to(use: EvidenceUse, treaty: AssistanceTreaty) -> Finding:
    statement = "the use is consented to, and keeps to its conditions"
    consented, kept = _consented(use), _keeps_to_conditions(use)
    if treaty.binds is False:
        return all_of(statement, (art(40, 19), art(40, 28)), consented, kept)
    displaced = ~paragraph_applies(art(40, 28), treaty=treaty)
    bound = any_of("the use keeps to its conditions, as far as they bind it", art(40, 28), kept, displaced)
    answers = {
        EvidenceConsent.SUFFICES: all_of(statement, (art(40, 19), art(40, 28)), consented, bound),
        EvidenceConsent.TREATY_DECIDES: under_paragraph(
            "the paragraph applies, and the use is consented to", art(40, 19), treaty, consented, kept
        ),
    }
    return by_reading(statement, EvidenceConsent, answers)


def _keeps_to_conditions(use: EvidenceUse) -> Finding:
    return any_of(
        "the assistance was accepted without conditions, or the use keeps to them",
        art(40, 28),
        ~given(use, E.conditions_accepted),
        given(use, E.keeps_to_conditions),
    )


def has_given_notice(use: EvidenceUse) -> Finding:
    """Whether the requested State was told of the disclosure of what is exculpatory as it shall be: in time.

    Notice comes before the disclosure, which the days tell where they are known and differ; where notice was not
    possible, word comes without delay, for which the text counts no days. NO as well for notice that came late.

    Source: Art. 40(19).

    >>> from datetime import date
    >>> has_given_notice(EvidenceUse(
    ...     disclosed_on=date(2028, 5, 2), notified_on=date(2028, 5, 9), notice_impossible=False)).truth.name
    'NO'
    """
    notified, disclosed = day_of(use, E.notified_on), day_of(use, E.disclosed_on)
    return told_in_time(
        art(40, 19),
        came_before(use, E.notified_before, notified, disclosed),
        given(use, E.notice_impossible),
        given(use, E.informed_without_delay),
    )


def duties_on_evidence_use(use: EvidenceUse, *, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> tuple[Duty, ...]:
    """What does the requesting State owe for the use of what it was furnished?

    Source: Art. 40(19).

    >>> [duty.modality.value for duty in duties_on_evidence_use(EvidenceUse())][:2]
    ['shall-not', 'shall']
    """
    disclosed = under_paragraph(
        "what is exculpatory is disclosed in the requesting State's own proceedings",
        art(40, 19),
        treaty,
        given(use, E.furnished_on_request),
        _disclosure(use, art(40, 19)),
    )
    forbidden = under_paragraph(
        "the use is one that needs the requested State's prior consent",
        art(40, 19),
        treaty,
        given(use, E.furnished_on_request),
        ~given(use, E.within_stated_proceedings),
        ~_disclosure(use, art(40, 19)),
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
            life=Life(ends=(found(given(use, E.prior_consent)),)),
        ),
        *duties_on_exculpatory_disclosure(
            art(40, 19),
            (disclosed,),
            given(use, E.notice_impossible),
            given(use, E.consultation_requested),
            lives_of_notice(use, E.notified_on, E.disclosed_on, E.notified_before, E.informed_without_delay),
        ),
    )


checked(__name__)
