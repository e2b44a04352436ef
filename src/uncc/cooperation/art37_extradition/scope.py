"""Art. 37(1) to (3): for which offences, and for which sentences, the article on extradition is open."""

from __future__ import annotations

from attrs import fields

from uncc.cooperation.art37_extradition.request import (
    UNKNOWN_RELATION,
    ExtraditionRelation,
    ExtraditionRequest,
    SoughtOffence,
)
from uncc.kernel.declared import checked
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, given, read_off, said_of
from uncc.kernel.provisions import art
from uncc.readings.chapter_5 import UnpunishedOffence

__all__ = [
    "extradition_article_applies",
    "is_extraditable_offence",
    "may_apply_to_related_offence",
    "may_extradite_though_not_punishable",
    "may_extradite_to_serve_sentence",
]

O = fields(SoughtOffence)  # noqa: E741
Q = fields(ExtraditionRequest)
R = fields(ExtraditionRelation)


def extradition_article_applies(request: ExtraditionRequest, number: int = 0) -> Finding:
    """Whether the article on extradition applies to one offence of the request, counted from 0.

    The offence must be one of the Convention, the person in the requested State, and the conduct punishable in both
    States, whatever either law calls it. `InvalidValue` where the request has no offence of that number.

    Source: Art. 35(3), Art. 37(1).

    >>> from uncc.cooperation.art37_extradition.request import SoughtOffence
    >>> fraud = SoughtOffence(title="fraud", punishable_in_requested_state=False)
    >>> extradition_article_applies(ExtraditionRequest(offences=(fraud,))).truth.name
    'NO'
    """
    offence, subject = request.sought(number)
    applies = all_of(
        "the article on extradition applies to the offence",
        art(37, 1),
        given(offence, O.established_in_accordance, subject),
        given(request, Q.person_present),
        given(offence, O.punishable_in_requesting_state, subject),
        given(offence, O.punishable_in_requested_state, subject),
    )
    return said_of(subject, applies)


def is_offence_of_article(request: ExtraditionRequest, number: int, relation: ExtraditionRelation) -> Finding:
    """Return whether what the article says of offences to which it applies holds for one that need not be punished."""
    offence, subject = request.sought(number)
    spoken_of = all_of(
        "the offence is one of those of which the article speaks",
        (art(37, 1), art(37, 2)),
        given(offence, O.established_in_accordance, subject),
        given(request, Q.person_present),
        given(offence, O.punishable_in_requesting_state, subject),
        any_of(
            "the requested State punishes the conduct, or the article applies without that",
            (art(37, 1), art(37, 2)),
            given(offence, O.punishable_in_requested_state, subject),
            all_of(
                "the law of the requested State does without that, and the article applies all the same",
                art(37, 2),
                given(relation, R.permits_without_punishability),
                applies_without_punishability(),
            ),
        ),
    )
    return said_of(subject, spoken_of)


def applies_without_punishability() -> Finding:
    """Return whether the article applies to an offence that only its second paragraph covers."""
    statement = "the article applies to an offence that the requested State does not punish"
    return by_reading(
        statement,
        UnpunishedOffence,
        {
            UnpunishedOffence.APPLIES: by_text(True, statement, art(37, 2)),
            UnpunishedOffence.DOES_NOT_APPLY: by_text(False, statement, art(37, 1)),
        },
    )


def may_extradite_though_not_punishable(
    request: ExtraditionRequest, number: int = 0, *, relation: ExtraditionRelation = UNKNOWN_RELATION
) -> Finding:
    """Whether the requested State may extradite for an offence of the Convention that it does not itself punish.

    Only where its own law permits that; the person must be there, and the requesting State must punish the offence. NO
    as well where the requested State does punish it, since nothing is then waived.

    Source: Art. 37(2).

    >>> relation = ExtraditionRelation(permits_without_punishability=False)
    >>> may_extradite_though_not_punishable(ExtraditionRequest(), relation=relation).truth.name
    'NO'
    """
    offence, subject = request.sought(number)
    return all_of(
        "extradition may be granted although the requested State does not punish the offence",
        art(37, 2),
        given(relation, R.permits_without_punishability),
        given(offence, O.established_in_accordance, subject),
        given(request, Q.person_present),
        given(offence, O.punishable_in_requesting_state, subject),
        ~given(offence, O.punishable_in_requested_state, subject),
    )


def is_extraditable_offence(
    request: ExtraditionRequest, number: int = 0, *, relation: ExtraditionRelation = UNKNOWN_RELATION
) -> Finding:
    """Whether one offence of the request is extraditable under the article by itself.

    The article must apply to it, or all but punishability in the requested State be met and that State's law do
    without it; and its period of imprisonment must be long enough for the law and the treaties that govern.

    Source: Art. 37(1), Art. 37(2), Art. 37(8).

    >>> from uncc.cooperation.art37_extradition.request import SoughtOffence
    >>> parking = SoughtOffence(title="parking", period_too_short=True)
    >>> is_extraditable_offence(ExtraditionRequest(offences=(parking,))).truth.name
    'NO'
    """
    offence, subject = request.sought(number)
    extraditable = all_of(
        "the offence is extraditable under the article",
        art(37, 1),
        given(offence, O.established_in_accordance, subject),
        given(request, Q.person_present),
        given(offence, O.punishable_in_requesting_state, subject),
        any_of(
            "the requested State punishes the conduct, or its law does without that",
            (art(37, 1), art(37, 2)),
            given(offence, O.punishable_in_requested_state, subject),
            given(relation, R.permits_without_punishability),
        ),
        ~given(offence, O.period_too_short, subject),
    )
    return said_of(subject, extraditable)


def may_apply_to_related_offence(
    request: ExtraditionRequest, number: int, *, relation: ExtraditionRelation = UNKNOWN_RELATION
) -> Finding:
    """Whether the requested State may apply the article to an offence whose period of imprisonment is too short.

    The request must include several offences; another of them must be extraditable by itself; and this one must be
    related to offences of the Convention, though it may itself be none. Only the bar of a short period is lifted: both
    States must punish it, unless it is an offence of the Convention and the requested State's law does without that.

    Source: Art. 37(3).

    >>> may_apply_to_related_offence(ExtraditionRequest(), 0).truth.name
    'UNKNOWN'
    """
    offence, subject = request.sought(number)
    others = tuple(is_extraditable_offence(request, n, relation=relation) for n in request.numbers if n != number)
    several = len(request.offences) > 1 if request.offences else None
    return all_of(
        "the article may be applied also in respect of the offence",
        art(37, 3),
        read_off(request, Q.offences, several, "the request includes several separate offences", art(37, 3)),
        any_of("another offence of the request is extraditable under the article", art(37, 3), *others)
        if request.offences
        else read_off(
            request, Q.offences, None, "another offence of the request is extraditable under the article", art(37, 3)
        ),
        given(offence, O.period_too_short, subject),
        given(offence, O.related, subject),
        given(offence, O.punishable_in_requesting_state, subject),
        any_of(
            "the requested State punishes the conduct, or its law does without that",
            (art(37, 1), art(37, 2)),
            given(offence, O.punishable_in_requested_state, subject),
            all_of(
                "its law does without that for an offence of the Convention",
                art(37, 2),
                given(relation, R.permits_without_punishability),
                given(offence, O.established_in_accordance, subject),
            ),
        ),
    )


def is_to_serve_final_sentence(request: ExtraditionRequest) -> Finding:
    """Return whether extradition is sought for serving a sentence that is final: the person is then tried already."""
    return all_of(
        "extradition is sought so that the person serves a final sentence",
        art(37, 1),
        given(request, Q.sought_to_serve_sentence),
        given(request, Q.sentence_final),
    )


def may_extradite_to_serve_sentence(
    request: ExtraditionRequest, *, relation: ExtraditionRelation = UNKNOWN_RELATION
) -> Finding:
    """Whether extradition may be granted so that the person serves a sentence that was already imposed.

    The sentence must be final, one of imprisonment or other detention, and imposed for an extraditable offence; the
    law of the requested State must permit it. NO where extradition is not sought for that. A sentence that is not final
    leaves the case where it was: the person is still to be tried, and the first sentence of the paragraph governs.

    Source: Art. 37(1).

    >>> may_extradite_to_serve_sentence(ExtraditionRequest(sentence_final=False)).truth.name
    'NO'
    """
    return all_of(
        "extradition may be granted for serving the sentence",
        art(37, 1),
        given(request, Q.sought_to_serve_sentence),
        given(request, Q.sentence_final),
        given(request, Q.sentence_detains),
        any_of(
            "the sentence was imposed for an extraditable offence",
            art(37, 1),
            *(is_extraditable_offence(request, number, relation=relation) for number in request.numbers),
        ),
        given(relation, R.permits_serving_sentence),
    )


checked(__name__)
