"""Art. 29, real-time collection of traffic data: by the authorities, through a provider, and in silence."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.kernel.declared import checked, not_one_of
from uncc.kernel.duties import Duty, shall
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, given
from uncc.kernel.life import KEPT_UP
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.procedural.provider_task import ProviderTask
from uncc.readings.chapter_4 import ProviderCompulsion

__all__ = [
    "TrafficCollection",
    "TrafficCollectionRegime",
    "duties_on_traffic_silence",
    "enables_traffic_collection",
    "enables_traffic_orders_to_providers",
    "may_ensure_traffic_collection_instead",
    "must_enable_traffic_collection",
    "must_enable_traffic_order_to_provider",
    "obliges_providers_to_traffic_silence",
]


@frozen(kw_only=True)
class TrafficCollectionRegime(Facts, asked_of=Role.STATE_PARTY):
    """A State's law on collecting traffic data in real time, for specified communications in its territory."""

    authorities_collect: Fact = fact(
        "the competent authorities can collect or record traffic data by technical means in the territory",
        art(29, 1, "a"),
    )
    principles_forbid: Fact = fact(
        "the principles of the domestic legal system keep the State from giving its authorities that power", art(29, 2)
    )
    ensures_otherwise: Fact = fact(
        "other measures ensure that traffic data are collected by technical means in the territory", art(29, 2)
    )
    compels_to_collect: Fact = fact(
        "the competent authorities can compel a service provider to collect or record traffic data, within its "
        "existing technical capability",
        art(29, 1, "b", "i"),
    )
    compels_to_assist: Fact = fact(
        "the competent authorities can compel a service provider to help them collect or record traffic data, within "
        "its existing technical capability",
        art(29, 1, "b", "ii"),
    )
    obliges_silence: Fact = fact(
        "domestic law obliges service providers to keep the execution of the power and all about it confidential",
        art(29, 3),
    )


R = fields(TrafficCollectionRegime)


def may_ensure_traffic_collection_instead(regime: TrafficCollectionRegime) -> Finding:
    """Whether a State may ensure the collection by other measures in place of a power of its own authorities.

    Only the principles of its legal system open this way; want of means or of will does not.

    Source: Art. 29(2).

    >>> may_ensure_traffic_collection_instead(TrafficCollectionRegime(principles_forbid=False)).truth.name
    'NO'
    """
    return given(regime, R.principles_forbid)


def enables_traffic_collection(regime: TrafficCollectionRegime) -> Finding:
    """Whether the law gives the authorities the power, or ensures the collection in the other way that is open.

    Source: Art. 29(1), Art. 29(1)(a), Art. 29(2).

    >>> regime = TrafficCollectionRegime(authorities_collect=False, principles_forbid=True, ensures_otherwise=True)
    >>> enables_traffic_collection(regime).truth.name
    'YES'
    """
    return any_of(
        "domestic law enables the real-time collection of traffic data",
        (art(29, 1, "a"), art(29, 2)),
        given(regime, R.authorities_collect),
        all_of(
            "principles of domestic law forbid that, and other measures ensure the collection",
            art(29, 2),
            may_ensure_traffic_collection_instead(regime),
            given(regime, R.ensures_otherwise),
        ),
    )


def enables_traffic_orders_to_providers(regime: TrafficCollectionRegime) -> Finding:
    """Whether the law gives the power to compel providers, to collect themselves or else to assist.

    Whether one of the two tasks is enough is a reading. The other way of the second paragraph does not replace this
    power: it stands in for that of the authorities alone.

    Source: Art. 29(1), Art. 29(1)(b), Art. 29(1)(b)(i), Art. 29(1)(b)(ii).

    >>> enables_traffic_orders_to_providers(TrafficCollectionRegime(compels_to_assist=True)).truth.name
    'YES'
    """
    tasks = (given(regime, R.compels_to_collect), given(regime, R.compels_to_assist))
    return by_reading(
        "domestic law enables the authorities to compel service providers",
        ProviderCompulsion,
        {
            ProviderCompulsion.EITHER: any_of("they can compel them to one task", art(29, 1, "b"), *tasks),
            ProviderCompulsion.BOTH: all_of("they can compel them to both tasks", art(29, 1, "b"), *tasks),
        },
    )


def obliges_providers_to_traffic_silence(regime: TrafficCollectionRegime) -> Finding:
    """Whether the law binds service providers to silence about the collection; the text sets no period for it.

    Source: Art. 29(3).

    >>> obliges_providers_to_traffic_silence(TrafficCollectionRegime(obliges_silence=False)).truth.name
    'NO'
    """
    return given(regime, R.obliges_silence)


@frozen(kw_only=True)
class TrafficCollection(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """A collection of traffic data that the authorities would make, or would have a provider make."""

    traffic_data: Fact = fact("what is collected are traffic data", art(29, 1))
    in_real_time: Fact = fact("they are collected in real time", art(29, 1))
    specified: Fact = fact("they are associated with specified communications", art(29, 1))
    communications_in_territory: Fact = fact("those communications are in the territory of the State", art(29, 1))
    by_system: Fact = fact("a system transmits those communications", art(29, 1))
    means_in_territory: Fact = fact(
        "the technical means are applied in the territory of the State", art(29, 1, "a"), art(29, 1, "b", "i")
    )
    service_provider: Fact = fact("whoever is to be compelled is a service provider", art(29, 1, "b"))
    within_capability: Fact = fact(
        "what is asked lies within the existing technical capability of the provider",
        art(29, 1, "b"),
        asked_of=Role.SERVICE_PROVIDER,
    )


C = fields(TrafficCollection)


def _object(collection: TrafficCollection) -> tuple[Finding, ...]:
    return (
        given(collection, C.traffic_data),
        given(collection, C.in_real_time),
        given(collection, C.specified),
        given(collection, C.communications_in_territory),
        given(collection, C.by_system),
    )


def must_enable_traffic_collection(collection: TrafficCollection) -> Finding:
    """Whether each State must empower its authorities to make this collection themselves.

    General collection, not tied to specified communications, is beyond this power.

    Source: Art. 29(1), Art. 29(1)(a).

    >>> must_enable_traffic_collection(TrafficCollection(specified=False)).truth.name
    'NO'
    """
    return all_of(
        "the power to collect traffic data must reach this collection",
        (art(29, 1), art(29, 1, "a")),
        given(collection, C.means_in_territory),
        *_object(collection),
    )


def must_enable_traffic_order_to_provider(collection: TrafficCollection, task: ProviderTask) -> Finding:
    """Whether each State must empower its authorities to compel the provider to this task.

    Never beyond what the provider is technically able to do already: it need not buy or build anything.

    Source: Art. 29(1), Art. 29(1)(b), Art. 29(1)(b)(i), Art. 29(1)(b)(ii).

    >>> must_enable_traffic_order_to_provider(
    ...     TrafficCollection(within_capability=False), ProviderTask.COLLECT).truth.name
    'NO'
    """
    return all_of(
        "the power to compel service providers must reach this order",
        (art(29, 1), art(29, 1, "b")),
        given(collection, C.service_provider),
        given(collection, C.within_capability),
        _performs(collection, task),
        *_object(collection),
    )


def _performs(collection: TrafficCollection, task: ProviderTask) -> Finding:
    match task:
        case ProviderTask.COLLECT:
            return given(collection, C.means_in_territory)
        case ProviderTask.ASSIST:
            return by_text(True, "the provider assists the authorities in their own collection", art(29, 1, "b", "ii"))
    raise not_one_of("task", task, ProviderTask)


def duties_on_traffic_silence(regime: TrafficCollectionRegime) -> tuple[Duty, ...]:
    """What does a service provider owe about the collection, once domestic law binds it?

    Others than service providers are not bound by this paragraph.

    Source: Art. 29(3).

    >>> duties_on_traffic_silence(TrafficCollectionRegime(obliges_silence=True))[0].trigger.truth.name
    'YES'
    """
    return (
        shall(
            "provider-silence-on-traffic-data",
            Role.SERVICE_PROVIDER,
            "keep the execution of the power and all information about it confidential",
            art(29, 3),
            obliges_providers_to_traffic_silence(regime),
            qualifications=("as domestic law must oblige it to",),
            life=KEPT_UP,
        ),
    )


checked(__name__)
