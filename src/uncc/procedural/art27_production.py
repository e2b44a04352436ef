"""Art. 27, production orders: who can be ordered to submit what, and how far the power must reach."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.kernel.declared import checked
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, given
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings.chapter_4 import ProductionPlace

__all__ = [
    "ProductionOrder",
    "ProductionRegime",
    "enables_orders_to_persons",
    "enables_orders_to_providers",
    "must_enable_order",
    "must_enable_order_to_person",
    "must_enable_order_to_provider",
]


@frozen(kw_only=True)
class ProductionRegime(Facts, asked_of=Role.STATE_PARTY):
    """A State's law on orders to submit data."""

    orders_persons: Fact = fact(
        "the competent authorities can order a person in the territory to submit specified stored data", art(27, "a")
    )
    reaches_control: Fact = fact(
        "such an order reaches data that the person controls as well as those that the person possesses", art(27, "a")
    )
    reaches_data_abroad: Fact = fact("such an order reaches data wherever they are stored", art(27, "a"))
    orders_providers: Fact = fact(
        "the competent authorities can order a service provider to submit subscriber information", art(27, "b")
    )
    reaches_every_provider: Fact = fact(
        "such an order reaches every provider that offers its services in the territory, wherever it is established",
        art(27, "b"),
    )
    reaches_provider_control: Fact = fact(
        "such an order reaches information that the provider controls as well as what it possesses", art(27, "b")
    )


R = fields(ProductionRegime)


def enables_orders_to_persons(regime: ProductionRegime) -> Finding:
    """Whether the law gives the power to order a person in the territory to submit specified stored data.

    That the power reach data stored abroad is asked on the reading adopted.

    Source: Art. 27(a).

    >>> enables_orders_to_persons(ProductionRegime(reaches_control=False)).truth.name
    'NO'
    """
    return all_of(
        "domestic law enables production orders to persons in the territory",
        art(27, "a"),
        given(regime, R.orders_persons),
        given(regime, R.reaches_control),
        by_reading(
            "the power reaches as far as the place of the data may matter",
            ProductionPlace,
            {
                ProductionPlace.ANYWHERE: given(regime, R.reaches_data_abroad),
                ProductionPlace.IN_TERRITORY: by_text(True, "data in the territory are enough", art(27, "a")),
            },
        ),
    )


def enables_orders_to_providers(regime: ProductionRegime) -> Finding:
    """Whether the law gives the power to order providers that offer services in the territory, foreign ones included.

    It must reach what a provider controls as well as what it possesses, as the power against persons must.

    Source: Art. 27(b).

    >>> enables_orders_to_providers(ProductionRegime(reaches_every_provider=False)).truth.name
    'NO'
    """
    return all_of(
        "domestic law enables orders to every provider that offers services in the territory",
        art(27, "b"),
        given(regime, R.orders_providers),
        given(regime, R.reaches_every_provider),
        given(regime, R.reaches_provider_control),
    )


@frozen(kw_only=True)
class ProductionOrder(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """An order to submit data, made or intended: to whom, and for what."""

    person_in_territory: Fact = fact("the person to be ordered is in the territory of the State", art(27, "a"))
    data_specified: Fact = fact("the order specifies the data", art(27, "a"))
    electronic_data: Fact = fact("what is ordered are electronic data", art(27, "a"))
    stored: Fact = fact("the data are stored in a system or on a storage medium", art(27, "a"))
    data_in_territory: Fact = fact("the data are stored in the territory of the State", art(27, "a"))
    possesses: Fact = fact(
        "whoever is ordered has what is ordered", art(27, "a"), art(27, "b"), asked_of=Role.CUSTODIAN
    )
    controls: Fact = fact(
        "whoever is ordered controls what is ordered", art(27, "a"), art(27, "b"), asked_of=Role.CUSTODIAN
    )
    service_provider: Fact = fact("whoever is ordered is a service provider", art(27, "b"))
    offers_services: Fact = fact("the provider offers its services in the territory of the State", art(27, "b"))
    subscriber_information: Fact = fact("what is ordered is subscriber information", art(27, "b"))
    relates_to_services: Fact = fact(
        "that information relates to the services offered in the territory",
        art(27, "b"),
        asked_of=Role.SERVICE_PROVIDER,
    )


O = fields(ProductionOrder)  # noqa: E741


def _has_or_controls(order: ProductionOrder) -> Finding:
    return any_of(
        "what is ordered is in the possession or control of whoever is ordered",
        (art(27, "a"), art(27, "b")),
        given(order, O.possesses),
        given(order, O.controls),
    )


def must_enable_order_to_person(order: ProductionOrder) -> Finding:
    """Whether each State must empower its authorities to make this order against a person in its territory.

    The data may be of any category. That they be stored in the territory is not asked, on the reading adopted. NO says
    that the Convention asks for no such power, and not that domestic law may have none.

    Source: Art. 27(a).

    >>> must_enable_order_to_person(ProductionOrder(person_in_territory=False)).truth.name
    'NO'
    """
    return all_of(
        "the power to order persons in the territory must reach this order",
        art(27, "a"),
        given(order, O.person_in_territory),
        given(order, O.data_specified),
        given(order, O.electronic_data),
        _has_or_controls(order),
        given(order, O.stored),
        by_reading(
            "the place of the data does not stand in the way",
            ProductionPlace,
            {
                ProductionPlace.ANYWHERE: by_text(True, "the place of the data does not matter", art(27, "a")),
                ProductionPlace.IN_TERRITORY: given(order, O.data_in_territory),
            },
        ),
    )


def must_enable_order_to_provider(order: ProductionOrder) -> Finding:
    """Whether each State must empower its authorities to make this order against a service provider.

    The provider need be neither established nor present in the territory, but what can be ordered is subscriber
    information alone, and only about the services that it offers there.

    Source: Art. 27(b).

    >>> must_enable_order_to_provider(ProductionOrder(subscriber_information=False)).truth.name
    'NO'
    """
    return all_of(
        "the power to order service providers must reach this order",
        art(27, "b"),
        given(order, O.service_provider),
        given(order, O.offers_services),
        given(order, O.subscriber_information),
        given(order, O.relates_to_services),
        _has_or_controls(order),
    )


def must_enable_order(order: ProductionOrder) -> Finding:
    """Whether one of the two powers must reach this order; a provider in the territory is a person there as well.

    Source: Art. 27(a), Art. 27(b).

    >>> must_enable_order(ProductionOrder(person_in_territory=False, offers_services=False)).truth.name
    'NO'
    """
    return any_of(
        "one of the two powers to order production must reach this order",
        (art(27, "a"), art(27, "b")),
        must_enable_order_to_person(order),
        must_enable_order_to_provider(order),
    )


checked(__name__)
