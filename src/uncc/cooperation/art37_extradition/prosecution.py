"""Art. 37(11) to (13): extradite or submit the case, surrender on condition of return, enforce the sentence at home."""

from __future__ import annotations

from enum import Enum

from attrs import field, fields, frozen

from uncc.cooperation.art37_extradition.refusal import ExtraditionDecision
from uncc.cooperation.art37_extradition.request import (
    NO_EXTRADITION_POSITION,
    ExtraditionPosition,
    ExtraditionRelation,
    ExtraditionRequest,
    SoughtOffence,
)
from uncc.cooperation.art37_extradition.scope import extradition_article_applies, is_to_serve_final_sentence
from uncc.kernel.consistency import excludes, implies, shows
from uncc.kernel.declared import checked, not_one_of
from uncc.kernel.duties import Duty, Promptness, shall, shall_consider
from uncc.kernel.facts import DayFact, Fact, Facts, day_fact, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, given
from uncc.kernel.life import Life, found, stated_on
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings.chapter_5 import SentencedNational, SoleGround

__all__ = [
    "ConditionalSurrender",
    "NonExtradition",
    "SubmissionStep",
    "can_submit_case",
    "duties_on_non_extradition",
    "is_discharged_by_conditional_surrender",
    "is_owed_by_submission",
    "is_refused_solely_for_nationality",
    "may_submit_though_not_obliged",
    "must_consider_enforcing_sentence",
    "must_submit_case",
    "still_must_submit_case",
]

O = fields(SoughtOffence)  # noqa: E741
Q = fields(ExtraditionRequest)
P = fields(ExtraditionPosition)
R = fields(ExtraditionRelation)
D = fields(ExtraditionDecision)


@frozen(kw_only=True)
class ConditionalSurrender(Facts, asked_of=Role.REQUESTED_STATE):
    """A surrender of a national on condition of return."""

    only_on_return: Fact = fact(
        "the law of the requested State permits surrendering its nationals only on condition that they return to serve "
        "the sentence",
        art(37, 12),
    )
    requested_agrees: Fact = fact("the requested State agrees to that option and its terms", art(37, 12))
    requesting_agrees: Fact = fact(
        "the requesting State agrees to that option and its terms", art(37, 12), asked_of=Role.REQUESTING_STATE
    )
    surrendered: Fact = fact("the person is extradited or otherwise surrendered on that condition", art(37, 12))


C = fields(ConditionalSurrender)


@frozen(kw_only=True)
class NonExtradition(Facts, asked_of=Role.REQUESTED_STATE):
    """That a State does not extradite a person, on which ground, and what is then asked of it.

    `surrender` is what is known of a surrender on condition of return in place of it.
    """

    surrender: ConditionalSurrender = field(factory=ConditionalSurrender)

    not_extradited: Fact = fact("the requested State does not extradite the person", art(37, 11))
    nationality_invoked: Fact = fact(
        "it does not extradite on the ground that the person is its national", art(37, 11), art(37, 13)
    )
    other_ground: Fact = fact("another ground carries the refusal by itself", art(37, 11))
    submission_requested: Fact = fact(
        "the requesting State asks that the case be submitted for prosecution",
        art(37, 11),
        asked_of=Role.REQUESTING_STATE,
    )
    jurisdiction_established: Fact = fact(
        "the requested State has established its jurisdiction for the case that it does not extradite",
        art(22, 3),
        art(22, 4),
    )
    submitted: Fact = fact(
        "the requested State has submitted the case to its competent authorities for prosecution", art(37, 11)
    )
    submitted_on: DayFact = day_fact("the requested State submitted the case to its competent authorities", art(37, 11))
    proceedings_ended: Fact = fact("the proceedings on the case that was submitted have ended", art(37, 11))
    proceedings_ended_on: DayFact = day_fact(
        "the proceedings on the case that was submitted ended", art(37, 11), follows="submitted_on"
    )
    law_permits_enforcement: Fact = fact(
        "its domestic law permits enforcing a sentence that the requesting State has imposed", art(37, 13)
    )
    enforcement_applied_for: Fact = fact(
        "the requesting State has applied for the enforcement of the sentence",
        art(37, 13),
        asked_of=Role.REQUESTING_STATE,
    )

    ties = (
        shows("submitted_on", "submitted", art(37, 11)),
        shows("proceedings_ended_on", "proceedings_ended", art(37, 11)),
        implies("proceedings_ended", "submitted", art(37, 11)),
        implies("nationality_invoked", "not_extradited", art(37, 11)),
        implies("nationality_invoked", P.is_national, art(37, 11)),
        implies("nationality_invoked", R.spares_nationals, art(37, 8), fills=False),
        implies("other_ground", "not_extradited", art(37, 11)),
        implies("not_extradited", D.refused, art(37, 18), fills=False),
        excludes("not_extradited", C.surrendered, art(37, 12), fills=False),
    )


N = fields(NonExtradition)


def is_refused_solely_for_nationality(refusal: NonExtradition) -> Finding:
    """Whether a person is not extradited solely because of being a national.

    What it means that another ground carries the refusal as well is a reading; as adopted, nationality is then no
    longer the sole one.

    Source: Art. 37(11).

    >>> is_refused_solely_for_nationality(NonExtradition(nationality_invoked=True, other_ground=True)).truth.name
    'NO'
    """
    alone = "nationality counts as the sole ground"
    return all_of(
        "the person is not extradited solely for being a national",
        art(37, 11),
        given(refusal, N.not_extradited),
        given(refusal, N.nationality_invoked),
        by_reading(
            alone,
            SoleGround,
            {
                SoleGround.LITERAL: ~given(refusal, N.other_ground),
                SoleGround.SUFFICIENT: by_text(True, alone, art(37, 11)),
            },
        ),
    )


def must_submit_case(
    request: ExtraditionRequest,
    refusal: NonExtradition,
    *,
    number: int = 0,
    position: ExtraditionPosition = NO_EXTRADITION_POSITION,
) -> Finding:
    """Whether the State must submit the case to its own authorities because it does not extradite its national.

    The alleged offender must be in its territory, the offence one to which the article applies, nationality the only
    ground, and the State that seeks extradition must ask for it. Whether somebody sought to serve a final sentence is
    still an alleged offender is a reading; as adopted, no: then see `must_consider_enforcing_sentence`. Whether a
    surrender on condition of return has discharged the duty is another question: see `still_must_submit_case`.

    Source: Art. 37(11).

    >>> refusal = NonExtradition(nationality_invoked=True, submission_requested=False)
    >>> must_submit_case(ExtraditionRequest(), refusal, position=ExtraditionPosition()).truth.name
    'NO'
    """
    return all_of(
        "the case must be submitted to the competent authorities for prosecution",
        art(37, 11),
        extradition_article_applies(request, number),
        _is_alleged_offender(request),
        given(position, P.is_national),
        is_refused_solely_for_nationality(refusal),
        given(refusal, N.submission_requested),
    )


def _is_alleged_offender(request: ExtraditionRequest) -> Finding:
    statement = "the person is an alleged offender, whose case can be submitted for prosecution"
    return by_reading(
        statement,
        SentencedNational,
        {
            SentencedNational.TO_BE_TRIED: ~is_to_serve_final_sentence(request),
            SentencedNational.WHOEVER_IS_SOUGHT: by_text(True, statement, art(37, 11)),
        },
    )


class SubmissionStep(Enum):
    """A step on which one may think when a case is to be submitted. The value is its stable name in JSON."""

    SUBMIT = "submit"
    """Submitting the case to the competent authorities, for the purpose of prosecution."""
    DECIDE_ALIKE = "decide-alike"
    """Deciding and proceeding in the manner of a comparable offence under domestic law."""
    COOPERATE = "cooperate"
    """The States helping each other in procedure and evidence."""
    PROSECUTE = "prosecute"
    """Bringing charges, whatever the authorities think of the case."""
    CONVICT = "convict"
    """A conviction, or any other outcome."""
    EXTRADITE = "extradite"
    """Extraditing all the same."""


def is_owed_by_submission(step: SubmissionStep) -> Finding:
    """Whether a step is owed where the case must be submitted.

    Submission is owed, and that the case be treated like one of the State's own; not charges, and no outcome.

    Source: Art. 37(11).

    >>> [is_owed_by_submission(step).truth.name for step in (SubmissionStep.SUBMIT, SubmissionStep.CONVICT)]
    ['YES', 'NO']
    """
    statement = "the step is owed where the case must be submitted"
    match step:
        case SubmissionStep.SUBMIT | SubmissionStep.DECIDE_ALIKE | SubmissionStep.COOPERATE:
            return by_text(True, statement, art(37, 11))
        case SubmissionStep.PROSECUTE | SubmissionStep.CONVICT | SubmissionStep.EXTRADITE:
            return by_text(False, statement, art(37, 11))
    raise not_one_of("step", step, SubmissionStep)


def can_submit_case(refusal: NonExtradition) -> Finding:
    """Whether the State has the jurisdiction that submitting the case needs.

    NO does not lift the duty: for refusals solely for nationality a State must have established that jurisdiction.

    Source: Art. 22(3), Art. 22(4).

    >>> can_submit_case(NonExtradition(jurisdiction_established=True)).truth.name
    'YES'
    """
    return given(refusal, N.jurisdiction_established)


def may_submit_though_not_obliged(request: ExtraditionRequest, refusal: NonExtradition) -> Finding:
    """Whether a State that does not extradite, on whatever ground, may take the case up by its own decision.

    It may where it has established its jurisdiction over alleged offenders whom it does not extradite, which the
    Convention leaves to it for its own offences. A duty to submit is another question: see `must_submit_case`. NO says
    that this paragraph does not speak of the case, and excludes no jurisdiction of domestic law.

    Source: Art. 22(4).

    >>> may_submit_though_not_obliged(ExtraditionRequest(), NonExtradition(not_extradited=False)).truth.name
    'NO'
    """
    return all_of(
        "the State may take up the case of a person whom it does not extradite",
        art(22, 4),
        any_of(
            "an offence of the request is one established in accordance with the Convention",
            art(22, 4),
            *(
                given(sought, O.established_in_accordance, name)
                for sought, name in map(request.sought, request.numbers)
            ),
        ),
        given(request, Q.person_present),
        given(refusal, N.not_extradited),
        given(refusal, N.jurisdiction_established),
    )


def is_discharged_by_conditional_surrender(surrender: ConditionalSurrender) -> Finding:
    """Whether surrendering the person on condition of return is enough in place of submitting the case.

    Both States must agree to that option and its terms, the law of the requested State must permit no other, and the
    person must be surrendered so.

    Source: Art. 37(12).

    >>> is_discharged_by_conditional_surrender(ConditionalSurrender(requesting_agrees=False)).truth.name
    'NO'
    """
    return all_of(
        "a surrender on condition of return discharges the duty to submit the case",
        art(37, 12),
        given(surrender, C.only_on_return),
        given(surrender, C.requested_agrees),
        given(surrender, C.requesting_agrees),
        given(surrender, C.surrendered),
    )


def still_must_submit_case(
    request: ExtraditionRequest,
    refusal: NonExtradition,
    *,
    number: int = 0,
    position: ExtraditionPosition = NO_EXTRADITION_POSITION,
) -> Finding:
    """Whether the case must be submitted and no surrender on condition of return has discharged that.

    Source: Art. 37(11), Art. 37(12).

    >>> position = ExtraditionPosition(is_national=False)
    >>> still_must_submit_case(ExtraditionRequest(), NonExtradition(), position=position).truth.name
    'NO'
    """
    return all_of(
        "the case must be submitted, and no conditional surrender has discharged that",
        (art(37, 11), art(37, 12)),
        must_submit_case(request, refusal, number=number, position=position),
        ~is_discharged_by_conditional_surrender(refusal.surrender),
    )


def must_consider_enforcing_sentence(
    request: ExtraditionRequest,
    refusal: NonExtradition,
    *,
    position: ExtraditionPosition = NO_EXTRADITION_POSITION,
) -> Finding:
    """Whether the State must consider enforcing the other State's sentence, or what remains of it, itself.

    Extradition must have been sought for enforcing a sentence, for an offence to which the article applies, and refused
    because the person is a national; domestic law must permit enforcement; and the requesting State must have applied
    for it. What is owed is to consider it.

    Source: Art. 37(1), Art. 37(13).

    >>> position = ExtraditionPosition(is_national=False)
    >>> must_consider_enforcing_sentence(ExtraditionRequest(), NonExtradition(), position=position).truth.name
    'NO'
    """
    return all_of(
        "the enforcement of the sentence must be considered",
        art(37, 13),
        any_of(
            "the article on extradition applies to an offence of the request",
            art(37, 1),
            *(extradition_article_applies(request, number) for number in request.numbers),
        ),
        given(request, Q.sought_to_serve_sentence),
        given(refusal, N.not_extradited),
        given(position, P.is_national),
        given(refusal, N.nationality_invoked),
        given(refusal, N.law_permits_enforcement),
        given(refusal, N.enforcement_applied_for),
    )


def duties_on_non_extradition(
    request: ExtraditionRequest,
    refusal: NonExtradition,
    *,
    number: int = 0,
    position: ExtraditionPosition = NO_EXTRADITION_POSITION,
) -> tuple[Duty, ...]:
    """What is owed, by whom, where a person is not extradited for being a national? See what a surrender ends: `life`.

    Source: Art. 37(11), Art. 37(12), Art. 37(13).

    >>> duties = duties_on_non_extradition(ExtraditionRequest(), NonExtradition(), position=ExtraditionPosition())
    >>> [(duty.id, duty.modality.words) for duty in duties][::3]
    [('submit-case', 'shall'), ('consider-enforcing-sentence', 'shall consider')]
    """
    about, owed = request.place(number), must_submit_case(request, refusal, number=number, position=position)
    discharged = (found(is_discharged_by_conditional_surrender(refusal.surrender)),)
    over = stated_on(given(refusal, N.proceedings_ended), refusal, N.proceedings_ended_on)
    with_proceedings = Life(lasts=True, ends=(*discharged, over), after=("submit-case",))
    return (
        shall(
            "submit-case",
            Role.REQUESTED_STATE,
            "submit the case to its competent authorities for the purpose of prosecution",
            art(37, 11),
            owed,
            towards=Role.REQUESTING_STATE,
            deadline=Promptness.WITHOUT_UNDUE_DELAY,
            about=about,
            life=Life(done=stated_on(given(refusal, N.submitted), refusal, N.submitted_on), ends=discharged),
        ),
        shall(
            "treat-case-alike",
            Role.COMPETENT_AUTHORITY,
            "decide and proceed as it does for a comparable offence under domestic law",
            art(37, 11),
            owed,
            about=about,
            life=with_proceedings,
        ),
        shall(
            "cooperate-in-prosecution",
            Role.STATES_PARTIES,
            "cooperate with each other so that the prosecution is efficient, above all in procedure and evidence",
            art(37, 11),
            owed,
            about=about,
            life=with_proceedings,
        ),
        shall_consider(
            "consider-enforcing-sentence",
            Role.REQUESTED_STATE,
            "enforcing the sentence, or what remains of it, itself",
            art(37, 13),
            must_consider_enforcing_sentence(request, refusal, position=position),
            towards=Role.REQUESTING_STATE,
            qualifications=("if its domestic law so permits, and in conformity with that law",),
        ),
    )


checked(__name__)
