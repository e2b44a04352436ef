"""Art. 49: what a State's law must enable, or must be considered to enable, for the recovery of property."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall, shall_consider
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_text, given
from uncc.kernel.life import Life, found
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role

__all__ = [
    "ForeignOrder",
    "FreezingBasis",
    "ProsecutionBar",
    "RecoveryLaw",
    "duties_of_recovery",
    "is_case_without_conviction",
    "keeps_recovery_duties",
    "must_enable_effect",
    "must_enable_freezing_on_order",
    "must_enable_freezing_on_request",
]


@frozen(kw_only=True)
class ForeignOrder(Facts, asked_of=Role.REQUESTING_STATE):
    """An order of confiscation from abroad."""

    issued_by_court: Fact = fact("a court issued the order of confiscation", art(49, 1, "a"))
    of_another_party: Fact = fact("the court is that of another State Party", art(49, 1, "a"))
    property_from_offence: Fact = fact(
        "the property was acquired through, or involved in, an offence established in accordance with the Convention",
        art(49, 1),
    )


F = fields(ForeignOrder)


def must_enable_effect(order: ForeignOrder) -> Finding:
    """Whether an order is one to which a State's authorities must be permitted to give effect.

    Only a court's order: this paragraph, unlike the one on freezing, names no other authority.

    Source: Art. 49(1), Art. 49(1)(a).

    >>> must_enable_effect(ForeignOrder(issued_by_court=False)).truth.name
    'NO'
    """
    return all_of(
        "the order is one to which authorities must be permitted to give effect",
        (art(49, 1), art(49, 1, "a")),
        given(order, F.property_from_offence),
        given(order, F.issued_by_court),
        given(order, F.of_another_party),
    )


@frozen(kw_only=True)
class FreezingBasis(Facts, asked_of=Role.REQUESTED_STATE):
    """What stands behind a demand from abroad to freeze or seize property."""

    under_article_50: Fact = fact(
        "the demand is made by a request under the article on confiscation, for measures before it",
        art(49, 2),
        art(50, 2),
    )
    competent_order: Fact = fact(
        "a court or another competent authority of the requesting State issued the order of freezing or seizure",
        art(49, 2, "a"),
        asked_of=Role.REQUESTING_STATE,
    )
    sufficient_grounds: Fact = fact(
        "it gives a reasonable basis to believe that there are sufficient grounds to freeze or seize",
        art(49, 2, "a"),
        art(49, 2, "b"),
    )
    eventual_confiscation: Fact = fact(
        "it gives a reasonable basis to believe that an order of confiscation would eventually reach the property",
        art(49, 2, "a"),
        art(49, 2, "b"),
    )


B = fields(FreezingBasis)


def must_enable_freezing_on_order(basis: FreezingBasis) -> Finding:
    """Whether authorities must be permitted to freeze or seize upon this foreign order.

    The paragraph serves requests under Art. 50(2) alone; an order that reaches the State otherwise is outside it.

    Source: Art. 49(2), Art. 49(2)(a).

    >>> must_enable_freezing_on_order(FreezingBasis(competent_order=False)).truth.name
    'NO'
    """
    return all_of(
        "authorities must be permitted to freeze or seize upon the foreign order",
        (art(49, 2), art(49, 2, "a")),
        given(basis, B.under_article_50),
        given(basis, B.competent_order),
        _reasonable_basis(basis, art(49, 2, "a")),
    )


def must_enable_freezing_on_request(basis: FreezingBasis) -> Finding:
    """Whether authorities must be permitted to freeze or seize upon a request alone, without a foreign order.

    The request is one under Art. 50(2), and so concerns an offence of the Convention.

    Source: Art. 49(2), Art. 49(2)(b).

    >>> must_enable_freezing_on_request(
    ...     FreezingBasis(under_article_50=True, sufficient_grounds=True, eventual_confiscation=True)).truth.name
    'YES'
    """
    return all_of(
        "authorities must be permitted to freeze or seize upon the request",
        (art(49, 2), art(49, 2, "b")),
        given(basis, B.under_article_50),
        _reasonable_basis(basis, art(49, 2, "b")),
    )


def _reasonable_basis(basis: FreezingBasis, authority: Provision) -> Finding:
    return all_of(
        "there is a reasonable basis for both beliefs of the requested State",
        authority,
        given(basis, B.sufficient_grounds),
        given(basis, B.eventual_confiscation),
    )


@frozen(kw_only=True)
class ProsecutionBar(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """Why there is no criminal conviction on which confiscation could rest."""

    cannot_be_prosecuted: Fact = fact("the offender cannot be prosecuted", art(49, 1, "c"))
    by_death: Fact = fact("the reason is death", art(49, 1, "c"))
    by_flight: Fact = fact("the reason is flight", art(49, 1, "c"))
    by_absence: Fact = fact("the reason is absence", art(49, 1, "c"))
    otherwise_appropriate: Fact = fact(
        "the case is another in which confiscation without a conviction is appropriate", art(49, 1, "c")
    )


C = fields(ProsecutionBar)


def is_case_without_conviction(bar: ProsecutionBar) -> Finding:
    """Whether a case is one for which States shall consider confiscation without a criminal conviction.

    YES obliges no State to confiscate so: the duty is to consider measures that would allow it.

    Source: Art. 49(1)(c).

    >>> is_case_without_conviction(ProsecutionBar(cannot_be_prosecuted=True, by_flight=True)).truth.name
    'YES'
    """
    return any_of(
        "the case is one for confiscation without a criminal conviction",
        art(49, 1, "c"),
        all_of(
            "the offender cannot be prosecuted by reason of death, flight or absence",
            art(49, 1, "c"),
            given(bar, C.cannot_be_prosecuted),
            any_of(
                "the reason is one of those named",
                art(49, 1, "c"),
                given(bar, C.by_death),
                given(bar, C.by_flight),
                given(bar, C.by_absence),
            ),
        ),
        given(bar, C.otherwise_appropriate),
    )


@frozen(kw_only=True)
class RecoveryLaw(Facts, asked_of=Role.STATE_PARTY):
    """A State's law on the recovery of property through cooperation in confiscation."""

    foreign_orders: Fact = fact(
        "authorities are permitted to give effect to an order of confiscation of another State Party's court",
        art(49, 1, "a"),
    )
    by_adjudication: Fact = fact(
        "authorities can order the confiscation of property of foreign origin by adjudication of laundering or of "
        "another offence within their jurisdiction",
        art(49, 1, "b"),
    )
    by_other_procedures: Fact = fact(
        "authorities can order the confiscation of property of foreign origin by other procedures of domestic law",
        art(49, 1, "b"),
    )
    without_conviction: Fact = fact("domestic law allows confiscation without a criminal conviction", art(49, 1, "c"))
    without_conviction_considered: Fact = fact(
        "the State has considered allowing confiscation without a criminal conviction", art(49, 1, "c")
    )
    freezing_on_order: Fact = fact(
        "authorities are permitted to freeze or seize upon a well-founded foreign order", art(49, 2, "a")
    )
    freezing_on_request: Fact = fact(
        "authorities are permitted to freeze or seize upon a well-founded request", art(49, 2, "b")
    )
    further_measures: Fact = fact(
        "authorities are permitted to preserve property on further grounds, such as a foreign arrest or charge",
        art(49, 2, "c"),
    )
    further_measures_considered: Fact = fact(
        "the State has considered permitting its authorities to preserve property on further grounds", art(49, 2, "c")
    )


L = fields(RecoveryLaw)


def _property_of_foreign_origin(law: RecoveryLaw) -> Finding:
    return any_of(
        "authorities can themselves order the confiscation of property of foreign origin",
        art(49, 1, "b"),
        given(law, L.by_adjudication),
        given(law, L.by_other_procedures),
    )


def _conviction_considered(law: RecoveryLaw) -> Finding:
    return any_of(
        "confiscation without a criminal conviction was considered, or is there",
        art(49, 1, "c"),
        given(law, L.without_conviction_considered),
        given(law, L.without_conviction),
    )


def _further_considered(law: RecoveryLaw) -> Finding:
    return any_of(
        "further measures to preserve property were considered, or are there",
        art(49, 2, "c"),
        given(law, L.further_measures_considered),
        given(law, L.further_measures),
    )


def keeps_recovery_duties(law: RecoveryLaw) -> Finding:
    """Whether a State's law does what it shall for the recovery of property.

    Where the duty is to consider, having considered is enough: a State that then takes no measure keeps it.

    Source: Art. 49(1), Art. 49(1)(a), Art. 49(1)(b), Art. 49(1)(c), Art. 49(2), Art. 49(2)(a), Art. 49(2)(b),
    Art. 49(2)(c).

    >>> keeps_recovery_duties(RecoveryLaw(
    ...     foreign_orders=True, by_adjudication=True, freezing_on_order=True, freezing_on_request=True,
    ...     without_conviction=False, without_conviction_considered=True, further_measures_considered=True)).truth.name
    'YES'
    """
    return all_of(
        "domestic law does what it shall for the recovery of property",
        (art(49, 1), art(49, 2)),
        given(law, L.foreign_orders),
        _property_of_foreign_origin(law),
        _conviction_considered(law),
        given(law, L.freezing_on_order),
        given(law, L.freezing_on_request),
        _further_considered(law),
    )


OWN_LAW = "in accordance with its domestic law"


def _owed(paragraph: Provision) -> Finding:
    return by_text(True, "every State Party owes it", paragraph)


def duties_of_recovery(law: RecoveryLaw) -> tuple[Duty, ...]:
    """What must a State do, or consider, for the recovery of property?

    Each is owed by every State. What its law has or lacks, the `life` of a duty tells.

    Source: Art. 49(1)(a), Art. 49(1)(b), Art. 49(1)(c), Art. 49(2)(a), Art. 49(2)(b), Art. 49(2)(c).

    >>> [duty.modality.words for duty in duties_of_recovery(RecoveryLaw())]
    ['shall', 'shall', 'shall consider', 'shall', 'shall', 'shall consider']
    """
    return (
        shall(
            "permit-foreign-orders",
            Role.STATE_PARTY,
            "permit its authorities to give effect to orders of confiscation of other Parties' courts",
            art(49, 1, "a"),
            _owed(art(49, 1, "a")),
            qualifications=(OWN_LAW,),
            life=Life(lasts=True, broken=found(~given(law, L.foreign_orders))),
        ),
        shall(
            "permit-own-orders",
            Role.STATE_PARTY,
            "permit its authorities to order the confiscation of property of foreign origin",
            art(49, 1, "b"),
            _owed(art(49, 1, "b")),
            qualifications=(OWN_LAW, "where they have jurisdiction"),
            life=Life(lasts=True, broken=found(~_property_of_foreign_origin(law))),
        ),
        shall_consider(
            "consider-no-conviction",
            Role.STATE_PARTY,
            "allowing confiscation without a criminal conviction",
            art(49, 1, "c"),
            _owed(art(49, 1, "c")),
            qualifications=(OWN_LAW, "in cases of death, flight or absence, or in other appropriate cases"),
            life=Life(done=found(_conviction_considered(law))),
        ),
        shall(
            "permit-freezing-on-order",
            Role.STATE_PARTY,
            "permit its authorities to freeze or seize upon a well-founded foreign order",
            art(49, 2, "a"),
            _owed(art(49, 2, "a")),
            qualifications=(OWN_LAW,),
            life=Life(lasts=True, broken=found(~given(law, L.freezing_on_order))),
        ),
        shall(
            "permit-freezing-on-request",
            Role.STATE_PARTY,
            "permit its authorities to freeze or seize upon a well-founded request",
            art(49, 2, "b"),
            _owed(art(49, 2, "b")),
            qualifications=(OWN_LAW,),
            life=Life(lasts=True, broken=found(~given(law, L.freezing_on_request))),
        ),
        shall_consider(
            "consider-further-measures",
            Role.STATE_PARTY,
            "permitting its authorities to preserve property on further grounds",
            art(49, 2, "c"),
            _owed(art(49, 2, "c")),
            qualifications=(OWN_LAW,),
            life=Life(done=found(_further_considered(law))),
        ),
    )


checked(__name__)
