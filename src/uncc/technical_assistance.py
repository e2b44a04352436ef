"""Chapter VII, technical assistance: its subjects, what is to be considered, what is voluntary (Arts. 54 to 56)."""

from __future__ import annotations

from enum import Enum

from attrs import fields, frozen

from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall_consider, shall_endeavour
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_text, given
from uncc.kernel.life import KEPT_UP, ONCE
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role

__all__ = [
    "Contribution",
    "EvaluationRequest",
    "TrainingActivity",
    "TrainingSubject",
    "duties_on_contribution",
    "duties_on_evaluation_request",
    "may_deal_with",
    "must_consider_assisting",
    "must_contribute",
]


class TrainingSubject(Enum):
    """A subject that training and assistance may deal with. The value is its stable name in JSON."""

    INVESTIGATION_METHODS = "investigation-methods"
    STRATEGY_AND_LEGISLATION = "strategy-and-legislation"
    EVIDENCE = "evidence"
    EQUIPMENT = "equipment"
    REQUESTS_FOR_COOPERATION = "requests-for-cooperation"
    MOVEMENTS_OF_PROCEEDS = "movements-of-proceeds"
    CONFISCATION_AND_RETURN = "confiscation-and-return"
    VICTIMS_AND_WITNESSES = "victims-and-witnesses"
    LAW_AND_LANGUAGES = "law-and-languages"

    @property
    def authority(self) -> Provision:
        """The item of the list that names it.

        >>> print(TrainingSubject.EVIDENCE.authority)
        Art. 54(3)(c)
        """
        return art(54, 3).children[list(TrainingSubject).index(self)]


@frozen(kw_only=True)
class TrainingActivity(Facts, asked_of=Role.STATE_PARTY):
    """An activity of technical assistance, capacity-building or training."""

    law_permits: Fact = fact("domestic law permits the activity to deal with the subject", art(54, 3))


T = fields(TrainingActivity)


def may_deal_with(activity: TrainingActivity, subject: TrainingSubject) -> Finding:
    """Whether an activity may deal with one of the subjects that the text names; domestic law sets the limit.

    Source: Art. 54(3), Art. 54(3)(a), Art. 54(3)(b), Art. 54(3)(c), Art. 54(3)(d), Art. 54(3)(e), Art. 54(3)(f),
    Art. 54(3)(g), Art. 54(3)(h), Art. 54(3)(i).

    >>> may_deal_with(TrainingActivity(law_permits=True), TrainingSubject.EVIDENCE).truth.name
    'YES'
    """
    return all_of(
        "the activity may deal with the subject",
        (art(54, 3), subject.authority),
        by_text(True, "the subject is one that the text names", subject.authority),
        given(activity, T.law_permits),
    )


@frozen(kw_only=True)
class EvaluationRequest(Facts, asked_of=Role.REQUESTING_STATE):
    """A Party's request for help with evaluating, studying or researching offences."""

    made: Fact = fact("a State Party has asked for it", art(54, 6))
    about_types: Fact = fact("it is about the types of offences", art(54, 6))
    about_causes: Fact = fact("it is about the causes of offences", art(54, 6))
    about_effects: Fact = fact("it is about the effects of offences", art(54, 6))
    in_its_territory: Fact = fact("the offences were committed in the territory of a State concerned", art(54, 6))


E = fields(EvaluationRequest)


def must_consider_assisting(request: EvaluationRequest) -> Finding:
    """Whether States must consider helping another with evaluations, studies and research on offences.

    To consider is all that the text asks: YES is no duty to help.

    Source: Art. 54(6).

    >>> must_consider_assisting(EvaluationRequest(made=False)).truth.name
    'NO'
    """
    return all_of(
        "helping with the evaluation, study or research is to be considered",
        art(54, 6),
        given(request, E.made),
        any_of(
            "it is about the types, the causes or the effects of offences",
            art(54, 6),
            given(request, E.about_types),
            given(request, E.about_causes),
            given(request, E.about_effects),
        ),
        given(request, E.in_its_territory),
    )


def duties_on_evaluation_request(request: EvaluationRequest) -> tuple[Duty, ...]:
    """What do States owe one that asks for help with evaluations, studies or research? To consider it, and no more.

    Source: Art. 54(6).

    >>> duties_on_evaluation_request(EvaluationRequest())[0].modality.words
    'shall consider'
    """
    return (
        shall_consider(
            "consider-assisting-research",
            Role.STATES_PARTIES,
            "help one another with evaluations, studies and research on the offences",
            art(54, 6),
            must_consider_assisting(request),
            towards=Role.REQUESTING_STATE,
            qualifications=("upon request",),
        ),
    )


class Contribution(Enum):
    """A way to pay for assistance that the text names. The value is its stable name in JSON."""

    MECHANISM = "mechanism"
    """A voluntary mechanism for developing countries."""
    OFFICE = "office"
    """The United Nations Office on Drugs and Crime."""
    ACCOUNT = "account"
    """An account of its own in a funding mechanism of the United Nations."""

    @property
    def authority(self) -> Provision:
        """The provision that names it."""
        return {
            Contribution.MECHANISM: art(54, 9),
            Contribution.OFFICE: art(54, 10),
            Contribution.ACCOUNT: art(56, 2, "c"),
        }[self]


def must_contribute(contribution: Contribution) -> Finding:
    """Whether a State must pay a contribution of this kind. Always NO: each is voluntary.

    Source: Art. 54(9), Art. 54(10), Art. 56(2)(c).

    >>> must_contribute(Contribution.OFFICE).truth.name
    'NO'
    """
    return by_text(False, "the contribution is obligatory", contribution.authority)


def duties_on_contribution(contribution: Contribution) -> tuple[Duty, ...]:
    """What do States owe about a voluntary contribution? To consider a mechanism, or to endeavour to contribute.

    Source: Art. 54(9), Art. 54(10), Art. 56(2)(c).

    >>> [duties_on_contribution(contribution)[0].modality.words for contribution in Contribution]
    ['shall consider', 'shall endeavour', 'shall endeavour']
    """
    acts = {
        Contribution.MECHANISM: "set up voluntary mechanisms that help developing countries to pay for implementation",
        Contribution.OFFICE: "contribute to the Office's programmes of technical assistance",
        Contribution.ACCOUNT: "contribute adequately and regularly to an account designated for technical assistance",
    }
    modal = shall_consider if contribution is Contribution.MECHANISM else shall_endeavour
    return (
        modal(
            f"contribution-{contribution.value}",
            Role.STATE_PARTY if contribution is Contribution.OFFICE else Role.STATES_PARTIES,
            acts[contribution],
            contribution.authority,
            by_text(True, "the duty rests on every State Party", contribution.authority),
            qualifications=("voluntary",),
            life=ONCE if contribution is Contribution.MECHANISM else KEPT_UP,
        ),
    )


checked(__name__)
