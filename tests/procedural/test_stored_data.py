"""Arts. 26 to 28: traffic data that are preserved, production orders, search and seizure; read from the text."""

from __future__ import annotations

import pytest

from tests.procedural.tables import differences, ignored
from uncc.kernel.duties import Promptness
from uncc.kernel.provisions import art
from uncc.procedural import (
    EXTENSION_SPEED,
    KnowledgeOrder,
    PartialDisclosure,
    ProductionOrder,
    ProductionRegime,
    Search,
    SearchExtension,
    SearchRegime,
    Seizure,
    SeizurePower,
    TrafficDataRegime,
    covers_several_providers,
    enables_extension,
    enables_knowledge_orders,
    enables_orders_to_persons,
    enables_orders_to_providers,
    enables_search,
    enables_seizure,
    ensures_partial_disclosure,
    includes_seizure_power,
    is_disclosed_as_required,
    is_sufficient_amount,
    must_enable_extension,
    must_enable_knowledge_order,
    must_enable_order,
    must_enable_order_to_person,
    must_enable_order_to_provider,
    must_enable_search,
    must_enable_seizure,
)
from uncc.readings import Readings
from uncc.readings.chapter_4 import LawfulReach, ProductionPlace

IN_TERRITORY = Readings.of(ProductionPlace.IN_TERRITORY)

# Art. 26


def test_26_a_one_provider_or_several() -> None:
    """Art. 26(a): available regardless of whether one or more providers took part."""
    names = ("available_for_one_provider", "available_for_several_providers")
    assert not differences(covers_several_providers, TrafficDataRegime, lambda w: all(w.values()), *names)


def test_26_b_the_law_ensures_disclosure() -> None:
    """Art. 26(b): quick, to the authority or whom it designates, enough for the providers and the path."""
    assert not differences(
        ensures_partial_disclosure,
        TrafficDataRegime,
        lambda w: (
            w["ensures_quick_disclosure"]
            and (w["to_authority"] or w["to_designated_person"])
            and w["enough_for_providers"]
            and w["enough_for_path"]
        ),
        "ensures_quick_disclosure",
        "to_authority",
        "to_designated_person",
        "enough_for_providers",
        "enough_for_path",
    )


def test_26_b_how_much_is_enough() -> None:
    """Art. 26(b): as much as identifies the providers and the path; neither alone, and nothing beyond."""
    assert not differences(
        is_sufficient_amount, PartialDisclosure, lambda w: w["identifies_providers"] and w["identifies_path"]
    )
    assert not differences(is_disclosed_as_required, PartialDisclosure, lambda w: all(w.values()))


# Art. 27


def test_27_the_law() -> None:
    """Art. 27(a) and (b): possession as well as control; every provider that offers services in the territory."""
    assert not differences(
        enables_orders_to_persons,
        ProductionRegime,
        lambda w: w["orders_persons"] and w["reaches_control"] and w["reaches_data_abroad"],
        "orders_persons",
        "reaches_control",
        "reaches_data_abroad",
    )
    assert not differences(
        lambda regime: enables_orders_to_persons(regime).under(IN_TERRITORY),
        ProductionRegime,
        lambda w: w["orders_persons"] and w["reaches_control"],
        "orders_persons",
        "reaches_control",
        "reaches_data_abroad",
    )
    assert not differences(
        enables_orders_to_providers,
        ProductionRegime,
        lambda w: w["orders_providers"] and w["reaches_every_provider"] and w["reaches_provider_control"],
        "orders_providers",
        "reaches_every_provider",
        "reaches_provider_control",
    )


PERSON = ("person_in_territory", "data_specified", "electronic_data", "stored", "possesses", "controls")
PROVIDER = (
    "service_provider",
    "offers_services",
    "subscriber_information",
    "relates_to_services",
    "possesses",
    "controls",
)


def test_27_a_persons() -> None:
    """Art. 27(a): a person in the territory, specified stored data, in possession or control."""
    assert not differences(
        must_enable_order_to_person,
        ProductionOrder,
        lambda w: (
            w["person_in_territory"]
            and w["data_specified"]
            and w["electronic_data"]
            and w["stored"]
            and (w["possesses"] or w["controls"])
        ),
        *PERSON,
    )


def test_27_a_the_place_of_the_data_is_a_reading() -> None:
    """Art. 27(a): data abroad are reached on the reading adopted, and not on the other."""
    order = dict.fromkeys(PERSON, True)
    assert must_enable_order_to_person(ProductionOrder(**order, data_in_territory=False)).is_yes
    assert not differences(
        lambda o: must_enable_order_to_person(o).under(IN_TERRITORY),
        ProductionOrder,
        lambda w: w["person_in_territory"] and w["data_in_territory"],
        "person_in_territory",
        "data_in_territory",
        data_specified=True,
        electronic_data=True,
        stored=True,
        controls=True,
    )


def test_27_b_providers() -> None:
    """Art. 27(b): services offered in the territory, subscriber information about them, possession or control."""
    assert not differences(
        must_enable_order_to_provider,
        ProductionOrder,
        lambda w: (
            w["service_provider"]
            and w["offers_services"]
            and w["subscriber_information"]
            and w["relates_to_services"]
            and (w["possesses"] or w["controls"])
        ),
        *PROVIDER,
    )


def test_27_b_does_not_ask_where_the_provider_or_the_data_are() -> None:
    """Art. 27(b): presence, the place of the data and even their being electronic or stored do not matter."""
    assert ignored(
        must_enable_order_to_provider,
        ProductionOrder,
        "person_in_territory",
        "data_in_territory",
        "electronic_data",
        "stored",
        "data_specified",
        **dict.fromkeys(PROVIDER, True),
    )


@pytest.mark.parametrize("offers", [False, True])
def test_27_content_of_a_foreign_provider_is_not_reached(offers: bool) -> None:
    """Art. 27: a provider outside the territory owes subscriber information, and no content."""
    order = ProductionOrder(
        person_in_territory=False, offers_services=offers, service_provider=True, subscriber_information=False
    )
    assert must_enable_order(order).is_no


def test_27_a_provider_in_the_territory_is_a_person_there() -> None:
    """Art. 27(a): content held by a provider in the territory is reached as that of any person."""
    order = ProductionOrder(**dict.fromkeys(PERSON, True), subscriber_information=False)
    assert must_enable_order(order).is_yes
    assert must_enable_order_to_provider(order).is_no


def test_27_either_power() -> None:
    """Art. 27: the two powers together, over their eight facts that differ most."""
    assert not differences(
        must_enable_order,
        ProductionOrder,
        lambda w: (
            w["controls"]
            and (
                (w["person_in_territory"] and w["electronic_data"] and w["stored"])
                or (w["offers_services"] and w["subscriber_information"] and w["relates_to_services"])
            )
        ),
        "person_in_territory",
        "electronic_data",
        "stored",
        "controls",
        "offers_services",
        "subscriber_information",
        "relates_to_services",
        service_provider=True,
        data_specified=True,
        possesses=False,
    )


# Art. 28

POWERS = {
    SeizurePower.SECURE: ("secures_systems", art(28, 3, "a")),
    SeizurePower.COPY: ("copies", art(28, 3, "b")),
    SeizurePower.KEEP_INTACT: ("keeps_intact", art(28, 3, "c")),
    SeizurePower.MAKE_INACCESSIBLE: ("makes_inaccessible", art(28, 3, "d")),
}


def test_28_1_systems_and_media() -> None:
    """Art. 28(1): the law reaches both; a search is of one or the other, in the territory."""
    names = ("searches_systems", "searches_media")
    assert not differences(enables_search, SearchRegime, lambda w: all(w.values()), *names)
    assert not differences(
        must_enable_search, Search, lambda w: (w["of_system"] or w["of_medium"]) and w["in_territory"]
    )


def test_28_2_three_conditions() -> None:
    """Art. 28(2): grounds to believe in another system, in the territory, and data lawfully within reach."""
    assert not differences(
        must_enable_extension,
        SearchExtension,
        lambda w: (
            w["first_of_specific_system"]
            and w["grounds_for_other_system"]
            and w["grounds_for_territory"]
            and (w["accessible"] or w["available"])
            and w["lawfully"]
        ),
    )
    assert not differences(
        lambda extension: must_enable_extension(extension).under(Readings.of(LawfulReach.ACCESS)),
        SearchExtension,
        lambda w: (
            w["first_of_specific_system"]
            and w["grounds_for_other_system"]
            and w["grounds_for_territory"]
            and ((w["accessible"] and w["lawfully"]) or w["available"])
        ),
    )
    assert not differences(enables_extension, SearchRegime, lambda w: w["extends_searches"], "extends_searches")
    assert EXTENSION_SPEED is Promptness.EXPEDITIOUSLY


@pytest.mark.parametrize("power", SeizurePower)
def test_28_3_each_of_the_four_powers(power: SeizurePower) -> None:
    """Art. 28(3)(a) to (d): each power is one item of the text."""
    name, provision = POWERS[power]
    assert not differences(lambda r: includes_seizure_power(r, power), SearchRegime, lambda w: w[name], name)
    assert includes_seizure_power(SearchRegime(), power).authority == (provision,)


def test_28_3_the_law_includes_all_four() -> None:
    """Art. 28(3): the measures include all four powers; a law with three falls short."""
    names = ("seizes_accessed_data", *(name for name, _ in POWERS.values()))
    assert not differences(enables_seizure, SearchRegime, lambda w: all(w.values()), *names)


def test_28_3_data_in_the_territory_accessed_lawfully() -> None:
    """Art. 28(3): data in the territory, accessed by a search or by its extension."""
    assert not differences(
        must_enable_seizure,
        Seizure,
        lambda w: w["data_in_territory"] and (w["accessed_by_search"] or w["accessed_by_extension"]),
    )


def test_28_4_whoever_knows_within_reason() -> None:
    """Art. 28(4): any person with the knowledge, for necessary information, as is reasonable."""
    assert not differences(
        must_enable_knowledge_order,
        KnowledgeOrder,
        lambda w: (
            (w["knows_system"] or w["knows_network"] or w["knows_protection"])
            and w["information_necessary"]
            and w["reasonable"]
        ),
    )
    assert not differences(enables_knowledge_orders, SearchRegime, lambda w: w["orders_knowledge"], "orders_knowledge")
