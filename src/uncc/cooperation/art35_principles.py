"""Art. 35, general principles of international cooperation: what evidence it reaches, and dual criminality."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.cooperation.particulars import Offence
from uncc.facts import Fact, Facts, fact
from uncc.findings import Finding, all_of, any_of, given
from uncc.provisions import art
from uncc.roles import Role

__all__ = ["UnderlyingConduct", "dual_criminality_satisfied", "evidence_articles_apply"]

O = fields(Offence)  # noqa: E741


def evidence_articles_apply(offence: Offence) -> Finding:
    """Whether the articles on electronic evidence (Arts. 41 to 46) are open for this offence.

    YES for an offence established in accordance with the Convention and for any serious crime.

    Source: Art. 35(1)(b), Art. 35(1)(c), Art. 35(2).

    >>> evidence_articles_apply(Offence(title="arson", established_in_accordance=False)).truth.name
    'UNKNOWN'
    """
    return any_of(
        "the offence is one for whose electronic evidence the Convention opens cooperation",
        (art(35, 2),),
        given(offence, O.established_in_accordance),
        given(offence, O.serious_crime),
    )


@frozen(kw_only=True)
class UnderlyingConduct(Facts):
    """The conduct behind an offence, under the laws of the two States.

    How the two laws categorise or name the offence can be recorded, and no answer depends on it.
    """

    criminal_in_requesting_state: Fact = fact(
        "the conduct is a criminal offence under the law of the requesting State",
        art(35, 3),
        asked_of=Role.REQUESTING_STATE,
    )
    criminal_in_requested_state: Fact = fact(
        "the conduct is a criminal offence under the law of the requested State",
        art(35, 3),
        asked_of=Role.REQUESTED_STATE,
    )
    same_category: Fact = fact(
        "both laws place the offence in the same category", art(35, 3), asked_of=Role.REQUESTED_STATE
    )
    same_terminology: Fact = fact("both laws call the offence the same", art(35, 3), asked_of=Role.REQUESTED_STATE)


C = fields(UnderlyingConduct)


def dual_criminality_satisfied(conduct: UnderlyingConduct) -> Finding:
    """Whether dual criminality, wherever it is required, counts as fulfilled.

    YES when the conduct is a criminal offence under both laws, whatever its category or name in either.

    Source: Art. 35(3).

    >>> conduct = UnderlyingConduct(
    ...     criminal_in_requesting_state=True, criminal_in_requested_state=True, same_category=False)
    >>> dual_criminality_satisfied(conduct).truth.name
    'YES'
    """
    return all_of(
        "the conduct behind the offence is criminal in both States",
        art(35, 3),
        given(conduct, C.criminal_in_requesting_state),
        given(conduct, C.criminal_in_requested_state),
    )
