"""Art. 26, preserved traffic data: many providers, and how much must be disclosed at once."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.kernel.declared import checked
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, given
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = [
    "PartialDisclosure",
    "TrafficDataRegime",
    "covers_several_providers",
    "ensures_partial_disclosure",
    "is_disclosed_as_required",
    "is_sufficient_amount",
]


@frozen(kw_only=True)
class TrafficDataRegime(Facts, asked_of=Role.STATE_PARTY):
    """A State's law on traffic data that are to be preserved at home (Art. 25)."""

    available_for_one_provider: Fact = fact(
        "traffic data can be preserved quickly where one service provider transmitted the communication", art(26, "a")
    )
    available_for_several_providers: Fact = fact(
        "traffic data can be preserved quickly where several service providers transmitted the communication",
        art(26, "a"),
    )
    ensures_quick_disclosure: Fact = fact(
        "domestic law ensures that preserved traffic data are disclosed quickly", art(26, "b")
    )
    to_authority: Fact = fact("the disclosure goes to the competent authority", art(26, "b"))
    to_designated_person: Fact = fact(
        "the disclosure goes to a person whom the competent authority designates", art(26, "b")
    )
    enough_for_providers: Fact = fact(
        "domestic law ensures the disclosure of enough to identify the service providers", art(26, "b")
    )
    enough_for_path: Fact = fact(
        "domestic law ensures the disclosure of enough to identify the path of the communication", art(26, "b")
    )


R = fields(TrafficDataRegime)


def covers_several_providers(regime: TrafficDataRegime) -> Finding:
    """Whether traffic data can be preserved quickly however many service providers took part.

    Source: Art. 26(a).

    >>> covers_several_providers(TrafficDataRegime(available_for_several_providers=False)).truth.name
    'NO'
    """
    return all_of(
        "quick preservation does not depend on the number of service providers",
        art(26, "a"),
        given(regime, R.available_for_one_provider),
        given(regime, R.available_for_several_providers),
    )


def ensures_partial_disclosure(regime: TrafficDataRegime) -> Finding:
    """Whether the law ensures the quick disclosure of as much as leads to the service providers and the path.

    Source: Art. 26(b).

    >>> ensures_partial_disclosure(TrafficDataRegime(enough_for_path=False)).truth.name
    'NO'
    """
    return all_of(
        "domestic law ensures the quick disclosure of a sufficient amount of traffic data",
        art(26, "b"),
        given(regime, R.ensures_quick_disclosure),
        any_of(
            "the disclosure goes to the competent authority or to whom it designates",
            art(26, "b"),
            given(regime, R.to_authority),
            given(regime, R.to_designated_person),
        ),
        given(regime, R.enough_for_providers),
        given(regime, R.enough_for_path),
    )


@frozen(kw_only=True)
class PartialDisclosure(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """What was disclosed of preserved traffic data."""

    under_preservation: Fact = fact(
        "the traffic data are preserved, or are to be, under the power at home", art(26, "b")
    )
    expeditious: Fact = fact("the disclosure was quick", art(26, "b"))
    reached_authority: Fact = fact(
        "the disclosure reached the competent authority or the person whom it designated", art(26, "b")
    )
    identifies_providers: Fact = fact("the service providers can be identified from what was disclosed", art(26, "b"))
    identifies_path: Fact = fact(
        "the path of the communication can be identified from what was disclosed", art(26, "b")
    )


D = fields(PartialDisclosure)


def is_sufficient_amount(disclosure: PartialDisclosure) -> Finding:
    """Whether enough was disclosed: as much as identifies the service providers and the path, and nothing beyond.

    The rest of the data is a matter for other powers, such as an order to produce them.

    Source: Art. 26(b).

    >>> is_sufficient_amount(PartialDisclosure(identifies_providers=True, identifies_path=False)).truth.name
    'NO'
    """
    return all_of(
        "the amount of traffic data that was disclosed is sufficient",
        art(26, "b"),
        given(disclosure, D.identifies_providers),
        given(disclosure, D.identifies_path),
    )


def is_disclosed_as_required(disclosure: PartialDisclosure) -> Finding:
    """Whether a disclosure is the one that each State must ensure.

    Source: Art. 26(b).

    >>> is_disclosed_as_required(PartialDisclosure(expeditious=False)).truth.name
    'NO'
    """
    return all_of(
        "the traffic data were disclosed as each State must ensure",
        art(26, "b"),
        given(disclosure, D.under_preservation),
        given(disclosure, D.expeditious),
        given(disclosure, D.reached_authority),
        is_sufficient_amount(disclosure),
    )


checked(__name__)
