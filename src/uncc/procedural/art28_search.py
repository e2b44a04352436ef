"""Art. 28, search and seizure of stored data: the search, its extension, the seizure, and whoever knows the system."""

from __future__ import annotations

from enum import Enum

from attrs import fields, frozen

from uncc.kernel.declared import checked, not_one_of
from uncc.kernel.duties import Promptness
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, given
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings.chapter_4 import LawfulReach

__all__ = [
    "EXTENSION_SPEED",
    "KnowledgeOrder",
    "Search",
    "SearchExtension",
    "SearchRegime",
    "Seizure",
    "SeizurePower",
    "enables_extension",
    "enables_knowledge_orders",
    "enables_search",
    "enables_seizure",
    "includes_seizure_power",
    "must_enable_extension",
    "must_enable_knowledge_order",
    "must_enable_search",
    "must_enable_seizure",
]

EXTENSION_SPEED = Promptness.EXPEDITIOUSLY
"""How fast the authorities must be able to go on to a connected system (Art. 28(2))."""


class SeizurePower(Enum):
    """A power that the measures on seizure must include. The value is its stable name in JSON."""

    SECURE = "secure"
    COPY = "copy"
    KEEP_INTACT = "keep-intact"
    MAKE_INACCESSIBLE = "make-inaccessible"


@frozen(kw_only=True)
class SearchRegime(Facts, asked_of=Role.STATE_PARTY):
    """A State's law on searching systems and seizing data in its territory."""

    searches_systems: Fact = fact(
        "the competent authorities can search a system, a part of one and the data stored in it", art(28, 1, "a")
    )
    searches_media: Fact = fact(
        "the competent authorities can search a storage medium on which the data may be stored", art(28, 1, "b")
    )
    extends_searches: Fact = fact(
        "authorities that search a system can quickly go on to another one in the territory", art(28, 2)
    )
    seizes_accessed_data: Fact = fact(
        "the competent authorities can seize or secure the data that they have accessed", art(28, 3)
    )
    secures_systems: Fact = fact(
        "they can seize or secure a system, a part of one or a storage medium", art(28, 3, "a")
    )
    copies: Fact = fact("they can make electronic copies and keep them", art(28, 3, "b"))
    keeps_intact: Fact = fact("they can keep the stored data intact", art(28, 3, "c"))
    makes_inaccessible: Fact = fact(
        "they can make the data in the accessed system inaccessible, or remove them", art(28, 3, "d")
    )
    orders_knowledge: Fact = fact(
        "the competent authorities can order any person who knows the system or its protection to inform them, within "
        "reason",
        art(28, 4),
    )


R = fields(SearchRegime)


def enables_search(regime: SearchRegime) -> Finding:
    """Whether the law gives the power to search systems as well as storage media.

    Source: Art. 28(1), Art. 28(1)(a), Art. 28(1)(b).

    >>> enables_search(SearchRegime(searches_media=False)).truth.name
    'NO'
    """
    return all_of(
        "domestic law enables the search of systems and of storage media in the territory",
        art(28, 1),
        given(regime, R.searches_systems),
        given(regime, R.searches_media),
    )


def enables_extension(regime: SearchRegime) -> Finding:
    """Whether the law lets a search go on to a connected system in the territory.

    Source: Art. 28(2).

    >>> enables_extension(SearchRegime(extends_searches=True)).truth.name
    'YES'
    """
    return given(regime, R.extends_searches)


def includes_seizure_power(regime: SearchRegime, power: SeizurePower) -> Finding:
    """Whether the law includes one of the four powers on seizure.

    Source: Art. 28(3)(a), Art. 28(3)(b), Art. 28(3)(c), Art. 28(3)(d).

    >>> includes_seizure_power(SearchRegime(copies=False), SeizurePower.COPY).truth.name
    'NO'
    """
    match power:
        case SeizurePower.SECURE:
            return given(regime, R.secures_systems)
        case SeizurePower.COPY:
            return given(regime, R.copies)
        case SeizurePower.KEEP_INTACT:
            return given(regime, R.keeps_intact)
        case SeizurePower.MAKE_INACCESSIBLE:
            return given(regime, R.makes_inaccessible)
    raise not_one_of("power", power, SeizurePower)


def enables_seizure(regime: SearchRegime) -> Finding:
    """Whether the law gives the power to seize accessed data, with all four powers that it must include.

    Source: Art. 28(3).

    >>> enables_seizure(SearchRegime(makes_inaccessible=False)).truth.name
    'NO'
    """
    return all_of(
        "domestic law enables the seizure of accessed data, with every power that it must include",
        art(28, 3),
        given(regime, R.seizes_accessed_data),
        *(includes_seizure_power(regime, power) for power in SeizurePower),
    )


def enables_knowledge_orders(regime: SearchRegime) -> Finding:
    """Whether the law gives the power to order those who know a system to inform the authorities.

    Source: Art. 28(4).

    >>> enables_knowledge_orders(SearchRegime()).truth.name
    'UNKNOWN'
    """
    return given(regime, R.orders_knowledge)


@frozen(kw_only=True)
class Search(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """A search, or similar access, that the authorities would make."""

    of_system: Fact = fact("what is searched is a system, a part of one or the data stored in it", art(28, 1, "a"))
    of_medium: Fact = fact(
        "what is searched is a storage medium on which the data sought may be stored", art(28, 1, "b")
    )
    in_territory: Fact = fact("the system or medium is in the territory of the State", art(28, 1))


S = fields(Search)


def must_enable_search(search: Search) -> Finding:
    """Whether each State must empower its authorities to make this search.

    Source: Art. 28(1), Art. 28(1)(a), Art. 28(1)(b).

    >>> must_enable_search(Search(of_system=True, in_territory=False)).truth.name
    'NO'
    """
    return all_of(
        "the power to search must reach this search",
        art(28, 1),
        any_of(
            "what is searched is a system or a storage medium",
            art(28, 1),
            given(search, S.of_system),
            given(search, S.of_medium),
        ),
        given(search, S.in_territory),
    )


@frozen(kw_only=True)
class SearchExtension(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """The step from a system that is being searched to another one."""

    first_of_specific_system: Fact = fact(
        "the first search is of a specific system, or a part of one, under the power to search systems", art(28, 2)
    )
    grounds_for_other_system: Fact = fact(
        "the authorities have grounds to believe that the data sought are stored in another system", art(28, 2)
    )
    grounds_for_territory: Fact = fact(
        "the authorities have grounds to believe that this other system is in the territory of the State", art(28, 2)
    )
    accessible: Fact = fact("those data are accessible from the first system", art(28, 2))
    available: Fact = fact("those data are available to the first system", art(28, 2))
    lawfully: Fact = fact("they are so lawfully", art(28, 2))


X = fields(SearchExtension)


def must_enable_extension(extension: SearchExtension) -> Finding:
    """Whether each State must let its authorities go on, quickly, from the first system to the other one.

    Three conditions must be met at once: grounds to believe that the data are in the other system, that system in the
    territory, and data lawfully within reach of the first. What has to be lawful is a reading. A search of a storage
    medium does not lead on.

    Source: Art. 28(2).

    >>> must_enable_extension(SearchExtension(grounds_for_territory=False)).truth.name
    'NO'
    """
    return all_of(
        "the authorities must be able to go on to the other system",
        art(28, 2),
        given(extension, X.first_of_specific_system),
        given(extension, X.grounds_for_other_system),
        given(extension, X.grounds_for_territory),
        _is_lawfully_within_reach(extension),
    )


def _is_lawfully_within_reach(extension: SearchExtension) -> Finding:
    accessible, available = given(extension, X.accessible), given(extension, X.available)
    lawfully = given(extension, X.lawfully)
    return by_reading(
        "the data are lawfully within reach of the first system",
        LawfulReach,
        {
            LawfulReach.BOTH: all_of(
                "the data are within reach, and lawfully so",
                art(28, 2),
                any_of("the data are within reach", art(28, 2), accessible, available),
                lawfully,
            ),
            LawfulReach.ACCESS: any_of(
                "the data are lawfully accessible, or available",
                art(28, 2),
                all_of("the data are lawfully accessible", art(28, 2), accessible, lawfully),
                available,
            ),
        },
    )


@frozen(kw_only=True)
class Seizure(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """Data that the authorities would seize or similarly secure."""

    accessed_by_search: Fact = fact(
        "the data were accessed in a search of a system or medium, as the first paragraph provides", art(28, 3)
    )
    accessed_by_extension: Fact = fact(
        "the data were accessed in an extended search, as the second paragraph provides", art(28, 3)
    )
    data_in_territory: Fact = fact("the data are in the territory of the State", art(28, 3))


Z = fields(Seizure)


def must_enable_seizure(seizure: Seizure) -> Finding:
    """Whether each State must empower its authorities to seize or secure these data.

    Source: Art. 28(3).

    >>> must_enable_seizure(Seizure(accessed_by_search=True, data_in_territory=True)).truth.name
    'YES'
    """
    return all_of(
        "the power to seize must reach these data",
        art(28, 3),
        given(seizure, Z.data_in_territory),
        any_of(
            "the data were accessed as the first two paragraphs provide",
            art(28, 3),
            given(seizure, Z.accessed_by_search),
            given(seizure, Z.accessed_by_extension),
        ),
    )


@frozen(kw_only=True)
class KnowledgeOrder(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """An order to somebody to give information about a system. Anybody can be ordered who has the knowledge."""

    knows_system: Fact = fact("the person knows how the system or its components function", art(28, 4))
    knows_network: Fact = fact("the person knows how the network or its components function", art(28, 4))
    knows_protection: Fact = fact("the person knows the measures that protect the data", art(28, 4))
    information_necessary: Fact = fact(
        "the information is necessary to enable the search, its extension or the seizure", art(28, 4)
    )
    reasonable: Fact = fact("it is reasonable to ask for the information", art(28, 4))


K = fields(KnowledgeOrder)


def must_enable_knowledge_order(order: KnowledgeOrder) -> Finding:
    """Whether each State must empower its authorities to order this person to inform them.

    It is information that can be ordered, as far as that is reasonable; the safeguards of Art. 24 surround this power
    as every other.

    Source: Art. 28(4).

    >>> must_enable_knowledge_order(KnowledgeOrder(knows_protection=True, reasonable=False)).truth.name
    'NO'
    """
    return all_of(
        "the power to order information must reach this person",
        art(28, 4),
        any_of(
            "the person knows the system, the network or the protection of the data",
            art(28, 4),
            given(order, K.knows_system),
            given(order, K.knows_network),
            given(order, K.knows_protection),
        ),
        given(order, K.information_necessary),
        given(order, K.reasonable),
    )


checked(__name__)
