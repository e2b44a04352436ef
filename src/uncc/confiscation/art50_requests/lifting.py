"""Art. 50(7) and (8): lifting provisional measures, and the hearing before."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.confiscation.art50_requests.refusal import NO_CONFISCATION_POSITION, ConfiscationPosition, evidence_is_wanting
from uncc.kernel.consistency import excludes, shows
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall
from uncc.kernel.facts import DayFact, Fact, Facts, day_fact, fact
from uncc.kernel.findings import Finding, all_of, any_of, given
from uncc.kernel.life import done_first, found, stated_on
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = ["ProvisionalMeasure", "duties_on_lifting", "may_lift_provisional_measure", "must_hear_before_lifting"]

P = fields(ConfiscationPosition)


@frozen(kw_only=True)
class ProvisionalMeasure(Facts, asked_of=Role.REQUESTED_STATE):
    """A measure that holds property for confiscation, and the thought of lifting it."""

    taken_on_request: Fact = fact("the measure was taken upon a request under the article", art(50, 8))
    taken_on: DayFact = day_fact("the measure was taken", art(50, 2))
    lifting_intended: Fact = fact("the requested State means to lift the measure", art(50, 8))
    hearing_possible: Fact = fact("it is possible to hear the requesting State before", art(50, 8))
    opportunity_given: Fact = fact(
        "the requesting State has had an opportunity to present its reasons for continuing the measure", art(50, 8)
    )
    lifted: Fact = fact("the requested State has lifted the measure", art(50, 8))
    lifted_on: DayFact = day_fact("the requested State lifted the measure", art(50, 8), follows="taken_on")
    lifting_given_up: Fact = fact("the requested State has given up lifting the measure", art(50, 8))

    ties = (shows("lifted_on", "lifted", art(50, 8)), excludes("lifting_given_up", "lifted", art(50, 8)))


M = fields(ProvisionalMeasure)


def may_lift_provisional_measure(*, position: ConfiscationPosition = NO_CONFISCATION_POSITION) -> Finding:
    """Whether the article opens a ground for lifting a provisional measure.

    NO says that neither of its two grounds is there; what domestic law says besides is another question.

    Source: Art. 50(7).

    >>> may_lift_provisional_measure(position=ConfiscationPosition(evidence_timely=False)).truth.name
    'YES'
    """
    return any_of(
        "the article opens a ground for lifting the measure",
        art(50, 7),
        evidence_is_wanting(position),
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


def duties_on_lifting(measure: ProvisionalMeasure) -> tuple[Duty, ...]:
    """What does the requested State owe before it lifts a provisional measure?

    Whether it has given the opportunity already, the `life` of the duty tells. A measure that is lifted without it
    breaks the duty, and one that is kept after all ends it.

    Source: Art. 50(8).

    >>> duties_on_lifting(ProvisionalMeasure())[0].modality.words
    'shall'
    """
    return (
        shall(
            "hear-before-lifting",
            Role.REQUESTED_STATE,
            "give the requesting State an opportunity to present its reasons for continuing the measure",
            art(50, 8),
            all_of(
                "the measure is to be lifted, and the requesting State can be heard before",
                art(50, 8),
                given(measure, M.taken_on_request),
                any_of(
                    "the measure is to be lifted, or has been lifted",
                    art(50, 8),
                    given(measure, M.lifting_intended),
                    given(measure, M.lifted),
                ),
                given(measure, M.hearing_possible),
            ),
            towards=Role.REQUESTING_STATE,
            qualifications=("wherever possible",),
            life=done_first(
                measure,
                M.opportunity_given,
                stated_on(given(measure, M.lifted), measure, M.lifted_on),
                ends=(found(given(measure, M.lifting_given_up)),),
            ),
        ),
    )


checked(__name__)
