"""Art. 3, scope of application: and how much wider it is at home than in cooperation."""

from __future__ import annotations

from enum import Enum

from attrs import fields, frozen

from uncc.kernel.declared import checked, not_one_of
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, given
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = ["Activity", "EvidenceSide", "evidence_is_within_reach", "is_within_scope"]


class EvidenceSide(Enum):
    """On which side evidence is gathered. The value is its stable name in JSON."""

    DOMESTIC = "domestic"
    COOPERATION = "cooperation"


@frozen(kw_only=True)
class Activity(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """What a State does, or is asked to do, about an offence."""

    prevents_or_pursues: Fact = fact(
        "it is the prevention, investigation or prosecution of an offence, or concerns the proceeds of one", art(3, "a")
    )
    gathers_electronic_evidence: Fact = fact(
        "it collects, obtains, preserves or shares evidence in electronic form", art(3, "b")
    )
    for_criminal_proceedings: Fact = fact("it serves a criminal investigation or criminal proceedings", art(3, "b"))
    convention_offence: Fact = fact("the offence is one established in accordance with the Convention", art(3, "a"))
    serious_crime: Fact = fact("the offence is a serious crime in the Convention's sense", art(35, 1, "c"))
    criminal_offence: Fact = fact("the offence is a criminal offence", art(23, 2, "c"))


A = fields(Activity)


def evidence_is_within_reach(activity: Activity, side: EvidenceSide) -> Finding:
    """Whether the offence is one whose electronic evidence the Convention reaches on this side.

    At home it reaches evidence of any criminal offence; in cooperation only of offences established in accordance
    with the Convention and of serious crimes.

    Source: Art. 3(b).

    >>> theft = Activity(criminal_offence=True, convention_offence=False, serious_crime=False)
    >>> [evidence_is_within_reach(theft, side).truth.name for side in EvidenceSide]
    ['YES', 'NO']
    """
    match side:
        case EvidenceSide.DOMESTIC:
            return any_of(
                "evidence of the offence is within reach at home",
                (art(3, "b"), art(23, 2)),
                given(activity, A.convention_offence),
                given(activity, A.serious_crime),
                given(activity, A.criminal_offence),
            )
        case EvidenceSide.COOPERATION:
            return any_of(
                "evidence of the offence is within reach in cooperation",
                (art(3, "b"), art(35, 1)),
                given(activity, A.convention_offence),
                given(activity, A.serious_crime),
            )
    raise not_one_of("side", side, EvidenceSide)


def is_within_scope(activity: Activity, side: EvidenceSide) -> Finding:
    """Whether the Convention applies to an activity, except as it states otherwise.

    Source: Art. 3(a), Art. 3(b).

    >>> is_within_scope(Activity(prevents_or_pursues=True, convention_offence=True), EvidenceSide.DOMESTIC).truth.name
    'YES'
    """
    return any_of(
        "the Convention applies to the activity",
        (art(3, "a"), art(3, "b")),
        all_of(
            "it prevents or pursues an offence established in accordance with the Convention",
            art(3, "a"),
            given(activity, A.prevents_or_pursues),
            given(activity, A.convention_offence),
        ),
        all_of(
            "it gathers electronic evidence that is within reach",
            art(3, "b"),
            given(activity, A.gathers_electronic_evidence),
            given(activity, A.for_criminal_proceedings),
            evidence_is_within_reach(activity, side),
        ),
    )


checked(__name__)
