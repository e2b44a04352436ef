"""Arts. 29 and 30: real-time traffic data and the interception of content, read from the text side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.procedural.tables import differences, ignored
from uncc.kernel.duties import Modality
from uncc.kernel.facts import Facts
from uncc.kernel.findings import Truth
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.procedural import (
    Interception,
    InterceptionRegime,
    ProviderTask,
    TrafficCollection,
    TrafficCollectionRegime,
    determines_range,
    duties_on_interception_silence,
    duties_on_traffic_silence,
    enables_interception,
    enables_interception_orders_to_providers,
    enables_traffic_collection,
    enables_traffic_orders_to_providers,
    may_ensure_interception_instead,
    may_ensure_traffic_collection_instead,
    must_enable_interception,
    must_enable_interception_order_to_provider,
    must_enable_traffic_collection,
    must_enable_traffic_order_to_provider,
    obliges_providers_to_interception_silence,
    obliges_providers_to_traffic_silence,
)
from uncc.readings import Readings
from uncc.readings.chapter_4 import ProviderCompulsion

LAWS: dict[int, tuple[type[Facts], Any, Any, Any, Any]] = {
    29: (
        TrafficCollectionRegime,
        may_ensure_traffic_collection_instead,
        enables_traffic_collection,
        enables_traffic_orders_to_providers,
        obliges_providers_to_traffic_silence,
    ),
    30: (
        InterceptionRegime,
        may_ensure_interception_instead,
        enables_interception,
        enables_interception_orders_to_providers,
        obliges_providers_to_interception_silence,
    ),
}
USES: dict[int, tuple[type[Facts], Any, Any]] = {
    29: (TrafficCollection, must_enable_traffic_collection, must_enable_traffic_order_to_provider),
    30: (Interception, must_enable_interception, must_enable_interception_order_to_provider),
}
WHAT = {
    29: ("traffic_data", "in_real_time", "specified", "communications_in_territory", "by_system"),
    30: ("in_range", "content_data", "in_real_time", "specified", "communications_in_territory", "by_system"),
}
both = pytest.mark.parametrize("article", [29, 30])


@both
def test_paragraph_1_a_or_the_other_way_of_paragraph_2(article: int) -> None:
    """Arts. 29 and 30, (1)(a) and (2): the authorities' own power, or another way where principles forbid it."""
    model, instead, enables, _, _ = LAWS[article]
    names = ("authorities_collect", "principles_forbid", "ensures_otherwise")
    assert not differences(
        enables,
        model,
        lambda w: w["authorities_collect"] or (w["principles_forbid"] and w["ensures_otherwise"]),
        *names,
    )
    assert not differences(instead, model, lambda w: w["principles_forbid"], "principles_forbid")


@both
def test_paragraph_1_b_one_task_or_both(article: int) -> None:
    """Arts. 29 and 30, (1)(b): the tasks are joined by "or"; whether one is enough is a reading."""
    model, _, _, orders, _ = LAWS[article]
    names = ("compels_to_collect", "compels_to_assist")
    assert not differences(orders, model, lambda w: any(w.values()), *names)
    both = Readings.of(ProviderCompulsion.BOTH)
    assert not differences(lambda r: orders(r).under(both), model, lambda w: all(w.values()), *names)


@both
def test_paragraph_2_does_not_stand_in_for_the_providers(article: int) -> None:
    """Arts. 29 and 30, (2): it replaces the first power alone; providers must be within reach all the same."""
    model, _, _, orders, _ = LAWS[article]
    assert ignored(
        orders,
        model,
        "principles_forbid",
        "ensures_otherwise",
        compels_to_collect=False,
        compels_to_assist=False,
    )


@both
def test_paragraph_3_silence_of_providers(article: int) -> None:
    """Arts. 29 and 30, (3): the law obliges service providers; the text sets no period and binds no others."""
    model, _, _, _, silence = LAWS[article]
    assert not differences(silence, model, lambda w: w["obliges_silence"], "obliges_silence")


@both
@pytest.mark.parametrize("obliged", [None, False, True])
def test_paragraph_3_duty(article: int, obliged: bool | None) -> None:
    """Arts. 29 and 30, (3): a duty of the service provider, once the law binds it, without an end."""
    duty = (
        duties_on_traffic_silence(TrafficCollectionRegime(obliges_silence=obliged))[0]
        if article == 29
        else duties_on_interception_silence(InterceptionRegime(obliges_silence=obliged))[0]
    )
    assert (duty.bearer, duty.modality, duty.deadline) == (Role.SERVICE_PROVIDER, Modality.SHALL, None)
    assert duty.authority == (art(article, 3),)
    assert duty.trigger.truth is Truth.of(obliged)


@both
def test_paragraph_1_a_what_the_authorities_collect(article: int) -> None:
    """Arts. 29 and 30, (1)(a): specified communications in the territory, in real time, by means in the territory."""
    model, collects, _ = USES[article]
    assert not differences(collects, model, lambda w: all(w.values()), *WHAT[article], "means_in_territory")
    known = dict.fromkeys((*WHAT[article], "means_in_territory"), True)
    assert ignored(collects, model, "within_capability", "service_provider", **known)


def of_provider(article: int, task: ProviderTask, world: Mapping[str, bool]) -> bool:
    """Arts. 29 and 30, (1)(b): a provider, within its capability; to collect with means in the territory, or assist."""
    here = task is ProviderTask.ASSIST or world["means_in_territory"]
    fixed = all(world[name] for name in ("specified", "communications_in_territory"))
    return world["service_provider"] and world["within_capability"] and here and fixed


@both
@pytest.mark.parametrize("task", ProviderTask)
def test_paragraph_1_b_what_a_provider_can_be_compelled_to(article: int, task: ProviderTask) -> None:
    """Arts. 29 and 30, (1)(b): never beyond the existing technical capability."""
    model, _, orders = USES[article]
    names = ("service_provider", "within_capability", "means_in_territory", "specified", "communications_in_territory")
    fixed = {name: True for name in WHAT[article] if name not in names}
    assert not differences(
        lambda use: orders(use, task), model, lambda w: of_provider(article, task, w), *names, **fixed
    )


@both
@pytest.mark.parametrize("task", ProviderTask)
def test_paragraph_1_every_mark_counts(article: int, task: ProviderTask) -> None:
    """Arts. 29 and 30, (1): without any one of its marks the measure is beyond the power."""
    model, collects, orders = USES[article]
    known: dict[str, Any] = dict.fromkeys(
        (*WHAT[article], "means_in_territory", "service_provider", "within_capability"), True
    )
    assert orders(model(**known), task).is_yes
    for name in WHAT[article]:
        without = model(**{**known, name: False})
        assert orders(without, task).is_no
        assert collects(without).is_no


def test_30_1_a_range_of_serious_offences() -> None:
    """Art. 30(1): domestic law determines the range; the article on traffic data has none."""
    assert not differences(determines_range, InterceptionRegime, lambda w: w["range_determined"], "range_determined")
    assert "in_range" in Interception.questions()
    assert "in_range" not in TrafficCollection.questions()
    assert "range_determined" not in TrafficCollectionRegime.questions()
