"""Rules that are wrong on purpose, each in one way, to show that the proof finds it."""

from __future__ import annotations

from itertools import count

from attrs import fields, frozen

from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, Kind, all_of, any_of, derived, given
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

LAW = art(42, 6)


@frozen(kw_only=True)
class Weather(Facts, asked_of=Role.CASE_HOLDER):
    """Three facts of no importance."""

    rains: Fact = fact("it rains", LAW)
    blows: Fact = fact("the wind blows", LAW)
    freezes: Fact = fact("it freezes", LAW)


W = fields(Weather)
_calls = count()


def mentions_twice(weather: Weather) -> Finding:
    """Rain or none, which is always so, left to strong Kleene logic."""
    return any_of("it rains or it does not", LAW, given(weather, W.rains), ~given(weather, W.rains))


def folds_unknown_into_no(weather: Weather) -> Finding:
    """Take what is not known for false."""
    return all_of(
        "it is a storm",
        LAW,
        derived(bool(weather.rains), "it surely rains", LAW),
        given(weather, W.blows),
    )


def cites_nothing(weather: Weather) -> Finding:
    """Rest on a circumstance without a provision."""
    return all_of("it is a storm", LAW, given(weather, W.rains), derived(True, "the sky is grey"))


def ends_in_nothing(weather: Weather) -> Finding:
    """Have a contested reading without an answer for its reason."""
    bare = Finding(given(weather, W.rains).truth, "it is wet", (LAW,), Kind.READING)
    return all_of("it is a storm", LAW, bare, given(weather, W.blows))


def forgets_a_question(weather: Weather) -> Finding:
    """Ask about the wind only once something is known."""
    if weather.rains is None and weather.blows is None:
        return derived(None, "it rains", LAW)
    return all_of("it is a storm", LAW, given(weather, W.rains), given(weather, W.blows))


def keeps_a_fact_to_itself(weather: Weather) -> Finding:
    """Doubt because of a fact, and tell of another circumstance that is open whether or not the fact is known."""
    storm = given(weather, W.blows)
    return all_of("it is a storm", LAW, ~storm if weather.rains else storm)


def confuses_two(one: Weather, other: Weather) -> Finding:
    """Ask about two things in the same words."""
    return all_of("it rains on both", LAW, given(one, W.rains), given(other, W.rains))


def changes_its_mind(weather: Weather) -> Finding:
    """Answer in other words every second time."""
    words = "it is a storm" if next(_calls) % 2 else "there is a storm"
    return all_of(words, LAW, given(weather, W.rains))


def doubts_to_the_end(weather: Weather) -> Finding:
    """Doubt whatever is known."""
    return all_of("it hails", LAW, given(weather, W.rains), derived(None, "the hail is large", LAW))
