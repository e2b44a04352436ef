"""Art. 24: conditions and safeguards, read from the text."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.procedural.tables import differences, ignored
from uncc.kernel.duties import Modality
from uncc.kernel.findings import Truth
from uncc.kernel.provisions import art
from uncc.procedural import (
    PowerExercise,
    Safeguard,
    SafeguardReview,
    duties_on_third_parties,
    has_considered_third_parties,
    includes_safeguard,
    includes_safeguards,
    is_subject_to_safeguards,
    safeguards_apply,
)
from uncc.testing import collections_of

ALWAYS = (
    "bounds_establishment",
    "bounds_implementation",
    "bounds_application",
    "protects_human_rights",
    "incorporates_proportionality",
)
SIMPLE = {
    Safeguard.REMEDY: ("needs_remedy", "effective_remedy"),
    Safeguard.GROUNDS: ("needs_grounds", "justifying_grounds"),
    Safeguard.LIMITED_SCOPE: ("needs_limited_scope", "limited_scope"),
    Safeguard.LIMITED_DURATION: ("needs_limited_duration", "limited_duration"),
}
REVIEW = ("needs_review", "judicial_review", "other_independent_review", "review_is_domestic")
APPROPRIATE = ("needs_review", *(needs for needs, _ in SIMPLE.values()))


def review_included(world: Mapping[str, bool]) -> bool:
    """Art. 24(2) and (5): judicial or other independent review, at the domestic level, where appropriate."""
    reviewed = world["judicial_review"] or world["other_independent_review"]
    return not world["needs_review"] or (reviewed and world["review_is_domestic"])


def test_24_1_table() -> None:
    """Art. 24(1): establishment, implementation and application, human rights, proportionality: all of them."""
    assert not differences(is_subject_to_safeguards, SafeguardReview, lambda w: all(w.values()), *ALWAYS)


def test_24_1_proportionality_always() -> None:
    """Art. 24(1): the nature of a power excuses nothing here: without proportionality the answer is no."""
    for needs in product((None, False, True), repeat=len(APPROPRIATE)):
        review = SafeguardReview(
            **dict.fromkeys(ALWAYS[:-1], True),
            incorporates_proportionality=False,
            **dict(zip(APPROPRIATE, needs, strict=True)),
        )
        assert is_subject_to_safeguards(review).is_no


@pytest.mark.parametrize("safeguard", SIMPLE)
def test_24_2_where_appropriate(safeguard: Safeguard) -> None:
    """Art. 24(2): remedy, grounds and limits are owed where the nature of the power makes them appropriate."""
    needs, provided = SIMPLE[safeguard]
    assert not differences(
        lambda review: includes_safeguard(review, safeguard),
        SafeguardReview,
        lambda w: not w[needs] or w[provided],
        needs,
        provided,
    )


def test_24_2_review_by_court_or_otherwise() -> None:
    """Art. 24(2) and (5): a court or another independent body, at the domestic level."""
    assert not differences(
        lambda review: includes_safeguard(review, Safeguard.REVIEW), SafeguardReview, review_included, *REVIEW
    )


def test_24_2_each_safeguard_stands_for_itself() -> None:
    """Art. 24(2): what is missing of one safeguard is not made up by another."""
    all_else = {name: True for names in SIMPLE.values() for name in names} | dict.fromkeys(REVIEW, True)
    assert includes_safeguards(SafeguardReview(**all_else)).is_yes
    for _, provided in SIMPLE.values():
        assert includes_safeguards(SafeguardReview(**{**all_else, provided: False})).is_no
    assert includes_safeguards(SafeguardReview(**{**all_else, "review_is_domestic": False})).is_no


def test_24_2_table_of_the_whole() -> None:
    """Art. 24(2): a power for which nothing but review and limits is appropriate."""
    assert not differences(
        includes_safeguards,
        SafeguardReview,
        lambda w: (
            review_included({**w, "other_independent_review": False})
            and (not w["needs_limited_scope"] or w["limited_scope"])
            and (not w["needs_limited_duration"] or w["limited_duration"])
        ),
        "needs_review",
        "judicial_review",
        "review_is_domestic",
        "needs_limited_scope",
        "limited_scope",
        "needs_limited_duration",
        "limited_duration",
        other_independent_review=False,
        needs_remedy=False,
        needs_grounds=False,
    )


def test_24_2_does_not_ask_for_what_24_1_asks() -> None:
    """Art. 24(2): the named safeguards and the principles of the first paragraph are two questions."""
    assert ignored(includes_safeguards, SafeguardReview, *ALWAYS, **dict.fromkeys(APPROPRIATE, False))


@given(collections_of(SafeguardReview), st.sampled_from(Safeguard))
def test_24_2_the_whole_is_never_better_than_a_part(review: SafeguardReview, safeguard: Safeguard) -> None:
    """Art. 24(2): all named safeguards hold only where each of them does."""
    assert includes_safeguards(review).truth <= includes_safeguard(review, safeguard).truth


def test_24_3_third_parties() -> None:
    """Art. 24(3): to be considered, as far as the public interest allows; no result is owed."""
    assert not differences(
        has_considered_third_parties,
        SafeguardReview,
        lambda w: not w["consistent_with_public_interest"] or w["third_parties_considered"],
        "consistent_with_public_interest",
        "third_parties_considered",
    )


@pytest.mark.parametrize("consistent", [None, False, True])
def test_24_3_is_a_duty_to_consider(consistent: bool | None) -> None:
    """Art. 24(3): shall consider, to the extent consistent with the public interest."""
    (duty,) = duties_on_third_parties(SafeguardReview(consistent_with_public_interest=consistent))
    assert duty.modality is Modality.SHALL_CONSIDER
    assert duty.authority == (art(24, 3),)
    assert duty.trigger.truth is Truth.of(consistent)
    assert duty.qualifications


def test_24_4_where_the_safeguards_apply() -> None:
    """Art. 24(4): at home, to powers of the chapter, for domestic proceedings and for cooperation rendered."""
    assert not differences(
        safeguards_apply,
        PowerExercise,
        lambda w: (
            w["exercises_chapter_power"]
            and w["at_domestic_level"]
            and (w["for_domestic_proceedings"] or w["renders_cooperation"])
        ),
    )


def test_24_a_subject_tells_powers_apart() -> None:
    """The same question about two powers of one law is two questions."""
    first = is_subject_to_safeguards(SafeguardReview(), subject="search and seizure")
    second = is_subject_to_safeguards(SafeguardReview(), subject="content interception")
    assert not set(first.open_questions) & set(second.open_questions)
