"""Art. 24, conditions and safeguards: what must surround each power of Chapter IV, and where it applies."""

from __future__ import annotations

from enum import Enum

from attrs import fields, frozen

from uncc.kernel.declared import checked, not_one_of
from uncc.kernel.duties import Duty, shall_consider
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, given, said_of
from uncc.kernel.life import Life, found
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = [
    "PowerExercise",
    "Safeguard",
    "SafeguardReview",
    "duties_on_third_parties",
    "has_considered_third_parties",
    "includes_safeguard",
    "includes_safeguards",
    "is_subject_to_safeguards",
    "safeguards_apply",
]


class Safeguard(Enum):
    """A safeguard that the Convention names; others may be needed. The value is its stable name in JSON."""

    REVIEW = "review"
    REMEDY = "remedy"
    GROUNDS = "grounds"
    LIMITED_SCOPE = "limited-scope"
    LIMITED_DURATION = "limited-duration"


@frozen(kw_only=True)
class SafeguardReview(Facts, asked_of=Role.STATE_PARTY):
    """A power of Chapter IV as a State's law has it, looked at for its conditions and safeguards.

    Facts named `needs_...` say whether the nature of the power makes a safeguard appropriate.
    """

    bounds_establishment: Fact = fact(
        "domestic law makes the establishment of the power subject to conditions and safeguards", art(24, 1)
    )
    bounds_implementation: Fact = fact(
        "domestic law makes the implementation of the power subject to conditions and safeguards", art(24, 1)
    )
    bounds_application: Fact = fact(
        "domestic law makes the application of the power subject to conditions and safeguards", art(24, 1)
    )
    protects_human_rights: Fact = fact(
        "the conditions and safeguards protect human rights as the State's obligations under human rights law ask for",
        art(24, 1),
    )
    incorporates_proportionality: Fact = fact(
        "the conditions and safeguards incorporate the principle of proportionality", art(24, 1)
    )
    needs_review: Fact = fact("the nature of the power makes independent review appropriate", art(24, 2))
    judicial_review: Fact = fact("a court reviews the use of the power", art(24, 2))
    other_independent_review: Fact = fact("another independent body reviews the use of the power", art(24, 2))
    review_is_domestic: Fact = fact("the review takes place at the domestic level", art(24, 5))
    needs_remedy: Fact = fact("the nature of the power makes a right to a remedy appropriate", art(24, 2))
    effective_remedy: Fact = fact("there is a right to an effective remedy", art(24, 2))
    needs_grounds: Fact = fact("the nature of the power makes it appropriate to ask for grounds", art(24, 2))
    justifying_grounds: Fact = fact("the power can be applied only on grounds that justify it", art(24, 2))
    needs_limited_scope: Fact = fact("the nature of the power makes a limit of its scope appropriate", art(24, 2))
    limited_scope: Fact = fact("the scope of the power is limited", art(24, 2))
    needs_limited_duration: Fact = fact("the nature of the power makes a limit of its duration appropriate", art(24, 2))
    limited_duration: Fact = fact("the duration of the power is limited", art(24, 2))
    consistent_with_public_interest: Fact = fact(
        "considering third parties is consistent with the public interest, above all with sound justice", art(24, 3)
    )
    third_parties_considered: Fact = fact(
        "the State has considered what the power does to the rights, responsibilities and interests of third parties",
        art(24, 3),
    )


S = fields(SafeguardReview)


def is_subject_to_safeguards(review: SafeguardReview, *, subject: str = "") -> Finding:
    """Whether the power is surrounded by conditions and safeguards that protect rights and are proportionate.

    Proportionality is owed for every power; no quality of the power makes it dispensable. `subject` tells several
    powers apart in one case.

    Source: Art. 24(1).

    >>> is_subject_to_safeguards(SafeguardReview(incorporates_proportionality=False)).truth.name
    'NO'
    """
    return all_of(
        "the power is subject to conditions and safeguards that protect rights and are proportionate",
        art(24, 1),
        given(review, S.bounds_establishment, subject),
        given(review, S.bounds_implementation, subject),
        given(review, S.bounds_application, subject),
        given(review, S.protects_human_rights, subject),
        given(review, S.incorporates_proportionality, subject),
    )


def includes_safeguard(review: SafeguardReview, safeguard: Safeguard, *, subject: str = "") -> Finding:
    """Whether the law includes one of the named safeguards, as far as the nature of the power makes it appropriate.

    YES as well where it is not appropriate. Review may be by a court or by another independent body; it counts at the
    domestic level only.

    Source: Art. 24(2), Art. 24(5).

    >>> includes_safeguard(SafeguardReview(needs_remedy=True, effective_remedy=False), Safeguard.REMEDY).truth.name
    'NO'
    """
    appropriate, provided = _safeguard(review, safeguard, subject)
    included = any_of("the safeguard is not appropriate, or it is provided", art(24, 2), ~appropriate, provided)
    return said_of(f"{subject}: {safeguard.value}" if subject else safeguard.value, included)


def _safeguard(review: SafeguardReview, safeguard: Safeguard, subject: str) -> tuple[Finding, Finding]:
    """Return whether a safeguard is appropriate, and whether it is provided."""
    match safeguard:
        case Safeguard.REVIEW:
            return given(review, S.needs_review, subject), _independent_review(review, subject)
        case Safeguard.REMEDY:
            return given(review, S.needs_remedy, subject), given(review, S.effective_remedy, subject)
        case Safeguard.GROUNDS:
            return given(review, S.needs_grounds, subject), given(review, S.justifying_grounds, subject)
        case Safeguard.LIMITED_SCOPE:
            return given(review, S.needs_limited_scope, subject), given(review, S.limited_scope, subject)
        case Safeguard.LIMITED_DURATION:
            return given(review, S.needs_limited_duration, subject), given(review, S.limited_duration, subject)
    raise not_one_of("safeguard", safeguard, Safeguard)


def _independent_review(review: SafeguardReview, subject: str) -> Finding:
    return all_of(
        "there is judicial or other independent review at the domestic level",
        (art(24, 2), art(24, 5)),
        any_of(
            "the review is independent",
            art(24, 2),
            given(review, S.judicial_review, subject),
            given(review, S.other_independent_review, subject),
        ),
        given(review, S.review_is_domestic, subject),
    )


def includes_safeguards(review: SafeguardReview, *, subject: str = "") -> Finding:
    """Whether the law includes every named safeguard that the nature of the power makes appropriate.

    The list of the text is not closed: YES speaks of the safeguards that it names.

    Source: Art. 24(2).

    >>> includes_safeguards(SafeguardReview(needs_grounds=True, justifying_grounds=False)).truth.name
    'NO'
    """
    return all_of(
        "every named safeguard that is appropriate is included",
        art(24, 2),
        *(includes_safeguard(review, safeguard, subject=subject) for safeguard in Safeguard),
    )


def has_considered_third_parties(review: SafeguardReview, *, subject: str = "") -> Finding:
    """Whether the State has considered the impact of the power on third parties; what it concludes is its own matter.

    YES as well where the public interest stands against considering it.

    Source: Art. 24(3).

    >>> has_considered_third_parties(SafeguardReview(third_parties_considered=True)).truth.name
    'YES'
    """
    return any_of(
        "the impact on third parties is considered as far as the public interest allows",
        art(24, 3),
        ~given(review, S.consistent_with_public_interest, subject),
        given(review, S.third_parties_considered, subject),
    )


def duties_on_third_parties(review: SafeguardReview) -> tuple[Duty, ...]:
    """What does a State owe to third parties?

    Source: Art. 24(3).

    >>> duties_on_third_parties(SafeguardReview())[0].modality.words
    'shall consider'
    """
    return (
        shall_consider(
            "consider-third-parties",
            Role.STATE_PARTY,
            "weigh what the power does to the rights, responsibilities and legitimate interests of third parties",
            art(24, 3),
            given(review, S.consistent_with_public_interest),
            qualifications=("to the extent consistent with the public interest, in particular with sound justice",),
            life=Life(done=found(given(review, S.third_parties_considered))),
        ),
    )


@frozen(kw_only=True)
class PowerExercise(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """A measure, and the State at whose home it is taken."""

    exercises_chapter_power: Fact = fact("the measure exercises a power or procedure of Chapter IV", art(24, 4))
    at_domestic_level: Fact = fact("the State's own authorities take it, at home", art(24, 4))
    for_domestic_proceedings: Fact = fact(
        "it serves a domestic criminal investigation or domestic proceedings", art(24, 4)
    )
    renders_cooperation: Fact = fact(
        "it renders international cooperation that another State has requested of this one", art(24, 4)
    )


E = fields(PowerExercise)


def safeguards_apply(exercise: PowerExercise) -> Finding:
    """Whether the safeguards of the State that takes a measure apply to it.

    They apply at home, for its own proceedings and for those of another State at whose request it acts. NO says that
    this article does not carry them there, and not that nothing protects the person concerned.

    Source: Art. 24(4).

    >>> safeguards_apply(PowerExercise(exercises_chapter_power=True, at_domestic_level=True,
    ...     for_domestic_proceedings=False, renders_cooperation=True)).truth.name
    'YES'
    """
    return all_of(
        "the safeguards of the State that acts apply to the measure",
        art(24, 4),
        given(exercise, E.exercises_chapter_power),
        given(exercise, E.at_domestic_level),
        any_of(
            "it serves domestic proceedings or renders cooperation",
            art(24, 4),
            given(exercise, E.for_domestic_proceedings),
            given(exercise, E.renders_cooperation),
        ),
    )


checked(__name__)
