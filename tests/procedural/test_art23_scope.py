"""Art. 23(1) and (2): to which offences each power applies, read from the text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.procedural.tables import differences, ignored
from uncc.kernel.duties import Modality
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Truth
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.procedural import (
    InterceptionRange,
    PowerUse,
    ProceduralPower,
    ScopeRegime,
    applies_to_every_class,
    duties_on_powers,
    may_apply,
    serves_criminal_proceedings,
)

CLASSES = (
    "for_specific_proceedings",
    "convention_offence",
    "criminal_offence",
    "by_means_of_system",
    "collects_electronic_evidence",
)
COMMUNICATIONS = (
    "in_provider_system",
    "for_closed_group",
    "employs_public_networks",
    "connected_to_other_system",
    "within_reservation_terms",
)
GENERAL = [
    power
    for power in ProceduralPower
    if power not in (ProceduralPower.CONTENT_INTERCEPTION, ProceduralPower.FREEZING_AND_CONFISCATION)
]
FRAUD = InterceptionRange(on_day=("fraud", "terrorism"))


def in_a_class(world: Mapping[str, bool]) -> bool:
    """Art. 23(2): an offence of the Convention, another by means of a system, or evidence of any offence."""
    return (
        world["convention_offence"]
        or (world["criminal_offence"] and world["by_means_of_system"])
        or (world["criminal_offence"] and world["collects_electronic_evidence"])
    )


@pytest.mark.parametrize("power", GENERAL)
def test_23_2_the_three_classes(power: ProceduralPower) -> None:
    """Art. 23(1) and (2): a specific criminal matter, and one of three classes."""
    assert not differences(
        lambda use: may_apply(power, use),
        PowerUse,
        lambda w: w["for_specific_proceedings"] and in_a_class(w),
        *CLASSES,
    )


@pytest.mark.parametrize(("offence", "in_range"), [("fraud", True), ("theft", False)])
def test_30_1_interception_has_its_own_range(offence: str, in_range: bool) -> None:
    """Art. 23(2) and 30(1): interception is provided for the serious offences that domestic law determines."""
    assert not differences(
        lambda use: may_apply(ProceduralPower.CONTENT_INTERCEPTION, use, interception=FRAUD),
        PowerUse,
        lambda w: w["for_specific_proceedings"] and in_a_class(w) and in_range,
        *CLASSES,
        offence=offence,
    )


@pytest.mark.parametrize(
    ("offence", "on_day", "answer"),
    [
        ("fraud", None, Truth.UNKNOWN),
        (None, ("fraud",), Truth.UNKNOWN),
        (None, (), Truth.NO),
        ("fraud", (), Truth.NO),
        ("fraud", ("fraud",), Truth.YES),
    ],
)
def test_30_1_a_range_that_is_not_known(offence: str | None, on_day: tuple[str, ...] | None, answer: Truth) -> None:
    """Art. 30(1): where the range or the offence is not known nothing is guessed; an empty range holds nothing."""
    use = PowerUse(offence=offence, for_specific_proceedings=True, convention_offence=True)
    found = may_apply(ProceduralPower.CONTENT_INTERCEPTION, use, interception=InterceptionRange(on_day=on_day))
    assert found.truth is answer


def test_30_1_the_range_of_another_day_does_not_count() -> None:
    """Art. 30(1): what counts is the range on the day, not that of the day of a reservation."""
    use = PowerUse(offence="fraud", for_specific_proceedings=True, convention_offence=True)
    interception = InterceptionRange(on_day=(), when_reserved=("fraud",))
    assert may_apply(ProceduralPower.CONTENT_INTERCEPTION, use, interception=interception).is_no


def test_23_2_the_range_for_interception_matters_to_interception_alone() -> None:
    """Art. 23(2): the special range of Art. 30 does not narrow the other powers."""
    use = PowerUse(offence="theft", for_specific_proceedings=True, convention_offence=True)
    assert all(may_apply(power, use, interception=FRAUD).is_yes for power in GENERAL)


def test_31_1_confiscation_reaches_convention_offences_alone() -> None:
    """Art. 23(2): the article on proceeds provides otherwise; its range is that of the Convention's own offences."""
    assert not differences(
        lambda use: may_apply(ProceduralPower.FREEZING_AND_CONFISCATION, use),
        PowerUse,
        lambda w: w["for_specific_proceedings"] and w["convention_offence"],
        *CLASSES,
    )


@pytest.mark.parametrize("power", ProceduralPower)
def test_23_2_communications_do_not_matter_to_the_scope(power: ProceduralPower) -> None:
    """Art. 23(2): where a communication takes place matters to a reservation and not to the scope."""
    assert ignored(
        lambda use: may_apply(power, use, interception=FRAUD),
        PowerUse,
        *COMMUNICATIONS,
        offence="fraud",
        for_specific_proceedings=True,
        convention_offence=True,
    )


def test_23_1_fishing_is_not_the_purpose() -> None:
    """Art. 23(1): the powers serve specific criminal matters; general surveillance is none."""
    use = PowerUse(for_specific_proceedings=False, convention_offence=True)
    assert all(may_apply(power, use, interception=FRAUD).is_no for power in ProceduralPower)


def test_every_power_has_its_article() -> None:
    """Arts. 25 to 31: seven powers, one for each article, in the order of the text."""
    assert [power.authority for power in ProceduralPower] == [art(number) for number in range(25, 32)]


@pytest.mark.parametrize("offences", [("a", "a"), ("",), ("a", " "), "fraud", ["fraud"], (1,)])
def test_a_range_names_each_offence_once(offences: Any) -> None:
    """A name that stands twice, or is blank, is a slip; and so is one name alone, whose letters would pass."""
    with pytest.raises(InvalidValue, match="on_day"):
        InterceptionRange(on_day=offences)


def test_23_1_the_purpose_in_the_law() -> None:
    """Art. 23(1): the law establishes the powers for specific criminal investigations or proceedings."""
    assert not differences(
        serves_criminal_proceedings, ScopeRegime, lambda w: w["for_specific_proceedings"], "for_specific_proceedings"
    )


def test_23_2_the_law_covers_all_three_classes() -> None:
    """Art. 23(2): the classes are joined by "and"; a law that leaves one out falls short."""
    names = ("covers_convention_offences", "covers_offences_by_system", "covers_electronic_evidence")
    assert not differences(applies_to_every_class, ScopeRegime, lambda w: all(w[name] for name in names), *names)


def test_23_1_and_2_are_duties() -> None:
    """Art. 23(1) and (2): each State shall establish and shall apply; both duties arise for every Party."""
    for duty, paragraph in zip(duties_on_powers(), (1, 2), strict=True):
        assert duty.modality is Modality.SHALL
        assert duty.bearer is Role.STATE_PARTY
        assert duty.authority == (art(23, paragraph),)
        assert duty.trigger.is_yes
        assert duty.deadline is None
