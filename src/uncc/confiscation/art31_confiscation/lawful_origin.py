"""Art. 31(8): that an offender show the lawful origin of property, where domestic law requires it."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.confiscation.art31_confiscation.asset_history import Holding
from uncc.kernel.declared import checked
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, given
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = ["OriginBurden", "failed_to_show_lawful_origin", "may_require_lawful_origin"]

H = fields(Holding)


@frozen(kw_only=True)
class OriginBurden(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """A requirement of domestic law that the offender demonstrate lawful origin, which the Convention leaves open."""

    required_by_law: Fact = fact(
        "domestic law requires an offender to demonstrate the lawful origin of such property", art(31, 8)
    )
    borne_by_offender: Fact = fact("the one who must demonstrate the lawful origin is the offender", art(31, 8))
    consistent_with_principles: Fact = fact(
        "the requirement is consistent with the principles of domestic law", art(31, 8)
    )
    consistent_with_proceedings: Fact = fact(
        "the requirement is consistent with the nature of the proceedings", art(31, 8)
    )


B = fields(OriginBurden)


def may_require_lawful_origin(burden: OriginBurden) -> Finding:
    """Whether the Convention leaves room for a requirement that lawful origin be demonstrated.

    It obliges to none: a State may consider the possibility. NO where the requirement goes beyond the offender, or
    beyond what the principles of domestic law and the nature of the proceedings bear.

    Source: Art. 31(8).

    >>> may_require_lawful_origin(OriginBurden(borne_by_offender=False)).truth.name
    'NO'
    """
    return all_of(
        "the Convention leaves room for the requirement to demonstrate lawful origin",
        art(31, 8),
        given(burden, B.borne_by_offender),
        given(burden, B.consistent_with_principles),
        given(burden, B.consistent_with_proceedings),
    )


def failed_to_show_lawful_origin(holding: Holding, burden: OriginBurden, *, subject: str = "") -> Finding:
    """Whether the lawful origin of property had to be shown, as the Convention leaves room for, and was not.

    What follows from that is for domestic law to say: it makes nothing proceeds of crime by itself. Where domestic law
    takes the origin in an offence for proven, `Holding.derived_from_offence` is true. `subject` is the holding's place.

    Source: Art. 31(8).

    >>> from uncc.confiscation.money import Money
    >>> boat = Holding(name="boat", value=Money.parse("EUR 100"), lawful_origin_shown=True)
    >>> failed_to_show_lawful_origin(boat, OriginBurden(required_by_law=True)).truth.name
    'NO'
    """
    return all_of(
        "lawful origin had to be shown and was not",
        art(31, 8),
        given(burden, B.required_by_law),
        may_require_lawful_origin(burden),
        given(holding, H.alleged, subject),
        ~given(holding, H.lawful_origin_shown, subject),
    )


checked(__name__)
