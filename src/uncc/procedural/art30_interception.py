"""Art. 30, interception of content data: for serious offences, by the authorities, through a provider, in silence."""

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
    "Interception",
    "InterceptionRegime",
    "determines_range",
    "duties_on_interception_silence",
    "enables_interception",
    "enables_interception_orders_to_providers",
    "may_ensure_interception_instead",
    "must_enable_interception",
    "must_enable_interception_order_to_provider",
    "obliges_providers_to_interception_silence",
]


@frozen(kw_only=True)
class InterceptionRegime(Facts, asked_of=Role.STATE_PARTY):
    """A State's law on intercepting content data, for specified communications in its territory."""

    range_determined: Fact = fact(
        "domestic law determines a range of serious criminal offences for which content data can be intercepted",
        art(30, 1),
    )
    authorities_collect: Fact = fact(
        "the competent authorities can collect or record content data by technical means in the territory",
        art(30, 1, "a"),
    )
    principles_forbid: Fact = fact(
        "the principles of the domestic legal system keep the State from giving its authorities that power", art(30, 2)
    )
    ensures_otherwise: Fact = fact(
        "other measures ensure that content data are collected by technical means in the territory", art(30, 2)
    )
    compels_to_collect: Fact = fact(
        "the competent authorities can compel a service provider to collect or record content data, within its "
        "existing technical capability",
        art(30, 1, "b", "i"),
    )
    compels_to_assist: Fact = fact(
        "the competent authorities can compel a service provider to help them collect or record content data, within "
        "its existing technical capability",
        art(30, 1, "b", "ii"),
    )
    obliges_silence: Fact = fact(
        "domestic law obliges service providers to keep the execution of the power and all about it confidential",
        art(30, 3),
    )


R = fields(InterceptionRegime)


def determines_range(regime: InterceptionRegime) -> Finding:
    """Whether domestic law determines the serious offences for which content data can be intercepted.

    Which they are is left to it: the text does not use the term that Art. 2(h) defines.

    Source: Art. 30(1).

    >>> determines_range(InterceptionRegime(range_determined=True)).truth.name
    'YES'
    """
    return given(regime, R.range_determined)


def may_ensure_interception_instead(regime: InterceptionRegime) -> Finding:
    """Whether a State may ensure interception by other measures in place of a power of its own authorities.

    Only the principles of its legal system open this way; want of means or of will does not.

    Source: Art. 30(2).

    >>> may_ensure_interception_instead(InterceptionRegime(principles_forbid=False)).truth.name
    'NO'
    """
    return given(regime, R.principles_forbid)


def enables_interception(regime: InterceptionRegime) -> Finding:
    """Whether the law gives the authorities the power, or ensures interception in the other way that is open.

    Source: Art. 30(1), Art. 30(1)(a), Art. 30(2).

    >>> regime = InterceptionRegime(authorities_collect=False, principles_forbid=True, ensures_otherwise=True)
    >>> enables_interception(regime).truth.name
    'YES'
    """
    return any_of(
        "domestic law enables the interception of content data",
        (art(30, 1, "a"), art(30, 2)),
        given(regime, R.authorities_collect),
        all_of(
            "principles of domestic law forbid that, and other measures ensure the interception",
            art(30, 2),
            may_ensure_interception_instead(regime),
            given(regime, R.ensures_otherwise),
        ),
    )


def enables_interception_orders_to_providers(regime: InterceptionRegime) -> Finding:
    """Whether the law gives the power to compel providers, to collect themselves or else to assist.

    Whether one of the two tasks is enough is a reading. The other way of the second paragraph does not replace this
    power: it stands in for that of the authorities alone.

    Source: Art. 30(1), Art. 30(1)(b), Art. 30(1)(b)(i), Art. 30(1)(b)(ii).

    >>> enables_interception_orders_to_providers(InterceptionRegime(compels_to_assist=True)).truth.name
    'YES'
    """
    tasks = (given(regime, R.compels_to_collect), given(regime, R.compels_to_assist))
    return by_reading(
        "domestic law enables the authorities to compel service providers",
        ProviderCompulsion,
        {
            ProviderCompulsion.EITHER: any_of("they can compel them to one task", art(30, 1, "b"), *tasks),
            ProviderCompulsion.BOTH: all_of("they can compel them to both tasks", art(30, 1, "b"), *tasks),
        },
    )


def obliges_providers_to_interception_silence(regime: InterceptionRegime) -> Finding:
    """Whether the law binds service providers to silence about the interception; the text sets no period for it.

    Source: Art. 30(3).

    >>> obliges_providers_to_interception_silence(InterceptionRegime(obliges_silence=False)).truth.name
    'NO'
    """
    return given(regime, R.obliges_silence)


@frozen(kw_only=True)
class Interception(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """An interception of content data that the authorities would make, or would have a provider make."""

    in_range: Fact = fact(
        "the offence is one of the serious criminal offences that domestic law determines",
        art(30, 1),
        asked_of=Role.STATE_PARTY,
    )
    content_data: Fact = fact("what is collected are content data", art(30, 1))
    in_real_time: Fact = fact("they are collected in real time", art(30, 1))
    specified: Fact = fact("they are those of specified communications", art(30, 1))
    communications_in_territory: Fact = fact("those communications are in the territory of the State", art(30, 1))
    by_system: Fact = fact("a system transmits those communications", art(30, 1))
    means_in_territory: Fact = fact(
        "the technical means are applied in the territory of the State", art(30, 1, "a"), art(30, 1, "b", "i")
    )
    service_provider: Fact = fact("whoever is to be compelled is a service provider", art(30, 1, "b"))
    within_capability: Fact = fact(
        "what is asked lies within the existing technical capability of the provider",
        art(30, 1, "b"),
        asked_of=Role.SERVICE_PROVIDER,
    )


C = fields(Interception)


def _object(interception: Interception) -> tuple[Finding, ...]:
    return (
        given(interception, C.in_range),
        given(interception, C.content_data),
        given(interception, C.in_real_time),
        given(interception, C.specified),
        given(interception, C.communications_in_territory),
        given(interception, C.by_system),
    )


def must_enable_interception(interception: Interception) -> Finding:
    """Whether each State must empower its authorities to make this interception themselves.

    General interception, not tied to specified communications, is beyond this power.

    Source: Art. 30(1), Art. 30(1)(a).

    >>> must_enable_interception(Interception(specified=False)).truth.name
    'NO'
    """
    return all_of(
        "the power to intercept content data must reach this interception",
        (art(30, 1), art(30, 1, "a")),
        given(interception, C.means_in_territory),
        *_object(interception),
    )


def must_enable_interception_order_to_provider(interception: Interception, task: ProviderTask) -> Finding:
    """Whether each State must empower its authorities to compel the provider to this task.

    Never beyond what the provider is technically able to do already: it need not buy or build anything.

    Source: Art. 30(1), Art. 30(1)(b), Art. 30(1)(b)(i), Art. 30(1)(b)(ii).

    >>> must_enable_interception_order_to_provider(
    ...     Interception(within_capability=False), ProviderTask.COLLECT).truth.name
    'NO'
    """
    return all_of(
        "the power to compel service providers must reach this order",
        (art(30, 1), art(30, 1, "b")),
        given(interception, C.service_provider),
        given(interception, C.within_capability),
        _performs(interception, task),
        *_object(interception),
    )


def _performs(interception: Interception, task: ProviderTask) -> Finding:
    match task:
        case ProviderTask.COLLECT:
            return given(interception, C.means_in_territory)
        case ProviderTask.ASSIST:
            return by_text(True, "the provider assists the authorities in their own collection", art(30, 1, "b", "ii"))
    raise not_one_of("task", task, ProviderTask)


def duties_on_interception_silence(regime: InterceptionRegime) -> tuple[Duty, ...]:
    """What does a service provider owe about the interception, once domestic law binds it?

    Others than service providers are not bound by this paragraph.

    Source: Art. 30(3).

    >>> duties_on_interception_silence(InterceptionRegime(obliges_silence=True))[0].trigger.truth.name
    'YES'
    """
    return (
        shall(
            "provider-silence-on-interception",
            Role.SERVICE_PROVIDER,
            "keep the execution of the power and all information about it confidential",
            art(30, 3),
            obliges_providers_to_interception_silence(regime),
            qualifications=("as domestic law must oblige it to",),
            life=KEPT_UP,
        ),
    )


checked(__name__)
