"""Art. 32, establishment of criminal record: convictions abroad, and what a State may make of them."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, may
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, given
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = ["ForeignConviction", "duties_on_foreign_conviction", "may_consider_conviction"]


@frozen(kw_only=True)
class ForeignConviction(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """A conviction abroad, and the proceedings in which it would be considered. The other State need be no Party."""

    earlier: Fact = fact("the conviction came first", art(32))
    in_another_state: Fact = fact("it was passed in another State, Party or not", art(32))
    of_alleged_offender: Fact = fact("it is a conviction of the alleged offender", art(32))
    in_criminal_proceedings: Fact = fact("the information would be used in criminal proceedings", art(32))
    for_convention_offence: Fact = fact(
        "those proceedings relate to an offence established in accordance with the Convention", art(32)
    )


C = fields(ForeignConviction)


def may_consider_conviction(conviction: ForeignConviction) -> Finding:
    """Whether a State may provide that this conviction be taken into consideration.

    Under what terms, and for what purpose, is for the State to say. NO says that this article offers nothing here, and
    not that it forbids.

    Source: Art. 32.

    >>> may_consider_conviction(ForeignConviction(in_another_state=False)).truth.name
    'NO'
    """
    return all_of(
        "the State may provide that the conviction be taken into consideration",
        art(32),
        given(conviction, C.earlier),
        given(conviction, C.in_another_state),
        given(conviction, C.of_alleged_offender),
        given(conviction, C.in_criminal_proceedings),
        given(conviction, C.for_convention_offence),
    )


def duties_on_foreign_conviction(conviction: ForeignConviction) -> tuple[Duty, ...]:
    """What may a State do about this conviction? Nothing obliges it.

    Source: Art. 32.

    >>> duties_on_foreign_conviction(ForeignConviction())[0].modality.words
    'may'
    """
    return (
        may(
            "consider-foreign-conviction",
            Role.STATE_PARTY,
            "adopt measures to take the conviction into consideration",
            art(32),
            may_consider_conviction(conviction),
            qualifications=("under the terms and for the purpose that it finds appropriate",),
        ),
    )


checked(__name__)
