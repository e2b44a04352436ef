"""Art. 37(1) to (8): whether extradition may be granted on a request, and whether the Convention obliges to it."""

from __future__ import annotations

from attrs import fields

from uncc.cooperation.art37_extradition.basis import has_extradition_basis
from uncc.cooperation.art37_extradition.request import (
    NO_EXTRADITION_POSITION,
    UNKNOWN_RELATION,
    ExtraditionPosition,
    ExtraditionRelation,
    ExtraditionRequest,
    SoughtOffence,
)
from uncc.cooperation.art37_extradition.scope import (
    applies_without_punishability,
    extradition_article_applies,
    is_extraditable_offence,
    is_to_serve_final_sentence,
)
from uncc.kernel.declared import checked
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, given, none_of, said_of
from uncc.kernel.provisions import art
from uncc.readings.chapter_5 import ExtraditionDuty

__all__ = ["is_extraditable", "is_prejudicial_extradition", "must_extradite"]

O = fields(SoughtOffence)  # noqa: E741
Q = fields(ExtraditionRequest)
R = fields(ExtraditionRelation)
P = fields(ExtraditionPosition)


def is_extraditable(
    request: ExtraditionRequest,
    *,
    relation: ExtraditionRelation = UNKNOWN_RELATION,
    position: ExtraditionPosition = NO_EXTRADITION_POSITION,
) -> Finding:
    """Whether extradition may be granted on the request: one offence at least, a basis, and every condition met.

    YES says that nothing in the article or in what it refers to stands in the way of granting, and not that granting
    is owed: see `must_extradite`. What the article says of each offence is in `extradition_article_applies`,
    `is_extraditable_offence` and `may_apply_to_related_offence`. Whether the Convention can be the legal basis for an
    offence that the requested State does not punish is a reading, on which none is adopted.

    Source: Art. 37(1), Art. 37(2), Art. 37(4), Art. 37(5), Art. 37(6)(a), Art. 37(7), Art. 37(8).

    >>> request = ExtraditionRequest(person_present=False)
    >>> is_extraditable(request, relation=ExtraditionRelation()).truth.name
    'NO'
    """
    return all_of(
        "extradition may be granted on the request",
        (art(37, 1), art(37, 8)),
        any_of(
            "an offence of the request is extraditable under the article, on a basis that reaches it",
            (art(37, 1), art(37, 5)),
            *(_is_extraditable_on_basis(request, number, relation) for number in request.numbers),
        ),
        _sentence_can_be_served(request, relation),
        has_extradition_basis(relation=relation),
        given(position, P.other_conditions_met),
    )


def _is_extraditable_on_basis(request: ExtraditionRequest, number: int, relation: ExtraditionRelation) -> Finding:
    """Return whether an offence is extraditable, and the Convention can be the basis where nothing else is."""
    offence, subject = request.sought(number)
    extraditable = all_of(
        "the offence is extraditable under the article, on a basis that reaches it",
        (art(37, 1), art(37, 2), art(37, 5)),
        is_extraditable_offence(request, number, relation=relation),
        any_of(
            "the legal basis reaches the offence",
            (art(37, 4), art(37, 5), art(37, 7)),
            given(relation, R.treaty_binds),
            ~given(relation, R.conditional_on_treaty),
            given(offence, O.punishable_in_requested_state, subject),
            applies_without_punishability(),
        ),
    )
    return said_of(subject, extraditable)


def _sentence_can_be_served(request: ExtraditionRequest, relation: ExtraditionRelation) -> Finding:
    return any_of(
        "no final sentence is to be served, or one for which extradition may be granted",
        art(37, 1),
        ~is_to_serve_final_sentence(request),
        all_of(
            "extradition may be granted for serving such a sentence",
            art(37, 1),
            given(request, Q.sentence_detains),
            given(relation, R.permits_serving_sentence),
        ),
    )


def is_prejudicial_extradition(*, position: ExtraditionPosition = NO_EXTRADITION_POSITION) -> Finding:
    """Whether the requested State has substantial grounds to believe in a discriminatory request or prejudice.

    YES when either limb holds: what the request was made for, or what granting it would do to the person. Nothing in
    the Convention then obliges to extradite; nothing in this paragraph forbids it either.

    Source: Art. 37(15).

    >>> is_prejudicial_extradition(position=ExtraditionPosition(prejudice_by_compliance=True)).truth.name
    'YES'
    """
    return any_of(
        "the requested State has substantial grounds for believing in a discriminatory request or prejudice",
        art(37, 15),
        given(position, P.discriminatory_request),
        given(position, P.prejudice_by_compliance),
    )


def must_extradite(
    request: ExtraditionRequest,
    *,
    relation: ExtraditionRelation = UNKNOWN_RELATION,
    position: ExtraditionPosition = NO_EXTRADITION_POSITION,
) -> Finding:
    """Whether the Convention itself obliges the requested State to extradite on the request.

    NO where a condition is not met, where the State believes on substantial grounds in discrimination, or where the
    law that governs spares its nationals. NO as well where extradition only *may* be granted: for what the State does
    not punish itself, and for serving a final sentence. Otherwise no paragraph says it in words, and whether the
    article as a whole obliges is a reading, on which none is adopted.

    Source: Art. 37(1), Art. 37(8), Art. 37(11), Art. 37(15).

    >>> position = ExtraditionPosition(discriminatory_request=True)
    >>> must_extradite(ExtraditionRequest(), relation=ExtraditionRelation(), position=position).truth.name
    'NO'
    """
    return all_of(
        "the Convention obliges the requested State to extradite",
        (art(37, 1), art(37, 15)),
        any_of(
            "an offence that both States punish is extraditable under the article",
            art(37, 1),
            *(_is_owed_if_any(request, number) for number in request.numbers),
        ),
        ~is_to_serve_final_sentence(request),
        has_extradition_basis(relation=relation),
        given(position, P.other_conditions_met),
        none_of(
            "the law that governs spares the person as a national",
            (art(37, 8), art(37, 11)),
            all_of(
                "the person is a national and may be spared",
                (art(37, 8), art(37, 11)),
                given(position, P.is_national),
                given(relation, R.spares_nationals),
            ),
        ),
        ~is_prejudicial_extradition(position=position),
        by_reading(
            "the article obliges where its conditions are met",
            ExtraditionDuty,
            {
                ExtraditionDuty.OBLIGES: by_text(True, "the article obliges to extradite", art(35, 1), art(37, 15)),
                ExtraditionDuty.OPENS: by_text(False, "the article obliges to extradite", art(37, 1)),
            },
        ),
    )


def _is_owed_if_any(request: ExtraditionRequest, number: int) -> Finding:
    offence, subject = request.sought(number)
    owed = all_of(
        "the article applies to the offence, and its period of imprisonment is long enough",
        (art(37, 1), art(37, 8)),
        extradition_article_applies(request, number),
        ~given(offence, O.period_too_short, subject),
    )
    return said_of(subject, owed)


checked(__name__)
